/* SPDX-License-Identifier: MIT */
/* heard.c - finds clips by cross-correlation at 3 kHz, a third of a millisecond. */
#include "heard.h"

#include <math.h>
#include <stdlib.h>

#include "support/ept_test.h"

#include "epstopik/path.h"

enum { RATE = EPT_SPEECH_RATE_HZ, FEWER = 16 };

static const double turn = 6.28318530717958647692;

void heard_sweep(ept_samples *to, double from_hz, double to_hz, uint32_t ms)
{
    size_t from = to->n;

    assert_ok(ept_samples_silence(to, ms));
    size_t n = to->n - from;
    for (size_t i = 0; i < n; i++) {
        double t = (double)i / RATE;
        double length = (double)n / RATE;
        double cycles = from_hz * t + (to_hz - from_hz) * t * t / (2.0 * length);
        double edge = (double)(i < n - 1 - i ? i : n - 1 - i) / (0.01 * RATE);
        to->p[from + i] = (float)(0.4 * (edge < 1.0 ? edge : 1.0) * sin(turn * cycles));
    }
}

void heard_read(ept_samples *out, const char *path)
{
    ept_buf bytes = {0};

    assert_ok(ept_path_read(&bytes, path));
    ept_samples_clear(out);
    assert_ok(ept_samples_silence(out, (uint32_t)(bytes.n / 96 + 1)));
    out->n = bytes.n / 2;
    for (size_t i = 0; i < out->n; i++) {
        unsigned raw = (unsigned char)bytes.p[2 * i] | (unsigned)(unsigned char)bytes.p[2 * i + 1]
                                                           << 8;
        out->p[i] = (float)((double)raw - (raw >= 32768 ? 65536.0 : 0.0)) / 32768.0F;
    }
    ept_buf_clear(&bytes);
}

/* Every FEWERth sample, each the mean of what lies around it. */
static double *thin(size_t *n, const ept_samples *samples)
{
    *n = samples->n / FEWER;
    double *out = calloc(*n + 1, sizeof *out);

    assert_non_null(out);
    for (size_t i = 0; i < *n * FEWER; i++) {
        out[i / FEWER] += (double)samples->p[i] / FEWER;
    }
    return out;
}

static double energy(const double *p, size_t n)
{
    double sum = 1e-9;

    for (size_t i = 0; i < n; i++) {
        sum += p[i] * p[i];
    }
    return sum;
}

/* Correlation of the clip with the file at every place. */
static double *correlate(size_t *places, const ept_samples *file, const ept_samples *clip)
{
    size_t n = 0;
    size_t m = 0;
    double *whole = thin(&n, file);
    double *part = thin(&m, clip);

    assert_true(n > m);
    *places = n - m;
    double *like = calloc(*places, sizeof *like);
    assert_non_null(like);
    double own = energy(part, m);
    double here = energy(whole, m);
    for (size_t at = 0; at < *places; at++) {
        double sum = 0.0;
        if (here > 0.1 * own) {
            for (size_t i = 0; i < m; i++) {
                sum += whole[at + i] * part[i];
            }
        }
        like[at] = sum / sqrt(own * (here > 1e-9 ? here : 1e-9));
        here += whole[at + m] * whole[at + m] - whole[at] * whole[at];
    }
    free(whole);
    free(part);
    return like;
}

void heard_find(heard_place *places, size_t count, const ept_samples *file, const ept_samples *clip)
{
    size_t n = 0;
    size_t length = clip->n / FEWER;
    double *like = correlate(&n, file, clip);

    for (size_t k = 0; k < count; k++) {
        size_t best = 0;
        for (size_t at = 0; at < n; at++) {
            best = like[at] > like[best] ? at : best;
        }
        heard_place found = {(double)best * FEWER * 1000.0 / RATE, like[best]};
        size_t to = best + length < n ? best + length : n;
        for (size_t at = best > length ? best - length : 0; at < to; at++) {
            like[at] = -1.0;
        }
        size_t slot = k;
        while (slot > 0 && places[slot - 1].ms > found.ms) {
            places[slot] = places[slot - 1];
            slot--;
        }
        places[slot] = found;
    }
    free(like);
}

double heard_peak(const ept_samples *file, double from_ms, double to_ms)
{
    double peak = 0.0;
    size_t from = from_ms > 0.0 ? (size_t)(from_ms * RATE / 1000.0) : 0;
    size_t to = to_ms > 0.0 ? (size_t)(to_ms * RATE / 1000.0) : 0;

    for (size_t i = from; i < to && i < file->n; i++) {
        peak = fabs((double)file->p[i]) > peak ? fabs((double)file->p[i]) : peak;
    }
    return peak;
}
