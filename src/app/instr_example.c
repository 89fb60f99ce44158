/* SPDX-License-Identifier: MIT */
/* Two questions to try an answer on: nothing counts and nothing is saved. */
#include "instructions.h"

typedef struct example {
    const char *line, *text, *options[EPT_PLACES];
    int key;
    const char *why; /* message */
} example;

static const example examples[INSTR_EXAMPLES] = {
    {"빈칸에 알맞은 말을 고르십시오.",
     "비가 오니까 ( )을 가지고 가세요.",
     {"장갑", "우산", "신발", "가방"},
     2,
     "instructions.why-1"},
    {"물음에 알맞은 대답을 고르십시오.",
     "몇 시에 일을 시작합니까?",
     {"공장에서 시작합니다.", "친구하고 시작합니다.", "아침 아홉 시에 시작합니다.",
      "일을 열심히 합니다."},
     3,
     "instructions.why-2"},
};

typedef struct view {
    const instructions *s;
    const example *e;
    int chosen;
} view;

static void cards_of(ept_option_card cards[EPT_PLACES], const view *v, const app *a,
                     ept_draw_list *d)
{
    for (int i = 0; i < EPT_PLACES; i++) {
        cards[i] =
            (ept_option_card){.id = v->chosen ? NULL : ept_draw_id(d, "instructions.option", i + 1),
                              .number = i + 1,
                              .text = v->e->options[i],
                              .fixed = v->chosen != 0,
                              .initial = i == 0 && !v->chosen,
                              .group = 1};
        if (!v->chosen)
            continue;
        if (i + 1 == v->e->key) {
            cards[i].state = EPT_OPTION_CORRECT;
            cards[i].word = app_msg(a, d, "review.correct");
        } else if (i + 1 == v->chosen) {
            cards[i].state = EPT_OPTION_WRONG;
            cards[i].word = app_msg(a, d, "review.yours");
        }
    }
}

static void question(study_pen *pen, const void *ctx)
{
    const view *v = ctx;
    ept_draw_list *d = pen->d;
    ept_option_card cards[EPT_PLACES];
    ept_text_opts bold = {.type = EPT_TYPE_QUESTION, .korean = true};
    ept_text_opts text = {.type = EPT_TYPE_STIMULUS, .korean = true};
    int h, number_w = ept_draw_text_w(d, "3.", bold) + 24;

    h = ept_draw_text_h(d, pen->at.w - number_w, v->e->line, bold);
    if (!pen->dry)
        ept_ui_question_line(d, (ept_rect){pen->at.x, pen->at.y, pen->at.w, 0}, v->s->example + 1,
                             v->e->line, false, false);
    study_gap(pen, h + 16);
    h = ept_draw_text_h(d, pen->at.w, v->e->text, text);
    if (!pen->dry)
        ept_draw_text(d, pen->at, v->e->text, text);
    study_gap(pen, h + 20);
    cards_of(cards, v, pen->a, d);
    h = ept_ui_options_h(d, pen->at.w, cards, false);
    if (!pen->dry)
        ept_ui_options(d, (ept_rect){pen->at.x, pen->at.y, pen->at.w, h}, cards, false, false);
    study_gap(pen, h);
}

static void said(study_pen *pen, const void *ctx)
{
    const view *v = ctx;
    const app *a = pen->a;
    ept_draw_list *d = pen->d;
    bool right = v->chosen == v->e->key;

    study_text(pen, EPT_TYPE_H3, EPT_COLOUR_INK,
               APP_MSG1(a, d, "instructions.example-n", ept_arg_number(v->s->example + 1)));
    study_gap(pen, 8);
    if (!v->chosen) {
        study_text(pen, EPT_TYPE_BODY, EPT_COLOUR_INK_2, app_msg(a, d, "instructions.example-how"));
        return;
    }
    study_text(pen, EPT_TYPE_BODY_BOLD, right ? EPT_COLOUR_GOOD : EPT_COLOUR_BAD,
               app_msg(a, d, right ? "instructions.right" : "instructions.not-right"));
    study_gap(pen, 8);
    study_text(pen, EPT_TYPE_BODY, EPT_COLOUR_INK, app_msg(a, d, v->e->why));
    study_gap(pen, 16);
    study_text(pen, EPT_TYPE_SMALL, EPT_COLOUR_INK_3, app_msg(a, d, "instructions.example-exam"));
}

int instr_example(const instructions *s, const app *a, ept_draw_list *d, ept_rect page)
{
    const ept_metrics *m = ept_draw_metrics(d);
    int index = s->example;
    view v = {s, &examples[index], s->chosen[index]};
    bool beside = m->columns > 1;
    ept_rect left = {page.x, page.y, beside ? (page.w - 32) * 3 / 5 : page.w, 0}, right;

    left.h = study_card(a, d, left, question, &v);
    right = beside ? (ept_rect){left.x + left.w + 32, page.y, page.w - left.w - 32, left.h}
                   : (ept_rect){page.x, page.y + left.h + m->gap, page.w, 0};
    right.h = study_card(a, d, right, said, &v);
    return beside ? study_max(left.h, right.h) : left.h + m->gap + right.h;
}
