/* SPDX-License-Identifier: MIT */
/* The score report of a sitting: total against the minimum score, sections, all answers, time and
 * interruptions, the mark of the chain. A guest is offered to keep it. */
#include <stdio.h>
#include <string.h>

#include "epstopik/str.h"
#include "loop.h"
#include "report_view.h"
#include "review.h"

static void leave(void *self, app *a)
{
    report_state *s = self;

    (void)a;
    ept_report_clear(&s->report);
    ept_arena_free(s->arena);
}

static ept_status enter(void *self, app *a, int64_t arg)
{
    report_state *s = self;
    ept_status status = ept_arena_new(&s->arena);

    if (!status)
        status = ept_report_make(&s->report, s->arena, a->delivery, arg);
    if (status)
        ept_arena_free(s->arena);
    return status;
}

static nav resume(void *self, app *a)
{
    (void)self, (void)a;
    return nav_redraw();
}

/* Questions to look at again: wrong ones and those without an answer. */
static int to_review(const report_state *s)
{
    return (int)(s->report.score.tally.wrong + s->report.score.tally.blank);
}

/* --- drawing --- */

static const char *when(const report_state *s, const app *a, ept_draw_list *d)
{
    ept_arena *arena = ept_draw_arena(d);
    const ept_sitting_row *row = &s->report.row;
    const char *text = ept_arena_printf(
        arena, "%s, %s\xE2\x80\x93%s", ept_msg_date(a->prefs.lang, arena, row->started_utc_ms),
        ept_msg_time(arena, row->started_utc_ms), ept_msg_time(arena, row->last_utc_ms));

    return text ? text : "";
}

/* Title, date and the person; the date goes into the page when the head has no room for it. */
static bool head(const report_state *s, const app *a, ept_draw_list *d)
{
    const char *title =
        APP_MSG1(a, d, "report.title", ept_arg_text(study_title(a, d, &s->report.row)));
    const char *name = a->learner.name ? a->learner.name : app_msg(a, d, "word.guest");
    const char *note = when(s, a, d);
    int side = study_min(40, ept_draw_metrics(d)->head.h - 16);
    int name_w = ept_draw_text_w(d, name, (ept_text_opts){.type = EPT_TYPE_BODY_BOLD});
    int note_w = ept_draw_text_w(d, note, (ept_text_opts){.type = EPT_TYPE_BODY});
    int title_w = ept_draw_text_w(d, title, (ept_text_opts){.type = EPT_TYPE_H3});
    int room = ept_draw_metrics(d)->w - 2 * ept_draw_metrics(d)->page_margin - 96 - title_w;
    bool dated = note_w + 48 + name_w + side <= room, named = name_w + side + 24 <= room;
    ept_rect r = ept_ui_head(d, NULL, title, dated ? note : NULL);

    if (named) {
        ept_rect picture;

        ept_draw_text(d, ept_cut_right(&r, name_w, 8), name,
                      (ept_text_opts){.type = EPT_TYPE_BODY_BOLD, .middle = true});
        picture = ept_rect_centre(ept_cut_right(&r, side, 0), side, side);
        ept_draw_icon(d, picture, app_profile_icon(d, a->learner.picture),
                      a->learner.picture ? EPT_COLOUR_NONE : EPT_COLOUR_INK);
        ept_draw_box(d, picture, (ept_box){.line = EPT_COLOUR_LINE, .border = 1, .radius = 4});
    }
    return dated && named;
}

static void keep_card(study_pen *pen, const void *ctx)
{
    (void)ctx;
    study_text(pen, EPT_TYPE_BODY_BOLD, EPT_COLOUR_INK,
               app_msg(pen->a, pen->d, "report.keep-title"));
    study_text(pen, EPT_TYPE_BODY, EPT_COLOUR_INK_2,
               app_msg(pen->a, pen->d, "settings.guest-note"));
    study_gap(pen, 12);
    study_button(pen, (ept_button){.id = "report.keep",
                                   .label = app_msg(pen->a, pen->d, "settings.keep"),
                                   .icon = "user",
                                   .size = EPT_BUTTON_SMALL});
}

/* The footer; false when the facts found no room in it. */
static bool footer(const report_state *s, const app *a, ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);
    ept_rect row = ept_ui_footer(d, m->page_margin);
    int again = to_review(s), w;
    const char *facts = report_facts(s, a, d);
    ept_text_opts small = {
        .type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_INK_2, .align = EPT_ALIGN_CENTRE};
    ept_button go = {.id = "report.review",
                     .label = again ? APP_MSG1(a, d, "report.review", ept_arg_number(again))
                                    : app_msg(a, d, "report.review-all"),
                     .key = "Enter",
                     .kind = EPT_BUTTON_PRIMARY,
                     .size = EPT_BUTTON_FOOTER,
                     .initial = true};
    ept_button home = {.id = "report.home",
                       .label = app_msg(a, d, "report.home"),
                       .icon = "home",
                       .size = EPT_BUTTON_FOOTER};

    row = ept_ui_buttons_right(d, row, &go, 1);
    row = ept_ui_buttons_left(d, row, &home, 1);
    w = ept_draw_text_w(d, facts, small);
    if (w + 16 > row.w)
        return false;
    small.middle = true;
    ept_draw_text(d, row, facts, small);
    return true;
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const report_state *s = self;
    const ept_metrics *m = ept_draw_metrics(d);
    int gap = study_min(16, m->gap), foot, top;
    ept_rect page = {m->page_margin, m->head.h, m->w - 2 * m->page_margin, 0};
    bool dated, told;

    ept_ui_page(d);
    dated = head(s, a, d);
    told = footer(s, a, d);
    foot = m->footer.y;
    page.h = foot - page.y;
    page = app_pane_begin(a, d, page, "report.pane");
    top = page.y;
    page.y += study_min(24, m->page_margin);
    page.h = 0;
    if (!dated)
        page.y +=
            ept_draw_text(d, page, when(s, a, d), (ept_text_opts){.colour = EPT_COLOUR_INK_2}) + 12;
    if (a->learner.guest)
        page.y += study_card(a, d, page, keep_card, NULL) + gap;
    page.y += report_total(s, a, d, page) + gap;
    page.y += report_sections(s, a, d, page) + gap;
    page.y += report_answers(s, a, d, page) + 12;
    if (!told)
        page.y +=
            ept_draw_text(d, page, report_facts(s, a, d),
                          (ept_text_opts){.type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_INK_2}) +
            gap;
    app_pane_end(a, d, "report.pane", page.y - top);
}

/* --- actions --- */

static nav action(void *self, app *a, const ept_action *act)
{
    static const char base[] = "report.cell.";
    const report_state *s = self;
    int64_t item;

    if (act->kind != EPT_ACTION_ACTIVATE)
        return nav_stay();
    if (ept_streq(act->id, "report.home"))
        return nav_home();
    if (ept_streq(act->id, "report.keep"))
        return nav_push(SCREEN_NEW_PROFILE, a->learner.id);
    if (ept_streq(act->id, "report.review"))
        return nav_push(SCREEN_REVIEW, s->report.row.id * REVIEW_ITEMS +
                                           (to_review(s) ? REVIEW_WRONG_ONLY : REVIEW_FIRST));
    if (!strncmp(act->id, base, sizeof base - 1) &&
        ept_parse_int(&item, act->id + sizeof base - 1, 0, (int64_t)s->report.form->count - 1))
        return nav_push(SCREEN_REVIEW, s->report.row.id * REVIEW_ITEMS + item);
    return nav_stay();
}

static nav key(void *self, app *a, const ept_input *in)
{
    const struct app_stack *s = a->stack;
    bool listed = s->depth > 1 && s->frames[s->depth - 2].screen == SCREEN_RESULTS;

    (void)self;
    if (in->kind != EPT_INPUT_KEY || in->key != EPT_KEY_ESC)
        return nav_stay();
    return listed ? nav_pop() : nav_home(); /* back to the list, else never to another start */
}

static const app_key_row keys[] = {
    {"← ↑ ↓ →", "report.key-move", NULL},
    {0},
};

const screen_ops screen_report = {
    .name = "report",
    .state_size = sizeof(report_state),
    .footer = true,
    .keys = keys,
    .help = "report.help",
    .enter = enter,
    .leave = leave,
    .resume = resume,
    .key = key,
    .action = action,
    .draw = draw,
};
