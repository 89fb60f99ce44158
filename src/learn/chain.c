/* SPDX-License-Identifier: MIT */
/* chain.c - each event carries the hash of itself and of the one before. A chain shows rows that
 * were changed, removed inside or put in another order; that its tail was cut shows only against a
 * head kept elsewhere: with the learner, and on the printed report. */
#include <inttypes.h>
#include <string.h>

#include "learn_priv.h"

static void add_hash(ept_hasher *h, const ept_hash *hash)
{
    static const ept_hash none;
    ept_hasher_add(h, (hash ? hash : &none)->b, EPT_HASH_BYTES);
}

/* The fixed binary form: every number as 8 bytes, little endian, then payload and previous hash. */
static void link_hash(ept_hash *out, int64_t seq, int64_t sitting, const ept_event *e,
                      int64_t utc_ms, const ept_hash *payload, const ept_hash *previous)
{
    const int64_t numbers[] = {seq,     sitting,  (int64_t)e->kind, (int64_t)e->at_ms,
                               e->item, e->place, e->identity,      e->value,
                               utc_ms};
    ept_hasher h;
    ept_hasher_init(&h);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        ept_hasher_add_u64(&h, (uint64_t)numbers[i]);
    }
    add_hash(&h, payload);
    add_hash(&h, previous);
    ept_hasher_end(&h, out);
}

void learn_payload(ept_hash *out, const ept_sitting_row *row, const ept_form *form)
{
    ept_hasher h;
    ept_hasher_init(&h);
    ept_hasher_add_u64(&h, (uint64_t)row->learner);
    ept_hasher_add_field(&h, row->exam);
    ept_hasher_add_field(&h, row->bank);
    ept_hasher_add_field(&h, row->bank_version);
    ept_hasher_add_field(&h, row->sector);
    ept_hasher_add_field(&h, ept_lang_code(row->law_lang));
    ept_hasher_add_u64(&h, (uint64_t)row->form_number);
    ept_hasher_add_u64(&h, (uint64_t)(int64_t)row->only);
    for (size_t i = 0; i < form->count; i++) {
        const ept_form_item *item = &form->items[i];
        ept_hasher_add_u64(&h, (uint64_t)item->number);
        ept_hasher_add_field(&h, item->id);
        ept_hasher_add(&h, item->order, sizeof item->order);
        ept_hasher_add(&h, item->hash.b, EPT_HASH_BYTES);
    }
    ept_hasher_end(&h, out);
}

ept_status learn_link(ept_hash *hash, ept_journal *journal, int64_t sitting, const ept_event *event,
                      int64_t utc_ms, const ept_hash *payload)
{
    ept_stmt *q = journal->sql[SQL_EVENT_ADD];
    int64_t seq = journal->head_seq + 1;
    link_hash(hash, seq, sitting, event, utc_ms, payload,
              journal->head_seq ? &journal->head : NULL);
    const int64_t numbers[] = {
        seq,         sitting,      (int64_t)event->kind, (int64_t)event->at_ms,
        event->item, event->place, event->identity,      event->value,
        utc_ms};
    for (int i = 0; i < 9; i++) {
        ept_bind_int(q, i + 1, numbers[i]);
    }
    ept_bind_null(q, 10);
    if (payload) {
        ept_bind_blob(q, 10, payload->b, EPT_HASH_BYTES);
    }
    ept_bind_blob(q, 11, hash->b, EPT_HASH_BYTES);
    ept_status st = ept_stmt_run(q);
    if (st == EPT_OK) {
        q = journal->sql[SQL_LEARNER_HEAD];
        ept_bind_int(q, 1, sitting);
        ept_bind_int(q, 2, seq);
        ept_bind_blob(q, 3, hash->b, EPT_HASH_BYTES);
        st = ept_stmt_run(q);
    }
    return st;
}

static bool take_hash(ept_hash *out, const ept_stmt *q, int column)
{
    ept_str blob = ept_col_blob(q, column);
    if (blob.n != EPT_HASH_BYTES) {
        return false;
    }
    memcpy(out->b, blob.p, EPT_HASH_BYTES);
    return true;
}

static ept_logged row_of(const ept_stmt *q)
{
    ept_logged row = {.seq = ept_col_int(q, 0),
                      .sitting = ept_col_int(q, 1),
                      .learner = ept_col_int(q, 2),
                      .utc_ms = ept_col_int(q, 3)};
    row.event = (ept_event){.kind = (ept_event_kind)ept_col_int(q, 4),
                            .at_ms = (uint64_t)ept_col_int(q, 5),
                            .item = (uint16_t)ept_col_int(q, 6),
                            .place = (uint8_t)ept_col_int(q, 7),
                            .identity = (uint8_t)ept_col_int(q, 8),
                            .value = (int32_t)ept_col_int(q, 9)};
    (void)take_hash(&row.hash, q, 11);
    return row;
}

ept_status ept_journal_walk(ept_journal *journal, int64_t learner, ept_log_row *each, void *ctx)
{
    ept_stmt *q = journal->sql[SQL_WALK];
    bool row = false;
    ept_bind_int(q, 1, learner);
    ept_status st = ept_step(&row, q);
    while (st == EPT_OK && row) {
        ept_logged logged = row_of(q);
        if (!each(ctx, &logged)) {
            ept_reset(q);
            break;
        }
        st = ept_step(&row, q);
    }
    return st;
}

/* Whether the START event still stands for the sitting's row and form as they are now. */
static ept_status payload_fits(bool *fits, ept_journal *journal, int64_t sitting,
                               const ept_hash *payload)
{
    ept_arena *arena = NULL;
    ept_sitting_row row;
    const ept_form *form = NULL;
    ept_hash now;
    ept_status st = ept_arena_new(&arena);
    *fits = false;
    if (st == EPT_OK) {
        st = ept_sitting_row_get(&row, arena, journal, sitting);
    }
    if (st == EPT_OK) {
        st = ept_journal_form(&form, arena, journal, sitting);
    }
    if (st == EPT_OK) {
        learn_payload(&now, &row, form);
        *fits = ept_hash_eq(&now, payload);
    }
    ept_arena_free(arena);
    return st == EPT_E_NOT_FOUND ? EPT_OK : st;
}

/* Walks the chain up to the first link that does not fit. */
static ept_status walk_links(int64_t *bad, int64_t *events, ept_hash *head, ept_journal *journal)
{
    ept_stmt *q = journal->sql[SQL_WALK];
    bool row = false;
    ept_bind_int(q, 1, 0);
    ept_status st = ept_step(&row, q);
    while (st == EPT_OK && row) {
        ept_logged logged = row_of(q);
        ept_hash payload, expected;
        bool has_payload = take_hash(&payload, q, 10);
        bool fits = logged.seq == *events + 1;
        link_hash(&expected, logged.seq, logged.sitting, &logged.event, logged.utc_ms,
                  has_payload ? &payload : NULL, *events ? head : NULL);
        fits = fits && ept_hash_eq(&expected, &logged.hash);
        if (fits && has_payload) {
            st = payload_fits(&fits, journal, logged.sitting, &payload);
        }
        if (!fits) {
            *bad = logged.seq;
            ept_reset(q);
            return st;
        }
        ++*events;
        *head = logged.hash;
        if (st == EPT_OK) {
            st = ept_step(&row, q);
        }
    }
    return st;
}

/* The heads kept with the learners: each must be an event of the chain with that hash. */
static ept_status check_heads(int64_t *bad, ept_journal *journal)
{
    ept_stmt *heads = journal->sql[SQL_HEADS], *event = journal->sql[SQL_EVENT_HASH];
    bool row = false, found = false;
    ept_status st = ept_step(&row, heads);
    while (st == EPT_OK && row && !*bad) {
        ept_hash kept, now;
        int64_t seq = ept_col_int(heads, 0);
        bool whole = take_hash(&kept, heads, 1);
        ept_bind_int(event, 1, seq);
        st = ept_step(&found, event);
        if (st == EPT_OK &&
            (!whole || !found || !take_hash(&now, event, 0) || !ept_hash_eq(&kept, &now))) {
            *bad = seq;
        }
        ept_reset(event);
        if (st == EPT_OK) {
            st = ept_step(&row, heads);
        }
    }
    ept_reset(heads);
    return st;
}

ept_status ept_journal_verify(int64_t *bad, int64_t *events, ept_hash *head, ept_journal *journal)
{
    *bad = 0;
    *events = 0;
    memset(head, 0, sizeof *head);
    ept_status st = walk_links(bad, events, head, journal);
    if (st == EPT_OK && !*bad) {
        st = check_heads(bad, journal);
    }
    return st;
}

ept_status ept_journal_mark(char out[9], ept_journal *journal, int64_t sitting)
{
    ept_stmt *q = journal->sql[SQL_MARK];
    ept_hash hash = {{0}};
    bool row = false;
    out[0] = '\0';
    ept_bind_int(q, 1, sitting);
    ept_status st = ept_step(&row, q);
    if (st == EPT_OK && !row) {
        return ept_fail(EPT_E_NOT_FOUND, "journal: no sitting %" PRId64, sitting);
    }
    if (st == EPT_OK) {
        char hex[EPT_HASH_HEX];
        (void)take_hash(&hash, q, 0);
        ept_hash_hex(&hash, hex);
        memcpy(out, hex, 8);
        out[8] = '\0';
        ept_reset(q);
    }
    return st;
}
