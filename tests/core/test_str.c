/* SPDX-License-Identifier: MIT */
/* test_str.c - views, strict UTF-8, numbers from text, the growing buffer. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/arena.h"
#include "epstopik/str.h"

static int hook_teardown(void **state)
{
    (void)state;
    ept_alloc_fail_at(0);
    return 0;
}

static void str__view__compares_by_bytes(void **state)
{
    (void)state;
    ept_str abc = ept_str_of("abc");
    ept_str ab = {abc.p, 2};

    assert_true(ept_str_is(ab, "ab"));
    assert_false(ept_str_eq(abc, ab));
    assert_true(ept_str_eq(ab, ept_str_of("ab")));
    assert_true(ept_str_is((ept_str){NULL, 0}, ""));
    assert_true(ept_str_is(ept_str_of(NULL), NULL));
    assert_int_equal(0, ept_str_of(NULL).n);
    assert_non_null(ept_str_of(NULL).p);
    assert_false(ept_str_is((ept_str){"a\0b", 3}, "a"));
}

static void str__streq__null_equals_only_null(void **state)
{
    (void)state;
    assert_true(ept_streq(NULL, NULL));
    assert_false(ept_streq(NULL, ""));
    assert_false(ept_streq("", NULL));
    assert_true(ept_streq("a", "a"));
    assert_false(ept_streq("a", "A"));
}

static void str__parse_int__limits(void **state)
{
    (void)state;
    int64_t n = 5;

    assert_true(ept_parse_int(&n, "9223372036854775807", INT64_MIN, INT64_MAX));
    assert_true(n == INT64_MAX);
    assert_true(ept_parse_int(&n, "-9223372036854775808", INT64_MIN, INT64_MAX));
    assert_true(n == INT64_MIN);
    assert_true(ept_parse_int(&n, "0", 0, 0));
    assert_int_equal(0, n);
    assert_true(ept_parse_int(&n, "-0007", -7, 7));
    assert_int_equal(-7, n);
}

static void str__parse_int__refuses_and_keeps(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",
        "-",
        "+1",
        " 1",
        "1 ",
        "1x",
        "0x10",
        "--1",
        "1.0",
        "1e3",
        "4/1",
        "\xEF\xBC\x91",
        "9223372036854775808",
        "-9223372036854775809",
        "99999999999999999999999",
        "-99999999999999999999999",
    };
    int64_t n = 5;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(ept_parse_int(&n, bad[i], INT64_MIN, INT64_MAX));
    }
    assert_false(ept_parse_int(&n, NULL, 0, 1));
    assert_false(ept_parse_int(&n, "10", 1, 9));
    assert_false(ept_parse_int(&n, "0", 1, 9));
    assert_int_equal(5, n);
}

static void str__utf8__walks_all_lengths(void **state)
{
    (void)state;
    ept_str s = ept_str_of("a\xD3\x99\xED\x95\x9C\xF0\x9F\x98\x80");
    static const int32_t expected[] = {'a', 0x4D9, 0xD55C, 0x1F600, -1, -1};
    size_t pos = 0;

    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        assert_int_equal(expected[i], ept_utf8_next(s, &pos));
    }
    assert_int_equal(s.n, pos);
    assert_true(ept_utf8_valid(s));
    assert_true(ept_utf8_valid((ept_str){"a\0b", 3}));
    assert_true(ept_utf8_valid(ept_str_of("")));
}

static void str__utf8__refuses_malformed(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "\x80",             /* a tail without a lead */
        "\xC0\x80",         /* overlong NUL */
        "\xC1\xBF",         /* overlong U+007F */
        "\xE0\x9F\xBF",     /* overlong U+07FF */
        "\xF0\x8F\xBF\xBF", /* overlong U+FFFF */
        "\xED\xA0\x80",     /* first surrogate */
        "\xED\xBF\xBF",     /* last surrogate */
        "\xF4\x90\x80\x80", /* U+110000 */
        "\xF8\x88\x80\x80\x80",
        "\xFF",
        "\xED\x95", /* cut */
        "\xD3",
        "\xF0\x9F\x98",
        "\xED\x95x", /* a lead whose tail is something else */
    };

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        size_t pos = 0;
        assert_int_equal(-2, ept_utf8_next(ept_str_of(bad[i]), &pos));
        assert_int_equal(1, pos);
        assert_false(ept_utf8_valid(ept_str_of(bad[i])));
    }
}

static void str__utf8__goes_on_behind_a_bad_byte(void **state)
{
    (void)state;
    ept_str s = ept_str_of("\xED\x95zo");
    size_t pos = 0;

    assert_int_equal(-2, ept_utf8_next(s, &pos));
    assert_int_equal(-2, ept_utf8_next(s, &pos));
    assert_int_equal('z', ept_utf8_next(s, &pos));
    assert_int_equal('o', ept_utf8_next(s, &pos));
    assert_int_equal(-1, ept_utf8_next(s, &pos));
}

static void str__utf8__put_and_next_are_inverse(void **state)
{
    (void)state;
    for (int32_t c = 0; c <= 0x10FFFF; c++) {
        char bytes[4];
        size_t pos = 0, n = ept_utf8_put(bytes, c);
        if (c >= 0xD800 && c <= 0xDFFF) {
            assert_int_equal(0, n);
            continue;
        }
        if (ept_utf8_next((ept_str){bytes, n}, &pos) != c || pos != n) {
            fail_msg("U+%04X does not come back", (unsigned)c);
        }
    }
    char bytes[4];
    assert_int_equal(0, ept_utf8_put(bytes, -1));
    assert_int_equal(0, ept_utf8_put(bytes, 0x110000));
}

static void str__buf__grows_and_ends_with_nul(void **state)
{
    (void)state;
    ept_buf buf = {0};

    for (int i = 0; i < 1000; i++) {
        ept_buf_printf(&buf, "%d,", i % 10);
        assert_int_equal('\0', buf.p[buf.n]);
    }
    ept_buf_add(&buf, "x\0y", 3);
    ept_buf_puts(&buf, "z");

    assert_ok(ept_buf_ok(&buf));
    assert_int_equal(2004, buf.n);
    assert_memory_equal("9,x\0yz", buf.p + 1998, 7);
    size_t cap = buf.cap;
    ept_buf_reset(&buf);
    assert_int_equal(0, buf.n);
    assert_int_equal(cap, buf.cap);
    assert_string_equal("", buf.p);
    ept_buf_add(&buf, NULL, 0);
    assert_string_equal("", buf.p);
    ept_buf_clear(&buf);
    assert_null(buf.p);
    ept_buf_reset(&buf);
    ept_buf_clear(&buf);
}

static void str__buf__stays_failed_until_reset(void **state)
{
    (void)state;
    ept_buf buf = {0};
    ept_buf_puts(&buf, "kept");

    ept_alloc_fail_at(1);
    ept_buf_printf(&buf, "%200d", 1);
    ept_alloc_fail_at(0);
    ept_buf_puts(&buf, "x");

    assert_status(EPT_E_NOMEM, ept_buf_ok(&buf));
    assert_string_equal("kept", buf.p);
    ept_buf_reset(&buf);
    ept_buf_puts(&buf, "again");
    assert_ok(ept_buf_ok(&buf));
    assert_string_equal("again", buf.p);
    ept_buf_clear(&buf);
}

static void str__buf__refuses_impossible_sizes(void **state)
{
    (void)state;
    ept_buf buf = {0};

    ept_buf_add(&buf, "", SIZE_MAX);
    assert_status(EPT_E_NOMEM, ept_buf_ok(&buf));
    ept_buf_clear(&buf);
}

static void json_is(const char *expected, const char *text)
{
    ept_buf buf = {0};

    ept_buf_json(&buf, text);
    assert_ok(ept_buf_ok(&buf));
    assert_string_equal(expected, buf.p);
    ept_buf_clear(&buf);
}

static void str__json__escapes_what_must_be(void **state)
{
    (void)state;
    json_is("\"\"", "");
    json_is("\"a \\\"b\\\" c\\\\d\"", "a \"b\" c\\d");
    json_is("\"\\n\\t\\r\\b\\f\\u0001\\u001f\x7F\"", "\n\t\r\b\f\x01\x1F\x7F");
    json_is("\"\xED\x95\x9C\xD3\x99/\"", "\xED\x95\x9C\xD3\x99/");
    json_is("\"a\\ufffdb\"", "a\xFF"
                             "b");
    json_is("null", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(str__view__compares_by_bytes),
        cmocka_unit_test(str__streq__null_equals_only_null),
        cmocka_unit_test(str__parse_int__limits),
        cmocka_unit_test(str__parse_int__refuses_and_keeps),
        cmocka_unit_test(str__utf8__walks_all_lengths),
        cmocka_unit_test(str__utf8__refuses_malformed),
        cmocka_unit_test(str__utf8__goes_on_behind_a_bad_byte),
        cmocka_unit_test(str__utf8__put_and_next_are_inverse),
        cmocka_unit_test(str__buf__grows_and_ends_with_nul),
        cmocka_unit_test_teardown(str__buf__stays_failed_until_reset, hook_teardown),
        cmocka_unit_test(str__buf__refuses_impossible_sizes),
        cmocka_unit_test(str__json__escapes_what_must_be),
    };
    return cmocka_run_group_tests_name("core.str", tests, NULL, NULL);
}
