/* SPDX-License-Identifier: MIT */
/* pronounce.h - how Korean is read: numbers and symbols as words, the Standard Pronunciation as
 * respelled Hangul with the rule of each change, romanisation, a Cyrillic reading aid. Floor: text.
 * Rules and their numbers: Standard Pronunciation of the Standard Language (표준어 규정 제2부 표준
 * 발음법, Ministry of Culture notice 2017-13). All answers take time linear in the text. */
#ifndef EPSTOPIK_PRONOUNCE_H
#define EPSTOPIK_PRONOUNCE_H
#include <stdbool.h>
#include <stddef.h>

#include "epstopik/arena.h"
#include "epstopik/lang.h"
#include "epstopik/str.h"

/* --- numbers and symbols -----------------------------------------------------------------------
 */

/* `text` with everything that is not written as it is read put into Hangul words: numbers native or
 * Sino-Korean by what they count (세 시 십오 분, 스무 살, 만 이천 원, 공일공 일이삼사 오육칠팔),
 * dates, decimals, ranges, %, units, letters by their names (CCTV). Words it cannot read stay as
 * they are, save that full-width letters and digits become ASCII. `out` is reset first; NFC.
 *
 * Spacing: number, blank, counter (삼 층), a blank behind each 만 억 조; 유월 시월 are one word, so
 * is 제 with its number (제삼 조). A particle stays attached. Groups of a phone number have a
 * blank. Native up to 99 before things and people (서른세 명), up to 20 before 시간, 1-23 before
 * 시; above, with decimals and behind 제 all is Sino-Korean. What letters cannot tell: 번 is a
 * number (오 번) unless a period stands before it or an amount behind it (하루에 세 번); 분 is
 * minutes; 20대 30대 are people's ages, other numbers of 대 machines; 2~3 of a counter is an
 * estimate (이삼 일, 서너 명), else a range (에서, of hours and days 부터 까지). 119 112 1345 1350
 * and other help lines and what stands behind 번호 or is called go digit by digit, as does what
 * begins with 0 or has over 16 digits: 0 is 공 there and behind a hyphen, 영 in amounts and
 * decimals. A letter and one digit are read in English (에이포, 이나인). EPT_E_FORMAT: not UTF-8 or
 * over 64 MiB. EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_text_read_out(ept_buf *out, ept_str text);

/* --- what rules cannot know ---------------------------------------------------------------------
 */

/* Words with a boundary, a tense sound or an added ㄴ that spelling does not show. The format is
 * told at the head of assets/pronounce/lexicon.txt; later entries win over earlier ones. */
typedef struct ept_lexicon ept_lexicon;
EPT_NODISCARD ept_status ept_lexicon_new(ept_lexicon **out); /* empty. EPT_E_NOMEM */
void ept_lexicon_free(ept_lexicon *lexicon);                 /* NULL is fine */
/* All lines of a file. EPT_E_FORMAT names the line, and nothing of the text was taken; EPT_E_NOMEM.
 */
EPT_NODISCARD ept_status ept_lexicon_read(ept_lexicon *lexicon, ept_str text);
/* One entry, as a bank has it: `word` sounds as if it were written `as`. EPT_E_FORMAT: not Hangul,
 * or another number of syllables; EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_lexicon_add(ept_lexicon *lexicon, const char *word, const char *as);
size_t ept_lexicon_count(const ept_lexicon *lexicon);

/* --- pronunciation ------------------------------------------------------------------------------
 */

/* One change of sound: "ㅂ + 이" becomes "비" by article 13. */
typedef struct ept_sound_change {
    int article;           /* of the Standard Pronunciation, 5..30 */
    const char *from, *to; /* Hangul: what meets, what comes of it */
} ept_sound_change;

/* One word between white space. */
typedef struct ept_sound_word {
    const char *lead, *trail;        /* punctuation before and behind, "" when none */
    const char *spelled, *respelled; /* without punctuation; equal syllables one to one */
    const ept_sound_change *changes; /* in the order in which they apply */
    size_t change_count;
    bool joined; /* said in one breath with the next word: the last sound may have moved there */
} ept_sound_word;

/* Lives as long as the arena it was made in. */
typedef struct ept_reading {
    const ept_sound_word *words;
    size_t word_count;
    const char *respelled; /* the whole line with its punctuation, one blank between words */
} ept_reading;

/* How `text` is said: ept_text_read_out, then the lexicon, then the rules, in each word and from
 * word to word where two are said in one breath. Where two readings are allowed, the one that the
 * notice names first. What is not Hangul stays in its word as it is. lexicon may be NULL (rules
 * alone). EPT_E_FORMAT: not UTF-8 or over 1 MiB; EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_text_pronounce(const ept_reading **out, ept_arena *arena,
                                            const ept_lexicon *lexicon, ept_str text);
/* A reading of text that is written as it sounds already: no rule is applied. */
EPT_NODISCARD ept_status ept_text_as_written(const ept_reading **out, ept_arena *arena,
                                             ept_str text);

/* --- in other letters ---------------------------------------------------------------------------
 */

/* Revised Romanization (국어의 로마자 표기법, notices 2000-8 and 2014-42): lower case, no hyphens;
 * tense sounds of article 23-28 are not shown, ㄱㄷㅂ + ㅎ inside a noun keeps its h (how a noun is
 * known stands in transcribe.c). Each word as if it stood alone: 못 와요 is mot wayo. EPT_E_NOMEM.
 */
EPT_NODISCARD ept_status ept_text_romanise(const char **out, ept_arena *arena,
                                           const ept_reading *reading);
/* The same in Cyrillic: for EPT_LANG_RU the system of Kontsevich, for EPT_LANG_KK a practical
 * reading in Kazakh letters (the table stands in cyrillic.c). EPT_E_INVAL: another language;
 * EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_text_cyrillic(const char **out, ept_arena *arena, ept_lang lang,
                                           const ept_reading *reading);

#endif
