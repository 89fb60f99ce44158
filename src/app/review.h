/* SPDX-License-Identifier: MIT */
/* review.h - the review of a sitting: what it knows, and the parts of its two cards. Private to
 * src/app. */
#ifndef REVIEW_H
#define REVIEW_H
#include "item_view.h"
#include "report_view.h"

/* The argument of the screen is sitting * REVIEW_ITEMS + form item, or one of these two: only what
 * was wrong or has no answer; all from the first. */
enum { REVIEW_ITEMS = 256, REVIEW_WRONG_ONLY = 255, REVIEW_FIRST = 254 };
enum { REVIEW_FACTS_MAX = 4 };

typedef enum review_law_lang { REVIEW_OWN, REVIEW_KOREAN, REVIEW_BOTH } review_law_lang;

typedef struct review {
    ept_arena *arena;      /* the report */
    ept_arena *item_arena; /* the item shown */
    ept_report report;
    bool wrong_only;
    size_t item;   /* form index */
    bool has_item; /* the bank still has it and gave it */
    bool has_slow; /* and it can be heard slowly */
    item_view view;
    size_t fact_count;
    const ept_bank_fact *facts[REVIEW_FACTS_MAX];  /* of a law item, the tested one first */
    const char *names[EPT_PLACES][EPT_LANG_COUNT]; /* of pictures, by place */
    struct review_sound *sound; /* how it is read, in item_arena; NULL: not worked out */
    review_law_lang law_lang;
    bool played; /* the sound of an item was started here */
} review;

/* The language that meanings and reasons are in. */
ept_lang review_lang(const review *r, const app *a);
bool review_is_law(const review *r);
/* The question as it was, with its answer; or only a part of it. */
typedef struct review_left {
    const review *r;
    bool tight;       /* options as low as they may be */
    bool top, bottom; /* instruction and stimulus; what is asked, options and what became of them */
} review_left;
/* ctx: review_left. */
void review_question(study_pen *pen, const void *ctx);
/* What is right, how it sounds, what it means, why, the other options. */
void review_answer(study_pen *pen, const void *ctx);
/* The sheet of the tested fact and the reason of a law item. */
void review_law(study_pen *pen, const void *ctx);
/* The citation sheet alone: statute, statement in Korean and in the learner's language, date. */
int review_citation(const review *r, const app *a, ept_draw_list *d, ept_rect box);
int review_citation_h(const review *r, const app *a, ept_draw_list *d, int w);

#endif
