/* SPDX-License-Identifier: MIT */
/* clock.h - time as an argument: engine code never asks the system by itself. Floor: core. */
#ifndef EPSTOPIK_CLOCK_H
#define EPSTOPIK_CLOCK_H
#include <stdint.h>

/* now_ms: monotonic milliseconds from an arbitrary start. utc_ms: milliseconds since 1970-01-01
 * UTC, a note only. Copied freely; ctx is borrowed. */
typedef struct ept_clock {
    uint64_t (*now_ms)(void *ctx);
    int64_t (*utc_ms)(void *ctx);
    void *ctx;
} ept_clock;

ept_clock ept_clock_system(void);

/* A clock that stands still until moved. Both hands move together. */
typedef struct ept_manual_clock {
    uint64_t now_ms;
    int64_t utc_ms;
} ept_manual_clock;
ept_clock ept_clock_manual(ept_manual_clock *state);
void ept_clock_advance(ept_manual_clock *state, uint64_t ms);

/* Runs `factor` times as fast as the system clock from the moment of this call (1..1000). */
typedef struct ept_fast_clock {
    uint64_t start_ms;
    int64_t start_utc_ms;
    uint32_t factor;
} ept_fast_clock;
ept_clock ept_clock_fast(ept_fast_clock *state, uint32_t factor);

/* The operating system's own offset from UTC at that moment, in minutes (Almaty: +300). ICU's zone
 * table is older than Kazakhstan's change of 2024-03-01, so it is never asked. */
int ept_clock_offset_min(int64_t utc_ms);

/* Civil date of utc_ms + offset. month 1..12, weekday 0 = Sunday. Proleptic Gregorian. */
typedef struct ept_civil {
    int year, month, day, hour, minute, second, weekday;
} ept_civil;
ept_civil ept_clock_civil(int64_t utc_ms, int offset_min);
/* 0 = Sunday; -1 when there is no such date. */
int ept_clock_weekday(int year, int month, int day);

#endif
