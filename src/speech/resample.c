/* SPDX-License-Identifier: MIT */
/* resample.c - any rate to 48 kHz by a windowed sinc. Rates that are whole numbers repeat their
 * phases, so each phase's weights are computed once. */
#include <math.h>
#include <string.h>

#include "epstopik/arena.h"
#include "speech_priv.h"

enum { LOWEST_HZ = 8000, HIGHEST_HZ = 192000, ZERO_CROSSINGS = 32 };

/* Cut-off in parts of the lower rate's half, and Kaiser's shape: about -90 dB beyond that half. */
static const double cut_off = 0.92, shape = 9.0;
static const double pi = 3.14159265358979323846;

typedef struct filter {
    float *weights;    /* [phases][taps] */
    size_t phases;     /* output samples until the phase repeats */
    size_t step;       /* input samples in that time */
    size_t taps, half; /* taps = 2 * half */
} filter;

static uint32_t common_divisor(uint32_t a, uint32_t b)
{
    while (b > 0) {
        uint32_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* Modified Bessel function of the first kind, order 0, by its series. */
static double bessel_i0(double x)
{
    double term = 1.0;
    double sum = 1.0;

    for (int k = 1; term > sum * 1e-12; k++) {
        term *= (x / (2.0 * k)) * (x / (2.0 * k));
        sum += term;
    }
    return sum;
}

/* Weight at `at` input samples from the centre; `width` is where the window ends. */
static double weight(double at, double width, double pass)
{
    double edge = at / width;

    if (edge <= -1.0 || edge >= 1.0) {
        return 0.0;
    }
    double angle = pi * pass * at;
    double sinc = fabs(angle) < 1e-9 ? 1.0 : sin(angle) / angle;
    return pass * sinc * bessel_i0(shape * sqrt(1.0 - edge * edge)) / bessel_i0(shape);
}

/* Each phase's weights sum to 1, so that a constant stays what it is. */
static ept_status filter_new(filter *out, uint32_t rate_hz)
{
    uint32_t divisor = common_divisor(EPT_SPEECH_RATE_HZ, rate_hz);
    double narrow = rate_hz > EPT_SPEECH_RATE_HZ ? (double)rate_hz / EPT_SPEECH_RATE_HZ : 1.0;
    double width = ZERO_CROSSINGS * narrow;

    out->phases = EPT_SPEECH_RATE_HZ / divisor;
    out->step = rate_hz / divisor;
    out->half = (size_t)ceil(width);
    out->taps = 2 * out->half;
    out->weights = ept_calloc(out->phases * out->taps, sizeof *out->weights);
    if (!out->weights) {
        return ept_fail(EPT_E_NOMEM, "resample %u Hz: no memory", (unsigned)rate_hz);
    }
    for (size_t phase = 0; phase < out->phases; phase++) {
        float *row = out->weights + phase * out->taps;
        double past = (double)(phase * out->step % out->phases) / (double)out->phases;
        double sum = 0.0;
        for (size_t t = 0; t < out->taps; t++) {
            double at = (double)t - (double)(out->half - 1) - past;
            row[t] = (float)weight(at, width, cut_off / narrow);
            sum += row[t];
        }
        for (size_t t = 0; t < out->taps; t++) {
            row[t] = (float)(row[t] / sum);
        }
    }
    return EPT_OK;
}

static float one_sample(const filter *f, const float *from, size_t n, size_t i)
{
    size_t centre = i / f->phases * f->step + i % f->phases * f->step / f->phases;
    const float *row = f->weights + i % f->phases * f->taps;
    double sum = 0.0;

    for (size_t t = 0; t < f->taps; t++) {
        size_t at = centre + t + 1;
        if (at >= f->half && at - f->half < n) {
            sum += (double)row[t] * (double)from[at - f->half];
        }
    }
    return (float)sum;
}

ept_status speech_resample(ept_samples *to, const float *from, size_t n, uint32_t rate_hz)
{
    filter f = {0};

    if (rate_hz < LOWEST_HZ || rate_hz > HIGHEST_HZ) {
        return ept_fail(EPT_E_FORMAT, "resample: %u Hz is outside 8000..192000", (unsigned)rate_hz);
    }
    if (n > SIZE_MAX / EPT_SPEECH_RATE_HZ) {
        return ept_fail(EPT_E_NOMEM, "resample: no memory");
    }
    size_t count = (n * EPT_SPEECH_RATE_HZ + rate_hz - 1) / rate_hz;
    ept_status st = speech_reserve(to, count);
    if (st != EPT_OK || n == 0) {
        return st;
    }
    if (rate_hz == EPT_SPEECH_RATE_HZ) {
        memcpy(to->p + to->n, from, n * sizeof *from);
        to->n += n;
        return EPT_OK;
    }
    st = filter_new(&f, rate_hz);
    if (st == EPT_OK) {
        for (size_t i = 0; i < count; i++) {
            to->p[to->n + i] = one_sample(&f, from, n, i);
        }
        to->n += count;
    }
    ept_free(f.weights);
    return st;
}
