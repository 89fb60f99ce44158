/* SPDX-License-Identifier: MIT */
/* The question before something that cannot be undone (app_ask): the safe answer holds the focus.
 */
#include "app.h"

static const char *with_name(const app *a, ept_draw_list *d, const char *key)
{
    ept_arg name = ept_arg_text(a->asked.name ? a->asked.name : "");

    return key ? app_msgf(a, d, key, &name, 1) : NULL;
}

static nav action(void *self, app *a, const ept_action *act)
{
    (void)self;
    if (act->kind != EPT_ACTION_ACTIVATE)
        return nav_stay();
    a->answer.yes = ept_streq(act->id, "confirm.yes");
    return nav_pop();
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const app_question *q = &a->asked;
    ept_modal modal = {
        .title = with_name(a, d, q->title),
        .strong = with_name(a, d, q->strong),
        .text = with_name(a, d, q->text),
        .safe = {.id = "confirm.no", .label = app_msg(a, d, q->no), .key = "Esc"},
        .act = {.id = "confirm.yes", .label = app_msg(a, d, q->yes), .kind = EPT_BUTTON_DANGER}};

    (void)self;
    ept_ui_modal(d, &modal);
}

const screen_ops screen_confirm = {
    .name = "confirm", .state_size = 1, .overlay = true, .action = action, .draw = draw};
