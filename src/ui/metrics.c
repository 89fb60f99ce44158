/* SPDX-License-Identifier: MIT */
/* What follows from window and text size: margins, panels, what folds away (look, section 4).
 * Widths of panels grow with the text, so that at each text size they hold the words of 100 %. */
#include "epstopik/ui_theme.h"

#include <string.h>

enum {
    NARROW = 1280,     /* below: side panel 264, document above its options */
    WIDE = 1600,       /* from here: side panel 344 */
    CARD_MAX = 1240,   /* the exam's card grows no wider */
    RAIL_ICONS = 1100, /* below: rail without words, no key labels in the footer */
    FOLDED = 1000,     /* below: no side panel */
    SHORT = 640,       /* below: no line of key hints, option gap 8 */
    LOW = 780,         /* below: option cards 62 high */
    FOLDED_BAR = 88,
    FOLDED_FOOTER = 104,
    FOLDED_BUTTON = 72,
};

static int up_to(int px, int step)
{
    return (px + step - 1) / step * step;
}

static int nearest_percent(int percent)
{
    if (percent < 108)
        return 100;
    if (percent < 123)
        return 115;
    return percent < 140 ? 130 : 150;
}

static int bubble_px(int percent)
{
    if (percent >= 150)
        return 56;
    if (percent >= 130)
        return 48;
    return percent >= 115 ? 44 : 40;
}

/* Height of a control that is `px` high around one line of `type` at 100 %. */
static int grown(const ept_metrics *m, int px, ept_type type)
{
    return px + up_to(m->type[type].line_px - ept_type_at(type, 100).line_px, 4);
}

static void controls(ept_metrics *m)
{
    int line = m->type[EPT_TYPE_OPTION].line_px;
    int inner = m->bubble > line ? m->bubble : line;
    bool low = m->hk < LOW;
    int least = low ? 62 : 72, pad = low && m->percent == 100 ? 22 : 24;

    m->button_h = grown(m, 48, EPT_TYPE_BODY);
    m->button_small_h = grown(m, 40, EPT_TYPE_BODY);
    m->button_footer_h = m->exam_folded ? FOLDED_BUTTON : grown(m, 56, EPT_TYPE_LEAD);
    m->row_h = m->button_h;
    m->icon = ept_ui_scale(24, m->percent);
    m->option_h = inner + pad > least ? inner + pad : least;
    m->option_gap = m->hk < SHORT || low ? 8 : 16;
    m->cell_gap = 8;
}

static void exam_frame(ept_metrics *m)
{
    int side = m->wk < NARROW ? 264 : m->wk < WIDE ? 304 : 344;
    int bar = m->exam_folded ? FOLDED_BAR : grown(m, 64, EPT_TYPE_TIMER);
    int footer = m->exam_folded ? FOLDED_FOOTER : m->button_footer_h + 24;

    side = ept_ui_scale(side, m->percent);
    m->margin = m->w < NARROW ? 16 : 24;
    m->bar = (ept_rect){0, 0, m->w, bar};
    m->footer = (ept_rect){0, m->h - footer, m->w, footer};
    m->cell = (side - 2 * 16 - 4 * 8) / 5;
    if (m->exam_folded) {
        m->card = (ept_rect){0, bar, m->w, m->h - bar - footer};
        m->card_pad = m->margin;
    } else {
        int room = m->w - 3 * m->margin - side;
        int group = (room > CARD_MAX ? CARD_MAX : room) + m->margin + side;
        int left = (m->w - group) / 2;

        m->card = (ept_rect){left, bar + m->margin, group - m->margin - side,
                             m->h - bar - footer - 2 * m->margin};
        m->side = (ept_rect){left + group - side, m->card.y, side, m->card.h};
        m->card_pad = 24;
    }
    m->column_max = m->w < WIDE ? m->card.w - 2 * m->card_pad : 1160;
    m->stacked = m->wk < NARROW;
    m->key_hints = m->hk >= SHORT && !m->exam_folded;
    m->help_word = m->w >= NARROW;
}

static void study_frame(ept_metrics *m)
{
    int rail = m->rail_icons ? 72 : up_to(ept_ui_scale(248, m->percent), 8);

    if (m->rail_icons && m->icon + 40 > rail)
        rail = m->icon + 40;
    m->rail = (ept_rect){0, 0, rail, m->h};
    m->page_margin = m->w < NARROW ? 16 : 32;
    m->profile_margin = m->w < NARROW ? 16 : 64;
    m->content = (ept_rect){rail + m->page_margin, m->page_margin, m->w - rail - 2 * m->page_margin,
                            m->h - 2 * m->page_margin};
    if (m->content.w > 1280)
        m->content.w = 1280;
    m->head = (ept_rect){0, 0, m->w, grown(m, 72, EPT_TYPE_H3)};
    m->columns = m->wk >= NARROW ? 3 : m->wk >= 840 ? 2 : 1;
    m->gap = m->w < NARROW ? 16 : 24;
}

void ept_metrics_of(ept_metrics *out, int w, int h, int percent)
{
    memset(out, 0, sizeof *out);
    out->w = w < 640 ? 640 : w;
    out->h = h < 480 ? 480 : h;
    out->percent = nearest_percent(percent);
    out->wk = out->w * 100 / out->percent;
    out->hk = out->h * 100 / out->percent;
    for (int i = 0; i < EPT_TYPE_COUNT; i++)
        out->type[i] = ept_type_at((ept_type)i, out->percent);
    out->bubble = bubble_px(out->percent);
    out->rail_icons = out->wk < RAIL_ICONS;
    out->key_labels = !out->rail_icons;
    out->exam_folded = out->wk < FOLDED;
    controls(out);
    exam_frame(out);
    study_frame(out);
}
