/* SPDX-License-Identifier: MIT */
/* ui_exam.h - option cards, timer, grid, audio strip, score bar: the controls of a sitting, by how
 * they look, without knowing what is asked. Same rules as ui_widgets.h. Floor: ui. */
#ifndef EPSTOPIK_UI_EXAM_H
#define EPSTOPIK_UI_EXAM_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "epstopik/ui_draw.h"

/* --- option card --- */

typedef enum ept_option_state {
    EPT_OPTION_NORMAL,
    EPT_OPTION_SELECTED,
    EPT_OPTION_CORRECT,
    EPT_OPTION_WRONG,
    EPT_OPTION_RULED_OUT,
} ept_option_state;
typedef struct ept_option_card {
    const char *id;
    int number;                 /* 1..4, in the bubble */
    const char *text;           /* NULL with no picture: the bubble only (spoken options); may
                                   hold "__underlined__" words */
    const char *gloss;          /* behind the text, smaller, ink.2; may be NULL */
    const ept_picture *picture; /* instead of text */
    ept_option_state state;
    const char *word; /* right edge: "Correct", "Your answer"; on SELECTED only in high contrast */
    const char *note; /* under the text, small: why (review), or "Fix 3? Enter" */
    bool beside_document; /* 22 / 32 instead of 24 / 32 */
    bool latin;           /* text is not Korean (law exam in the learner's language) */
    bool tight;           /* as low as a card may be, with the least gap */
    int picture_foot;     /* px left free under the picture, for a chip */
    bool fixed;           /* shows only: no hover; still focusable when id is not NULL */
    bool initial;
    int group;
    unsigned look;
} ept_option_card;
/* Grows with its text; a greater box.h is kept, contents centred in it. */
ept_rect ept_ui_option(ept_draw_list *d, ept_rect box, const ept_option_card *o);
int ept_ui_option_h(ept_draw_list *d, int w, const ept_option_card *o); /* height it needs */

int ept_ui_option_gap(ept_draw_list *d, const ept_option_card *o); /* between it and the next */

/* Four cards in `box`: stacked, or two by two when `pairs` (pictures). Heights: equal, filling the
 * box if `fill`, never less than needed. Returns the height used. */
int ept_ui_options(ept_draw_list *d, ept_rect box, const ept_option_card o[4], bool pairs,
                   bool fill);
int ept_ui_options_h(ept_draw_list *d, int w, const ept_option_card o[4], bool pairs);

/* "4." in the section's colour and the instruction beside it. Height back. */
int ept_ui_question_line(ept_draw_list *d, ept_rect box, int number, const char *text,
                         bool listening, bool latin);

/* --- timer --- */

typedef enum ept_timer_state {
    EPT_TIMER_NORMAL,
    EPT_TIMER_FIVE,
    EPT_TIMER_LAST,
    EPT_TIMER_PAUSED,
} ept_timer_state;
ept_timer_state ept_timer_state_of(int64_t left_ms, bool paused);
/* "mm:ss", a started second counts as whole. */
void ept_timer_text(char out[16], int64_t left_ms);
/* Right-aligned at box.x + box.w, grows leftward. caption: "under 5 min" and so on; NULL in NORMAL.
 */
ept_rect ept_ui_timer(ept_draw_list *d, ept_rect box, int64_t left_ms, ept_timer_state state,
                      const char *caption);

/* --- grid --- */

typedef enum ept_cell_state {
    EPT_CELL_BLANK,
    EPT_CELL_ANSWERED,
    EPT_CELL_LOCKED,
    EPT_CELL_CORRECT,
    EPT_CELL_WRONG,
    EPT_CELL_NONE, /* results: right, wrong, no answer */
} ept_cell_state;
typedef struct ept_cell {
    const char *id;    /* NULL: it only shows */
    const char *label; /* for readers; NULL = the number */
    int number;
    ept_cell_state state;
    bool flagged, here, listening, dim; /* dim: filtered out, an outline */
    int group;
    unsigned look;
} ept_cell;
void ept_ui_cell(ept_draw_list *d, ept_rect r, const ept_cell *c);
/* `per_row` cells of m->cell with m->cell_gap. Height back. */
int ept_ui_grid(ept_draw_list *d, ept_rect box, const ept_cell *cells, size_t count, int per_row);

typedef struct ept_legend {
    const char *answered, *blank, *flagged; /* words */
    int answered_n, blank_n, flagged_n; /* flagged_n < 0: no such line (no flags in this exam) */
    bool listening;
} ept_legend;
int ept_ui_legend(ept_draw_list *d, ept_rect box, const ept_legend *l);

/* Cell of the all-questions screen: number, flag, four bubbles or the words for no answer. */
typedef struct ept_big_cell {
    const char *id;
    int number, chosen; /* chosen 0 = none, 1..4 */
    const char *blank;  /* "No answer" */
    bool flagged, here, listening, dim, initial;
    int group;
    unsigned look;
} ept_big_cell;
/* Smallest height of such a cell: 96 at 100 %. */
int ept_ui_big_cell_h(const ept_draw_list *d);
void ept_ui_big_cell(ept_draw_list *d, ept_rect r, const ept_big_cell *c);

/* --- audio --- */

typedef enum ept_audio_state {
    EPT_AUDIO_STARTS,
    EPT_AUDIO_PLAYING,
    EPT_AUDIO_PAUSE,
    EPT_AUDIO_FINISHED,
    EPT_AUDIO_SKIPPED, /* not heard to its end, and not heard again */
    EPT_AUDIO_LEAVING, /* a warning before that: word and ordinal in the warning's colours */
    EPT_AUDIO_NO_SOUND,
} ept_audio_state;
typedef struct ept_audio {
    ept_audio_state state;
    const char *word;      /* "Playing" */
    const char *ordinal;   /* "1st time"; in NO_SOUND "Check the headset" */
    int64_t at_ms, of_ms;  /* of_ms 0: no bar */
    int plays, plays_max;  /* bubbles: plays of plays_max solid; plays_max 0 = none */
    bool compact;          /* 40 high */
    const char *button_id; /* NO_SOUND: Retry; else the play button of a review; NULL = none */
    const char *button;    /* its word */
    unsigned look;
} ept_audio;
ept_rect ept_ui_audio(ept_draw_list *d, ept_rect box, const ept_audio *a);

/* --- score --- */

/* Two sections end to end on 0..max, the line of the minimum score, the learner's place under it.
 */
typedef struct ept_score_bar {
    int first, second, max;               /* points */
    int minimum;                          /* < 0: none is drawn */
    const char *first_word, *second_word; /* inside their parts when there is room */
    const char *minimum_word;             /* "Minimum score 120" */
    const char *you;                      /* "You: 135" */
} ept_score_bar;
int ept_ui_score_bar(ept_draw_list *d, ept_rect box, const ept_score_bar *s);

#endif
