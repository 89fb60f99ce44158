/* SPDX-License-Identifier: MIT */
/* pronounce_priv.h - a line of Korean on its way from spelling to sound: its characters, its
 * words, and the notes of what changed. Shared by pronounce*.c and lexicon*.c. */
#ifndef TEXT_PRONOUNCE_PRIV_H
#define TEXT_PRONOUNCE_PRIV_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "epstopik/arena.h"
#include "epstopik/pronounce.h"
#include "jamo.h"

/* One character of a word. `now` counts only when it is a syllable. */
typedef struct sound_unit {
    int32_t spelled;
    uint32_t word;
    uint32_t next; /* the syllable that it touches; 0 = none */
    jamo_syllable now;
    bool syllable;
    bool follows;   /* another syllable touches it from the left */
    bool edge;      /* a word of its own starts here: the final before it is neutralised first */
    bool closed_ui; /* spelled with a consonant before ㅢ */
} sound_unit;

/* units[from, to) without the punctuation; the bytes lead, core and trail of the line. */
typedef struct sound_span {
    size_t from, to;
    size_t lead, core, trail, end;
    bool joined;
} sound_span;

typedef struct sound_note {
    size_t word;
    ept_sound_change change;
} sound_note;

typedef struct sound_line {
    ept_arena *arena;
    const ept_lexicon *lexicon; /* may be NULL */
    ept_str text;               /* NFC, without figures */
    sound_unit *units;
    size_t unit_count, unit_cap;
    sound_span *words;
    size_t word_count, word_cap;
    sound_note *notes;
    size_t note_count, note_cap;
    bool failed; /* out of memory; later notes are dropped */
} sound_line;

/* --- pronounce.c: notes and helpers ----------------------------------------------------------- */

/* Changes what stands at the border of units a and b (b follows a; a may be SIZE_MAX for none) and
 * notes it under `article`; nothing when it is so already. article 0 changes without a note. */
void sound_border(sound_line *line, size_t a, size_t b, int article, unsigned final,
                  unsigned initial);
void sound_final(sound_line *line, size_t a, int article, unsigned final);
void sound_medial(sound_line *line, size_t a, int article, unsigned medial);

/* --- pronounce_words.c: questions about words ------------------------------------------------- */

/* How many units `pattern` (Hangul) has when word `w` starts (ends) with it; 0 when not. */
size_t sound_word_starts(const sound_line *line, size_t w, const char *pattern);
bool sound_word_is(const sound_line *line, size_t w, const char *pattern);
/* The same from a unit on, inside its word. */
size_t sound_unit_starts(const sound_line *line, size_t unit, const char *pattern);
/* True when w and w + 1 stand side by side with a blank only between them. */
bool sound_word_meets(const sound_line *line, size_t w);
/* Lets the sounds of w and w + 1 touch. */
void sound_word_join(sound_line *line, size_t w);

/* --- the three stages ------------------------------------------------------------------------- */

void lexicon_apply(sound_line *line); /* lexicon_match.c */
/* True when word `w` ends as a verb does that stands before a noun (할, 먹는, 좋은). */
bool lexicon_is_adnominal(const sound_line *line, size_t w);
void sound_join_words(sound_line *line); /* pronounce_breath.c */
void sound_rules(sound_line *line);      /* pronounce_rules.c */

#endif
