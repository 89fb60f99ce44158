/* SPDX-License-Identifier: MIT */
/* lang.h - the four languages of the program and of translations. Floor: core. */
#ifndef EPSTOPIK_LANG_H
#define EPSTOPIK_LANG_H
#include <stdbool.h>

typedef enum ept_lang { EPT_LANG_KO, EPT_LANG_KK, EPT_LANG_RU, EPT_LANG_EN } ept_lang;
enum { EPT_LANG_COUNT = 4 };

/* "ko", "kk", "ru", "en": borrowed, static. */
const char *ept_lang_code(ept_lang lang);

/* True and *out set when `code` is one of the four codes, exactly. */
bool ept_lang_parse(ept_lang *out, const char *code);

/* What to show when a text is missing in `lang`: kk -> ru -> en, ru -> en, ko -> en; en -> en. */
ept_lang ept_lang_fallback(ept_lang lang);

#endif
