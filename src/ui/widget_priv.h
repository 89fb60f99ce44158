/* SPDX-License-Identifier: MIT */
/* widget_priv.h - small helpers shared by the files that draw controls. */
#ifndef WIDGET_PRIV_H
#define WIDGET_PRIV_H
#include "epstopik/str.h"
#include "epstopik/ui_widgets.h"
#include "ui_priv.h"

enum { PAD = 16, RADIUS = 8, SMALL_RADIUS = 4 };

typedef struct w_state {
    bool focus, hover, press;
} w_state;

/* Input's state of `id`, or the one forced by `look`. */
w_state w_state_of(const ept_draw_list *d, const char *id, unsigned look);

int w_max(int a, int b);
int w_min(int a, int b);
bool w_contrast(const ept_draw_list *d);
int w_line(const ept_draw_list *d, ept_type type); /* line height */
int w_scaled(const ept_draw_list *d, int px);      /* px at the text size */
int w_icon(const ept_draw_list *d);                /* icon beside body text: 20 at 100 % */

/* One line, centred in the height of r. */
void w_word(ept_draw_list *d, ept_rect r, const char *text, ept_type type, ept_colour colour,
            ept_align align);
int w_word_w(ept_draw_list *d, const char *text, ept_type type);
/* The narrowest width at which `text` takes no more than `lines` lines, at most `max`. */
int w_width_in_lines(ept_draw_list *d, const char *text, ept_type type, int lines, int max);

void w_region(ept_draw_list *d, const char *id, const char *label, ept_rect r, int group);
void w_check(ept_draw_list *d, int x, ept_rect row, int px, ept_colour colour);

#endif
