/* SPDX-License-Identifier: MIT */
/* Lines and runs with fixed advances. Layouts are compared as text: s[..] is a run in the first
 * face, k[..] in the Korean one, a bar ends a line. At 100 px a Latin letter is 55, a Cyrillic
 * one 60, a Hangul syllable 92 px wide. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/path.h"
#include "epstopik/rng.h"
#include "epstopik/text.h"
#include "support/measure.h"

#define NBSP8 "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0"

enum { SIZE = 100, LINE = 150 };

typedef struct fixture {
    ept_arena *arena;
    ept_coverage *coverage;
    ept_test_measure seen;
    ept_layout_opts opts;
} fixture;

static int setup(void **state)
{
    static fixture f;
    ept_buf file = {0};

    f = (fixture){0};
    *state = &f;
    ept_status status = ept_arena_new(&f.arena);
    if (status == EPT_OK) {
        status = ept_path_read(&file, EPT_SOURCE_DIR "/assets/fonts/coverage.txt");
    }
    if (status == EPT_OK) {
        status = ept_coverage_parse(&f.coverage, (ept_str){file.p, file.n});
    }
    ept_buf_clear(&file);
    f.opts = (ept_layout_opts){.coverage = f.coverage,
                               .measure = ept_test_measure_text,
                               .measure_ctx = &f.seen,
                               .size_px = SIZE,
                               .line_px = LINE};
    return status == EPT_OK ? 0 : -1;
}

static int teardown(void **state)
{
    fixture *f = *state;
    ept_alloc_fail_at(0);
    ept_coverage_free(f->coverage);
    ept_arena_free(f->arena);
    return 0;
}

static const ept_layout *make(const fixture *f, const char *text)
{
    const ept_layout *layout;
    ept_span span = {.text = ept_str_of(text)};

    assert_ok(ept_layout_make(&layout, f->arena, &span, 1, &f->opts));
    return layout;
}

/* What must hold in every layout: runs side by side, widths true, nothing wider than the line
 * unless it is one letter, byte ranges in order. */
static void check_sound(const fixture *f, const ept_layout *layout)
{
    size_t before = 0;
    int widest = 0;

    assert_int_equal((int)layout->line_count * LINE, layout->h_px);
    for (size_t i = 0; i < layout->line_count; i++) {
        const ept_line *line = &layout->lines[i];
        int x = 0;
        for (size_t r = 0; r < line->run_count; r++) {
            const ept_run *run = &line->runs[r];
            assert_int_equal(x, run->x_px);
            assert_int_equal(ept_test_measure_text(NULL, run->face, SIZE, run->weight, run->text),
                             run->w_px);
            assert_true(run->text.n > 0 && ept_utf8_valid(run->text));
            x += run->w_px;
        }
        assert_int_equal(x, line->w_px);
        widest = x > widest ? x : widest;
        assert_true(line->from >= before && line->to >= line->from);
        before = line->to;
        if (f->opts.width_px > 0 && x > f->opts.width_px) {
            assert_int_equal(1, line->run_count);
            assert_int_equal(1, ept_text_graphemes(line->runs[0].text));
        }
    }
    assert_int_equal(widest, layout->w_px);
}

static char *show(const fixture *f, const ept_layout *layout)
{
    ept_buf seen = {0};

    for (size_t i = 0; i < layout->line_count; i++) {
        ept_buf_puts(&seen, i > 0 ? "|" : "");
        for (size_t r = 0; r < layout->lines[i].run_count; r++) {
            const ept_run *run = &layout->lines[i].runs[r];
            ept_buf_puts(&seen, run->face == 0 ? "s[" : "k[");
            ept_buf_add(&seen, run->text.p, run->text.n);
            ept_buf_puts(&seen, "]");
        }
    }
    char *text = ept_arena_strndup(f->arena, seen.p != NULL ? seen.p : "", seen.n);
    ept_buf_clear(&seen);
    assert_non_null(text);
    return text;
}

static void check(fixture *f, int width_px, const char *text, const char *expected)
{
    f->opts.width_px = width_px;
    const ept_layout *layout = make(f, text);
    assert_string_equal(expected, show(f, layout));
    check_sound(f, layout);
}

/* --- faces ------------------------------------------------------------------------------------ */

static void runs__split__kazakh_and_hangul(void **state)
{
    fixture *f = *state;

    check(f, 0, "Қазақ тілі мен 한국어 сөзі", "s[Қазақ тілі мен ]k[한국어 ]s[сөзі]");
    check(f, 0, "다음 «үй» сөзі", "k[다음 «]s[үй]k[» ]s[сөзі]");
}

static void runs__keep__digits_and_marks_with_their_neighbour(void **state)
{
    fixture *f = *state;

    check(f, 0, "3층에서 12,500원을", "k[3층에서 12,500원을]");
    check(f, 0, "1. Жауап: 2,5 балл", "s[1. Жауап: 2,5 балл]");
    check(f, 0, "Слово (한국어) и (ещё)", "s[Слово (]k[한국어]s[) и (ещё)]");
    check(f, 0, "(1)번은 ₩10", "k[(1)번은 ₩10]");
    check(f, 0, "12:30", "s[12:30]");
    check(f, 0, "① Далее →", "k[①]s[ Далее ]k[→]");
}

static void runs__take__the_korean_face_first_on_request(void **state)
{
    fixture *f = *state;
    f->opts.cjk_first = true;

    check(f, 0, "TOPIK 시험 (2026)", "k[TOPIK 시험 (2026)]");
    check(f, 0, "12:30", "k[12:30]");
    check(f, 0, "한국 Қазақ", "k[한국 ]s[Қазақ]"); /* not half a word in each face */
    check(f, 0, "한국 Дом", "k[한국 Дом]");
}

static void runs__keep__combining_marks_with_their_letter(void **state)
{
    fixture *f = *state;

    check(f, 0, "е\u0301ж 한\u0301", "s[е\u0301ж ]k[한\u0301]");
    check(f, 0, "a ※\u0301 ①\u0301", "s[a ※\u0301 ]k[①\u0301]");
}

static void runs__accept__what_no_face_has(void **state)
{
    fixture *f = *state;

    check(f, 0, "한국😀", "k[한국😀]");
    check(f, 0, "😀", "s[😀]");
    check(f, 0, "ภาษา", "s[ภาษา]");
}

static void runs__carry__weight_marks_and_style(void **state)
{
    fixture *f = *state;
    const ept_layout *layout;
    const ept_span spans[] = {
        {ept_str_of("집"), EPT_WEIGHT_REGULAR, 0, 1},
        {ept_str_of("에서"), EPT_WEIGHT_BOLD, EPT_MARK_UNDERLINE, 2},
        {ept_str_of(" 왔다"), EPT_WEIGHT_REGULAR, EPT_MARK_STRIKE, 3},
    };

    assert_ok(ept_layout_make(&layout, f->arena, spans, 3, &f->opts));

    check_sound(f, layout);
    assert_string_equal("k[집]k[에서]k[ 왔다]", show(f, layout));
    const ept_run *runs = layout->lines[0].runs;
    assert_int_equal(EPT_WEIGHT_BOLD, runs[1].weight);
    assert_int_equal(EPT_MARK_UNDERLINE, runs[1].marks);
    assert_int_equal(2, runs[1].style);
    assert_int_equal(EPT_MARK_STRIKE, runs[2].marks);
    assert_int_equal(92, runs[1].x_px);
}

/* --- lines ------------------------------------------------------------------------------------ */

static void lines__keep__an_eojeol_whole(void **state)
{
    fixture *f = *state;

    check(f, 760, "다음 그림을 보고 맞는 단어를", "k[다음 그림을 보고]|k[맞는 단어를]");
    check(f, 430, "3층에서 TOPIK시험을",
          "k[3층에서]|s[TOPIK]k[시]|k[험을]"); /* 551 px do not fit */
    check(f, 560, "3층에서 TOPIK시험을", "k[3층에서]|s[TOPIK]k[시험을]");
}

static void lines__keep__an_eojeol_of_several_spans_whole(void **state)
{
    fixture *f = *state;
    const ept_layout *layout;
    const ept_span spans[] = {{ept_str_of("우리는 집"), EPT_WEIGHT_REGULAR, 0, 0},
                              {ept_str_of("에서"), EPT_WEIGHT_BOLD, EPT_MARK_UNDERLINE, 0},
                              {ept_str_of(" 왔다"), EPT_WEIGHT_REGULAR, 0, 0}};
    f->opts.width_px = 500;

    assert_ok(ept_layout_make(&layout, f->arena, spans, 3, &f->opts));

    check_sound(f, layout);
    assert_string_equal("k[우리는]|k[집]k[에서]|k[왔다]", show(f, layout));
}

static void lines__part__a_word_only_when_it_is_alone_too_wide(void **state)
{
    fixture *f = *state;

    check(f, 300, "아주긴단어, 나", "k[아주긴]|k[단어,]|k[나]");
    check(f, 300, "나 아주긴단어", "k[나]|k[아주긴]|k[단어]");
    check(f, 240, "Қазақстан", "s[Қаза]|s[қста]|s[н]");
    check(f, 190, "кто-то", "s[кт]|s[о-]|s[то]");
}

static void lines__never_start__with_closing_punctuation(void **state)
{
    fixture *f = *state;

    check(f, 300, "가나다.", "k[가나]|k[다.]");
    check(f, 220, "abcd).", "s[abc]|s[d).]");
    check(f, 220, "abc(d", "s[abc]|s[(d]");
    check(f, 110, "a!!!!", "s[a!]|s[!!]|s[!]"); /* a group wider than a line gives way */
}

static void lines__give_way__below_one_letter(void **state)
{
    fixture *f = *state;

    check(f, 50, "가나 e\u0301", "k[가]|k[나]|s[\u00E9]");
    check(f, 1, "ab", "s[a]|s[b]");
}

static void lines__leave_out__white_space_at_their_ends(void **state)
{
    fixture *f = *state;

    check(f, 500, "가나다   라마바   ", "k[가나다]|k[라마바]");
    check(f, 0, "가  \n나 ", "k[가]|k[나]");
    check(f, 300, "aaaaa bbb", "s[aaaaa]|s[bbb]"); /* 275 px and a space that does not count */
    assert_int_equal(275, make(f, "aaaaa    bbb")->lines[0].w_px);
}

static void lines__hold__what_rounding_adds(void **state)
{
    fixture *f = *state;
    f->opts.size_px = 7;
    f->opts.width_px = 33;

    /* Words are 3 px each and spaces 3 px, by themselves; six letters together are 23, nine are
     * 34. */
    const ept_layout *layout = make(f, "a b c d e");

    assert_int_equal(2, layout->line_count);
    assert_true(layout->w_px <= 33);
}

static void lines__end__at_every_kind_of_line_end(void **state)
{
    fixture *f = *state;

    check(f, 0,
          "a\nb\r\nc\rd\u2028e\xC2\x85"
          "f",
          "s[a]|s[b]|s[c]|s[d]|s[e]|s[f]");
    check(f, 0, "a\n\nb\n", "s[a]||s[b]");
    check(f, 0, "\n", "");
    assert_int_equal(1, make(f, "\n")->line_count);
}

static void lines__report__byte_ranges_of_the_source(void **state)
{
    fixture *f = *state;
    f->opts.width_px = 1200;

    const ept_layout *layout = make(f, "나는 ( )에 갑니다 ( ) 또\n끝");

    check_sound(f, layout);
    assert_string_equal("k[나는 (" NBSP8 ")에]|k[갑니다 (" NBSP8 ") 또]|k[끝]", show(f, layout));
    assert_int_equal(0, layout->lines[0].from);
    assert_int_equal(14, layout->lines[0].to);
    assert_int_equal(14, layout->lines[1].from);
    assert_int_equal(31, layout->lines[1].to);
    assert_int_equal(32, layout->lines[2].from);
    assert_int_equal(35, layout->lines[2].to);
}

/* --- blanks, controls ------------------------------------------------------------------------- */

static void blank__is_drawn__as_eight_no_break_spaces(void **state)
{
    fixture *f = *state;

    check(f, 0, "저는 ( )에 갑니다", "k[저는 (" NBSP8 ")에 갑니다]");
    check(f, 0, "(   )", "s[(" NBSP8 ")]");
    check(f, 0, "() (a) ( b) (", "s[() (a) ( b) (]");
    check(f, 700, "가나 ( )에 다", "k[가나]|k[(" NBSP8 ")에]|k[다]");
}

static void controls__are_drawn__as_spaces(void **state)
{
    fixture *f = *state;
    const ept_layout *layout;
    ept_span span = {.text = {"a\0b\tc\x7F"
                              "d\x1B\xC2\x81"
                              "e",
                              11}};

    assert_ok(ept_layout_make(&layout, f->arena, &span, 1, &f->opts));

    check_sound(f, layout);
    assert_string_equal("s[a b c d \u00A0e]", show(f, layout));
}

/* --- the last line ---------------------------------------------------------------------------- */

static void max_lines__end__with_an_ellipsis(void **state)
{
    fixture *f = *state;
    f->opts.max_lines = 1;

    check(f, 400, "Длинное название", "s[Длинн]s[…]");
    check(f, 400, "가나 다라마바사", "k[가나 다]k[…]");
    check(f, 400, "가나", "k[가나]");
    assert_false(make(f, "가나")->cut);
    assert_true(make(f, "가나 다라마바사")->cut);
    check(f, 0, "a\nb", "s[a]s[…]");
    check(f, 400, "a\nb", "s[a]s[…]");
    check(f, 400, "\n\nb", "s[…]");
    check(f, 30, "ab", "s[…]");
}

static void max_lines__leave__what_fits_alone(void **state)
{
    fixture *f = *state;
    f->opts.max_lines = 2;

    check(f, 300, "가나다 라마바", "k[가나다]|k[라마바]");
    assert_false(make(f, "가나다 라마바 \n\n ")->cut);
    check(f, 300, "가나다 라마바 사", "k[가나다]|k[라마]k[…]");
    check(f, 300, "가\n나\n다", "k[가]|k[나]k[…]");
}

/* --- bad input -------------------------------------------------------------------------------- */

static void layout__accepts__empty_text(void **state)
{
    fixture *f = *state;
    const ept_layout *layout;
    const ept_span empty[2] = {{{NULL, 0}, EPT_WEIGHT_REGULAR, 0, 0},
                               {{"", 0}, EPT_WEIGHT_BOLD, 0, 0}};

    for (size_t count = 0; count <= 2; count++) {
        assert_ok(ept_layout_make(&layout, f->arena, empty, count, &f->opts));
        assert_int_equal(1, layout->line_count);
        assert_int_equal(0, layout->lines[0].run_count);
        assert_int_equal(0, layout->w_px);
        assert_int_equal(LINE, layout->h_px);
    }
}

static void layout__composes__nfd_first(void **state)
{
    fixture *f = *state;

    check(f, 200, "\u1112\u1161\u11AB\u1100\u1173\u11AF\u110B\u1173\u11AF", "k[한글]|k[을]");
}

static void layout__refuses__malformed_text_and_arguments(void **state)
{
    fixture *f = *state;
    const ept_layout *layout;
    ept_span span = {.text = ept_str_of("가\xFF")};

    assert_status(EPT_E_FORMAT, ept_layout_make(&layout, f->arena, &span, 1, &f->opts));
    assert_null(layout);
    assert_status(EPT_E_INVAL, ept_layout_make(&layout, f->arena, &span, 1, NULL));
    f->opts.size_px = 0;
    assert_status(EPT_E_INVAL, ept_layout_make(&layout, f->arena, &span, 1, &f->opts));
    f->opts.size_px = SIZE;
    f->opts.width_px = -1;
    assert_status(EPT_E_INVAL, ept_layout_make(&layout, f->arena, &span, 1, &f->opts));
    f->opts.measure = NULL;
    assert_status(EPT_E_INVAL, ept_layout_make(&layout, f->arena, &span, 1, &f->opts));
}

static void layout__reports__every_failed_allocation(void **state)
{
    fixture *f = *state;
    ept_status status = EPT_E_NOMEM;
    const ept_layout *layout;
    ept_span span = {.text = ept_str_of("( ) 한국 Қазақ \u1112\u1161 ...")};
    size_t nth = 1;
    f->opts.width_px = 150;
    f->opts.max_lines = 5;

    for (; nth < 200 && status != EPT_OK; nth++) {
        ept_alloc_fail_at(nth);
        status = ept_layout_make(&layout, f->arena, &span, 1, &f->opts);
        ept_alloc_fail_at(0);
        assert_true(status == EPT_OK || status == EPT_E_NOMEM);
        assert_true((layout != NULL) == (status == EPT_OK));
    }

    assert_ok(status);
    assert_true(nth > 10);
}

/* --- long text -------------------------------------------------------------------------------- */

/* Bytes handed to the measure for `units` repeated to about `bytes`. */
static size_t bytes_measured(fixture *f, const char *unit, size_t bytes)
{
    ept_buf text = {0};
    while (text.n < bytes) {
        ept_buf_puts(&text, unit);
    }
    f->seen = (ept_test_measure){0};
    const ept_layout *layout = make(f, text.p);
    size_t measured = f->seen.bytes;
    ept_buf_clear(&text);
    assert_true(layout->line_count > 10);
    check_sound(f, layout);
    return measured;
}

static void layout__measures__linearly(void **state)
{
    fixture *f = *state;
    static const char *const units[] = {
        "다음 그림을 보고 ", "가",       "x", "Қазақ 한국 ", "( )", "(", "!",
        "e\u0301",           "слово — ", "ㄱ"};
    f->opts.width_px = 2000;

    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t small = bytes_measured(f, units[i], 30000);
        size_t large = bytes_measured(f, units[i], 300000);
        if (large > small * 11) {
            fail_msg("\"%s\": %zu bytes measured, then %zu", units[i], small, large);
        }
    }
}

static void layout__asks__little_for_labels(void **state)
{
    fixture *f = *state;
    f->opts.width_px = 2000;

    make(f, "Сынақ емтиханы");

    assert_int_equal(1, f->seen.calls);
}

static void layout__is_sound__on_random_text(void **state)
{
    fixture *f = *state;
    static const char *const bits[] = {
        "가",     "한국어", "Қ",  "ғ",   "Дом", "a",      "TOPIK",  "1",      "12,500", " ",
        "   ",    "\u00A0", "\n", "( )", "(",   ")",      ".",      "!",      "—",      "\u0301",
        "\u200D", "😀",      "-",  "/",   "…",   "\u1112", "\u1161", "\u11AB", "\t",     "\u3000",
    };
    ept_rng rng;
    ept_rng_seed(&rng, 17);

    for (int round = 0; round < 3000; round++) {
        ept_buf text = {0};
        uint32_t count = ept_rng_below(&rng, 40);
        for (uint32_t i = 0; i < count; i++) {
            ept_buf_puts(&text, bits[ept_rng_below(&rng, sizeof bits / sizeof *bits)]);
        }
        f->opts.width_px = (int)ept_rng_below(&rng, 2000);
        f->opts.max_lines = (int)ept_rng_below(&rng, 4);
        f->opts.cjk_first = ept_rng_below(&rng, 2) == 1;
        const ept_layout *layout = make(f, text.p);
        check_sound(f, layout);
        assert_true(f->opts.max_lines == 0 || layout->line_count <= (size_t)f->opts.max_lines);
        ept_buf_clear(&text);
        ept_arena_reset(f->arena);
    }
}

#define LAYOUT_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAYOUT_TEST(runs__split__kazakh_and_hangul),
        LAYOUT_TEST(runs__keep__digits_and_marks_with_their_neighbour),
        LAYOUT_TEST(runs__take__the_korean_face_first_on_request),
        LAYOUT_TEST(runs__keep__combining_marks_with_their_letter),
        LAYOUT_TEST(runs__accept__what_no_face_has),
        LAYOUT_TEST(runs__carry__weight_marks_and_style),
        LAYOUT_TEST(lines__keep__an_eojeol_whole),
        LAYOUT_TEST(lines__keep__an_eojeol_of_several_spans_whole),
        LAYOUT_TEST(lines__part__a_word_only_when_it_is_alone_too_wide),
        LAYOUT_TEST(lines__never_start__with_closing_punctuation),
        LAYOUT_TEST(lines__give_way__below_one_letter),
        LAYOUT_TEST(lines__leave_out__white_space_at_their_ends),
        LAYOUT_TEST(lines__hold__what_rounding_adds),
        LAYOUT_TEST(lines__end__at_every_kind_of_line_end),
        LAYOUT_TEST(lines__report__byte_ranges_of_the_source),
        LAYOUT_TEST(blank__is_drawn__as_eight_no_break_spaces),
        LAYOUT_TEST(controls__are_drawn__as_spaces),
        LAYOUT_TEST(max_lines__end__with_an_ellipsis),
        LAYOUT_TEST(max_lines__leave__what_fits_alone),
        LAYOUT_TEST(layout__accepts__empty_text),
        LAYOUT_TEST(layout__composes__nfd_first),
        LAYOUT_TEST(layout__refuses__malformed_text_and_arguments),
        LAYOUT_TEST(layout__reports__every_failed_allocation),
        LAYOUT_TEST(layout__measures__linearly),
        LAYOUT_TEST(layout__asks__little_for_labels),
        LAYOUT_TEST(layout__is_sound__on_random_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
