/* SPDX-License-Identifier: MIT */
/* home_view.h - what home knows, and its cards. Private to src/app. */
#ifndef HOME_VIEW_H
#define HOME_VIEW_H
#include "study.h"

enum { HOME_OPEN_MAX = 3 };

typedef struct home_open {
    ept_sitting_row row;
    study_progress progress;
} home_open;

typedef struct home {
    ept_arena *arena;
    int hour; /* of entering, for the greeting */
    bool no_wal;
    const ept_blueprint *mock, *law; /* NULL: the bank has none */
    const ept_blueprint *practice;
    int mocks; /* finished ones */
    bool has_last, has_law;
    ept_sitting_row last, last_law;
    size_t open_count, open_more;
    home_open open[HOME_OPEN_MAX];
} home;

/* Draws all cards of the page from its top; how high they came out. */
int home_cards(const home *h, const app *a, ept_draw_list *d, ept_rect page);

#endif
