/* SPDX-License-Identifier: MIT */
/* pattern_priv.h - one message pattern: what it asks for, and the same pattern in the form in which
 * ICU's C interface can be called soundly. */
#ifndef TEXT_PATTERN_PRIV_H
#define TEXT_PATTERN_PRIV_H
#include <stdbool.h>

#include "epstopik/str.h"

enum { TEXT_PATTERN_ARGS = 6 };

/* What the pattern does with argument n. A NUMBER may also be printed by a bare {n}. */
typedef enum text_arg_use {
    TEXT_USE_NONE,
    TEXT_USE_TEXT,
    TEXT_USE_SELECT,
    TEXT_USE_NUMBER,
} text_arg_use;

/* Borrows its source. */
typedef struct text_pattern {
    const char *source;
    text_arg_use uses[TEXT_PATTERN_ARGS];
    bool plain; /* no argument but bare {n} of any kind: filled in without ICU */
} text_pattern;

/* EPT_E_FORMAT says what is wrong: named arguments, unknown types, braces that do not match,
 * plural or select without other. */
EPT_NODISCARD ept_status text_pattern_scan(text_pattern *out, const char *source);

/* Where argument n stands in the rewritten pattern: NUMBERs first, then the others, without
 * gaps. */
int text_pattern_place(const text_pattern *pattern, int arg);

/* Appends the pattern for umsg_open: arguments renumbered by text_pattern_place, apostrophes
 * literal, bare numbers without grouping. */
EPT_NODISCARD ept_status text_pattern_for_icu(ept_buf *out, const text_pattern *pattern);

#endif
