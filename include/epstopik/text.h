/* SPDX-License-Identifier: MIT */
/* text.h - Unicode and Hangul: normal form, syllables, order of names, lines that never tear an
 * eojeol apart, runs that each have a face that can draw them. Floor: text. No face is opened
 * here: widths come through a callback, so layout is tested without a font. */
#ifndef EPSTOPIK_TEXT_H
#define EPSTOPIK_TEXT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "epstopik/arena.h"
#include "epstopik/lang.h"
#include "epstopik/str.h"

/* NFC of UTF-8 text into `out` (reset first). EPT_E_FORMAT: not UTF-8. EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_text_nfc(ept_buf *out, ept_str text);
bool ept_text_is_nfc(ept_str text); /* false for malformed UTF-8 too */

/* Korean syllables as they are spoken: Hangul syllables plus digits read as Sino-Korean numbers
 * (12 = 십이 = 2, 2026 = 이천이십육 = 5); phone-like groups joined by '-' are read digit by digit.
 */
size_t ept_text_syllables(ept_str text);
bool ept_text_is_hangul(int32_t code_point); /* syllables, jamo, compatibility jamo */

/* Grapheme clusters (what a person calls letters), for names and text entry. */
size_t ept_text_graphemes(ept_str text);
/* Byte offset of the grapheme boundary before/after `at`; 0 or text.n at the ends. */
size_t ept_text_prev(ept_str text, size_t at);
size_t ept_text_next(ept_str text, size_t at);
/* With its first letter as a capital, in `arena`; NULL: no memory. */
const char *ept_text_capital(ept_arena *arena, const char *text);

/* Collation of names in the order of `lang`. <0, 0, >0. Falls back to byte order when ICU fails. */
int ept_text_compare(ept_lang lang, const char *a, const char *b);
/* Case- and width-insensitive "contains", for the search field of profiles. */
bool ept_text_contains(ept_lang lang, const char *text, const char *part);

/* --- faces and coverage ----------------------------------------------------------------------- */

/* Which face of the chain draws a code point. Read from assets/fonts/coverage.txt: lines
 * "chain NAME: FACE FACE ..." and "FACE: 20-7e a0-17f ..." (hexadecimal ranges). */
typedef struct ept_coverage ept_coverage;

/* EPT_E_FORMAT names the line. */
EPT_NODISCARD ept_status ept_coverage_parse(ept_coverage **out, ept_str text);
void ept_coverage_free(ept_coverage *coverage);
size_t ept_coverage_faces(const ept_coverage *coverage);
const char *ept_coverage_face_name(const ept_coverage *coverage, size_t face); /* "sans", "cjk" */
/* The first face of the chain that has it; -1 when none has. prefer: the face a neighbour uses,
 * taken when it has the code point too (digits and punctuation stay in the run they stand in). */
int ept_coverage_face(const ept_coverage *coverage, int32_t code_point, int prefer);

/* --- layout ----------------------------------------------------------------------------------- */

typedef enum ept_weight { EPT_WEIGHT_REGULAR, EPT_WEIGHT_BOLD } ept_weight;
enum { EPT_MARK_UNDERLINE = 1, EPT_MARK_STRIKE = 2, EPT_MARK_TINT = 4 };

/* A stretch of text in one style. `style` is the caller's own number (a colour, say), carried
 * over. */
typedef struct ept_span {
    ept_str text;
    ept_weight weight;
    unsigned marks;
    int style;
} ept_span;

/* Width in pixels of `text` set in `face` at `size_px` and `weight`. */
typedef int ept_measure(void *ctx, int face, int size_px, ept_weight weight, ept_str text);

typedef struct ept_layout_opts {
    const ept_coverage *coverage; /* borrowed */
    ept_measure *measure;
    void *measure_ctx;
    int size_px, line_px; /* letter size and line pitch */
    int width_px;         /* 0 = never wrap */
    int max_lines;        /* 0 = no limit; what is cut ends with an ellipsis */
    bool cjk_first;       /* Korean-only lines: all of the line in the Korean face */
} ept_layout_opts;

/* One run: one face, weight, style. x from the line's left. `text` points into the layout's
 * arena. */
typedef struct ept_run {
    ept_str text;
    int face;
    ept_weight weight;
    unsigned marks;
    int style;
    int x_px, w_px;
} ept_run;

typedef struct ept_line {
    const ept_run *runs;
    size_t run_count;
    int w_px;
    size_t from, to; /* byte range in the joined NFC text, trailing spaces included, for carets */
} ept_line;

/* Lives as long as the arena it was made in. */
typedef struct ept_layout {
    const ept_line *lines;
    size_t line_count;
    int w_px, h_px; /* widest line; line_count * line_px */
    bool cut;       /* max_lines left something out */
} ept_layout;

/* NFC -> ICU line breaks (kept at Hangul only after white space; inside a word only when the
 * word alone is wider than the line) -> runs by coverage -> lines. '\n' breaks; one at the very
 * end opens no line of its own. A blank "( )" is drawn as parentheses around eight no-break
 * spaces. White space at a line's end is neither drawn nor counted in w_px. Empty text is one
 * line without runs. A word of letters has one face; digits and punctuation take the face of
 * what stands before them (at the start: behind them), a closing bracket that of its opening
 * one; what no face has stays there too. A text that fits on its line costs one measure a run,
 * wrapped text one for each word and one for each finished run.
 * EPT_E_FORMAT: not UTF-8 or over 64 MiB. EPT_E_INVAL: no coverage or measure, a size below 1.
 * EPT_E_UNAVAILABLE: ICU without its data. EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_layout_make(const ept_layout **out, ept_arena *arena,
                                         const ept_span *spans, size_t span_count,
                                         const ept_layout_opts *opts);

/* Byte offsets after which a line may end, ascending, the last one text.n (for tests and
 * carets). */
EPT_NODISCARD ept_status ept_text_breaks(const size_t **out, size_t *count, ept_arena *arena,
                                         ept_str text);

/* "a __b__ c" -> spans "a ", "b" with EPT_MARK_UNDERLINE, " c". Also **bold**. Spans in the
 * arena. */
EPT_NODISCARD ept_status ept_text_markup(const ept_span **out, size_t *count, ept_arena *arena,
                                         const char *text, ept_weight weight, int style);

#endif
