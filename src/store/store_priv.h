/* SPDX-License-Identifier: MIT */
/* store_priv.h - what the files of the store share. Private to src/store. */
#ifndef STORE_PRIV_H
#define STORE_PRIV_H
#include <stdbool.h>
#include <stdint.h>

#include <sqlite3.h>

#include "epstopik/store.h"

struct ept_stmt {
    sqlite3_stmt *h;
    ept_db *db;
    ept_stmt *next;
    int bind_failed; /* the SQLite code of the first bind that failed since the last step */
    bool ended;      /* stepped to the end: reset before the next step */
};

struct ept_db {
    sqlite3 *h;
    char *path;
    char *vfs; /* NULL = the default */
    ept_stmt *stmts;
    ept_db_mode mode;
    bool wal;
    bool fresh; /* made by this open */
};

/* The status that a SQLite result code (extended or not) stands for. */
ept_status store_status(int code);
/* Fails with the database's own sentence: "<what> <path>: <sentence>". */
ept_status store_fail(const ept_db *db, int code, const char *what);
/* One number from a pragma or select of one row and column. */
ept_status store_number(int64_t *out, ept_db *db, const char *sql);

#endif
