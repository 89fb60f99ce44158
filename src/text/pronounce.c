/* SPDX-License-Identifier: MIT */
/* A line of Korean into words and syllables, through the stages, and out as a reading. Each stage
 * passes over the line once and looks a bounded number of syllables around, so the time is linear.
 */
#include <stdio.h>
#include <string.h>

#include <unicode/uchar.h>

#include "pronounce_priv.h"
#include "text_priv.h"

enum { MAX_BYTES = 1024 * 1024, PART_BYTES = 32 };

/* --- notes ------------------------------------------------------------------------------------ */

static void note(sound_line *line, size_t unit, int article, const char *from, const char *to)
{
    if (article == 0 || line->failed) {
        return;
    }
    sound_note *notes =
        text_grow(line->notes, &line->note_cap, line->note_count, sizeof *line->notes);
    if (!notes) {
        line->failed = true;
        return;
    }
    line->notes = notes;
    sound_note *added = &notes[line->note_count];
    added->word = line->units[unit].word;
    added->change.article = article;
    added->change.from = ept_arena_strdup(line->arena, from);
    added->change.to = ept_arena_strdup(line->arena, to);
    if (!added->change.from || !added->change.to) {
        line->failed = true;
        return;
    }
    line->note_count++;
}

static void put_syllable(char out[5], unsigned initial, unsigned medial)
{
    jamo_syllable s = {(uint8_t)initial, (uint8_t)medial, FIN_NONE};
    out[ept_utf8_put(out, jamo_join(s))] = '\0';
}

void sound_border(sound_line *line, size_t a, size_t b, int article, unsigned final,
                  unsigned initial)
{
    jamo_syllable before = a == SIZE_MAX ? (jamo_syllable){0, 0, FIN_NONE} : line->units[a].now;
    jamo_syllable *after = &line->units[b].now;
    char from[PART_BYTES], to[PART_BYTES], old_open[5], new_open[5];

    if (before.final == final && after->initial == initial) {
        return;
    }
    put_syllable(old_open, after->initial, after->medial);
    put_syllable(new_open, initial, after->medial);
    bool open = after->initial == INI_NONE || initial == INI_NONE || article == 17 ||
                before.final == FIN_NONE;
    (void)snprintf(from, sizeof from, "%s%s%s", jamo_final_name(before.final),
                   before.final ? " + " : "", open ? old_open : jamo_initial_name(after->initial));
    (void)snprintf(to, sizeof to, "%s%s%s", jamo_final_name(final), final ? " + " : "",
                   open ? new_open : jamo_initial_name(initial));
    after->initial = (uint8_t)initial;
    if (a != SIZE_MAX) {
        line->units[a].now.final = (uint8_t) final;
    }
    note(line, a == SIZE_MAX ? b : a, article, from, to);
}

void sound_final(sound_line *line, size_t a, int article, unsigned final)
{
    unsigned old = line->units[a].now.final;
    if (old != final) {
        line->units[a].now.final = (uint8_t) final;
        note(line, a, article, jamo_final_name(old), jamo_final_name(final));
    }
}

void sound_medial(sound_line *line, size_t a, int article, unsigned medial)
{
    jamo_syllable *now = &line->units[a].now;
    char from[5], to[5];

    if (now->medial == medial) {
        return;
    }
    put_syllable(from, now->initial, now->medial);
    put_syllable(to, now->initial, medial);
    now->medial = (uint8_t)medial;
    note(line, a, article, from, to);
}

/* --- words ------------------------------------------------------------------------------------ */

/* Part of a word rather than punctuation around it. */
static bool is_letter(int32_t c)
{
    return c >= 0 && (u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK);
}

/* Marks that do not part two sounds: '약'을 is said as 약을. */
static bool is_quote(int32_t c)
{
    return c == '\'' || c == '"' || (c >= 0x2018 && c <= 0x201F) || (c >= 0x300C && c <= 0x300F);
}

static void add_unit(sound_line *line, int32_t c, size_t word)
{
    sound_unit *units =
        text_grow(line->units, &line->unit_cap, line->unit_count, sizeof *line->units);
    if (!units) {
        line->failed = true;
        return;
    }
    line->units = units;
    sound_unit *unit = &units[line->unit_count++];
    *unit = (sound_unit){.spelled = c, .word = (uint32_t)word};
    if (jamo_is_syllable(c)) {
        unit->syllable = true;
        unit->now = jamo_split(c);
        unit->closed_ui = unit->now.medial == MED_UI && unit->now.initial != INI_NONE;
    }
}

/* The characters of one word, which lies in text[core, trail). */
static void add_units(sound_line *line, const sound_span *word, size_t w)
{
    size_t last = SIZE_MAX; /* the syllable that the next one touches */

    for (size_t at = word->core; at < word->trail && !line->failed;) {
        int32_t c = ept_utf8_next(line->text, &at);
        add_unit(line, c, w);
        if (line->failed) {
            return;
        }
        size_t here = line->unit_count - 1;
        if (line->units[here].syllable) {
            if (last != SIZE_MAX) {
                line->units[last].next = (uint32_t)here;
                line->units[here].follows = true;
            }
            last = here;
        } else if (!is_quote(c)) {
            last = SIZE_MAX;
        }
    }
}

/* One word between white space, text[from, to). */
static void add_word(sound_line *line, size_t from, size_t to)
{
    sound_span *words =
        text_grow(line->words, &line->word_cap, line->word_count, sizeof *line->words);
    if (!words) {
        line->failed = true;
        return;
    }
    line->words = words;
    sound_span *word = &words[line->word_count];
    *word = (sound_span){.lead = from, .core = to, .trail = to, .end = to};
    for (size_t at = from; at < to;) {
        size_t here = at;
        if (is_letter(ept_utf8_next(line->text, &at))) {
            word->core = here < word->core ? here : word->core;
            word->trail = at;
        }
    }
    word->trail = word->core == to ? to : word->trail;
    word->from = line->unit_count;
    add_units(line, word, line->word_count);
    word->to = line->unit_count;
    line->word_count++;
}

static void split_words(sound_line *line)
{
    size_t from = 0, at = 0;

    while (at < line->text.n && !line->failed) {
        size_t here = at;
        if (u_isUWhiteSpace(ept_utf8_next(line->text, &at))) {
            if (here > from) {
                add_word(line, from, here);
            }
            from = at;
        }
    }
    if (line->text.n > from && !line->failed) {
        add_word(line, from, line->text.n);
    }
}

/* --- the reading ------------------------------------------------------------------------------ */

static const char *part(const sound_line *line, size_t from, size_t to)
{
    return ept_arena_strndup(line->arena, line->text.p + from, to - from);
}

static void put_respelled(ept_buf *out, const sound_line *line, const sound_span *word)
{
    for (size_t i = word->from; i < word->to; i++) {
        const sound_unit *unit = &line->units[i];
        char bytes[4];
        int32_t c = unit->syllable ? jamo_join(unit->now) : unit->spelled;
        ept_buf_add(out, bytes, ept_utf8_put(bytes, c));
    }
}

/* Notes sorted by word, those of one word as they were made. */
static ept_status give_changes(const sound_line *line, ept_sound_word *words)
{
    ept_sound_change *changes = ept_arena_array(line->arena, line->note_count + 1, sizeof *changes);
    if (!changes) {
        return ept_fail(EPT_E_NOMEM, "reading a line aloud: no memory");
    }
    for (size_t i = 0; i < line->note_count; i++) {
        words[line->notes[i].word].change_count++;
    }
    size_t start = 0;
    for (size_t w = 0; w < line->word_count; w++) {
        words[w].changes = changes + start;
        start += words[w].change_count;
        words[w].change_count = 0;
    }
    for (size_t i = 0; i < line->note_count; i++) {
        ept_sound_word *word = &words[line->notes[i].word];
        changes[(size_t)(word->changes - changes) + word->change_count++] = line->notes[i].change;
    }
    return EPT_OK;
}

static ept_status give_words(ept_reading *reading, const sound_line *line, ept_buf *respelled)
{
    ept_sound_word *words = ept_arena_array(line->arena, line->word_count + 1, sizeof *words);
    if (!words) {
        return ept_fail(EPT_E_NOMEM, "reading a line aloud: no memory");
    }
    for (size_t w = 0; w < line->word_count; w++) {
        const sound_span *span = &line->words[w];
        if (w > 0) {
            ept_buf_puts(respelled, " ");
        }
        ept_buf_add(respelled, line->text.p + span->lead, span->core - span->lead);
        size_t from = respelled->n;
        put_respelled(respelled, line, span);
        words[w].joined = span->joined;
        words[w].lead = part(line, span->lead, span->core);
        words[w].spelled = part(line, span->core, span->trail);
        words[w].trail = part(line, span->trail, span->end);
        words[w].respelled = respelled->failed ? NULL
                                               : ept_arena_strndup(line->arena, respelled->p + from,
                                                                   respelled->n - from);
        if (!words[w].lead || !words[w].spelled || !words[w].trail || !words[w].respelled) {
            return ept_fail(EPT_E_NOMEM, "reading a line aloud: no memory");
        }
        ept_buf_add(respelled, line->text.p + span->trail, span->end - span->trail);
    }
    reading->words = words;
    reading->word_count = line->word_count;
    return give_changes(line, words);
}

static ept_status give(const ept_reading **out, const sound_line *line)
{
    ept_buf respelled = {0};
    ept_reading *reading = ept_arena_alloc(line->arena, sizeof *reading);
    ept_status st;

    if (line->failed || !reading) {
        st = ept_fail(EPT_E_NOMEM, "reading a line aloud: no memory");
        goto done;
    }
    ept_buf_puts(&respelled, "");
    st = give_words(reading, line, &respelled);
    if (st != EPT_OK) {
        goto done;
    }
    st = ept_buf_ok(&respelled);
    if (st != EPT_OK) {
        goto done;
    }
    reading->respelled = ept_arena_strndup(line->arena, respelled.p, respelled.n);
    if (!reading->respelled) {
        st = ept_fail(EPT_E_NOMEM, "reading a line aloud: no memory");
        goto done;
    }
    *out = reading;
done:
    ept_buf_clear(&respelled);
    return st;
}

static ept_status check_size(ept_str text)
{
    if (text.n > MAX_BYTES) {
        return ept_fail(EPT_E_FORMAT, "reading a line aloud: %zu bytes are more than %d", text.n,
                        (int)MAX_BYTES);
    }
    return EPT_OK;
}

static void line_clear(sound_line *line)
{
    ept_free(line->units);
    ept_free(line->words);
    ept_free(line->notes);
}

ept_status ept_text_pronounce(const ept_reading **out, ept_arena *arena, const ept_lexicon *lexicon,
                              ept_str text)
{
    sound_line line = {.arena = arena, .lexicon = lexicon};
    ept_buf plain = {0};
    ept_status st = check_size(text);

    if (st != EPT_OK) {
        goto done;
    }
    st = ept_text_read_out(&plain, text);
    if (st != EPT_OK) {
        goto done;
    }
    line.text = (ept_str){plain.n ? plain.p : "", plain.n};
    split_words(&line);
    if (!line.failed) {
        lexicon_apply(&line);
        sound_join_words(&line);
        sound_rules(&line);
    }
    st = give(out, &line);
done:
    line_clear(&line);
    ept_buf_clear(&plain);
    return st;
}

ept_status ept_text_as_written(const ept_reading **out, ept_arena *arena, ept_str text)
{
    sound_line line = {.arena = arena};
    ept_buf composed = {0};
    ept_status st = check_size(text);

    if (st != EPT_OK) {
        goto done;
    }
    st = ept_text_nfc(&composed, text);
    if (st != EPT_OK) {
        goto done;
    }
    line.text = (ept_str){composed.n ? composed.p : "", composed.n};
    split_words(&line);
    st = give(out, &line);
done:
    line_clear(&line);
    ept_buf_clear(&composed);
    return st;
}
