/* SPDX-License-Identifier: MIT */
/* quiz_order.h - the order of options in a quiz: a function of seed and item alone, so that a
 * record of a look can be read without the sheet it was made from. */
#ifndef QUIZ_ORDER_H
#define QUIZ_ORDER_H
#include <stdint.h>

#include "epstopik/hash.h"
#include "epstopik/item.h"
#include "epstopik/rng.h"

/* order[place] = identity, 0 = key. */
static inline void quiz_order(uint8_t order[EPT_OPTIONS], uint64_t seed, const char *item)
{
    ept_hasher h;
    ept_hash hash;
    ept_rng rng;
    ept_hasher_init(&h);
    ept_hasher_add_u64(&h, seed);
    ept_hasher_add_field(&h, item);
    ept_hasher_end(&h, &hash);
    ept_rng_seed(&rng, ept_hash_u64(&hash));
    for (int i = 0; i < EPT_OPTIONS; i++) {
        order[i] = (uint8_t)i;
    }
    ept_rng_shuffle(&rng, order, EPT_OPTIONS, 1);
}

#endif
