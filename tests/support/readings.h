/* SPDX-License-Identifier: MIT */
/* readings.h - tables of words with their sound, one reading for each line. Floor: tests. */
#ifndef EPT_TEST_READINGS_H
#define EPT_TEST_READINGS_H
#include <stddef.h>

#include "epstopik/pronounce.h"

/* A reading of one word, nothing but the word. */
ept_reading reading_of(ept_sound_word *word, const char *spelled, const char *respelled);

typedef struct reading_row {
    const char *cells[4]; /* "" for one that is missing */
} reading_row;

/* The lines of a table under tests/data/text, comments left out; cells stand between tabs. */
size_t reading_rows(const reading_row **out, ept_arena *arena, const char *name);

/* Takes the words of the program's own lexicon. */
void reading_lexicon(ept_lexicon *lexicon, ept_arena *arena);

#endif
