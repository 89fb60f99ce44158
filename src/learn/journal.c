/* SPDX-License-Identifier: MIT */
/* journal.c - opening the person's file, and appending to it: what returns EPT_OK is on the disk.
 */
#include "epstopik/journal.h"

#include <inttypes.h>
#include <string.h>

#include "epstopik/path.h"
#include "learn_embedded.h"
#include "learn_priv.h"

static ept_status read_head(ept_journal *journal)
{
    bool row = false;
    ept_stmt *q = journal->sql[SQL_HEAD];
    ept_status st = ept_step(&row, q);
    if (st != EPT_OK || !row) {
        return st;
    }
    ept_str hash = ept_col_blob(q, 1);
    if (hash.n != EPT_HASH_BYTES) {
        st = ept_fail(EPT_E_CORRUPT, "journal: the last event has no hash");
    } else {
        journal->head_seq = ept_col_int(q, 0);
        memcpy(journal->head.b, hash.p, EPT_HASH_BYTES);
    }
    ept_reset(q);
    return st;
}

static ept_status open_at(ept_journal *journal, const char *dir, const char *vfs)
{
    const ept_migration steps[] = {{1, learn_0001_journal_sql}};
    const ept_db_opts opts = {EPT_DB_PERSON, JOURNAL_APPLICATION_ID, vfs};
    ept_arena *arena = NULL;
    ept_status st = ept_path_mkdirs(dir);
    if (st == EPT_OK) {
        st = ept_arena_new(&arena);
    }
    if (st == EPT_OK) {
        const char *path = ept_path_join(arena, dir, "user.db");
        st = path ? ept_db_open(&journal->db, path, &opts) : ept_fail(EPT_E_NOMEM, "journal path");
    }
    if (st == EPT_OK) {
        st = ept_db_migrate(journal->db, steps, sizeof steps / sizeof *steps);
    }
    if (st == EPT_OK) {
        st = learn_prepare(journal);
    }
    if (st == EPT_OK) {
        st = read_head(journal);
    }
    ept_arena_free(arena);
    return st;
}

ept_status ept_journal_open(ept_journal **out, const char *dir, const char *vfs)
{
    *out = NULL;
    ept_journal *journal = ept_calloc(1, sizeof *journal);
    if (!journal) {
        return ept_fail(EPT_E_NOMEM, "journal");
    }
    ept_status st = open_at(journal, dir, vfs);
    if (st != EPT_OK) {
        ept_journal_close(journal);
        return st;
    }
    *out = journal;
    return EPT_OK;
}

void ept_journal_close(ept_journal *journal)
{
    if (journal) {
        ept_db_close(journal->db);
        ept_free(journal);
    }
}

bool ept_journal_is_wal(const ept_journal *journal)
{
    return ept_db_is_wal(journal->db);
}

/* Puts the link, the learner's head and the sitting's time in one transaction that the caller
 * opened. */
static ept_status add_event(ept_hash *hash, ept_journal *journal, int64_t sitting,
                            const ept_event *event, int64_t utc_ms, const ept_hash *payload)
{
    ept_status st = learn_link(hash, journal, sitting, event, utc_ms, payload);
    if (st == EPT_OK) {
        ept_stmt *q = journal->sql[SQL_SITTING_LAST];
        ept_bind_int(q, 1, sitting);
        ept_bind_int(q, 2, utc_ms);
        st = ept_stmt_run(q);
    }
    if (st == EPT_OK && ept_db_changes(journal->db) != 1) {
        st = ept_fail(EPT_E_NOT_FOUND, "journal: no sitting %" PRId64, sitting);
    }
    return st;
}

/* Commits; only then the head in memory moves. */
static ept_status finish(ept_journal *journal, ept_status st, const ept_hash *hash, int64_t *seq)
{
    if (st == EPT_OK) {
        st = ept_db_commit(journal->db);
    }
    if (st != EPT_OK) {
        ept_db_rollback(journal->db);
        return st;
    }
    journal->head_seq++;
    journal->head = *hash;
    if (seq) {
        *seq = journal->head_seq;
    }
    return EPT_OK;
}

static ept_status add_result(ept_journal *journal, int64_t sitting, const ept_sitting_row *result)
{
    ept_stmt *q = journal->sql[SQL_RESULT_SET];
    const int64_t numbers[] = {sitting,
                               (int64_t)result->reason,
                               result->points,
                               result->scale,
                               result->right,
                               result->items,
                               result->section_points[0],
                               result->section_points[1]};
    for (int i = 0; i < 8; i++) {
        ept_bind_int(q, i + 1, numbers[i]);
    }
    return ept_stmt_run(q);
}

ept_status ept_journal_append(int64_t *seq, ept_journal *journal, int64_t sitting,
                              const ept_event *event, int64_t utc_ms, const ept_sitting_row *result)
{
    ept_hash hash;
    ept_status st = ept_db_begin(journal->db);
    if (st == EPT_OK) {
        st = add_event(&hash, journal, sitting, event, utc_ms, NULL);
    }
    if (st == EPT_OK && result) {
        st = add_result(journal, sitting, result);
    }
    return finish(journal, st, &hash, seq);
}

static ept_status add_sitting(int64_t *id, ept_journal *journal, const ept_sitting_row *row,
                              int64_t utc_ms)
{
    ept_stmt *q = journal->sql[SQL_SITTING_ADD];
    ept_bind_int(q, 1, row->learner);
    ept_bind_text(q, 2, row->exam);
    ept_bind_text(q, 3, row->bank);
    ept_bind_text(q, 4, row->bank_version);
    ept_bind_text(q, 5, row->sector);
    ept_bind_text(q, 6, ept_lang_code(row->law_lang));
    ept_bind_int(q, 7, row->form_number);
    ept_bind_int(q, 8, (int64_t)(row->form_seed >> 1)); /* SQLite keeps 63 bits and a sign */
    ept_bind_int(q, 9, row->only);
    ept_bind_int(q, 10, utc_ms);
    ept_status st = ept_stmt_run(q);
    *id = st == EPT_OK ? ept_db_last_rowid(journal->db) : 0;
    return st;
}

static ept_status add_item(ept_journal *journal, int64_t sitting, size_t position,
                           const ept_form_item *item)
{
    ept_stmt *q = journal->sql[SQL_ITEM_ADD];
    int places =
        item->order[0] * 1000 + item->order[1] * 100 + item->order[2] * 10 + item->order[3];
    ept_bind_int(q, 1, sitting);
    ept_bind_int(q, 2, (int64_t)position);
    ept_bind_int(q, 3, item->number);
    ept_bind_int(q, 4, (int64_t)item->section);
    ept_bind_text(q, 5, item->id);
    ept_bind_text(q, 6, item->slot);
    ept_bind_int(q, 7, places);
    ept_bind_int(q, 8, item->play_ms);
    ept_bind_blob(q, 9, item->hash.b, EPT_HASH_BYTES);
    return ept_stmt_run(q);
}

ept_status ept_journal_start(int64_t *sitting, int64_t *seq, ept_journal *journal,
                             const ept_sitting_row *row, const ept_form *form, int64_t utc_ms)
{
    const ept_event start = {.kind = EPT_EV_START};
    ept_hash hash, payload;
    *sitting = 0;
    ept_status st = ept_db_begin(journal->db);
    if (st == EPT_OK) {
        st = add_sitting(sitting, journal, row, utc_ms);
    }
    for (size_t i = 0; st == EPT_OK && i < form->count; i++) {
        st = add_item(journal, *sitting, i, &form->items[i]);
    }
    if (st == EPT_OK) {
        learn_payload(&payload, row, form);
        st = add_event(&hash, journal, *sitting, &start, utc_ms, &payload);
    }
    st = finish(journal, st, &hash, seq);
    if (st != EPT_OK) {
        *sitting = 0;
    }
    return st;
}
