/* SPDX-License-Identifier: MIT */
/* str.h - views of text and a growing byte buffer. Floor: core. */
#ifndef EPSTOPIK_STR_H
#define EPSTOPIK_STR_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "epstopik/status.h"

/* Borrowed text, not NUL-terminated; valid as long as what it points into. */
typedef struct ept_str {
    const char *p;
    size_t n;
} ept_str;

ept_str ept_str_of(const char *text); /* NULL gives an empty view */
bool ept_str_eq(ept_str a, ept_str b);
bool ept_str_is(ept_str a, const char *text);
bool ept_streq(const char *a, const char *b); /* NULL equals only NULL */

/* Whole-string decimal number inside [min, max]; false and *out untouched otherwise. */
bool ept_parse_int(int64_t *out, const char *text, int64_t min, int64_t max);

/* Next UTF-8 code point at *pos (advanced); -1 at the end, -2 for a malformed byte (one is
 * skipped). */
int32_t ept_utf8_next(ept_str text, size_t *pos);
bool ept_utf8_valid(ept_str text);
/* Appends the 1-4 bytes of a code point to dst[4]; the number of bytes, 0 for no scalar value. */
size_t ept_utf8_put(char dst[4], int32_t code_point);

/* Growing bytes, always NUL-terminated behind n. Zero-initialise; clear with ept_buf_clear. A
 * failed append sets `failed`, later appends do nothing: check once at the end with ept_buf_ok. */
typedef struct ept_buf {
    char *p;
    size_t n, cap;
    bool failed;
} ept_buf;

void ept_buf_add(ept_buf *buf, const void *bytes, size_t n);
void ept_buf_puts(ept_buf *buf, const char *text);
void ept_buf_printf(ept_buf *buf, const char *fmt, ...) EPT_PRINTF(2, 3);
void ept_buf_reset(ept_buf *buf);                        /* keeps the memory, clears `failed` */
void ept_buf_clear(ept_buf *buf);                        /* frees */
EPT_NODISCARD ept_status ept_buf_ok(const ept_buf *buf); /* EPT_OK or EPT_E_NOMEM */

/* JSON string literal with quotes; control characters, quote and backslash escaped, malformed bytes
 * as U+FFFD. NULL gives null. */
void ept_buf_json(ept_buf *buf, const char *text);

#endif
