/* SPDX-License-Identifier: MIT */
/* sittings.c - reading back what was sat: rows, forms and events exactly as they were written. */
#include <inttypes.h>
#include <string.h>

#include "learn_priv.h"

static ept_status read_row(ept_sitting_row *out, ept_arena *arena, const ept_stmt *q)
{
    const char *lang = NULL;
    *out = (ept_sitting_row){.id = ept_col_int(q, 0),
                             .learner = ept_col_int(q, 1),
                             .form_number = (int)ept_col_int(q, 7),
                             .form_seed = (uint64_t)ept_col_int(q, 8) << 1,
                             .only = (int)ept_col_int(q, 9),
                             .started_utc_ms = ept_col_int(q, 10),
                             .last_utc_ms = ept_col_int(q, 11)};
    const char **const texts[] = {&out->exam, &out->bank, &out->bank_version, &out->sector, &lang};
    for (int i = 0; i < 5; i++) {
        ept_status st = ept_col_dup(texts[i], arena, q, 2 + i);
        if (st != EPT_OK) {
            return st;
        }
    }
    if (!ept_lang_parse(&out->law_lang, lang)) {
        return ept_fail(EPT_E_CORRUPT, "journal: sitting %" PRId64 " has no language", out->id);
    }
    out->has_result = out->ended = !ept_col_is_null(q, 12);
    if (out->ended) {
        out->reason = (ept_close_reason)ept_col_int(q, 12);
        out->points = (int)ept_col_int(q, 13);
        out->scale = (int)ept_col_int(q, 14);
        out->right = (int)ept_col_int(q, 15);
        out->items = (int)ept_col_int(q, 16);
        out->section_points[0] = (int)ept_col_int(q, 17);
        out->section_points[1] = (int)ept_col_int(q, 18);
    }
    return EPT_OK;
}

ept_status ept_sitting_row_get(ept_sitting_row *out, ept_arena *arena, ept_journal *journal,
                               int64_t id)
{
    ept_stmt *q = journal->sql[SQL_SITTING_ONE];
    bool row = false;
    ept_bind_int(q, 1, id);
    ept_status st = ept_step(&row, q);
    if (st == EPT_OK) {
        st = row ? read_row(out, arena, q) : ept_fail(EPT_E_NOT_FOUND, "no sitting %" PRId64, id);
    }
    ept_reset(q);
    return st;
}

/* Room for one more element in an arena array; NULL when out of memory. */
static void *grow(ept_arena *arena, void *old, size_t count, size_t *cap, size_t size)
{
    if (count < *cap) {
        return old;
    }
    *cap = *cap ? *cap * 2 : 32;
    void *more = ept_arena_array(arena, *cap, size);
    if (more && count) {
        memcpy(more, old, count * size);
    }
    return more;
}

ept_status ept_sitting_rows(ept_sitting_row **out, size_t *count, ept_arena *arena,
                            ept_journal *journal, int64_t learner)
{
    ept_stmt *q = journal->sql[SQL_SITTING_ALL];
    size_t cap = 0;
    bool row = false;
    *out = NULL;
    *count = 0;
    ept_bind_int(q, 1, learner);
    ept_status st = ept_step(&row, q);
    while (st == EPT_OK && row) {
        *out = grow(arena, *out, *count, &cap, sizeof **out);
        st = *out ? read_row(&(*out)[*count], arena, q) : ept_fail(EPT_E_NOMEM, "sittings");
        if (st == EPT_OK) {
            ++*count;
            st = ept_step(&row, q);
        }
    }
    ept_reset(q);
    return st;
}

static ept_status read_item(ept_form_item *item, ept_arena *arena, const ept_stmt *q)
{
    item->number = (int)ept_col_int(q, 0);
    item->section = (ept_section)ept_col_int(q, 1);
    item->play_ms = (uint32_t)ept_col_int(q, 5);
    int places = (int)ept_col_int(q, 4);
    for (int p = EPT_PLACES - 1; p >= 0; p--) {
        item->order[p] = (uint8_t)(places % 10);
        places /= 10;
    }
    ept_str hash = ept_col_blob(q, 6);
    if (hash.n != EPT_HASH_BYTES) {
        return ept_fail(EPT_E_CORRUPT, "journal: item %d of a sitting has no hash", item->number);
    }
    memcpy(item->hash.b, hash.p, EPT_HASH_BYTES);
    ept_status st = ept_col_dup(&item->id, arena, q, 2);
    return st == EPT_OK ? ept_col_dup(&item->slot, arena, q, 3) : st;
}

ept_status ept_journal_form(const ept_form **out, ept_arena *arena, ept_journal *journal,
                            int64_t sitting)
{
    ept_sitting_row head;
    *out = NULL;
    ept_form *form = ept_arena_alloc(arena, sizeof *form);
    if (!form) {
        return ept_fail(EPT_E_NOMEM, "form");
    }
    form->items = ept_arena_array(arena, EPT_NUMBERS_MAX, sizeof *form->items);
    ept_status st = form->items ? ept_sitting_row_get(&head, arena, journal, sitting)
                                : ept_fail(EPT_E_NOMEM, "form");
    if (st != EPT_OK) {
        return st;
    }
    form->number = head.form_number;
    form->seed = head.form_seed;
    ept_stmt *q = journal->sql[SQL_ITEMS];
    bool row = false;
    ept_bind_int(q, 1, sitting);
    st = ept_step(&row, q);
    while (st == EPT_OK && row && form->count < EPT_NUMBERS_MAX) {
        st = read_item(&form->items[form->count], arena, q);
        if (st == EPT_OK) {
            form->count++;
            st = ept_step(&row, q);
        }
    }
    ept_reset(q);
    if (st == EPT_OK) {
        *out = form;
    }
    return st;
}

ept_status ept_journal_events(ept_event **out, size_t *count, ept_arena *arena,
                              ept_journal *journal, int64_t sitting)
{
    ept_stmt *q = journal->sql[SQL_EVENTS];
    size_t cap = 0;
    bool row = false;
    *out = NULL;
    *count = 0;
    ept_bind_int(q, 1, sitting);
    ept_status st = ept_step(&row, q);
    while (st == EPT_OK && row) {
        *out = grow(arena, *out, *count, &cap, sizeof **out);
        if (!*out) {
            st = ept_fail(EPT_E_NOMEM, "events");
            break;
        }
        (*out)[(*count)++] = (ept_event){.kind = (ept_event_kind)ept_col_int(q, 0),
                                         .at_ms = (uint64_t)ept_col_int(q, 1),
                                         .item = (uint16_t)ept_col_int(q, 2),
                                         .place = (uint8_t)ept_col_int(q, 3),
                                         .identity = (uint8_t)ept_col_int(q, 4),
                                         .value = (int32_t)ept_col_int(q, 5)};
        st = ept_step(&row, q);
    }
    ept_reset(q);
    return st;
}

ept_status ept_journal_met(ept_met **out, size_t *count, ept_arena *arena, ept_journal *journal,
                           int64_t learner, const char *bank)
{
    ept_stmt *q = journal->sql[SQL_MET];
    size_t cap = 0;
    bool row = false;
    *out = NULL;
    *count = 0;
    ept_bind_int(q, 1, learner);
    ept_bind_text(q, 2, bank);
    ept_status st = ept_step(&row, q);
    while (st == EPT_OK && row) {
        *out = grow(arena, *out, *count, &cap, sizeof **out);
        if (!*out) {
            st = ept_fail(EPT_E_NOMEM, "met items");
            break;
        }
        ept_met *met = &(*out)[*count];
        met->utc_ms = ept_col_int(q, 1);
        st = ept_col_dup(&met->item, arena, q, 0);
        if (st == EPT_OK) {
            ++*count;
            st = ept_step(&row, q);
        }
    }
    ept_reset(q);
    return st;
}
