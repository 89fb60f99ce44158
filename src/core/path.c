/* SPDX-License-Identifier: MIT */
/* path.c - the part of file handling that is the same on every system, and where assets are looked
 * for. It rests on the few calls of path_priv.h. */
#include "epstopik/path.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "epstopik/hash.h"
#include "path_priv.h"

enum { READ_BYTES = 16 * 1024 };

/* Names gathered before their number is known: an array on the heap, the texts in the arena. */
typedef struct name_list {
    ept_arena *arena;
    const char **names;
    size_t n, cap;
    bool failed;
} name_list;

static bool add_name(name_list *list, const char *name)
{
    if (!list->failed && list->n == list->cap) {
        size_t cap = list->cap ? list->cap * 2 : 32;
        const char **grown = ept_realloc(list->names, cap * sizeof *grown);
        if (grown) {
            list->names = grown;
            list->cap = cap;
        } else {
            list->failed = true;
        }
    }
    if (list->failed || !name) {
        list->failed = true;
        return false;
    }
    list->names[list->n++] = name;
    return true;
}

static bool add_copy(void *ctx, const char *name)
{
    name_list *list = ctx;
    return add_name(list, ept_arena_strdup(list->arena, name));
}

static int by_bytes(const void *a, const void *b)
{
    const char *const *left = a, *const *right = b;
    return strcmp(*left, *right);
}

/* Sorts the names and moves them into the arena. The heap array is freed by the caller. */
static ept_status hand_over(const char ***out, size_t *count, name_list *list, const char *dir)
{
    const char **names = ept_arena_array(list->arena, list->n, sizeof *names);

    if (!names || list->failed) {
        return ept_fail(EPT_E_NOMEM, "list %s: no memory", dir);
    }
    if (list->n > 0) {
        qsort(list->names, list->n, sizeof *list->names, by_bytes);
        memcpy(names, list->names, list->n * sizeof *names);
    }
    *out = names;
    *count = list->n;
    return EPT_OK;
}

ept_status ept_path_open(FILE **out, const char *path, const char *mode)
{
    *out = NULL;
    if (!ept_streq(mode, "rb") && !ept_streq(mode, "wb") && !ept_streq(mode, "ab")) {
        return ept_fail(EPT_E_INVAL, "open %s: no such mode as \"%s\"", path, mode);
    }
    *out = path_sys_open(path, mode);
    return *out ? EPT_OK : path_sys_fail("open", path);
}

ept_status ept_path_read(ept_buf *out, const char *path)
{
    char bytes[READ_BYTES];
    FILE *f = NULL;
    size_t n;

    ept_buf_reset(out);
    ept_status st = ept_path_open(&f, path, "rb");
    if (st != EPT_OK) {
        return st;
    }
    ept_buf_add(out, "", 0); /* an empty file has its NUL too */
    while ((n = fread(bytes, 1, sizeof bytes, f)) > 0) {
        ept_buf_add(out, bytes, n);
    }
    st = ferror(f) ? path_sys_fail("read", path) : ept_buf_ok(out);
    if (st != EPT_OK) {
        ept_buf_reset(out);
    }
    fclose(f);
    return st;
}

/* Writes bytes to a new file; what is on the disk after a failure is the caller's to remove. */
static ept_status write_new(const char *path, const void *bytes, size_t n)
{
    FILE *f = NULL;
    ept_status st = ept_path_open(&f, path, "wb");

    if (st != EPT_OK) {
        return st;
    }
    if (n > 0 && fwrite(bytes, 1, n, f) != n) {
        st = path_sys_fail("write", path);
    }
    if (fclose(f) != 0 && st == EPT_OK) {
        st = path_sys_fail("write", path);
    }
    return st;
}

/* A name beside `path` that nobody else uses. */
static char *name_beside(ept_arena *arena, const char *path)
{
    return ept_arena_printf(arena, "%s.%016" PRIx64 ".new", path, ept_random_u64());
}

/* Puts the finished file in the place of `path`, or removes it when `st` says that it is not whole.
 */
static ept_status put_in_place(ept_status st, const char *beside, const char *path)
{
    if (st == EPT_OK) {
        st = ept_path_rename(beside, path);
    }
    if (st != EPT_OK) {
        path_sys_remove_file(beside);
    }
    return st;
}

ept_status ept_path_write(const char *path, const void *bytes, size_t n)
{
    ept_arena *arena = NULL;
    ept_status st = ept_arena_new(&arena);

    if (st != EPT_OK) {
        return st;
    }
    const char *beside = name_beside(arena, path);
    st = beside ? put_in_place(write_new(beside, bytes, n), beside, path)
                : ept_fail(EPT_E_NOMEM, "write %s: no memory", path);
    ept_arena_free(arena);
    return st;
}

/* The copy is not closed here: the caller checks its fclose. */
static ept_status copy_stream(FILE *to, FILE *from, const char *to_path, const char *from_path)
{
    char bytes[READ_BYTES];
    size_t n;

    while ((n = fread(bytes, 1, sizeof bytes, from)) > 0) {
        if (fwrite(bytes, 1, n, to) != n) {
            return path_sys_fail("write", to_path);
        }
    }
    return ferror(from) ? path_sys_fail("read", from_path) : EPT_OK;
}

ept_status ept_path_copy(const char *from, const char *to)
{
    ept_arena *arena = NULL;
    FILE *in = NULL, *out = NULL;
    const char *beside = NULL;
    ept_status st = ept_arena_new(&arena);

    if (st != EPT_OK) {
        goto done;
    }
    beside = name_beside(arena, to);
    if (!beside) {
        st = ept_fail(EPT_E_NOMEM, "copy to %s: no memory", to);
        goto done;
    }
    st = ept_path_open(&in, from, "rb");
    if (st != EPT_OK) {
        goto done;
    }
    st = ept_path_open(&out, beside, "wb");
    if (st != EPT_OK) {
        goto done;
    }
    st = copy_stream(out, in, to, from);
    if (fclose(out) != 0 && st == EPT_OK) {
        st = path_sys_fail("write", to);
    }
    st = put_in_place(st, beside, to);
done:
    if (in) {
        fclose(in);
    }
    ept_arena_free(arena);
    return st;
}

static bool is_kind(const char *path, path_kind kind)
{
    path_sys_info info;
    return path_sys_stat(&info, path, true) && info.kind == kind;
}

bool ept_path_is_file(const char *path)
{
    return is_kind(path, PATH_KIND_FILE);
}

bool ept_path_is_dir(const char *path)
{
    return is_kind(path, PATH_KIND_DIR);
}

ept_status ept_path_stat(ept_path_info *out, const char *path)
{
    path_sys_info info;

    *out = (ept_path_info){0};
    if (!path_sys_stat(&info, path, true)) {
        return path_sys_fail("look at", path);
    }
    *out = (ept_path_info){info.bytes, info.modified_ms};
    return EPT_OK;
}

ept_status ept_path_mkdirs(const char *path)
{
    ept_arena *arena = NULL;
    ept_status st = ept_arena_new(&arena);
    char *part = st == EPT_OK ? ept_arena_strdup(arena, path) : NULL;

    if (st == EPT_OK && !part) {
        st = ept_fail(EPT_E_NOMEM, "make folder %s: no memory", path);
    }
    for (size_t i = 1; part && part[0] && st == EPT_OK; i++) {
        bool last = part[i] == '\0';
        if (!last && !path_sys_is_separator(part[i])) {
            continue;
        }
        char separator = part[i];
        part[i] = '\0';
        /* Somebody else may make the same folder in between: what counts is that it is there. */
        if (!ept_path_is_dir(part) && !path_sys_mkdir(part)) {
            ept_status failed = path_sys_fail("make folder", part);
            st = ept_path_is_dir(part) ? EPT_OK : failed;
        }
        part[i] = separator;
        if (last) {
            break;
        }
    }
    ept_arena_free(arena);
    return st;
}

ept_status ept_path_remove(const char *path)
{
    return path_sys_remove_file(path) || path_sys_is_missing() ? EPT_OK
                                                               : path_sys_fail("remove", path);
}

static ept_status remove_below(ept_arena *arena, const char *path)
{
    const char **names = NULL;
    size_t count = 0;
    path_sys_info info;

    if (!path_sys_stat(&info, path, false)) {
        return path_sys_is_missing() ? EPT_OK : path_sys_fail("remove", path);
    }
    if (info.kind != PATH_KIND_DIR) { /* a link goes, what it points to stays */
        return ept_path_remove(path);
    }
    ept_status st = ept_path_list(&names, &count, arena, path);
    for (size_t i = 0; i < count && st == EPT_OK; i++) {
        const char *child = ept_path_join(arena, path, names[i]);
        st = child ? remove_below(arena, child)
                   : ept_fail(EPT_E_NOMEM, "remove %s: no memory", path);
    }
    if (st == EPT_OK && !path_sys_remove_dir(path)) {
        st = path_sys_fail("remove", path);
    }
    return st;
}

ept_status ept_path_remove_tree(const char *path)
{
    ept_arena *arena = NULL;
    ept_status st = ept_arena_new(&arena);

    if (st == EPT_OK) {
        st = remove_below(arena, path);
    }
    ept_arena_free(arena);
    return st;
}

ept_status ept_path_rename(const char *from, const char *to)
{
    return path_sys_rename(from, to) ? EPT_OK : path_sys_fail("rename to", to);
}

ept_status ept_path_list(const char ***out, size_t *count, ept_arena *arena, const char *dir)
{
    name_list list = {.arena = arena};

    *out = NULL;
    *count = 0;
    ept_status st = path_sys_list(dir, add_copy, &list) ? hand_over(out, count, &list, dir)
                                                        : path_sys_fail("list", dir);
    ept_free(list.names);
    return st;
}

/* Adds the files of `dir`, whose name relative to the walk's start is `below` ("" for the start).
 * Links to folders are not entered: they may lead in a circle. */
static ept_status walk_below(name_list *files, const char *dir, const char *below)
{
    const char **names = NULL;
    size_t count = 0;
    ept_status st = ept_path_list(&names, &count, files->arena, dir);

    for (size_t i = 0; i < count && st == EPT_OK; i++) {
        const char *full = ept_path_join(files->arena, dir, names[i]);
        const char *relative =
            ept_arena_printf(files->arena, "%s%s%s", below, *below ? "/" : "", names[i]);
        path_sys_info info;
        if (!full || !relative) {
            st = ept_fail(EPT_E_NOMEM, "walk %s: no memory", dir);
        } else if (!path_sys_stat(&info, full, false)) {
            st = path_sys_fail("look at", full);
        } else if (info.kind == PATH_KIND_DIR) {
            st = walk_below(files, full, relative);
        } else if (ept_path_is_file(full)) {
            add_name(files, relative); /* hand_over looks whether it failed */
        }
    }
    return st;
}

ept_status ept_path_walk(const char ***out, size_t *count, ept_arena *arena, const char *dir)
{
    name_list files = {.arena = arena};

    *out = NULL;
    *count = 0;
    ept_status st = walk_below(&files, dir, "");
    if (st == EPT_OK) {
        st = hand_over(out, count, &files, dir);
    }
    ept_free(files.names);
    return st;
}

char *ept_path_join(ept_arena *arena, const char *a, const char *b)
{
    size_t n = strlen(a);
    bool separated = n == 0 || path_sys_is_separator(a[n - 1]);

    return ept_arena_printf(arena, "%s%s%s", a, separated ? "" : "/", b);
}

const char *ept_path_base(const char *path)
{
    const char *base = path;

    for (const char *p = path; *p; p++) {
        if (path_sys_is_separator(*p)) {
            base = p + 1;
        }
    }
    return base;
}

char *ept_path_dir(ept_arena *arena, const char *path)
{
    size_t n = (size_t)(ept_path_base(path) - path);

    if (n == 0) {
        return ept_arena_strdup(arena, ".");
    }
    return ept_arena_strndup(arena, path, n > 1 ? n - 1 : n);
}

/* The "assets" of the source tree that the program was built in: in the nearest folder above it
 * whose assets hold messages. NULL when there is none. EPT_E_NOMEM. */
static ept_status source_assets(const char **out, ept_arena *arena, const char *exe_dir)
{
    const char *dir = exe_dir;

    *out = NULL;
    for (;;) {
        const char *assets = dir ? ept_path_join(arena, dir, "assets") : NULL;
        const char *messages = assets ? ept_path_join(arena, assets, "messages") : NULL;
        if (!messages) {
            return ept_fail(EPT_E_NOMEM, "find the source tree: no memory");
        }
        if (ept_path_is_dir(messages)) {
            *out = assets;
            return EPT_OK;
        }
        const char *up = ept_path_dir(arena, dir);
        if (ept_streq(up, dir) || ept_streq(up, ".")) {
            return EPT_OK;
        }
        dir = up;
    }
}

ept_status ept_path_asset(char **out, ept_arena *arena, const char *name)
{
    enum { PLACES = 5 };
    const char *places[PLACES] = {0};
    ept_buf tried = {0};
    char *exe_dir = NULL;

    *out = NULL;
    ept_status st = ept_path_exe_dir(&exe_dir, arena);
    if (st != EPT_OK) {
        return st;
    }
    places[0] = ept_path_env("EPT_ASSETS");
    places[1] = exe_dir;
    places[2] = ept_path_join(arena, exe_dir, "assets");
    places[3] = ept_path_join(arena, exe_dir, EPT_INSTALL_SHARE);
    st = source_assets(&places[4], arena, exe_dir);
    for (int i = 0; i < PLACES && st == EPT_OK; i++) {
        char *path = places[i] ? ept_path_join(arena, places[i], name) : NULL;
        if (path && (ept_path_is_file(path) || ept_path_is_dir(path))) {
            *out = path;
            goto done;
        }
        if (places[i]) {
            ept_buf_printf(&tried, "%s%s", tried.n ? ", " : "", places[i]);
            st = path ? EPT_OK : ept_fail(EPT_E_NOMEM, "find %s: no memory", name);
        }
    }
    if (st == EPT_OK) {
        st =
            ept_fail(EPT_E_NOT_FOUND, "find %s: not in %s", name, tried.p ? tried.p : "any folder");
    }
done:
    ept_buf_clear(&tried);
    return st;
}
