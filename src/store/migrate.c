/* SPDX-License-Identifier: MIT */
/* Bringing a file to the newest shape: one transaction a step, a copy kept before the first one,
 * and a file that a newer program made is left as it is. */
#include <stdio.h>

#include "store_priv.h"

#include "epstopik/path.h"

ept_status ept_db_user_version(int *out, ept_db *db)
{
    int64_t version = 0;
    ept_status st = store_number(&version, db, "PRAGMA user_version");

    *out = (int)version;
    return st;
}

static ept_status copy_into(ept_db *db, sqlite3 *to, const char *name)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", db->h, "main");

    if (backup == NULL) {
        return ept_fail(store_status(sqlite3_errcode(to)), "copy to %s: %s", name,
                        sqlite3_errmsg(to));
    }
    int code = sqlite3_backup_step(backup, -1);
    int ended = sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE || ended != SQLITE_OK) {
        code = code != SQLITE_DONE ? code : ended;
        return ept_fail(store_status(code), "copy to %s: %s", name, sqlite3_errstr(code));
    }
    return EPT_OK;
}

/* The copy is made beside and renamed, so that what bears the name is whole. */
static ept_status keep_copy(ept_db *db, int version)
{
    ept_buf name = {0}, part = {0};
    sqlite3 *to = NULL;
    ept_status st = EPT_OK;

    ept_buf_printf(&name, "%s.before-%d", db->path, version);
    ept_buf_printf(&part, "%s.before-%d.part", db->path, version);
    if ((st = ept_buf_ok(&name)) != EPT_OK || (st = ept_buf_ok(&part)) != EPT_OK ||
        (st = ept_path_remove(part.p)) != EPT_OK) {
        goto done;
    }
    int code = sqlite3_open_v2(part.p, &to,
                               SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX |
                                   SQLITE_OPEN_EXRESCODE,
                               db->vfs);
    if (code != SQLITE_OK) {
        st = ept_fail(store_status(code), "copy to %s: %s", part.p, sqlite3_errstr(code));
    } else {
        st = copy_into(db, to, part.p);
    }
    if (sqlite3_close(to) != SQLITE_OK && st == EPT_OK) {
        st = ept_fail(EPT_E_IO, "copy to %s: it does not close", part.p);
    }
    if (st == EPT_OK) {
        st = ept_path_rename(part.p, name.p);
    } else if (ept_path_remove(part.p) != EPT_OK) {
        st = ept_fail(st, "copy to %s failed, and half a copy stayed", part.p);
    }
done:
    ept_buf_clear(&name);
    ept_buf_clear(&part);
    return st;
}

static ept_status one_step(ept_db *db, const ept_migration *step)
{
    char version[48];
    ept_status st = ept_db_begin(db);

    if (st != EPT_OK) {
        return st;
    }
    (void)snprintf(version, sizeof version, "PRAGMA user_version=%d", step->version);
    st = ept_db_exec(db, step->sql);
    if (st == EPT_OK) {
        st = ept_db_exec(db, version);
    }
    if (st == EPT_OK) {
        st = ept_db_commit(db);
    }
    if (st != EPT_OK) {
        ept_db_rollback(db);
    }
    return st;
}

ept_status ept_db_migrate(ept_db *db, const ept_migration *steps, size_t count)
{
    int version = 0;
    int64_t objects = 0;
    bool kept = false;
    ept_status st = ept_db_user_version(&version, db);

    if (st == EPT_OK) {
        st = store_number(&objects, db, "SELECT count(*) FROM sqlite_schema");
    }
    if (st != EPT_OK) {
        return st;
    }
    if (count > 0 && version > steps[count - 1].version) {
        return ept_fail(EPT_E_VERSION,
                        "open %s: version %d is of a newer program, this one knows %d", db->path,
                        version, steps[count - 1].version);
    }
    for (size_t i = 0; i < count && st == EPT_OK; i++) {
        if (steps[i].version <= version) {
            continue;
        }
        if (!kept && objects > 0) {
            st = keep_copy(db, steps[i].version);
            kept = true;
        }
        if (st == EPT_OK) {
            st = one_step(db, &steps[i]);
        }
    }
    return st;
}
