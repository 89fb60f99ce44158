/* SPDX-License-Identifier: MIT */
/* Number words, Sino-Korean and native. Sino-Korean numbers have a blank behind each 만 억 조
 * (Hangul orthography, article 44); 일 is not said before 십 백 천 and a leading 만, but before 억
 * and 조. */
#include "read_out_priv.h"

#include <string.h>

enum { GROUP = 10000, GROUPS = 4, GROUP_DIGITS = 4 };

static const char *const SINO[10] = {"영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"};

static size_t put(char *dst, size_t n, const char *word)
{
    size_t bytes = strlen(word);

    memcpy(dst + n, word, bytes + 1);
    return n + bytes;
}

/* A value of 1..9999. */
static size_t put_group(char *dst, size_t n, unsigned value)
{
    static const char *const places[GROUP_DIGITS] = {"천", "백", "십", ""};
    unsigned unit = 1000;

    for (size_t i = 0; i < GROUP_DIGITS; i++, unit /= 10) {
        unsigned digit = value / unit % 10;
        if (digit > 1 || (digit == 1 && unit == 1)) {
            n = put(dst, n, SINO[digit]);
        }
        if (digit > 0) {
            n = put(dst, n, places[i]);
        }
    }
    return n;
}

size_t text_sino(char dst[TEXT_SINO_BYTES], uint64_t value)
{
    static const char *const names[GROUPS] = {"", "만", "억", "조"};
    uint64_t unit = (uint64_t)GROUP * GROUP * GROUP;
    size_t n = 0;

    if (value == 0) {
        return put(dst, 0, SINO[0]);
    }
    for (size_t i = GROUPS; i-- > 0; unit /= GROUP) {
        unsigned group = (unsigned)(value / unit % GROUP);
        if (group == 0) {
            continue;
        }
        if (n > 0) {
            n = put(dst, n, " ");
        }
        if (!(i == 1 && group == 1 && n == 0)) { /* 만, not 일만 */
            n = put_group(dst, n, group);
        }
        n = put(dst, n, names[i]);
    }
    return n;
}

void text_put_sino(ept_buf *out, uint64_t value)
{
    char word[TEXT_SINO_BYTES];
    size_t n = text_sino(word, value);

    ept_buf_add(out, word, n);
}

void text_put_native(ept_buf *out, unsigned value)
{
    static const char *const tens[10] = {"",   "열",   "스물", "서른", "마흔",
                                         "쉰", "예순", "일흔", "여든", "아흔"};
    static const char *const ones[10] = {"",     "한",   "두",   "세",   "네",
                                         "다섯", "여섯", "일곱", "여덟", "아홉"};

    ept_buf_puts(out, value == 20 ? "스무" : tens[value / 10 % 10]);
    ept_buf_puts(out, ones[value % 10]);
}

void text_put_digits(ept_buf *out, ept_str digits, const char *zero)
{
    for (size_t i = 0; i < digits.n; i++) {
        if (digits.p[i] >= '0' && digits.p[i] <= '9') {
            ept_buf_puts(out, digits.p[i] == '0' ? zero : SINO[digits.p[i] - '0']);
        }
    }
}
