/* SPDX-License-Identifier: MIT */
/* Order of names and the search field of profiles. */
#include "support/ept_test.h"

#include "epstopik/text.h"

static void compare__orders__kazakh_names(void **state)
{
    const char *const names[] = {"Айгерім", "Әсел",   "Баян", "Ғалым",
                                 "Дәурен",  "Қайрат", "Өмір", "Ұлан"};
    (void)state;

    for (size_t i = 0; i + 1 < sizeof names / sizeof *names; i++) {
        assert_true(ept_text_compare(EPT_LANG_KK, names[i], names[i + 1]) < 0);
        assert_true(ept_text_compare(EPT_LANG_KK, names[i + 1], names[i]) > 0);
    }
}

static void compare__orders__case_and_hangul(void **state)
{
    (void)state;

    assert_true(ept_text_compare(EPT_LANG_EN, "anna", "Bob") < 0);
    assert_true(ept_text_compare(EPT_LANG_RU, "Ёлкин", "Жуков") < 0);
    assert_true(ept_text_compare(EPT_LANG_KO, "김", "박") < 0);
    assert_true(ept_text_compare(EPT_LANG_KO, "가", "까") < 0);
}

static void compare__tells__different_bytes_apart(void **state)
{
    (void)state;

    assert_int_equal(0, ept_text_compare(EPT_LANG_EN, "a", "a"));
    assert_int_not_equal(0, ept_text_compare(EPT_LANG_EN, "\u00E9", "e\u0301"));
    assert_int_not_equal(0, ept_text_compare(EPT_LANG_EN, "a\xFF", "a\xFE"));
    assert_true(ept_text_compare(EPT_LANG_EN, "", "a") < 0);
}

static void contains__ignores__case_and_width(void **state)
{
    (void)state;

    assert_true(ept_text_contains(EPT_LANG_KK, "ӘСЕЛ Нұрланқызы", "әсел"));
    assert_true(ept_text_contains(EPT_LANG_EN, "ＡＢＣ", "abc"));
    assert_true(ept_text_contains(EPT_LANG_KO, "\u1100\u1175\u11B7 철수", "김"));
    assert_true(ept_text_contains(EPT_LANG_RU, "Семён Ёлкин", "елк"));
    assert_true(ept_text_contains(EPT_LANG_EN, "Straße", "STRASSE"));
}

static void contains__answers__what_is_not_there(void **state)
{
    (void)state;

    assert_false(ept_text_contains(EPT_LANG_KK, "Қайрат", "кайрат"));
    assert_false(ept_text_contains(EPT_LANG_EN, "ab", "abc"));
    assert_true(ept_text_contains(EPT_LANG_EN, "ab", ""));
    assert_true(ept_text_contains(EPT_LANG_EN, "", ""));
    assert_false(ept_text_contains(EPT_LANG_EN, "", "a"));
    assert_false(ept_text_contains(EPT_LANG_EN, "a\xFF", "a"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compare__orders__kazakh_names),
        cmocka_unit_test(compare__orders__case_and_hangul),
        cmocka_unit_test(compare__tells__different_bytes_apart),
        cmocka_unit_test(contains__ignores__case_and_width),
        cmocka_unit_test(contains__answers__what_is_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
