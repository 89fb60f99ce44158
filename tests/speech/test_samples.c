/* SPDX-License-Identifier: MIT */
/* test_samples.c - joining sounds. */
#include "support/ept_test.h"

#include "epstopik/arena.h"
#include "epstopik/speech.h"

static void samples__add__joins_in_order(void **state)
{
    float one[] = {0.1F, 0.2F};
    float two[] = {0.3F};
    const ept_samples a = {one, 2, 2};
    const ept_samples b = {two, 1, 1};
    ept_samples all = {0};

    (void)state;
    assert_ok(ept_samples_add(&all, &a));
    assert_ok(ept_samples_add(&all, &b));
    assert_int_equal(3, all.n);
    assert_true(all.p[1] == 0.2F && all.p[2] == 0.3F);
    ept_samples_clear(&all);
    assert_null(all.p);
    assert_int_equal(0, all.n);
}

static void samples__add__nothing_to_nothing(void **state)
{
    const ept_samples none = {0};
    ept_samples all = {0};

    (void)state;
    assert_ok(ept_samples_add(&all, &none));
    assert_int_equal(0, all.n);
    assert_int_equal(0, ept_samples_ms(&all));
    ept_samples_clear(&all);
}

static void samples__silence__is_zeros_of_that_length(void **state)
{
    ept_samples all = {0};

    (void)state;
    assert_ok(ept_samples_silence(&all, 1500));
    assert_ok(ept_samples_silence(&all, 0));
    assert_int_equal(72000, all.n);
    assert_int_equal(1500, ept_samples_ms(&all));
    for (size_t i = 0; i < all.n; i++) {
        assert_true(all.p[i] == 0.0F);
    }
    ept_samples_clear(&all);
}

static void samples__ms__rounds_up(void **state)
{
    const ept_samples all = {NULL, 49, 0};

    (void)state;
    assert_int_equal(2, ept_samples_ms(&all));
}

static void samples__grow__out_of_memory_leaves_it_as_it_was(void **state)
{
    float one[] = {0.5F};
    const ept_samples a = {one, 1, 1};
    ept_samples all = {0};

    (void)state;
    assert_ok(ept_samples_add(&all, &a));
    ept_alloc_fail_at(1);
    ept_status st = ept_samples_silence(&all, 60000);
    ept_alloc_fail_at(0);
    assert_status(EPT_E_NOMEM, st);
    assert_int_equal(1, all.n);
    assert_true(all.p[0] == 0.5F);
    ept_samples_clear(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(samples__add__joins_in_order),
        cmocka_unit_test(samples__add__nothing_to_nothing),
        cmocka_unit_test(samples__silence__is_zeros_of_that_length),
        cmocka_unit_test(samples__ms__rounds_up),
        cmocka_unit_test(samples__grow__out_of_memory_leaves_it_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
