/* SPDX-License-Identifier: MIT */
/* shim_vfs.h - a file system of SQLite that misbehaves on demand: refuses the write-ahead log, or
 * is full after so many bytes. Everything else goes to the default one. */
#ifndef SHIM_VFS_H
#define SHIM_VFS_H
#include <stdbool.h>
#include <stdint.h>

typedef struct shim_vfs_rules {
    bool no_wal;        /* a "-wal" file cannot be opened */
    bool no_write;      /* nothing can be opened for writing */
    int64_t room_bytes; /* bytes that may still be written; negative = no limit */
    int write_error;    /* what a write beyond it answers: SQLITE_FULL, SQLITE_IOERR_WRITE */
} shim_vfs_rules;

/* Registers "shim" once and gives the rules it follows; the test changes them. */
shim_vfs_rules *shim_vfs(void);

#endif
