/* SPDX-License-Identifier: MIT */
/* A list with columns: heads, rows with a thin line between, each row a region when it can be
 * opened. */
#include "epstopik/ui_sheet.h"
#include "widget_priv.h"

enum { COLUMNS_MAX = 12, GAP = 16, ROW_PAD = 10 };

static ept_text_opts cell_opts(const ept_column *c)
{
    return (ept_text_opts){.type = c->bold ? EPT_TYPE_BODY_BOLD : EPT_TYPE_BODY, .align = c->align};
}

static ept_text_opts head_opts(const ept_column *c)
{
    return (ept_text_opts){.type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_INK_3, .align = c->align};
}

static void widths_of(ept_draw_list *d, int w, const ept_list *l, int out[COLUMNS_MAX])
{
    int left = w - GAP * ((int)l->column_count - 1), shares = 0;

    for (size_t c = 0; c < l->column_count; c++) {
        const ept_column *column = &l->columns[c];

        shares += column->weight;
        out[c] = 0;
        if (column->weight)
            continue;
        out[c] = ept_draw_text_w(d, column->head, head_opts(column));
        for (size_t r = 0; r < l->rows; r++)
            out[c] = w_max(
                out[c], ept_draw_text_w(d, l->cells[r * l->column_count + c], cell_opts(column)));
        out[c] = w_min(out[c], w / 3);
        left -= out[c];
    }
    for (size_t c = 0; c < l->column_count; c++) {
        if (l->columns[c].weight)
            out[c] = w_max(8, left * l->columns[c].weight / shares);
    }
}

static int row_h(ept_draw_list *d, const ept_list *l, size_t row, const int *widths)
{
    int h = w_line(d, EPT_TYPE_BODY);

    for (size_t c = 0; c < l->column_count; c++)
        h = w_max(h, ept_draw_text_h(d, widths[c], l->cells[row * l->column_count + c],
                                     cell_opts(&l->columns[c])));
    return h + 2 * ROW_PAD;
}

static int head_h(ept_draw_list *d, const ept_list *l, const int *widths)
{
    int h = 0;

    for (size_t c = 0; c < l->column_count; c++)
        h = w_max(h, ept_draw_text_h(d, widths[c], l->columns[c].head, head_opts(&l->columns[c])));
    return h ? h + 8 : 0;
}

int ept_ui_list_h(ept_draw_list *d, int w, const ept_list *l)
{
    int widths[COLUMNS_MAX], h;

    if (l->column_count == 0 || l->column_count > COLUMNS_MAX)
        return 0;
    widths_of(d, w, l, widths);
    h = head_h(d, l, widths);
    for (size_t r = 0; r < l->rows; r++)
        h += row_h(d, l, r, widths) + ept_theme_border(ept_draw_theme(d), 1);
    return h;
}

static void list_row(ept_draw_list *d, ept_rect r, const ept_list *l, size_t row, const int *widths)
{
    const char *id = l->id ? ept_draw_id(d, l->id, l->first_region + (int)row) : NULL;
    bool hover = ept_draw_hovered(d, id);
    int x = r.x;

    if (hover)
        ept_draw_box(d, ept_rect_inset(r, -8, 1),
                     (ept_box){.fill = EPT_COLOUR_ACCENT_TINT, .radius = SMALL_RADIUS});
    for (size_t c = 0; c < l->column_count; c++) {
        ept_text_opts o = cell_opts(&l->columns[c]);

        o.middle = true;
        o.colour = hover ? EPT_COLOUR_ON_TINT_INK : EPT_COLOUR_INK;
        ept_draw_text(d, (ept_rect){x, r.y, widths[c], r.h}, l->cells[row * l->column_count + c],
                      o);
        x += widths[c] + GAP;
    }
    if (ept_draw_focused(d, id))
        ept_draw_ring(d, ept_rect_inset(r, -6, 4), SMALL_RADIUS, false);
    if (id)
        ept_draw_region(d, &(ept_region){.id = id,
                                         .label = l->cells[row * l->column_count],
                                         .rect = r,
                                         .group = l->group,
                                         .initial = l->initial && row == 0});
}

int ept_ui_list(ept_draw_list *d, ept_rect box, const ept_list *l)
{
    int widths[COLUMNS_MAX], y = box.y, x = box.x, border = ept_theme_border(ept_draw_theme(d), 1);

    if (l->column_count == 0 || l->column_count > COLUMNS_MAX)
        return 0;
    widths_of(d, box.w, l, widths);
    for (size_t c = 0; c < l->column_count; c++) {
        ept_draw_text(d, (ept_rect){x, y, widths[c], 0}, l->columns[c].head,
                      head_opts(&l->columns[c]));
        x += widths[c] + GAP;
    }
    y += head_h(d, l, widths);
    for (size_t r = 0; r < l->rows; r++) {
        int h = row_h(d, l, r, widths);

        ept_draw_hline(d, box.x, y, box.w, EPT_COLOUR_LINE);
        y += border;
        list_row(d, (ept_rect){box.x, y, box.w, h}, l, r, widths);
        y += h;
    }
    return y - box.y;
}
