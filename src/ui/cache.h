/* SPDX-License-Identifier: MIT */
/* cache.h - rasterised things by key, oldest out first when their bytes exceed a bound. */
#ifndef UI_CACHE_H
#define UI_CACHE_H
#include <stddef.h>
#include <stdint.h>

#include "epstopik/status.h"

typedef struct ui_cache ui_cache;

/* What is kept: a block of bytes and its measures. Valid until the next put. */
typedef struct ui_kept {
    void *bytes;
    size_t n;
    int w, h, x0, y0;
} ui_kept;

ept_status ui_cache_new(ui_cache **out, size_t max_bytes);
void ui_cache_free(ui_cache *cache); /* NULL is fine */
void ui_cache_clear(ui_cache *cache);
size_t ui_cache_bytes(const ui_cache *cache);
size_t ui_cache_count(const ui_cache *cache);

/* NULL: not there. */
const ui_kept *ui_cache_get(ui_cache *cache, uint64_t key);
/* Takes kept->bytes (made by ept_calloc), also when it fails. One thing larger than the bound is
 * kept alone. EPT_E_NOMEM. */
ept_status ui_cache_put(const ui_kept **out, ui_cache *cache, uint64_t key, const ui_kept *kept);

#endif
