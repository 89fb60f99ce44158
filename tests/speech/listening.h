/* SPDX-License-Identifier: MIT */
/* listening.h - what tells one spoken word from another: times of closure, noise and voice,
 * formants, spectra of beginning and end. */
#ifndef TEST_LISTENING_H
#define TEST_LISTENING_H
#include "epstopik/speech.h"

enum { LISTENING_BANDS = 16 };

typedef struct listening {
    double closure_ms;   /* the longest stretch inside the word that is 22 dB below its loudest */
    double noise_ms;     /* hiss: more above 2.5 kHz than below 1 kHz */
    double breath_ms;    /* from the first sound to the voice of the first vowel */
    double f1_hz, f2_hz; /* medians over the first vowel */
    double
        begin_db[LISTENING_BANDS]; /* 0..5 kHz, of the first 60 ms and the last 100, their mean 0 */
    double end_db[LISTENING_BANDS];
} listening;

void listening_to(listening *out, const ept_samples *samples);

/* Root mean square of the difference of two spectra, dB. */
double listening_apart_db(const double a[LISTENING_BANDS], const double b[LISTENING_BANDS]);

#endif
