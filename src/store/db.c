/* SPDX-License-Identifier: MIT */
/* Opening and closing: which locks, which journal, and whose file it is. A person's file is taken
 * exclusively at once, so that a second program is told so before it shows anything. */
#include <stdio.h>
#include <string.h>

#include "store_priv.h"

#include "epstopik/path.h"

ept_status store_number(int64_t *out, ept_db *db, const char *sql)
{
    sqlite3_stmt *stmt = NULL;
    int code = sqlite3_prepare_v2(db->h, sql, -1, &stmt, NULL);

    *out = 0;
    if (code == SQLITE_OK) {
        code = sqlite3_step(stmt);
        if (code == SQLITE_ROW) {
            *out = sqlite3_column_int64(stmt, 0);
            code = SQLITE_OK;
        }
    }
    ept_status st = code == SQLITE_OK ? EPT_OK : store_fail(db, code, "read");
    (void)sqlite3_finalize(stmt);
    return st;
}

ept_status ept_db_exec(ept_db *db, const char *sql)
{
    int code = sqlite3_exec(db->h, sql, NULL, NULL, NULL);

    return code == SQLITE_OK ? EPT_OK : store_fail(db, code, "write");
}

/* "file:" URI of a path: immutable files are neither locked nor looked at for a journal. */
static ept_status immutable_uri(ept_buf *uri, const char *path)
{
    static const char hex[] = "0123456789ABCDEF";

    ept_buf_puts(uri, "file:");
    if (path[0] != '\0' && path[1] == ':') {
        ept_buf_puts(uri, "///"); /* a drive letter */
    }
    for (const char *p = path; *p != '\0'; p++) {
        unsigned char c = (unsigned char)*p;
        if (c == '%' || c == '?' || c == '#') {
            char code[3] = {'%', hex[c >> 4], hex[c & 15]};
            ept_buf_add(uri, code, sizeof code);
        } else {
            ept_buf_add(uri, p, 1);
        }
    }
    ept_buf_puts(uri, "?immutable=1");
    return ept_buf_ok(uri);
}

static ept_status open_failed(const ept_db *db, int code)
{
    if ((code & 0xff) != SQLITE_CANTOPEN) {
        return store_fail(db, code, "open");
    }
    if (db->mode == EPT_DB_READ) {
        if (!ept_path_is_file(db->path)) {
            return ept_fail(EPT_E_NOT_FOUND, "open %s: there is no such file", db->path);
        }
        return ept_fail(EPT_E_IO, "open %s: it cannot be read", db->path);
    }
    return ept_fail(EPT_E_READONLY, "open %s: the folder is not there or cannot be written",
                    db->path);
}

static ept_status open_handle(ept_db *db)
{
    ept_buf name = {0};
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    ept_status st = EPT_OK;

    if (db->mode == EPT_DB_READ) {
        flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
        st = immutable_uri(&name, db->path);
    } else {
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        ept_buf_puts(&name, db->path);
        st = ept_buf_ok(&name);
    }
    if (st == EPT_OK) {
        int code = sqlite3_open_v2(name.p, &db->h, flags, db->vfs);
        if (code != SQLITE_OK) {
            st = open_failed(db, code);
        } else if (db->mode != EPT_DB_READ && sqlite3_db_readonly(db->h, "main") == 1) {
            st = ept_fail(EPT_E_READONLY, "open %s: the file cannot be written", db->path);
        }
    }
    ept_buf_clear(&name);
    return st;
}

static ept_status harden(ept_db *db)
{
    int on = 0;
    bool ok = sqlite3_db_config(db->h, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, &on) == SQLITE_OK &&
              sqlite3_db_config(db->h, SQLITE_DBCONFIG_DEFENSIVE, 1, &on) == SQLITE_OK;

    return ok ? ept_db_exec(db, "PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON;")
              : ept_fail(EPT_E_DB, "open %s: the database refuses its settings", db->path);
}

static ept_status check_owner(ept_db *db, uint32_t application_id)
{
    int64_t id = 0;
    ept_status st = store_number(&id, db, "PRAGMA application_id");

    if (st == EPT_OK && (uint32_t)id != application_id) {
        st = ept_fail(EPT_E_FORMAT, "open %s: it is not a file of this kind", db->path);
    }
    return st;
}

static ept_status set_owner(ept_db *db, uint32_t application_id)
{
    char sql[64];

    (void)snprintf(sql, sizeof sql, "PRAGMA application_id=%d", (int)(int32_t)application_id);
    return ept_db_exec(db, sql);
}

static bool answers_wal(sqlite3 *h)
{
    sqlite3_stmt *stmt = NULL;
    bool wal = false;

    if (sqlite3_prepare_v2(h, "PRAGMA journal_mode=WAL", -1, &stmt, NULL) == SQLITE_OK &&
        sqlite3_step(stmt) == SQLITE_ROW) {
        const unsigned char *mode = sqlite3_column_text(stmt, 0);
        wal = mode != NULL && strcmp((const char *)mode, "wal") == 0;
    }
    (void)sqlite3_finalize(stmt);
    return wal;
}

/* Whether a write-ahead log works in this place, tried on a scratch file beside the real one: a
 * real file that was switched where the log then cannot be opened could not be switched back. */
static bool wal_works(const ept_db *db)
{
    ept_buf name = {0};
    sqlite3 *h = NULL;
    bool works = false;

    ept_buf_printf(&name, "%s-try", db->path);
    if (ept_buf_ok(&name) != EPT_OK || ept_path_remove(name.p) != EPT_OK) {
        goto done;
    }
    if (sqlite3_open_v2(name.p, &h,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                        db->vfs) == SQLITE_OK &&
        sqlite3_exec(h, "PRAGMA locking_mode=EXCLUSIVE", NULL, NULL, NULL) == SQLITE_OK &&
        answers_wal(h)) {
        works = sqlite3_exec(h, "CREATE TABLE t(x)", NULL, NULL, NULL) == SQLITE_OK;
    }
    (void)sqlite3_close(h);
    ept_status removed = ept_path_remove(name.p);
    ept_buf_printf(&name, "-wal");
    if (ept_buf_ok(&name) == EPT_OK) {
        removed = ept_path_remove(name.p);
    }
    (void)removed; /* a scratch file that stays is only untidy */
done:
    ept_buf_clear(&name);
    return works;
}

static ept_status is_wal_already(bool *out, ept_db *db)
{
    sqlite3_stmt *stmt = NULL;
    int code = sqlite3_prepare_v2(db->h, "PRAGMA journal_mode", -1, &stmt, NULL);

    *out = false;
    if (code == SQLITE_OK && (code = sqlite3_step(stmt)) == SQLITE_ROW) {
        const unsigned char *mode = sqlite3_column_text(stmt, 0);
        *out = mode != NULL && strcmp((const char *)mode, "wal") == 0;
        code = SQLITE_OK;
    }
    (void)sqlite3_finalize(stmt);
    return code == SQLITE_OK ? EPT_OK : open_failed(db, code);
}

static ept_status open_person(ept_db *db, uint32_t application_id)
{
    int64_t pages = 0;
    bool was_wal = false;
    ept_status st = ept_db_exec(db, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA synchronous=FULL;");

    if (st == EPT_OK) {
        st = store_number(&pages, db, "PRAGMA page_count");
    }
    if (st == EPT_OK && pages > 0) {
        st = check_owner(db, application_id);
    }
    if (st == EPT_OK) {
        st = is_wal_already(&was_wal, db);
    }
    if (st != EPT_OK) {
        return st;
    }
    db->fresh = pages == 0;
    /* The lock comes before the journal: a write that changes nothing takes it, and EXCLUSIVE keeps
     * it. */
    st = ept_db_exec(db, "BEGIN EXCLUSIVE; COMMIT;");
    if (st == EPT_OK) {
        db->wal = was_wal || (wal_works(db) && answers_wal(db->h));
        st = db->wal ? EPT_OK : ept_db_exec(db, "PRAGMA journal_mode=DELETE");
    }
    if (st == EPT_OK && db->fresh) {
        st = set_owner(db, application_id);
    }
    if (st == EPT_OK) {
        st = ept_db_exec(db, "BEGIN EXCLUSIVE; COMMIT;");
    }
    return st != EPT_OK ? st : harden(db);
}

static ept_status open_create(ept_db *db, uint32_t application_id)
{
    ept_status st = ept_db_exec(db, "PRAGMA journal_mode=OFF; PRAGMA synchronous=NORMAL;"
                                    "PRAGMA locking_mode=EXCLUSIVE; PRAGMA page_size=4096;"
                                    "PRAGMA cache_size=-65536;");

    db->fresh = true;
    return st != EPT_OK ? st : set_owner(db, application_id);
}

static ept_status open_read(ept_db *db, uint32_t application_id)
{
    ept_status st = check_owner(db, application_id);

    return st != EPT_OK ? st : harden(db);
}

static char *copy_text(const char *text)
{
    size_t n = strlen(text) + 1;
    char *copy = ept_calloc(n, 1);

    if (copy != NULL) {
        memcpy(copy, text, n);
    }
    return copy;
}

ept_status ept_db_open(ept_db **out, const char *path, const ept_db_opts *opts)
{
    *out = NULL;
    ept_db *db = ept_calloc(1, sizeof *db);
    ept_status st = EPT_OK;

    if (db == NULL || (db->path = copy_text(path)) == NULL ||
        (opts->vfs != NULL && (db->vfs = copy_text(opts->vfs)) == NULL)) {
        st = ept_fail(EPT_E_NOMEM, "open %s: out of memory", path);
        goto done;
    }
    db->mode = opts->mode;
    if (opts->mode == EPT_DB_CREATE && (st = ept_path_remove(path)) != EPT_OK) {
        goto done;
    }
    if ((st = open_handle(db)) != EPT_OK) {
        goto done;
    }
    switch (opts->mode) {
    case EPT_DB_READ:
        st = open_read(db, opts->application_id);
        break;
    case EPT_DB_CREATE:
        st = open_create(db, opts->application_id);
        break;
    case EPT_DB_PERSON:
        st = open_person(db, opts->application_id);
        break;
    }
done:
    if (st != EPT_OK) {
        ept_db_close(db);
        db = NULL;
    }
    *out = db;
    return st;
}

void ept_db_close(ept_db *db)
{
    if (db == NULL) {
        return;
    }
    while (db->stmts != NULL) {
        ept_stmt *next = db->stmts->next;
        (void)sqlite3_finalize(db->stmts->h);
        ept_free(db->stmts);
        db->stmts = next;
    }
    (void)sqlite3_close(db->h);
    ept_free(db->path);
    ept_free(db->vfs);
    ept_free(db);
}

bool ept_db_is_wal(const ept_db *db)
{
    return db->wal;
}

const char *ept_db_path(const ept_db *db)
{
    return db->path;
}
