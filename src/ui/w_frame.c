/* SPDX-License-Identifier: MIT */
/* The frame around screens: page, cards, rail, head, footer, exam bar. */
#include <string.h>

#include "widget_priv.h"

enum { RAIL_PAD = 16, ITEM_PAD = 12, EDGE = 4, PROFILE_FOOT = 10 };

void ept_ui_page(ept_draw_list *d)
{
    ept_draw_fill(d, ui_draw_window(d), EPT_COLOUR_PAGE);
}

void ept_ui_card(ept_draw_list *d, ept_rect r)
{
    ept_draw_box(d, r, (ept_box){EPT_COLOUR_SURFACE, EPT_COLOUR_LINE, 1, RADIUS, false, false});
}

void ept_ui_panel(ept_draw_list *d, ept_rect r)
{
    ept_draw_fill(d, r, EPT_COLOUR_SURFACE);
}

void ept_ui_dark_card(ept_draw_list *d, ept_rect r)
{
    ept_draw_box(d, r,
                 (ept_box){EPT_COLOUR_BAR, w_contrast(d) ? EPT_COLOUR_ON_BAR : EPT_COLOUR_NONE, 2,
                           RADIUS, false, false});
}

/* --- rail --- */

static void badge(ept_draw_list *d, ept_rect item, int n, bool small)
{
    const char *word = ept_arena_printf(ept_draw_arena(d), "%d", n);
    int h = w_line(d, EPT_TYPE_TINY) + 8, w = w_max(h, w_word_w(d, word, EPT_TYPE_TINY_BOLD) + 14);
    ept_rect r = {item.x + item.w - w - (small ? 0 : ITEM_PAD),
                  item.y + (small ? 0 : (item.h - h) / 2), w, h};

    ept_draw_bubble(d, r, word, EPT_TYPE_TINY_BOLD, (ept_box){.fill = EPT_COLOUR_INK},
                    EPT_COLOUR_SURFACE);
}

static int item_h(ept_draw_list *d, const ept_rail_item *it, int word_w)
{
    int text = ept_draw_text_h(d, word_w, it->label, (ept_text_opts){.type = EPT_TYPE_BODY_BOLD});

    return w_max(ept_draw_metrics(d)->row_h, text + 16);
}

static int rail_item(ept_draw_list *d, ept_rect r, const ept_rail_item *it, bool active)
{
    bool icons = ept_draw_metrics(d)->rail_icons;
    int icon = w_scaled(d, 24), word_w = r.w - 2 * ITEM_PAD - icon - ITEM_PAD;
    bool hover = ept_draw_hovered(d, it->id);
    ept_colour ink = active ? EPT_COLOUR_ON_TINT : hover ? EPT_COLOUR_INK : EPT_COLOUR_INK_2;

    if (it->badge && !icons)
        word_w -= w_scaled(d, 32);
    r.h = icons ? ept_draw_metrics(d)->row_h : item_h(d, it, word_w);
    if (active) {
        ept_draw_box(d, (ept_rect){r.x, r.y, 2 * RADIUS, r.h},
                     (ept_box){.fill = EPT_COLOUR_ON_TINT, .radius = RADIUS});
        ept_draw_box(d, (ept_rect){r.x + EDGE, r.y, r.w - EDGE, r.h},
                     (ept_box){.fill = EPT_COLOUR_ACCENT_TINT, .radius = RADIUS});
    }
    if (icons) {
        ept_draw_icon(d, ept_rect_centre(r, icon, icon), it->icon, ink);
    } else {
        ept_draw_icon(d, (ept_rect){r.x + ITEM_PAD, r.y, icon, r.h}, it->icon, ink);
        ept_draw_text(d, (ept_rect){r.x + 2 * ITEM_PAD + icon, r.y, word_w, r.h}, it->label,
                      (ept_text_opts){.type = active ? EPT_TYPE_BODY_BOLD : EPT_TYPE_BODY,
                                      .colour = ink,
                                      .middle = true});
    }
    if (it->badge)
        badge(d, r, it->badge, icons);
    if (ept_draw_focused(d, it->id))
        ept_draw_ring(d, r, RADIUS, false);
    w_region(d, it->id, it->label, r, 0);
    return r.h;
}

static ept_rect rail_profile(ept_draw_list *d, ept_rect rail, const ept_rail *r)
{
    bool icons = ept_draw_metrics(d)->rail_icons;
    int side = 40, words = w_line(d, EPT_TYPE_BODY_BOLD) + w_line(d, EPT_TYPE_SMALL);
    int h = w_max(side, icons ? 0 : words) + 24;
    ept_rect box = ept_cut_bottom(&rail, h, 20), in = ept_rect_inset(box, ITEM_PAD, 12);

    ept_draw_hline(d, box.x, box.y - 8, box.w, EPT_COLOUR_LINE);
    if (icons)
        in = ept_rect_centre(box, side, side);
    if (r->profile_icon) {
        ept_rect frame = {in.x, in.y + (in.h - side) / 2, side, side};

        ept_draw_icon(d, frame, r->profile_icon,
                      strncmp(r->profile_icon, "profile-", 8) == 0 ? EPT_COLOUR_NONE
                                                                   : EPT_COLOUR_INK);
        ept_draw_box(d, frame, (ept_box){.line = EPT_COLOUR_LINE, .border = 1});
    }
    if (!icons) {
        ept_rect text = {in.x + side + ITEM_PAD, box.y + (box.h - words) / 2,
                         in.w - side - ITEM_PAD, 0};

        text.y += ept_draw_text(d, text, r->profile_name,
                                (ept_text_opts){.type = EPT_TYPE_BODY_BOLD, .max_lines = 1});
        ept_draw_text(
            d, text, r->profile_note,
            (ept_text_opts){.type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_INK_2, .max_lines = 1});
    }
    if (ept_draw_focused(d, r->profile_id))
        ept_draw_ring(d, ept_rect_inset(box, 4, 4), RADIUS, false);
    w_region(d, r->profile_id, r->profile_name, box, 0);
    return rail;
}

void ept_ui_rail(ept_draw_list *d, const ept_rail *r)
{
    const ept_metrics *m = ept_draw_metrics(d);
    int border = ept_theme_border(ept_draw_theme(d), 1), pad = m->rail_icons ? 8 : RAIL_PAD;
    ept_rect in = ept_rect_inset(m->rail, pad, 0);
    int y = 25;

    ept_draw_fill(d, m->rail, EPT_COLOUR_SURFACE);
    ept_draw_fill(d, (ept_rect){m->rail.w - border, 0, border, m->rail.h}, EPT_COLOUR_LINE);
    ept_draw_mark(d, m->rail_icons ? (m->rail.w - 50) / 2 : in.x + 13, y, m->rail_icons ? 11 : 12,
                  false);
    y += 21;
    if (!m->rail_icons)
        y += ept_draw_text(d, (ept_rect){in.x + ITEM_PAD, y, in.w - ITEM_PAD, 0}, r->title,
                           (ept_text_opts){.type = EPT_TYPE_BODY_BOLD});
    y += 20;
    if (r->profile_id) {
        ept_cut_bottom(&in, PROFILE_FOOT, 0);
        in = rail_profile(d, in, r);
    }
    for (size_t i = 0; i < r->count; i++) {
        const ept_rail_item *it = &r->items[i];

        if (!it->at_bottom)
            y += rail_item(d, (ept_rect){in.x, y, in.w, 0}, it, ept_streq(it->id, r->active)) + 4;
    }
    for (size_t i = 0; i < r->count; i++) {
        const ept_rail_item *it = &r->items[i];
        int h = m->rail_icons ? m->row_h : item_h(d, it, in.w - 3 * ITEM_PAD - w_scaled(d, 24));

        if (it->at_bottom)
            rail_item(d, ept_cut_bottom(&in, h, 4), it, ept_streq(it->id, r->active));
    }
}

/* --- bars --- */

ept_rect ept_ui_head(ept_draw_list *d, const char *back_id, const char *title, const char *note)
{
    const ept_metrics *m = ept_draw_metrics(d);
    int border = ept_theme_border(ept_draw_theme(d), 1), icon = w_scaled(d, 24), w;
    ept_rect r = ept_rect_inset(m->head, m->page_margin, 0);

    ept_draw_fill(d, m->head, EPT_COLOUR_SURFACE);
    ept_draw_fill(d, (ept_rect){0, m->head.h - border, m->head.w, border}, EPT_COLOUR_LINE);
    if (back_id) {
        ept_rect back =
            ept_rect_centre(ept_cut_left(&r, w_max(40, icon), 8), w_max(40, icon), w_max(40, icon));
        ept_draw_icon(d, ept_rect_centre(back, icon, icon), "left", EPT_COLOUR_INK);
        if (ept_draw_focused(d, back_id))
            ept_draw_ring(d, back, RADIUS, false);
        ept_draw_region(d,
                        &(ept_region){.id = back_id, .label = title, .rect = back, .cancel = true});
    } else {
        w = ept_draw_mark(d, r.x + 1, r.y + (r.h - 16) / 2, 16, false);
        ept_cut_left(&r, w + 2, 16);
    }
    w = w_min(w_word_w(d, title, EPT_TYPE_H3), r.w);
    ept_draw_text(d, ept_cut_left(&r, w, 16), title,
                  (ept_text_opts){.type = EPT_TYPE_H3, .middle = true, .max_lines = 1});
    w = note ? w_word_w(d, note, EPT_TYPE_BODY) : 0;
    if (note && w <= r.w)
        w_word(d, ept_cut_left(&r, w, 16), note, EPT_TYPE_BODY, EPT_COLOUR_INK_2, EPT_ALIGN_LEFT);
    return r;
}

ept_rect ept_ui_footer(ept_draw_list *d, int margin)
{
    const ept_metrics *m = ept_draw_metrics(d);

    ept_draw_fill(d, m->footer, EPT_COLOUR_SURFACE);
    ept_draw_hline(d, 0, m->footer.y, m->footer.w, EPT_COLOUR_LINE);
    return (ept_rect){margin, m->footer.y + (m->footer.h - m->button_footer_h) / 2,
                      m->w - 2 * margin, m->button_footer_h};
}

ept_rect ept_ui_bar(ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);

    ept_draw_fill(d, m->bar, EPT_COLOUR_BAR);
    ept_draw_hline(d, 0, m->bar.h - ept_theme_border(ept_draw_theme(d), 1), m->bar.w,
                   EPT_COLOUR_BAR_LINE);
    return ept_rect_inset(m->bar, m->margin, 8);
}
