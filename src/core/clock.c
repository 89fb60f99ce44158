/* SPDX-License-Identifier: MIT */
/* clock.c - the only file that asks the system for the time. Dates are computed by hand on the
 * 400-year cycle of the Gregorian calendar, years starting in March so that the leap day comes
 * last. */
/* NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
#define _POSIX_C_SOURCE 200809L
#include "epstopik/clock.h"

#include <stdbool.h>
#include <time.h>

enum {
    MS_PER_SECOND = 1000,
    NS_PER_MS = 1000000,
    SECONDS_PER_DAY = 86400,
    DAYS_PER_CYCLE = 146097,           /* 400 years */
    DAYS_FROM_YEAR_0_TO_1970 = 719468, /* 0000-03-01 to 1970-01-01 */
    FASTEST = 1000
};

static int64_t read_ms(clockid_t id)
{
    struct timespec now = {0};

    clock_gettime(id, &now);
    return (int64_t)now.tv_sec * MS_PER_SECOND + now.tv_nsec / NS_PER_MS;
}

static uint64_t system_now_ms(void *ctx)
{
    (void)ctx;
    return (uint64_t)read_ms(CLOCK_MONOTONIC);
}

static int64_t system_utc_ms(void *ctx)
{
    (void)ctx;
    return read_ms(CLOCK_REALTIME);
}

ept_clock ept_clock_system(void)
{
    return (ept_clock){system_now_ms, system_utc_ms, NULL};
}

static uint64_t manual_now_ms(void *ctx)
{
    const ept_manual_clock *state = ctx;
    return state->now_ms;
}

static int64_t manual_utc_ms(void *ctx)
{
    const ept_manual_clock *state = ctx;
    return state->utc_ms;
}

ept_clock ept_clock_manual(ept_manual_clock *state)
{
    return (ept_clock){manual_now_ms, manual_utc_ms, state};
}

void ept_clock_advance(ept_manual_clock *state, uint64_t ms)
{
    state->now_ms += ms;
    state->utc_ms += (int64_t)ms;
}

static uint64_t fast_now_ms(void *ctx)
{
    const ept_fast_clock *state = ctx;
    return state->start_ms + (system_now_ms(NULL) - state->start_ms) * state->factor;
}

static int64_t fast_utc_ms(void *ctx)
{
    const ept_fast_clock *state = ctx;
    return state->start_utc_ms + (int64_t)(fast_now_ms(ctx) - state->start_ms);
}

ept_clock ept_clock_fast(ept_fast_clock *state, uint32_t factor)
{
    state->start_ms = system_now_ms(NULL);
    state->start_utc_ms = system_utc_ms(NULL);
    state->factor = factor < 1 ? 1 : factor > FASTEST ? FASTEST : factor;
    return (ept_clock){fast_now_ms, fast_utc_ms, state};
}

/* Quotient rounded down, also below zero. */
static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

/* Days since 1970-01-01 of a date that exists. A month of a March year starts at day (153 m + 2)
 * / 5. */
static int64_t days_of_date(int year, int month, int day)
{
    int64_t y = (int64_t)year - (month <= 2 ? 1 : 0);
    int64_t cycle = floor_div(y, 400);
    int64_t in_cycle = y - cycle * 400;
    int month_from_march = (month + 9) % 12;
    int64_t in_year = (153 * month_from_march + 2) / 5 + day - 1;

    return cycle * DAYS_PER_CYCLE + in_cycle * 365 + in_cycle / 4 - in_cycle / 100 + in_year -
           DAYS_FROM_YEAR_0_TO_1970;
}

static void date_of_days(ept_civil *out, int64_t days)
{
    int64_t from_zero = days + DAYS_FROM_YEAR_0_TO_1970;
    int64_t cycle = floor_div(from_zero, DAYS_PER_CYCLE);
    int64_t left = from_zero - cycle * DAYS_PER_CYCLE;

    /* 36524 days in a century of a cycle, but the last one has a day more; 1461 in four years. */
    int64_t century = left / 36524 < 3 ? left / 36524 : 3;
    left -= century * 36524;
    int64_t four_years = left / 1461;
    left -= four_years * 1461;
    int64_t year = left / 365 < 3 ? left / 365 : 3;
    left -= year * 365;

    int month_from_march = (int)((5 * left + 2) / 153);
    out->day = (int)(left - (153 * month_from_march + 2) / 5) + 1;
    out->month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    out->year = (int)(cycle * 400 + century * 100 + four_years * 4 + year) + (out->month <= 2);
}

static int weekday_of_days(int64_t days)
{
    int64_t from_sunday = days + 4; /* 1970-01-01 was a Thursday */
    return (int)(from_sunday - floor_div(from_sunday, 7) * 7);
}

ept_civil ept_clock_civil(int64_t utc_ms, int offset_min)
{
    int64_t seconds = floor_div(utc_ms, MS_PER_SECOND) + (int64_t)offset_min * 60;
    int64_t days = floor_div(seconds, SECONDS_PER_DAY);
    int in_day = (int)(seconds - days * SECONDS_PER_DAY);
    ept_civil civil = {.hour = in_day / 3600, .minute = in_day / 60 % 60, .second = in_day % 60};

    date_of_days(&civil, days);
    civil.weekday = weekday_of_days(days);
    return civil;
}

int ept_clock_weekday(int year, int month, int day)
{
    if (month < 1 || month > 12 || day < 1 || day > 31) {
        return -1;
    }
    int64_t days = days_of_date(year, month, day);
    ept_civil back;
    date_of_days(&back, days);
    return back.month == month && back.day == day ? weekday_of_days(days) : -1;
}

int ept_clock_offset_min(int64_t utc_ms)
{
    int64_t seconds = floor_div(utc_ms, MS_PER_SECOND);
    time_t at = (time_t)seconds;
    const struct tm *local = localtime(&at);

    if (!local) {
        return 0;
    }
    int64_t days = days_of_date(local->tm_year + 1900, local->tm_mon + 1, local->tm_mday);
    int64_t in_day = local->tm_hour * 3600 + local->tm_min * 60 + local->tm_sec;
    return (int)floor_div(days * SECONDS_PER_DAY + in_day - seconds, 60);
}
