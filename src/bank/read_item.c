/* SPDX-License-Identifier: MIT */
/* Reading one item: its rows are gathered, a group's stimulus among them, and nothing is handed out
 * before the hash over all of it matches. */
#include <string.h>

#include "bank_priv.h"

typedef struct reading {
    ept_bank *bank;
    ept_arena *arena;
    const char *id; /* the item, for messages */
} reading;

static ept_status no_memory(const reading *r)
{
    return ept_fail(EPT_E_NOMEM, "read item %s: out of memory", r->id);
}

static ept_status damaged(const reading *r, const char *why)
{
    return bank_bad(r->bank, "item", r->id, why);
}

/* A statement with its first value bound: the item or the owner of a stimulus. */
static ept_status start(ept_stmt **out, const reading *r, bank_sql which, const char *key)
{
    ept_status st = bank_stmt(out, r->bank, which);

    if (st == EPT_OK) {
        ept_bind_text(*out, 1, key);
    }
    return st;
}

static ept_status dup_columns(const char **const *to, size_t count, const reading *r,
                              ept_stmt *stmt, int column)
{
    ept_status st = EPT_OK;

    for (size_t i = 0; i < count && st == EPT_OK; i++) {
        st = ept_col_dup(to[i], r->arena, stmt, column + (int)i);
    }
    return st;
}

static ept_status read_item_row(ept_item *item, const reading *r)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    ept_status st = start(&stmt, r, BANK_SQL_ITEM, r->id);

    if (st == EPT_OK) {
        st = ept_step(&row, stmt);
    }
    if (st != EPT_OK || !row) {
        return st != EPT_OK ? st : damaged(r, "it is not there");
    }
    const char **const first[] = {&item->id, &item->slot, &item->sector, &item->tag, &item->group};
    st = dup_columns(first, sizeof first / sizeof first[0], r, stmt, 0);
    item->unit = (int)ept_col_int(stmt, 5);
    item->level = (int)ept_col_int(stmt, 6);
    item->warm_up = ept_col_int(stmt, 7) != 0;
    item->spoken = ept_col_int(stmt, 8) != 0;
    item->numeric = ept_col_int(stmt, 9) != 0;
    const char **const rest[] = {&item->ask,         &item->traps[0],    &item->traps[1],
                                 &item->traps[2],    &item->contrast[0], &item->contrast[1],
                                 &item->contrast[2], &item->contrast[3]};
    if (st == EPT_OK) {
        st = dup_columns(rest, sizeof rest / sizeof rest[0], r, stmt, 10);
    }
    ept_reset(stmt);
    if (st == EPT_OK && (item->id == NULL || item->slot == NULL || item->sector == NULL)) {
        st = damaged(r, "a text is missing");
    }
    return st;
}

static ept_status read_options(ept_item *item, const reading *r)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    ept_status st = start(&stmt, r, BANK_SQL_OPTIONS, r->id);

    while (st == EPT_OK && (st = ept_step(&row, stmt)) == EPT_OK && row) {
        int64_t place = ept_col_int(stmt, 0);
        if (place < 0 || place >= EPT_OPTIONS) {
            ept_reset(stmt);
            return damaged(r, "an option has no place");
        }
        ept_option *option = &item->options[place];
        const char **const to[] = {&option->text, &option->as, &option->picture};
        st = dup_columns(to, 3, r, stmt, 1);
    }
    return st;
}

static ept_status read_says(const char *says[EPT_LANG_COUNT], const reading *r, bank_sql which,
                            const char *key)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    ept_status st = start(&stmt, r, which, key);

    while (st == EPT_OK && (st = ept_step(&row, stmt)) == EPT_OK && row) {
        int64_t lang = ept_col_int(stmt, 0);
        if (lang < 0 || lang >= EPT_LANG_COUNT) {
            ept_reset(stmt);
            return damaged(r, "a text is in no language");
        }
        st = ept_col_dup(&says[lang], r->arena, stmt, 1);
    }
    return st;
}

static ept_status read_facts(ept_item *item, const reading *r)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    const char **facts = NULL;
    size_t n = 0;
    ept_status st = start(&stmt, r, BANK_SQL_ITEM_FACTS, r->id);

    while (st == EPT_OK && (st = ept_step(&row, stmt)) == EPT_OK && row) {
        facts = bank_grow(r->arena, facts, n, sizeof *facts);
        if (facts == NULL) {
            ept_reset(stmt);
            return no_memory(r);
        }
        st = ept_col_dup(&facts[n++], r->arena, stmt, 0);
    }
    item->facts = facts;
    item->fact_count = n;
    return st;
}

static ept_status read_turns(ept_item *item, const reading *r, const char *owner)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    ept_turn *turns = NULL;
    size_t n = 0;
    ept_status st = start(&stmt, r, BANK_SQL_TURNS, owner);

    while (st == EPT_OK && (st = ept_step(&row, stmt)) == EPT_OK && row) {
        turns = bank_grow(r->arena, turns, n, sizeof *turns);
        if (turns == NULL) {
            ept_reset(stmt);
            return no_memory(r);
        }
        const char **const to[] = {&turns[n].voice, &turns[n].text, &turns[n].as};
        n++;
        st = dup_columns(to, 3, r, stmt, 0);
    }
    item->script = turns;
    item->turn_count = n;
    return st;
}

static ept_status read_glosses(ept_item *item, const reading *r, const char *owner, bool text_only)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    ept_status st = start(&stmt, r, BANK_SQL_GLOSS, owner);

    while (st == EPT_OK && (st = ept_step(&row, stmt)) == EPT_OK && row) {
        int64_t lang = ept_col_int(stmt, 0);
        if (lang < 0 || lang >= EPT_LANG_COUNT) {
            ept_reset(stmt);
            return damaged(r, "a translation is in no language");
        }
        ept_gloss *gloss = &item->means[lang];
        if (text_only) {
            st = ept_col_dup(&gloss->text, r->arena, stmt, 1);
            continue;
        }
        const char **const to[] = {&gloss->text,       &gloss->ask,        &gloss->options[0],
                                   &gloss->options[1], &gloss->options[2], &gloss->options[3]};
        st = dup_columns(to, 6, r, stmt, 1);
    }
    return st;
}

static ept_status read_texts(const char *const **out, size_t *count, const reading *r,
                             bank_sql which, const char *owner)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    const char **texts = NULL;
    size_t n = 0;
    ept_status st = start(&stmt, r, which, owner);

    while (st == EPT_OK && (st = ept_step(&row, stmt)) == EPT_OK && row) {
        texts = bank_grow(r->arena, texts, n, sizeof *texts);
        if (texts == NULL) {
            ept_reset(stmt);
            return no_memory(r);
        }
        st = ept_col_dup(&texts[n++], r->arena, stmt, 0);
    }
    *out = texts;
    *count = n;
    return st;
}

static ept_status read_values(const double **out, size_t *count, const reading *r,
                              const char *owner)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    double *values = NULL;
    size_t n = 0;
    ept_status st = start(&stmt, r, BANK_SQL_CHART_VALUES, owner);

    while (st == EPT_OK && (st = ept_step(&row, stmt)) == EPT_OK && row) {
        values = bank_grow(r->arena, values, n, sizeof *values);
        if (values == NULL) {
            ept_reset(stmt);
            return no_memory(r);
        }
        values[n++] = ept_col_real(stmt, 0);
    }
    *out = values;
    *count = n;
    return st;
}

static ept_status read_chart(const ept_chart_data **out, const reading *r, const char *owner)
{
    ept_chart_data *chart = ept_arena_alloc(r->arena, sizeof *chart);
    ept_stmt *stmt = NULL;
    bool row = false;
    size_t labels = 0, names = 0, values = 0;

    *out = chart;
    if (chart == NULL) {
        return no_memory(r);
    }
    ept_status st = start(&stmt, r, BANK_SQL_CHART, owner);
    if (st == EPT_OK) {
        st = ept_step(&row, stmt);
    }
    if (st != EPT_OK || !row) {
        return st != EPT_OK ? st : damaged(r, "its chart is not there");
    }
    int64_t kind = ept_col_int(stmt, 0);
    int64_t points = ept_col_int(stmt, 2);
    int64_t series = ept_col_int(stmt, 3);
    st = ept_col_dup(&chart->unit, r->arena, stmt, 1);
    ept_reset(stmt);
    if (st == EPT_OK) {
        st = read_texts(&chart->labels, &labels, r, BANK_SQL_CHART_LABELS, owner);
    }
    if (st == EPT_OK) {
        st = read_texts(&chart->series_names, &names, r, BANK_SQL_CHART_SERIES, owner);
    }
    if (st == EPT_OK) {
        st = read_values(&chart->values, &values, r, owner);
    }
    if (st == EPT_OK && (kind < EPT_DOC_BAR || kind > EPT_DOC_PIE || points != (int64_t)labels ||
                         series != (int64_t)names || values != labels * names)) {
        st = damaged(r, "its chart does not fit together");
    }
    chart->kind = (ept_doc_chart)kind;
    chart->point_count = labels;
    chart->series_count = names;
    return st;
}

static ept_status read_cell(ept_doc_cell *cell, const reading *r, ept_stmt *stmt)
{
    const char **const to[] = {&cell->text, &cell->picture};
    ept_status st = dup_columns(to, 2, r, stmt, 0);
    int64_t align = ept_col_int(stmt, 5);
    int64_t span = ept_col_int(stmt, 6);

    if (st == EPT_OK &&
        (align < EPT_DOC_LEFT || align > EPT_DOC_CENTRE || span < 0 || span > 255)) {
        st = damaged(r, "a cell of its document is damaged");
    }
    cell->head = ept_col_int(stmt, 2) != 0;
    cell->bold = ept_col_int(stmt, 3) != 0;
    cell->tick = ept_col_int(stmt, 4) != 0;
    cell->align = (ept_doc_align)align;
    cell->span = (uint8_t)span;
    return st;
}

static ept_status read_cells(ept_part *part, const reading *r, const char *owner, size_t seq)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    ept_doc_cell *cells = NULL;
    size_t n = 0;
    ept_status st = start(&stmt, r, BANK_SQL_CELLS, owner);

    if (st == EPT_OK) {
        ept_bind_int(stmt, 2, (int64_t)seq);
    }
    while (st == EPT_OK && (st = ept_step(&row, stmt)) == EPT_OK && row) {
        cells = bank_grow(r->arena, cells, n, sizeof *cells);
        if (cells == NULL) {
            ept_reset(stmt);
            return no_memory(r);
        }
        st = read_cell(&cells[n++], r, stmt);
        if (st != EPT_OK) {
            ept_reset(stmt);
        }
    }
    part->cells = cells;
    if (st == EPT_OK && (part->columns > n || part->rows > n || part->rows * part->columns != n)) {
        st = damaged(r, "a table of its document does not fit together");
    }
    return st;
}

static ept_status read_part_rows(ept_part **out, size_t *count, const reading *r, const char *owner)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    ept_part *parts = NULL;
    size_t n = 0;
    ept_status st = start(&stmt, r, BANK_SQL_PARTS, owner);

    *out = NULL;
    *count = 0;
    while (st == EPT_OK && (st = ept_step(&row, stmt)) == EPT_OK && row) {
        int64_t kind = ept_col_int(stmt, 0);
        parts = bank_grow(r->arena, parts, n, sizeof *parts);
        if (parts == NULL || kind < EPT_PART_FIELDS || kind > EPT_PART_CHART) {
            ept_reset(stmt);
            return parts == NULL ? no_memory(r)
                                 : damaged(r, "a part of its document is of no kind");
        }
        parts[n++] = (ept_part){
            .kind = (ept_part_kind)kind,
            .rows = (size_t)ept_col_int(stmt, 1),
            .columns = (size_t)ept_col_int(stmt, 2),
            .head_rows = (size_t)ept_col_int(stmt, 3),
            .foot_rows = (size_t)ept_col_int(stmt, 4),
        };
    }
    *out = parts;
    *count = n;
    return st;
}

static ept_status read_document(ept_item *item, const reading *r, const char *owner)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    ept_part *parts = NULL;
    ept_status st = start(&stmt, r, BANK_SQL_DOCUMENT, owner);

    if (st == EPT_OK) {
        st = ept_step(&row, stmt);
    }
    if (st != EPT_OK || !row) {
        return st;
    }
    ept_document *document = ept_arena_alloc(r->arena, sizeof *document);
    if (document == NULL) {
        ept_reset(stmt);
        return no_memory(r);
    }
    const char **const to[] = {&document->kind, &document->title, &document->right};
    st = dup_columns(to, 3, r, stmt, 0);
    ept_reset(stmt);
    if (st == EPT_OK) {
        st = read_part_rows(&parts, &document->part_count, r, owner);
    }
    for (size_t i = 0; i < document->part_count && st == EPT_OK; i++) {
        st = read_cells(&parts[i], r, owner, i);
        if (st == EPT_OK && parts[i].kind == EPT_PART_CHART) {
            st = read_chart(&parts[i].chart, r, owner);
        }
    }
    document->parts = parts;
    item->document = document;
    return st;
}

static ept_status read_stimulus(ept_item *item, const reading *r, const char *owner)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    ept_status st = start(&stmt, r, BANK_SQL_STIMULUS, owner);

    if (st == EPT_OK) {
        st = ept_step(&row, stmt);
    }
    if (st == EPT_OK && row) {
        const char **const to[] = {&item->picture, &item->passage};
        st = dup_columns(to, 2, r, stmt, 0);
        ept_reset(stmt);
    }
    if (st == EPT_OK) {
        st = read_document(item, r, owner);
    }
    return st == EPT_OK ? read_turns(item, r, owner) : st;
}

static ept_status lookup(ept_hash *out, void *ctx, const char *kind, const char *id)
{
    bank_mark mark;
    ept_status st = bank_manifest_get(&mark, ctx, kind, id);

    *out = mark.hash;
    return st;
}

static ept_status read_rows(ept_item *item, const reading *r)
{
    ept_status st = read_item_row(item, r);

    if (st == EPT_OK) {
        st = read_options(item, r);
    }
    if (st == EPT_OK) {
        st = read_says(item->why, r, BANK_SQL_WHY, r->id);
    }
    if (st == EPT_OK) {
        st = read_facts(item, r);
    }
    if (st == EPT_OK) {
        st = read_glosses(item, r, r->id, false);
    }
    if (st == EPT_OK) {
        st = read_stimulus(item, r, item->group != NULL ? item->group : r->id);
    }
    if (st == EPT_OK && item->group != NULL) {
        st = read_glosses(item, r, item->group, true);
    }
    return st;
}

ept_status ept_bank_item(const ept_item **out, ept_arena *arena, ept_bank *bank, const char *id)
{
    bank_mark mark;
    reading r = {bank, arena, id};
    ept_status st = bank_manifest_get(&mark, bank, "item", id);

    *out = NULL;
    if (st != EPT_OK) {
        return st;
    }
    ept_item *item = ept_arena_alloc(arena, sizeof *item);
    if (item == NULL) {
        return no_memory(&r);
    }
    st = read_rows(item, &r);
    if (st == EPT_OK) {
        st = bank_hash_item(&item->hash, item, lookup, bank);
        if (st == EPT_E_NOT_FOUND) {
            st = damaged(&r, "what it shows is not in the bank");
        }
    }
    if (st == EPT_OK && !ept_hash_eq(&item->hash, &mark.hash)) {
        st = damaged(&r, "its hash does not match");
    }
    if (st == EPT_OK) {
        *out = item;
    }
    return bank_named(st, bank, "item", id);
}

ept_status ept_bank_item_hash(ept_hash *out, ept_bank *bank, const char *id)
{
    bank_mark mark;
    ept_status st = bank_manifest_get(&mark, bank, "item", id);

    *out = mark.hash;
    return st;
}
