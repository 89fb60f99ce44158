/* SPDX-License-Identifier: MIT */
/* Things that speak up: notice boxes, toasts, modals. */
#include "widget_priv.h"

enum { EDGE = 6, TOAST_EDGE = 8, MODAL_W = 544, MODAL_PAD = 26 };

/* A box whose left edge is thicker: the edge first, then the body over its right part. */
static void edged(ept_draw_list *d, ept_rect r, ept_colour fill, ept_colour line, int border,
                  int edge)
{
    ept_rect inner;

    border = ept_theme_border(ept_draw_theme(d), border);
    inner = (ept_rect){r.x + edge, r.y + border, r.w - edge - border, r.h - 2 * border};
    ept_draw_box(d, r, (ept_box){.fill = line, .radius = RADIUS});
    ept_draw_box(d, inner, (ept_box){.fill = fill, .radius = RADIUS - border});
    ept_draw_fill(d, (ept_rect){inner.x, inner.y, RADIUS, inner.h}, fill);
}

int ept_ui_notice(ept_draw_list *d, ept_rect box, ept_tone tone, const char *icon,
                  const char *title, const char *text)
{
    ept_colour line = tone == EPT_TONE_NEUTRAL ? EPT_COLOUR_LINE_2 : ept_tone_ink(tone);
    ept_colour fill = w_contrast(d) ? EPT_COLOUR_SURFACE : ept_tone_tint(tone);
    int mark = icon ? w_scaled(d, 24) + 12 : 0;
    ept_rect r = {box.x + EDGE + 16 + mark, box.y + 16, box.w - EDGE - 32 - mark, 0};
    ept_text_opts bold = {.type = EPT_TYPE_BODY_BOLD}, plain = {.type = EPT_TYPE_BODY};
    int gap = title && text ? 4 : 0;
    int h = 32 + ept_draw_text_h(d, r.w, title, bold) + gap + ept_draw_text_h(d, r.w, text, plain);

    box.h = w_max(box.h, h);
    edged(d, box, fill, line, 1, EDGE);
    if (icon)
        ept_draw_icon(d,
                      (ept_rect){box.x + EDGE + 14, box.y + 16, w_scaled(d, 24), w_scaled(d, 24)},
                      icon, ept_tone_ink(tone));
    r.y += ept_draw_text(d, r, title, bold) + gap;
    ept_draw_text(d, r, text, plain);
    return box.h;
}

ept_rect ept_ui_toast(ept_draw_list *d, int x, int footer_top, ept_tone tone, const char *icon,
                      const char *text, const char *dismiss)
{
    ept_button close = {
        .id = "toast.close", .label = dismiss, .kind = EPT_BUTTON_QUIET, .size = EPT_BUTTON_SMALL};
    int mark = w_icon(d), left = TOAST_EDGE + 16 + mark + 12,
        more = dismiss ? ept_ui_button_w(d, &close) : 0;
    int most = w_min(w_scaled(d, 440), ept_draw_metrics(d)->w - 2 * x);
    ept_text_opts opts = {.type = EPT_TYPE_BODY};
    int word = w_min(ept_draw_text_w(d, text, opts), most - left - 16 - more);
    int h = ept_draw_text_h(d, word, text, opts);
    ept_rect r = {x, 0, left + word + 16 + more, w_max(h + 28, w_line(d, EPT_TYPE_BODY) + 28)};

    r.y = footer_top - 16 - r.h;
    edged(d, r, EPT_COLOUR_SURFACE,
          tone == EPT_TONE_NEUTRAL ? EPT_COLOUR_LINE_2 : ept_tone_ink(tone), 2, TOAST_EDGE);
    ept_draw_icon(d, (ept_rect){r.x + TOAST_EDGE + 16, r.y, mark, r.h}, icon, ept_tone_ink(tone));
    opts.middle = true;
    ept_draw_text(d, (ept_rect){r.x + left, r.y, word, r.h}, text, opts);
    if (dismiss) {
        int bh = ept_draw_metrics(d)->button_small_h;

        ept_ui_button(d, (ept_rect){r.x + r.w - more - 4, r.y + (r.h - bh) / 2, more, 0}, &close);
    }
    return r;
}

ept_rect ept_ui_modal_panel(ept_draw_list *d, int w, int h)
{
    ept_rect window = ui_draw_window(d), r;

    ept_draw_trap(d);
    ept_draw_fill(d, window, EPT_COLOUR_SCRIM);
    r = ept_rect_centre(window, w_min(w, window.w - 32), w_min(h, window.h - 32));
    ept_draw_box(d, r, (ept_box){EPT_COLOUR_SURFACE, EPT_COLOUR_INK, 2, RADIUS, false, false});
    return r;
}

/* Beside each other when there is room, else one above the other. */
static int modal_buttons(ept_draw_list *d, ept_rect r, const ept_modal *m, bool draw)
{
    ept_button safe = m->safe, act = m->act;
    int ws, wa, h = ept_draw_metrics(d)->button_h;

    safe.initial = safe.cancel = true;
    safe.group = act.group = 1;
    ws = w_min(ept_ui_button_w(d, &safe), r.w);
    wa = act.id ? w_min(ept_ui_button_w(d, &act), r.w) : 0;
    if (!act.id || ws + 12 + wa <= r.w) {
        if (draw) {
            if (act.id)
                ept_ui_button(d, ept_cut_right(&r, wa, 12), &act);
            ept_ui_button(d, ept_cut_right(&r, ws, 0), &safe);
        }
        return h;
    }
    if (draw) {
        ept_ui_button(d, (ept_rect){r.x, r.y, r.w, 0}, &safe);
        ept_ui_button(d, (ept_rect){r.x, r.y + h + 12, r.w, 0}, &act);
    }
    return 2 * h + 12;
}

ept_rect ept_ui_modal(ept_draw_list *d, const ept_modal *m)
{
    const ept_metrics *me = ept_draw_metrics(d);
    int w = w_min(w_max(480, w_min(640, w_scaled(d, MODAL_W))), me->w - 32),
        inner = w - 2 * MODAL_PAD;
    ept_text_opts title = {.type = EPT_TYPE_QUESTION}, bold = {.type = EPT_TYPE_BODY_BOLD},
                  plain = {.type = EPT_TYPE_BODY};
    int strong = ept_draw_text_h(d, inner, m->strong, bold),
        text = ept_draw_text_h(d, inner, m->text, plain);
    int buttons = modal_buttons(d, (ept_rect){0, 0, inner, me->button_h}, m, false);
    int h = ept_draw_text_h(d, inner, m->title, title) + 12 + strong + text + 24 + buttons +
            2 * MODAL_PAD - 8;
    ept_rect r = ept_ui_modal_panel(d, w, h), in = ept_rect_inset(r, MODAL_PAD, MODAL_PAD - 4);

    in.h = 0;
    in.y += ept_draw_text(d, in, m->title, title) + 12;
    in.y += ept_draw_text(d, in, m->strong, bold);
    in.y += ept_draw_text(d, in, m->text, plain) + 24;
    modal_buttons(d, (ept_rect){in.x, in.y, in.w, me->button_h}, m, true);
    return r;
}
