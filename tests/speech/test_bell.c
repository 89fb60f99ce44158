/* SPDX-License-Identifier: MIT */
/* test_bell.c - length, two tones in order, soft beginning and end, level. */
#include <math.h>
#include <string.h>

#include "support/ept_test.h"

#include "hearing.h"

enum { MS = EPT_SPEECH_RATE_HZ / 1000 };

static void bell__ring__two_tones_high_then_low(void **state)
{
    ept_samples bell = {0};

    (void)state;
    assert_ok(ept_speech_bell(&bell));
    assert_int_equal(38400, bell.n);
    double high_first = hearing_tone(&bell, 784.0, 20 * MS, 270 * MS);
    double low_first = hearing_tone(&bell, 622.3, 20 * MS, 270 * MS);
    double high_second = hearing_tone(&bell, 784.0, 300 * MS, 700 * MS);
    double low_second = hearing_tone(&bell, 622.3, 300 * MS, 700 * MS);
    assert_true(high_first > 5.0 * low_first);
    assert_true(low_second > 2.0 * high_second);
    ept_samples_clear(&bell);
}

static void bell__ring__without_a_click(void **state)
{
    ept_samples bell = {0};

    (void)state;
    assert_ok(ept_speech_bell(&bell));
    assert_true(fabsf(bell.p[0]) < 0.001F);
    assert_true(fabsf(bell.p[bell.n - 1]) < 0.001F);
    for (size_t i = 0; i < MS; i++) {
        assert_true(fabsf(bell.p[i]) < 0.02F);
    }
    ept_samples_clear(&bell);
}

static void bell__ring__at_the_level_of_speech(void **state)
{
    ept_samples bell = {0};
    ept_samples again = {0};

    (void)state;
    assert_ok(ept_speech_bell(&bell));
    assert_true(fabs(hearing_lufs(&bell) + 18.0) < 1.0);
    assert_true(hearing_peak_db(&bell) <= -1.0);
    assert_ok(ept_speech_bell(&again));
    assert_memory_equal(bell.p, again.p, bell.n * sizeof *bell.p);
    ept_samples_clear(&bell);
    ept_samples_clear(&again);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bell__ring__two_tones_high_then_low),
        cmocka_unit_test(bell__ring__without_a_click),
        cmocka_unit_test(bell__ring__at_the_level_of_speech),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
