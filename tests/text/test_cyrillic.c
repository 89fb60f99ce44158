/* SPDX-License-Identifier: MIT */
/* Korean in Russian and in Kazakh letters: place names as they are known, words of every day. */
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

static const char *cyrillic(ept_arena *arena, ept_lang lang, const char *spelled,
                            const char *respelled)
{
    ept_sound_word word;
    ept_reading reading = reading_of(&word, spelled, respelled);
    const char *letters = NULL;

    assert_ok(ept_text_cyrillic(&letters, arena, lang, &reading));
    return letters;
}

static void check_table(ept_arena *arena, ept_lang lang, size_t column)
{
    const reading_row *rows;
    size_t count = reading_rows(&rows, arena, "cyrillic.tsv"), wrong = 0;

    for (size_t i = 0; i < count; i++) {
        const char *const *cells = rows[i].cells;
        const char *got = cyrillic(arena, lang, cells[0], cells[1]);
        if (strcmp(got, cells[column]) != 0) {
            print_error("%s [%s]: %s, not %s\n", cells[0], cells[1], got, cells[column]);
            wrong++;
        }
    }
    assert_true(count >= 40);
    assert_int_equal(0, wrong);
}

static void cyrillic__writes__russian_by_kontsevich(void **state)
{
    check_table(*state, EPT_LANG_RU, 2);
}

static void cyrillic__writes__kazakh(void **state)
{
    check_table(*state, EPT_LANG_KK, 3);
}

static void cyrillic__keeps__words_and_marks_apart(void **state)
{
    const ept_sound_word words[] = {
        {.lead = "(", .trail = "", .spelled = "밥", .respelled = "밤", .joined = true},
        {.lead = "", .trail = ")", .spelled = "먹고", .respelled = "먹꼬", .joined = false},
        {.lead = "", .trail = "!", .spelled = "가ㅋ日", .respelled = "가ㅋ日", .joined = false}};
    const ept_reading reading = {.words = words, .word_count = 3, .respelled = ""};
    const char *letters;

    assert_ok(ept_text_cyrillic(&letters, *state, EPT_LANG_RU, &reading));
    assert_string_equal("(пап мокко) каㅋ日!", letters);
}

static void cyrillic__refuses__other_languages(void **state)
{
    const ept_reading reading = {.words = NULL, .word_count = 0, .respelled = ""};
    const char *letters;

    assert_status(EPT_E_INVAL, ept_text_cyrillic(&letters, *state, EPT_LANG_KO, &reading));
    assert_status(EPT_E_INVAL, ept_text_cyrillic(&letters, *state, EPT_LANG_EN, &reading));
    assert_ok(ept_text_cyrillic(&letters, *state, EPT_LANG_KK, &reading));
    assert_string_equal("", letters);
}

static void cyrillic__reports__no_memory(void **state)
{
    ept_sound_word word;
    ept_reading reading = reading_of(&word, "학교", "학꾜");
    const char *letters;

    ept_alloc_fail_at(1);
    ept_status st = ept_text_cyrillic(&letters, *state, EPT_LANG_RU, &reading);
    ept_alloc_fail_at(0);
    assert_status(EPT_E_NOMEM, st);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(cyrillic__writes__russian_by_kontsevich, new_arena,
                                        free_arena),
        cmocka_unit_test_setup_teardown(cyrillic__writes__kazakh, new_arena, free_arena),
        cmocka_unit_test_setup_teardown(cyrillic__keeps__words_and_marks_apart, new_arena,
                                        free_arena),
        cmocka_unit_test_setup_teardown(cyrillic__refuses__other_languages, new_arena, free_arena),
        cmocka_unit_test_setup_teardown(cyrillic__reports__no_memory, new_arena, free_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
