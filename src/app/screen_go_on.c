/* SPDX-License-Identifier: MIT */
/* An unfinished sitting: what it was, when it stopped, what is saved. Arg: the sitting. Go on takes
 * it up where it was; Close it asks first and leads to the report. */
#include "epstopik/str.h"
#include "exam_view.h"
#include "study.h"

enum { WIDTH = 640, PAD = 28 };

typedef struct state {
    ept_arena *arena;
    ept_report report;
} state;

static ept_status enter(void *self, app *a, int64_t arg)
{
    state *s = self;
    ept_status status = ept_arena_new(&s->arena);

    if (status == EPT_OK) {
        status = ept_report_make(&s->report, s->arena, a->delivery, arg);
    }
    if (status != EPT_OK) {
        ept_arena_free(s->arena);
    }
    return status;
}

static void leave(void *self, app *a)
{
    state *s = self;

    (void)a;
    ept_report_clear(&s->report);
    ept_arena_free(s->arena);
}

/* Takes the sitting up; EPT_E_CHANGED: its questions have changed, it was closed with what was
 * saved. */
static ept_status take_up(const state *s, app *a)
{
    app_session_end(a);
    return ept_session_resume(&a->session, a->delivery, s->report.row.id);
}

static nav failed(const state *s, app *a, ept_status status)
{
    if (status == EPT_E_CHANGED) {
        app_say(a, EPT_TONE_WARN, "go_on.changed");
        return nav_replace(SCREEN_REPORT, s->report.row.id);
    }
    app_say_error(a, status, "go_on");
    return nav_redraw();
}

static nav close_sitting(const state *s, app *a)
{
    ept_status status = take_up(s, a);

    if (status == EPT_OK) {
        status = ept_session_close(a->session, EPT_CLOSE_BY_LEARNER, NULL);
        app_session_end(a);
    }
    return status == EPT_OK ? nav_replace(SCREEN_REPORT, s->report.row.id) : failed(s, a, status);
}

static nav action(void *self, app *a, const ept_action *act)
{
    state *s = self;
    ept_status status;

    if (act->kind != EPT_ACTION_ACTIVATE) {
        return nav_stay();
    }
    if (ept_streq(act->id, "go_on.back")) {
        return nav_home();
    }
    if (ept_streq(act->id, "go_on.close")) {
        return app_ask(a, &(app_question){.id = "go_on.close",
                                          .title = "go_on.close-title",
                                          .text = "go_on.close-text",
                                          .no = "go_on.close-no",
                                          .yes = "go_on.close-yes"});
    }
    if (!ept_streq(act->id, "go_on.go")) {
        return nav_stay();
    }
    status = take_up(s, a);
    return status == EPT_OK ? nav_replace(SCREEN_EXAM, 0) : failed(s, a, status);
}

static nav resume(void *self, app *a)
{
    return app_said_yes(a, "go_on.close") ? close_sitting(self, a) : nav_redraw();
}

/* --- what is shown --- */

/* "12:07", of the section that was open. */
static const char *time_left(const state *s, ept_draw_list *d)
{
    const ept_sitting *sitting = s->report.sitting;
    uint64_t left = ept_sitting_left_ms(sitting, ept_sitting_at_ms(sitting));
    char text[16];

    if (left == UINT64_MAX) {
        return NULL;
    }
    ept_timer_text(text, (int64_t)left);
    return ept_arena_printf(ept_draw_arena(d), "%s", text);
}

static int facts(const state *s, const app *a, ept_draw_list *d, ept_rect in)
{
    const ept_sitting *sitting = s->report.sitting;
    const ept_section_rule *rule = ept_sitting_section_rule(sitting);
    const char *left = time_left(s, d);
    size_t answered = 0, all = 0, count;
    int y = in.y;

    for (size_t i = 0; i < s->report.blueprint->section_count; i++) {
        ept_sitting_first(sitting, i, &count);
        if (s->report.row.only < 0 ||
            (int)s->report.blueprint->sections[i].section == s->report.row.only) {
            answered += ept_sitting_answered(sitting, i);
            all += count;
        }
    }
    y += ept_ui_fact(d, (ept_rect){in.x, y, in.w, 0}, app_msg(a, d, "go_on.stopped"),
                     app_when(a, d, s->report.row.last_utc_ms), true);
    if (rule) {
        y += ept_ui_fact(d, (ept_rect){in.x, y, in.w, 0}, app_msg(a, d, "go_on.section"),
                         app_msg(a, d, exam_section_key(rule->section)), true);
    }
    if (rule && left) {
        y += ept_ui_fact(d, (ept_rect){in.x, y, in.w, 0}, app_msg(a, d, "go_on.left"), left, true);
    }
    y += ept_ui_fact(d, (ept_rect){in.x, y, in.w, 0}, app_msg(a, d, "go_on.saved"),
                     ept_arena_printf(ept_draw_arena(d), "%zu / %zu", answered, all), false);
    return y - in.y;
}

static const char *hint(const state *s, const app *a, ept_draw_list *d)
{
    return app_msg(a, d, s->report.blueprint->leave_noted ? "go_on.noted" : "go_on.free");
}

/* Height of what draw_inside draws; facts of one line each. */
static int inside_h(const state *s, const app *a, ept_draw_list *d, int w)
{
    int fact = ept_draw_metrics(d)->type[EPT_TYPE_BODY].line_px + 14;

    return ept_draw_text_h(d, w, study_title(a, d, &s->report.row),
                           (ept_text_opts){.type = EPT_TYPE_H3}) +
           8 + 4 * fact + 12 +
           ept_draw_text_h(d, w, hint(s, a, d), (ept_text_opts){.type = EPT_TYPE_BODY});
}

static void draw_inside(const state *s, const app *a, ept_draw_list *d, ept_rect r)
{
    r.y += ept_draw_text(d, r, study_title(a, d, &s->report.row),
                         (ept_text_opts){.type = EPT_TYPE_H3}) +
           8;
    r.y += facts(s, a, d, r) + 12;
    ept_draw_text(d, r, hint(s, a, d),
                  (ept_text_opts){.type = EPT_TYPE_BODY, .colour = EPT_COLOUR_INK_2});
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const state *s = self;
    const ept_metrics *m = ept_draw_metrics(d);
    ept_rect row, card = {0, m->head.h, m->w, m->footer.y - m->head.h};
    ept_button go = {.id = "go_on.go",
                     .label = app_msg(a, d, "go_on.go"),
                     .kind = EPT_BUTTON_PRIMARY,
                     .size = EPT_BUTTON_FOOTER,
                     .key = "Enter",
                     .initial = true};
    ept_button shut = {.id = "go_on.close",
                       .label = app_msg(a, d, "go_on.close"),
                       .kind = EPT_BUTTON_DANGER,
                       .size = EPT_BUTTON_FOOTER};
    int w = ept_ui_scale(WIDTH, m->percent);

    ept_ui_page(d);
    ept_ui_head(d, "go_on.back", app_msg(a, d, "go_on.title"), NULL);
    row = ept_ui_footer(d, m->page_margin);
    ept_ui_buttons_right(d, row, (const ept_button[]){go, shut}, 2);
    w = w < m->w - 2 * m->page_margin ? w : m->w - 2 * m->page_margin;
    card = ept_rect_centre(card, w, inside_h(s, a, d, w - 2 * PAD) + 2 * PAD);
    ept_ui_card(d, card);
    draw_inside(s, a, d, ept_rect_inset(card, PAD, PAD));
}

const screen_ops screen_go_on = {
    .name = "go-on",
    .state_size = sizeof(state),
    .footer = true,
    .help = "go_on.help",
    .enter = enter,
    .leave = leave,
    .resume = resume,
    .action = action,
    .draw = draw,
};
