/* SPDX-License-Identifier: MIT */
/* disjoint.c - a pool that hides what earlier forms have used, asked for form after form. */
#include "disjoint.h"

#include <string.h>

#include "epstopik/form.h"
#include "epstopik/hash.h"
#include "epstopik/str.h"
#include "tally.h"

enum { USED_SLOTS = 8192 }; /* over twice DISJOINT_MAX forms of EPT_NUMBERS_MAX items */

typedef struct pool {
    ept_bank *bank;
    const char *used[USED_SLOTS];
    tally slots; /* used items by slot */
} pool;

static size_t place_of(const pool *p, const char *id)
{
    ept_hash hash;
    ept_hash_of(&hash, id, strlen(id));
    size_t at = (size_t)(ept_hash_u64(&hash) % USED_SLOTS);
    while (p->used[at] && strcmp(p->used[at], id) != 0) {
        at = (at + 1) % USED_SLOTS;
    }
    return at;
}

static ept_status convert(ept_candidate **out, size_t *count, ept_arena *arena, const pool *p,
                          const ept_bank_entry *entries, size_t found, size_t limit)
{
    *count = 0;
    *out = ept_arena_array(arena, found, sizeof **out);
    if (!*out) {
        return ept_fail(EPT_E_NOMEM, "candidates");
    }
    for (size_t i = 0; i < found && *count < limit; i++) {
        const ept_bank_entry *e = &entries[i];
        if (p->used[place_of(p, e->id)]) {
            continue;
        }
        ept_candidate *to = &(*out)[(*count)++];
        *to = (ept_candidate){.id = e->id,
                              .slot = e->slot,
                              .sector = e->sector,
                              .tag = e->tag,
                              .group = e->group,
                              .unit = e->unit,
                              .level = e->level,
                              .play_ms = e->play_ms};
        memcpy(to->rising, e->rising, sizeof to->rising);
    }
    return EPT_OK;
}

static ept_status seek(ept_candidate **out, size_t *count, ept_arena *arena, void *ctx,
                       const char *slot, uint64_t seed, size_t limit)
{
    const pool *p = ctx;
    const tally_row *used = tally_find(&p->slots, slot);
    ept_bank_entry *entries = NULL;
    size_t found = 0;
    ept_status st = ept_bank_seek(&entries, &found, arena, p->bank, slot, seed >> 1,
                                  limit + (used ? used->count : 0));
    return st == EPT_OK ? convert(out, count, arena, p, entries, found, limit) : st;
}

static ept_status group(ept_candidate **out, size_t *count, ept_arena *arena, void *ctx,
                        const char *name)
{
    const pool *p = ctx;
    ept_bank_entry *entries = NULL;
    size_t found = 0;
    ept_status st = ept_bank_group(&entries, &found, arena, p->bank, name);
    return st == EPT_OK ? convert(out, count, arena, p, entries, found, found) : st;
}

static ept_status count_of(size_t *out, void *ctx, const char *slot)
{
    const pool *p = ctx;
    const tally_row *used = tally_find(&p->slots, slot);
    ept_status st = ept_bank_slot_count(out, p->bank, slot);
    *out -= st == EPT_OK && used ? used->count : 0;
    return st;
}

static ept_status use_up(pool *p, ept_arena *arena, const ept_form *form)
{
    ept_status st = EPT_OK;
    for (size_t i = 0; i < form->count && st == EPT_OK; i++) {
        const char *id = ept_arena_strdup(arena, form->items[i].id);
        const char *slot = ept_arena_strdup(arena, form->items[i].slot);
        if (!id || !slot) {
            return ept_fail(EPT_E_NOMEM, "forms");
        }
        st = tally_add(&p->slots, slot, 0);
        if (st == EPT_OK) {
            p->used[place_of(p, id)] = id;
        }
    }
    return st;
}

ept_status disjoint_forms(size_t *out, const char **slot, ept_arena *arena, ept_bank *bank,
                          const ept_blueprint *blueprint)
{
    pool *p = ept_calloc(1, sizeof *p);
    ept_arena *scratch = NULL;
    ept_shortage shortage = {0};
    *out = 0;
    *slot = NULL;
    if (!p) {
        return ept_fail(EPT_E_NOMEM, "forms");
    }
    p->bank = bank;
    ept_status st = ept_arena_new(&scratch);
    while (st == EPT_OK && *out < DISJOINT_MAX) {
        const ept_pool view = {p, seek, group, count_of};
        const ept_form *form = NULL;
        ept_arena_reset(scratch);
        st = ept_form_assemble(&form, scratch, blueprint, &view, 0, *out + 1, &shortage);
        if (st == EPT_OK) {
            st = use_up(p, arena, form);
            *out += st == EPT_OK;
        }
    }
    if (st == EPT_E_SHORT) {
        *slot = ept_arena_strdup(arena, shortage.slot);
        st = EPT_OK;
    }
    ept_arena_free(scratch);
    tally_clear(&p->slots);
    ept_free(p);
    return st;
}
