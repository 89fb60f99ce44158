/* SPDX-License-Identifier: MIT */
/* Law facts and the list of spellings. A fact that is not yet in force, or is about to change, may
 * not be asked; one whose review is due is told as a warning. */
#include <stdio.h>
#include <string.h>

#include "load_priv.h"

#include "epstopik/clock.h"

enum { DAY_MS = 86400000, SWITCH_DAYS = 90 };

/* Days since 1970 of a civil date, -1 for none such. */
static int64_t days_of(int year, int month, int day)
{
    if (ept_clock_weekday(year, month, day) < 0) {
        return -1;
    }
    int64_t y = month <= 2 ? year - 1 : year;
    int64_t m = month <= 2 ? month + 9 : month - 3;
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
}

/* "2026", "2026-05" (their first day) or "2026-05-01"; -1 when it is none. */
static int64_t date_of(const char *text)
{
    int year = 0, month = 1, day = 1, used = 0;
    size_t n = strlen(text);

    if ((n == 4 && sscanf(text, "%4d%n", &year, &used) == 1) ||
        (n == 7 && sscanf(text, "%4d-%2d%n", &year, &month, &used) == 2) ||
        (n == 10 && sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &used) == 3)) {
        return (size_t)used == n ? days_of(year, month, day) : -1;
    }
    return -1;
}

bank_src_fact *bank_fact_find(const bank_src *src, const char *id)
{
    for (size_t i = 0; i < src->fact_count && id != NULL; i++) {
        if (strcmp(src->facts[i].out.id, id) == 0) {
            return &src->facts[i];
        }
    }
    return NULL;
}

static void check_since(bank_src *src, bank_src_fact *fact, bank_spot at, int64_t today)
{
    const char *since = fact->out.since;

    if (since == NULL || strcmp(since, "long-standing") == 0) {
        return;
    }
    bool read_in = since[0] == 'v' && since[1] == '.';
    int64_t days = date_of(read_in ? since + 2 : since);
    if (days < 0) {
        bank_error(src, at, "\"since\" must be a date, v.YEAR or long-standing, not \"%s\"", since);
    }
    fact->starts_later = days > today;
}

static void check_switch(bank_src *src, bank_src_fact *fact, const char *file, const bank_node *map,
                         int64_t today)
{
    const bank_node *node = bank_node_get(map, "switch");

    if (node == NULL) {
        return;
    }
    int64_t days = node->kind == BANK_SCALAR ? date_of(node->text) : -1;
    if (days < 0) {
        bank_error(src, bank_spot_of(file, node),
                   "\"switch\" must be the date on which the rule changes");
        return;
    }
    fact->switches_soon = days >= today && days - today <= SWITCH_DAYS;
}

static void load_fact(bank_src *src, const char *file, const bank_node *key, const bank_node *map)
{
    static const char *const keys[] = {"law",     "says", "since", "review_by", "grade",
                                       "not_for", "size", "terms", "switch",    NULL};
    static const char *const grades[] = {"text", "page", "news"};
    static const char *const except[] = {"agriculture", "fishery", "under-5"};
    bank_src_fact *facts = bank_grow(src->arena, src->facts, src->fact_count, sizeof *facts);
    int64_t today = src->opts->today_utc_ms / DAY_MS;
    size_t count = 0;

    if (facts == NULL) {
        (void)bank_stop(src, EPT_OK);
        return;
    }
    src->facts = facts;
    if (!bank_keys(src, file, map, keys, "a fact")) {
        return;
    }
    bank_src_fact *fact = &facts[src->fact_count++];
    *fact = (bank_src_fact){.at = bank_spot_of(file, key)};
    fact->out.id = key->text;
    fact->out.law = bank_need_text(src, file, map, "law");
    bank_need_says(src, file, bank_node_get(map, "says"), EPT_LANG_KO, fact->out.says);
    fact->out.since = bank_need_text(src, file, map, "since");
    fact->out.review_by = bank_need_text(src, file, map, "review_by");
    fact->out.grade = bank_need_text(src, file, map, "grade");
    check_since(src, fact, fact->at, today);
    check_switch(src, fact, file, map, today);
    if (fact->out.grade != NULL && !bank_word_in(fact->out.grade, grades, 3)) {
        bank_error(src, bank_spot_of(file, bank_node_get(map, "grade")),
                   "\"grade\" is text, page or news");
    }
    const char *const *words =
        (const char *const *)bank_words(src, file, bank_node_get(map, "not_for"), &count);
    for (size_t i = 0; i < count; i++) {
        if (!bank_word_in(words[i], except, 3)) {
            bank_error(src, fact->at, "\"not_for\" knows agriculture, fishery, under-5, not \"%s\"",
                       words[i]);
        }
    }
    int64_t due = fact->out.review_by != NULL ? date_of(fact->out.review_by) : 0;
    if (due < 0) {
        bank_error(src, fact->at, "\"review_by\" must be a date like \"2027-06-10\"");
    } else if (due > 0 && due < today) {
        bank_warn(src, fact->at,
                  "fact %s was to be read again by %s, read the law and set a new date",
                  fact->out.id, fact->out.review_by);
    }
}

void bank_load_facts(bank_src *src)
{
    static const char *const keys[] = {"facts", NULL};
    const char *file = NULL;
    const bank_node *top = bank_src_yaml(src, &file, "law/facts.yaml", false);

    if (top == NULL || !bank_keys(src, file, top, keys, "this file")) {
        return;
    }
    const bank_node *facts = bank_node_get(top, "facts");
    if (facts == NULL || facts->kind != BANK_MAP) {
        bank_error(src, bank_spot_of(file, top), "\"facts\" must be written as id: and its keys");
        return;
    }
    for (size_t i = 0; i < facts->count; i++) {
        load_fact(src, file, facts->keys[i], facts->items[i]);
    }
}

void bank_load_spellings(bank_src *src)
{
    static const char *const keys[] = {"right", "wrong", NULL};
    const char *file = NULL;
    const bank_node *top = bank_src_yaml(src, &file, "spelling.yaml", false);
    bank_spelling *list = NULL;
    size_t n = 0;

    if (top != NULL && top->kind != BANK_LIST) {
        bank_error(src, bank_spot_of(file, top),
                   "the spellings must be written as - {right: ..., wrong: [...]}");
        return;
    }
    for (size_t i = 0; top != NULL && i < top->count; i++) {
        size_t count = 0;
        if (!bank_keys(src, file, top->items[i], keys, "a spelling")) {
            continue;
        }
        const char *right = bank_need_text(src, file, top->items[i], "right");
        const char **wrong = bank_words(src, file, bank_node_get(top->items[i], "wrong"), &count);
        for (size_t w = 0; w < count && right != NULL; w++) {
            list = bank_grow(src->arena, list, n, sizeof *list);
            if (list == NULL) {
                (void)bank_stop(src, EPT_OK);
                return;
            }
            list[n++] = (bank_spelling){wrong[w], right};
        }
    }
    src->spellings = list;
    src->spelling_count = n;
}
