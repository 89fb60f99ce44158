/* SPDX-License-Identifier: MIT */
/* Slots, patterns and exams: what kinds of items there are, in which order, under which rules. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "source_priv.h"

bank_src_slot *bank_slot_find(const bank_src *src, const char *id)
{
    for (size_t i = 0; i < src->slot_count && id != NULL; i++) {
        if (strcmp(src->slots[i].out.id, id) == 0) {
            return &src->slots[i];
        }
    }
    return NULL;
}

/* The place of the word under `key` in `choices` (NULL-terminated); `fallback` when the key is left
 * out. */
static int choice(bank_src *src, const char *file, const bank_node *map, const char *key,
                  const char *const *choices, int fallback)
{
    const bank_node *node = bank_node_get(map, key);

    if (node == NULL) {
        if (fallback < 0) {
            bank_error(src, bank_spot_of(file, map), "\"%s\" is missing, write it", key);
        }
        return fallback < 0 ? 0 : fallback;
    }
    for (int i = 0; choices[i] != NULL; i++) {
        if (node->kind == BANK_SCALAR && strcmp(node->text, choices[i]) == 0) {
            return i;
        }
    }
    bank_error(src, bank_spot_of(file, node), "\"%s\" has no such value, see the top of the file",
               key);
    return 0;
}

static bank_range range_of(bank_src *src, const char *file, const bank_node *map, const char *key)
{
    const bank_node *node = bank_node_get(map, key);
    bank_range range = {0, 0};

    if (node == NULL) {
        return range;
    }
    if (node->kind != BANK_LIST || node->count != 2 ||
        !bank_node_int(&range.min, node->items[0], 1, 9999) ||
        !bank_node_int(&range.max, node->items[1], range.min, 9999)) {
        bank_error(src, bank_spot_of(file, node), "\"%s\" must be [least, most]", key);
        return (bank_range){0, 0};
    }
    return range;
}

static unsigned stimulus_of(bank_src *src, const char *file, const bank_node *map)
{
    static const char *const parts[] = {"picture", "passage", "document", "script"};
    const bank_node *node = bank_node_get(map, "stimulus");
    size_t count = 0;
    unsigned has = 0;
    const char **words = bank_words(src, file, node, &count);

    if (node == NULL) {
        bank_error(src, bank_spot_of(file, map), "\"stimulus\" is missing, write it");
    }
    for (size_t i = 0; i < count; i++) {
        unsigned bit = 0;
        for (unsigned p = 0; p < 4; p++) {
            bit |= strcmp(words[i], parts[p]) == 0 ? 1U << p : 0;
        }
        if (bit == 0) {
            bank_error(src, bank_spot_of(file, node),
                       "a stimulus is of picture, passage, document, script");
        }
        has |= bit;
    }
    return has;
}

static void load_slot(bank_src *src, const char *file, const bank_node *key, const bank_node *map)
{
    static const char *const keys[] = {"section",
                                       "field",
                                       "says",
                                       "stimulus",
                                       "group",
                                       "documents",
                                       "options",
                                       "ask",
                                       "blank",
                                       "underline",
                                       "contrast",
                                       "fact",
                                       "tags",
                                       "numeric",
                                       "turns",
                                       "syllables",
                                       "option_syllables",
                                       "longest",
                                       NULL};
    static const char *const sections[] = {"reading", "listening", "law", NULL};
    static const char *const fields[] = {"vocabulary", "information",  "comprehension", "sound",
                                         "visual",     "conversation", "law",           NULL};
    static const char *const needs[] = {"never", "may", "must", NULL};
    static const char *const options[] = {"text", "picture", "spoken", NULL};
    static const char *const places[] = {"none", "passage", "document", "options", NULL};
    bank_src_slot *slots = bank_grow(src->arena, src->slots, src->slot_count, sizeof *slots);

    if (slots == NULL) {
        (void)bank_stop(src, EPT_OK);
        return;
    }
    src->slots = slots;
    if (!bank_keys(src, file, map, keys, "a slot")) {
        return;
    }
    bank_src_slot *slot = &slots[src->slot_count++];
    *slot = (bank_src_slot){.at = bank_spot_of(file, key)};
    slot->out.id = key->text;
    slot->out.section = sections[choice(src, file, map, "section", sections, -1)];
    slot->out.field = fields[choice(src, file, map, "field", fields, -1)];
    bank_need_says(src, file, bank_node_get(map, "says"), EPT_LANG_KO, slot->out.says);
    slot->stimulus = stimulus_of(src, file, map);
    slot->group = (bank_need)choice(src, file, map, "group", needs, BANK_NEVER);
    slot->ask = (bank_need)choice(src, file, map, "ask", needs, -1);
    slot->contrast = (bank_need)choice(src, file, map, "contrast", needs, BANK_NEVER);
    slot->fact = (bank_need)choice(src, file, map, "fact", needs, BANK_MAY);
    slot->numeric = (bank_need)choice(src, file, map, "numeric", needs, BANK_NEVER);
    slot->options = (bank_options_kind)choice(src, file, map, "options", options, -1);
    slot->out.options = options[slot->options];
    slot->blank = (bank_where)choice(src, file, map, "blank", places, -1);
    slot->underline = (bank_where)choice(src, file, map, "underline", places, -1);
    slot->documents = bank_words(src, file, bank_node_get(map, "documents"), &slot->document_count);
    slot->tags = bank_words(src, file, bank_node_get(map, "tags"), &slot->tag_count);
    slot->turns = range_of(src, file, map, "turns");
    slot->syllables = range_of(src, file, map, "syllables");
    slot->option_syllables = range_of(src, file, map, "option_syllables");
    const bank_node *longest = bank_node_get(map, "longest");
    if (longest != NULL && !bank_node_int(&slot->longest_s, longest, 1, 120)) {
        bank_error(src, bank_spot_of(file, longest), "\"longest\" must be whole seconds");
    }
}

void bank_load_slots(bank_src *src)
{
    const char *file = NULL;
    const bank_node *top = bank_src_yaml(src, &file, "slots.yaml", true);

    if (top == NULL) {
        return;
    }
    if (top->kind != BANK_MAP) {
        bank_error(src, bank_spot_of(file, top), "the slots must be written as id: and their keys");
        return;
    }
    for (size_t i = 0; i < top->count; i++) {
        load_slot(src, file, top->keys[i], top->items[i]);
    }
}

/* "7" or "29-32". */
static bool numbers_of(int *first, int *last, const char *text)
{
    char copy[16];
    int64_t a = 0, b = 0;
    size_t n = strlen(text);

    if (n >= sizeof copy) {
        return false;
    }
    memcpy(copy, text, n + 1);
    char *dash = strchr(copy, '-');
    if (dash != NULL) {
        *dash = '\0';
    }
    if (!ept_parse_int(&a, copy, 1, 200) ||
        !ept_parse_int(&b, dash != NULL ? dash + 1 : copy, a, 200)) {
        return false;
    }
    *first = (int)a;
    *last = (int)b;
    return true;
}

static void load_rule(bank_src *src, const char *file, const bank_node *map, ept_bank_rule *rule)
{
    static const char *const keys[] = {"numbers", "slots", "distinct", "spread", "one_group", NULL};
    const char *numbers = NULL;
    const bank_node *slots = bank_node_get(map, "slots");
    size_t count = 0;

    if (!bank_keys(src, file, map, keys, "a rule of a pattern")) {
        return;
    }
    numbers = bank_need_text(src, file, map, "numbers");
    if (numbers != NULL && !numbers_of(&rule->first, &rule->last, numbers)) {
        bank_error(src, bank_spot_of(file, map),
                   "\"numbers\" must be a number or a range like 29-32");
    }
    const char **words = bank_words(src, file, slots, &count);
    rule->slots = words;
    rule->slot_count = count;
    if (count == 0) {
        bank_error(src, bank_spot_of(file, map), "\"slots\" is missing, name at least one");
    }
    for (size_t i = 0; i < count; i++) {
        if (bank_slot_find(src, words[i]) == NULL) {
            bank_error(src, bank_spot_of(file, slots), "slot \"%s\" is not in slots.yaml",
                       words[i]);
        }
    }
    rule->distinct = bank_node_text(map, "distinct");
    rule->spread = bank_node_text(map, "spread");
    if ((rule->distinct != NULL && strcmp(rule->distinct, "tag") != 0) ||
        (rule->spread != NULL && strcmp(rule->spread, "tag") != 0)) {
        bank_error(src, bank_spot_of(file, map), "\"distinct\" and \"spread\" know only tag");
    }
    const char *group = bank_node_text(map, "one_group");
    rule->one_group = group != NULL && strcmp(group, "true") == 0;
}

/* The rules must cover 1, 2, 3 ... without a hole. */
static void check_numbers(bank_src *src, bank_spot at, const ept_bank_pattern *pattern)
{
    int next = 1;

    for (size_t i = 0; i < pattern->rule_count; i++) {
        if (pattern->rules[i].first != next) {
            bank_error(src, at, "pattern %s: number %d is missing or out of order", pattern->id,
                       next);
            return;
        }
        next = pattern->rules[i].last + 1;
    }
}

static void load_pattern(bank_src *src, const char *name)
{
    static const char *const keys[] = {"id", "slots", NULL};
    const char *file = NULL;
    const bank_node *top = bank_src_yaml(src, &file, name, true);
    ept_bank_pattern *patterns =
        bank_grow(src->arena, src->patterns, src->pattern_count, sizeof *patterns);

    if (patterns == NULL) {
        (void)bank_stop(src, EPT_OK);
        return;
    }
    src->patterns = patterns;
    if (top == NULL || !bank_keys(src, file, top, keys, "a pattern")) {
        return;
    }
    const bank_node *list = bank_node_get(top, "slots");
    const char *id = bank_need_text(src, file, top, "id");
    if (id == NULL || list == NULL || list->kind != BANK_LIST) {
        bank_error(src, bank_spot_of(file, top), "a pattern needs an id and a list of slots");
        return;
    }
    ept_bank_rule *rules = ept_arena_array(src->arena, list->count, sizeof *rules);
    if (rules == NULL) {
        (void)bank_stop(src, EPT_OK);
        return;
    }
    for (size_t i = 0; i < list->count; i++) {
        load_rule(src, file, list->items[i], &rules[i]);
    }
    patterns[src->pattern_count] =
        (ept_bank_pattern){.id = id, .rules = rules, .rule_count = list->count};
    check_numbers(src, bank_spot_of(file, top), &patterns[src->pattern_count]);
    src->pattern_count++;
}

/* Calls `load` for each .yaml file of a folder, in byte order. */
static void each_file(bank_src *src, const char *folder, void (*load)(bank_src *, const char *))
{
    size_t n = strlen(folder);

    for (size_t i = 0; i < src->file_count && src->st == EPT_OK; i++) {
        const char *name = src->files[i];
        size_t length = strlen(name);
        if (strncmp(name, folder, n) == 0 && length > n + 5 &&
            strcmp(name + length - 5, ".yaml") == 0) {
            load(src, name);
        }
    }
}

void bank_load_patterns(bank_src *src)
{
    each_file(src, "patterns/", load_pattern);
}

typedef struct flattening {
    ept_bank_setting *settings;
    size_t count;
} flattening;

static void flatten(bank_src *src, flattening *out, const bank_node *node, const char *path)
{
    if (node->kind == BANK_SCALAR) {
        ept_bank_setting *grown = bank_grow(src->arena, out->settings, out->count, sizeof *grown);
        if (grown == NULL) {
            (void)bank_stop(src, EPT_OK);
            return;
        }
        out->settings = grown;
        grown[out->count++] = (ept_bank_setting){path, node->text};
        return;
    }
    for (size_t i = 0; i < node->count; i++) {
        const char *dot = path[0] == '\0' ? "" : ".";
        char *deeper = node->kind == BANK_MAP
                           ? ept_arena_printf(src->arena, "%s%s%s", path, dot, node->keys[i]->text)
                           : ept_arena_printf(src->arena, "%s%s%zu", path, dot, i);
        if (deeper == NULL) {
            (void)bank_stop(src, EPT_OK);
            return;
        }
        flatten(src, out, node->items[i], deeper);
    }
}

static bool has_pattern(const bank_src *src, const char *id)
{
    for (size_t i = 0; i < src->pattern_count; i++) {
        if (strcmp(src->patterns[i].id, id) == 0) {
            return true;
        }
    }
    return false;
}

static void load_exam(bank_src *src, const char *name)
{
    const char *file = NULL;
    const bank_node *top = bank_src_yaml(src, &file, name, true);
    ept_bank_exam *exams = bank_grow(src->arena, src->exams, src->exam_count, sizeof *exams);
    flattening flat = {0};
    const char *says[EPT_LANG_COUNT] = {0};

    if (exams == NULL) {
        (void)bank_stop(src, EPT_OK);
        return;
    }
    src->exams = exams;
    if (top == NULL) {
        return;
    }
    const char *id = bank_need_text(src, file, top, "id");
    const char *pattern = bank_need_text(src, file, top, "pattern");
    bank_need_says(src, file, bank_node_get(top, "title"), EPT_LANG_KO, says);
    if (pattern != NULL && !has_pattern(src, pattern)) {
        bank_error(src, bank_spot_of(file, bank_node_get(top, "pattern")),
                   "there is no pattern \"%s\"", pattern);
    }
    flatten(src, &flat, top, "");
    if (id != NULL) {
        exams[src->exam_count++] =
            (ept_bank_exam){.id = id, .settings = flat.settings, .setting_count = flat.count};
    }
}

void bank_load_exams(bank_src *src)
{
    each_file(src, "exams/", load_exam);
}
