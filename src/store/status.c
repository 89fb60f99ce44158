/* SPDX-License-Identifier: MIT */
/* What a SQLite result code means to the rest of the house. */
#include "store_priv.h"

ept_status store_status(int code)
{
    if (code == SQLITE_IOERR_NOMEM) {
        return EPT_E_NOMEM;
    }
    if (code == SQLITE_IOERR_CORRUPTFS) {
        return EPT_E_CORRUPT;
    }
    switch (code & 0xff) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
        return EPT_OK;
    case SQLITE_NOMEM:
        return EPT_E_NOMEM;
    case SQLITE_FULL:
        return EPT_E_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return EPT_E_READONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return EPT_E_LOCKED;
    case SQLITE_CORRUPT:
        return EPT_E_CORRUPT;
    case SQLITE_NOTADB:
        return EPT_E_FORMAT;
    case SQLITE_IOERR:
        return EPT_E_IO;
    default:
        return EPT_E_DB;
    }
}

ept_status store_fail(const ept_db *db, int code, const char *what)
{
    return ept_fail(store_status(code), "%s %s: %s", what, db->path,
                    db->h != NULL ? sqlite3_errmsg(db->h) : sqlite3_errstr(code));
}
