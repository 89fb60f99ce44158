/* SPDX-License-Identifier: MIT */
/* Words that are said in one breath, and the sounds that arise where they meet: 못 before a verb,
 * verb forms in -(으)ㄹ before nouns (article 27, also inside endings), numbers before what they
 * count, 한 before what it counts, 첫 and 몇 before any noun, 일 behind a verb form (article 29),
 * the particle 요. Any other blank parts the sounds of two words. */
#include <stddef.h>
#include <string.h>

#include "pronounce_priv.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const sound_unit *unit_at(const sound_line *line, size_t unit)
{
    return &line->units[unit];
}

static unsigned spelled_final(const sound_line *line, size_t unit)
{
    int32_t c = line->units[unit].spelled;
    return jamo_is_syllable(c) ? jamo_split(c).final : FIN_NONE;
}

static size_t last_unit(const sound_line *line, size_t w)
{
    return line->words[w].to - 1;
}

/* Makes the initial of unit b tense behind unit a. */
static void make_tense(sound_line *line, size_t a, size_t b, int article)
{
    sound_border(line, a, b, article, unit_at(line, a)->now.final,
                 jamo_tense(unit_at(line, b)->now.initial));
}

/* A list entry with "$" stands for the whole rest of the word, without it for its beginning. */
static bool rest_is_one_of(const sound_line *line, size_t unit, const char *const *list,
                           size_t count)
{
    size_t end = line->words[unit_at(line, unit)->word].to;

    for (size_t i = 0; i < count; i++) {
        char pattern[64];
        size_t n = strlen(list[i]);
        bool whole = list[i][n - 1] == '$';
        memcpy(pattern, list[i], n + 1);
        pattern[whole ? n - 1 : n] = '\0';
        size_t matched = sound_unit_starts(line, unit, pattern);
        if (matched > 0 && (!whole || unit + matched == end)) {
            return true;
        }
    }
    return false;
}

/* --- -(으)ㄹ and what follows (article 27) ---------------------------------------------------- */

/* Bound nouns in all their forms. */
static const char *const BOUND_NOUNS[] = {
    "것",    "거$",   "거예요", "거에요", "거야", "거죠",  "거지",  "거고",  "거니",
    "거라",  "거면",  "거나$",  "거는",   "거를", "거도$", "거잖",  "거든",  "거다",
    "거였",  "거랑",  "건$",    "건가",   "건데", "건지",  "걸$",   "걸요$", "게$",
    "게요$", "겁",    "데$",    "데가$",  "데를", "데도$", "데는",  "데서",  "데에",
    "데다",  "바$",   "바가",   "바를",   "바는", "바에",  "바와",  "적$",   "적에",
    "적이",  "적도",  "곳$",    "곳이",   "곳을", "곳에",  "곳은",  "곳도",  "곳으",
    "듯",    "둥$",   "성싶",   "법하",   "지$",  "지도$", "대로",  "수밖",  "수$",
    "수가$", "수는$", "수도$",  "수조차", "줄$",  "줄은$", "줄도$", "줄만$", "김에"};
/* Nouns that often follow; tense only behind what is surely a verb. */
static const char *const NOUNS[] = {
    "사람", "시간", "경우", "정도", "동안",  "준비",  "계획",  "생각", "장소", "방법",   "자리",
    "돈$",  "돈이", "돈을", "상황", "자신",  "기회",  "도리",  "지경", "사이", "걱정",   "작정",
    "시$",  "때",   "집$",  "집이", "집을",  "자격",  "권리",  "사항", "서류", "가능성", "뿐",
    "점$",  "만큼", "분$",  "분이", "분은$", "분도$", "분을$", "분께", "분들", "분만$"};

/* 수, 줄 and 바 are bound only before these; at the end of a line, behind what is surely a verb. */
static bool verb_decides(const sound_line *line, size_t w)
{
    static const char *const AFTER_SU[] = {"있", "없", "밖"};
    static const char *const AFTER_JUL[] = {"알", "몰", "모", "아", "안"};
    static const char *const AFTER_BA[] = {"알", "몰", "모르", "모를", "다하"}; /* else 바르다 */
    size_t noun = line->words[w].from;
    bool su = sound_unit_starts(line, noun, "수") > 0;
    bool jul = sound_unit_starts(line, noun, "줄") > 0;
    bool ba = sound_unit_starts(line, noun, "바를") > 0;

    if (ba && !sound_word_is(line, w, "바를")) {
        return false;
    }
    if ((!su && !jul && !ba) || sound_unit_starts(line, noun, "수밖") > 0) {
        return true;
    }
    if (w + 1 >= line->word_count || line->words[w + 1].from == line->words[w + 1].to) {
        return lexicon_is_adnominal(line, w - 1);
    }
    size_t next = line->words[w + 1].from;

    return (su && rest_is_one_of(line, next, AFTER_SU, COUNT(AFTER_SU))) ||
           (jul && rest_is_one_of(line, next, AFTER_JUL, COUNT(AFTER_JUL))) ||
           (ba && rest_is_one_of(line, next, AFTER_BA, COUNT(AFTER_BA)));
}

/* 걸 of 걸다: 옷을 걸 때, 전화를 걸 수. */
static bool is_to_hang(const sound_line *line, size_t w)
{
    static const char *const AFTER[] = {"때", "수", "것", "거", "곳", "줄", "사람", "정도"};

    return sound_word_is(line, w, "걸") && w + 1 < line->word_count &&
           line->words[w + 1].from < line->words[w + 1].to &&
           rest_is_one_of(line, line->words[w + 1].from, AFTER, COUNT(AFTER));
}

static void join_bound_noun(sound_line *line, size_t w)
{
    size_t a = last_unit(line, w), b = line->words[w + 1].from;

    if (spelled_final(line, a) != FIN_L || is_to_hang(line, w + 1)) {
        return;
    }
    bool bound =
        rest_is_one_of(line, b, BOUND_NOUNS, COUNT(BOUND_NOUNS)) && verb_decides(line, w + 1);
    if (bound || (rest_is_one_of(line, b, NOUNS, COUNT(NOUNS)) && lexicon_is_adnominal(line, w))) {
        sound_word_join(line, w);
        make_tense(line, a, b, 27);
    }
}

static bool is_syllable_of(int32_t c, const char *syllables)
{
    ept_str all = ept_str_of(syllables);

    for (size_t pos = 0; pos < all.n;) {
        if (ept_utf8_next(all, &pos) == c) {
            return true;
        }
    }
    return false;
}

/* Syllables in ㄹ that are a verb and -ㄹ, never a stem in ㄹ: 할게, 옮길지 but 힘들게, 길지. */
static bool is_contracted(const sound_line *line, size_t unit)
{
    int32_t c = unit_at(line, unit)->spelled;

    return is_syllable_of(c, "할갈올볼될쓸줄칠릴낼질킬탈실을쉴펼힐뵐둘뀔셀켤꿀낄필") ||
           (unit > line->words[unit_at(line, unit)->word].from && is_syllable_of(c, "길날"));
}

static bool next_word_negates(const sound_line *line, size_t w)
{
    static const char *const NEGATIONS[] = {"않", "못", "말", "마", "아니"};
    return w + 1 < line->word_count && line->words[w + 1].from < line->words[w + 1].to &&
           rest_is_one_of(line, line->words[w + 1].from, NEGATIONS, COUNT(NEGATIONS));
}

/* Endings that begin with -(으)ㄹ: 할걸, 할게요, 할수록, 할지라도. */
static void tense_endings(sound_line *line, size_t w)
{
    static const char *const SURE[] = {"걸$",     "걸요$",   "게요$", "수록",
                                       "지라도$", "지언정$", "세라$", "진대$"};
    static const char *const UNSURE[] = {"게$", "지$", "지도$", "지는$", "지요$", "지가$", "지를$"};
    /* Adjectives in ㄹ with -게, how something is done: 가늘게요. */
    static const char *const HOW[] = {"길게요$",   "멀게요$",   "가늘게요$", "둥글게요$",
                                      "힘들게요$", "거칠게요$", "어질게요$"};

    if (rest_is_one_of(line, line->words[w].from, HOW, COUNT(HOW))) {
        return;
    }
    for (size_t unit = line->words[w].from; unit + 1 < line->words[w].to; unit++) {
        if (spelled_final(line, unit) != FIN_L || unit_at(line, unit)->next != unit + 1) {
            continue;
        }
        if (rest_is_one_of(line, unit + 1, SURE, COUNT(SURE)) ||
            (is_contracted(line, unit) && !next_word_negates(line, w) &&
             rest_is_one_of(line, unit + 1, UNSURE, COUNT(UNSURE)))) {
            make_tense(line, unit, unit + 1, 27);
        }
    }
}

/* --- numbers ---------------------------------------------------------------------------------- */

static bool is_sino_number(const sound_line *line, size_t w)
{
    for (size_t i = line->words[w].from; i < line->words[w].to; i++) {
        if (!is_syllable_of(unit_at(line, i)->spelled, "영공일이삼사오육륙칠팔구십백천만억조")) {
            return false;
        }
    }
    return line->words[w].from < line->words[w].to;
}

static bool is_native_number(const sound_line *line, size_t w)
{
    static const char *const WHOLE[] = {"한$",   "다섯$", "여섯$", "일곱$", "여덟$", "아홉$",
                                        "열$",   "스물$", "서른$", "마흔$", "쉰$",   "예순$",
                                        "일흔$", "여든$", "아흔$", "몇$"};
    static const char *const TENS[] = {"열",   "스물", "서른", "마흔", "쉰",
                                       "예순", "일흔", "여든", "아흔"};
    static const char *const ONES[] = {"한$",   "두$",   "세$",   "네$",  "다섯$",
                                       "여섯$", "일곱$", "여덟$", "아홉$"};
    size_t from = line->words[w].from;

    if (rest_is_one_of(line, from, WHOLE, COUNT(WHOLE))) {
        return true;
    }
    for (size_t i = 0; i < COUNT(TENS); i++) {
        size_t n = sound_word_starts(line, w, TENS[i]);
        if (n > 0 && from + n < line->words[w].to &&
            rest_is_one_of(line, from + n, ONES, COUNT(ONES))) {
            return true;
        }
    }
    return false;
}

static bool starts_with_counter(const sound_line *line, size_t w)
{
    static const char *const COUNTERS[] = {
        "시간", "번째", "주일", "주년", "개월",   "인분", "켤레", "마리", "그릇", "그루",   "봉지",
        "상자", "박스", "군데", "가지", "자루",   "자리", "단계", "단어", "사람", "킬로",   "미터",
        "밀리", "리터", "그램", "센티", "퍼센트", "제곱", "학년", "송이", "바퀴", "발자국", "문제",
        "문장", "가구", "묶음", "조각", "줄",     "칸",   "통",   "팩",   "포대", "포기",   "개",
        "명",   "분",   "시",   "살",   "번",     "층",   "호",   "년",   "월",   "일",     "주",
        "원",   "회",   "세",   "도",   "등",     "장",   "권",   "병",   "잔",   "대",     "벌",
        "인",   "달",   "동",   "반",   "과",     "쪽",   "점",   "초",   "끼",   "억",     "만",
        "조",   "평",   "팀",   "채",   "척",     "급",   "배",   "부",   "조",   "해",     "말",
        "되",   "자",   "판",   "매",   "건",     "종",   "차",   "톤",   "섬",   "넉",     "위"};
    static const char *const BEHIND[] = {
        "이",   "가$",  "은$",  "는$",  "을$",  "를$",    "에",    "의$",  "도$",  "만$",
        "만에", "만이", "만은", "로$",  "로는", "로도",   "으로",  "와$",  "와는", "과$",
        "과는", "까지", "부터", "마다", "쯤",   "씩",     "정도",  "입",   "인",   "예",
        "였",   "여서", "째",   "짜리", "간$",  "간은",   "간의",  "동안", "나$",  "나요",
        "보다", "뿐",   "전$",  "후$",  "미만", "당$",    "하고$", "밖에", "남짓", "여$",
        "생$",  "반$",  "호실", "들$",  "말$",  "말까지", "치$",   "어치", "분"};

    for (size_t i = 0; i < COUNT(COUNTERS); i++) {
        size_t n = sound_word_starts(line, w, COUNTERS[i]);
        if (n > 0 && (line->words[w].from + n == line->words[w].to ||
                      rest_is_one_of(line, line->words[w].from + n, BEHIND, COUNT(BEHIND)))) {
            return true;
        }
    }
    return false;
}

/* 열 개[열 깨], 여덟 살; 팔 도[팔 또] as ㄹ + ㄷㅅㅈ in Sino-Korean (article 26). */
static void tense_behind_number(sound_line *line, size_t a, size_t b, bool sino)
{
    static const int32_t TEN = 0xC5F4, EIGHT = 0xB35F;
    unsigned initial = unit_at(line, b)->now.initial;

    if (sino && spelled_final(line, a) == FIN_L &&
        (initial == INI_D || initial == INI_S || initial == INI_J)) {
        make_tense(line, a, b, 26);
    } else if (!sino && (unit_at(line, a)->spelled == TEN || unit_at(line, a)->spelled == EIGHT)) {
        make_tense(line, a, b, 27);
    }
}

/* A number of more than a day (일) and its particle (일이): 공일일 일이삼사 are two words. */
static bool is_next_group(const sound_line *line, size_t w)
{
    enum { DAY_AND_PARTICLE = 2 };
    return line->words[w].to - line->words[w].from > DAY_AND_PARTICLE && is_sino_number(line, w);
}

static void join_number(sound_line *line, size_t w)
{
    bool sino = is_sino_number(line, w);

    if (is_next_group(line, w + 1) || (!sino && !is_native_number(line, w)) ||
        spelled_final(line, last_unit(line, w)) == FIN_NONE || !starts_with_counter(line, w + 1)) {
        return;
    }
    sound_word_join(line, w);
    tense_behind_number(line, last_unit(line, w), line->words[w + 1].from, sino);
}

/* 옷 한 벌[오 탄 벌]: the thing before 한 and its counter. */
static void join_thing_before_one(sound_line *line, size_t w)
{
    unsigned final = jamo_spoken_final(spelled_final(line, last_unit(line, w)));

    if (jamo_is_stop(final) && sound_word_is(line, w + 1, "한") && sound_word_meets(line, w + 1) &&
        starts_with_counter(line, w + 2)) {
        sound_word_join(line, w);
    }
}

/* 첫 번째[첟 뻔째], 몇 골[멷 꼴]: they never stand alone. */
static void join_determiner(sound_line *line, size_t w)
{
    if ((sound_word_is(line, w, "첫") || sound_word_is(line, w, "몇")) &&
        unit_at(line, line->words[w + 1].from)->now.initial != INI_NONE) {
        sound_word_join(line, w);
    }
}

/* --- ㄴ before 이, 야, 여, 요, 유 (article 29) ------------------------------------------------ */

static bool wants_n(const sound_unit *unit)
{
    return unit->now.initial == INI_NONE &&
           (unit->now.medial == MED_I || jamo_is_iotised(unit->now.medial));
}

/* `final`, as it is spoken, stands before the added ㄴ. */
static void add_n(sound_line *line, size_t a, size_t b)
{
    sound_border(line, a, b, 29, unit_at(line, a)->now.final, INI_N);
}

static void join_negation(sound_line *line, size_t w)
{
    if (!sound_word_is(line, w, "못")) {
        return;
    }
    sound_word_join(line, w);
    if (wants_n(unit_at(line, line->words[w + 1].from))) {
        add_n(line, last_unit(line, w), line->words[w + 1].from);
    }
}

/* 할 일[할 릴], 하는 일[하는 닐]. */
static void join_work(sound_line *line, size_t w)
{
    static const char *const WORK[] = {
        "일$",  "일이$",  "일을$",  "일은$",   "일도$", "일에$",   "일로$",  "일만$",   "일과$",
        "일들", "일이에", "일입니", "일이다$", "일인$", "일이고$", "일이라", "일까지$", "일부터$"};
    size_t a = last_unit(line, w), b = line->words[w + 1].from;
    unsigned final = spelled_final(line, a);

    if ((final == FIN_N || final == FIN_L) && rest_is_one_of(line, b, WORK, COUNT(WORK)) &&
        lexicon_is_adnominal(line, w)) {
        sound_word_join(line, w);
        add_n(line, a, b);
    }
}

/* 정말요[정말료], 거든요[거든뇨]; 필요 and 민요 are words. */
static void particle_yo(sound_line *line, size_t w)
{
    enum { YO = 0xC694 };
    static const char *const WORDS[] = {"필요$", "민요$", "긴요$"};
    size_t to = line->words[w].to;

    if (to - line->words[w].from < 2 || unit_at(line, to - 1)->spelled != YO ||
        !unit_at(line, to - 1)->follows || !unit_at(line, to - 2)->syllable) {
        return;
    }
    unsigned final = spelled_final(line, to - 2);
    if (final != FIN_NONE && final != FIN_NG && unit_at(line, to - 1)->now.initial == INI_NONE &&
        !rest_is_one_of(line, to - 2, WORDS, COUNT(WORDS))) {
        add_n(line, to - 2, to - 1);
    }
}

void sound_join_words(sound_line *line)
{
    for (size_t w = 0; w < line->word_count; w++) {
        if (line->words[w].from == line->words[w].to) {
            continue;
        }
        tense_endings(line, w);
        particle_yo(line, w);
        if (!sound_word_meets(line, w) || line->words[w].joined) {
            continue;
        }
        join_negation(line, w);
        join_bound_noun(line, w);
        join_number(line, w);
        join_thing_before_one(line, w);
        join_determiner(line, w);
        join_work(line, w);
    }
}
