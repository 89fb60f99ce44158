/* SPDX-License-Identifier: MIT */
/* arena.h - memory that is freed all at once, and the hook through which tests make allocation
 * fail. Floor: core. */
#ifndef EPSTOPIK_ARENA_H
#define EPSTOPIK_ARENA_H
#include <stddef.h>

#include "epstopik/status.h"

/* Heap for long-lived objects: zeroed; NULL when there is none (or the test hook refuses). Free
 * with ept_free (NULL is fine). ept_realloc keeps `ptr` valid when it returns NULL. */
void *ept_calloc(size_t count, size_t size);
void *ept_realloc(void *ptr, size_t size);
void ept_free(void *ptr);

/* Tests only: the nth allocation of this thread from now (1-based; each request to an arena counts)
 * and all after it fail; 0 = off. */
void ept_alloc_fail_at(size_t nth);

/* One document's memory. Everything got from it lives until reset or free. Not thread-safe. */
typedef struct ept_arena ept_arena;

EPT_NODISCARD ept_status ept_arena_new(ept_arena **out);
void ept_arena_free(ept_arena *arena); /* NULL is fine */
void ept_arena_reset(ept_arena *arena);

/* Zeroed, aligned for any type; never NULL for size 0. NULL when out of memory. */
void *ept_arena_alloc(ept_arena *arena, size_t size);
/* count * size with overflow check. */
void *ept_arena_array(ept_arena *arena, size_t count, size_t size);
/* Copies with a NUL; NULL in gives NULL out; NULL also when out of memory. */
char *ept_arena_strdup(ept_arena *arena, const char *text);
char *ept_arena_strndup(ept_arena *arena, const char *text, size_t bytes);
char *ept_arena_printf(ept_arena *arena, const char *fmt, ...) EPT_PRINTF(2, 3);

#endif
