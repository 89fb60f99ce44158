/* SPDX-License-Identifier: MIT */
/* test_cache.c - the bound in bytes, the order of use, and running out of memory. */
#include "support/ept_test.h"

#include "cache.h"
#include "epstopik/arena.h"

static ui_kept block(size_t n)
{
    return (ui_kept){.bytes = ept_calloc(1, n), .n = n};
}

static void put(ui_cache *c, uint64_t key, size_t n)
{
    const ui_kept *kept;
    ui_kept made = block(n);

    assert_ok(ui_cache_put(&kept, c, key, &made));
    assert_int_equal(n, kept->n);
}

static void cache__put__drops_the_longest_unused(void **state)
{
    ui_cache *c;

    (void)state;
    assert_ok(ui_cache_new(&c, 300));
    put(c, 1, 100);
    put(c, 2, 100);
    put(c, 3, 100);
    assert_non_null(ui_cache_get(c, 1));
    put(c, 4, 100);
    assert_null(ui_cache_get(c, 2));
    assert_non_null(ui_cache_get(c, 1));
    assert_non_null(ui_cache_get(c, 3));
    assert_true(ui_cache_bytes(c) <= 300);
    assert_int_equal(3, ui_cache_count(c));
    ui_cache_free(c);
}

static void cache__put__keeps_one_that_is_larger_than_the_bound(void **state)
{
    ui_cache *c;

    (void)state;
    assert_ok(ui_cache_new(&c, 100));
    put(c, 1, 50);
    put(c, 2, 500);
    assert_int_equal(1, ui_cache_count(c));
    assert_non_null(ui_cache_get(c, 2));
    ui_cache_clear(c);
    assert_int_equal(0, ui_cache_bytes(c));
    assert_null(ui_cache_get(c, 2));
    ui_cache_free(c);
}

static void cache__many__stays_within_its_bound(void **state)
{
    ui_cache *c;

    (void)state;
    assert_ok(ui_cache_new(&c, 5000));
    for (uint64_t i = 0; i < 3000; i++) {
        put(c, i * 512, 1 + i % 97);
        assert_true(ui_cache_bytes(c) <= 5000);
        assert_non_null(ui_cache_get(c, i * 512));
    }
    ui_cache_free(c);
}

static void cache__no_memory__frees_what_it_was_given(void **state)
{
    const ui_kept *kept;
    ui_cache *c;
    ui_kept made;

    (void)state;
    assert_ok(ui_cache_new(&c, 100));
    made = block(10);
    ept_alloc_fail_at(1);
    assert_status(EPT_E_NOMEM, ui_cache_put(&kept, c, 1, &made));
    ept_alloc_fail_at(0);
    assert_null(kept);
    assert_null(ui_cache_get(c, 1));
    ui_cache_free(c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cache__put__drops_the_longest_unused),
        cmocka_unit_test(cache__put__keeps_one_that_is_larger_than_the_bound),
        cmocka_unit_test(cache__many__stays_within_its_bound),
        cmocka_unit_test(cache__no_memory__frees_what_it_was_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
