/* SPDX-License-Identifier: MIT */
/* Marks in item texts, written back as [u:...] and [b:...]. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/text.h"

static ept_arena *arena;

static int setup(void **state)
{
    (void)state;
    return ept_arena_new(&arena) == EPT_OK ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    ept_alloc_fail_at(0);
    ept_arena_free(arena);
    return 0;
}

static void check(const char *text, const char *expected)
{
    const ept_span *spans;
    size_t count;
    ept_buf seen = {0};

    assert_ok(ept_text_markup(&spans, &count, arena, text, EPT_WEIGHT_REGULAR, 7));
    for (size_t i = 0; i < count; i++) {
        bool underline = spans[i].marks == EPT_MARK_UNDERLINE;
        bool bold = spans[i].weight == EPT_WEIGHT_BOLD;
        assert_int_equal(7, spans[i].style);
        assert_true(spans[i].text.n > 0);
        ept_buf_puts(&seen, bold && underline ? "[bu:" : bold ? "[b:" : underline ? "[u:" : "");
        ept_buf_add(&seen, spans[i].text.p, spans[i].text.n);
        ept_buf_puts(&seen, bold || underline ? "]" : "");
    }
    assert_string_equal(expected, seen.p != NULL ? seen.p : "");
    ept_buf_clear(&seen);
}

static void markup__reads__pairs(void **state)
{
    (void)state;

    check("a __b__ c", "a [u:b] c");
    check("집__에서__ 왔어요", "집[u:에서] 왔어요");
    check("**주의** 조심", "[b:주의] 조심");
    check("__a __ **b c**", "__a __ [b:b c]");
    check("**a __b__ c**", "[b:a ][bu:b][b: c]");
    check("__a____b__", "[u:a____b]"); /* four in a row are no mark */
}

static void markup__keeps__what_is_no_pair(void **state)
{
    (void)state;

    check("", "");
    check("이름: ______", "이름: ______");
    check("a __ b", "a __ b");
    check("a __b", "a __b");
    check("2 * 3 ** 4", "2 * 3 ** 4");
    check("__ b__", "__ b__");
    check("____", "____");
    check("snake_case_name", "snake_case_name");
}

static void markup__keeps__the_callers_weight(void **state)
{
    const ept_span *spans;
    size_t count;
    (void)state;

    assert_ok(ept_text_markup(&spans, &count, arena, "a __b__", EPT_WEIGHT_BOLD, 0));

    assert_int_equal(2, count);
    assert_int_equal(EPT_WEIGHT_BOLD, spans[0].weight);
    assert_int_equal(EPT_WEIGHT_BOLD, spans[1].weight);
}

static void markup__accepts__null(void **state)
{
    const ept_span *spans;
    size_t count;
    (void)state;

    assert_ok(ept_text_markup(&spans, &count, arena, NULL, EPT_WEIGHT_REGULAR, 0));

    assert_int_equal(0, count);
}

static void markup__stays__linear_on_many_marks(void **state)
{
    enum { N = 100000 };
    char *text = ept_arena_alloc(arena, N + 1);
    const ept_span *spans;
    size_t count;
    (void)state;
    assert_non_null(text);
    for (size_t i = 0; i < N; i++) {
        text[i] = "__ a"[i % 4];
    }

    assert_ok(ept_text_markup(&spans, &count, arena, text, EPT_WEIGHT_REGULAR, 0));

    assert_int_equal(1, count);
    assert_int_equal(N, spans[0].text.n);
}

static void markup__reports__every_failed_allocation(void **state)
{
    ept_status status = EPT_E_NOMEM;
    const ept_span *spans;
    size_t count;
    (void)state;

    for (size_t nth = 1; nth < 50 && status != EPT_OK; nth++) {
        ept_alloc_fail_at(nth);
        status = ept_text_markup(&spans, &count, arena, "a __b__ c", EPT_WEIGHT_REGULAR, 0);
        ept_alloc_fail_at(0);
        assert_true(status == EPT_OK || status == EPT_E_NOMEM);
    }

    assert_ok(status);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(markup__reads__pairs, setup, teardown),
        cmocka_unit_test_setup_teardown(markup__keeps__what_is_no_pair, setup, teardown),
        cmocka_unit_test_setup_teardown(markup__keeps__the_callers_weight, setup, teardown),
        cmocka_unit_test_setup_teardown(markup__accepts__null, setup, teardown),
        cmocka_unit_test_setup_teardown(markup__stays__linear_on_many_marks, setup, teardown),
        cmocka_unit_test_setup_teardown(markup__reports__every_failed_allocation, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
