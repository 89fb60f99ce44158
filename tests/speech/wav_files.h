/* SPDX-License-Identifier: MIT */
/* wav_files.h - WAV files of any kind, for tests. */
#ifndef TEST_WAV_FILES_H
#define TEST_WAV_FILES_H
#include "epstopik/str.h"

typedef struct wav_kind {
    unsigned code, bits, channels; /* code: 1 PCM, 3 float, 0xFFFE extensible (PCM inside) */
    uint32_t rate_hz;
} wav_kind;

void wav_put(ept_buf *out, uint64_t value, unsigned bytes); /* little endian */

/* `ms` of a sine of amplitude 0.25 on the left (or only) channel, silence on the right, between
 * 100 ms of silence, with a LIST chunk of odd length before the data. */
void wav_tone(ept_buf *out, wav_kind kind, double hz, uint32_t ms);

#endif
