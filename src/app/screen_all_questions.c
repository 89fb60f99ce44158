/* SPDX-License-Identifier: MIT */
/* All questions of the running section: what has an answer, what is flagged, what is missing before it is handed
 * in. Not a dialog: the clock stays in sight. Where the exam forbids going freely the cells only show. */
#include <string.h>

#include "epstopik/str.h"
#include "exam_view.h"

enum { EDGE = 25, GAP = 16, CELL_H = 96, CELL_LEAST = 72, CELL_W = 150, PER_ROW = 5, BLANKS_MAX = 10 };

typedef enum filter { FILTER_ALL, FILTER_BLANK, FILTER_FLAGGED, FILTER_COUNT } filter;

typedef struct state {
    exam_view view;
    filter filter;
} state;

static const app_key_row keys[] = {
    {"\xE2\x86\x90 \xE2\x86\x91 \xE2\x86\x93 \xE2\x86\x92", "all_questions.key-move", NULL},
    {"Enter", "all_questions.key-open", NULL},
    {"U", "all_questions.key-blank", NULL},
    {"F", "all_questions.key-flag", NULL},
    {"Esc", "all_questions.key-back", NULL},
    {0},
};

static size_t blank_count(const exam_now *n)
{
    return n->count - ept_sitting_answered(n->sitting, n->section);
}

static bool passes(const exam_now *n, filter f, size_t item)
{
    const ept_response *r = ept_sitting_response(n->sitting, item);

    switch (f) {
    case FILTER_ALL:
    case FILTER_COUNT:
        return true;
    case FILTER_BLANK:
        return r->place == 0;
    case FILTER_FLAGGED:
        return r->flagged;
    }
    return true;
}

/* The next question without an answer behind the one on screen, from the first again; n->item when there is none. */
static size_t next_blank(const exam_now *n)
{
    for (size_t i = 1; i <= n->count; i++) {
        size_t item = n->first + (n->item - n->first + i) % n->count;

        if (ept_sitting_response(n->sitting, item)->place == 0) {
            return item;
        }
    }
    return n->item;
}

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

static nav open_item(app *a, size_t item)
{
    ept_status status = ept_session_go(a->session, item, NULL);

    if (status != EPT_OK) {
        app_say_error(a, status, "all_questions");
        return nav_redraw();
    }
    return nav_pop();
}

static bool first(const void *self, const app *a, const ept_input *in)
{
    (void)self;
    (void)a;
    return in->kind == EPT_INPUT_KEY && (in->mods & (EPT_MOD_CTRL | EPT_MOD_ALT)) == 0 &&
           (in->key == EPT_KEY_U || in->key == EPT_KEY_F || in->key == EPT_KEY_A);
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
    case EPT_KEY_U:
        s->filter = s->filter == FILTER_BLANK ? FILTER_ALL : FILTER_BLANK;
        return nav_redraw();
    case EPT_KEY_F:
        return item_of_id(&n, ept_focus_id(ept_ui_focus(a->ui)), &item) ? exam_flag(&s->view, a, item) : nav_stay();
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
            return open_item(a, item);
        }
        if (ept_streq(act->id, "all.back")) {
            return nav_pop();
        }
        if (ept_streq(act->id, "all.blank")) {
            return open_item(a, next_blank(&n));
        }
        if (ept_streq(act->id, "all.submit")) {
            return nav_push(SCREEN_SUBMIT, 0);
        }
        if (strncmp(act->id, "all.filter.", 11) == 0) {
            s->filter = (filter)(act->id[11] - '0');
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

/* --- the cells --- */

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

static int filters(const state *s, const exam_now *n, ept_draw_list *d, ept_rect row, bool draw)
{
    static const char *const words[] = {"all_questions.all", "all_questions.blank", "all_questions.flagged"};
    const size_t counts[] = {n->count, blank_count(n), ept_sitting_flagged(n->sitting, n->section)};
    ept_chip chips[FILTER_COUNT];
    int count = n->bp->flag ? FILTER_COUNT : FILTER_FLAGGED, w = 0, h = ept_draw_metrics(d)->button_small_h;

    for (int i = 0; i < count; i++) {
        chips[i] = (ept_chip){.id = ept_draw_id(d, "all.filter", i),
                              .label = APP_MSG1(n->a, d, words[i], ept_arg_number((double)counts[i])),
                              .active = (int)s->filter == i,
                              .bold = (int)s->filter == i};
        w += ept_ui_chip_w(d, &chips[i]) + (i ? 8 : 0);
    }
    for (int i = count; draw && i-- > 0;) {
        ept_ui_chip(d, ept_rect_centre(ept_cut_right(&row, ept_ui_chip_w(d, &chips[i]), 8),
                                       ept_ui_chip_w(d, &chips[i]), h), &chips[i]);
    }
    return w;
}

/* Title, and the filters beside or below it. Height back. */
static int head(const state *s, const exam_now *n, ept_draw_list *d, ept_rect in)
{
    const ept_metrics *m = ept_draw_metrics(d);
    const char *title = app_msg(n->a, d, title_key(n->rule->section));
    ept_text_opts h2 = {.type = EPT_TYPE_H2};
    int chips = filters(s, n, d, in, false), h;

    if (ept_draw_text_w(d, title, h2) + GAP + chips <= in.w) {
        h = ept_draw_text(d, in, title, h2);
        filters(s, n, d, (ept_rect){in.x, in.y, in.w, h}, true);
        return h;
    }
    h = ept_draw_text(d, in, title, h2) + 8;
    filters(s, n, d, (ept_rect){in.x, in.y + h, chips < in.w ? chips : in.w, m->button_small_h}, true);
    return h + m->button_small_h;
}

/* All cells in `in`, scrolling when they are higher than it. */
static int cells(const state *s, const exam_now *n, ept_draw_list *d, ept_rect in, int room)
{
    int percent = ept_draw_metrics(d)->percent, per = PER_ROW, gap = GAP, h, rows;
    bool free_move = n->rule->move == EPT_MOVE_FREE;

    while (per > 2 && (in.w - (per - 1) * gap) / per < ept_ui_scale(CELL_W, percent)) {
        per--;
    }
    rows = ((int)n->count + per - 1) / per;
    h = (room - (rows - 1) * gap) / rows;
    if (h < ept_ui_scale(CELL_LEAST, percent) + 8) {
        gap = 8;
        h = (room - (rows - 1) * gap) / rows;
    }
    h = h > ept_ui_scale(CELL_H, percent) ? ept_ui_scale(CELL_H, percent) : h;
    h = h < ept_ui_scale(CELL_LEAST, percent) ? ept_ui_scale(CELL_LEAST, percent) : h;
    for (size_t i = 0; i < n->count; i++) {
        size_t item = n->first + i;
        const ept_response *r = ept_sitting_response(n->sitting, item);
        ept_rect row = {in.x, in.y + (int)i / per * (h + gap), in.w, h};
        int number = n->form->items[item].number;

        ept_ui_big_cell(d, ept_rect_column(row, per, (int)i % per, gap),
                        &(ept_big_cell){.id = free_move ? ept_draw_id(d, "all.cell", number) : NULL,
                                        .number = number,
                                        .chosen = r->place,
                                        .blank = app_msg(n->a, d, "all_questions.no-answer"),
                                        .flagged = r->flagged,
                                        .listening = n->listening,
                                        .dim = !passes(n, s->filter, item),
                                        .initial = item == n->item,
                                        .group = 3});
    }
    return rows * (h + gap) - gap;
}

static void hints(const exam_now *n, ept_draw_list *d, ept_rect row)
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
        int w = ept_draw_text_w(d, word, (ept_text_opts){.type = EPT_TYPE_SMALL}) + (i ? 80 : 130);

        if (x + w > row.x + row.w || (i == 3 && !n->bp->flag)) {
            return;
        }
        x += ept_ui_key_hint(d, x, row.y, row.h, list[i].keys, word) + 24;
    }
}

/* --- what is missing --- */

static int counts(const exam_now *n, ept_draw_list *d, ept_rect in)
{
    const char *number = ept_arena_printf(ept_draw_arena(d), "%zu", n->count - blank_count(n));
    ept_text_opts score = {.type = EPT_TYPE_SCORE, .nowrap = true};
    int w = ept_draw_text_w(d, number, score), h = ept_draw_text(d, in, number, score);
    int lead = ept_draw_metrics(d)->type[EPT_TYPE_LEAD].line_px, y = in.y;

    ept_draw_text(d, (ept_rect){in.x + w + 10, y + h - lead - 10, in.w - w - 10, 0},
                  APP_MSG1(n->a, d, "all_questions.of", ept_arg_number((double)n->count)),
                  (ept_text_opts){.type = EPT_TYPE_LEAD, .colour = EPT_COLOUR_INK_2});
    y += h;
    y += ept_draw_text(d, (ept_rect){in.x, y, in.w, 0}, app_msg(n->a, d, "all_questions.answered"),
                       (ept_text_opts){.type = EPT_TYPE_BODY, .colour = EPT_COLOUR_INK_2}) + GAP;
    ept_ui_progress(d, (ept_rect){in.x, y, in.w, 16}, (int)((n->count - blank_count(n)) * 1000 / n->count), -1,
                    n->listening ? EPT_COLOUR_LISTEN : EPT_COLOUR_ACCENT);
    return y + 16 - in.y;
}

/* The warning about what has no answer; 0 high when all have one. */
static int missing(const exam_now *n, ept_draw_list *d, ept_rect in)
{
    size_t blank = blank_count(n);
    const char *title;

    if (blank == 0) {
        return 0;
    }
    title = APP_MSG2(n->a, d, "submit.blanks", ept_arg_number((double)blank),
                     ept_arg_text(exam_blanks(n, ept_draw_arena(d), BLANKS_MAX)));
    return ept_ui_notice(d, in, EPT_TONE_WARN, NULL, title, app_msg(n->a, d, "all_questions.guess"));
}

static const char *after_key(const exam_now *n)
{
    bool more = ept_session_row(n->a->session)->only < 0 && n->section + 1 < n->bp->section_count;

    if (!n->bp->submit) {
        return "all_questions.only-shows";
    }
    return more ? "all_questions.listening-follows" : "all_questions.report-follows";
}

static int after(const exam_now *n, ept_draw_list *d, ept_rect in)
{
    bool more = n->section + 1 < n->bp->section_count;

    return ept_draw_text(d, in,
                         APP_MSG1(n->a, d, after_key(n),
                                  ept_arg_number(more ? n->bp->sections[n->section + 1].limit_ms / 60000 : 0)),
                         (ept_text_opts){.type = EPT_TYPE_BODY, .colour = EPT_COLOUR_INK_2});
}

static ept_button submit_button(const exam_now *n, ept_draw_list *d)
{
    static const char *const words[] = {"all_questions.submit-reading", "all_questions.submit-listening",
                                        "all_questions.submit-law"};

    return (ept_button){.id = "all.submit", .kind = EPT_BUTTON_PRIMARY, .icon = "right",
                        .label = app_msg(n->a, d, words[n->rule->section])};
}

static ept_button blank_button(const exam_now *n, ept_draw_list *d)
{
    int number = n->form->items[next_blank(n)].number;

    return (ept_button){.id = "all.blank",
                        .label = APP_MSG1(n->a, d, "all_questions.to-blank", ept_arg_number(number))};
}

static void side(const exam_now *n, ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);
    ept_rect in = ept_rect_inset(m->side, m->w < 1280 ? 16 : EDGE, m->w < 1280 ? 16 : EDGE), pane;
    bool go_blank = blank_count(n) > 0 && n->rule->move == EPT_MOVE_FREE;
    ept_button blank = blank_button(n, d), submit = submit_button(n, d);
    int top;

    ept_ui_card(d, m->side);
    if (n->bp->submit) {
        ept_ui_button(d, ept_cut_bottom(&in, m->button_h + 8, 8), &submit);
    }
    if (go_blank) {
        ept_ui_button(d, ept_cut_bottom(&in, m->button_h, 8), &blank);
    }
    pane = app_pane_begin(n->a, d, in, "all.side");
    top = pane.y;
    pane.h = 0;
    pane.y += ept_draw_text(d, pane, app_msg(n->a, d, n->bp->submit ? "all_questions.before" : "all_questions.so-far"),
                            (ept_text_opts){.type = EPT_TYPE_H3}) + 12;
    pane.y += counts(n, d, pane) + 24;
    if (blank_count(n) > 0) {
        pane.y += missing(n, d, pane) + GAP;
    }
    pane.y += after(n, d, pane);
    app_pane_end(n->a, d, "all.side", pane.y - top);
}

/* --- the whole --- */

static void footer(const exam_now *n, ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);
    ept_rect row = ept_ui_footer(d, m->margin);
    ept_button back = {.id = "all.back", .key = "Esc", .icon = "left", .size = EPT_BUTTON_FOOTER, .cancel = true,
                       .initial = n->rule->move != EPT_MOVE_FREE,
                       .label = APP_MSG1(n->a, d, "all_questions.back",
                                         ept_arg_number(n->form->items[n->item].number))};
    ept_button right[2] = {submit_button(n, d), blank_button(n, d)};
    ept_text_opts small = {.type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_INK_2};
    const char *asks = app_msg(n->a, d, "all_questions.asks");
    int w = ept_ui_button_w(d, &back);

    if (m->exam_folded) {
        size_t count = n->bp->submit ? n->rule->move == EPT_MOVE_FREE && blank_count(n) ? 2 : 1 : 0;

        right[0].size = right[1].size = EPT_BUTTON_FOOTER;
        if (count == 2 && w + ept_ui_button_w(d, &right[0]) + ept_ui_button_w(d, &right[1]) + 2 * GAP > row.w) {
            count = 1;
        }
        w = w < row.w / 2 ? w : row.w / 2;
        ept_ui_button(d, ept_cut_left(&row, w, GAP), &back);
        ept_ui_buttons_right(d, row, right, count);
        return;
    }
    ept_ui_button(d, ept_cut_left(&row, w, 24), &back);
    w = ept_draw_text_w(d, asks, small) + ept_ui_scale(18, m->percent) + 8;
    if (n->bp->submit && w <= row.w) {
        ept_ui_icon_word(d, ept_cut_right(&row, w, 0), "lock", asks, small);
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
    pane.w -= GAP;
    pane.h = 0;
    pane.y += head(s, n, d, pane) + GAP;
    if (blank_count(n) > 0) {
        pane.y += missing(n, d, pane) + GAP;
    }
    pane.y += cells(s, n, d, pane, 0) + GAP;
    pane.y += after(n, d, pane) + 8;
    app_pane_end(n->a, d, "all.pane", pane.y - top);
}

static void card(const state *s, const exam_now *n, ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);
    ept_rect in = ept_rect_inset(m->card, EDGE, EDGE), pane;
    int key_h = m->type[EPT_TYPE_TINY].line_px + 8;

    ept_ui_card(d, m->card);
    ept_cut_top(&in, head(s, n, d, in), 24);
    if (m->key_hints && n->rule->move == EPT_MOVE_FREE) {
        ept_rect row = ept_cut_bottom(&in, key_h, GAP);

        hints(n, d, row);
    }
    pane = app_pane_begin(n->a, d, in, "all.pane");
    app_pane_end(n->a, d, "all.pane", cells(s, n, d, pane, in.h));
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
        side(&n, d);
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
