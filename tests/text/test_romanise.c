/* SPDX-License-Identifier: MIT */
/* Revised Romanization: the notice's own examples and what its rules make of other words. What
 * needs to know that a word is a name stands apart. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/pronounce.h"
#include "support/readings.h"

static int new_arena(void **state)
{
    return ept_arena_new((ept_arena **)state) == EPT_OK ? 0 : -1;
}

static int free_arena(void **state)
{
    ept_arena_free(*state);
    return 0;
}

static const char *romanise(ept_arena *arena, const char *spelled, const char *respelled)
{
    ept_sound_word word;
    ept_reading reading = reading_of(&word, spelled, respelled);
    const char *letters = NULL;

    assert_ok(ept_text_romanise(&letters, arena, &reading));
    return letters;
}

static void romanise__writes__the_table(void **state)
{
    const reading_row *rows;
    size_t count = reading_rows(&rows, *state, "romanise.tsv"), wrong = 0;

    for (size_t i = 0; i < count; i++) {
        const char *const *cells = rows[i].cells;
        const char *got = romanise(*state, cells[0], cells[1]);
        if (strcmp(got, cells[2]) != 0) {
            print_error("%s [%s]: %s, not %s\n", cells[0], cells[1], got, cells[2]);
            wrong++;
        }
    }
    assert_true(count >= 120);
    assert_int_equal(0, wrong);
}

/* The same words from their spelling alone; two of the notice are told here, as a bank would. */
static void romanise__agrees__with_the_pronunciation(void **state)
{
    const reading_row *rows;
    size_t count = reading_rows(&rows, *state, "romanise.tsv"), wrong = 0;
    ept_lexicon *lexicon;

    assert_ok(ept_lexicon_new(&lexicon));
    reading_lexicon(lexicon, *state);
    assert_ok(ept_lexicon_add(lexicon, "학여울", "항녀울"));
    assert_ok(ept_lexicon_add(lexicon, "알약", "알략"));
    for (size_t i = 0; i < count; i++) {
        const ept_reading *reading;
        const char *letters, *spelled = rows[i].cells[0];
        assert_ok(ept_text_pronounce(&reading, *state, lexicon, ept_str_of(spelled)));
        assert_ok(ept_text_romanise(&letters, *state, reading));
        if (strcmp(letters, rows[i].cells[2]) != 0) {
            print_error("%s [%s]: %s, not %s\n", spelled, reading->respelled, letters,
                        rows[i].cells[2]);
            wrong++;
        }
    }
    assert_int_equal(0, wrong);
    ept_lexicon_free(lexicon);
}

static void romanise__writes__whole_lines(void **state)
{
    static const char *const lines[][2] = {
        {"오후 3:05에 만나요.", "ohu se si o bune mannayo."},
        {"11월 22일", "sibil wol isibi il"},
        {"옷 한 벌", "ot han beol"},
        {"«안전모»를 써야 합니다!", "«anjeonmo»reul sseoya hamnida!"},
        {"CCTV 3대", "sisitibeui se dae"}};

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const ept_reading *reading;
        const char *letters;
        assert_ok(ept_text_pronounce(&reading, *state, NULL, ept_str_of(lines[i][0])));
        assert_ok(ept_text_romanise(&letters, *state, reading));
        assert_string_equal(lines[i][1], letters);
    }
}

/* Chapter 3, articles 4 and 5, of the notice: 한복남 is Han Boknam, 홍빛나 Hong Bitna, 삼죽면
 * Samjuk-myeon, 인왕리 Inwang-ri, and house and street numbers stay numbers. That they are names
 * no reading says: they are written as they sound. */
static void romanise__writes__names_as_any_word(void **state)
{
    assert_string_equal("hanbongnam", romanise(*state, "한복남", "한봉남"));
    assert_string_equal("hongbinna", romanise(*state, "홍빛나", "홍빈나"));
    assert_string_equal("samjungmyeon", romanise(*state, "삼죽면", "삼중면"));
    assert_string_equal("inwangni", romanise(*state, "인왕리", "인왕니"));
}

static void romanise__writes__each_joined_word_by_itself(void **state)
{
    const ept_sound_word words[] = {
        {.lead = "«", .trail = "", .spelled = "옷", .respelled = "오", .joined = true},
        {.lead = "", .trail = "", .spelled = "한", .respelled = "탄", .joined = true},
        {.lead = "", .trail = "»,", .spelled = "벌", .respelled = "벌", .joined = false},
        {.lead = "", .trail = "", .spelled = "못", .respelled = "모", .joined = true},
        {.lead = "", .trail = "?", .spelled = "와요", .respelled = "돠요", .joined = false}};
    const ept_reading reading = {.words = words, .word_count = 5, .respelled = ""};
    const char *letters;

    assert_ok(ept_text_romanise(&letters, *state, &reading));
    assert_string_equal("«ot han beol», mot wayo?", letters);
}

static void romanise__keeps__what_is_no_syllable(void **state)
{
    assert_string_equal("", romanise(*state, "", ""));
    assert_string_equal("ㅋㅋ", romanise(*state, "ㅋㅋ", "ㅋㅋ"));
    assert_string_equal("Қ日A-ga", romanise(*state, "Қ日A-가", "Қ日A-가"));
    assert_string_equal("gaㄱga", romanise(*state, "가ㄱ가", "가ㄱ가"));
}

static void romanise__takes__the_sound_when_lengths_differ(void **state)
{
    assert_string_equal("gana", romanise(*state, "가", "가나"));
    assert_string_equal("gukka", romanise(*state, "국가가", "구까"));
}

static void romanise__ends__on_a_long_word(void **state)
{
    enum { SYLLABLES = 100000 };
    ept_buf word = {0};

    for (size_t i = 0; i < SYLLABLES; i++) {
        ept_buf_puts(&word, "값");
    }
    assert_ok(ept_buf_ok(&word));
    assert_int_equal(3 * SYLLABLES, strlen(romanise(*state, word.p, word.p)));
    ept_buf_clear(&word);
}

static void romanise__reports__no_memory(void **state)
{
    ept_sound_word word;
    ept_reading reading = reading_of(&word, "학교", "학꾜");
    const char *letters;

    for (size_t nth = 1;; nth++) {
        ept_alloc_fail_at(nth);
        ept_status st = ept_text_romanise(&letters, *state, &reading);
        ept_alloc_fail_at(0);
        if (st == EPT_OK) {
            assert_true(nth > 3);
            return;
        }
        assert_status(EPT_E_NOMEM, st);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(romanise__writes__the_table, new_arena, free_arena),
        cmocka_unit_test_setup_teardown(romanise__agrees__with_the_pronunciation, new_arena,
                                        free_arena),
        cmocka_unit_test_setup_teardown(romanise__writes__whole_lines, new_arena, free_arena),
        cmocka_unit_test_setup_teardown(romanise__writes__names_as_any_word, new_arena, free_arena),
        cmocka_unit_test_setup_teardown(romanise__writes__each_joined_word_by_itself, new_arena,
                                        free_arena),
        cmocka_unit_test_setup_teardown(romanise__keeps__what_is_no_syllable, new_arena,
                                        free_arena),
        cmocka_unit_test_setup_teardown(romanise__takes__the_sound_when_lengths_differ, new_arena,
                                        free_arena),
        cmocka_unit_test_setup_teardown(romanise__ends__on_a_long_word, new_arena, free_arena),
        cmocka_unit_test_setup_teardown(romanise__reports__no_memory, new_arena, free_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
