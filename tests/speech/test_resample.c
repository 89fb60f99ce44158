/* SPDX-License-Identifier: MIT */
/* test_resample.c - other rates to 48 kHz: length, tone, what must not be heard. */
#include <math.h>

#include "support/ept_test.h"

#include "epstopik/arena.h"
#include "hearing.h"
#include "speech_priv.h"

static const double turn = 6.28318530717958647692;

/* One second of a sine of amplitude 0.5 at `rate_hz`, resampled. */
static ept_samples resampled_tone(uint32_t rate_hz, double hz)
{
    ept_samples out = {0};
    float *from = ept_calloc(rate_hz, sizeof *from);

    assert_non_null(from);
    for (uint32_t i = 0; i < rate_hz; i++) {
        from[i] = (float)(0.5 * sin(turn * hz * i / rate_hz));
    }
    ept_status st = speech_resample(&out, from, rate_hz, rate_hz);
    ept_free(from);
    assert_ok(st);
    return out;
}

static void resample__keep__length_and_tone_at_every_rate(void **state)
{
    static const uint32_t rates[] = {8000,  11025, 16000, 22050, 24000, 32000,
                                     44100, 44056, 48000, 96000, 192000};

    (void)state;
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++) {
        ept_samples out = resampled_tone(rates[i], 1000.0);
        assert_int_equal(48000, out.n);
        double tone = hearing_tone(&out, 1000.0, 4800, 43200);
        if (fabs(tone - 0.5) > 0.002) {
            fail_msg("%u Hz: the tone has %f", (unsigned)rates[i], tone);
        }
        ept_samples_clear(&out);
    }
}

/* 9 kHz at 22,050 Hz has its mirror at 13,050 Hz. */
static void resample__up__mirror_is_80_db_down(void **state)
{
    ept_samples out = resampled_tone(22050, 9000.0);

    (void)state;
    assert_true(hearing_tone(&out, 9000.0, 4800, 43200) > 0.49);
    assert_true(hearing_tone(&out, 13050.0, 4800, 43200) < 0.5e-4);
    ept_samples_clear(&out);
}

/* 30 kHz at 96 kHz would come back as 18 kHz. */
static void resample__down__too_high_tones_vanish(void **state)
{
    ept_samples out = resampled_tone(96000, 30000.0);

    (void)state;
    assert_true(hearing_tone(&out, 18000.0, 4800, 43200) < 0.5e-4);
    ept_samples_clear(&out);
}

static void resample__keep__a_constant_to_its_edges(void **state)
{
    ept_samples out = {0};
    float from[2205];

    (void)state;
    for (size_t i = 0; i < 2205; i++) {
        from[i] = 0.25F;
    }
    assert_ok(speech_resample(&out, from, 2205, 22050));
    assert_int_equal(4800, out.n);
    for (size_t i = 200; i < 4600; i++) {
        assert_true(fabs((double)out.p[i] - 0.25) < 1e-4);
    }
    ept_samples_clear(&out);
}

static void resample__append__behind_what_is_there(void **state)
{
    ept_samples out = {0};
    const float from[] = {0.5F};

    (void)state;
    assert_ok(ept_samples_silence(&out, 1));
    assert_ok(speech_resample(&out, from, 1, 48000));
    assert_ok(speech_resample(&out, from, 0, 48000));
    assert_int_equal(49, out.n);
    assert_true(out.p[48] == 0.5F);
    ept_samples_clear(&out);
}

static void resample__refuse__rates_nobody_records(void **state)
{
    ept_samples out = {0};
    const float from[] = {0.5F};

    (void)state;
    assert_status(EPT_E_FORMAT, speech_resample(&out, from, 1, 7999));
    assert_status(EPT_E_FORMAT, speech_resample(&out, from, 1, 192001));
    assert_status(EPT_E_FORMAT, speech_resample(&out, from, 1, 0));
    assert_int_equal(0, out.n);
    ept_samples_clear(&out);
}

static void resample__fail__at_each_allocation(void **state)
{
    const float from[] = {0.5F, 0.5F};

    (void)state;
    for (size_t nth = 1; nth <= 2; nth++) {
        ept_samples out = {0};
        ept_alloc_fail_at(nth);
        ept_status st = speech_resample(&out, from, 2, 44100);
        ept_alloc_fail_at(0);
        assert_status(EPT_E_NOMEM, st);
        assert_int_equal(0, out.n);
        ept_samples_clear(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(resample__keep__length_and_tone_at_every_rate),
        cmocka_unit_test(resample__up__mirror_is_80_db_down),
        cmocka_unit_test(resample__down__too_high_tones_vanish),
        cmocka_unit_test(resample__keep__a_constant_to_its_edges),
        cmocka_unit_test(resample__append__behind_what_is_there),
        cmocka_unit_test(resample__refuse__rates_nobody_records),
        cmocka_unit_test(resample__fail__at_each_allocation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
