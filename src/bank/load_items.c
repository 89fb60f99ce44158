/* SPDX-License-Identifier: MIT */
/* Items and groups of a file: every key into its place, what is missing or unknown told with its
 * line. */
#include <stdio.h>
#include <string.h>

#include "load_priv.h"

typedef struct file_head {
    bank_src *src;
    const char *file, *section, *sector;
    int64_t unit;
    bool warm_up;
} file_head;

static const char *const langs[] = {"ko", "kk", "ru", "en"};

/* A text without the line end that a block leaves; NULL when the node is none (told). */
static const char *text_of(const file_head *f, const bank_node *node, const char *what)
{
    if (node->kind != BANK_SCALAR || node->text[0] == '\0') {
        bank_error(f->src, bank_spot_of(f->file, node), "%s must be a text", what);
        return NULL;
    }
    size_t n = strlen(node->text);
    while (n > 0 && strchr(" \n\t", node->text[n - 1]) != NULL) {
        n--;
    }
    char *text = ept_arena_strndup(f->src->arena, node->text, n);
    return text != NULL ? text : bank_stop(f->src, EPT_OK);
}

static const char *optional_text(const file_head *f, const bank_node *map, const char *key)
{
    const bank_node *node = bank_node_get(map, key);

    return node != NULL ? text_of(f, node, key) : NULL;
}

/* Text, or {text: ..., as: respelled Hangul}. */
static void spoken_text(const file_head *f, const bank_node *node, const char **text,
                        const char **as)
{
    static const char *const keys[] = {"text", "as", NULL};

    if (node->kind == BANK_SCALAR) {
        *text = text_of(f, node, "a spoken line");
    } else if (bank_keys(f->src, f->file, node, keys, "a spoken line")) {
        *text = bank_need_text(f->src, f->file, node, "text");
        *as = bank_need_text(f->src, f->file, node, "as");
    }
}

static void load_script(const file_head *f, const bank_node *node, ept_item *item)
{
    static const char *const voices[] = {"narrator", "man", "woman", "man2", "woman2"};

    if (node->kind != BANK_LIST || node->count == 0) {
        bank_error(f->src, bank_spot_of(f->file, node),
                   "\"script\" must be a list of `- man: text` lines");
        return;
    }
    ept_turn *turns = ept_arena_array(f->src->arena, node->count, sizeof *turns);
    if (turns == NULL) {
        (void)bank_stop(f->src, EPT_OK);
        return;
    }
    for (size_t i = 0; i < node->count; i++) {
        const bank_node *line = node->items[i];
        if (line->kind != BANK_MAP || line->count != 1) {
            bank_error(f->src, bank_spot_of(f->file, line),
                       "a script line has exactly one key: `- man: text`");
            continue;
        }
        ept_turn *turn = &turns[item->turn_count];
        turn->voice = line->keys[0]->text;
        if (!bank_word_in(turn->voice, voices, 5)) {
            bank_error(f->src, bank_spot_of(f->file, line),
                       "a voice is narrator, man, woman, man2 or woman2, not \"%s\"", turn->voice);
        }
        spoken_text(f, line->items[0], &turn->text, &turn->as);
        item->turn_count += turn->text != NULL;
    }
    item->script = turns;
}

static void load_stimulus(const file_head *f, const bank_node *map, ept_item *item)
{
    const bank_node *picture = bank_node_get(map, "picture");
    const bank_node *document = bank_node_get(map, "document");
    const bank_node *script = bank_node_get(map, "script");

    if (picture != NULL) {
        item->picture = bank_picture_of(f->src, f->file, picture);
    }
    item->passage = optional_text(f, map, "passage");
    if (document != NULL) {
        item->document = bank_document_of(f->src, f->file, document);
    }
    if (script != NULL) {
        load_script(f, script, item);
    }
}

static void load_option(const file_head *f, const bank_node *node, ept_option *option)
{
    if (node->kind == BANK_MAP && bank_node_get(node, "text") == NULL) {
        option->picture = bank_picture_of(f->src, f->file, node);
    } else if (node->kind == BANK_MAP) {
        spoken_text(f, node, &option->text, &option->as);
    } else {
        option->text = text_of(f, node, "an option");
    }
}

static void load_options(const file_head *f, const bank_node *map, ept_item *item)
{
    const bank_node *answer = bank_node_get(map, "answer"), *wrong = bank_node_get(map, "wrong");

    if (answer == NULL) {
        bank_error(f->src, bank_spot_of(f->file, map),
                   "\"answer\" is missing, write the right option");
    } else {
        load_option(f, answer, &item->options[0]);
    }
    if (wrong == NULL || wrong->kind != BANK_LIST || wrong->count != EPT_OPTIONS - 1) {
        bank_error(f->src, bank_spot_of(f->file, wrong != NULL ? wrong : map),
                   "\"wrong\" must be a list of exactly 3 options, it has %zu (a comma in [ ] "
                   "splits a text)",
                   wrong != NULL && wrong->kind == BANK_LIST ? wrong->count : 0);
        return;
    }
    for (size_t i = 0; i < wrong->count; i++) {
        load_option(f, wrong->items[i], &item->options[i + 1]);
    }
}

/* Exactly `want` words under a key into `out`. */
static void load_words(const file_head *f, const bank_node *map, const char *key, const char **out,
                       size_t want)
{
    const bank_node *node = bank_node_get(map, key);
    size_t count = 0;
    const char **words = bank_words(f->src, f->file, node, &count);

    if (node == NULL || node->kind != BANK_LIST || count != want) {
        bank_error(f->src, bank_spot_of(f->file, node != NULL ? node : map),
                   "\"%s\" must be a list of exactly %zu words, it has %zu", key, want, count);
        return;
    }
    for (size_t i = 0; i < want; i++) {
        out[i] = words[i];
    }
}

static void load_traps(const file_head *f, const bank_node *map, ept_item *item)
{
    static const char *const known[] = {
        "field", "look",     "sound",     "use",         "part",  "swap",  "opposite",
        "class", "heard",    "echo",      "number",      "time",  "place", "tense",
        "form",  "particle", "irregular", "collocation", "scope", "old",   "belief"};

    load_words(f, map, "traps", item->traps, EPT_TRAPS);
    for (size_t i = 0; i < EPT_TRAPS; i++) {
        if (item->traps[i] != NULL &&
            !bank_word_in(item->traps[i], known, sizeof known / sizeof known[0])) {
            bank_error(f->src, bank_spot_of(f->file, bank_node_get(map, "traps")),
                       "there is no trap \"%s\"", item->traps[i]);
        }
    }
}

static void load_gloss(const file_head *f, const bank_node *map, ept_gloss *gloss)
{
    static const char *const keys[] = {"text", "ask", "options", NULL};
    const bank_node *options = bank_node_get(map, "options");

    if (!bank_keys(f->src, f->file, map, keys, "a translation")) {
        return;
    }
    gloss->text = optional_text(f, map, "text");
    gloss->ask = optional_text(f, map, "ask");
    if (options == NULL) {
        return;
    }
    if (options->kind != BANK_LIST || options->count != EPT_OPTIONS) {
        bank_error(f->src, bank_spot_of(f->file, options),
                   "\"options\" must be a list of exactly 4, key first, it has %zu"
                   " (a comma in [ ] splits a text)",
                   options->kind == BANK_LIST ? options->count : 0);
        return;
    }
    for (size_t i = 0; i < EPT_OPTIONS; i++) {
        gloss->options[i] = text_of(f, options->items[i], "an option");
    }
}

static void load_means(const file_head *f, const bank_node *map, ept_item *item)
{
    const bank_node *means = bank_node_get(map, "means");

    if (means == NULL || !bank_keys(f->src, f->file, means, langs + 1, "\"means\"")) {
        return;
    }
    for (size_t l = EPT_LANG_KK; l < EPT_LANG_COUNT; l++) {
        const bank_node *one = bank_node_get(means, langs[l]);
        if (one == NULL) {
            bank_error(f->src, bank_spot_of(f->file, means),
                       "the translation into \"%s\" is missing, write it", langs[l]);
        } else {
            load_gloss(f, one, &item->means[l]);
        }
    }
}

/* A law item in another language: ask, answer, wrong in the order of the Korean. */
static void load_also(const file_head *f, const bank_node *map, ept_item *item)
{
    static const char *const keys[] = {"ask", "answer", "wrong", NULL};
    const bank_node *also = bank_node_get(map, "also");

    if (also == NULL || !bank_keys(f->src, f->file, also, langs + 1, "\"also\"")) {
        return;
    }
    for (size_t l = EPT_LANG_KK; l < EPT_LANG_COUNT; l++) {
        const bank_node *one = bank_node_get(also, langs[l]);
        if (one == NULL) {
            bank_error(f->src, bank_spot_of(f->file, also),
                       "the item in \"%s\" is missing, write it", langs[l]);
            continue;
        }
        if (!bank_keys(f->src, f->file, one, keys, "the item in another language")) {
            continue;
        }
        ept_gloss *gloss = &item->means[l];
        gloss->ask = bank_need_text(f->src, f->file, one, "ask");
        gloss->options[0] = bank_need_text(f->src, f->file, one, "answer");
        load_words(f, one, "wrong", gloss->options + 1, EPT_OPTIONS - 1);
    }
}

static bank_src_group *group_of(const file_head *f, const bank_node *map, const char *id)
{
    for (size_t i = 0; i < f->src->group_count && id != NULL; i++) {
        if (strcmp(f->src->groups[i].item.id, id) == 0) {
            return &f->src->groups[i];
        }
    }
    if (id != NULL) {
        bank_error(f->src, bank_spot_of(f->file, bank_node_get(map, "group")),
                   "there is no group \"%s\" in this file", id);
    }
    return NULL;
}

/* The group's stimulus becomes the item's. */
static void join_group(const file_head *f, const bank_node *map, ept_item *item)
{
    static const char *const own[] = {"picture", "passage", "document", "script"};
    bank_src_group *group = group_of(f, map, item->group);

    for (size_t i = 0; i < 4 && item->group != NULL; i++) {
        const bank_node *node = bank_node_get(map, own[i]);
        if (node != NULL) {
            bank_error(f->src, bank_spot_of(f->file, node),
                       "the stimulus comes from the group, remove \"%s\" here", own[i]);
        }
    }
    if (group == NULL) {
        return;
    }
    group->members++;
    item->picture = group->item.picture;
    item->passage = group->item.passage;
    item->document = group->item.document;
    item->script = group->item.script;
    item->turn_count = group->item.turn_count;
    for (size_t l = 0; l < EPT_LANG_COUNT; l++) {
        if (item->means[l].text != NULL) {
            bank_error(f->src, bank_spot_of(f->file, bank_node_get(map, "means")),
                       "the translation of the text stands in the group, remove \"text\" here");
        }
        item->means[l].text = group->item.means[l].text;
    }
}

static void load_numbers(const file_head *f, const bank_node *map, ept_item *item)
{
    int64_t unit = f->unit, level = 0;
    const bank_node *own = bank_node_get(map, "unit");

    if (own != NULL && !bank_node_int(&unit, own, 1, 60)) {
        bank_error(f->src, bank_spot_of(f->file, own), "\"unit\" is 1 to 60");
    }
    if (!bank_node_int(&level, bank_node_get(map, "level"), 1, 3)) {
        bank_error(f->src, bank_spot_of(f->file, map), "\"level\" must be 1, 2 or 3");
    }
    item->unit = (int)unit;
    item->level = (int)level;
}

static bool is_true(const file_head *f, const bank_node *map, const char *key)
{
    const bank_node *node = bank_node_get(map, key);

    if (node != NULL && (node->kind != BANK_SCALAR || strcmp(node->text, "true") != 0)) {
        bank_error(f->src, bank_spot_of(f->file, node), "\"%s\" is true or left out", key);
    }
    return node != NULL;
}

/* The one word that a key may have. */
static bool is_word(const file_head *f, const bank_node *map, const char *key, const char *word)
{
    const bank_node *node = bank_node_get(map, key);

    if (node != NULL && (node->kind != BANK_SCALAR || strcmp(node->text, word) != 0)) {
        bank_error(f->src, bank_spot_of(f->file, node), "\"%s\" is %s or left out", key, word);
    }
    return node != NULL;
}

static const char *sector_of(const file_head *f, const bank_node *map, const char *fallback)
{
    static const char *const sectors[] = {"general",     "manufacturing", "construction",
                                          "agriculture", "fishery",       "services"};
    const char *sector = bank_node_text(map, "sector");

    if (sector != NULL && !bank_word_in(sector, sectors, 6)) {
        bank_error(f->src, bank_spot_of(f->file, bank_node_get(map, "sector")),
                   "there is no sector \"%s\"", sector);
    }
    return sector != NULL ? sector : fallback;
}

static void load_item(const file_head *f, const bank_node *map)
{
    static const char *const keys[] = {
        "id",       "unit",    "sector",   "use",    "slot", "level",  "tag",   "fact",   "group",
        "picture",  "passage", "document", "script", "ask",  "answer", "wrong", "spoken", "traps",
        "contrast", "order",   "means",    "also",   "why",  "source", NULL};
    bank_src *src = f->src;
    bank_src_item *items = bank_grow(src->arena, src->items, src->item_count, sizeof *items);

    if (items == NULL) {
        (void)bank_stop(src, EPT_OK);
        return;
    }
    src->items = items;
    if (!bank_keys(src, f->file, map, keys, "an item")) {
        return;
    }
    bank_src_item *made = &items[src->item_count];
    *made = (bank_src_item){.section = f->section, .at = bank_spot_of(f->file, map), .node = map};
    ept_item *item = &made->item;
    item->id = bank_need_text(src, f->file, map, "id");
    item->slot = bank_need_text(src, f->file, map, "slot");
    made->slot = bank_slot_find(src, item->slot);
    if (made->slot == NULL && item->slot != NULL) {
        bank_error(src, bank_spot_of(f->file, bank_node_get(map, "slot")),
                   "there is no slot \"%s\" in slots.yaml", item->slot);
    }
    load_numbers(f, map, item);
    item->sector = sector_of(f, map, f->sector);
    item->warm_up = is_word(f, map, "use", "warm-up") || f->warm_up;
    item->spoken = is_true(f, map, "spoken");
    item->numeric = is_word(f, map, "order", "numeric");
    item->tag = bank_node_text(map, "tag");
    item->group = bank_node_text(map, "group");
    item->facts = bank_words(src, f->file, bank_node_get(map, "fact"), &item->fact_count);
    load_stimulus(f, map, item);
    item->ask = optional_text(f, map, "ask");
    load_options(f, map, item);
    load_traps(f, map, item);
    if (bank_node_get(map, "contrast") != NULL) {
        load_words(f, map, "contrast", item->contrast, EPT_OPTIONS);
    }
    load_means(f, map, item);
    load_also(f, map, item);
    bank_need_says(src, f->file, bank_node_get(map, "why"), EPT_LANG_KO, item->why);
    join_group(f, map, item);
    src->item_count += made->slot != NULL && item->id != NULL;
}

static void load_group(const file_head *f, const bank_node *map)
{
    static const char *const keys[] = {"id",     "picture", "passage", "document",
                                       "script", "means",   NULL};
    bank_src *src = f->src;
    bank_src_group *groups = bank_grow(src->arena, src->groups, src->group_count, sizeof *groups);

    if (groups == NULL) {
        (void)bank_stop(src, EPT_OK);
        return;
    }
    src->groups = groups;
    if (!bank_keys(src, f->file, map, keys, "a group")) {
        return;
    }
    bank_src_group *group = &groups[src->group_count];
    *group = (bank_src_group){.at = bank_spot_of(f->file, map)};
    group->item.id = bank_need_text(src, f->file, map, "id");
    load_stimulus(f, map, &group->item);
    bank_need_says(src, f->file, bank_node_get(map, "means"), EPT_LANG_KK,
                   (const char *[EPT_LANG_COUNT]){NULL});
    for (size_t l = EPT_LANG_KK; l < EPT_LANG_COUNT; l++) {
        group->item.means[l].text = bank_node_text(bank_node_get(map, "means"), langs[l]);
    }
    if (group->item.id != NULL && strncmp(group->item.id, "g-", 2) != 0) {
        bank_error(src, group->at, "the id of a group begins with g-, not \"%s\"", group->item.id);
    }
    src->group_count += group->item.id != NULL;
}

static void load_file(bank_src *src, const char *name, const char *section)
{
    static const char *const keys[] = {"unit", "sector", "use", "groups", "items", NULL};
    file_head f = {.src = src, .section = section};
    const bank_node *top = bank_src_yaml(src, &f.file, name, true);

    if (top == NULL || !bank_keys(src, f.file, top, keys, "a file of items")) {
        return;
    }
    if (!bank_node_int(&f.unit, bank_node_get(top, "unit"), 1, 60)) {
        bank_error(src, bank_spot_of(f.file, top),
                   "\"unit\" (1 to 60) must stand at the top of the file");
    }
    f.sector = sector_of(&f, top, NULL);
    if (f.sector == NULL) {
        bank_error(src, bank_spot_of(f.file, top), "\"sector\" must stand at the top of the file");
        f.sector = "general";
    }
    f.warm_up = is_word(&f, top, "use", "warm-up");
    const bank_node *groups = bank_node_get(top, "groups"), *items = bank_node_get(top, "items");
    for (size_t i = 0; groups != NULL && i < groups->count && groups->kind == BANK_LIST; i++) {
        load_group(&f, groups->items[i]);
    }
    if (items == NULL || items->kind != BANK_LIST || items->count == 0) {
        bank_error(src, bank_spot_of(f.file, top), "\"items\" must be a list of items");
        return;
    }
    for (size_t i = 0; i < items->count; i++) {
        load_item(&f, items->items[i]);
    }
}

void bank_load_items(bank_src *src)
{
    static const char *const sections[] = {"reading", "listening", "law"};

    for (size_t s = 0; s < 3; s++) {
        size_t n = strlen(sections[s]);
        for (size_t i = 0; i < src->file_count && src->st == EPT_OK; i++) {
            const char *name = src->files[i];
            size_t length = strlen(name);
            if (strncmp(name, sections[s], n) == 0 && name[n] == '/' && length > 5 &&
                strcmp(name + length - 5, ".yaml") == 0 && strcmp(name, "law/facts.yaml") != 0) {
                load_file(src, name, sections[s]);
            }
        }
    }
}
