/* SPDX-License-Identifier: MIT */
/* The timer chip. Right edge fixed: it grows leftward, so digits move only when the state changes.
 */
#include <inttypes.h>
#include <stdio.h>

#include "epstopik/ui_exam.h"
#include "widget_priv.h"

enum { FIVE_MS = 5 * 60 * 1000, LAST_MS = 60 * 1000, SIDE = 18, GAP = 8 };

ept_timer_state ept_timer_state_of(int64_t left_ms, bool paused)
{
    if (paused)
        return EPT_TIMER_PAUSED;
    if (left_ms <= LAST_MS)
        return EPT_TIMER_LAST;
    return left_ms <= FIVE_MS ? EPT_TIMER_FIVE : EPT_TIMER_NORMAL;
}

void ept_timer_text(char out[16], int64_t left_ms)
{
    int64_t s = left_ms > 0 ? (left_ms + 999) / 1000 : 0;

    if (s > 5999)
        s = 5999;
    snprintf(out, 16, "%02" PRId64 ":%02" PRId64, s / 60, s % 60);
}

typedef struct paint {
    ept_box box;
    ept_colour ink;
    const char *icon;
} paint;

static paint paint_of(const ept_draw_list *d, ept_timer_state state)
{
    bool contrast = w_contrast(d);

    switch (state) {
    case EPT_TIMER_NORMAL:
        break;
    case EPT_TIMER_FIVE:
        if (contrast)
            return (paint){{EPT_COLOUR_BLACK, EPT_COLOUR_ACCENT, 4, RADIUS, false, false},
                           EPT_COLOUR_WHITE,
                           "clock"};
        return (paint){{EPT_COLOUR_WARN_TINT, EPT_COLOUR_FLAG, 2, RADIUS, false, false},
                       EPT_COLOUR_INK,
                       "clock"};
    case EPT_TIMER_LAST:
        if (contrast)
            return (paint){{EPT_COLOUR_ACCENT, EPT_COLOUR_WHITE, 2, RADIUS, false, false},
                           EPT_COLOUR_BLACK,
                           "warn"};
        return (paint){
            {EPT_COLOUR_BAD, EPT_COLOUR_WHITE, 2, RADIUS, false, false}, EPT_COLOUR_WHITE, "warn"};
    case EPT_TIMER_PAUSED:
        return (paint){{EPT_COLOUR_BAR, EPT_COLOUR_WHITE, 2, RADIUS, false, false},
                       EPT_COLOUR_ON_BAR,
                       "pause"};
    }
    if (contrast)
        return (paint){{EPT_COLOUR_BLACK, EPT_COLOUR_WHITE, 2, RADIUS, false, false},
                       EPT_COLOUR_WHITE,
                       "clock"};
    return (paint){
        {EPT_COLOUR_WHITE, EPT_COLOUR_NONE, 0, RADIUS, false, false}, EPT_COLOUR_BAR, "clock"};
}

ept_rect ept_ui_timer(ept_draw_list *d, ept_rect box, int64_t left_ms, ept_timer_state state,
                      const char *caption)
{
    paint p = paint_of(d, state);
    char digits[16];
    int icon = w_scaled(d, 24), h = w_line(d, EPT_TYPE_TIMER) + 8, most = w_scaled(d, 150), w,
        words = 0;
    ept_text_opts small = {.type = EPT_TYPE_TINY_BOLD, .colour = p.ink, .middle = true};
    ept_rect r, in;

    ept_timer_text(digits, left_ms);
    w = w_word_w(d, digits, EPT_TYPE_TIMER);
    if (caption)
        words = w_width_in_lines(d, caption, EPT_TYPE_TINY_BOLD, 2, most);
    r.w = SIDE + icon + GAP + w + (words ? GAP + words : 0) + SIDE;
    r = (ept_rect){box.x + box.w - r.w, box.y + (w_max(box.h, h) - h) / 2, r.w, h};
    ept_draw_box(d, r, p.box);
    in = ept_rect_inset(r, SIDE, 0);
    ept_draw_icon(d, ept_cut_left(&in, icon, GAP), p.icon, p.ink);
    w_word(d, ept_cut_left(&in, w, GAP), digits, EPT_TYPE_TIMER, p.ink, EPT_ALIGN_LEFT);
    if (caption)
        ept_draw_text(d, in, caption, small);
    return r;
}
