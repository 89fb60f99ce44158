/* SPDX-License-Identifier: MIT */
/* The documents that are computed: pay slip, medicine bag, cards, chart. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document_priv.h"

static void head_cell(doc *d, const char *text)
{
    ept_doc_cell *cell = doc_cell(d, text);

    cell->head = true;
    cell->bold = true;
}

static int64_t sum_of(doc *d, const bank_node *map, size_t *count)
{
    int64_t sum = 0;

    *count = map->kind == BANK_MAP ? map->count : 0;
    if (*count < 2 || *count > 5) {
        doc_fault(d, map, "\"pay\" and \"deduct\" have 2 to 5 lines of label: amount");
        return 0;
    }
    for (size_t i = 0; i < *count; i++) {
        int64_t amount = 0;
        if (!bank_node_int(&amount, map->items[i], 10, 99999990) || amount % 10 != 0) {
            doc_fault(d, map->items[i], "an amount is whole won, in tens");
        }
        sum += amount;
    }
    return sum;
}

static void amount_cells(doc *d, const bank_node *map, size_t row)
{
    int64_t amount = 0;
    bool there = row < map->count && bank_node_int(&amount, map->items[row], 0, INT64_MAX);

    (void)doc_cell(d, there ? map->keys[row]->text : "");
    doc_cell(d, there ? doc_money(d, amount) : "")->align = EPT_DOC_RIGHT;
}

static void total_cells(doc *d, int64_t sum)
{
    head_cell(d, "합계");
    ept_doc_cell *cell = doc_cell(d, doc_money(d, sum));
    cell->bold = true;
    cell->align = EPT_DOC_RIGHT;
}

static void wide_head(doc *d, const char *text)
{
    ept_doc_cell *cell = doc_cell(d, text);

    cell->head = true;
    cell->bold = true;
    cell->align = EPT_DOC_CENTRE;
    cell->span = 2;
    doc_cell(d, "")->span = 0;
}

static void pay_month(doc *d)
{
    const char *month = bank_node_text(d->node, "month");
    int y = 0, m = 0, used = 0;

    if (month == NULL || sscanf(month, "%4d-%2d%n", &y, &m, &used) != 2 || used != 7 ||
        month[7] != '\0' || m < 1 || m > 12) {
        doc_fault(d, bank_node_get(d->node, "month"), "\"month\" must be like \"2026-10\"");
        return;
    }
    d->right = ept_arena_printf(d->src->arena, "%d년 %d월", y, m);
}

size_t doc_pay_slip(doc *d)
{
    const bank_node *pay = bank_node_get(d->node, "pay"),
                    *deduct = bank_node_get(d->node, "deduct");
    const bank_node *net = bank_node_get(d->node, "net");
    const char *dept = bank_node_text(d->node, "dept");
    size_t pays = 0, deducts = 0;
    int64_t paid = sum_of(d, pay, &pays), kept = sum_of(d, deduct, &deducts), told = 0;

    pay_month(d);
    if (net != NULL && (!bank_node_int(&told, net, 0, INT64_MAX) || told != paid - kept) &&
        !d->bad) {
        char text[128];
        (void)snprintf(text, sizeof text, "\"net\" must be pay - deduct = %s, correct an amount",
                       doc_money(d, paid - kept));
        doc_fault(d, net, text);
    }
    if (d->bad) {
        return 0;
    }
    d->title =
        bank_node_text(d->node, "title") != NULL ? bank_node_text(d->node, "title") : "임금명세서";
    head_cell(d, "성명");
    (void)doc_cell(d, bank_node_text(d->node, "name"));
    if (dept != NULL) {
        head_cell(d, "부서");
        (void)doc_cell(d, dept);
    }
    (void)doc_part(d, EPT_PART_FIELDS, dept != NULL ? 4 : 2);
    wide_head(d, "지급 (원)");
    wide_head(d, "공제 (원)");
    for (size_t i = 0; i < pays || i < deducts; i++) {
        amount_cells(d, pay, i);
        amount_cells(d, deduct, i);
    }
    total_cells(d, paid);
    total_cells(d, kept);
    ept_part *table = doc_part(d, EPT_PART_TABLE, 4);
    table->head_rows = 1;
    table->foot_rows = 1;
    head_cell(d, "실수령액");
    char *amount = ept_arena_printf(d->src->arena, "%s원", doc_money(d, paid - kept));
    ept_doc_cell *cell = doc_cell(d, amount);
    cell->bold = true;
    cell->align = EPT_DOC_RIGHT;
    (void)doc_part(d, EPT_PART_FIELDS, 2);
    return pays > deducts ? pays : deducts;
}

size_t doc_medicine_bag(doc *d)
{
    static const char *const hours[] = {"아침", "점심", "저녁", "자기 전"};
    const char *rows[][2] = {{"이름", bank_node_text(d->node, "name")},
                             {"복용 시간", bank_node_text(d->node, "when")},
                             {"1회 복용량", bank_node_text(d->node, "dose")},
                             {"복용 일수", NULL},
                             {"약국", bank_node_text(d->node, "pharmacy")}};
    const bank_node *times = bank_node_get(d->node, "times");
    size_t count = 0;
    int64_t days = 0;
    const char *const *words = (const char *const *)bank_words(d->src, d->file, times, &count);

    if (!bank_node_int(&days, bank_node_get(d->node, "days"), 1, 365)) {
        doc_fault(d, bank_node_get(d->node, "days"), "\"days\" must be a whole number");
    }
    for (size_t i = 0; i < count; i++) {
        if (!bank_word_in(words[i], hours, 4)) {
            doc_fault(d, times, "\"times\" are of 아침, 점심, 저녁, 자기 전");
        }
    }
    rows[3][1] = ept_arena_printf(d->src->arena, "%d일분", (int)days);
    d->title =
        bank_node_text(d->node, "title") != NULL ? bank_node_text(d->node, "title") : "내복약";
    for (size_t i = 0; i < 5; i++) {
        if (rows[i][1] != NULL) {
            head_cell(d, rows[i][0]);
            (void)doc_cell(d, rows[i][1]);
        }
    }
    (void)doc_part(d, EPT_PART_FIELDS, 2);
    for (size_t i = 0; i < 4; i++) {
        head_cell(d, hours[i]);
        d->cells[d->cell_count - 1].align = EPT_DOC_CENTRE;
    }
    for (size_t i = 0; i < 4; i++) {
        ept_doc_cell *cell = doc_cell(d, "");
        cell->align = EPT_DOC_CENTRE;
        cell->tick = bank_word_in(hours[i], words, count);
    }
    doc_part(d, EPT_PART_TABLE, 4)->head_rows = 1;
    return count;
}

size_t doc_business_card(doc *d)
{
    doc_cell(d, bank_node_text(d->node, "name"))->bold = true;
    (void)doc_cell(d, bank_node_text(d->node, "role"));
    (void)doc_part(d, EPT_PART_LINES, 1);
    return 0;
}

/* A head and shoulders where a card has its photo. */
size_t doc_id_card(doc *d)
{
    static const char svg[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 "
                              "400\"><rect x=\"60\" y=\"20\" width=\"280\" height=\"360\""
                              " fill=\"#E3EBF8\" stroke=\"#16212E\" stroke-width=\"7\"/><circle "
                              "cx=\"200\" cy=\"160\" r=\"66\" fill=\"#9DB6E3\" stroke=\"#16212E\""
                              " stroke-width=\"7\"/><path d=\"M88 376 C88 290 138 250 200 250 C262 "
                              "250 312 290 312 376 Z\" fill=\"#9DB6E3\" stroke=\"#16212E\""
                              " stroke-width=\"7\"/></svg>\n";
    const bank_node *photo = bank_node_get(d->node, "photo");

    if (photo == NULL) {
        return 0;
    }
    if (photo->kind != BANK_SCALAR || strcmp(photo->text, "true") != 0) {
        doc_fault(d, photo, "\"photo\" is true or left out");
        return 0;
    }
    if (bank_picture_find(d->src, "p/photo") == NULL) {
        bank_src_picture *picture = bank_picture_add(d->src, "p/photo");
        if (picture == NULL) {
            return 0;
        }
        picture->svg = (ept_str){svg, sizeof svg - 1};
        picture->param = "photo";
        picture->at = bank_spot_of(d->file, d->node);
    }
    doc_cell(d, "")->picture = "p/photo";
    (void)doc_part(d, EPT_PART_TABLE, 1);
    return 0;
}

static bool number_of(double *out, const bank_node *node)
{
    char *end = NULL;

    *out = node->kind == BANK_SCALAR ? strtod(node->text, &end) : 0;
    return end != NULL && end != node->text && *end == '\0' && isfinite(*out) && *out >= 0;
}

/* One series into its row of values; its labels must be those of the first. */
static void read_series(doc *d, const bank_node *points, const char **labels, double *values,
                        size_t count, bool first)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++) {
        if (first) {
            labels[i] = points->keys[i]->text;
        } else if (strcmp(labels[i], points->keys[i]->text) != 0) {
            doc_fault(d, points->keys[i], "both series have the same labels in the same order");
        }
        if (!number_of(&values[i], points->items[i])) {
            doc_fault(d, points->items[i], "a point of a chart is a number");
        }
        for (size_t j = 0; j < i && !d->bad; j++) {
            if (values[j] == values[i]) {
                bank_warn(d->src, bank_spot_of(d->file, points->items[i]),
                          "two points of a chart are equal (%s), change one unless that is asked",
                          points->items[i]->text);
            }
        }
        sum += values[i];
    }
    if (strcmp(bank_node_text(d->node, "chart"), "pie") == 0 && !d->bad && fabs(sum - 100) > 0.01) {
        doc_fault(d, points, "a pie adds up to 100");
    }
}

static int chart_kind(doc *d)
{
    static const char *const names[] = {"bar", "hbar", "line", "pie"};
    const char *name = bank_node_text(d->node, "chart");

    for (int i = 0; i < 4; i++) {
        if (name != NULL && strcmp(name, names[i]) == 0) {
            return i;
        }
    }
    doc_fault(d, bank_node_get(d->node, "chart"), "a chart is a bar, hbar, line or pie");
    return -1;
}

size_t doc_chart(doc *d)
{
    const bank_node *points = bank_node_get(d->node, "points"),
                    *series = bank_node_get(d->node, "series");
    int kind = chart_kind(d);
    size_t rows = series != NULL && series->kind == BANK_MAP ? series->count : 1;
    const bank_node *first =
        series != NULL && series->kind == BANK_MAP && rows > 0 ? series->items[0] : points;

    if ((points != NULL) == (series != NULL) || rows < 1 || rows > 2 || first == NULL ||
        first->kind != BANK_MAP || first->count < 3 || first->count > 6) {
        doc_fault(d, d->node,
                  "a chart has `points` of 3 to 6 labels, or `series` of one or two such");
        return 0;
    }
    if (d->bad) {
        return 0;
    }
    ept_arena *arena = d->src->arena;
    ept_chart_data *chart = ept_arena_alloc(arena, sizeof *chart);
    const char **labels = ept_arena_array(arena, first->count, sizeof *labels);
    const char **names = ept_arena_array(arena, rows, sizeof *names);
    double *values = ept_arena_array(arena, rows * first->count, sizeof *values);
    if (chart == NULL || labels == NULL || names == NULL || values == NULL) {
        return bank_stop(d->src, EPT_OK) != NULL;
    }
    for (size_t s = 0; s < rows; s++) {
        const bank_node *row = series != NULL ? series->items[s] : points;
        names[s] = series != NULL ? series->keys[s]->text : NULL;
        if (row->kind != BANK_MAP || row->count != first->count) {
            doc_fault(d, row, "both series have the same labels in the same order");
            return 0;
        }
        read_series(d, row, labels, values + s * first->count, first->count, s == 0);
    }
    *chart = (ept_chart_data){.kind = (ept_doc_chart)kind,
                              .unit = bank_node_text(d->node, "unit"),
                              .point_count = first->count,
                              .series_count = rows,
                              .labels = labels,
                              .series_names = names,
                              .values = values};
    doc_part(d, EPT_PART_CHART, 0)->chart = chart;
    return 0;
}
