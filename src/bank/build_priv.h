/* SPDX-License-Identifier: MIT */
/* build_priv.h - what the build and its clips share. Private to src/bank. */
#ifndef BANK_BUILD_PRIV_H
#define BANK_BUILD_PRIV_H
#include "load_priv.h"

#include "epstopik/speech.h"

enum { BANK_RATE = 150, BANK_SLOW_RATE = 125, BANK_GAP_MS = 500, BANK_NUMBERS = 40, BANK_OLD = 2 };

/* One build at work. */
typedef struct building {
    const ept_bank_build_opts *opts;
    bank_src src;
    bank_writer *writer;
    ept_speech *speech;      /* NULL: silent clips of the estimated length */
    ept_bank *old[BANK_OLD]; /* the last bank, and what a broken build kept; NULL = none */
    ept_arena *scratch;      /* one clip */
    uint32_t option_ms[EPT_OPTIONS];
    size_t done, total, made, kept, broken;
} building;

/* The clips that every bank has: bell, numbers, option numbers, the sentence of the sound check. */
EPT_NODISCARD ept_status clips_common(building *b);
/* The clips of one item. *play_ms: one play, 0 for a silent item. A line that cannot be spoken is
 * told and counted in b->broken; the rest goes on. */
EPT_NODISCARD ept_status clips_item(building *b, const bank_src_item *made, uint32_t *play_ms);
size_t clips_count(const bank_src *src);
/* Tells recordings that belong to nothing. */
void clips_check_recordings(bank_src *src);
/* A form of the longest items of each slot must end in time: tells the exam that would not. */
void clips_check_forms(building *b, const uint32_t *play_ms);

/* 0..99 as it is read: 이십일. */
const char *clips_number(char out[32], int number);

#endif
