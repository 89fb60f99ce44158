/* SPDX-License-Identifier: MIT */
/* Who is listed at the seat, and in which order. */
#include "profile_list.h"

#include <string.h>

#include "epstopik/log.h"

/* True when `a` stands before `b`: names by the language, guests last, the later the further up. */
static bool before(const ept_learner *a, const ept_learner *b, ept_lang lang)
{
    if (!a->name || !b->name)
        return a->name ? true : b->name ? false : a->last_utc_ms > b->last_utc_ms;
    return ept_text_compare(lang, a->name, b->name) < 0;
}

void profile_list_sort(profile_list *list, ept_lang lang)
{
    for (size_t i = 1; list->people && i < list->count; i++) {
        ept_learner it = list->people[i];
        size_t at = i;

        for (; at > 0 && before(&it, &list->people[at - 1], lang); at--)
            list->people[at] = list->people[at - 1];
        list->people[at] = it;
    }
}

void profile_list_clear(profile_list *list)
{
    ept_arena_free(list->arena);
    *list = (profile_list){0};
}

static bool listed(const profile_list *list, int64_t learner)
{
    for (size_t i = 0; list->people && i < list->count; i++)
        if (list->people[i].id == learner)
            return true;
    return false;
}

/* A sitting's learner, when that is a guest: listed for an unfinished one, else forgotten. The rows
 * come unfinished first. */
static ept_status take_guest(profile_list *list, app *a, const ept_sitting_row *row)
{
    ept_learner who;
    ept_status status;

    if (listed(list, row->learner))
        return EPT_OK;
    status = ept_learner_get(&who, list->arena, a->journal, row->learner);
    if (status == EPT_E_NOT_FOUND)
        return EPT_OK;
    if (status || !who.guest)
        return status;
    if (row->ended)
        return ept_learner_delete(a->journal, row->learner);
    if (list->people)
        list->people[list->count++] = who;
    return EPT_OK;
}

ept_status profile_list_load(profile_list *list, app *a)
{
    profile_list next = {0};
    ept_learner *named = NULL;
    ept_sitting_row *rows = NULL;
    size_t named_count = 0, row_count = 0;
    ept_status status = ept_arena_new(&next.arena);

    if (!status)
        status = ept_learner_list(&named, &named_count, next.arena, a->journal);
    if (!status)
        status = ept_sitting_rows(&rows, &row_count, next.arena, a->journal, 0);
    if (!status)
        next.people = ept_arena_array(next.arena, named_count + row_count, sizeof *next.people);
    if (!status && !next.people)
        status = ept_fail(EPT_E_NOMEM, "profiles: no memory");
    if (next.people && named && named_count > 0) {
        memcpy(next.people, named, named_count * sizeof *named);
        next.count = named_count;
        next.last = named[0].id;
    }
    for (size_t i = 0; next.people && rows && !status && i < row_count; i++)
        status = take_guest(&next, a, &rows[i]);
    if (status) {
        profile_list_clear(&next);
        return status;
    }
    profile_list_sort(&next, a->prefs.lang);
    if (next.last == 0 && next.people && next.count > 0)
        next.last = next.people[0].id;
    profile_list_clear(list);
    *list = next;
    return EPT_OK;
}
