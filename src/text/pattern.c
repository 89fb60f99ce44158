/* SPDX-License-Identifier: MIT */
/* Reads message patterns. ICU's umsg_format takes its arguments through `...`, typed by the
 * pattern: it reads a double for {0,plural,...} and a string for {0}, trusts the last use of an
 * argument, stops the program at a gap in the numbers, and formats nothing at all when arguments
 * have names. So every pattern is checked here and rewritten: all numbers first, then all
 * strings, no gaps. */
#include "pattern_priv.h"

#include <string.h>

enum { MAX_DEPTH = 8, MAX_WORD = 16 };

/* One pass over a pattern. Without `out` it only collects uses. */
typedef struct walker {
    const char *p;
    text_pattern *pattern;
    ept_buf *out;
    int depth;
} walker;

/* Messages hold forms that hold messages, to MAX_DEPTH. NOLINTBEGIN(misc-no-recursion) */
static ept_status read_message(walker *in);

static ept_status bad(const walker *in, const char *why)
{
    return ept_fail(EPT_E_FORMAT, "at \"%.20s\": %s", in->p, why);
}

static void emit(const walker *in, const char *bytes, size_t n)
{
    if (in->out != NULL) {
        ept_buf_add(in->out, bytes, n);
    }
}

static void skip_space(walker *in)
{
    while (*in->p == ' ') {
        in->p++;
    }
}

/* Copies a lower-case word into `word`; empty when there is none. */
static void read_word(walker *in, char word[MAX_WORD])
{
    size_t n = 0;

    skip_space(in);
    while (n + 1 < MAX_WORD && *in->p >= 'a' && *in->p <= 'z') {
        word[n++] = *in->p++;
    }
    word[n] = '\0';
    skip_space(in);
}

static bool take(walker *in, char c)
{
    skip_space(in);
    if (*in->p != c) {
        return false;
    }
    in->p++;
    return true;
}

/* A digit run, emitted as it is. */
static bool copy_digits(walker *in)
{
    size_t n = strspn(in->p, "0123456789");

    emit(in, in->p, n);
    in->p += n;
    return n > 0;
}

static ept_status note_use(walker *in, int arg, text_arg_use use)
{
    text_arg_use *known = &in->pattern->uses[arg];
    bool select = use == TEXT_USE_SELECT || *known == TEXT_USE_SELECT;

    if (select && (use == TEXT_USE_NUMBER || *known == TEXT_USE_NUMBER)) {
        return bad(in, "one argument both as a number and as a select");
    }
    if (use > *known) {
        *known = use;
    }
    return EPT_OK;
}

/* --- arguments -------------------------------------------------------------------------------- */

static ept_status read_number_style(walker *in)
{
    char style[MAX_WORD] = "";

    in->pattern->plain = false;
    if (take(in, ',')) {
        read_word(in, style);
        if (strcmp(style, "integer") != 0 && strcmp(style, "percent") != 0) {
            return bad(in, "number styles are integer and percent");
        }
    }
    /* ICU types {0,number,integer} as a 32-bit integer; a digit pattern keeps it a double. */
    const char *icu = ",number";
    if (style[0] != '\0') {
        icu = style[0] == 'p' ? ",number,percent" : ",number,#,##0";
    }
    emit(in, icu, strlen(icu));
    return EPT_OK;
}

/* "=3" or a word. *other: it was "other". */
static ept_status read_selector(walker *in, bool plural, bool *other)
{
    char word[MAX_WORD];

    if (plural && take(in, '=')) {
        emit(in, "=", 1);
        return copy_digits(in) ? EPT_OK : bad(in, "a number belongs behind =");
    }
    read_word(in, word);
    static const char *const categories[] = {"zero", "one", "two", "few", "many", "other"};
    bool known = !plural && word[0] != '\0';
    for (size_t i = 0; i < sizeof categories / sizeof *categories; i++) {
        known = known || strcmp(word, categories[i]) == 0;
    }
    if (!known) {
        return bad(in, plural ? "plural forms are =N zero one two few many other"
                              : "a select form is a lower-case word");
    }
    emit(in, word, strlen(word));
    *other = *other || strcmp(word, "other") == 0;
    return EPT_OK;
}

/* The forms of plural, selectordinal or select, up to the closing brace. */
static ept_status read_forms(walker *in, const char *type)
{
    bool plural = strcmp(type, "select") != 0, other = false;

    in->pattern->plain = false;
    if (!take(in, ',')) {
        return bad(in, "forms are missing");
    }
    emit(in, ",", 1);
    emit(in, type, strlen(type));
    emit(in, ",", 1);
    skip_space(in);
    while (*in->p != '}' && *in->p != '\0') {
        ept_status status = read_selector(in, plural, &other);
        if (status == EPT_OK && !take(in, '{')) {
            status = bad(in, "an opening brace is missing");
        }
        if (status != EPT_OK) {
            return status;
        }
        emit(in, "{", 1);
        in->depth++;
        status = in->depth > MAX_DEPTH ? bad(in, "nested too deep") : read_message(in);
        in->depth--;
        if (status == EPT_OK && !take(in, '}')) {
            status = bad(in, "a closing brace is missing");
        }
        if (status != EPT_OK) {
            return status;
        }
        emit(in, "}", 1);
        skip_space(in);
    }
    return other ? EPT_OK : bad(in, "no form for other");
}

static ept_status read_number(walker *in, int *arg)
{
    skip_space(in);
    size_t n = strspn(in->p, "0123456789");
    if (n == 0) {
        return bad(in, "arguments have numbers, not names");
    }
    if (n > 1 || *in->p - '0' >= TEXT_PATTERN_ARGS) {
        return bad(in, "arguments are {0} to {5}");
    }
    *arg = *in->p++ - '0';
    return EPT_OK;
}

static ept_status read_typed(walker *in, int arg)
{
    char type[MAX_WORD];

    read_word(in, type);
    bool number = strcmp(type, "number") == 0, select = strcmp(type, "select") == 0;
    bool plural = strcmp(type, "plural") == 0 || strcmp(type, "selectordinal") == 0;
    if (!number && !select && !plural) {
        return bad(in, "argument types are number, plural, selectordinal and select");
    }
    ept_status status = note_use(in, arg, select ? TEXT_USE_SELECT : TEXT_USE_NUMBER);
    if (status != EPT_OK) {
        return status;
    }
    return number ? read_number_style(in) : read_forms(in, type);
}

/* Behind the opening brace, up to and with the closing one. */
static ept_status read_argument(walker *in)
{
    int arg = 0;
    ept_status status = read_number(in, &arg);

    if (status != EPT_OK) {
        return status;
    }
    char digit = (char)('0' + text_pattern_place(in->pattern, arg));
    emit(in, "{", 1);
    emit(in, &digit, 1);
    if (take(in, ',')) {
        status = read_typed(in, arg);
    } else {
        status = note_use(in, arg, TEXT_USE_TEXT);
        if (in->pattern->uses[arg] == TEXT_USE_NUMBER) {
            emit(in, ",number,0.##", strlen(",number,0.##"));
        }
    }
    if (status == EPT_OK && !take(in, '}')) {
        status = bad(in, "a closing brace is missing");
    }
    emit(in, "}", 1);
    return status;
}

/* Text and arguments up to the end or to a brace that closes the form around them. */
static ept_status read_message(walker *in)
{
    while (*in->p != '\0') {
        if (*in->p == '}') {
            return in->depth > 0 ? EPT_OK : bad(in, "a closing brace without an opening one");
        }
        if (*in->p == '{') {
            in->p++;
            ept_status status = read_argument(in);
            if (status != EPT_OK) {
                return status;
            }
        } else if (*in->p == '\'') {
            emit(in, "''", 2); /* in our patterns an apostrophe is a letter */
            in->p++;
        } else if (in->p[0] == '\\' && in->p[1] == 'n') {
            emit(in, "\n", 1);
            in->p += 2;
        } else {
            emit(in, in->p, 1);
            in->p++;
        }
    }
    return EPT_OK;
}

/* NOLINTEND(misc-no-recursion) */

/* --- outside ---------------------------------------------------------------------------------- */

ept_status text_pattern_scan(text_pattern *out, const char *source)
{
    *out = (text_pattern){.source = source, .plain = true};
    walker in = {.p = source, .pattern = out};

    return read_message(&in);
}

int text_pattern_place(const text_pattern *pattern, int arg)
{
    bool number = pattern->uses[arg] == TEXT_USE_NUMBER;
    int place = 0;

    for (int i = 0; i < TEXT_PATTERN_ARGS; i++) {
        bool other_number = pattern->uses[i] == TEXT_USE_NUMBER;
        bool before = other_number == number ? i < arg : other_number;
        place += pattern->uses[i] != TEXT_USE_NONE && before;
    }
    return place;
}

ept_status text_pattern_for_icu(ept_buf *out, const text_pattern *pattern)
{
    text_pattern copy = *pattern;
    walker in = {.p = pattern->source, .pattern = &copy, .out = out};
    ept_status status = read_message(&in);

    return status == EPT_OK ? ept_buf_ok(out) : status;
}
