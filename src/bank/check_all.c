/* SPDX-License-Identifier: MIT */
/* The rules on items together: ids, groups, near-duplicates, and the balance that keeps a key from
 * being guessed by its length or its place. */
#include <stdlib.h>
#include <string.h>

#include "load_priv.h"

enum { SMALL_FILE = 12, LONGEST_PERCENT = 35, ALIKE_PERCENT = 90 };

static void check_ids(bank_src *src)
{
    for (size_t i = 0; i < src->item_count; i++) {
        const bank_src_item *item = &src->items[i];
        for (size_t j = 0; j < i; j++) {
            if (strcmp(src->items[j].item.id, item->item.id) == 0) {
                bank_error(src, item->at, "the id %s is taken (%s:%d), ids are never used again",
                           item->item.id, src->items[j].at.file, src->items[j].at.line);
            }
        }
    }
}

static void check_groups(bank_src *src)
{
    for (size_t i = 0; i < src->group_count; i++) {
        const bank_src_group *group = &src->groups[i];
        if (group->members < 2) {
            bank_error(src, group->at, "group %s has %zu items, a group has two or more",
                       group->item.id, group->members);
        }
        for (size_t j = 0; j < i; j++) {
            if (strcmp(src->groups[j].item.id, group->item.id) == 0) {
                bank_error(src, group->at, "the id %s stands twice, ids are never used again",
                           group->item.id);
            }
        }
    }
}

/* --- duplicates
 * ------------------------------------------------------------------------------------------ */

/* Pairs of neighbouring characters of a text, sorted: what two texts share of them tells how alike
 * they are. */
typedef struct stem {
    const char *text;
    uint64_t *pairs;
    size_t count;
} stem;

static int by_value(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

static void add_document(ept_buf *out, const ept_document *document)
{
    ept_buf_printf(out, "%s ", document->title != NULL ? document->title : "");
    for (size_t p = 0; p < document->part_count; p++) {
        const ept_part *part = &document->parts[p];
        for (size_t i = 0; i < part->rows * part->columns; i++) {
            ept_buf_printf(out, "%s ", part->cells[i].text != NULL ? part->cells[i].text : "");
        }
        for (size_t i = 0; part->chart != NULL && i < part->chart->point_count; i++) {
            ept_buf_printf(out, "%s %.2f ", part->chart->labels[i], part->chart->values[i]);
        }
    }
}

static bool make_stem(bank_src *src, const ept_item *item, stem *out)
{
    ept_buf text = {0};
    int32_t last = 0, c = 0;
    size_t pos = 0, n = 0;

    ept_buf_puts(&text, item->passage != NULL ? item->passage : "");
    if (item->document != NULL) {
        add_document(&text, item->document);
    }
    for (size_t i = 0; i < item->turn_count; i++) {
        ept_buf_printf(&text, "%s ", item->script[i].text != NULL ? item->script[i].text : "");
    }
    ept_buf_puts(&text, item->ask != NULL ? item->ask : "");
    out->text = ept_arena_strndup(src->arena, text.p != NULL ? text.p : "", text.n);
    out->pairs = ept_arena_array(src->arena, text.n + 1, sizeof *out->pairs);
    ept_buf_clear(&text);
    if (out->text == NULL || out->pairs == NULL) {
        return bank_stop(src, EPT_OK) != NULL;
    }
    ept_str view = ept_str_of(out->text);
    while ((c = ept_utf8_next(view, &pos)) != -1) {
        if (c > ' ') {
            out->pairs[n++] = (uint64_t)last << 32 | (uint32_t)c;
            last = c;
        }
    }
    out->count = n;
    qsort(out->pairs, n, sizeof *out->pairs, by_value);
    return true;
}

/* Percent of the pairs that both have. */
static size_t likeness(const stem *a, const stem *b)
{
    size_t i = 0, j = 0, both = 0, all = a->count + b->count;
    size_t less = a->count < b->count ? a->count : b->count;

    if (all == 0 || less * 200 < ALIKE_PERCENT * all) {
        return 0; /* too different in length to be alike */
    }
    while (i < a->count && j < b->count) {
        int order = by_value(&a->pairs[i], &b->pairs[j]);
        both += order == 0;
        i += order <= 0;
        j += order >= 0;
    }
    return 200 * both / all;
}

static size_t shared_options(const ept_item *a, const ept_item *b)
{
    size_t same = 0;

    for (size_t i = 0; i < EPT_OPTIONS; i++) {
        for (size_t j = 0; j < EPT_OPTIONS; j++) {
            same +=
                (a->options[i].text != NULL && ept_streq(a->options[i].text, b->options[j].text)) ||
                (a->options[i].picture != NULL &&
                 ept_streq(a->options[i].picture, b->options[j].picture));
        }
    }
    return same;
}

static void compare(bank_src *src, const bank_src_item *a, const stem *x, const bank_src_item *b,
                    const stem *y)
{
    const ept_item *one = &a->item, *two = &b->item;
    bool pictures = one->picture != NULL && two->picture != NULL;

    if (one->group != NULL && ept_streq(one->group, two->group)) {
        return;
    }
    if (pictures ? strcmp(one->picture, two->picture) != 0 : one->picture != two->picture) {
        return;
    }
    bool bare = x->count == 0 && y->count == 0;
    if (bare && !pictures) {
        if (shared_options(one, two) >= EPT_OPTIONS) {
            bank_error(src, b->at, "%s has the options of %s, change one", two->id, one->id);
        }
    } else if (bare || (x->count > 0 && y->count > 0 && strcmp(x->text, y->text) == 0)) {
        bank_error(src, b->at, "%s has the stimulus of %s: change one, or put both into a group",
                   two->id, one->id);
    } else if (likeness(x, y) > ALIKE_PERCENT) {
        bank_error(src, b->at, "%s is more than nine tenths like %s, change one", two->id, one->id);
    }
}

static void check_duplicates(bank_src *src)
{
    stem *stems = ept_arena_array(src->arena, src->item_count, sizeof *stems);

    if (stems == NULL) {
        (void)bank_stop(src, EPT_OK);
        return;
    }
    for (size_t i = 0; i < src->item_count; i++) {
        if (!make_stem(src, &src->items[i].item, &stems[i])) {
            return;
        }
    }
    for (size_t i = 0; i < src->item_count; i++) {
        for (size_t j = 0; j < i; j++) {
            compare(src, &src->items[j], &stems[j], &src->items[i], &stems[i]);
        }
    }
}

/* --- balance
 * --------------------------------------------------------------------------------------------- */

/* Counts over the items of a file or of a folder. */
typedef struct tally {
    size_t texts, longest,
        shortest; /* items with four texts; the key alone the longest, the shortest */
    size_t numeric, places[EPT_OPTIONS];
    size_t absolute_key, absolute_wrong; /* items with 모두, 항상 in the key, in a distractor */
} tally;

static bool has_absolute(const char *text)
{
    return text != NULL && (strstr(text, "모두") != NULL || strstr(text, "항상") != NULL);
}

static void count_lengths(const ept_item *item, tally *t)
{
    size_t key = bank_syllables(item->options[0].text);
    bool longest = true, shortest = true;

    for (size_t i = 1; i < EPT_OPTIONS; i++) {
        size_t n = bank_syllables(item->options[i].text);
        longest = longest && key > n;
        shortest = shortest && key < n;
    }
    t->texts++;
    t->longest += longest;
    t->shortest += shortest;
}

static void count_item(const bank_src_item *made, tally *t)
{
    const ept_item *item = &made->item;
    bool texts = true, wrong = false;

    for (size_t i = 0; i < EPT_OPTIONS; i++) {
        texts = texts && item->options[i].text != NULL;
        wrong = wrong || (i > 0 && has_absolute(item->options[i].text));
    }
    if (texts && !item->numeric) {
        count_lengths(item, t);
    }
    t->absolute_key += has_absolute(item->options[0].text);
    t->absolute_wrong += wrong;
    if (item->numeric) {
        t->numeric++;
        for (size_t i = 0; i < EPT_OPTIONS; i++) {
            t->places[i] += made->rising[i] == 0;
        }
    }
}

static void judge(bank_src *src, bank_spot at, const char *what, const tally *t)
{
    if (t->texts >= SMALL_FILE && t->longest * 100 > t->texts * LONGEST_PERCENT) {
        bank_error(src, at,
                   "%s: the key is the single longest option in %zu of %zu items, at most %d %%: "
                   "shorten keys",
                   what, t->longest, t->texts, LONGEST_PERCENT);
    }
    if (t->texts >= SMALL_FILE && t->shortest * 100 > t->texts * LONGEST_PERCENT) {
        bank_error(src, at,
                   "%s: the key is the single shortest option in %zu of %zu items, at most %d %%: "
                   "lengthen keys",
                   what, t->shortest, t->texts, LONGEST_PERCENT);
    }
    if (t->absolute_wrong >= 4 && t->absolute_key == 0) {
        bank_error(src, at,
                   "%s: 모두 or 항상 stands in %zu distractors and in no key, use it in a key too",
                   what, t->absolute_wrong);
    }
    for (size_t i = 0; i < EPT_OPTIONS && t->numeric >= SMALL_FILE; i++) {
        if (t->places[i] * 100 < t->numeric * 10 || t->places[i] * 100 > t->numeric * 45) {
            bank_error(src, at,
                       "%s: of %zu items in rising order %zu have the key in place %zu, make the "
                       "four places about equal",
                       what, t->numeric, t->places[i], i + 1);
        }
    }
}

static void check_balance(bank_src *src)
{
    static const char *const sections[] = {"reading", "listening", "law"};

    for (size_t s = 0; s < 3; s++) {
        tally all = {0};
        bank_spot at = {NULL, 1};
        for (size_t i = 0; i < src->item_count; i++) {
            if (strcmp(src->items[i].section, sections[s]) == 0) {
                count_item(&src->items[i], &all);
                at.file = at.file == NULL ? src->items[i].at.file : at.file;
            }
        }
        if (at.file != NULL) {
            judge(src, at, sections[s], &all);
        }
    }
    for (size_t i = 0; i < src->item_count;) {
        const char *file = src->items[i].at.file;
        tally one = {0};
        for (; i < src->item_count && src->items[i].at.file == file; i++) {
            count_item(&src->items[i], &one);
        }
        judge(src, (bank_spot){file, 1}, "this file", &one);
    }
}

/* --- traps and what the key repeats
 * ------------------------------------------------------------------------ */

static bool fixed_trap(const char *trap)
{
    return strcmp(trap, "sound") == 0 || strcmp(trap, "particle") == 0 ||
           strcmp(trap, "irregular") == 0;
}

static void check_traps(bank_src *src)
{
    for (size_t i = 0; i < src->item_count;) {
        const char *file = src->items[i].at.file;
        size_t first = i, all = 0;
        for (; i < src->item_count && src->items[i].at.file == file; i++) {
            for (size_t t = 0; t < EPT_TRAPS; t++) {
                const char *trap = src->items[i].item.traps[t];
                all += trap != NULL && !fixed_trap(trap);
            }
        }
        for (size_t k = first; k < i; k++) {
            for (size_t t = 0; t < EPT_TRAPS; t++) {
                const char *trap = src->items[k].item.traps[t];
                size_t same = 0;
                bool seen = trap == NULL || fixed_trap(trap);
                for (size_t m = first; m < i && !seen; m++) {
                    for (size_t u = 0; u < EPT_TRAPS; u++) {
                        bool equal = ept_streq(src->items[m].item.traps[u], trap);
                        seen = seen || (equal && (m < k || (m == k && u < t)));
                        same += equal;
                    }
                }
                if (!seen && all >= (size_t)3 * 8 && same * 2 > all) {
                    bank_warn(src, (bank_spot){file, 1},
                              "trap \"%s\" makes %zu of %zu, more than half: vary the distractors",
                              trap, same, all);
                }
            }
        }
    }
}

void bank_check_items(bank_src *src)
{
    check_ids(src);
    check_groups(src);
    check_duplicates(src);
    check_balance(src);
    check_traps(src);
}
