/* SPDX-License-Identifier: MIT */
/* A draw list as text: for goldens, for scripts that look for words, and for the test that nothing
 * leaves its box. */
#include <string.h>

#include "draw_priv.h"
#include "epstopik/str.h"

static void put_rect(ept_buf *out, const char *word, ept_rect r)
{
    ept_buf_printf(out, "%s %d,%d %dx%d", word, r.x, r.y, r.w, r.h);
}

static void put_colour(ept_buf *out, const char *word, ept_colour colour)
{
    if (colour != EPT_COLOUR_NONE)
        ept_buf_printf(out, " %s=%s", word, ept_colour_name(colour));
}

static void put_box(ept_buf *out, const ui_cmd *c)
{
    put_rect(out, "box", c->rect);
    put_colour(out, "fill", c->box.fill);
    put_colour(out, "line", c->box.line);
    if (c->box.border)
        ept_buf_printf(out, " border=%d", c->box.border);
    if (c->box.radius)
        ept_buf_printf(out, " radius=%d", c->box.radius);
    ept_buf_puts(out, c->box.dashed ? " dashed" : "");
    ept_buf_puts(out, c->box.hatch ? " hatch" : "");
}

static void put_text(ept_buf *out, const ui_cmd *c)
{
    static const char *const aligns[] = {"left", "centre", "right"};
    const ui_text *t = &c->text;

    put_rect(out, "text", c->rect);
    ept_buf_printf(out, " %s", ept_type_name(t->opts.type));
    put_colour(out, "colour", t->opts.colour);
    if (t->opts.align != EPT_ALIGN_LEFT)
        ept_buf_printf(out, " %s", aligns[t->opts.align]);
    ept_buf_puts(out, t->opts.middle ? " middle" : "");
    ept_buf_puts(out, t->opts.strike ? " strike" : "");
    ept_buf_puts(out, t->opts.korean ? " korean" : "");
    if (t->layout->line_count != 1)
        ept_buf_printf(out, " lines=%zu", t->layout->line_count);
    ept_buf_puts(out, t->lost ? " LOST " : " ");
    ept_buf_json(out, t->words);
}

static void put_path(ept_buf *out, const ui_cmd *c)
{
    const ui_path *p = &c->path;

    ept_buf_puts(out, p->fill == EPT_COLOUR_NONE ? "line" : "polygon");
    for (size_t i = 0; i < p->count; i++)
        ept_buf_printf(out, " %.1f,%.1f", (double)p->points[i].x, (double)p->points[i].y);
    put_colour(out, "fill", p->fill);
    if (p->stroke.width > 0) {
        put_colour(out, "line", p->stroke.colour);
        ept_buf_printf(out, " width=%d%s", p->stroke.width, p->stroke.dashed ? " dashed" : "");
    }
}

static void put_command(ept_buf *out, const ui_cmd *c)
{
    switch (c->kind) {
    case UI_CMD_BOX:
        put_box(out, c);
        break;
    case UI_CMD_TEXT:
        put_text(out, c);
        break;
    case UI_CMD_ICON:
        put_rect(out, "icon", c->rect);
        ept_buf_printf(out, " %s", c->name);
        put_colour(out, "colour", c->colour);
        break;
    case UI_CMD_PICTURE:
        put_rect(out, "picture", c->rect);
        ept_buf_printf(out, " %s", c->name);
        break;
    case UI_CMD_PATH:
        put_path(out, c);
        break;
    }
    ept_buf_puts(out, "\n");
}

static void put_region(ept_buf *out, const ept_region *r)
{
    static const char *const kinds[] = {"button", "text", "slider", "scroll"};

    put_rect(out, "region", r->rect);
    ept_buf_printf(out, " %s %s", r->id, kinds[r->kind]);
    if (r->group)
        ept_buf_printf(out, " group=%d", r->group);
    ept_buf_puts(out, r->disabled ? " disabled" : "");
    ept_buf_puts(out, r->initial ? " initial" : "");
    ept_buf_puts(out, r->primary ? " primary" : "");
    ept_buf_puts(out, r->cancel ? " cancel" : "");
    if (r->label) {
        ept_buf_puts(out, " ");
        ept_buf_json(out, r->label);
    }
    ept_buf_puts(out, "\n");
}

void ept_draw_dump(const ept_draw_list *d, ept_buf *out)
{
    ept_rect clip = d->window;

    for (size_t i = 0; i < d->cmd_count; i++) {
        const ui_cmd *c = &d->cmds[i];

        if (memcmp(&clip, &c->clip, sizeof clip) != 0) {
            clip = c->clip;
            put_rect(out, "clip", clip);
            ept_buf_puts(out, "\n");
        }
        put_command(out, c);
    }
    for (size_t i = 0; i < ept_draw_region_count(d); i++)
        put_region(out, ept_draw_region_at(d, i));
}

/* The pixels of a text's letters, roughly: its lines without the air above and below. */
static ept_rect ink_of(const ui_cmd *c)
{
    const ui_text *t = &c->text;
    int air = (t->line_px - t->size_px) / 2, x = c->rect.x;

    if (t->opts.align == EPT_ALIGN_CENTRE)
        x += (c->rect.w - t->layout->w_px) / 2;
    if (t->opts.align == EPT_ALIGN_RIGHT)
        x += c->rect.w - t->layout->w_px;
    return (ept_rect){x, t->y + air, t->layout->w_px, t->layout->h_px - 2 * air};
}

static bool inside(ept_rect a, ept_rect b)
{
    return a.x >= b.x && a.y >= b.y && a.x + a.w <= b.x + b.w && a.y + a.h <= b.y + b.h;
}

/* Under a filled box drawn after command `from` and before `to`. */
static bool covered(const ept_draw_list *d, size_t from, size_t to, ept_rect r)
{
    for (size_t i = from + 1; i < to; i++) {
        const ui_cmd *c = &d->cmds[i];

        if (c->kind == UI_CMD_BOX && c->box.fill != EPT_COLOUR_NONE &&
            inside(r, ept_rect_clip(c->rect, c->clip)))
            return true;
    }
    return false;
}

/* Covered by what is drawn later, or wholly outside its clip. */
static bool hidden(const ept_draw_list *d, size_t index, ept_rect ink)
{
    ept_rect seen = ept_rect_clip(ink, d->cmds[index].clip);

    return seen.w <= 0 || seen.h <= 0 || covered(d, index, d->cmd_count, seen);
}

void ept_draw_words(const ept_draw_list *d, ept_buf *out)
{
    for (size_t i = 0; i < d->cmd_count; i++) {
        const ui_cmd *c = &d->cmds[i];

        if (c->kind == UI_CMD_TEXT && !hidden(d, i, ink_of(c))) {
            ept_buf_puts(out, c->text.words);
            ept_buf_puts(out, "\n");
        }
    }
}

bool ept_draw_shows(const ept_draw_list *d, const char *text)
{
    for (size_t i = 0; i < d->cmd_count; i++) {
        const ui_cmd *c = &d->cmds[i];

        if (c->kind == UI_CMD_TEXT && strstr(c->text.words, text) && !hidden(d, i, ink_of(c)))
            return true;
    }
    return false;
}

static void report(ept_buf *out, const char *why, const ui_cmd *c)
{
    ept_buf_puts(out, why);
    ept_buf_puts(out, ": ");
    put_command(out, c);
}

static bool overlaps(const ept_draw_list *d, size_t index, ept_rect ink, ept_buf *out)
{
    for (size_t i = index + 1; i < d->cmd_count; i++) {
        const ui_cmd *c = &d->cmds[i];
        ept_rect other, both;

        if (c->kind != UI_CMD_TEXT)
            continue;
        other = ept_rect_clip(ink_of(c), c->clip);
        both = ept_rect_clip(ink, other);
        if (both.w > 1 && both.h > 1 && !hidden(d, i, other) && !covered(d, index, i, both)) {
            report(out, "overlaps", &d->cmds[index]);
            report(out, "    with", c);
            return true;
        }
    }
    return false;
}

bool ept_draw_overflow(const ept_draw_list *d, ept_buf *out)
{
    for (size_t i = 0; i < d->cmd_count; i++) {
        const ui_cmd *c = &d->cmds[i];
        bool pane = memcmp(&c->clip, &d->window, sizeof c->clip) != 0;
        ept_rect ink;

        if (c->kind != UI_CMD_TEXT)
            continue;
        ink = ink_of(c);
        if (hidden(d, i, ink))
            continue;
        if (c->text.lost) {
            report(out, "does not fit", c);
            return true;
        }
        if (!pane && !inside(ink, d->window)) {
            report(out, "leaves the window", c);
            return true;
        }
        if (overlaps(d, i, ept_rect_clip(ink, c->clip), out))
            return true;
    }
    return false;
}
