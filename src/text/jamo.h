/* SPDX-License-Identifier: MIT */
/* jamo.h - a Hangul syllable as its three letters, and what the letters turn into: numbers are the
 * places in Unicode's order of initials, medials and finals (The Unicode Standard, 3.12). */
#ifndef TEXT_JAMO_H
#define TEXT_JAMO_H
#include <stdbool.h>
#include <stdint.h>

enum { JAMO_FIRST = 0xAC00, JAMO_LAST = 0xD7A3, JAMO_MEDIALS = 21, JAMO_FINALS = 28 };

typedef enum jamo_initial {
    INI_G,
    INI_GG,
    INI_N,
    INI_D,
    INI_DD,
    INI_R,
    INI_M,
    INI_B,
    INI_BB,
    INI_S, /* ㄱ to ㅅ */
    INI_SS,
    INI_NONE,
    INI_J,
    INI_JJ,
    INI_CH,
    INI_K,
    INI_T,
    INI_P,
    INI_H,
    INI_COUNT, /* ㅆ to ㅎ */
} jamo_initial;

typedef enum jamo_medial {
    MED_A,
    MED_AE,
    MED_YA,
    MED_YAE,
    MED_EO,
    MED_E,
    MED_YEO,
    MED_YE,
    MED_O,
    MED_WA,
    MED_WAE,
    MED_OE,
    MED_YO,
    MED_U,
    MED_WEO,
    MED_WE,
    MED_WI,
    MED_YU,
    MED_EU,
    MED_UI,
    MED_I,
} jamo_medial;

typedef enum jamo_final {
    FIN_NONE,
    FIN_G,
    FIN_GG,
    FIN_GS,
    FIN_N,
    FIN_NJ,
    FIN_NH,
    FIN_D,
    FIN_L,
    FIN_LG,
    FIN_LM,
    FIN_LB,
    FIN_LS,
    FIN_LT,
    FIN_LP,
    FIN_LH,
    FIN_M,
    FIN_B,
    FIN_BS,
    FIN_S,
    FIN_SS,
    FIN_NG,
    FIN_J,
    FIN_CH,
    FIN_K,
    FIN_T,
    FIN_P,
    FIN_H,
    FIN_COUNT,
} jamo_final;

typedef struct jamo_syllable {
    uint8_t initial, medial, final;
} jamo_syllable;

bool jamo_is_syllable(int32_t code_point);
/* Of a syllable only. */
jamo_syllable jamo_split(int32_t code_point);
int32_t jamo_join(jamo_syllable syllable);

/* The letter alone, as it is written: "ㄺ"; "" for no final, "ㅇ" for no initial. Static. */
const char *jamo_initial_name(unsigned initial);
const char *jamo_final_name(unsigned final);

/* One of the seven finals that are spoken (article 8), or none. */
unsigned jamo_spoken_final(unsigned final);
/* The tense or the aspirated form of a plain initial; the initial itself when it has none. */
unsigned jamo_tense(unsigned initial);
unsigned jamo_aspirated(unsigned initial);
/* A final before a vowel: what stays and what moves on. Of a single one, all moves. */
void jamo_move(unsigned final, unsigned *stays, unsigned *moves);
/* True for ㄱ ㄷ ㅂ as they are spoken at the end of a syllable. */
bool jamo_is_stop(unsigned final);
bool jamo_is_iotised(unsigned medial); /* ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ */

#endif
