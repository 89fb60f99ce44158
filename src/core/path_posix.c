/* SPDX-License-Identifier: MIT */
/* path_posix.c - files on POSIX systems: names are bytes and taken as UTF-8. The program's own
 * place comes from /proc; the person's folder follows the XDG base directory rules. */
/* NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
#define _POSIX_C_SOURCE 200809L
/* NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
#define _FILE_OFFSET_BITS 64
#include "path_priv.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "epstopik/path.h"

enum { LINK_BYTES = 4096, DIR_MODE = 0777 };

static ept_status status_of_errno(int code)
{
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        return EPT_E_NOT_FOUND;
    case EACCES:
    case EPERM:
    case EROFS:
        return EPT_E_READONLY;
    case ENOSPC:
    case EDQUOT:
        return EPT_E_FULL;
    case ENOMEM:
        return EPT_E_NOMEM;
    default:
        return EPT_E_IO;
    }
}

ept_status path_sys_fail(const char *what, const char *path)
{
    int code = errno;
    return ept_fail(status_of_errno(code), "%s %s: %s", what, path, strerror(code));
}

bool path_sys_is_missing(void)
{
    return errno == ENOENT || errno == ENOTDIR;
}

bool path_sys_is_separator(char c)
{
    return c == '/';
}

bool path_sys_stat(path_sys_info *out, const char *path, bool follow)
{
    struct stat st;

    if ((follow ? stat(path, &st) : lstat(path, &st)) != 0) {
        return false;
    }
    out->kind = S_ISREG(st.st_mode)   ? PATH_KIND_FILE
                : S_ISDIR(st.st_mode) ? PATH_KIND_DIR
                : S_ISLNK(st.st_mode) ? PATH_KIND_LINK
                                      : PATH_KIND_OTHER;
    out->bytes = (uint64_t)st.st_size;
    out->modified_ms = (int64_t)st.st_mtim.tv_sec * 1000 + st.st_mtim.tv_nsec / 1000000;
    return true;
}

FILE *path_sys_open(const char *path, const char *mode)
{
    return fopen(path, mode);
}

bool path_sys_mkdir(const char *path)
{
    return mkdir(path, DIR_MODE) == 0;
}

bool path_sys_remove_file(const char *path)
{
    return unlink(path) == 0;
}

bool path_sys_remove_dir(const char *path)
{
    return rmdir(path) == 0;
}

bool path_sys_rename(const char *from, const char *to)
{
    return rename(from, to) == 0;
}

bool path_sys_list(const char *dir, path_sys_each *each, void *ctx)
{
    DIR *stream = opendir(dir);
    if (!stream) {
        return false;
    }
    int code = 0;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(stream);
        if (!entry) {
            code = errno;
            break;
        }
        const char *name = entry->d_name;
        if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0 && !each(ctx, name)) {
            break;
        }
    }
    closedir(stream);
    errno = code;
    return code == 0;
}

const char *ept_path_env(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

ept_status ept_path_exe_dir(char **out, ept_arena *arena)
{
    char link[LINK_BYTES];

    *out = NULL;
    ssize_t n = readlink("/proc/self/exe", link, sizeof link - 1);
    if (n < 0) {
        return path_sys_fail("read", "/proc/self/exe");
    }
    link[n] = '\0';
    *out = ept_path_dir(arena, link);
    return *out ? EPT_OK : ept_fail(EPT_E_NOMEM, "find the program's folder: no memory");
}

ept_status ept_path_data_dir(char **out, ept_arena *arena)
{
    const char *data = ept_path_env("XDG_DATA_HOME");
    const char *home = ept_path_env("HOME");

    *out = NULL;
    if (data && *data == '/') { /* a relative one is to be ignored, says the XDG rule */
        *out = ept_path_join(arena, data, "eps-topik");
    } else if (home) {
        *out = ept_path_join(arena, home, ".local/share/eps-topik");
    } else {
        return ept_fail(EPT_E_NOT_FOUND, "find the data folder: HOME is not set");
    }
    return *out ? EPT_OK : ept_fail(EPT_E_NOMEM, "find the data folder: no memory");
}

ept_status ept_path_temp_dir(char **out, ept_arena *arena)
{
    const char *base = ept_path_env("TMPDIR");
    char *dir = ept_path_join(arena, base ? base : "/tmp", "eps-topik-XXXXXX");

    *out = NULL;
    if (!dir) {
        return ept_fail(EPT_E_NOMEM, "make a temporary folder: no memory");
    }
    if (!mkdtemp(dir)) {
        return path_sys_fail("make folder", dir);
    }
    *out = dir;
    return EPT_OK;
}
