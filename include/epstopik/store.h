/* SPDX-License-Identifier: MIT */
/* store.h - how bytes become durable: one SQLite connection, statements, transactions, migrations.
 * Floor: store. No SQL is assembled from text; only values are bound. */
#ifndef EPSTOPIK_STORE_H
#define EPSTOPIK_STORE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "epstopik/arena.h"
#include "epstopik/status.h"
#include "epstopik/str.h"

typedef struct ept_db ept_db;
typedef struct ept_stmt ept_stmt;

typedef enum ept_db_mode {
    EPT_DB_READ,   /* immutable: no lock, no journal is looked for */
    EPT_DB_CREATE, /* a new file for a build: made afresh, no journal, not durable until closed */
    EPT_DB_PERSON, /* WAL, synchronous=FULL, EXCLUSIVE; DELETE when WAL is not given */
} ept_db_mode;

typedef struct ept_db_opts {
    ept_db_mode mode;
    uint32_t application_id; /* checked (READ, PERSON) or written (CREATE, new PERSON file) */
    const char *vfs;         /* NULL = the default; tests name their own */
} ept_db_opts;

/* EPT_E_NOT_FOUND (READ only), EPT_E_FORMAT: not SQLite, or another application_id; EPT_E_LOCKED:
 * held by another program; EPT_E_READONLY, EPT_E_FULL, EPT_E_IO, EPT_E_DB. */
EPT_NODISCARD ept_status ept_db_open(ept_db **out, const char *path, const ept_db_opts *opts);
/* Finalises all its statements. NULL is fine. */
void ept_db_close(ept_db *db);
bool ept_db_is_wal(const ept_db *db);
const char *ept_db_path(const ept_db *db);

/* One migration: its SQL and the user_version after it (1, 2, ...). */
typedef struct ept_migration {
    int version;
    const char *sql;
} ept_migration;
/* Brings the file to the last version: one transaction a step with user_version inside; before the
 * first step on an existing file a copy "NAME.before-N" is kept. EPT_E_VERSION: the file is newer,
 * untouched. */
EPT_NODISCARD ept_status ept_db_migrate(ept_db *db, const ept_migration *steps, size_t count);
EPT_NODISCARD ept_status ept_db_user_version(int *out, ept_db *db);

/* Runs fixed SQL without results. */
EPT_NODISCARD ept_status ept_db_exec(ept_db *db, const char *sql);

/* Prepares; the statement belongs to the database and lives until it closes. */
EPT_NODISCARD ept_status ept_db_prepare(ept_stmt **out, ept_db *db, const char *sql);
/* Binding (index 1-based) clears nothing; a step after the end resets first. NULL text binds NULL.
 * The bytes must live until the next step or reset. */
void ept_bind_text(ept_stmt *stmt, int index, const char *text);
void ept_bind_blob(ept_stmt *stmt, int index, const void *bytes, size_t n);
void ept_bind_int(ept_stmt *stmt, int index, int64_t value);
void ept_bind_real(ept_stmt *stmt, int index, double value);
void ept_bind_null(ept_stmt *stmt, int index);
/* *row true: a row stands ready; false: the end (reset and bindings cleared). A failed bind shows
 * here. */
EPT_NODISCARD ept_status ept_step(bool *row, ept_stmt *stmt);
/* For statements without rows: one step, then reset. */
EPT_NODISCARD ept_status ept_stmt_run(ept_stmt *stmt);
void ept_reset(ept_stmt *stmt);
/* Columns 0-based; text and blob live until the next step or reset, or in the arena of the _dup. */
int64_t ept_col_int(const ept_stmt *stmt, int column);
double ept_col_real(const ept_stmt *stmt, int column);
bool ept_col_is_null(const ept_stmt *stmt, int column);
ept_str ept_col_text(const ept_stmt *stmt, int column);
ept_str ept_col_blob(const ept_stmt *stmt, int column);
/* Copies into the arena; NULL column gives NULL and EPT_OK. */
EPT_NODISCARD ept_status ept_col_dup(const char **out, ept_arena *arena, const ept_stmt *stmt,
                                     int column);

/* BEGIN IMMEDIATE / COMMIT / ROLLBACK. COMMIT returns when the bytes are synced (PERSON mode). */
EPT_NODISCARD ept_status ept_db_begin(ept_db *db);
EPT_NODISCARD ept_status ept_db_commit(ept_db *db);
void ept_db_rollback(ept_db *db); /* fine outside a transaction */
int64_t ept_db_last_rowid(const ept_db *db);
int64_t ept_db_changes(const ept_db *db);

#endif
