/* SPDX-License-Identifier: MIT */
/* tally.c - counts by name. There are some dozens of names, so they are looked for one by one. */
#include "tally.h"

#include <stdlib.h>
#include <string.h>

#include "epstopik/arena.h"
#include "epstopik/str.h"

static size_t index_of(const tally *t, const char *name)
{
    size_t i = 0;
    while (i < t->count && strcmp(t->rows[i].name, name) != 0) {
        i++;
    }
    return i;
}

ept_status tally_add(tally *t, const char *name, uint64_t value)
{
    size_t i = index_of(t, name);
    if (i == t->cap) {
        size_t cap = t->cap ? t->cap * 2 : 32;
        tally_row *rows = ept_realloc(t->rows, cap * sizeof *rows);
        if (!rows) {
            return ept_fail(EPT_E_NOMEM, "tally");
        }
        t->rows = rows;
        t->cap = cap;
    }
    if (i == t->count) {
        t->rows[t->count++] = (tally_row){name, 0, 0};
    }
    t->rows[i].count++;
    t->rows[i].sum += value;
    return EPT_OK;
}

const tally_row *tally_find(const tally *t, const char *name)
{
    size_t i = index_of(t, name);
    return i < t->count ? &t->rows[i] : NULL;
}

static int compare(const void *a, const void *b)
{
    const tally_row *x = a, *y = b;
    int64_t p = 0, q = 0;
    if (ept_parse_int(&p, x->name, 0, INT64_MAX) && ept_parse_int(&q, y->name, 0, INT64_MAX)) {
        return (p > q) - (p < q);
    }
    return strcmp(x->name, y->name);
}

void tally_sort(tally *t)
{
    if (t->count > 0) {
        qsort(t->rows, t->count, sizeof *t->rows, compare);
    }
}

void tally_clear(tally *t)
{
    ept_free(t->rows);
    *t = (tally){0};
}
