/* SPDX-License-Identifier: MIT */
/* Words of a line that the pronunciation lexicon knows: the longest entry whose conditions hold,
 * from left to right, and what it changes. */
#include "lexicon_priv.h"
#include "pronounce_priv.h"

enum { WORDS_BEFORE = 3, MAX_SUFFIX = 5 };

static bool any_starts(const sound_line *line, size_t w, const char *const *list)
{
    for (; *list; list++) {
        if (sound_word_starts(line, w, *list) > 0) {
            return true;
        }
    }
    return false;
}

static bool context_holds(const sound_line *line, const lexicon_context *context, size_t first,
                          size_t last)
{
    for (size_t back = 1; back <= WORDS_BEFORE && back <= first; back++) {
        if (any_starts(line, first - back, context->before)) {
            return true;
        }
    }
    return last + 1 < line->word_count && any_starts(line, last + 1, context->after);
}

/* One entry where it was found. */
typedef struct found {
    const lexicon_entry *entry;
    size_t end; /* the unit behind it */
} found;

/* Conditions on where an entry stands: units [from, to), the last one in word `last`. */
static bool holds(const sound_line *line, const lexicon_entry *entry, size_t from, size_t to,
                  size_t last)
{
    size_t first = line->units[from].word;
    return (entry->inside || from == line->words[first].from) &&
           (!entry->at_end || to == line->words[last].to) &&
           (!entry->context || context_holds(line, entry->context, first, last));
}

static const lexicon_entry *latest_that_holds(const sound_line *line, const lexicon_entry *entry,
                                              size_t from, size_t to, size_t last)
{
    while (entry && !holds(line, entry, from, to, last)) {
        entry = entry->older ? &line->lexicon->entries[entry->older - 1] : NULL;
    }
    return entry;
}

/* The longest entry that starts at a unit; entry NULL when none does. */
static found longest(const sound_line *line, size_t from)
{
    found best = {NULL, from};
    int32_t key[LEXICON_MAX_KEY];
    uint32_t hash = LEXICON_HASH_SEED;
    size_t word = line->units[from].word, count = 0;

    for (size_t at = from; count < LEXICON_MAX_KEY;) {
        if (at == line->words[word].to) {
            if (!sound_word_meets(line, word)) {
                break;
            }
            word++;
            key[count++] = LEXICON_BLANK;
            hash = lexicon_hash(hash, LEXICON_BLANK);
            continue;
        }
        key[count++] = line->units[at].spelled;
        hash = lexicon_hash(hash, line->units[at].spelled);
        at++;
        const lexicon_entry *entry =
            latest_that_holds(line, lexicon_find(line->lexicon, hash, key, count), from, at, word);
        if (entry) {
            best = (found){entry, at};
        }
    }
    return best;
}

/* The article of the entry, unless it is about something else than this added ㄴ or tense sound. */
static int article_of(const lexicon_entry *entry, unsigned old_initial, unsigned initial)
{
    enum { TENSE_FROM = 23, TENSE = 28, ADDED_N = 29, PARTS = 30 };
    int article = entry->article;

    if (old_initial == INI_NONE && initial == INI_N) {
        return article == PARTS ? article : ADDED_N;
    }
    if (jamo_tense(old_initial) == initial) {
        return (article >= TENSE_FROM && article <= TENSE) || article == PARTS ? article : TENSE;
    }
    return article;
}

/* The syllable that the one at `unit` touches from the right. */
static size_t before(const sound_line *line, size_t unit)
{
    if (!line->units[unit].follows) {
        return SIZE_MAX;
    }
    do {
        unit--;
    } while (!line->units[unit].syllable);
    return unit;
}

/* Syllable k of an entry, which stands at `unit`. */
static void change_unit(sound_line *line, const lexicon_entry *entry, size_t k, size_t unit)
{
    jamo_syllable want = jamo_split(entry->as[k]);
    jamo_syllable now = line->units[unit].now;

    if (want.initial != now.initial) {
        size_t prev = before(line, unit);
        unsigned final = prev == SIZE_MAX ? FIN_NONE : line->units[prev].now.final;
        if (prev != SIZE_MAX && k > 0) {
            size_t at = entry->as[k - 1] == LEXICON_BLANK ? k - 2 : k - 1;
            final = jamo_split(entry->as[at]).final;
        }
        sound_border(line, prev, unit, article_of(entry, now.initial, want.initial), final,
                     want.initial);
    }
    sound_medial(line, unit, entry->article, want.medial);
    bool next_changes =
        k + 1 < entry->count && entry->as[k + 1] != LEXICON_BLANK &&
        jamo_split(entry->as[k + 1]).initial != jamo_split(entry->key[k + 1]).initial;
    if (!next_changes) {
        sound_final(line, unit, entry->article, want.final);
    }
}

static void apply(sound_line *line, const lexicon_entry *entry, size_t from)
{
    size_t unit = from;

    for (size_t k = 0; k < entry->count; k++) {
        if (entry->key[k] == LEXICON_BLANK) {
            if (entry->joins) {
                sound_word_join(line, line->units[unit - 1].word);
            }
            continue;
        }
        if (entry->edges & (1U << k)) {
            line->units[unit].edge = true;
        }
        change_unit(line, entry, k, unit);
        unit++;
    }
}

void lexicon_apply(sound_line *line)
{
    if (!line->lexicon) {
        return;
    }
    for (size_t unit = 0; unit < line->unit_count;) {
        found best = {NULL, unit + 1};
        if (line->units[unit].syllable) {
            best = longest(line, unit);
        }
        if (best.entry) {
            apply(line, best.entry, unit);
            unit = best.end;
        } else {
            unit++;
        }
    }
}

bool lexicon_is_adnominal(const sound_line *line, size_t w)
{
    const sound_span *word = &line->words[w];
    int32_t key[MAX_SUFFIX + 1];

    for (size_t count = 1; line->lexicon && count <= MAX_SUFFIX && count <= word->to - word->from;
         count++) {
        uint32_t ends = lexicon_hash(LEXICON_HASH_SEED, LEXICON_ENDS);
        uint32_t is = lexicon_hash(LEXICON_HASH_SEED, LEXICON_IS);
        for (size_t i = 0; i < count; i++) {
            key[i + 1] = line->units[word->to - count + i].spelled;
            ends = lexicon_hash(ends, key[i + 1]);
            is = lexicon_hash(is, key[i + 1]);
        }
        key[0] = LEXICON_ENDS;
        if (lexicon_find(line->lexicon, ends, key, count + 1)) {
            return true;
        }
        key[0] = LEXICON_IS;
        if (count == word->to - word->from && lexicon_find(line->lexicon, is, key, count + 1)) {
            return true;
        }
    }
    return false;
}
