/* SPDX-License-Identifier: MIT */
/* level.c - where a sound begins and ends, how loud it is (EBU R 128 by libebur128), and the gain
 * and peak limit that bring it to the level. The synthesiser's peaks stand 17 to 19 dB above its
 * loudness, more than -18 LUFS leaves room for, so the highest ones are bent down smoothly. */
#include <ebur128.h>
#include <math.h>
#include <string.h>

#include "epstopik/arena.h"
#include "speech_priv.h"

enum {
    MS = SPEECH_SAMPLES_PER_MS,
    KEEP = 20 * MS, /* silence left at both ends */
    FADE = 5 * MS,  /* inside it */
    FRAME = 5 * MS, /* of which the energy is taken to find the ends */
    SMOOTH = 5,     /* the limiter's gain is averaged over +- so many ms */
    TRIES = 6
};

static const double level_lufs = -18.0, near_lufs = 0.05, highest_db = -1.0;
static const float ceiling = 0.76F;       /* -2.4 dBFS: room for the overshoot of the encoder */
static const double silence_rms = 0.0005; /* -66 dBFS: a sound that never exceeds it is silent */
static const double end_ratio = 0.0056;   /* -45 dB below the loudest frame */

static double frame_rms(const ept_samples *samples, size_t frame)
{
    size_t from = frame * FRAME;
    size_t to = from + FRAME < samples->n ? from + FRAME : samples->n;
    double sum = 0.0;

    for (size_t i = from; i < to; i++) {
        sum += (double)samples->p[i] * (double)samples->p[i];
    }
    return sqrt(sum / FRAME);
}

/* First sample that sounds and the one behind the last; false when nothing does. */
static bool find_ends(size_t *from, size_t *to, const ept_samples *samples)
{
    size_t frames = (samples->n + FRAME - 1) / FRAME;
    double loudest = 0.0;

    for (size_t i = 0; i < frames; i++) {
        double rms = frame_rms(samples, i);
        loudest = rms > loudest ? rms : loudest;
    }
    if (!(loudest > silence_rms)) {
        return false;
    }
    size_t first = 0;
    size_t last = frames - 1;
    while (frame_rms(samples, first) < loudest * end_ratio) {
        first++;
    }
    while (frame_rms(samples, last) < loudest * end_ratio) {
        last--;
    }
    *from = first * FRAME;
    *to = (last + 1) * FRAME < samples->n ? (last + 1) * FRAME : samples->n;
    return true;
}

ept_status speech_trim(ept_samples *samples, const char *what)
{
    ept_samples cut = {0};
    size_t from = 0;
    size_t to = 0;

    if (!find_ends(&from, &to, samples)) {
        return ept_fail(EPT_E_FORMAT, "%s: nothing but silence", what);
    }
    size_t sounding = to - from;
    size_t kept = (size_t)2 * KEEP;
    size_t n = (sounding + kept + MS - 1) / MS * MS;
    ept_status st = ept_samples_silence(&cut, (uint32_t)(n / MS));
    if (st != EPT_OK) {
        return st;
    }
    /* What stood inside the kept silence stays; where the sound began too early it is zeros. */
    for (size_t i = 0; i < n; i++) {
        size_t at = from + i;
        bool inside = at >= KEEP && at - KEEP < samples->n && i < sounding + kept;
        size_t edge = i < n - 1 - i ? i : n - 1 - i;
        float fade = edge < FADE ? (float)edge / (float)FADE : 1.0F;
        cut.p[i] = inside ? samples->p[at - KEEP] * fade : 0.0F;
    }
    ept_samples_clear(samples);
    *samples = cut;
    return EPT_OK;
}

ept_status speech_measure(double *lufs, double *peak_db, const ept_samples *samples)
{
    double peak = 0.0;
    int mode = EBUR128_MODE_I | (peak_db ? EBUR128_MODE_TRUE_PEAK : 0);
    ebur128_state *state = ebur128_init(1, EPT_SPEECH_RATE_HZ, mode);

    if (!state) {
        return ept_fail(EPT_E_NOMEM, "measure sound: no memory");
    }
    int code = ebur128_add_frames_float(state, samples->p, samples->n);
    if (code == EBUR128_SUCCESS) {
        code = ebur128_loudness_global(state, lufs);
    }
    if (code == EBUR128_SUCCESS && peak_db) {
        code = ebur128_true_peak(state, 0, &peak);
        *peak_db = peak > 0.0 ? 20.0 * log10(peak) : -HUGE_VAL;
    }
    ebur128_destroy(&state);
    return code == EBUR128_SUCCESS ? EPT_OK : ept_fail(EPT_E_NOMEM, "measure sound: no memory");
}

/* The gain that millisecond `b` needs to stay below the ceiling. */
static float needed(const ept_samples *samples, double gain, size_t b)
{
    float highest = 0.0F;

    for (size_t i = b * MS; i < (b + 1) * MS && i < samples->n; i++) {
        float value = fabsf(samples->p[i]) * (float)gain;
        highest = value > highest ? value : highest;
    }
    return highest > ceiling ? ceiling / highest : 1.0F;
}

static size_t clamp_index(size_t at, size_t back, size_t n)
{
    return at < back ? 0 : at - back < n ? at - back : n - 1;
}

/* from[b-radius .. b+radius]: its smallest, or its mean. */
static float around(const float *from, size_t n, size_t b, size_t radius, bool smallest)
{
    float lowest = 1.0F;
    float sum = 0.0F;

    for (size_t i = 0; i <= 2 * radius; i++) {
        float value = from[clamp_index(b + i, radius, n)];
        lowest = value < lowest ? value : lowest;
        sum += value;
    }
    return smallest ? lowest : sum / (float)(2 * radius + 1);
}

/* `to` = samples * gain, limited. The gain of each millisecond is the smallest needed nearby,
 * averaged, and joined by straight lines; the smallest is taken one further than the average
 * reaches, so that also between two of them no sample passes the ceiling. */
static ept_status amplify(ept_samples *to, const ept_samples *samples, double gain)
{
    size_t blocks = (samples->n + MS - 1) / MS;
    float *need = ept_calloc(3 * blocks, sizeof *need);

    if (!need) {
        return ept_fail(EPT_E_NOMEM, "level sound: no memory");
    }
    float *least = need + blocks;
    float *smooth = least + blocks;
    for (size_t b = 0; b < blocks; b++) {
        need[b] = needed(samples, gain, b);
    }
    for (size_t b = 0; b < blocks; b++) {
        least[b] = around(need, blocks, b, SMOOTH + 1, true);
    }
    for (size_t b = 0; b < blocks; b++) {
        smooth[b] = around(least, blocks, b, SMOOTH, false);
    }
    for (size_t i = 0; i < samples->n; i++) {
        size_t left = clamp_index((i + MS / 2) / MS, 1, blocks);
        size_t right = clamp_index((i + MS / 2) / MS, 0, blocks);
        float part = (float)((i + MS / 2) % MS) / (float)MS;
        float bend = smooth[left] + (smooth[right] - smooth[left]) * part;
        to->p[i] = samples->p[i] * (float)gain * bend;
    }
    to->n = samples->n;
    ept_free(need);
    return EPT_OK;
}

static void scale(ept_samples *samples, double gain)
{
    for (size_t i = 0; i < samples->n; i++) {
        samples->p[i] = (float)((double)samples->p[i] * gain);
    }
}

/* What is measured: the sound, and behind a short one what it is joined with. */
static ept_status measured_whole(ept_samples *out, const ept_samples *samples,
                                 const ept_samples *joined)
{
    ept_status st = ept_samples_add(out, samples);

    if (st == EPT_OK && ept_samples_ms(samples) < SPEECH_ALONE_MS && joined) {
        st = ept_samples_add(out, joined);
    }
    while (st == EPT_OK && samples->n > 0 && ept_samples_ms(out) < SPEECH_ALONE_MS) {
        st = ept_samples_add(out, samples);
    }
    return st;
}

ept_status speech_level(ept_samples *samples, const ept_samples *joined, const char *what)
{
    ept_samples whole = {0};
    ept_samples loud = {0};
    double gain = 1.0;
    double lufs = 0.0;
    double peak_db = 0.0;

    ept_status st = measured_whole(&whole, samples, joined);
    if (st == EPT_OK) {
        st = speech_reserve(&loud, whole.n);
    }
    if (st == EPT_OK) {
        st = speech_measure(&lufs, NULL, &whole);
    }
    if (st == EPT_OK && !(lufs > -70.0)) {
        st = ept_fail(EPT_E_FORMAT, "%s: too quiet to be measured", what);
    }
    for (int i = 0; st == EPT_OK && i < TRIES && fabs(level_lufs - lufs) > near_lufs; i++) {
        gain *= pow(10.0, (level_lufs - lufs) / 20.0);
        st = amplify(&loud, &whole, gain);
        if (st == EPT_OK) {
            st = speech_measure(&lufs, NULL, &loud);
        }
    }
    if (st == EPT_OK && loud.n == 0) {
        st = amplify(&loud, &whole, gain);
    }
    if (st == EPT_OK) {
        memcpy(samples->p, loud.p, samples->n * sizeof *samples->p);
        st = speech_measure(&lufs, &peak_db, samples);
        if (st == EPT_OK && peak_db > highest_db) {
            scale(samples, pow(10.0, (highest_db - peak_db) / 20.0));
        }
    }
    ept_samples_clear(&whole);
    ept_samples_clear(&loud);
    return st;
}
