/* SPDX-License-Identifier: MIT */
/* lexicon_priv.h - entries of the pronunciation lexicon. Shared by lexicon*.c. */
#ifndef TEXT_LEXICON_PRIV_H
#define TEXT_LEXICON_PRIV_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "epstopik/pronounce.h"

enum {
    LEXICON_MAX_KEY = 16,
    LEXICON_BLANK = ' ',
    /* First of a key of the list of verb forms before a noun: ends like it, is it. */
    LEXICON_ENDS = 1,
    LEXICON_IS = 2,
};

/* The words around that an entry wants: one of `before` begins one of the three words in front, or
 * one of `after` begins the next word. Lists end with NULL. */
typedef struct lexicon_context {
    const char *const *before, *const *after;
} lexicon_context;

typedef struct lexicon_entry {
    int32_t key[LEXICON_MAX_KEY], as[LEXICON_MAX_KEY]; /* syllables and blanks, as many in both */
    uint8_t count;
    uint8_t article;                /* 0 = told from the change itself */
    bool inside;                    /* also in the middle of a word */
    bool at_end;                    /* only where a word ends */
    bool joins;                     /* its blanks are passed in one breath */
    uint16_t edges;                 /* bit k: a word of its own starts at syllable k */
    const lexicon_context *context; /* NULL = anywhere */
    size_t older;                   /* index + 1 of an earlier entry with this key, 0 = none */
} lexicon_entry;

struct ept_lexicon {
    ept_arena *arena; /* of contexts */
    lexicon_entry *entries;
    size_t count, cap;
    size_t *slots; /* open addressing: index + 1 of the latest entry of a key, 0 = free */
    size_t slot_count;
};

/* --- lexicon.c -------------------------------------------------------------------------------- */

#define LEXICON_HASH_SEED 0x811C9DC5U
uint32_t lexicon_hash(uint32_t hash, int32_t code_point);
/* The latest entry with this key; NULL when there is none. hash is that of the key. */
const lexicon_entry *lexicon_find(const ept_lexicon *lexicon, uint32_t hash, const int32_t *key,
                                  size_t count);
EPT_NODISCARD ept_status lexicon_put(ept_lexicon *lexicon, const lexicon_entry *entry);

/* --- lexicon_token.c -------------------------------------------------------------------------- */

/* Reads one token of the file; NULL when it is right, else what is wrong with it. */
const char *lexicon_token(lexicon_entry *out, ept_str token);

#endif
