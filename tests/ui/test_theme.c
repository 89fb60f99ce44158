/* SPDX-License-Identifier: MIT */
/* test_theme.c - the tables of the look: contrast of every pair in use, sizes at the four text
 * sizes. */
#include "support/ept_test.h"

#include "epstopik/ui_theme.h"

typedef struct pair {
    ept_colour ink, on;
} pair;

#define C(name) EPT_COLOUR_##name

static const pair texts[] = {
    {C(INK), C(SURFACE)},
    {C(INK), C(PAGE)},
    {C(INK), C(SUNKEN)},
    {C(INK_2), C(SURFACE)},
    {C(INK_2), C(PAGE)},
    {C(INK_3), C(SURFACE)},
    {C(INK_3), C(PAGE)},
    {C(INK_3), C(SUNKEN)},
    {C(ACCENT), C(SURFACE)},
    {C(ON_TINT), C(ACCENT_TINT)},
    {C(ON_TINT_INK), C(ACCENT_TINT)},
    {C(ON_ACCENT), C(ACCENT)},
    {C(ON_ACCENT), C(ACCENT_HOVER)},
    {C(ON_ACCENT), C(LISTEN)},
    {C(ON_ACCENT), C(GOOD)},
    {C(ON_ACCENT), C(BAD)},
    {C(LISTEN), C(SURFACE)},
    {C(LISTEN), C(LISTEN_TINT)},
    {C(INK), C(LISTEN_TINT)},
    {C(GOOD), C(GOOD_TINT)},
    {C(GOOD), C(SURFACE)},
    {C(INK), C(GOOD_TINT)},
    {C(BAD), C(BAD_TINT)},
    {C(BAD), C(SURFACE)},
    {C(INK), C(BAD_TINT)},
    {C(WARN), C(WARN_TINT)},
    {C(INK), C(WARN_TINT)},
    {C(ON_BAR), C(BAR)},
    {C(ON_BAR_2), C(BAR)},
    {C(SURFACE), C(INK)},
};
/* Words on disabled buttons and marks that are no words. */
static const pair marks[] = {
    {C(LINE_2), C(SURFACE)}, {C(LINE_2), C(PAGE)},    {C(FOCUS), C(SURFACE)},
    {C(FOCUS), C(PAGE)},     {C(FOCUS_BAR), C(BAR)},  {C(BAR_LINE), C(BAR)},
    {C(ACCENT), C(SURFACE)}, {C(LISTEN), C(SURFACE)}, {C(GOOD), C(SURFACE)},
    {C(BAD), C(SURFACE)},    {C(WARN), C(WARN_TINT)}, {C(LINE_2), C(SUNKEN)},
    {C(ACCENT), C(OFF)},
};

static void check(const pair *pairs, size_t n, ept_theme theme, int least)
{
    for (size_t i = 0; i < n; i++) {
        uint32_t a = ept_theme_rgb(theme, pairs[i].ink), b = ept_theme_rgb(theme, pairs[i].on);
        int ratio = ept_theme_contrast(a, b);

        if (ratio < least)
            fail_msg("%s on %s: %d.%02d", ept_colour_name(pairs[i].ink),
                     ept_colour_name(pairs[i].on), ratio / 100, ratio % 100);
    }
}

static void theme__contrast__agrees_with_known_ratios(void **state)
{
    (void)state;
    assert_int_equal(2100, ept_theme_contrast(0x000000, 0xFFFFFF));
    assert_int_equal(100, ept_theme_contrast(0x123456, 0x123456));
    assert_int_equal(ept_theme_contrast(0x16212E, 0xFFFFFF),
                     ept_theme_contrast(0xFFFFFF, 0x16212E));
    assert_in_range(ept_theme_contrast(0x16212E, 0xFFFFFF), 1620, 1640);
}

static void theme__light__text_reaches_four_and_a_half(void **state)
{
    (void)state;
    check(texts, sizeof texts / sizeof texts[0], EPT_THEME_LIGHT, 450);
    check((pair[]){{C(ON_OFF), C(OFF)}}, 1, EPT_THEME_LIGHT, 450);
}

static void theme__light__borders_and_marks_reach_three(void **state)
{
    (void)state;
    check(marks, sizeof marks / sizeof marks[0], EPT_THEME_LIGHT, 300);
}

static void theme__high_contrast__everything_reaches_seven(void **state)
{
    (void)state;
    check(texts, sizeof texts / sizeof texts[0], EPT_THEME_CONTRAST, 700);
    check(marks, sizeof marks / sizeof marks[0], EPT_THEME_CONTRAST, 700);
    check((pair[]){{C(ON_OFF), C(OFF)}}, 1, EPT_THEME_CONTRAST, 700);
}

static void theme__high_contrast__focus_colour_is_used_for_nothing_else(void **state)
{
    uint32_t cyan = ept_theme_rgb(EPT_THEME_CONTRAST, C(FOCUS));

    (void)state;
    for (int i = 1; i < EPT_COLOUR_COUNT; i++) {
        if (i != C(FOCUS) && i != C(FOCUS_BAR))
            assert_int_not_equal(cyan, ept_theme_rgb(EPT_THEME_CONTRAST, (ept_colour)i));
    }
}

static void theme__high_contrast__thin_borders_are_doubled(void **state)
{
    (void)state;
    assert_int_equal(1, ept_theme_border(EPT_THEME_LIGHT, 1));
    assert_int_equal(2, ept_theme_border(EPT_THEME_CONTRAST, 1));
    assert_int_equal(3, ept_theme_border(EPT_THEME_CONTRAST, 3));
}

static void theme__type__scales_and_rounds(void **state)
{
    static const struct {
        ept_type type;
        int percent, size, line;
    } rows[] = {
        {EPT_TYPE_BODY, 100, 16, 24},     {EPT_TYPE_BODY, 115, 18, 28},
        {EPT_TYPE_BODY, 130, 21, 31},     {EPT_TYPE_BODY, 150, 24, 36},
        {EPT_TYPE_OPTION, 150, 36, 48},   {EPT_TYPE_TINY, 115, 15, 18},
        {EPT_TYPE_SCORE, 100, 64, 64},    {EPT_TYPE_SCORE, 150, 64, 64},
        {EPT_TYPE_STIMULUS, 130, 34, 52}, {EPT_TYPE_QUESTION, 115, 28, 41},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ept_type_px px = ept_type_at(rows[i].type, rows[i].percent);

        assert_int_equal(rows[i].size, px.size_px);
        assert_int_equal(rows[i].line, px.line_px);
    }
    assert_int_equal(EPT_WEIGHT_BOLD, ept_type_at(EPT_TYPE_H3, 100).weight);
    assert_int_equal(EPT_WEIGHT_REGULAR, ept_type_at(EPT_TYPE_STIMULUS, 100).weight);
}

static void theme__type__nothing_needed_to_answer_is_below_18_px(void **state)
{
    static const ept_type needed[] = {EPT_TYPE_STIMULUS, EPT_TYPE_QUESTION,   EPT_TYPE_OPTION,
                                      EPT_TYPE_LEAD,     EPT_TYPE_OPTION_DOC, EPT_TYPE_H3};

    (void)state;
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++)
        assert_true(ept_type_at(needed[i], 100).size_px >= 18);
}

static void theme__step_percent__walks_the_four_sizes(void **state)
{
    (void)state;
    assert_int_equal(115, ept_ui_step_percent(100, 1));
    assert_int_equal(130, ept_ui_step_percent(115, 1));
    assert_int_equal(150, ept_ui_step_percent(130, 1));
    assert_int_equal(150, ept_ui_step_percent(150, 1));
    assert_int_equal(130, ept_ui_step_percent(150, -1));
    assert_int_equal(100, ept_ui_step_percent(100, -1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(theme__contrast__agrees_with_known_ratios),
        cmocka_unit_test(theme__light__text_reaches_four_and_a_half),
        cmocka_unit_test(theme__light__borders_and_marks_reach_three),
        cmocka_unit_test(theme__high_contrast__everything_reaches_seven),
        cmocka_unit_test(theme__high_contrast__focus_colour_is_used_for_nothing_else),
        cmocka_unit_test(theme__high_contrast__thin_borders_are_doubled),
        cmocka_unit_test(theme__type__scales_and_rounds),
        cmocka_unit_test(theme__type__nothing_needed_to_answer_is_below_18_px),
        cmocka_unit_test(theme__step_percent__walks_the_four_sizes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
