/* SPDX-License-Identifier: MIT */
/* fixture.c - sets up a draw list on the real coverage table and a fixed measure. */
#include "ui/fixture.h"

#include <stdio.h>

#include "epstopik/path.h"
#include "support/measure.h"

int fixture_setup(void **state)
{
    fixture *f = ept_calloc(1, sizeof *f);
    ept_buf text = {0};

    assert_non_null(f);
    assert_ok(ept_path_read(&text, EPT_SOURCE_DIR "/assets/fonts/coverage.txt"));
    assert_ok(ept_coverage_parse(&f->coverage, (ept_str){text.p, text.n}));
    ept_buf_clear(&text);
    assert_ok(ept_typeset_new(&f->typeset, f->coverage, ept_test_measure_text, NULL));
    assert_ok(ept_focus_new(&f->focus));
    assert_ok(ept_draw_new(&f->d, f->typeset));
    *state = f;
    return 0;
}

int fixture_teardown(void **state)
{
    fixture *f = *state;

    ept_alloc_fail_at(0);
    ept_draw_free(f->d);
    ept_focus_free(f->focus);
    ept_typeset_free(f->typeset);
    ept_coverage_free(f->coverage);
    ept_free(f);
    return 0;
}

ept_draw_list *fixture_begin(fixture *f, int w, int h, int percent, ept_theme theme)
{
    ept_draw_opts opts = {
        .w = w, .h = h, .percent = percent, .theme = theme, .key_labels = true, .focus = f->focus};

    ept_draw_begin(f->d, &opts);
    return f->d;
}

void assert_all_fits(const ept_draw_list *d, const char *what)
{
    ept_buf why = {0};

    if (ept_draw_overflow(d, &why)) {
        print_error("%s: %s\n", what, why.p);
        ept_buf_clear(&why);
        fail();
    }
    assert_ok(ept_draw_status(d));
}

static void show_first_difference(const char *want, const char *got)
{
    size_t line = 1, i = 0, start = 0;

    for (; want[i] && want[i] == got[i]; i++) {
        if (want[i] == '\n') {
            line++;
            start = i + 1;
        }
    }
    print_error("line %zu\n  want: %.*s\n  got:  %.*s\n", line, 160, want + start, 160,
                got + start);
}

void assert_golden(const ept_draw_list *d, const char *name)
{
    ept_buf got = {0}, want = {0};
    char path[512];
    bool same;

    snprintf(path, sizeof path, EPT_SOURCE_DIR "/tests/ui/golden/%s.txt", name);
    ept_draw_dump(d, &got);
    assert_ok(ept_buf_ok(&got));
    if (ept_path_env("EPT_UPDATE_GOLDEN"))
        assert_ok(ept_path_write(path, got.p, got.n));
    assert_ok(ept_path_read(&want, path));
    same = ept_streq(want.p, got.p);
    if (!same)
        show_first_difference(want.p, got.p);
    ept_buf_clear(&got);
    ept_buf_clear(&want);
    assert_true(same);
}
