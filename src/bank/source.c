/* SPDX-License-Identifier: MIT */
/* The folder of sources: its files, its faults, and the small questions every loader asks of a
 * node. */
#include "build_priv.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "epstopik/path.h"

ept_status bank_src_open(bank_src *src, const ept_bank_sources *opts)
{
    *src = (bank_src){.opts = opts};
    if (!ept_path_is_dir(opts->dir)) {
        return ept_fail(EPT_E_NOT_FOUND, "questions %s: there is no such folder", opts->dir);
    }
    ept_status st = ept_arena_new(&src->arena);
    if (st == EPT_OK && opts->coverage != NULL) {
        st = ept_coverage_parse(&src->coverage, ept_str_of(opts->coverage));
    }
    if (st == EPT_OK) {
        st = ept_arena_new(&src->scratch);
    }
    if (st == EPT_OK) {
        st = ept_lexicon_new(&src->lexicon);
    }
    if (st == EPT_OK && opts->lexicon != NULL) {
        st = ept_lexicon_read(src->lexicon, ept_str_of(opts->lexicon));
    }
    if (st == EPT_OK) {
        st = ept_path_walk(&src->files, &src->file_count, src->arena, opts->dir);
    }
    if (st != EPT_OK) {
        bank_src_close(src);
    }
    return st;
}

void bank_src_close(bank_src *src)
{
    ept_coverage_free(src->coverage);
    ept_lexicon_free(src->lexicon);
    ept_arena_free(src->scratch);
    ept_arena_free(src->arena);
    *src = (bank_src){0};
}

void *bank_stop(bank_src *src, ept_status st)
{
    if (src->st == EPT_OK) {
        src->st = st != EPT_OK ? st : ept_fail(EPT_E_NOMEM, "read questions: out of memory");
    }
    return NULL;
}

static EPT_PRINTF(4, 0) void add_fault(bank_src *src, ept_fault_kind kind, bank_spot at,
                                       const char *fmt, va_list args)
{
    char text[1024];
    bank_fault *faults = bank_grow(src->arena, src->faults, src->fault_count, sizeof *faults);

    (void)vsnprintf(text, sizeof text, fmt, args);
    char *what = ept_arena_strdup(src->arena, text);
    if (faults == NULL || what == NULL) {
        (void)bank_stop(src, EPT_OK);
        return;
    }
    src->faults = faults;
    faults[src->fault_count] = (bank_fault){kind, at, what, src->fault_count};
    src->fault_count++;
    src->errors += kind == EPT_FAULT_ERROR;
    src->warnings += kind == EPT_FAULT_WARNING;
}

void bank_error(bank_src *src, bank_spot at, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    add_fault(src, EPT_FAULT_ERROR, at, fmt, args);
    va_end(args);
}

void bank_warn(bank_src *src, bank_spot at, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    add_fault(src, EPT_FAULT_WARNING, at, fmt, args);
    va_end(args);
}

static int by_place(const void *a, const void *b)
{
    const bank_fault *x = a, *y = b;
    int order = strcmp(x->at.file, y->at.file);

    if (order == 0) {
        order = (x->at.line > y->at.line) - (x->at.line < y->at.line);
    }
    return order != 0 ? order : (x->seq > y->seq) - (x->seq < y->seq);
}

void bank_src_tell(bank_src *src)
{
    if (src->fault_count > 0) {
        qsort(src->faults, src->fault_count, sizeof *src->faults, by_place);
    }
    for (size_t i = 0; i < src->fault_count && src->opts->fault != NULL; i++) {
        const bank_fault *fault = &src->faults[i];
        src->opts->fault(src->opts->fault_ctx, fault->kind, fault->at.file, fault->at.line,
                         fault->what);
    }
}

bank_spot bank_spot_of(const char *file, const bank_node *node)
{
    return (bank_spot){file, node != NULL ? node->line : 1};
}

bool bank_src_has(const bank_src *src, const char *name)
{
    for (size_t i = 0; i < src->file_count; i++) {
        if (strcmp(src->files[i], name) == 0) {
            return true;
        }
    }
    return false;
}

/* The first character that no face of the program can draw; 0 when all can be drawn. */
static int32_t uncovered(const bank_src *src, const char *text)
{
    ept_str s = ept_str_of(text);
    size_t pos = 0;
    int32_t c = 0;

    while ((c = ept_utf8_next(s, &pos)) >= 0) {
        if (c != '\n' && ept_coverage_face(src->coverage, c, -1) < 0) {
            return c;
        }
    }
    return 0;
}

/* Whether a refused spelling stands outside the underlined part, where learners' errors may stand.
 */
static bool has_spelling(const char *text, const char *wrong)
{
    size_t n = strlen(wrong);

    for (const char *at = strstr(text, wrong); at != NULL; at = strstr(at + 1, wrong)) {
        bool open = false;
        bool touched = false;
        for (const char *p = strstr(text, "__"); p != NULL && p < at + n; p = strstr(p + 2, "__")) {
            open = !open;
            touched = touched || p > at;
        }
        if (!open && !touched) {
            return true;
        }
    }
    return false;
}

static void check_text(bank_src *src, const char *file, const bank_node *node)
{
    bank_spot at = bank_spot_of(file, node);
    const char *text = node->text;

    if (!ept_text_is_nfc(ept_str_of(text))) {
        bank_error(src, at, "the text \"%.60s\" is not in normal form C, type it anew", text);
        return;
    }
    int32_t c = src->coverage != NULL ? uncovered(src, text) : 0;
    if (c > 0) {
        bank_error(src, at, "no font draws the character U+%04X in \"%.60s\", use another",
                   (unsigned)c, text);
    }
    for (size_t i = 0; i < src->spelling_count; i++) {
        if (has_spelling(text, src->spellings[i].wrong)) {
            bank_error(src, at, "\"%s\" is spelt \"%s\" here, write it so", src->spellings[i].wrong,
                       src->spellings[i].right);
        }
    }
}

static void check_texts(bank_src *src, const char *file, const bank_node *node)
{
    if (node->kind == BANK_SCALAR) {
        check_text(src, file, node);
        return;
    }
    for (size_t i = 0; i < node->count; i++) {
        if (node->kind == BANK_MAP) {
            check_text(src, file, node->keys[i]);
        }
        check_texts(src, file, node->items[i]);
    }
}

const bank_node *bank_src_yaml(bank_src *src, const char **file, const char *name, bool required)
{
    ept_buf text = {0};
    bank_node *node = NULL;
    bank_yaml_fault fault;
    char *path = ept_path_join(src->arena, src->opts->dir, name);

    *file = path;
    if (path == NULL) {
        return bank_stop(src, EPT_OK);
    }
    if (!bank_src_has(src, name)) {
        if (required) {
            bank_error(src, (bank_spot){path, 1}, "this file is missing, write it");
        }
        return NULL;
    }
    ept_status st = ept_path_read(&text, path);
    if (st == EPT_OK) {
        st = bank_yaml_parse(&node, src->arena, (ept_str){text.p, text.n}, &fault);
        if (st == EPT_E_FORMAT) {
            bank_error(src, (bank_spot){path, fault.line}, "column %d: %s", fault.column,
                       fault.what);
            st = EPT_OK;
        } else if (st == EPT_OK && node == NULL) {
            bank_error(src, (bank_spot){path, 1}, "the file is empty, fill it or remove it");
        }
    }
    ept_buf_clear(&text);
    if (st != EPT_OK) {
        return bank_stop(src, st);
    }
    if (node != NULL) {
        check_texts(src, path, node);
    }
    return node;
}

bool bank_keys(bank_src *src, const char *file, const bank_node *map, const char *const *allowed,
               const char *what)
{
    if (map == NULL || map->kind != BANK_MAP) {
        bank_error(src, bank_spot_of(file, map), "%s must be written as key: value lines", what);
        return false;
    }
    for (size_t i = 0; i < map->count; i++) {
        size_t k = 0;
        while (allowed[k] != NULL && strcmp(allowed[k], map->keys[i]->text) != 0) {
            k++;
        }
        if (allowed[k] == NULL) {
            bank_error(src, bank_spot_of(file, map->keys[i]),
                       "%s has no key \"%s\", remove or correct it", what, map->keys[i]->text);
        }
    }
    return true;
}

const char *bank_need_text(bank_src *src, const char *file, const bank_node *map, const char *key)
{
    const bank_node *node = bank_node_get(map, key);

    if (node == NULL || node->kind != BANK_SCALAR || node->text[0] == '\0') {
        bank_error(src, bank_spot_of(file, node != NULL ? node : map),
                   "\"%s\" is missing, write it", key);
        return NULL;
    }
    return node->text;
}

void bank_need_says(bank_src *src, const char *file, const bank_node *map, ept_lang first,
                    const char *out[EPT_LANG_COUNT])
{
    static const char *const with_ko[] = {"ko", "kk", "ru", "en", NULL};
    const char *const *langs = with_ko + (first == EPT_LANG_KO ? 0 : 1);

    if (!bank_keys(src, file, map, langs, "the languages")) {
        return;
    }
    for (size_t l = (size_t)first; l < EPT_LANG_COUNT; l++) {
        out[l] = bank_need_text(src, file, map, with_ko[l]);
    }
}

const char **bank_words(bank_src *src, const char *file, const bank_node *node, size_t *count)
{
    *count = 0;
    if (node == NULL) {
        return NULL;
    }
    size_t n = node->kind == BANK_LIST ? node->count : 1;
    const char **words = ept_arena_array(src->arena, n, sizeof *words);
    if (words == NULL) {
        return bank_stop(src, EPT_OK);
    }
    for (size_t i = 0; i < n; i++) {
        const bank_node *word = node->kind == BANK_LIST ? node->items[i] : node;
        if (word->kind != BANK_SCALAR || word->text[0] == '\0') {
            bank_error(src, bank_spot_of(file, word), "a word must stand here");
        } else {
            words[(*count)++] = word->text;
        }
    }
    return words;
}

bool bank_word_in(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i], word) == 0) {
            return true;
        }
    }
    return false;
}

ept_status bank_src_load_exams(bank_src *src)
{
    bank_load_slots(src);
    bank_load_patterns(src);
    bank_load_exams(src);
    return src->st;
}

ept_status bank_src_load(bank_src *src)
{
    bank_load_spellings(src);
    bank_load_lexicon(src);
    bank_load_slots(src);
    bank_load_patterns(src);
    bank_load_exams(src);
    bank_load_facts(src);
    bank_load_pictures(src);
    bank_load_items(src);
    for (size_t i = 0; i < src->item_count; i++) {
        bank_check_item(src, &src->items[i]);
    }
    if (src->st == EPT_OK) {
        bank_check_items(src);
        clips_check_recordings(src);
    }
    return src->st;
}

ept_status ept_bank_check(size_t *errors, size_t *warnings, const ept_bank_sources *sources)
{
    bank_src src;
    ept_status st = bank_src_open(&src, sources);

    *errors = 0;
    *warnings = 0;
    if (st != EPT_OK) {
        return st;
    }
    st = bank_src_load(&src);
    if (st == EPT_OK) {
        bank_src_tell(&src);
        *errors = src.errors;
        *warnings = src.warnings;
    }
    bank_src_close(&src);
    return st;
}
