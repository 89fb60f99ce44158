/* SPDX-License-Identifier: MIT */
/* From libyaml's events to a tree. Only what the sources use is let in: plain lists, maps and
 * scalars. */
#include "yaml_priv.h"

#include <string.h>

#include <yaml.h>

#include "bank_priv.h"

enum { MAX_DEPTH = 24 };

typedef struct parsing {
    yaml_parser_t parser;
    ept_arena *arena;
    bank_yaml_fault *fault;
} parsing;

static int line_of(yaml_mark_t mark)
{
    return (int)mark.line + 1;
}

static ept_status refuse(parsing *p, yaml_mark_t mark, const char *what)
{
    *p->fault =
        (bank_yaml_fault){line_of(mark), (int)mark.column + 1, ept_arena_strdup(p->arena, what)};
    return p->fault->what != NULL ? ept_fail(EPT_E_FORMAT, "yaml: %s", what)
                                  : ept_fail(EPT_E_NOMEM, "yaml: out of memory");
}

static ept_status next_event(yaml_event_t *event, parsing *p)
{
    if (yaml_parser_parse(&p->parser, event) != 0) {
        return EPT_OK;
    }
    if (p->parser.error == YAML_MEMORY_ERROR) {
        return ept_fail(EPT_E_NOMEM, "yaml: out of memory");
    }
    const char *problem = p->parser.problem != NULL ? p->parser.problem : "not YAML";
    char *text = p->parser.context != NULL
                     ? ept_arena_printf(p->arena, "%s %s", problem, p->parser.context)
                     : ept_arena_strdup(p->arena, problem);
    /* a reader's error (bytes that are no text) has only an offset */
    yaml_mark_t mark =
        p->parser.error == YAML_READER_ERROR ? p->parser.mark : p->parser.problem_mark;
    return refuse(p, mark, text != NULL ? text : problem);
}

static bank_node *new_node(parsing *p, bank_node_kind kind, yaml_mark_t mark)
{
    bank_node *node = ept_arena_alloc(p->arena, sizeof *node);

    if (node != NULL) {
        node->kind = kind;
        node->line = line_of(mark);
        node->column = (int)mark.column + 1;
    }
    return node;
}

static ept_status parse_node(bank_node **out, parsing *p, const yaml_event_t *event, int depth);

static ept_status parse_scalar(bank_node **out, parsing *p, const yaml_event_t *event)
{
    bank_node *node = new_node(p, BANK_SCALAR, event->start_mark);

    if (event->data.scalar.anchor != NULL || event->data.scalar.tag != NULL) {
        return refuse(p, event->start_mark,
                      "anchors and tags are not used here, write the value out");
    }
    if (memchr(event->data.scalar.value, 0, event->data.scalar.length) != NULL) {
        return refuse(p, event->start_mark, "a text holds a zero byte, remove it");
    }
    if (node == NULL ||
        (node->text = ept_arena_strndup(p->arena, (const char *)event->data.scalar.value,
                                        event->data.scalar.length)) == NULL) {
        return ept_fail(EPT_E_NOMEM, "yaml: out of memory");
    }
    node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    *out = node;
    return EPT_OK;
}

static ept_status add_item(bank_node *node, parsing *p, const bank_node *key, bank_node *value)
{
    node->items = bank_grow(p->arena, node->items, node->count, sizeof(bank_node *));
    if (node->kind == BANK_MAP) {
        node->keys = bank_grow(p->arena, node->keys, node->count, sizeof(const bank_node *));
    }
    if (node->items == NULL || (node->kind == BANK_MAP && node->keys == NULL)) {
        return ept_fail(EPT_E_NOMEM, "yaml: out of memory");
    }
    node->items[node->count] = value;
    if (node->kind == BANK_MAP) {
        node->keys[node->count] = key;
    }
    node->count++;
    return EPT_OK;
}

/* A key of a map that was just begun with `event`. */
static ept_status parse_key(bank_node **out, parsing *p, const bank_node *map,
                            const yaml_event_t *event)
{
    if (event->type != YAML_SCALAR_EVENT) {
        return refuse(p, event->start_mark, "a key must be a word");
    }
    ept_status st = parse_scalar(out, p, event);
    if (st == EPT_OK && bank_node_get(map, (*out)->text) != NULL) {
        char *what = ept_arena_printf(p->arena, "the key %s stands twice, keep one", (*out)->text);
        st = refuse(p, event->start_mark, what != NULL ? what : "a key stands twice");
    }
    return st;
}

static ept_status parse_collection(bank_node **out, parsing *p, const yaml_event_t *first,
                                   int depth)
{
    bool map = first->type == YAML_MAPPING_START_EVENT;
    const yaml_char_t *anchor =
        map ? first->data.mapping_start.anchor : first->data.sequence_start.anchor;
    bank_node *node = new_node(p, map ? BANK_MAP : BANK_LIST, first->start_mark);
    bool ended = false;
    ept_status st = node != NULL ? EPT_OK : ept_fail(EPT_E_NOMEM, "yaml: out of memory");

    if (anchor != NULL) {
        return refuse(p, first->start_mark,
                      "anchors and tags are not used here, write the value out");
    }
    while (st == EPT_OK && !ended) {
        yaml_event_t event;
        bank_node *key = NULL, *value = NULL;
        st = next_event(&event, p);
        if (st != EPT_OK) {
            break;
        }
        ended = event.type == YAML_MAPPING_END_EVENT || event.type == YAML_SEQUENCE_END_EVENT;
        if (!ended && map) {
            st = parse_key(&key, p, node, &event);
            yaml_event_delete(&event);
            if (st != EPT_OK || (st = next_event(&event, p)) != EPT_OK) {
                return st;
            }
        }
        if (!ended) {
            st = parse_node(&value, p, &event, depth + 1);
        }
        yaml_event_delete(&event);
        if (!ended && st == EPT_OK) {
            st = add_item(node, p, key, value);
        }
    }
    *out = node;
    return st;
}

static ept_status parse_node(bank_node **out, parsing *p, const yaml_event_t *event, int depth)
{
    if (depth > MAX_DEPTH) {
        return refuse(p, event->start_mark, "too many levels inside each other");
    }
    if (event->type == YAML_SCALAR_EVENT) {
        return parse_scalar(out, p, event);
    }
    if (event->type == YAML_MAPPING_START_EVENT || event->type == YAML_SEQUENCE_START_EVENT) {
        return parse_collection(out, p, event, depth);
    }
    return refuse(p, event->start_mark, "anchors and tags are not used here, write the value out");
}

static ept_status parse_stream(bank_node **out, parsing *p)
{
    bool ended = false;
    ept_status st = EPT_OK;

    while (st == EPT_OK && !ended) {
        yaml_event_t event;
        st = next_event(&event, p);
        if (st != EPT_OK) {
            break;
        }
        ended = event.type == YAML_STREAM_END_EVENT;
        bool content = event.type == YAML_SCALAR_EVENT || event.type == YAML_MAPPING_START_EVENT ||
                       event.type == YAML_SEQUENCE_START_EVENT || event.type == YAML_ALIAS_EVENT;
        if (content && *out != NULL) {
            st = refuse(p, event.start_mark, "a second document begins here, keep one in a file");
        } else if (content) {
            st = parse_node(out, p, &event, 0);
        }
        yaml_event_delete(&event);
    }
    return st;
}

ept_status bank_yaml_parse(bank_node **out, ept_arena *arena, ept_str text, bank_yaml_fault *fault)
{
    parsing p = {.arena = arena, .fault = fault};

    *out = NULL;
    *fault = (bank_yaml_fault){0};
    if (yaml_parser_initialize(&p.parser) == 0) {
        return ept_fail(EPT_E_NOMEM, "yaml: out of memory");
    }
    yaml_parser_set_encoding(&p.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&p.parser, (const unsigned char *)text.p, text.n);
    ept_status st = parse_stream(out, &p);
    yaml_parser_delete(&p.parser);
    if (st != EPT_OK) {
        *out = NULL;
    }
    return st;
}

const bank_node *bank_node_get(const bank_node *map, const char *key)
{
    if (map == NULL || map->kind != BANK_MAP) {
        return NULL;
    }
    for (size_t i = 0; i < map->count; i++) {
        if (strcmp(map->keys[i]->text, key) == 0) {
            return map->items[i];
        }
    }
    return NULL;
}

const char *bank_node_text(const bank_node *map, const char *key)
{
    const bank_node *node = bank_node_get(map, key);

    return node != NULL && node->kind == BANK_SCALAR ? node->text : NULL;
}

bool bank_node_int(int64_t *out, const bank_node *node, int64_t min, int64_t max)
{
    return node != NULL && node->kind == BANK_SCALAR && ept_parse_int(out, node->text, min, max);
}
