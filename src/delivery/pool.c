/* SPDX-License-Identifier: MIT */
/* pool.c - candidates for a form: the bank's stored shuffle order, and for "next" when the learner
 * last met each. Reading stays bounded: one seek, as many rows more as there are met items. */
#include <string.h>

#include "delivery_priv.h"
#include "epstopik/str.h"

static uint64_t met_at(const delivery_pool *pool, const char *item)
{
    size_t lo = 0, hi = pool->met_count;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        int order = strcmp(pool->met[mid].item, item);
        if (order == 0) {
            return pool->met[mid].utc_ms > 0 ? (uint64_t)pool->met[mid].utc_ms : 1;
        }
        if (order < 0) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return 0;
}

static ept_status convert(ept_candidate **out, ept_arena *arena, const delivery_pool *pool,
                          const ept_bank_entry *entries, size_t count)
{
    *out = ept_arena_array(arena, count, sizeof **out);
    if (!*out) {
        return ept_fail(EPT_E_NOMEM, "candidates");
    }
    for (size_t i = 0; i < count; i++) {
        const ept_bank_entry *e = &entries[i];
        ept_candidate *c = &(*out)[i];
        *c = (ept_candidate){.id = e->id,
                             .slot = e->slot,
                             .sector = e->sector,
                             .tag = e->tag,
                             .group = e->group,
                             .unit = e->unit,
                             .level = e->level,
                             .play_ms = e->play_ms,
                             .met = met_at(pool, e->id)};
        memcpy(c->rising, e->rising, sizeof c->rising);
    }
    return EPT_OK;
}

static ept_status seek(ept_candidate **out, size_t *count, ept_arena *arena, void *ctx,
                       const char *slot, uint64_t seed, size_t limit)
{
    const delivery_pool *pool = ctx;
    ept_bank_entry *entries = NULL;
    *out = NULL;
    ept_status st =
        ept_bank_seek(&entries, count, arena, pool->bank, slot, seed >> 1, limit + pool->met_count);
    return st == EPT_OK ? convert(out, arena, pool, entries, *count) : st;
}

static ept_status group(ept_candidate **out, size_t *count, ept_arena *arena, void *ctx,
                        const char *name)
{
    const delivery_pool *pool = ctx;
    ept_bank_entry *entries = NULL;
    *out = NULL;
    ept_status st = ept_bank_group(&entries, count, arena, pool->bank, name);
    return st == EPT_OK ? convert(out, arena, pool, entries, *count) : st;
}

static ept_status count_of(size_t *out, void *ctx, const char *slot)
{
    const delivery_pool *pool = ctx;
    return ept_bank_slot_count(out, pool->bank, slot);
}

ept_pool delivery_pool_view(delivery_pool *pool)
{
    return (ept_pool){pool, seek, group, count_of};
}
