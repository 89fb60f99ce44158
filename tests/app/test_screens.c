/* SPDX-License-Identifier: MIT */
/* test_screens.c - one walk through the whole program; at each stop, in every language, text size,
 * window and theme: no words outside their box, every control reached by Tab, the same frame twice.
 */
#include "support/ept_test.h"

#include <stdio.h>
#include <string.h>

#include "app/program.h"

enum { REGIONS_MAX = 200 };

typedef struct stop {
    const char *screen;
    const char *lines; /* how one gets there from the stop before */
} stop;

static const stop walk[] = {
    {"profiles", ""},
    {"new-profile", "key N\ntype Айдана\nclick-id new-profile.ask-pin"},
    {"new-profile", "click-id new-profile.save\nexpect \"A PIN has\""},
    {"pin",
     "click-id new-profile.pin\ntype 1234\nclick-id new-profile.again\ntype 1234\nkey Enter\n"
     "click-id rail.profile\nkey Enter"},
    {"pin", "type 9999\nkey Enter"},
    {"home", "type 1234\nkey Enter"},
    {"help", "key F1"},
    {"setup", "key Esc\nclick-id rail.exam"},
    {"setup", "click-id rail.law"},
    {"results", "click-id rail.results"},
    {"settings", "click-id rail.settings"},
    {"instructions", "click-id rail.home\nclick-id home.start"},
    {"instructions", "key Enter"},
    {"instructions", "key Enter"},
    {"sound-check", "click-id instructions.skip"},
    {"sound-check", "click-id sound_check.nothing"},
    {"ready", "click-id sound_check.play\nwait 6000\nclick-id sound_check.heard"},
    {"warm-up", "click-id ready.start"},
    {"ready", "click-id warm_up.skip"},
    {"exam", "click-id ready.start\nwait 100"},
    {"exam", "key 2\nwait 1000"},
    {"exam",
     "key Right\nkey Right\nkey Right\nkey Right\nkey Right\nkey Right\nkey Right\nwait 1000"},
    {"exam", "wait 1250000"},
    {"all-questions", "key A"},
    {"leave", "key Esc\nkey Ctrl+Q"},
    {"help", "key Esc\nkey F1"},
    {"time-over", "wait 248000"},
    {"exam", "wait 3000\nwait 100"},
    {"exam", "wait 9000"},
    {"home", "key Ctrl+Q\nkey Esc\nkey Esc\nclick-id leave.go"},
    {"go-on", "click-id home.start"},
    {"confirm", "click-id go_on.close"},
    {"report", "click-id confirm.yes"},
    {"review", "click-id report.review"},
    /* UBT: everything is allowed that CBT refuses. */
    {"exam",
     "click-id review.back\nclick-id report.home\nclick-id rail.exam\nclick-id setup.kind.2\n"
     "click-id setup.start\nclick-id instructions.skip\nclick-id ready.exam\nclick-id "
     "ready.start\nkey 1\nkey F\nkey "
     "Right\nkey Shift+1"},
    {"all-questions", "key A"},
    {"submit", "key Esc\nclick-id exam.submit"},
    {"ready", "click-id submit.go"},
    {"exam", "click-id ready.start\nwait 4000\nwait 20000"},
    {"go-on", "key Esc\nclick-id leave.go\nclick-id home.start"},
    /* Law: one section, to the end. */
    {"exam", "key Esc\nclick-id rail.law\nclick-id setup.start\n"
             "click-id instructions.skip\nclick-id ready.start\nkey 1"},
    {"report", "click-id exam.submit\nclick-id submit.go\nwait 4000"},
    {"review", "click-id report.review"},
    {"results", "click-id review.back\nclick-id report.home\nclick-id rail.results"},
    /* Practice: the answer after each item. */
    {"exam", "click-id rail.exam\nclick-id setup.kind.4\nclick-id setup.start\n"
             "click-id instructions.skip\nwait 100\nkey 1\nkey Enter"},
    {"exam", "key Esc\nclick-id leave.go\nclick-id rail.exam\nclick-id setup.kind.5\n"
             "click-id setup.start\nclick-id instructions.skip\nwait 100\nkey 1\nkey Enter"},
};

static const struct look {
    ept_lang lang;
    int percent, w, h;
    ept_theme theme;
} looks[] = {
#define LANGS(...)                                                                                 \
    {EPT_LANG_KK, __VA_ARGS__}, {EPT_LANG_RU, __VA_ARGS__}, {EPT_LANG_EN, __VA_ARGS__},            \
    {                                                                                              \
        EPT_LANG_KO, __VA_ARGS__                                                                   \
    }
    LANGS(100, 1280, 800, EPT_THEME_LIGHT),    LANGS(150, 1280, 800, EPT_THEME_CONTRAST),
    LANGS(100, 1024, 768, EPT_THEME_CONTRAST), LANGS(150, 1024, 768, EPT_THEME_LIGHT),
    LANGS(115, 1920, 1080, EPT_THEME_LIGHT),   LANGS(130, 1366, 768, EPT_THEME_LIGHT),
#undef LANGS
};

static void dress(program *p, const struct look *l)
{
    p->a.prefs.lang = l->lang;
    p->a.prefs.percent = l->percent;
    p->a.prefs.theme = l->theme;
    ept_ui_set_percent(p->a.ui, l->percent);
    ept_ui_set_theme(p->a.ui, l->theme);
    if (ept_draw_metrics(ept_ui_shown(p->a.ui))->w != l->w)
        assert_ok(ept_ui_resize(p->a.ui, l->w, l->h));
    p->a.stack->dirty = p->a.stack->follow = true;
    assert_ok(app_draw(&p->a));
}

static void check_fit(program *p, const stop *at, const struct look *l)
{
    ept_buf out = {0};

    if (ept_draw_overflow(ept_ui_shown(p->a.ui), &out)) {
        print_error("%s, %s %d%% %dx%d: does not fit: %s\n", at->screen, ept_lang_code(l->lang),
                    l->percent, l->w, l->h, out.p ? out.p : "?");
        p->faults++;
    }
    ept_buf_clear(&out);
}

static void check_same_twice(program *p, const stop *at)
{
    ept_buf once = {0}, twice = {0};

    program_dump(p, &once);
    p->a.stack->dirty = true;
    assert_ok(app_draw(&p->a));
    program_dump(p, &twice);
    if (!ept_streq(once.p, twice.p)) {
        print_error("%s: drawn twice, two frames\n", at->screen);
        p->faults++;
    }
    ept_buf_clear(&once);
    ept_buf_clear(&twice);
}

/* The cells of all questions are one stop of Tab: Right goes through them. */
static void by_arrows(program *p, bool *met, size_t count)
{
    const ept_input right = {.kind = EPT_INPUT_KEY, .key = EPT_KEY_RIGHT};
    const ept_draw_list *shown = ept_ui_shown(p->a.ui);
    size_t first = 0;

    while (first < count &&
           strncmp(ept_draw_region_at(shown, first)->id, "all.cell.", strlen("all.cell.")) != 0)
        first++;
    if (first == count)
        return;
    ept_focus_set(ept_ui_focus(p->a.ui), ept_draw_region_at(shown, first)->id);
    for (size_t i = 0; i < count; i++) {
        for (size_t r = 0; r < count; r++)
            met[r] = met[r] || ept_streq(ept_draw_region_at(ept_ui_shown(p->a.ui), r)->id,
                                         ept_focus_id(ept_ui_focus(p->a.ui)));
        app_input(&p->a, &right);
        assert_ok(app_draw(&p->a));
    }
}

/* Tab goes round through all controls and back to the first. */
static void check_focus(program *p, const stop *at)
{
    const ept_input tab = {.kind = EPT_INPUT_KEY, .key = EPT_KEY_TAB};
    size_t count = ept_draw_region_count(ept_ui_shown(p->a.ui));
    char first[EPT_ID_MAX];
    bool met[REGIONS_MAX] = {false};

    assert_true(count < REGIONS_MAX);
    snprintf(first, sizeof first, "%s", ept_focus_id(ept_ui_focus(p->a.ui)));
    for (size_t i = 0; i < count; i++) {
        app_input(&p->a, &tab);
        assert_ok(app_draw(&p->a));
        for (size_t r = 0; r < count; r++)
            met[r] = met[r] || ept_streq(ept_draw_region_at(ept_ui_shown(p->a.ui), r)->id,
                                         ept_focus_id(ept_ui_focus(p->a.ui)));
    }
    by_arrows(p, met, count);
    for (size_t r = 0; r < count; r++) {
        const ept_region *region = ept_draw_region_at(ept_ui_shown(p->a.ui), r);

        if (!met[r] && !region->disabled && region->kind != EPT_REGION_SCROLL) {
            print_error("%s: Tab never comes to %s\n", at->screen, region->id);
            p->faults++;
        }
    }
    ept_focus_set(ept_ui_focus(p->a.ui), first);
    p->a.stack->dirty = true;
    assert_ok(app_draw(&p->a));
}

static void check_stop(program *p, const stop *at)
{
    enum { LOOKS = sizeof looks / sizeof looks[0] };
    const struct look plain = {EPT_LANG_EN, 100, 1280, 800, EPT_THEME_LIGHT};

    for (size_t i = 0; i < LOOKS; i++) {
        dress(p, &looks[i]);
        check_fit(p, at, &looks[i]);
        if (i == 0)
            check_same_twice(p, at);
        if (i % 12 == 0)
            check_focus(p, at);
    }
    dress(p, &plain);
}

static void screens__walk__everything_fits_and_is_reached(void **state)
{
    program *p = *state;

    for (size_t i = 0; i < sizeof walk / sizeof walk[0]; i++) {
        program_do(p, walk[i].lines);
        if (!ept_streq(program_screen(p), walk[i].screen))
            fail_msg("stop %zu is %s, not %s", i, program_screen(p), walk[i].screen);
        check_stop(p, &walk[i]);
    }
    assert_int_equal(p->faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(screens__walk__everything_fits_and_is_reached,
                                        program_setup_started, program_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
