/* SPDX-License-Identifier: MIT */
/* The program's words: four files, one table each, sorted by key, loaded when its language is
 * first wanted. Plain sentences are filled in here; plurals, selects and numbers go to ICU, whose
 * opened formats are kept with their message. */
#include "epstopik/messages.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/umsg.h>

#include "epstopik/log.h"
#include "epstopik/path.h"
#include "pattern_priv.h"
#include "text_priv.h"

enum { FIRST_UNITS = 256, MAX_TOLD = 256 };

typedef struct entry {
    const char *key; /* into the table's file */
    text_pattern pattern;
    int line;
    UMessageFormat *icu; /* opened at first use */
} entry;

typedef struct table {
    ept_buf file;
    entry *entries;
    size_t n, cap;
    bool loaded; /* or found to be faulty, and then empty */
} table;

/* What is missing was said once: keys, owned. */
typedef struct told {
    char *keys[MAX_TOLD];
    size_t n;
} told;

/* A const ept_messages still fills its caches: tables, opened formats and what was told are behind
 * pointers. */
struct ept_messages {
    ept_arena *arena; /* of the paths */
    const char *paths[EPT_LANG_COUNT];
    table *tables;
    told *told;
};

/* --- loading ---------------------------------------------------------------------------------- */

/* Cuts white space off both ends in place. */
static char *trim(char *text)
{
    text += strspn(text, " \t\r");
    size_t n = strlen(text);
    while (n > 0 && strchr(" \t\r", text[n - 1]) != NULL) {
        n--;
    }
    text[n] = '\0';
    return text;
}

static bool is_key(const char *key)
{
    size_t n = strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789._-");
    return n > 0 && key[n] == '\0';
}

static ept_status add_entry(table *to, char *line, int number, const char *path)
{
    char *equals = strchr(line, '=');

    if (equals == NULL) {
        return ept_fail(EPT_E_FORMAT, "%s:%d: write \"key = text\"", path, number);
    }
    *equals = '\0';
    const char *key = trim(line), *pattern = trim(equals + 1);
    if (!is_key(key)) {
        return ept_fail(EPT_E_FORMAT, "%s:%d: key \"%s\": use a-z 0-9 . _ -", path, number, key);
    }
    if (*pattern == '\0') {
        return ept_fail(EPT_E_FORMAT, "%s:%d: %s has no text", path, number, key);
    }
    entry *p = text_grow(to->entries, &to->cap, to->n, sizeof *p);
    if (p == NULL) {
        return ept_fail(EPT_E_NOMEM, "messages: no memory");
    }
    to->entries = p;
    p[to->n] = (entry){.key = key, .line = number};
    if (text_pattern_scan(&p[to->n].pattern, pattern) != EPT_OK) {
        char why[200]; /* ept_error() is overwritten by the next failure */
        snprintf(why, sizeof why, "%s", ept_error());
        return ept_fail(EPT_E_FORMAT, "%s:%d: %s: %s", path, number, key, why);
    }
    to->n++;
    return EPT_OK;
}

static int by_key(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    return strcmp(x->key, y->key);
}

static ept_status sort_table(table *in, const char *path)
{
    if (in->n > 0) {
        qsort(in->entries, in->n, sizeof *in->entries, by_key);
    }
    for (size_t i = 1; i < in->n; i++) {
        const entry *a = &in->entries[i - 1], *b = &in->entries[i];
        if (strcmp(a->key, b->key) == 0) {
            return ept_fail(EPT_E_FORMAT, "%s:%d: %s is already on line %d", path,
                            a->line > b->line ? a->line : b->line, a->key,
                            a->line > b->line ? b->line : a->line);
        }
    }
    return EPT_OK;
}

static ept_status load_table(table *to, const char *path)
{
    static const char mark[] = "\xEF\xBB\xBF"; /* some editors begin a file with it */
    ept_status status = ept_path_read(&to->file, path);

    if (status != EPT_OK) {
        return status;
    }
    ept_str bytes = {to->file.p, to->file.n};
    if (!ept_utf8_valid(bytes) || memchr(bytes.p, '\0', bytes.n) != NULL) {
        return ept_fail(EPT_E_FORMAT, "%s: not UTF-8 text", path);
    }
    char *line = to->file.p;
    if (bytes.n >= 3 && memcmp(line, mark, 3) == 0) {
        line += 3;
    }
    for (int number = 1; line != NULL && status == EPT_OK; number++) {
        char *end = strchr(line, '\n');
        if (end != NULL) {
            *end++ = '\0';
        }
        line = trim(line);
        if (*line != '\0' && *line != '#') {
            status = add_entry(to, line, number, path);
        }
        line = end;
    }
    return status == EPT_OK ? sort_table(to, path) : status;
}

static void clear_table(table *one)
{
    for (size_t i = 0; i < one->n; i++) {
        if (one->entries[i].icu != NULL) {
            umsg_close(one->entries[i].icu);
        }
    }
    ept_free(one->entries);
    ept_buf_clear(&one->file);
    *one = (table){0};
}

ept_status ept_messages_load(const ept_messages *messages, ept_lang lang)
{
    table *one = &messages->tables[lang];

    if (one->loaded) {
        return EPT_OK;
    }
    ept_status status = load_table(one, messages->paths[lang]);
    if (status != EPT_OK) {
        clear_table(one);
    }
    one->loaded = status != EPT_E_NOMEM;
    return status;
}

/* What is wrong with a file is logged here, once. */
static const table *table_of(const ept_messages *messages, ept_lang lang)
{
    if (ept_messages_load(messages, lang) != EPT_OK) {
        ept_log(EPT_LOG_ERROR, "text", "%s", ept_error());
    }
    return &messages->tables[lang];
}

static ept_status find_files(ept_messages *in, const char *dir)
{
    for (int i = 0; i < EPT_LANG_COUNT; i++) {
        const char *name = ept_arena_printf(in->arena, "%s.txt", ept_lang_code((ept_lang)i));
        in->paths[i] = name == NULL ? NULL : ept_path_join(in->arena, dir, name);
        if (in->paths[i] == NULL) {
            return ept_fail(EPT_E_NOMEM, "messages: no memory");
        }
        if (!ept_path_is_file(in->paths[i])) {
            return ept_fail(EPT_E_NOT_FOUND, "messages: %s is not there", in->paths[i]);
        }
    }
    return EPT_OK;
}

ept_status ept_messages_open(ept_messages **out, const char *dir)
{
    ept_messages *messages = ept_calloc(1, sizeof *messages);
    ept_status status = EPT_E_NOMEM;

    *out = NULL;
    if (messages != NULL) {
        messages->tables = ept_calloc(EPT_LANG_COUNT, sizeof *messages->tables);
        messages->told = ept_calloc(1, sizeof *messages->told);
        status = ept_arena_new(&messages->arena);
    }
    if (messages == NULL || messages->tables == NULL || messages->told == NULL) {
        status = ept_fail(EPT_E_NOMEM, "messages: no memory");
    }
    if (status == EPT_OK) {
        status = find_files(messages, dir);
    }
    if (status != EPT_OK) {
        ept_messages_free(messages);
        return status;
    }
    *out = messages;
    return EPT_OK;
}

void ept_messages_free(ept_messages *messages)
{
    if (messages == NULL) {
        return;
    }
    for (int lang = 0; messages->tables != NULL && lang < EPT_LANG_COUNT; lang++) {
        clear_table(&messages->tables[lang]);
    }
    ept_free(messages->tables);
    for (size_t i = 0; messages->told != NULL && i < messages->told->n; i++) {
        ept_free(messages->told->keys[i]);
    }
    ept_free(messages->told);
    ept_arena_free(messages->arena);
    ept_free(messages);
}

/* --- arguments -------------------------------------------------------------------------------- */

/* Adds UTF-8; what is not becomes U+FFFD, so that a broken name never breaks a sentence. */
static void add_text(ept_buf *out, const char *text)
{
    ept_str view = ept_str_of(text);

    if (ept_utf8_valid(view)) {
        ept_buf_add(out, view.p, view.n);
        return;
    }
    for (size_t pos = 0;;) {
        size_t at = pos;
        int32_t c = ept_utf8_next(view, &pos);
        if (c == -1) {
            return;
        }
        if (c < 0) {
            ept_buf_puts(out, "\xEF\xBF\xBD");
        } else {
            ept_buf_add(out, view.p + at, pos - at);
        }
    }
}

/* Whole numbers without a fraction, others with two places at most; no grouping. */
static void add_number(ept_buf *out, ept_lang lang, double number)
{
    if (!(number > -1e15 && number < 1e15)) {
        ept_buf_puts(out, "\xE2\x80\x93"); /* a dash for what is no number */
        return;
    }
    int64_t cents = (int64_t)(number * 100 + (number < 0 ? -0.5 : 0.5));
    uint64_t size = cents < 0 ? (uint64_t)-cents : (uint64_t)cents;
    bool comma = lang == EPT_LANG_RU || lang == EPT_LANG_KK;
    ept_buf_printf(out, "%s%" PRIu64, cents < 0 ? "-" : "", size / 100);
    unsigned rest = (unsigned)(size % 100);
    if (rest > 0) {
        ept_buf_puts(out, comma ? "," : ".");
        ept_buf_printf(out, rest % 10 == 0 ? "%u" : "%02u", rest % 10 == 0 ? rest / 10 : rest);
    }
}

static void add_argument(ept_buf *out, ept_lang lang, const ept_arg *arg)
{
    switch (arg->kind) {
    case EPT_ARG_TEXT:
        add_text(out, arg->text);
        break;
    case EPT_ARG_NUMBER:
        add_number(out, lang, arg->number);
        break;
    }
}

static ept_status check_arguments(const entry *e, const ept_arg *args, size_t count)
{
    for (size_t i = 0; i < TEXT_PATTERN_ARGS; i++) {
        text_arg_use use = e->pattern.uses[i];
        if (use != TEXT_USE_NONE && i >= count) {
            return ept_fail(EPT_E_FORMAT, "message %s: argument %zu is not given", e->key, i);
        }
        if (use == TEXT_USE_NUMBER && args[i].kind != EPT_ARG_NUMBER) {
            return ept_fail(EPT_E_FORMAT, "message %s: argument %zu must be a number", e->key, i);
        }
    }
    return EPT_OK;
}

/* --- formatting ------------------------------------------------------------------------------- */

static void fill_plain(ept_buf *out, const entry *e, ept_lang lang, const ept_arg *args)
{
    const char *p = e->pattern.source;

    for (;;) {
        size_t n = strcspn(p, "{\\");
        ept_buf_add(out, p, n);
        p += n;
        if (*p == '{') {
            size_t digit = strcspn(p, "012345");
            add_argument(out, lang, &args[p[digit] - '0']);
            p += strcspn(p, "}") + 1;
        } else if (*p == '\0') {
            return;
        } else if (p[1] == 'n') {
            ept_buf_puts(out, "\n");
            p += 2;
        } else {
            ept_buf_add(out, p, 1);
            p++;
        }
    }
}

static ept_status open_icu(entry *e, ept_lang lang)
{
    UErrorCode icu = U_ZERO_ERROR;
    ept_buf pattern = {0};
    text_u16 u16 = {0};

    if (e->icu != NULL) {
        return EPT_OK;
    }
    ept_status status = text_pattern_for_icu(&pattern, &e->pattern);
    if (status == EPT_OK) {
        status = text_u16_set(&u16, (ept_str){pattern.p, pattern.n});
    }
    if (status == EPT_OK) {
        e->icu = umsg_open(u16.p, u16.n, ept_lang_code(lang), NULL, &icu);
        if (U_FAILURE(icu)) {
            umsg_close(e->icu);
            e->icu = NULL;
            status = ept_fail(EPT_E_FORMAT, "message %s: %s", e->key, u_errorName(icu));
        }
    }
    text_u16_clear(&u16);
    ept_buf_clear(&pattern);
    return status;
}

/* Arguments in the order of the rewritten pattern. */
typedef struct icu_args {
    double numbers[TEXT_PATTERN_ARGS];
    text_u16 texts[TEXT_PATTERN_ARGS];
    int number_count;
} icu_args;

static ept_status fill_args(icu_args *to, const entry *e, ept_lang lang, const ept_arg *args)
{
    ept_buf text = {0};
    ept_status status = EPT_OK;

    for (int i = 0; i < TEXT_PATTERN_ARGS; i++) {
        to->number_count += e->pattern.uses[i] == TEXT_USE_NUMBER;
    }
    for (int i = 0; i < TEXT_PATTERN_ARGS && status == EPT_OK; i++) {
        int place = text_pattern_place(&e->pattern, i);
        switch (e->pattern.uses[i]) {
        case TEXT_USE_NONE:
            break;
        case TEXT_USE_NUMBER:
            to->numbers[place] = args[i].number;
            break;
        case TEXT_USE_TEXT:
        case TEXT_USE_SELECT:
            ept_buf_reset(&text);
            add_argument(&text, lang, &args[i]);
            status = ept_buf_ok(&text);
            if (status == EPT_OK) {
                status =
                    text_u16_set(&to->texts[place - to->number_count], (ept_str){text.p, text.n});
            }
            break;
        }
    }
    ept_buf_clear(&text);
    return status;
}

/* ICU reads as many doubles and then strings as the pattern has; what is passed beyond is not
 * read. */
static int32_t call_icu(const entry *e, UChar *out, int32_t cap, const icu_args *args,
                        UErrorCode *icu)
{
    static const UChar empty[] = {0};
    const double *d = args->numbers;
    const UChar *s[TEXT_PATTERN_ARGS];

    for (int i = 0; i < TEXT_PATTERN_ARGS; i++) {
        s[i] = args->texts[i].p != NULL ? args->texts[i].p : empty;
    }
    switch (args->number_count) {
    case 0:
        return umsg_format(e->icu, out, cap, icu, s[0], s[1], s[2], s[3], s[4], s[5]);
    case 1:
        return umsg_format(e->icu, out, cap, icu, d[0], s[0], s[1], s[2], s[3], s[4]);
    case 2:
        return umsg_format(e->icu, out, cap, icu, d[0], d[1], s[0], s[1], s[2], s[3]);
    case 3:
        return umsg_format(e->icu, out, cap, icu, d[0], d[1], d[2], s[0], s[1], s[2]);
    case 4:
        return umsg_format(e->icu, out, cap, icu, d[0], d[1], d[2], d[3], s[0], s[1]);
    case 5:
        return umsg_format(e->icu, out, cap, icu, d[0], d[1], d[2], d[3], d[4], s[0]);
    default:
        return umsg_format(e->icu, out, cap, icu, d[0], d[1], d[2], d[3], d[4], d[5]);
    }
}

static ept_status format_icu(ept_buf *out, entry *e, ept_lang lang, const ept_arg *args)
{
    icu_args list = {0};
    UChar *units = NULL;
    int32_t cap = FIRST_UNITS, n = 0;
    UErrorCode icu = U_BUFFER_OVERFLOW_ERROR;
    ept_status status = open_icu(e, lang);

    if (status == EPT_OK) {
        status = fill_args(&list, e, lang, args);
    }
    while (status == EPT_OK && icu == U_BUFFER_OVERFLOW_ERROR) {
        UChar *grown = ept_realloc(units, (size_t)cap * sizeof *units);
        if (grown == NULL) {
            status = ept_fail(EPT_E_NOMEM, "message %s: no memory", e->key);
            break;
        }
        units = grown;
        icu = U_ZERO_ERROR;
        n = call_icu(e, units, cap, &list, &icu);
        cap = n + 1;
    }
    if (status == EPT_OK) {
        status = U_FAILURE(icu) ? ept_fail(EPT_E_FORMAT, "message %s: %s", e->key, u_errorName(icu))
                                : text_u16_append(out, units, n);
    }
    for (int i = 0; i < TEXT_PATTERN_ARGS; i++) {
        text_u16_clear(&list.texts[i]);
    }
    ept_free(units);
    return status;
}

static ept_status format_entry(char **out, ept_arena *arena, entry *e, ept_lang lang,
                               const ept_arg *args, size_t count)
{
    ept_buf text = {0};
    ept_status status = check_arguments(e, args, count);

    if (status == EPT_OK && e->pattern.plain) {
        fill_plain(&text, e, lang, args);
        status = ept_buf_ok(&text);
    } else if (status == EPT_OK) {
        status = format_icu(&text, e, lang, args);
    }
    if (status == EPT_OK) {
        *out = ept_arena_strndup(arena, text.p != NULL ? text.p : "", text.n);
        status = *out != NULL ? EPT_OK : ept_fail(EPT_E_NOMEM, "message %s: no memory", e->key);
    }
    ept_buf_clear(&text);
    return status;
}

/* --- asking ----------------------------------------------------------------------------------- */

static entry *find(const ept_messages *messages, ept_lang lang, const char *key)
{
    const table *in = table_of(messages, lang);
    entry wanted = {.key = key};

    return in->n == 0 ? NULL : bsearch(&wanted, in->entries, in->n, sizeof *in->entries, by_key);
}

ept_status ept_messages_try(char **out, ept_arena *arena, const ept_messages *messages,
                            ept_lang lang, const char *key, const ept_arg *args, size_t arg_count)
{
    *out = NULL;
    entry *e = find(messages, lang, key);
    if (e == NULL) {
        return ept_fail(EPT_E_NOT_FOUND, "message %s: missing in %s", key, ept_lang_code(lang));
    }
    return format_entry(out, arena, e, lang, args, arg_count);
}

/* Says once for each language and key that a message is missing or does not format. */
static void tell_once(const ept_messages *messages, ept_lang lang, const char *key)
{
    told *list = messages->told;
    const char *code = ept_lang_code(lang);
    size_t code_n = strlen(code);

    for (size_t i = 0; i < list->n; i++) {
        if (strncmp(list->keys[i], code, code_n) == 0 &&
            strcmp(list->keys[i] + code_n + 1, key) == 0) {
            return;
        }
    }
    size_t size = code_n + strlen(key) + 2;
    char *name = list->n < MAX_TOLD ? ept_calloc(size, 1) : NULL;
    if (name != NULL) {
        snprintf(name, size, "%s %s", code, key);
        list->keys[list->n++] = name;
        ept_log(EPT_LOG_WARN, "text", "%s", ept_error());
    }
}

const char *ept_msg(const ept_messages *messages, ept_lang lang, ept_arena *arena, const char *key,
                    const ept_arg *args, size_t arg_count)
{
    for (;;) {
        char *text = NULL;
        if (ept_messages_try(&text, arena, messages, lang, key, args, arg_count) == EPT_OK) {
            return text;
        }
        tell_once(messages, lang, key);
        ept_lang next = ept_lang_fallback(lang);
        if (next == lang) {
            return key;
        }
        lang = next;
    }
}

size_t ept_messages_count(const ept_messages *messages, ept_lang lang)
{
    return table_of(messages, lang)->n;
}

const char *ept_messages_key(const ept_messages *messages, ept_lang lang, size_t index)
{
    const table *in = table_of(messages, lang);
    return index < in->n ? in->entries[index].key : NULL;
}

const char *ept_messages_pattern(const ept_messages *messages, ept_lang lang, const char *key)
{
    const entry *e = find(messages, lang, key);
    return e != NULL ? e->pattern.source : NULL;
}
