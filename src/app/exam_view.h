/* SPDX-License-Identifier: MIT */
/* exam_view.h - what the screens of a running exam share: where the sitting stands, the parts of
 * the exam frame, and the actions of the learner. Private to src/app. */
#ifndef EXAM_VIEW_H
#define EXAM_VIEW_H
#include "item_view.h"

/* What an exam screen remembers about looking; everything else is the sitting's. */
typedef struct exam_view {
    bool warm_up;
    bool done;   /* a warm-up is over: the exam is offered */
    bool stuck;  /* the next section could not be begun: nothing was saved, it can be tried again */
    bool skip;   /* there is no warm-up: straight on */
    bool clock;  /* the section before ended at 0:00: the next one follows by itself */
    bool ready;  /* it was handed in early: the learner was asked to say when */
    bool korean; /* law in another language: the Korean text is shown */
    bool five_said; /* the notice at five minutes, once a section */
    bool saved;     /* the last action at this item is on disk */
    bool lost;      /* there is no sound: Retry has had the focus */
    bool bare;      /* come here by Enter: no option has the focus until one is asked for */
    bool leaving;   /* the way on was asked for while the recording was not heard to its end */
    size_t item, section; /* seen last, to notice that the sitting went on */
} exam_view;

/* Where the sitting stands, gathered for one drawing or one action. Borrowed from the session. */
typedef struct exam_now {
    const app *a;
    const exam_view *v;
    const ept_sitting *sitting;
    const ept_blueprint *bp;
    const ept_form *form;
    const ept_section_rule *rule; /* of the running section */
    const ept_response *response; /* of the item on screen */
    size_t section, first, count, item;
    bool listening, has_item; /* has_item: the bank gave the item */
    item_view item_view;
} exam_now;
/* False when no section runs (before, between, after). */
bool exam_now_of(exam_now *out, const app *a, const exam_view *v);
/* The section's items and answers only; for the screens beside the question. */
bool exam_law(const ept_blueprint *bp);
/* Name of a section: "Reading". Message key. */
const char *exam_section_key(ept_section section);
/* "Mock exam 4", "Labour law exam 2", "Practice 7". */
const char *exam_title(const app *a, ept_draw_list *d);
/* "Mock exam 4 · UBT"; the same as the title where there is one kind only. */
const char *exam_title_kind(const app *a, ept_draw_list *d);
/* "UBT": what the id of a mock exam ends in. */
const char *exam_kind(ept_draw_list *d, const ept_blueprint *bp);
/* "8, 14, 19": numbers without an answer, at most `max`; "" when there are none. */
const char *exam_blanks(const exam_now *n, ept_arena *arena, size_t max);
const char *exam_flags(const exam_now *n, ept_arena *arena, size_t max); /* flagged ones */

/* --- the frame --- */
void exam_bar(const exam_now *n, ept_draw_list *d);
void exam_card(const exam_now *n, ept_draw_list *d);
void exam_side(const exam_now *n, ept_draw_list *d);
void exam_footer(const exam_now *n, ept_draw_list *d);
/* Strip of a listening item at the top of box; the height used. */
int exam_audio(const exam_now *n, ept_draw_list *d, ept_rect box);
/* What a practice says after an answer: right or wrong; then why, what was heard, what it means.
 * Heights back. */
int exam_verdict(const exam_now *n, ept_draw_list *d, ept_rect box);
int exam_feedback(const exam_now *n, ept_draw_list *d, ept_rect box);
/* The answer of the item is marked but not final. */
bool exam_pending(const exam_now *n);
bool exam_has_next(const exam_now *n);
bool exam_has_back(const exam_now *n);

/* --- actions: durable before they return; what fails is said and changes nothing --- */
nav exam_choose(exam_view *v, app *a, int place);
nav exam_rule(exam_view *v, app *a, int place);
nav exam_clear(exam_view *v, app *a);
nav exam_flag(exam_view *v, app *a, size_t item);
nav exam_go(exam_view *v, app *a, size_t item);
/* Next question; after the last one the list of all of them, or the end of a practice or warm-up.
 */
nav exam_next(exam_view *v, app *a);
nav exam_back(exam_view *v, app *a);
/* Enter on option `place` (0: on none): chooses it, fixes it, shows the answer, or goes on. */
nav exam_enter(exam_view *v, app *a, int place);
/* The section that ended last, for what is said about it; NULL when none has. */
const ept_section_rule *exam_section_over(const app *a, size_t *index);
/* The item on screen is another one: scroll, focus and notices start anew. `bare`: Enter or the
 * exam itself brought the learner here, so the next Enter must not choose an option. */
void exam_arrived(exam_view *v, app *a, bool bare);
/* Leaving the item now would use up its recording and the learner was not told so in this sitting:
 * true once, and it counts as told. */
bool exam_warns(const exam_now *n, app *a);

/* --- input of the exam screen and the warm-up --- */
bool exam_first(const void *self, const app *a, const ept_input *in);
nav exam_key(void *self, app *a, const ept_input *in);
nav exam_action(void *self, app *a, const ept_action *act);
/* Milliseconds until exam_tick has something to do: another item, the notice at five minutes. */
uint32_t exam_wait_ms(const exam_view *v, const app *a);
nav exam_tick(exam_view *v, app *a);
/* Draws bar, card, footer and side panel. */
void exam_frame(const exam_view *v, const app *a, ept_draw_list *d);
extern const app_key_row exam_keys[];

#endif
