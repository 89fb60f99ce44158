/* SPDX-License-Identifier: MIT */
/* test_clock.c - civil dates over many centuries, the system's offset, and the clocks one can move.
 */
#define _POSIX_C_SOURCE 200809L /* setenv */
#include "support/ept_test.h"

#include <stdio.h>
#include <stdlib.h>

#include "epstopik/clock.h"

#define DAY_MS INT64_C(86400000)

static int keep_zone(void **state)
{
    const char *zone = getenv("TZ");
    *state = zone ? test_malloc(64) : NULL;
    if (zone) {
        snprintf(*state, 64, "%s", zone);
    }
    return 0;
}

static int restore_zone(void **state)
{
    if (*state) {
        setenv("TZ", *state, 1);
        test_free(*state);
    } else {
        unsetenv("TZ");
    }
    return 0;
}

static void expect_civil(const char *expected, int64_t utc_ms, int offset_min)
{
    ept_civil t = ept_clock_civil(utc_ms, offset_min);
    char text[80];

    snprintf(text, sizeof text, "%d-%02d-%02d %02d:%02d:%02d %d", t.year, t.month, t.day, t.hour,
             t.minute, t.second, t.weekday);
    assert_string_equal(expected, text);
}

static void clock__civil__known_moments(void **state)
{
    (void)state;
    expect_civil("1970-01-01 00:00:00 4", 0, 0);
    expect_civil("1969-12-31 23:59:59 3", -1, 0);
    expect_civil("1969-12-31 00:00:00 3", -DAY_MS, 0);
    expect_civil("2000-02-29 00:00:00 2", INT64_C(951782400000), 0);
    expect_civil("2000-03-01 00:00:00 3", INT64_C(951868800000), 0);
    expect_civil("1900-03-01 00:00:00 4", INT64_C(-2203891200000), 0);
    expect_civil("1900-02-28 23:59:59 3", INT64_C(-2203891200001), 0);
    expect_civil("2100-03-01 00:00:00 1", INT64_C(4107542400000), 0);
    expect_civil("2026-11-22 04:00:00 0", INT64_C(1795320000000), 0);
    expect_civil("0-02-29 00:00:00 2", INT64_C(-62162121600000), 0);
    expect_civil("-1-12-31 23:59:59 5", INT64_C(-62167219200001), 0);
}

static void clock__civil__offsets_move_the_date(void **state)
{
    (void)state;
    const int64_t noon = INT64_C(1795348800000); /* 2026-11-22 12:00 UTC */

    expect_civil("2026-11-22 17:00:00 0", noon, 300);
    expect_civil("2026-11-23 02:00:00 1", noon, 840);
    expect_civil("2026-11-21 23:30:00 6", noon, -750);
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    return days[month - 1] + (month == 2 && leap);
}

/* Counts days one by one from 1600-01-01, a Saturday, over three cycles. */
static void clock__civil__follows_the_calendar(void **state)
{
    (void)state;
    int64_t ms = INT64_C(-11676096000000);
    int weekday = 6;

    for (int year = 1600; year < 2800; year++) {
        for (int month = 1; month <= 12; month++) {
            for (int day = 1; day <= days_in_month(year, month); day++) {
                ept_civil t = ept_clock_civil(ms, 0);
                if (t.year != year || t.month != month || t.day != day || t.weekday != weekday ||
                    ept_clock_weekday(year, month, day) != weekday) {
                    fail_msg("%d-%d-%d became %d-%d-%d", year, month, day, t.year, t.month, t.day);
                }
                ms += DAY_MS;
                weekday = (weekday + 1) % 7;
            }
        }
    }
}

static void clock__civil__extremes_do_not_overflow(void **state)
{
    (void)state;
    ept_civil late = ept_clock_civil(INT64_MAX, 840);
    ept_civil early = ept_clock_civil(INT64_MIN, -840);

    assert_int_equal(292278994, late.year);
    assert_int_equal(-292275055, early.year);
    assert_in_range(late.weekday, 0, 6);
    assert_in_range(early.month, 1, 12);
}

static void clock__weekday__refuses_no_dates(void **state)
{
    (void)state;
    assert_int_equal(0, ept_clock_weekday(2026, 11, 22));
    assert_int_equal(4, ept_clock_weekday(2024, 2, 29));
    assert_int_equal(-1, ept_clock_weekday(2026, 2, 29));
    assert_int_equal(-1, ept_clock_weekday(2100, 2, 29));
    assert_int_equal(-1, ept_clock_weekday(2026, 4, 31));
    assert_int_equal(-1, ept_clock_weekday(2026, 0, 1));
    assert_int_equal(-1, ept_clock_weekday(2026, 13, 1));
    assert_int_equal(-1, ept_clock_weekday(2026, 1, 0));
    assert_int_equal(-1, ept_clock_weekday(2026, 1, 32));
}

static void clock__offset__is_the_systems(void **state)
{
    (void)state;
    const int64_t november = INT64_C(1795320000000), july = INT64_C(1783915200000);

    setenv("TZ", "XXX-5", 1);
    assert_int_equal(300, ept_clock_offset_min(november));
    setenv("TZ", "XXX-5:30", 1);
    assert_int_equal(330, ept_clock_offset_min(-1));
    setenv("TZ", "UTC0", 1);
    assert_int_equal(0, ept_clock_offset_min(0));
    setenv("TZ", "AAA8BBB,M3.2.0,M11.1.0", 1); /* with a summer time */
    assert_int_equal(-480, ept_clock_offset_min(november));
    assert_int_equal(-420, ept_clock_offset_min(july));
}

static void clock__manual__moves_only_by_hand(void **state)
{
    (void)state;
    ept_manual_clock hands = {.now_ms = 10, .utc_ms = -5};
    ept_clock clock = ept_clock_manual(&hands);

    assert_int_equal(10, clock.now_ms(clock.ctx));
    ept_clock_advance(&hands, 1500);
    assert_int_equal(1510, clock.now_ms(clock.ctx));
    assert_int_equal(1495, clock.utc_ms(clock.ctx));
}

static void clock__system__goes_forward(void **state)
{
    (void)state;
    ept_clock clock = ept_clock_system();
    uint64_t first = clock.now_ms(clock.ctx);

    assert_true(clock.now_ms(clock.ctx) >= first);
    assert_true(clock.utc_ms(clock.ctx) > INT64_C(1700000000000));
}

/* The start is set back by hand: real time passes only by a few milliseconds here. */
static void clock__fast__multiplies_what_has_passed(void **state)
{
    (void)state;
    ept_fast_clock fast;
    ept_clock clock = ept_clock_fast(&fast, 30);
    assert_int_equal(30, fast.factor);
    assert_true(clock.now_ms(clock.ctx) >= fast.start_ms);

    uint64_t back = fast.start_ms < 10000 ? fast.start_ms : 10000;
    fast.start_ms -= back;
    uint64_t passed = clock.now_ms(clock.ctx) - fast.start_ms;

    assert_true(passed >= back * 30);
    assert_int_equal(0, passed % 30);
    assert_true(clock.utc_ms(clock.ctx) >= fast.start_utc_ms + (int64_t)(back * 30));
}

static void clock__fast__keeps_its_factor_in_bounds(void **state)
{
    (void)state;
    ept_fast_clock fast;

    (void)ept_clock_fast(&fast, 0);
    assert_int_equal(1, fast.factor);
    (void)ept_clock_fast(&fast, 5000);
    assert_int_equal(1000, fast.factor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clock__civil__known_moments),
        cmocka_unit_test(clock__civil__offsets_move_the_date),
        cmocka_unit_test(clock__civil__follows_the_calendar),
        cmocka_unit_test(clock__civil__extremes_do_not_overflow),
        cmocka_unit_test(clock__weekday__refuses_no_dates),
        cmocka_unit_test_setup_teardown(clock__offset__is_the_systems, keep_zone, restore_zone),
        cmocka_unit_test(clock__manual__moves_only_by_hand),
        cmocka_unit_test(clock__system__goes_forward),
        cmocka_unit_test(clock__fast__multiplies_what_has_passed),
        cmocka_unit_test(clock__fast__keeps_its_factor_in_bounds),
    };
    return cmocka_run_group_tests_name("core.clock", tests, NULL, NULL);
}
