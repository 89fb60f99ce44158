/* SPDX-License-Identifier: MIT */
/* fake_pool.h - a pool of made-up items in memory, for form assembly without a bank. */
#ifndef TEST_FAKE_POOL_H
#define TEST_FAKE_POOL_H
#include "epstopik/form.h"

typedef struct fake_pool fake_pool;

/* `per_slot` items for each of the 48 slots of both patterns and law, over units, sectors, levels,
 * tags and pairs. */
fake_pool *fake_pool_new(size_t per_slot, uint64_t seed);
void fake_pool_free(fake_pool *pool);
ept_pool fake_pool_view(fake_pool *pool);
/* Marks a form's items as met in sitting `when` (1, 2, ...). */
void fake_pool_meet(fake_pool *pool, const ept_form *form, uint64_t when);
/* Looks an item up by id. */
const ept_candidate *fake_pool_find(fake_pool *pool, const char *id);
/* Candidates handed out since the last call: the reading stays bounded. */
size_t fake_pool_handed(fake_pool *pool);

#endif
