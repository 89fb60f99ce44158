/* SPDX-License-Identifier: MIT */
/* From a reading to the sounds that are written in foreign letters. A tense sound that a rule made
 * (articles 23 to 30) is written plain; ㄱ ㄷ ㅂ before ㅎ stay apart in a noun (묵호), in a verb
 * or adverb they are one sound (잡혀). Which of both a word is, its letters tell: 히 혀 and the
 * forms of 하다 behind ㄱ ㄷ ㅂ are verbs, all else is a noun. So 책하고, "with a book", is taken
 * for a verb. */
#include "transcribe_priv.h"

#include <string.h>

#include "epstopik/str.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- nouns and verbs ----------------------------------------------------------------------------
 */

static bool starts(ept_str text, const char *word)
{
    size_t n = strlen(word);

    return text.n >= n && memcmp(text.p, word, n) == 0;
}

static bool is_one_of(ept_str text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (ept_str_is(text, words[i])) {
            return true;
        }
    }
    return false;
}

/* `rest` begins with the ㅎ; `stem` is all before it. */
static bool is_verb(ept_str stem, ept_str rest)
{
    static const char *const forms[] = {
        "히",   "혀",     "혔",   "힌",   "힐",     "힘",   "힙",   "하다", "하고",   "하는",
        "하면", "하여",   "하지", "하게", "하니",   "하세", "하십", "하시", "하며",   "하려",
        "하러", "하도록", "하거", "하기", "하나요", "하네", "하자", "하던", "하군",   "하라",
        "하되", "한다",   "합니", "합시", "했",     "해요", "해서", "해도", "해야",   "해지",
        "해져", "해졌",   "해진", "해질", "하실",   "하신", "할게", "할까", "할수록", "해라"};
    static const char *const ends[] = {"해", "한", "할"};
    static const char *const short_stems[] = {"착", "급", "약", "못", "딱", "독"};
    static const char *const nouns[] = {"북한", "남북한", "역할", "직할", "북해", "독해"};
    enum { SYLLABLE = 3 };

    for (size_t i = 0; i < COUNT(forms); i++) {
        if (starts(rest, forms[i])) {
            return true;
        }
    }
    if (!is_one_of(rest, ends, COUNT(ends))) {
        return false;
    }
    ept_str word = {stem.p, (size_t)(rest.p - stem.p) + rest.n};
    return !is_one_of(word, nouns, COUNT(nouns)) &&
           (stem.n > SYLLABLE || is_one_of(stem, short_stems, COUNT(short_stems)));
}

/* --- one word -----------------------------------------------------------------------------------
 */

typedef struct letters {
    size_t at; /* in the word's bytes */
    int32_t c;
    jamo_syllable letters; /* of a syllable */
} letters;

typedef struct word_letters {
    ept_str text;
    letters *p;
    size_t n;
} word_letters;

static bool read_word(word_letters *out, ept_arena *arena, const char *text)
{
    out->text = ept_str_of(text);
    out->p = ept_arena_array(arena, out->text.n + 1, sizeof *out->p);
    out->n = 0;
    if (out->p == NULL) {
        return false;
    }
    for (size_t pos = 0; pos < out->text.n; out->n++) {
        letters *l = &out->p[out->n];
        l->at = pos;
        l->c = ept_utf8_next(out->text, &pos);
        if (jamo_is_syllable(l->c)) {
            l->letters = jamo_split(l->c);
        }
    }
    return true;
}

/* The initial that `i` has by spelling: its own, or what moves over from the final before it. */
static unsigned source_of(const word_letters *spelled, size_t i)
{
    unsigned stays, moves;

    if (spelled->p[i].letters.initial != INI_NONE || i == 0 ||
        !jamo_is_syllable(spelled->p[i - 1].c)) {
        return spelled->p[i].letters.initial;
    }
    unsigned final = spelled->p[i - 1].letters.final;
    if (final == FIN_BS || final == FIN_GS || final == FIN_LS) {
        return INI_S; /* 값이 is said 갑씨 by a rule */
    }
    jamo_move(final, &stays, &moves);
    return moves;
}

static bool is_final_h(unsigned final)
{
    return final == FIN_H || final == FIN_NH || final == FIN_LH;
}

static bool is_aspirated(unsigned initial)
{
    return initial == INI_K || initial == INI_T || initial == INI_P;
}

/* Takes back in sounds[i] what foreign letters do not show. */
static void take_back(transcribe_sound *sounds, const word_letters *spelled, size_t i)
{
    transcribe_sound *sound = &sounds[i];
    bool behind = i > 0 && sounds[i - 1].syllable;
    unsigned before = behind ? spelled->p[i - 1].letters.final : FIN_NONE;
    unsigned source = source_of(spelled, i);

    if (source != sound->said.initial && jamo_tense(source) == sound->said.initial &&
        !(source == INI_S && is_final_h(before))) {
        sound->said.initial = (uint8_t)source;
        sound->tensed = true;
        if (before != FIN_NONE && sounds[i - 1].said.final == FIN_NONE &&
            spelled->p[i].letters.initial != INI_NONE) {
            sounds[i - 1].said.final = (uint8_t)jamo_spoken_final(before); /* 샛별 */
        }
    }
    ept_str text = spelled->text;
    size_t at = spelled->p[i].at;
    if (behind && is_aspirated(sound->said.initial) && spelled->p[i].letters.initial == INI_H &&
        before != FIN_NONE && !is_final_h(before) &&
        !is_verb((ept_str){text.p, at}, (ept_str){text.p + at, text.n - at})) {
        sound->said.initial = INI_H;
        sounds[i - 1].said.final = (uint8_t)jamo_spoken_final(before);
    }
}

/* The sounds of a word as if it stood alone. */
static bool word_sounds(transcribe_sound **out, size_t *count, ept_arena *arena,
                        const ept_sound_word *word, bool joined_before)
{
    word_letters spelled, said;

    if (!read_word(&spelled, arena, word->spelled) || !read_word(&said, arena, word->respelled)) {
        return false;
    }
    spelled = spelled.n == said.n ? spelled : said;
    transcribe_sound *sounds = ept_arena_array(arena, said.n + 1, sizeof *sounds);
    if (sounds == NULL) {
        return false;
    }
    for (size_t i = 0; i < said.n; i++) {
        transcribe_sound *sound = &sounds[i];
        sound->other = said.p[i].c;
        sound->syllable = jamo_is_syllable(said.p[i].c) && jamo_is_syllable(spelled.p[i].c);
        if (!sound->syllable) {
            continue;
        }
        sound->said = said.p[i].letters;
        sound->said.final = (uint8_t)jamo_spoken_final(sound->said.final);
        sound->ui = spelled.p[i].letters.medial == MED_UI;
        if (i == 0 && joined_before) {
            sound->said.initial = spelled.p[i].letters.initial;
        }
        if (i + 1 == said.n && word->joined) {
            sound->said.final = (uint8_t)jamo_spoken_final(spelled.p[i].letters.final);
        }
        take_back(sounds, &spelled, i);
    }
    *out = sounds;
    *count = said.n;
    return true;
}

ept_status transcribe_reading(const char **out, ept_arena *arena, const ept_reading *reading,
                              transcribe_put *put)
{
    ept_buf line = {0};
    ept_status st = EPT_OK;

    for (size_t w = 0; w < reading->word_count; w++) {
        const ept_sound_word *word = &reading->words[w];
        transcribe_sound *sounds;
        size_t count;
        if (!word_sounds(&sounds, &count, arena, word, w > 0 && word[-1].joined)) {
            st = ept_fail(EPT_E_NOMEM, "transcribing: no memory");
            goto done;
        }
        ept_buf_puts(&line, w > 0 ? " " : "");
        ept_buf_puts(&line, word->lead);
        for (size_t i = 0; i < count; i++) {
            if (sounds[i].syllable) {
                put(&line, sounds, count, i);
            } else {
                char bytes[4];
                ept_buf_add(&line, bytes, ept_utf8_put(bytes, sounds[i].other));
            }
        }
        ept_buf_puts(&line, word->trail);
    }
    if ((st = ept_buf_ok(&line)) != EPT_OK) {
        goto done;
    }
    *out = ept_arena_strndup(arena, line.n > 0 ? line.p : "", line.n);
    st = *out != NULL ? EPT_OK : ept_fail(EPT_E_NOMEM, "transcribing: no memory");
done:
    ept_buf_clear(&line);
    return st;
}
