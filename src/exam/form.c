/* SPDX-License-Identifier: MIT */
/* form.c - fills the numbers of a pattern from a pool. Each number takes the candidate that breaks
 * the least: an item met before, a repeated tag, a second member of a group, a key place forced too
 * often, then uneven units, sectors and levels; ties go to the pool's order. Kind and "no item
 * twice" are never broken. */
#include "epstopik/form.h"

#include <string.h>

#include "epstopik/rng.h"
#include "epstopik/str.h"
#include "exam_priv.h"

enum { WINDOW = 64, WINDOW_EACH = 8, WINDOW_WIDE = 4096 };

typedef struct assembly {
    ept_arena *arena;
    const ept_blueprint *blueprint;
    const ept_pool *pool;
    ept_form *form;
    const ept_candidate *taken[EPT_NUMBERS_MAX]; /* by form index */
    ept_shortage *shortage;
} assembly;

/* What a candidate would break, heaviest first; compared as a tuple. */
typedef struct cost {
    bool met_before, tag_again, group_again, key_stuck;
    uint64_t met;
    int spread;
} cost;

static uint64_t seed_of(const char *a, uint64_t n, const char *b)
{
    ept_hasher h;
    ept_hash hash;
    ept_hasher_init(&h);
    ept_hasher_add_field(&h, a);
    ept_hasher_add_u64(&h, n);
    ept_hasher_add_field(&h, b);
    ept_hasher_end(&h, &hash);
    return ept_hash_u64(&hash);
}

static size_t index_of(const assembly *a, int number)
{
    return (size_t)(number - a->form->items[0].number);
}

static bool is_taken(const assembly *a, const char *id)
{
    for (size_t i = 0; i < a->form->count; i++) {
        if (a->taken[i] && ept_streq(a->taken[i]->id, id)) {
            return true;
        }
    }
    return false;
}

/* Uneven units first, then sectors (general may fill half), then levels (two fifths, two fifths, a
 * fifth). */
static int spread_cost(const assembly *a, const ept_candidate *c, const ept_slot_rule *rule)
{
    int unit = 0, sector = 0, level = 0, tag = 0;
    for (size_t i = 0; i < a->form->count; i++) {
        const ept_candidate *t = a->taken[i];
        if (!t) {
            continue;
        }
        unit += t->unit == c->unit;
        sector += ept_streq(t->sector, c->sector);
        level += t->level == c->level;
        tag += rule->spread_tag && ept_streq(t->slot, c->slot) && ept_streq(t->tag, c->tag);
    }
    int total = (int)a->form->count;
    int sector_share = ept_streq(c->sector, "general") ? total / 2 : total / 8;
    int level_share = c->level == 3 ? total / 5 : total * 2 / 5;
    int over_sector = sector >= sector_share ? sector - sector_share + 1 : 0;
    int over_level = level >= level_share ? level - level_share + 1 : 0;
    return 1000 * tag + 4 * unit + 3 * over_sector + 2 * over_level;
}

/* The place a numeric item forces on its key; 0 when it is free. */
static uint8_t forced_place(const ept_candidate *c)
{
    for (uint8_t p = 0; c && c->rising[0] != c->rising[1] && p < EPT_PLACES; p++) {
        if (c->rising[p] == 0) {
            return (uint8_t)(p + 1);
        }
    }
    return 0;
}

/* Whether at form index `i` the forced places alone would break the bounds of their section. */
static bool sticks(const assembly *a, const ept_candidate *c, size_t i)
{
    uint8_t place = forced_place(c);
    int row = 1, all = 1;
    bool unbroken = true;
    for (size_t k = i;
         place && k-- > 0 && a->form->items[k].section == a->form->items[i].section;) {
        bool same = forced_place(a->taken[k]) == place;
        unbroken = unbroken && same;
        row += unbroken;
        all += same;
    }
    return row > a->blueprint->key_row || all > a->blueprint->key_max;
}

static cost cost_of(const assembly *a, const ept_candidate *c, const ept_slot_rule *rule, size_t at)
{
    cost k = {.met_before = c->met != 0, .met = c->met};
    for (size_t i = 0; i < a->form->count; i++) {
        const ept_candidate *t = a->taken[i];
        int number = a->form->items[i].number;
        if (!t) {
            continue;
        }
        bool same_rule = number >= rule->first && number <= rule->last;
        k.tag_again |= rule->distinct_tag && same_rule && c->tag && ept_streq(t->tag, c->tag);
        k.group_again |= c->group && ept_streq(t->group, c->group);
    }
    k.key_stuck = sticks(a, c, at);
    k.spread = spread_cost(a, c, rule);
    return k;
}

static bool cheaper(const cost *x, const cost *y)
{
    if (x->met_before != y->met_before) {
        return !x->met_before;
    }
    if (x->tag_again != y->tag_again) {
        return !x->tag_again;
    }
    if (x->group_again != y->group_again) {
        return !x->group_again;
    }
    if (x->key_stuck != y->key_stuck) {
        return !x->key_stuck;
    }
    return x->met != y->met ? x->met < y->met : x->spread < y->spread;
}

static bool spotless(const cost *k)
{
    return !k->met_before && !k->tag_again && !k->group_again && !k->key_stuck;
}

static ept_status short_of(const assembly *a, const ept_slot_rule *rule, const char *slot)
{
    size_t found = 0;
    ept_status st = a->pool->count(&found, a->pool->ctx, slot);
    if (st != EPT_OK) {
        return st;
    }
    size_t needed = 0;
    for (size_t i = 0; i < a->blueprint->rule_count; i++) {
        const ept_slot_rule *r = &a->blueprint->rules[i];
        for (size_t k = 0; k < r->slot_count; k++) {
            if (ept_streq(r->slots[k], slot)) {
                needed += r->one_group ? 1 : (size_t)(r->last - r->first + 1);
            }
        }
    }
    *a->shortage = (ept_shortage){slot, rule->first, needed, found};
    return ept_fail(EPT_E_SHORT, "slot %s: %zu needed, %zu found", slot, needed, found);
}

static void take(assembly *a, int number, const ept_candidate *c)
{
    size_t i = index_of(a, number);
    a->taken[i] = c;
    a->form->items[i].id = c->id;
    a->form->items[i].slot = c->slot;
    a->form->items[i].play_ms = c->play_ms;
}

/* The cheapest candidate of the window, or NULL. */
static const ept_candidate *best_of(const assembly *a, const ept_slot_rule *rule,
                                    const ept_candidate *window, size_t count, int number,
                                    cost *least)
{
    const ept_candidate *best = NULL;
    for (size_t i = 0; i < count; i++) {
        const ept_candidate *c = &window[i];
        if (is_taken(a, c->id)) {
            continue;
        }
        cost k = cost_of(a, c, rule, index_of(a, number));
        if (!best || cheaper(&k, least)) {
            best = c;
            *least = k;
        }
    }
    return best;
}

static size_t window_size(const ept_slot_rule *rule)
{
    return WINDOW + WINDOW_EACH * (size_t)(rule->last - rule->first + 1);
}

/* A rule of one slot: its numbers are filled one by one. */
static ept_status fill_single(assembly *a, const ept_slot_rule *rule)
{
    const char *slot = rule->slots[0];
    ept_candidate *window = NULL;
    size_t count = 0;
    bool wide = false;
    uint64_t seed = seed_of("slot", a->form->seed, slot);
    ept_status st =
        a->pool->seek(&window, &count, a->arena, a->pool->ctx, slot, seed, window_size(rule));
    for (int number = rule->first; st == EPT_OK && number <= rule->last; number++) {
        cost k;
        const ept_candidate *best = best_of(a, rule, window, count, number, &k);
        if (!wide && count >= window_size(rule) && (!best || !spotless(&k))) {
            wide = true;
            st = a->pool->seek(&window, &count, a->arena, a->pool->ctx, slot, seed, WINDOW_WIDE);
            best = st == EPT_OK ? best_of(a, rule, window, count, number, &k) : NULL;
        }
        if (st == EPT_OK && !best) {
            return short_of(a, rule, slot);
        }
        if (st == EPT_OK) {
            take(a, number, best);
        }
    }
    return st;
}

/* The group's members for the rule's slots, in order; false when one is missing or taken. */
static bool members_for(const assembly *a, const ept_slot_rule *rule, const ept_candidate *members,
                        size_t count, const ept_candidate **chosen)
{
    size_t next = 0;
    for (size_t i = 0; i < count && next < rule->slot_count; i++) {
        if (ept_streq(members[i].slot, rule->slots[next]) && !is_taken(a, members[i].id)) {
            chosen[next++] = &members[i];
        }
    }
    return next == rule->slot_count;
}

static ept_status fill_group(assembly *a, const ept_slot_rule *rule)
{
    ept_candidate *window = NULL;
    size_t count = 0;
    uint64_t seed = seed_of("slot", a->form->seed, rule->slots[0]);
    ept_status st = a->pool->seek(&window, &count, a->arena, a->pool->ctx, rule->slots[0], seed,
                                  window_size(rule));
    const ept_candidate *best[EPT_RULE_SLOTS_MAX] = {NULL};
    cost least = {0};
    for (size_t i = 0; st == EPT_OK && i < count; i++) {
        const ept_candidate *chosen[EPT_RULE_SLOTS_MAX] = {NULL};
        ept_candidate *members = NULL;
        size_t member_count = 0;
        cost k = cost_of(a, &window[i], rule, index_of(a, rule->first));
        if (!window[i].group || k.group_again || (best[0] && !cheaper(&k, &least))) {
            continue;
        }
        st = a->pool->group(&members, &member_count, a->arena, a->pool->ctx, window[i].group);
        if (st == EPT_OK && members_for(a, rule, members, member_count, chosen)) {
            memcpy(best, chosen, sizeof best);
            least = k;
        }
    }
    if (st == EPT_OK && !best[0]) {
        return short_of(a, rule, rule->slots[0]);
    }
    for (size_t i = 0; st == EPT_OK && i < rule->slot_count; i++) {
        take(a, rule->first + (int)i, best[i]);
    }
    return st;
}

static void order_options(ept_form_item *item, const ept_candidate *c, uint8_t place, ept_rng *rng)
{
    if (c->rising[0] != c->rising[1]) {
        memcpy(item->order, c->rising, sizeof item->order);
        return;
    }
    uint8_t others[] = {1, 2, 3};
    ept_rng_shuffle(rng, others, sizeof others, 1);
    size_t next = 0;
    for (int p = 1; p <= EPT_PLACES; p++) {
        item->order[p - 1] = p == place ? 0 : others[next++];
    }
}

/* Orders of all options, a section at a time, so that the key's places balance within each. */
static void order_sections(assembly *a)
{
    ept_rng rng;
    ept_rng_seed(&rng, seed_of("order", a->form->seed, a->blueprint->id));
    for (size_t s = 0; s < a->blueprint->section_count; s++) {
        size_t count = 0;
        size_t first = ept_form_section(a->form, a->blueprint->sections[s].section, &count);
        uint8_t fixed[EPT_NUMBERS_MAX] = {0}, places[EPT_NUMBERS_MAX] = {0};
        for (size_t i = 0; i < count; i++) {
            const uint8_t *rising = a->taken[first + i]->rising;
            for (int p = 0; rising[0] != rising[1] && p < EPT_PLACES; p++) {
                fixed[i] = rising[p] == 0 ? (uint8_t)(p + 1) : fixed[i];
            }
        }
        exam_place_keys(places, fixed, count, a->blueprint->key_min, a->blueprint->key_max,
                        a->blueprint->key_row, &rng);
        for (size_t i = 0; i < count; i++) {
            order_options(&a->form->items[first + i], a->taken[first + i], places[i], &rng);
        }
    }
}

/* The numbers of all sections, empty. */
static ept_status lay_out(assembly *a, int number, uint64_t seed)
{
    size_t count = 0;
    for (size_t s = 0; s < a->blueprint->section_count; s++) {
        count += (size_t)(a->blueprint->sections[s].last - a->blueprint->sections[s].first + 1);
    }
    ept_form *form = ept_arena_alloc(a->arena, sizeof *form);
    ept_form_item *items = ept_arena_array(a->arena, count, sizeof *items);
    if (!form || !items) {
        return ept_fail(EPT_E_NOMEM, "form");
    }
    *form = (ept_form){number, seed, count, items};
    for (size_t s = 0, i = 0; s < a->blueprint->section_count; s++) {
        const ept_section_rule *rule = &a->blueprint->sections[s];
        for (int n = rule->first; n <= rule->last; n++, i++) {
            items[i].number = n;
            items[i].section = rule->section;
        }
    }
    a->form = form;
    return EPT_OK;
}

ept_status ept_form_assemble(const ept_form **out, ept_arena *arena, const ept_blueprint *blueprint,
                             const ept_pool *pool, int number, uint64_t seed,
                             ept_shortage *shortage)
{
    *out = NULL;
    *shortage = (ept_shortage){NULL, 0, 0, 0};
    if (number < 0 || number > EPT_FORM_NUMBER_MAX) {
        return ept_fail(EPT_E_INVAL, "form number %d: only 1 to %d", number, EPT_FORM_NUMBER_MAX);
    }
    assembly a = {.arena = arena, .blueprint = blueprint, .pool = pool, .shortage = shortage};
    uint64_t own = seed_of("form", (uint64_t)number, blueprint->id);
    ept_status st = lay_out(&a, number, number > 0 ? own : ept_mix64(own ^ seed));
    for (size_t i = 0; st == EPT_OK && i < blueprint->rule_count; i++) {
        const ept_slot_rule *rule = &blueprint->rules[i];
        st = rule->one_group ? fill_group(&a, rule) : fill_single(&a, rule);
    }
    if (st == EPT_OK) {
        order_sections(&a);
        *out = a.form;
    }
    return st;
}

int ept_form_place(const ept_form_item *item, int identity)
{
    for (int p = 0; p < EPT_PLACES; p++) {
        if (item->order[p] == identity) {
            return p + 1;
        }
    }
    return 0;
}

int ept_form_identity(const ept_form_item *item, int place)
{
    return place >= 1 && place <= EPT_PLACES ? item->order[place - 1] : -1;
}

size_t ept_form_section(const ept_form *form, ept_section section, size_t *count)
{
    size_t first = 0;
    *count = 0;
    for (size_t i = 0; i < form->count; i++) {
        if (form->items[i].section == section) {
            first = *count == 0 ? i : first;
            (*count)++;
        }
    }
    return first;
}

uint32_t ept_form_pause_ms(const ept_form *form, const ept_blueprint *blueprint,
                           const uint32_t *head_ms)
{
    const ept_sound_rule *sound = &blueprint->sound;
    size_t count = 0;
    size_t first = ept_form_section(form, EPT_SECTION_LISTENING, &count);
    if (!sound->auto_pause || count == 0) {
        return 0;
    }
    uint64_t used = 0;
    for (size_t i = first; i < first + count; i++) {
        uint32_t plays = (uint32_t)sound->plays;
        used += sound->countdown_ms + head_ms[i] + sound->gap_ms;
        used +=
            (uint64_t)form->items[i].play_ms * plays + (uint64_t)sound->between_ms * (plays - 1);
    }
    uint64_t left = used < sound->fill_to_ms ? sound->fill_to_ms - used : 0;
    uint64_t pause = left / count / 100 * 100;
    if (pause < sound->pause_min_ms) {
        pause = sound->pause_min_ms;
    }
    return pause > sound->pause_max_ms ? sound->pause_max_ms : (uint32_t)pause;
}
