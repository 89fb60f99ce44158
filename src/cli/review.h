/* SPDX-License-Identifier: MIT */
/* review.h - the record of looks at items (questions/review/NAME.tsv) and what it comes to. */
#ifndef REVIEW_H
#define REVIEW_H
#include "epstopik/bank.h"

typedef enum look_kind {
    LOOK_SOLVE,
    LOOK_NOCTX,
    LOOK_NAME_PICTURE,
    LOOK_READ_KO,
    LOOK_READ_KK,
    LOOK_READ_RU,
    LOOK_READ_EN,
    LOOK_LAW,
    LOOK_FIX,
    LOOK_DROP,
} look_kind;
enum { LOOK_KINDS = 10 };
const char *look_name(look_kind kind);

/* One line: who looked at which state of an item, and what came of it. */
typedef struct look {
    look_kind kind;
    size_t item; /* index in the sheet's items */
    const char *by, *got, *note;
    int64_t seed, sure, sec;
    bool stale;  /* of another state of the item than today's */
    bool second; /* another option could be defended */
    bool right;  /* solve: the key was found; other kinds: nothing was found fault with */
} look;

typedef struct reviewed {
    const ept_item *item;
    const char *file; /* below the questions folder, without its ending */
} reviewed;

typedef struct review_sheet {
    const char *dir;
    ept_arena *arena;
    ept_bank *bank;
    reviewed *items; /* by id */
    size_t item_count;
    const char **files;
    size_t file_count;
    look *looks; /* in the order written, file by file */
    size_t look_count, look_cap;
    size_t gone;          /* looks at items that are no more */
    const char *bad_line; /* "FILE:LINE" of a record that cannot be read */
} review_sheet;

/* Fills the sheet from the sources and the bank made of them. EPT_E_FORMAT: bad_line says where. */
EPT_NODISCARD ept_status review_load(review_sheet *sheet);
void review_clear(review_sheet *sheet);
/* A look sends its item back: wrong, guessed, or another option could be defended. */
bool review_sends_back(const look *l);
/* The whole of REVIEW.md; *counted: items that have all their looks. */
EPT_NODISCARD ept_status review_write(ept_buf *out, size_t *counted, const review_sheet *sheet);

#endif
