/* SPDX-License-Identifier: MIT */
/* phonemes.c - respelled Hangul as the phonemes of espeak-ng's Korean voice. Its own spelling rules
 * are passed by: they give ㅅ and ㅆ, and ㄱ and ㄲ inside a word, the same sound. Here lax stops
 * are voiced between voiced sounds and slightly aspirated elsewhere, tense ones have a long closure
 * (":") and a short burst, aspirated ones an [h] behind them; ㅆ lasts twice as long as ㅅ. */
#include <string.h>

#include "speech_priv.h"

enum {
    SYLLABLES = 0xAC00,
    SYLLABLES_END = 0xD7A3,
    VOWELS = 21,
    FINALS = 28,
    RIEUL = 5,
    CLAUSE_BYTES = 400, /* espeak-ng cuts a clause at about 800 bytes, in the midst of a word */
    WORD_SYLLABLES = 40,
};

/* What a syllable ends in: nothing, a stop by its place, or a sonorant. */
typedef enum ending { OPEN, STOP_P, STOP_T, STOP_K, RIEUL_END, NASAL_N, NASAL_M, NASAL_NG } ending;

/* apart: at the begin of a word and after a stop; voiced: between voiced sounds; place: of the stop
 * that melts into it. */
typedef struct onset {
    const char *apart, *voiced, *behind;
    ending place;
    bool tense, palatal; /* palatal: takes a following [j] into itself */
} onset;

static const onset onsets[] = {
    {"k", "g", "", STOP_K, false, false},      /* ㄱ */
    {"q-", "q-", "", STOP_K, true, false},     /* ㄲ */
    {"n", "n", "", OPEN, false, false},        /* ㄴ */
    {"t", "d", "", STOP_T, false, false},      /* ㄷ */
    {"t-", "t-", "", STOP_T, true, false},     /* ㄸ */
    {"*", "*", "", OPEN, false, false},        /* ㄹ */
    {"m", "m", "", OPEN, false, false},        /* ㅁ */
    {"ph", "b", "", STOP_P, false, false},     /* ㅂ */
    {"p-", "p-", "", STOP_P, true, false},     /* ㅃ */
    {"s", "s", "", OPEN, false, false},        /* ㅅ */
    {"s", "s", "", OPEN, true, false},         /* ㅆ */
    {"", "", "", OPEN, false, false},          /* ㅇ */
    {"dZ;", "dZ;", "", STOP_T, false, true},   /* ㅈ */
    {"tS;-", "tS;-", "", STOP_T, true, true},  /* ㅉ */
    {"tS", "tS", "|h", STOP_T, false, true},   /* ㅊ */
    {"k", "k", "|h", STOP_K, false, false},    /* ㅋ */
    {"t", "t", "|h", STOP_T, false, false},    /* ㅌ */
    {"p-", "p-", "|h:", STOP_P, false, false}, /* ㅍ */
    {"h", "h", "", OPEN, false, false},        /* ㅎ */
};
enum { SIOT = 9, SSANG_SIOT = 10 };

typedef struct vowel {
    const char *glide, *core;
} vowel;

static const vowel vowels[VOWELS] = {
    {"", "a"},  {"", "E"},  {"j", "a"}, {"j", "E"}, {"", "@"},  {"", "e"},   {"j", "@"},
    {"j", "e"}, {"", "o"},  {"w", "a"}, {"w", "E"}, {"w", "e"}, {"j", "o"},  {"", "u"},
    {"w", "@"}, {"w", "e"}, {"w", "i"}, {"j", "u"}, {"", "u-"}, {"", "u-j"}, {"", "i"},
};

/* By the final's number in Unicode; a cluster by the sound that it has before a pause. */
static const ending endings[FINALS] = {
    OPEN,     STOP_K,    STOP_K,  STOP_K,  NASAL_N,   NASAL_N,   NASAL_N,
    STOP_T,   RIEUL_END, STOP_K,  NASAL_M, RIEUL_END, RIEUL_END, RIEUL_END,
    STOP_P,   RIEUL_END, NASAL_M, STOP_P,  STOP_P,    STOP_T,    STOP_T,
    NASAL_NG, STOP_T,    STOP_T,  STOP_K,  STOP_T,    STOP_P,    STOP_T,
};

static const char *const endings_said[] = {
    [OPEN] = "",       [STOP_P] = "p-", [STOP_T] = "t-", [STOP_K] = "q-",
    [RIEUL_END] = "L", [NASAL_N] = "n", [NASAL_M] = "m", [NASAL_NG] = "N",
};

const char speech_sounds[] = "k g q- n t d t- * l m ph b p- s s; dZ; tS;- tS h N L j w "
                             "a E @ e o u u- i";

typedef struct saying {
    ept_buf *out;
    size_t clause;    /* where the clause begins in out */
    size_t syllables; /* of the word so far */
    ending last;      /* of the syllable before, not yet written */
    bool open;        /* a block is open: there is a syllable before */
    bool one_breath;  /* the next word goes on without a stop */
} saying;

static bool is_stop(ending e)
{
    return e == STOP_P || e == STOP_T || e == STOP_K;
}

/* The ending of the syllable before, and the onset with what meets it. */
static void put_onset(saying *s, int number, const vowel *v, bool in_breath)
{
    const onset *o = &onsets[number];
    ending before = in_breath ? s->last : OPEN;
    bool melts = is_stop(before) && o->place == before;
    bool doubled = before == RIEUL_END && number == RIEUL;
    bool siot = number == SIOT || number == SSANG_SIOT;

    if (s->open && !melts && !doubled) {
        ept_buf_puts(s->out, endings_said[s->last]);
    }
    if (s->syllables == 0) {
        ept_buf_puts(s->out, s->open ? "]] [[" : "[[");
    }
    if (doubled) {
        ept_buf_puts(s->out, "l");
    } else {
        ept_buf_puts(s->out, in_breath && !is_stop(before) ? o->voiced : o->apart);
    }
    if (siot && (v->glide[0] == 'j' || v->core[0] == 'i')) {
        ept_buf_puts(s->out, ";"); /* as in [ɕi] */
    }
    if (melts || (o->tense && (siot || !is_stop(before)))) {
        ept_buf_puts(s->out, ":");
    }
    ept_buf_puts(s->out, o->behind);
}

static void put_syllable(saying *s, int32_t c)
{
    int index = (int)(c - SYLLABLES);
    int number = index / (VOWELS * FINALS);
    const vowel *v = &vowels[index / FINALS % VOWELS];
    bool soft = onsets[number].palatal || number == SIOT || number == SSANG_SIOT;

    put_onset(s, number, v, s->open && (s->syllables > 0 || s->one_breath));
    if (v->glide[0] != 'j' || !soft) {
        ept_buf_puts(s->out, v->glide);
    }
    ept_buf_puts(s->out, s->syllables == 0 ? "'" : "");
    ept_buf_puts(s->out, v->core);
    s->last = endings[index % FINALS];
    s->open = true;
    s->syllables++;
}

/* What a sign does to the voice: '\0' not known, ' ' nothing, or the mark that ends a clause. */
static char mark_of(int32_t c)
{
    static const struct {
        const char *signs;
        char mark;
    } known[] = {
        {".。…．", '.'},
        {"?？", '?'},
        {"!！", '!'},
        {",、;:()[]/~-–—·ㆍ・，；：（）～〜", ','},
        {"'\"‘’“”「」『』《》〈〉<>_*", ' '},
    };
    char sign[4];
    size_t n = ept_utf8_put(sign, c);

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        ept_str signs = ept_str_of(known[i].signs);
        for (size_t at = 0, pos = 0; at < signs.n; at = pos) {
            (void)ept_utf8_next(signs, &pos);
            if (pos - at == n && memcmp(signs.p + at, sign, n) == 0) {
                return known[i].mark;
            }
        }
    }
    return '\0';
}

/* Ends the clause, if there is one. */
static void put_mark(saying *s, char mark)
{
    const char end[] = {mark, '\n', '\0'};

    if (s->open) {
        ept_buf_puts(s->out, endings_said[s->last]);
        ept_buf_puts(s->out, "]]");
        ept_buf_puts(s->out, end);
    }
    s->open = false;
    s->one_breath = false;
    s->syllables = 0;
    s->clause = s->out->n;
}

/* The strongest mark of a run of signs. False: one of them cannot be read aloud. */
static bool put_signs(saying *s, const char *signs)
{
    static const char order[] = " ,.!?";
    ept_str text = ept_str_of(signs);
    size_t pos = 0;
    size_t strongest = 0;
    int32_t c = 0;

    while ((c = ept_utf8_next(text, &pos)) != -1) {
        char mark = mark_of(c);
        if (mark == '\0') {
            return false;
        }
        size_t at = (size_t)(strchr(order, mark) - order);
        strongest = at > strongest ? at : strongest;
    }
    if (strongest > 0) {
        put_mark(s, order[strongest]);
    }
    return true;
}

/* A word that may have signs inside. False: it has what cannot be read aloud. */
static bool put_word(saying *s, const char *respelled)
{
    ept_str text = ept_str_of(respelled);
    size_t pos = 0;
    int32_t c = 0;

    s->syllables = 0;
    while ((c = ept_utf8_next(text, &pos)) != -1) {
        if (c >= SYLLABLES && c <= SYLLABLES_END) {
            put_syllable(s, c);
        } else {
            char mark = mark_of(c);
            if (mark == '\0') {
                return false;
            }
            if (mark != ' ') {
                put_mark(s, mark);
            }
        }
        if (s->syllables > WORD_SYLLABLES) {
            return false;
        }
    }
    return true;
}

ept_status ept_speech_phonemes(ept_buf *out, const ept_reading *reading)
{
    saying s = {.out = out};

    ept_buf_reset(out);
    for (size_t i = 0; i < reading->word_count; i++) {
        const ept_sound_word *word = &reading->words[i];
        if (out->n - s.clause > CLAUSE_BYTES) {
            put_mark(&s, ',');
        }
        if (!put_signs(&s, word->lead) || !put_word(&s, word->respelled) ||
            !put_signs(&s, word->trail)) {
            ept_buf_reset(out);
            return ept_fail(EPT_E_FORMAT, "\"%.60s\" cannot be read aloud; write it in Hangul%s",
                            word->spelled[0] ? word->spelled : word->lead,
                            s.syllables > WORD_SYLLABLES ? " with blanks" : " with as:");
        }
        s.one_breath = s.open && word->joined;
    }
    put_mark(&s, '.');
    if (out->n == 0) {
        return ept_fail(EPT_E_FORMAT, "there is nothing to say in \"%.60s\"", reading->respelled);
    }
    return ept_buf_ok(out);
}
