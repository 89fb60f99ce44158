/* SPDX-License-Identifier: MIT */
/* test_components.c - every control in every state against its golden text, in both themes and at
 * two sizes. */
#include "ui/components.h"
#include "ui/fixture.h"

static void sheet(fixture *f, int percent, ept_theme theme, const char *golden)
{
    ept_draw_list *d = fixture_begin(f, 1320 * percent / 100, 1040 * percent / 100, percent, theme);

    components_draw(d);
    assert_golden(d, golden);
    assert_all_fits(d, golden);
}

static void components__light__match_the_golden(void **state)
{
    sheet(*state, 100, EPT_THEME_LIGHT, "components-light-100");
    sheet(*state, 150, EPT_THEME_LIGHT, "components-light-150");
}

static void components__high_contrast__match_the_golden(void **state)
{
    sheet(*state, 100, EPT_THEME_CONTRAST, "components-contrast-100");
    sheet(*state, 150, EPT_THEME_CONTRAST, "components-contrast-150");
}

static void components__twice__give_the_same_list(void **state)
{
    fixture *f = *state;
    ept_draw_opts opts = {
        .w = 1320, .h = 1040, .percent = 100, .key_labels = true, .focus = f->focus};
    ept_draw_list *d = fixture_begin(f, 1320, 1040, 100, EPT_THEME_LIGHT), *other;

    assert_ok(ept_draw_new(&other, f->typeset));
    ept_draw_begin(other, &opts);
    components_draw(d);
    components_draw(other);
    assert_true(ept_draw_same(d, other));
    ept_draw_free(other);
}

#define T(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(components__light__match_the_golden),
        T(components__high_contrast__match_the_golden),
        T(components__twice__give_the_same_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
