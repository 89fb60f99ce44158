/* SPDX-License-Identifier: MIT */
/* ui_widgets.h - the controls every screen is made of. Each appends to the list, registers its
 * region and returns the rectangle or height it took. Floor: ui. Rules: a box with w = 0 gets the
 * natural width, with h = 0 the height that its words need; a greater h is kept, a smaller one
 * grows. `id` and words are copied. `look` shows a state that input did not make (components sheet,
 * instructions); leave it 0. NULL words and icons are left out. */
#ifndef EPSTOPIK_UI_WIDGETS_H
#define EPSTOPIK_UI_WIDGETS_H
#include <stdbool.h>
#include <stddef.h>

#include "epstopik/ui_draw.h"
#include "epstopik/ui_focus.h"

enum { EPT_LOOK_FOCUS = 1, EPT_LOOK_HOVER = 2, EPT_LOOK_PRESS = 4 };

/* --- regions --- */

void ept_ui_page(ept_draw_list *d);              /* the whole window in `page` */
void ept_ui_card(ept_draw_list *d, ept_rect r);  /* surface, border 1, radius 8 */
void ept_ui_panel(ept_draw_list *d, ept_rect r); /* surface without a border, for bars */
void ept_ui_dark_card(ept_draw_list *d, ept_rect r);

/* --- buttons --- */

typedef enum ept_button_kind {
    EPT_BUTTON_SECONDARY,
    EPT_BUTTON_PRIMARY, /* also takes Enter when nothing else does */
    EPT_BUTTON_QUIET,
    EPT_BUTTON_DANGER,
    EPT_BUTTON_ON_BAR,         /* outline on the dark card or bar */
    EPT_BUTTON_PRIMARY_ON_BAR, /* white on the dark card; takes Enter */
} ept_button_kind;
typedef enum ept_button_size {
    EPT_BUTTON_NORMAL,
    EPT_BUTTON_FOOTER,
    EPT_BUTTON_SMALL
} ept_button_size;
typedef struct ept_button {
    const char *id, *label;
    const char *icon, *icon_after; /* left and right of the word */
    const char *key;               /* key label after the word, when labels are shown */
    ept_button_kind kind;
    ept_button_size size;
    bool disabled, initial, cancel;
    bool no_enter; /* filled, but Enter goes elsewhere */
    int group;
    unsigned look;
} ept_button;
/* Words that do not fit lose the key label first, then the icons, then wrap to two lines. */
ept_rect ept_ui_button(ept_draw_list *d, ept_rect box, const ept_button *b);
int ept_ui_button_w(ept_draw_list *d, const ept_button *b); /* natural width */
/* Button of one icon, square; `label` is for readers only. */
ept_rect ept_ui_icon_button(ept_draw_list *d, ept_rect box, const ept_button *b);
/* Buttons from the left edge of `row`, gap 16; stops before leaving the row. Returns the rest. */
ept_rect ept_ui_buttons_left(ept_draw_list *d, ept_rect row, const ept_button *b, size_t count);
/* The same from the right edge; b[0] stands outermost. */
ept_rect ept_ui_buttons_right(ept_draw_list *d, ept_rect row, const ept_button *b, size_t count);

/* A key label as on buttons; returns its width. Drawn even when labels on buttons are off. */
int ept_ui_key(ept_draw_list *d, int x, int y, int h, const char *word, ept_colour ink,
               ept_colour line);
int ept_ui_key_w(ept_draw_list *d, const char *word);
/* Hint: keys (several, separated by spaces) and a word after them. Width used. */
int ept_ui_key_hint(ept_draw_list *d, int x, int y, int h, const char *keys, const char *word);

/* A whole clickable area that draws nothing but its focus ring (cards, list rows). */
typedef struct ept_area {
    const char *id, *label;
    int radius, group;
    bool initial, disabled, on_bar, primary;
    unsigned look;
} ept_area;
void ept_ui_area(ept_draw_list *d, ept_rect r, const ept_area *a);

/* --- choices --- */

typedef struct ept_segment {
    const char *label, *icon;
} ept_segment;
/* Segmented choice; regions are id.0, id.1 ... w = 0: natural. */
typedef struct ept_segments {
    const char *id;
    const ept_segment *items;
    int count, active;  /* active -1: none */
    bool on_bar, small; /* on_bar: of the exam bar; small: 40 high */
    bool fixed;         /* only shows (the sections of an exam): no regions */
    bool no_tick;
    bool initial; /* the active one has the focus on arrival */
    int group;
} ept_segments;
ept_rect ept_ui_segments(ept_draw_list *d, ept_rect box, const ept_segments *s);
/* A- | 100% | A+ of the exam bar: regions id.less and id.more. Right-aligned at box.x + box.w. */
ept_rect ept_ui_text_size(ept_draw_list *d, ept_rect box, const char *id, const char *letter,
                          bool on_bar);

typedef struct ept_tab {
    const char *label, *icon, *count;
} ept_tab;
/* Regions id.0 ...; returns the height. */
int ept_ui_tabs(ept_draw_list *d, ept_rect box, const char *id, const ept_tab *tabs, int count,
                int active);

typedef enum ept_tone {
    EPT_TONE_NEUTRAL,
    EPT_TONE_ACCENT,
    EPT_TONE_LISTEN,
    EPT_TONE_GOOD,
    EPT_TONE_WARN,
    EPT_TONE_BAD,
} ept_tone;
ept_colour ept_tone_ink(ept_tone tone);
ept_colour ept_tone_tint(ept_tone tone);
typedef struct ept_chip {
    const char *id; /* NULL: it only shows */
    const char *label, *icon;
    ept_tone tone;
    bool bold, active; /* active: border 2, tint of accent (a filter that is on) */
    int group;
    unsigned look;
} ept_chip;
ept_rect ept_ui_chip(ept_draw_list *d, ept_rect box, const ept_chip *c);
int ept_ui_chip_w(ept_draw_list *d, const ept_chip *c);
/* Chips in a row that wraps; returns the height. */
int ept_ui_chips(ept_draw_list *d, ept_rect box, const ept_chip *chips, size_t count);

/* Switch with the word at its right (on or off, in the learner's language). */
ept_rect ept_ui_switch(ept_draw_list *d, ept_rect box, const char *id, bool on, const char *word);
/* Slider 0..100 with the number behind; Left and Right adjust. 96 px or box.w. */
typedef struct ept_slider {
    const char *id, *label;
    int value;
    bool on_bar, icon; /* icon: speaker in front (volume) */
    bool framed;       /* inside the outlined box of the exam bar */
    unsigned look;
} ept_slider;
ept_rect ept_ui_slider(ept_draw_list *d, ept_rect box, const ept_slider *s);

typedef struct ept_field {
    const char *id;
    const char *label;         /* above; NULL = none */
    const char *hint;          /* inside while empty */
    const char *note;          /* below, ink.3; with `bad` in red */
    const char *icon, *key;    /* left, and key label at the right end */
    const ept_edit *edit;      /* borrowed while drawing */
    bool bad, secret, initial; /* secret: dots (PIN) */
    unsigned look;
} ept_field;
ept_rect ept_ui_field(ept_draw_list *d, ept_rect box, const ept_field *f);

/* A row of a choice list: radio bubble or tick box, word, note under it. Region `id`. Height back.
 */
typedef struct ept_choice {
    const char *id, *label, *note, *icon;
    bool on, tick_box, initial, disabled;
    int group;
    unsigned look;
} ept_choice;
int ept_ui_choice(ept_draw_list *d, ept_rect box, const ept_choice *c);

/* --- notices --- */

/* Tinted box with a thick left edge: title (bold, may be NULL) and sentence. Height back. */
int ept_ui_notice(ept_draw_list *d, ept_rect box, ept_tone tone, const char *icon,
                  const char *title, const char *text);
/* Bottom left above `footer_top`; region toast.close when `dismiss` is not NULL (the word for it).
 */
ept_rect ept_ui_toast(ept_draw_list *d, int x, int footer_top, ept_tone tone, const char *icon,
                      const char *text, const char *dismiss);

/* Scrim, panel, title, text, two buttons; traps focus. `safe` holds focus and Esc. */
typedef struct ept_modal {
    const char *title, *strong, *text; /* strong: a bold sentence before the text */
    ept_button safe, act;              /* act.id NULL: one button only */
} ept_modal;
ept_rect ept_ui_modal(ept_draw_list *d, const ept_modal *m);
/* Only scrim and an empty panel of w by h, centred, for screens that fill it themselves. */
ept_rect ept_ui_modal_panel(ept_draw_list *d, int w, int h);

/* --- frame of study screens --- */

typedef struct ept_rail_item {
    const char *id, *label, *icon;
    int badge; /* 0 = none */
    bool at_bottom;
} ept_rail_item;
typedef struct ept_rail {
    const char *title; /* program's name */
    const ept_rail_item *items;
    size_t count;
    const char *active; /* id of the active item; NULL = none */
    const char *profile_id, *profile_name, *profile_note, *profile_icon;
} ept_rail;
void ept_ui_rail(ept_draw_list *d, const ept_rail *r);

/* Bar at the top of screens without rail: back arrow (id NULL = the mark), title, note behind it.
 * Returns the free part at the right. */
ept_rect ept_ui_head(ept_draw_list *d, const char *back_id, const char *title, const char *note);
/* Footer surface with its line; returns the row for footer buttons (margins taken off). */
ept_rect ept_ui_footer(ept_draw_list *d, int margin);
/* Exam bar: returns the row for its contents (margins taken off). */
ept_rect ept_ui_bar(ept_draw_list *d);

/* --- small things --- */

/* Framed track, value 0..1000; 8 to 24 high. mark < 0: none; else a dashed mark at 0..1000. */
void ept_ui_progress(ept_draw_list *d, ept_rect r, int value, int mark, ept_colour colour);
/* "4 / 6": filled and empty blocks, as wide as if there were `most` of them (0: total), then the
 * count right-aligned in r. */
void ept_ui_blocks(ept_draw_list *d, ept_rect r, int filled, int total, int most,
                   ept_colour colour);
/* Label at the left, value bold at the right, thin line under it when `line`. Height back. */
int ept_ui_fact(ept_draw_list *d, ept_rect box, const char *label, const char *value, bool line);
/* "•" and a wrapped sentence. Height back. */
int ept_ui_bullet(ept_draw_list *d, ept_rect box, const char *text, ept_text_opts opts);
/* Icon, gap, one line of words, in one colour, centred on the line. Width back. */
int ept_ui_icon_word(ept_draw_list *d, ept_rect box, const char *icon, const char *word,
                     ept_text_opts opts);

/* --- scrolling --- */

/* A pane whose content may be higher than it is. Draw the content between begin and end, at the `y`
 * of the rect got, and tell end how high it came out: it draws the 2 px cut edge and under it
 * `more` ("more below", NULL = no words) when more than air is left, and the thumb. scroll_px is
 * the screen's own state; clamp it with ept_ui_scroll_clamp after drawing. Region kind SCROLL, id
 * `id`. */
ept_rect ept_ui_scroll_begin(ept_draw_list *d, ept_rect pane, const char *id, int scroll_px);
void ept_ui_scroll_end(ept_draw_list *d, ept_rect pane, int scroll_px, int content_h,
                       const char *more);
/* Height to leave free under a pane for `more`; 0 where all fits but air, or the pane would get too
 * low. */
int ept_ui_scroll_strip(ept_draw_list *d, int pane_h, int content_h);
/* scroll_px moved by `delta`, kept between 0 and content_h - pane_h. */
int ept_ui_scroll_clamp(int scroll_px, int delta, int pane_h, int content_h);
/* scroll_px that brings [y, y + h) (inside the content) into a pane of pane_h. */
int ept_ui_scroll_to(int scroll_px, int pane_h, int y, int h);

#endif
