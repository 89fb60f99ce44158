/* SPDX-License-Identifier: MIT */
/* hearing.c - loudness by libebur128, pitch by autocorrelation, tones by one bin of Fourier. */
#include "hearing.h"

#include <ebur128.h>
#include <math.h>
#include <stdlib.h>

#include "support/ept_test.h"

enum { RATE = EPT_SPEECH_RATE_HZ, WINDOW = RATE / 25, HOP = RATE / 50, MOST_FRAMES = 4096 };

static const double turn = 6.28318530717958647692;

static ebur128_state *measured(const ept_samples *samples)
{
    ebur128_state *state = ebur128_init(1, RATE, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK);

    assert_non_null(state);
    assert_int_equal(EBUR128_SUCCESS, ebur128_add_frames_float(state, samples->p, samples->n));
    return state;
}

double hearing_lufs(const ept_samples *samples)
{
    double lufs = 0.0;
    ebur128_state *state = measured(samples);

    assert_int_equal(EBUR128_SUCCESS, ebur128_loudness_global(state, &lufs));
    ebur128_destroy(&state);
    return lufs;
}

double hearing_peak_db(const ept_samples *samples)
{
    double peak = 0.0;
    ebur128_state *state = measured(samples);

    assert_int_equal(EBUR128_SUCCESS, ebur128_true_peak(state, 0, &peak));
    ebur128_destroy(&state);
    return 20.0 * log10(peak);
}

static double product(const float *a, const float *b)
{
    double sum = 0.0;

    for (int i = 0; i < WINDOW; i += 2) {
        sum += (double)a[i] * (double)b[i];
    }
    return sum;
}

/* 60..400 Hz; a longer period must fit clearly better to be taken instead of a shorter one. */
static double frame_pitch(const float *at)
{
    double own = product(at, at);
    double best = 0.0;
    int best_lag = 0;

    for (int lag = RATE / 400; lag <= RATE / 60; lag += 2) {
        double other = product(at + lag, at + lag);
        double fit = product(at, at + lag) / (sqrt(own * other) + 1e-9);
        if (fit > best * 1.03) {
            best = fit;
            best_lag = lag;
        }
    }
    return best > 0.75 ? (double)RATE / best_lag : 0.0;
}

static int by_size(const void *a, const void *b)
{
    const double *x = a;
    const double *y = b;
    return *x < *y ? -1 : *x > *y;
}

double hearing_pitch_hz(const ept_samples *samples)
{
    static double pitches[MOST_FRAMES];
    size_t count = 0;

    for (size_t at = 0; at + WINDOW + RATE / 60 < samples->n && count < MOST_FRAMES; at += HOP) {
        const float *frame = samples->p + at;
        double hz = product(frame, frame) > 0.01 * 0.01 * WINDOW ? frame_pitch(frame) : 0.0;
        if (hz > 0.0) {
            pitches[count++] = hz;
        }
    }
    qsort(pitches, count, sizeof *pitches, by_size);
    return count > 0 ? pitches[count / 2] : 0.0;
}

double hearing_tone(const ept_samples *samples, double hz, size_t from, size_t to)
{
    double real = 0.0;
    double imaginary = 0.0;

    for (size_t i = from; i < to; i++) {
        double angle = turn * hz * (double)i / RATE;
        real += (double)samples->p[i] * cos(angle);
        imaginary += (double)samples->p[i] * sin(angle);
    }
    return 2.0 * sqrt(real * real + imaginary * imaginary) / (double)(to - from);
}

void hearing_add_tone(ept_samples *to, double hz, uint32_t ms)
{
    size_t from = to->n;

    assert_ok(ept_samples_silence(to, ms));
    for (size_t i = from; i < to->n; i++) {
        to->p[i] = (float)(0.25 * sin(turn * hz * (double)(i - from) / RATE));
    }
}
