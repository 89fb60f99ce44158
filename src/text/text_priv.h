/* SPDX-License-Identifier: MIT */
/* text_priv.h - what the files of the text floor share: UTF-16 copies for ICU, break lists,
 * composed text. */
#ifndef TEXT_PRIV_H
#define TEXT_PRIV_H
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <unicode/ubrk.h>
#include <unicode/utypes.h>

#include "epstopik/arena.h"
#include "epstopik/str.h"
#include "epstopik/text.h"

/* Longer texts are refused, so that byte counts fit ICU's int32_t with room for growth. */
enum { TEXT_MAX_BYTES = 64 * 1024 * 1024 };

/* --- unicode.c -------------------------------------------------------------------------------- */

/* UTF-16 copy; p from ept_calloc, freed by text_u16_clear. Initialise with {0}. */
typedef struct text_u16 {
    UChar *p;
    int32_t n;
    size_t cap; /* code units that fit into p */
} text_u16;

/* EPT_E_FORMAT: not UTF-8 or too long. Reuses the memory of an earlier call. */
EPT_NODISCARD ept_status text_u16_set(text_u16 *out, ept_str text);
void text_u16_clear(text_u16 *text);
/* Appends as UTF-8; unpaired surrogates become U+FFFD. */
EPT_NODISCARD ept_status text_u16_append(ept_buf *out, const UChar *p, int32_t n);

/* NFC of `text`: the same view when it is NFC already, else a view into `scratch` (reset first). */
EPT_NODISCARD ept_status text_nfc_view(ept_str *out, ept_buf *scratch, ept_str text);

/* Makes room for one more element in an array grown by doubling: the array, moved perhaps. NULL: no
 * memory, the array is as it was. */
void *text_grow(void *array, size_t *cap, size_t count, size_t size);

typedef struct text_offsets {
    size_t *p;
    size_t n, cap;
} text_offsets;

/* Ends of the grapheme clusters of `text` as byte offsets, ascending, last one text.n. Replaces
 * `out`. */
EPT_NODISCARD ept_status text_clusters(text_offsets *out, ept_str text);

/* Breaking white space (no-break spaces are none) and line ends. */
bool text_is_space(int32_t code_point);
/* Length of the line end at `at` (CR LF counts as one), 0 when there is none. */
size_t text_line_end(ept_str text, size_t at);
/* `to`, moved back over white space and line ends, not before `from`. */
size_t text_trim_end(ept_str text, size_t from, size_t to);

/* --- breaks.c --------------------------------------------------------------------------------- */

/* INNER: ICU would break here, we only when the word alone is wider than the line. */
typedef enum text_break_kind { TEXT_BREAK_INNER, TEXT_BREAK_SOFT, TEXT_BREAK_HARD } text_break_kind;

typedef struct text_break {
    size_t at; /* a line may end before this byte */
    text_break_kind kind;
} text_break;

/* Finds breaks; keeps ICU's iterator and the memory between calls. Initialise with {0}. */
typedef struct text_breaker {
    UBreakIterator *icu;
    text_u16 u16;
    text_break *p;
    size_t n, cap;
} text_breaker;

/* Fills p[0..n): ascending, the last one at text.n and HARD. */
EPT_NODISCARD ept_status text_breaker_run(text_breaker *breaker, ept_str text);
void text_breaker_clear(text_breaker *breaker);

/* True when a line must not start (end) with this character. */
bool text_no_start(int32_t code_point);
bool text_no_end(int32_t code_point);

/* --- compose.c -------------------------------------------------------------------------------- */

/* A stretch of composed text in one span and one face. */
typedef struct text_stretch {
    size_t from, to;
    int face;
    size_t span;
} text_stretch;

/* Where composed bytes and caller's bytes meet again behind a widened blank. */
typedef struct text_anchor {
    size_t composed, source;
} text_anchor;

/* Spans joined: NFC, blanks widened, controls gone, faces chosen. Initialise with {0}. */
typedef struct text_composed {
    ept_buf bytes;
    text_stretch *stretches;
    size_t stretch_count, stretch_cap;
    text_anchor *anchors;
    size_t anchor_count, anchor_cap;
} text_composed;

EPT_NODISCARD ept_status text_compose(text_composed *out, const ept_span *spans, size_t span_count,
                                      const ept_coverage *coverage, bool cjk_first);
void text_composed_clear(text_composed *composed);
/* Byte offset in the joined NFC text of a byte offset in the composed text. */
size_t text_source_offset(const text_composed *composed, size_t at);

/* --- coverage.c ------------------------------------------------------------------------------- */

bool text_coverage_has(const ept_coverage *coverage, size_t face, int32_t code_point);
/* The first face with Hangul; -1 when none has. */
int text_coverage_korean(const ept_coverage *coverage);

/* --- layout.c --------------------------------------------------------------------------------- */

typedef struct text_line {
    size_t from, to; /* in the composed text, trailing spaces included */
    size_t run, run_count;
    int w_px;
} text_line;

/* One layout under way: runs and lines grow here and are copied to the arena at the end. */
typedef struct text_lay {
    const ept_layout_opts *opts;
    const ept_span *spans;
    ept_arena *arena;
    text_composed composed;
    ept_str text; /* composed bytes, in the arena */
    text_breaker breaker;
    text_offsets clusters;
    size_t stretch; /* where the last look-up ended */
    int *space_px;  /* by face and weight; -1 = not measured yet */
    ept_run *runs;
    size_t run_count, run_cap;
    text_line *lines;
    size_t line_count, line_cap;
    size_t paragraph_end;
    size_t from, to; /* the open line, trailing spaces included */
    size_t unit;     /* start of the last unit put on it */
    int advance_px;  /* its width, trailing spaces included */
    bool cut;
} text_lay;

/* Widths never overflow, however long the text. */
static inline int text_add_px(int a, int b)
{
    return b > INT_MAX - a ? INT_MAX : a + b;
}

/* What the caller's measure says, at least 0. */
int text_lay_measure(const text_lay *lay, int face, ept_weight weight, ept_str text);
int text_lay_width(text_lay *lay, size_t from, size_t to);
/* The stretch that holds byte `at`; borrowed. Look-ups are quick near the last one. */
const text_stretch *text_lay_stretch(text_lay *lay, size_t at);
/* Adds one run at *w_px and moves that on by the run's width. */
EPT_NODISCARD ept_status text_lay_add_run(text_lay *lay, const text_stretch *in, ept_str text,
                                          int *w_px);
/* Adds the runs of a line to lay->runs; *w_px is the line's measured width. */
EPT_NODISCARD ept_status text_lay_runs(text_lay *lay, size_t from, size_t to, int *w_px);

/* --- lines.c ---------------------------------------------------------------------------------- */

EPT_NODISCARD ept_status text_lay_lines(text_lay *lay);

#endif
