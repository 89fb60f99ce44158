/* SPDX-License-Identifier: MIT */
/* yaml_priv.h - a YAML file as a small tree that knows its lines. Private to src/bank. */
#ifndef BANK_YAML_PRIV_H
#define BANK_YAML_PRIV_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "epstopik/arena.h"
#include "epstopik/str.h"

typedef enum bank_node_kind { BANK_SCALAR, BANK_LIST, BANK_MAP } bank_node_kind;

/* Lives in the arena it was parsed into. */
typedef struct bank_node bank_node;
struct bank_node {
    bank_node_kind kind;
    int line, column; /* 1-based */
    bool quoted;      /* a scalar in quotes or a block */
    const char *text; /* scalars; never NULL there */
    size_t count;
    bank_node **items;      /* members of a list, values of a map */
    const bank_node **keys; /* of a map: scalars, in the order written */
};

typedef struct bank_yaml_fault {
    int line, column;
    const char *what; /* in the arena */
} bank_yaml_fault;

/* One document. EPT_E_FORMAT: not YAML of this kind (anchors, tags, two equal keys and a second
 * document are refused too), told in `fault`. *out NULL for an empty file. EPT_E_NOMEM. */
EPT_NODISCARD ept_status bank_yaml_parse(bank_node **out, ept_arena *arena, ept_str text,
                                         bank_yaml_fault *fault);

/* The value of a key; NULL when it is not there or `map` is no map (NULL too). */
const bank_node *bank_node_get(const bank_node *map, const char *key);
/* The scalar's text under a key, or NULL. */
const char *bank_node_text(const bank_node *map, const char *key);
/* Whole number of a scalar. False when it is none. */
bool bank_node_int(int64_t *out, const bank_node *node, int64_t min, int64_t max);

#endif
