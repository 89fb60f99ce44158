/* SPDX-License-Identifier: MIT */
/* profile_list.h - the people of this seat: named profiles in the order of the language, then
 * guests with an unfinished exam. Private to src/app. */
#ifndef PROFILE_LIST_H
#define PROFILE_LIST_H
#include "app.h"

typedef struct profile_list {
    ept_arena *arena;
    ept_learner *people;
    size_t count;
    int64_t last; /* who was here last; 0 = nobody yet */
} profile_list;

/* Reads them anew; guests without an unfinished exam are forgotten on the way. The journal's codes;
 * the list is then as it was. */
EPT_NODISCARD ept_status profile_list_load(profile_list *list, app *a);
void profile_list_sort(profile_list *list, ept_lang lang);
void profile_list_clear(profile_list *list);

#endif
