/* SPDX-License-Identifier: MIT */
/* Dates against the header's examples and, for every month, against ICU's own names. */
#include "support/ept_test.h"

#include <string.h>

#include <unicode/udat.h>
#include <unicode/ustring.h>

#include "epstopik/messages.h"

static const int64_t day_ms = INT64_C(86400000);
static const int64_t sample_ms = INT64_C(1795252440000); /* 2026-11-21 09:14 UTC */

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

static void date__reads__as_in_each_language(void **state)
{
    (void)state;

    assert_string_equal("21 November 2026", ept_msg_date(EPT_LANG_EN, arena, sample_ms));
    assert_string_equal("2026년 11월 21일", ept_msg_date(EPT_LANG_KO, arena, sample_ms));
    assert_string_equal("2026 ж. 21 қараша", ept_msg_date(EPT_LANG_KK, arena, sample_ms));
    assert_string_equal("21 ноября 2026 г.", ept_msg_date(EPT_LANG_RU, arena, sample_ms));
}

static void date__names__months_as_icu_does(void **state)
{
    static const char *const patterns[EPT_LANG_COUNT] = {"y년 MMMM d일", "y 'ж'. d MMMM",
                                                         "d MMMM y 'г'.", "d MMMM y"};
    (void)state;

    for (int lang = 0; lang < EPT_LANG_COUNT; lang++) {
        UErrorCode icu = U_ZERO_ERROR;
        UChar pattern[40], utc[4], units[80];
        char expected[160];
        u_strFromUTF8(pattern, 40, NULL, patterns[lang], -1, &icu);
        u_strFromUTF8(utc, 4, NULL, "UTC", -1, &icu);
        const char *locale = ept_lang_code((ept_lang)lang);
        UDateFormat *format =
            udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, utc, -1, pattern, -1, &icu);
        assert_true(U_SUCCESS(icu));
        for (int64_t day = 0; day < 400; day += 13) {
            int64_t at = sample_ms + day * day_ms;
            udat_format(format, (UDate)at, units, 80, NULL, &icu);
            u_strToUTF8(expected, sizeof expected, NULL, units, -1, &icu);
            assert_true(U_SUCCESS(icu));
            assert_string_equal(expected, ept_msg_date((ept_lang)lang, arena, at));
        }
        udat_close(format);
    }
}

static void time__has__two_digits_each(void **state)
{
    (void)state;

    assert_string_equal("09:14", ept_msg_time(arena, sample_ms));
    assert_string_equal("00:00", ept_msg_time(arena, 0));
    assert_string_equal("23:59", ept_msg_time(arena, -1));
}

static void date__is_empty__without_memory(void **state)
{
    (void)state;
    ept_alloc_fail_at(1);

    assert_string_equal("", ept_msg_date(EPT_LANG_KK, arena, sample_ms));
    assert_string_equal("", ept_msg_time(arena, sample_ms));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(date__reads__as_in_each_language, setup, teardown),
        cmocka_unit_test_setup_teardown(date__names__months_as_icu_does, setup, teardown),
        cmocka_unit_test_setup_teardown(time__has__two_digits_each, setup, teardown),
        cmocka_unit_test_setup_teardown(date__is_empty__without_memory, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
