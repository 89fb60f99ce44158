/* SPDX-License-Identifier: MIT */
/* The warm-up of a section: the exam's own screen on items that are never scored, with a short
 * clock, before the sitting begins. Arg: the ept_section. It can be skipped; after its end the
 * learner starts the next part. */
#include "epstopik/str.h"
#include "exam_view.h"

typedef struct state {
    exam_view view; /* first: the exam's functions see only this */
    ept_section section;
    bool left; /* its session is gone; the one that is there now is another's */
} state;

/* The section whose warm-up comes after this one; false when there is none. */
static bool next_section(const state *s, const app *a, ept_section *out)
{
    const ept_blueprint *bp = NULL;
    bool found = false;

    if (a->plan.only >= 0 || ept_delivery_exam(&bp, a->delivery, a->plan.exam) != EPT_OK) {
        return false;
    }
    for (size_t i = 0; i < bp->section_count; i++) {
        if (found && bp->sections[i].warm_up_ms > 0) {
            *out = bp->sections[i].section;
            return true;
        }
        found = found || bp->sections[i].section == s->section;
    }
    return false;
}

static ept_status enter(void *self, app *a, int64_t arg)
{
    state *s = self;
    ept_status status;

    s->section = (ept_section)arg;
    s->view.warm_up = true;
    app_session_end(a);
    status =
        ept_session_warm_up(&a->session, a->delivery, a->plan.exam, s->section, a->plan.sector);
    if (status == EPT_E_NOT_FOUND) {
        s->view.skip = true;
        return EPT_OK;
    }
    if (status == EPT_OK) {
        status = ept_session_begin(a->session, NULL);
    }
    if (status != EPT_OK) {
        app_session_end(a);
        return status;
    }
    exam_arrived(&s->view, a, false);
    return EPT_OK;
}

static void leave(void *self, app *a)
{
    const state *s = self;

    if (!s->left) {
        app_session_end(a);
    }
}

/* The next screen is entered before this one is left, so the session goes first. */
static nav onwards(state *s, app *a, nav to)
{
    app_session_end(a);
    s->left = true;
    s->view.done = true;
    return to;
}

static nav to_exam(state *s, app *a)
{
    return onwards(s, a, nav_replace(SCREEN_EXAM, 0));
}

/* Past the warm-up, to the step before the exam's clock. */
static nav to_ready(state *s, app *a)
{
    return onwards(s, a, nav_replace(SCREEN_READY, 0));
}

static nav go_on(state *s, app *a)
{
    ept_section next;

    return next_section(s, a, &next) ? onwards(s, a, nav_replace(SCREEN_WARM_UP, (int64_t)next))
                                     : to_exam(s, a);
}

static nav over(void *self, app *a)
{
    state *s = self;

    (void)a;
    s->view.done = true;
    return nav_redraw();
}

static nav resume(void *self, app *a)
{
    (void)self;
    (void)a;
    return nav_redraw();
}

static nav action(void *self, app *a, const ept_action *act)
{
    state *s = self;

    if (act->kind == EPT_ACTION_ACTIVATE) {
        if (ept_streq(act->id, "warm_up.skip") || ept_streq(act->id, "warm_up.exam")) {
            return to_ready(s, a);
        }
        if (ept_streq(act->id, "warm_up.go")) {
            return go_on(s, a);
        }
        if (ept_streq(act->id, "warm_up.home")) {
            return nav_home();
        }
    }
    return s->view.done ? nav_stay() : exam_action(&s->view, a, act);
}

static bool first(const void *self, const app *a, const ept_input *in)
{
    const state *s = self;

    return !s->view.done && exam_first(&s->view, a, in);
}

static uint32_t wait_ms(const void *self, const app *a)
{
    const state *s = self;

    return s->view.skip ? 0 : exam_wait_ms(&s->view, a);
}

static nav tick(void *self, app *a)
{
    state *s = self;

    return s->view.skip ? to_ready(s, a) : exam_tick(&s->view, a);
}

static const char *done_key(const state *s, bool more)
{
    if (!more)
        return "warm_up.done-title";
    return s->section == EPT_SECTION_LISTENING ? "warm_up.done-title-listening"
                                               : "warm_up.done-title-reading";
}

static void draw_done(const state *s, const app *a, ept_draw_list *d)
{
    ept_section next;
    bool more = next_section(s, a, &next);
    ept_button go = {.id = "warm_up.go",
                     .kind = EPT_BUTTON_PRIMARY,
                     .label = app_msg(a, d, more ? "warm_up.go-listening" : "warm_up.go-exam")};
    ept_button exam = {.id = "warm_up.exam", .label = app_msg(a, d, "warm_up.skip")};
    ept_button home = {.id = "warm_up.home", .label = app_msg(a, d, "leave.go")};

    ept_ui_modal(d, &(ept_modal){.title = app_msg(a, d, done_key(s, more)),
                                 .text = app_msg(
                                     a, d, more ? "warm_up.done-listening" : "warm_up.done-exam"),
                                 .safe = go,
                                 .act = more ? exam : home});
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const state *s = self;

    exam_frame(&s->view, a, d);
    if (s->view.done) {
        draw_done(s, a, d);
    }
}

const screen_ops screen_warm_up = {
    .name = "warm-up",
    .state_size = sizeof(state),
    .exam_bar = true,
    .volume_keys = true,
    .footer = true,
    .keys = exam_keys,
    .help = "warm_up.help",
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
