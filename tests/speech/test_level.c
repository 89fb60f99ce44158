/* SPDX-License-Identifier: MIT */
/* test_level.c - ends of a sound, its loudness and its peaks. */
#include <math.h>
#include <string.h>

#include "support/ept_test.h"

#include "epstopik/arena.h"
#include "hearing.h"
#include "speech_priv.h"

enum { MS = SPEECH_SAMPLES_PER_MS };

static void trim__cut__leaves_20_ms_at_both_ends(void **state)
{
    ept_samples s = {0};

    (void)state;
    assert_ok(ept_samples_silence(&s, 300));
    hearing_add_tone(&s, 1000.0, 200);
    assert_ok(ept_samples_silence(&s, 700));
    assert_ok(speech_trim(&s, "tone"));
    assert_int_equal(240, ept_samples_ms(&s));
    assert_int_equal(0, s.n % MS);
    for (size_t i = 0; i < 20 * MS; i++) {
        assert_true(s.p[i] == 0.0F);
        assert_true(s.p[s.n - 1 - i] == 0.0F);
    }
    assert_true(hearing_tone(&s, 1000.0, 20 * MS, 220 * MS) > 0.245);
    ept_samples_clear(&s);
}

static void trim__fill__what_begins_at_once(void **state)
{
    ept_samples s = {0};

    (void)state;
    hearing_add_tone(&s, 1000.0, 100);
    assert_ok(speech_trim(&s, "tone"));
    assert_int_equal(140, ept_samples_ms(&s));
    assert_true(s.p[0] == 0.0F && s.p[20 * MS - 1] == 0.0F);
    assert_true(s.p[20 * MS + 12] > 0.2F);
    ept_samples_clear(&s);
}

static void trim__keep__pauses_inside(void **state)
{
    ept_samples s = {0};

    (void)state;
    hearing_add_tone(&s, 1000.0, 100);
    assert_ok(ept_samples_silence(&s, 500));
    hearing_add_tone(&s, 1000.0, 100);
    assert_ok(speech_trim(&s, "tones"));
    assert_int_equal(740, ept_samples_ms(&s));
    ept_samples_clear(&s);
}

static void trim__refuse__silence(void **state)
{
    ept_samples s = {0};
    ept_samples none = {0};

    (void)state;
    assert_ok(ept_samples_silence(&s, 500));
    s.p[100] = 0.0001F;
    assert_status(EPT_E_FORMAT, speech_trim(&s, "the line"));
    assert_non_null(strstr(ept_error(), "the line"));
    assert_status(EPT_E_FORMAT, speech_trim(&none, "nothing"));
    ept_samples_clear(&s);
}

static void level__bring__any_loudness_to_minus_18(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        ept_samples s = {0};
        float part = (float)pow(10.0, -i);
        hearing_add_tone(&s, 440.0, 4000);
        for (size_t k = 0; k < s.n; k++) {
            s.p[k] *= part;
        }
        assert_ok(speech_level(&s, NULL, "tone"));
        assert_true(fabs(hearing_lufs(&s) + 18.0) < 0.1);
        ept_samples_clear(&s);
    }
}

/* Short clicks over a quiet tone: 40 dB above what the loudness leaves room for. */
static void level__limit__peaks_without_clipping(void **state)
{
    ept_samples s = {0};

    (void)state;
    hearing_add_tone(&s, 440.0, 4000);
    for (size_t i = 0; i < s.n; i++) {
        s.p[i] *= i % 24000 < 24 ? 4.0F : 0.05F;
    }
    assert_ok(speech_level(&s, NULL, "clicks"));
    assert_true(hearing_peak_db(&s) <= -1.0);
    assert_true(fabs(hearing_lufs(&s) + 18.0) < 1.0);
    ept_samples_clear(&s);
}

/* A square wave's true peak stands above its samples. */
static void level__limit__true_peak_between_samples(void **state)
{
    ept_samples s = {0};

    (void)state;
    assert_ok(ept_samples_silence(&s, 4000));
    for (size_t i = 0; i < s.n; i++) {
        bool on = i / 4800 % 20 == 0;
        s.p[i] = on ? (i / 2 % 2 ? 0.9F : -0.9F) : 0.0F;
    }
    assert_ok(speech_level(&s, NULL, "square"));
    assert_true(hearing_peak_db(&s) <= -0.99);
    ept_samples_clear(&s);
}

static void level__measure__a_short_sound_with_its_partner(void **state)
{
    ept_samples quiet = {0};
    ept_samples loud = {0};
    ept_samples partner = {0};

    (void)state;
    hearing_add_tone(&partner, 440.0, 6000);
    hearing_add_tone(&loud, 440.0, 200);
    hearing_add_tone(&quiet, 440.0, 200);
    for (size_t i = 0; i < quiet.n; i++) {
        quiet.p[i] *= 0.5F;
    }
    assert_ok(speech_level(&loud, &partner, "loud"));
    assert_ok(speech_level(&quiet, &partner, "quiet"));
    /* The partner decides, so the difference of 6 dB between the two stays. */
    double ratio = hearing_tone(&loud, 440.0, 0, loud.n) / hearing_tone(&quiet, 440.0, 0, quiet.n);
    assert_true(fabs(ratio - 2.0) < 0.1);
    ept_samples_clear(&quiet);
    ept_samples_clear(&loud);
    ept_samples_clear(&partner);
}

static void level__measure__a_lone_short_sound_repeated(void **state)
{
    ept_samples s = {0};
    ept_samples all = {0};

    (void)state;
    hearing_add_tone(&s, 440.0, 150);
    assert_ok(speech_level(&s, NULL, "short"));
    for (int i = 0; i < 30; i++) {
        assert_ok(ept_samples_add(&all, &s));
    }
    assert_true(fabs(hearing_lufs(&all) + 18.0) < 0.1);
    ept_samples_clear(&s);
    ept_samples_clear(&all);
}

static void level__refuse__what_cannot_be_measured(void **state)
{
    ept_samples s = {0};

    (void)state;
    assert_ok(ept_samples_silence(&s, 4000));
    assert_status(EPT_E_FORMAT, speech_level(&s, NULL, "hush"));
    assert_non_null(strstr(ept_error(), "hush"));
    ept_samples_clear(&s);
}

static void level__fail__at_each_allocation(void **state)
{
    ept_samples s = {0};
    ept_status st = EPT_E_NOMEM;
    size_t nth = 0;

    (void)state;
    hearing_add_tone(&s, 440.0, 4000);
    while (st == EPT_E_NOMEM) {
        ept_alloc_fail_at(++nth);
        st = speech_level(&s, NULL, "tone");
        ept_alloc_fail_at(0);
        assert_int_equal(4000, ept_samples_ms(&s));
    }
    assert_ok(st);
    assert_true(nth > 2);
    ept_samples_clear(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trim__cut__leaves_20_ms_at_both_ends),
        cmocka_unit_test(trim__fill__what_begins_at_once),
        cmocka_unit_test(trim__keep__pauses_inside),
        cmocka_unit_test(trim__refuse__silence),
        cmocka_unit_test(level__bring__any_loudness_to_minus_18),
        cmocka_unit_test(level__limit__peaks_without_clipping),
        cmocka_unit_test(level__limit__true_peak_between_samples),
        cmocka_unit_test(level__measure__a_short_sound_with_its_partner),
        cmocka_unit_test(level__measure__a_lone_short_sound_repeated),
        cmocka_unit_test(level__refuse__what_cannot_be_measured),
        cmocka_unit_test(level__fail__at_each_allocation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
