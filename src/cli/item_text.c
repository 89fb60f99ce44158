/* SPDX-License-Identifier: MIT */
/* item_text.c - documents, charts and scripts as lines that a terminal or a screen reader can
 * follow. */
#include "item_text.h"

#include <string.h>

/* How a document is put down: where, and who names its pictures. */
typedef struct page {
    ept_buf *out;
    item_picture_words *words;
    void *ctx;
} page;

static void add_cell(const page *p, const ept_doc_cell *cell)
{
    ept_buf *out = p->out;

    if (cell->text) {
        ept_buf_puts(out, cell->text);
    }
    if (cell->tick) {
        ept_buf_puts(out, "v");
    }
    if (cell->picture) {
        const char *words = p->words(p->ctx, cell->picture);
        ept_buf_printf(out, "%s[%s]", cell->text && *cell->text ? " " : "",
                       words ? words : "picture");
    }
}

static void add_chart(ept_buf *out, const ept_chart_data *chart)
{
    for (size_t s = 0; s < chart->series_count; s++) {
        if (chart->series_names && chart->series_names[s]) {
            ept_buf_printf(out, "%s\n", chart->series_names[s]);
        }
        for (size_t p = 0; p < chart->point_count; p++) {
            ept_buf_printf(out, "%s: %g%s\n", chart->labels[p],
                           chart->values[s * chart->point_count + p],
                           chart->unit ? chart->unit : "");
        }
    }
}

static void add_grid(const page *p, const ept_part *part)
{
    ept_buf *out = p->out;

    for (size_t row = 0; row < part->rows; row++) {
        bool first = true;
        for (size_t column = 0; column < part->columns; column++) {
            const ept_doc_cell *cell = &part->cells[row * part->columns + column];
            if (cell->span == 0) {
                continue;
            }
            if (!first) {
                ept_buf_puts(out, part->kind == EPT_PART_FIELDS && column % 2 == 1 ? ": " : " | ");
            } else if (part->kind == EPT_PART_NOTES) {
                ept_buf_puts(out, "* ");
            }
            add_cell(p, cell);
            first = false;
        }
        ept_buf_puts(out, "\n");
    }
}

void item_add_document(ept_buf *out, const ept_document *document, item_picture_words *words,
                       void *ctx)
{
    const page p = {out, words, ctx};

    if (document->title) {
        ept_buf_printf(out, "%s\n", document->title);
    }
    if (document->right) {
        ept_buf_printf(out, "%s\n", document->right);
    }
    for (size_t i = 0; i < document->part_count; i++) {
        const ept_part *part = &document->parts[i];
        if (part->kind == EPT_PART_CHART) {
            add_chart(out, part->chart);
        } else {
            add_grid(&p, part);
        }
    }
}

void item_add_script(ept_buf *out, const ept_item *item)
{
    for (size_t i = 0; i < item->turn_count; i++) {
        const ept_turn *turn = &item->script[i];
        ept_buf_printf(out, "%s: %s\n", turn->voice, turn->text);
    }
}

void item_add_field(ept_buf *out, const char *name, const char *value)
{
    size_t bytes = strlen(value);
    while (bytes > 0 && value[bytes - 1] == '\n') {
        bytes--;
    }
    ept_buf_printf(out, "%s: ", name);
    for (size_t i = 0; i < bytes; i++) {
        ept_buf_add(out, &value[i], 1);
        if (value[i] == '\n') {
            ept_buf_puts(out, "  ");
        }
    }
    ept_buf_puts(out, "\n");
}
