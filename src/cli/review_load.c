/* SPDX-License-Identifier: MIT */
/* review_load.c - reading the record: which file an item stands in, and each look with its
 * judgement against today's item. An answer may be written as the option's text, its picture's id
 * or name, or the place (1-4, A-D) at which it was shown. */
#include <stdlib.h>
#include <string.h>

#include "epstopik/path.h"
#include "quiz_order.h"
#include "review.h"

enum { COLUMNS = 11 };

static const char *const names[LOOK_KINDS] = {"solve",   "solve-noctx", "name-picture", "read-ko",
                                              "read-kk", "read-ru",     "read-en",      "law",
                                              "fix",     "drop"};

const char *look_name(look_kind kind)
{
    return names[kind];
}

static int compare_items(const void *a, const void *b)
{
    const reviewed *x = a, *y = b;
    return strcmp(x->item->id, y->item->id);
}

static reviewed *find_item(const review_sheet *sheet, const char *id)
{
    size_t low = 0, high = sheet->item_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(sheet->items[middle].item->id, id);
        if (order == 0) {
            return &sheet->items[middle];
        }
        low = order < 0 ? middle + 1 : low;
        high = order < 0 ? high : middle;
    }
    return NULL;
}

static ept_status load_items(review_sheet *sheet)
{
    const char **ids = NULL;
    ept_status st = ept_bank_ids(&ids, &sheet->item_count, sheet->arena, sheet->bank);
    if (st != EPT_OK) {
        return st;
    }
    sheet->items = ept_arena_array(sheet->arena, sheet->item_count, sizeof *sheet->items);
    if (!sheet->items) {
        return ept_fail(EPT_E_NOMEM, "review");
    }
    for (size_t i = 0; i < sheet->item_count && st == EPT_OK; i++) {
        st = ept_bank_item(&sheet->items[i].item, sheet->arena, sheet->bank, ids[i]);
    }
    if (st == EPT_OK && sheet->item_count > 0) {
        qsort(sheet->items, sheet->item_count, sizeof *sheet->items, compare_items);
    }
    return st;
}

/* Cuts the next line off `rest`, without its end; false when there is none. */
static bool next_line(ept_str *line, ept_str *rest)
{
    if (rest->n == 0) {
        return false;
    }
    const char *end = memchr(rest->p, '\n', rest->n);
    size_t bytes = end ? (size_t)(end - rest->p) : rest->n;
    *line = (ept_str){rest->p, bytes};
    rest->p += bytes + (end ? 1 : 0);
    rest->n -= bytes + (end ? 1 : 0);
    if (line->n > 0 && line->p[line->n - 1] == '\r') {
        line->n--;
    }
    return true;
}

/* "  - id: r-tools-001": the item stands in this file. */
static ept_status note_ids(review_sheet *sheet, const char *file, ept_str text)
{
    static const char mark[] = "- id:";
    ept_str line;
    while (next_line(&line, &text)) {
        while (line.n > 0 && line.p[0] == ' ') {
            line.p++;
            line.n--;
        }
        if (line.n <= sizeof mark - 1 || memcmp(line.p, mark, sizeof mark - 1) != 0) {
            continue;
        }
        size_t from = sizeof mark - 1, to = 0;
        while (from < line.n && strchr(" \"'", line.p[from])) {
            from++;
        }
        for (to = from; to < line.n && !strchr(" \"'#", line.p[to]); to++) {
        }
        const char *id = ept_arena_strndup(sheet->arena, line.p + from, to - from);
        if (!id) {
            return ept_fail(EPT_E_NOMEM, "review");
        }
        reviewed *item = find_item(sheet, id);
        if (item) {
            item->file = file;
        }
    }
    return EPT_OK;
}

static bool ends_with(const char *name, const char *end)
{
    size_t n = strlen(name), m = strlen(end);
    return n > m && strcmp(name + n - m, end) == 0;
}

static ept_status load_files(review_sheet *sheet)
{
    const char **found = NULL;
    size_t count = 0;
    ept_buf text = {0};
    ept_status st = ept_path_walk(&found, &count, sheet->arena, sheet->dir);
    sheet->files = st == EPT_OK ? ept_arena_array(sheet->arena, count, sizeof *sheet->files) : NULL;
    for (size_t i = 0; i < count && st == EPT_OK && sheet->files; i++) {
        bool items = strncmp(found[i], "reading/", 8) == 0 ||
                     strncmp(found[i], "listening/", 10) == 0 || strncmp(found[i], "law/", 4) == 0;
        if (!items || !ends_with(found[i], ".yaml") || strcmp(found[i], "law/facts.yaml") == 0) {
            continue;
        }
        const char *path = ept_path_join(sheet->arena, sheet->dir, found[i]);
        const char *name = ept_arena_strndup(sheet->arena, found[i], strlen(found[i]) - 5);
        st = path && name ? ept_path_read(&text, path) : ept_fail(EPT_E_NOMEM, "review");
        if (st == EPT_OK) {
            sheet->files[sheet->file_count++] = name;
            st = note_ids(sheet, name, (ept_str){text.p, text.n});
        }
    }
    ept_buf_clear(&text);
    return st == EPT_OK && count > 0 && !sheet->files ? ept_fail(EPT_E_NOMEM, "review") : st;
}

/* The identity of the option that an answer names by its text, picture or picture's name; else -1.
 */
static int identity_of(const review_sheet *sheet, const ept_item *item, const char *got)
{
    for (int i = 0; i < EPT_OPTIONS; i++) {
        const ept_option *option = &item->options[i];
        if (ept_streq(got, option->text) || ept_streq(got, option->picture)) {
            return i;
        }
        for (int l = 0; option->picture && l < EPT_LANG_COUNT; l++) {
            const char *name = NULL;
            ept_status st = ept_bank_picture_name(&name, sheet->arena, sheet->bank, option->picture,
                                                  (ept_lang)l);
            if (st == EPT_OK && ept_streq(got, name)) {
                return i;
            }
        }
    }
    return -1;
}

static bool is_key(const review_sheet *sheet, const ept_item *item, const char *got, int64_t seed)
{
    static const char places[] = "1234ABCD";
    int identity = identity_of(sheet, item, got);
    const char *place = got[0] && !got[1] ? strchr(places, got[0]) : NULL;
    if (identity < 0 && place) {
        uint8_t order[EPT_OPTIONS];
        quiz_order(order, (uint64_t)seed, item->id);
        identity = order[(size_t)(place - places) % EPT_OPTIONS];
    }
    return identity == 0;
}

static void judge(const review_sheet *sheet, look *l)
{
    switch (l->kind) {
    case LOOK_SOLVE:
    case LOOK_NOCTX:
        l->right = is_key(sheet, sheet->items[l->item].item, l->got, l->seed);
        break;
    case LOOK_NAME_PICTURE:
        l->right = strcmp(l->note, "-") == 0 || !l->note[0];
        break;
    case LOOK_READ_KO:
    case LOOK_READ_KK:
    case LOOK_READ_RU:
    case LOOK_READ_EN:
    case LOOK_LAW:
        l->right = strcmp(l->got, "ok") == 0;
        break;
    case LOOK_FIX:
    case LOOK_DROP:
        l->right = true;
        break;
    }
}

static ept_status add_look(review_sheet *sheet, const look *l)
{
    if (sheet->look_count == sheet->look_cap) {
        size_t cap = sheet->look_cap ? sheet->look_cap * 2 : 256;
        look *looks = ept_realloc(sheet->looks, cap * sizeof *looks);
        if (!looks) {
            return ept_fail(EPT_E_NOMEM, "review");
        }
        sheet->looks = looks;
        sheet->look_cap = cap;
    }
    sheet->looks[sheet->look_count++] = *l;
    return EPT_OK;
}

static bool number_or_dash(int64_t *out, const char *text)
{
    *out = 0;
    return strcmp(text, "-") == 0 || !text[0] || ept_parse_int(out, text, 0, INT32_MAX);
}

/* item hash kind by when seed got sure second sec note; false: not in that form. */
static bool read_look(look *l, bool *gone, review_sheet *sheet, char *columns[COLUMNS])
{
    char hex[EPT_HASH_HEX];
    size_t kind = 0;
    while (kind < LOOK_KINDS && strcmp(columns[2], names[kind]) != 0) {
        kind++;
    }
    if (kind == LOOK_KINDS || strlen(columns[1]) != 8 || !number_or_dash(&l->seed, columns[5]) ||
        !number_or_dash(&l->sure, columns[7]) || !number_or_dash(&l->sec, columns[9])) {
        return false;
    }
    const reviewed *item = find_item(sheet, columns[0]);
    *gone = item == NULL;
    if (*gone) {
        return true;
    }
    ept_hash_hex(&item->item->hash, hex);
    l->kind = (look_kind)kind;
    l->item = (size_t)(item - sheet->items);
    l->by = columns[3];
    l->got = columns[6];
    l->note = columns[10];
    l->second = columns[8][0] && strcmp(columns[8], "-") != 0;
    l->stale = strncmp(hex, columns[1], 8) != 0;
    judge(sheet, l);
    return true;
}

static ept_status read_line(review_sheet *sheet, ept_str line, bool *good)
{
    char *columns[COLUMNS], *at = ept_arena_strndup(sheet->arena, line.p, line.n);
    char *const nothing = ept_arena_strdup(sheet->arena, "");
    look l = {0};
    bool gone = false;
    size_t count = 0;
    if (!at || !nothing) {
        return ept_fail(EPT_E_NOMEM, "review");
    }
    for (char *tab = at; tab && count < COLUMNS; at = tab) {
        tab = count + 1 < COLUMNS ? strchr(at, '\t') : NULL;
        columns[count++] = at;
        if (tab) {
            *tab++ = '\0';
        }
    }
    *good = count >= COLUMNS - 1;
    while (count < COLUMNS) {
        columns[count++] = nothing;
    }
    *good = *good && read_look(&l, &gone, sheet, columns);
    sheet->gone += *good && gone;
    return *good && !gone ? add_look(sheet, &l) : EPT_OK;
}

static ept_status read_record(review_sheet *sheet, const char *path, ept_str text)
{
    ept_str line;
    size_t number = 0;
    while (next_line(&line, &text)) {
        bool good = true;
        number++;
        if (line.n == 0 || line.p[0] == '#' || (line.n > 5 && memcmp(line.p, "item\t", 5) == 0)) {
            continue;
        }
        ept_status st = read_line(sheet, line, &good);
        if (st == EPT_OK && !good) {
            sheet->bad_line = ept_arena_printf(sheet->arena, "%s:%zu", path, number);
            st = ept_fail(EPT_E_FORMAT, "%s:%zu: no look", path, number);
        }
        if (st != EPT_OK) {
            return st;
        }
    }
    return EPT_OK;
}

static ept_status load_looks(review_sheet *sheet)
{
    const char **found = NULL;
    size_t count = 0;
    ept_buf text = {0};
    const char *dir = ept_path_join(sheet->arena, sheet->dir, "review");
    ept_status st = dir ? EPT_OK : ept_fail(EPT_E_NOMEM, "review");
    if (st == EPT_OK && ept_path_is_dir(dir)) {
        st = ept_path_list(&found, &count, sheet->arena, dir);
    }
    for (size_t i = 0; i < count && st == EPT_OK; i++) {
        const char *path = ept_path_join(sheet->arena, dir, found[i]);
        if (!ends_with(found[i], ".tsv")) {
            continue;
        }
        st = path ? ept_path_read(&text, path) : ept_fail(EPT_E_NOMEM, "review");
        if (st == EPT_OK) {
            st = read_record(sheet, path, (ept_str){text.p, text.n});
        }
    }
    ept_buf_clear(&text);
    return st;
}

ept_status review_load(review_sheet *sheet)
{
    ept_status st = load_items(sheet);
    if (st == EPT_OK) {
        st = load_files(sheet);
    }
    return st == EPT_OK ? load_looks(sheet) : st;
}

void review_clear(review_sheet *sheet)
{
    ept_free(sheet->looks);
    sheet->looks = NULL;
}
