/* SPDX-License-Identifier: MIT */
/* Documents: from what their kind is written with to parts that are drawn alike, with totals
 * computed. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document_priv.h"

ept_doc_cell *doc_cell(doc *d, const char *text)
{
    ept_doc_cell *cells = bank_grow(d->src->arena, d->cells, d->cell_count, sizeof *cells);

    if (cells == NULL) {
        (void)bank_stop(d->src, EPT_OK);
        return &d->spare;
    }
    d->cells = cells;
    cells[d->cell_count] = (ept_doc_cell){.text = text != NULL ? text : "", .span = 1};
    return &cells[d->cell_count++];
}

ept_part *doc_part(doc *d, ept_part_kind kind, size_t columns)
{
    ept_part *parts = bank_grow(d->src->arena, d->parts, d->part_count, sizeof *parts);

    if (parts == NULL) {
        (void)bank_stop(d->src, EPT_OK);
        return &d->spare_part;
    }
    d->parts = parts;
    parts[d->part_count] = (ept_part){.kind = kind,
                                      .columns = columns,
                                      .cells = d->cells,
                                      .rows = columns > 0 ? d->cell_count / columns : 0};
    d->cells = NULL;
    d->cell_count = 0;
    return &parts[d->part_count++];
}

const char *doc_money(doc *d, int64_t amount)
{
    char digits[24], out[32];
    size_t n = (size_t)snprintf(digits, sizeof digits, "%" PRId64, amount), o = 0;

    for (size_t i = 0; i < n; i++) {
        if (i > 0 && (n - i) % 3 == 0 && digits[i - 1] != '-') {
            out[o++] = ',';
        }
        out[o++] = digits[i];
    }
    out[o] = '\0';
    const char *text = ept_arena_strdup(d->src->arena, out);
    return text != NULL ? text : bank_stop(d->src, EPT_OK);
}

void doc_fault(doc *d, const bank_node *at, const char *what)
{
    bank_error(d->src, bank_spot_of(d->file, at), "%s: %s", d->kind, what);
    d->bad = true;
}

static const char *text_of(doc *d, const bank_node *node)
{
    if (node->kind == BANK_SCALAR) {
        return node->text;
    }
    if (node->kind == BANK_MAP && node->count == 1 && node->items[0]->kind == BANK_SCALAR) {
        char *joined =
            ept_arena_printf(d->src->arena, "%s: %s", node->keys[0]->text, node->items[0]->text);
        return joined != NULL ? joined : bank_stop(d->src, EPT_OK);
    }
    doc_fault(d, node, "a text must stand here");
    return "";
}

static size_t fields_part(doc *d, const bank_node *node)
{
    if (node->kind != BANK_MAP) {
        doc_fault(d, node, "\"fields\" must be written as label: value lines");
        return 0;
    }
    for (size_t i = 0; i < node->count; i++) {
        ept_doc_cell *label = doc_cell(d, node->keys[i]->text);
        label->head = true;
        label->bold = true;
        (void)doc_cell(d, text_of(d, node->items[i]));
    }
    (void)doc_part(d, EPT_PART_FIELDS, 2);
    return node->count;
}

static size_t lines_part(doc *d, const bank_node *node, ept_part_kind kind)
{
    if (node->kind != BANK_LIST) {
        doc_fault(d, node, "lines and notes must be written as a list");
        return 0;
    }
    for (size_t i = 0; i < node->count; i++) {
        (void)doc_cell(d, text_of(d, node->items[i]));
    }
    (void)doc_part(d, kind, 1);
    return node->count;
}

static void table_row(doc *d, const bank_node *row, size_t columns, bool head)
{
    static const char *const weathers[] = {"sun", "cloud", "rain", "snow", "wind"};

    if (row->kind != BANK_LIST || row->count != columns) {
        doc_fault(d, row, "each row of a table has as many cells as its head");
        return;
    }
    for (size_t i = 0; i < columns; i++) {
        const bank_node *node = row->items[i];
        ept_doc_cell *cell = doc_cell(d, text_of(d, node));
        cell->head = head;
        cell->bold = head;
        cell->align = EPT_DOC_CENTRE;
        if (!head && strcmp(d->kind, "weather") == 0 && bank_word_in(cell->text, weathers, 5)) {
            const bank_node *key = node;
            const bank_node map = {
                .kind = BANK_MAP,
                .line = node->line,
                .column = node->column,
                .count = 1,
                .items = (bank_node *[]){row->items[i]},
                .keys = (const bank_node *[]){&(bank_node){.text = "weather", .line = key->line}}};
            cell->picture = bank_picture_of(d->src, d->file, &map);
            cell->text = "";
        }
    }
}

static size_t table_rows(doc *d, const bank_node *rows, size_t columns)
{
    if (rows == NULL) {
        return 0;
    }
    if (rows->kind != BANK_LIST) {
        doc_fault(d, rows, "the rows of a table must be a list of lists");
        return 0;
    }
    for (size_t i = 0; i < rows->count; i++) {
        table_row(d, rows->items[i], columns, false);
    }
    return rows->count;
}

static size_t table_part(doc *d, const bank_node *node)
{
    static const char *const keys[] = {"head", "rows", "foot", NULL};

    if (!bank_keys(d->src, d->file, node, keys, "a table")) {
        d->bad = true;
        return 0;
    }
    const bank_node *head = bank_node_get(node, "head"), *rows = bank_node_get(node, "rows");
    const bank_node *first = head != NULL ? head
                             : rows != NULL && rows->kind == BANK_LIST && rows->count > 0
                                 ? rows->items[0]
                                 : NULL;
    if (rows == NULL || first == NULL || first->kind != BANK_LIST || first->count == 0 ||
        first->count > 5) {
        doc_fault(d, node, "a table needs rows, of at most 5 columns");
        return 0;
    }
    if (head != NULL) {
        table_row(d, head, first->count, true);
    }
    size_t count = table_rows(d, rows, first->count);
    size_t foot = table_rows(d, bank_node_get(node, "foot"), first->count);
    for (size_t i = d->cell_count - foot * first->count; !d->bad && i < d->cell_count; i++) {
        d->cells[i].bold = true;
    }
    if (!d->bad) {
        ept_part *part = doc_part(d, EPT_PART_TABLE, first->count);
        part->head_rows = head != NULL;
        part->foot_rows = foot;
    }
    return count;
}

static void pictures_part(doc *d, const bank_node *node)
{
    size_t count = node->kind == BANK_LIST ? node->count : 1;

    for (size_t i = 0; i < count; i++) {
        ept_doc_cell *cell = doc_cell(d, "");
        cell->align = EPT_DOC_CENTRE;
        cell->picture =
            bank_picture_of(d->src, d->file, node->kind == BANK_LIST ? node->items[i] : node);
        d->bad = d->bad || cell->picture == NULL;
    }
    (void)doc_part(d, EPT_PART_TABLE, count);
}

/* `items`: name, price, count; the total is computed, `paid` must cover it. */
static size_t goods_part(doc *d, const bank_node *node)
{
    static const char *const heads[] = {"품명", "단가", "수량", "금액"};
    int64_t total = 0;

    for (size_t i = 0; i < 4; i++) {
        ept_doc_cell *cell = doc_cell(d, heads[i]);
        cell->head = true;
        cell->bold = true;
        cell->align = EPT_DOC_CENTRE;
    }
    for (size_t i = 0; node->kind == BANK_LIST && i < node->count; i++) {
        const bank_node *row = node->items[i];
        int64_t price = 0, n = 0;
        if (row->kind != BANK_LIST || row->count != 3 || row->items[0]->kind != BANK_SCALAR ||
            !bank_node_int(&price, row->items[1], 10, 99999990) || price % 10 != 0 ||
            !bank_node_int(&n, row->items[2], 1, 999)) {
            doc_fault(d, row, "an item is [name, price in tens of won, count]");
            continue;
        }
        (void)doc_cell(d, row->items[0]->text);
        doc_cell(d, doc_money(d, price))->align = EPT_DOC_RIGHT;
        doc_cell(d, doc_money(d, n))->align = EPT_DOC_RIGHT;
        doc_cell(d, doc_money(d, price * n))->align = EPT_DOC_RIGHT;
        total += price * n;
    }
    ept_doc_cell *label = doc_cell(d, "합계");
    label->bold = true;
    label->head = true;
    label->span = 3;
    doc_cell(d, "")->span = 0;
    doc_cell(d, "")->span = 0;
    ept_doc_cell *sum = doc_cell(d, doc_money(d, total));
    sum->bold = true;
    sum->align = EPT_DOC_RIGHT;
    if (!d->bad) {
        ept_part *part = doc_part(d, EPT_PART_TABLE, 4);
        part->head_rows = 1;
        part->foot_rows = 1;
    }
    d->total = total;
    return node->kind == BANK_LIST ? node->count : 0;
}

static void paid_part(doc *d, const bank_node *node)
{
    int64_t paid = 0;

    if (!bank_node_int(&paid, node, 0, 999999990)) {
        doc_fault(d, node, "\"paid\" must be whole won");
    } else if (paid < d->total) {
        doc_fault(d, node, "\"paid\" is less than the total, correct one of them");
    } else {
        const char *labels[] = {"받은 돈", "거스름돈"};
        const int64_t values[] = {paid, paid - d->total};
        for (size_t i = 0; i < 2; i++) {
            doc_cell(d, labels[i])->head = true;
            doc_cell(d, doc_money(d, values[i]))->align = EPT_DOC_RIGHT;
        }
        (void)doc_part(d, EPT_PART_FIELDS, 2);
    }
}

/* A body part by its key; what it counts for the size of the document. */
static size_t body_part(doc *d, const bank_node *key, const bank_node *node)
{
    const char *name = key->text;

    if (strcmp(name, "fields") == 0) {
        return fields_part(d, node);
    }
    if (strcmp(name, "lines") == 0) {
        return lines_part(d, node, EPT_PART_LINES);
    }
    if (strcmp(name, "table") == 0) {
        return table_part(d, node);
    }
    if (strcmp(name, "items") == 0) {
        return goods_part(d, node);
    }
    if (strcmp(name, "notes") == 0) {
        (void)lines_part(d, node, EPT_PART_NOTES);
    } else if (strcmp(name, "from") == 0) {
        doc_cell(d, text_of(d, node))->align = EPT_DOC_RIGHT;
        (void)doc_part(d, EPT_PART_FROM, 1);
    } else if (strcmp(name, "sign") == 0 || strcmp(name, "signs") == 0) {
        pictures_part(d, node);
    } else if (strcmp(name, "paid") == 0) {
        paid_part(d, node);
    }
    return 0;
}

static const doc_kind kinds[] = {
    {"notice", "title", NULL, "fields lines notes from date", 3, 7},
    {"sign-text", "lines", NULL, "title sign notes", 1, 3},
    {"message", "lines", NULL, "title date", 2, 4},
    {"form", "title fields", NULL, "notes", 4, 7},
    {"contract", "title fields", NULL, "notes", 4, 8},
    {"pay-slip", "month name pay deduct", doc_pay_slip, "title dept net", 2, 5},
    {"timetable", "title table", NULL, "notes", 1, 6},
    {"roster", "title table", NULL, "notes", 1, 6},
    {"label", "title fields", NULL, "notes signs", 3, 6},
    {"medicine-bag", "name times when days dose", doc_medicine_bag, "title pharmacy notes", 1, 4},
    {"business-card", "title name role fields", doc_business_card, "", 2, 4},
    {"id-card", "title fields", doc_id_card, "photo", 3, 5},
    {"receipt", "title", NULL, "fields items paid notes", 1, 8},
    {"delivery-slip", "title", NULL, "fields items paid notes", 1, 8},
    {"ticket", "title fields", NULL, "", 3, 6},
    {"bank-slip", "title fields", NULL, "", 3, 6},
    {"menu", "title table", NULL, "notes", 3, 8},
    {"price-list", "title table", NULL, "notes", 3, 8},
    {"weather", "table", NULL, "title", 2, 5},
    {"chart", "chart unit", doc_chart, "title from points series", 0, 0},
};

/* Whether `word` is one of the words of `list`, separated by spaces. */
static bool listed(const char *list, const char *word)
{
    size_t n = strlen(word);

    for (const char *p = strstr(list, word); p != NULL; p = strstr(p + 1, word)) {
        if ((p == list || p[-1] == ' ') && (p[n] == '\0' || p[n] == ' ')) {
            return true;
        }
    }
    return false;
}

static void check_keys(doc *d, const doc_kind *kind)
{
    char words[128];
    char *save = words;

    for (size_t i = 0; i < d->node->count; i++) {
        const char *key = d->node->keys[i]->text;
        if (strcmp(key, "kind") != 0 && !listed(kind->needs, key) && !listed(kind->may, key)) {
            bank_error(d->src, bank_spot_of(d->file, d->node->keys[i]),
                       "a %s has no \"%s\", remove or correct it", d->kind, key);
            d->bad = true;
        }
    }
    (void)snprintf(words, sizeof words, "%s", kind->needs);
    while (*save != '\0') {
        char *end = strchr(save, ' ');
        if (end != NULL) {
            *end = '\0';
        }
        if (bank_node_get(d->node, save) == NULL) {
            bank_error(d->src, bank_spot_of(d->file, d->node), "a %s needs \"%s\", write it",
                       d->kind, save);
            d->bad = true;
        }
        save = end != NULL ? end + 1 : save + strlen(save);
    }
}

static void check_size(doc *d, const doc_kind *kind, size_t size)
{
    if (kind->most > 0 && !d->bad && (size < kind->least || size > kind->most)) {
        bank_error(d->src, bank_spot_of(d->file, d->node),
                   "a %s has %zu to %zu lines, fields or rows, not %zu", d->kind, kind->least,
                   kind->most, size);
        d->bad = true;
    }
}

const ept_document *bank_document_of(bank_src *src, const char *file, const bank_node *node)
{
    doc d = {.src = src, .file = file, .node = node, .kind = bank_node_text(node, "kind")};
    const doc_kind *kind = NULL;
    ept_document *document = ept_arena_alloc(src->arena, sizeof *document);
    size_t size = 0;

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        kind = d.kind != NULL && strcmp(kinds[i].name, d.kind) == 0 ? &kinds[i] : kind;
    }
    if (document == NULL) {
        return bank_stop(src, EPT_OK);
    }
    if (kind == NULL) {
        bank_error(src, bank_spot_of(file, node),
                   "\"kind\" must be one of the kinds of document, not \"%s\"",
                   d.kind != NULL ? d.kind : "");
        return NULL;
    }
    check_keys(&d, kind);
    if (!d.bad && kind->make != NULL) {
        size += kind->make(&d);
    }
    for (size_t i = 0; i < node->count && !d.bad; i++) {
        size += body_part(&d, node->keys[i], node->items[i]);
    }
    check_size(&d, kind, size);
    *document = (ept_document){.kind = d.kind,
                               .title = d.title != NULL ? d.title : bank_node_text(node, "title"),
                               .right = d.right != NULL ? d.right : bank_node_text(node, "date"),
                               .parts = d.parts,
                               .part_count = d.part_count};
    return d.bad ? NULL : document;
}
