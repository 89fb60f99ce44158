/* SPDX-License-Identifier: MIT */
/* What the surface of Korean never has, whatever goes in: random Hangul, all words and lines of the
 * questions. Rules that run over their own output change nothing. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/path.h"
#include "epstopik/pronounce.h"
#include "epstopik/rng.h"
#include "jamo.h"
#include "support/readings.h"

static ept_arena *arena;
static ept_lexicon *lexicon;

static int setup(void **state)
{
    (void)state;
    assert_ok(ept_arena_new(&arena));
    assert_ok(ept_lexicon_new(&lexicon));
    reading_lexicon(lexicon, arena);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    ept_alloc_fail_at(0);
    ept_lexicon_free(lexicon);
    ept_arena_free(arena);
    return 0;
}

static const ept_reading *read_with(const ept_lexicon *with, const char *text)
{
    const ept_reading *reading = NULL;
    assert_ok(ept_text_pronounce(&reading, arena, with, ept_str_of(text)));
    return reading;
}

static bool spoken_alone(unsigned final)
{
    return jamo_spoken_final(final) == final;
}

/* What is wrong with two syllables that touch (articles 8 to 23); NULL: nothing.
 */
static const char *illegal(jamo_syllable a, jamo_syllable b)
{
    bool stop = jamo_is_stop(a.final), tense = jamo_tense(b.initial) != b.initial;

    if (!spoken_alone(a.final)) {
        return "a final that is never spoken";
    }
    if (stop && (tense || b.initial == INI_N || b.initial == INI_M || b.initial == INI_H ||
                 b.initial == INI_R)) {
        return "a stop before a consonant that it changes";
    }
    if ((a.final == FIN_N && b.initial == INI_R) || (a.final == FIN_L && b.initial == INI_N) ||
        ((a.final == FIN_M || a.final == FIN_NG) && b.initial == INI_R)) {
        return "a nasal and ㄹ";
    }
    if (a.final != FIN_NONE && a.final != FIN_NG && b.initial == INI_NONE) {
        return "a final before a vowel";
    }
    return NULL;
}

/* Same number of syllables, and no pair that cannot be. */
static void check_surface(const char *word, const char *said)
{
    ept_str a = ept_str_of(word), b = ept_str_of(said);
    size_t pos = 0, count = 0, want = 0;
    int32_t before = -1;

    while (pos < a.n) {
        want += jamo_is_syllable(ept_utf8_next(a, &pos)) ? 1 : 0;
    }
    for (pos = 0; pos < b.n;) {
        int32_t c = ept_utf8_next(b, &pos);
        if (jamo_is_syllable(c)) {
            count++;
            jamo_syllable now = jamo_split(c);
            if ((now.initial == INI_J || now.initial == INI_JJ || now.initial == INI_CH) &&
                jamo_is_iotised(now.medial)) {
                fail_msg("%s is said as %s: ㅈ before ㅑ", word, said);
            }
            if (before >= 0 && illegal(jamo_split(before), now)) {
                fail_msg("%s is said as %s: %s", word, said, illegal(jamo_split(before), now));
            }
            before = c;
        } else {
            before = -1;
        }
    }
    assert_int_equal(want, count);
}

/* ㅢ that came by liaison (협의) would be read again. */
static bool has_ui(const char *text)
{
    ept_str all = ept_str_of(text);
    for (size_t pos = 0; pos < all.n;) {
        int32_t c = ept_utf8_next(all, &pos);
        if (jamo_is_syllable(c) && jamo_split(c).medial == MED_UI) {
            return true;
        }
    }
    return false;
}

static void check_word(const char *word)
{
    const ept_reading *once = read_with(NULL, word);

    check_surface(word, once->respelled);
    if (!has_ui(once->respelled)) {
        assert_string_equal(once->respelled, read_with(NULL, once->respelled)->respelled);
    }
    check_surface(word, read_with(lexicon, word)->respelled);
}

static void rules__give__sounds_that_exist__of_random_hangul(void **state)
{
    (void)state;
    ept_rng rng;

    ept_rng_seed(&rng, 30);
    for (int round = 0; round < 20000; round++) {
        char word[64];
        size_t n = 0;
        for (uint32_t i = 1 + ept_rng_below(&rng, 5); i > 0; i--) {
            char bytes[4];
            int32_t c = JAMO_FIRST + (int32_t)ept_rng_below(&rng, JAMO_LAST - JAMO_FIRST + 1);
            size_t added = ept_utf8_put(bytes, c);
            memcpy(word + n, bytes, added);
            n += added;
        }
        word[n] = '\0';
        check_word(word);
        if (round % 500 == 0) {
            ept_arena_reset(arena);
        }
    }
}

static void check_line(const char *line)
{
    const ept_reading *reading = read_with(lexicon, line);

    for (size_t i = 0; i < reading->word_count; i++) {
        check_surface(reading->words[i].spelled, reading->words[i].respelled);
    }
}

/* All runs of Hangul in the questions, and all lines. */
static void rules__give__sounds_that_exist__of_all_questions(void **state)
{
    (void)state;
    const char **files = NULL;
    size_t count = 0, words = 0;
    ept_arena *names = NULL;
    ept_buf text = {0}, word = {0};

    assert_ok(ept_arena_new(&names));
    assert_ok(ept_path_walk(&files, &count, names, EPT_SOURCE_DIR "/questions"));
    for (size_t i = 0; i < count; i++) {
        const char *path = ept_path_join(names, EPT_SOURCE_DIR "/questions", files[i]);
        assert_non_null(path);
        if (!strstr(path, ".yaml")) {
            continue;
        }
        assert_ok(ept_path_read(&text, path));
        for (size_t pos = 0; pos < text.n;) {
            size_t from = pos;
            if (jamo_is_syllable(ept_utf8_next((ept_str){text.p, text.n}, &pos))) {
                ept_buf_add(&word, text.p + from, pos - from);
            } else if (word.n > 0) {
                check_word(word.p);
                ept_buf_reset(&word);
                words++;
            }
        }
        for (char *line = text.p, *end; line && *line; line = end ? end + 1 : NULL) {
            end = strchr(line, '\n');
            if (end) {
                *end = '\0';
            }
            check_line(line);
        }
        ept_arena_reset(arena);
    }
    assert_true(words > 10000);
    ept_buf_clear(&text);
    ept_buf_clear(&word);
    ept_arena_free(names);
}

int main(void)
{
#define WITH(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        WITH(rules__give__sounds_that_exist__of_random_hangul),
        WITH(rules__give__sounds_that_exist__of_all_questions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
