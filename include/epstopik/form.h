/* SPDX-License-Identifier: MIT */
/* form.h - items chosen for a blueprint, with the order of their options. Floor: exam.
 * Assembly sees items only through a pool, so it never knows of a bank. */
#ifndef EPSTOPIK_FORM_H
#define EPSTOPIK_FORM_H
#include "epstopik/blueprint.h"
#include "epstopik/hash.h"

enum { EPT_FORM_NUMBER_MAX = 9999 };

/* What a pool tells about an item. Strings live in the arena of the call. */
typedef struct ept_candidate {
    const char *id, *slot, *sector, *tag, *group; /* tag, group: NULL = none */
    int unit, level;                              /* 1..60, 1..3 */
    uint8_t rising[EPT_PLACES]; /* identities in rising order (numeric items); all 0 = free */
    uint32_t play_ms;           /* one play of all its sound; 0 = silent */
    uint64_t met; /* 0 = the learner has not met it; else the smaller the longer ago */
} ept_candidate;

/* Where candidates come from; all answers in ascending order of preference. */
typedef struct ept_pool {
    void *ctx;
    /* At most `limit` items of `slot`, in the order of the pool for `seed` (a function of both). */
    ept_status (*seek)(ept_candidate **out, size_t *count, ept_arena *arena, void *ctx,
                       const char *slot, uint64_t seed, size_t limit);
    /* The members of a group in its own order. */
    ept_status (*group)(ept_candidate **out, size_t *count, ept_arena *arena, void *ctx,
                        const char *group);
    /* How many items there are of a slot, for the message when a form cannot be filled. */
    ept_status (*count)(size_t *out, void *ctx, const char *slot);
} ept_pool;

typedef struct ept_form_item {
    const char *id, *slot;
    ept_section section;
    int number;                /* as printed: 1..40 */
    uint8_t order[EPT_PLACES]; /* order[place - 1] = option identity, 0 = key */
    uint32_t play_ms;
    ept_hash hash; /* content hash; filled by delivery */
} ept_form_item;

typedef struct ept_form {
    int number; /* 1..9999, or 0 for "next" */
    uint64_t seed;
    size_t count;
    ept_form_item *items; /* in order of numbers */
} ept_form;

/* What could not be filled: slot, how many were needed, how many there are. */
typedef struct ept_shortage {
    const char *slot;
    int first_number;
    size_t needed, found;
} ept_shortage;

/* number > 0: a function of pool, blueprint and number alone (met is not looked at). number 0:
 * unmet items first, then the longest unmet; `seed` then makes ties differ between learners. When
 * rules collide, in this order: kind, disjoint, distinct, group, then spread. EPT_E_SHORT:
 * *shortage says what is missing (its slot lives in the arena). EPT_E_NOMEM and what the pool fails
 * with. */
EPT_NODISCARD ept_status ept_form_assemble(const ept_form **out, ept_arena *arena,
                                           const ept_blueprint *blueprint, const ept_pool *pool,
                                           int number, uint64_t seed, ept_shortage *shortage);

/* The place (1..4) at which an option identity stands; the identity at a place. */
int ept_form_place(const ept_form_item *item, int identity);
int ept_form_identity(const ept_form_item *item, int place);
/* First index of a section's items and how many: *count 0 when there are none. */
size_t ept_form_section(const ept_form *form, ept_section section, size_t *count);

/* The one pause after each item of a listening section with `auto`: the rest of the section up to
 * fill_to shared equally, in whole 100 ms, within the rule's bounds. head_ms: bell and number of an
 * item. 0 without auto_pause. Source: design, "answer pause". */
uint32_t ept_form_pause_ms(const ept_form *form, const ept_blueprint *blueprint,
                           const uint32_t *head_ms);

#endif
