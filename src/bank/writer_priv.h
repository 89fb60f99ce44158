/* SPDX-License-Identifier: MIT */
/* writer_priv.h - what the two files of the bank writer share. */
#ifndef WRITER_PRIV_H
#define WRITER_PRIV_H
#include "bank_priv.h"

typedef enum put {
    PUT_PENDING,
    PUT_ITEM,
    PUT_OPTION,
    PUT_WHY,
    PUT_ITEM_FACT,
    PUT_STIMULUS,
    PUT_TURN,
    PUT_GLOSS,
    PUT_DOCUMENT,
    PUT_PART,
    PUT_CELL,
    PUT_CHART,
    PUT_CHART_LABEL,
    PUT_CHART_SERIES,
    PUT_CHART_VALUE,
    PUT_ENTRY,
    PUT_WARM_UP,
    PUT_PICTURE,
    PUT_PICTURE_NAME,
    PUT_CLIP,
    PUT_SLOT,
    PUT_SLOT_SAYS,
    PUT_RULE,
    PUT_RULE_SLOT,
    PUT_SETTING,
    PUT_FACT,
    PUT_FACT_SAYS,
    PUT_LEXICON,
    PUT_MANIFEST,
    PUT_HEAD,
    GET_PENDING,
    GET_ALL_PENDING,
    GET_WARM_UP,
    PUT_COUNT,
} put;

typedef struct kept_slot {
    ept_bank_slot slot;
    size_t entries;
    size_t warm_ups; /* items of the slot that only the warm-up draws */
} kept_slot;

struct bank_writer {
    ept_db *db;
    ept_arena *arena; /* the slots, until the end */
    ept_stmt *stmts[PUT_COUNT];
    kept_slot *slots;
    size_t slot_count;
    int64_t written; /* items so far: their order in the sources */
    size_t items, pictures, clips;
};

/* The statement, prepared at its first use; ready for binding. */
ept_status writer_ready(ept_stmt **out, bank_writer *w, put which);
/* A row of a key, a number and a text, the shape of most small tables. */
ept_status writer_numbered(bank_writer *w, put which, const char *key, size_t seq,
                           const char *text);
ept_status writer_says(bank_writer *w, put which, const char *key,
                       const char *const says[EPT_LANG_COUNT]);
/* Remembers an entry for the manifest. */
ept_status writer_pending(bank_writer *w, const char *kind, const char *id, const ept_hash *hash,
                          uint32_t ms);

#endif
