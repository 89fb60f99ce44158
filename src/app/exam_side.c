/* SPDX-License-Identifier: MIT */
/* Beside the question: grid, counts, notes and submit; after an answer that was shown, its
 * explanation. What an exam does not allow is not there. */
#include "exam_view.h"

enum { PAD = 16, PER_ROW = 5, NOTES = 18 };

/* --- side panel --- */

static int heading(const exam_now *n, ept_draw_list *d, ept_rect in)
{
    const ept_form_item *items = n->form->items;
    const char *range =
        ept_arena_printf(ept_draw_arena(d), "%d\xE2\x80\x93%d", items[n->first].number,
                         items[n->first + n->count - 1].number);
    ept_text_opts small = {
        .type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_INK_2, .middle = true, .nowrap = true};
    int h = ept_draw_metrics(d)->type[EPT_TYPE_H3].line_px + 5,
        w = ept_draw_text_w(d, range, small);
    ept_rect row = {in.x, in.y, in.w, h};

    ept_draw_text(d, ept_cut_right(&row, w, 8), range, small);
    ept_draw_text(d, row, app_msg(n->a, d, exam_section_key(n->rule->section)),
                  (ept_text_opts){.type = EPT_TYPE_LEAD_BOLD, .middle = true, .max_lines = 1});
    return h + 8;
}

static int grid(const exam_now *n, ept_draw_list *d, ept_rect in)
{
    ept_cell *cells = ept_arena_array(ept_draw_arena(d), n->count, sizeof *cells);

    for (size_t i = 0; cells && i < n->count; i++) {
        size_t item = n->first + i;
        const ept_response *r = ept_sitting_response(n->sitting, item);
        int number = n->form->items[item].number;

        cells[i] = (ept_cell){
            .id = n->rule->move == EPT_MOVE_FREE ? ept_draw_id(d, "exam.cell", number) : NULL,
            .number = number,
            .state = r->place ? EPT_CELL_ANSWERED : EPT_CELL_BLANK,
            .flagged = r->flagged,
            .here = item == n->item,
            .listening = n->listening,
            .group = 2};
    }
    return cells ? ept_ui_grid(d, in, cells, n->count, PER_ROW) : 0;
}

static int legend(const exam_now *n, ept_draw_list *d, ept_rect in)
{
    int answered = (int)ept_sitting_answered(n->sitting, n->section);

    return ept_ui_legend(
        d, in,
        &(ept_legend){.answered = app_msg(n->a, d, "word.answered"),
                      .blank = app_msg(n->a, d, "word.not-answered"),
                      .flagged = app_msg(n->a, d, "exam.flagged"),
                      .answered_n = answered,
                      .blank_n = (int)n->count - answered,
                      .flagged_n =
                          n->bp->flag ? (int)ept_sitting_flagged(n->sitting, n->section) : -1,
                      .listening = n->listening});
}

/* Icon and a sentence beside it, centred on each other. */
static int note(ept_draw_list *d, ept_rect in, const char *icon, ept_colour colour,
                const char *text)
{
    ept_text_opts small = {.type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_INK_2};
    int side = ept_ui_scale(20, ept_draw_metrics(d)->percent);
    ept_rect r = in;
    int h;

    if (icon) {
        ept_cut_left(&r, side, 12);
    }
    h = ept_draw_text(d, r, text, small);
    if (icon) {
        ept_draw_icon(d, (ept_rect){in.x, in.y, side, h}, icon, colour);
    }
    return h + 8;
}

/* Under a line: what is known of the section before and the one to come, and how this one goes. */
static int notes(const exam_now *n, ept_draw_list *d, ept_rect in)
{
    int y = in.y + NOTES, only = ept_session_row(n->a->session)->only;

    for (size_t i = 0; i < n->bp->section_count && only < 0 && !n->v->warm_up; i++) {
        const ept_section_rule *rule = &n->bp->sections[i];
        bool over = i < n->section;

        if (i == n->section) {
            continue;
        }
        y += note(d, (ept_rect){in.x, y, in.w, 0}, over ? "check" : "lock",
                  over ? EPT_COLOUR_GOOD : EPT_COLOUR_INK_2,
                  APP_MSG2(n->a, d, over ? "exam.reading-over" : "exam.listening-later",
                           ept_arg_number(rule->first), ept_arg_number(rule->last)));
    }
    if (n->bp->change == EPT_CHANGE_UNTIL_FIXED) {
        y += note(d, (ept_rect){in.x, y, in.w, 0}, NULL, EPT_COLOUR_NONE,
                  app_msg(n->a, d, "exam.once"));
    }
    if (n->listening && n->bp->sound.plays > 1) {
        y += note(d, (ept_rect){in.x, y, in.w, 0}, NULL, EPT_COLOUR_NONE,
                  app_msg(n->a, d, "exam.twice"));
    }
    if (y > in.y + NOTES) {
        ept_draw_hline(d, in.x, in.y, in.w, EPT_COLOUR_LINE);
    }
    return y - in.y;
}

static const char *submit_key(const exam_now *n)
{
    switch (n->rule->section) {
    case EPT_SECTION_READING:
        return n->bp->item_feedback ? "exam.finish" : "exam.submit-reading";
    case EPT_SECTION_LISTENING:
        return n->bp->item_feedback ? "exam.finish" : "exam.submit-listening";
    case EPT_SECTION_LAW:
        break;
    }
    return "exam.submit-law";
}

void exam_side(const exam_now *n, ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);
    ept_rect in = ept_rect_inset(m->side, PAD, PAD), pane, last = in;
    bool hands_in = n->bp->submit && !n->v->warm_up;
    int top;

    if (m->exam_folded) {
        return;
    }
    ept_ui_card(d, m->side);
    in.h--; /* the card's border */
    if (hands_in) {
        last = ept_cut_bottom(&in, m->button_h, PAD);
    }
    pane = app_pane_begin(n->a, d, in, "exam.side");
    top = pane.y;
    pane.h = 0;
    if (n->response->feedback && n->has_item) {
        pane.w -= 12;
        pane.y += exam_verdict(n, d, pane);
        pane.y += exam_feedback(n, d, pane);
    } else {
        pane.y += heading(n, d, pane);
        pane.y += grid(n, d, pane) + 24;
        pane.y += legend(n, d, pane) + PAD;
        pane.y += notes(n, d, pane);
    }
    app_pane_end(n->a, d, "exam.side", pane.y - top);
    if (hands_in) {
        ept_ui_button(d, last,
                      &(ept_button){.id = "exam.submit",
                                    .label = app_msg(n->a, d, submit_key(n)),
                                    .icon = "send"});
    }
}
