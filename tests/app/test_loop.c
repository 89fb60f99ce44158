/* SPDX-License-Identifier: MIT */
/* test_loop.c - stack, focus, panes, toasts, keys that mean the same everywhere, deadlines. */
#include "support/ept_test.h"

#include <stdio.h>
#include <string.h>

#include "app/program.h"

static const char *focus(const program *p)
{
    return ept_focus_id(ept_ui_focus(p->a.ui));
}

static void loop__idle__waits_for_ever(void **state)
{
    program *p = *state;

    assert_int_equal(app_wait_ms(&p->a), UINT32_MAX);
}

static void loop__nothing_changed__draws_nothing(void **state)
{
    program *p = *state;

    p->a.stack->dirty = true;
    assert_ok(app_draw(&p->a));
    assert_int_equal(ept_ui_stats_of(p->a.ui).dirty_px, 0);
    assert_false(p->a.stack->dirty);
}

static void loop__screen_that_cannot_be_entered__is_said_and_stays(void **state)
{
    program *p = *state;

    app_go(&p->a, nav_push(SCREEN_PIN, 4711));
    assert_string_equal(program_screen(p), "profiles");
    assert_int_equal(p->a.stack->depth, 1);
    program_do(p, "wait 0\nexpect \"What was asked for is not there any more\"");
    app_go(&p->a, nav_replace(SCREEN_PIN, 4711));
    assert_string_equal(program_screen(p), "profiles");
}

static void loop__error__stays_until_dismissed(void **state)
{
    program *p = *state;

    app_say_error(&p->a, EPT_E_FULL, "test");
    program_do(p, "wait 60000\nexpect \"The disk is full\"\nclick-id toast.close");
    assert_false(program_shows(p, "The disk is full"));
}

static void loop__word__goes_after_four_seconds(void **state)
{
    program *p = *state;

    app_say(&p->a, EPT_TONE_GOOD, "word.reading");
    assert_int_equal(app_wait_ms(&p->a), 4000);
    program_do(p, "wait 3999\nexpect \"Reading\"\nwait 1");
    assert_false(program_shows(p, "Reading"));
    assert_int_equal(app_wait_ms(&p->a), UINT32_MAX);
}

static void loop__dialog_closed__focus_is_where_it_was(void **state)
{
    program *p = *state;

    program_do(p, "key Tab\nkey Tab");
    char before[EPT_ID_MAX];
    snprintf(before, sizeof before, "%s", focus(p));
    program_do(p, "key F1\nexpect-screen help");
    assert_string_equal(focus(p), "help.close");
    program_do(p, "key Esc\nexpect-screen profiles");
    assert_string_equal(focus(p), before);
}

static void loop__help__lists_the_screens_keys_and_f1_closes_it(void **state)
{
    program *p = *state;

    program_do(p, "key F1\nexpect \"Move between profiles\"\nexpect \"Each person has a profile\"");
    program_do(p, "key F1\nexpect-screen profiles");
}

static void loop__quit__asks_only_in_an_exam(void **state)
{
    program *p = *state;
    const ept_input quit = {.kind = EPT_INPUT_QUIT};

    app_input(&p->a, &quit);
    assert_true(p->a.stack->quit);
}

static void loop__too_many_screens__are_refused(void **state)
{
    program *p = *state;

    for (int i = 0; i < APP_DEPTH_MAX + 3; i++)
        app_go(&p->a, nav_push(SCREEN_NEW_PROFILE, 0));
    assert_int_equal(p->a.stack->depth, APP_DEPTH_MAX);
    assert_int_equal(p->a.toast.until_ms, UINT64_MAX);
    for (int i = 0; i < 2 * APP_DEPTH_MAX; i++)
        app_go(&p->a, nav_pop());
    assert_string_equal(program_screen(p), "profiles");
}

static void loop__no_memory__keeps_the_screen(void **state)
{
    program *p = *state;

    for (size_t nth = 1; nth < 40; nth++) {
        ept_alloc_fail_at(nth);
        app_go(&p->a, nav_push(SCREEN_NEW_PROFILE, 0));
        ept_alloc_fail_at(0);
        if (p->a.stack->depth == 2)
            break;
        assert_string_equal(program_screen(p), "profiles");
    }
    assert_int_equal(p->a.stack->depth, 2);
}

/* --- questions --- */

static void loop__question__yes_is_told_once_and_only_to_its_asker(void **state)
{
    program *p = *state;
    const app_question q = {.id = "a.b",
                            .title = "word.reading",
                            .text = "word.reading",
                            .no = "word.back",
                            .yes = "word.next"};

    app_go(&p->a, app_ask(&p->a, &q));
    program_do(p, "wait 0\nexpect-screen confirm\nkey Enter\nexpect-screen profiles");
    assert_false(app_said_yes(&p->a, "a.b"));
    app_go(&p->a, app_ask(&p->a, &q));
    program_do(p, "wait 0\nclick-id confirm.yes");
    assert_false(app_said_yes(&p->a, "c.d"));
    assert_true(app_said_yes(&p->a, "a.b"));
    assert_false(app_said_yes(&p->a, "a.b"));
}

/* --- panes: the form of a new profile at 150 % is higher than the window --- */

static app_pane *pane(program *p)
{
    return &app_top_frame(&p->a)->panes[0];
}

static void pane__focus__is_followed(void **state)
{
    program *p = *state;

    program_do(p, "size 1024x768\ntext 150\nkey N");
    assert_true(pane(p)->content_h > pane(p)->rect.h);
    for (int i = 0; i < 60 && !ept_streq(focus(p), "new-profile.sector.4"); i++)
        program_do(p, "key Tab");
    assert_string_equal(focus(p), "new-profile.sector.4");
    const ept_region *r = ept_draw_region_find(ept_ui_shown(p->a.ui), focus(p));
    assert_true(r->rect.y >= pane(p)->rect.y);
    assert_true(r->rect.y + r->rect.h <= pane(p)->rect.y + pane(p)->rect.h);
}

static void pane__page_keys_and_wheel__move_within_bounds(void **state)
{
    program *p = *state;
    ept_input wheel = {.kind = EPT_INPUT_WHEEL, .x = 500, .y = 400, .steps = 1};

    program_do(p, "size 1024x768\ntext 150\nkey N\nkey PageDown");
    assert_true(pane(p)->scroll_px > 0);
    for (int i = 0; i < 20; i++)
        program_do(p, "key PageDown");
    int end = pane(p)->scroll_px;
    assert_int_equal(end, pane(p)->content_h - pane(p)->rect.h);
    app_input(&p->a, &wheel);
    assert_int_equal(pane(p)->scroll_px, end);
    wheel.steps = -1;
    app_input(&p->a, &wheel);
    assert_true(pane(p)->scroll_px < end);
    for (int i = 0; i < 20; i++)
        program_do(p, "key PageUp");
    assert_int_equal(pane(p)->scroll_px, 0);
}

static void pane__more_room__scrolls_back(void **state)
{
    program *p = *state;

    program_do(
        p, "size 1024x768\ntext 150\nkey N\nkey PageDown\nkey PageDown\nsize 1600x2400\ntext 100");
    assert_int_equal(pane(p)->scroll_px, 0);
}

static void loop__fast_clock__is_marked(void **state)
{
    program *p = *state;

    assert_false(program_shows(p, "\u00d730"));
    p->a.options.clock_factor = 30;
    p->a.stack->dirty = true;
    assert_ok(app_draw(&p->a));
    assert_true(program_shows(p, "\u00d730"));
}

#define T(test) cmocka_unit_test_setup_teardown(test, program_setup_started, program_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(loop__idle__waits_for_ever),
        T(loop__nothing_changed__draws_nothing),
        T(loop__screen_that_cannot_be_entered__is_said_and_stays),
        T(loop__error__stays_until_dismissed),
        T(loop__word__goes_after_four_seconds),
        T(loop__dialog_closed__focus_is_where_it_was),
        T(loop__help__lists_the_screens_keys_and_f1_closes_it),
        T(loop__quit__asks_only_in_an_exam),
        T(loop__too_many_screens__are_refused),
        T(loop__no_memory__keeps_the_screen),
        T(loop__question__yes_is_told_once_and_only_to_its_asker),
        T(pane__focus__is_followed),
        T(pane__page_keys_and_wheel__move_within_bounds),
        T(pane__more_room__scrolls_back),
        T(loop__fast_clock__is_marked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
