/* SPDX-License-Identifier: MIT */
/* One entry of the pronunciation lexicon as it is written: a spelling with marks for what is heard,
 * or spelling=sound. The marks are told at the head of assets/pronounce/lexicon.txt. */
#include "jamo.h"
#include "lexicon_priv.h"

/* A token on its way. */
typedef struct token_reader {
    lexicon_entry *entry;
    ept_str text;
    size_t pos;
    bool tense, insert, edge, drop; /* marks that wait for the next syllable */
} token_reader;

static void change_syllable(token_reader *r, jamo_syllable *s)
{
    lexicon_entry *entry = r->entry;

    if (r->drop && entry->count > 0) {
        jamo_syllable before = jamo_split(entry->as[entry->count - 1]);
        before.final = FIN_NONE;
        entry->as[entry->count - 1] = jamo_join(before);
    }
    if (r->tense || r->drop) {
        s->initial = (uint8_t)jamo_tense(s->initial);
    }
    if (r->insert) {
        s->initial = INI_N;
    }
    if (r->edge) {
        entry->edges |= (uint16_t)(1U << entry->count);
    }
    r->tense = r->insert = r->edge = r->drop = false;
}

static const char *add_syllable(token_reader *r, int32_t c)
{
    lexicon_entry *entry = r->entry;

    if (entry->count == LEXICON_MAX_KEY) {
        return "too long";
    }
    jamo_syllable s = jamo_split(c);
    if (r->insert && s.initial != INI_NONE) {
        return "+ stands before a vowel only";
    }
    if ((r->tense || r->drop) && jamo_tense(s.initial) == s.initial) {
        return "' and * stand before a plain consonant only";
    }
    change_syllable(r, &s);
    entry->key[entry->count] = c;
    entry->as[entry->count] = jamo_join(s);
    entry->count++;
    return NULL;
}

static const char *add_blank(token_reader *r, bool joined)
{
    lexicon_entry *entry = r->entry;

    if (entry->count == 0 || entry->count == LEXICON_MAX_KEY) {
        return entry->count == 0 ? "a blank cannot be the first" : "too long";
    }
    entry->joins = entry->joins || joined;
    entry->key[entry->count] = LEXICON_BLANK;
    entry->as[entry->count] = LEXICON_BLANK;
    entry->count++;
    return NULL;
}

/* What stands behind "=". */
static const char *read_sound(token_reader *r)
{
    lexicon_entry *entry = r->entry;
    size_t count = 0;

    while (r->pos < r->text.n) {
        int32_t c = ept_utf8_next(r->text, &r->pos);
        bool blank = c == '_' || c == '^';
        if (!blank && !jamo_is_syllable(c)) {
            return "the sound is not in Hangul syllables";
        }
        if (count == entry->count || blank != (entry->key[count] == LEXICON_BLANK)) {
            return "spelling and sound differ in syllables";
        }
        entry->as[count++] = blank ? LEXICON_BLANK : c;
    }
    return count == entry->count ? NULL : "spelling and sound differ in syllables";
}

static const char *read_mark(token_reader *r, int32_t c)
{
    switch (c) {
    case '\'':
        r->tense = true;
        return NULL;
    case '+':
        r->insert = true;
        return NULL;
    case '|':
        r->edge = true;
        return NULL;
    case '*':
        r->drop = true;
        return NULL;
    case '_':
    case '^':
        return add_blank(r, c == '^');
    default:
        return "not Hangul syllables and marks";
    }
}

const char *lexicon_token(lexicon_entry *out, ept_str token)
{
    *out = (lexicon_entry){0};
    token_reader r = {.entry = out, .text = token};

    if (token.n > 0 && token.p[0] == '~') {
        out->inside = true;
        r.pos = 1;
    }
    while (r.pos < token.n) {
        int32_t c = ept_utf8_next(token, &r.pos);
        const char *wrong = NULL;
        if (c == '$' && r.pos == token.n) {
            out->at_end = true;
        } else if (c == '=') {
            wrong = read_sound(&r);
        } else if (jamo_is_syllable(c)) {
            wrong = add_syllable(&r, c);
        } else {
            wrong = read_mark(&r, c);
        }
        if (wrong) {
            return wrong;
        }
    }
    if (out->count == 0 || out->key[out->count - 1] == LEXICON_BLANK) {
        return "no word";
    }
    return r.tense || r.insert || r.edge || r.drop ? "a mark at the end" : NULL;
}
