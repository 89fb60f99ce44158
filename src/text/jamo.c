/* SPDX-License-Identifier: MIT */
/* The letters of a Hangul syllable and the tables of what each may turn into. */
#include "jamo.h"

typedef struct final_row {
    const char *name;
    uint8_t spoken, stays, moves;
} final_row;

static const final_row FINALS[FIN_COUNT] = {
    [FIN_NONE] = {"", FIN_NONE, FIN_NONE, INI_NONE}, [FIN_G] = {"ㄱ", FIN_G, FIN_NONE, INI_G},
    [FIN_GG] = {"ㄲ", FIN_G, FIN_NONE, INI_GG},      [FIN_GS] = {"ㄳ", FIN_G, FIN_G, INI_SS},
    [FIN_N] = {"ㄴ", FIN_N, FIN_NONE, INI_N},        [FIN_NJ] = {"ㄵ", FIN_N, FIN_N, INI_J},
    [FIN_NH] = {"ㄶ", FIN_N, FIN_NONE, INI_N},       [FIN_D] = {"ㄷ", FIN_D, FIN_NONE, INI_D},
    [FIN_L] = {"ㄹ", FIN_L, FIN_NONE, INI_R},        [FIN_LG] = {"ㄺ", FIN_G, FIN_L, INI_G},
    [FIN_LM] = {"ㄻ", FIN_M, FIN_L, INI_M},          [FIN_LB] = {"ㄼ", FIN_L, FIN_L, INI_B},
    [FIN_LS] = {"ㄽ", FIN_L, FIN_L, INI_SS},         [FIN_LT] = {"ㄾ", FIN_L, FIN_L, INI_T},
    [FIN_LP] = {"ㄿ", FIN_B, FIN_L, INI_P},          [FIN_LH] = {"ㅀ", FIN_L, FIN_NONE, INI_R},
    [FIN_M] = {"ㅁ", FIN_M, FIN_NONE, INI_M},        [FIN_B] = {"ㅂ", FIN_B, FIN_NONE, INI_B},
    [FIN_BS] = {"ㅄ", FIN_B, FIN_B, INI_SS},         [FIN_S] = {"ㅅ", FIN_D, FIN_NONE, INI_S},
    [FIN_SS] = {"ㅆ", FIN_D, FIN_NONE, INI_SS},      [FIN_NG] = {"ㅇ", FIN_NG, FIN_NG, INI_NONE},
    [FIN_J] = {"ㅈ", FIN_D, FIN_NONE, INI_J},        [FIN_CH] = {"ㅊ", FIN_D, FIN_NONE, INI_CH},
    [FIN_K] = {"ㅋ", FIN_G, FIN_NONE, INI_K},        [FIN_T] = {"ㅌ", FIN_D, FIN_NONE, INI_T},
    [FIN_P] = {"ㅍ", FIN_B, FIN_NONE, INI_P},        [FIN_H] = {"ㅎ", FIN_D, FIN_NONE, INI_NONE},
};

static const char *const INITIALS[INI_COUNT] = {"ㄱ", "ㄲ", "ㄴ", "ㄷ", "ㄸ", "ㄹ", "ㅁ",
                                                "ㅂ", "ㅃ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ",
                                                "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"};

bool jamo_is_syllable(int32_t code_point)
{
    return code_point >= JAMO_FIRST && code_point <= JAMO_LAST;
}

jamo_syllable jamo_split(int32_t code_point)
{
    int32_t at = code_point - JAMO_FIRST;
    return (jamo_syllable){(uint8_t)(at / (JAMO_MEDIALS * JAMO_FINALS)),
                           (uint8_t)(at / JAMO_FINALS % JAMO_MEDIALS), (uint8_t)(at % JAMO_FINALS)};
}

int32_t jamo_join(jamo_syllable s)
{
    return JAMO_FIRST + ((int32_t)s.initial * JAMO_MEDIALS + s.medial) * JAMO_FINALS + s.final;
}

const char *jamo_initial_name(unsigned initial)
{
    return INITIALS[initial];
}

const char *jamo_final_name(unsigned final)
{
    return FINALS[final].name;
}

unsigned jamo_spoken_final(unsigned final)
{
    return FINALS[final].spoken;
}

unsigned jamo_tense(unsigned initial)
{
    switch (initial) {
    case INI_G:
    case INI_D:
    case INI_B:
    case INI_S:
    case INI_J:
        return initial + 1;
    default:
        return initial;
    }
}

unsigned jamo_aspirated(unsigned initial)
{
    switch (initial) {
    case INI_G:
        return INI_K;
    case INI_D:
        return INI_T;
    case INI_B:
        return INI_P;
    case INI_J:
        return INI_CH;
    default:
        return initial;
    }
}

void jamo_move(unsigned final, unsigned *stays, unsigned *moves)
{
    *stays = FINALS[final].stays;
    *moves = FINALS[final].moves;
}

bool jamo_is_stop(unsigned final)
{
    return final == FIN_G || final == FIN_D || final == FIN_B;
}

bool jamo_is_iotised(unsigned medial)
{
    switch (medial) {
    case MED_YA:
    case MED_YAE:
    case MED_YEO:
    case MED_YE:
    case MED_YO:
    case MED_YU:
        return true;
    default:
        return false;
    }
}
