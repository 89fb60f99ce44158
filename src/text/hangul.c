/* SPDX-License-Identifier: MIT */
/* How many syllables a Korean line has when it is spoken, its numbers as Sino-Korean words. */
#include "read_out_priv.h"
#include "text_priv.h"

enum {
    PERCENT_SYLLABLES = 3, /* 퍼센트 */
    FULLWIDTH_PERCENT = 0xFF05,
};

bool ept_text_is_hangul(int32_t code_point)
{
    return (code_point >= 0xAC00 && code_point <= 0xD7A3)     /* syllables */
           || (code_point >= 0x1100 && code_point <= 0x11FF)  /* jamo */
           || (code_point >= 0x3130 && code_point <= 0x318F)  /* compatibility jamo */
           || (code_point >= 0xA960 && code_point <= 0xA97F)  /* old initials */
           || (code_point >= 0xD7B0 && code_point <= 0xD7FF); /* old medials and finals */
}

static bool is_initial(int32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0xA960 && c <= 0xA97F);
}

static bool is_medial(int32_t c)
{
    return (c >= 0x1160 && c <= 0x11A7) || (c >= 0xD7B0 && c <= 0xD7C6);
}

static bool is_final(int32_t c)
{
    return (c >= 0x11A8 && c <= 0x11FF) || (c >= 0xD7CB && c <= 0xD7FF);
}

/* False for a conjoining jamo that belongs to the syllable of the character before it. */
static bool starts_syllable(int32_t c, int32_t before)
{
    if (is_medial(c)) {
        return !is_initial(before);
    }
    if (is_final(c)) {
        return !is_medial(before) && !(before >= 0xAC00 && before <= 0xD7A3);
    }
    return ept_text_is_hangul(c);
}

/* 0-9, also full-width; -1 for anything else. */
static int digit_of(int32_t c)
{
    if (c >= '0' && c <= '9') {
        return (int)(c - '0');
    }
    return c >= 0xFF10 && c <= 0xFF19 ? (int)(c - 0xFF10) : -1;
}

static bool digit_at(ept_str text, size_t pos)
{
    return digit_of(ept_utf8_next(text, &pos)) >= 0;
}

/* Syllables of a value of 1 to 16 digits: 12,500 is 만 이천오백, 5. */
static size_t value_syllables(const unsigned char *digits, size_t n)
{
    char word[TEXT_SINO_BYTES];
    uint64_t value = 0;
    size_t count = 0, pos = 0;

    for (size_t i = 0; i < n; i++) {
        value = value * 10 + digits[i];
    }
    ept_str text = {word, text_sino(word, value)};
    for (int32_t c; (c = ept_utf8_next(text, &pos)) != -1;) {
        count += c != ' ' ? 1 : 0;
    }
    return count;
}

/* A run of digits, commas between groups of three taken in. */
typedef struct digit_run {
    unsigned char digits[TEXT_VALUE_DIGITS];
    size_t n; /* all of them, also those that did not fit */
} digit_run;

static digit_run take_digits(ept_str text, size_t *pos)
{
    digit_run run = {{0}, 0};

    for (;;) {
        size_t next = *pos;
        int32_t c = ept_utf8_next(text, &next);
        if (c == ',' && run.n > 0) {
            size_t look = next;
            size_t tail = 0;
            while (digit_of(ept_utf8_next(text, &look)) >= 0) {
                tail++;
            }
            if (tail != 3) {
                return run;
            }
            *pos = next;
            continue;
        }
        int digit = digit_of(c);
        if (digit < 0) {
            return run;
        }
        if (run.n < TEXT_VALUE_DIGITS) {
            run.digits[run.n] = (unsigned char)digit;
        }
        run.n++;
        *pos = next;
    }
}

/* One number starting at *pos, with its decimals, hyphen-joined groups and percent sign. clock: it
 * stands beside a colon, where 05 is 오. */
static size_t number_syllables(ept_str text, size_t *pos, bool clock)
{
    digit_run run = take_digits(text, pos);
    size_t after = *pos;
    int32_t next = ept_utf8_next(text, &after);

    if (next == '-' && digit_at(text, after)) {
        size_t count = run.n;
        while (next == '-' && digit_at(text, after)) {
            *pos = after;
            run = take_digits(text, pos);
            count += run.n;
            after = *pos;
            next = ept_utf8_next(text, &after);
        }
        return count;
    }
    bool serial = run.n > 1 && run.digits[0] == 0 && !clock && next != ':'; /* 007 */
    size_t count = serial || run.n > TEXT_VALUE_DIGITS ? run.n : value_syllables(run.digits, run.n);
    if (next == '.' && digit_at(text, after)) {
        *pos = after;
        run = take_digits(text, pos);
        count += 1 + run.n; /* 점, then digit by digit */
        after = *pos;
        next = ept_utf8_next(text, &after);
    }
    return count + (next == '%' || next == FULLWIDTH_PERCENT ? PERCENT_SYLLABLES : 0);
}

size_t ept_text_syllables(ept_str text)
{
    size_t count = 0, start = 0, pos = 0;
    int32_t before = -1, c;

    while ((c = ept_utf8_next(text, &pos)) != -1) {
        if (digit_of(c) >= 0) {
            pos = start;
            count += number_syllables(text, &pos, before == ':');
        } else if (starts_syllable(c, before)) {
            count++;
        }
        before = c;
        start = pos;
    }
    return count;
}
