/* SPDX-License-Identifier: MIT */
/* hearing.h - measuring what the module made, by other means than its own. */
#ifndef TEST_HEARING_H
#define TEST_HEARING_H
#include "epstopik/speech.h"

double hearing_lufs(const ept_samples *samples);    /* integrated; fails the test on an error */
double hearing_peak_db(const ept_samples *samples); /* true peak, dBTP */

/* Median pitch in Hz of the voiced 40 ms frames, by autocorrelation; 0 when there is none. */
double hearing_pitch_hz(const ept_samples *samples);

/* Amplitude of the sine of this frequency inside samples [from, to). */
double hearing_tone(const ept_samples *samples, double hz, size_t from, size_t to);

/* A sine of amplitude 0.25 appended. */
void hearing_add_tone(ept_samples *to, double hz, uint32_t ms);

#endif
