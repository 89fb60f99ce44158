/* SPDX-License-Identifier: MIT */
/* rng.h - seeded random numbers, the same on every machine (xoshiro256**, seeded by splitmix64;
 * source: Blackman & Vigna, "Scrambled linear pseudorandom number generators", 2018).
 * Floor: core. */
#ifndef EPSTOPIK_RNG_H
#define EPSTOPIK_RNG_H
#include <stddef.h>
#include <stdint.h>

typedef struct ept_rng {
    uint64_t s[4];
} ept_rng;

void ept_rng_seed(ept_rng *rng, uint64_t seed);
uint64_t ept_rng_next(ept_rng *rng);
/* Uniform in 0..n-1 without modulo bias; n = 0 gives 0. */
uint32_t ept_rng_below(ept_rng *rng, uint32_t n);
/* Fisher-Yates over n elements of `size` bytes each (size <= 256). */
void ept_rng_shuffle(ept_rng *rng, void *base, size_t n, size_t size);

/* splitmix64's finaliser: spreads a number over 64 bits. */
uint64_t ept_mix64(uint64_t x);

#endif
