/* SPDX-License-Identifier: MIT */
/* What the manifest's hashes are taken over: each entry as it is served, field by field with its
 * length, so that nothing can move from one field to the next unnoticed. */
#include <string.h>

#include "bank_priv.h"

#include "epstopik/hash.h"

static void add_says(ept_hasher *h, const char *const says[EPT_LANG_COUNT])
{
    for (size_t i = 0; i < EPT_LANG_COUNT; i++) {
        ept_hasher_add_field(h, says[i]);
    }
}

static void add_u64(ept_hasher *h, size_t value)
{
    ept_hasher_add_u64(h, (uint64_t)value);
}

typedef struct hashing {
    ept_hasher h;
    bank_hash_lookup *lookup;
    void *ctx;
    ept_status st;
} hashing;

/* An id and the hash of what it names, so that a changed picture changes its items. */
static void add_ref(hashing *a, const char *kind, const char *id)
{
    ept_hash hash;

    ept_hasher_add_field(&a->h, id);
    if (id == NULL || a->st != EPT_OK) {
        return;
    }
    a->st = a->lookup(&hash, a->ctx, kind, id);
    if (a->st == EPT_OK) {
        ept_hasher_add(&a->h, hash.b, sizeof hash.b);
    }
}

static void add_chart(hashing *a, const ept_chart_data *chart)
{
    add_u64(&a->h, (size_t)chart->kind);
    ept_hasher_add_field(&a->h, chart->unit);
    add_u64(&a->h, chart->point_count);
    add_u64(&a->h, chart->series_count);
    for (size_t i = 0; i < chart->point_count; i++) {
        ept_hasher_add_field(&a->h, chart->labels[i]);
    }
    for (size_t i = 0; i < chart->series_count; i++) {
        ept_hasher_add_field(&a->h, chart->series_names[i]);
    }
    for (size_t i = 0; i < chart->point_count * chart->series_count; i++) {
        uint64_t bits = 0;
        memcpy(&bits, &chart->values[i], sizeof bits);
        ept_hasher_add_u64(&a->h, bits);
    }
}

static void add_part(hashing *a, const ept_part *part)
{
    add_u64(&a->h, (size_t)part->kind);
    add_u64(&a->h, part->rows);
    add_u64(&a->h, part->columns);
    add_u64(&a->h, part->head_rows);
    add_u64(&a->h, part->foot_rows);
    for (size_t i = 0; i < part->rows * part->columns; i++) {
        const ept_doc_cell *cell = &part->cells[i];
        ept_hasher_add_field(&a->h, cell->text);
        add_ref(a, "picture", cell->picture);
        add_u64(&a->h, (size_t)cell->head | (size_t)cell->bold << 1 | (size_t)cell->tick << 2 |
                           (size_t)cell->align << 3 | (size_t)cell->span << 8);
    }
    if (part->chart != NULL) {
        add_chart(a, part->chart);
    }
}

static void add_document(hashing *a, const ept_document *document)
{
    add_u64(&a->h, document != NULL);
    if (document == NULL) {
        return;
    }
    ept_hasher_add_field(&a->h, document->kind);
    ept_hasher_add_field(&a->h, document->title);
    ept_hasher_add_field(&a->h, document->right);
    add_u64(&a->h, document->part_count);
    for (size_t i = 0; i < document->part_count; i++) {
        add_part(a, &document->parts[i]);
    }
}

static void add_stimulus(hashing *a, const ept_item *item)
{
    add_ref(a, "picture", item->picture);
    ept_hasher_add_field(&a->h, item->passage);
    add_document(a, item->document);
    add_u64(&a->h, item->turn_count);
    for (size_t i = 0; i < item->turn_count; i++) {
        ept_hasher_add_field(&a->h, item->script[i].voice);
        ept_hasher_add_field(&a->h, item->script[i].text);
        ept_hasher_add_field(&a->h, item->script[i].as);
    }
}

static void add_options(hashing *a, const ept_item *item)
{
    for (size_t i = 0; i < EPT_OPTIONS; i++) {
        ept_hasher_add_field(&a->h, item->options[i].text);
        ept_hasher_add_field(&a->h, item->options[i].as);
        add_ref(a, "picture", item->options[i].picture);
        ept_hasher_add_field(&a->h, item->contrast[i]);
    }
    for (size_t i = 0; i < EPT_TRAPS; i++) {
        ept_hasher_add_field(&a->h, item->traps[i]);
    }
    for (size_t l = 0; l < EPT_LANG_COUNT; l++) {
        ept_hasher_add_field(&a->h, item->means[l].text);
        ept_hasher_add_field(&a->h, item->means[l].ask);
        for (size_t i = 0; i < EPT_OPTIONS; i++) {
            ept_hasher_add_field(&a->h, item->means[l].options[i]);
        }
    }
}

ept_status bank_hash_item(ept_hash *out, const ept_item *item, bank_hash_lookup *lookup, void *ctx)
{
    hashing a = {.lookup = lookup, .ctx = ctx, .st = EPT_OK};

    ept_hasher_init(&a.h);
    ept_hasher_add_field(&a.h, "item");
    ept_hasher_add_field(&a.h, item->id);
    ept_hasher_add_field(&a.h, item->slot);
    ept_hasher_add_field(&a.h, item->sector);
    ept_hasher_add_field(&a.h, item->tag);
    ept_hasher_add_field(&a.h, item->group);
    ept_hasher_add_u64(&a.h, (uint64_t)item->unit);
    ept_hasher_add_u64(&a.h, (uint64_t)item->level);
    add_u64(&a.h, (size_t)item->warm_up | (size_t)item->spoken << 1 | (size_t)item->numeric << 2);
    add_stimulus(&a, item);
    ept_hasher_add_field(&a.h, item->ask);
    add_options(&a, item);
    add_says(&a.h, item->why);
    add_u64(&a.h, item->fact_count);
    for (size_t i = 0; i < item->fact_count; i++) {
        add_ref(&a, "fact", item->facts[i]);
    }
    ept_hasher_end(&a.h, out);
    return a.st;
}

void bank_hash_bytes(ept_hash *out, const char *kind, const char *id, const void *bytes, size_t n)
{
    ept_hasher h;

    ept_hasher_init(&h);
    ept_hasher_add_field(&h, kind);
    ept_hasher_add_field(&h, id);
    ept_hasher_add_u64(&h, n);
    ept_hasher_add(&h, bytes, n);
    ept_hasher_end(&h, out);
}

void bank_hash_names(ept_hash *out, const char *id, const char *const says[EPT_LANG_COUNT])
{
    ept_hasher h;

    ept_hasher_init(&h);
    ept_hasher_add_field(&h, "picture-name");
    ept_hasher_add_field(&h, id);
    add_says(&h, says);
    ept_hasher_end(&h, out);
}

void bank_hash_clip(ept_hash *out, const char *id, uint32_t ms, const void *opus, size_t n)
{
    ept_hasher h;

    ept_hasher_init(&h);
    ept_hasher_add_field(&h, "clip");
    ept_hasher_add_field(&h, id);
    ept_hasher_add_u64(&h, ms);
    ept_hasher_add_u64(&h, n);
    ept_hasher_add(&h, opus, n);
    ept_hasher_end(&h, out);
}

void bank_hash_slot(ept_hash *out, const ept_bank_slot *slot, size_t entries)
{
    ept_hasher h;

    ept_hasher_init(&h);
    ept_hasher_add_field(&h, "slot");
    ept_hasher_add_field(&h, slot->id);
    ept_hasher_add_field(&h, slot->section);
    ept_hasher_add_field(&h, slot->field);
    ept_hasher_add_field(&h, slot->options);
    add_says(&h, slot->says);
    ept_hasher_add_u64(&h, entries);
    ept_hasher_end(&h, out);
}

void bank_hash_pattern(ept_hash *out, const ept_bank_pattern *pattern)
{
    ept_hasher h;

    ept_hasher_init(&h);
    ept_hasher_add_field(&h, "pattern");
    ept_hasher_add_field(&h, pattern->id);
    ept_hasher_add_u64(&h, pattern->rule_count);
    for (size_t i = 0; i < pattern->rule_count; i++) {
        const ept_bank_rule *rule = &pattern->rules[i];
        ept_hasher_add_u64(&h, (uint64_t)rule->first);
        ept_hasher_add_u64(&h, (uint64_t)rule->last);
        ept_hasher_add_field(&h, rule->distinct);
        ept_hasher_add_field(&h, rule->spread);
        ept_hasher_add_u64(&h, rule->one_group);
        ept_hasher_add_u64(&h, rule->slot_count);
        for (size_t s = 0; s < rule->slot_count; s++) {
            ept_hasher_add_field(&h, rule->slots[s]);
        }
    }
    ept_hasher_end(&h, out);
}

void bank_hash_exam(ept_hash *out, const ept_bank_exam *exam)
{
    ept_hasher h;

    ept_hasher_init(&h);
    ept_hasher_add_field(&h, "exam");
    ept_hasher_add_field(&h, exam->id);
    ept_hasher_add_u64(&h, exam->setting_count);
    for (size_t i = 0; i < exam->setting_count; i++) {
        ept_hasher_add_field(&h, exam->settings[i].path);
        ept_hasher_add_field(&h, exam->settings[i].value);
    }
    ept_hasher_end(&h, out);
}

void bank_hash_fact(ept_hash *out, const ept_bank_fact *fact)
{
    ept_hasher h;

    ept_hasher_init(&h);
    ept_hasher_add_field(&h, "fact");
    ept_hasher_add_field(&h, fact->id);
    ept_hasher_add_field(&h, fact->law);
    ept_hasher_add_field(&h, fact->since);
    ept_hasher_add_field(&h, fact->review_by);
    ept_hasher_add_field(&h, fact->grade);
    add_says(&h, fact->says);
    ept_hasher_end(&h, out);
}

void bank_hash_lexicon(ept_hash *out, const bank_said *words, size_t count)
{
    ept_hasher h;

    ept_hasher_init(&h);
    ept_hasher_add_field(&h, "lexicon");
    ept_hasher_add_u64(&h, count);
    for (size_t i = 0; i < count; i++) {
        ept_hasher_add_field(&h, words[i].word);
        ept_hasher_add_field(&h, words[i].as);
    }
    ept_hasher_end(&h, out);
}

void bank_hash_list(ept_hash *out, const char *name, const char *const *ids, size_t count)
{
    ept_hasher h;

    ept_hasher_init(&h);
    ept_hasher_add_field(&h, name);
    ept_hasher_add_u64(&h, count);
    for (size_t i = 0; i < count; i++) {
        ept_hasher_add_field(&h, ids[i]);
    }
    ept_hasher_end(&h, out);
}

int64_t bank_rising_pack(const uint8_t rising[EPT_OPTIONS])
{
    int64_t packed = 0;

    if (rising[0] == 0 && rising[1] == 0 && rising[2] == 0 && rising[3] == 0) {
        return 0;
    }
    for (size_t i = 0; i < EPT_OPTIONS; i++) {
        packed |= (int64_t)(rising[i] + 1) << (3 * i);
    }
    return packed;
}

bool bank_rising_unpack(uint8_t rising[EPT_OPTIONS], int64_t packed)
{
    unsigned seen = 0;

    memset(rising, 0, EPT_OPTIONS);
    if (packed == 0) {
        return true;
    }
    for (size_t i = 0; i < EPT_OPTIONS; i++) {
        int64_t identity = (packed >> (3 * i) & 7) - 1;
        if (identity < 0 || identity >= EPT_OPTIONS) {
            return false;
        }
        rising[i] = (uint8_t)identity;
        seen |= 1U << identity;
    }
    return seen == 15U && packed >> 12 == 0;
}

int64_t bank_entry_mark(const ept_bank_entry *entry)
{
    ept_hasher h;
    ept_hash hash;

    ept_hasher_init(&h);
    ept_hasher_add_field(&h, entry->id);
    ept_hasher_add_field(&h, entry->slot);
    ept_hasher_add_field(&h, entry->sector);
    ept_hasher_add_field(&h, entry->tag);
    ept_hasher_add_field(&h, entry->group);
    ept_hasher_add_field(&h, entry->fact);
    ept_hasher_add_u64(&h, (uint64_t)entry->unit);
    ept_hasher_add_u64(&h, (uint64_t)entry->level);
    ept_hasher_add_u64(&h, (uint64_t)bank_rising_pack(entry->rising));
    ept_hasher_add_u64(&h, entry->shuffle);
    ept_hasher_add_u64(&h, entry->play_ms);
    ept_hasher_end(&h, &hash);
    return (int64_t)(ept_hash_u64(&hash) >> 1);
}

uint64_t bank_shuffle_of(const char *id)
{
    ept_hash hash;

    ept_hash_of(&hash, id, strlen(id));
    return ept_hash_u64(&hash) >> 1;
}

void bank_hash_block_row(ept_hasher *h, const char *name, const uint8_t hash[EPT_HASH_BYTES],
                         uint32_t ms)
{
    ept_hasher_add_field(h, name);
    ept_hasher_add(h, hash, EPT_HASH_BYTES);
    ept_hasher_add_u64(h, ms);
}

void bank_hash_head(ept_hash *out, const ept_bank_head *head, size_t entries, const uint8_t *blocks,
                    size_t block_count)
{
    ept_hasher h;

    ept_hasher_init(&h);
    ept_hasher_add_field(&h, "bank");
    ept_hasher_add_field(&h, head->id);
    ept_hasher_add_field(&h, head->title);
    ept_hasher_add_field(&h, head->version);
    ept_hasher_add_field(&h, head->licence);
    ept_hasher_add_u64(&h, head->items);
    ept_hasher_add_u64(&h, head->pictures);
    ept_hasher_add_u64(&h, head->clips);
    ept_hasher_add_u64(&h, entries);
    ept_hasher_add(&h, blocks, block_count * EPT_HASH_BYTES);
    ept_hasher_end(&h, out);
}
