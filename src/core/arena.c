/* SPDX-License-Identifier: MIT */
/* arena.c - all heap memory of the program comes through here. An arena is a list of chunks, the
 * newest first; a big request gets a chunk of its own. Each request counts for the test hook,
 * whether or not it needs a new chunk, so that a test meets every place where memory may run out.
 */
#include "epstopik/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK_BYTES = 16 * 1024 };

typedef struct chunk {
    struct chunk *next;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
} chunk;

struct ept_arena {
    chunk *chunks;
};

static _Thread_local size_t fail_countdown;

void ept_alloc_fail_at(size_t nth)
{
    fail_countdown = nth;
}

/* The countdown stays at 1 once it is there: that allocation and all later ones fail. */
static bool allocation_refused(void)
{
    if (fail_countdown == 0) {
        return false;
    }
    if (fail_countdown == 1) {
        return true;
    }
    fail_countdown--;
    return false;
}

void *ept_calloc(size_t count, size_t size)
{
    if (allocation_refused()) {
        return NULL;
    }
    return count == 0 || size == 0 ? calloc(1, 1) : calloc(count, size);
}

void *ept_realloc(void *ptr, size_t size)
{
    if (allocation_refused()) {
        return NULL;
    }
    return realloc(ptr, size == 0 ? 1 : size);
}

void ept_free(void *ptr)
{
    free(ptr);
}

ept_status ept_arena_new(ept_arena **out)
{
    *out = ept_calloc(1, sizeof **out);
    return *out ? EPT_OK : ept_fail(EPT_E_NOMEM, "new arena: no memory");
}

static void free_chunks(chunk *c)
{
    while (c) {
        chunk *next = c->next;
        free(c);
        c = next;
    }
}

void ept_arena_free(ept_arena *arena)
{
    if (arena) {
        free_chunks(arena->chunks);
        ept_free(arena);
    }
}

void ept_arena_reset(ept_arena *arena)
{
    chunk *kept = NULL;

    for (chunk **link = &arena->chunks; *link; link = &(*link)->next) {
        if ((*link)->size == CHUNK_BYTES) {
            kept = *link;
            *link = kept->next;
            kept->next = NULL;
            kept->used = 0;
            break;
        }
    }
    free_chunks(arena->chunks);
    arena->chunks = kept;
}

/* A big chunk goes behind the head, whose rest stays in use. */
static chunk *add_chunk(ept_arena *arena, size_t need)
{
    size_t size = need > CHUNK_BYTES / 4 ? need : CHUNK_BYTES;

    chunk *c = malloc(sizeof *c + size);
    if (!c) {
        return NULL;
    }
    c->used = 0;
    c->size = size;
    if (size != CHUNK_BYTES && arena->chunks) {
        c->next = arena->chunks->next;
        arena->chunks->next = c;
    } else {
        c->next = arena->chunks;
        arena->chunks = c;
    }
    return c;
}

void *ept_arena_alloc(ept_arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);

    if (allocation_refused() || size > PTRDIFF_MAX - sizeof(chunk) - align) {
        return NULL;
    }
    size_t need = size == 0 ? align : (size + align - 1) / align * align;
    chunk *c = arena->chunks;
    if (!c || c->size - c->used < need) {
        c = add_chunk(arena, need);
        if (!c) {
            return NULL;
        }
    }
    void *got = c->bytes + c->used;
    c->used += need;
    memset(got, 0, need);
    return got;
}

void *ept_arena_array(ept_arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size) {
        return NULL;
    }
    return ept_arena_alloc(arena, count * size);
}

char *ept_arena_strdup(ept_arena *arena, const char *text)
{
    return text ? ept_arena_strndup(arena, text, strlen(text)) : NULL;
}

char *ept_arena_strndup(ept_arena *arena, const char *text, size_t bytes)
{
    if (!text || bytes == SIZE_MAX) {
        return NULL;
    }
    char *copy = ept_arena_alloc(arena, bytes + 1);
    if (copy) {
        memcpy(copy, text, bytes);
    }
    return copy;
}

char *ept_arena_printf(ept_arena *arena, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    int n = vsnprintf(NULL, 0, fmt, args);
    va_end(args);
    if (n < 0) {
        return NULL;
    }
    char *text = ept_arena_alloc(arena, (size_t)n + 1);
    if (text) {
        va_start(args, fmt);
        vsnprintf(text, (size_t)n + 1, fmt, args);
        va_end(args);
    }
    return text;
}
