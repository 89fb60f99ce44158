/* SPDX-License-Identifier: MIT */
/* The rules that spelling alone decides, border by border from left to right: liaison, spoken
 * finals, ㅎ, palatals, tense sounds, nasals, ㄹ. Numbers are the articles of the Standard
 * Pronunciation (표준어 규정 제2부 표준 발음법, notice 2017-13). */
#include "pronounce_priv.h"

typedef struct border {
    sound_line *line;
    size_t a, b; /* units; b follows a */
} border;

static const sound_unit *left(const border *at)
{
    return &at->line->units[at->a];
}

static const sound_unit *right(const border *at)
{
    return &at->line->units[at->b];
}

static void set(const border *at, int article, unsigned final, unsigned initial)
{
    sound_border(at->line, at->a, at->b, article, final, initial);
}

/* Articles 9 to 11: which of them says how this final is spoken. */
static int article_of_final(unsigned final)
{
    switch (final) {
    case FIN_LG:
    case FIN_LM:
    case FIN_LP:
        return 11;
    case FIN_GS:
    case FIN_NJ:
    case FIN_LB:
    case FIN_LS:
    case FIN_LT:
    case FIN_BS:
        return 10;
    case FIN_NH:
    case FIN_LH:
        return 12;
    default:
        return 9;
    }
}

/* ㄼ is ㅂ in 밟- only (article 10, proviso). */
static unsigned spoken_final(const sound_unit *unit)
{
    if (unit->now.final == FIN_LB && unit->now.initial == INI_B && unit->now.medial == MED_A) {
        return FIN_B;
    }
    return jamo_spoken_final(unit->now.final);
}

static void neutralise(sound_line *line, size_t a)
{
    const sound_unit *unit = &line->units[a];
    sound_final(line, a, article_of_final(unit->now.final), spoken_final(unit));
}

/* --- before a vowel --------------------------------------------------------------------------- */

/* -이, -여: 굳이, 밭이, 붙여. */
static bool palatalises(const sound_unit *unit)
{
    return unit->now.medial == MED_I ||
           (unit->now.medial == MED_YEO &&
            (unit->now.final == FIN_NONE || unit->now.final == FIN_SS));
}

/* Article 15: a word of its own follows. */
static void liaison_across(const border *at)
{
    unsigned stays = 0, moves = 0;
    bool changed = spoken_final(left(at)) != left(at)->now.final;

    sound_final(at->line, at->a, 15, spoken_final(left(at)));
    jamo_move(left(at)->now.final, &stays, &moves);
    set(at, changed ? 15 : 13, stays, moves);
}

/* Articles 12 (4), 13, 14, 17. */
static void before_vowel(const border *at)
{
    unsigned final = left(at)->now.final;
    unsigned stays = 0, moves = 0;

    jamo_move(final, &stays, &moves);
    if (final == FIN_NONE || final == FIN_NG) {
        return;
    }
    if (right(at)->edge) {
        liaison_across(at);
    } else if (final == FIN_H || final == FIN_NH || final == FIN_LH) {
        set(at, 12, stays, moves);
    } else if (final == FIN_D && palatalises(right(at))) {
        set(at, 17, FIN_NONE, INI_J);
    } else if ((final == FIN_T || final == FIN_LT) && palatalises(right(at))) {
        set(at, 17, stays, INI_CH);
    } else {
        set(at, stays == FIN_NONE ? 13 : 14, stays, moves);
    }
}

/* --- before ㅎ -------------------------------------------------------------------------------- */

/* The endings -히- and -혀 of a verb: 굳히다, 닫혀, 맞힌, 밝혔다. */
static bool is_causative(const sound_unit *unit)
{
    return !unit->edge && palatalises(unit);
}

/* Articles 12 (1) and 17. */
static void before_h(const border *at)
{
    bool causative = is_causative(right(at));

    if (causative) {
        switch (left(at)->now.final) {
        case FIN_D:
            set(at, 17, FIN_NONE, INI_CH);
            return;
        case FIN_J:
            set(at, 12, FIN_NONE, INI_CH);
            return;
        case FIN_NJ:
            set(at, 12, FIN_N, INI_CH);
            return;
        case FIN_LG:
            set(at, 12, FIN_L, INI_K);
            return;
        case FIN_LB:
            set(at, 12, FIN_L, INI_P);
            return;
        default:
            break;
        }
    }
    neutralise(at->line, at->a);
    if (jamo_is_stop(left(at)->now.final)) {
        unsigned stays = 0, moves = 0;
        jamo_move(left(at)->now.final, &stays, &moves);
        set(at, 12, FIN_NONE, jamo_aspirated(moves));
    }
}

/* --- before a consonant ----------------------------------------------------------------------- */

static bool is_plain(unsigned initial)
{
    return jamo_tense(initial) != initial;
}

/* Article 12 (1) to (3): what a final ㅎ does to the consonant behind it. True: nothing is left. */
static bool after_h(const border *at)
{
    unsigned final = left(at)->now.final, initial = right(at)->now.initial;
    unsigned rest = final == FIN_NH ? FIN_N : final == FIN_LH ? FIN_L : FIN_NONE;

    if (final != FIN_H && final != FIN_NH && final != FIN_LH) {
        return false;
    }
    if (initial == INI_S) {
        set(at, 12, rest, INI_SS);
        return true;
    }
    if (initial != INI_B && jamo_aspirated(initial) != initial) {
        set(at, 12, rest, jamo_aspirated(initial));
        return true;
    }
    if (final == FIN_H && initial == INI_N) {
        set(at, 12, FIN_N, INI_N);
        return true;
    }
    sound_final(at->line, at->a, 12, final == FIN_H ? FIN_D : rest);
    return false;
}

/* Nouns in ㄺ: the final is a stop also before ㄱ. */
static bool is_noun_in_lg(int32_t spelled)
{
    static const int32_t NOUNS[] = {0xB2ED /* 닭 */, 0xD759 /* 흙 */, 0xCE61 /* 칡 */,
                                    0xC2AD /* 슭 */, 0xC0B5 /* 삵 */, 0xD0C9 /* 탉 */};
    for (size_t i = 0; i < sizeof NOUNS / sizeof NOUNS[0]; i++) {
        if (NOUNS[i] == spelled) {
            return true;
        }
    }
    return false;
}

/* Stems in two consonants are tense before an ending (articles 24, 25). 삶, 앎 and 여덟 are nouns,
 * 옮기다 굶기다 곪기다 causatives. */
static bool is_stem_pair(const border *at)
{
    enum { NOUN_SAM = 0xC0B6, NOUN_AM = 0xC54E, EIGHT = 0xB35F };
    int32_t spelled = left(at)->spelled;
    unsigned initial = right(at)->now.initial;

    if (right(at)->edge || !is_plain(initial) || initial == INI_B || spelled == NOUN_SAM ||
        spelled == NOUN_AM || spelled == EIGHT) {
        return false;
    }
    switch (left(at)->now.final) {
    case FIN_NJ:
    case FIN_LB:
    case FIN_LT:
        return true;
    case FIN_LM:
        return !(right(at)->now.initial == INI_G && right(at)->now.medial == MED_I) &&
               !(right(at)->now.initial == INI_G && right(at)->now.medial == MED_YEO);
    default:
        return false;
    }
}

/* Articles 18, 19, 20 between two sounds that stand as they are spoken. */
static void nasals_and_liquids(const border *at)
{
    unsigned final = left(at)->now.final;

    if (right(at)->now.initial == INI_R && final != FIN_NONE && final != FIN_L && final != FIN_N) {
        set(at, 19, final, INI_N);
    }
    if (jamo_is_stop(final) &&
        (right(at)->now.initial == INI_N || right(at)->now.initial == INI_M)) {
        unsigned nasal = final == FIN_G ? FIN_NG : final == FIN_D ? FIN_N : FIN_M;
        set(at, 18, nasal, right(at)->now.initial);
    }
    if ((final == FIN_N && right(at)->now.initial == INI_R) ||
        (final == FIN_L && right(at)->now.initial == INI_N)) {
        set(at, 20, FIN_L, INI_R);
    }
}

static void before_consonant(const border *at)
{
    if (left(at)->now.final == FIN_NONE || after_h(at)) {
        return;
    }
    if (left(at)->now.final == FIN_LG && right(at)->now.initial == INI_G && !right(at)->edge &&
        !is_noun_in_lg(left(at)->spelled)) {
        set(at, 11, FIN_L, INI_GG);
        return;
    }
    if (is_stem_pair(at) && spoken_final(left(at)) != FIN_B) {
        unsigned final = left(at)->now.final;
        set(at, final == FIN_NJ || final == FIN_LM ? 24 : 25, final,
            jamo_tense(right(at)->now.initial));
    }
    neutralise(at->line, at->a);
    if (jamo_is_stop(left(at)->now.final) && is_plain(right(at)->now.initial)) {
        set(at, 23, left(at)->now.final, jamo_tense(right(at)->now.initial));
    }
    nasals_and_liquids(at);
}

/* --- vowels ----------------------------------------------------------------------------------- */

static unsigned without_iota(unsigned medial)
{
    switch (medial) {
    case MED_YA:
        return MED_A;
    case MED_YAE:
        return MED_AE;
    case MED_YEO:
        return MED_EO;
    case MED_YE:
        return MED_E;
    case MED_YO:
        return MED_O;
    case MED_YU:
        return MED_U;
    default:
        return medial;
    }
}

/* Article 5: 져 쪄 쳐, and ㅢ behind a consonant that is written. */
static void vowel(sound_line *line, size_t unit)
{
    const sound_unit *u = &line->units[unit];

    if (u->now.initial == INI_J || u->now.initial == INI_JJ || u->now.initial == INI_CH) {
        sound_medial(line, unit, 5, without_iota(u->now.medial));
    }
    if (u->closed_ui && u->now.medial == MED_UI) {
        sound_medial(line, unit, 5, MED_I);
    }
}

void sound_rules(sound_line *line)
{
    for (size_t i = 0; i < line->unit_count; i++) {
        const sound_unit *unit = &line->units[i];
        if (!unit->syllable) {
            continue;
        }
        if (!unit->follows) {
            vowel(line, i);
        }
        if (unit->next == 0) {
            neutralise(line, i);
            continue;
        }
        border at = {line, i, unit->next};
        if (right(&at)->now.initial == INI_NONE) {
            before_vowel(&at);
        } else if (right(&at)->now.initial == INI_H) {
            before_h(&at);
        } else {
            before_consonant(&at);
        }
        vowel(line, unit->next);
    }
}
