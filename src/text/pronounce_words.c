/* SPDX-License-Identifier: MIT */
/* Questions about the words of a line as they are spelled. */
#include "pronounce_priv.h"

/* Units of `pattern` that stand from `at` on, before `end`; 0 when one differs. */
static size_t match(const sound_line *line, size_t at, size_t end, const char *pattern)
{
    ept_str want = ept_str_of(pattern);
    size_t count = 0;

    for (size_t pos = 0; pos < want.n; count++) {
        int32_t c = ept_utf8_next(want, &pos);
        if (at + count >= end || line->units[at + count].spelled != c) {
            return 0;
        }
    }
    return count;
}

size_t sound_word_starts(const sound_line *line, size_t w, const char *pattern)
{
    return match(line, line->words[w].from, line->words[w].to, pattern);
}

bool sound_word_is(const sound_line *line, size_t w, const char *pattern)
{
    size_t count = line->words[w].to - line->words[w].from;
    return count > 0 && sound_word_starts(line, w, pattern) == count;
}

size_t sound_unit_starts(const sound_line *line, size_t unit, const char *pattern)
{
    return unit < line->unit_count
               ? match(line, unit, line->words[line->units[unit].word].to, pattern)
               : 0;
}

bool sound_word_meets(const sound_line *line, size_t w)
{
    if (w + 1 >= line->word_count) {
        return false;
    }
    const sound_span *a = &line->words[w], *b = &line->words[w + 1];
    return a->to > a->from && b->to > b->from && a->trail == a->end && b->lead == b->core &&
           line->units[a->to - 1].syllable && line->units[b->from].syllable;
}

void sound_word_join(sound_line *line, size_t w)
{
    sound_unit *a = &line->units[line->words[w].to - 1];
    sound_unit *b = &line->units[line->words[w + 1].from];

    a->next = (uint32_t)line->words[w + 1].from;
    b->follows = true;
    b->edge = true;
    line->words[w].joined = true;
}
