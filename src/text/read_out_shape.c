/* SPDX-License-Identifier: MIT */
/* The shapes in which numbers are written: dates before clocks, clocks before phone numbers, those
 * before fractions, a plain value last. What could be two things: 1/2 is a fraction, but 11/22, 5/1
 * and 03/04 are days; 12-3 is a house unless something is counted. */
#include "read_out_priv.h"

#include <string.h>

enum {
    YEAR_DIGITS = 4,
    YEAR_MIN = 1900,
    YEAR_MAX = 2099,
    MONTHS = 12,
    DAYS = 31,
    SERIAL_DIGITS = 7, /* as many digits in groups make a number that identifies something */
};

static bool is_digit(ept_str text, size_t at)
{
    return at < text.n && text.p[at] >= '0' && text.p[at] <= '9';
}

static bool is_byte(ept_str text, size_t at, char byte)
{
    return at < text.n && text.p[at] == byte;
}

bool text_has(ept_str text, size_t at, const char *word)
{
    size_t n = strlen(word);

    return at <= text.n && text.n - at >= n && memcmp(text.p + at, word, n) == 0;
}

size_t text_digit_run(ept_str text, size_t at)
{
    size_t n = 0;

    while (is_digit(text, at + n)) {
        n++;
    }
    return n;
}

/* The value of at most TEXT_VALUE_DIGITS digits. */
static uint64_t value_of(ept_str text, size_t from, size_t to)
{
    uint64_t value = 0;

    for (size_t i = from; i < to; i++) {
        if (text.p[i] != ',') {
            value = value * 10 + (uint64_t)(text.p[i] - '0');
        }
    }
    return value;
}

/* 1 or 2 digits that are a value of min..max: their number, else 0. */
static size_t small_at(ept_str text, size_t at, unsigned min, unsigned max, unsigned *value)
{
    size_t n = text_digit_run(text, at);

    if (n < 1 || n > 2) {
        return 0;
    }
    *value = (unsigned)value_of(text, at, at + n);
    return *value >= min && *value <= max ? n : 0;
}

size_t text_skip_blank(ept_str text, size_t at)
{
    return is_byte(text, at, ' ') ? at + 1 : at;
}

/* --- dates ------------------------------------------------------------------------------------ */

/* Behind "2026. 11. 22": takes in a last point that is not the sentence's. */
static size_t last_point(ept_str text, size_t at)
{
    return is_byte(text, at, '.') && at + 1 < text.n && text.p[at + 1] != '\n' ? at + 1 : at;
}

static bool year_date(text_term *term, ept_str text, size_t at)
{
    size_t n;

    if (text_digit_run(text, at) != YEAR_DIGITS) {
        return false;
    }
    term->parts[0] = (unsigned)value_of(text, at, at + YEAR_DIGITS);
    size_t pos = at + YEAR_DIGITS;
    if (term->parts[0] < YEAR_MIN || term->parts[0] > YEAR_MAX || pos == text.n ||
        strchr("-./", text.p[pos]) == NULL) {
        return false;
    }
    char mark = text.p[pos];
    size_t month = mark == '.' ? text_skip_blank(text, pos + 1) : pos + 1;
    n = small_at(text, month, 1, MONTHS, &term->parts[1]);
    if (n == 0) {
        return false;
    }
    size_t behind = month + n;
    if (is_byte(text, behind, mark)) {
        size_t day = mark == '.' ? text_skip_blank(text, behind + 1) : behind + 1;
        size_t day_n = small_at(text, day, 1, DAYS, &term->parts[2]);
        if (day_n > 0) {
            term->to = mark == '.' ? last_point(text, day + day_n) : day + day_n;
            return true;
        }
        if (is_digit(text, behind + 1)) {
            return false;
        }
    }
    if (n < 2 && month == pos + 1) {
        return false; /* 2026.1 is a number */
    }
    term->parts[2] = 0;
    term->to = month > pos + 1 ? last_point(text, behind) : behind;
    return mark != '/';
}

size_t text_weekday(ept_str text, size_t at)
{
    static const char *const days[] = {"(월", "(화", "(수", "(목", "(금", "(토", "(일"};

    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        if (text_has(text, at, days[i])) {
            size_t n = strlen(days[i]);
            return is_byte(text, at + n, ')') ? n : 0;
        }
    }
    return 0;
}

/* 11/22, 11. 22.(일). */
static bool short_date(text_term *term, ept_str text, size_t at)
{
    size_t n = small_at(text, at, 1, MONTHS, &term->parts[1]), pos = at + n;

    if (n == 0 || pos == text.n || strchr("./", text.p[pos]) == NULL) {
        return false;
    }
    bool point = text.p[pos] == '.';
    size_t day = point ? text_skip_blank(text, pos + 1) : pos + 1;
    size_t day_n = small_at(text, day, 1, DAYS, &term->parts[2]), end = day + day_n;
    if (day_n == 0 || is_byte(text, end, '/')) {
        return false;
    }
    end = point && is_byte(text, end, '.') ? end + 1 : end;
    bool proper = term->parts[1] < term->parts[2] && term->parts[2] <= MONTHS;
    bool fraction = proper && text.p[at] != '0' && text.p[day] != '0';
    if (text_weekday(text, text_skip_blank(text, end)) == 0 && (point || fraction)) {
        return false;
    }
    term->parts[0] = 0;
    term->to = end;
    return true;
}

/* --- clocks, groups of digits, fractions ------------------------------------------------------ */

static bool clock_time(text_term *term, ept_str text, size_t at)
{
    size_t n = small_at(text, at, 0, 24, &term->parts[0]), pos = at + n;

    if (n == 0 || !is_byte(text, pos, ':') || text_digit_run(text, pos + 1) != 2 ||
        small_at(text, pos + 1, 0, 59, &term->parts[1]) == 0) {
        return false;
    }
    term->to = pos + 3;
    term->parts[2] = 0;
    if (is_byte(text, term->to, ':') && text_digit_run(text, term->to + 1) == 2 &&
        small_at(text, term->to + 1, 0, 59, &term->parts[2]) != 0) {
        term->to += 3;
    }
    return true;
}

/* Groups of digits with hyphens between them. Two short groups may be a house or a range. */
static bool digit_groups(text_term *term, ept_str text, size_t at)
{
    size_t run = text_digit_run(text, at), pos = at + run, digits = run, groups = 1, second = 0;

    while (is_byte(text, pos, '-') && is_digit(text, pos + 1)) {
        run = text_digit_run(text, pos + 1);
        second = groups == 1 ? pos + 1 : second;
        pos += 1 + run;
        digits += run;
        groups++;
    }
    if (groups == 1) {
        return false;
    }
    term->to = pos;
    if (groups > 2 || digits >= SERIAL_DIGITS || text.p[at] == '0') {
        term->shape = TEXT_SHAPE_SERIAL;
        return true;
    }
    size_t end;
    const text_counter *counter = text_counter_at(text, pos, &end);
    if (counter != NULL && strcmp(counter->sign, "번지") != 0 && strcmp(counter->sign, "호") != 0) {
        return false; /* 3-4명 */
    }
    term->shape = TEXT_SHAPE_BRANCH;
    term->value = value_of(text, at, second - 1);
    term->other = value_of(text, second, pos);
    return true;
}

/* 1/2 and 3:2: two short numbers with `mark` between them and no third. */
static bool two_numbers(text_term *term, ept_str text, size_t at, char mark)
{
    enum { MOST = 4 };
    size_t n = text_digit_run(text, at), pos = at + n;

    if (n > MOST || !is_byte(text, pos, mark)) {
        return false;
    }
    size_t second = text_digit_run(text, pos + 1);
    term->to = pos + 1 + second;
    if (second == 0 || second > MOST || is_byte(text, term->to, mark)) {
        return false;
    }
    term->value = value_of(text, at, pos);
    term->other = value_of(text, pos + 1, term->to);
    return mark != '/' || term->other > 0;
}

/* --- plain values ----------------------------------------------------------------------------- */

/* 만 천 and the like behind digits: bytes, 0 when there is none. 조 is a trillion only before more
 * of the number or money, else it is an article of a law or a team. */
static size_t scale_at(ept_str text, size_t at)
{
    static const char *const scales[] = {"십", "백", "천", "만", "억"};

    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        if (text_has(text, at, scales[i])) {
            return strlen(scales[i]);
        }
    }
    if (text_has(text, at, "조")) {
        size_t next = text_skip_blank(text, at + strlen("조"));
        if (text_has(text, next, "원") || text_has(text, next, "달러")) {
            return strlen("조");
        }
        next += text_digit_run(text, next);
        if (text_has(text, next, "억") || text_has(text, next, "천억") ||
            text_has(text, next, "백억")) {
            return strlen("조");
        }
    }
    return 0;
}

size_t text_whole(ept_str text, size_t at, size_t *digits, uint64_t *value)
{
    enum { GROUP = 3 };
    size_t end = at + text_digit_run(text, at);

    *digits = end - at;
    bool short_first = *digits <= GROUP;
    while (short_first && is_byte(text, end, ',') && text_digit_run(text, end + 1) == GROUP) {
        end += 1 + GROUP;
        *digits += GROUP;
    }
    *value = *digits <= TEXT_VALUE_DIGITS ? value_of(text, at, end) : 0;
    return end;
}

/* End of ".14" (and of more of them) behind `at`. */
static size_t point_end(ept_str text, size_t at)
{
    while (is_byte(text, at, '.') && is_digit(text, at + 1)) {
        at += 1 + text_digit_run(text, at + 1);
    }
    return at;
}

static void plain_value(text_term *term, ept_str text, size_t at)
{
    term->shape = TEXT_SHAPE_VALUE;
    term->whole_to = text_whole(text, at, &term->digits, &term->value);
    term->zeros = term->digits > 1 && text.p[at] == '0';
    term->to = point_end(text, term->whole_to);
    size_t scale = scale_at(text, term->to);
    while (scale > 0) {
        term->scaled = true;
        term->to += scale;
        scale = scale_at(text, term->to); /* 천만 */
        if (scale > 0) {
            continue;
        }
        size_t digits, next = text_skip_blank(text, term->to);
        uint64_t value;
        if (!is_digit(text, next)) {
            break;
        }
        size_t more = point_end(text, text_whole(text, next, &digits, &value));
        scale = scale_at(text, more);
        if (next > term->to && scale == 0) {
            size_t end;
            const text_counter *money = text_counter_at(text, more, &end);
            if (money == NULL || strcmp(money->sign, "원") != 0) {
                break; /* 5만 3개: two numbers */
            }
        }
        term->to = more;
    }
}

text_term text_term_at(ept_str text, size_t at)
{
    text_term term = {.from = at};

    if (year_date(&term, text, at) || short_date(&term, text, at)) {
        term.shape = TEXT_SHAPE_DATE;
    } else if (clock_time(&term, text, at)) {
        term.shape = TEXT_SHAPE_CLOCK;
    } else if (digit_groups(&term, text, at)) {
        /* its shape is told already */
    } else if (two_numbers(&term, text, at, '/')) {
        term.shape = TEXT_SHAPE_FRACTION;
    } else if (two_numbers(&term, text, at, ':')) {
        term.shape = TEXT_SHAPE_SCORE;
    } else {
        plain_value(&term, text, at);
    }
    term.counter = text_counter_at(text, term.to, &term.end);
    if (term.counter == NULL) {
        term.end = term.to;
    } else if (term.shape == TEXT_SHAPE_CLOCK && strcmp(term.counter->sign, "분") == 0) {
        term.counter = NULL; /* the 분 of 10:30분 is said already */
    }
    return term;
}
