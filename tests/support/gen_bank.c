/* SPDX-License-Identifier: MIT */
/* Items are dealt to slots by their share of the numbers in all patterns; sectors, units, levels
 * and tags come from the seed. Texts name their item, so that a mix-up shows. */
#include "gen_bank.h"

#include <stdio.h>
#include <string.h>

#include "../src/bank/bank_priv.h"
#include "../src/bank/source_priv.h"

#include "epstopik/rng.h"

enum { PICTURES = 64, FACTS = 40, SILENCES = 24, TEXT_BYTES = 96, WARM_UPS = 5 };

typedef struct gen {
    bank_src src;
    bank_writer *writer;
    ept_rng rng;
    ept_buf silences[SILENCES]; /* silences[i] lasts i + 1 seconds */
    ept_arena *arena;           /* one item */
    size_t made;
} gen;

static const char *text_of(gen *g, const char *what, const char *id, size_t n)
{
    return ept_arena_printf(g->arena, "%s %s %zu", what, id, n);
}

static const char *picture_id(gen *g)
{
    return ept_arena_printf(g->arena, "gen/p%02u", ept_rng_below(&g->rng, PICTURES));
}

static ept_status write_frame(gen *g)
{
    static const char svg[] =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 400\">"
        "<rect x=\"50\" y=\"50\" width=\"300\" height=\"300\" fill=\"#9DB6E3\"/></svg>";
    const char *names[EPT_LANG_COUNT] = {"그림", "сурет", "рисунок", "picture"};
    ept_status st = EPT_OK;

    for (size_t i = 0; i < PICTURES && st == EPT_OK; i++) {
        char id[16];
        (void)snprintf(id, sizeof id, "gen/p%02zu", i);
        st = bank_writer_picture(g->writer, id, (ept_str){svg, sizeof svg - 1}, names);
    }
    for (size_t i = 0; i < FACTS && st == EPT_OK; i++) {
        char id[16];
        (void)snprintf(id, sizeof id, "GEN-%02zu", i);
        st = bank_writer_fact(g->writer, &(ept_bank_fact){.id = id,
                                                          .law = "법",
                                                          .since = "long-standing",
                                                          .review_by = "2099-01-01",
                                                          .grade = "text",
                                                          .says = {"말", "сөз", "слово", "word"}});
    }
    for (size_t i = 0; i < g->src.slot_count && st == EPT_OK; i++) {
        st = bank_writer_slot(g->writer, &g->src.slots[i].out);
    }
    for (size_t i = 0; i < g->src.pattern_count && st == EPT_OK; i++) {
        st = bank_writer_pattern(g->writer, &g->src.patterns[i]);
    }
    for (size_t i = 0; i < g->src.exam_count && st == EPT_OK; i++) {
        st = bank_writer_exam(g->writer, &g->src.exams[i]);
    }
    return st;
}

static ept_status write_clip(gen *g, const char *id, uint32_t seconds)
{
    ept_buf *silence = &g->silences[seconds - 1];
    ept_hash recipe = {{0}};
    ept_status st = silence->n > 0 ? EPT_OK : bank_silence(silence, seconds * 1000);

    return st == EPT_OK ? bank_writer_clip(g->writer, id, seconds * 1000,
                                           (ept_str){silence->p, silence->n}, &recipe)
                        : st;
}

static ept_status write_common_clips(gen *g)
{
    ept_status st = write_clip(g, "bell", 1);

    for (int i = 1; i <= 40 && st == EPT_OK; i++) {
        char id[16];
        (void)snprintf(id, sizeof id, "number.%d", i);
        st = write_clip(g, id, 1);
    }
    for (int i = 1; i <= EPT_OPTIONS && st == EPT_OK; i++) {
        char id[16];
        (void)snprintf(id, sizeof id, "option.%d", i);
        st = write_clip(g, id, 1);
    }
    return st == EPT_OK ? write_clip(g, "check", 3) : st;
}

static void fill_stimulus(gen *g, const bank_src_slot *slot, ept_item *item, const char *owner)
{
    static const ept_doc_cell cells[2] = {{.text = "이름", .head = true, .span = 1},
                                          {.text = "굴누르", .span = 1}};
    static const ept_part part = {.kind = EPT_PART_FIELDS, .rows = 1, .columns = 2, .cells = cells};
    static const ept_document document = {
        .kind = "form", .title = "신청서", .part_count = 1, .parts = &part};

    if ((slot->stimulus & BANK_HAS_PICTURE) != 0) {
        item->picture = picture_id(g);
    }
    if ((slot->stimulus & BANK_HAS_PASSAGE) != 0) {
        item->passage = text_of(g, slot->blank == BANK_IN_PASSAGE ? "글 ( )" : "글", owner, 0);
    }
    if ((slot->stimulus & BANK_HAS_DOCUMENT) != 0) {
        item->document = &document;
    }
    if ((slot->stimulus & BANK_HAS_SCRIPT) != 0) {
        size_t turns = slot->turns.min > 0 ? (size_t)slot->turns.min : 1;
        ept_turn *script = ept_arena_array(g->arena, turns, sizeof *script);
        for (size_t i = 0; i < turns && script != NULL; i++) {
            script[i] = (ept_turn){i % 2 == 0 ? "man" : "woman", text_of(g, "말", owner, i), NULL};
        }
        item->script = script;
        item->turn_count = script != NULL ? turns : 0;
    }
}

static void fill_options(gen *g, const bank_src_slot *slot, ept_item *item)
{
    for (size_t i = 0; i < EPT_OPTIONS; i++) {
        if (slot->options == BANK_OPTIONS_PICTURE) {
            item->options[i].picture = picture_id(g);
        } else {
            item->options[i].text = text_of(g, "답", item->id, i);
        }
    }
    item->spoken = slot->options == BANK_OPTIONS_SPOKEN;
    for (size_t l = EPT_LANG_KK; l < EPT_LANG_COUNT; l++) {
        if (item->group == NULL && slot->stimulus != 0) {
            item->means[l].text = text_of(g, "text", item->id, l);
        }
        item->means[l].ask = item->ask != NULL ? text_of(g, "ask", item->id, l) : NULL;
        for (size_t i = 0; i < EPT_OPTIONS && slot->options != BANK_OPTIONS_PICTURE; i++) {
            item->means[l].options[i] = text_of(g, "option", item->id, i);
        }
    }
    for (size_t l = 0; l < EPT_LANG_COUNT; l++) {
        item->why[l] = text_of(g, "why", item->id, l);
    }
    for (size_t i = 0; i < EPT_TRAPS; i++) {
        item->traps[i] = "field";
    }
}

static ept_status write_clips_of(gen *g, const bank_src_slot *slot, const ept_item *item,
                                 uint32_t *play_ms)
{
    *play_ms = 0;
    if ((slot->stimulus & BANK_HAS_SCRIPT) == 0) {
        return EPT_OK;
    }
    uint32_t most = slot->longest_s > 4 ? (uint32_t)slot->longest_s / 2 : 3;
    uint32_t seconds = 2 + ept_rng_below(&g->rng, most > SILENCES - 2 ? SILENCES - 2 : most);
    ept_status st = write_clip(g, item->id, seconds);
    *play_ms = seconds * 1000;
    for (int i = 0; i < EPT_OPTIONS && item->spoken && st == EPT_OK; i++) {
        char id[64];
        (void)snprintf(id, sizeof id, "%s.%d", item->id, i);
        st = write_clip(g, id, 1);
        *play_ms += 2 * 1000 + 500; /* gap, number, option */
    }
    return st;
}

static ept_status write_item(gen *g, const bank_src_slot *slot, ept_item *item)
{
    static const char *const sectors[] = {"general",     "manufacturing", "construction",
                                          "agriculture", "fishery",       "services"};
    uint8_t rising[EPT_OPTIONS] = {0};
    const char *facts[1] = {NULL};
    uint32_t play_ms = 0;
    ept_hash hash;

    item->slot = slot->out.id;
    item->sector = sectors[ept_rng_below(&g->rng, 6)];
    item->unit = 1 + (int)ept_rng_below(&g->rng, 60);
    item->level = 1 + (int)ept_rng_below(&g->rng, 3);
    item->tag =
        slot->tag_count > 0 ? slot->tags[ept_rng_below(&g->rng, (uint32_t)slot->tag_count)] : NULL;
    item->ask = slot->ask == BANK_MUST ? text_of(g, "물음", item->id, 0) : NULL;
    if (slot->fact == BANK_MUST) {
        facts[0] = ept_arena_printf(g->arena, "GEN-%02u", ept_rng_below(&g->rng, FACTS));
        item->facts = facts;
        item->fact_count = 1;
    }
    fill_options(g, slot, item);
    if (slot->numeric == BANK_MAY && ept_rng_below(&g->rng, 4) == 0) {
        item->numeric = true;
        for (uint8_t i = 0; i < EPT_OPTIONS; i++) {
            rising[i] = i;
        }
        ept_rng_shuffle(&g->rng, rising, EPT_OPTIONS, 1);
    }
    ept_status st = write_clips_of(g, slot, item, &play_ms);
    return st == EPT_OK ? bank_writer_item(g->writer, item, rising, play_ms, &hash) : st;
}

static const char *new_id(gen *g, const bank_src_slot *slot)
{
    char first = slot->out.section[0] == 'r' ? 'r' : slot->out.section[1] == 'i' ? 'l' : 'w';

    return ept_arena_printf(g->arena, "%c-gen-%06zu", first, g->made++);
}

static ept_status make_item(gen *g, const bank_src_slot *slot, bool warm_up)
{
    ept_item item = {.warm_up = warm_up};

    ept_arena_reset(g->arena);
    item.id = new_id(g, slot);
    fill_stimulus(g, slot, &item, item.id != NULL ? item.id : "");
    return item.id != NULL ? write_item(g, slot, &item) : EPT_E_NOMEM;
}

/* One group with a member for each slot of a paired rule. */
static ept_status make_pair(gen *g, const ept_bank_rule *rule)
{
    ept_item group = {0};

    ept_arena_reset(g->arena);
    group.id = ept_arena_printf(g->arena, "g-gen-%06zu", g->made);
    const bank_src_slot *first = bank_slot_find(&g->src, rule->slots[0]);
    fill_stimulus(g, first, &group, group.id);
    for (size_t l = EPT_LANG_KK; l < EPT_LANG_COUNT; l++) {
        group.means[l].text = text_of(g, "text", group.id, l);
    }
    ept_status st = bank_writer_group(g->writer, &group);
    for (size_t i = 0; i < rule->slot_count && st == EPT_OK; i++) {
        const bank_src_slot *slot = bank_slot_find(&g->src, rule->slots[i]);
        ept_item item = {.id = new_id(g, slot),
                         .group = group.id,
                         .passage = group.passage,
                         .picture = group.picture,
                         .document = group.document,
                         .script = group.script,
                         .turn_count = group.turn_count};
        memcpy(item.means, group.means, sizeof item.means);
        st = write_item(g, slot, &item);
    }
    return st;
}

/* A number of some pattern, dealt in turn: each number is as likely as the next. */
static ept_status make_next(gen *g, size_t *pattern, size_t *rule, int *number)
{
    const ept_bank_pattern *p = &g->src.patterns[*pattern];
    const ept_bank_rule *r = &p->rules[*rule];
    size_t width = (size_t)(r->last - r->first + 1);
    ept_status st;

    if (r->one_group) {
        st = make_pair(g, r);
        *number = r->last;
    } else {
        const char *slot = r->slots[(size_t)(*number - r->first) %
                                    (width < r->slot_count ? width : r->slot_count)];
        st = make_item(g, bank_slot_find(&g->src, slot), false);
    }
    if (++*number > r->last) {
        if (++*rule == p->rule_count) {
            *rule = 0;
            *pattern = (*pattern + 1) % g->src.pattern_count;
        }
        *number = g->src.patterns[*pattern].rules[*rule].first;
    }
    return st;
}

static ept_status make_all(gen *g, size_t n_items)
{
    size_t pattern = 0, rule = 0, warm[2] = {0, 0};
    int number = 1;
    ept_status st = EPT_OK;

    for (size_t i = 0; i < g->src.slot_count && st == EPT_OK; i++) {
        const bank_src_slot *slot = &g->src.slots[i];
        size_t section = slot->out.section[0] == 'r' ? 0 : 1;
        if (slot->group == BANK_NEVER && slot->out.section[1] != 'a' && warm[section] < WARM_UPS) {
            warm[section]++;
            st = make_item(g, slot, true);
        }
    }
    size_t wanted = g->made + n_items;
    while (g->made < wanted && st == EPT_OK) {
        st = make_next(g, &pattern, &rule, &number);
    }
    return st;
}

ept_status gen_bank_from(const char *path, const char *questions, size_t n_items, uint64_t seed)
{
    gen *g = ept_calloc(1, sizeof *g);
    ept_bank_sources sources = {.dir = questions};
    ept_bank_head head = {
        .id = "gen", .title = "Generated", .version = "1", .licence = "CC BY 4.0"};
    ept_status st = g != NULL ? ept_arena_new(&g->arena) : EPT_E_NOMEM;

    if (st == EPT_OK) {
        ept_rng_seed(&g->rng, seed);
        st = bank_src_open(&g->src, &sources);
    }
    if (st == EPT_OK) {
        st = bank_src_load_exams(&g->src);
    }
    if (st == EPT_OK && (g->src.errors > 0 || g->src.pattern_count == 0)) {
        st = ept_fail(EPT_E_FORMAT, "%s: its slots or patterns have faults", questions);
    }
    if (st == EPT_OK) {
        st = bank_writer_open(&g->writer, path);
    }
    if (st == EPT_OK) {
        st = write_frame(g);
    }
    if (st == EPT_OK) {
        st = write_common_clips(g);
    }
    if (st == EPT_OK) {
        st = make_all(g, n_items);
    }
    if (st == EPT_OK) {
        st = bank_writer_finish(g->writer, &head);
    }
    if (g != NULL) {
        bank_writer_free(g->writer);
        bank_src_close(&g->src);
        ept_arena_free(g->arena);
        for (size_t i = 0; i < SILENCES; i++) {
            ept_buf_clear(&g->silences[i]);
        }
        ept_free(g);
    }
    return st;
}
