/* SPDX-License-Identifier: MIT */
/* Turns commands into pixels. Icons, paths and pictures are rasterised once per size and kept; a
 * picture or icon that cannot be read is logged once and left out, never a crash. */
#include "render.h"

#include <string.h>

#include "epstopik/log.h"
#include "epstopik/path.h"
#include "svg.h"

enum { MASK_BYTES_MAX = 2 << 20, PICTURE_BYTES_MAX = 12 << 20 };

struct ui_renderer {
    ui_faces *faces;
    ept_arena *arena;
    char *icons; /* folder; NULL: no icons are drawn */
    ui_cache *masks, *pictures;
    ept_buf file;
};

ept_status ui_renderer_new(ui_renderer **out, ui_faces *faces, bool builtin)
{
    ui_renderer *r = ept_calloc(1, sizeof *r);
    ept_status status;

    *out = NULL;
    if (!r)
        return ept_fail(EPT_E_NOMEM, "renderer: no memory");
    r->faces = faces;
    status = ept_arena_new(&r->arena);
    if (!status)
        status = ui_cache_new(&r->masks, MASK_BYTES_MAX);
    if (!status)
        status = ui_cache_new(&r->pictures, PICTURE_BYTES_MAX);
    if (!status) {
        status = ept_path_asset(&r->icons, r->arena, "icons");
        if (status == EPT_E_NOT_FOUND && builtin)
            status = EPT_OK;
    }
    if (status) {
        ui_renderer_free(r);
        return status;
    }
    *out = r;
    return EPT_OK;
}

void ui_renderer_free(ui_renderer *r)
{
    if (!r)
        return;
    ui_cache_free(r->masks);
    ui_cache_free(r->pictures);
    ept_buf_clear(&r->file);
    ept_arena_free(r->arena);
    ept_free(r);
}

size_t ui_renderer_mask_bytes(const ui_renderer *r)
{
    return ui_cache_bytes(r->masks);
}

size_t ui_renderer_picture_bytes(const ui_renderer *r)
{
    return ui_cache_bytes(r->pictures);
}

typedef struct brush {
    ui_renderer *r;
    const ui_frame *frame;
    ept_theme theme;
    ept_rect clip;
} brush;

static uint32_t rgb(const brush *b, ept_colour colour)
{
    return ept_theme_rgb(b->theme, colour);
}

static void draw_box(const brush *b, const ui_cmd *c)
{
    ui_shape shape = {
        .fill = rgb(b, c->box.fill),
        .line = rgb(b, c->box.line),
        .filled = c->box.fill != EPT_COLOUR_NONE,
        .hatched = c->box.hatch && b->theme == EPT_THEME_CONTRAST,
        .border = c->box.border,
        .radius = c->box.radius,
        .dashed = c->box.dashed,
    };

    ui_raster_box(b->frame, b->clip, c->rect, &shape);
}

/* --- text --- */

/* Letters stand where a line of the Latin face has its middle: (1.069 - 0.293) / 2 em below the
 * middle of the line, the numbers of the face's own ascent and descent. One baseline for all faces.
 */
static int baseline(const ui_text *t, int line)
{
    return t->y + line * t->line_px + (t->line_px * 500 + t->size_px * 388 + 500) / 1000;
}

static void draw_marks(const brush *b, const ui_text *t, ept_rect letters, int base,
                       ept_colour colour)
{
    int thick = t->opts.tint || t->size_px >= 30 ? 3 : 2;
    ept_rect under = {letters.x, base + t->size_px / 6, letters.w, thick};

    if (t->opts.tint && b->theme == EPT_THEME_LIGHT)
        ui_raster_fill(b->frame, b->clip, letters, rgb(b, EPT_COLOUR_WARN_TINT));
    ui_raster_fill(b->frame, b->clip, under, rgb(b, t->opts.tint ? EPT_COLOUR_WARN : colour));
}

static void draw_run(const brush *b, const ui_cmd *c, const ept_run *run, int x, int base)
{
    const ui_text *t = &c->text;
    ept_colour colour =
        run->style > 0 && run->style < EPT_COLOUR_COUNT ? (ept_colour)run->style : t->opts.colour;
    ept_rect letters = {x, base - t->size_px * 9 / 10, run->w_px, t->size_px * 11 / 10};
    const ui_kept *kept;
    ui_mask mask;

    if (run->marks & EPT_MARK_UNDERLINE)
        draw_marks(b, t, letters, base, colour);
    kept = ui_faces_run(b->r->faces, run->face, t->size_px, run->weight, run->text);
    if (kept) {
        mask = (ui_mask){kept->bytes, kept->w, kept->h, kept->x0, kept->y0};
        ui_raster_mask(b->frame, b->clip, x, base, &mask, rgb(b, colour));
    }
    if (run->marks & EPT_MARK_STRIKE) {
        letters.y = base - t->size_px / 3;
        letters.h = t->size_px >= 20 ? 2 : 1;
        ui_raster_fill(b->frame, b->clip, letters, rgb(b, colour));
    }
}

static void draw_text(const brush *b, const ui_cmd *c)
{
    const ept_layout *layout = c->text.layout;

    for (size_t i = 0; i < layout->line_count; i++) {
        const ept_line *line = &layout->lines[i];
        int x = c->rect.x, base = baseline(&c->text, (int)i);

        if (c->text.opts.align == EPT_ALIGN_CENTRE)
            x += (c->rect.w - line->w_px) / 2;
        if (c->text.opts.align == EPT_ALIGN_RIGHT)
            x += c->rect.w - line->w_px;
        for (size_t k = 0; k < line->run_count; k++)
            draw_run(b, c, &line->runs[k], x + line->runs[k].x_px, base);
    }
}

/* --- vectors --- */

static uint64_t vector_key(const char *name, int w, int h, int kind)
{
    int numbers[] = {w, h, kind};

    return ui_hash(ui_hash_ints(UI_HASH_SEED, numbers, sizeof numbers / sizeof numbers[0]), name,
                   strlen(name));
}

/* Remembers a drawing that failed as an empty one, so that it is tried and logged once. */
static const ui_kept *keep(ui_cache *cache, uint64_t key, ui_kept *made, ept_status status,
                           const char *name)
{
    const ui_kept *kept;

    if (status)
        ept_log(EPT_LOG_WARN, "ui", "%s: %s", name, ept_error());
    return ui_cache_put(&kept, cache, key, made) == EPT_OK ? kept : NULL;
}

static void draw_icon(const brush *b, const ui_cmd *c)
{
    bool coloured = c->colour == EPT_COLOUR_NONE;
    uint64_t key = vector_key(c->name, c->rect.w, c->rect.h, coloured);
    const ui_kept *kept = ui_cache_get(b->r->masks, key);

    if (!kept && b->r->icons) {
        char *path = ept_arena_printf(b->r->arena, "%s/%s.svg", b->r->icons, c->name);
        ept_status status = path ? ept_path_read(&b->r->file, path) : EPT_E_NOMEM;
        ui_kept made = {0};

        if (!status && coloured)
            status = ui_svg_image(&made, b->r->file.p, b->r->file.n, c->rect.w, c->rect.h);
        else if (!status)
            status = ui_svg_mask(&made, b->r->file.p, b->r->file.n, c->rect.w, c->rect.h);
        kept = keep(b->r->masks, key, &made, status, c->name);
    }
    if (!kept || !kept->bytes)
        return;
    if (coloured) {
        ui_image image = {kept->bytes, kept->w, kept->h};

        ui_raster_image(b->frame, b->clip, c->rect.x, c->rect.y, &image);
    } else {
        ui_mask mask = {kept->bytes, kept->w, kept->h, 0, 0};

        ui_raster_mask(b->frame, b->clip, c->rect.x, c->rect.y, &mask, rgb(b, c->colour));
    }
}

static void draw_picture(const brush *b, const ui_cmd *c)
{
    int inset = b->theme == EPT_THEME_CONTRAST ? 2 : 0;
    ept_rect box = ept_rect_inset(c->rect, inset, inset);
    uint64_t key = vector_key(c->name, box.w, box.h, 2);
    const ui_kept *kept = ui_cache_get(b->r->pictures, key);
    ui_image image;

    if (box.w <= 0 || box.h <= 0)
        return;
    if (!kept) {
        ui_kept made;
        ept_status status = ui_svg_image(&made, c->svg, c->bytes, box.w, box.h);

        kept = keep(b->r->pictures, key, &made, status, c->name);
    }
    if (!kept || !kept->bytes)
        return;
    box = ept_rect_centre(box, kept->w, kept->h);
    image = (ui_image){kept->bytes, kept->w, kept->h};
    ui_raster_image(b->frame, b->clip, box.x, box.y, &image);
}

/* The same shape somewhere else is the same mask: the key holds the points from the command's
 * corner. */
static uint64_t path_key(const ui_cmd *c, int part)
{
    int numbers[] = {c->rect.w,
                     c->rect.h,
                     part,
                     c->path.stroke.width,
                     c->path.stroke.dashed,
                     c->path.fill != EPT_COLOUR_NONE};
    uint64_t key = ui_hash_ints(UI_HASH_SEED, numbers, sizeof numbers / sizeof numbers[0]);

    for (size_t i = 0; i < c->path.count; i++) {
        float at[2] = {c->path.points[i].x - (float)c->rect.x,
                       c->path.points[i].y - (float)c->rect.y};

        key = ui_hash(key, at, sizeof at);
    }
    return key;
}

static void draw_path_part(const brush *b, const ui_cmd *c, bool stroke, ept_colour colour)
{
    uint64_t key = path_key(c, stroke);
    const ui_kept *kept = ui_cache_get(b->r->masks, key);
    ui_mask mask;

    if (!kept) {
        ui_kept made;
        ept_status status = ui_svg_path(&made, &c->path, stroke, c->rect);

        kept = keep(b->r->masks, key, &made, status, "path");
    }
    if (!kept || !kept->bytes)
        return;
    mask = (ui_mask){kept->bytes, kept->w, kept->h, 0, 0};
    ui_raster_mask(b->frame, b->clip, c->rect.x, c->rect.y, &mask, rgb(b, colour));
}

static void draw_path(const brush *b, const ui_cmd *c)
{
    if (c->path.fill != EPT_COLOUR_NONE)
        draw_path_part(b, c, false, c->path.fill);
    if (c->path.stroke.width > 0 && c->path.stroke.colour != EPT_COLOUR_NONE)
        draw_path_part(b, c, true, c->path.stroke.colour);
}

static void draw_command(const brush *b, const ui_cmd *c)
{
    switch (c->kind) {
    case UI_CMD_BOX:
        draw_box(b, c);
        break;
    case UI_CMD_TEXT:
        draw_text(b, c);
        break;
    case UI_CMD_ICON:
        draw_icon(b, c);
        break;
    case UI_CMD_PICTURE:
        draw_picture(b, c);
        break;
    case UI_CMD_PATH:
        draw_path(b, c);
        break;
    }
}

void ui_renderer_draw(ui_renderer *r, const ui_frame *frame, const ept_draw_list *list,
                      ept_rect dirty)
{
    size_t count;
    const ui_cmd *cmds = ui_draw_commands(list, &count);
    brush b = {r, frame, ept_draw_theme(list), dirty};

    for (size_t i = 0; i < count; i++) {
        b.clip = ept_rect_clip(cmds[i].area, dirty);
        if (b.clip.w > 0 && b.clip.h > 0)
            draw_command(&b, &cmds[i]);
    }
}

/* --- what changed --- */

static void add_dirty(ept_rect out[UI_DIRTY_MAX], size_t *n, ept_rect r)
{
    if (r.w <= 0 || r.h <= 0)
        return;
    for (size_t i = 0; i < *n; i++) {
        ept_rect both = ept_rect_clip(out[i], r);

        if (both.w > 0 || *n == UI_DIRTY_MAX) {
            r = ept_rect_join(out[i], r);
            out[i] = out[--*n];
            add_dirty(out, n, r);
            return;
        }
    }
    out[(*n)++] = r;
}

size_t ui_render_dirty(ept_rect out[UI_DIRTY_MAX], const ept_draw_list *was,
                       const ept_draw_list *now)
{
    size_t n = 0, first = 0, a_end, b_end;
    const ui_cmd *a = ui_draw_commands(was, &a_end), *b = ui_draw_commands(now, &b_end);

    if (a_end != b_end) {
        while (first < a_end && first < b_end && a[first].hash == b[first].hash)
            first++;
        while (a_end > first && b_end > first && a[a_end - 1].hash == b[b_end - 1].hash) {
            a_end--;
            b_end--;
        }
    }
    for (size_t i = first; i < a_end || i < b_end; i++) {
        if (i < a_end && i < b_end && a[i].hash == b[i].hash)
            continue;
        if (i < a_end)
            add_dirty(out, &n, a[i].area);
        if (i < b_end)
            add_dirty(out, &n, b[i].area);
    }
    return n;
}
