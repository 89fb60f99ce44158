/* SPDX-License-Identifier: MIT */
/* Rasterises vector drawings once per size: pictures as colours, icons and chart lines as coverage.
 */
#include "svg.h"

#include <SDL_image.h>
#include <limits.h>
#include <string.h>

static bool contains(const char *text, size_t bytes, const char *word)
{
    size_t n = strlen(word);

    for (size_t i = 0; i + n <= bytes; i++) {
        if (memcmp(text + i, word, n) == 0)
            return true;
    }
    return false;
}

static ept_status surface_of(SDL_Surface **out, const void *svg, size_t bytes, int w, int h)
{
    SDL_Surface *raw, *argb;
    SDL_RWops *rw =
        svg && bytes > 0 && bytes < INT_MAX ? SDL_RWFromConstMem(svg, (int)bytes) : NULL;

    *out = NULL;
    if (!rw)
        return ept_fail(EPT_E_FORMAT, "picture: empty");
    /* SDL_image loses memory on what is no drawing at all. */
    if (!contains(svg, bytes, "<svg") || !contains(svg, bytes, "</svg>")) {
        SDL_RWclose(rw);
        return ept_fail(EPT_E_FORMAT, "picture: no drawing");
    }
    raw = IMG_LoadSizedSVG_RW(rw, w, h);
    SDL_RWclose(rw);
    if (!raw)
        return ept_fail(EPT_E_FORMAT, "picture: %s", SDL_GetError());
    argb = SDL_ConvertSurfaceFormat(raw, SDL_PIXELFORMAT_ARGB8888, 0);
    SDL_FreeSurface(raw);
    if (!argb)
        return ept_fail(EPT_E_NOMEM, "picture: %s", SDL_GetError());
    *out = argb;
    return EPT_OK;
}

static const uint32_t *row_of(const SDL_Surface *s, int y)
{
    return (const uint32_t *)(const void *)((const char *)s->pixels + (long)y * s->pitch);
}

ept_status ui_svg_image(ui_kept *out, const void *svg, size_t bytes, int w, int h)
{
    SDL_Surface *s;
    ept_status status = surface_of(&s, svg, bytes, w, h);
    uint32_t *px;

    *out = (ui_kept){0};
    if (status || !s)
        return status;
    px = ept_calloc((size_t)s->w * (size_t)s->h, sizeof *px);
    if (px) {
        for (int y = 0; y < s->h; y++)
            SDL_memcpy(px + (long)y * s->w, row_of(s, y), (size_t)s->w * sizeof *px);
        *out = (ui_kept){px, (size_t)s->w * (size_t)s->h * sizeof *px, s->w, s->h, 0, 0};
    } else {
        status = ept_fail(EPT_E_NOMEM, "picture: no memory");
    }
    SDL_FreeSurface(s);
    return status;
}

ept_status ui_svg_mask(ui_kept *out, const void *svg, size_t bytes, int w, int h)
{
    SDL_Surface *s;
    ept_status status = surface_of(&s, svg, bytes, w, h);
    uint8_t *a;

    *out = (ui_kept){0};
    if (status || !s)
        return status;
    a = ept_calloc((size_t)s->w, (size_t)s->h);
    if (a) {
        for (int y = 0; y < s->h; y++) {
            const uint32_t *row = row_of(s, y);

            for (int x = 0; x < s->w; x++)
                a[(long)y * s->w + x] = (uint8_t)(row[x] >> 24);
        }
        *out = (ui_kept){a, (size_t)s->w * (size_t)s->h, s->w, s->h, 0, 0};
    } else {
        status = ept_fail(EPT_E_NOMEM, "picture: no memory");
    }
    SDL_FreeSurface(s);
    return status;
}

ept_status ui_svg_path(ui_kept *out, const ui_path *path, bool stroke, ept_rect at)
{
    ept_buf svg = {0};
    ept_status status;

    *out = (ui_kept){0};
    ept_buf_printf(&svg,
                   "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
                   "viewBox=\"0 0 %d %d\"><path d=\"",
                   at.w, at.h, at.w, at.h);
    for (size_t i = 0; i < path->count; i++) {
        ept_buf_printf(&svg, "%s%.3f %.3f", i ? "L" : "M", (double)path->points[i].x - at.x,
                       (double)path->points[i].y - at.y);
    }
    if (path->fill != EPT_COLOUR_NONE)
        ept_buf_puts(&svg, "z");
    if (stroke)
        ept_buf_printf(
            &svg, "\" fill=\"none\" stroke=\"#000\" stroke-width=\"%d\"%s", path->stroke.width,
            path->stroke.dashed ? " stroke-dasharray=\"6 4\"" : " stroke-linejoin=\"round\"");
    else
        ept_buf_puts(&svg, "\" fill=\"#000\"");
    ept_buf_puts(&svg, "/></svg>");
    status = ept_buf_ok(&svg);
    if (!status)
        status = ui_svg_mask(out, svg.p, svg.n, at.w, at.h);
    ept_buf_clear(&svg);
    return status;
}
