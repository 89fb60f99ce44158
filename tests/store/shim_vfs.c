/* SPDX-License-Identifier: MIT */
/* Each file is the default file system's own file with its methods replaced where a rule bites. */
#include "shim_vfs.h"

#include <string.h>

#include <sqlite3.h>

typedef struct shim_file {
    sqlite3_file base;
    _Alignas(8) unsigned char inner[1];
} shim_file;

static sqlite3_vfs *below;
static shim_vfs_rules rules = {.room_bytes = -1};

static sqlite3_file *inner_of(sqlite3_file *file)
{
    return (sqlite3_file *)(void *)((shim_file *)(void *)file)->inner;
}

static int shim_close(sqlite3_file *f)
{
    return inner_of(f)->pMethods->xClose(inner_of(f));
}

static int shim_read(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
    return inner_of(f)->pMethods->xRead(inner_of(f), to, n, at);
}

static int shim_write(sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
    if (rules.room_bytes >= 0) {
        if (n > rules.room_bytes) {
            return rules.write_error;
        }
        rules.room_bytes -= n;
    }
    return inner_of(f)->pMethods->xWrite(inner_of(f), from, n, at);
}

static int shim_truncate(sqlite3_file *f, sqlite3_int64 n)
{
    return inner_of(f)->pMethods->xTruncate(inner_of(f), n);
}

static int shim_sync(sqlite3_file *f, int flags)
{
    return inner_of(f)->pMethods->xSync(inner_of(f), flags);
}

static int shim_size(sqlite3_file *f, sqlite3_int64 *n)
{
    return inner_of(f)->pMethods->xFileSize(inner_of(f), n);
}

static int shim_lock(sqlite3_file *f, int kind)
{
    return inner_of(f)->pMethods->xLock(inner_of(f), kind);
}

static int shim_unlock(sqlite3_file *f, int kind)
{
    return inner_of(f)->pMethods->xUnlock(inner_of(f), kind);
}

static int shim_reserved(sqlite3_file *f, int *out)
{
    return inner_of(f)->pMethods->xCheckReservedLock(inner_of(f), out);
}

static int shim_control(sqlite3_file *f, int op, void *arg)
{
    return inner_of(f)->pMethods->xFileControl(inner_of(f), op, arg);
}

static int shim_sector(sqlite3_file *f)
{
    return inner_of(f)->pMethods->xSectorSize(inner_of(f));
}

static int shim_device(sqlite3_file *f)
{
    return inner_of(f)->pMethods->xDeviceCharacteristics(inner_of(f));
}

static const sqlite3_io_methods shim_methods = {
    .iVersion = 1,
    .xClose = shim_close,
    .xRead = shim_read,
    .xWrite = shim_write,
    .xTruncate = shim_truncate,
    .xSync = shim_sync,
    .xFileSize = shim_size,
    .xLock = shim_lock,
    .xUnlock = shim_unlock,
    .xCheckReservedLock = shim_reserved,
    .xFileControl = shim_control,
    .xSectorSize = shim_sector,
    .xDeviceCharacteristics = shim_device,
};

static int shim_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out_flags)
{
    (void)vfs;
    f->pMethods = NULL;
    if ((rules.no_wal && (flags & SQLITE_OPEN_WAL) != 0) ||
        (rules.no_write && (flags & SQLITE_OPEN_READWRITE) != 0)) {
        return SQLITE_CANTOPEN;
    }
    int code = below->xOpen(below, name, inner_of(f), flags, out_flags);
    if (code == SQLITE_OK) {
        f->pMethods = &shim_methods;
    }
    return code;
}

shim_vfs_rules *shim_vfs(void)
{
    static sqlite3_vfs shim;

    if (below == NULL) {
        below = sqlite3_vfs_find(NULL);
        shim = *below;
        shim.zName = "shim";
        shim.pNext = NULL;
        shim.szOsFile = (int)sizeof(shim_file) + below->szOsFile;
        shim.xOpen = shim_open;
        (void)sqlite3_vfs_register(&shim, 0);
    }
    rules = (shim_vfs_rules){.room_bytes = -1, .write_error = SQLITE_FULL};
    return &rules;
}
