/* SPDX-License-Identifier: MIT */
/* review_write.c - REVIEW.md: per file how its items fared with readers, what sent items back, and
 * which items still wait for which looks. An item counts when today's state of it has: two solves
 * of different readers (right, sure, no second option), one without context where the options are
 * words, one reading in each language, one naming of its pictures, and for law one by the law page.
 */
#include <inttypes.h>
#include <string.h>

#include "review.h"
#include "tally.h"

enum { SURE_LIKELY = 2, SURE_SURE = 3, LEVELS = 3 };

bool review_sends_back(const look *l)
{
    switch (l->kind) {
    case LOOK_SOLVE:
        return !l->right || l->sure < SURE_LIKELY || l->second;
    case LOOK_NOCTX:
        return l->right && l->sure >= SURE_SURE;
    case LOOK_NAME_PICTURE:
    case LOOK_READ_KO:
    case LOOK_READ_KK:
    case LOOK_READ_RU:
    case LOOK_READ_EN:
    case LOOK_LAW:
        return !l->right;
    case LOOK_FIX:
    case LOOK_DROP:
        break;
    }
    return false;
}

/* Looks of one kind at one item's present state that found nothing wrong; solves by different
 * readers. */
static size_t good_looks(const review_sheet *s, size_t item, look_kind kind)
{
    const char *first = NULL;
    size_t count = 0;
    for (size_t i = 0; i < s->look_count; i++) {
        const look *l = &s->looks[i];
        bool good = kind == LOOK_NOCTX || !review_sends_back(l);
        if (l->item == item && l->kind == kind && !l->stale && good &&
            (!first || strcmp(first, l->by) != 0)) {
            first = l->by;
            count++;
        }
    }
    return count;
}

/* An item whose options are all that is shown (the right sentence is to be picked) has nothing that
 * could be left out. */
static bool has_context(const ept_item *item)
{
    return item->picture || item->passage || item->document || item->turn_count > 0 || item->ask;
}

static size_t needed(const ept_item *item, look_kind kind)
{
    bool law = strcmp(item->slot, "law") == 0;
    switch (kind) {
    case LOOK_SOLVE:
        return 2;
    case LOOK_NOCTX:
        return item->options[0].text != NULL && has_context(item);
    case LOOK_NAME_PICTURE:
        return item->picture || item->options[0].picture;
    case LOOK_LAW:
        return law;
    case LOOK_READ_KO:
    case LOOK_READ_KK:
    case LOOK_READ_RU:
    case LOOK_READ_EN:
        return 1;
    case LOOK_FIX:
    case LOOK_DROP:
        break;
    }
    return 0;
}

static bool has_look(const review_sheet *s, size_t item, look_kind kind)
{
    for (size_t i = 0; i < s->look_count; i++) {
        if (s->looks[i].item == item && s->looks[i].kind == kind) {
            return true;
        }
    }
    return false;
}

/* Whether the item counts; what it lacks is added to `missing` when that is given. */
static bool counts(const review_sheet *s, size_t item, ept_buf *missing)
{
    bool all = true;
    for (int k = 0; k < LOOK_KINDS; k++) {
        size_t want = needed(s->items[item].item, (look_kind)k);
        size_t have = want > 0 ? good_looks(s, item, (look_kind)k) : 0;
        if (have < want) {
            if (missing) {
                ept_buf_printf(missing, "%s%s%s", all ? "" : ", ", look_name((look_kind)k),
                               want - have > 1 ? " x 2" : "");
            }
            all = false;
        }
    }
    return all;
}

typedef struct figures {
    size_t items, counted, first_right, first_all, noctx_right, noctx_all, back, changed, dropped,
        stale;
    uint64_t sec[LEVELS];
    size_t timed[LEVELS];
} figures;

static void add_look(figures *f, const review_sheet *s, const look *l, bool *tried)
{
    const ept_item *item = s->items[l->item].item;
    int level = item->level;
    if (l->kind == LOOK_SOLVE && !*tried) {
        *tried = true;
        f->first_all++;
        f->first_right += l->right;
    }
    if (l->kind == LOOK_SOLVE && l->sec > 0 && level >= 1 && level <= LEVELS) {
        f->sec[level - 1] += (uint64_t)l->sec;
        f->timed[level - 1]++;
    }
    if (l->kind == LOOK_NOCTX && !l->stale && needed(item, LOOK_NOCTX) > 0) {
        f->noctx_all++;
        f->noctx_right += l->right;
    }
    f->back += review_sends_back(l);
    f->stale += l->stale && l->kind != LOOK_FIX && l->kind != LOOK_DROP;
}

static figures figures_of(const review_sheet *s, const char *file)
{
    figures f = {0};
    for (size_t i = 0; i < s->item_count; i++) {
        bool tried = false;
        if (!s->items[i].file || strcmp(s->items[i].file, file) != 0) {
            continue;
        }
        f.items++;
        f.counted += counts(s, i, NULL);
        f.changed += has_look(s, i, LOOK_FIX);
        f.dropped += has_look(s, i, LOOK_DROP);
        for (size_t k = 0; k < s->look_count; k++) {
            if (s->looks[k].item == i) {
                add_look(&f, s, &s->looks[k], &tried);
            }
        }
    }
    return f;
}

static void add_share(ept_buf *out, size_t part, size_t all)
{
    if (all == 0) {
        ept_buf_puts(out, " - |");
    } else {
        ept_buf_printf(out, " %zu/%zu |", part, all);
    }
}

static void write_table(ept_buf *out, size_t *counted, const review_sheet *s)
{
    ept_buf_puts(
        out,
        "| file | items | count | first try | without context | sent back | changed | dropped | "
        "seconds at level 1 | 2 | 3 | stale looks "
        "|\n|---|---|---|---|---|---|---|---|---|---|---|---|\n");
    for (size_t i = 0; i < s->file_count; i++) {
        figures f = figures_of(s, s->files[i]);
        *counted += f.counted;
        ept_buf_printf(out, "| %s | %zu | %zu |", s->files[i], f.items, f.counted);
        add_share(out, f.first_right, f.first_all);
        add_share(out, f.noctx_right, f.noctx_all);
        ept_buf_printf(out, " %zu | %zu | %zu |", f.back, f.changed, f.dropped);
        for (int k = 0; k < LEVELS; k++) {
            if (f.timed[k] > 0) {
                ept_buf_printf(out, " %.0f |", (double)f.sec[k] / (double)f.timed[k]);
            } else {
                ept_buf_puts(out, " - |");
            }
        }
        ept_buf_printf(out, " %zu |\n", f.stale);
    }
}

/* The first word of a note is its code. */
static ept_status write_codes(ept_buf *out, const review_sheet *s)
{
    tally codes = {0};
    ept_status st = EPT_OK;
    for (size_t i = 0; i < s->look_count && st == EPT_OK; i++) {
        const char *note = s->looks[i].note;
        size_t bytes = strcspn(note, " :,;");
        if (review_sends_back(&s->looks[i])) {
            const char *code =
                bytes > 0 && note[0] != '-' ? ept_arena_strndup(s->arena, note, bytes) : "no code";
            st = code ? tally_add(&codes, code, 0) : ept_fail(EPT_E_NOMEM, "review");
        }
    }
    tally_sort(&codes);
    ept_buf_puts(out, "\n## Sent back, by code\n\n");
    for (size_t i = 0; i < codes.count; i++) {
        ept_buf_printf(out, "- %s: %zu\n", codes.rows[i].name, codes.rows[i].count);
    }
    if (codes.count == 0) {
        ept_buf_puts(out, "None.\n");
    }
    tally_clear(&codes);
    return st;
}

static void write_waiting(ept_buf *out, const review_sheet *s)
{
    ept_buf missing = {0};
    size_t waiting = 0;
    ept_buf_puts(out, "\n## Waiting for looks\n\n");
    for (size_t i = 0; i < s->item_count; i++) {
        ept_buf_reset(&missing);
        if (!has_look(s, i, LOOK_DROP) && !counts(s, i, &missing)) {
            ept_buf_printf(out, "- %s: %s\n", s->items[i].item->id, missing.p ? missing.p : "");
            waiting++;
        }
    }
    if (waiting == 0) {
        ept_buf_puts(out, "None.\n");
    }
    out->failed = out->failed || missing.failed;
    ept_buf_clear(&missing);
}

ept_status review_write(ept_buf *out, size_t *counted, const review_sheet *s)
{
    *counted = 0;
    ept_buf_puts(
        out,
        "# Review\n\nMade by `ept bank review` from the records beside it; not to be edited.\n\n");
    ept_buf_puts(
        out,
        "First try: items whose first solver found the key. Without context: looks at today's "
        "state of an item that found the key from the options alone (chance is one in four). An "
        "item counts when its present state has two solves of different readers, one without "
        "context where the options are words and something stands before them, a reading in each "
        "language, a naming of its pictures, and for law a look at the law.\n\n");
    write_table(out, counted, s);
    ept_status st = write_codes(out, s);
    write_waiting(out, s);
    if (s->gone > 0) {
        ept_buf_printf(out, "\nLooks at items that are no more: %zu.\n", s->gone);
    }
    return st == EPT_OK ? ept_buf_ok(out) : st;
}
