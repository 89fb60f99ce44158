/* SPDX-License-Identifier: MIT */
/* transcribe_priv.h - what every system of foreign letters asks of a reading: the sounds of each
 * syllable without the changes that such systems leave out. */
#ifndef TEXT_TRANSCRIBE_PRIV_H
#define TEXT_TRANSCRIBE_PRIV_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "epstopik/pronounce.h"
#include "jamo.h"

typedef struct transcribe_sound {
    jamo_syllable said; /* the final is one of seven */
    bool tensed;        /* said.initial is the plain sound of one that a rule makes tense */
    bool ui;            /* spelled with ㅢ, however it is said */
    bool syllable;
    int32_t other; /* what is no syllable */
} transcribe_sound;

/* Appends the letters of sounds[at] to `out`. */
typedef void transcribe_put(ept_buf *out, const transcribe_sound *sounds, size_t count, size_t at);

/* All words with `put`, their punctuation kept, one blank between them. A change that two words
 * make together is left out: each is written as if it stood alone. EPT_E_NOMEM. */
EPT_NODISCARD ept_status transcribe_reading(const char **out, ept_arena *arena,
                                            const ept_reading *reading, transcribe_put *put);

#endif
