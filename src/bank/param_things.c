/* SPDX-License-Identifier: MIT */
/* Things with a price, money, counted things. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "param_priv.h"

/* 12500 as "12,500". */
static void with_commas(char out[24], int64_t value)
{
    char digits[20];
    size_t n = (size_t)snprintf(digits, sizeof digits, "%" PRId64, value), o = 0;

    for (size_t i = 0; i < n; i++) {
        if (i > 0 && (n - i) % 3 == 0) {
            out[o++] = ',';
        }
        out[o++] = digits[i];
    }
    out[o] = '\0';
}

bool param_price(param *p)
{
    static const char *const keys[] = {"of", "won", NULL};
    int64_t won = 0;
    char text[32], digits[24];

    if (!bank_keys(p->src, p->file, p->node, keys, "a price")) {
        return false;
    }
    const bank_src_picture *thing = param_picture(p, p->node, "of");
    if (!bank_node_int(&won, bank_node_get(p->node, "won"), 10, 99999990) || won % 10 != 0) {
        param_fault(p, p->node, "\"won\" must be a price in tens");
    }
    if (p->bad) {
        return false;
    }
    p->value = (double)won;
    ept_buf_printf(&p->canon, "%s %" PRId64, thing->id, won);
    param_stand(p, thing, 200, 238, 330, 216);
    ept_buf_puts(&p->svg, "<path d=\"M60 262 H372 Q384 262 384 274 V372 Q384 384 372 384 H60 L16 "
                          "323 Z\" fill=\"" PARAM_WHITE "\" stroke=\"" PARAM_INK
                          "\" stroke-width=\"8\" stroke-linejoin=\"round\"/>"
                          "<circle cx=\"56\" cy=\"323\" r=\"13\" fill=\"" PARAM_STEEL
                          "\" stroke=\"" PARAM_INK "\" stroke-width=\"6\"/>");
    with_commas(digits, won);
    (void)snprintf(text, sizeof text, "%s원", digits);
    double height = 76;
    while (param_width(text, height) > 284) {
        height -= 2;
    }
    param_write(p, text,
                &(param_text){.x = 228,
                              .y = 323 - height / 2,
                              .height = height,
                              .colour = PARAM_INK,
                              .anchor = PARAM_MIDDLE});
    return true;
}

typedef struct piece {
    int64_t value;
    bool coin;
    const char *fill, *edge;
} piece;

static const piece pieces[] = {
    {50000, false, PARAM_YELLOW, PARAM_AMBER}, {10000, false, "#CFE8D8", PARAM_GREEN},
    {5000, false, "#FBE3C0", PARAM_RED},       {1000, false, PARAM_MID, PARAM_BLUE},
    {500, true, PARAM_STEEL, PARAM_DARK},      {100, true, PARAM_STEEL, PARAM_DARK},
    {50, true, PARAM_PALE, PARAM_GROUND},      {10, true, PARAM_AMBER, PARAM_DARK},
};
enum { PIECES = sizeof pieces / sizeof pieces[0], MOST_PIECES = 9 };

static void draw_note(param *p, const piece *note, double x, double y)
{
    char text[24];

    ept_buf_printf(&p->svg,
                   "<rect x=\"%.0f\" y=\"%.0f\" width=\"176\" height=\"84\" rx=\"6\" fill=\"%s\" "
                   "stroke=\"" PARAM_INK "\" stroke-width=\"6\"/><rect x=\"%.0f\" y=\"%.0f\" "
                   "width=\"156\" height=\"64\" rx=\"4\" fill=\"none\""
                   " stroke=\"%s\" stroke-width=\"4\"/>",
                   x, y, note->fill, x + 10, y + 10, note->edge);
    (void)snprintf(text, sizeof text, "%" PRId64, note->value);
    param_write(p, text,
                &(param_text){.x = x + 88,
                              .y = y + 22,
                              .height = 40,
                              .weight = 14,
                              .colour = PARAM_INK,
                              .anchor = PARAM_MIDDLE});
}

static void draw_coin(param *p, const piece *coin, double x, double y)
{
    char text[24];

    ept_buf_printf(
        &p->svg,
        "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"41\" fill=\"%s\" stroke=\"" PARAM_INK
        "\" stroke-width=\"6\"/>"
        "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"33\" fill=\"none\" stroke=\"%s\" stroke-width=\"3\"/>",
        x, y, coin->fill, x, y, coin->edge);
    (void)snprintf(text, sizeof text, "%" PRId64, coin->value);
    param_write(p, text,
                &(param_text){.x = x,
                              .y = y - 14,
                              .height = 28,
                              .weight = 16,
                              .colour = PARAM_INK,
                              .anchor = PARAM_MIDDLE});
}

/* Three columns, the largest piece first, in the middle of the box. */
static void lay_money(param *p, const size_t counts[PIECES], size_t total)
{
    size_t columns = total < 4 ? (total < 2 ? 1 : 2) : 3, rows = (total + columns - 1) / columns,
           at = 0;
    double left = (600 - (double)columns * 190) / 2 + 7, top = (400 - (double)rows * 100) / 2 + 8;

    for (size_t k = 0; k < PIECES; k++) {
        for (size_t i = 0; i < counts[k]; i++, at++) {
            size_t row = at / columns, column = at % columns;
            double x = left + (double)column * 190, y = top + (double)row * 100;
            if (pieces[k].coin) {
                draw_coin(p, &pieces[k], x + 88, y + 42);
            } else {
                draw_note(p, &pieces[k], x, y);
            }
        }
    }
}

bool param_money(param *p)
{
    size_t counts[PIECES] = {0};

    if (p->node->kind != BANK_LIST || p->node->count == 0 || p->node->count > MOST_PIECES) {
        param_fault(p, p->node, "money is a list of 1 to %d notes and coins", MOST_PIECES);
        return false;
    }
    for (size_t i = 0; i < p->node->count; i++) {
        int64_t value = 0;
        size_t k = 0;
        bool whole = bank_node_int(&value, p->node->items[i], 1, 50000);
        while (k < PIECES && pieces[k].value != value) {
            k++;
        }
        if (!whole || k == PIECES) {
            param_fault(p, p->node->items[i],
                        "there is no such note or coin, use 10 50 100 500 1000 5000 10000 50000");
            return false;
        }
        counts[k]++;
        p->value += (double)value;
    }
    for (size_t k = 0; k < PIECES; k++) {
        ept_buf_printf(&p->canon, "%zu ", counts[k]);
    }
    p->wide = true;
    lay_money(p, counts, p->node->count);
    return true;
}

bool param_count(param *p)
{
    static const char *const keys[] = {"of", "n", NULL};
    int64_t n = 0;

    if (!bank_keys(p->src, p->file, p->node, keys, "a count")) {
        return false;
    }
    const bank_src_picture *thing = param_picture(p, p->node, "of");
    if (!bank_node_int(&n, bank_node_get(p->node, "n"), 1, 12)) {
        param_fault(p, p->node, "\"n\" must be 1 to 12 (write the key in quotes: \"n\")");
    }
    if (p->bad) {
        return false;
    }
    p->value = (double)n;
    p->wide = true;
    ept_buf_printf(&p->canon, "%s %" PRId64, thing->id, n);
    int64_t rows = (n + 4) / 5;
    double cell = 116, top = (400 - (double)rows * (cell + 10)) / 2;
    for (int64_t i = 0; i < n; i++) {
        int64_t row = i / 5, in_row = row == rows - 1 && n % 5 != 0 ? n % 5 : 5;
        double left = (600 - (double)(rows > 1 ? 5 : in_row) * cell) / 2;
        param_stand(p, thing, left + cell * ((double)(i % 5) + 0.5),
                    top + (cell + 10) * (double)(row + 1) - 8, cell - 14, cell - 6);
    }
    return true;
}
