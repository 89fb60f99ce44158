/* SPDX-License-Identifier: MIT */
/* The draw list: appending shapes, icons and pictures, the clip stack, and telling two lists apart.
 * Each command carries its own clip and a hash, so the renderer finds what changed by comparing. */
#include "epstopik/ui_draw.h"

#include <string.h>

#include "draw_priv.h"

enum { FIRST_ROOM = 256, RING_OUT = 5 };

static void failed(ept_draw_list *d, ept_status status)
{
    if (d->status == EPT_OK)
        d->status = status;
}

ept_status ept_draw_new(ept_draw_list **out, ept_typeset *typeset)
{
    ept_draw_list *d = ept_calloc(1, sizeof *d);
    ept_status status;

    *out = NULL;
    if (!d)
        return ept_fail(EPT_E_NOMEM, "draw list: no memory");
    status = ept_arena_new(&d->arena);
    if (status) {
        ept_free(d);
        return status;
    }
    d->typeset = typeset;
    *out = d;
    return EPT_OK;
}

void ept_draw_free(ept_draw_list *d)
{
    if (!d)
        return;
    ui_generation_drop(d->generation);
    ept_arena_free(d->arena);
    ept_free(d->cmds);
    ept_free(d->regions);
    ept_free(d);
}

void ept_draw_begin(ept_draw_list *d, const ept_draw_opts *opts)
{
    ept_arena_reset(d->arena);
    ui_generation_drop(d->generation);
    d->generation = ui_generation_take(d->typeset);
    d->cmd_count = d->region_count = d->first_region = d->clip_count = 0;
    d->status = d->generation ? EPT_OK : EPT_E_NOMEM;
    d->arrows_h = d->arrows_v = true;
    d->theme = opts->theme;
    d->key_labels = opts->key_labels;
    d->focus = opts->focus;
    ept_metrics_of(&d->metrics, opts->w, opts->h, opts->percent);
    d->window = (ept_rect){0, 0, opts->w, opts->h};
    d->clip = d->window;
    d->hash = ui_hash((uint64_t)opts->theme + 7, &d->window, sizeof d->window);
    d->hash = ui_hash(d->hash, &d->metrics.percent, sizeof d->metrics.percent);
}

ept_status ept_draw_status(const ept_draw_list *d)
{
    if (d->status)
        return ept_fail(d->status, "draw list: %s", ept_status_name(d->status));
    return EPT_OK;
}

const ept_metrics *ept_draw_metrics(const ept_draw_list *d)
{
    return &d->metrics;
}

ept_theme ept_draw_theme(const ept_draw_list *d)
{
    return d->theme;
}

ept_arena *ept_draw_arena(ept_draw_list *d)
{
    return d->arena;
}

const char *ept_draw_id(ept_draw_list *d, const char *base, int n)
{
    const char *id = ept_arena_printf(d->arena, "%s.%d", base, n);

    if (!id)
        failed(d, EPT_E_NOMEM);
    return id ? id : base;
}

const char *draw_copy(ept_draw_list *d, const char *text)
{
    const char *copy = ept_arena_strdup(d->arena, text);

    if (text && !copy)
        failed(d, EPT_E_NOMEM);
    return copy;
}

static void *grown(void *array, size_t *cap, size_t size)
{
    size_t next = *cap ? *cap * 2 : FIRST_ROOM;
    void *more = ept_realloc(array, next * size);

    if (more)
        *cap = next;
    return more;
}

ui_cmd *draw_add(ept_draw_list *d, ui_cmd_kind kind, ept_rect rect, ept_rect extent)
{
    ui_cmd *c;

    if (d->cmd_count == d->cmd_cap) {
        ui_cmd *more = grown(d->cmds, &d->cmd_cap, sizeof *more);

        if (!more) {
            failed(d, EPT_E_NOMEM);
            return NULL;
        }
        d->cmds = more;
    }
    c = &d->cmds[d->cmd_count++];
    *c = (ui_cmd){
        .kind = kind, .rect = rect, .clip = d->clip, .area = ept_rect_clip(extent, d->clip)};
    c->hash = ui_hash((uint64_t)kind + 1, &c->rect, sizeof c->rect);
    c->hash = ui_hash(c->hash, &c->clip, sizeof c->clip);
    return c;
}

void draw_seal(ept_draw_list *d, const ui_cmd *c)
{
    d->hash = ui_hash(d->hash, &c->hash, sizeof c->hash);
}

void draw_mix(ui_cmd *c, const void *bytes, size_t n)
{
    c->hash = ui_hash(c->hash, bytes, n);
}

void draw_mix_int(ui_cmd *c, int value)
{
    c->hash = ui_hash(c->hash, &value, sizeof value);
}

void ept_draw_box(ept_draw_list *d, ept_rect r, ept_box box)
{
    ui_cmd *c;

    if (r.w <= 0 || r.h <= 0)
        return;
    box.border = box.line == EPT_COLOUR_NONE ? 0 : ept_theme_border(d->theme, box.border);
    if (box.fill == EPT_COLOUR_NONE && box.border == 0)
        return;
    if (box.radius * 2 > r.h)
        box.radius = r.h / 2;
    if (box.radius * 2 > r.w)
        box.radius = r.w / 2;
    c = draw_add(d, UI_CMD_BOX, r, r);
    if (!c)
        return;
    c->box = box;
    draw_mix_int(c, (int)box.fill);
    draw_mix_int(c, (int)box.line);
    draw_mix_int(c, box.border);
    draw_mix_int(c, box.radius);
    draw_mix_int(c, (box.dashed ? 1 : 0) + (box.hatch ? 2 : 0));
    draw_seal(d, c);
}

void ept_draw_fill(ept_draw_list *d, ept_rect r, ept_colour colour)
{
    ept_draw_box(d, r, (ept_box){.fill = colour});
}

void ept_draw_hline(ept_draw_list *d, int x, int y, int w, ept_colour colour)
{
    ept_draw_fill(d, (ept_rect){x, y, w, ept_theme_border(d->theme, 1)}, colour);
}

void ept_draw_vline(ept_draw_list *d, int x, int y, int h, ept_colour colour)
{
    ept_draw_fill(d, (ept_rect){x, y, ept_theme_border(d->theme, 1), h}, colour);
}

void ept_draw_ring(ept_draw_list *d, ept_rect r, int radius, bool on_bar)
{
    bool thick = d->theme == EPT_THEME_CONTRAST && d->metrics.percent >= 130;
    int line = thick ? 4 : 3, out = RING_OUT + (thick ? 1 : 0);
    ept_rect ring = {r.x - out, r.y - out, r.w + 2 * out, r.h + 2 * out};

    ept_draw_box(d, ring,
                 (ept_box){.line = on_bar ? EPT_COLOUR_FOCUS_BAR : EPT_COLOUR_FOCUS,
                           .border = line,
                           .radius = radius + RING_OUT});
}

void ept_draw_bubble(ept_draw_list *d, ept_rect r, const char *word, ept_type type, ept_box box,
                     ept_colour text)
{
    box.radius = r.h / 2;
    ept_draw_box(d, r, box);
    ept_draw_text(d, r, word,
                  (ept_text_opts){.type = type,
                                  .colour = text,
                                  .align = EPT_ALIGN_CENTRE,
                                  .middle = true,
                                  .nowrap = true});
}

static void path(ept_draw_list *d, const ept_point *points, size_t count, ept_stroke stroke,
                 ept_colour fill)
{
    float left = points[0].x, top = points[0].y, right = left, bottom = top;
    int out = stroke.width + 1;
    ept_rect box;
    ept_point *copy;
    ui_cmd *c;

    for (size_t i = 1; i < count; i++) {
        left = points[i].x < left ? points[i].x : left;
        right = points[i].x > right ? points[i].x : right;
        top = points[i].y < top ? points[i].y : top;
        bottom = points[i].y > bottom ? points[i].y : bottom;
    }
    box = (ept_rect){(int)left - out, (int)top - out, (int)(right - left) + 2 * out + 2,
                     (int)(bottom - top) + 2 * out + 2};
    copy = ept_arena_array(d->arena, count, sizeof *copy);
    if (!copy) {
        failed(d, EPT_E_NOMEM);
        return;
    }
    memcpy(copy, points, count * sizeof *copy);
    c = draw_add(d, UI_CMD_PATH, box, box);
    if (!c)
        return;
    c->path = (ui_path){copy, count, stroke, fill};
    draw_mix(c, copy, count * sizeof *copy);
    draw_mix_int(c, (int)stroke.colour * 1024 + stroke.width * 2 + stroke.dashed);
    draw_mix_int(c, (int)fill);
    draw_seal(d, c);
}

void ept_draw_polyline(ept_draw_list *d, const ept_point *points, size_t count, ept_stroke stroke)
{
    if (count >= 2 && stroke.width > 0)
        path(d, points, count, stroke, EPT_COLOUR_NONE);
}

void ept_draw_polygon(ept_draw_list *d, const ept_point *points, size_t count, ept_colour fill,
                      ept_stroke edge)
{
    if (count >= 3)
        path(d, points, count, edge, fill);
}

void ept_draw_icon(ept_draw_list *d, ept_rect r, const char *name, ept_colour colour)
{
    int side = r.w < r.h ? r.w : r.h;
    ui_cmd *c;

    if (!name || side <= 0)
        return;
    r = ept_rect_centre(r, side, side);
    c = draw_add(d, UI_CMD_ICON, r, r);
    if (!c)
        return;
    c->name = draw_copy(d, name);
    c->colour = colour;
    draw_mix(c, name, strlen(name));
    draw_mix_int(c, (int)colour);
    draw_seal(d, c);
}

void ept_draw_picture(ept_draw_list *d, ept_rect r, const ept_picture *picture)
{
    ui_cmd *c;

    if (!picture || !picture->key || r.w <= 0 || r.h <= 0)
        return;
    if (d->theme == EPT_THEME_CONTRAST)
        ept_draw_box(d, r, (ept_box){EPT_COLOUR_WHITE, EPT_COLOUR_WHITE, 2, 0, false, false});
    c = draw_add(d, UI_CMD_PICTURE, r, r);
    if (!c)
        return;
    c->name = draw_copy(d, picture->key);
    c->svg = picture->svg;
    c->bytes = picture->bytes;
    draw_mix(c, picture->key, strlen(picture->key));
    draw_seal(d, c);
}

int ept_draw_mark(ept_draw_list *d, int x, int y, int h, bool on_bar)
{
    int step = h * 7 / 6;
    ept_colour line = on_bar ? EPT_COLOUR_ON_BAR : EPT_COLOUR_ACCENT;

    for (int i = 0; i < 4; i++) {
        ept_rect r = {x + i * step, y, h, h};
        ept_box ring = {EPT_COLOUR_NONE, line, h >= 16 ? 3 : 2, h / 2, false, false};

        if (i == 2)
            ring = (ept_box){EPT_COLOUR_FLAG, EPT_COLOUR_NONE, 0, h / 2, false, false};
        ept_draw_box(d, r, ring);
    }
    return 3 * step + h;
}

void ept_draw_clip(ept_draw_list *d, ept_rect r)
{
    if (d->clip_count < DRAW_CLIPS)
        d->clips[d->clip_count] = d->clip;
    d->clip_count++;
    d->clip = ept_rect_clip(d->clip, r);
}

void ept_draw_unclip(ept_draw_list *d)
{
    if (d->clip_count == 0)
        return;
    d->clip_count--;
    if (d->clip_count < DRAW_CLIPS)
        d->clip = d->clips[d->clip_count];
}

bool ept_draw_same(const ept_draw_list *a, const ept_draw_list *b)
{
    return a->hash == b->hash && a->cmd_count == b->cmd_count && a->region_count == b->region_count;
}

size_t ept_draw_count(const ept_draw_list *d)
{
    return d->cmd_count;
}

const ui_cmd *ui_draw_commands(const ept_draw_list *d, size_t *count)
{
    *count = d->cmd_count;
    return d->cmds;
}

ept_rect ui_draw_window(const ept_draw_list *d)
{
    return d->window;
}

bool ui_draw_key_labels(const ept_draw_list *d)
{
    return d->key_labels && d->metrics.key_labels;
}

const ept_focus *ui_draw_focus(const ept_draw_list *d)
{
    return d->focus;
}

ept_rect ui_draw_clip_now(const ept_draw_list *d)
{
    return d->clip;
}

int ui_text_line(const ept_draw_list *d, ept_type type)
{
    return d->metrics.type[type].line_px;
}
