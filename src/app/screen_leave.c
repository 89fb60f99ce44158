/* SPDX-License-Identifier: MIT */
/* Leaving an exam: what it means, "Keep working" first. Arg 1: the program is closed after it. When
 * the disk refuses the note of it, that is said, and the second try leaves all the same: the
 * answers are safe. */
#include "epstopik/str.h"
#include "exam_view.h"

typedef struct state {
    bool quit, failed;
} state;

static ept_status enter(void *self, app *a, int64_t arg)
{
    state *s = self;

    (void)a;
    s->quit = arg == 1;
    return EPT_OK;
}

static nav leave_exam(state *s, app *a)
{
    ept_status status = EPT_OK;

    if (a->session && ept_sitting_phase(ept_session_sitting(a->session)) == EPT_PHASE_RUNNING) {
        status = ept_session_leave(a->session, NULL);
    }
    if (status != EPT_OK && !s->failed) {
        s->failed = true;
        app_say_error(a, status, "leave");
        return nav_redraw();
    }
    return s->quit ? (nav){NAV_QUIT, SCREEN_HOME, 0} : nav_home();
}

static nav action(void *self, app *a, const ept_action *act)
{
    if (act->kind != EPT_ACTION_ACTIVATE) {
        return nav_stay();
    }
    if (ept_streq(act->id, "leave.stay")) {
        return nav_pop();
    }
    return ept_streq(act->id, "leave.go") ? leave_exam(self, a) : nav_stay();
}

static const char *text_key(const app *a)
{
    if (!a->session || ept_session_id(a->session) == 0) {
        return "leave.warm-up";
    }
    return ept_session_blueprint(a->session)->leave_noted ? "leave.noted" : "leave.free";
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const state *s = self;

    ept_ui_modal(
        d, &(ept_modal){
               .title = app_msg(a, d, s->quit ? "leave.title-quit" : "leave.title"),
               .strong = s->failed ? app_msg(a, d, "leave.failed") : NULL,
               .text = app_msg(a, d, text_key(a)),
               .safe = {.id = "leave.stay", .label = app_msg(a, d, "leave.stay"), .key = "Esc"},
               .act = {.id = "leave.go",
                       .kind = EPT_BUTTON_DANGER,
                       .label = app_msg(a, d, s->quit ? "leave.quit" : "leave.go")}});
}

const screen_ops screen_leave = {
    .name = "leave",
    .state_size = sizeof(state),
    .overlay = true,
    .enter = enter,
    .action = action,
    .draw = draw,
};
