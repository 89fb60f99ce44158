/* SPDX-License-Identifier: MIT */
/* power_vfs.h - a file system of SQLite in memory whose power can be cut: what was written after
 * the last sync of a file is gone, or a random half of it is there. Link SQLite::SQLite3. */
#ifndef POWER_VFS_H
#define POWER_VFS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The name to open by. Registers once; all files are gone. */
const char *power_vfs_fresh(void);

/* The power goes at the n-th write, truncation, sync or delete from now (1-based): that one and all
 * later ones fail. 0 = never. */
void power_vfs_cut_at(size_t nth);
/* How many such steps there were since power_vfs_cut_at. */
size_t power_vfs_steps(void);
/* How many syncs of files there were since power_vfs_cut_at. */
size_t power_vfs_syncs(void);

/* Power is back: each file holds what was synced; with `half`, also a random half of what was not
 * (a write is there whole or not at all). Open handles must have been closed. */
void power_vfs_back(bool half, uint64_t seed);

/* Keeps all files as they are now, to begin from there again. */
void power_vfs_keep(void);
void power_vfs_restore(void);
/* Frees what fresh, keep hold. */
void power_vfs_done(void);

#endif
