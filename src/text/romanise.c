/* SPDX-License-Identifier: MIT */
/* Revised Romanization of Korean (notices 2000-8 and 2014-42), by sound. Names of people and of
 * administrative units have rules of their own (chapter 3, articles 4 and 5): which word is a name
 * nobody can tell from a reading, so they are romanised as any other word. */
#include "transcribe_priv.h"

static const char *const INITIALS[INI_COUNT] = {
    [INI_G] = "g",   [INI_GG] = "kk", [INI_N] = "n", [INI_D] = "d",   [INI_DD] = "tt",
    [INI_R] = "r",   [INI_M] = "m",   [INI_B] = "b", [INI_BB] = "pp", [INI_S] = "s",
    [INI_SS] = "ss", [INI_NONE] = "", [INI_J] = "j", [INI_JJ] = "jj", [INI_CH] = "ch",
    [INI_K] = "k",   [INI_T] = "t",   [INI_P] = "p", [INI_H] = "h",
};

static const char *const MEDIALS[JAMO_MEDIALS] = {
    [MED_A] = "a",     [MED_AE] = "ae",   [MED_YA] = "ya", [MED_YAE] = "yae", [MED_EO] = "eo",
    [MED_E] = "e",     [MED_YEO] = "yeo", [MED_YE] = "ye", [MED_O] = "o",     [MED_WA] = "wa",
    [MED_WAE] = "wae", [MED_OE] = "oe",   [MED_YO] = "yo", [MED_U] = "u",     [MED_WEO] = "wo",
    [MED_WE] = "we",   [MED_WI] = "wi",   [MED_YU] = "yu", [MED_EU] = "eu",   [MED_UI] = "ui",
    [MED_I] = "i",
};

static const char *final_letters(unsigned final)
{
    switch (final) {
    case FIN_G:
        return "k";
    case FIN_N:
        return "n";
    case FIN_D:
        return "t";
    case FIN_L:
        return "l";
    case FIN_M:
        return "m";
    case FIN_B:
        return "p";
    case FIN_NG:
        return "ng";
    default:
        return "";
    }
}

static void put_roman(ept_buf *out, const transcribe_sound *sounds, size_t count, size_t at)
{
    const transcribe_sound *sound = &sounds[at];
    bool double_l = sound->said.initial == INI_R && at > 0 && sounds[at - 1].syllable &&
                    sounds[at - 1].said.final == FIN_L;
    (void)count;

    ept_buf_puts(out, double_l ? "l" : INITIALS[sound->said.initial]);
    ept_buf_puts(out, MEDIALS[sound->ui ? MED_UI : sound->said.medial]);
    ept_buf_puts(out, final_letters(sound->said.final));
}

ept_status ept_text_romanise(const char **out, ept_arena *arena, const ept_reading *reading)
{
    return transcribe_reading(out, arena, reading, put_roman);
}
