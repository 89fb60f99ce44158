/* SPDX-License-Identifier: MIT */
/* A bank is opened by its head alone; a block of the manifest is checked at its first use, an entry
 * each time it is read. What does not match its hash is named and never served. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "bank_priv.h"

#include "epstopik/path.h"

void *bank_grow(ept_arena *arena, void *array, size_t count, size_t size)
{
    if (array != NULL && (count < 4 || (count & (count - 1)) != 0)) {
        return array; /* there is room up to the next power of two */
    }
    void *bigger = ept_arena_array(arena, count < 4 ? 4 : count * 2, size);
    if (bigger != NULL && array != NULL) {
        memcpy(bigger, array, count * size);
    }
    return bigger;
}

ept_status bank_stmt(ept_stmt **out, ept_bank *bank, bank_sql which)
{
    ept_status st = EPT_OK;

    if (bank->stmts[which] == NULL) {
        st = ept_db_prepare(&bank->stmts[which], bank->db, bank_sql_text(which));
    }
    *out = bank->stmts[which];
    if (st == EPT_OK) {
        ept_reset(*out);
    }
    return st;
}

ept_status bank_bad(const ept_bank *bank, const char *kind, const char *id, const char *why)
{
    return ept_fail(EPT_E_CORRUPT, "bank %s: %s%s%s: %s", ept_db_path(bank->db), kind,
                    id[0] ? " " : "", id, why);
}

/* What stands behind `head` where the text begins with it, else the text. */
static const char *behind(const char *text, const char *head)
{
    size_t n = strlen(head);

    return strncmp(text, head, n) == 0 ? text + n : text;
}

ept_status bank_named(ept_status st, const ept_bank *bank, const char *kind, const char *id)
{
    if (st == EPT_OK || st == EPT_E_NOMEM || st == EPT_E_IO || st == EPT_E_NOT_FOUND ||
        st == EPT_E_INVAL) {
        return st;
    }
    ept_buf said = {0}, place = {0}, thing = {0};
    ept_buf_puts(&said, ept_error());
    ept_buf_printf(&place, "bank %s: ", ept_db_path(bank->db));
    ept_buf_printf(&thing, "%s %s: ", kind, id);
    bool whole =
        ept_buf_ok(&said) == EPT_OK && ept_buf_ok(&place) == EPT_OK && ept_buf_ok(&thing) == EPT_OK;
    /* bank_bad has said the place already, and perhaps the thing. */
    const char *why = whole ? behind(behind(said.p, place.p), thing.p) : "damaged";
    ept_status named = bank_bad(bank, kind, id, why);
    ept_buf_clear(&said);
    ept_buf_clear(&place);
    ept_buf_clear(&thing);
    return named;
}

static ept_status head_text(const char **out, ept_bank *bank, ept_stmt *stmt, int column)
{
    ept_status st = ept_col_dup(out, bank->arena, stmt, column);

    return st == EPT_OK && *out == NULL ? bank_bad(bank, "head", "", "a text is missing") : st;
}

static ept_status head_columns(ept_bank *bank, ept_stmt *stmt, ept_hash *hash)
{
    ept_bank_head *head = &bank->head;
    ept_status st = head_text(&head->id, bank, stmt, 0);

    if (st == EPT_OK) {
        st = head_text(&head->title, bank, stmt, 1);
    }
    if (st == EPT_OK) {
        st = head_text(&head->version, bank, stmt, 2);
    }
    if (st == EPT_OK) {
        st = head_text(&head->licence, bank, stmt, 3);
    }
    if (st != EPT_OK) {
        return st;
    }
    head->items = (size_t)ept_col_int(stmt, 4);
    head->pictures = (size_t)ept_col_int(stmt, 5);
    head->clips = (size_t)ept_col_int(stmt, 6);
    bank->entries = (size_t)ept_col_int(stmt, 7);
    ept_str blocks = ept_col_blob(stmt, 8);
    ept_str stored = ept_col_blob(stmt, 9);
    bank->block_count = blocks.n / EPT_HASH_BYTES;
    if (stored.n != EPT_HASH_BYTES || blocks.n % EPT_HASH_BYTES != 0 ||
        bank->block_count != (bank->entries + BANK_BLOCK - 1) / BANK_BLOCK) {
        return bank_bad(bank, "head", "", "its parts do not fit together");
    }
    memcpy(hash->b, stored.p, EPT_HASH_BYTES);
    bank->block_seen = ept_arena_alloc(bank->arena, bank->block_count);
    char *copy = ept_arena_strndup(bank->arena, blocks.p == NULL ? "" : blocks.p, blocks.n);
    if (copy == NULL || bank->block_seen == NULL) {
        return ept_fail(EPT_E_NOMEM, "open bank: out of memory");
    }
    bank->blocks = (const uint8_t *)copy;
    return EPT_OK;
}

static ept_status read_head(ept_bank *bank)
{
    ept_stmt *stmt = NULL;
    ept_hash stored;
    bool row = false;
    ept_status st = bank_stmt(&stmt, bank, BANK_SQL_HEAD);

    if (st == EPT_OK) {
        st = ept_step(&row, stmt);
    }
    if (st != EPT_OK) {
        return bank_named(st, bank, "head", "");
    }
    if (!row) {
        return bank_bad(bank, "head", "", "it is not there");
    }
    st = head_columns(bank, stmt, &stored);
    ept_reset(stmt);
    if (st == EPT_OK) {
        bank_hash_head(&bank->head.manifest, &bank->head, bank->entries, bank->blocks,
                       bank->block_count);
        if (!ept_hash_eq(&stored, &bank->head.manifest)) {
            st = bank_bad(bank, "head", "", "its hash does not match");
        }
    }
    return st;
}

/* A bank that was cut short is told before the database sees it, which would only call it
 * malformed. Bytes 16-17 and 28-31 of an SQLite file are its page size and page count, big endian.
 */
static ept_status check_length(const char *path)
{
    ept_path_info info = {0};
    FILE *file = NULL;
    unsigned char head[100];
    ept_status st = ept_path_stat(&info, path);

    if (st == EPT_OK) {
        st = ept_path_open(&file, path, "rb");
    }
    if (st != EPT_OK) {
        return st;
    }
    size_t n = fread(head, 1, sizeof head, file);
    (void)fclose(file);
    if (n < sizeof head || memcmp(head, "SQLite format 3", 16) != 0) {
        return ept_fail(EPT_E_FORMAT, "bank %s: it is no bank", path);
    }
    uint64_t page = (uint64_t)head[16] << 8 | head[17];
    uint64_t pages =
        (uint64_t)head[28] << 24 | (uint64_t)head[29] << 16 | (uint64_t)head[30] << 8 | head[31];
    uint64_t bytes = (page == 1 ? 65536 : page) * pages;
    if (info.bytes != bytes) {
        return ept_fail(EPT_E_FORMAT,
                        "bank %s: %" PRIu64 " bytes of %" PRIu64 ", it was cut short or grew", path,
                        info.bytes, bytes);
    }
    return EPT_OK;
}

static ept_status check_version(ept_bank *bank, const char *path)
{
    int version = 0;
    ept_status st = ept_db_user_version(&version, bank->db);

    if (st == EPT_OK && version > BANK_VERSION) {
        st =
            ept_fail(EPT_E_VERSION, "bank %s: made by a newer program (version %d)", path, version);
    } else if (st == EPT_OK && version < BANK_OLDEST) {
        st = ept_fail(EPT_E_FORMAT, "bank %s: not finished (version %d)", path, version);
    }
    return st;
}

ept_status ept_bank_open(ept_bank **out, const char *path)
{
    *out = NULL;
    ept_bank *bank = ept_calloc(1, sizeof *bank);
    ept_status st = bank != NULL ? EPT_OK : ept_fail(EPT_E_NOMEM, "open bank: out of memory");

    if (st == EPT_OK) {
        st = ept_arena_new(&bank->arena);
    }
    if (st == EPT_OK) {
        st = check_length(path);
    }
    if (st == EPT_OK) {
        st =
            ept_db_open(&bank->db, path,
                        &(ept_db_opts){.mode = EPT_DB_READ, .application_id = BANK_APPLICATION_ID});
    }
    if (st == EPT_OK) {
        st = check_version(bank, path);
    }
    if (st == EPT_OK) {
        st = read_head(bank);
    }
    if (st == EPT_E_DB) {
        st = EPT_E_CORRUPT; /* a statement that does not fit the tables: they are damaged */
    }
    if (st != EPT_OK) {
        ept_bank_close(bank);
        bank = NULL;
    }
    *out = bank;
    return st;
}

void ept_bank_close(ept_bank *bank)
{
    if (bank == NULL) {
        return;
    }
    ept_db_close(bank->db);
    ept_arena_free(bank->arena);
    ept_free(bank);
}

const ept_bank_head *ept_bank_head_of(const ept_bank *bank)
{
    return &bank->head;
}
