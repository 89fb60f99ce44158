/* SPDX-License-Identifier: MIT */
/* Syllables as they are spoken. */
#include "support/ept_test.h"

#include "epstopik/text.h"

static void syllables__count__plain_words(void **state)
{
    (void)state;

    assert_int_equal(0, ept_text_syllables(ept_str_of("")));
    assert_int_equal(9, ept_text_syllables(ept_str_of("다음 그림을 보고 고르")));
    assert_int_equal(0, ept_text_syllables(ept_str_of("Қазақ text, ! ?")));
}

static void syllables__read__numbers_as_sino_korean(void **state)
{
    const struct {
        const char *text;
        size_t count;
        const char *spoken;
    } cases[] = {
        {"0", 1, "영"},
        {"1", 1, "일"},
        {"10", 1, "십"},
        {"12", 2, "십이"},
        {"20", 2, "이십"},
        {"99", 3, "구십구"},
        {"100", 1, "백"},
        {"101", 2, "백일"},
        {"1000", 1, "천"},
        {"1111", 4, "천백십일"},
        {"2026", 5, "이천이십육"},
        {"10000", 1, "만"},
        {"12,500", 5, "만이천오백"},
        {"20000", 2, "이만"},
        {"110000", 3, "십일만"},
        {"2,177,610", 10, "이백십칠만칠천육백십"},
        {"100000000", 2, "일억"},
        {"100010000", 4, "일억일만"},
        {"1000000000000", 2, "일조"},
        {"１２", 2, "십이"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t count = ept_text_syllables(ept_str_of(cases[i].text));
        if (count != cases[i].count || ept_text_syllables(ept_str_of(cases[i].spoken)) != count) {
            fail_msg("%s = %s: %zu", cases[i].text, cases[i].spoken, count);
        }
    }
}

static void syllables__read__digit_by_digit_where_people_do(void **state)
{
    (void)state;

    assert_int_equal(11, ept_text_syllables(ept_str_of("010-1234-5678")));
    assert_int_equal(3, ept_text_syllables(ept_str_of("007")));
    assert_int_equal(20, ept_text_syllables(ept_str_of("12345678901234567890")));
}

static void syllables__read__points_percent_and_clocks(void **state)
{
    (void)state;

    assert_int_equal(3, ept_text_syllables(ept_str_of("3.5")));  /* 삼점오 */
    assert_int_equal(4, ept_text_syllables(ept_str_of("3.14"))); /* 삼점일사 */
    assert_int_equal(1, ept_text_syllables(ept_str_of("3.")));
    assert_int_equal(4, ept_text_syllables(ept_str_of("5%")));    /* 오퍼센트 */
    assert_int_equal(3, ept_text_syllables(ept_str_of("14:00"))); /* 십사 영 */
    assert_int_equal(2, ept_text_syllables(ept_str_of("09:05"))); /* 구 오 */
    assert_int_equal(4, ept_text_syllables(ept_str_of("3개, 4개, ")));
}

static void syllables__count__jamo_once(void **state)
{
    (void)state;

    assert_int_equal(2, ept_text_syllables(ept_str_of("\u1112\u1161\u11AB\u1100\u1173\u11AF")));
    assert_int_equal(1, ept_text_syllables(ept_str_of("가\u11A8")));
    assert_int_equal(2, ept_text_syllables(ept_str_of("ㅋㅋ")));
    assert_int_equal(1, ept_text_syllables(ept_str_of("\u1161")));
}

static void syllables__survive__malformed_text(void **state)
{
    (void)state;

    assert_int_equal(2, ept_text_syllables(ept_str_of("가\xFF\xED\xA0나")));
    assert_int_equal(0, ept_text_syllables((ept_str){NULL, 0}));
}

static void is_hangul__covers__syllables_and_all_jamo(void **state)
{
    (void)state;

    assert_true(ept_text_is_hangul(0xAC00) && ept_text_is_hangul(0xD7A3));
    assert_true(ept_text_is_hangul(0x1100) && ept_text_is_hangul(0x3131));
    assert_true(ept_text_is_hangul(0xA960) && ept_text_is_hangul(0xD7FB));
    assert_false(ept_text_is_hangul('a') || ept_text_is_hangul(0x4E00) || ept_text_is_hangul(-1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(syllables__count__plain_words),
        cmocka_unit_test(syllables__read__numbers_as_sino_korean),
        cmocka_unit_test(syllables__read__digit_by_digit_where_people_do),
        cmocka_unit_test(syllables__read__points_percent_and_clocks),
        cmocka_unit_test(syllables__count__jamo_once),
        cmocka_unit_test(syllables__survive__malformed_text),
        cmocka_unit_test(is_hangul__covers__syllables_and_all_jamo),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
