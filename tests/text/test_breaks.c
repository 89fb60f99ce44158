/* SPDX-License-Identifier: MIT */
/* Where lines may end. `|` in the expected text stands for a break. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/text.h"

static ept_arena *arena;

static int setup(void **state)
{
    (void)state;
    return ept_arena_new(&arena) == EPT_OK ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    ept_alloc_fail_at(0);
    ept_arena_free(arena);
    return 0;
}

/* The text with `|` at each break but the last. */
static void check(const char *expected)
{
    ept_buf plain = {0}, marked = {0};
    const size_t *breaks;
    size_t count, from = 0;

    for (const char *p = expected; *p != '\0'; p++) {
        if (*p != '|') {
            ept_buf_add(&plain, p, 1);
        }
    }
    ept_str text = {plain.p, plain.n};
    assert_ok(ept_text_breaks(&breaks, &count, arena, text));
    assert_true(count > 0);
    assert_int_equal(text.n, breaks[count - 1]);
    for (size_t i = 0; i < count; i++) {
        assert_true(breaks[i] >= from);
        ept_buf_add(&marked, text.p + from, breaks[i] - from);
        ept_buf_puts(&marked, i + 1 < count ? "|" : "");
        from = breaks[i];
    }
    assert_string_equal(expected, marked.p);
    ept_buf_clear(&plain);
    ept_buf_clear(&marked);
}

static void breaks__keep__an_eojeol_whole(void **state)
{
    (void)state;

    check("다음 |그림을 |보고 |맞는 |단어나 |문장을 |고르십시오.");
    check("(1)번은 |3층에서 |TOPIK시험을 |봅니다.");
    check("사과,배,귤을 |샀어요");
    check("9시~6시 |(월-금)에는");
    check("①사과 |②배");
    check("2,177,610원을 |받았습니다");
}

static void breaks__keep__nfd_and_jamo_whole(void **state)
{
    (void)state;

    check("\u1112\u1161\u11AB\u1100\u1173\u11AF\u110B\u1173\u11AF |ㅋㅋㅋㅋ");
}

static void breaks__follow__words_in_cyrillic_and_latin(void **state)
{
    (void)state;

    check("Қазақстан |Республикасының |азаматы");
    check("Сдать |чтение…");
    check("one |two, |three!");
}

static void breaks__never_start__a_line_with_punctuation(void **state)
{
    (void)state;

    check("Сеул — |столица |Кореи");
    check("Оқылым · |Тыңдалым");
    check("слово |(в |скобках), |ещё");
    check("그는 |\"갑니다.\"라고 |했다");
    check("「한국」에서 |왔어요 !");
}

static void breaks__keep__hyphened_ordinals(void **state)
{
    (void)state;

    check("6-сұрақ |келесі");
    check("кто-|то"); /* a hyphen between letters may end a line */
}

static void breaks__hyphen_in_front__keeps_its_word(void **state)
{
    (void)state;

    check("«-(으)면» |выражает |условие");
    check("через |--bank |или |-o");
    check("от |5 |- |до |7"); /* standing alone it is a dash */
}

static void breaks__respect__no_break_space(void **state)
{
    (void)state;

    check("80\u00A0% |жауап");
    check("저는 |(\u00A0\u00A0\u00A0\u00A0)에 |갑니다");
}

static void breaks__follow__line_ends(void **state)
{
    (void)state;

    check("가나\n|다라\r\n|마바");
    check("a\u2028|b");
}

static void breaks__follow__thai_words_untouched(void **state)
{
    const size_t *breaks;
    size_t count;
    (void)state;

    assert_ok(ept_text_breaks(&breaks, &count, arena, ept_str_of("ภาษาไทยเป็นภาษา")));

    assert_true(count > 1);
}

static void breaks__answer__empty_text(void **state)
{
    const size_t *breaks;
    size_t count;
    (void)state;

    assert_ok(ept_text_breaks(&breaks, &count, arena, (ept_str){NULL, 0}));

    assert_int_equal(1, count);
    assert_int_equal(0, breaks[0]);
}

static void breaks__refuse__malformed_utf8(void **state)
{
    const size_t *breaks;
    size_t count;
    (void)state;

    assert_status(EPT_E_FORMAT, ept_text_breaks(&breaks, &count, arena, ept_str_of("가\xFF")));

    assert_null(breaks);
    assert_int_equal(0, count);
}

static void breaks__report__every_failed_allocation(void **state)
{
    ept_status status = EPT_E_NOMEM;
    const size_t *breaks;
    size_t count;
    (void)state;

    for (size_t nth = 1; nth < 50 && status != EPT_OK; nth++) {
        ept_alloc_fail_at(nth);
        status = ept_text_breaks(&breaks, &count, arena, ept_str_of("가나 다라"));
        ept_alloc_fail_at(0);
        assert_true(status == EPT_OK || status == EPT_E_NOMEM);
        assert_true((breaks != NULL) == (status == EPT_OK));
    }

    assert_ok(status);
}

#define BREAKS_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        BREAKS_TEST(breaks__keep__an_eojeol_whole),
        BREAKS_TEST(breaks__keep__nfd_and_jamo_whole),
        BREAKS_TEST(breaks__follow__words_in_cyrillic_and_latin),
        BREAKS_TEST(breaks__never_start__a_line_with_punctuation),
        BREAKS_TEST(breaks__keep__hyphened_ordinals),
        BREAKS_TEST(breaks__hyphen_in_front__keeps_its_word),
        BREAKS_TEST(breaks__respect__no_break_space),
        BREAKS_TEST(breaks__follow__line_ends),
        BREAKS_TEST(breaks__follow__thai_words_untouched),
        BREAKS_TEST(breaks__answer__empty_text),
        BREAKS_TEST(breaks__refuse__malformed_utf8),
        BREAKS_TEST(breaks__report__every_failed_allocation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
