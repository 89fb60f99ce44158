/* SPDX-License-Identifier: MIT */
/* A document as a sheet of paper: parts one under the other, each measured by the same function
 * that draws it, so that what is measured is what is drawn. */
#include "epstopik/ui_sheet.h"
#include "widget_priv.h"

enum {
    CELL_X = 10,
    COLUMNS_MAX = 12,
};

/* The air in a sheet, less of it where all is to be seen at once. */
typedef struct air {
    int pad, cell_y, part_gap, picture;
} air;

static air air_of(const ept_sheet *s)
{
    return s->tight ? (air){10, 3, 8, 44} : (air){18, 8, 12, 64};
}

typedef struct pen {
    ept_draw_list *d;
    bool draw, korean;
    air air;
} pen;

static ept_text_opts words(const pen *p, ept_type type)
{
    return (ept_text_opts){.type = type, .korean = p->korean};
}

static int put(const pen *p, ept_rect r, const char *text, ept_text_opts o)
{
    return p->draw ? ept_draw_text(p->d, r, text, o) : ept_draw_text_h(p->d, r.w, text, o);
}

/* --- cells --- */

typedef struct cell_look {
    bool bold, sunken, right, centre;
} cell_look;

static ept_type cell_type(cell_look look)
{
    return look.bold ? EPT_TYPE_LEAD_BOLD : EPT_TYPE_LEAD;
}

static int cell_need(const pen *p, int w, const char *text, cell_look look)
{
    int h = ept_draw_text_h(p->d, w - 2 * CELL_X, text, words(p, cell_type(look)));

    return w_max(h, w_line(p->d, EPT_TYPE_LEAD)) + 2 * p->air.cell_y;
}

static void cell(const pen *p, ept_rect r, const char *text, cell_look look)
{
    int border = ept_theme_border(ept_draw_theme(p->d), 1);
    ept_text_opts o = words(p, cell_type(look));

    if (!p->draw)
        return;
    /* Neighbours share a line: each cell reaches one border over its right and bottom edge. */
    ept_draw_box(p->d, (ept_rect){r.x, r.y, r.w + border, r.h + border},
                 (ept_box){look.sunken ? EPT_COLOUR_SUNKEN : EPT_COLOUR_SURFACE, EPT_COLOUR_LINE_2,
                           1, 0, false, false});
    o.align = look.right ? EPT_ALIGN_RIGHT : look.centre ? EPT_ALIGN_CENTRE : EPT_ALIGN_LEFT;
    o.middle = true;
    ept_draw_text(p->d, ept_rect_inset(r, CELL_X, 2), text, o);
}

static bool is_amount(const char *text)
{
    bool digit = false;

    if (!text)
        return false;
    for (const char *c = text; *c; c++) {
        if (*c >= '0' && *c <= '9')
            digit = true;
        else if (*c != ',' && *c != '-' && *c != '+')
            return digit && (ept_streq(c, "원") || ept_streq(c, "%"));
    }
    return digit;
}

/* --- pairs --- */

static int pairs(const pen *p, ept_rect box, const ept_sheet_part *part)
{
    size_t n = part->cell_count / 2,
           per = part->columns > 1 && box.w >= w_scaled(p->d, 340) ? 2 : 1;
    int border = ept_theme_border(ept_draw_theme(p->d), 1), y = box.y, label = 0;
    cell_look head = {.bold = true, .sunken = true}, plain = {0};

    for (size_t i = 0; i < n; i++) {
        ept_text_opts o = words(p, EPT_TYPE_LEAD_BOLD);

        label = w_max(label, ept_draw_text_w(p->d, part->cells[2 * i], o) + 2 * CELL_X);
    }
    box.w -= border;
    label = w_max(label, box.w / (int)per / 4);
    label = w_min(label, box.w / (int)per * 9 / 20);
    for (size_t row = 0; row < (n + per - 1) / per; row++) {
        int h = 0;

        for (int pass = 0; pass < 2; pass++) {
            for (size_t k = 0; k < per; k++) {
                size_t i = row * per + k;
                ept_rect r = ept_rect_column((ept_rect){box.x, y, box.w, h}, (int)per, (int)k, 0),
                         left;
                const char *name = i < n ? part->cells[2 * i] : "",
                           *value = i < n ? part->cells[2 * i + 1] : "";

                left = ept_cut_left(&r, label, 0);
                if (pass == 0) {
                    h = w_max(h, cell_need(p, left.w, name, head));
                    h = w_max(h, cell_need(p, r.w, value, plain));
                } else {
                    cell(p, left, name, head);
                    cell(p, r, value, plain);
                }
            }
        }
        y += h;
    }
    return y + border - box.y;
}

/* --- table --- */

static cell_look table_look(const ept_sheet_part *t, size_t row, size_t column, size_t rows,
                            const char *text)
{
    bool head = t->head && row == 0, foot = t->foot && row + 1 == rows;
    bool amount = is_amount(text);

    return (cell_look){.bold = head || foot || (t->row_heads && column == 0),
                       .sunken = head || (t->row_heads && column == 0),
                       .right = amount && !head && !(t->row_heads && column == 0),
                       .centre = head};
}

/* Columns that the cell at `c` of row `r` covers; 0 when it is covered itself. */
static size_t span_of(const ept_sheet_part *t, size_t r, size_t c)
{
    const char *const *row = t->cells + r * t->columns;
    size_t n = 1;

    if (!row[c])
        return 0;
    while (c + n < t->columns && !row[c + n])
        n++;
    return n;
}

/* What a column wants; *firm: it holds amounts, which are never torn apart. */
static int natural_w(const pen *p, const ept_sheet_part *t, size_t c, bool *firm)
{
    size_t n = t->columns, rows = t->cell_count / n;
    int out = w_scaled(p->d, 40);

    *firm = false;
    for (size_t r = 0; r < rows; r++) {
        const char *text = t->cells[r * n + c];
        ept_text_opts o = words(p, cell_type(table_look(t, r, c, rows, text)));

        if (span_of(t, r, c) == 1 && (!t->ticks || r == 0 || c == 0))
            out = w_max(out, ept_draw_text_w(p->d, text, o) + 2 * CELL_X + 2);
        *firm = *firm || is_amount(text);
    }
    return out;
}

/* Natural widths, then shared out: wide columns of words give way first, amounts last. */
static void column_widths(const pen *p, const ept_sheet_part *t, int w, int out[COLUMNS_MAX])
{
    size_t n = t->columns;
    int sum = 0, fair = w / (int)n, held = 0, wide = 0, least = w_scaled(p->d, 40);
    bool holds[COLUMNS_MAX], firm;

    if (w < 0)
        w = 0;
    for (size_t c = 0; c < n; c++) {
        out[c] = natural_w(p, t, c, &firm);
        holds[c] = firm || out[c] <= fair;
        sum += out[c];
        held += holds[c] ? out[c] : 0;
        wide += holds[c] ? 0 : out[c];
    }
    for (size_t c = 0; c < n; c++) {
        if (sum <= w)
            out[c] += (w - sum) / (int)n;
        else if (wide == 0 || w - held < least)
            out[c] = out[c] * w / sum;
        else if (!holds[c])
            out[c] = out[c] * (w - held) / wide;
    }
    sum = 0;
    for (size_t c = 0; c + 1 < n; c++)
        sum += out[c];
    out[n - 1] = w - sum;
}

static bool tick_cell(const pen *p, ept_rect r, const char *text)
{
    int side = w_scaled(p->d, 20);
    bool yes = ept_streq(text, "o") || ept_streq(text, "v"), no = ept_streq(text, "x");
    bool none = !text || !*text || ept_streq(text, "-");

    if (!yes && !no && !none)
        return false;
    cell(p, r, NULL, (cell_look){0});
    if (p->draw && !none)
        ept_draw_icon(p->d, ept_rect_centre(r, side, side), yes ? "check" : "x", EPT_COLOUR_INK);
    return true;
}

/* Width of the cell at `c`, with the columns that it covers. */
static int span_w(const int widths[COLUMNS_MAX], size_t c, size_t span)
{
    int w = 0;

    for (size_t i = 0; i < span; i++)
        w += widths[c + i];
    return w;
}

static void table_cell(const pen *p, ept_rect at, const ept_sheet_part *t, size_t r, size_t c)
{
    const ept_picture *picture = t->pictures ? t->pictures[r * t->columns + c] : NULL;
    const char *text = t->cells[r * t->columns + c];

    if (picture) {
        cell(p, at, NULL, (cell_look){0});
        if (p->draw)
            ept_draw_picture(p->d, ept_rect_inset(at, p->air.cell_y, p->air.cell_y), picture);
    } else if (!t->ticks || r == 0 || !tick_cell(p, at, text)) {
        cell(p, at, text, table_look(t, r, c, t->cell_count / t->columns, text));
    }
}

static int row_need(const pen *p, const ept_sheet_part *t, const int widths[COLUMNS_MAX], size_t r)
{
    size_t rows = t->cell_count / t->columns;
    int h = 0;

    for (size_t c = 0; c < t->columns; c++) {
        const char *text = t->cells[r * t->columns + c];
        size_t span = span_of(t, r, c);

        if (span > 0)
            h = w_max(h,
                      cell_need(p, span_w(widths, c, span), text, table_look(t, r, c, rows, text)));
        if (t->pictures && t->pictures[r * t->columns + c])
            h = w_max(h, w_scaled(p->d, p->air.picture));
    }
    return h;
}

static int table(const pen *p, ept_rect box, const ept_sheet_part *t)
{
    int border = ept_theme_border(ept_draw_theme(p->d), 1), widths[COLUMNS_MAX], y = box.y;
    size_t n = t->columns;

    if (n == 0 || n > COLUMNS_MAX)
        return 0;
    column_widths(p, t, box.w - border, widths);
    for (size_t r = 0; r < t->cell_count / n; r++) {
        int h = row_need(p, t, widths, r), x = box.x;

        for (size_t c = 0; c < n; c++) {
            size_t span = span_of(t, r, c);

            if (span > 0)
                table_cell(p, (ept_rect){x, y, span_w(widths, c, span), h}, t, r, c);
            x += widths[c];
        }
        y += h;
    }
    return y + border - box.y;
}

/* --- other parts --- */

static int notes(const pen *p, ept_rect box, const ept_sheet_part *part)
{
    int y = box.y, in = ept_draw_metrics(p->d)->type[EPT_TYPE_LEAD].size_px + 2;
    ept_text_opts o = words(p, EPT_TYPE_LEAD);

    for (size_t i = 0; i < part->cell_count; i++) {
        ept_rect r = {box.x, y, box.w, 0};

        y += p->draw ? ept_ui_bullet(p->d, r, part->cells[i], o)
                     : ept_draw_text_h(p->d, box.w - in, part->cells[i], o);
        y += 4;
    }
    return w_max(0, y - 4 - box.y);
}

static int total(const pen *p, ept_rect box, const ept_sheet_part *part)
{
    const char *label = part->cell_count > 0 ? part->cells[0] : "",
               *value = part->cell_count > 1 ? part->cells[1] : "";
    ept_text_opts big = words(p, EPT_TYPE_H3), name = words(p, EPT_TYPE_LEAD_BOLD);
    int border = ept_theme_border(ept_draw_theme(p->d), 1),
        h = w_line(p->d, EPT_TYPE_H3) + 2 * p->air.cell_y + 2;
    ept_rect r = {box.x, box.y, box.w - border, h}, left;
    int w = w_min(w_max(ept_draw_text_w(p->d, label, name) + 2 * CELL_X, r.w * 2 / 5), r.w / 2);

    r.h = h = w_max(h, ept_draw_text_h(p->d, w - 2 * CELL_X, label, name) + 2 * p->air.cell_y);
    left = ept_cut_left(&r, w, 0);
    cell(p, left, label, (cell_look){.bold = true, .sunken = true});
    cell(p, r, NULL, (cell_look){0});
    if (p->draw) {
        big.align = EPT_ALIGN_RIGHT;
        big.middle = true;
        ept_draw_text(p->d, ept_rect_inset(r, CELL_X, 2), value, big);
    }
    return h + border;
}

static int part_of(const pen *p, ept_rect box, const ept_sheet_part *part)
{
    ept_text_opts o = words(p, EPT_TYPE_LEAD);
    int h = w_scaled(p->d, part->height);

    box.h = 0;
    switch (part->kind) {
    case EPT_SHEET_PAIRS:
        return pairs(p, box, part);
    case EPT_SHEET_TABLE:
        return table(p, box, part);
    case EPT_SHEET_TEXT:
        return part->cell_count ? put(p, box, part->cells[0], o) : 0;
    case EPT_SHEET_NOTES:
        return notes(p, box, part);
    case EPT_SHEET_TOTAL:
        return total(p, box, part);
    case EPT_SHEET_ISSUER:
        o.type = EPT_TYPE_LEAD_BOLD;
        o.align = EPT_ALIGN_CENTRE;
        return part->cell_count ? put(p, box, part->cells[0], o) : 0;
    case EPT_SHEET_PICTURE:
        if (p->draw)
            ept_draw_picture(p->d, (ept_rect){box.x, box.y, box.w, h}, part->picture);
        return h;
    case EPT_SHEET_CHART:
        if (p->draw)
            ept_ui_chart(p->d, (ept_rect){box.x, box.y, box.w, h}, part->chart);
        return h;
    }
    return 0;
}

static int title(const pen *p, ept_rect box, const ept_sheet *s)
{
    ept_text_opts bold = words(p, EPT_TYPE_H3), plain = words(p, EPT_TYPE_LEAD);
    int right = s->right ? w_min(ept_draw_text_w(p->d, s->right, plain), box.w / 2) : 0, h, w;

    if (!s->title && !s->right)
        return 0;
    w = box.w - (right ? right + 12 : 0);
    h = put(p, (ept_rect){box.x, box.y, w, 0}, s->title, bold);
    plain.align = EPT_ALIGN_RIGHT;
    h = w_max(h, put(p, (ept_rect){box.x + box.w - right, box.y, right, 0}, s->right, plain));
    return h + 12;
}

static int run(const pen *p, ept_rect box, const ept_sheet *s)
{
    int y = box.y;

    y += title(p, box, s);
    for (size_t i = 0; i < s->part_count; i++) {
        ept_rect r = {box.x, y, box.w, 0};

        y += part_of(p, r, &s->parts[i]) + p->air.part_gap;
    }
    return y - (s->part_count ? p->air.part_gap : 0) - box.y;
}

int ept_ui_sheet_h(ept_draw_list *d, int w, const ept_sheet *s)
{
    pen p = {d, false, !s->latin, air_of(s)};
    int pad = s->plain ? 0 : p.air.pad;

    return run(&p, (ept_rect){0, 0, w - 2 * pad, 0}, s) + 2 * pad;
}

int ept_ui_sheet(ept_draw_list *d, ept_rect box, const ept_sheet *s)
{
    pen p = {d, true, !s->latin, air_of(s)};
    int h = ept_ui_sheet_h(d, box.w, s), pad = s->plain ? 0 : p.air.pad;

    box.h = w_max(box.h, h);
    if (!s->plain)
        ept_draw_box(d, box, (ept_box){EPT_COLOUR_SURFACE, EPT_COLOUR_INK, 2, 0, false, false});
    run(&p, ept_rect_inset(box, pad, pad), s);
    return box.h;
}
