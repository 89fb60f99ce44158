/* SPDX-License-Identifier: MIT */
/* test_timer.c - the digits and states of the clock, at their edges. */
#include "ui/fixture.h"

static const char *text(int64_t ms)
{
    static char out[16];

    ept_timer_text(out, ms);
    return out;
}

static void timer__text__counts_started_seconds(void **state)
{
    (void)state;
    assert_string_equal("25:00", text(25 * 60000));
    assert_string_equal("25:00", text(25 * 60000 - 999));
    assert_string_equal("24:59", text(25 * 60000 - 1000));
    assert_string_equal("00:01", text(1));
    assert_string_equal("00:00", text(0));
    assert_string_equal("00:00", text(-5000));
    assert_string_equal("99:59", text(INT64_C(100000000)));
}

static void timer__state__changes_at_five_and_one_minute(void **state)
{
    (void)state;
    assert_int_equal(EPT_TIMER_NORMAL, ept_timer_state_of(300001, false));
    assert_int_equal(EPT_TIMER_FIVE, ept_timer_state_of(300000, false));
    assert_int_equal(EPT_TIMER_FIVE, ept_timer_state_of(60001, false));
    assert_int_equal(EPT_TIMER_LAST, ept_timer_state_of(60000, false));
    assert_int_equal(EPT_TIMER_PAUSED, ept_timer_state_of(1000, true));
}

static void timer__chip__grows_leftward(void **state)
{
    fixture *f = *state;
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_rect bar = {0, 8, 1256, 48};
    ept_rect normal = ept_ui_timer(d, bar, 1500000, EPT_TIMER_NORMAL, NULL);
    ept_rect five = ept_ui_timer(d, bar, 299000, EPT_TIMER_FIVE, "осталось меньше 5 мин");
    ept_rect later = ept_ui_timer(d, bar, 111000, EPT_TIMER_FIVE, "осталось меньше 5 мин");

    assert_int_equal(1256, normal.x + normal.w);
    assert_int_equal(1256, five.x + five.w);
    assert_true(five.w > normal.w);
    assert_int_equal(five.w, later.w);
    assert_int_equal(48, normal.h);
}

static void timer__caption__fits_two_lines_at_every_size(void **state)
{
    static const char *const captions[] = {"осталось меньше 5 мин", "5 минуттан аз қалды",
                                           "последняя минута", "under 5 min", "5분 미만"};
    fixture *f = *state;

    for (int p = 100; p <= 150; p = p == 150 ? 200 : ept_ui_step_percent(p, 1)) {
        for (size_t i = 0; i < sizeof captions / sizeof captions[0]; i++) {
            ept_draw_list *d = fixture_begin(f, 1280, 800, p, EPT_THEME_LIGHT);

            ept_ui_timer(d, (ept_rect){0, 8, 1256, 48}, 299000, EPT_TIMER_FIVE, captions[i]);
            assert_all_fits(d, captions[i]);
        }
    }
}

#define T(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(timer__text__counts_started_seconds),
        cmocka_unit_test(timer__state__changes_at_five_and_one_minute),
        T(timer__chip__grows_leftward),
        T(timer__caption__fits_two_lines_at_every_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
