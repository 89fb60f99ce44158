/* SPDX-License-Identifier: MIT */
/* A hash table and a list in order of last use. */
#include "cache.h"

#include "epstopik/arena.h"

enum { BUCKETS = 512 };

typedef struct node {
    struct node *chain;         /* in its bucket */
    struct node *newer, *older; /* in order of use */
    uint64_t key;
    ui_kept kept;
} node;

struct ui_cache {
    node *buckets[BUCKETS];
    node *newest, *oldest;
    size_t bytes, max_bytes, count;
};

ept_status ui_cache_new(ui_cache **out, size_t max_bytes)
{
    *out = ept_calloc(1, sizeof **out);
    if (!*out)
        return ept_fail(EPT_E_NOMEM, "cache: no memory");
    (*out)->max_bytes = max_bytes;
    return EPT_OK;
}

static void unlink_use(ui_cache *c, node *n)
{
    if (n->newer)
        n->newer->older = n->older;
    else
        c->newest = n->older;
    if (n->older)
        n->older->newer = n->newer;
    else
        c->oldest = n->newer;
    n->newer = n->older = NULL;
}

static void link_newest(ui_cache *c, node *n)
{
    n->older = c->newest;
    if (c->newest)
        c->newest->newer = n;
    else
        c->oldest = n;
    c->newest = n;
}

static void drop(ui_cache *c, node *n)
{
    node **at = &c->buckets[n->key % BUCKETS];

    while (*at != n)
        at = &(*at)->chain;
    *at = n->chain;
    unlink_use(c, n);
    c->bytes -= n->kept.n;
    c->count--;
    ept_free(n->kept.bytes);
    ept_free(n);
}

void ui_cache_clear(ui_cache *c)
{
    while (c->oldest)
        drop(c, c->oldest);
}

void ui_cache_free(ui_cache *c)
{
    if (!c)
        return;
    ui_cache_clear(c);
    ept_free(c);
}

size_t ui_cache_bytes(const ui_cache *c)
{
    return c->bytes;
}

size_t ui_cache_count(const ui_cache *c)
{
    return c->count;
}

const ui_kept *ui_cache_get(ui_cache *c, uint64_t key)
{
    for (node *n = c->buckets[key % BUCKETS]; n; n = n->chain) {
        if (n->key == key) {
            unlink_use(c, n);
            link_newest(c, n);
            return &n->kept;
        }
    }
    return NULL;
}

ept_status ui_cache_put(const ui_kept **out, ui_cache *c, uint64_t key, const ui_kept *kept)
{
    node *n = ept_calloc(1, sizeof *n);

    *out = NULL;
    if (!n) {
        ept_free(kept->bytes);
        return ept_fail(EPT_E_NOMEM, "cache: no memory");
    }
    n->key = key;
    n->kept = *kept;
    n->chain = c->buckets[key % BUCKETS];
    c->buckets[key % BUCKETS] = n;
    link_newest(c, n);
    c->bytes += kept->n;
    c->count++;
    while (c->bytes > c->max_bytes && c->oldest != n)
        drop(c, c->oldest);
    *out = &n->kept;
    return EPT_OK;
}
