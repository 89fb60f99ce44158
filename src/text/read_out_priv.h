/* SPDX-License-Identifier: MIT */
/* read_out_priv.h - what the parts of ept_text_read_out share: number words, what a number counts,
 * the shapes in which numbers are written, letters. Places are byte offsets in NFC text whose
 * full-width letters and digits are ASCII already. */
#ifndef TEXT_READ_OUT_PRIV_H
#define TEXT_READ_OUT_PRIV_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "epstopik/str.h"

/* --- read_out_number.c ------------------------------------------------------------------------ */

enum {
    TEXT_VALUE_DIGITS = 16, /* 만 억 조 name up to 10^16; longer numbers are read digit by digit */
    TEXT_SINO_BYTES = 128, /* 31 syllables, 3 blanks and the NUL at most */
    TEXT_NATIVE_MAX = 99,
};

/* The Sino-Korean word of a value below 10^16, a blank behind each 만 억 조, NUL-terminated: 만
 * 이천, 일억. Returns its bytes. */
size_t text_sino(char dst[TEXT_SINO_BYTES], uint64_t value);
void text_put_sino(ept_buf *out, uint64_t value);
/* The native number of 1..99 as it stands before what it counts: 한, 스무, 서른세. */
void text_put_native(ept_buf *out, unsigned value);
/* Each digit of `digits` by its name, whatever else is in there skipped; zero: 공 or 영. */
void text_put_digits(ept_buf *out, ept_str digits, const char *zero);

/* --- read_out_counter.c ----------------------------------------------------------------------- */

typedef enum text_counting {
    TEXT_COUNT_NOTHING, /* a word that only begins like a counter: 부터 */
    TEXT_COUNT_SINO,
    TEXT_COUNT_CALENDAR, /* Sino-Korean, 05 is 오 */
    TEXT_COUNT_MONTH,    /* the same, but 유월 시월 */
    TEXT_COUNT_JOINED,   /* Sino-Korean, no blank: 삼분의 */
    TEXT_COUNT_NATIVE,
    TEXT_COUNT_HOUR,   /* native, a point in time */
    TEXT_COUNT_TIMES,  /* 번: a number or how often */
    TEXT_COUNT_DECADE, /* 대: machines, or the age of a whole decade */
    TEXT_COUNT_ORDER,  /* native, but 첫 */
    TEXT_COUNT_SEO,    /* native, but 서 너 */
    TEXT_COUNT_SEOK,   /* native, but 석 넉 */
} text_counting;

typedef struct text_counter {
    const char *sign;   /* as it is written */
    const char *word;   /* as it is read; NULL: as it is written */
    const char *before; /* said before the number: 섭씨, 시속; NULL: nothing */
    text_counting counting;
    unsigned native_to; /* the greatest value that is read natively */
    bool spans;         /* a length of time or how often: 2~3 is read 이삼 */
} text_counter;

/* What a number that ends at `at` counts: the longest counter or unit that stands there, one blank
 * between them allowed; *to is its end. NULL: nothing known. */
const text_counter *text_counter_at(ept_str text, size_t at, size_t *to);
const char *text_counter_word(const text_counter *counter);

/* --- read_out_shape.c ------------------------------------------------------------------------- */

typedef enum text_shape {
    TEXT_SHAPE_VALUE,    /* 3, 12,500, 3.14, 1만 2천 */
    TEXT_SHAPE_CLOCK,    /* 15:30, 9:00:05 */
    TEXT_SHAPE_DATE,     /* 2026-11-22, 2026. 11. 22., 11/22 */
    TEXT_SHAPE_SERIAL,   /* 010-1234-5678: phones, accounts */
    TEXT_SHAPE_BRANCH,   /* 12-3: a house, 십이 다시 삼 */
    TEXT_SHAPE_FRACTION, /* 1/2 */
    TEXT_SHAPE_SCORE,    /* 3:2 */
} text_shape;

typedef struct text_term {
    text_shape shape;
    const char *sign;  /* how its sign is read; NULL: none */
    size_t from, to;   /* the number alone */
    size_t whole_to;   /* VALUE: end of the digits before the point */
    size_t digits;     /* of them, commas apart */
    uint64_t value;    /* of them, when they are at most TEXT_VALUE_DIGITS; BRANCH, FRACTION and
                        * SCORE: the first number */
    uint64_t other;    /* BRANCH, FRACTION, SCORE: the second */
    bool zeros;        /* 007 */
    bool scaled;       /* 만 천 and the like are written in Hangul */
    unsigned parts[3]; /* hour minute second; year month day, 0 = not given */
    const text_counter *counter; /* NULL: none */
    size_t end;                  /* with the counter */
} text_term;

/* The number that begins with the digit at `at`, and what it counts. Takes time in proportion to
 * its length. */
text_term text_term_at(ept_str text, size_t at);
/* End of the digits from `at`, commas before groups of three taken in; how many they are, and their
 * value when they are at most TEXT_VALUE_DIGITS. */
size_t text_whole(ept_str text, size_t at, size_t *digits, uint64_t *value);
/* Number of digits that stand together from `at`. */
size_t text_digit_run(ept_str text, size_t at);
bool text_has(ept_str text, size_t at, const char *word); /* `word` stands at `at` */
size_t text_skip_blank(ept_str text, size_t at);          /* at most one */
/* Bytes of "(월" to "(일", a day of the week in brackets, 0 when the bracket holds another word. */
size_t text_weekday(ept_str text, size_t at);

/* --- read_out_letters.c ----------------------------------------------------------------------- */

/* Reads the known word, e-mail address or letters at `at` into `out`: the end of what was read;
 * `at` when it is a foreign word, which stays. */
size_t text_read_letters(ept_buf *out, ept_str text, size_t at);
size_t text_letter_run(ept_str text, size_t at); /* number of Latin letters from `at` */

/* --- read_out_value.c ------------------------------------------------------------------------- */

/* The number of a VALUE before `counter` (NULL: none), without the counter. ordinal: behind 제. */
void text_put_value(ept_buf *out, ept_str text, const text_term *term, const text_counter *counter,
                    bool ordinal);
void text_put_month(ept_buf *out, uint64_t month); /* with 월 */
void text_put_hour(ept_buf *out, unsigned hour);   /* with 시; 0 and 24 are Sino-Korean */
/* 번 is how often when a period stands before it (하루에 3번) or an amount behind it (3번이나);
 * else it is a number: 5번 버스. */
bool text_is_how_often(ept_str text, const text_term *term);
/* A blank when `out` ends with a letter, save for 제, which is written together with a number. */
void text_put_gap(ept_buf *out);
bool text_is_ordinal(const ept_buf *out); /* ends with a 제 that begins its word: 제3조 */
int32_t text_last(const ept_buf *out);    /* its last character, -1 when it is empty */
bool text_is_syllable(int32_t code_point);

/* --- read_out_quantity.c ---------------------------------------------------------------------- */

/* Reads the number at `at`, with its sign, currency or range, into `out`: the end of what was read;
 * `at` when there is none. */
size_t text_read_quantity(ept_buf *out, ept_str text, size_t at);

#endif
