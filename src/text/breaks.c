/* SPDX-License-Identifier: MIT */
/* Where a line may end. ICU's rules put a break between every two Hangul syllables; Korean print
 * keeps an eojeol (word with its particles) whole, so a break touching Hangul stays only behind
 * white space. A few breaks that would start a line with a dash or part "6-" from its word are
 * taken back too. */
#include "text_priv.h"

#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

enum { MIDDLE_DOT = 0xB7, EN_DASH = 0x2013, HORIZONTAL_BAR = 0x2015, ZERO_WIDTH_SPACE = 0x200B };

/* Characters around a break: two before, two behind; U_SENTINEL outside of the text. */
typedef struct neighbours {
    UChar32 before2, before, behind, behind2;
} neighbours;

static bool is_separator(UChar32 c)
{
    return (c >= EN_DASH && c <= HORIZONTAL_BAR) || c == MIDDLE_DOT;
}

static bool keeps(const neighbours *at)
{
    bool white = text_is_space(at->before) || at->before == ZERO_WIDTH_SPACE;

    if (ept_text_is_hangul(at->before) || ept_text_is_hangul(at->behind)) {
        return white;
    }
    if (is_separator(at->behind) && (at->behind2 == U_SENTINEL || text_is_space(at->behind2))) {
        return false; /* "Сеул — столица": the dash ends its line */
    }
    if (at->before == '-' && u_isdigit(at->before2) && u_isalpha(at->behind)) {
        return false; /* "6-сұрақ" */
    }
    if (at->before == '-' && !u_isalnum(at->before2)) {
        return false; /* "-(으)면", "--bank" */
    }
    return true;
}

/* Code point that starts at *at; moves behind it. U_SENTINEL at the end. */
static UChar32 next_char(const text_u16 *u16, int32_t *at)
{
    if (*at >= u16->n) {
        return U_SENTINEL;
    }
    UChar c = u16->p[(*at)++];
    if (U16_IS_LEAD(c) && *at < u16->n && U16_IS_TRAIL(u16->p[*at])) {
        return U16_GET_SUPPLEMENTARY(c, u16->p[(*at)++]);
    }
    return c;
}

/* Code point that ends at *at; moves before it. U_SENTINEL at the start. */
static UChar32 previous_char(const text_u16 *u16, int32_t *at)
{
    if (*at <= 0) {
        return U_SENTINEL;
    }
    UChar c = u16->p[--(*at)];
    if (U16_IS_TRAIL(c) && *at > 0 && U16_IS_LEAD(u16->p[*at - 1])) {
        UChar lead = u16->p[--(*at)];
        return U16_GET_SUPPLEMENTARY(lead, c);
    }
    return c;
}

static neighbours neighbours_at(const text_u16 *u16, int32_t at)
{
    neighbours around;
    int32_t back = at, on = at;

    around.before = previous_char(u16, &back);
    around.before2 = previous_char(u16, &back);
    around.behind = next_char(u16, &on);
    around.behind2 = next_char(u16, &on);
    return around;
}

static size_t utf8_length(const text_u16 *u16, int32_t from, int32_t to)
{
    size_t bytes = 0;

    while (from < to) {
        UChar32 c = next_char(u16, &from);
        bytes += (size_t)U8_LENGTH(c); /* a macro that reads its argument several times */
    }
    return bytes;
}

static ept_status add(text_breaker *breaker, size_t at, text_break_kind kind)
{
    text_break *p = text_grow(breaker->p, &breaker->cap, breaker->n, sizeof *p);

    if (p == NULL) {
        return ept_fail(EPT_E_NOMEM, "text: no memory for breaks");
    }
    breaker->p = p;
    p[breaker->n++] = (text_break){at, kind};
    return EPT_OK;
}

static ept_status open_icu(text_breaker *breaker)
{
    UErrorCode icu = U_ZERO_ERROR;

    if (breaker->icu == NULL) {
        breaker->icu = ubrk_open(UBRK_LINE, "", NULL, 0, &icu);
    }
    if (U_SUCCESS(icu)) {
        ubrk_setText(breaker->icu, breaker->u16.p, breaker->u16.n, &icu);
    }
    return U_SUCCESS(icu) ? EPT_OK
                          : ept_fail(EPT_E_UNAVAILABLE, "ICU line breaks: %s", u_errorName(icu));
}

ept_status text_breaker_run(text_breaker *breaker, ept_str text)
{
    breaker->n = 0;
    ept_status status = text_u16_set(&breaker->u16, text);
    if (status == EPT_OK) {
        status = open_icu(breaker);
    }
    if (status != EPT_OK) {
        return status;
    }
    const text_u16 *u16 = &breaker->u16;
    int32_t last = 0;
    size_t bytes = 0;
    for (int32_t at = ubrk_next(breaker->icu); at != UBRK_DONE && at < u16->n;
         at = ubrk_next(breaker->icu)) {
        neighbours around = neighbours_at(u16, at);
        text_break_kind kind = keeps(&around) ? TEXT_BREAK_SOFT : TEXT_BREAK_INNER;
        if (ubrk_getRuleStatus(breaker->icu) >= UBRK_LINE_HARD) {
            kind = TEXT_BREAK_HARD;
        }
        bytes += utf8_length(u16, last, at);
        last = at;
        status = add(breaker, bytes, kind);
        if (status != EPT_OK) {
            return status;
        }
    }
    return add(breaker, text.n, TEXT_BREAK_HARD);
}

void text_breaker_clear(text_breaker *breaker)
{
    ubrk_close(breaker->icu);
    text_u16_clear(&breaker->u16);
    ept_free(breaker->p);
    *breaker = (text_breaker){0};
}

bool text_no_start(int32_t code_point)
{
    int32_t class = u_getIntPropertyValue(code_point, UCHAR_LINE_BREAK);

    return class == U_LB_CLOSE_PUNCTUATION || class == U_LB_CLOSE_PARENTHESIS ||
           class == U_LB_EXCLAMATION || class == U_LB_INFIX_NUMERIC || class == U_LB_NONSTARTER ||
           class == U_LB_INSEPARABLE || class == U_LB_HYPHEN || class == U_LB_BREAK_AFTER;
}

bool text_no_end(int32_t code_point)
{
    return u_getIntPropertyValue(code_point, UCHAR_LINE_BREAK) == U_LB_OPEN_PUNCTUATION;
}

ept_status ept_text_breaks(const size_t **out, size_t *count, ept_arena *arena, ept_str text)
{
    text_breaker breaker = {0};

    *out = NULL;
    *count = 0;
    ept_status status = text_breaker_run(&breaker, text);
    if (status != EPT_OK) {
        goto done;
    }
    size_t *offsets = ept_arena_array(arena, breaker.n, sizeof *offsets);
    if (offsets == NULL) {
        status = ept_fail(EPT_E_NOMEM, "text: no memory for breaks");
        goto done;
    }
    for (size_t i = 0; i < breaker.n; i++) {
        if (breaker.p[i].kind != TEXT_BREAK_INNER) {
            offsets[(*count)++] = breaker.p[i].at;
        }
    }
    *out = offsets;
done:
    text_breaker_clear(&breaker);
    return status;
}
