/* SPDX-License-Identifier: MIT */
/* Numbers, signs and letters read aloud: a table of what is written and how it is read, and text
 * that nobody can read. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/arena.h"
#include "epstopik/path.h"
#include "epstopik/pronounce.h"
#include "epstopik/text.h"

enum { LONG = 100000, LEAST_CASES = 120 };

static const char *read_out(ept_buf *out, const char *text)
{
    assert_ok(ept_text_read_out(out, ept_str_of(text)));
    return out->p == NULL ? "" : out->p;
}

static void read_out__reads__the_table(void **state)
{
    ept_buf file = {0}, out = {0};
    size_t cases = 0, wrong = 0;
    (void)state;

    assert_ok(ept_path_read(&file, EPT_SOURCE_DIR "/tests/data/text/read_out.tsv"));
    for (char *line = file.p; *line != '\0';) {
        size_t n = strcspn(line, "\n");
        char *tab = memchr(line, '\t', n), *next = line + n + (line[n] == '\n' ? 1 : 0);
        line[n] = '\0';
        if (line[0] != '#' || tab != NULL) {
            assert_non_null(tab);
            *tab = '\0';
            cases++;
            const char *got = read_out(&out, line);
            if (strcmp(got, tab + 1) != 0) {
                print_error("%s: %s, not %s\n", line, got, tab + 1);
                wrong++;
            }
        }
        line = next;
    }
    assert_true(cases >= LEAST_CASES);
    assert_int_equal(0, wrong);
    ept_buf_clear(&out);
    ept_buf_clear(&file);
}

static void read_out__leaves__its_own_answers_alone(void **state)
{
    ept_buf file = {0}, out = {0};
    (void)state;

    assert_ok(ept_path_read(&file, EPT_SOURCE_DIR "/tests/data/text/read_out.tsv"));
    for (char *line = strtok(file.p, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        char *tab = strchr(line, '\t');
        if (tab != NULL) {
            (void)read_out(&out, tab + 1);
            assert_string_equal(tab + 1, out.p);
        }
    }
    ept_buf_clear(&out);
    ept_buf_clear(&file);
}

static void read_out__keeps__what_needs_no_reading(void **state)
{
    static const char *const texts[] = {"",
                                        "다음 그림을 보고 맞는 것을 고르십시오.",
                                        "«안전모»를 씁니다 · → ( ) — …",
                                        "Қазақ тілі",
                                        "hello, world",
                                        "I'm A B student",
                                        "ㄱ ㅏ ㅋㅋ",
                                        "中國 日本",
                                        "제",
                                        "- + ~ # *",
                                        "줄\n바꿈\t칸"};
    ept_buf out = {0};
    (void)state;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_string_equal(texts[i], read_out(&out, texts[i]));
    }
    ept_buf_clear(&out);
}

static void read_out__composes__decomposed_text(void **state)
{
    ept_buf out = {0};
    (void)state;

    assert_string_equal("한 세 시", read_out(&out, "\u1112\u1161\u11AB 3\u1109\u1175"));
    ept_buf_clear(&out);
}

static void read_out__refuses__what_is_not_utf8(void **state)
{
    ept_buf out = {0};
    (void)state;

    assert_status(EPT_E_FORMAT, ept_text_read_out(&out, ept_str_of("3\xFF시")));
    assert_status(EPT_E_FORMAT, ept_text_read_out(&out, ept_str_of("\xED\xA0\x80")));
    assert_ok(ept_text_read_out(&out, (ept_str){NULL, 0}));
    assert_int_equal(0, out.n);
    ept_buf_clear(&out);
}

static void read_out__survives__any_cut_of_mixed_text(void **state)
{
    static const char text[] = "제3조 2026. 11. 22.(일) 9:00~18:00, ₩1,234만5천 E-9 a@b.kr #1 -5℃ "
                               "1/2 ½ ①㎏ 12-3 3·1절 0.5% B1층 가\u11A8ㅋ 日 +82-10 Қ1";
    ept_buf out = {0};
    (void)state;

    for (size_t from = 0; from < sizeof text; from++) {
        for (size_t n = 0; from + n < sizeof text; n++) {
            ept_str part = {text + from, n};
            if (ept_utf8_valid(part)) {
                assert_ok(ept_text_read_out(&out, part));
                assert_true(ept_utf8_valid((ept_str){out.p, out.n}));
            } else {
                assert_status(EPT_E_FORMAT, ept_text_read_out(&out, part));
            }
        }
    }
    ept_buf_clear(&out);
}

static void read_out__ends__on_very_long_text(void **state)
{
    static const char *const units[] = {
        "1",   "1,",  "1-", "1.",        "a",    "a@",  "A-1",  "3시 ",    "1~", "~",
        "만1", "1만", "+1", "#1",        "1:11", "1/1", "1,11", "-",       "A ", "a.a@",
        "제",  "1 ",  "１", "2026. 1. ", "월~",  "%",   "kg",   "번호 123"};
    ept_buf in = {0}, out = {0};
    (void)state;

    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        ept_buf_reset(&in);
        while (in.n < LONG) {
            ept_buf_puts(&in, units[i]);
        }
        assert_ok(ept_buf_ok(&in));
        assert_ok(ept_text_read_out(&out, (ept_str){in.p, in.n}));
        assert_true(out.n > 0 && ept_utf8_valid((ept_str){out.p, out.n}));
    }
    ept_buf_clear(&in);
    ept_buf_clear(&out);
}

static void read_out__reads__thirty_places_digit_by_digit(void **state)
{
    ept_buf out = {0};
    (void)state;

    assert_string_equal("일이삼사오육칠팔구공일이삼사오육칠팔구공일이삼사오육칠팔구공",
                        read_out(&out, "123456789012345678901234567890"));
    assert_string_equal("일공공공공공공공공공공공공공공공공공공 원",
                        read_out(&out, "1,000,000,000,000,000,000원"));
    ept_buf_clear(&out);
}

static void read_out__reports__no_memory(void **state)
{
    (void)state;

    for (size_t nth = 1;; nth++) {
        ept_buf out = {0};
        ept_alloc_fail_at(nth);
        ept_status st = ept_text_read_out(&out, ept_str_of("\u1112\u1161 2026년 11월 22일 CCTV"));
        ept_alloc_fail_at(0);
        ept_buf_clear(&out);
        if (st == EPT_OK) {
            assert_true(nth > 1);
            return;
        }
        assert_status(EPT_E_NOMEM, st);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(read_out__reads__the_table),
        cmocka_unit_test(read_out__leaves__its_own_answers_alone),
        cmocka_unit_test(read_out__keeps__what_needs_no_reading),
        cmocka_unit_test(read_out__composes__decomposed_text),
        cmocka_unit_test(read_out__refuses__what_is_not_utf8),
        cmocka_unit_test(read_out__survives__any_cut_of_mixed_text),
        cmocka_unit_test(read_out__ends__on_very_long_text),
        cmocka_unit_test(read_out__reads__thirty_places_digit_by_digit),
        cmocka_unit_test(read_out__reports__no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
