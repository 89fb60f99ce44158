/* SPDX-License-Identifier: MIT */
/* test_lang.c - language codes there and back, and what stands in for what. */
#include "support/ept_test.h"

#include "epstopik/lang.h"

static void lang__code__parses_back(void **state)
{
    (void)state;
    for (int i = 0; i < EPT_LANG_COUNT; i++) {
        ept_lang got = (ept_lang)(EPT_LANG_COUNT - 1 - i);
        assert_true(ept_lang_parse(&got, ept_lang_code((ept_lang)i)));
        assert_int_equal(i, got);
    }
    assert_string_equal("kk", ept_lang_code(EPT_LANG_KK));
}

static void lang__parse__refuses_all_else(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "KO", "ko ", "kor", "k", "uz", "ru-RU"};
    ept_lang got = EPT_LANG_RU;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(ept_lang_parse(&got, bad[i]));
    }
    assert_false(ept_lang_parse(&got, NULL));
    assert_int_equal(EPT_LANG_RU, got);
}

static void lang__fallback__ends_at_english(void **state)
{
    (void)state;
    assert_int_equal(EPT_LANG_RU, ept_lang_fallback(EPT_LANG_KK));
    assert_int_equal(EPT_LANG_EN, ept_lang_fallback(EPT_LANG_RU));
    assert_int_equal(EPT_LANG_EN, ept_lang_fallback(EPT_LANG_KO));
    assert_int_equal(EPT_LANG_EN, ept_lang_fallback(EPT_LANG_EN));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lang__code__parses_back),
        cmocka_unit_test(lang__parse__refuses_all_else),
        cmocka_unit_test(lang__fallback__ends_at_english),
    };
    return cmocka_run_group_tests_name("core.lang", tests, NULL, NULL);
}
