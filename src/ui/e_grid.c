/* SPDX-License-Identifier: MIT */
/* Cells of the question grid and of the all-questions screen, and the legend that counts them. */
#include "epstopik/ui_exam.h"
#include "widget_priv.h"

enum { FLAG_SIDE = 18, FLAG_EDGE = 3, HERE_OUT = 5, MARK = 14, BUBBLE = 26 };

typedef struct paint {
    ept_box box;
    ept_colour ink;
    bool bold;
    const char *mark; /* icon under the number; "" is a dash */
} paint;

static paint paint_of(const ept_cell *c)
{
    ept_colour solid = c->listening ? EPT_COLOUR_LISTEN : EPT_COLOUR_ACCENT;
    const ept_box plain = {EPT_COLOUR_SURFACE, EPT_COLOUR_LINE_2, 1, SMALL_RADIUS, false, false};

    if (c->dim)
        return (paint){{EPT_COLOUR_NONE, EPT_COLOUR_LINE, 1, SMALL_RADIUS, false, false},
                       EPT_COLOUR_INK_3,
                       false,
                       NULL};
    switch (c->state) {
    case EPT_CELL_BLANK:
        break;
    case EPT_CELL_ANSWERED:
        return (paint){{solid, EPT_COLOUR_NONE, 0, SMALL_RADIUS, false, false},
                       EPT_COLOUR_ON_ACCENT,
                       true,
                       NULL};
    case EPT_CELL_LOCKED:
        return (paint){{EPT_COLOUR_SUNKEN, EPT_COLOUR_LINE_2, 1, SMALL_RADIUS, true, false},
                       EPT_COLOUR_INK_2,
                       false,
                       NULL};
    case EPT_CELL_CORRECT:
        return (paint){plain, EPT_COLOUR_INK, false, "check"};
    case EPT_CELL_WRONG:
        return (paint){{EPT_COLOUR_BAD_TINT, EPT_COLOUR_BAD, 2, SMALL_RADIUS, false, false},
                       EPT_COLOUR_BAD,
                       true,
                       "x"};
    case EPT_CELL_NONE:
        return (paint){{EPT_COLOUR_SURFACE, EPT_COLOUR_INK, 2, SMALL_RADIUS, true, false},
                       EPT_COLOUR_INK,
                       true,
                       "minus"};
    }
    return (paint){plain, EPT_COLOUR_INK, c->here, NULL};
}

/* Amber corner with an edge along its slope; in high contrast the corner is the ink of the cell. */
static void corner(ept_draw_list *d, ept_rect r, int side, bool answered)
{
    float right = (float)(r.x + r.w), top = (float)r.y, s = (float)side;
    ept_colour fill = EPT_COLOUR_FLAG, edge = answered ? EPT_COLOUR_WHITE : EPT_COLOUR_INK;
    ept_point tri[] = {{right - s, top}, {right, top}, {right, top + s}};
    ept_point slope[] = {{right - s - 2, top}, {right, top + s + 2}};

    if (w_contrast(d)) {
        fill = answered ? EPT_COLOUR_BLACK : EPT_COLOUR_WHITE;
        edge = answered ? EPT_COLOUR_BLACK : EPT_COLOUR_WHITE;
    }
    ept_draw_clip(d, r);
    ept_draw_polygon(d, tri, 3, fill, (ept_stroke){.width = 0});
    ept_draw_polyline(d, slope, 2, (ept_stroke){edge, FLAG_EDGE, false});
    ept_draw_unclip(d);
}

static void cell_inside(ept_draw_list *d, ept_rect r, const ept_cell *c, const paint *p)
{
    const char *number = ept_arena_printf(ept_draw_arena(d), "%d", c->number);
    bool large = r.w >= w_scaled(d, 48);

    if (c->state == EPT_CELL_LOCKED && !c->dim) {
        ept_draw_icon(d, ept_rect_centre(r, w_scaled(d, 18), w_scaled(d, 18)), "lock", p->ink);
    } else if (p->mark) {
        int mark = w_scaled(d, MARK), line = w_line(d, EPT_TYPE_SMALL),
            top = r.y + (r.h - line - mark) / 2;

        w_word(d, (ept_rect){r.x, top, r.w, line}, number,
               p->bold ? EPT_TYPE_SMALL_BOLD : EPT_TYPE_SMALL, p->ink, EPT_ALIGN_CENTRE);
        ept_draw_icon(d, (ept_rect){r.x + (r.w - mark) / 2, top + line - 1, mark, mark}, p->mark,
                      p->ink);
    } else {
        ept_type regular = large ? EPT_TYPE_LEAD : EPT_TYPE_BODY;
        ept_type bold = large ? EPT_TYPE_LEAD_BOLD : EPT_TYPE_BODY_BOLD;

        w_word(d, r, number, p->bold || c->here ? bold : regular, p->ink, EPT_ALIGN_CENTRE);
    }
}

void ept_ui_cell(ept_draw_list *d, ept_rect r, const ept_cell *c)
{
    paint p = paint_of(c);
    w_state s = w_state_of(d, c->id, c->look);
    ept_rect here = ept_rect_inset(r, -HERE_OUT, -HERE_OUT);

    if (s.hover && p.box.line == EPT_COLOUR_LINE_2)
        p.box.line = EPT_COLOUR_ACCENT;
    ept_draw_box(d, r, p.box);
    cell_inside(d, r, c, &p);
    if (c->flagged && !c->dim)
        corner(d, r, w_min(w_scaled(d, FLAG_SIDE), r.w * 45 / 100), c->state == EPT_CELL_ANSWERED);
    if (c->here)
        ept_draw_box(d, here, (ept_box){.line = EPT_COLOUR_INK, .border = 3, .radius = RADIUS + 1});
    if (s.focus)
        ept_draw_ring(d, c->here ? here : r, c->here ? RADIUS + 1 : SMALL_RADIUS, false);
    w_region(d, c->id, c->label ? c->label : ept_arena_printf(ept_draw_arena(d), "%d", c->number),
             r, c->group);
}

int ept_ui_grid(ept_draw_list *d, ept_rect box, const ept_cell *cells, size_t count, int per_row)
{
    const ept_metrics *m = ept_draw_metrics(d);
    int pitch = m->cell + m->cell_gap, rows = ((int)count + per_row - 1) / per_row;

    for (size_t i = 0; i < count; i++) {
        int row = (int)i / per_row, column = (int)i % per_row;

        ept_ui_cell(d, (ept_rect){box.x + column * pitch, box.y + row * pitch, m->cell, m->cell},
                    &cells[i]);
    }
    return rows > 0 ? rows * pitch - m->cell_gap : 0;
}

static int legend_line(ept_draw_list *d, ept_rect box, const ept_cell *swatch, const char *word,
                       int n)
{
    int side = w_scaled(d, 24), line = w_line(d, EPT_TYPE_BODY);
    const char *number = ept_arena_printf(ept_draw_arena(d), "%d", n);
    int nw = w_word_w(d, number, EPT_TYPE_BODY_BOLD);
    ept_rect text = {box.x + side + 12, box.y, box.w - side - 24 - nw, 0}, at;
    paint p = paint_of(swatch);
    int h = w_max(side, ept_draw_text_h(d, text.w, word, (ept_text_opts){.type = EPT_TYPE_BODY}));

    at = (ept_rect){box.x, box.y + (w_min(h, line) - side) / 2, side, side};
    ept_draw_box(d, at, p.box);
    if (swatch->flagged)
        corner(d, at, side / 2, false);
    ept_draw_text(d, text, word, (ept_text_opts){.type = EPT_TYPE_BODY});
    w_word(d, (ept_rect){box.x, box.y, box.w, line}, number, EPT_TYPE_BODY_BOLD, EPT_COLOUR_INK,
           EPT_ALIGN_RIGHT);
    return h;
}

int ept_ui_legend(ept_draw_list *d, ept_rect box, const ept_legend *l)
{
    ept_cell answered = {.state = EPT_CELL_ANSWERED, .listening = l->listening}, blank = {0};
    ept_cell flagged = {.flagged = true};
    int y = box.y;

    y += legend_line(d, (ept_rect){box.x, y, box.w, 0}, &answered, l->answered, l->answered_n) + 8;
    y += legend_line(d, (ept_rect){box.x, y, box.w, 0}, &blank, l->blank, l->blank_n) + 8;
    if (l->flagged_n >= 0 && l->flagged)
        y += legend_line(d, (ept_rect){box.x, y, box.w, 0}, &flagged, l->flagged, l->flagged_n) + 8;
    return y - 8 - box.y;
}

/* --- all questions --- */

enum {
    ROOMY = 80,
    RISE = 4
}; /* in a cell with room its contents stand a little above the middle */

/* The pictogram: an amber cloth with an ink edge on a pole. */
static void flag(ept_draw_list *d, int x, int y, int side)
{
    float s = (float)side / 24.0F, fx = (float)x, fy = (float)y;
    ept_point cloth[] = {{fx + 4 * s, fy + 1 * s},
                         {fx + 21 * s, fy + 1 * s},
                         {fx + 17 * s, fy + 6.5F * s},
                         {fx + 21 * s, fy + 12 * s},
                         {fx + 4 * s, fy + 12 * s}};
    ept_point pole[] = {{fx + 4 * s, fy + 1 * s}, {fx + 4 * s, fy + 24 * s}};

    ept_draw_polygon(d, cloth, 5, w_contrast(d) ? EPT_COLOUR_BLACK : EPT_COLOUR_FLAG,
                     (ept_stroke){EPT_COLOUR_INK, 2, false});
    ept_draw_polyline(d, pole, 2, (ept_stroke){EPT_COLOUR_INK, 2, false});
}

static void bubbles(ept_draw_list *d, ept_rect r, const ept_big_cell *c)
{
    int side = w_min(w_scaled(d, BUBBLE), (r.w - 3 * 4) / 4), step = (r.w - side) / 3;

    step = w_min(step, side + 7);
    for (int i = 0; i < 4; i++) {
        bool chosen = c->chosen == i + 1, on = chosen && !c->dim;
        ept_colour solid = c->listening ? EPT_COLOUR_LISTEN : EPT_COLOUR_ACCENT;
        ept_colour line = on ? solid : chosen ? EPT_COLOUR_INK_3 : EPT_COLOUR_LINE;
        char digit[2] = {(char)('1' + i), '\0'};

        ept_draw_bubble(d, (ept_rect){r.x + i * step, r.y + (r.h - side) / 2, side, side}, digit,
                        chosen ? EPT_TYPE_SMALL_BOLD : EPT_TYPE_SMALL,
                        (ept_box){on ? solid : EPT_COLOUR_SURFACE, line, chosen && !on ? 3 : 1, 0,
                                  false, false},
                        on ? EPT_COLOUR_ON_ACCENT : EPT_COLOUR_INK_3);
    }
}

/* In the size of body text when it fits on a line, else smaller and wrapped. */
static void no_answer(ept_draw_list *d, ept_rect r, const char *words)
{
    bool fits = w_word_w(d, words, EPT_TYPE_BODY_BOLD) <= r.w;

    ept_draw_text(
        d, r, words,
        (ept_text_opts){.type = fits ? EPT_TYPE_BODY_BOLD : EPT_TYPE_SMALL_BOLD, .middle = true});
}

static int words_h(const ept_draw_list *d)
{
    return w_max(w_scaled(d, BUBBLE), 2 * w_line(d, EPT_TYPE_SMALL_BOLD));
}

int ept_ui_big_cell_h(const ept_draw_list *d)
{
    return w_max(96, w_line(d, EPT_TYPE_H3) + words_h(d) + 16);
}

void ept_ui_big_cell(ept_draw_list *d, ept_rect r, const ept_big_cell *c)
{
    const char *number = ept_arena_printf(ept_draw_arena(d), "%d", c->number);
    w_state s = w_state_of(d, c->id, c->look);
    bool blank = c->chosen == 0 && !c->dim;
    ept_colour line = c->dim    ? EPT_COLOUR_LINE
                      : s.hover ? EPT_COLOUR_ACCENT
                      : blank   ? EPT_COLOUR_INK
                                : EPT_COLOUR_LINE_2;
    ept_rect in = ept_rect_inset(r, 16, 8), top, here = ept_rect_inset(r, -HERE_OUT, -HERE_OUT);
    ept_region region = {
        .id = c->id, .label = number, .rect = r, .group = c->group, .initial = c->initial};

    in.y -= in.h >= w_scaled(d, ROOMY) ? w_scaled(d, RISE) : 0;
    ept_draw_box(d, r,
                 (ept_box){c->dim ? EPT_COLOUR_NONE : EPT_COLOUR_SURFACE, line, c->dim ? 1 : 2,
                           RADIUS, blank, false});
    top = ept_cut_top(&in, w_max(w_line(d, EPT_TYPE_H3), w_min(in.h / 2, in.h - words_h(d))), 0);
    w_word(d, top, number, EPT_TYPE_H3, c->dim ? EPT_COLOUR_INK_3 : EPT_COLOUR_INK, EPT_ALIGN_LEFT);
    if (c->flagged)
        flag(d, in.x + in.w - w_scaled(d, 22), top.y + (top.h - w_scaled(d, 24)) / 2,
             w_scaled(d, 24));
    if (blank)
        no_answer(d, in, c->blank);
    else
        bubbles(d, in, c);
    if (c->here)
        ept_draw_box(d, here, (ept_box){.line = EPT_COLOUR_INK, .border = 3, .radius = RADIUS + 5});
    if (s.focus)
        ept_draw_ring(d, c->here ? here : r, RADIUS, false);
    ept_draw_region(d, &region);
}
