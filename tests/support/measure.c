/* SPDX-License-Identifier: MIT */
/* Fixed advances. The sum is rounded down once for each call, so that a line measured whole may
 * be wider than its words measured one by one, as with real faces. */
#include "support/measure.h"

enum { LATIN = 55, CYRILLIC = 60, HANGUL = 92 };

int ept_test_advance(int32_t code_point)
{
    if ((code_point >= 0x300 && code_point <= 0x36F) ||
        (code_point >= 0x200B && code_point <= 0x200F)) {
        return 0;
    }
    if (code_point >= 0x400 && code_point <= 0x52F) {
        return CYRILLIC;
    }
    if (ept_text_is_hangul(code_point) || code_point >= 0x2E80) {
        return HANGUL;
    }
    return LATIN;
}

int ept_test_measure_text(void *ctx, int face, int size_px, ept_weight weight, ept_str text)
{
    ept_test_measure *seen = ctx;
    int64_t sum = 0;

    (void)face;
    (void)weight;
    for (size_t pos = 0;;) {
        int32_t c = ept_utf8_next(text, &pos);
        if (c == -1) {
            break;
        }
        sum += ept_test_advance(c);
    }
    if (seen != NULL) {
        seen->calls++;
        seen->bytes += text.n;
    }
    return (int)(sum * size_px / 100);
}
