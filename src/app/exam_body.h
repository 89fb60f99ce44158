/* SPDX-License-Identifier: MIT */
/* exam_body.h - the question card's body, between its head and its foot. Private to src/app. */
#ifndef EXAM_BODY_H
#define EXAM_BODY_H
#include "exam_view.h"
#include "stimulus.h"

/* What the card has to show, gathered once a drawing. */
typedef struct exam_page {
    const exam_now *n;
    const ept_metrics *m;
    item_options kind;
    stimulus_kind stimulus;
    const char *ask; /* the printed question; NULL = none */
    ept_option_card cards[EPT_PLACES];
    ept_rect body; /* what is left of the card */
    bool chip;     /* the mark on the chosen option is a chip, not a line under its words */
} exam_page;

/* Stimulus and options in p->body. */
void exam_body(exam_page *p, ept_draw_list *d);

#endif
