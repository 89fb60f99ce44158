/* SPDX-License-Identifier: MIT */
/* Writing one item: its own rows, the stimulus it owns or its group owns, its entry for assembly.
 */
#include <stdio.h>
#include <string.h>

#include "writer_priv.h"

static ept_status put_chart(bank_writer *w, const char *owner, const ept_chart_data *chart)
{
    ept_stmt *stmt = NULL;
    ept_status st = writer_ready(&stmt, w, PUT_CHART);

    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, owner);
        ept_bind_int(stmt, 2, chart->kind);
        ept_bind_text(stmt, 3, chart->unit);
        ept_bind_int(stmt, 4, (int64_t)chart->point_count);
        ept_bind_int(stmt, 5, (int64_t)chart->series_count);
        st = ept_stmt_run(stmt);
    }
    for (size_t i = 0; i < chart->point_count && st == EPT_OK; i++) {
        st = writer_numbered(w, PUT_CHART_LABEL, owner, i, chart->labels[i]);
    }
    for (size_t i = 0; i < chart->series_count && st == EPT_OK; i++) {
        st = writer_numbered(w, PUT_CHART_SERIES, owner, i, chart->series_names[i]);
    }
    for (size_t i = 0; i < chart->point_count * chart->series_count && st == EPT_OK; i++) {
        st = writer_ready(&stmt, w, PUT_CHART_VALUE);
        if (st == EPT_OK) {
            ept_bind_text(stmt, 1, owner);
            ept_bind_int(stmt, 2, (int64_t)i);
            ept_bind_real(stmt, 3, chart->values[i]);
            st = ept_stmt_run(stmt);
        }
    }
    return st;
}

static ept_status put_cell(bank_writer *w, const char *owner, size_t part, size_t seq,
                           const ept_doc_cell *cell)
{
    ept_stmt *stmt = NULL;
    ept_status st = writer_ready(&stmt, w, PUT_CELL);

    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, owner);
        ept_bind_int(stmt, 2, (int64_t)part);
        ept_bind_int(stmt, 3, (int64_t)seq);
        ept_bind_text(stmt, 4, cell->text);
        ept_bind_text(stmt, 5, cell->picture);
        ept_bind_int(stmt, 6, cell->head);
        ept_bind_int(stmt, 7, cell->bold);
        ept_bind_int(stmt, 8, cell->tick);
        ept_bind_int(stmt, 9, cell->align);
        ept_bind_int(stmt, 10, cell->span);
        st = ept_stmt_run(stmt);
    }
    return st;
}

static ept_status put_document(bank_writer *w, const char *owner, const ept_document *document)
{
    ept_stmt *stmt = NULL;
    ept_status st = writer_ready(&stmt, w, PUT_DOCUMENT);

    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, owner);
        ept_bind_text(stmt, 2, document->kind);
        ept_bind_text(stmt, 3, document->title);
        ept_bind_text(stmt, 4, document->right);
        st = ept_stmt_run(stmt);
    }
    for (size_t p = 0; p < document->part_count && st == EPT_OK; p++) {
        const ept_part *part = &document->parts[p];
        st = writer_ready(&stmt, w, PUT_PART);
        if (st == EPT_OK) {
            ept_bind_text(stmt, 1, owner);
            ept_bind_int(stmt, 2, (int64_t)p);
            ept_bind_int(stmt, 3, part->kind);
            ept_bind_int(stmt, 4, (int64_t)part->rows);
            ept_bind_int(stmt, 5, (int64_t)part->columns);
            ept_bind_int(stmt, 6, (int64_t)part->head_rows);
            ept_bind_int(stmt, 7, (int64_t)part->foot_rows);
            st = ept_stmt_run(stmt);
        }
        for (size_t i = 0; i < part->rows * part->columns && st == EPT_OK; i++) {
            st = put_cell(w, owner, p, i, &part->cells[i]);
        }
        if (st == EPT_OK && part->chart != NULL) {
            st = put_chart(w, owner, part->chart);
        }
    }
    return st;
}

static ept_status put_stimulus(bank_writer *w, const ept_item *item)
{
    ept_stmt *stmt = NULL;
    ept_status st = EPT_OK;

    if (item->picture != NULL || item->passage != NULL) {
        st = writer_ready(&stmt, w, PUT_STIMULUS);
        if (st == EPT_OK) {
            ept_bind_text(stmt, 1, item->id);
            ept_bind_text(stmt, 2, item->picture);
            ept_bind_text(stmt, 3, item->passage);
            st = ept_stmt_run(stmt);
        }
    }
    if (st == EPT_OK && item->document != NULL) {
        st = put_document(w, item->id, item->document);
    }
    for (size_t i = 0; i < item->turn_count && st == EPT_OK; i++) {
        st = writer_ready(&stmt, w, PUT_TURN);
        if (st == EPT_OK) {
            ept_bind_text(stmt, 1, item->id);
            ept_bind_int(stmt, 2, (int64_t)i);
            ept_bind_text(stmt, 3, item->script[i].voice);
            ept_bind_text(stmt, 4, item->script[i].text);
            ept_bind_text(stmt, 5, item->script[i].as);
            st = ept_stmt_run(stmt);
        }
    }
    return st;
}

/* own_text: the translation of the stimulus is this owner's, not its group's. */
static ept_status put_glosses(bank_writer *w, const ept_item *item, bool own_text)
{
    ept_status st = EPT_OK;

    for (size_t l = 0; l < EPT_LANG_COUNT && st == EPT_OK; l++) {
        const ept_gloss *gloss = &item->means[l];
        const char *text = own_text ? gloss->text : NULL;
        ept_stmt *stmt = NULL;
        if (text == NULL && gloss->ask == NULL && gloss->options[0] == NULL) {
            continue;
        }
        st = writer_ready(&stmt, w, PUT_GLOSS);
        if (st == EPT_OK) {
            ept_bind_text(stmt, 1, item->id);
            ept_bind_int(stmt, 2, (int64_t)l);
            ept_bind_text(stmt, 3, text);
            ept_bind_text(stmt, 4, gloss->ask);
            for (int i = 0; i < EPT_OPTIONS; i++) {
                ept_bind_text(stmt, 5 + i, gloss->options[i]);
            }
            st = ept_stmt_run(stmt);
        }
    }
    return st;
}

ept_status bank_writer_group(bank_writer *w, const ept_item *group)
{
    ept_status st = put_stimulus(w, group);

    return st == EPT_OK ? put_glosses(w, group, true) : st;
}

static ept_status lookup(ept_hash *out, void *ctx, const char *kind, const char *id)
{
    bank_writer *w = ctx;
    char name[BANK_NAME_BYTES];
    ept_stmt *stmt = NULL;
    bool row = false;

    *out = (ept_hash){0};
    (void)snprintf(name, sizeof name, "%s %s", kind, id);
    ept_status st = writer_ready(&stmt, w, GET_PENDING);
    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, name);
        st = ept_step(&row, stmt);
    }
    if (st == EPT_OK && !row) {
        return ept_fail(EPT_E_NOT_FOUND, "write bank: no %s", name);
    }
    if (st == EPT_OK) {
        ept_str hash = ept_col_blob(stmt, 0);
        memcpy(out->b, hash.p, EPT_HASH_BYTES);
        ept_reset(stmt);
    }
    return st;
}

static ept_status put_item_row(bank_writer *w, const ept_item *item)
{
    ept_stmt *stmt = NULL;
    ept_status st = writer_ready(&stmt, w, PUT_ITEM);

    if (st == EPT_OK) {
        const char *const head[] = {item->id, item->slot, item->sector, item->tag, item->group};
        const char *const rest[] = {item->ask,         item->traps[0],    item->traps[1],
                                    item->traps[2],    item->contrast[0], item->contrast[1],
                                    item->contrast[2], item->contrast[3]};
        for (int i = 0; i < 5; i++) {
            ept_bind_text(stmt, 1 + i, head[i]);
        }
        ept_bind_int(stmt, 6, item->unit);
        ept_bind_int(stmt, 7, item->level);
        ept_bind_int(stmt, 8, item->warm_up);
        ept_bind_int(stmt, 9, item->spoken);
        ept_bind_int(stmt, 10, item->numeric);
        for (int i = 0; i < 8; i++) {
            ept_bind_text(stmt, 11 + i, rest[i]);
        }
        st = ept_stmt_run(stmt);
    }
    return st;
}

static ept_status put_option(bank_writer *w, const char *item, size_t place,
                             const ept_option *option)
{
    ept_stmt *stmt = NULL;
    ept_status st = writer_ready(&stmt, w, PUT_OPTION);

    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, item);
        ept_bind_int(stmt, 2, (int64_t)place);
        ept_bind_text(stmt, 3, option->text);
        ept_bind_text(stmt, 4, option->as);
        ept_bind_text(stmt, 5, option->picture);
        st = ept_stmt_run(stmt);
    }
    return st;
}

static ept_status put_item_rows(bank_writer *w, const ept_item *item)
{
    ept_status st = put_item_row(w, item);

    for (size_t i = 0; i < EPT_OPTIONS && st == EPT_OK; i++) {
        st = put_option(w, item->id, i, &item->options[i]);
    }
    for (size_t i = 0; i < item->fact_count && st == EPT_OK; i++) {
        st = writer_numbered(w, PUT_ITEM_FACT, item->id, i, item->facts[i]);
    }
    if (st == EPT_OK) {
        st = writer_says(w, PUT_WHY, item->id, item->why);
    }
    if (st == EPT_OK && item->group == NULL) {
        st = put_stimulus(w, item);
    }
    return st == EPT_OK ? put_glosses(w, item, item->group == NULL) : st;
}

static kept_slot *slot_of(bank_writer *w, const char *id)
{
    for (size_t i = 0; i < w->slot_count; i++) {
        if (strcmp(w->slots[i].slot.id, id) == 0) {
            return &w->slots[i];
        }
    }
    return NULL;
}

static ept_status put_entry(bank_writer *w, const ept_item *item, const uint8_t rising[EPT_OPTIONS],
                            uint32_t play_ms)
{
    ept_stmt *stmt = NULL;
    ept_bank_entry entry = {
        .id = item->id,
        .slot = item->slot,
        .sector = item->sector,
        .tag = item->tag,
        .group = item->group,
        .fact = item->fact_count > 0 ? item->facts[0] : NULL,
        .unit = item->unit,
        .level = item->level,
        .shuffle = bank_shuffle_of(item->id),
        .play_ms = play_ms,
    };
    ept_status st = writer_ready(&stmt, w, PUT_ENTRY);

    memcpy(entry.rising, rising, sizeof entry.rising);
    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, entry.slot);
        ept_bind_int(stmt, 2, (int64_t)entry.shuffle);
        ept_bind_text(stmt, 3, entry.id);
        ept_bind_text(stmt, 4, entry.sector);
        ept_bind_text(stmt, 5, entry.tag);
        ept_bind_text(stmt, 6, entry.group);
        ept_bind_int(stmt, 7, w->written);
        ept_bind_text(stmt, 8, entry.fact);
        ept_bind_int(stmt, 9, entry.unit);
        ept_bind_int(stmt, 10, entry.level);
        ept_bind_int(stmt, 11, bank_rising_pack(entry.rising));
        ept_bind_int(stmt, 12, entry.play_ms);
        ept_bind_int(stmt, 13, bank_entry_mark(&entry));
        st = ept_stmt_run(stmt);
    }
    return st;
}

ept_status bank_writer_item(bank_writer *w, const ept_item *item, const uint8_t rising[EPT_OPTIONS],
                            uint32_t play_ms, ept_hash *hash)
{
    kept_slot *slot = slot_of(w, item->slot);
    ept_status st = slot != NULL ? bank_hash_item(hash, item, lookup, w)
                                 : ept_fail(EPT_E_INVAL, "write bank: item %s: no slot %s",
                                            item->id, item->slot);

    if (st == EPT_OK) {
        st = put_item_rows(w, item);
    }
    if (st == EPT_OK) {
        st = writer_pending(w, "item", item->id, hash, 0);
    }
    if (st == EPT_OK && item->warm_up) {
        st = writer_numbered(w, PUT_WARM_UP, slot->slot.section, (size_t)w->written, item->id);
        slot->warm_ups++;
    } else if (st == EPT_OK) {
        st = put_entry(w, item, rising, play_ms);
        slot->entries++;
    }
    w->written++;
    w->items += st == EPT_OK;
    return st;
}
