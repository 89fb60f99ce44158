/* SPDX-License-Identifier: MIT */
/* test_exam_document.c - a document of the bank becomes a sheet: which part is which, what is
 * covered, what is a sum, a tick or a picture; and the words of an item in the order its form gives
 * the options. */
#include "support/ept_test.h"

#include "stimulus.h"

static int setup(void **state)
{
    ept_arena *arena;

    assert_ok(ept_arena_new(&arena));
    *state = arena;
    return 0;
}

static int teardown(void **state)
{
    ept_arena_free(*state);
    return 0;
}

static const ept_sheet *sheet_of(void **state, const ept_part *parts, size_t count)
{
    static const app a = {.prefs = {.percent = 100}};
    const ept_document document = {
        .title = "제목", .right = "2026년 10월", .part_count = count, .parts = parts};
    const ept_sheet *sheet = stimulus_sheet(&a, *state, &document, 400);

    assert_non_null(sheet);
    assert_int_equal(sheet->part_count, count);
    assert_string_equal(sheet->title, "제목");
    assert_string_equal(sheet->right, "2026년 10월");
    return sheet;
}

static void sheet__fields__are_pairs_and_a_bold_one_a_sum(void **state)
{
    static const ept_doc_cell who[] = {{.text = "성명", .head = true, .span = 1},
                                       {.text = "굴누르", .span = 1},
                                       {.text = "부서", .head = true, .span = 1},
                                       {.text = "생산 2팀", .span = 1}};
    static const ept_doc_cell net[] = {{.text = "실수령액", .head = true, .bold = true, .span = 1},
                                       {.text = "2,236,490원", .bold = true, .span = 1}};
    const ept_part parts[] = {{.kind = EPT_PART_FIELDS, .rows = 1, .columns = 4, .cells = who},
                              {.kind = EPT_PART_FIELDS, .rows = 1, .columns = 2, .cells = net}};
    const ept_sheet *sheet = sheet_of(state, parts, 2);

    assert_int_equal(sheet->parts[0].kind, EPT_SHEET_PAIRS);
    assert_int_equal(sheet->parts[0].columns, 2);
    assert_int_equal(sheet->parts[0].cell_count, 4);
    assert_string_equal(sheet->parts[0].cells[3], "생산 2팀");
    assert_int_equal(sheet->parts[1].kind, EPT_SHEET_TOTAL);
    assert_string_equal(sheet->parts[1].cells[1], "2,236,490원");
}

static void sheet__table__keeps_head_foot_and_covered_cells(void **state)
{
    static const ept_doc_cell cells[] = {{.text = "지급 (원)", .head = true, .span = 2},
                                         {.text = "", .span = 0},
                                         {.text = "기본급", .span = 1},
                                         {.text = "2,156,880", .span = 1},
                                         {.text = "합계", .head = true, .span = 1},
                                         {.text = "2,156,880", .bold = true, .span = 1}};
    const ept_part part = {.kind = EPT_PART_TABLE,
                           .rows = 3,
                           .columns = 2,
                           .head_rows = 1,
                           .foot_rows = 1,
                           .cells = cells};
    const ept_sheet_part *table = sheet_of(state, &part, 1)->parts;

    assert_int_equal(table->kind, EPT_SHEET_TABLE);
    assert_true(table->head && table->foot);
    assert_false(table->ticks || table->row_heads);
    assert_non_null(table->cells[0]);
    assert_null(table->cells[1]);
    assert_null(table->pictures);
}

static void sheet__ticks_and_row_heads__are_seen(void **state)
{
    static const ept_doc_cell cells[] = {{.text = "", .head = true, .span = 1},
                                         {.text = "아침", .head = true, .span = 1},
                                         {.text = "약", .head = true, .span = 1},
                                         {.tick = true, .span = 1}};
    const ept_part part = {
        .kind = EPT_PART_TABLE, .rows = 2, .columns = 2, .head_rows = 1, .cells = cells};
    const ept_sheet_part *table = sheet_of(state, &part, 1)->parts;

    assert_true(table->ticks && table->row_heads);
    assert_string_equal(table->cells[3], "v");
}

static void sheet__lines__stand_under_each_other(void **state)
{
    static const ept_doc_cell cells[] = {{.text = "아침 07:00~08:00", .span = 1},
                                         {.text = "점심 12:00~13:00", .span = 1}};
    const ept_part parts[] = {{.kind = EPT_PART_LINES, .rows = 2, .columns = 1, .cells = cells},
                              {.kind = EPT_PART_NOTES, .rows = 2, .columns = 1, .cells = cells},
                              {.kind = EPT_PART_FROM, .rows = 1, .columns = 1, .cells = cells}};
    const ept_sheet *sheet = sheet_of(state, parts, 3);

    assert_int_equal(sheet->parts[0].kind, EPT_SHEET_TEXT);
    assert_string_equal(sheet->parts[0].cells[0], "아침 07:00~08:00\n점심 12:00~13:00");
    assert_int_equal(sheet->parts[1].kind, EPT_SHEET_NOTES);
    assert_int_equal(sheet->parts[1].cell_count, 2);
    assert_int_equal(sheet->parts[2].kind, EPT_SHEET_ISSUER);
    assert_string_equal(sheet->parts[2].cells[0], "아침 07:00~08:00");
}

static void sheet__chart__with_two_series_names_every_point(void **state)
{
    static const char *const labels[] = {"1월", "2월", "3월"}, *const names[] = {"남자", "여자"};
    static const double values[] = {1, 2, 3, 10, 20, 30};
    static const ept_chart_data data = {.kind = EPT_DOC_HBAR,
                                        .unit = "명",
                                        .point_count = 3,
                                        .series_count = 2,
                                        .labels = labels,
                                        .series_names = names,
                                        .values = values};
    const ept_part part = {.kind = EPT_PART_CHART, .chart = &data};
    const ept_sheet_part *chart = sheet_of(state, &part, 1)->parts;

    assert_int_equal(chart->kind, EPT_SHEET_CHART);
    assert_true(chart->height >= 200);
    assert_int_equal(chart->chart->kind, EPT_CHART_HBAR);
    assert_int_equal(chart->chart->count, 6);
    assert_true(chart->chart->reading);
    assert_string_equal(chart->chart->labels[3], "2월 여자");
    assert_true(chart->chart->values[3] == 20);
}

static void sheet__no_memory__gives_none(void **state)
{
    static const app a = {.prefs = {.percent = 100}};
    static const ept_doc_cell cells[] = {{.text = "가", .span = 1}, {.text = "나", .span = 1}};
    static const ept_part part = {.kind = EPT_PART_FIELDS, .rows = 1, .columns = 2, .cells = cells};
    const ept_document document = {.part_count = 1, .parts = &part};
    const ept_sheet *sheet = NULL;

    for (size_t n = 1; !sheet; n++) {
        ept_alloc_fail_at(n);
        sheet = stimulus_sheet(&a, *state, &document, 400);
        ept_alloc_fail_at(0);
        assert_true(n < 20);
        assert_true(sheet == NULL || n > 3);
    }
}

/* --- words --- */

static const ept_item item = {
    .ask = "무엇입니까?",
    .options = {{.text = "열쇠"}, {.text = "하나"}, {.text = "둘"}, {.text = "셋"}},
    .means = {[EPT_LANG_RU] = {.ask = "Что?", .options = {"ключ", "один", "два", "три"}},
              [EPT_LANG_EN] = {.ask = "What?", .options = {"key", "one", "two"}}},
    .why = {[EPT_LANG_KO] = "그래서", [EPT_LANG_RU] = "потому"}};
static const ept_bank_slot slot = {.id = "law", .options = "text"};
static const ept_form_item place = {.number = 3, .order = {2, 0, 3, 1}};

static void words__options__stand_in_the_order_of_the_form(void **state)
{
    const item_view v = {&item, &slot, &place, EPT_LANG_KO};

    (void)state;
    assert_string_equal(item_view_option(&v, 1), "둘");
    assert_string_equal(item_view_option(&v, 2), "열쇠");
    assert_int_equal(item_view_key(&v), 2);
    assert_string_equal(item_view_means_option(&v, 4, EPT_LANG_RU), "один");
    assert_null(item_view_option(&v, 5));
}

static void words__language__is_taken_only_when_all_of_it_is_there(void **state)
{
    (void)state;
    assert_int_equal(item_view_lang(&item, EPT_LANG_RU), EPT_LANG_RU);
    assert_int_equal(item_view_lang(&item, EPT_LANG_EN), EPT_LANG_KO);
    assert_int_equal(item_view_lang(&item, EPT_LANG_KK), EPT_LANG_KO);
}

static void words__translations__fall_back(void **state)
{
    const item_view v = {&item, &slot, &place, EPT_LANG_KO};

    (void)state;
    assert_string_equal(item_view_means_ask(&v, EPT_LANG_KK), "Что?");
    assert_null(item_view_means_ask(&v, EPT_LANG_KO));
    assert_null(item_view_means(&v, EPT_LANG_RU));
    assert_string_equal(item_view_why(&v, EPT_LANG_KK), "потому");
    assert_string_equal(item_view_why(&v, EPT_LANG_KO), "그래서");
}

static void words__marked_cards__show_right_and_chosen(void **state)
{
    const item_view v = {&item, &slot, &place, EPT_LANG_KO};
    ept_option_card cards[EPT_PLACES];

    item_view_cards(cards, NULL, *state, &v, false);
    item_view_mark(cards, &v, 4, "right", "yours");
    assert_int_equal(cards[0].state, EPT_OPTION_NORMAL);
    assert_int_equal(cards[1].state, EPT_OPTION_CORRECT);
    assert_string_equal(cards[1].word, "right");
    assert_int_equal(cards[3].state, EPT_OPTION_WRONG);
    assert_string_equal(cards[3].word, "yours");
    assert_string_equal(cards[3].text, "하나");
    assert_int_equal(cards[3].number, 4);
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(sheet__fields__are_pairs_and_a_bold_one_a_sum),
        T(sheet__table__keeps_head_foot_and_covered_cells),
        T(sheet__ticks_and_row_heads__are_seen),
        T(sheet__lines__stand_under_each_other),
        T(sheet__chart__with_two_series_names_every_point),
        T(sheet__no_memory__gives_none),
        T(words__options__stand_in_the_order_of_the_form),
        T(words__language__is_taken_only_when_all_of_it_is_there),
        T(words__translations__fall_back),
        T(words__marked_cards__show_right_and_chosen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
