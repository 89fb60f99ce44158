/* SPDX-License-Identifier: MIT */
/* The index of pictures and the drawings it names: each name has a drawing, each drawing a name. */
#include <inttypes.h>
#include <string.h>

#include "picture_priv.h"

#include "epstopik/path.h"

bank_src_picture *bank_picture_find(const bank_src *src, const char *id)
{
    for (size_t i = 0; i < src->picture_count && id != NULL; i++) {
        if (strcmp(src->pictures[i].id, id) == 0) {
            return &src->pictures[i];
        }
    }
    return NULL;
}

bank_src_picture *bank_picture_add(bank_src *src, const char *id)
{
    bank_src_picture *pictures =
        bank_grow(src->arena, src->pictures, src->picture_count, sizeof *pictures);

    if (pictures == NULL) {
        return bank_stop(src, EPT_OK);
    }
    src->pictures = pictures;
    pictures[src->picture_count] = (bank_src_picture){.id = id};
    return &pictures[src->picture_count++];
}

static bool read_drawing(bank_src *src, bank_src_picture *picture)
{
    ept_buf text = {0};
    char *name = ept_arena_printf(src->arena, "pictures/%s.svg", picture->id);
    char *path = name != NULL ? ept_path_join(src->arena, src->opts->dir, name) : NULL;

    if (path == NULL) {
        return bank_stop(src, EPT_OK) != NULL;
    }
    if (!bank_src_has(src, name)) {
        bank_error(src, picture->at, "picture %s: there is no drawing %s, draw it", picture->id,
                   name);
        return false;
    }
    ept_status st = ept_path_read(&text, path);
    char *copy = st == EPT_OK ? ept_arena_strndup(src->arena, text.p, text.n) : NULL;
    picture->svg = (ept_str){copy, copy != NULL ? text.n : 0};
    ept_buf_clear(&text);
    if (copy == NULL) {
        return bank_stop(src, st) != NULL;
    }
    bank_svg_check(src, path, picture->svg);
    return true;
}

static void load_picture(bank_src *src, const char *file, const bank_node *key,
                         const bank_node *map)
{
    static const char *const keys[] = {"ko", "kk", "ru", "en", "kind", "near", NULL};
    static const char *const kinds[] = {"thing", "person", "place", "action", "pictogram"};
    static const char *const langs[] = {"ko", "kk", "ru", "en"};

    if (bank_picture_find(src, key->text) != NULL) {
        bank_error(src, bank_spot_of(file, key), "picture %s stands in the index twice, keep one",
                   key->text);
        return;
    }
    bank_src_picture *picture = bank_picture_add(src, key->text);
    if (picture == NULL || !bank_keys(src, file, map, keys, "a picture")) {
        return;
    }
    picture->at = bank_spot_of(file, key);
    for (size_t l = 0; l < EPT_LANG_COUNT; l++) {
        picture->names[l] = bank_need_text(src, file, map, langs[l]);
    }
    picture->kind = bank_need_text(src, file, map, "kind");
    if (picture->kind != NULL && !bank_word_in(picture->kind, kinds, 5)) {
        bank_error(src, bank_spot_of(file, bank_node_get(map, "kind")),
                   "a picture is a thing, person, place, action or pictogram, not \"%s\"",
                   picture->kind);
    }
    picture->near = bank_words(src, file, bank_node_get(map, "near"), &picture->near_count);
    (void)read_drawing(src, picture);
}

static void check_near(bank_src *src)
{
    for (size_t i = 0; i < src->picture_count; i++) {
        const bank_src_picture *picture = &src->pictures[i];
        for (size_t n = 0; n < picture->near_count; n++) {
            if (bank_picture_find(src, picture->near[n]) == NULL) {
                bank_error(src, picture->at, "picture %s is near %s, which is not in the index",
                           picture->id, picture->near[n]);
            }
        }
    }
}

/* A drawing that no index names is a mistake: of the name, or of the index. */
static void check_unnamed(bank_src *src)
{
    for (size_t i = 0; i < src->file_count; i++) {
        const char *name = src->files[i];
        size_t n = strlen(name);
        if (strncmp(name, "pictures/", 9) != 0 || n < 14 || strcmp(name + n - 4, ".svg") != 0) {
            continue;
        }
        char *id = ept_arena_strndup(src->arena, name + 9, n - 13);
        char *path = ept_path_join(src->arena, src->opts->dir, name);
        if (id == NULL || path == NULL) {
            (void)bank_stop(src, EPT_OK);
            return;
        }
        if (bank_picture_find(src, id) == NULL) {
            bank_error(src, (bank_spot){path, 1},
                       "no index names this drawing, add %s to pictures/index.yaml", id);
        }
    }
}

/* Whole numbers of 1 to 400 under `key` of `map`, `count` of them; none when the key is absent. */
static void read_units(bank_src *src, const char *file, const bank_node *map, const char *key,
                       double *out, size_t count)
{
    const bank_node *list = bank_node_get(map, key);
    int64_t unit = 0;

    for (size_t i = 0; list != NULL && i < count; i++) {
        if (list->kind != BANK_LIST || list->count != count ||
            !bank_node_int(&unit, list->items[i], 1, 400)) {
            bank_error(src, bank_spot_of(file, list), "\"%s\" is a list of %zu numbers, 1 to 400",
                       key, count);
            return;
        }
        out[i] = (double)unit;
    }
}

/* A whole number under `key` of `map`; `out` stays as it is when the key is absent. */
static void read_whole(bank_src *src, const char *file, const bank_node *map, const char *key,
                       double *out, int64_t least, int64_t most)
{
    const bank_node *node = bank_node_get(map, key);
    int64_t value = 0;

    if (node == NULL) {
        return;
    }
    if (!bank_node_int(&value, node, least, most)) {
        bank_error(src, bank_spot_of(file, node),
                   "\"%s\" is a whole number, %" PRId64 " to %" PRId64, key, least, most);
        return;
    }
    *out = (double)value;
}

/* pictures/rooms.yaml, where there is one: what the drawings carry and where, how large and how the
 * things are. */
static void load_rooms(bank_src *src)
{
    static const char *const keys[] = {"rest", "under", "in", "cm", "lies", "foot", NULL};
    const char *file = NULL;
    const bank_node *top = bank_src_yaml(src, &file, "pictures/rooms.yaml", false);

    if (top != NULL && top->kind != BANK_MAP) {
        bank_error(src, bank_spot_of(file, top),
                   "rooms must be written as name: {rest: ...} lines");
    }
    for (size_t k = 0; top != NULL && top->kind == BANK_MAP && k < top->count; k++) {
        bank_src_picture *picture = bank_picture_find(src, top->keys[k]->text);
        if (picture == NULL) {
            bank_error(src, bank_spot_of(file, top->keys[k]), "picture %s is not in the index",
                       top->keys[k]->text);
        } else if (bank_keys(src, file, top->items[k], keys, "a room")) {
            read_units(src, file, top->items[k], "rest", picture->rest, 2);
            read_units(src, file, top->items[k], "under", picture->under, 3);
            read_units(src, file, top->items[k], "in", picture->inside, 4);
            read_whole(src, file, top->items[k], "cm", &picture->cm, 1, 2000);
            read_whole(src, file, top->items[k], "lies", &picture->lies, -180, 180);
            read_whole(src, file, top->items[k], "foot", &picture->foot, 1, 400);
        }
    }
}

void bank_load_pictures(bank_src *src)
{
    for (size_t i = 0; i < src->file_count; i++) {
        const char *name = src->files[i];
        const char *file = NULL;
        size_t n = strlen(name);
        if (strncmp(name, "pictures/index", 14) != 0 || strcmp(name + n - 5, ".yaml") != 0) {
            continue;
        }
        const bank_node *top = bank_src_yaml(src, &file, name, true);
        if (top != NULL && top->kind != BANK_MAP) {
            bank_error(src, bank_spot_of(file, top),
                       "the index must be written as name: {ko: ...} lines");
        }
        for (size_t k = 0; top != NULL && top->kind == BANK_MAP && k < top->count; k++) {
            load_picture(src, file, top->keys[k], top->items[k]);
        }
    }
    load_rooms(src);
    check_near(src);
    check_unnamed(src);
}
