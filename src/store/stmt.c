/* SPDX-License-Identifier: MIT */
/* Prepared statements: they belong to their database, a failed bind is told by the next step, and
 * at the end of the rows nothing of the last use is left behind. */
#include <string.h>

#include "store_priv.h"

ept_status ept_db_prepare(ept_stmt **out, ept_db *db, const char *sql)
{
    *out = NULL;
    ept_stmt *stmt = ept_calloc(1, sizeof *stmt);

    if (stmt == NULL) {
        return ept_fail(EPT_E_NOMEM, "prepare for %s: out of memory", db->path);
    }
    int code = sqlite3_prepare_v3(db->h, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt->h, NULL);
    if (code != SQLITE_OK || stmt->h == NULL) {
        ept_free(stmt);
        return code != SQLITE_OK ? store_fail(db, code, "prepare for")
                                 : ept_fail(EPT_E_INVAL, "prepare for %s: no statement", db->path);
    }
    stmt->db = db;
    stmt->next = db->stmts;
    db->stmts = stmt;
    *out = stmt;
    return EPT_OK;
}

/* Values can be bound only to a statement that stands before its first row. */
static void begin_bind(ept_stmt *stmt)
{
    if (stmt->ended) {
        (void)sqlite3_reset(stmt->h);
        stmt->ended = false;
    }
}

static void end_bind(ept_stmt *stmt, int code)
{
    if (code != SQLITE_OK && stmt->bind_failed == SQLITE_OK) {
        stmt->bind_failed = code;
    }
}

void ept_bind_text(ept_stmt *stmt, int index, const char *text)
{
    begin_bind(stmt);
    end_bind(stmt, text == NULL ? sqlite3_bind_null(stmt->h, index)
                                : sqlite3_bind_text64(stmt->h, index, text, strlen(text),
                                                      SQLITE_STATIC, SQLITE_UTF8));
}

void ept_bind_blob(ept_stmt *stmt, int index, const void *bytes, size_t n)
{
    begin_bind(stmt);
    end_bind(stmt, n == 0 ? sqlite3_bind_zeroblob(stmt->h, index, 0)
                          : sqlite3_bind_blob64(stmt->h, index, bytes, n, SQLITE_STATIC));
}

void ept_bind_int(ept_stmt *stmt, int index, int64_t value)
{
    begin_bind(stmt);
    end_bind(stmt, sqlite3_bind_int64(stmt->h, index, value));
}

void ept_bind_real(ept_stmt *stmt, int index, double value)
{
    begin_bind(stmt);
    end_bind(stmt, sqlite3_bind_double(stmt->h, index, value));
}

void ept_bind_null(ept_stmt *stmt, int index)
{
    begin_bind(stmt);
    end_bind(stmt, sqlite3_bind_null(stmt->h, index));
}

void ept_reset(ept_stmt *stmt)
{
    (void)sqlite3_reset(stmt->h);
    (void)sqlite3_clear_bindings(stmt->h);
    stmt->bind_failed = SQLITE_OK;
    stmt->ended = false;
}

ept_status ept_step(bool *row, ept_stmt *stmt)
{
    int code = stmt->bind_failed;

    *row = false;
    begin_bind(stmt);
    if (code == SQLITE_OK) {
        code = sqlite3_step(stmt->h);
    }
    if (code == SQLITE_ROW) {
        *row = true;
        return EPT_OK;
    }
    ept_status st = code == SQLITE_DONE ? EPT_OK : store_fail(stmt->db, code, "use");
    ept_reset(stmt);
    return st;
}

ept_status ept_stmt_run(ept_stmt *stmt)
{
    bool row = false;
    ept_status st = ept_step(&row, stmt);

    if (row) {
        ept_reset(stmt);
    }
    return st;
}

int64_t ept_col_int(const ept_stmt *stmt, int column)
{
    return sqlite3_column_int64(stmt->h, column);
}

double ept_col_real(const ept_stmt *stmt, int column)
{
    return sqlite3_column_double(stmt->h, column);
}

bool ept_col_is_null(const ept_stmt *stmt, int column)
{
    return sqlite3_column_type(stmt->h, column) == SQLITE_NULL;
}

ept_str ept_col_text(const ept_stmt *stmt, int column)
{
    const unsigned char *p = sqlite3_column_text(stmt->h, column);
    int n = sqlite3_column_bytes(stmt->h, column);

    return (ept_str){(const char *)p, p == NULL ? 0 : (size_t)n};
}

ept_str ept_col_blob(const ept_stmt *stmt, int column)
{
    const void *p = sqlite3_column_blob(stmt->h, column);
    int n = sqlite3_column_bytes(stmt->h, column);

    return (ept_str){p, p == NULL ? 0 : (size_t)n};
}

ept_status ept_col_dup(const char **out, ept_arena *arena, const ept_stmt *stmt, int column)
{
    *out = NULL;
    if (ept_col_is_null(stmt, column)) {
        return EPT_OK;
    }
    ept_str text = ept_col_text(stmt, column);
    if (text.p == NULL) {
        return ept_fail(EPT_E_NOMEM, "read %s: out of memory", stmt->db->path);
    }
    *out = ept_arena_strndup(arena, text.p, text.n);
    return *out != NULL ? EPT_OK : ept_fail(EPT_E_NOMEM, "read %s: out of memory", stmt->db->path);
}

ept_status ept_db_begin(ept_db *db)
{
    return ept_db_exec(db, "BEGIN IMMEDIATE");
}

ept_status ept_db_commit(ept_db *db)
{
    return ept_db_exec(db, "COMMIT");
}

void ept_db_rollback(ept_db *db)
{
    if (sqlite3_get_autocommit(db->h) == 0) {
        (void)sqlite3_exec(db->h, "ROLLBACK", NULL, NULL, NULL);
    }
}

int64_t ept_db_last_rowid(const ept_db *db)
{
    return sqlite3_last_insert_rowid(db->h);
}

int64_t ept_db_changes(const ept_db *db)
{
    return sqlite3_changes64(db->h);
}
