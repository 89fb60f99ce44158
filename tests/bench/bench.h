/* SPDX-License-Identifier: MIT */
/* bench.h - CPU time of a piece of work: median of 20 runs, beside a loop of fixed work timed in
 * the same run, so that figures of two machines can be compared. */
#ifndef BENCH_H
#define BENCH_H
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { BENCH_RUNS = 20 };

static inline double bench_cpu_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static inline double bench_wall_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static inline int bench_order(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static inline double bench_median(double *ms, size_t n)
{
    qsort(ms, n, sizeof *ms, bench_order);
    return n % 2 ? ms[n / 2] : (ms[n / 2 - 1] + ms[n / 2]) / 2;
}

/* Median milliseconds of `work`, by `now`. */
static inline double bench_time(void (*work)(void *), void *ctx, double (*now)(void))
{
    double ms[BENCH_RUNS];
    work(ctx);
    for (int i = 0; i < BENCH_RUNS; i++) {
        double from = now();
        work(ctx);
        ms[i] = now() - from;
    }
    return bench_median(ms, BENCH_RUNS);
}

static inline void bench_loop(void *ctx)
{
    volatile uint64_t *x = ctx;
    for (int i = 0; i < 2000000; i++) {
        *x = *x * 6364136223846793005u + 1442695040888963407u;
    }
}

/* Prints one line: what, figure, target, and the calibration loop's time. */
static inline void bench_line(const char *what, double value, const char *unit, double target)
{
    uint64_t x = 1;
    double loop = bench_time(bench_loop, &x, bench_cpu_ms);
    printf("%-52s %8.3f %-4s target %7.3f  %s  (loop %.2f ms)\n", what, value, unit, target,
           value <= target ? "ok  " : "OVER", loop);
}

#endif
