/* SPDX-License-Identifier: MIT */
/* test_edit.c - typing, composing, deleting by letters as people see them, limits. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/ui_focus.h"

static bool type(ept_edit *e, const char *text)
{
    ept_input in = {.kind = EPT_INPUT_TEXT};

    memcpy(in.text, text, strlen(text) + 1);
    return ept_edit_input(e, &in);
}

static bool press(ept_edit *e, ept_key key, unsigned mods)
{
    ept_input in = {.kind = EPT_INPUT_KEY, .key = key, .mods = mods};

    return ept_edit_input(e, &in);
}

static void edit__typing__goes_in_at_the_caret(void **state)
{
    ept_edit e = {0};

    (void)state;
    assert_true(type(&e, "Айна"));
    press(&e, EPT_KEY_LEFT, 0);
    press(&e, EPT_KEY_LEFT, 0);
    type(&e, "да");
    assert_string_equal("Айдана", e.text);
    press(&e, EPT_KEY_BACKSPACE, 0);
    press(&e, EPT_KEY_DELETE, 0);
    assert_string_equal("Айда", e.text);
    press(&e, EPT_KEY_HOME, 0);
    press(&e, EPT_KEY_BACKSPACE, 0);
    assert_string_equal("Айда", e.text);
}

static void edit__selection__is_replaced(void **state)
{
    ept_edit e = {0};

    (void)state;
    ept_edit_set(&e, "장갑");
    press(&e, EPT_KEY_A, EPT_MOD_CTRL);
    type(&e, "모자");
    assert_string_equal("모자", e.text);
    press(&e, EPT_KEY_LEFT, EPT_MOD_SHIFT);
    press(&e, EPT_KEY_BACKSPACE, 0);
    assert_string_equal("모", e.text);
}

static void edit__compose__is_shown_and_then_typed(void **state)
{
    ept_edit e = {0};
    ept_input in = {.kind = EPT_INPUT_COMPOSE, .text = "하"};

    (void)state;
    assert_true(ept_edit_input(&e, &in));
    assert_string_equal("하", e.compose);
    assert_string_equal("", e.text);
    assert_false(press(&e, EPT_KEY_LEFT, 0));
    type(&e, "한");
    assert_string_equal("", e.compose);
    assert_string_equal("한", e.text);
}

static void edit__limits__hold(void **state)
{
    ept_edit e = {.max_graphemes = 4, .digits_only = true};
    ept_edit big = {0};

    (void)state;
    type(&e, "12a3\n456");
    assert_string_equal("1234", e.text);
    for (int i = 0; i < 400; i++)
        type(&big, "한");
    assert_true(strlen(big.text) < sizeof big.text);
    assert_int_equal(0, strlen(big.text) % 3);
}

static void edit__other_keys__are_left_to_the_screen(void **state)
{
    ept_edit e = {0};
    ept_input move = {.kind = EPT_INPUT_MOVE};

    (void)state;
    assert_false(press(&e, EPT_KEY_TAB, 0));
    assert_false(press(&e, EPT_KEY_ENTER, 0));
    assert_false(press(&e, EPT_KEY_ESC, 0));
    assert_false(press(&e, EPT_KEY_UP, 0));
    assert_false(ept_edit_input(&e, &move));
}

static void edit__combining_mark__is_deleted_with_its_letter(void **state)
{
    ept_edit e = {0};

    (void)state;
    ept_edit_set(&e, "a\xCC\x81");
    press(&e, EPT_KEY_BACKSPACE, 0);
    assert_string_equal("", e.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edit__typing__goes_in_at_the_caret),
        cmocka_unit_test(edit__selection__is_replaced),
        cmocka_unit_test(edit__compose__is_shown_and_then_typed),
        cmocka_unit_test(edit__limits__hold),
        cmocka_unit_test(edit__other_keys__are_left_to_the_screen),
        cmocka_unit_test(edit__combining_mark__is_deleted_with_its_letter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
