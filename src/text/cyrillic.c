/* SPDX-License-Identifier: MIT */
/* Korean in Cyrillic, by sound. Russian: the system of L. R. Kontsevich as it is published, 쉬 as
 * шви. Kazakh: the same frame with the letters that Kazakh has and Russian has not, see below. */
#include "transcribe_priv.h"

typedef struct alphabet {
    const char *initials[INI_COUNT];
    const char *voiced[INI_COUNT];     /* between voiced sounds; NULL: no other letter */
    const char *medials[JAMO_MEDIALS]; /* behind a consonant */
    const char *bare_e, *first_ye;     /* ㅔ without one; ㅖ at the beginning of a word */
    const char *first_ui;              /* ㅢ at the beginning of a word, else it is ㅣ */
    const char *swi;                   /* ㅅ before ㅟ */
    const char *final_l, *final_ng, *ng_before_vowel;
} alphabet;

static const alphabet RUSSIAN = {
    .initials = {[INI_G] = "к",
                 [INI_GG] = "кк",
                 [INI_N] = "н",
                 [INI_D] = "т",
                 [INI_DD] = "тт",
                 [INI_R] = "р",
                 [INI_M] = "м",
                 [INI_B] = "п",
                 [INI_BB] = "пп",
                 [INI_S] = "с",
                 [INI_SS] = "сс",
                 [INI_NONE] = "",
                 [INI_J] = "ч",
                 [INI_JJ] = "чч",
                 [INI_CH] = "чх",
                 [INI_K] = "кх",
                 [INI_T] = "тх",
                 [INI_P] = "пх",
                 [INI_H] = "х"},
    .voiced = {[INI_G] = "г", [INI_D] = "д", [INI_B] = "б", [INI_J] = "дж"},
    .medials =
        {[MED_A] = "а",    [MED_AE] = "э",  [MED_YA] = "я", [MED_YAE] = "йя", [MED_EO] = "о",
         [MED_E] = "е",    [MED_YEO] = "ё", [MED_YE] = "е", [MED_O] = "о",    [MED_WA] = "ва",
         [MED_WAE] = "вэ", [MED_OE] = "ве", [MED_YO] = "ё", [MED_U] = "у",    [MED_WEO] = "во",
         [MED_WE] = "ве",  [MED_WI] = "ви", [MED_YU] = "ю", [MED_EU] = "ы",   [MED_UI] = "и",
         [MED_I] = "и"},
    .bare_e = "э",
    .first_ye = "йе",
    .first_ui = "ый",
    .swi = "ш",
    .final_l = "ль",
    .final_ng = "н",
    .ng_before_vowel = "нъ",
};

/* Kazakh, a practical reading: ң is the final ㅇ itself, so that no hard sign is needed; һ is ㅎ,
 * which is not the rough х; ә is the open ㅐ and keeps it apart from е ㅔ; ө, said farther back,
 * keeps ㅓ apart from о ㅗ; у before a vowel is the [w] of ㅘ ㅝ; л is soft enough as it is. қ and
 * ғ are left out, for Korean ㄱ is never said so deep; і ұ ү are left out, for и у ы are ㅣ ㅜ ㅡ.
 */
static const alphabet KAZAKH = {
    .initials = {[INI_G] = "к",
                 [INI_GG] = "кк",
                 [INI_N] = "н",
                 [INI_D] = "т",
                 [INI_DD] = "тт",
                 [INI_R] = "р",
                 [INI_M] = "м",
                 [INI_B] = "п",
                 [INI_BB] = "пп",
                 [INI_S] = "с",
                 [INI_SS] = "сс",
                 [INI_NONE] = "",
                 [INI_J] = "ч",
                 [INI_JJ] = "чч",
                 [INI_CH] = "чһ",
                 [INI_K] = "кһ",
                 [INI_T] = "тһ",
                 [INI_P] = "пһ",
                 [INI_H] = "һ"},
    .voiced = {[INI_G] = "г", [INI_D] = "д", [INI_B] = "б", [INI_J] = "дж"},
    .medials =
        {[MED_A] = "а",    [MED_AE] = "ә",   [MED_YA] = "я", [MED_YAE] = "йә", [MED_EO] = "ө",
         [MED_E] = "е",    [MED_YEO] = "йө", [MED_YE] = "е", [MED_O] = "о",    [MED_WA] = "уа",
         [MED_WAE] = "уә", [MED_OE] = "уе",  [MED_YO] = "ё", [MED_U] = "у",    [MED_WEO] = "уө",
         [MED_WE] = "уе",  [MED_WI] = "уи",  [MED_YU] = "ю", [MED_EU] = "ы",   [MED_UI] = "и",
         [MED_I] = "и"},
    .bare_e = "э",
    .first_ye = "е",
    .first_ui = "ый",
    .swi = "ш",
    .final_l = "л",
    .final_ng = "ң",
    .ng_before_vowel = "ң",
};

/* ㄱ ㄷ ㅂ ㅈ behind a vowel or ㄴ ㄹ ㅁ ㅇ, unless a rule makes them tense. */
static const char *initial_letters(const alphabet *abc, const transcribe_sound *sound,
                                   unsigned before, bool first)
{
    unsigned initial = sound->said.initial;

    if (initial == INI_R && before == FIN_L) {
        return "л";
    }
    if (initial == INI_S && sound->said.medial == MED_WI) {
        return abc->swi;
    }
    bool voiced = !first && !sound->tensed && !jamo_is_stop(before);
    return voiced && abc->voiced[initial] != NULL ? abc->voiced[initial] : abc->initials[initial];
}

static const char *medial_letters(const alphabet *abc, jamo_syllable said, bool first)
{
    if (said.initial == INI_NONE) {
        if (said.medial == MED_E) {
            return abc->bare_e;
        }
        if (said.medial == MED_YE && first) {
            return abc->first_ye;
        }
        if (said.medial == MED_UI && first) {
            return abc->first_ui;
        }
    }
    return abc->medials[said.medial];
}

/* next: the initial behind it, INI_COUNT at the end of the word. */
static const char *final_letters(const alphabet *abc, unsigned final, unsigned next)
{
    switch (final) {
    case FIN_G:
        return "к";
    case FIN_N:
        return "н";
    case FIN_D:
        return "т";
    case FIN_L:
        return next == INI_R ? "л" : next == INI_H ? "р" : abc->final_l;
    case FIN_M:
        return "м";
    case FIN_B:
        return "п";
    case FIN_NG:
        return next == INI_NONE ? abc->ng_before_vowel : abc->final_ng;
    default:
        return "";
    }
}

static void put_letters(ept_buf *out, const alphabet *abc, const transcribe_sound *sounds,
                        size_t count, size_t at)
{
    const transcribe_sound *sound = &sounds[at];
    bool first = at == 0 || !sounds[at - 1].syllable;
    bool last = at + 1 == count || !sounds[at + 1].syllable;
    unsigned before = first ? FIN_NONE : sounds[at - 1].said.final;
    unsigned next = last ? INI_COUNT : sounds[at + 1].said.initial;

    ept_buf_puts(out, initial_letters(abc, sound, before, first));
    ept_buf_puts(out, medial_letters(abc, sound->said, first));
    ept_buf_puts(out, final_letters(abc, sound->said.final, next));
}

static void put_russian(ept_buf *out, const transcribe_sound *sounds, size_t count, size_t at)
{
    put_letters(out, &RUSSIAN, sounds, count, at);
}

static void put_kazakh(ept_buf *out, const transcribe_sound *sounds, size_t count, size_t at)
{
    put_letters(out, &KAZAKH, sounds, count, at);
}

ept_status ept_text_cyrillic(const char **out, ept_arena *arena, ept_lang lang,
                             const ept_reading *reading)
{
    switch (lang) {
    case EPT_LANG_RU:
        return transcribe_reading(out, arena, reading, put_russian);
    case EPT_LANG_KK:
        return transcribe_reading(out, arena, reading, put_kazakh);
    case EPT_LANG_KO:
    case EPT_LANG_EN:
        break;
    }
    return ept_fail(EPT_E_INVAL, "a Cyrillic reading in \"%s\": only ru and kk have one",
                    ept_lang_code(lang));
}
