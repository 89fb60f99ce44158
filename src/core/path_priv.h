/* SPDX-License-Identifier: MIT */
/* path_priv.h - what a system gives to path.c. Each function that says false leaves the cause with
 * the system (errno or its like); path_sys_fail turns it into a status right afterwards. */
#ifndef CORE_PATH_PRIV_H
#define CORE_PATH_PRIV_H
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "epstopik/arena.h"
#include "epstopik/status.h"

typedef enum path_kind { PATH_KIND_FILE, PATH_KIND_DIR, PATH_KIND_LINK, PATH_KIND_OTHER } path_kind;

typedef struct path_sys_info {
    path_kind kind;
    uint64_t bytes;
    int64_t modified_ms; /* UTC */
} path_sys_info;

/* "WHAT PATH: cause", as the status that fits the cause. */
ept_status path_sys_fail(const char *what, const char *path);
bool path_sys_is_missing(void); /* the cause was that there is no such file or folder */

bool path_sys_is_separator(char c);
/* follow: of what a link points to; else PATH_KIND_LINK for a link. */
bool path_sys_stat(path_sys_info *out, const char *path, bool follow);
FILE *path_sys_open(const char *path, const char *mode);
bool path_sys_mkdir(const char *path);
bool path_sys_remove_file(const char *path); /* or a link */
bool path_sys_remove_dir(const char *path);  /* an empty one */
bool path_sys_rename(const char *from, const char *to);

/* Calls `each` for every name but "." and "..", in no order; each says false to stop (still true).
 */
typedef bool path_sys_each(void *ctx, const char *name);
bool path_sys_list(const char *dir, path_sys_each *each, void *ctx);

#endif
