/* SPDX-License-Identifier: MIT */
/* places.c - where the key stands. A dealt pack of equal shares is shuffled around the fixed
 * places; what still breaks a bound is mended by the swap or change that lessens the breaking most.
 */
#include <string.h>

#include "exam_priv.h"

typedef struct deal {
    uint8_t *p;
    const uint8_t *fixed;
    size_t n;
    int min, max, row;
} deal;

/* How far the bounds are broken: 0 is right. */
static int breaking(const deal *d)
{
    int count[EPT_PLACES + 1] = {0};
    int sum = 0, run = 0;
    for (size_t i = 0; i < d->n; i++) {
        count[d->p[i]]++;
        run = i > 0 && d->p[i] == d->p[i - 1] ? run + 1 : 1;
        sum += run > d->row ? 2 : 0;
    }
    for (int k = 1; k <= EPT_PLACES; k++) {
        sum += count[k] < d->min ? 3 * (d->min - count[k]) : 0;
        sum += count[k] > d->max ? 3 * (count[k] - d->max) : 0;
    }
    return sum;
}

static void deal_shares(const deal *d, ept_rng *rng)
{
    int have[EPT_PLACES + 1] = {0};
    uint8_t turn[EPT_PLACES] = {1, 2, 3, 4};
    ept_rng_shuffle(rng, turn, EPT_PLACES, 1);
    for (size_t i = 0; i < d->n; i++) {
        have[d->fixed[i]]++;
    }
    uint8_t pack[EPT_NUMBERS_MAX];
    size_t open = 0;
    for (size_t i = 0; i < d->n; i++) {
        if (d->fixed[i]) {
            continue;
        }
        uint8_t least = turn[0];
        for (int k = 1; k < EPT_PLACES; k++) {
            if (have[turn[k]] < have[least]) {
                least = turn[k];
            }
        }
        have[least]++;
        pack[open++] = least;
    }
    /* One share may move, so that the last key cannot be counted out. */
    if (open > 0 && ept_rng_below(rng, 2)) {
        pack[ept_rng_below(rng, (uint32_t)open)] = (uint8_t)(1 + ept_rng_below(rng, EPT_PLACES));
    }
    ept_rng_shuffle(rng, pack, open, 1);
    size_t next = 0;
    for (size_t i = 0; i < d->n; i++) {
        d->p[i] = d->fixed[i] ? d->fixed[i] : pack[next++];
    }
}

/* The best single change; false when none helps. */
static bool mend(const deal *d, int now)
{
    int best = now;
    size_t where = 0;
    uint8_t what = 0;
    for (size_t i = 0; i < d->n; i++) {
        uint8_t was = d->p[i];
        for (uint8_t k = 1; !d->fixed[i] && k <= EPT_PLACES; k++) {
            d->p[i] = k;
            int then = breaking(d);
            if (then < best) {
                best = then;
                where = i;
                what = k;
            }
        }
        d->p[i] = was;
    }
    if (what) {
        d->p[where] = what;
    }
    return what != 0;
}

void exam_place_keys(uint8_t *places, const uint8_t *fixed, size_t n, int min, int max, int row,
                     ept_rng *rng)
{
    uint8_t best[EPT_NUMBERS_MAX];
    int least = -1;
    deal d = {places, fixed, n, min, max, row};
    for (int attempt = 0; attempt < 16 && least != 0; attempt++) {
        deal_shares(&d, rng);
        int now = breaking(&d);
        while (now > 0 && mend(&d, now)) {
            now = breaking(&d);
        }
        if (least < 0 || now < least) {
            least = now;
            memcpy(best, places, n);
        }
    }
    memcpy(places, best, n);
}
