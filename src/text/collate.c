/* SPDX-License-Identifier: MIT */
/* Order of names and the search field. Order is ICU's for the language; the search folds case and
 * width, and for Russian and Kazakh also ё, which many people type as е. */
#include "text_priv.h"

#include <string.h>

#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

enum { SMALL_IE = 0x435, SMALL_IO = 0x451 };

int ept_text_compare(ept_lang lang, const char *a, const char *b)
{
    UErrorCode icu = U_ZERO_ERROR;
    UCollator *order = ucol_open(ept_lang_code(lang), &icu);
    UCollationResult result = UCOL_EQUAL;

    if (U_SUCCESS(icu)) {
        result = ucol_strcollUTF8(order, a, -1, b, -1, &icu);
    }
    ucol_close(order);
    if (U_FAILURE(icu) || result == UCOL_EQUAL) {
        return strcmp(a, b);
    }
    return (int)result;
}

/* NFKC with case folded, into memory that grows once when the first guess is too small. */
static bool fold_into(text_u16 *out, const text_u16 *plain)
{
    UErrorCode icu = U_BUFFER_OVERFLOW_ERROR;

    out->n = plain->n;
    while (icu == U_BUFFER_OVERFLOW_ERROR) {
        size_t cap = (size_t)out->n + 1;
        UChar *grown = ept_realloc(out->p, cap * sizeof *grown);
        if (grown == NULL) {
            return false;
        }
        out->p = grown;
        out->cap = cap;
        icu = U_ZERO_ERROR;
        const UNormalizer2 *nfkc = unorm2_getNFKCCasefoldInstance(&icu);
        out->n = unorm2_normalize(nfkc, plain->p, plain->n, out->p, (int32_t)cap, &icu);
    }
    return U_SUCCESS(icu);
}

/* Folded copy of `text`. false: not UTF-8 or no memory. */
static bool fold(text_u16 *out, ept_lang lang, const char *text)
{
    text_u16 plain = {0};
    bool folded = text_u16_set(&plain, ept_str_of(text)) == EPT_OK && fold_into(out, &plain);

    text_u16_clear(&plain);
    if (folded && (lang == EPT_LANG_RU || lang == EPT_LANG_KK)) {
        for (int32_t i = 0; i < out->n; i++) {
            out->p[i] = out->p[i] == SMALL_IO ? SMALL_IE : out->p[i];
        }
    }
    return folded;
}

bool ept_text_contains(ept_lang lang, const char *text, const char *part)
{
    text_u16 hay = {0}, needle = {0};
    bool found = fold(&hay, lang, text) && fold(&needle, lang, part);

    if (found && needle.n > 0) {
        found = u_strFindFirst(hay.p, hay.n, needle.p, needle.n) != NULL;
    }
    text_u16_clear(&hay);
    text_u16_clear(&needle);
    return found;
}
