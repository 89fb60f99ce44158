/* SPDX-License-Identifier: MIT */
/* item_view.h - an item as screens show it: its words in a language, its options as cards in a
 * given state, its translation. Shared by the exam and the review; private to src/app. */
#ifndef ITEM_VIEW_H
#define ITEM_VIEW_H
#include "app.h"

/* One item of a form, ready to be shown. All borrowed. */
typedef struct item_view {
    const ept_item *item;
    const ept_bank_slot *slot;
    const ept_form_item *place; /* number and order of the options */
    ept_lang lang;              /* KO, or the language a law item is read in */
} item_view;

/* What options are. */
typedef enum item_options {
    ITEM_OPTIONS_TEXT,
    ITEM_OPTIONS_PICTURE,
    ITEM_OPTIONS_SPOKEN
} item_options;
item_options item_view_options(const item_view *v);
bool item_view_listening(const item_view *v);
/* The same item in another language when it has all of it (law), else unchanged. */
ept_lang item_view_lang(const ept_item *item, ept_lang wanted);

/* Words in v->lang; NULL when there are none. Options by place 1..4. */
const char *item_view_instruction(const item_view *v);
const char *item_view_ask(const item_view *v);
const char *item_view_option(const item_view *v, int place);
/* Translations into `lang` (kk -> ru -> en), NULL when there are none or `lang` is Korean. */
const char *item_view_means(const item_view *v, ept_lang lang); /* stimulus or script */
const char *item_view_means_ask(const item_view *v, ept_lang lang);
const char *item_view_means_option(const item_view *v, int place, ept_lang lang);
const char *item_view_why(const item_view *v, ept_lang lang);
/* The place the key stands at. */
int item_view_key(const item_view *v);

/* Four cards without states: number, words or picture, no id. `spoken` prints what is heard
 * (reviews). Pictures are borrowed from `arena`. */
void item_view_cards(ept_option_card out[EPT_PLACES], const app *a, ept_arena *arena,
                     const item_view *v, bool spoken);
/* The states after an answer: the key correct, a wrong choice wrong. chosen 0 = none. `right`,
 * `yours`: the words at the right edge. */
void item_view_mark(ept_option_card cards[EPT_PLACES], const item_view *v, int chosen,
                    const char *right, const char *yours);

#endif
