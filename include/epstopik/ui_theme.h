/* SPDX-License-Identifier: MIT */
/* ui_theme.h - the words of the look: colours, type, text sizes, rectangles, and the measures that
 * follow from the window. Pure numbers, no SDL. Floor: ui. */
#ifndef EPSTOPIK_UI_THEME_H
#define EPSTOPIK_UI_THEME_H
#include <stdbool.h>
#include <stdint.h>

#include "epstopik/text.h"

typedef enum ept_theme { EPT_THEME_LIGHT, EPT_THEME_CONTRAST } ept_theme;

/* X(NAME, "dump name", light 0xRRGGBB, high contrast 0xRRGGBB). NONE draws nothing. ON_TINT
 * (accent) and ON_TINT_INK (ordinary words) stand on ACCENT_TINT; both are black in high contrast.
 */
/* clang-format off */
#define EPT_COLOUR_LIST(X) \
    X(PAGE, "page", 0xE9EDF1, 0x000000) \
    X(SURFACE, "surface", 0xFFFFFF, 0x000000) \
    X(SUNKEN, "sunken", 0xF4F6F8, 0x000000) \
    X(BAR, "bar", 0x14263F, 0x000000) \
    X(ON_BAR, "on.bar", 0xFFFFFF, 0xFFFFFF) \
    X(ON_BAR_2, "on.bar.2", 0xBFCBDA, 0xFFFFFF) \
    X(BAR_LINE, "bar.line", 0x7F93B1, 0xFFFFFF) \
    X(INK, "ink", 0x16212E, 0xFFFFFF) \
    X(INK_2, "ink.2", 0x43505D, 0xFFFFFF) \
    X(INK_3, "ink.3", 0x586572, 0xE6E6E6) \
    X(LINE, "line", 0xC3CCD5, 0xFFFFFF) \
    X(LINE_2, "line.2", 0x6F7C89, 0xFFFFFF) \
    X(ACCENT, "accent", 0x1D4B9E, 0xFFE04A) \
    X(ACCENT_HOVER, "accent.hover", 0x153A7E, 0xFFF0A0) \
    X(ACCENT_TINT, "accent.tint", 0xDCE7F8, 0xFFE04A) \
    X(ON_ACCENT, "on.accent", 0xFFFFFF, 0x000000) \
    X(ON_TINT, "on.tint", 0x1D4B9E, 0x000000) \
    X(ON_TINT_INK, "on.tint.ink", 0x16212E, 0x000000) \
    X(LISTEN, "listen", 0x0B666D, 0xFFE04A) \
    X(LISTEN_TINT, "listen.tint", 0xDFF0F1, 0x000000) \
    X(GOOD, "good", 0x176B3C, 0x6CF29A) \
    X(GOOD_TINT, "good.tint", 0xE2F2E8, 0x000000) \
    X(BAD, "bad", 0xB0261C, 0xFF9C94) \
    X(BAD_TINT, "bad.tint", 0xFBE8E6, 0x000000) \
    X(WARN, "warn", 0x7E4B00, 0xFFC44D) \
    X(WARN_TINT, "warn.tint", 0xFFF0CF, 0x000000) \
    X(FLAG, "flag", 0xF0A81E, 0xFFFFFF) \
    X(FOCUS, "focus", 0xD45500, 0x5DE6F0) \
    X(FOCUS_BAR, "focus.bar", 0xF0A81E, 0x5DE6F0) \
    X(OFF, "off", 0xDDE3E9, 0x000000) \
    X(ON_OFF, "on.off", 0x596571, 0xC8C8C8) \
    X(SCRIM, "scrim", 0x8A949E, 0x000000) \
    X(BAND, "band", 0xD3E0F5, 0x000000) \
    X(BAND_EDGE, "band.edge", 0x8FA9D6, 0xFFFFFF) \
    X(WHITE, "white", 0xFFFFFF, 0xFFFFFF) \
    X(BLACK, "black", 0x000000, 0x000000)
/* clang-format on */

typedef enum ept_colour {
    EPT_COLOUR_NONE,
#define X(name, word, light, contrast) EPT_COLOUR_##name,
    EPT_COLOUR_LIST(X)
#undef X
} ept_colour;
enum { EPT_COLOUR_COUNT = EPT_COLOUR_BLACK + 1 }; /* BLACK is the last of the list */

uint32_t ept_theme_rgb(ept_theme theme, ept_colour colour); /* 0xRRGGBB */
const char *ept_colour_name(ept_colour colour);             /* "ink.2"; "none" */
/* WCAG 2.1 contrast of two 0xRRGGBB colours times 100: 450 = 4.5 : 1. */
int ept_theme_contrast(uint32_t a, uint32_t b);
/* High contrast draws every 1 px border with 2 px. */
int ept_theme_border(ept_theme theme, int px);

/* Size / line / weight at 100 %. OPTION_DOC: options beside a document. BODY_BOLD and the like are
 * for short words in the size of their neighbours. */
typedef enum ept_type {
    EPT_TYPE_BODY, /* what a zeroed ept_text_opts gets */
    EPT_TYPE_BODY_BOLD,
    EPT_TYPE_SCORE,
    EPT_TYPE_H1,
    EPT_TYPE_H2,
    EPT_TYPE_TIMER,
    EPT_TYPE_STIMULUS,
    EPT_TYPE_QUESTION,
    EPT_TYPE_OPTION,
    EPT_TYPE_OPTION_BOLD,
    EPT_TYPE_OPTION_DOC,
    EPT_TYPE_OPTION_DOC_BOLD,
    EPT_TYPE_H3,
    EPT_TYPE_LEAD,
    EPT_TYPE_LEAD_BOLD,
    EPT_TYPE_SMALL,
    EPT_TYPE_SMALL_BOLD,
    EPT_TYPE_TINY,
    EPT_TYPE_TINY_BOLD,
} ept_type;
enum { EPT_TYPE_COUNT = EPT_TYPE_TINY_BOLD + 1 };

typedef struct ept_type_px {
    int size_px, line_px;
    ept_weight weight;
} ept_type_px;

/* At text size `percent` (100, 115, 130, 150), rounded to whole pixels; the score stays 64. */
ept_type_px ept_type_at(ept_type type, int percent);
const char *ept_type_name(ept_type type);
/* px * percent / 100, rounded. */
int ept_ui_scale(int px, int percent);
/* The next text size up (step 1) or down (-1) from `percent`; stays at the ends. */
int ept_ui_step_percent(int percent, int step);

typedef struct ept_rect {
    int x, y, w, h;
} ept_rect;

bool ept_rect_has(ept_rect r, int x, int y);
ept_rect ept_rect_inset(ept_rect r, int dx, int dy); /* never below zero size */
ept_rect ept_rect_clip(ept_rect a, ept_rect b);      /* common part; w = h = 0 when there is none */
ept_rect ept_rect_join(ept_rect a, ept_rect b); /* smallest around both; empty ones do not count */
ept_rect ept_rect_centre(ept_rect r, int w, int h);
/* Takes a strip of `px` off one side of *r and leaves `gap` behind it. Never takes more than there
 * is. */
ept_rect ept_cut_top(ept_rect *r, int px, int gap);
ept_rect ept_cut_bottom(ept_rect *r, int px, int gap);
ept_rect ept_cut_left(ept_rect *r, int px, int gap);
ept_rect ept_cut_right(ept_rect *r, int px, int gap);
/* Part `i` of `n` equal columns/rows with gaps between; the pixels left over go to the first parts.
 */
ept_rect ept_rect_column(ept_rect r, int n, int i, int gap);
ept_rect ept_rect_row(ept_rect r, int n, int i, int gap);

/* What follows from window and text size. All in pixels. Look, section 4. */
typedef struct ept_metrics {
    int w, h, percent;
    int wk, hk; /* window divided by the text factor */

    /* exam frame; `side` is empty when exam_folded */
    ept_rect bar, footer, card, side;
    int margin;   /* exam: 16 or 24 */
    int card_pad; /* 24, in narrow windows 16 */
    int cell, cell_gap;
    int option_h;     /* smallest height of an option card */
    int option_gap;   /* 16 or 8 */
    int bubble;       /* 40, 44, 48, 56 */
    int column_max;   /* widest text column inside the card */
    bool exam_folded; /* side panel is the footer button "All questions"; no program title in the
                         bar */
    bool stacked;     /* document above its options instead of beside them */
    bool key_hints;   /* the line of key hints under the question */
    bool help_word;   /* "F1 Help" in the footer, where it has room */

    /* study frame: rail, then content (both full height); head is the top bar of screens without
     * rail */
    ept_rect rail, content, head;
    int page_margin;    /* 32 or 16 */
    int profile_margin; /* 64 or 16 */
    bool rail_icons;    /* rail without words */
    int columns;        /* cards beside each other: 3, 2, 1 */

    bool
        key_labels; /* room for key labels on buttons (the learner's setting is asked separately) */
    int button_h, button_footer_h, button_small_h;
    int row_h; /* rail item, tab, text field: 48 at 100 % */
    int icon;  /* icon beside body text: 24 at 100 % (drawn 20) */
    int gap;   /* between cards: 24, in narrow windows 16 */
    ept_type_px type[EPT_TYPE_COUNT];
} ept_metrics;

/* percent is put on the nearest of 100, 115, 130, 150; w and h below 640 x 480 count as that. */
void ept_metrics_of(ept_metrics *out, int w, int h, int percent);

#endif
