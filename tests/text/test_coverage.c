/* SPDX-License-Identifier: MIT */
/* The list of what each face has, small ones made here and the program's own. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/path.h"
#include "epstopik/text.h"
#include "text_priv.h"

static ept_coverage *coverage;

static int teardown(void **state)
{
    (void)state;
    ept_alloc_fail_at(0);
    ept_coverage_free(coverage);
    coverage = NULL;
    return 0;
}

static void parse(const char *text)
{
    assert_ok(ept_coverage_parse(&coverage, ept_str_of(text)));
}

static void parse__reads__faces_in_the_order_of_the_chain(void **state)
{
    (void)state;

    parse("# comment\r\nchain ui: b a\r\n\r\na: 20-7e\r\nb: 400-4ff\nb: 500 501-502");

    assert_int_equal(2, ept_coverage_faces(coverage));
    assert_string_equal("b", ept_coverage_face_name(coverage, 0));
    assert_string_equal("a", ept_coverage_face_name(coverage, 1));
    assert_null(ept_coverage_face_name(coverage, 2));
    assert_int_equal(0, ept_coverage_face(coverage, 0x502, -1));
    assert_int_equal(1, ept_coverage_face(coverage, 'x', -1));
}

static void parse__joins__ranges_in_any_order(void **state)
{
    (void)state;

    parse("chain c: a\na: 50-60 20-2f 30-3f 22-24 58-70");

    for (int32_t c = 0; c < 0x80; c++) {
        bool has = (c >= 0x20 && c <= 0x3f) || (c >= 0x50 && c <= 0x70);
        assert_int_equal(has ? 0 : -1, ept_coverage_face(coverage, c, -1));
    }
}

static void parse__names__the_line_at_fault(void **state)
{
    const struct {
        const char *text, *line;
    } bad[] = {
        {"", "line 0"},
        {"# nothing\n", "line 1"},
        {"chain a: x\nx: 20-7g\n", "line 2"},
        {"chain a: x\nx: 7e-20\n", "line 2"},
        {"chain a: x\nx: 20-\n", "line 2"},
        {"chain a: x\nx: 110000\n", "line 2"},
        {"chain a: x\nx: 2A\n", "line 2"},
        {"chain a: x\ny: 20\n", "line 2"},
        {"x: 20\n", "line 1"},
        {"chain a: x x\n", "line 1"},
        {"chain a:\n", "line 1"},
        {"chain a x\n", "line 1"},
        {"chain a: x\nx: 20\nchain b: x\n", "line 3"},
        {"chain a: x y\nx: 20\n", "line 2"},
        {"chain a: 1 2 3 4 5 6 7 8 9\n", "line 1"},
        {"chain a: x\nx 20\n", "line 2"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_status(EPT_E_FORMAT, ept_coverage_parse(&coverage, ept_str_of(bad[i].text)));
        assert_null(coverage);
        if (strstr(ept_error(), bad[i].line) == NULL) {
            fail_msg("%s: %s", bad[i].text, ept_error());
        }
    }
}

static void parse__reports__every_failed_allocation(void **state)
{
    ept_status status = EPT_E_NOMEM;
    (void)state;

    for (size_t nth = 1; nth < 50 && status != EPT_OK; nth++) {
        ept_alloc_fail_at(nth);
        status = ept_coverage_parse(&coverage, ept_str_of("chain a: x y\nx: 20\ny: 30-40"));
        ept_alloc_fail_at(0);
        assert_true(status == EPT_OK || status == EPT_E_NOMEM);
    }

    assert_ok(status);
}

static void face__prefers__the_neighbours(void **state)
{
    (void)state;

    parse("chain ui: sans cjk\nsans: 20-7e 400-52f\ncjk: 20-7e 410-44f ac00-d7a3");

    assert_int_equal(0, ept_coverage_face(coverage, '1', -1));
    assert_int_equal(1, ept_coverage_face(coverage, '1', 1));
    assert_int_equal(0, ept_coverage_face(coverage, 0x4D9, 1));
    assert_int_equal(1, ept_coverage_face(coverage, 0xAC00, 0));
    assert_int_equal(-1, ept_coverage_face(coverage, 0x1F600, 0));
    assert_int_equal(-1, ept_coverage_face(coverage, -1, 7));
}

static void own_list__has__what_the_program_draws(void **state)
{
    static const char letters[] = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі Ёё A z 0 « » — – … № · × − ≥ ≤ ℃ ₩ "
                                  "← ↑ → ↓ ✓ ① ⑳ 가 힣 ㄱ ㅎ 中 、 。 「 」 ！ ㎡ ㎏ ※ \u00A0";
    ept_buf file = {0};
    (void)state;

    assert_ok(ept_path_read(&file, EPT_SOURCE_DIR "/assets/fonts/coverage.txt"));
    ept_status status = ept_coverage_parse(&coverage, (ept_str){file.p, file.n});
    ept_buf_clear(&file);
    assert_ok(status);

    ept_str text = ept_str_of(letters);
    for (size_t pos = 0; pos < text.n;) {
        int32_t c = ept_utf8_next(text, &pos);
        if (ept_coverage_face(coverage, c, -1) < 0) {
            fail_msg("no face has U+%04X", (unsigned)c);
        }
    }
    size_t korean = (size_t)text_coverage_korean(coverage);
    assert_string_equal("cjk", ept_coverage_face_name(coverage, korean));
    assert_string_equal("sans", ept_coverage_face_name(coverage, 0));
    assert_int_equal(0, ept_coverage_face(coverage, 0x4D9, 1)); /* the Korean face has no ә */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(parse__reads__faces_in_the_order_of_the_chain, teardown),
        cmocka_unit_test_teardown(parse__joins__ranges_in_any_order, teardown),
        cmocka_unit_test_teardown(parse__names__the_line_at_fault, teardown),
        cmocka_unit_test_teardown(parse__reports__every_failed_allocation, teardown),
        cmocka_unit_test_teardown(face__prefers__the_neighbours, teardown),
        cmocka_unit_test_teardown(own_list__has__what_the_program_draws, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
