/* SPDX-License-Identifier: MIT */
/* test_input.c - SDL events by scancode: letters in any layout, keypad as digits, what is not ours.
 */
#include "support/ept_test.h"

#include <string.h>

#include "input.h"

static ept_input key(SDL_Scancode code, SDL_Keycode sym, Uint16 mod)
{
    SDL_Event e = {.type = SDL_KEYDOWN};
    ept_input in;

    e.key.keysym.scancode = code;
    e.key.keysym.sym = sym;
    e.key.keysym.mod = mod;
    ui_input_of(&in, &e);
    return in;
}

static void input__letters__are_physical_keys(void **state)
{
    (void)state;
    assert_int_equal(EPT_KEY_F, key(SDL_SCANCODE_F, 0x430, 0).key);
    assert_int_equal(EPT_KEY_SLASH, key(SDL_SCANCODE_SLASH, '.', 0).key);
    assert_int_equal(EPT_MOD_SHIFT | EPT_MOD_CTRL,
                     key(SDL_SCANCODE_1, '1', KMOD_LSHIFT | KMOD_RCTRL).mods);
}

static void input__keypad__counts_as_digits(void **state)
{
    (void)state;
    assert_int_equal(EPT_KEY_DIGIT_0, key(SDL_SCANCODE_KP_0, 0, 0).key);
    assert_int_equal(EPT_KEY_DIGIT_1, key(SDL_SCANCODE_KP_1, 0, 0).key);
    assert_int_equal(EPT_KEY_DIGIT_4, key(SDL_SCANCODE_KP_4, 0, 0).key);
    assert_int_equal(EPT_KEY_DIGIT_9, key(SDL_SCANCODE_KP_9, 0, 0).key);
    assert_int_equal(EPT_KEY_ENTER, key(SDL_SCANCODE_KP_ENTER, 0, 0).key);
    assert_int_equal(3, ept_key_digit(key(SDL_SCANCODE_KP_3, 0, 0).key));
}

static void input__every_named_key__has_a_scancode(void **state)
{
    (void)state;
#define X(id, word)                                                                                \
    assert_int_not_equal(SDL_SCANCODE_UNKNOWN, SDL_GetScancodeFromName(word));                     \
    assert_int_equal(EPT_KEY_##id, key(SDL_GetScancodeFromName(word), 0, 0).key);                  \
    assert_int_equal(EPT_KEY_##id, ept_key_parse(word));
    EPT_KEY_LIST(X)
#undef X
    assert_int_equal(EPT_KEY_ENTER, ept_key_parse("enter"));
    assert_int_equal(EPT_KEY_ESC, ept_key_parse("esc"));
    assert_int_equal(EPT_KEY_NONE, ept_key_parse("no such key"));
    assert_int_equal(EPT_KEY_NONE, ept_key_parse(""));
}

static void input__wheel__down_is_positive(void **state)
{
    SDL_Event e = {.type = SDL_MOUSEWHEEL};
    ept_input in;

    (void)state;
    e.wheel.y = -2;
    assert_true(ui_input_of(&in, &e));
    assert_int_equal(2, in.steps);
    e.wheel.direction = SDL_MOUSEWHEEL_FLIPPED;
    ui_input_of(&in, &e);
    assert_int_equal(-2, in.steps);
}

static void input__others__are_not_ours(void **state)
{
    SDL_Event e = {.type = SDL_JOYAXISMOTION};
    ept_input in;

    (void)state;
    assert_false(ui_input_of(&in, &e));
    e.type = SDL_MOUSEBUTTONDOWN;
    e.button.button = SDL_BUTTON_MIDDLE;
    assert_false(ui_input_of(&in, &e));
    e.button.button = SDL_BUTTON_RIGHT;
    assert_true(ui_input_of(&in, &e));
    assert_int_equal(EPT_INPUT_SECOND, in.kind);
    assert_int_equal(EPT_INPUT_NONE, key(SDL_SCANCODE_LANG1, 0, 0).kind);
    e.type = SDL_QUIT;
    assert_true(ui_input_of(&in, &e));
    assert_int_equal(EPT_INPUT_QUIT, in.kind);
}

static void input__pointer_leaving__is_a_move_to_nowhere(void **state)
{
    SDL_Event e = {.type = SDL_WINDOWEVENT};
    ept_input in;

    (void)state;
    e.window.event = SDL_WINDOWEVENT_LEAVE;
    assert_true(ui_input_of(&in, &e));
    assert_int_equal(EPT_INPUT_MOVE, in.kind);
    assert_int_equal(-1, in.x);
}

static void input__text__arrives_as_utf8(void **state)
{
    SDL_Event e = {.type = SDL_TEXTINPUT};
    ept_input in;

    (void)state;
    memcpy(e.text.text, "ә", sizeof "ә");
    assert_true(ui_input_of(&in, &e));
    assert_int_equal(EPT_INPUT_TEXT, in.kind);
    assert_string_equal("ә", in.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(input__letters__are_physical_keys),
        cmocka_unit_test(input__keypad__counts_as_digits),
        cmocka_unit_test(input__every_named_key__has_a_scancode),
        cmocka_unit_test(input__wheel__down_is_positive),
        cmocka_unit_test(input__others__are_not_ours),
        cmocka_unit_test(input__pointer_leaving__is_a_move_to_nowhere),
        cmocka_unit_test(input__text__arrives_as_utf8),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
