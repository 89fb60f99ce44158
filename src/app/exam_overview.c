/* SPDX-License-Identifier: MIT */
/* The cells of the all-questions screen: as many in a row as keep their size, filters that dim and
 * never move. */
#include <string.h>

#include "exam_overview.h"

enum { CELL_H = 96, CELL_LEAST = 68, CELL_W = 150, PER_ROW = 5 };

static bool passes(const exam_now *n, overview_filter f, size_t item)
{
    const ept_response *r = ept_sitting_response(n->sitting, item);

    switch (f) {
    case OVERVIEW_ALL:
    case OVERVIEW_FILTERS:
        return true;
    case OVERVIEW_BLANK:
        return r->place == 0;
    case OVERVIEW_FLAGGED:
        return r->flagged;
    }
    return true;
}

static const char *title_key(ept_section section)
{
    switch (section) {
    case EPT_SECTION_READING:
        return "all_questions.title-reading";
    case EPT_SECTION_LISTENING:
        return "all_questions.title-listening";
    case EPT_SECTION_LAW:
        break;
    }
    return "all_questions.title-law";
}

static int filters(const exam_now *n, ept_draw_list *d, ept_rect row, overview_filter filter,
                   bool draw)
{
    static const char *const words[] = {"all_questions.all", "all_questions.blank",
                                        "all_questions.flagged"};
    const size_t counts[] = {n->count, overview_blanks(n),
                             ept_sitting_flagged(n->sitting, n->section)};
    ept_chip chips[OVERVIEW_FILTERS];
    int count = n->bp->flag ? OVERVIEW_FILTERS : OVERVIEW_FLAGGED, w = 0,
        h = ept_draw_metrics(d)->button_small_h;

    for (int i = 0; i < count; i++) {
        chips[i] =
            (ept_chip){.id = ept_draw_id(d, "all.filter", i),
                       .label = APP_MSG1(n->a, d, words[i], ept_arg_number((double)counts[i])),
                       .active = (int)filter == i,
                       .bold = (int)filter == i};
        w += ept_ui_chip_w(d, &chips[i]) + (i ? 8 : 0);
    }
    for (int i = count; draw && i-- > 0;) {
        ept_ui_chip(d,
                    ept_rect_centre(ept_cut_right(&row, ept_ui_chip_w(d, &chips[i]), 8),
                                    ept_ui_chip_w(d, &chips[i]), h),
                    &chips[i]);
    }
    return w;
}

int overview_head(const exam_now *n, ept_draw_list *d, ept_rect in, overview_filter filter)
{
    const ept_metrics *m = ept_draw_metrics(d);
    const char *title = app_msg(n->a, d, title_key(n->rule->section));
    ept_text_opts h2 = {.type = EPT_TYPE_H2};
    int chips = filters(n, d, in, filter, false), h;

    if (ept_draw_text_w(d, title, h2) + OVERVIEW_GAP + chips <= in.w) {
        h = ept_draw_text(d, in, title, h2);
        filters(n, d, (ept_rect){in.x, in.y, in.w, h}, filter, true);
        return h;
    }
    h = ept_draw_text(d, in, title, h2) + 8;
    filters(n, d, (ept_rect){in.x, in.y + h, chips < in.w ? chips : in.w, m->button_small_h},
            filter, true);
    return h + m->button_small_h;
}

/* How the cells stand in a room of w by h. */
typedef struct plan {
    int per_row, rows, cell_h, gap;
} plan;

static plan plan_of(const exam_now *n, const ept_draw_list *d, int w, int h)
{
    int percent = ept_draw_metrics(d)->percent, least = ept_ui_scale(CELL_LEAST, percent);
    int most = ept_ui_scale(CELL_H, percent);
    plan p = {.per_row = PER_ROW, .gap = OVERVIEW_GAP};

    while (p.per_row > 2 &&
           (w - (p.per_row - 1) * p.gap) / p.per_row < ept_ui_scale(CELL_W, percent)) {
        p.per_row--;
    }
    p.rows = ((int)n->count + p.per_row - 1) / p.per_row;
    p.cell_h = (h - (p.rows - 1) * p.gap) / p.rows;
    if (p.cell_h < least + 8) {
        p.gap = 8;
        p.cell_h = (h - (p.rows - 1) * p.gap) / p.rows;
    }
    p.cell_h = p.cell_h > most ? most : p.cell_h < least ? least : p.cell_h;
    return p;
}

int overview_cells_h(const exam_now *n, const ept_draw_list *d, int w, int h)
{
    plan p = plan_of(n, d, w, h);

    return p.rows * (p.cell_h + p.gap) - p.gap;
}

int overview_cells(const exam_now *n, ept_draw_list *d, ept_rect in, int room,
                   overview_filter filter)
{
    plan p = plan_of(n, d, in.w, room);
    bool free_move = n->rule->move == EPT_MOVE_FREE;

    for (size_t i = 0; i < n->count; i++) {
        size_t item = n->first + i;
        const ept_response *r = ept_sitting_response(n->sitting, item);
        ept_rect row = {in.x, in.y + (int)i / p.per_row * (p.cell_h + p.gap), in.w, p.cell_h};
        int number = n->form->items[item].number;

        ept_ui_big_cell(d, ept_rect_column(row, p.per_row, (int)i % p.per_row, p.gap),
                        &(ept_big_cell){.id = free_move ? ept_draw_id(d, "all.cell", number) : NULL,
                                        .number = number,
                                        .chosen = r->place,
                                        .blank = app_msg(n->a, d, "all_questions.no-answer"),
                                        .flagged = r->flagged,
                                        .listening = n->listening,
                                        .dim = !passes(n, filter, item),
                                        .initial = item == n->item,
                                        .group = 3});
    }
    return p.rows * (p.cell_h + p.gap) - p.gap;
}

/* Width of keys with the gap before their word. */
static int keys_w(ept_draw_list *d, const char *keys)
{
    int w = 4;

    while (*keys) {
        size_t n = strcspn(keys, " ");
        const char *key = ept_arena_strndup(ept_draw_arena(d), keys, n);

        w += key ? ept_ui_key_w(d, key) + 4 : 0;
        keys += n + (keys[n] == ' ');
    }
    return w;
}

void overview_hints(const exam_now *n, ept_draw_list *d, ept_rect row)
{
    static const struct {
        const char *keys, *says;
    } list[] = {{"\xE2\x86\x90 \xE2\x86\x91 \xE2\x86\x93 \xE2\x86\x92", "all_questions.hint-move"},
                {"Enter", "all_questions.hint-open"},
                {"U", "all_questions.hint-blank"},
                {"F", "all_questions.hint-flag"}};
    int x = row.x;

    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        const char *word = app_msg(n->a, d, list[i].says);
        int w = ept_draw_text_w(d, word, (ept_text_opts){.type = EPT_TYPE_SMALL}) +
                keys_w(d, list[i].keys);

        if (x + w > row.x + row.w || (i == 3 && !n->bp->flag)) {
            return;
        }
        x += ept_ui_key_hint(d, x, row.y, row.h, list[i].keys, word) + 24;
    }
}
