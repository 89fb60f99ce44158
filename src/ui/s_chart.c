/* SPDX-License-Identifier: MIT */
/* Charts. Every value is written beside its mark; colour tells nothing that words do not. */
#include <math.h>
#include <stdio.h>

#include "epstopik/ui_sheet.h"
#include "widget_priv.h"

enum { GRID_LINES = 4, BAR_MAX = 48, PIE_STEPS = 64, PIE_EDGE = 2 };

static const char *value_word(ept_draw_list *d, const ept_chart *c, size_t i)
{
    const char *unit = c->unit ? c->unit : "";
    double v = c->values[i];

    if (c->value_words)
        return c->value_words[i];
    if (fabs(v - round(v)) < 0.005)
        return ept_arena_printf(ept_draw_arena(d), "%.0f%s", v, unit);
    return ept_arena_printf(ept_draw_arena(d), "%.1f%s", v, unit);
}

/* The next of 1, 2, 5, 10, 20, 50 ... that is not below v. */
static double round_up(double v)
{
    double ten = 1;

    if (v <= 0)
        return 1;
    while (ten * 10 <= v)
        ten *= 10;
    while (ten > v)
        ten /= 10;
    for (int i = 0; i < 3; i++) {
        static const double steps[] = {1, 2, 5};

        if (v <= ten * steps[i])
            return ten * steps[i];
    }
    return ten * 10;
}

static double top_of(const ept_chart *c)
{
    double most = c->line_word ? c->line : 0;

    if (c->max > 0)
        return c->max;
    for (size_t i = 0; i < c->count; i++)
        most = c->values[i] > most ? c->values[i] : most;
    return round_up(most / GRID_LINES) * GRID_LINES;
}

static ept_type plain_type(const ept_chart *c)
{
    return c->reading ? EPT_TYPE_LEAD : EPT_TYPE_SMALL;
}

static ept_type bold_type(const ept_chart *c)
{
    return c->reading ? EPT_TYPE_LEAD_BOLD : EPT_TYPE_SMALL_BOLD;
}

static ept_type label_type(const ept_chart *c, size_t i)
{
    return c->highlight == (int)i ? bold_type(c) : plain_type(c);
}

static int bar_w(const ept_chart *c, int pitch)
{
    return w_max(4, w_min(BAR_MAX, pitch * (c->count > 12 ? 8 : 6) / 10));
}

/* The area of the columns or points: under the number words, above the labels, right of the axis.
 */
static ept_rect plot_of(ept_draw_list *d, ept_rect box, const ept_chart *c, double top)
{
    const char *most = ept_arena_printf(ept_draw_arena(d), "%.0f", top);
    int line = w_line(d, plain_type(c)), axis = w_word_w(d, most, EPT_TYPE_TINY) + 8, labels = line;
    int pitch = c->count ? (box.w - axis) / (int)c->count : box.w;

    for (size_t i = 0; i < c->count; i++)
        labels = w_max(labels, ept_draw_text_h(d, w_max(8, pitch - 4), c->labels[i],
                                               (ept_text_opts){.type = bold_type(c)}));
    return (ept_rect){box.x + axis, box.y + line, box.w - axis, box.h - line - labels - 6};
}

static void grid(ept_draw_list *d, ept_rect plot, double top)
{
    int tiny = w_line(d, EPT_TYPE_TINY), every = plot.h / GRID_LINES < tiny ? 2 : 1;

    for (int i = 0; i <= GRID_LINES; i++) {
        int y = plot.y + plot.h - plot.h * i / GRID_LINES;
        double v = top * i / GRID_LINES;
        const char *word =
            ept_arena_printf(ept_draw_arena(d), fabs(v - round(v)) < 0.005 ? "%.0f" : "%.1f", v);

        ept_draw_hline(d, plot.x, y, plot.w, i ? EPT_COLOUR_LINE : EPT_COLOUR_LINE_2);
        if (i % every == 0)
            w_word(d, (ept_rect){plot.x - 108, y - tiny / 2, 100, tiny}, word, EPT_TYPE_TINY,
                   EPT_COLOUR_INK_3, EPT_ALIGN_RIGHT);
    }
}

static void labels_below(ept_draw_list *d, ept_rect plot, const ept_chart *c)
{
    int n = (int)c->count;

    for (int i = 0; i < n; i++) {
        ept_rect r = ept_rect_column(plot, n, i, 0);

        ept_draw_text(d, (ept_rect){r.x + 2, plot.y + plot.h + 6, r.w - 4, 0}, c->labels[i],
                      (ept_text_opts){.type = label_type(c, (size_t)i),
                                      .colour = EPT_COLOUR_INK,
                                      .align = EPT_ALIGN_CENTRE});
    }
}

static int height_at(ept_rect plot, double v, double top)
{
    return (int)lround((double)plot.h * (v < 0 ? 0 : v > top ? top : v) / top);
}

static void value_at(ept_draw_list *d, ept_rect column, int bottom, const ept_chart *c, size_t i)
{
    int line = w_line(d, plain_type(c));

    w_word(d, (ept_rect){column.x, bottom - line, column.w, line}, value_word(d, c, i),
           label_type(c, i), EPT_COLOUR_INK, EPT_ALIGN_CENTRE);
}

/* Where the words of a value stand: over the top of its bar or point. */
static ept_rect value_rect(ept_draw_list *d, ept_rect plot, const ept_chart *c, size_t i,
                           double top)
{
    int line = w_line(d, plain_type(c)), lift = c->kind == EPT_CHART_LINE ? 6 : 0;
    int w = w_word_w(d, value_word(d, c, i), label_type(c, i));
    ept_rect column = ept_rect_column(plot, (int)c->count, (int)i, 0);
    int y = plot.y + plot.h - height_at(plot, c->values[i], top) - lift - line;

    return (ept_rect){column.x + (column.w - w) / 2, y, w, line + 2 * lift};
}

static bool covers_value(ept_draw_list *d, ept_rect r, ept_rect plot, const ept_chart *c,
                         double top)
{
    for (size_t i = 0; i < c->count; i++) {
        if (ept_rect_clip(r, value_rect(d, plot, c, i, top)).w > 0)
            return true;
    }
    return false;
}

/* The line's words stand on it or under it, at the right or left: the first place free of values.
 */
static void limit_line(ept_draw_list *d, ept_rect plot, const ept_chart *c, double top)
{
    int y = plot.y + plot.h - height_at(plot, c->line, top), line = w_line(d, plain_type(c));
    ept_point dash[] = {{(float)plot.x, (float)y}, {(float)(plot.x + plot.w), (float)y}};
    int w = c->line_word ? w_word_w(d, c->line_word, bold_type(c)) + 8 : 0;
    ept_rect r = {0, 0, w, line};

    if (!c->line_word)
        return;
    ept_draw_polyline(d, dash, 2, (ept_stroke){EPT_COLOUR_INK, 2, true});
    for (int place = 0; place < 4; place++) {
        r.x = place % 2 ? plot.x + 2 : plot.x + plot.w - w;
        r.y = place / 2 ? y + 3 : y - line - 3;
        if (!covers_value(d, r, plot, c, top))
            break;
    }
    ept_draw_fill(d, r, EPT_COLOUR_SURFACE);
    w_word(d, ept_rect_inset(r, 4, 0), c->line_word, bold_type(c), EPT_COLOUR_INK, EPT_ALIGN_LEFT);
}

static void columns(ept_draw_list *d, ept_rect box, const ept_chart *c)
{
    double top = top_of(c);
    ept_rect plot = plot_of(d, box, c, top);

    grid(d, plot, top);
    for (size_t i = 0; i < c->count; i++) {
        ept_rect r = ept_rect_column(plot, (int)c->count, (int)i, 0);
        int h = height_at(plot, c->values[i], top), w = bar_w(c, r.w);
        ept_rect bar = {r.x + (r.w - w) / 2, plot.y + plot.h - h, w, h};

        ept_draw_fill(d, bar, EPT_COLOUR_ACCENT);
        value_at(d, r, bar.y, c, i);
    }
    limit_line(d, plot, c, top);
    labels_below(d, plot, c);
}

static void points(ept_draw_list *d, ept_rect box, const ept_chart *c)
{
    double top = top_of(c);
    ept_rect plot = plot_of(d, box, c, top);
    ept_point *at = ept_arena_array(ept_draw_arena(d), c->count + 1, sizeof *at);

    grid(d, plot, top);
    for (size_t i = 0; at && i < c->count; i++) {
        ept_rect r = ept_rect_column(plot, (int)c->count, (int)i, 0);

        int x = r.x + r.w / 2, y = plot.y + plot.h - height_at(plot, c->values[i], top);

        at[i] = (ept_point){(float)x, (float)y};
    }
    if (at)
        ept_draw_polyline(d, at, c->count, (ept_stroke){EPT_COLOUR_ACCENT, 3, false});
    limit_line(d, plot, c, top);
    for (size_t i = 0; at && i < c->count; i++) {
        ept_rect r = ept_rect_column(plot, (int)c->count, (int)i, 0);
        ept_rect ring = {(int)at[i].x - 5, (int)at[i].y - 5, 11, 11};
        bool solid = i + 1 == c->count || c->highlight == (int)i;

        ept_draw_box(d, ring,
                     (ept_box){solid ? EPT_COLOUR_ACCENT : EPT_COLOUR_SURFACE, EPT_COLOUR_ACCENT, 3,
                               5, false, false});
        value_at(d, r, ring.y - 1, c, i);
    }
    labels_below(d, plot, c);
}

static void rows(ept_draw_list *d, ept_rect box, const ept_chart *c)
{
    double top = c->max > 0 ? c->max : 0;
    int labels = 0, values = 0;

    for (size_t i = 0; i < c->count; i++) {
        top = c->max > 0 ? top : c->values[i] > top ? c->values[i] : top;
        labels = w_max(labels, w_word_w(d, c->labels[i], bold_type(c)));
        values = w_max(values, w_word_w(d, value_word(d, c, i), bold_type(c)));
    }
    labels = w_min(labels, box.w * 2 / 5);
    for (size_t i = 0; i < c->count; i++) {
        ept_rect r = ept_rect_row(box, (int)c->count, (int)i, 4), bar;
        int room = r.w - labels - values - 20, h = w_min(28, r.h - 2);
        int w = top > 0 ? (int)lround(room * c->values[i] / top) : 0;

        ept_draw_text(d, ept_cut_left(&r, labels, 8), c->labels[i],
                      (ept_text_opts){.type = label_type(c, i), .middle = true});
        bar = (ept_rect){r.x, r.y + (r.h - h) / 2, w, h};
        ept_draw_fill(d, bar, EPT_COLOUR_ACCENT);
        ept_draw_vline(d, r.x, r.y - 2, r.h + 4, EPT_COLOUR_LINE_2);
        w_word(d, (ept_rect){r.x + w + 6, r.y, values, r.h}, value_word(d, c, i), label_type(c, i),
               EPT_COLOUR_INK, EPT_ALIGN_LEFT);
    }
}

/* Fills of slices in turn; white edges and labels outside keep them apart without colour. */
static const ept_colour slices[] = {EPT_COLOUR_ACCENT, EPT_COLOUR_BAND,   EPT_COLOUR_INK_2,
                                    EPT_COLOUR_LINE,   EPT_COLOUR_LISTEN, EPT_COLOUR_BAND_EDGE};

static void slice(ept_draw_list *d, ept_point centre, float radius, double from, double to,
                  ept_colour fill)
{
    ept_point p[PIE_STEPS + 2];
    int steps = w_max(2, (int)ceil((to - from) / 6.2831853 * PIE_STEPS));

    p[0] = centre;
    for (int i = 0; i <= steps; i++) {
        double a = from + (to - from) * i / steps;

        p[i + 1] =
            (ept_point){centre.x + radius * (float)sin(a), centre.y - radius * (float)cos(a)};
    }
    ept_draw_polygon(d, p, (size_t)steps + 2, fill, (ept_stroke){EPT_COLOUR_SURFACE, 2, false});
}

static ept_type pie_type(const ept_chart *c, bool bold)
{
    if (c->reading)
        return bold ? EPT_TYPE_LEAD_BOLD : EPT_TYPE_LEAD;
    return bold ? EPT_TYPE_BODY_BOLD : EPT_TYPE_BODY;
}

/* Half of the box, less when the list beside it needs more. */
static int pie_side(ept_draw_list *d, ept_rect box, const ept_chart *c)
{
    int side = w_min(box.h, box.w / 2), need = 0;

    for (size_t i = 0; i < c->count; i++)
        need = w_max(need, 32 + w_word_w(d, c->labels[i], pie_type(c, false)) + 12 +
                               w_word_w(d, value_word(d, c, i), pie_type(c, true)));
    if (box.w - side - 24 < need)
        side = w_min(side, w_max(box.w / 3, box.w - 24 - need));
    return side / 2 * 2;
}

static void pie(ept_draw_list *d, ept_rect box, const ept_chart *c)
{
    int side = pie_side(d, box, c), half = side / 2, middle_y = box.y + box.h / 2,
        line = w_line(d, pie_type(c, false)) + 6, y;
    ept_point centre = {(float)(box.x + half), (float)middle_y};
    ept_rect list = {box.x + side + 24, box.y, box.w - side - 24, box.h};
    double sum = 0, at = 0;

    for (size_t i = 0; i < c->count; i++)
        sum += c->values[i];
    y = list.y + (list.h - line * (int)c->count) / 2;
    for (size_t i = 0; i < c->count && sum > 0; i++) {
        ept_colour fill = slices[i % (sizeof slices / sizeof slices[0])];
        double from = at / sum * 6.2831853, middle = (at + c->values[i] / 2) / sum * 6.2831853;
        char letter[2];
        ept_rect key, spot;

        at += c->values[i];
        slice(d, centre, (float)side / 2 - 2, from, at / sum * 6.2831853, fill);
        /* A letter in the slice and the same in the list: told apart without colour, and not
         * taken for the number of an option. */
        snprintf(letter, sizeof letter, "%c", (char)('A' + i % 26));
        spot = (ept_rect){(int)(centre.x + (float)side * 0.32F * (float)sin(middle)) - 12,
                          (int)(centre.y - (float)side * 0.32F * (float)cos(middle)) - 12, 24, 24};
        key = (ept_rect){list.x, y + (line - 24) / 2, 24, 24};
        for (int k = 0; k < 2; k++)
            ept_draw_bubble(d, k ? key : spot, letter, EPT_TYPE_TINY_BOLD,
                            (ept_box){EPT_COLOUR_SURFACE, EPT_COLOUR_INK, 1, 0, false, false},
                            EPT_COLOUR_INK);
        w_word(d, (ept_rect){list.x + 32, y, list.w - 32, line}, c->labels[i], pie_type(c, false),
               EPT_COLOUR_INK, EPT_ALIGN_LEFT);
        w_word(d, (ept_rect){list.x + 32, y, list.w - 32, line}, value_word(d, c, i),
               pie_type(c, true), EPT_COLOUR_INK, EPT_ALIGN_RIGHT);
        y += line;
    }
    /* A pale or black slice would have no end of its own. */
    ept_draw_box(d, (ept_rect){box.x, middle_y - half, side, side},
                 (ept_box){EPT_COLOUR_NONE, EPT_COLOUR_LINE_2, PIE_EDGE, half, false, false});
}

void ept_ui_chart(ept_draw_list *d, ept_rect box, const ept_chart *c)
{
    if (!c || c->count == 0 || box.w <= 0 || box.h <= 0)
        return;
    switch (c->kind) {
    case EPT_CHART_BAR:
        columns(d, box, c);
        break;
    case EPT_CHART_HBAR:
        rows(d, box, c);
        break;
    case EPT_CHART_LINE:
        points(d, box, c);
        break;
    case EPT_CHART_PIE:
        pie(d, box, c);
        break;
    }
}
