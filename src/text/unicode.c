/* SPDX-License-Identifier: MIT */
/* Normal form, grapheme clusters and white space. UTF-8 is the form of the house; ICU wants
 * UTF-16, so the copies are made here and nowhere else. Text below U+0300 is in NFC without
 * asking ICU. */
#include "text_priv.h"

#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

enum { LEAD_OF_U0300 = 0xCC, FIRST_CAP = 16 };

void *text_grow(void *array, size_t *cap, size_t count, size_t size)
{
    if (count < *cap) {
        return array;
    }
    size_t next = *cap == 0 ? FIRST_CAP : *cap * 2;
    if (next > SIZE_MAX / size) {
        return NULL;
    }
    void *grown = ept_realloc(array, next * size);
    if (grown != NULL) {
        *cap = next;
    }
    return grown;
}

ept_status text_u16_set(text_u16 *out, ept_str text)
{
    UErrorCode icu = U_ZERO_ERROR;

    out->n = 0;
    if (text.n > TEXT_MAX_BYTES) {
        return ept_fail(EPT_E_FORMAT, "text: longer than %d bytes", (int)TEXT_MAX_BYTES);
    }
    if (text.n + 1 > out->cap) {
        UChar *grown = ept_realloc(out->p, (text.n + 1) * sizeof *grown);
        if (grown == NULL) {
            return ept_fail(EPT_E_NOMEM, "text: no memory for UTF-16");
        }
        out->p = grown;
        out->cap = text.n + 1;
    }
    u_strFromUTF8(out->p, (int32_t)out->cap, &out->n, text.p, (int32_t)text.n, &icu);
    if (U_FAILURE(icu)) {
        out->n = 0;
        return ept_fail(EPT_E_FORMAT, "text: not UTF-8");
    }
    return EPT_OK;
}

void text_u16_clear(text_u16 *text)
{
    ept_free(text->p);
    *text = (text_u16){0};
}

ept_status text_u16_append(ept_buf *out, const UChar *p, int32_t n)
{
    UErrorCode icu = U_ZERO_ERROR;
    int32_t bytes = 0;
    size_t cap = (size_t)n * 3 + 1;
    char *utf8 = ept_calloc(cap, 1);

    if (utf8 == NULL) {
        return ept_fail(EPT_E_NOMEM, "text: no memory for UTF-8");
    }
    u_strToUTF8WithSub(utf8, (int32_t)cap, &bytes, p, n, 0xFFFD, NULL, &icu);
    if (U_SUCCESS(icu)) {
        ept_buf_add(out, utf8, (size_t)bytes);
    }
    ept_free(utf8);
    if (U_FAILURE(icu)) {
        return ept_fail(EPT_E_FORMAT, "text: %s", u_errorName(icu));
    }
    return ept_buf_ok(out);
}

/* --- normal form ------------------------------------------------------------------------------ */

static bool below_u0300(ept_str text)
{
    for (size_t i = 0; i < text.n; i++) {
        if ((unsigned char)text.p[i] >= LEAD_OF_U0300) {
            return false;
        }
    }
    return true;
}

static ept_status compose_into(ept_buf *scratch, const UNormalizer2 *nfc, const text_u16 *from)
{
    UErrorCode icu = U_ZERO_ERROR;
    int32_t cap = from->n * 3 + 1; /* the most that NFC grows UTF-16 by */
    UChar *composed = ept_calloc((size_t)cap, sizeof *composed);

    if (composed == NULL) {
        return ept_fail(EPT_E_NOMEM, "text: no memory for NFC");
    }
    int32_t n = unorm2_normalize(nfc, from->p, from->n, composed, cap, &icu);
    ept_status status = U_FAILURE(icu) ? ept_fail(EPT_E_FORMAT, "NFC: %s", u_errorName(icu))
                                       : text_u16_append(scratch, composed, n);
    ept_free(composed);
    return status;
}

ept_status text_nfc_view(ept_str *out, ept_buf *scratch, ept_str text)
{
    UErrorCode icu = U_ZERO_ERROR;
    text_u16 u16 = {0};

    *out = (ept_str){"", 0};
    if (below_u0300(text)) {
        if (!ept_utf8_valid(text)) {
            return ept_fail(EPT_E_FORMAT, "text: not UTF-8");
        }
        if (text.n > 0) {
            *out = text;
        }
        return EPT_OK;
    }
    ept_status status = text_u16_set(&u16, text);
    if (status != EPT_OK) {
        goto done;
    }
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&icu);
    if (U_FAILURE(icu)) {
        status = ept_fail(EPT_E_UNAVAILABLE, "NFC: %s", u_errorName(icu));
        goto done;
    }
    if (unorm2_spanQuickCheckYes(nfc, u16.p, u16.n, &icu) == u16.n) {
        *out = text;
        goto done;
    }
    ept_buf_reset(scratch);
    status = compose_into(scratch, nfc, &u16);
    if (status == EPT_OK) {
        *out = (ept_str){scratch->p, scratch->n};
    }
done:
    text_u16_clear(&u16);
    return status;
}

ept_status ept_text_nfc(ept_buf *out, ept_str text)
{
    ept_buf scratch = {0};
    ept_str view;

    ept_buf_reset(out);
    ept_status status = text_nfc_view(&view, &scratch, text);
    if (status == EPT_OK) {
        ept_buf_add(out, view.p, view.n);
        status = ept_buf_ok(out);
    }
    ept_buf_clear(&scratch);
    return status;
}

bool ept_text_is_nfc(ept_str text)
{
    UErrorCode icu = U_ZERO_ERROR;
    text_u16 u16 = {0};

    if (below_u0300(text)) {
        return ept_utf8_valid(text);
    }
    bool is = text_u16_set(&u16, text) == EPT_OK;
    if (is) {
        const UNormalizer2 *nfc = unorm2_getNFCInstance(&icu);
        is = U_SUCCESS(icu) && unorm2_isNormalized(nfc, u16.p, u16.n, &icu) && U_SUCCESS(icu);
    }
    text_u16_clear(&u16);
    return is;
}

/* --- grapheme clusters ------------------------------------------------------------------------ */

/* NULL when ICU refuses; the callers then count code points. Close with clusters_close. */
static UBreakIterator *clusters_open(UText *ut, ept_str text)
{
    UErrorCode icu = U_ZERO_ERROR;

    if (text.n > TEXT_MAX_BYTES) {
        return NULL;
    }
    utext_openUTF8(ut, text.n == 0 ? "" : text.p, (int64_t)text.n, &icu);
    UBreakIterator *it = ubrk_open(UBRK_CHARACTER, "", NULL, 0, &icu);
    if (U_SUCCESS(icu)) {
        ubrk_setUText(it, ut, &icu);
    }
    if (U_FAILURE(icu)) {
        ubrk_close(it);
        utext_close(ut);
        return NULL;
    }
    return it;
}

static void clusters_close(UText *ut, UBreakIterator *it)
{
    ubrk_close(it);
    utext_close(ut);
}

size_t ept_text_graphemes(ept_str text)
{
    UText ut = UTEXT_INITIALIZER;
    size_t count = 0;
    UBreakIterator *it = clusters_open(&ut, text);

    if (it == NULL) {
        for (size_t pos = 0; ept_utf8_next(text, &pos) != -1;) {
            count++;
        }
        return count;
    }
    while (ubrk_next(it) != UBRK_DONE) {
        count++;
    }
    clusters_close(&ut, it);
    return count;
}

size_t ept_text_prev(ept_str text, size_t at)
{
    UText ut = UTEXT_INITIALIZER;

    if (at == 0 || text.n == 0) {
        return 0;
    }
    if (at > text.n) {
        return text.n;
    }
    UBreakIterator *it = clusters_open(&ut, text);
    if (it == NULL) {
        do {
            at--;
        } while (at > 0 && ((unsigned char)text.p[at] & 0xC0) == 0x80);
        return at;
    }
    int32_t found = ubrk_preceding(it, (int32_t)at);
    clusters_close(&ut, it);
    return found == UBRK_DONE ? 0 : (size_t)found;
}

size_t ept_text_next(ept_str text, size_t at)
{
    UText ut = UTEXT_INITIALIZER;

    if (at >= text.n) {
        return text.n;
    }
    UBreakIterator *it = clusters_open(&ut, text);
    if (it == NULL) {
        ept_utf8_next(text, &at);
        return at;
    }
    int32_t found = ubrk_following(it, (int32_t)at);
    clusters_close(&ut, it);
    return found == UBRK_DONE ? text.n : (size_t)found;
}

ept_status text_clusters(text_offsets *out, ept_str text)
{
    UText ut = UTEXT_INITIALIZER;
    ept_status status = EPT_OK;

    out->n = 0;
    UBreakIterator *it = clusters_open(&ut, text);
    if (it == NULL) {
        return ept_fail(EPT_E_UNAVAILABLE, "ICU: no grapheme clusters");
    }
    for (int32_t at = ubrk_next(it); at != UBRK_DONE; at = ubrk_next(it)) {
        size_t *p = text_grow(out->p, &out->cap, out->n, sizeof *p);
        if (p == NULL) {
            status = ept_fail(EPT_E_NOMEM, "text: no memory for clusters");
            break;
        }
        out->p = p;
        p[out->n++] = (size_t)at;
    }
    clusters_close(&ut, it);
    return status;
}

/* --- white space and line ends ---------------------------------------------------------------- */

bool text_is_space(int32_t code_point)
{
    if (code_point < 0x80) {
        return code_point == ' ' || (code_point >= '\t' && code_point <= '\r');
    }
    return code_point != 0xA0 && code_point != 0x2007 && code_point != 0x202F &&
           u_isUWhiteSpace(code_point);
}

size_t text_line_end(ept_str text, size_t at)
{
    const char *p = text.p + at;
    size_t left = text.n - at;

    if (left == 0) {
        return 0;
    }
    if (*p >= '\n' && *p <= '\r') {
        return *p == '\r' && left > 1 && p[1] == '\n' ? 2 : 1;
    }
    if (left >= 2 && memcmp(p, "\xC2\x85", 2) == 0) { /* next line */
        return 2;
    }
    if (left >= 3 && (memcmp(p, "\xE2\x80\xA8", 3) == 0 || memcmp(p, "\xE2\x80\xA9", 3) == 0)) {
        return 3; /* line and paragraph separator */
    }
    return 0;
}

size_t text_trim_end(ept_str text, size_t from, size_t to)
{
    while (to > from) {
        size_t at = to - 1;
        while (at > from && ((unsigned char)text.p[at] & 0xC0) == 0x80) {
            at--;
        }
        size_t pos = at;
        if (!text_is_space(ept_utf8_next((ept_str){text.p, to}, &pos))) {
            break;
        }
        to = at;
    }
    return to;
}

const char *ept_text_capital(ept_arena *arena, const char *text)
{
    char first[4];
    size_t at = 0;
    int32_t c = ept_utf8_next(ept_str_of(text), &at);

    if (c < 0) {
        return ept_arena_strdup(arena, text);
    }
    return ept_arena_printf(arena, "%.*s%s", (int)ept_utf8_put(first, u_toupper(c)), first,
                            text + at);
}
