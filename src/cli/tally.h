/* SPDX-License-Identifier: MIT */
/* tally.h - counts by name, for statistics. Names are borrowed. */
#ifndef TALLY_H
#define TALLY_H
#include <stddef.h>
#include <stdint.h>

#include "epstopik/status.h"

typedef struct tally_row {
    const char *name;
    size_t count;
    uint64_t sum;
} tally_row;

/* Zero-initialise; clear with tally_clear. */
typedef struct tally {
    tally_row *rows;
    size_t count, cap;
} tally;

/* Adds one to `name` (and `value` to its sum). EPT_E_NOMEM. */
EPT_NODISCARD ept_status tally_add(tally *t, const char *name, uint64_t value);
/* NULL when the name was never added. Borrowed until the next add. */
const tally_row *tally_find(const tally *t, const char *name);
/* By name, in the order of bytes; numbers by value. */
void tally_sort(tally *t);
void tally_clear(tally *t);

#endif
