/* SPDX-License-Identifier: MIT */
/* test_rng.c - published outputs of the generators, and that bounded numbers and shuffles are fair.
 */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/rng.h"

/* The reference program's outputs for seed 1234567. */
static void rng__mix64__is_splitmix64(void **state)
{
    (void)state;
    static const uint64_t expected[] = {
        UINT64_C(6457827717110365317),  UINT64_C(3203168211198807973),
        UINT64_C(9817491932198370423),  UINT64_C(4593380528125082431),
        UINT64_C(16408922859458223821),
    };
    ept_rng rng;
    uint64_t at = 1234567;

    ept_rng_seed(&rng, at);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        at += UINT64_C(0x9E3779B97F4A7C15);
        assert_true(ept_mix64(at) == expected[i]);
        assert_true(i >= 4 || rng.s[i] == expected[i]);
    }
}

/* The reference program's outputs for the state 1, 2, 3, 4. */
static void rng__next__is_xoshiro256ss(void **state)
{
    (void)state;
    static const uint64_t expected[] = {
        UINT64_C(11520),
        UINT64_C(0),
        UINT64_C(1509978240),
        UINT64_C(1215971899390074240),
        UINT64_C(1216172134540287360),
        UINT64_C(607988272756665600),
        UINT64_C(16172922978634559625),
        UINT64_C(8476171486693032832),
        UINT64_C(10595114339597558777),
        UINT64_C(2904607092377533576),
    };
    ept_rng rng = {{1, 2, 3, 4}};

    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        assert_true(ept_rng_next(&rng) == expected[i]);
    }
}

static void rng__below__stays_inside(void **state)
{
    (void)state;
    static const uint32_t limits[] = {1, 2, 3, 20, 1000, 0x80000001u, UINT32_MAX};
    ept_rng rng;
    ept_rng_seed(&rng, 1);

    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        for (int j = 0; j < 2000; j++) {
            assert_true(ept_rng_below(&rng, limits[i]) < limits[i]);
        }
    }
    assert_int_equal(0, ept_rng_below(&rng, 0));
    assert_int_equal(0, ept_rng_below(&rng, 1));
}

/* n = 3 * 2^30: taking a remainder would give the lowest third twice as often as each other one. */
static void rng__below__has_no_modulo_bias(void **state)
{
    (void)state;
    enum { DRAWS = 300000 };
    const uint32_t third = UINT32_C(1) << 30;
    int counts[3] = {0};
    ept_rng rng;
    ept_rng_seed(&rng, 2);

    for (int i = 0; i < DRAWS; i++) {
        counts[ept_rng_below(&rng, 3 * third) / third]++;
    }

    for (int i = 0; i < 3; i++) { /* 5 standard deviations of 258 */
        assert_in_range(counts[i], DRAWS / 3 - 1300, DRAWS / 3 + 1300);
    }
}

static void rng__shuffle__is_a_fair_permutation(void **state)
{
    (void)state;
    enum { ROUNDS = 24000 };
    int counts[4][4] = {{0}};
    ept_rng rng;
    ept_rng_seed(&rng, 3);

    for (int i = 0; i < ROUNDS; i++) {
        int order[4] = {0, 1, 2, 3}, seen = 0;
        ept_rng_shuffle(&rng, order, 4, sizeof *order);
        for (int j = 0; j < 4; j++) {
            seen |= 1 << order[j];
            counts[j][order[j]]++;
        }
        assert_int_equal(15, seen);
    }

    for (int j = 0; j < 4; j++) {
        for (int k = 0; k < 4; k++) { /* 5 standard deviations of 67 */
            assert_in_range(counts[j][k], ROUNDS / 4 - 340, ROUNDS / 4 + 340);
        }
    }
}

static void rng__shuffle__moves_whole_elements(void **state)
{
    (void)state;
    enum { N = 10, SIZE = 256 };
    static unsigned char elements[N][SIZE];
    ept_rng rng;
    int sum = 0;

    for (int i = 0; i < N; i++) {
        memset(elements[i], i + 1, SIZE);
    }
    ept_rng_seed(&rng, 4);
    ept_rng_shuffle(&rng, elements, N, SIZE);

    for (int i = 0; i < N; i++) {
        for (int j = 1; j < SIZE; j++) {
            assert_int_equal(elements[i][0], elements[i][j]);
        }
        sum += elements[i][0];
    }
    assert_int_equal(N * (N + 1) / 2, sum);
    ept_rng_shuffle(&rng, elements, 1, SIZE);
    ept_rng_shuffle(&rng, elements, 0, SIZE);
}

/* A change here would change every numbered form of every bank. */
static void rng__shuffle__is_the_same_everywhere(void **state)
{
    (void)state;
    char text[] = "abcdefghijklmnopqrst";
    ept_rng rng;

    ept_rng_seed(&rng, 17);
    ept_rng_shuffle(&rng, text, 20, 1);

    assert_string_equal("fspejcbdiahglmokrqtn", text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rng__mix64__is_splitmix64),
        cmocka_unit_test(rng__next__is_xoshiro256ss),
        cmocka_unit_test(rng__below__stays_inside),
        cmocka_unit_test(rng__below__has_no_modulo_bias),
        cmocka_unit_test(rng__shuffle__is_a_fair_permutation),
        cmocka_unit_test(rng__shuffle__moves_whole_elements),
        cmocka_unit_test(rng__shuffle__is_the_same_everywhere),
    };
    return cmocka_run_group_tests_name("core.rng", tests, NULL, NULL);
}
