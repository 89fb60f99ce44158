/* SPDX-License-Identifier: MIT */
/* bell.c - the bell before an item: two struck tones, a third apart, the lower one second. */
#include <math.h>

#include "speech_priv.h"

enum { BELL_MS = 800, SECOND_MS = 280, FADE_MS = 60 };

static const double first_hz = 784.0, second_hz = 622.3;
static const double attack_s = 0.012, decay_s = 0.18;
static const double turn = 6.28318530717958647692;

/* A struck bar: the tone and, quieter and shorter, its overtones at 2.76 and 5.40 times. */
static double strike(double hz, double at_s)
{
    if (at_s < 0.0) {
        return 0.0;
    }
    double rise = at_s < attack_s ? 0.5 - 0.5 * cos(turn / 2.0 * at_s / attack_s) : 1.0;
    double tone = sin(turn * hz * at_s) * exp(-at_s / decay_s) +
                  0.20 * sin(turn * 2.76 * hz * at_s) * exp(-at_s / (0.45 * decay_s)) +
                  0.06 * sin(turn * 5.40 * hz * at_s) * exp(-at_s / (0.20 * decay_s));
    return rise * tone;
}

ept_status ept_speech_bell(ept_samples *out)
{
    ept_samples bell = {0};
    size_t fade = (size_t)FADE_MS * SPEECH_SAMPLES_PER_MS;
    ept_status st = ept_samples_silence(&bell, BELL_MS);

    for (size_t i = 0; i < bell.n; i++) {
        double at_s = (double)i / EPT_SPEECH_RATE_HZ;
        size_t left = bell.n - 1 - i;
        double end = left < fade ? (double)left / (double)fade : 1.0;
        double both = strike(first_hz, at_s) + strike(second_hz, at_s - SECOND_MS / 1000.0);
        bell.p[i] = (float)(0.3 * both * end);
    }
    if (st == EPT_OK) {
        st = speech_level(&bell, NULL, "bell");
    }
    ept_samples_clear(out);
    if (st == EPT_OK) {
        *out = bell;
    } else {
        ept_samples_clear(&bell);
    }
    return st;
}
