/* SPDX-License-Identifier: MIT */
/* Choosing: segments, text size, tabs, chips, switches, rows with a bubble or a tick box. */
#include "widget_priv.h"

enum { SEGMENT_PAD = 18, FIXED_PAD = 16, GAP = 8, CHIP_PAD = 12 };

/* --- segments --- */

typedef struct segment_look {
    ept_colour fill, line, divider, ink, active_fill, active_ink;
} segment_look;

static segment_look look_of(const ept_draw_list *d, bool on_bar)
{
    if (!on_bar)
        return (segment_look){EPT_COLOUR_SURFACE, EPT_COLOUR_LINE_2, EPT_COLOUR_LINE_2,
                              EPT_COLOUR_INK,     EPT_COLOUR_ACCENT, EPT_COLOUR_ON_ACCENT};
    if (w_contrast(d))
        return (segment_look){EPT_COLOUR_BAR,    EPT_COLOUR_BAR_LINE, EPT_COLOUR_BAR_LINE,
                              EPT_COLOUR_ON_BAR, EPT_COLOUR_ACCENT,   EPT_COLOUR_ON_ACCENT};
    return (segment_look){EPT_COLOUR_BAR,      EPT_COLOUR_BAR_LINE, EPT_COLOUR_BAR_LINE,
                          EPT_COLOUR_ON_BAR_2, EPT_COLOUR_WHITE,    EPT_COLOUR_INK};
}

static const char *icon_of(const ept_segments *s, int i)
{
    if (s->items[i].icon)
        return s->items[i].icon;
    return i == s->active && !s->on_bar && !s->no_tick ? "check" : NULL;
}

static int segment_w(ept_draw_list *d, const ept_segments *s, int i)
{
    ept_type type = i == s->active ? EPT_TYPE_BODY_BOLD : EPT_TYPE_BODY;
    int w = w_word_w(d, s->items[i].label, EPT_TYPE_BODY_BOLD);

    if (s->fixed)
        return w_word_w(d, s->items[i].label, type) + (s->items[i].icon ? w_icon(d) + GAP : 0) +
               2 * FIXED_PAD;
    /* Room for the tick in every segment: nothing moves when another one is chosen. */
    return w + (s->items[i].icon || (!s->on_bar && !s->no_tick) ? w_icon(d) + GAP : 0) +
           2 * SEGMENT_PAD;
}

static void segment(ept_draw_list *d, ept_rect r, const ept_segments *s, int i, segment_look look)
{
    bool active = i == s->active;
    ept_colour ink = active ? look.active_ink : look.ink;
    ept_type type = active ? EPT_TYPE_BODY_BOLD : EPT_TYPE_BODY;
    int word = w_word_w(d, s->items[i].label, type), icon = w_icon(d), w = word;
    const char *name = icon_of(s, i);
    int x;

    if (name && word + icon + GAP + 8 > r.w)
        name = NULL;
    w += name ? icon + GAP : 0;
    x = r.x + (r.w - w) / 2;
    if (name) {
        ept_draw_icon(d, (ept_rect){x, r.y, icon, r.h}, name, ink);
        x += icon + GAP;
    }
    w_word(d, (ept_rect){x, r.y, word, r.h}, s->items[i].label, type, ink, EPT_ALIGN_LEFT);
}

static ept_rect part_of(ept_draw_list *d, const ept_segments *s, ept_rect box, int i, bool natural)
{
    ept_rect r = box;

    if (!natural)
        return ept_rect_column(box, s->count, i, 0);
    for (int k = 0; k < i; k++)
        r.x += segment_w(d, s, k);
    r.w = segment_w(d, s, i);
    return r;
}

ept_rect ept_ui_segments(ept_draw_list *d, ept_rect box, const ept_segments *s)
{
    const ept_metrics *m = ept_draw_metrics(d);
    segment_look look = look_of(d, s->on_bar);
    int border = s->on_bar ? 1 : 2, total = 0;
    bool natural = box.w == 0;

    for (int i = 0; i < s->count; i++)
        total += segment_w(d, s, i);
    box.w = natural ? total : box.w;
    box.h = w_max(box.h, s->small || s->on_bar ? m->button_small_h : m->button_h);
    ept_draw_box(d, box, (ept_box){look.fill, look.line, border, RADIUS, false, false});
    for (int i = 0; i < s->count; i++) {
        ept_rect r = part_of(d, s, box, i, natural || total <= box.w * 3 / 4 ? natural : false);
        const char *id = s->fixed ? NULL : ept_draw_id(d, s->id, i);

        if (i == s->active) {
            ept_rect fill = ept_rect_inset(r, 0, border);

            fill.x += i == 0 ? border : 0;
            fill.w -= (i == 0 ? border : 0) + (i == s->count - 1 ? border : 0);
            ept_draw_box(d, fill,
                         (ept_box){.fill = look.active_fill,
                                   .radius = i == 0 || i == s->count - 1 ? RADIUS - border : 0});
            if (i == 0 && s->count > 1)
                ept_draw_fill(d, (ept_rect){fill.x + fill.w - RADIUS, fill.y, RADIUS, fill.h},
                              look.active_fill);
            if (i == s->count - 1 && i > 0)
                ept_draw_fill(d, (ept_rect){fill.x, fill.y, RADIUS, fill.h}, look.active_fill);
        }
        if (i > 0)
            ept_draw_vline(d, r.x, r.y + border, r.h - 2 * border, look.divider);
        segment(d, r, s, i, look);
        if (ept_draw_focused(d, id))
            ept_draw_ring(d, r, i == 0 || i == s->count - 1 ? RADIUS : SMALL_RADIUS, s->on_bar);
        if (id)
            ept_draw_region(d, &(ept_region){.id = id,
                                             .label = s->items[i].label,
                                             .rect = r,
                                             .group = s->group,
                                             .initial = s->initial && i == s->active});
    }
    return box;
}

ept_rect ept_ui_text_size(ept_draw_list *d, ept_rect box, const char *id, const char *letter,
                          bool on_bar)
{
    ept_arena *arena = ept_draw_arena(d);
    int percent = ept_draw_metrics(d)->percent, h = ept_draw_metrics(d)->button_small_h, x, mid;
    segment_look look = look_of(d, on_bar);
    const char *words[3] = {ept_arena_printf(arena, "%s\xE2\x88\x92", letter),
                            ept_arena_printf(arena, "%d%%", percent),
                            ept_arena_printf(arena, "%s+", letter)};
    const char *ids[3] = {ept_arena_printf(arena, "%s.less", id), NULL,
                          ept_arena_printf(arena, "%s.more", id)};
    /* At the smallest and the largest size one of them does nothing. */
    const bool ends[3] = {ept_ui_step_percent(percent, -1) == percent, false,
                          ept_ui_step_percent(percent, 1) == percent};
    ept_colour off = on_bar ? EPT_COLOUR_BAR_LINE : EPT_COLOUR_ON_OFF;
    const ept_type types[3] = {EPT_TYPE_SMALL, EPT_TYPE_BODY_BOLD, EPT_TYPE_LEAD};
    int widths[3];

    for (int i = 0; i < 3; i++)
        widths[i] = w_word_w(d, words[i], types[i]) + (i == 1 ? 26 : 24);
    x = box.x + box.w - widths[0] - widths[1] - widths[2];
    box = (ept_rect){x, box.y + (w_max(box.h, h) - h) / 2, box.x + box.w - x, h};
    ept_draw_box(d, box, (ept_box){look.fill, look.line, on_bar ? 1 : 2, RADIUS, false, false});
    mid = x + widths[0];
    ept_draw_fill(d, (ept_rect){mid, box.y + 1, widths[1], h - 2}, look.active_fill);
    for (int i = 0; i < 3; i++) {
        ept_rect r = {x, box.y, widths[i], h};

        w_word(d, r, words[i], types[i],
               i == 1    ? look.active_ink
               : ends[i] ? off
                         : look.ink,
               EPT_ALIGN_CENTRE);
        if (ids[i] && !ends[i] && ept_draw_focused(d, ids[i]))
            ept_draw_ring(d, r, RADIUS, on_bar);
        if (ids[i])
            ept_draw_region(
                d, &(ept_region){.id = ids[i], .label = words[i], .rect = r, .disabled = ends[i]});
        x += widths[i];
    }
    return box;
}

/* --- tabs --- */

int ept_ui_tabs(ept_draw_list *d, ept_rect box, const char *id, const ept_tab *tabs, int count,
                int active)
{
    int h = ept_draw_metrics(d)->row_h, x = box.x, icon = w_icon(d),
        line = ept_theme_border(ept_draw_theme(d), 2);

    ept_draw_fill(d, (ept_rect){box.x, box.y + h - line, box.w, line}, EPT_COLOUR_LINE);
    for (int i = 0; i < count; i++) {
        const ept_tab *t = &tabs[i];
        const char *tab_id = ept_draw_id(d, id, i);
        bool on = i == active;
        ept_type type = on ? EPT_TYPE_BODY_BOLD : EPT_TYPE_BODY;
        ept_colour ink = on ? EPT_COLOUR_ACCENT : EPT_COLOUR_INK_2;
        int word = w_word_w(d, t->label, EPT_TYPE_BODY_BOLD), at = x + 16;
        int small = t->count ? w_word_w(d, t->count, EPT_TYPE_SMALL) + GAP : 0;
        int w = word + (t->icon ? icon + GAP : 0) + small + 32;
        ept_rect r = {x, box.y, w, h};

        if (t->icon) {
            ept_draw_icon(d, (ept_rect){at, r.y, icon, h - 4}, t->icon, ink);
            at += icon + GAP;
        }
        w_word(d, (ept_rect){at, r.y, word, h - 4}, t->label, type, ink, EPT_ALIGN_LEFT);
        if (t->count)
            w_word(d, (ept_rect){at + word + GAP, r.y, small - GAP, h - 4}, t->count,
                   EPT_TYPE_SMALL, EPT_COLOUR_INK_3, EPT_ALIGN_LEFT);
        if (on)
            ept_draw_fill(d, (ept_rect){x, box.y + h - 4, w, 4}, EPT_COLOUR_ACCENT);
        if (ept_draw_focused(d, tab_id))
            ept_draw_ring(d, r, SMALL_RADIUS, false);
        w_region(d, tab_id, t->label, r, 0);
        x += w;
    }
    return h;
}

/* --- chips --- */

ept_colour ept_tone_ink(ept_tone tone)
{
    switch (tone) {
    case EPT_TONE_NEUTRAL:
        return EPT_COLOUR_INK;
    case EPT_TONE_ACCENT:
        return EPT_COLOUR_ACCENT;
    case EPT_TONE_LISTEN:
        return EPT_COLOUR_LISTEN;
    case EPT_TONE_GOOD:
        return EPT_COLOUR_GOOD;
    case EPT_TONE_WARN:
        return EPT_COLOUR_WARN;
    case EPT_TONE_BAD:
        return EPT_COLOUR_BAD;
    }
    return EPT_COLOUR_INK;
}

ept_colour ept_tone_tint(ept_tone tone)
{
    switch (tone) {
    case EPT_TONE_NEUTRAL:
        return EPT_COLOUR_SURFACE;
    case EPT_TONE_ACCENT:
        return EPT_COLOUR_ACCENT_TINT;
    case EPT_TONE_LISTEN:
        return EPT_COLOUR_LISTEN_TINT;
    case EPT_TONE_GOOD:
        return EPT_COLOUR_GOOD_TINT;
    case EPT_TONE_WARN:
        return EPT_COLOUR_WARN_TINT;
    case EPT_TONE_BAD:
        return EPT_COLOUR_BAD_TINT;
    }
    return EPT_COLOUR_SURFACE;
}

static ept_type chip_type(const ept_chip *c)
{
    return c->bold || c->active ? EPT_TYPE_SMALL_BOLD : EPT_TYPE_SMALL;
}

static int chip_icon(const ept_draw_list *d)
{
    return w_scaled(d, 18);
}

int ept_ui_chip_w(ept_draw_list *d, const ept_chip *c)
{
    int border = !c->id ? 0 : c->active ? 2 : 1; /* a filter's words keep clear of its border */

    return w_word_w(d, c->label, chip_type(c)) + (c->icon ? chip_icon(d) + 6 : 0) +
           2 * (CHIP_PAD + border);
}

ept_rect ept_ui_chip(ept_draw_list *d, ept_rect box, const ept_chip *c)
{
    int least = w_line(d, EPT_TYPE_SMALL) + (c->id ? 20 : 12), w = ept_ui_chip_w(d, c),
        icon = chip_icon(d);
    w_state s = w_state_of(d, c->id, c->look);
    bool lit = c->active || s.hover;
    ept_colour tint = lit ? EPT_COLOUR_ACCENT_TINT : ept_tone_tint(c->tone);
    bool inverse = tint == EPT_COLOUR_ACCENT_TINT;
    ept_colour ink = inverse ? EPT_COLOUR_ON_TINT : ept_tone_ink(c->tone);
    ept_colour line = lit                           ? EPT_COLOUR_ACCENT
                      : c->tone == EPT_TONE_NEUTRAL ? EPT_COLOUR_LINE_2
                                                    : ept_tone_ink(c->tone);
    int word = w_word_w(d, c->label, chip_type(c)), x;

    box.w = box.w > 0 ? box.w : w;
    box.h = w_max(box.h, least);
    ept_draw_box(d, box, (ept_box){tint, line, c->active ? 2 : 1, box.h / 2, false, false});
    x = box.x + (box.w - word - (c->icon ? icon + 6 : 0)) / 2;
    if (c->icon) {
        ept_draw_icon(d, (ept_rect){x, box.y, icon, box.h}, c->icon, ink);
        x += icon + 6;
    }
    w_word(d, (ept_rect){x, box.y, word, box.h}, c->label, chip_type(c), ink, EPT_ALIGN_LEFT);
    if (s.focus)
        ept_draw_ring(d, box, box.h / 2, false);
    w_region(d, c->id, c->label, box, c->group);
    return box;
}

int ept_ui_chips(ept_draw_list *d, ept_rect box, const ept_chip *chips, size_t count)
{
    int x = box.x, y = box.y, h = 0;

    for (size_t i = 0; i < count; i++) {
        int w = ept_ui_chip_w(d, &chips[i]);

        if (x > box.x && x + w > box.x + box.w) {
            x = box.x;
            y += h + GAP;
        }
        h = ept_ui_chip(d, (ept_rect){x, y, w_min(w, box.w), 0}, &chips[i]).h;
        x += w + GAP;
    }
    return count ? y + h - box.y : 0;
}

/* --- switch, slider, rows --- */

ept_rect ept_ui_switch(ept_draw_list *d, ept_rect box, const char *id, bool on, const char *word)
{
    int w = word ? w_word_w(d, word, EPT_TYPE_BODY_BOLD) : 0,
        h = w_max(box.h, w_max(32, w_line(d, EPT_TYPE_BODY)));
    ept_rect track = {box.x, box.y + (h - 32) / 2, 56, 32}, knob;

    knob = (ept_rect){track.x + (on ? 30 : 6), track.y + 6, 20, 20};
    ept_draw_box(d, track,
                 (ept_box){on ? EPT_COLOUR_ACCENT : EPT_COLOUR_SURFACE,
                           on ? EPT_COLOUR_ACCENT : EPT_COLOUR_LINE_2, 2, 16, false, false});
    ept_draw_box(d, knob,
                 (ept_box){.fill = on ? EPT_COLOUR_ON_ACCENT : EPT_COLOUR_LINE_2, .radius = 10});
    if (word)
        w_word(d, (ept_rect){track.x + 68, box.y, w, h}, word, EPT_TYPE_BODY_BOLD, EPT_COLOUR_INK,
               EPT_ALIGN_LEFT);
    if (ept_draw_focused(d, id))
        ept_draw_ring(d, track, 16, false);
    box = (ept_rect){box.x, box.y, 56 + (word ? 12 + w : 0), h};
    w_region(d, id, word, box, 0);
    return box;
}

static void slider_track(ept_draw_list *d, ept_rect r, int value, bool on_bar)
{
    int y = r.y + r.h / 2, at = r.x + r.w * value / 100;
    ept_colour done = on_bar ? EPT_COLOUR_ON_BAR : EPT_COLOUR_ACCENT;
    ept_rect knob = {at - (on_bar ? 8 : 11), y - (on_bar ? 8 : 11), on_bar ? 16 : 22,
                     on_bar ? 16 : 22};

    ept_draw_fill(d, (ept_rect){r.x, y - 2, r.w, 4},
                  on_bar ? EPT_COLOUR_BAR_LINE : EPT_COLOUR_LINE_2);
    ept_draw_fill(d, (ept_rect){r.x, y - (on_bar ? 2 : 3), at - r.x, on_bar ? 4 : 6}, done);
    ept_draw_box(d, knob,
                 (ept_box){on_bar ? EPT_COLOUR_ON_BAR : EPT_COLOUR_SURFACE, done, 3, knob.h / 2,
                           false, false});
}

ept_rect ept_ui_slider(ept_draw_list *d, ept_rect box, const ept_slider *s)
{
    const char *number = ept_arena_printf(ept_draw_arena(d), "%d", s->value);
    ept_type type = s->framed ? EPT_TYPE_SMALL : EPT_TYPE_BODY_BOLD;
    int digits = w_word_w(d, "100", type), icon = w_scaled(d, 24), pad = s->framed ? 12 : 0;
    int extra = 2 * pad + 16 + digits + (s->icon ? icon + 8 : 0);
    int track = box.w > 0 ? w_max(64, box.w - extra) : 96;
    ept_colour ink = s->on_bar ? EPT_COLOUR_ON_BAR : EPT_COLOUR_INK;
    ept_region region = {.id = s->id, .label = s->label, .kind = EPT_REGION_SLIDER};
    ept_rect r;

    box.w = track + extra;
    box.h = w_max(box.h, s->framed ? ept_draw_metrics(d)->button_small_h : w_line(d, type));
    if (s->framed)
        ept_draw_box(d, box,
                     (ept_box){.line = s->on_bar ? EPT_COLOUR_BAR_LINE : EPT_COLOUR_LINE_2,
                               .border = 1,
                               .radius = RADIUS});
    r = ept_rect_inset(box, pad, 0);
    if (s->icon)
        ept_draw_icon(d, ept_cut_left(&r, icon, 8), "vol", ink);
    r.w = track;
    slider_track(d, r, s->value, s->on_bar);
    w_word(d, (ept_rect){r.x + track + 16, box.y, digits, box.h}, number, type, ink,
           EPT_ALIGN_RIGHT);
    if (w_state_of(d, s->id, s->look).focus)
        ept_draw_ring(d, s->framed ? box : r, RADIUS, s->on_bar);
    region.rect = (ept_rect){r.x, box.y, track, box.h};
    ept_draw_region(d, &region);
    return box;
}

int ept_ui_choice(ept_draw_list *d, ept_rect box, const ept_choice *c)
{
    w_state s = w_state_of(d, c->id, c->look);
    int mark = w_scaled(d, 24), text_x = 16 + mark + 12 + (c->icon ? w_icon(d) + 8 : 0);
    ept_rect text = {box.x + text_x, 0, box.w - text_x - 16, 0}, bubble;
    ept_text_opts label = {.type = EPT_TYPE_BODY}, bold = {.type = EPT_TYPE_BODY_BOLD};
    ept_text_opts note = {.type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_INK_2};
    int words =
        ept_draw_text_h(d, text.w, c->label, label) + ept_draw_text_h(d, text.w, c->note, note);
    ept_colour line = c->disabled        ? EPT_COLOUR_LINE
                      : c->on || s.hover ? EPT_COLOUR_ACCENT
                                         : EPT_COLOUR_LINE_2;
    ept_region region = {.id = c->id,
                         .label = c->label,
                         .group = c->group,
                         .initial = c->initial,
                         .disabled = c->disabled};

    /* Bold where that takes no line more: a choice is as high chosen as not. */
    if (c->on &&
        ept_draw_text_h(d, text.w, c->label, bold) <= ept_draw_text_h(d, text.w, c->label, label))
        label.type = EPT_TYPE_BODY_BOLD;
    box.h = w_max(box.h, w_max(ept_draw_metrics(d)->row_h, words + 24));
    label.colour = c->disabled ? EPT_COLOUR_ON_OFF
                   : c->on     ? EPT_COLOUR_ON_TINT_INK
                               : EPT_COLOUR_INK;
    note.colour = c->on ? EPT_COLOUR_ON_TINT_INK : EPT_COLOUR_INK_2;
    ept_draw_box(d, box,
                 (ept_box){c->on ? EPT_COLOUR_ACCENT_TINT : EPT_COLOUR_SURFACE, line, 2, RADIUS,
                           c->disabled, false});
    bubble = (ept_rect){box.x + 16, box.y + (box.h - mark) / 2, mark, mark};
    ept_draw_box(d, bubble,
                 (ept_box){c->on ? EPT_COLOUR_ON_TINT : EPT_COLOUR_SURFACE,
                           c->on ? EPT_COLOUR_ON_TINT : line, 2,
                           c->tick_box ? SMALL_RADIUS : mark / 2, false, false});
    if (c->on)
        ept_draw_icon(d, ept_rect_inset(bubble, 3, 3), "check",
                      w_contrast(d) ? EPT_COLOUR_ACCENT : EPT_COLOUR_ON_ACCENT);
    if (c->icon)
        ept_draw_icon(d, (ept_rect){bubble.x + mark + 12, box.y, w_icon(d), box.h}, c->icon,
                      label.colour);
    text.y = box.y + (box.h - words) / 2;
    text.y += ept_draw_text(d, text, c->label, label);
    ept_draw_text(d, text, c->note, note);
    if (s.focus)
        ept_draw_ring(d, box, RADIUS, false);
    region.rect = box;
    ept_draw_region(d, &region);
    return box.h;
}
