/* SPDX-License-Identifier: MIT */
/* Quantities of options, and syllables as lengths are counted. */
#include "support/ept_test.h"

#include <math.h>
#include <string.h>

#include "load_priv.h"

typedef struct sample {
    const char *text;
    double value;
    const char *frame;
} sample;

static const sample samples[] = {
    {"30분", 30, "#time"},
    {"1시간", 60, "#time"},
    {"1시간 30분", 90, "#time"},
    {"한 시간", 60, "#time"},
    {"두 시간", 120, "#time"},
    {"십오 일", 15 * 1440, "#time"},
    {"15일", 15 * 1440, "#time"},
    {"3개월", 129600, "#time"},
    {"1년", 525600, "#time"},
    {"0원", 0, "#won"},
    {"20만 원", 200000, "#won"},
    {"12,500원", 12500, "#won"},
    {"만 이천오백 원", 12500, "#won"},
    {"50%", 50, "#%"},
    {"3회", 3, "#회"},
    {"세 시 이십 분", 200, "#time"},
    {"이백삼십 명", 230, "# 명"},
    {"2.5배", 2.5, "#배"},
    {"일주일", 10080, "#time"},
    {"열두 시", 720, "#time"},
    {"30분 이상", 30, "#time 이상"},
};

static void quantity__each_way_of_telling__is_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        ept_buf frame = {0};
        double value = -1;
        bool found = bank_quantity(&value, &frame, samples[i].text);
        if (!found || fabs(value - samples[i].value) > 1e-6 ||
            strcmp(frame.p, samples[i].frame) != 0) {
            fail_msg("%s: %d, %f instead of %f, frame \"%s\"", samples[i].text, found, value,
                     samples[i].value, frame.p != NULL ? frame.p : "");
        }
        ept_buf_clear(&frame);
    }
}

static void quantity__no_number__is_none(void **state)
{
    static const char *const none[] = {"없음", "여권", "받을 수 없습니다", ""};
    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        ept_buf frame = {0};
        double value = 0;
        assert_false(bank_quantity(&value, &frame, none[i]));
        ept_buf_clear(&frame);
    }
}

static void syllables__marks_and_speakers__do_not_count(void **state)
{
    (void)state;
    assert_int_equal(bank_syllables("가: 왜 안 왔어요?\n나: 머리가 ( ) 쉬었어요."), 12);
    assert_int_equal(bank_syllables("방법이 __쉽습니다__."), 7);
    assert_int_equal(bank_syllables("2m"), 3);     /* 이 미터 */
    assert_int_equal(bank_syllables("50%"), 5);    /* 오십 퍼센트 */
    assert_int_equal(bank_syllables("10kg을"), 6); /* 십 킬로그램을 */
    assert_int_equal(bank_syllables(""), 0);
    assert_int_equal(bank_syllables(NULL), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantity__each_way_of_telling__is_read),
        cmocka_unit_test(quantity__no_number__is_none),
        cmocka_unit_test(syllables__marks_and_speakers__do_not_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
