/* SPDX-License-Identifier: MIT */
/* power_vfs.c - every file has two images: what the program sees, and what would survive. Changes
 * since the last sync are kept in order, so that a random half of them can be let through. */
#include "support/power_vfs.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "epstopik/rng.h"
#include "support/ept_test.h"

enum { FILES_MAX = 16, NAME_MAX_BYTES = 256 };

typedef struct image {
    unsigned char *bytes; /* kept when the image shrinks: a thousand cuts copy it often */
    size_t n, room;
} image;

typedef struct change {
    size_t at, n;
    unsigned char *bytes; /* NULL: truncated to `at` */
    struct change *next;
} change;

typedef struct memory_file {
    char name[NAME_MAX_BYTES];
    bool there, kept_there;
    image now, durable, kept;
    change *first, *last;
} memory_file;

typedef struct handle {
    sqlite3_file base;
    memory_file *file;
} handle;

static struct {
    memory_file files[FILES_MAX];
    size_t steps, syncs, cut_at;
    bool registered;
} disk;

static void make_room(image *im, size_t n)
{
    if (n > im->room) {
        im->room = 2 * n;
        im->bytes = realloc(im->bytes, im->room);
        assert_non_null(im->bytes);
    }
}

static void set_image(image *to, const image *from)
{
    make_room(to, from->n);
    to->n = from->n;
    if (from->n) {
        memcpy(to->bytes, from->bytes, from->n);
    }
}

static void put(image *to, size_t at, const void *bytes, size_t n)
{
    if (at + n > to->n) {
        make_room(to, at + n);
        memset(to->bytes + to->n, 0, at + n - to->n);
        to->n = at + n;
    }
    memcpy(to->bytes + at, bytes, n);
}

static void drop_changes(memory_file *f)
{
    while (f->first) {
        change *next = f->first->next;
        free(f->first->bytes);
        free(f->first);
        f->first = next;
    }
    f->last = NULL;
}

static void note(memory_file *f, size_t at, const void *bytes, size_t n)
{
    change *c = calloc(1, sizeof *c);
    assert_non_null(c);
    c->at = at;
    c->n = n;
    if (bytes) {
        c->bytes = malloc(n ? n : 1);
        assert_non_null(c->bytes);
        memcpy(c->bytes, bytes, n);
    }
    if (f->last) {
        f->last->next = c;
    } else {
        f->first = c;
    }
    f->last = c;
}

/* False when the power is gone. */
static bool step(void)
{
    disk.steps++;
    return disk.cut_at == 0 || disk.steps < disk.cut_at;
}

static memory_file *find(const char *name, bool make)
{
    memory_file *empty = NULL;
    for (size_t i = 0; i < FILES_MAX; i++) {
        if (strcmp(disk.files[i].name, name) == 0) {
            return &disk.files[i];
        }
        empty = !empty && !disk.files[i].name[0] ? &disk.files[i] : empty;
    }
    if (!make) {
        return NULL;
    }
    assert_non_null(empty);
    assert_true(strlen(name) < NAME_MAX_BYTES);
    memcpy(empty->name, name, strlen(name) + 1);
    return empty;
}

static int io_close(sqlite3_file *h)
{
    (void)h;
    return SQLITE_OK;
}

static int io_read(sqlite3_file *h, void *out, int n, sqlite3_int64 at)
{
    const image *im = &((handle *)h)->file->now;
    size_t have = (size_t)at < im->n ? im->n - (size_t)at : 0;
    size_t take = have < (size_t)n ? have : (size_t)n;
    if (take) {
        memcpy(out, im->bytes + at, take);
    }
    if (take < (size_t)n) {
        memset((char *)out + take, 0, (size_t)n - take);
        return SQLITE_IOERR_SHORT_READ;
    }
    return SQLITE_OK;
}

static int io_write(sqlite3_file *h, const void *bytes, int n, sqlite3_int64 at)
{
    memory_file *f = ((handle *)h)->file;
    if (!step()) {
        return SQLITE_IOERR_WRITE;
    }
    put(&f->now, (size_t)at, bytes, (size_t)n);
    note(f, (size_t)at, bytes, (size_t)n);
    return SQLITE_OK;
}

static int io_truncate(sqlite3_file *h, sqlite3_int64 n)
{
    memory_file *f = ((handle *)h)->file;
    if (!step()) {
        return SQLITE_IOERR_TRUNCATE;
    }
    f->now.n = (size_t)n < f->now.n ? (size_t)n : f->now.n;
    note(f, (size_t)n, NULL, 0);
    return SQLITE_OK;
}

static int io_sync(sqlite3_file *h, int flags)
{
    memory_file *f = ((handle *)h)->file;
    (void)flags;
    if (!step()) {
        return SQLITE_IOERR_FSYNC;
    }
    disk.syncs++;
    set_image(&f->durable, &f->now);
    drop_changes(f);
    return SQLITE_OK;
}

static int io_size(sqlite3_file *h, sqlite3_int64 *out)
{
    *out = (sqlite3_int64)((handle *)h)->file->now.n;
    return SQLITE_OK;
}

static int io_lock(sqlite3_file *h, int level)
{
    (void)h, (void)level;
    return SQLITE_OK;
}

static int io_reserved(sqlite3_file *h, int *out)
{
    (void)h;
    *out = 0;
    return SQLITE_OK;
}

static int io_control(sqlite3_file *h, int op, void *arg)
{
    (void)h, (void)op, (void)arg;
    return SQLITE_NOTFOUND;
}

static int io_sector(sqlite3_file *h)
{
    (void)h;
    return 4096;
}

static int io_device(sqlite3_file *h)
{
    (void)h;
    return 0;
}

static const sqlite3_io_methods methods = {.iVersion = 1,
                                           .xClose = io_close,
                                           .xRead = io_read,
                                           .xWrite = io_write,
                                           .xTruncate = io_truncate,
                                           .xSync = io_sync,
                                           .xFileSize = io_size,
                                           .xLock = io_lock,
                                           .xUnlock = io_lock,
                                           .xCheckReservedLock = io_reserved,
                                           .xFileControl = io_control,
                                           .xSectorSize = io_sector,
                                           .xDeviceCharacteristics = io_device};

static int vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *h, int flags, int *out_flags)
{
    (void)vfs;
    h->pMethods = NULL;
    memory_file *f = find(name ? name : "temporary", (flags & SQLITE_OPEN_CREATE) != 0);
    if (!f || (!f->there && !(flags & SQLITE_OPEN_CREATE))) {
        return SQLITE_CANTOPEN;
    }
    if (!f->there && !step()) {
        return SQLITE_CANTOPEN;
    }
    f->there = true;
    ((handle *)h)->file = f;
    h->pMethods = &methods;
    if (out_flags) {
        *out_flags = flags;
    }
    return SQLITE_OK;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *name, int sync_dir)
{
    (void)vfs, (void)sync_dir;
    memory_file *f = find(name, false);
    if (!step()) {
        return SQLITE_IOERR_DELETE;
    }
    if (f) {
        const image nothing = {NULL, 0, 0};
        f->there = false;
        set_image(&f->now, &nothing);
        set_image(&f->durable, &nothing);
        drop_changes(f);
    }
    return SQLITE_OK;
}

static int vfs_access(sqlite3_vfs *vfs, const char *name, int flags, int *out)
{
    (void)vfs, (void)flags;
    const memory_file *f = find(name, false);
    *out = f && f->there && (f->now.n > 0 || flags != SQLITE_ACCESS_EXISTS);
    return SQLITE_OK;
}

static int vfs_full(sqlite3_vfs *vfs, const char *name, int n, char *out)
{
    (void)vfs;
    size_t length = strlen(name);
    if (length >= (size_t)n) {
        return SQLITE_CANTOPEN;
    }
    memcpy(out, name, length + 1);
    return SQLITE_OK;
}

static int vfs_random(sqlite3_vfs *vfs, int n, char *out)
{
    (void)vfs;
    memset(out, 0x5a, (size_t)n);
    return n;
}

static int vfs_sleep(sqlite3_vfs *vfs, int us)
{
    (void)vfs;
    return us;
}

static int vfs_time(sqlite3_vfs *vfs, double *out)
{
    (void)vfs;
    *out = 2461000.5;
    return SQLITE_OK;
}

static int vfs_error(sqlite3_vfs *vfs, int n, char *out)
{
    (void)vfs;
    if (n > 0) {
        out[0] = '\0';
    }
    return 0;
}

static sqlite3_vfs power = {.iVersion = 1,
                            .szOsFile = sizeof(handle),
                            .mxPathname = NAME_MAX_BYTES,
                            .zName = "power",
                            .xOpen = vfs_open,
                            .xDelete = vfs_delete,
                            .xAccess = vfs_access,
                            .xFullPathname = vfs_full,
                            .xRandomness = vfs_random,
                            .xSleep = vfs_sleep,
                            .xCurrentTime = vfs_time,
                            .xGetLastError = vfs_error};

void power_vfs_done(void)
{
    for (size_t i = 0; i < FILES_MAX; i++) {
        memory_file *f = &disk.files[i];
        drop_changes(f);
        free(f->now.bytes);
        free(f->durable.bytes);
        free(f->kept.bytes);
        memset(f, 0, sizeof *f);
    }
    power_vfs_cut_at(0);
}

const char *power_vfs_fresh(void)
{
    power_vfs_done();
    if (!disk.registered) {
        assert_int_equal(sqlite3_vfs_register(&power, 0), SQLITE_OK);
        disk.registered = true;
    }
    return power.zName;
}

void power_vfs_cut_at(size_t nth)
{
    disk.cut_at = nth;
    disk.steps = 0;
    disk.syncs = 0;
}

size_t power_vfs_steps(void)
{
    return disk.steps;
}

size_t power_vfs_syncs(void)
{
    return disk.syncs;
}

void power_vfs_back(bool half, uint64_t seed)
{
    ept_rng rng;
    ept_rng_seed(&rng, seed);
    for (size_t i = 0; i < FILES_MAX; i++) {
        memory_file *f = &disk.files[i];
        for (const change *c = f->first; half && c; c = c->next) {
            if (ept_rng_below(&rng, 2)) {
                continue;
            }
            if (c->bytes) {
                put(&f->durable, c->at, c->bytes, c->n);
            } else {
                f->durable.n = c->at < f->durable.n ? c->at : f->durable.n;
            }
        }
        drop_changes(f);
        set_image(&f->now, &f->durable);
    }
    power_vfs_cut_at(0);
}

void power_vfs_keep(void)
{
    for (size_t i = 0; i < FILES_MAX; i++) {
        set_image(&disk.files[i].kept, &disk.files[i].now);
        disk.files[i].kept_there = disk.files[i].there;
    }
}

void power_vfs_restore(void)
{
    for (size_t i = 0; i < FILES_MAX; i++) {
        memory_file *f = &disk.files[i];
        drop_changes(f);
        set_image(&f->now, &f->kept);
        set_image(&f->durable, &f->kept);
        f->there = f->kept_there;
    }
    power_vfs_cut_at(0);
}
