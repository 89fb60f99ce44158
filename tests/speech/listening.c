/* SPDX-License-Identifier: MIT */
/* listening.c - frames of 10 ms every 5 ms by plain Fourier sums up to 8 kHz, on each second
 * sample; formants of the first vowel by linear prediction of order 10 on frames of 30 ms at 9.6
 * kHz. */
#include "listening.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "support/ept_test.h"

enum {
    RATE = EPT_SPEECH_RATE_HZ,
    EACH = 2,
    WINDOW = RATE / EACH / 100,
    HOP = RATE / 200,
    BINS = 80, /* of 100 Hz */
    MOST_FRAMES = 800,
    DOWN = 5,
    ORDER = 10,
    LONG = 288, /* 30 ms at 9.6 kHz */
};

static const double hop_ms = 5.0, turn = 6.28318530717958647692;

typedef struct frames {
    double power[MOST_FRAMES][BINS];
    double all[MOST_FRAMES], low[MOST_FRAMES], high[MOST_FRAMES];
    size_t n;
} frames;

static void analyse(frames *f, const ept_samples *samples)
{
    static double cosines[WINDOW], hann[WINDOW];

    for (int i = 0; i < WINDOW; i++) {
        cosines[i] = cos(turn * i / WINDOW); /* one turn: bin k takes each k-th step of it */
        hann[i] = 0.5 - 0.5 * cosines[i];
    }
    memset(f, 0, sizeof *f);
    for (size_t at = 0; at + WINDOW * EACH <= samples->n && f->n < MOST_FRAMES; at += HOP, f->n++) {
        for (int k = 1; k < BINS; k++) {
            double real = 0.0;
            double imaginary = 0.0;
            for (int i = 0; i < WINDOW; i++) {
                double x = (double)samples->p[at + (size_t)(i * EACH)] * hann[i];
                real += x * cosines[k * i % WINDOW];
                imaginary += x * cosines[(k * i + WINDOW / 4) % WINDOW];
            }
            double power = (real * real + imaginary * imaginary) / WINDOW / WINDOW + 1e-14;
            f->power[f->n][k] = power;
            f->all[f->n] += power;
            f->low[f->n] += k < 10 ? power : 0.0;
            f->high[f->n] += k >= 25 ? power : 0.0;
        }
    }
}

static double highest(const double *values, size_t n)
{
    double most = 0.0;

    for (size_t i = 0; i < n; i++) {
        most = values[i] > most ? values[i] : most;
    }
    return most;
}

static double times_db(double power, double db)
{
    return power * pow(10.0, db / 10.0);
}

static void find_times(listening *out, const frames *f, size_t *first, size_t *last, size_t *vowel)
{
    double loudest = highest(f->all, f->n);
    double voice = highest(f->low, f->n);
    size_t quiet = 0;

    *first = 0;
    *last = f->n - 1;
    while (f->all[*first] < times_db(loudest, -42.0)) {
        (*first)++;
    }
    while (f->all[*last] < times_db(loudest, -35.0)) {
        (*last)--;
    }
    size_t begin = *first;
    while (f->low[begin] < times_db(voice, -10.0)) {
        begin++;
    }
    *vowel = begin;
    out->breath_ms = hop_ms * (double)(begin - *first);
    for (size_t i = begin; i <= *last; i++) {
        bool silent = f->all[i] < times_db(loudest, -22.0);
        quiet = silent ? quiet + 1 : 0;
        /* what is quiet up to the end is no closure */
        bool inside = i < *last && !(f->all[i + 1] < times_db(loudest, -22.0));
        if (inside && hop_ms * (double)quiet > out->closure_ms) {
            out->closure_ms = hop_ms * (double)quiet;
        }
    }
    for (size_t i = *first; i <= *last; i++) {
        bool heard = f->all[i] > times_db(loudest, -42.0);
        out->noise_ms += heard && f->high[i] > f->low[i] ? hop_ms : 0.0;
    }
}

static void spectrum(double db[LISTENING_BANDS], const frames *f, size_t from, size_t to)
{
    double mean = 0.0;

    for (int b = 0; b < LISTENING_BANDS; b++) {
        double sum = 1e-14;
        for (size_t i = from; i < to && i < f->n; i++) {
            for (int k = 1 + b * 3; k < 4 + b * 3; k++) {
                sum += f->power[i][k];
            }
        }
        db[b] = 10.0 * log10(sum);
        mean += db[b] / LISTENING_BANDS;
    }
    for (int b = 0; b < LISTENING_BANDS; b++) {
        db[b] -= mean;
    }
}

double listening_apart_db(const double a[LISTENING_BANDS], const double b[LISTENING_BANDS])
{
    double sum = 0.0;

    for (int i = 0; i < LISTENING_BANDS; i++) {
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sqrt(sum / LISTENING_BANDS);
}

/* Coefficients of the predictor; false for silence. */
static bool predict(double a[ORDER + 1], const double *x)
{
    double r[ORDER + 1] = {0.0};

    for (int lag = 0; lag <= ORDER; lag++) {
        for (int i = lag; i < LONG; i++) {
            r[lag] += x[i] * x[i - lag];
        }
    }
    double error = r[0] * 1.0001;
    if (error < 1e-6) {
        return false;
    }
    memset(a, 0, (ORDER + 1) * sizeof *a);
    a[0] = 1.0;
    for (int m = 1; m <= ORDER; m++) {
        double next[ORDER + 1];
        double k = r[m];
        for (int i = 1; i < m; i++) {
            k += a[i] * r[m - i];
        }
        k = -k / error;
        memcpy(next, a, sizeof next);
        for (int i = 1; i < m; i++) {
            next[i] = a[i] + k * a[m - i];
        }
        next[m] = k;
        memcpy(a, next, sizeof next);
        error *= 1.0 - k * k;
    }
    return true;
}

/* The first two peaks of the predictor's spectrum; 0 when there is none. */
static void peaks(double found[2], const double a[ORDER + 1])
{
    double before = 0.0;
    double here = 0.0;
    int n = 0;

    found[0] = found[1] = 0.0;
    for (double hz = 180.0; hz < 3600.0 && n < 2; hz += 10.0) {
        double real = 0.0;
        double imaginary = 0.0;
        for (int i = 0; i <= ORDER; i++) {
            real += a[i] * cos(turn * hz * i * DOWN / RATE);
            imaginary += a[i] * sin(turn * hz * i * DOWN / RATE);
        }
        double next = 1.0 / (real * real + imaginary * imaginary);
        if (here > before && here >= next) {
            found[n++] = hz - 10.0;
        }
        before = here;
        here = next;
    }
}

static int by_size(const void *a, const void *b)
{
    const double *x = a;
    const double *y = b;
    return *x < *y ? -1 : *x > *y;
}

/* Every fifth sample of the sound below 4.2 kHz, its highs raised. */
static size_t lower(double *to, size_t most, const ept_samples *samples)
{
    enum { HALF = 40 };
    double last = 0.0;
    size_t n = 0;

    for (size_t at = HALF; at + HALF < samples->n && n < most; at += DOWN) {
        double sum = 0.0;
        for (int i = -HALF; i <= HALF; i++) {
            double t = turn * 4200.0 / RATE * i;
            double sinc = i == 0 ? 2.0 * 4200.0 / RATE : sin(t) / (turn / 2.0 * i);
            double window = 0.5 + 0.5 * cos(turn / 2.0 * i / (HALF + 1));
            sum += sinc * window * (double)samples->p[(size_t)((long)at + i)];
        }
        to[n++] = sum - 0.94 * last;
        last = sum;
    }
    return n;
}

/* In the first vowel, 30 to 110 ms after the voice begins. */
static void find_formants(listening *out, const ept_samples *samples, size_t vowel)
{
    static double x[RATE / DOWN * 4];
    static double found[2][MOST_FRAMES];
    size_t n = lower(x, sizeof x / sizeof *x, samples);
    size_t count = 0;

    for (size_t i = vowel + 6; i < vowel + 22 && i * HOP / DOWN + LONG < n; i++) {
        double a[ORDER + 1];
        double pair[2];
        double frame[LONG];
        for (int k = 0; k < LONG; k++) {
            frame[k] = x[i * HOP / DOWN + (size_t)k] * (0.54 - 0.46 * cos(turn * k / LONG));
        }
        if (predict(a, frame)) {
            peaks(pair, a);
            if (pair[1] > 0.0) {
                found[0][count] = pair[0];
                found[1][count++] = pair[1];
            }
        }
    }
    if (count > 0) {
        qsort(found[0], count, sizeof found[0][0], by_size);
        qsort(found[1], count, sizeof found[1][0], by_size);
        out->f1_hz = found[0][count / 2];
        out->f2_hz = found[1][count / 2];
    }
}

void listening_to(listening *out, const ept_samples *samples)
{
    static frames f;
    size_t first = 0;
    size_t last = 0;
    size_t vowel = 0;

    memset(out, 0, sizeof *out);
    analyse(&f, samples);
    assert_true(f.n > 0 && f.n < MOST_FRAMES);
    find_times(out, &f, &first, &last, &vowel);
    spectrum(out->begin_db, &f, first, first + 12);
    spectrum(out->end_db, &f, last > 20 ? last - 20 : 0, last + 1);
    find_formants(out, samples, vowel);
}
