/* SPDX-License-Identifier: MIT */
/* Keeps layouts between frames, by text and style. A full generation is left behind as a whole;
 * lists that still refer to it keep it alive. */
#include <string.h>

#include "epstopik/str.h"
#include "ui_priv.h"

enum { BUCKETS = 1024, GENERATION_MAX = 3000 };

typedef struct entry {
    struct entry *next;
    uint64_t hash;
    ui_text_key key;
    const ept_layout *layout;
} entry;

struct ui_generation {
    ept_arena *arena;
    entry *buckets[BUCKETS];
    size_t count;
    int refs;
};

struct ept_typeset {
    const ept_coverage *coverage;
    ept_measure *measure;
    void *ctx;
    ui_generation *now;
};

uint64_t ui_hash(uint64_t seed, const void *bytes, size_t n)
{
    const unsigned char *p = bytes;
    uint64_t h = seed ^ UINT64_C(14695981039346656037);

    for (size_t i = 0; i < n; i++)
        h = (h ^ p[i]) * UINT64_C(1099511628211);
    return h;
}

uint64_t ui_hash_ints(uint64_t seed, const int *numbers, size_t count)
{
    uint64_t h = seed ^ UINT64_C(14695981039346656037);

    for (size_t i = 0; i < count; i++)
        h = (h ^ (unsigned)numbers[i]) * UINT64_C(1099511628211);
    return h;
}

static ui_generation *generation_new(void)
{
    ui_generation *g = ept_calloc(1, sizeof *g);

    if (!g)
        return NULL;
    if (ept_arena_new(&g->arena) != EPT_OK) {
        ept_free(g);
        return NULL;
    }
    g->refs = 1;
    return g;
}

void ui_generation_drop(ui_generation *g)
{
    if (!g || --g->refs > 0)
        return;
    ept_arena_free(g->arena);
    ept_free(g);
}

ept_status ept_typeset_new(ept_typeset **out, const ept_coverage *coverage, ept_measure *measure,
                           void *ctx)
{
    ept_typeset *t = ept_calloc(1, sizeof *t);

    *out = NULL;
    if (!t)
        return ept_fail(EPT_E_NOMEM, "typeset: no memory");
    t->coverage = coverage;
    t->measure = measure;
    t->ctx = ctx;
    *out = t;
    return EPT_OK;
}

void ept_typeset_free(ept_typeset *t)
{
    if (!t)
        return;
    ui_generation_drop(t->now);
    ept_free(t);
}

void ept_typeset_clear(ept_typeset *t)
{
    ui_generation_drop(t->now);
    t->now = NULL;
}

size_t ept_typeset_count(const ept_typeset *t)
{
    return t->now ? t->now->count : 0;
}

ui_generation *ui_generation_take(ept_typeset *t)
{
    if (t->now && t->now->count > GENERATION_MAX)
        ept_typeset_clear(t);
    if (!t->now)
        t->now = generation_new();
    if (t->now)
        t->now->refs++;
    return t->now;
}

static uint64_t key_hash(const ui_text_key *k)
{
    int numbers[] = {k->size_px,     k->line_px,    k->width_px,  k->max_lines,
                     (int)k->weight, (int)k->marks, k->cjk_first, k->markup};

    return ui_hash(ui_hash_ints(UI_HASH_SEED, numbers, sizeof numbers / sizeof numbers[0]),
                   k->text.p, k->text.n);
}

static bool key_eq(const ui_text_key *a, const ui_text_key *b)
{
    return a->size_px == b->size_px && a->line_px == b->line_px && a->width_px == b->width_px &&
           a->max_lines == b->max_lines && a->weight == b->weight && a->marks == b->marks &&
           a->cjk_first == b->cjk_first && a->markup == b->markup && ept_str_eq(a->text, b->text);
}

/* The stretches of a text with marks, all of them struck through when the whole is. */
static ept_status marked(const ept_span **out, size_t *count, ept_arena *arena,
                         const ui_text_key *k)
{
    ept_status status = ept_text_markup(out, count, arena, k->text.p, k->weight, 0);
    ept_span *spans;

    if (status || !k->marks)
        return status;
    spans = ept_arena_array(arena, *count, sizeof *spans);
    if (!spans)
        return ept_fail(EPT_E_NOMEM, "typeset: no memory");
    for (size_t i = 0; i < *count; i++) {
        spans[i] = (*out)[i];
        spans[i].marks |= k->marks;
    }
    *out = spans;
    return EPT_OK;
}

static ept_status lay_out(const ept_layout **out, const ept_typeset *t, ui_generation *g,
                          const ui_text_key *k)
{
    ept_layout_opts opts = {
        .coverage = t->coverage,
        .measure = t->measure,
        .measure_ctx = t->ctx,
        .size_px = k->size_px,
        .line_px = k->line_px,
        .width_px = k->width_px,
        .max_lines = k->max_lines,
        .cjk_first = k->cjk_first,
    };
    ept_span plain = {.text = k->text, .weight = k->weight, .marks = k->marks};
    const ept_span *spans = &plain;
    size_t count = 1;

    if (k->markup) {
        ept_status status = marked(&spans, &count, g->arena, k);

        if (status)
            return status;
    }
    return ept_layout_make(out, g->arena, spans, count, &opts);
}

ept_status ui_typeset_layout(const ept_layout **out, ept_typeset *t, ui_generation *g,
                             const ui_text_key *key)
{
    uint64_t hash = key_hash(key);
    entry **at = &g->buckets[hash % BUCKETS];
    ept_status status;
    entry *e;

    for (e = *at; e; e = e->next) {
        if (e->hash == hash && key_eq(&e->key, key)) {
            *out = e->layout;
            return EPT_OK;
        }
    }
    *out = NULL;
    e = ept_arena_alloc(g->arena, sizeof *e);
    if (!e)
        return ept_fail(EPT_E_NOMEM, "typeset: no memory");
    e->key = *key;
    e->hash = hash;
    e->key.text.p = ept_arena_strndup(g->arena, key->text.p, key->text.n);
    if (!e->key.text.p)
        return ept_fail(EPT_E_NOMEM, "typeset: no memory");
    status = lay_out(&e->layout, t, g, &e->key);
    if (status)
        return status;
    e->next = *at;
    *at = e;
    g->count++;
    *out = e->layout;
    return EPT_OK;
}
