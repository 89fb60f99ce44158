/* SPDX-License-Identifier: MIT */
/* What all controls do alike: ask for their state, put one line of words in the middle of a box. */
#include <string.h>

#include "widget_priv.h"

w_state w_state_of(const ept_draw_list *d, const char *id, unsigned look)
{
    return (w_state){
        .focus = ept_draw_focused(d, id) || (look & EPT_LOOK_FOCUS),
        .hover = ept_draw_hovered(d, id) || (look & EPT_LOOK_HOVER),
        .press = ept_draw_pressed(d, id) || (look & EPT_LOOK_PRESS),
    };
}

int w_max(int a, int b)
{
    return a > b ? a : b;
}

int w_min(int a, int b)
{
    return a < b ? a : b;
}

bool w_contrast(const ept_draw_list *d)
{
    return ept_draw_theme(d) == EPT_THEME_CONTRAST;
}

int w_line(const ept_draw_list *d, ept_type type)
{
    return ept_draw_metrics(d)->type[type].line_px;
}

int w_scaled(const ept_draw_list *d, int px)
{
    return ept_ui_scale(px, ept_draw_metrics(d)->percent);
}

int w_icon(const ept_draw_list *d)
{
    return w_scaled(d, 20);
}

void w_word(ept_draw_list *d, ept_rect r, const char *text, ept_type type, ept_colour colour,
            ept_align align)
{
    ept_draw_text(
        d, r, text,
        (ept_text_opts){
            .type = type, .colour = colour, .align = align, .middle = true, .nowrap = true});
}

int w_word_w(ept_draw_list *d, const char *text, ept_type type)
{
    return ept_draw_text_w(d, text, (ept_text_opts){.type = type});
}

static int longest_word(ept_draw_list *d, const char *text, ept_type type)
{
    int most = 0;

    while (*text) {
        size_t n = strcspn(text, " ");
        const char *word = ept_arena_strndup(ept_draw_arena(d), text, n);

        most = w_max(most, w_word_w(d, word, type));
        text += n + (text[n] == ' ');
    }
    return most;
}

int w_width_in_lines(ept_draw_list *d, const char *text, ept_type type, int lines, int max)
{
    int full = w_word_w(d, text, type), step = w_scaled(d, 8);
    int w = w_max(full / lines, longest_word(d, text, type));

    while (w < full && w < max &&
           ept_draw_text_h(d, w, text, (ept_text_opts){.type = type}) > lines * w_line(d, type))
        w += step;
    return w_min(w_min(w, full), max);
}

void w_region(ept_draw_list *d, const char *id, const char *label, ept_rect r, int group)
{
    ept_region region = {.id = id, .label = label, .rect = r, .group = group};

    if (id)
        ept_draw_region(d, &region);
}

void w_check(ept_draw_list *d, int x, ept_rect row, int px, ept_colour colour)
{
    ept_draw_icon(d, (ept_rect){x, row.y + (row.h - px) / 2, px, px}, "check", colour);
}
