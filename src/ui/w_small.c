/* SPDX-License-Identifier: MIT */
/* Small things: progress, blocks, facts, bullets, panes that scroll. */
#include "widget_priv.h"

enum { BLOCK_W = 24, BLOCK_GAP = 2, THUMB = 6, CUT = 2, AIR = 24 };

void ept_ui_progress(ept_draw_list *d, ept_rect r, int value, int mark, ept_colour colour)
{
    int w = (int)((int64_t)r.w * w_max(0, w_min(1000, value)) / 1000);
    int x = (int)((int64_t)r.w * w_min(1000, w_max(0, mark)) / 1000) + r.x;

    ept_draw_box(d, r, (ept_box){EPT_COLOUR_SUNKEN, colour, 1, SMALL_RADIUS, false, false});
    if (w > 0)
        ept_draw_box(d, (ept_rect){r.x, r.y, w, r.h},
                     (ept_box){.fill = colour, .radius = SMALL_RADIUS});
    if (w > 0 && w < r.w - SMALL_RADIUS && w > SMALL_RADIUS)
        ept_draw_fill(d, (ept_rect){r.x + w - SMALL_RADIUS, r.y, SMALL_RADIUS, r.h}, colour);
    if (mark >= 0) {
        ept_point line[] = {{(float)x, (float)(r.y - 4)}, {(float)x, (float)(r.y + r.h + 4)}};

        ept_draw_fill(d, (ept_rect){x - 3, r.y, 6, r.h}, EPT_COLOUR_SURFACE);
        ept_draw_polyline(d, line, 2, (ept_stroke){EPT_COLOUR_INK, 2, true});
    }
}

void ept_ui_blocks(ept_draw_list *d, ept_rect r, int filled, int total, int most, ept_colour colour)
{
    const char *count = ept_arena_printf(ept_draw_arena(d), "%d / %d", filled, total);
    int words = w_word_w(d, count, EPT_TYPE_BODY) + 16, room = r.w - words;
    int line = w_line(d, EPT_TYPE_BODY);
    int w = total > 0 ? w_min(BLOCK_W, room / w_max(total, most) - BLOCK_GAP) : 0, h = 14;

    if (r.h < line)
        r = (ept_rect){r.x, r.y - (line - r.h) / 2, r.w, line};
    for (int i = 0; i < total && w > 2; i++) {
        ept_rect b = {r.x + i * (w + BLOCK_GAP), r.y + (r.h - h) / 2, w, h};
        bool full = i < filled;

        ept_draw_box(d, b,
                     (ept_box){full ? colour : EPT_COLOUR_SURFACE,
                               full ? colour : EPT_COLOUR_LINE_2, 1, 3, false, false});
    }
    w_word(d, (ept_rect){r.x + room, r.y, words, r.h}, count, EPT_TYPE_BODY, EPT_COLOUR_INK,
           EPT_ALIGN_RIGHT);
}

int ept_ui_fact(ept_draw_list *d, ept_rect box, const char *label, const char *value, bool line)
{
    ept_text_opts bold = {.type = EPT_TYPE_BODY_BOLD, .align = EPT_ALIGN_RIGHT};
    ept_text_opts plain = {.type = EPT_TYPE_BODY, .colour = EPT_COLOUR_INK_2};
    int wv = w_min(ept_draw_text_w(d, value, bold), box.w * 3 / 5), wl = box.w - wv - 12, h;

    h = w_max(ept_draw_text(d, (ept_rect){box.x, box.y + 6, wl, 0}, label, plain),
              ept_draw_text(d, (ept_rect){box.x + box.w - wv, box.y + 6, wv, 0}, value, bold));
    if (line)
        ept_draw_hline(d, box.x, box.y + h + 12, box.w, EPT_COLOUR_LINE);
    return h + 12 + (line ? ept_theme_border(ept_draw_theme(d), 1) : 0);
}

int ept_ui_bullet(ept_draw_list *d, ept_rect box, const char *text, ept_text_opts opts)
{
    int size = ept_draw_metrics(d)->type[opts.type].size_px, in = size + 2,
        dot = w_max(5, size / 3);
    int line = w_line(d, opts.type);

    ept_draw_box(d, (ept_rect){box.x + 2, box.y + (line - dot) / 2 + 1, dot, dot},
                 (ept_box){.fill = opts.colour ? opts.colour : EPT_COLOUR_INK, .radius = dot / 2});
    return ept_draw_text(d, (ept_rect){box.x + in, box.y, box.w - in, 0}, text, opts);
}

int ept_ui_icon_word(ept_draw_list *d, ept_rect box, const char *icon, const char *word,
                     ept_text_opts opts)
{
    int side = w_scaled(d, opts.type == EPT_TYPE_SMALL || opts.type == EPT_TYPE_TINY ? 18 : 22), w;
    ept_rect r = box;

    ept_draw_icon(d, ept_cut_left(&r, side, 8), icon, opts.colour ? opts.colour : EPT_COLOUR_INK);
    opts.middle = true;
    w = w_min(ept_draw_text_w(d, word, opts), r.w);
    r.w = w;
    ept_draw_text(d, r, word, opts);
    return side + 8 + w;
}

/* --- scrolling --- */

enum { RING_ROOM = 8 };

ept_rect ept_ui_scroll_begin(ept_draw_list *d, ept_rect pane, const char *id, int scroll_px)
{
    ept_region region = {.id = id, .rect = pane, .kind = EPT_REGION_SCROLL};
    ept_rect clip;

    ept_draw_region(d, &region);
    /* Room for focus rings, which stand outside their controls. */
    clip = ept_rect_inset(pane, -RING_ROOM, 0);
    if (scroll_px == 0) {
        clip.y -= RING_ROOM;
        clip.h += RING_ROOM;
    }
    ept_draw_clip(d, clip);
    return (ept_rect){pane.x, pane.y - scroll_px, pane.w, pane.h};
}

/* Beside the pane, where nothing stands that it could cover. */
static void thumb(ept_draw_list *d, ept_rect pane, int scroll_px, int content_h)
{
    int h = w_max(32, (int)((int64_t)pane.h * pane.h / content_h));
    int y = (int)((int64_t)(pane.h - h) * scroll_px / w_max(1, content_h - pane.h));

    int right = pane.x + pane.w,
        x = right + 2 + THUMB <= ui_draw_window(d).w ? right + 2 : right - THUMB;

    ept_draw_box(d, (ept_rect){x, pane.y + y, THUMB, h},
                 (ept_box){.fill = EPT_COLOUR_LINE_2, .radius = THUMB / 2});
}

int ept_ui_scroll_strip(ept_draw_list *d, int pane_h, int content_h)
{
    int h = w_line(d, EPT_TYPE_SMALL) + 4;

    return content_h - pane_h >= w_scaled(d, AIR) && pane_h >= 4 * h ? h : 0;
}

void ept_ui_scroll_end(ept_draw_list *d, ept_rect pane, int scroll_px, int content_h,
                       const char *more)
{
    ept_draw_unclip(d);
    if (content_h <= pane.h)
        return;
    thumb(d, pane, scroll_px, content_h);
    if (scroll_px > 0)
        ept_draw_fill(d, (ept_rect){pane.x, pane.y, pane.w, CUT}, EPT_COLOUR_INK);
    if (content_h - scroll_px - pane.h >= w_scaled(d, AIR)) {
        int w = more ? w_word_w(d, more, EPT_TYPE_SMALL_BOLD) + 24 : 0,
            h = w_line(d, EPT_TYPE_SMALL) + 4;
        ept_rect tag = {pane.x + (pane.w - w) / 2, pane.y + pane.h, w, h};

        ept_draw_fill(d, (ept_rect){pane.x, pane.y + pane.h - CUT, pane.w, CUT}, EPT_COLOUR_INK);
        if (more) {
            ept_draw_box(d, tag, (ept_box){.fill = EPT_COLOUR_INK, .radius = SMALL_RADIUS});
            w_word(d, tag, more, EPT_TYPE_SMALL_BOLD, EPT_COLOUR_SURFACE, EPT_ALIGN_CENTRE);
        }
    }
}

int ept_ui_scroll_clamp(int scroll_px, int delta, int pane_h, int content_h)
{
    return w_max(0, w_min(scroll_px + delta, content_h - pane_h));
}

int ept_ui_scroll_to(int scroll_px, int pane_h, int y, int h)
{
    if (y < scroll_px)
        return w_max(0, y);
    return y + h > scroll_px + pane_h ? w_max(0, y + h - pane_h) : scroll_px;
}
