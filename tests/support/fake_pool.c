/* SPDX-License-Identifier: MIT */
/* fake_pool.c - items are dealt over slots; each slot's items stand in a random but fixed ring. */
#include "support/fake_pool.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "epstopik/rng.h"
#include "epstopik/str.h"
#include "support/ept_test.h"
#include "support/exams.h"

enum { SLOTS_MAX = 64 };

typedef struct ring {
    const char *slot;
    ept_candidate *items;
    uint64_t *keys; /* ascending */
    size_t count;
} ring;

struct fake_pool {
    ept_arena *arena;
    ring rings[SLOTS_MAX];
    size_t ring_count, handed;
};

static const char *const sectors[] = {"general",       "general",      "general",     "general",
                                      "manufacturing", "construction", "agriculture", "services",
                                      "fishery",       "manufacturing"};
static const char *const tags[] = {"who",  "when",     "where",  "what",     "which",
                                   "how",  "how-long", "why",    "contract", "hours",
                                   "wage", "leave",    "safety", "stay"};

static int by_key(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

static void add_slots(fake_pool *pool, const char *pattern)
{
    size_t count = 0;
    const ept_slot_rule *rules = exams_rules(pattern, &count);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < rules[i].slot_count; k++) {
            size_t at = 0;
            while (at < pool->ring_count && !ept_streq(pool->rings[at].slot, rules[i].slots[k])) {
                at++;
            }
            if (at == pool->ring_count) {
                pool->rings[pool->ring_count++].slot = rules[i].slots[k];
            }
        }
    }
}

static void fill_ring(fake_pool *pool, ring *r, size_t count, ept_rng *rng)
{
    r->count = count;
    r->items = ept_arena_array(pool->arena, count, sizeof *r->items);
    r->keys = ept_arena_array(pool->arena, count, sizeof *r->keys);
    assert_true(r->items && r->keys);
    for (size_t i = 0; i < count; i++) {
        r->keys[i] = ept_rng_next(rng);
    }
    qsort(r->keys, count, sizeof *r->keys, by_key);
    for (size_t i = 0; i < count; i++) {
        ept_candidate *c = &r->items[i];
        c->id = ept_arena_printf(pool->arena, "%s-%06zu", r->slot, i);
        c->slot = r->slot;
        c->unit = 1 + (int)ept_rng_below(rng, 60);
        c->level = ept_rng_below(rng, 5) < 2 ? 1 : ept_rng_below(rng, 3) ? 2 : 3;
        c->sector = sectors[ept_rng_below(rng, 10)];
        c->tag = tags[ept_rng_below(rng, 14)];
        c->play_ms = 4000 + ept_rng_below(rng, 20000);
        if (strncmp(r->slot, "pair-", 5) == 0) {
            c->group = ept_arena_printf(pool->arena, "g-%06zu", i);
        }
        if (ept_rng_below(rng, 8) == 0) {
            memcpy(c->rising, (uint8_t[]){0, 1, 2, 3}, 4);
            ept_rng_shuffle(rng, c->rising, 4, 1);
        }
    }
}

fake_pool *fake_pool_new(size_t per_slot, uint64_t seed)
{
    fake_pool *pool = calloc(1, sizeof *pool);
    ept_rng rng;
    assert_non_null(pool);
    assert_ok(ept_arena_new(&pool->arena));
    ept_rng_seed(&rng, seed);
    add_slots(pool, "2025");
    add_slots(pool, "2023");
    add_slots(pool, "law");
    for (size_t i = 0; i < pool->ring_count; i++) {
        fill_ring(pool, &pool->rings[i], per_slot, &rng);
    }
    return pool;
}

void fake_pool_free(fake_pool *pool)
{
    if (pool) {
        ept_arena_free(pool->arena);
        free(pool);
    }
}

static ring *ring_of(fake_pool *pool, const char *slot)
{
    for (size_t i = 0; i < pool->ring_count; i++) {
        if (ept_streq(pool->rings[i].slot, slot)) {
            return &pool->rings[i];
        }
    }
    return NULL;
}

static ept_status seek(ept_candidate **out, size_t *count, ept_arena *arena, void *ctx,
                       const char *slot, uint64_t seed, size_t limit)
{
    fake_pool *pool = ctx;
    ring *r = ring_of(pool, slot);
    *count = r && r->count < limit ? r->count : limit;
    if (!r) {
        *count = 0;
    }
    *out = ept_arena_array(arena, *count, sizeof **out);
    assert_non_null(*out);
    size_t from = 0;
    while (r && from < r->count && r->keys[from] < seed) {
        from++;
    }
    /* Unmet first, then the longest unmet, each in the order of the ring. */
    size_t n = 0;
    for (uint64_t when = 0; n < *count && when < 1000; when++) {
        for (size_t i = 0; i < r->count && n < *count; i++) {
            const ept_candidate *c = &r->items[(from + i) % r->count];
            if (c->met == when) {
                (*out)[n++] = *c;
            }
        }
    }
    pool->handed += n;
    return EPT_OK;
}

static ept_status group(ept_candidate **out, size_t *count, ept_arena *arena, void *ctx,
                        const char *name)
{
    fake_pool *pool = ctx;
    *count = 0;
    *out = ept_arena_array(arena, 4, sizeof **out);
    assert_non_null(*out);
    static const char *const slots[] = {"pair-blank", "pair-match"};
    for (size_t s = 0; s < 2; s++) {
        ring *r = ring_of(pool, slots[s]);
        size_t i = (size_t)strtoul(name + 2, NULL, 10);
        if (r && i < r->count) {
            (*out)[(*count)++] = r->items[i];
        }
    }
    return EPT_OK;
}

static ept_status count_of(size_t *out, void *ctx, const char *slot)
{
    ring *r = ring_of(ctx, slot);
    *out = r ? r->count : 0;
    return EPT_OK;
}

ept_pool fake_pool_view(fake_pool *pool)
{
    return (ept_pool){pool, seek, group, count_of};
}

const ept_candidate *fake_pool_find(fake_pool *pool, const char *id)
{
    for (size_t i = 0; i < pool->ring_count; i++) {
        size_t n = strlen(pool->rings[i].slot);
        if (strncmp(id, pool->rings[i].slot, n) == 0 && id[n] == '-' && id[n + 1] >= '0' &&
            id[n + 1] <= '9') {
            size_t at = (size_t)strtoul(id + n + 1, NULL, 10);
            return at < pool->rings[i].count ? &pool->rings[i].items[at] : NULL;
        }
    }
    return NULL;
}

void fake_pool_meet(fake_pool *pool, const ept_form *form, uint64_t when)
{
    for (size_t i = 0; i < form->count; i++) {
        ring *r = ring_of(pool, form->items[i].slot);
        const ept_candidate *c = fake_pool_find(pool, form->items[i].id);
        assert_non_null(c);
        r->items[c - r->items].met = when;
    }
}

size_t fake_pool_handed(fake_pool *pool)
{
    size_t handed = pool->handed;
    pool->handed = 0;
    return handed;
}
