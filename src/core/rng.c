/* SPDX-License-Identifier: MIT */
/* rng.c - xoshiro256** seeded by splitmix64, bounded numbers by widening multiplication with
 * rejection (Lemire, "Fast random integer generation in an interval", 2019). Changing any of it
 * changes every numbered form. */
#include "epstopik/rng.h"

#include <assert.h>
#include <string.h>

enum { ELEMENT_BYTES = 256 };

uint64_t ept_mix64(uint64_t x)
{
    x = (x ^ (x >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94D049BB133111EB);
    return x ^ (x >> 31);
}

void ept_rng_seed(ept_rng *rng, uint64_t seed)
{
    for (int i = 0; i < 4; i++) {
        seed += UINT64_C(0x9E3779B97F4A7C15);
        rng->s[i] = ept_mix64(seed);
    }
}

static uint64_t rotate_left(uint64_t x, int by)
{
    return (x << by) | (x >> (64 - by));
}

uint64_t ept_rng_next(ept_rng *rng)
{
    uint64_t *s = rng->s;
    uint64_t result = rotate_left(s[1] * 5, 7) * 9;
    uint64_t shifted = s[1] << 17;

    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotate_left(s[3], 45);
    return result;
}

uint32_t ept_rng_below(ept_rng *rng, uint32_t n)
{
    if (n == 0) {
        return 0;
    }
    const uint32_t rejected =
        (0 - n) % n; /* 2^32 mod n: so many low parts would be one too often */
    uint64_t product;
    do {
        product = (ept_rng_next(rng) >> 32) * n;
    } while ((uint32_t)product < rejected);
    return (uint32_t)(product >> 32);
}

void ept_rng_shuffle(ept_rng *rng, void *base, size_t n, size_t size)
{
    unsigned char *bytes = base;
    unsigned char held[ELEMENT_BYTES];

    assert(size <= sizeof held && n <= UINT32_MAX);
    for (size_t i = n; i > 1; i--) {
        unsigned char *a = bytes + (i - 1) * size;
        unsigned char *b = bytes + ept_rng_below(rng, (uint32_t)i) * size;
        if (a != b) {
            memcpy(held, a, size);
            memcpy(a, b, size);
            memcpy(b, held, size);
        }
    }
}
