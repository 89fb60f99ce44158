/* SPDX-License-Identifier: MIT */
/* lang.c - codes of the four languages and which one stands in for which. */
#include "epstopik/lang.h"

#include <string.h>

static const char *const codes[EPT_LANG_COUNT] = {
    [EPT_LANG_KO] = "ko",
    [EPT_LANG_KK] = "kk",
    [EPT_LANG_RU] = "ru",
    [EPT_LANG_EN] = "en",
};

const char *ept_lang_code(ept_lang lang)
{
    return codes[lang];
}

bool ept_lang_parse(ept_lang *out, const char *code)
{
    if (!code) {
        return false;
    }
    for (int i = 0; i < EPT_LANG_COUNT; i++) {
        if (strcmp(codes[i], code) == 0) {
            *out = (ept_lang)i;
            return true;
        }
    }
    return false;
}

ept_lang ept_lang_fallback(ept_lang lang)
{
    return lang == EPT_LANG_KK ? EPT_LANG_RU : EPT_LANG_EN;
}
