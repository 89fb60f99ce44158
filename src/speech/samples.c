/* SPDX-License-Identifier: MIT */
/* samples.c - growing arrays of samples. */
#include <string.h>

#include "epstopik/arena.h"
#include "speech_priv.h"

void ept_samples_clear(ept_samples *samples)
{
    ept_free(samples->p);
    *samples = (ept_samples){0};
}

ept_status speech_reserve(ept_samples *samples, size_t more)
{
    size_t most = SIZE_MAX / sizeof *samples->p / 2;
    size_t cap = samples->cap > 0 ? samples->cap : EPT_SPEECH_RATE_HZ;

    if (more <= samples->cap - samples->n) {
        return EPT_OK;
    }
    if (more > most || samples->n > most - more) {
        return ept_fail(EPT_E_NOMEM, "grow sound: no memory");
    }
    while (cap < samples->n + more) {
        cap *= 2;
    }
    float *p = ept_realloc(samples->p, cap * sizeof *p);
    if (!p) {
        return ept_fail(EPT_E_NOMEM, "grow sound: no memory");
    }
    samples->p = p;
    samples->cap = cap;
    return EPT_OK;
}

ept_status ept_samples_add(ept_samples *to, const ept_samples *from)
{
    ept_status st = speech_reserve(to, from->n);

    if (st == EPT_OK && from->n > 0) {
        memcpy(to->p + to->n, from->p, from->n * sizeof *to->p);
        to->n += from->n;
    }
    return st;
}

ept_status ept_samples_silence(ept_samples *to, uint32_t ms)
{
    size_t n = (size_t)ms * SPEECH_SAMPLES_PER_MS;
    ept_status st = speech_reserve(to, n);

    if (st == EPT_OK && n > 0) {
        for (size_t i = 0; i < n; i++) {
            to->p[to->n + i] = 0.0F;
        }
        to->n += n;
    }
    return st;
}

uint32_t ept_samples_ms(const ept_samples *samples)
{
    return (uint32_t)((samples->n + SPEECH_SAMPLES_PER_MS - 1) / SPEECH_SAMPLES_PER_MS);
}
