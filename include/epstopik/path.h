/* SPDX-License-Identifier: MIT */
/* path.h - the only way to files, with UTF-8 names everywhere. Floor: core.
 * Codes of all functions: EPT_E_NOT_FOUND, EPT_E_READONLY (no permission or read-only place),
 * EPT_E_FULL, EPT_E_IO, EPT_E_NOMEM. Durable files are SQLite's business, not this module's. */
#ifndef EPSTOPIK_PATH_H
#define EPSTOPIK_PATH_H
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "epstopik/arena.h"
#include "epstopik/str.h"

/* Reads a whole file into `out` (reset first); a NUL follows the bytes. */
EPT_NODISCARD ept_status ept_path_read(ept_buf *out, const char *path);
/* Writes beside the target and renames over it: the file is the old or the new one, never half. */
EPT_NODISCARD ept_status ept_path_write(const char *path, const void *bytes, size_t n);
/* A stream for large outputs, binary. Closed by the caller with fclose. mode: "rb", "wb", "ab". */
EPT_NODISCARD ept_status ept_path_open(FILE **out, const char *path, const char *mode);

bool ept_path_is_file(const char *path);
bool ept_path_is_dir(const char *path);
EPT_NODISCARD ept_status ept_path_mkdirs(const char *path); /* fine when it is there */
EPT_NODISCARD ept_status ept_path_remove(const char *path); /* a file; fine when it is not there */
EPT_NODISCARD ept_status ept_path_remove_tree(const char *path);
EPT_NODISCARD ept_status ept_path_rename(const char *from, const char *to); /* replaces `to` */
EPT_NODISCARD ept_status ept_path_copy(const char *from, const char *to);

/* Names (not paths) in a folder, sorted by bytes, "." and ".." left out. Array and strings in
 * `arena`. */
EPT_NODISCARD ept_status ept_path_list(const char ***out, size_t *count, ept_arena *arena,
                                       const char *dir);
/* All files below `dir`, as paths relative to it with '/', sorted by bytes. */
EPT_NODISCARD ept_status ept_path_walk(const char ***out, size_t *count, ept_arena *arena,
                                       const char *dir);

typedef struct ept_path_info {
    uint64_t bytes;
    int64_t modified_ms; /* UTC */
} ept_path_info;
EPT_NODISCARD ept_status ept_path_stat(ept_path_info *out, const char *path);

/* "a/b": NULL when out of memory. */
char *ept_path_join(ept_arena *arena, const char *a, const char *b);
const char *ept_path_base(const char *path); /* borrowed: behind the last separator */
char *ept_path_dir(ept_arena *arena, const char *path);

/* The folder of the running program; the person's data folder ($XDG_DATA_HOME/eps-topik or
 * ~/.local/share/eps-topik; %LOCALAPPDATA%\eps-topik), not created; a new private temporary
 * folder. */
EPT_NODISCARD ept_status ept_path_exe_dir(char **out, ept_arena *arena);
EPT_NODISCARD ept_status ept_path_data_dir(char **out, ept_arena *arena);
EPT_NODISCARD ept_status ept_path_temp_dir(char **out, ept_arena *arena);

/* Finds `name` (e.g. "messages", "core.bank") in: $EPT_ASSETS, beside the program and its "assets",
 * the install folder (share/eps-topik), the source tree's assets. EPT_E_NOT_FOUND names all. */
EPT_NODISCARD ept_status ept_path_asset(char **out, ept_arena *arena, const char *name);

/* An environment variable, UTF-8; NULL when unset or empty. Borrowed. */
const char *ept_path_env(const char *name);

#endif
