/* SPDX-License-Identifier: MIT */
/* The exam screen in small, with amber pins on the things that the list beside it explains: laid
 * out on a plan of 688 by 432 that is stretched to its frame; letters keep their own size. */
#include "instructions.h"

enum { PLAN_W = 688, PLAN_H = 432, HERE = 3, CELLS = 20, CELL_W = 26, PER_ROW = 5, ANSWERED = 3 };

typedef struct plan {
    const instructions *s;
    const app *a;
    ept_draw_list *d;
    ept_rect frame;
    instr_thing things[INSTR_PINS_MAX];
    size_t pins;
} plan;

static ept_rect at(const plan *p, int x, int y, int w, int h)
{
    int left = p->frame.x + x * p->frame.w / PLAN_W, top = p->frame.y + y * p->frame.h / PLAN_H;

    return (ept_rect){left, top, p->frame.x + (x + w) * p->frame.w / PLAN_W - left,
                      p->frame.y + (y + h) * p->frame.h / PLAN_H - top};
}

static bool has(const plan *p, instr_thing thing)
{
    for (size_t i = 0; i < p->pins; i++)
        if (p->things[i] == thing)
            return true;
    return false;
}

/* The pin of a thing, when this exam has it. */
static void pin(const plan *p, instr_thing thing, int x, int y)
{
    ept_rect r = at(p, x, y, 0, 0);

    for (size_t i = 0; i < p->pins; i++)
        if (p->things[i] == thing)
            instr_pin_mark(p->d, r.x, r.y, (int)i + 1);
}

static void words(const plan *p, ept_rect r, const char *text, ept_text_opts opts)
{
    opts.middle = true;
    opts.max_lines = 1;
    if (ept_draw_text_w(p->d, text, opts) <= r.w)
        ept_draw_text(p->d, r, text, opts);
}

static void bar(const plan *p)
{
    ept_draw_list *d = p->d;
    ept_rect r = at(p, 0, 0, PLAN_W, 44), size = at(p, 430, 9, 106, 26),
             chip = at(p, 560, 7, 112, 30), title;

    ept_draw_box(d, r, (ept_box){.fill = EPT_COLOUR_BAR, .radius = 7});
    ept_draw_fill(d, (ept_rect){r.x, r.y + r.h - 8, r.w, 8}, EPT_COLOUR_BAR);
    ept_draw_hline(d, r.x, r.y + r.h - 1, r.w, EPT_COLOUR_BAR_LINE);
    title = at(p, 24, 0, 380, 44);
    ept_cut_left(&title, ept_draw_mark(d, title.x, r.y + (r.h - 10) / 2, 10, true), 12);
    words(p, title, study_exam(p->a, p->s->bp),
          (ept_text_opts){.type = EPT_TYPE_SMALL_BOLD, .colour = EPT_COLOUR_ON_BAR});
    ept_draw_box(d, size, (ept_box){.line = EPT_COLOUR_BAR_LINE, .border = 1, .radius = 5});
    words(p, size, "A\xE2\x88\x92  100%  A+",
          (ept_text_opts){
              .type = EPT_TYPE_TINY, .colour = EPT_COLOUR_ON_BAR, .align = EPT_ALIGN_CENTRE});
    if (has(p, INSTR_TIMER)) {
        ept_draw_box(d, chip, (ept_box){EPT_COLOUR_BAR, EPT_COLOUR_ON_BAR, 2, 6, false, false});
        ept_draw_box(d, ept_rect_inset(chip, 2, 2),
                     (ept_box){.fill = EPT_COLOUR_ON_BAR, .radius = 4});
        words(p, chip, "24:18",
              (ept_text_opts){
                  .type = EPT_TYPE_LEAD_BOLD, .colour = EPT_COLOUR_BAR, .align = EPT_ALIGN_CENTRE});
    }
}

static void option(const plan *p, int row, const char *text)
{
    ept_rect r = at(p, 40, 164 + row * 48, 412, 40), bubble;
    bool on = row == 0;
    int disc = study_min(r.h - 12, study_scaled(p->d, 26));
    char digit[2] = {(char)('1' + row), '\0'};

    ept_draw_box(p->d, r,
                 (ept_box){on ? EPT_COLOUR_ACCENT_TINT : EPT_COLOUR_SURFACE,
                           on ? EPT_COLOUR_ACCENT : EPT_COLOUR_LINE_2, on ? 3 : 2, 6, false,
                           false});
    bubble = (ept_rect){r.x + 10, r.y + (r.h - disc) / 2, disc, disc};
    ept_draw_bubble(p->d, bubble, digit, EPT_TYPE_SMALL_BOLD,
                    (ept_box){on ? EPT_COLOUR_ON_TINT : EPT_COLOUR_SURFACE,
                              on ? EPT_COLOUR_ON_TINT : EPT_COLOUR_LINE_2, 2, disc / 2, false,
                              false},
                    on && ept_draw_theme(p->d) == EPT_THEME_LIGHT ? EPT_COLOUR_ON_ACCENT
                    : on                                          ? EPT_COLOUR_ACCENT
                                                                  : EPT_COLOUR_INK);
    words(p, (ept_rect){bubble.x + disc + 12, r.y, r.w - disc - 30, r.h}, text,
          (ept_text_opts){.type = on ? EPT_TYPE_LEAD_BOLD : EPT_TYPE_LEAD,
                          .colour = on ? EPT_COLOUR_ON_TINT_INK : EPT_COLOUR_INK,
                          .korean = true});
}

static void question(const plan *p)
{
    static const char *const options[] = {"우산", "장갑", "신발", "가방"};

    ept_ui_card(p->d, at(p, 16, 60, 460, 308));
    words(p, at(p, 40, 74, 420, 32), "3.  빈칸에 알맞은 말을 고르십시오.",
          (ept_text_opts){.type = EPT_TYPE_BODY_BOLD, .korean = true});
    words(p, at(p, 40, 116, 420, 34), "비가 오니까 ( )을 가지고 가세요.",
          (ept_text_opts){.type = EPT_TYPE_LEAD, .korean = true});
    for (int i = 0; i < 4; i++)
        option(p, i, options[i]);
}

bool instr_picture_fits(ept_draw_list *d, int w)
{
    return w * CELL_W / PLAN_W >=
           ept_draw_text_w(d, "20", (ept_text_opts){.type = EPT_TYPE_BODY_BOLD});
}

static void cells(const plan *p)
{
    for (int i = 0; i < CELLS; i++) {
        int row = i / PER_ROW, column = i % PER_ROW;
        ept_cell cell = {.number = p->s->bp->sections[0].first + i,
                         .state = i < ANSWERED ? EPT_CELL_ANSWERED : EPT_CELL_BLANK,
                         .flagged = i == 1 && has(p, INSTR_FLAG),
                         .here = i == HERE - 1};

        ept_ui_cell(p->d, at(p, 507 + column * 31, 100 + row * 31, CELL_W, CELL_W), &cell);
    }
}

static void button(const plan *p, ept_rect r, const char *text, bool primary)
{
    ept_draw_box(p->d, r,
                 (ept_box){primary ? EPT_COLOUR_ACCENT : EPT_COLOUR_SURFACE,
                           primary ? EPT_COLOUR_ACCENT : EPT_COLOUR_LINE_2, 2, 6, false, false});
    words(p, ept_rect_inset(r, 4, 0), text,
          (ept_text_opts){.type = EPT_TYPE_SMALL_BOLD,
                          .colour = primary ? EPT_COLOUR_ON_ACCENT : EPT_COLOUR_INK,
                          .align = EPT_ALIGN_CENTRE});
}

static void side(const plan *p)
{
    const ept_section_rule *rule = &p->s->bp->sections[0];
    ept_draw_list *d = p->d;

    ept_ui_card(d, at(p, 492, 60, 180, 308));
    words(p, at(p, 507, 66, 154, 28),
          APP_MSG2(p->a, d, "instructions.questions-range", ept_arg_number(rule->first),
                   ept_arg_number(rule->first + CELLS - 1)),
          (ept_text_opts){.type = EPT_TYPE_SMALL_BOLD});
    cells(p);
    if (has(p, INSTR_FLAG))
        button(p, at(p, 507, 240, 150, 38), app_msg(p->a, d, "word.all-questions"), false);
    if (has(p, INSTR_SUBMIT))
        button(p, at(p, 507, 316, 150, 38), app_msg(p->a, d, "word.submit"), false);
}

static void footer(const plan *p)
{
    ept_draw_list *d = p->d;
    ept_rect r = at(p, 0, 384, PLAN_W, 48);

    ept_draw_box(d, r, (ept_box){.fill = EPT_COLOUR_SURFACE, .radius = 7});
    ept_draw_fill(d, (ept_rect){r.x, r.y, r.w, 8}, EPT_COLOUR_SURFACE);
    ept_draw_hline(d, r.x, r.y, r.w, EPT_COLOUR_LINE);
    if (p->s->bp->sections[0].move != EPT_MOVE_FORWARD)
        button(p, at(p, 16, 391, 96, 34), app_msg(p->a, d, "word.back"), false);
    if (has(p, INSTR_FLAG))
        button(p, at(p, 128, 391, 120, 34), app_msg(p->a, d, "word.flag"), false);
    button(p, at(p, 560, 391, 112, 34), app_msg(p->a, d, "word.next"), true);
}

void instr_picture(const instructions *s, const app *a, ept_draw_list *d, ept_rect box)
{
    plan p = {.s = s, .a = a, .d = d, .frame = box};

    p.pins = instr_pins(p.things, s->bp);
    ept_draw_box(d, box, (ept_box){.fill = EPT_COLOUR_PAGE, .radius = 8});
    bar(&p);
    question(&p);
    side(&p);
    footer(&p);
    ept_draw_box(d, box, (ept_box){.line = EPT_COLOUR_LINE_2, .border = 1, .radius = 8});
    pin(&p, INSTR_TIMER, 666, 44);
    pin(&p, INSTR_TEXT_SIZE, 420, 22);
    pin(&p, INSTR_ANSWER, 456, 184);
    pin(&p, INSTR_GRID, 484, 140);
    pin(&p, INSTR_FLAG, 244, 408);
    pin(&p, INSTR_SUBMIT, 664, 334);
    pin(&p, INSTR_STEPPING, 552, 408);
}
