/* SPDX-License-Identifier: MIT */
/* fixture.h - a draw list with widths that need no face, for tests of what screens are made of. */
#ifndef TEST_UI_FIXTURE_H
#define TEST_UI_FIXTURE_H
#include "epstopik/ui.h"
#include "support/ept_test.h"

typedef struct fixture {
    ept_coverage *coverage;
    ept_typeset *typeset;
    ept_focus *focus;
    ept_draw_list *d;
} fixture;

int fixture_setup(void **state);
int fixture_teardown(void **state);

/* Begins a frame of w by h; returns the list. */
ept_draw_list *fixture_begin(fixture *f, int w, int h, int percent, ept_theme theme);

/* Fails with the command when a text does not fit or overlaps another. */
void assert_all_fits(const ept_draw_list *d, const char *what);

/* Compares with tests/ui/golden/NAME.txt. EPT_UPDATE_GOLDEN=1 writes it; a missing one fails. */
void assert_golden(const ept_draw_list *d, const char *name);

#endif
