/* SPDX-License-Identifier: MIT */
/* The window or the frame in memory. A frame is kept as plain pixels, those of the window itself
 * where it has such; only rectangles whose commands changed are drawn again, and only those are
 * handed to the window system. */
#include "epstopik/ui.h"

#include <SDL.h>
#include <SDL_image.h>
#include <string.h>

#include "epstopik/path.h"
#include "faces.h"
#include "input.h"
#include "render.h"
#include "svg.h"

enum { LEAST_W = 640, LEAST_H = 480, PNG_ROOM = 1 << 20 };

struct ept_ui {
    ui_faces *faces;
    ept_typeset *typeset;
    ui_renderer *renderer;
    ept_focus *focus;
    ept_draw_list *lists[2]; /* [shown] was drawn last, the other one is being filled */
    int shown;
    SDL_Surface *frame; /* what is drawn on: the window's pixels, else `own` */
    SDL_Surface *own;
    SDL_Window *window;
    bool sdl_video, drawn, full_screen, key_labels;
    ept_theme theme;
    int percent, w, h, dirty_px;
};

static ept_status open_window(ept_ui *ui, const ept_ui_opts *o)
{
    Uint32 flags = SDL_WINDOW_RESIZABLE;

    if (o->full_screen)
        flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    /* Before the window: without it SDL builds a texture-based frame, 100 MB and a busy idle. */
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_WINDOWS_DPI_AWARENESS, "permonitorv2");
    if (SDL_InitSubSystem(SDL_INIT_VIDEO))
        return ept_fail(EPT_E_UNAVAILABLE, "window: %s", SDL_GetError());
    ui->sdl_video = true;
    SDL_StopTextInput();
    ui->window = SDL_CreateWindow(o->title ? o->title : "", SDL_WINDOWPOS_CENTERED,
                                  SDL_WINDOWPOS_CENTERED, o->w, o->h, flags);
    if (!ui->window)
        return ept_fail(EPT_E_UNAVAILABLE, "window: %s", SDL_GetError());
    SDL_SetWindowMinimumSize(ui->window, LEAST_W, LEAST_H);
    SDL_GetWindowSize(ui->window, &ui->w, &ui->h);
    ui->full_screen = o->full_screen;
    return EPT_OK;
}

/* Where to draw, for the window system may have thrown its pixels away since: new ones bear no mark
 * of ours. Pixels of another kind than ours are copied to. */
static ept_status take_frame(ept_ui *ui)
{
    SDL_Surface *seen = ui->window ? SDL_GetWindowSurface(ui->window) : NULL;

    if (seen && seen->format->format == SDL_PIXELFORMAT_RGB888) {
        ui->drawn = ui->drawn && seen->userdata == ui;
        seen->userdata = ui;
        ui->frame = seen;
        return EPT_OK;
    }
    if (!ui->own || ui->own->w != ui->w || ui->own->h != ui->h) {
        SDL_FreeSurface(ui->own);
        ui->own = SDL_CreateRGBSurfaceWithFormat(0, ui->w, ui->h, 32, SDL_PIXELFORMAT_RGB888);
        ui->drawn = false;
    }
    ui->frame = ui->own;
    return ui->own ? EPT_OK : ept_fail(EPT_E_NOMEM, "frame: %s", SDL_GetError());
}

static ept_status new_size(ept_ui *ui, int w, int h)
{
    ui->w = w;
    ui->h = h;
    ui->drawn = false;
    return take_frame(ui);
}

static ept_status make_parts(ept_ui *ui, const ept_ui_opts *o)
{
    ept_status status = ui_faces_open(&ui->faces, o->builtin_letters);

    if (!status)
        status = ui_renderer_new(&ui->renderer, ui->faces, o->builtin_letters);
    if (!status)
        status = ept_typeset_new(&ui->typeset, ui_faces_coverage(ui->faces), ui_faces_measure,
                                 ui->faces);
    if (!status)
        status = ept_focus_new(&ui->focus);
    for (int i = 0; i < 2 && !status; i++)
        status = ept_draw_new(&ui->lists[i], ui->typeset);
    return status;
}

ept_status ept_ui_new(ept_ui **out, const ept_ui_opts *opts)
{
    ept_ui *ui = ept_calloc(1, sizeof *ui);
    ept_status status;

    *out = NULL;
    if (!ui)
        return ept_fail(EPT_E_NOMEM, "ui: no memory");
    ui->w = opts->w > 0 ? opts->w : 1280;
    ui->h = opts->h > 0 ? opts->h : 800;
    ui->theme = opts->theme;
    ui->percent = opts->percent ? opts->percent : 100;
    ui->key_labels = true;
    status = make_parts(ui, opts);
    if (!status && opts->window)
        status = open_window(ui, opts);
    if (!status)
        status = take_frame(ui);
    if (status) {
        ept_ui_free(ui);
        return status;
    }
    *out = ui;
    return EPT_OK;
}

void ept_ui_free(ept_ui *ui)
{
    if (!ui)
        return;
    SDL_FreeSurface(ui->own);
    if (ui->window)
        SDL_DestroyWindow(ui->window);
    ept_draw_free(ui->lists[0]);
    ept_draw_free(ui->lists[1]);
    ept_focus_free(ui->focus);
    ept_typeset_free(ui->typeset);
    ui_renderer_free(ui->renderer);
    ui_faces_close(ui->faces);
    if (ui->sdl_video)
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
    ept_free(ui);
}

ept_draw_list *ept_ui_begin(ept_ui *ui)
{
    ept_draw_list *d = ui->lists[!ui->shown];
    ept_draw_opts opts = {.w = ui->w,
                          .h = ui->h,
                          .percent = ui->percent,
                          .theme = ui->theme,
                          .key_labels = ui->key_labels,
                          .focus = ui->focus};

    ept_draw_begin(d, &opts);
    return d;
}

static void show(ept_ui *ui, const ept_rect *dirty, size_t count)
{
    SDL_Surface *to = ui->window ? SDL_GetWindowSurface(ui->window) : NULL;
    SDL_Rect rects[UI_DIRTY_MAX];

    if (!to)
        return;
    for (size_t i = 0; i < count; i++) {
        rects[i] = (SDL_Rect){dirty[i].x, dirty[i].y, dirty[i].w, dirty[i].h};
        if (to != ui->frame)
            SDL_BlitSurface(ui->frame, &rects[i], to, &rects[i]);
    }
    SDL_UpdateWindowSurfaceRects(ui->window, rects, (int)count);
}

static void text_input(ept_ui *ui)
{
    bool wanted = ept_focus_in_text(ui->focus, ept_ui_shown(ui));
    const ept_region *r;

    if (!ui->window)
        return;
    if (wanted != (SDL_IsTextInputActive() == SDL_TRUE)) {
        if (wanted)
            SDL_StartTextInput();
        else
            SDL_StopTextInput();
    }
    r = wanted ? ept_draw_region_find(ept_ui_shown(ui), ept_focus_id(ui->focus)) : NULL;
    if (r) {
        SDL_Rect rect = {r->rect.x, r->rect.y, r->rect.w, r->rect.h};

        SDL_SetTextInputRect(&rect);
    }
}

static ui_frame pixels_of(const SDL_Surface *s)
{
    return (ui_frame){s->pixels, s->w, s->h, s->pitch / (int)sizeof(uint32_t)};
}

ept_status ept_ui_end(ept_ui *ui, bool *again)
{
    ept_draw_list *now = ui->lists[!ui->shown], *was = ui->lists[ui->shown];
    ept_rect dirty[UI_DIRTY_MAX] = {{0, 0, ui->w, ui->h}};
    ept_status status = take_frame(ui);
    bool same_look = ui->drawn && ept_draw_theme(was) == ept_draw_theme(now);
    size_t count = status ? 0 : same_look ? ui_render_dirty(dirty, was, now) : 1;
    bool settled = ept_focus_settle(ui->focus, now);

    ui->shown = !ui->shown;
    ui->dirty_px = 0;
    for (size_t i = 0; i < count; i++) {
        ui_frame frame = pixels_of(ui->frame);

        ui_renderer_draw(ui->renderer, &frame, now, dirty[i]);
        ui->dirty_px += dirty[i].w * dirty[i].h;
    }
    if (count > 0)
        show(ui, dirty, count);
    ui->drawn = !status;
    text_input(ui);
    if (again)
        *again = settled;
    return status ? status : ept_draw_status(now);
}

const ept_draw_list *ept_ui_shown(const ept_ui *ui)
{
    return ui->lists[ui->shown];
}

ept_focus *ept_ui_focus(ept_ui *ui)
{
    return ui->focus;
}

ept_typeset *ept_ui_typeset(ept_ui *ui)
{
    return ui->typeset;
}

void ept_ui_set_theme(ept_ui *ui, ept_theme theme)
{
    ui->theme = theme;
}

void ept_ui_set_percent(ept_ui *ui, int percent)
{
    if (percent == ui->percent)
        return;
    ui->percent = percent;
    ept_typeset_clear(ui->typeset);
    ui_faces_forget_runs(ui->faces);
    ui->drawn = false;
}

void ept_ui_set_key_labels(ept_ui *ui, bool shown)
{
    ui->key_labels = shown;
}

void ept_ui_set_full_screen(ept_ui *ui, bool on)
{
    if (ui->window &&
        SDL_SetWindowFullscreen(ui->window, on ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0) == 0)
        ui->full_screen = on;
}

bool ept_ui_full_screen(const ept_ui *ui)
{
    return ui->full_screen;
}

void ept_ui_set_title(ept_ui *ui, const char *title)
{
    if (ui->window)
        SDL_SetWindowTitle(ui->window, title);
}

ept_status ept_ui_resize(ept_ui *ui, int w, int h)
{
    if (ui->window)
        SDL_SetWindowSize(ui->window, w, h);
    return new_size(ui, w < LEAST_W ? LEAST_W : w, h < LEAST_H ? LEAST_H : h);
}

int ept_ui_percent(const ept_ui *ui)
{
    return ui->percent;
}

ept_theme ept_ui_theme(const ept_ui *ui)
{
    return ui->theme;
}

/* Of several moves in a row only the last one matters. */
static bool newer_move_waits(const SDL_Event *event)
{
    SDL_Event next;

    return event->type == SDL_MOUSEMOTION &&
           SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1 &&
           next.type == SDL_MOUSEMOTION;
}

static bool apply(ept_ui *ui, const ept_input *in)
{
    ept_rect all = {0, 0, ui->w, ui->h};

    if (in->kind == EPT_INPUT_EXPOSE && take_frame(ui) == EPT_OK && ui->drawn) {
        show(ui, &all, 1);
        return false;
    }
    if (in->kind == EPT_INPUT_RESIZE && in->x > 0 && in->y > 0)
        return new_size(ui, in->x, in->y) == EPT_OK;
    return true;
}

bool ept_ui_poll(ept_ui *ui, ept_input *out, int timeout_ms)
{
    Uint64 until = timeout_ms > 0 ? SDL_GetTicks64() + (Uint64)timeout_ms : 0;
    SDL_Event event;

    memset(out, 0, sizeof *out);
    for (;;) {
        Uint64 now = timeout_ms > 0 ? SDL_GetTicks64() : 0;
        int left = timeout_ms <= 0 ? timeout_ms : now >= until ? 0 : (int)(until - now);
        int got = left < 0 ? SDL_WaitEvent(&event) : SDL_WaitEventTimeout(&event, left);

        if (!got)
            return false;
        if (!newer_move_waits(&event) && ui_input_of(out, &event) && apply(ui, out))
            return true;
    }
}

/* --- pictures of the frame --- */

static ept_status save_surface(SDL_Surface *s, const char *path)
{
    size_t room = PNG_ROOM + (size_t)s->w * (size_t)s->h * 4;
    char *bytes = ept_calloc(room, 1);
    SDL_RWops *rw = bytes ? SDL_RWFromMem(bytes, (int)room) : NULL;
    ept_status status;

    if (!rw) {
        ept_free(bytes);
        return ept_fail(EPT_E_NOMEM, "save %s: no memory", path);
    }
    if (IMG_SavePNG_RW(s, rw, 0) == 0)
        status = ept_path_write(path, bytes, (size_t)SDL_RWtell(rw));
    else
        status = ept_fail(EPT_E_IO, "save %s: %s", path, SDL_GetError());
    SDL_RWclose(rw);
    ept_free(bytes);
    return status;
}

ept_status ept_ui_save_png(ept_ui *ui, const char *path)
{
    return save_surface(ui->frame, path);
}

uint32_t ept_ui_pixel(const ept_ui *ui, int x, int y)
{
    const uint32_t *px = ui->frame->pixels;

    if (x < 0 || y < 0 || x >= ui->frame->w || y >= ui->frame->h)
        return 0;
    return px[(long)y * (ui->frame->pitch / (int)sizeof *px) + x] & 0xFFFFFF;
}

ept_ui_stats ept_ui_stats_of(const ept_ui *ui)
{
    return (ept_ui_stats){
        .faces_open = ui_faces_count(ui->faces, false),
        .cjk_faces_open = ui_faces_count(ui->faces, true),
        .run_bytes = ui_faces_run_bytes(ui->faces),
        .mask_bytes = ui_renderer_mask_bytes(ui->renderer),
        .picture_bytes = ui_renderer_picture_bytes(ui->renderer),
        .dirty_px = ui->dirty_px,
    };
}

ept_status ept_ui_picture_png(const ept_picture *picture, int px, const char *path)
{
    ui_kept kept;
    ept_status status = ui_svg_image(&kept, picture->svg, picture->bytes, px, px);
    SDL_Surface *s;

    if (status)
        return status;
    s = SDL_CreateRGBSurfaceWithFormat(0, kept.w, kept.h, 32, SDL_PIXELFORMAT_RGB888);
    if (s) {
        ui_frame frame = pixels_of(s);
        ept_rect all = {0, 0, s->w, s->h};
        ui_image image = {kept.bytes, kept.w, kept.h};

        ui_raster_fill(&frame, all, all, 0xFFFFFF);
        ui_raster_image(&frame, all, 0, 0, &image);
        status = save_surface(s, path);
        SDL_FreeSurface(s);
    } else {
        status = ept_fail(EPT_E_NOMEM, "picture: %s", SDL_GetError());
    }
    ept_free(kept.bytes);
    return status;
}
