/* SPDX-License-Identifier: MIT */
/* Handing a section in: how many questions have no answer, what cannot be undone, what comes next.
 * The exam below notices by itself that its section is over. */
#include "epstopik/str.h"
#include "exam_view.h"

enum { BLANKS_MAX = 12 };

static nav action(void *self, app *a, const ept_action *act)
{
    ept_status status;

    (void)self;
    if (act->kind != EPT_ACTION_ACTIVATE) {
        return nav_stay();
    }
    if (ept_streq(act->id, "submit.stay")) {
        return nav_pop();
    }
    if (!ept_streq(act->id, "submit.go") || !a->session) {
        return nav_stay();
    }
    status = ept_session_submit(a->session, NULL);
    if (status != EPT_OK) {
        app_say_error(a, status, "submit");
        return nav_redraw();
    }
    return nav_pop();
}

static const char *title_key(const exam_now *n)
{
    switch (n->rule->section) {
    case EPT_SECTION_READING:
        return n->bp->item_feedback ? "submit.title-practice" : "submit.title-reading";
    case EPT_SECTION_LISTENING:
        return n->bp->item_feedback ? "submit.title-practice" : "submit.title-listening";
    case EPT_SECTION_LAW:
        break;
    }
    return "submit.title-law";
}

static const char *what_follows(const exam_now *n, ept_draw_list *d)
{
    int only = ept_session_row(n->a->session)->only;
    bool more = only < 0 && n->section + 1 < n->bp->section_count;

    if (more) {
        return APP_MSG1(n->a, d, "submit.listening-follows",
                        ept_arg_number(n->bp->sections[n->section + 1].limit_ms / 60000.0));
    }
    return app_msg(n->a, d, "submit.report-follows");
}

static const char *blanks(const exam_now *n, ept_draw_list *d)
{
    size_t answered = ept_sitting_answered(n->sitting, n->section);

    if (answered == n->count) {
        return NULL;
    }
    return APP_MSG2(n->a, d, "submit.blanks", ept_arg_number((double)(n->count - answered)),
                    ept_arg_text(exam_blanks(n, ept_draw_arena(d), BLANKS_MAX)));
}

/* What has no answer, what is flagged: each on its line; NULL when there is nothing. */
static const char *open_ends(const exam_now *n, ept_draw_list *d)
{
    const char *missing = blanks(n, d);
    size_t count = n->bp->flag ? ept_sitting_flagged(n->sitting, n->section) : 0;
    const char *flagged = count
                              ? APP_MSG2(n->a, d, "submit.flagged", ept_arg_number((double)count),
                                         ept_arg_text(exam_flags(n, ept_draw_arena(d), BLANKS_MAX)))
                              : NULL;

    if (missing && flagged) {
        return ept_arena_printf(ept_draw_arena(d), "%s\n%s", missing, flagged);
    }
    return missing ? missing : flagged;
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const exam_view view = {0};
    exam_now n;

    (void)self;
    if (!exam_now_of(&n, a, &view)) {
        ept_ui_page(d);
        return;
    }
    ept_ui_modal(
        d, &(ept_modal){
               .title = app_msg(a, d, title_key(&n)),
               .strong = open_ends(&n, d),
               .text = what_follows(&n, d),
               .safe = {.id = "submit.stay", .label = app_msg(a, d, "leave.stay"), .key = "Esc"},
               .act = {.id = "submit.go",
                       .label = app_msg(a, d, "word.submit"),
                       .kind = EPT_BUTTON_PRIMARY,
                       .no_enter = true}});
}

const screen_ops screen_submit = {
    .name = "submit",
    .overlay = true,
    .action = action,
    .draw = draw,
};
