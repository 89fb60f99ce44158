/* SPDX-License-Identifier: MIT */
/* All questions of the running section. Not a dialog: the clock stays in sight. Where the exam
 * forbids going freely the cells only show. */
#include <stdio.h>
#include <string.h>

#include "epstopik/str.h"
#include "exam_overview.h"
#include "loop.h"

enum { RING = 8, KEY_GAP = 24 };

typedef struct state {
    exam_view view;
    overview_filter filter;
} state;

static bool may_submit(const app *a)
{
    return a->session && ept_session_blueprint(a->session)->submit;
}

static const app_key_row keys[] = {
    {"\xE2\x86\x90 \xE2\x86\x91 \xE2\x86\x93 \xE2\x86\x92", "all_questions.key-move", NULL},
    {"Enter", "all_questions.key-open", NULL},
    {"U", "all_questions.key-blank", NULL},
    {"F", "all_questions.key-flag", NULL},
    {"Ctrl Enter", "all_questions.key-submit", may_submit},
    {"Esc", "all_questions.key-back", NULL},
    {0},
};

/* --- input --- */

static bool item_of_id(const exam_now *n, const char *id, size_t *item)
{
    int64_t number;

    if (strncmp(id, "all.cell.", 9) != 0 || !ept_parse_int(&number, id + 9, 1, 999)) {
        return false;
    }
    for (*item = n->first; *item < n->first + n->count; ++*item) {
        if (n->form->items[*item].number == number) {
            return true;
        }
    }
    return false;
}

static nav open_item(state *s, app *a, size_t item)
{
    exam_now n;
    ept_status status;

    if (exam_now_of(&n, a, &s->view) && item != n.item && exam_warns(&n, a)) {
        app_say(a, EPT_TONE_WARN, "exam.leaving");
        return nav_redraw();
    }
    status = ept_session_go(a->session, item, NULL);

    if (status != EPT_OK) {
        app_say_error(a, status, "all_questions");
        return nav_redraw();
    }
    return nav_pop();
}

static bool on_cell(const app *a)
{
    return strncmp(ept_focus_id(ept_ui_focus(a->ui)), "all.cell.", 9) == 0;
}

static bool hands_in(const ept_input *in)
{
    return in->key == EPT_KEY_ENTER && in->mods == EPT_MOD_CTRL && !in->repeat;
}

/* Left and right go on over the ends of rows, Tab leaves the cells. */
static bool first(const void *self, const app *a, const ept_input *in)
{
    bool cells = in->key == EPT_KEY_LEFT || in->key == EPT_KEY_RIGHT || in->key == EPT_KEY_TAB;

    (void)self;
    if (in->kind != EPT_INPUT_KEY || hands_in(in)) {
        return in->kind == EPT_INPUT_KEY;
    }
    return (in->mods & (EPT_MOD_CTRL | EPT_MOD_ALT)) == 0 &&
           (in->key == EPT_KEY_U || in->key == EPT_KEY_F || in->key == EPT_KEY_A ||
            (cells && on_cell(a)));
}

static nav to_cell(const exam_now *n, app *a, size_t item)
{
    if (item >= n->first && item < n->first + n->count) {
        char id[EPT_ID_MAX];

        snprintf(id, sizeof id, "all.cell.%d", n->form->items[item].number);
        ept_focus_set(ept_ui_focus(a->ui), id);
        ept_focus_show_ring(ept_ui_focus(a->ui), true);
        a->stack->follow = true;
    }
    return nav_redraw();
}

/* Out of the cells: on to the buttons at the side, or back to the filters. */
static nav tab(const exam_now *n, app *a, bool back)
{
    const char *id = overview_blanks(n) ? "all.blank" : n->bp->submit ? "all.submit" : "all.back";
    ept_focus *focus = ept_ui_focus(a->ui);

    if (!back && !ept_draw_region_find(ept_ui_shown(a->ui), id)) {
        id = "all.back";
    }
    ept_focus_set(focus, back ? "all.filter.0" : id);
    ept_focus_show_ring(focus, true);
    a->stack->follow = true;
    return nav_redraw();
}

static nav key(void *self, app *a, const ept_input *in)
{
    state *s = self;
    exam_now n;
    size_t item;

    if (in->kind != EPT_INPUT_KEY || !exam_now_of(&n, a, &s->view)) {
        return nav_stay();
    }
    switch (in->key) {
    case EPT_KEY_A:
        return nav_pop();
    case EPT_KEY_ENTER:
        return n.bp->submit && hands_in(in) ? nav_push(SCREEN_SUBMIT, 0) : nav_stay();
    case EPT_KEY_LEFT:
    case EPT_KEY_RIGHT:
        if (!item_of_id(&n, ept_focus_id(ept_ui_focus(a->ui)), &item)) {
            return nav_stay();
        }
        return to_cell(&n, a, in->key == EPT_KEY_RIGHT ? item + 1 : item - 1);
    case EPT_KEY_TAB:
        return tab(&n, a, (in->mods & EPT_MOD_SHIFT) != 0);
    case EPT_KEY_U:
        s->filter = s->filter == OVERVIEW_BLANK ? OVERVIEW_ALL : OVERVIEW_BLANK;
        return nav_redraw();
    case EPT_KEY_F:
        return item_of_id(&n, ept_focus_id(ept_ui_focus(a->ui)), &item)
                   ? exam_flag(&s->view, a, item)
                   : nav_stay();
    default:
        return nav_stay();
    }
}

static nav action(void *self, app *a, const ept_action *act)
{
    state *s = self;
    exam_now n;
    size_t item;

    if (!exam_now_of(&n, a, &s->view)) {
        return nav_stay();
    }
    if (act->kind == EPT_ACTION_ACTIVATE) {
        if (item_of_id(&n, act->id, &item)) {
            return open_item(s, a, item);
        }
        if (ept_streq(act->id, "all.back")) {
            return nav_pop();
        }
        if (ept_streq(act->id, "all.blank")) {
            return open_item(s, a, overview_first_blank(&n));
        }
        if (ept_streq(act->id, "all.submit")) {
            return nav_push(SCREEN_SUBMIT, 0);
        }
        if (strncmp(act->id, "all.filter.", 11) == 0) {
            s->filter = (overview_filter)(act->id[11] - '0');
            return nav_redraw();
        }
    }
    return exam_action(&s->view, a, act);
}

/* After the section was handed in there is nothing left to show. */
static nav resume(void *self, app *a)
{
    state *s = self;
    exam_now n;

    return exam_now_of(&n, a, &s->view) ? nav_redraw() : nav_pop();
}

/* --- the whole --- */

/* "Ctrl Enter submit" at the right end of row, where it has room. */
static void hand_in_hint(const exam_now *n, ept_draw_list *d, ept_rect row)
{
    const char *word = app_msg(n->a, d, "all_questions.hint-submit");
    int h = ept_draw_metrics(d)->type[EPT_TYPE_TINY].line_px + 8;
    int w = ept_ui_key_w(d, "Ctrl") + 4 + ept_ui_key_w(d, "Enter") + 8 +
            ept_draw_text_w(d, word, (ept_text_opts){.type = EPT_TYPE_SMALL});

    if (w <= row.w) {
        row = ept_cut_right(&row, w, 0);
        ept_ui_key_hint(d, row.x, row.y + (row.h - h) / 2, h, "Ctrl Enter", word);
    }
}

static void footer(const exam_now *n, ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);
    ept_rect row = ept_ui_footer(d, m->margin);
    ept_button back = {.id = "all.back",
                       .key = "Esc",
                       .icon = "left",
                       .size = EPT_BUTTON_FOOTER,
                       .cancel = true,
                       .initial = n->rule->move != EPT_MOVE_FREE,
                       .label = APP_MSG1(n->a, d, "all_questions.back",
                                         ept_arg_number(n->form->items[n->item].number))};
    ept_button right[2] = {overview_submit_button(n, d), overview_blank_button(n, d)};
    ept_text_opts small = {.type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_INK_2};
    const char *asks = app_msg(n->a, d, "all_questions.asks");
    int w = ept_ui_button_w(d, &back);

    if (m->exam_folded) {
        size_t count =
            n->bp->submit ? n->rule->move == EPT_MOVE_FREE && overview_blanks(n) ? 2 : 1 : 0;

        right[0].size = right[1].size = EPT_BUTTON_FOOTER;
        if (count == 2 &&
            w + ept_ui_button_w(d, &right[0]) + ept_ui_button_w(d, &right[1]) + 2 * OVERVIEW_GAP >
                row.w) {
            count = 1;
        }
        w = w < row.w / 2 ? w : row.w / 2;
        ept_ui_button(d, ept_cut_left(&row, w, OVERVIEW_GAP), &back);
        ept_ui_buttons_right(d, row, right, count);
        return;
    }
    ept_ui_button(d, ept_cut_left(&row, w, 24), &back);
    w = ept_draw_text_w(d, asks, small) + ept_ui_scale(18, m->percent) + 8;
    if (n->bp->submit && w <= row.w) {
        ept_ui_icon_word(d, ept_cut_right(&row, w, KEY_GAP), "lock", asks, small);
        hand_in_hint(n, d, row);
    }
}

/* Folded: cells, then what is missing, all in one pane. */
static void folded(const state *s, const exam_now *n, ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);
    ept_rect in = ept_rect_inset(m->card, m->margin, 16), pane;
    int top;

    ept_draw_fill(d, m->card, EPT_COLOUR_SURFACE);
    pane = app_pane_begin(n->a, d, in, "all.pane");
    top = pane.y;
    pane.w -= OVERVIEW_GAP;
    pane.h = 0;
    pane.y += overview_head(n, d, pane, s->filter) + OVERVIEW_GAP;
    if (overview_blanks(n) > 0) {
        pane.y += overview_missing(n, d, pane) + OVERVIEW_GAP;
    }
    pane.y += overview_cells(n, d, pane, 0, s->filter) + OVERVIEW_GAP;
    pane.y += overview_after(n, d, pane) + 8;
    app_pane_end(n->a, d, "all.pane", pane.y - top);
}

/* The pane reaches RING above the cells, so that the first row's focus ring is whole. */
static void card(const state *s, const exam_now *n, ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);
    ept_rect in = ept_rect_inset(m->card, OVERVIEW_EDGE, OVERVIEW_EDGE), pane, row;
    bool hinted = m->key_hints && n->rule->move == EPT_MOVE_FREE;
    int key_h = m->type[EPT_TYPE_TINY].line_px + 8, h;

    ept_ui_card(d, m->card);
    ept_cut_top(&in, overview_head(n, d, in, s->filter), 24 - RING);
    row = in;
    if (hinted) {
        row = ept_cut_bottom(&in, key_h, OVERVIEW_GAP);
    }
    pane = app_pane_begin(n->a, d, in, "all.pane");
    pane.y += RING;
    pane.w -= overview_cells_h(n, d, in.w, in.h - 2 * RING) > in.h - 2 * RING ? OVERVIEW_GAP : 0;
    h = overview_cells(n, d, pane, in.h - 2 * RING, s->filter) + 2 * RING;
    app_pane_end(n->a, d, "all.pane", h);
    if (hinted) {
        row.y = in.y + h + OVERVIEW_GAP < row.y ? in.y + h + OVERVIEW_GAP : row.y;
        overview_hints(n, d, row);
    }
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const state *s = self;
    exam_now n;

    ept_ui_page(d);
    if (!exam_now_of(&n, a, &s->view)) {
        return;
    }
    if (ept_draw_metrics(d)->exam_folded) {
        folded(s, &n, d);
    } else {
        card(s, &n, d);
        overview_side(&n, d);
    }
    footer(&n, d);
    exam_bar(&n, d);
}

const screen_ops screen_all_questions = {
    .name = "all-questions",
    .state_size = sizeof(state),
    .exam_bar = true,
    .volume_keys = true,
    .footer = true,
    .keys = keys,
    .help = "all_questions.help",
    .resume = resume,
    .key = key,
    .first = first,
    .action = action,
    .draw = draw,
};
