/* SPDX-License-Identifier: MIT */
/* Normal form and grapheme clusters, with text that a keyboard, a file or a fault may bring. */
#include "support/ept_test.h"

#include "epstopik/text.h"
#include "text_priv.h"

static ept_buf out;

static int setup(void **state)
{
    (void)state;
    out = (ept_buf){0};
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    ept_alloc_fail_at(0);
    ept_buf_clear(&out);
    return 0;
}

static void nfc__composes__jamo_and_accents(void **state)
{
    (void)state;

    ept_str text = ept_str_of("\u1112\u1161\u11AB\u1100\u1173\u11AF e\u0301 и\u0306");
    assert_ok(ept_text_nfc(&out, text));

    assert_string_equal("한글 é й", out.p);
}

static void nfc__keeps__composed_text_and_kazakh_letters(void **state)
{
    const char *text = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі 다음 그림 ☎ 😀";
    (void)state;

    assert_ok(ept_text_nfc(&out, ept_str_of(text)));

    assert_string_equal(text, out.p);
    assert_true(ept_text_is_nfc(ept_str_of(text)));
}

static void nfc__leaves__lone_and_compatibility_jamo(void **state)
{
    (void)state;

    assert_ok(ept_text_nfc(&out, ept_str_of("ㄱㅏ \u1100 \u11A8")));

    assert_string_equal("ㄱㅏ \u1100 \u11A8", out.p);
}

static void nfc__accepts__empty_text(void **state)
{
    (void)state;

    assert_ok(ept_text_nfc(&out, (ept_str){NULL, 0}));

    assert_int_equal(0, out.n);
    assert_true(ept_text_is_nfc((ept_str){NULL, 0}));
}

static void nfc__refuses__malformed_utf8(void **state)
{
    const char *const bad[] = {"\xFF",  "a\xC3", "\xED\xA0\x80", "\xC0\xAF", "\xF4\x90\x80\x80",
                               "한\x80"};
    (void)state;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_status(EPT_E_FORMAT, ept_text_nfc(&out, ept_str_of(bad[i])));
        assert_false(ept_text_is_nfc(ept_str_of(bad[i])));
    }
}

static void is_nfc__tells__decomposed_text(void **state)
{
    (void)state;

    assert_false(ept_text_is_nfc(ept_str_of("\u1112\u1161\u11AB")));
    assert_false(ept_text_is_nfc(ept_str_of("e\u0301")));
    assert_true(ept_text_is_nfc(ept_str_of("\u00E9")));
    assert_false(ept_text_is_nfc(ept_str_of("\u2126"))); /* ohm sign is an omega */
}

static void nfc__reports__every_failed_allocation(void **state)
{
    ept_status status = EPT_E_NOMEM;
    size_t nth = 1;
    (void)state;

    for (; nth < 50 && status == EPT_E_NOMEM; nth++) {
        ept_alloc_fail_at(nth);
        ept_buf fresh = {0};
        status = ept_text_nfc(&fresh, ept_str_of("\u1112\u1161\u11AB"));
        ept_alloc_fail_at(0);
        ept_buf_clear(&fresh);
    }

    assert_ok(status);
    assert_true(nth > 3);
}

static void graphemes__count__what_a_person_sees(void **state)
{
    (void)state;

    assert_int_equal(0, ept_text_graphemes(ept_str_of("")));
    assert_int_equal(2, ept_text_graphemes(ept_str_of("한글")));
    assert_int_equal(2, ept_text_graphemes(ept_str_of("\u1112\u1161\u11ABе\u0301")));
    ept_str family = ept_str_of("\U0001F468\u200D\U0001F469\u200D\U0001F467");
    assert_int_equal(1, ept_text_graphemes(family));
    assert_int_equal(1, ept_text_graphemes(ept_str_of("\r\n")));
    assert_int_equal(2, ept_text_graphemes(ept_str_of("a\xFF")));
}

static void steps__go__cluster_by_cluster(void **state)
{
    ept_str text = ept_str_of("가e\u0301\u1112\u1161z");
    const size_t edges[] = {0, 3, 6, 12, 13};
    (void)state;

    for (size_t i = 0; i + 1 < sizeof edges / sizeof *edges; i++) {
        assert_int_equal(edges[i + 1], ept_text_next(text, edges[i]));
        assert_int_equal(edges[i], ept_text_prev(text, edges[i + 1]));
    }
    assert_int_equal(0, ept_text_prev(text, 0));
    assert_int_equal(text.n, ept_text_next(text, text.n));
    assert_int_equal(text.n, ept_text_next(text, text.n + 9));
    assert_int_equal(text.n, ept_text_prev(text, text.n + 9));
    assert_int_equal(0, ept_text_prev((ept_str){NULL, 0}, 0));
}

static void steps__leave__the_middle_of_a_cluster(void **state)
{
    ept_str text = ept_str_of("가e\u0301");
    (void)state;

    assert_int_equal(0, ept_text_prev(text, 1));
    assert_int_equal(3, ept_text_prev(text, 4));
    assert_int_equal(6, ept_text_next(text, 4));
}

static void trim__stops__at_no_break_space(void **state)
{
    ept_str text = ept_str_of("a\u00A0 \u3000\t\n");
    (void)state;

    assert_int_equal(3, text_trim_end(text, 0, text.n));
    assert_int_equal(4, text_trim_end(text, 4, text.n));
}

static void capital__changes__the_first_letter_only(void **state)
{
    ept_arena *arena = NULL;
    (void)state;

    assert_ok(ept_arena_new(&arena));
    assert_string_equal("Әрі қарай", ept_text_capital(arena, "әрі қарай"));
    assert_string_equal("Іздеу", ept_text_capital(arena, "іздеу"));
    assert_string_equal("Все вопросы", ept_text_capital(arena, "все вопросы"));
    assert_string_equal("Flag, unflag", ept_text_capital(arena, "flag, unflag"));
    assert_string_equal("보기 고르기", ept_text_capital(arena, "보기 고르기"));
    assert_string_equal("", ept_text_capital(arena, ""));
    assert_string_equal("\xFF", ept_text_capital(arena, "\xFF"));
    ept_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nfc__composes__jamo_and_accents),
        cmocka_unit_test(nfc__keeps__composed_text_and_kazakh_letters),
        cmocka_unit_test(nfc__leaves__lone_and_compatibility_jamo),
        cmocka_unit_test(nfc__accepts__empty_text),
        cmocka_unit_test(nfc__refuses__malformed_utf8),
        cmocka_unit_test(is_nfc__tells__decomposed_text),
        cmocka_unit_test(nfc__reports__every_failed_allocation),
        cmocka_unit_test(graphemes__count__what_a_person_sees),
        cmocka_unit_test(steps__go__cluster_by_cluster),
        cmocka_unit_test(steps__leave__the_middle_of_a_cluster),
        cmocka_unit_test(capital__changes__the_first_letter_only),
        cmocka_unit_test(trim__stops__at_no_break_space),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
