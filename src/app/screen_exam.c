/* SPDX-License-Identifier: MIT */
/* The exam: reading, listening and law are panels of this one screen. Arg 0: goes on with the
 * session that is there, else starts what set-up chose. Sections follow each other by themselves;
 * after the last one comes the report. */
#include "epstopik/str.h"
#include "exam_view.h"

/* Starts the clock of the section to come, or takes up the one that was left. */
static ept_status run(app *a)
{
    switch (ept_sitting_phase(ept_session_sitting(a->session))) {
    case EPT_PHASE_READY:
        return ept_session_begin(a->session, NULL);
    case EPT_PHASE_AWAY:
        return ept_session_return(a->session, NULL);
    case EPT_PHASE_RUNNING:
    case EPT_PHASE_ENDED:
        break;
    }
    return EPT_OK;
}

static ept_status start(app *a)
{
    ept_shortage shortage = {0};
    const ept_session_opts opts = {.exam = a->plan.exam,
                                   .number = a->plan.number,
                                   .only = a->plan.only,
                                   .learner = a->learner.id,
                                   .sector = a->plan.sector,
                                   .law_lang = a->plan.law_lang};

    if (!a->plan.ready) {
        return ept_fail(EPT_E_INVAL, "no exam was chosen");
    }
    return ept_session_start(&a->session, a->delivery, &opts, &shortage);
}

static ept_status enter(void *self, app *a, int64_t arg)
{
    exam_view *v = self;
    ept_status status = EPT_OK;

    (void)arg;
    if (!a->session) {
        status = start(a);
    }
    if (status == EPT_OK) {
        status = run(a);
    }
    if (status != EPT_OK) {
        app_session_end(a);
        return status;
    }
    exam_arrived(v, a, false);
    return EPT_OK;
}

static void leave(void *self, app *a)
{
    (void)self;
    app_session_end(a);
}

/* After what stood above, and after a section: on to the next one or to the report. */
static nav go_on(exam_view *v, app *a)
{
    const ept_sitting *sitting;
    ept_status status;

    if (!a->session) {
        return nav_home();
    }
    sitting = ept_session_sitting(a->session);
    if (ept_sitting_phase(sitting) == EPT_PHASE_ENDED) {
        return nav_replace(SCREEN_REPORT, ept_session_id(a->session));
    }
    if (ept_sitting_phase(sitting) == EPT_PHASE_READY && !v->clock && !v->ready) {
        v->ready = true;
        return nav_push(SCREEN_READY, READY_NEXT);
    }
    v->clock = v->ready = false;
    status = run(a);
    v->stuck = status != EPT_OK;
    if (status != EPT_OK) {
        app_say_error(a, status, "exam");
    } else if (ept_sitting_item(sitting) != v->item || ept_sitting_section(sitting) != v->section) {
        exam_arrived(v, a, false);
    }
    return nav_redraw();
}

static nav resume(void *self, app *a)
{
    return go_on(self, a);
}

static nav over(void *self, app *a)
{
    (void)a;
    ((exam_view *)self)->clock = true;
    return nav_push(SCREEN_TIME_OVER, 0);
}

static nav action(void *self, app *a, const ept_action *act)
{
    exam_view *v = self;

    if (act->kind == EPT_ACTION_ACTIVATE && ept_streq(act->id, "exam.again")) {
        return go_on(v, a);
    }
    if (act->kind == EPT_ACTION_ACTIVATE && ept_streq(act->id, "exam.home")) {
        return nav_home();
    }
    return exam_action(self, a, act);
}

static nav tick(void *self, app *a)
{
    return exam_tick(self, a);
}

static uint32_t wait_ms(const void *self, const app *a)
{
    return exam_wait_ms(self, a);
}

static bool first(const void *self, const app *a, const ept_input *in)
{
    return !((const exam_view *)self)->stuck && exam_first(self, a, in);
}

/* The next section could not be begun: nothing of it is lost, it can be tried again. */
static void draw_stuck(const app *a, ept_draw_list *d)
{
    ept_ui_modal(
        d, &(ept_modal){.title = app_msg(a, d, "exam.stuck-title"),
                        .text = app_msg(a, d, "exam.stuck-text"),
                        .safe = {.id = "exam.again", .label = app_msg(a, d, "exam.stuck-again")},
                        .act = {.id = "exam.home", .label = app_msg(a, d, "exam.stuck-home")}});
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const exam_view *v = self;

    exam_frame(v, a, d);
    if (v->stuck) {
        draw_stuck(a, d);
    }
}

const screen_ops screen_exam = {
    .name = "exam",
    .state_size = sizeof(exam_view),
    .exam_bar = true,
    .volume_keys = true,
    .footer = true,
    .keys = exam_keys,
    .help = "exam.help",
    .enter = enter,
    .leave = leave,
    .resume = resume,
    .key = exam_key,
    .first = first,
    .action = action,
    .tick = tick,
    .wait_ms = wait_ms,
    .over = over,
    .draw = draw,
};
