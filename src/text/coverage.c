/* SPDX-License-Identifier: MIT */
/* Which face of the chain has which code point, read from a list of ranges, so that text is
 * split into runs without opening a font. */
#include "text_priv.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_FACES = 8, MAX_CODE_POINT = 0x10FFFF };

typedef struct range {
    int32_t first, last;
} range;

typedef struct range_set {
    range *p;
    size_t n, cap;
} range_set;

typedef struct chain_face {
    char *name;
    range_set ranges;
} chain_face;

struct ept_coverage {
    chain_face faces[MAX_FACES];
    size_t face_count;
};

typedef struct reader {
    ept_coverage *coverage;
    int line;
} reader;

static ept_status bad(const reader *in, const char *why)
{
    return ept_fail(EPT_E_FORMAT, "coverage: line %d: %s", in->line, why);
}

/* --- reading ---------------------------------------------------------------------------------- */

static ept_str next_word(ept_str *rest)
{
    while (rest->n > 0 && (*rest->p == ' ' || *rest->p == '\t')) {
        rest->p++;
        rest->n--;
    }
    ept_str word = {rest->p, 0};
    while (rest->n > 0 && *rest->p != ' ' && *rest->p != '\t') {
        word.n++;
        rest->p++;
        rest->n--;
    }
    return word;
}

static bool parse_hex(int32_t *out, ept_str word)
{
    int32_t value = 0;

    if (word.n == 0 || word.n > 6) {
        return false;
    }
    for (size_t i = 0; i < word.n; i++) {
        char c = word.p[i];
        int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (digit < 0) {
            return false;
        }
        value = value * 16 + digit;
    }
    *out = value;
    return value <= MAX_CODE_POINT;
}

static bool parse_range(range *out, ept_str word)
{
    const char *dash = memchr(word.p, '-', word.n);
    size_t first = dash == NULL ? word.n : (size_t)(dash - word.p);

    if (!parse_hex(&out->first, (ept_str){word.p, first})) {
        return false;
    }
    out->last = out->first;
    return dash == NULL || (parse_hex(&out->last, (ept_str){dash + 1, word.n - first - 1}) &&
                            out->first <= out->last);
}

static ept_status read_ranges(const reader *in, range_set *set, ept_str rest)
{
    for (ept_str word = next_word(&rest); word.n > 0; word = next_word(&rest)) {
        range one;
        if (!parse_range(&one, word)) {
            return bad(in, "write ranges like 20-7e or 2c6f, lower case");
        }
        range *p = text_grow(set->p, &set->cap, set->n, sizeof *p);
        if (p == NULL) {
            return ept_fail(EPT_E_NOMEM, "coverage: no memory");
        }
        set->p = p;
        p[set->n++] = one;
    }
    return EPT_OK;
}

static chain_face *face_named(ept_coverage *coverage, ept_str name)
{
    for (size_t i = 0; i < coverage->face_count; i++) {
        if (ept_str_is(name, coverage->faces[i].name)) {
            return &coverage->faces[i];
        }
    }
    return NULL;
}

static ept_status read_chain(const reader *in, ept_str rest)
{
    ept_coverage *coverage = in->coverage;

    if (coverage->face_count > 0) {
        return bad(in, "a second chain");
    }
    for (ept_str word = next_word(&rest); word.n > 0; word = next_word(&rest)) {
        if (coverage->face_count == MAX_FACES) {
            return bad(in, "too many faces");
        }
        if (face_named(coverage, word) != NULL) {
            return bad(in, "a face named twice");
        }
        char *name = ept_calloc(word.n + 1, 1);
        if (name == NULL) {
            return ept_fail(EPT_E_NOMEM, "coverage: no memory");
        }
        memcpy(name, word.p, word.n);
        coverage->faces[coverage->face_count++].name = name;
    }
    return coverage->face_count > 0 ? EPT_OK : bad(in, "a chain without faces");
}

static ept_status read_line(const reader *in, ept_str line)
{
    ept_str rest = line;
    ept_str head = next_word(&rest);

    if (head.n == 0 || *head.p == '#') {
        return EPT_OK;
    }
    if (ept_str_is(head, "chain")) {
        ept_str name = next_word(&rest);
        return name.n > 1 && name.p[name.n - 1] == ':' ? read_chain(in, rest)
                                                       : bad(in, "write \"chain NAME: FACE ...\"");
    }
    if (head.p[head.n - 1] != ':') {
        return bad(in, "write \"FACE: RANGE ...\"");
    }
    head.n--;
    chain_face *target = face_named(in->coverage, head);
    return target != NULL ? read_ranges(in, &target->ranges, rest)
                          : bad(in, "a face that no chain line above names");
}

static int by_first(const void *a, const void *b)
{
    const range *x = a, *y = b;
    return (x->first > y->first) - (x->first < y->first);
}

/* Sorted, and neighbours joined, so that one search finds a code point. */
static void tidy(range_set *set)
{
    size_t kept = 0;

    if (set->n == 0) {
        return;
    }
    qsort(set->p, set->n, sizeof *set->p, by_first);
    for (size_t i = 1; i < set->n; i++) {
        range *last = &set->p[kept];
        if (set->p[i].first > last->last + 1) {
            set->p[++kept] = set->p[i];
        } else if (set->p[i].last > last->last) {
            last->last = set->p[i].last;
        }
    }
    set->n = kept + 1;
}

ept_status ept_coverage_parse(ept_coverage **out, ept_str text)
{
    reader in = {NULL, 0};
    ept_status status = EPT_OK;

    *out = NULL;
    in.coverage = ept_calloc(1, sizeof *in.coverage);
    if (in.coverage == NULL) {
        return ept_fail(EPT_E_NOMEM, "coverage: no memory");
    }
    for (size_t at = 0; at < text.n && status == EPT_OK;) {
        const char *line = text.p + at;
        const char *end = memchr(line, '\n', text.n - at);
        size_t n = end == NULL ? text.n - at : (size_t)(end - line);
        at += n + 1;
        in.line++;
        status = read_line(&in, (ept_str){line, n > 0 && line[n - 1] == '\r' ? n - 1 : n});
    }
    if (status == EPT_OK && in.coverage->face_count == 0) {
        status = bad(&in, "no chain line");
    }
    for (size_t i = 0; i < in.coverage->face_count && status == EPT_OK; i++) {
        tidy(&in.coverage->faces[i].ranges);
        if (in.coverage->faces[i].ranges.n == 0) {
            status = bad(&in, "a face of the chain has no ranges");
        }
    }
    if (status != EPT_OK) {
        ept_coverage_free(in.coverage);
        return status;
    }
    *out = in.coverage;
    return EPT_OK;
}

void ept_coverage_free(ept_coverage *coverage)
{
    if (coverage == NULL) {
        return;
    }
    for (size_t i = 0; i < coverage->face_count; i++) {
        ept_free(coverage->faces[i].name);
        ept_free(coverage->faces[i].ranges.p);
    }
    ept_free(coverage);
}

/* --- asking ----------------------------------------------------------------------------------- */

static bool set_has(const range_set *set, int32_t code_point)
{
    size_t low = 0, high = set->n;

    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (code_point < set->p[mid].first) {
            high = mid;
        } else if (code_point > set->p[mid].last) {
            low = mid + 1;
        } else {
            return true;
        }
    }
    return false;
}

size_t ept_coverage_faces(const ept_coverage *coverage)
{
    return coverage->face_count;
}

const char *ept_coverage_face_name(const ept_coverage *coverage, size_t face)
{
    return face < coverage->face_count ? coverage->faces[face].name : NULL;
}

bool text_coverage_has(const ept_coverage *coverage, size_t face, int32_t code_point)
{
    return face < coverage->face_count && set_has(&coverage->faces[face].ranges, code_point);
}

int text_coverage_korean(const ept_coverage *coverage)
{
    for (size_t i = 0; i < coverage->face_count; i++) {
        if (text_coverage_has(coverage, i, 0xAC00)) {
            return (int)i;
        }
    }
    return -1;
}

int ept_coverage_face(const ept_coverage *coverage, int32_t code_point, int prefer)
{
    if (prefer >= 0 && text_coverage_has(coverage, (size_t)prefer, code_point)) {
        return prefer;
    }
    for (size_t i = 0; i < coverage->face_count; i++) {
        if (text_coverage_has(coverage, i, code_point)) {
            return (int)i;
        }
    }
    return -1;
}
