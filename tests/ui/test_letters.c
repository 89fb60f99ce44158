/* SPDX-License-Identifier: MIT */
/* test_letters.c - the built-in letters: every letter of the fault screen's languages is there and
 * leaves ink. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/arena.h"
#include "epstopik/str.h"
#include "letters.h"

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                               "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"
                               "ӘәҒғҚқҢңӨөҰұҮүҺһІі.,:;!?()-—–/«»\"'…·%";

static int ink(const char *text, size_t n, ept_weight weight)
{
    ui_kept k;
    const uint8_t *a;
    int sum = 0;

    assert_ok(ui_letters_run(&k, 24, weight, (ept_str){text, n}));
    a = k.bytes;
    for (int i = 0; i < k.w * k.h; i++)
        sum += a[i];
    ept_free(k.bytes);
    return sum;
}

static void letters__alphabets__are_complete(void **state)
{
    ept_str s = {alphabet, strlen(alphabet)};
    size_t pos = 0, from = 0;
    int32_t cp;

    (void)state;
    while ((cp = ept_utf8_next(s, &pos)) != -1) {
        if (!ui_letters_has(cp))
            fail_msg("no letter U+%04X", (unsigned)cp);
        assert_true(ink(s.p + from, pos - from, EPT_WEIGHT_REGULAR) > 1000);
        from = pos;
    }
    assert_false(ui_letters_has(0xAC00));
    assert_true(ui_letters_has(' '));
}

static void letters__bold__has_more_ink(void **state)
{
    (void)state;
    assert_true(ink("ҚАЗ", strlen("ҚАЗ"), EPT_WEIGHT_BOLD) >
                ink("ҚАЗ", strlen("ҚАЗ"), EPT_WEIGHT_REGULAR));
    assert_int_equal(0, ink(" ", 1, EPT_WEIGHT_BOLD));
}

static void letters__width__grows_with_letters_and_size(void **state)
{
    (void)state;
    assert_int_equal(0, ui_letters_width(24, ept_str_of("")));
    assert_true(ui_letters_width(24, ept_str_of("ab")) > ui_letters_width(24, ept_str_of("a")));
    assert_true(ui_letters_width(48, ept_str_of("a")) > ui_letters_width(24, ept_str_of("a")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters__alphabets__are_complete),
        cmocka_unit_test(letters__bold__has_more_ink),
        cmocka_unit_test(letters__width__grows_with_letters_and_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
