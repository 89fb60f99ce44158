/* SPDX-License-Identifier: MIT */
/* test_sheet.c - documents, tables, charts and lists: measured height is drawn height, nothing is
 * clipped. */
#include "ui/fixture.h"

#include <stdio.h>
#include <string.h>

static const char *const pay[] = {
    "지급 (원)", "금액",    "공제 (원)", "금액",   "기본급", "2,156,880", "보험료", "244,680",
    "연장 수당", "309,600", "세금",      "45,790", "합계",   "2,618,080", "합계",   "440,470"};
static const char *const who[] = {"성명", "굴누르", "부서", "생산 2팀"};
static const char *const net[] = {"실수령액", "2,177,610원"};
static const char *const remarks[] = {"작업복은 따로 빨아 주세요.",
                                      "밤 10시 이후에는 세탁실을 이용할 수 없습니다."};
static const char *const checks[] = {"", "월", "화", "김민수", "o", "x", "굴누르", "-", "o"};
static const char *const issuer[] = {"한국산업인력공단"};
static const char *const prose[] = {
    "다음 주 금요일은 회사가 쉽니다. 생산 1팀과 생산 2팀은 토요일에 일합니다."};
static const char *const months[] = {"1월", "2월", "3월", "4월"};
static const double values[] = {12, 30.5, 7, 22};
static const ept_chart bars = {.kind = EPT_CHART_BAR,
                               .labels = months,
                               .values = values,
                               .count = 4,
                               .unit = "명",
                               .highlight = -1};

static const ept_sheet_part parts[] = {
    {.kind = EPT_SHEET_PAIRS, .cells = who, .cell_count = 4, .columns = 2},
    {.kind = EPT_SHEET_TABLE,
     .cells = pay,
     .cell_count = 16,
     .columns = 4,
     .head = true,
     .foot = true},
    {.kind = EPT_SHEET_TOTAL, .cells = net, .cell_count = 2},
    {.kind = EPT_SHEET_NOTES, .cells = remarks, .cell_count = 2},
    {.kind = EPT_SHEET_TABLE,
     .cells = checks,
     .cell_count = 9,
     .columns = 3,
     .head = true,
     .row_heads = true,
     .ticks = true},
    {.kind = EPT_SHEET_TEXT, .cells = prose, .cell_count = 1},
    {.kind = EPT_SHEET_CHART, .chart = &bars, .height = 220},
    {.kind = EPT_SHEET_ISSUER, .cells = issuer, .cell_count = 1},
};
static const ept_sheet paper = {
    .title = "급여 명세서", .right = "2026년 10월", .parts = parts, .part_count = 8};

static void sheet__measured__is_what_is_drawn(void **state)
{
    fixture *f = *state;

    for (int p = 100; p <= 150; p = p == 150 ? 200 : ept_ui_step_percent(p, 1)) {
        for (int w = 420; w <= 900; w += 80) {
            ept_draw_list *d = fixture_begin(f, 1280, 4000, p, EPT_THEME_LIGHT);
            int h = ept_ui_sheet_h(d, w, &paper);

            assert_int_equal(0, ept_draw_count(d));
            assert_int_equal(h, ept_ui_sheet(d, (ept_rect){20, 20, w, 0}, &paper));
            assert_true(h > 500);
            assert_all_fits(d, "sheet");
        }
    }
}

static void sheet__paper__grows_to_its_box(void **state)
{
    ept_draw_list *d = fixture_begin(*state, 1280, 4000, 100, EPT_THEME_LIGHT);
    int h = ept_ui_sheet_h(d, 500, &paper);

    assert_int_equal(h + 300, ept_ui_sheet(d, (ept_rect){0, 0, 500, h + 300}, &paper));
    assert_int_equal(h, ept_ui_sheet(d, (ept_rect){0, 0, 500, 10}, &paper));
}

static void sheet__tight__has_less_air_and_the_same_words(void **state)
{
    fixture *f = *state;

    for (int p = 100; p <= 150; p += 50) {
        ept_sheet tight = paper;
        ept_draw_list *d = fixture_begin(f, 1280, 4000, p, EPT_THEME_LIGHT);
        int h = ept_ui_sheet_h(d, 500, &paper);

        ept_ui_sheet(d, (ept_rect){0, 0, 500, 0}, &paper);
        size_t drawn = ept_draw_count(d);

        d = fixture_begin(f, 1280, 4000, p, EPT_THEME_LIGHT);
        tight.tight = true;
        assert_true(ept_ui_sheet(d, (ept_rect){0, 0, 500, 0}, &tight) < h - 60);
        assert_int_equal(drawn, ept_draw_count(d));
        assert_all_fits(d, "tight sheet");
    }
}

static void sheet__ticks__are_icons_not_letters(void **state)
{
    ept_draw_list *d = fixture_begin(*state, 1280, 4000, 100, EPT_THEME_LIGHT);
    ept_sheet one = {.parts = &parts[4], .part_count = 1, .plain = true};
    ept_buf words = {0};

    ept_ui_sheet(d, (ept_rect){0, 0, 500, 0}, &one);
    ept_draw_words(d, &words);
    assert_string_equal("월\n화\n김민수\n굴누르\n", words.p);
    ept_buf_clear(&words);
}

static void sheet__odd_shapes__are_harmless(void **state)
{
    ept_draw_list *d = fixture_begin(*state, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_sheet_part none[] = {{.kind = EPT_SHEET_TABLE}, {.kind = EPT_SHEET_PAIRS},
                             {.kind = EPT_SHEET_TEXT},  {.kind = EPT_SHEET_NOTES},
                             {.kind = EPT_SHEET_CHART}, {.kind = EPT_SHEET_PICTURE},
                             {.kind = EPT_SHEET_TOTAL}, {.kind = EPT_SHEET_ISSUER}};
    ept_sheet s = {.parts = none, .part_count = sizeof none / sizeof none[0]};
    ept_sheet empty = {0};

    assert_true(ept_ui_sheet(d, (ept_rect){0, 0, 400, 0}, &s) > 0);
    assert_int_equal(36, ept_ui_sheet_h(d, 400, &empty));
    assert_ok(ept_draw_status(d));
}

static void chart__every_kind__labels_every_value(void **state)
{
    static const char *const words[] = {"12명", "30.5명", "7명", "22명"};
    fixture *f = *state;

    for (int kind = EPT_CHART_BAR; kind <= EPT_CHART_PIE; kind++) {
        for (int p = 100; p <= 150; p += 50) {
            ept_draw_list *d = fixture_begin(f, 1280, 800, p, EPT_THEME_LIGHT);
            ept_chart c = bars;

            c.kind = (ept_chart_kind)kind;
            ept_ui_chart(d, (ept_rect){40, 40, 600, 400}, &c);
            for (int i = 0; i < 4; i++) {
                assert_true(ept_draw_shows(d, words[i]));
                assert_true(ept_draw_shows(d, months[i]));
            }
            assert_all_fits(d, "chart");
        }
    }
}

static void chart__zero_and_limit_line__are_drawn(void **state)
{
    static const double none[] = {0, 0};
    ept_draw_list *d = fixture_begin(*state, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_chart c = {.kind = EPT_CHART_LINE,
                   .labels = months,
                   .values = none,
                   .count = 2,
                   .max = 200,
                   .line = 120,
                   .line_word = "Минимальный балл 120"};

    ept_ui_chart(d, (ept_rect){0, 0, 500, 300}, &c);
    assert_true(ept_draw_shows(d, "Минимальный балл 120"));
    c.kind = EPT_CHART_PIE;
    ept_ui_chart(d, (ept_rect){0, 400, 500, 300}, &c);
    c.kind = EPT_CHART_HBAR;
    c.max = 0;
    ept_ui_chart(d, (ept_rect){600, 400, 500, 300}, &c);
    c.count = 0;
    ept_ui_chart(d, (ept_rect){600, 0, 500, 300}, &c);
    assert_ok(ept_draw_status(d));
}

static void list__rows__are_regions_and_wrap(void **state)
{
    static const ept_column columns[] = {{"Күні", 0, EPT_ALIGN_LEFT, false},
                                         {"Емтихан", 1, EPT_ALIGN_LEFT, true},
                                         {"Ұпай", 0, EPT_ALIGN_RIGHT, true}};
    static const char *const cells[] = {"2026 ж. 21 қараша",
                                        "Сынақ емтиханы 4, жазбаша нұсқасы және тыңдалым бөлімі",
                                        "135",
                                        "2026 ж. 20 қараша",
                                        "Еңбек құқығы",
                                        "88"};
    ept_list l = {.id = "results.row",
                  .columns = columns,
                  .column_count = 3,
                  .cells = cells,
                  .rows = 2,
                  .first_region = 7};
    fixture *f = *state;

    for (int p = 100; p <= 150; p += 50) {
        ept_draw_list *d = fixture_begin(f, 1280, 800, p, EPT_THEME_LIGHT);
        int h = ept_ui_list(d, (ept_rect){40, 40, 620, 0}, &l);

        assert_int_equal(h, ept_ui_list_h(d, 620, &l));
        assert_non_null(ept_draw_region_find(d, "results.row.7"));
        assert_non_null(ept_draw_region_find(d, "results.row.8"));
        assert_all_fits(d, "list");
    }
}

static void sheet__covered_cells__share_the_box_of_the_left_one(void **state)
{
    static const char *const wide[] = {"지급 (원)", NULL,    "공제 (원)", NULL,
                                       "기본급",    "1,000", "세금",      "200"};
    static const ept_sheet_part table = {
        .kind = EPT_SHEET_TABLE, .cells = wide, .cell_count = 8, .columns = 4, .head = true};
    static const ept_sheet s = {.parts = &table, .part_count = 1, .plain = true};
    fixture *f = *state;
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);
    size_t boxes = 0;
    ept_buf dump = {0};

    ept_ui_sheet(d, (ept_rect){0, 0, 480, 0}, &s);
    ept_draw_dump(d, &dump);
    for (const char *at = dump.p; at && (at = strstr(at, "box ")) != NULL; at++)
        boxes++;
    assert_int_equal(2 + 4, boxes);
    ept_buf_clear(&dump);
}

static void sheet__narrow__never_tears_an_amount(void **state)
{
    static const char *const cells[] = {"연장근로수당", "2,156,880", "건강보험", "102,450"};
    static const ept_sheet_part table = {
        .kind = EPT_SHEET_TABLE, .cells = cells, .cell_count = 4, .columns = 4};
    static const ept_sheet s = {.parts = &table, .part_count = 1, .plain = true};
    fixture *f = *state;

    for (int w = 360; w <= 480; w += 10) {
        ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);
        ept_text_opts lead = {.type = EPT_TYPE_LEAD, .korean = true};
        int need = ept_draw_text_w(d, cells[1], lead) + 20;
        ept_buf dump = {0};
        int boxes = 0, x, y, cell_w, h;

        ept_ui_sheet(d, (ept_rect){0, 0, w, 0}, &s);
        ept_draw_dump(d, &dump);
        for (const char *at = dump.p; (at = strstr(at, "box ")) != NULL; at++) {
            if (++boxes == 2 && sscanf(at, "box %d,%d %dx%d", &x, &y, &cell_w, &h) == 4)
                assert_true(cell_w >= need);
        }
        assert_int_equal(4, boxes);
        ept_buf_clear(&dump);
    }
}

#define T(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(sheet__measured__is_what_is_drawn),
        T(sheet__paper__grows_to_its_box),
        T(sheet__tight__has_less_air_and_the_same_words),
        T(sheet__ticks__are_icons_not_letters),
        T(sheet__odd_shapes__are_harmless),
        T(chart__every_kind__labels_every_value),
        T(chart__zero_and_limit_line__are_drawn),
        T(list__rows__are_regions_and_wrap),
        T(sheet__narrow__never_tears_an_amount),
        T(sheet__covered_cells__share_the_box_of_the_left_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
