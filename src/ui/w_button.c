/* SPDX-License-Identifier: MIT */
/* Buttons and key labels. A button whose words do not fit loses its key label, then its icons, then
 * wraps; it grows rather than clip. */
#include <string.h>

#include "widget_priv.h"

enum { GAP = 8, KEY_PAD = 6 };

typedef struct paint {
    ept_colour fill, line, ink, key_line;
} paint;

static ept_type word_type(const ept_button *b)
{
    return b->size == EPT_BUTTON_FOOTER ? EPT_TYPE_LEAD_BOLD : EPT_TYPE_BODY_BOLD;
}

static int pad_of(const ept_button *b)
{
    return b->size == EPT_BUTTON_FOOTER ? 26 : b->size == EPT_BUTTON_SMALL ? 14 : 18;
}

static int height_of(const ept_metrics *m, ept_button_size size)
{
    switch (size) {
    case EPT_BUTTON_NORMAL:
        return m->button_h;
    case EPT_BUTTON_FOOTER:
        return m->button_footer_h;
    case EPT_BUTTON_SMALL:
        return m->button_small_h;
    }
    return m->button_h;
}

static bool on_bar(const ept_button *b)
{
    return b->kind == EPT_BUTTON_ON_BAR || b->kind == EPT_BUTTON_PRIMARY_ON_BAR;
}

static bool is_primary(const ept_button *b)
{
    return b->kind == EPT_BUTTON_PRIMARY || b->kind == EPT_BUTTON_PRIMARY_ON_BAR;
}

static paint paint_of(const ept_draw_list *d, const ept_button *b, bool hover)
{
    const ept_colour none = EPT_COLOUR_NONE, tint = EPT_COLOUR_ACCENT_TINT;
    bool contrast = w_contrast(d);

    if (b->disabled)
        return (paint){EPT_COLOUR_OFF, contrast ? EPT_COLOUR_ON_OFF : none, EPT_COLOUR_ON_OFF,
                       EPT_COLOUR_ON_OFF};
    switch (b->kind) {
    case EPT_BUTTON_PRIMARY:
        return (paint){hover ? EPT_COLOUR_ACCENT_HOVER : EPT_COLOUR_ACCENT, none,
                       EPT_COLOUR_ON_ACCENT, EPT_COLOUR_ON_ACCENT};
    case EPT_BUTTON_SECONDARY:
        break;
    case EPT_BUTTON_QUIET:
        return (paint){hover ? tint : none, none, hover ? EPT_COLOUR_ON_TINT_INK : EPT_COLOUR_INK,
                       EPT_COLOUR_LINE_2};
    case EPT_BUTTON_DANGER:
        return (paint){hover ? EPT_COLOUR_BAD_TINT : EPT_COLOUR_SURFACE, EPT_COLOUR_BAD,
                       EPT_COLOUR_BAD, EPT_COLOUR_BAD};
    case EPT_BUTTON_ON_BAR:
        return (paint){EPT_COLOUR_BAR, hover ? EPT_COLOUR_ON_BAR : EPT_COLOUR_BAR_LINE,
                       EPT_COLOUR_ON_BAR, EPT_COLOUR_BAR_LINE};
    case EPT_BUTTON_PRIMARY_ON_BAR:
        if (contrast)
            return (paint){EPT_COLOUR_ACCENT, none, EPT_COLOUR_ON_ACCENT, EPT_COLOUR_ON_ACCENT};
        return (paint){hover ? tint : EPT_COLOUR_WHITE, none, EPT_COLOUR_INK, EPT_COLOUR_LINE_2};
    }
    return (paint){hover ? tint : EPT_COLOUR_SURFACE, hover ? EPT_COLOUR_ACCENT : EPT_COLOUR_LINE_2,
                   hover ? EPT_COLOUR_ON_TINT_INK : EPT_COLOUR_INK, EPT_COLOUR_LINE_2};
}

/* --- key labels --- */

static int key_h(const ept_draw_list *d)
{
    return w_line(d, EPT_TYPE_TINY) + 8;
}

int ept_ui_key_w(ept_draw_list *d, const char *word)
{
    return word ? w_max(key_h(d), w_word_w(d, word, EPT_TYPE_TINY) + 2 * (KEY_PAD + 1)) : 0;
}

int ept_ui_key(ept_draw_list *d, int x, int y, int h, const char *word, ept_colour ink,
               ept_colour line)
{
    int w = ept_ui_key_w(d, word), kh = key_h(d);
    ept_rect r = {x, y + (h - kh) / 2, w, kh};

    ept_draw_box(d, r, (ept_box){.line = line, .border = 1, .radius = SMALL_RADIUS});
    w_word(d, r, word, EPT_TYPE_TINY, ink, EPT_ALIGN_CENTRE);
    return w;
}

int ept_ui_key_hint(ept_draw_list *d, int x, int y, int h, const char *keys, const char *word)
{
    int at = x;
    ept_arena *arena = ept_draw_arena(d);

    while (keys && *keys) {
        size_t n = strcspn(keys, " ");
        const char *key = ept_arena_strndup(arena, keys, n);

        if (key && n)
            at += ept_ui_key(d, at, y, h, key, EPT_COLOUR_INK, EPT_COLOUR_LINE_2) + 4;
        keys += n + (keys[n] == ' ');
    }
    if (word) {
        int w = w_word_w(d, word, EPT_TYPE_SMALL);

        at += 4;
        w_word(d, (ept_rect){at, y, w, h}, word, EPT_TYPE_SMALL, EPT_COLOUR_INK_2, EPT_ALIGN_LEFT);
        at += w;
    }
    return at - x;
}

/* --- buttons --- */

typedef struct parts {
    bool icons, key;
    int word_w, lines_h; /* lines_h: 0 = one line */
} parts;

static int content_w(ept_draw_list *d, const ept_button *b, const parts *p)
{
    int icon = w_icon(d) + GAP, w = p->word_w;

    if (p->icons)
        w += (b->icon ? icon : 0) + (b->icon_after ? icon : 0);
    return w + (p->key ? ept_ui_key_w(d, b->key) + GAP : 0);
}

static parts parts_of(ept_draw_list *d, const ept_button *b)
{
    return (parts){.icons = true,
                   .key = b->key && ui_draw_key_labels(d),
                   .word_w = w_word_w(d, b->label, word_type(b))};
}

int ept_ui_button_w(ept_draw_list *d, const ept_button *b)
{
    parts p = parts_of(d, b);

    return content_w(d, b, &p) + 2 * pad_of(b);
}

static parts fit(ept_draw_list *d, const ept_button *b, int w)
{
    parts p = parts_of(d, b);

    if (content_w(d, b, &p) + 2 * pad_of(b) <= w)
        return p;
    w -= 2 * PAD - 8;
    if (content_w(d, b, &p) > w)
        p.key = false;
    if (content_w(d, b, &p) > w)
        p.icons = false;
    if (content_w(d, b, &p) > w) {
        p.word_w = w;
        p.lines_h = ept_draw_text_h(d, w, b->label, (ept_text_opts){.type = word_type(b)});
    }
    return p;
}

static void content(ept_draw_list *d, ept_rect r, const ept_button *b, const parts *p, paint c)
{
    int x = r.x + (r.w - content_w(d, b, p)) / 2, icon = w_icon(d);

    if (p->icons && b->icon) {
        ept_draw_icon(d, (ept_rect){x, r.y, icon, r.h}, b->icon, c.ink);
        x += icon + GAP;
    }
    ept_draw_text(d, (ept_rect){x, r.y, p->word_w, r.h}, b->label,
                  (ept_text_opts){.type = word_type(b),
                                  .colour = c.ink,
                                  .align = p->lines_h ? EPT_ALIGN_CENTRE : EPT_ALIGN_LEFT,
                                  .middle = true,
                                  .nowrap = !p->lines_h});
    x += p->word_w + GAP;
    if (p->key)
        x += ept_ui_key(d, x, r.y, r.h, b->key, c.ink, c.key_line) + GAP;
    if (p->icons && b->icon_after)
        ept_draw_icon(d, (ept_rect){x, r.y, icon, r.h}, b->icon_after, c.ink);
}

static paint frame(ept_draw_list *d, ept_rect box, const ept_button *b, w_state *s)
{
    ept_region region = {.id = b->id,
                         .label = b->label,
                         .rect = box,
                         .group = b->group,
                         .disabled = b->disabled,
                         .initial = b->initial,
                         .primary = is_primary(b) && !b->no_enter && !b->disabled,
                         .cancel = b->cancel};
    paint c;

    *s = w_state_of(d, b->disabled ? NULL : b->id, b->look);
    c = paint_of(d, b, s->hover);
    ept_draw_box(d, box,
                 (ept_box){.fill = c.fill,
                           .line = c.line,
                           .border = 2,
                           .radius = RADIUS,
                           .dashed = b->disabled && w_contrast(d)});
    if (s->focus)
        ept_draw_ring(d, box, RADIUS, on_bar(b));
    ept_draw_region(d, &region);
    return c;
}

ept_rect ept_ui_button(ept_draw_list *d, ept_rect box, const ept_button *b)
{
    int w = box.w > 0 ? box.w : ept_ui_button_w(d, b);
    parts p = fit(d, b, w);
    int h = w_max(height_of(ept_draw_metrics(d), b->size), p.lines_h + 16);
    w_state s;
    ept_rect r;
    paint c;

    box.w = w;
    box.h = w_max(box.h, h);
    c = frame(d, box, b, &s);
    r = box;
    r.y += s.press ? 1 : 0;
    content(d, r, b, &p, c);
    return box;
}

ept_rect ept_ui_icon_button(ept_draw_list *d, ept_rect box, const ept_button *b)
{
    int side = w_max(height_of(ept_draw_metrics(d), b->size), box.h), icon = w_icon(d);
    w_state s;
    ept_rect at;
    paint c;

    box.w = w_max(box.w, side);
    box.h = side;
    c = frame(d, box, b, &s);
    at = ept_rect_centre(box, icon, icon);
    at.y += s.press ? 1 : 0;
    ept_draw_icon(d, at, b->icon, c.ink);
    return box;
}

ept_rect ept_ui_buttons_left(ept_draw_list *d, ept_rect row, const ept_button *b, size_t count)
{
    for (size_t i = 0; i < count && row.w > 0; i++) {
        int w = w_min(ept_ui_button_w(d, &b[i]), row.w);

        ept_ui_button(d, ept_cut_left(&row, w, PAD), &b[i]);
    }
    return row;
}

ept_rect ept_ui_buttons_right(ept_draw_list *d, ept_rect row, const ept_button *b, size_t count)
{
    for (size_t i = 0; i < count && row.w > 0; i++) {
        int w = w_min(ept_ui_button_w(d, &b[i]), row.w);

        ept_ui_button(d, ept_cut_right(&row, w, PAD), &b[i]);
    }
    return row;
}

void ept_ui_area(ept_draw_list *d, ept_rect r, const ept_area *a)
{
    ept_region region = {.id = a->id,
                         .label = a->label,
                         .rect = r,
                         .group = a->group,
                         .disabled = a->disabled,
                         .initial = a->initial,
                         .primary = a->primary};

    if (w_state_of(d, a->id, a->look).focus)
        ept_draw_ring(d, r, a->radius, a->on_bar);
    ept_draw_region(d, &region);
}
