/* SPDX-License-Identifier: MIT */
/* Text with everything that is not written as it is read put into Hangul words. One pass over the
 * NFC text; what no rule knows is copied. */
#include "read_out_priv.h"

#include <string.h>

#include "epstopik/pronounce.h"
#include "text_priv.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- full-width letters and digits --------------------------------------------------------------
 */

enum { FULL_FIRST = 0xFF01, FULL_LAST = 0xFF5E, FULL_OFFSET = 0xFEE0 };

static bool is_alnum(int32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Full-width letters and digits as ASCII, and the full-width marks between two of them. */
static void fold_widths(ept_buf *out, ept_str text)
{
    bool beside = false;

    for (size_t pos = 0; pos < text.n;) {
        size_t from = pos;
        int32_t c = ept_utf8_next(text, &pos);
        bool full = c >= FULL_FIRST && c <= FULL_LAST;
        int32_t plain = full ? c - FULL_OFFSET : c;
        size_t next = pos;
        int32_t behind = ept_utf8_next(text, &next);
        bool mark = full && beside && behind >= FULL_FIRST && behind <= FULL_LAST &&
                    is_alnum(behind - FULL_OFFSET);
        if (full && (is_alnum(plain) || mark)) {
            char byte = (char)plain;
            ept_buf_add(out, &byte, 1);
        } else {
            ept_buf_add(out, text.p + from, pos - from);
        }
        beside = full && is_alnum(plain);
    }
}

/* --- symbols ------------------------------------------------------------------------------------
 */

static bool digit_before(ept_str text, size_t at)
{
    at -= at > 0 && text.p[at - 1] == ' ' ? 1 : 0;
    return at > 0 && text.p[at - 1] >= '0' && text.p[at - 1] <= '9';
}

/* + and the like between two numbers: 더하기. */
static size_t read_operator(ept_buf *out, ept_str text, size_t at)
{
    static const struct {
        const char *sign, *word;
    } operators[] = {{"+", "더하기"}, {"−", "빼기"},   {"-", "빼기"},   {"×", "곱하기"},
                     {"÷", "나누기"}, {"x", "곱하기"}, {"X", "곱하기"}, {"*", "곱하기"}};

    if (!digit_before(text, at)) {
        return at;
    }
    for (size_t i = 0; i < COUNT(operators); i++) {
        size_t end = text_skip_blank(text, at + strlen(operators[i].sign));
        if (text_has(text, at, operators[i].sign) && text_digit_run(text, end) > 0) {
            text_put_gap(out);
            ept_buf_puts(out, operators[i].word);
            ept_buf_puts(out, " ");
            return end;
        }
    }
    return at;
}

/* = between two numbers is a particle: 삼 더하기 사는 칠. */
static size_t read_equals(ept_buf *out, ept_str text, size_t at)
{
    enum { FINALS = 28 };
    size_t end = text_skip_blank(text, at + 1);

    if (text.p[at] != '=' || text_digit_run(text, end) == 0 || !digit_before(text, at)) {
        return at;
    }
    if (out->n > 0 && out->p[out->n - 1] == ' ') {
        out->p[--out->n] = '\0';
    }
    int32_t last = text_last(out);
    bool open = !text_is_syllable(last) || (last - 0xAC00) % FINALS == 0;
    ept_buf_puts(out, open ? "는 " : "은 ");
    return end;
}

/* The day of the week at `at`, 요일 behind it or not: its end, `at` for none. */
static size_t weekday_end(ept_str text, size_t at)
{
    static const char *const days[] = {"월", "화", "수", "목", "금", "토", "일"};

    for (size_t i = 0; i < COUNT(days); i++) {
        if (text_has(text, at, days[i])) {
            size_t end = at + strlen(days[i]), next = end;
            if (text_has(text, end, "요일")) {
                return end + strlen("요일");
            }
            bool alone =
                !text_is_syllable(ept_utf8_next(text, &next)) || text_has(text, end, "까지");
            return alone ? end : at;
        }
    }
    return at;
}

/* 월~금, 월요일~금요일: 월요일부터 금요일까지. `at` is the first day. */
static size_t read_weekdays(ept_buf *out, ept_str text, size_t at)
{
    size_t first = text_is_syllable(text_last(out)) ? at : weekday_end(text, at);
    size_t second = first > at && text_has(text, first, "~") ? first + 1 : first;
    size_t end = second > first ? weekday_end(text, second) : second, next = end;

    if (end == second) {
        return at;
    }
    bool bare = !text_is_syllable(ept_utf8_next(text, &next));
    ept_buf_add(out, text.p + at, strlen("월"));
    ept_buf_puts(out, bare || text_has(text, end, "까지") ? "요일부터 " : "요일에서 ");
    ept_buf_add(out, text.p + second, strlen("월"));
    ept_buf_puts(out, bare ? "요일까지" : "요일");
    return end;
}

/* A wave between two words: 서울~부산 is 서울에서 부산. */
static size_t read_wave(ept_buf *out, ept_str text, size_t at)
{
    static const char *const waves[] = {"~", "∼", "〜", "～"};

    for (size_t i = 0; i < COUNT(waves); i++) {
        if (!text_has(text, at, waves[i])) {
            continue;
        }
        size_t end = text_skip_blank(text, at + strlen(waves[i])), next = end;
        int32_t behind = ept_utf8_next(text, &next);
        bool word = text_is_syllable(behind) || is_alnum(behind) || behind == '-';
        if (!word || !text_is_syllable(text_last(out)) || (end > at + strlen(waves[i]))) {
            return at;
        }
        ept_buf_puts(out, "에서 ");
        return end;
    }
    return at;
}

/* ① to ⑳, ⑴ to ⒇, Ⅰ to Ⅻ and ⅰ to ⅻ: the number alone, so that a particle behind it still fits. */
static size_t read_enclosed(ept_buf *out, ept_str text, size_t at)
{
    static const struct {
        int32_t first, last;
    } blocks[] = {{0x2460, 0x2473}, {0x2474, 0x2487}, {0x2160, 0x216B}, {0x2170, 0x217B}};
    size_t end = at;
    int32_t c = ept_utf8_next(text, &end);

    for (size_t i = 0; i < COUNT(blocks); i++) {
        if (c >= blocks[i].first && c <= blocks[i].last) {
            text_put_gap(out);
            text_put_sino(out, (uint64_t)c - (uint64_t)blocks[i].first + 1);
            size_t counted;
            const text_counter *counter = text_counter_at(text, end, &counted);
            bool particle = counter == NULL || strcmp(counter->sign, "도") == 0;
            ept_buf_puts(out, particle || text.p[end] == ' ' ? "" : " ");
            return end;
        }
    }
    return at;
}

static size_t read_sign(ept_buf *out, ept_str text, size_t at)
{
    static const struct {
        const char *sign, *word;
    } signs[] = {{"½", "이분의 일"}, {"⅓", "삼분의 일"}, {"⅔", "삼분의 이"},   {"¼", "사분의 일"},
                 {"¾", "사분의 삼"}, {"&", "앤드"},      {"＆", "앤드"},       {"@", "골뱅이"},
                 {"＠", "골뱅이"},   {"㈜", "주식회사"}, {"(주)", "주식회사"}, {"№", "넘버"},
                 {"☎", "전화"},      {"℡", "전화"}};

    for (size_t i = 0; i < COUNT(signs); i++) {
        if (!text_has(text, at, signs[i].sign)) {
            continue;
        }
        size_t end = at + strlen(signs[i].sign), next = end;
        int32_t behind = ept_utf8_next(text, &next);
        if (signs[i].sign[0] == '(' && !text_is_syllable(behind)) {
            return at; /* (주) alone may be a note */
        }
        text_put_gap(out);
        ept_buf_puts(out, signs[i].word);
        ept_buf_puts(out, text_is_syllable(behind) || is_alnum(behind) ? " " : "");
        return end;
    }
    return at;
}

/* The sign of a unit without a number: 몇 %, kg당. Letters are a unit only behind 몇 and before 당.
 */
static size_t read_unit(ept_buf *out, ept_str text, size_t at)
{
    static const char asked[] = "몇 ";
    enum { BYTES = sizeof asked - 1 };
    size_t end;

    const text_counter *unit = text_counter_at(text, at, &end);
    if (unit == NULL || unit->word == NULL ||
        text_digit_run(text, text_skip_blank(text, end)) > 0) {
        return at;
    }
    bool behind = at >= BYTES && text_has(text, at - BYTES, asked);
    if (text_letter_run(text, at) > 0 && !behind && !text_has(text, end, "당")) {
        return at;
    }
    text_put_gap(out);
    ept_buf_puts(out, unit->word);
    return end;
}

/* # before a number is a number, before a word a hashtag. */
static size_t read_hash(ept_buf *out, ept_str text, size_t at)
{
    size_t next = at + 1, end = at + 1 + text_digit_run(text, at + 1);

    if (text.p[at] != '#') {
        return at;
    }
    if (end > at + 1) {
        text_put_gap(out);
        size_t digits;
        uint64_t value;
        end = text_whole(text, at + 1, &digits, &value);
        if (digits > TEXT_VALUE_DIGITS) {
            text_put_digits(out, (ept_str){text.p + at + 1, end - at - 1}, "공");
        } else {
            text_put_sino(out, value);
        }
        ept_buf_puts(out, " 번");
        return end;
    }
    for (int i = 0; i < 2; i++) {
        if (!text_is_syllable(ept_utf8_next(text, &next))) {
            return at;
        }
    }
    text_put_gap(out);
    ept_buf_puts(out, "해시태그 ");
    return at + 1;
}

/* --- the pass -----------------------------------------------------------------------------------
 */

/* Reads what begins at `at`; at when nothing can be read there. */
static size_t read_one(ept_buf *out, ept_str text, size_t at)
{
    typedef size_t reader(ept_buf * out, ept_str text, size_t at);
    static reader *const readers[] = {read_unit,     read_operator,      text_read_letters,
                                      read_equals,   text_read_quantity, read_wave,
                                      read_enclosed, read_hash,          read_sign};

    for (size_t i = 0; i < COUNT(readers); i++) {
        size_t end = readers[i](out, text, at);
        if (end > at) {
            return end;
        }
    }
    return at;
}

/* Blanks and points begin nothing that is read. */
static bool is_plain(char c)
{
    return c == ' ' || c == '.' || c == ',' || c == '?' || c == '!';
}

static bool is_hangul(char c)
{
    return (unsigned char)c >= 0xEA && (unsigned char)c <= 0xED;
}

static void read_all(ept_buf *out, ept_str text)
{
    for (size_t at = 0; at < text.n && !out->failed;) {
        size_t end = at;
        if (is_hangul(text.p[at])) {
            end = read_weekdays(out, text, at);
        } else if (!is_plain(text.p[at])) {
            end = read_one(out, text, at);
        }
        if (end == at) {
            size_t letters = text_letter_run(text, at);
            if (letters > 0) {
                end = at + letters;
            } else {
                (void)ept_utf8_next(text, &end);
            }
            ept_buf_add(out, text.p + at, end - at);
        }
        at = end;
    }
}

ept_status ept_text_read_out(ept_buf *out, ept_str text)
{
    ept_buf scratch = {0}, folded = {0};
    ept_str nfc;

    ept_buf_reset(out);
    ept_status st = text_nfc_view(&nfc, &scratch, text);
    if (st != EPT_OK) {
        goto done;
    }
    fold_widths(&folded, nfc);
    if ((st = ept_buf_ok(&folded)) != EPT_OK) {
        goto done;
    }
    read_all(out, (ept_str){folded.p, folded.n});
    st = ept_buf_ok(out);
done:
    ept_buf_clear(&folded);
    ept_buf_clear(&scratch);
    return st;
}
