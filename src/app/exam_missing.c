/* SPDX-License-Identifier: MIT */
/* What is missing before a section is handed in: how many answers, which questions, what submitting
 * means. */
#include "exam_overview.h"

enum { BLANKS_MAX = 10 };

size_t overview_blanks(const exam_now *n)
{
    return n->count - ept_sitting_answered(n->sitting, n->section);
}

size_t overview_first_blank(const exam_now *n)
{
    for (size_t item = n->first; item < n->first + n->count; item++) {
        if (ept_sitting_response(n->sitting, item)->place == 0) {
            return item;
        }
    }
    return n->item;
}

static int counts(const exam_now *n, ept_draw_list *d, ept_rect in)
{
    const char *number = ept_arena_printf(ept_draw_arena(d), "%zu", n->count - overview_blanks(n));
    ept_text_opts score = {.type = EPT_TYPE_SCORE, .nowrap = true};
    int w = ept_draw_text_w(d, number, score), h = ept_draw_text(d, in, number, score);
    int lead = ept_draw_metrics(d)->type[EPT_TYPE_LEAD].line_px, y = in.y;

    ept_draw_text(d, (ept_rect){in.x + w + 10, y + h - lead - 10, in.w - w - 10, 0},
                  APP_MSG1(n->a, d, "all_questions.of", ept_arg_number((double)n->count)),
                  (ept_text_opts){.type = EPT_TYPE_LEAD, .colour = EPT_COLOUR_INK_2});
    y += h;
    y += ept_draw_text(d, (ept_rect){in.x, y, in.w, 0}, app_msg(n->a, d, "all_questions.answered"),
                       (ept_text_opts){.type = EPT_TYPE_BODY, .colour = EPT_COLOUR_INK_2}) +
         OVERVIEW_GAP;
    ept_ui_progress(d, (ept_rect){in.x, y, in.w, 16},
                    (int)((n->count - overview_blanks(n)) * 1000 / n->count), -1,
                    n->listening ? EPT_COLOUR_LISTEN : EPT_COLOUR_ACCENT);
    return y + 16 - in.y;
}

/* The warning about what has no answer; 0 high when all have one. */
int overview_missing(const exam_now *n, ept_draw_list *d, ept_rect in)
{
    size_t blank = overview_blanks(n);
    const char *title;

    if (blank == 0) {
        return 0;
    }
    title = APP_MSG2(n->a, d, "submit.blanks", ept_arg_number((double)blank),
                     ept_arg_text(exam_blanks(n, ept_draw_arena(d), BLANKS_MAX)));
    return ept_ui_notice(d, in, EPT_TONE_WARN, NULL, title,
                         app_msg(n->a, d, "all_questions.guess"));
}

static const char *after_key(const exam_now *n)
{
    bool more = ept_session_row(n->a->session)->only < 0 && n->section + 1 < n->bp->section_count;

    if (!n->bp->submit) {
        return "all_questions.only-shows";
    }
    return more ? "all_questions.listening-follows" : "all_questions.report-follows";
}

int overview_after(const exam_now *n, ept_draw_list *d, ept_rect in)
{
    bool more = n->section + 1 < n->bp->section_count;

    return ept_draw_text(
        d, in,
        APP_MSG1(n->a, d, after_key(n),
                 ept_arg_number(more ? n->bp->sections[n->section + 1].limit_ms / 60000.0 : 0)),
        (ept_text_opts){.type = EPT_TYPE_BODY, .colour = EPT_COLOUR_INK_2});
}

ept_button overview_submit_button(const exam_now *n, ept_draw_list *d)
{
    static const char *const words[] = {"all_questions.submit-reading",
                                        "all_questions.submit-listening",
                                        "all_questions.submit-law"};

    return (ept_button){.id = "all.submit",
                        .kind = EPT_BUTTON_PRIMARY,
                        .icon = "send",
                        .key = "Ctrl+Enter",
                        .no_enter = true,
                        .label = app_msg(n->a, d, words[n->rule->section])};
}

ept_button overview_blank_button(const exam_now *n, ept_draw_list *d)
{
    int number = n->form->items[overview_first_blank(n)].number;

    return (ept_button){.id = "all.blank",
                        .label =
                            APP_MSG1(n->a, d, "all_questions.to-blank", ept_arg_number(number))};
}

void overview_side(const exam_now *n, ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);
    ept_rect in = ept_rect_inset(m->side, m->w < 1280 ? 16 : OVERVIEW_EDGE,
                                 m->w < 1280 ? 16 : OVERVIEW_EDGE),
             pane, last = in;
    bool go_blank = overview_blanks(n) > 0 && n->rule->move == EPT_MOVE_FREE;
    ept_button blank = overview_blank_button(n, d), submit = overview_submit_button(n, d);
    int top;

    ept_ui_card(d, m->side);
    if (n->bp->submit) {
        last = ept_cut_bottom(&in, m->button_h + 8, 8);
    }
    if (go_blank) {
        int two = 2 * m->type[EPT_TYPE_BODY_BOLD].line_px + 16; /* when its words wrap */
        int h = ept_ui_button_w(d, &blank) <= in.w || two < m->button_h ? m->button_h : two;

        ept_ui_button(d, ept_cut_bottom(&in, h, 8), &blank);
    }
    if (n->bp->submit) {
        ept_ui_button(d, last, &submit);
    }
    pane = app_pane_begin(n->a, d, in, "all.side");
    top = pane.y;
    pane.h = 0;
    pane.w -= m->w < 1280 ? 12 : 0; /* long words there need the scroll bar */
    pane.y += ept_draw_text(
                  d, pane,
                  app_msg(n->a, d, n->bp->submit ? "all_questions.before" : "all_questions.so-far"),
                  (ept_text_opts){.type = EPT_TYPE_H3}) +
              OVERVIEW_GAP;
    pane.y += counts(n, d, pane) + 24;
    if (overview_blanks(n) > 0) {
        pane.y += overview_missing(n, d, pane) + OVERVIEW_GAP;
    }
    pane.y += overview_after(n, d, pane);
    app_pane_end(n->a, d, "all.side", pane.y - top);
}
