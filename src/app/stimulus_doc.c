/* SPDX-License-Identifier: MIT */
/* An item's document as a sheet of paper: which part becomes which kind of table, list or chart.
 * Nothing is drawn here. */
#include <string.h>

#include "stimulus.h"

enum { CHART_LEAST = 200, CHART_MOST = 260, PICTURE_H = 140 };

typedef struct maker {
    const app *a;
    ept_arena *arena;
    int w, percent;
    bool failed;
} maker;

static const char **texts(maker *m, const ept_part *part)
{
    size_t count = part->rows * part->columns;
    const char **out = ept_arena_array(m->arena, count, sizeof *out);

    if (!out) {
        m->failed = true;
        return NULL;
    }
    for (size_t i = 0; i < count; i++) {
        const ept_doc_cell *cell = &part->cells[i];

        out[i] = cell->tick ? "v" : cell->text ? cell->text : "";
        if (cell->span == 0) {
            out[i] = NULL; /* covered by the cell on its left */
        }
    }
    return out;
}

static bool has_ticks(const ept_part *part)
{
    for (size_t i = 0; i < part->rows * part->columns; i++) {
        if (part->cells[i].tick) {
            return true;
        }
    }
    return false;
}

/* The first column of the rows below the head is a head. */
static bool has_row_heads(const ept_part *part)
{
    return part->rows > part->head_rows && part->cells[part->head_rows * part->columns].head;
}

static const char *joined(maker *m, const ept_part *part)
{
    size_t count = part->rows * part->columns, bytes = 1;
    char *out, *at;

    for (size_t i = 0; i < count; i++) {
        bytes += (part->cells[i].text ? strlen(part->cells[i].text) : 0) + 1;
    }
    out = at = ept_arena_alloc(m->arena, bytes);
    if (!out) {
        m->failed = true;
        return "";
    }
    for (size_t i = 0; i < count; i++) {
        const char *text = part->cells[i].text ? part->cells[i].text : "";
        size_t n = strlen(text);

        if (i > 0) {
            *at++ = '\n';
        }
        memcpy(at, text, n);
        at += n;
    }
    *at = '\0';
    return out;
}

static ept_chart_kind chart_kind(ept_doc_chart kind)
{
    switch (kind) {
    case EPT_DOC_BAR:
        return EPT_CHART_BAR;
    case EPT_DOC_HBAR:
        return EPT_CHART_HBAR;
    case EPT_DOC_LINE:
        return EPT_CHART_LINE;
    case EPT_DOC_PIE:
        break;
    }
    return EPT_CHART_PIE;
}

/* Two series stand side by side, point by point, each with its name. */
static const ept_chart *chart_of(maker *m, const ept_chart_data *data)
{
    size_t count = data->point_count * data->series_count;
    ept_chart *out = ept_arena_alloc(m->arena, sizeof *out);
    const char **labels = ept_arena_array(m->arena, count, sizeof *labels);
    double *values = ept_arena_array(m->arena, count, sizeof *values);

    if (!out || !labels || !values) {
        m->failed = true;
        return NULL;
    }
    for (size_t p = 0; p < data->point_count; p++) {
        for (size_t s = 0; s < data->series_count; s++) {
            size_t at = p * data->series_count + s;
            const char *series = data->series_names ? data->series_names[s] : NULL;

            values[at] = data->values[s * data->point_count + p];
            labels[at] = data->series_count > 1 && series
                             ? ept_arena_printf(m->arena, "%s %s", data->labels[p], series)
                             : data->labels[p];
        }
    }
    *out = (ept_chart){.kind = chart_kind(data->kind),
                       .labels = labels,
                       .values = values,
                       .count = count,
                       .unit = data->unit,
                       .highlight = -1,
                       .reading = true};
    return out;
}

/* As wide as the sheet allows, at 100 %. */
static int chart_height(const maker *m)
{
    int h = m->w * 200 / 3 / m->percent;

    return h < CHART_LEAST ? CHART_LEAST : h > CHART_MOST ? CHART_MOST : h;
}

/* Pictures of the cells; NULL when there are none. */
static const ept_picture *const *pictures(maker *m, const ept_part *part)
{
    size_t count = part->rows * part->columns;
    const ept_picture **out = NULL;

    for (size_t i = 0; i < count; i++) {
        if (!part->cells[i].picture) {
            continue;
        }
        if (!out) {
            out = ept_arena_array(m->arena, count, sizeof(void *));
        }
        if (!out) {
            m->failed = true;
            return NULL;
        }
        out[i] = app_picture(m->a, m->arena, part->cells[i].picture);
    }
    return out;
}

static ept_sheet_part table_of(maker *m, const ept_part *part)
{
    if (part->rows == 1 && part->columns == 1 && part->cells->picture) {
        return (ept_sheet_part){.kind = EPT_SHEET_PICTURE,
                                .picture = app_picture(m->a, m->arena, part->cells->picture),
                                .height = PICTURE_H};
    }
    return (ept_sheet_part){.kind = EPT_SHEET_TABLE,
                            .cells = texts(m, part),
                            .cell_count = part->rows * part->columns,
                            .columns = part->columns,
                            .head = part->head_rows > 0,
                            .foot = part->foot_rows > 0,
                            .row_heads = has_row_heads(part),
                            .ticks = has_ticks(part),
                            .pictures = pictures(m, part)};
}

/* One pair with a bold value is a sum to be seen at once. */
static ept_sheet_part fields_of(maker *m, const ept_part *part)
{
    bool total = part->rows == 1 && part->columns == 2 && part->cells[1].bold;

    return (ept_sheet_part){.kind = total ? EPT_SHEET_TOTAL : EPT_SHEET_PAIRS,
                            .cells = texts(m, part),
                            .cell_count = part->rows * part->columns,
                            .columns = part->columns / 2};
}

static ept_sheet_part part_of(maker *m, const ept_part *part)
{
    ept_sheet_part out = {.cell_count = part->rows * part->columns, .columns = part->columns};

    switch (part->kind) {
    case EPT_PART_FIELDS:
        return fields_of(m, part);
    case EPT_PART_TABLE:
        return table_of(m, part);
    case EPT_PART_LINES:
    case EPT_PART_FROM: {
        const char **one = ept_arena_alloc(m->arena, sizeof *one);

        out.kind = part->kind == EPT_PART_LINES ? EPT_SHEET_TEXT : EPT_SHEET_ISSUER;
        out.cell_count = 1;
        out.cells = one;
        m->failed = m->failed || !one;
        if (one) {
            *one = joined(m, part);
        }
        return out;
    }
    case EPT_PART_NOTES:
        out.kind = EPT_SHEET_NOTES;
        out.cells = texts(m, part);
        return out;
    case EPT_PART_CHART:
        out.kind = EPT_SHEET_CHART;
        out.chart = chart_of(m, part->chart);
        out.height = chart_height(m);
        return out;
    }
    return out;
}

const ept_sheet *stimulus_sheet(const app *a, ept_arena *arena, const ept_document *document, int w)
{
    maker m = {a, arena, w, a->prefs.percent, false};
    ept_sheet *sheet = ept_arena_alloc(arena, sizeof *sheet);
    ept_sheet_part *parts = ept_arena_array(arena, document->part_count, sizeof *parts);

    if (!sheet || !parts) {
        return NULL;
    }
    for (size_t i = 0; i < document->part_count; i++) {
        parts[i] = part_of(&m, &document->parts[i]);
    }
    *sheet = (ept_sheet){.title = document->title,
                         .right = document->right,
                         .parts = parts,
                         .part_count = document->part_count};
    return m.failed ? NULL : sheet;
}
