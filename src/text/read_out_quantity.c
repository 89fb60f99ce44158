/* SPDX-License-Identifier: MIT */
/* Numbers with what they count as words: 세 시 십오 분. A range is "에서"; of hours and days "부터
 * ... 까지" when no other particle is attached. Two neighbouring numbers of things or of a length
 * of time are an estimate: 서너 명, 이삼 일. */
#include "read_out_priv.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- one term --------------------------------------------------------------------------------- */

static void put_clock(ept_buf *out, const unsigned parts[3])
{
    static const char *const units[] = {" 분", " 초"};

    text_put_hour(out, parts[0]);
    for (size_t i = 0; i < COUNT(units); i++) {
        if (parts[i + 1] > 0) {
            ept_buf_puts(out, " ");
            text_put_sino(out, parts[i + 1]);
            ept_buf_puts(out, units[i]);
        }
    }
}

static void put_date(ept_buf *out, const unsigned parts[3])
{
    if (parts[0] > 0) {
        text_put_sino(out, parts[0]);
        ept_buf_puts(out, " 년 ");
    }
    text_put_month(out, parts[1]);
    if (parts[2] > 0) {
        ept_buf_puts(out, " ");
        text_put_sino(out, parts[2]);
        ept_buf_puts(out, " 일");
    }
}

/* Each group by itself: 공일공 일이삼사 오육칠팔. */
static void put_groups(ept_buf *out, ept_str text, const text_term *term)
{
    for (size_t at = term->from; at < term->to; at++) {
        size_t run = text_digit_run(text, at);
        ept_buf_puts(out, at > term->from ? " " : "");
        text_put_digits(out, (ept_str){text.p + at, run}, "공");
        at += run;
    }
}

static void put_two(ept_buf *out, uint64_t first, const char *between, uint64_t second)
{
    text_put_sino(out, first);
    ept_buf_puts(out, between);
    text_put_sino(out, second);
}

static void put_counter(ept_buf *out, const text_counter *counter)
{
    if (counter != NULL) {
        ept_buf_puts(out, counter->counting == TEXT_COUNT_JOINED ? "" : " ");
        ept_buf_puts(out, text_counter_word(counter));
    }
}

/* The number and `counter`, which may come from the other end of a range. */
static void put_term(ept_buf *out, ept_str text, const text_term *term, const text_counter *counter,
                     bool ordinal)
{
    switch (term->shape) {
    case TEXT_SHAPE_VALUE:
        if (counter != NULL && counter->counting == TEXT_COUNT_MONTH && !ordinal &&
            (term->value == 6 || term->value == 10) && term->to == term->whole_to) {
            text_put_month(out, term->value);
            return;
        }
        text_put_value(out, text, term, counter, ordinal);
        break;
    case TEXT_SHAPE_CLOCK:
        put_clock(out, term->parts);
        break;
    case TEXT_SHAPE_DATE:
        put_date(out, term->parts);
        break;
    case TEXT_SHAPE_SERIAL:
        put_groups(out, text, term);
        break;
    case TEXT_SHAPE_BRANCH:
        put_two(out, term->value, " 다시 ", term->other);
        break;
    case TEXT_SHAPE_FRACTION:
        if (counter != NULL && strcmp(counter->sign, "분기") == 0) {
            put_two(out, term->value, " ", term->other); /* 3/4분기 is 삼 사분기 */
            ept_buf_puts(out, counter->sign);
            return;
        }
        put_two(out, term->other, "분의 ", term->value);
        break;
    case TEXT_SHAPE_SCORE:
        put_two(out, term->value, " 대 ", term->other);
        break;
    }
    put_counter(out, counter);
}

/* --- numbers to call -------------------------------------------------------------------------- */

/* Emergency and help lines: said digit by digit wherever they stand without a counter. */
static bool is_known_line(uint64_t value)
{
    static const unsigned lines[] = {112,  113,  114,  117,  118,  119,  125,  182,
                                     1330, 1332, 1345, 1350, 1355, 1366, 1388, 1399};

    for (size_t i = 0; i < COUNT(lines); i++) {
        if (lines[i] == value) {
            return true;
        }
    }
    return false;
}

static bool is_called(ept_str text, const text_term *term)
{
    static const char *const ways[] = {"에", "로", "으로"};
    static const char *const calls[] = {" 전화", " 신고", " 연락", " 문의", " 상담"};

    for (size_t i = 0; i < COUNT(ways); i++) {
        for (size_t k = 0; k < COUNT(calls); k++) {
            if (text_has(text, term->end, ways[i]) &&
                text_has(text, term->end + strlen(ways[i]), calls[k])) {
                return true;
            }
        }
    }
    return false;
}

/* 번호 1234, 내선 123. */
static bool is_named(ept_str text, size_t from)
{
    static const char *const names[] = {"번호 ", "번호: ", "번호는 ", "번호가 ",
                                        "내선 ", "전화 ",  "☎ "};

    for (size_t i = 0; i < COUNT(names); i++) {
        size_t n = strlen(names[i]);
        if (from >= n && text_has(text, from - n, names[i])) {
            return true;
        }
    }
    return false;
}

/* 119 as digits: a known line, or a number of three digits or more that is called or stands behind
 * the word 번호; 119명 is none. */
static bool is_line(ept_str text, const text_term *term)
{
    bool plain = term->shape == TEXT_SHAPE_VALUE && term->to == term->from + term->digits &&
                 term->digits >= 3;

    if (!plain || (term->counter != NULL && (term->counter->counting != TEXT_COUNT_TIMES ||
                                             text_is_how_often(text, term)))) {
        return false;
    }
    bool short_enough = term->digits <= 4;
    return (short_enough && (is_known_line(term->value) || is_called(text, term))) ||
           is_named(text, term->from);
}

/* --- what stands before a number ---------------------------------------------------------------
 */

static const struct {
    const char *sign, *word;
} SIGNS[] = {{"-", "마이너스"}, {"−", "마이너스"}, {"+", "플러스"}, {"±", "플러스마이너스"}},
  MONEY[] = {{"₩", "원"}, {"￦", "원"},  {"$", "달러"},   {"€", "유로"},
             {"¥", "엔"}, {"₸", "텡게"}, {"₽", "루블"}, {"£", "파운드"}};

/* A sign belongs to the number unless it stands behind a word or another number. */
static const char *sign_at(ept_str text, size_t at, size_t *end)
{
    for (size_t i = 0; i < COUNT(SIGNS); i++) {
        size_t n = strlen(SIGNS[i].sign);
        if (text_has(text, at, SIGNS[i].sign) && text_digit_run(text, at + n) > 0) {
            *end = at + n;
            return SIGNS[i].word;
        }
    }
    return NULL;
}

static const char *money_at(ept_str text, size_t at, size_t *end)
{
    for (size_t i = 0; i < COUNT(MONEY); i++) {
        size_t n = strlen(MONEY[i].sign);
        if (text_has(text, at, MONEY[i].sign)) {
            *end = text_skip_blank(text, at + n);
            return text_digit_run(text, *end) > 0 ? MONEY[i].word : NULL;
        }
    }
    return NULL;
}

/* True when the text says it itself: 시속 60km/h; 영하 5℃ and 영상 5℃ need no 섭씨 either. */
static bool is_said(const ept_buf *out, const char *before)
{
    const char *const words[] = {before, "영하", "영상"};

    for (size_t i = 0; i < COUNT(words); i++) {
        size_t n = strlen(words[i]);
        if (out->n > n && out->p[out->n - 1] == ' ' &&
            memcmp(out->p + out->n - 1 - n, words[i], n) == 0) {
            return true;
        }
    }
    return false;
}

/* What is said before the number: the sign of a temperature is 영하, and 섭씨 is left out then. */
static void put_before(ept_buf *out, const char *sign, const text_counter *counter)
{
    bool degrees = counter != NULL && strcmp(text_counter_word(counter), "도") == 0;

    if (sign != NULL) {
        bool below = degrees && strcmp(sign, "마이너스") == 0;
        ept_buf_puts(out, below ? "영하" : sign);
        ept_buf_puts(out, " ");
    } else if (counter != NULL && counter->before != NULL && !is_said(out, counter->before)) {
        ept_buf_puts(out, counter->before);
        ept_buf_puts(out, " ");
    }
}

/* --- ranges ----------------------------------------------------------------------------------- */

/* The mark of a range at `at`: where the second number begins; `at` for none. *loose: a hyphen
 * between blanks or a comma, which is a range only when the numbers say so. */
static size_t range_mark(ept_str text, size_t at, bool *loose)
{
    static const char *const marks[] = {"~", "∼", "〜", "～", "–", "-"};
    size_t from = text_skip_blank(text, at);

    *loose = true;
    if (text_has(text, at, ",")) {
        return at + 1;
    }
    for (size_t i = 0; i < COUNT(marks); i++) {
        if (text_has(text, from, marks[i])) {
            *loose = i == COUNT(marks) - 1 && from > at;
            return text_skip_blank(text, from + strlen(marks[i]));
        }
    }
    return at;
}

static bool is_whole(const text_term *term)
{
    return term->shape == TEXT_SHAPE_VALUE && !term->scaled && term->to == term->whole_to;
}

/* 3~4명: two neighbours below ten, the counter behind the second alone. */
static bool is_estimate(ept_str text, const text_term *first, const text_term *second)
{
    const text_counter *counter = second->counter;

    if (!is_whole(first) || !is_whole(second) || second->sign != NULL || first->counter != NULL ||
        counter == NULL || first->value == 0 || second->value != first->value + 1 ||
        second->value > 9) {
        return false;
    }
    bool times = counter->counting == TEXT_COUNT_TIMES && text_is_how_often(text, first);
    bool day = first->from >= 4 && text_has(text, first->from - 4, "월 "); /* 11월 3~4일 */
    return counter->counting == TEXT_COUNT_NATIVE || times || (counter->spans && !day);
}

static void put_estimate(ept_buf *out, const text_term *first, const text_term *second)
{
    static const char *const native[] = {"",       "한두",   "두세",     "서너",    "네다섯",
                                         "대여섯", "예닐곱", "일고여덟", "여덟아홉"};
    if (second->counter->spans) {
        text_put_sino(out, first->value);
        text_put_sino(out, second->value);
    } else {
        ept_buf_puts(out, native[first->value]);
    }
    put_counter(out, second->counter);
}

static bool is_moment(const text_term *term, const text_counter *counter)
{
    return term->shape == TEXT_SHAPE_CLOCK || term->shape == TEXT_SHAPE_DATE ||
           (counter != NULL && counter->counting == TEXT_COUNT_HOUR);
}

static size_t put_range(ept_buf *out, ept_str text, const text_term *first, const text_term *second,
                        bool ordinal)
{
    const text_counter *counter = first->counter != NULL ? first->counter : second->counter;
    size_t pos = second->end;
    bool until = text_has(text, pos, "까지");
    bool bare = !text_is_syllable(ept_utf8_next(text, &pos));
    bool moments = is_moment(first, counter) && is_moment(second, second->counter);

    put_term(out, text, first, first->shape == TEXT_SHAPE_VALUE ? counter : first->counter,
             ordinal);
    ept_buf_puts(out, moments && (until || bare) ? "부터 " : "에서 ");
    if (second->sign != NULL) {
        put_before(out, second->sign, second->counter);
    }
    put_term(out, text, second, second->counter, ordinal);
    ept_buf_puts(out, moments && bare ? "까지" : "");
    return second->end;
}

/* A day of the week in brackets behind a date: (일) is 일요일. */
static size_t put_weekday(ept_buf *out, ept_str text, const text_term *term)
{
    bool day = term->shape == TEXT_SHAPE_DATE ||
               (term->counter != NULL && strcmp(term->counter->sign, "일") == 0);
    size_t at = text_skip_blank(text, term->end), n = text_weekday(text, at);

    if (!day || n == 0) {
        return term->end;
    }
    ept_buf_add(out, text.p + term->end, at + n - term->end);
    ept_buf_puts(out, "요일)");
    return at + n + 1;
}

/* The second number of a range that `first` begins. */
static bool take_range(text_term *second, ept_str text, const text_term *first)
{
    bool loose;
    size_t at = range_mark(text, first->end, &loose), from = at;

    if (at == first->end) {
        return false;
    }
    const char *sign = sign_at(text, at, &from);
    if (text_digit_run(text, from) == 0) {
        return false;
    }
    *second = text_term_at(text, from);
    second->sign = sign;
    if (!loose) {
        return true;
    }
    if (text_has(text, first->end, ",")) {
        return is_estimate(text, first, second);
    }
    return second->counter != NULL || (is_moment(first, NULL) && is_moment(second, NULL));
}

/* 9:00 AM: said before the hour. Returns the end of the letters. */
static size_t put_half_day(ept_buf *out, ept_str text, const text_term *term)
{
    static const struct {
        const char *sign, *word;
    } halves[] = {{"AM", "오전 "}, {"PM", "오후 "}, {"am", "오전 "}, {"pm", "오후 "}};
    size_t at = text_skip_blank(text, term->end);

    for (size_t i = 0; i < COUNT(halves) && term->shape == TEXT_SHAPE_CLOCK; i++) {
        if (text_has(text, at, halves[i].sign) && text_letter_run(text, at) == 2) {
            ept_buf_puts(out, halves[i].word);
            return at + 2;
        }
    }
    return term->end;
}

/* One number that is no range. */
static size_t put_single(ept_buf *out, ept_str text, text_term *term, const char *money)
{
    bool ordinal = text_is_ordinal(out);

    if (is_line(text, term)) {
        text_put_digits(out, (ept_str){text.p + term->from, term->digits}, "공");
        put_counter(out, term->counter);
        return term->end;
    }
    term->end = put_half_day(out, text, term);
    put_term(out, text, term, term->counter, ordinal);
    if (money != NULL && term->counter == NULL) {
        ept_buf_puts(out, " ");
        ept_buf_puts(out, money);
    }
    return put_weekday(out, text, term);
}

size_t text_read_quantity(ept_buf *out, ept_str text, size_t at)
{
    size_t from = at;
    const char *sign = sign_at(text, at, &from);
    const char *money = sign == NULL ? money_at(text, at, &from) : NULL;

    if (text_digit_run(text, from) == 0) {
        return at;
    }
    text_term first = text_term_at(text, from), second;
    bool range = money == NULL && take_range(&second, text, &first);
    bool ordinal = text_is_ordinal(out);
    first.sign = sign;
    text_put_gap(out);
    if (range && is_estimate(text, &first, &second)) {
        put_estimate(out, &first, &second);
        return second.end;
    }
    put_before(out, sign, first.counter != NULL || !range ? first.counter : second.counter);
    return range ? put_range(out, text, &first, &second, ordinal)
                 : put_single(out, text, &first, money);
}
