/* SPDX-License-Identifier: MIT */
/* The manifest: a row for each entry, a hash for each 256 rows, checked when the first of them is
 * used. */
#include <stdio.h>
#include <string.h>

#include "bank_priv.h"

static ept_status mark_of(bank_mark *out, const ept_bank *bank, ept_stmt *stmt, const char *name)
{
    ept_str hash = ept_col_blob(stmt, 1);
    int64_t ms = ept_col_int(stmt, 2);

    *out = (bank_mark){0};
    if (hash.n != EPT_HASH_BYTES || ms < 0 || ms > UINT32_MAX) {
        return bank_bad(bank, "manifest", name, "its row is damaged");
    }
    memcpy(out->hash.b, hash.p, EPT_HASH_BYTES);
    out->ms = (uint32_t)ms;
    return EPT_OK;
}

static ept_status hash_block(ept_hash *out, size_t *rows, ept_bank *bank, size_t block)
{
    ept_stmt *stmt = NULL;
    ept_hasher h;
    ept_buf name = {0};
    bool row = false;
    ept_status st = bank_stmt(&stmt, bank, BANK_SQL_BLOCK);

    *rows = 0;
    if (st != EPT_OK) {
        return st;
    }
    ept_hasher_init(&h);
    ept_bind_int(stmt, 1, (int64_t)(block * BANK_BLOCK));
    ept_bind_int(stmt, 2, (int64_t)((block + 1) * BANK_BLOCK));
    while ((st = ept_step(&row, stmt)) == EPT_OK && row) {
        bank_mark mark;
        ept_str text = ept_col_text(stmt, 0);
        ept_buf_reset(&name);
        ept_buf_add(&name, text.p == NULL ? "" : text.p, text.n);
        if ((st = ept_buf_ok(&name)) != EPT_OK ||
            (st = mark_of(&mark, bank, stmt, name.p)) != EPT_OK) {
            break;
        }
        bank_hash_block_row(&h, name.p, mark.hash.b, mark.ms);
        (*rows)++;
    }
    if (row) {
        ept_reset(stmt);
    }
    ept_buf_clear(&name);
    ept_hasher_end(&h, out);
    return st;
}

ept_status bank_block_check(ept_bank *bank, size_t block)
{
    char number[24];
    ept_hash hash;
    size_t rows = 0;

    (void)snprintf(number, sizeof number, "%zu", block);
    if (block >= bank->block_count) {
        return bank_bad(bank, "manifest block", number, "there is no such block");
    }
    if (bank->block_seen[block] == 0) {
        ept_status st = hash_block(&hash, &rows, bank, block);
        if (st == EPT_E_NOMEM || st == EPT_E_IO) {
            return st;
        }
        bool good = st == EPT_OK &&
                    memcmp(hash.b, bank->blocks + block * EPT_HASH_BYTES, EPT_HASH_BYTES) == 0;
        bank->block_seen[block] = good ? 1 : 2;
    }
    return bank->block_seen[block] == 1
               ? EPT_OK
               : bank_bad(bank, "manifest block", number, "its hash does not match");
}

ept_status bank_manifest_row(const char **name, bank_mark *out, ept_arena *arena, ept_bank *bank,
                             size_t seq)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    char number[24];
    ept_status st = bank_stmt(&stmt, bank, BANK_SQL_ROW);

    *name = NULL;
    *out = (bank_mark){0};
    (void)snprintf(number, sizeof number, "%zu", seq);
    if (st == EPT_OK) {
        ept_bind_int(stmt, 1, (int64_t)seq);
        st = ept_step(&row, stmt);
    }
    if (st == EPT_OK && !row) {
        st = bank_bad(bank, "manifest row", number, "it is not there");
    }
    if (st == EPT_OK) {
        st = ept_col_dup(name, arena, stmt, 0);
    }
    if (st == EPT_OK && *name == NULL) {
        st = bank_bad(bank, "manifest row", number, "it has no name");
    }
    if (st == EPT_OK) {
        st = mark_of(out, bank, stmt, *name);
    }
    if (row) {
        ept_reset(stmt);
    }
    return bank_named(st, bank, "manifest row", number);
}

/* The row of `seq` without an arena: its name must be `name`. */
static ept_status row_named(bank_mark *out, ept_bank *bank, size_t seq, const char *name)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    ept_status st = bank_stmt(&stmt, bank, BANK_SQL_ROW);

    if (st == EPT_OK) {
        ept_bind_int(stmt, 1, (int64_t)seq);
        st = ept_step(&row, stmt);
    }
    if (st == EPT_OK && (!row || !ept_str_is(ept_col_text(stmt, 0), name))) {
        st = bank_bad(bank, "manifest", name, "its row is damaged");
    }
    if (st == EPT_OK) {
        st = mark_of(out, bank, stmt, name);
    }
    if (row) {
        ept_reset(stmt);
    }
    return st;
}

ept_status bank_manifest_get(bank_mark *out, ept_bank *bank, const char *kind, const char *id)
{
    char name[BANK_NAME_BYTES];
    ept_stmt *stmt = NULL;
    bool row = false;
    int64_t seq = 0;

    *out = (bank_mark){0};
    int n = snprintf(name, sizeof name, "%s %s", kind, id);
    if (n < 0 || (size_t)n >= sizeof name) {
        return ept_fail(EPT_E_NOT_FOUND, "bank %s: no %s %.40s", ept_db_path(bank->db), kind, id);
    }
    ept_status st = bank_stmt(&stmt, bank, BANK_SQL_FIND);
    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, name);
        st = ept_step(&row, stmt);
    }
    if (st == EPT_OK && !row) {
        return ept_fail(EPT_E_NOT_FOUND, "bank %s: no %s", ept_db_path(bank->db), name);
    }
    if (st == EPT_OK) {
        seq = ept_col_int(stmt, 0);
        ept_reset(stmt);
        st = seq < 0 || (size_t)seq >= bank->entries
                 ? bank_bad(bank, kind, id, "its row is damaged")
                 : EPT_OK;
    }
    if (st == EPT_OK) {
        st = bank_block_check(bank, (size_t)seq / BANK_BLOCK);
    }
    if (st == EPT_OK) {
        st = row_named(out, bank, (size_t)seq, name);
    }
    return bank_named(st, bank, kind, id);
}

ept_status bank_manifest_ids(const char ***out, size_t *count, ept_arena *arena, ept_bank *bank,
                             const char *kind)
{
    char from[BANK_NAME_BYTES], below[BANK_NAME_BYTES];
    ept_stmt *stmt = NULL;
    bool row = false;
    size_t *seqs = NULL, n = 0;

    *out = NULL;
    *count = 0;
    (void)snprintf(from, sizeof from, "%s ", kind);
    (void)snprintf(below, sizeof below, "%s!", kind); /* '!' follows the space */
    ept_status st = bank_stmt(&stmt, bank, BANK_SQL_NAMES);
    if (st != EPT_OK) {
        return st;
    }
    ept_bind_text(stmt, 1, from);
    ept_bind_text(stmt, 2, below);
    while ((st = ept_step(&row, stmt)) == EPT_OK && row) {
        seqs = bank_grow(arena, seqs, n, sizeof *seqs);
        if (seqs == NULL) {
            ept_reset(stmt);
            return ept_fail(EPT_E_NOMEM, "list the bank: out of memory");
        }
        seqs[n++] = (size_t)ept_col_int(stmt, 0);
    }
    const char **ids = ept_arena_array(arena, n, sizeof *ids);
    if (st == EPT_OK && ids == NULL) {
        st = ept_fail(EPT_E_NOMEM, "list the bank: out of memory");
    }
    for (size_t i = 0; i < n && st == EPT_OK; i++) {
        bank_mark mark;
        const char *name = NULL;
        st = bank_block_check(bank, seqs[i] / BANK_BLOCK);
        if (st == EPT_OK) {
            st = bank_manifest_row(&name, &mark, arena, bank, seqs[i]);
        }
        if (st == EPT_OK && (name == NULL || strncmp(name, from, strlen(from)) != 0)) {
            st = bank_bad(bank, "manifest", name, "its row is damaged");
        }
        if (st == EPT_OK) {
            ids[i] = name + strlen(from);
        }
    }
    if (st == EPT_OK) {
        *out = ids;
        *count = n;
    }
    return bank_named(st, bank, "manifest", kind);
}
