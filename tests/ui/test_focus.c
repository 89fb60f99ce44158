/* SPDX-License-Identifier: MIT */
/* test_focus.c - Tab order, arrows, Enter and Esc, the pointer, sliders, modals. */
#include "ui/fixture.h"

static ept_action key(fixture *f, ept_key k, unsigned mods)
{
    ept_input in = {.kind = EPT_INPUT_KEY, .key = k, .mods = mods};

    return ept_focus_input(f->focus, f->d, &in);
}

static ept_action point(fixture *f, ept_input_kind kind, int x, int y)
{
    ept_input in = {.kind = kind, .x = x, .y = y, .steps = 1};

    return ept_focus_input(f->focus, f->d, &in);
}

static void region(ept_draw_list *d, const char *id, int x, int y, int group)
{
    ept_draw_region(d, &(ept_region){.id = id, .rect = {x, y, 80, 40}, .group = group});
}

/* Four options stacked at the left (group 1), a grid of 2 x 2 at the right, a primary and a text
 * field. */
static ept_draw_list *screen(fixture *f)
{
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);

    for (int i = 0; i < 4; i++)
        region(d, ept_draw_id(d, "opt", i + 1), 0, i * 60, 1);
    for (int i = 0; i < 4; i++)
        region(d, ept_draw_id(d, "cell", i), 400 + i % 2 * 100, i / 2 * 60, 0);
    ept_draw_region(d, &(ept_region){.id = "off", .rect = {600, 0, 80, 40}, .disabled = true});
    ept_draw_region(d, &(ept_region){.id = "next", .rect = {400, 400, 80, 40}, .primary = true});
    ept_draw_region(d, &(ept_region){.id = "back", .rect = {0, 400, 80, 40}, .cancel = true});
    ept_draw_region(d,
                    &(ept_region){.id = "name", .rect = {0, 500, 80, 40}, .kind = EPT_REGION_TEXT});
    return d;
}

static void focus__tab__goes_round_and_skips_disabled(void **state)
{
    fixture *f = *state;
    static const char *const order[] = {"opt.1",  "opt.2",  "opt.3", "opt.4", "cell.0", "cell.1",
                                        "cell.2", "cell.3", "next",  "back",  "name",   "opt.1"};

    screen(f);
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        assert_int_equal(EPT_ACTION_LOOK, key(f, EPT_KEY_TAB, 0).kind);
        assert_string_equal(order[i], ept_focus_id(f->focus));
    }
    key(f, EPT_KEY_TAB, EPT_MOD_SHIFT);
    assert_string_equal("name", ept_focus_id(f->focus));
}

/* What a pane has cut off lies under its neighbours: it can be reached by keys, not by the pointer.
 */
static void focus__pointer__does_not_hit_what_is_clipped(void **state)
{
    fixture *f = *state;
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);

    region(d, "bar", 0, 100, 0);
    ept_draw_clip(d, (ept_rect){0, 0, 1280, 100});
    region(d, "half", 0, 80, 0);
    region(d, "under", 0, 100, 0);
    ept_draw_unclip(d);
    point(f, EPT_INPUT_DOWN, 10, 90);
    assert_string_equal("half", point(f, EPT_INPUT_UP, 10, 90).id);
    point(f, EPT_INPUT_DOWN, 10, 110);
    assert_string_equal("bar", point(f, EPT_INPUT_UP, 10, 110).id);
    ept_focus_set(f->focus, "under");
    assert_false(ept_focus_settle(f->focus, d));
    assert_string_equal("under", ept_focus_id(f->focus));
}

static void focus__arrows__stay_in_their_group(void **state)
{
    fixture *f = *state;

    screen(f);
    ept_focus_set(f->focus, "opt.1");
    key(f, EPT_KEY_DOWN, 0);
    assert_string_equal("opt.2", ept_focus_id(f->focus));
    key(f, EPT_KEY_RIGHT, 0);
    assert_string_equal("opt.2", ept_focus_id(f->focus));
    key(f, EPT_KEY_DOWN, 0);
    key(f, EPT_KEY_DOWN, 0);
    key(f, EPT_KEY_DOWN, 0);
    assert_string_equal("opt.4", ept_focus_id(f->focus));
    key(f, EPT_KEY_UP, 0);
    assert_string_equal("opt.3", ept_focus_id(f->focus));
}

static void focus__first_arrow__after_the_pointer_only_shows_the_ring(void **state)
{
    fixture *f = *state;

    screen(f);
    ept_focus_set(f->focus, "opt.1");
    ept_focus_show_ring(f->focus, false);
    assert_int_equal(EPT_ACTION_LOOK, key(f, EPT_KEY_DOWN, 0).kind);
    assert_true(ept_focus_ring(f->focus));
    assert_string_equal("opt.1", ept_focus_id(f->focus));
    key(f, EPT_KEY_DOWN, 0);
    assert_string_equal("opt.2", ept_focus_id(f->focus));
}

static void focus__first_tab__of_a_page_shows_where_it_begins(void **state)
{
    fixture *f = *state;
    ept_draw_list *d = screen(f);

    ept_draw_region(d, &(ept_region){.id = "begin", .rect = {0, 600, 80, 40}, .initial = true});
    ept_focus_set(f->focus, NULL);
    ept_focus_show_ring(f->focus, false);
    assert_true(ept_focus_settle(f->focus, d));
    key(f, EPT_KEY_TAB, 0);
    assert_true(ept_focus_ring(f->focus));
    assert_string_equal("begin", ept_focus_id(f->focus));
    key(f, EPT_KEY_TAB, 0);
    assert_string_equal("opt.1", ept_focus_id(f->focus));
}

static void focus__arrows__walk_a_grid(void **state)
{
    fixture *f = *state;

    screen(f);
    ept_focus_set(f->focus, "cell.0");
    key(f, EPT_KEY_RIGHT, 0);
    assert_string_equal("cell.1", ept_focus_id(f->focus));
    key(f, EPT_KEY_DOWN, 0);
    assert_string_equal("cell.3", ept_focus_id(f->focus));
    key(f, EPT_KEY_LEFT, 0);
    assert_string_equal("cell.2", ept_focus_id(f->focus));
    key(f, EPT_KEY_UP, 0);
    assert_string_equal("cell.0", ept_focus_id(f->focus));
}

static void focus__arrows__are_left_to_the_screen_that_wants_them(void **state)
{
    fixture *f = *state;
    ept_draw_list *d = screen(f);

    ept_draw_arrows(d, false, true);
    ept_focus_set(f->focus, "cell.0");
    assert_int_equal(EPT_ACTION_NONE, key(f, EPT_KEY_RIGHT, 0).kind);
    assert_string_equal("cell.0", ept_focus_id(f->focus));
    key(f, EPT_KEY_DOWN, 0);
    assert_string_equal("cell.2", ept_focus_id(f->focus));
}

static void focus__enter__activates_focused_else_primary(void **state)
{
    fixture *f = *state;

    screen(f);
    assert_string_equal("next", key(f, EPT_KEY_ENTER, 0).id);
    ept_focus_set(f->focus, "opt.2");
    assert_string_equal("opt.2", key(f, EPT_KEY_ENTER, 0).id);
    assert_string_equal("opt.2", key(f, EPT_KEY_SPACE, 0).id);
    ept_focus_set(f->focus, "name");
    assert_string_equal("next", key(f, EPT_KEY_ENTER, 0).id);
    assert_int_equal(EPT_ACTION_NONE, key(f, EPT_KEY_SPACE, 0).kind);
    assert_string_equal("back", key(f, EPT_KEY_ESC, 0).id);
    assert_int_equal(EPT_ACTION_NONE, key(f, EPT_KEY_F, 0).kind);
    assert_int_equal(EPT_ACTION_NONE, key(f, EPT_KEY_ENTER, EPT_MOD_CTRL).kind);
}

static void focus__enter_held_down__activates_once(void **state)
{
    fixture *f = *state;
    ept_input in = {.kind = EPT_INPUT_KEY, .key = EPT_KEY_ENTER, .repeat = true};

    screen(f);
    assert_int_equal(EPT_ACTION_NONE, ept_focus_input(f->focus, f->d, &in).kind);
}

static void focus__pointer__hides_the_ring_until_a_key(void **state)
{
    fixture *f = *state;

    screen(f);
    ept_focus_set(f->focus, "opt.1");
    assert_true(ept_focus_ring(f->focus));
    point(f, EPT_INPUT_DOWN, 10, 70);
    assert_false(ept_focus_ring(f->focus));
    assert_string_equal("opt.2", ept_focus_press(f->focus));
    assert_false(ept_draw_focused(f->d, "opt.2"));
    assert_string_equal("opt.2", point(f, EPT_INPUT_UP, 10, 70).id);
    assert_int_equal(EPT_ACTION_LOOK, key(f, EPT_KEY_F, 0).kind);
    assert_true(ept_draw_focused(f->d, "opt.2"));
}

static void focus__pointer__released_elsewhere_does_nothing(void **state)
{
    fixture *f = *state;

    screen(f);
    point(f, EPT_INPUT_DOWN, 10, 10);
    assert_int_equal(EPT_ACTION_LOOK, point(f, EPT_INPUT_UP, 10, 70).kind);
    point(f, EPT_INPUT_DOWN, 610, 10);
    assert_int_equal(EPT_ACTION_LOOK, point(f, EPT_INPUT_UP, 610, 10).kind);
    assert_string_equal("", ept_focus_press(f->focus));
}

static void focus__hover__changes_only_between_regions(void **state)
{
    fixture *f = *state;

    screen(f);
    assert_int_equal(EPT_ACTION_LOOK, point(f, EPT_INPUT_MOVE, 10, 10).kind);
    assert_int_equal(EPT_ACTION_NONE, point(f, EPT_INPUT_MOVE, 12, 12).kind);
    assert_true(ept_draw_hovered(f->d, "opt.1"));
    assert_int_equal(EPT_ACTION_LOOK, point(f, EPT_INPUT_MOVE, 300, 300).kind);
    assert_false(ept_draw_hovered(f->d, "opt.1"));
}

static void focus__slider__is_adjusted_by_keys_and_pointer(void **state)
{
    fixture *f = *state;
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_action a;

    ept_draw_region(
        d, &(ept_region){.id = "vol", .rect = {100, 0, 200, 40}, .kind = EPT_REGION_SLIDER});
    ept_focus_set(f->focus, "vol");
    a = key(f, EPT_KEY_RIGHT, 0);
    assert_int_equal(EPT_ACTION_ADJUST, a.kind);
    assert_int_equal(1, a.step);
    assert_int_equal(-1, key(f, EPT_KEY_LEFT, 0).step);
    a = point(f, EPT_INPUT_DOWN, 150, 10);
    assert_int_equal(0, a.step);
    assert_int_equal(250, a.at);
    assert_int_equal(1000, point(f, EPT_INPUT_MOVE, 900, 10).at);
    point(f, EPT_INPUT_UP, 900, 10);
    assert_int_not_equal(EPT_ACTION_ADJUST, point(f, EPT_INPUT_MOVE, 150, 10).kind);
}

static void focus__wheel__goes_to_the_pane_below(void **state)
{
    fixture *f = *state;
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);

    ept_draw_region(
        d, &(ept_region){.id = "pane", .rect = {0, 0, 400, 400}, .kind = EPT_REGION_SCROLL});
    region(d, "inside", 10, 10, 0);
    assert_string_equal("pane", point(f, EPT_INPUT_WHEEL, 20, 20).id);
    assert_int_equal(EPT_ACTION_NONE, point(f, EPT_INPUT_WHEEL, 900, 20).kind);
    key(f, EPT_KEY_TAB, 0);
    assert_string_equal("inside", ept_focus_id(f->focus));
}

static void focus__second_button__names_the_region_and_leaves_the_focus(void **state)
{
    fixture *f = *state;
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_action a;

    region(d, "one", 10, 10, 0);
    region(d, "two", 10, 200, 0);
    ept_focus_set(f->focus, "one");
    a = point(f, EPT_INPUT_SECOND, 20, 210);
    assert_int_equal(EPT_ACTION_SECOND, a.kind);
    assert_string_equal("two", a.id);
    assert_string_equal("one", ept_focus_id(f->focus));
    assert_int_equal(EPT_ACTION_NONE, point(f, EPT_INPUT_SECOND, 900, 700).kind);
}

static void focus__settle__takes_the_initial_region(void **state)
{
    fixture *f = *state;
    ept_draw_list *d = screen(f);

    assert_false(ept_focus_settle(f->focus, d));
    ept_draw_region(d, &(ept_region){.id = "first", .rect = {0, 600, 80, 40}, .initial = true});
    assert_true(ept_focus_settle(f->focus, d));
    assert_string_equal("first", ept_focus_id(f->focus));
    ept_focus_set(f->focus, "opt.3");
    assert_false(ept_focus_settle(f->focus, d));
    assert_string_equal("opt.3", ept_focus_id(f->focus));
    ept_focus_set(f->focus, "off");
    assert_true(ept_focus_settle(f->focus, d));
}

static void focus__modal__keeps_focus_inside(void **state)
{
    fixture *f = *state;
    ept_draw_list *d = screen(f);
    ept_modal m = {.title = "Submit reading?",
                   .text = "You cannot come back.",
                   .safe = {.id = "submit.keep", .label = "Keep working"},
                   .act = {.id = "submit.go", .label = "Submit", .kind = EPT_BUTTON_PRIMARY}};

    ept_focus_set(f->focus, "opt.2");
    ept_ui_modal(d, &m);
    assert_true(ept_focus_settle(f->focus, d));
    assert_string_equal("submit.keep", ept_focus_id(f->focus));
    key(f, EPT_KEY_TAB, 0);
    assert_string_equal("submit.go", ept_focus_id(f->focus));
    key(f, EPT_KEY_TAB, 0);
    assert_string_equal("submit.keep", ept_focus_id(f->focus));
    assert_string_equal("submit.keep", key(f, EPT_KEY_ESC, 0).id);
    assert_string_equal("submit.keep", key(f, EPT_KEY_ENTER, 0).id);
    assert_int_equal(EPT_ACTION_LOOK, point(f, EPT_INPUT_DOWN, 10, 10).kind);
    assert_string_equal("", ept_focus_press(f->focus));
}

static void focus__in_text__turns_letters_into_text(void **state)
{
    fixture *f = *state;

    screen(f);
    assert_false(ept_focus_in_text(f->focus, f->d));
    ept_focus_set(f->focus, "name");
    assert_true(ept_focus_in_text(f->focus, f->d));
}

#define T(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(focus__tab__goes_round_and_skips_disabled),
        T(focus__pointer__does_not_hit_what_is_clipped),
        T(focus__arrows__stay_in_their_group),
        T(focus__first_arrow__after_the_pointer_only_shows_the_ring),
        T(focus__first_tab__of_a_page_shows_where_it_begins),
        T(focus__arrows__walk_a_grid),
        T(focus__arrows__are_left_to_the_screen_that_wants_them),
        T(focus__enter__activates_focused_else_primary),
        T(focus__enter_held_down__activates_once),
        T(focus__pointer__hides_the_ring_until_a_key),
        T(focus__pointer__released_elsewhere_does_nothing),
        T(focus__hover__changes_only_between_regions),
        T(focus__slider__is_adjusted_by_keys_and_pointer),
        T(focus__wheel__goes_to_the_pane_below),
        T(focus__second_button__names_the_region_and_leaves_the_focus),
        T(focus__settle__takes_the_initial_region),
        T(focus__modal__keeps_focus_inside),
        T(focus__in_text__turns_letters_into_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
