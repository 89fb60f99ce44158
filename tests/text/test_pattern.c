/* SPDX-License-Identifier: MIT */
/* What is accepted as a message pattern and what ICU gets to read instead. */
#include "support/ept_test.h"

#include "epstopik/arena.h"
#include "pattern_priv.h"

static void check_icu(const char *source, const char *expected)
{
    text_pattern pattern;
    ept_buf icu = {0};

    assert_ok(text_pattern_scan(&pattern, source));
    assert_false(pattern.plain);
    assert_ok(text_pattern_for_icu(&icu, &pattern));
    assert_string_equal(expected, icu.p);
    ept_buf_clear(&icu);
}

static void scan__tells__plain_patterns(void **state)
{
    text_pattern pattern;
    (void)state;

    assert_ok(text_pattern_scan(&pattern, "Don't say {1} to {0}, # | '{0}'"));

    assert_true(pattern.plain);
    assert_int_equal(TEXT_USE_TEXT, pattern.uses[0]);
    assert_int_equal(TEXT_USE_TEXT, pattern.uses[1]);
    assert_int_equal(TEXT_USE_NONE, pattern.uses[2]);
}

static void rewrite__puts__numbers_first_without_gaps(void **state)
{
    (void)state;

    check_icu("{4} {2, plural, one {# of {0}} other {# of {0}}}",
              "{2} {0,plural,one{# of {1}}other{# of {1}}}");
    check_icu("{5,number} {0}", "{0,number} {1}");
}

static void rewrite__keeps__an_apostrophe_a_letter(void **state)
{
    (void)state;

    check_icu("it's {0,number} o'clock '{1}'", "it''s {0,number} o''clock ''{1}''");
    check_icu("{0, select, a {don't} other {it's '{1}'}}",
              "{0,select,a{don''t}other{it''s ''{1}''}}");
}

static void rewrite__keeps__one_type_for_each_argument(void **state)
{
    (void)state;

    check_icu("{0}: {0, plural, =0 {none} other {{0} left}}",
              "{0,number,0.##}: {0,plural,=0{none}other{{0,number,0.##} left}}");
    check_icu("{0,number,integer} {1,number,percent}", "{0,number,#,##0} {1,number,percent}");
}

static void scan__refuses__what_icu_would_fail_on_silently(void **state)
{
    static const char *const bad[] = {
        "{name}",
        "{}",
        "{0",
        "}",
        "a } b",
        "{6}",
        "{12}",
        "{-1}",
        "{ 0 x}",
        "{0,}",
        "{0,date}",
        "{0,time,short}",
        "{0,choice,0#a}",
        "{0,number,currency}",
        "{0,plural}",
        "{0,plural,}",
        "{0,plural,one{a}}",
        "{0,plural,other a}",
        "{0,plural,other{a}",
        "{0,plural,other{a}}}",
        "{0,plural,lots{a}other{b}}",
        "{0,plural,={a}other{b}}",
        "{0,select,A{a}other{b}}",
        "{0,select,a{x}}",
        "{0,select,a{b}other{c}} {0,plural,other{d}}",
        "{0,number} {0,select,other{a}}",
    };
    text_pattern pattern;
    (void)state;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ept_status status = text_pattern_scan(&pattern, bad[i]);
        if (status != EPT_E_FORMAT) {
            fail_msg("accepted: %s", bad[i]);
        }
    }
}

static void scan__refuses__endless_nesting(void **state)
{
    text_pattern pattern;
    ept_buf deep = {0};
    (void)state;
    for (int i = 0; i < 100000; i++) {
        ept_buf_puts(&deep, "{0,select,other{");
    }
    assert_ok(ept_buf_ok(&deep));

    ept_status status = text_pattern_scan(&pattern, deep.p);
    ept_buf_clear(&deep);

    assert_status(EPT_E_FORMAT, status);
}

static void rewrite__reports__failed_allocation(void **state)
{
    text_pattern pattern;
    ept_buf icu = {0};
    (void)state;
    assert_ok(text_pattern_scan(&pattern, "{0,plural,other{#}}"));

    ept_alloc_fail_at(1);
    ept_status status = text_pattern_for_icu(&icu, &pattern);
    ept_alloc_fail_at(0);

    assert_status(EPT_E_NOMEM, status);
    ept_buf_clear(&icu);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scan__tells__plain_patterns),
        cmocka_unit_test(rewrite__puts__numbers_first_without_gaps),
        cmocka_unit_test(rewrite__keeps__an_apostrophe_a_letter),
        cmocka_unit_test(rewrite__keeps__one_type_for_each_argument),
        cmocka_unit_test(scan__refuses__what_icu_would_fail_on_silently),
        cmocka_unit_test(scan__refuses__endless_nesting),
        cmocka_unit_test(rewrite__reports__failed_allocation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
