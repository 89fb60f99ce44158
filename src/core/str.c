/* SPDX-License-Identifier: MIT */
/* str.c - text as bytes: comparing views, strict UTF-8, numbers from text, the growing buffer. */
#include "epstopik/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "epstopik/arena.h"

enum { BUF_FIRST_BYTES = 64 };

ept_str ept_str_of(const char *text)
{
    return (ept_str){text ? text : "", text ? strlen(text) : 0};
}

bool ept_str_eq(ept_str a, ept_str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

bool ept_str_is(ept_str a, const char *text)
{
    return ept_str_eq(a, ept_str_of(text));
}

bool ept_streq(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

bool ept_parse_int(int64_t *out, const char *text, int64_t min, int64_t max)
{
    if (!text) {
        return false;
    }
    bool negative = *text == '-';
    const char *p = negative ? text + 1 : text;
    int64_t value = 0; /* kept negative: INT64_MIN has no positive counterpart */

    if (*p == '\0') {
        return false;
    }
    for (; *p; p++) {
        if (*p < '0' || *p > '9') {
            return false;
        }
        int digit = *p - '0';
        if (value < (INT64_MIN + digit) / 10) {
            return false;
        }
        value = value * 10 - digit;
    }
    if (!negative) {
        if (value == INT64_MIN) {
            return false;
        }
        value = -value;
    }
    if (value < min || value > max) {
        return false;
    }
    *out = value;
    return true;
}

int32_t ept_utf8_next(ept_str text, size_t *pos)
{
    if (*pos >= text.n) {
        return -1;
    }
    size_t at = (*pos)++;
    unsigned char lead = (unsigned char)text.p[at];
    if (lead < 0x80) {
        return lead;
    }
    size_t more;
    int32_t code_point, least;
    if ((lead & 0xE0) == 0xC0) {
        more = 1, code_point = lead & 0x1F, least = 0x80;
    } else if ((lead & 0xF0) == 0xE0) {
        more = 2, code_point = lead & 0x0F, least = 0x800;
    } else if ((lead & 0xF8) == 0xF0) {
        more = 3, code_point = lead & 0x07, least = 0x10000;
    } else {
        return -2;
    }
    if (text.n - at <= more) {
        return -2;
    }
    for (size_t i = 1; i <= more; i++) {
        unsigned char next = (unsigned char)text.p[at + i];
        if ((next & 0xC0) != 0x80) {
            return -2;
        }
        code_point = code_point * 64 + (next & 0x3F);
    }
    if (code_point < least || code_point > 0x10FFFF ||
        (code_point >= 0xD800 && code_point <= 0xDFFF)) {
        return -2;
    }
    *pos = at + more + 1;
    return code_point;
}

bool ept_utf8_valid(ept_str text)
{
    size_t pos = 0;

    for (;;) {
        int32_t c = ept_utf8_next(text, &pos);
        if (c < 0) {
            return c == -1;
        }
    }
}

size_t ept_utf8_put(char dst[4], int32_t code_point)
{
    uint32_t c = (uint32_t)code_point;

    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
        return 0;
    }
    if (c < 0x80) {
        dst[0] = (char)c;
        return 1;
    }
    size_t more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned char leads[] = {0, 0xC0, 0xE0, 0xF0};
    for (size_t i = more; i > 0; i--) {
        dst[i] = (char)(0x80 | (c & 0x3F));
        c >>= 6;
    }
    dst[0] = (char)(leads[more] | c);
    return more + 1;
}

/* Makes room for n more bytes and a NUL. */
static bool reserve(ept_buf *buf, size_t n)
{
    if (buf->failed) {
        return false;
    }
    if (n >= SIZE_MAX / 2 - buf->n) {
        buf->failed = true;
        return false;
    }
    size_t need = buf->n + n + 1;
    if (need <= buf->cap) {
        return true;
    }
    size_t cap = buf->cap ? buf->cap : BUF_FIRST_BYTES;
    while (cap < need) {
        cap *= 2;
    }
    char *p = ept_realloc(buf->p, cap);
    if (!p) {
        buf->failed = true;
        return false;
    }
    buf->p = p;
    buf->cap = cap;
    return true;
}

void ept_buf_add(ept_buf *buf, const void *bytes, size_t n)
{
    if (!reserve(buf, n)) {
        return;
    }
    if (n > 0) {
        memcpy(buf->p + buf->n, bytes, n);
    }
    buf->n += n;
    buf->p[buf->n] = '\0';
}

void ept_buf_puts(ept_buf *buf, const char *text)
{
    ept_buf_add(buf, text, strlen(text));
}

void ept_buf_printf(ept_buf *buf, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    int n = vsnprintf(NULL, 0, fmt, args);
    va_end(args);
    if (n < 0) {
        buf->failed = true;
        return;
    }
    if (!reserve(buf, (size_t)n)) {
        return;
    }
    va_start(args, fmt);
    vsnprintf(buf->p + buf->n, (size_t)n + 1, fmt, args);
    va_end(args);
    buf->n += (size_t)n;
}

void ept_buf_reset(ept_buf *buf)
{
    buf->n = 0;
    buf->failed = false;
    if (buf->p) {
        buf->p[0] = '\0';
    }
}

void ept_buf_clear(ept_buf *buf)
{
    ept_free(buf->p);
    *buf = (ept_buf){0};
}

ept_status ept_buf_ok(const ept_buf *buf)
{
    return buf->failed ? ept_fail(EPT_E_NOMEM, "grow a buffer of %zu bytes: no memory", buf->n)
                       : EPT_OK;
}

/* The two-character escape of a byte, or 0. */
static char short_escape(int32_t c)
{
    switch (c) {
    case '"':
        return '"';
    case '\\':
        return '\\';
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

void ept_buf_json(ept_buf *buf, const char *text)
{
    if (!text) {
        ept_buf_puts(buf, "null");
        return;
    }
    ept_str s = ept_str_of(text);
    size_t pos = 0, start = 0;

    ept_buf_puts(buf, "\"");
    for (;;) {
        int32_t c = ept_utf8_next(s, &pos);
        if (c == -1) {
            break;
        }
        char escape = short_escape(c);
        if (escape) {
            ept_buf_printf(buf, "\\%c", escape);
        } else if (c == -2) {
            ept_buf_puts(buf, "\\ufffd");
        } else if (c < 0x20) {
            ept_buf_printf(buf, "\\u%04x", (unsigned)c);
        } else {
            ept_buf_add(buf, s.p + start, pos - start);
        }
        start = pos;
    }
    ept_buf_puts(buf, "\"");
}
