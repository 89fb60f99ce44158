/* SPDX-License-Identifier: MIT */
/* One number as words: native before people, things and hours up to 99, else Sino-Korean; digit by
 * digit behind a leading zero; decimals digit by digit. */
#include "read_out_priv.h"

#include <string.h>

#include "epstopik/text.h"

/* --- where the output stands ------------------------------------------------------------------ */

static size_t last_start(const ept_buf *out, size_t end)
{
    while (end > 0 && ((unsigned char)out->p[end - 1] & 0xC0) == 0x80) {
        end--;
    }
    return end > 0 ? end - 1 : 0;
}

int32_t text_last(const ept_buf *out)
{
    if (out->n == 0) {
        return -1;
    }
    size_t pos = last_start(out, out->n);
    return ept_utf8_next((ept_str){out->p, out->n}, &pos);
}

bool text_is_syllable(int32_t code_point)
{
    return code_point >= 0xAC00 && code_point <= 0xD7A3;
}

static bool is_letter(int32_t c)
{
    return text_is_syllable(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool text_is_ordinal(const ept_buf *out)
{
    static const char mark[] = "제";
    enum { BYTES = sizeof mark - 1 };

    if (out->n < BYTES || memcmp(out->p + out->n - BYTES, mark, BYTES) != 0) {
        return false;
    }
    if (out->n == BYTES) {
        return true;
    }
    size_t pos = last_start(out, out->n - BYTES);
    return !is_letter(ept_utf8_next((ept_str){out->p, out->n}, &pos));
}

void text_put_gap(ept_buf *out)
{
    if (is_letter(text_last(out)) && !text_is_ordinal(out)) {
        ept_buf_puts(out, " ");
    }
}

/* --- one number ------------------------------------------------------------------------------- */

/* ".14" from `at` to `to`: 점일사. */
static void put_points(ept_buf *out, ept_str text, size_t at, size_t to)
{
    while (at < to && text.p[at] == '.') {
        size_t run = text_digit_run(text, at + 1);
        ept_buf_puts(out, "점");
        text_put_digits(out, (ept_str){text.p + at + 1, run}, "영");
        at += 1 + run;
    }
}

static bool drops_one(ept_str text, size_t at, bool first)
{
    return text_has(text, at, "십") || text_has(text, at, "백") || text_has(text, at, "천") ||
           (first && text_has(text, at, "만"));
}

/* Digits with 십 백 천 만 억 조 between them: 1만 2천 is 만 이천. */
static void put_scaled(ept_buf *out, ept_str text, const text_term *term)
{
    bool gap = false;

    for (size_t at = term->from; at < term->to;) {
        size_t next = at;
        int32_t c = ept_utf8_next(text, &next);
        if (c >= '0' && c <= '9') {
            size_t digits;
            uint64_t value;
            next = text_whole(text, at, &digits, &value);
            ept_buf_puts(out, gap ? " " : "");
            if (digits > TEXT_VALUE_DIGITS) {
                text_put_digits(out, (ept_str){text.p + at, next - at}, "공");
            } else if (value != 1 || !drops_one(text, next, at == term->from)) {
                text_put_sino(out, value);
            }
        } else if (c == '.') {
            next = at + 1 + text_digit_run(text, at + 1);
            put_points(out, text, at, next);
        } else if (c != ' ') {
            ept_buf_add(out, text.p + at, next - at);
            gap = text_has(text, at, "만") || text_has(text, at, "억") || text_has(text, at, "조");
        }
        at = next;
    }
}

/* Native numbers are said up to `native_to` of what is counted; 3 and 4 have forms of their own. */
static void put_native(ept_buf *out, unsigned value, text_counting counting)
{
    if (counting == TEXT_COUNT_ORDER && value == 1) {
        ept_buf_puts(out, "첫");
    } else if (counting == TEXT_COUNT_SEO && (value == 3 || value == 4)) {
        ept_buf_puts(out, value == 3 ? "서" : "너");
    } else if (counting == TEXT_COUNT_SEOK && (value == 3 || value == 4)) {
        ept_buf_puts(out, value == 3 ? "석" : "넉");
    } else {
        text_put_native(out, value);
    }
}

static bool any_ends(ept_str text, size_t to, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t n = strlen(words[i]);
        if (to >= n && memcmp(text.p + to - n, words[i], n) == 0) {
            return true;
        }
    }
    return false;
}

static bool any_starts(ept_str text, size_t at, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (text_has(text, at, words[i])) {
            return true;
        }
    }
    return false;
}
#define COUNT(words) (sizeof(words) / sizeof *(words))

bool text_is_how_often(ept_str text, const text_term *term)
{
    static const char *const before[] = {"하루", "하루에", "주일에", "주에", "달에",
                                         "년에", "시간에", "개월에", "매일", "매주",
                                         "매달", "매년",   "총",     "모두"};
    static const char *const behind[] = {"이나", "씩", " 이상", " 정도", " 더", "이상", "정도"};
    size_t to = term->from > 0 && text.p[term->from - 1] == ' ' ? term->from - 1 : term->from;

    return any_ends(text, to, before, COUNT(before)) ||
           any_starts(text, term->end, behind, COUNT(behind));
}

static bool is_native(ept_str text, const text_term *term, const text_counter *counter)
{
    if (counter == NULL || term->value == 0 || term->value > counter->native_to ||
        term->to > term->whole_to || term->zeros || term->digits > TEXT_VALUE_DIGITS) {
        return counter != NULL && counter->counting == TEXT_COUNT_HOUR && term->value > 0 &&
               term->value <= counter->native_to && term->to == term->whole_to;
    }
    switch (counter->counting) {
    case TEXT_COUNT_TIMES:
        return text_is_how_often(text, term);
    case TEXT_COUNT_DECADE:
        return term->value % 10 != 0; /* 20대 are people in their twenties */
    case TEXT_COUNT_NATIVE:
    case TEXT_COUNT_HOUR:
    case TEXT_COUNT_ORDER:
    case TEXT_COUNT_SEO:
    case TEXT_COUNT_SEOK:
        return true;
    case TEXT_COUNT_NOTHING:
    case TEXT_COUNT_SINO:
    case TEXT_COUNT_CALENDAR:
    case TEXT_COUNT_MONTH:
    case TEXT_COUNT_JOINED:
        break;
    }
    return false;
}

static bool drops_zeros(const text_counter *counter)
{
    return counter != NULL &&
           (counter->counting == TEXT_COUNT_CALENDAR || counter->counting == TEXT_COUNT_MONTH ||
            counter->counting == TEXT_COUNT_HOUR);
}

void text_put_value(ept_buf *out, ept_str text, const text_term *term, const text_counter *counter,
                    bool ordinal)
{
    if (term->scaled) {
        put_scaled(out, text, term);
    } else if (!ordinal && is_native(text, term, counter)) {
        put_native(out, (unsigned)term->value, counter->counting);
    } else if (term->digits > TEXT_VALUE_DIGITS || (term->zeros && !drops_zeros(counter))) {
        ept_str digits = {text.p + term->from, term->whole_to - term->from};
        text_put_digits(out, digits, term->to > term->whole_to ? "영" : "공");
        put_points(out, text, term->whole_to, term->to);
    } else {
        text_put_sino(out, term->value);
        put_points(out, text, term->whole_to, term->to);
    }
}

void text_put_month(ept_buf *out, uint64_t month)
{
    if (month == 6 || month == 10) {
        ept_buf_puts(out, month == 6 ? "유" : "시");
    } else {
        text_put_sino(out, month);
        ept_buf_puts(out, " ");
    }
    ept_buf_puts(out, "월");
}

void text_put_hour(ept_buf *out, unsigned hour)
{
    if (hour == 0 || hour > 12) {
        text_put_sino(out, hour);
    } else {
        text_put_native(out, hour);
    }
    ept_buf_puts(out, " 시");
}
