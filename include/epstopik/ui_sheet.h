/* SPDX-License-Identifier: MIT */
/* ui_sheet.h - printed things: documents as sheets of paper, tables, charts. All are measured
 * before they are drawn, never below 18 px, so that a pane can scroll them. Floor: ui. */
#ifndef EPSTOPIK_UI_SHEET_H
#define EPSTOPIK_UI_SHEET_H
#include <stdbool.h>
#include <stddef.h>

#include "epstopik/ui_draw.h"

typedef enum ept_sheet_kind {
    EPT_SHEET_PAIRS,   /* grid of label and value cells; columns = pairs beside each other */
    EPT_SHEET_TABLE,   /* cells with a head row */
    EPT_SHEET_TEXT,    /* a paragraph */
    EPT_SHEET_NOTES,   /* bulleted sentences */
    EPT_SHEET_TOTAL,   /* one label and one big value at the right */
    EPT_SHEET_ISSUER,  /* centred bold line at the foot */
    EPT_SHEET_PICTURE, /* a vector picture, `height` high */
    EPT_SHEET_CHART,   /* a chart, `height` high */
} ept_sheet_kind;

typedef enum ept_chart_kind {
    EPT_CHART_BAR,
    EPT_CHART_HBAR,
    EPT_CHART_LINE,
    EPT_CHART_PIE
} ept_chart_kind;
typedef struct ept_chart {
    ept_chart_kind kind;
    const char *const *labels;
    const double *values;
    size_t count;
    const char *unit; /* behind every number; may be NULL */
    double max;       /* 0 = from the data */
    double line; /* dashed line with line_word, LINE and BAR only; ignored when line_word NULL */
    const char *line_word;
    const char *const *value_words; /* instead of the numbers; NULL = made from the values */
    int highlight;                  /* index drawn bold and solid, -1 = none */
    bool reading; /* part of a question: labels and values in 18 px instead of small */
} ept_chart;

/* One part of a sheet; only the members of its kind count. Everything is borrowed while drawing. */
typedef struct ept_sheet_part {
    ept_sheet_kind kind;
    const char *const
        *cells; /* row by row: PAIRS label, value, ...; TABLE head first; NOTES; TEXT [0] */
    size_t cell_count;
    size_t columns; /* PAIRS: pairs in a row (1 or 2); TABLE: columns */
    bool head;      /* TABLE: the first row is a head */
    bool foot;      /* TABLE: the last row is a total, bold */
    bool row_heads; /* TABLE: the first column is sunken and bold */
    bool ticks;     /* TABLE: cells "o"/"v" are ticks, "x" crosses, "-" or "" empty, centred */
    /* TABLE: a cell that is NULL is covered by the one on its left. pictures: as many as cells, a
     * picture stands instead of its cell's words; NULL = none at all. */
    const ept_picture *const *pictures;
    const ept_picture *picture;
    const ept_chart *chart;
    int height; /* PICTURE, CHART */
} ept_sheet_part;

typedef struct ept_sheet {
    const char *title, *right; /* date or number at the right of the title; NULL = none */
    const ept_sheet_part *parts;
    size_t part_count;
    bool plain; /* no frame: parts only (a chart or table alone) */
    bool latin; /* not Korean: the face of the interface */
    bool tight; /* less air in cells and between parts */
} ept_sheet;

/* Height at width w. */
int ept_ui_sheet_h(ept_draw_list *d, int w, const ept_sheet *s);
/* Draws it; returns the height. The frame is as high as its contents, or box.h if that is more. */
int ept_ui_sheet(ept_draw_list *d, ept_rect box, const ept_sheet *s);

/* A chart filling `box`; every value is labelled. */
void ept_ui_chart(ept_draw_list *d, ept_rect box, const ept_chart *c);

/* A list with columns for screens (results, keys): heads small ink.3, rows with a line between. */
typedef struct ept_column {
    const char *head;
    int weight; /* share of the width; 0 = as wide as its widest cell */
    ept_align align;
    bool bold;
} ept_column;
typedef struct ept_list {
    const char *id; /* rows are regions id.0 ...; NULL = rows only show */
    const ept_column *columns;
    size_t column_count;
    const char *const *cells; /* row by row */
    size_t rows;
    int first_region; /* number of the first row's region */
    int group;
    bool initial; /* the first row has the focus on arrival */
} ept_list;
/* Wraps inside cells; returns the height. */
int ept_ui_list(ept_draw_list *d, ept_rect box, const ept_list *l);
int ept_ui_list_h(ept_draw_list *d, int w, const ept_list *l);

#endif
