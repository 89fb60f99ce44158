/* SPDX-License-Identifier: MIT */
/* heard.h - what a sound device wrote into a file, and where in it a clip sounds. */
#ifndef TEST_HEARD_H
#define TEST_HEARD_H
#include "epstopik/speech.h"

/* Appends a sweep between two frequencies with soft ends, amplitude 0.4. */
void heard_sweep(ept_samples *to, double from_hz, double to_hz, uint32_t ms);

/* Raw samples of 16 bit, one channel, 48 kHz. Fails the test when there is no such file. */
void heard_read(ept_samples *out, const char *path);

typedef struct heard_place {
    double ms;   /* where the clip begins */
    double like; /* correlation, 1 = the same */
} heard_place;

/* The `count` best places of a clip, each at least the clip's length from the others, in order of
 * time. */
void heard_find(heard_place *places, size_t count, const ept_samples *file,
                const ept_samples *clip);

/* Largest absolute sample of [from_ms, to_ms). */
double heard_peak(const ept_samples *file, double from_ms, double to_ms);

#endif
