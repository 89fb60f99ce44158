/* SPDX-License-Identifier: MIT */
/* study.h - what the study screens share: names of exams and sections, words about the minimum
 * score, and a pen that sets a card's contents under each other and can measure them first.
 * Private to src/app. */
#ifndef STUDY_H
#define STUDY_H
#include "app.h"

/* --- words --- */

/* Title of an exam in the program's language. Never NULL. */
const char *study_exam(const app *a, const ept_blueprint *bp);
/* The same of a sitting, with the section of a practice and the number of the form. */
const char *study_title(const app *a, ept_draw_list *d, const ept_sitting_row *row);
/* Messages with the name of a section and of a sector; icon of a section. */
const char *study_section_key(ept_section section);
const char *study_section_icon(ept_section section);
const char *study_sector_key(const char *sector);
/* Whether an exam is a mock of the real one: all sections, and minimum scores are known for it. */
bool study_is_mock(const ept_blueprint *bp);
/* Questions and minutes of an exam, or of one section of it (only -1 = all). */
int study_items(const ept_blueprint *bp, int only);
int study_minutes(const ept_blueprint *bp, int only);
/* "12:05" of active time; "1:02:05" from an hour on. */
const char *study_clock(ept_draw_list *d, uint64_t ms);
/* "15 points to the minimum score", "25 points above the minimum score", "exactly at it". */
const char *study_minimum_words(const app *a, ept_draw_list *d, int points, int minimum);
/* The chip that says so. */
ept_chip study_minimum_chip(const app *a, ept_draw_list *d, int points, int minimum);

/* Makes a->plan: that exam as the next form, all sections, in Korean; change what differs. */
void study_plan(app *a, const char *exam, const char *sector);

/* How far an unfinished sitting has come. */
typedef struct study_progress {
    size_t answered, items;
    ept_section section; /* the one that runs or comes next */
    uint64_t left_ms;    /* of that section; UINT64_MAX = no clock */
} study_progress;
EPT_NODISCARD ept_status study_progress_of(study_progress *out, ept_arena *arena, const app *a,
                                           const ept_sitting_row *row);

/* --- a pen --- */

/* Sets things from the top of `at` downwards; dry: only measures. */
typedef struct study_pen {
    const app *a;
    ept_draw_list *d;
    ept_rect at; /* y: where the next thing begins */
    bool dry;
} study_pen;

void study_gap(study_pen *pen, int px);
void study_text(study_pen *pen, ept_type type, ept_colour colour, const char *text);
/* Text with __marks__ and **bold**. */
void study_markup(study_pen *pen, ept_type type, ept_colour colour, const char *text);
/* Label left, value bold right, a line under it when `line`. */
void study_fact(study_pen *pen, const char *label, const char *value, bool line);
void study_rule(study_pen *pen); /* a thin line */
void study_chip(study_pen *pen, ept_chip chip);
int study_chip_h(const ept_draw_list *d);
/* A button at the left edge in its natural width; never wider than the pen. */
void study_button(study_pen *pen, ept_button button);
/* Small ones side by side; on as many lines as they need. */
void study_buttons(study_pen *pen, const ept_button *buttons, int count);
/* Takes a strip `h` high; its rectangle. Draw in it only when the pen is not dry. */
ept_rect study_strip(study_pen *pen, int h);

/* A card around what `body` sets: as high as that, or box.h when that is more. */
typedef void study_body(study_pen *pen, const void *ctx);
int study_card_h(const app *a, ept_draw_list *d, int w, study_body *body, const void *ctx);
int study_card(const app *a, ept_draw_list *d, ept_rect box, study_body *body, const void *ctx);
/* The same with 16 px above and below. */
int study_tight_card_h(const app *a, ept_draw_list *d, int w, study_body *body, const void *ctx);
int study_tight_card(const app *a, ept_draw_list *d, ept_rect box, study_body *body,
                     const void *ctx);
/* The dark card that starts an exam. */
int study_dark_card(const app *a, ept_draw_list *d, ept_rect box, study_body *body,
                    const void *ctx);

/* --- small helpers --- */

int study_max(int a, int b);
int study_min(int a, int b);
/* px at the text size. */
int study_scaled(const ept_draw_list *d, int px);
int study_line(const ept_draw_list *d, ept_type type);

#endif
