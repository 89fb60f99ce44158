/* SPDX-License-Identifier: MIT */
/* test_arena.c - alignment, zeroing, reset, and running out of memory at a chosen point. */
#include "support/ept_test.h"

#include <stdalign.h>
#include <stdbool.h>
#include <string.h>

#include "epstopik/arena.h"

static int arena_setup(void **state)
{
    ept_arena *arena = NULL;
    assert_ok(ept_arena_new(&arena));
    *state = arena;
    return 0;
}

static int arena_teardown(void **state)
{
    ept_alloc_fail_at(0);
    ept_arena_free(*state);
    return 0;
}

static bool all_zero(const unsigned char *p, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (p[i] != 0) {
            return false;
        }
    }
    return true;
}

static void arena__alloc__is_aligned_zeroed_and_apart(void **state)
{
    unsigned char *last = NULL;
    size_t last_n = 0;

    for (size_t n = 1; n < 3000; n += 7) {
        unsigned char *p = ept_arena_alloc(*state, n);
        assert_non_null(p);
        assert_int_equal(0, (uintptr_t)p % alignof(max_align_t));
        assert_true(all_zero(p, n));
        memset(p, 0xAB, n);
        assert_true(!last || p >= last + last_n || p + n <= last);
        last = p;
        last_n = n;
    }
}

static void arena__alloc__of_nothing_is_not_null(void **state)
{
    char *a = ept_arena_alloc(*state, 0);
    char *b = ept_arena_alloc(*state, 0);

    assert_non_null(a);
    assert_ptr_not_equal(a, b);
}

static void arena__alloc__survives_big_ones(void **state)
{
    char *small = ept_arena_strdup(*state, "small");
    unsigned char *big = ept_arena_alloc(*state, 1000 * 1000);
    char *next = ept_arena_strdup(*state, "next");

    assert_true(all_zero(big, 1000 * 1000));
    memset(big, 1, 1000 * 1000);
    assert_string_equal("small", small);
    assert_string_equal("next", next);
}

static void arena__alloc__refuses_impossible_sizes(void **state)
{
    assert_null(ept_arena_alloc(*state, SIZE_MAX));
    assert_null(ept_arena_alloc(*state, SIZE_MAX - 64));
    assert_null(ept_arena_array(*state, SIZE_MAX / 2, 3));
    assert_null(ept_arena_strndup(*state, "x", SIZE_MAX));
    assert_non_null(ept_arena_array(*state, 10, 0));
    assert_non_null(ept_arena_array(*state, 0, SIZE_MAX));
}

static void arena__reset__gives_zeroed_memory_again(void **state)
{
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 100; i++) {
            unsigned char *p = ept_arena_alloc(*state, 500 + (size_t)i * 100);
            assert_true(all_zero(p, 500 + (size_t)i * 100));
            memset(p, 0xFF, 500 + (size_t)i * 100);
        }
        ept_arena_reset(*state);
    }
    ept_arena_reset(*state); /* twice, and with nothing in it */
}

static void arena__reset__with_only_a_big_chunk(void **state)
{
    assert_non_null(ept_arena_alloc(*state, 100000));
    ept_arena_reset(*state);
    assert_non_null(ept_arena_alloc(*state, 10));
}

static void arena__strings__are_copied(void **state)
{
    char text[] = "abcdef";

    char *whole = ept_arena_strdup(*state, text);
    char *part = ept_arena_strndup(*state, text, 3);
    char *none = ept_arena_strndup(*state, text, 0);
    text[0] = 'X';

    assert_string_equal("abcdef", whole);
    assert_string_equal("abc", part);
    assert_string_equal("", none);
    assert_null(ept_arena_strdup(*state, NULL));
    assert_null(ept_arena_strndup(*state, NULL, 3));
    assert_string_equal("7 of 40: x", ept_arena_printf(*state, "%d of %d: %s", 7, 40, "x"));
    assert_int_equal(20000, strlen(ept_arena_printf(*state, "%20000d", 1)));
}

static void arena__hook__fails_from_the_nth_on(void **state)
{
    ept_alloc_fail_at(3);

    void *first = ept_calloc(1, 8);
    void *second = ept_arena_alloc(*state, 8);

    assert_non_null(first);
    assert_non_null(second);
    assert_null(ept_arena_alloc(*state, 8));
    assert_null(ept_calloc(1, 8));
    assert_null(ept_arena_strdup(*state, "x"));
    assert_null(ept_arena_printf(*state, "x"));
    void *kept = ept_realloc(first, 100); /* refused: `first` stays valid */
    assert_null(kept);
    memset(first, 1, 8);
    ept_arena *other = *state;
    assert_status(EPT_E_NOMEM, ept_arena_new(&other));
    assert_null(other);
    ept_alloc_fail_at(0);
    assert_non_null(ept_arena_alloc(*state, 8));
    ept_free(first);
}

static void arena__heap__zeroes_and_grows(void **state)
{
    (void)state;
    unsigned char *p = ept_calloc(10, 10);
    assert_true(all_zero(p, 100));
    p[99] = 7;
    p = ept_realloc(p, 10000);
    assert_int_equal(7, p[99]);
    ept_free(p);

    void *nothing = ept_calloc(0, 8);
    assert_non_null(nothing);
    nothing = ept_realloc(nothing, 0);
    assert_non_null(nothing);
    ept_free(nothing);
    ept_free(NULL);
    ept_arena_free(NULL);
}

#define IN_ARENA(f) cmocka_unit_test_setup_teardown(f, arena_setup, arena_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_ARENA(arena__alloc__is_aligned_zeroed_and_apart),
        IN_ARENA(arena__alloc__of_nothing_is_not_null),
        IN_ARENA(arena__alloc__survives_big_ones),
        IN_ARENA(arena__alloc__refuses_impossible_sizes),
        IN_ARENA(arena__reset__gives_zeroed_memory_again),
        IN_ARENA(arena__reset__with_only_a_big_chunk),
        IN_ARENA(arena__strings__are_copied),
        IN_ARENA(arena__hook__fails_from_the_nth_on),
        cmocka_unit_test(arena__heap__zeroes_and_grows),
    };
    return cmocka_run_group_tests_name("core.arena", tests, NULL, NULL);
}
