/* SPDX-License-Identifier: MIT */
/* test_metrics.c - every window of the look's table, what folds at larger text, cutting rectangles.
 */
#include "support/ept_test.h"

#include "epstopik/ui_theme.h"

static ept_metrics of(int w, int h, int percent)
{
    ept_metrics m;

    ept_metrics_of(&m, w, h, percent);
    return m;
}

static void metrics__windows__follow_the_table(void **state)
{
    static const struct {
        int w, h, margin, side, cell, option;
    } rows[] = {
        {1024, 768, 16, 264, 40, 62}, {1280, 800, 24, 304, 48, 72}, {1280, 1024, 24, 304, 48, 72},
        {1366, 768, 24, 304, 48, 62}, {1600, 900, 24, 344, 56, 72}, {1920, 1080, 24, 344, 56, 72},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ept_metrics m = of(rows[i].w, rows[i].h, 100);

        assert_int_equal(rows[i].margin, m.margin);
        assert_int_equal(rows[i].side, m.side.w);
        assert_int_equal(rows[i].cell, m.cell);
        assert_int_equal(rows[i].option, m.option_h);
        assert_int_equal(64, m.bar.h);
        assert_int_equal(80, m.footer.h);
        assert_int_equal(rows[i].h - 144 - 2 * rows[i].margin, m.card.h);
        assert_false(m.exam_folded);
    }
}

static void metrics__card__takes_what_panel_and_margins_leave(void **state)
{
    ept_metrics m = of(1280, 800, 100);

    (void)state;
    assert_int_equal(1280 - 3 * 24 - 304, m.card.w);
    m = of(1366, 768, 100);
    assert_int_equal(990, m.card.w);
    assert_int_equal(576, m.card.h);
    m = of(1920, 1080, 100);
    assert_int_equal(1240, m.card.w);
    assert_int_equal(m.card.x, 1920 - (m.side.x + m.side.w));
}

static void metrics__smallest_window__hides_words_before_controls(void **state)
{
    ept_metrics m = of(1024, 768, 100);

    (void)state;
    assert_true(m.rail_icons);
    assert_int_equal(72, m.rail.w);
    assert_false(m.help_word);
    assert_false(m.key_labels);
    assert_true(m.stacked);
    assert_int_equal(8, m.option_gap);
    assert_false(of(1280, 800, 100).stacked);
    assert_true(of(1280, 800, 100).help_word);
}

static void metrics__large_text__folds_in_order(void **state)
{
    ept_metrics m = of(1280, 800, 100);

    (void)state;
    assert_true(m.key_hints);
    assert_false(m.rail_icons);
    m = of(1280, 800, 115);
    assert_true(m.key_hints);
    assert_false(m.rail_icons);
    m = of(1280, 800, 130);
    assert_false(m.key_hints);
    assert_true(m.rail_icons);
    assert_true(m.exam_folded);
    m = of(1280, 800, 150);
    assert_int_equal(88, m.bar.h);
    assert_int_equal(104, m.footer.h);
    assert_int_equal(72, m.button_footer_h);
    assert_int_equal(0, m.side.w);
    assert_int_equal(1280, m.card.w);
    assert_int_equal(80, m.option_h);
    assert_int_equal(8, m.option_gap);
}

/* At 150 % on 1280x800: question line, two lines of stimulus and four options without scrolling. */
static void metrics__folded_exam__holds_four_options(void **state)
{
    ept_metrics m = of(1280, 800, 150);
    int need = m.type[EPT_TYPE_H2].line_px + 2 * m.type[EPT_TYPE_STIMULUS].line_px +
               4 * m.option_h + 3 * m.option_gap;

    (void)state;
    assert_true(need + 32 <= m.card.h);
}

static void metrics__bubble__has_four_sizes(void **state)
{
    (void)state;
    assert_int_equal(40, of(1280, 800, 100).bubble);
    assert_int_equal(44, of(1280, 800, 115).bubble);
    assert_int_equal(48, of(1280, 800, 130).bubble);
    assert_int_equal(56, of(1280, 800, 150).bubble);
}

static void metrics__odd_values__are_put_right(void **state)
{
    ept_metrics m = of(10, 10, 100);

    (void)state;
    assert_int_equal(640, m.w);
    assert_int_equal(480, m.h);
    assert_true(m.card.w > 0 && m.card.h > 0);
    assert_int_equal(100, of(1280, 800, 0).percent);
    assert_int_equal(115, of(1280, 800, 117).percent);
    assert_int_equal(150, of(1280, 800, 400).percent);
}

static void metrics__all_windows_and_sizes__panels_never_meet(void **state)
{
    static const int sizes[][2] = {{640, 480},  {1024, 768}, {1280, 800},  {1280, 1024},
                                   {1366, 768}, {1600, 900}, {1920, 1080}, {3840, 2160}};
    static const int percents[] = {100, 115, 130, 150};

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        for (int k = 0; k < 4; k++) {
            ept_metrics m = of(sizes[i][0], sizes[i][1], percents[k]);

            assert_int_equal(0, ept_rect_clip(m.card, m.side).w);
            assert_int_equal(0, ept_rect_clip(m.card, m.bar).h);
            assert_int_equal(0, ept_rect_clip(m.card, m.footer).h);
            assert_int_equal(0, ept_rect_clip(m.rail, m.content).w);
            assert_true(m.card.w >= 480 && m.content.w >= 400);
            assert_true(m.side.w == 0 || 5 * m.cell + 4 * m.cell_gap <= m.side.w - 32);
            assert_true(m.button_h >= 48 && m.button_small_h >= 40);
        }
    }
}

static void rect__cut__leaves_gap_and_never_goes_below_zero(void **state)
{
    ept_rect r = {10, 20, 100, 50}, s = ept_cut_top(&r, 20, 5);

    (void)state;
    assert_int_equal(20, s.h);
    assert_int_equal(45, r.y);
    assert_int_equal(25, r.h);
    s = ept_cut_bottom(&r, 40, 5);
    assert_int_equal(25, s.h);
    assert_int_equal(0, r.h);
    r = (ept_rect){0, 0, 100, 10};
    s = ept_cut_right(&r, 30, 10);
    assert_int_equal(70, s.x);
    assert_int_equal(60, r.w);
    s = ept_cut_left(&r, 70, 10);
    assert_int_equal(60, s.w);
    assert_int_equal(0, r.w);
}

static void rect__columns__share_out_every_pixel(void **state)
{
    ept_rect r = {5, 0, 103, 10};
    int total = 0;

    (void)state;
    for (int i = 0; i < 4; i++) {
        ept_rect c = ept_rect_column(r, 4, i, 8);

        total += c.w;
        if (i > 0)
            assert_int_equal(
                8, c.x - (ept_rect_column(r, 4, i - 1, 8).x + ept_rect_column(r, 4, i - 1, 8).w));
    }
    assert_int_equal(103 - 3 * 8, total);
    assert_int_equal(108, ept_rect_column(r, 4, 3, 8).x + ept_rect_column(r, 4, 3, 8).w);
}

static void rect__join__ignores_empty_ones(void **state)
{
    ept_rect a = {0, 0, 0, 0}, b = {5, 6, 7, 8}, j = ept_rect_join(a, b);

    (void)state;
    assert_memory_equal(&b, &j, sizeof b);
    j = ept_rect_join(b, (ept_rect){0, 0, 1, 1});
    assert_int_equal(12, j.w);
    assert_int_equal(14, j.h);
    assert_int_equal(0, ept_rect_clip(b, (ept_rect){100, 100, 5, 5}).w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(metrics__windows__follow_the_table),
        cmocka_unit_test(metrics__card__takes_what_panel_and_margins_leave),
        cmocka_unit_test(metrics__smallest_window__hides_words_before_controls),
        cmocka_unit_test(metrics__large_text__folds_in_order),
        cmocka_unit_test(metrics__folded_exam__holds_four_options),
        cmocka_unit_test(metrics__bubble__has_four_sizes),
        cmocka_unit_test(metrics__odd_values__are_put_right),
        cmocka_unit_test(metrics__all_windows_and_sizes__panels_never_meet),
        cmocka_unit_test(rect__cut__leaves_gap_and_never_goes_below_zero),
        cmocka_unit_test(rect__columns__share_out_every_pixel),
        cmocka_unit_test(rect__join__ignores_empty_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
