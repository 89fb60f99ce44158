/* SPDX-License-Identifier: MIT */
/* Colours, contrast, type sizes: the tables of the look, and nothing that depends on the window. */
#include "epstopik/ui_theme.h"

#include <math.h>
#include <stddef.h>

typedef struct colour_row {
    const char *name;
    uint32_t rgb[2];
} colour_row;

static const colour_row colours[EPT_COLOUR_COUNT] = {[EPT_COLOUR_NONE] = {"none", {0, 0}},
#define X(id, word, light, contrast) [EPT_COLOUR_##id] = {word, {light, contrast}},
                                                     EPT_COLOUR_LIST(X)
#undef X
};

typedef struct type_row {
    const char *name;
    int size, line;
    ept_weight weight;
} type_row;

static const type_row types[EPT_TYPE_COUNT] = {
    [EPT_TYPE_BODY] = {"body", 16, 24, EPT_WEIGHT_REGULAR},
    [EPT_TYPE_BODY_BOLD] = {"body.bold", 16, 24, EPT_WEIGHT_BOLD},
    [EPT_TYPE_SCORE] = {"score", 64, 64, EPT_WEIGHT_BOLD},
    [EPT_TYPE_H1] = {"h1", 40, 48, EPT_WEIGHT_BOLD},
    [EPT_TYPE_H2] = {"h2", 28, 40, EPT_WEIGHT_BOLD},
    [EPT_TYPE_TIMER] = {"timer", 28, 40, EPT_WEIGHT_BOLD},
    [EPT_TYPE_STIMULUS] = {"stimulus", 26, 40, EPT_WEIGHT_REGULAR},
    [EPT_TYPE_QUESTION] = {"question", 24, 36, EPT_WEIGHT_BOLD},
    [EPT_TYPE_OPTION] = {"option", 24, 32, EPT_WEIGHT_REGULAR},
    [EPT_TYPE_OPTION_BOLD] = {"option.bold", 24, 32, EPT_WEIGHT_BOLD},
    [EPT_TYPE_OPTION_DOC] = {"option.doc", 22, 32, EPT_WEIGHT_REGULAR},
    [EPT_TYPE_OPTION_DOC_BOLD] = {"option.doc.bold", 22, 32, EPT_WEIGHT_BOLD},
    [EPT_TYPE_H3] = {"h3", 20, 28, EPT_WEIGHT_BOLD},
    [EPT_TYPE_LEAD] = {"lead", 18, 28, EPT_WEIGHT_REGULAR},
    [EPT_TYPE_LEAD_BOLD] = {"lead.bold", 18, 28, EPT_WEIGHT_BOLD},
    [EPT_TYPE_SMALL] = {"small", 14, 20, EPT_WEIGHT_REGULAR},
    [EPT_TYPE_SMALL_BOLD] = {"small.bold", 14, 20, EPT_WEIGHT_BOLD},
    [EPT_TYPE_TINY] = {"tiny", 13, 16, EPT_WEIGHT_REGULAR},
    [EPT_TYPE_TINY_BOLD] = {"tiny.bold", 13, 16, EPT_WEIGHT_BOLD},
};

static const int percents[] = {100, 115, 130, 150};
enum { PERCENTS = sizeof percents / sizeof percents[0] };

uint32_t ept_theme_rgb(ept_theme theme, ept_colour colour)
{
    return colours[colour].rgb[theme == EPT_THEME_CONTRAST];
}

const char *ept_colour_name(ept_colour colour)
{
    return colours[colour].name;
}

/* One channel of 0..255 made linear (WCAG 2.1, relative luminance). */
static double linear(uint32_t channel)
{
    double c = (double)(channel & 0xFF) / 255.0;

    return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t rgb)
{
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
}

int ept_theme_contrast(uint32_t a, uint32_t b)
{
    double la = luminance(a), lb = luminance(b);
    double light = la > lb ? la : lb, dark = la > lb ? lb : la;

    return (int)((light + 0.05) / (dark + 0.05) * 100.0);
}

int ept_theme_border(ept_theme theme, int px)
{
    return theme == EPT_THEME_CONTRAST && px == 1 ? 2 : px;
}

int ept_ui_scale(int px, int percent)
{
    return (px * percent + 50) / 100;
}

ept_type_px ept_type_at(ept_type type, int percent)
{
    const type_row *row = &types[type];
    int by = type == EPT_TYPE_SCORE ? 100 : percent;

    return (ept_type_px){ept_ui_scale(row->size, by), ept_ui_scale(row->line, by), row->weight};
}

const char *ept_type_name(ept_type type)
{
    return types[type].name;
}

int ept_ui_step_percent(int percent, int step)
{
    int at = 0;

    for (int i = 0; i < PERCENTS; i++) {
        if (percents[i] <= percent)
            at = i;
    }
    at += step;
    if (at < 0)
        at = 0;
    if (at >= PERCENTS)
        at = PERCENTS - 1;
    return percents[at];
}
