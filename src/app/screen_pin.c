/* SPDX-License-Identifier: MIT */
/* The PIN of a profile, over the list of profiles. It keeps out a neighbour, not an administrator,
 * and the dialog says who can help when it is forgotten. */
#include <stdio.h>
#include <string.h>

#include "app.h"

enum { PANEL_W = 480, PAD = 24, GAP = 16, PIN_MAX = 8, NAME_MAX = 192 };

typedef struct pin_state {
    int64_t learner;
    char name[NAME_MAX];
    ept_edit pin;
    bool wrong;
} pin_state;

static ept_status enter(void *self, app *a, int64_t arg)
{
    pin_state *s = self;
    ept_arena *arena;
    ept_learner who;
    ept_status status = ept_arena_new(&arena);

    if (status)
        return status;
    status = ept_learner_get(&who, arena, a->journal, arg);
    if (!status) {
        s->learner = arg;
        s->pin.digits_only = true;
        s->pin.max_graphemes = PIN_MAX;
        snprintf(s->name, sizeof s->name, "%s", who.name ? who.name : "");
    }
    ept_arena_free(arena);
    return status;
}

static void leave(void *self, app *a)
{
    pin_state *s = self;

    (void)a;
    memset(&s->pin, 0, sizeof s->pin);
}

static nav open_profile(pin_state *s, app *a)
{
    bool right = false;
    ept_status status = ept_learner_pin_check(&right, a->journal, s->learner, s->pin.text);

    if (!status && right)
        status = app_sign_in(a, s->learner);
    if (status) {
        app_say_error(a, status, "app");
        return nav_redraw();
    }
    if (right)
        return nav_home();
    s->wrong = true;
    ept_edit_set(&s->pin, "");
    ept_focus_set(ept_ui_focus(a->ui), "pin.pin");
    return nav_redraw();
}

static nav action(void *self, app *a, const ept_action *act)
{
    if (act->kind == EPT_ACTION_ACTIVATE && ept_streq(act->id, "pin.cancel"))
        return nav_pop();
    if (act->kind == EPT_ACTION_ACTIVATE && ept_streq(act->id, "pin.open"))
        return open_profile(self, a);
    return nav_stay();
}

static nav key(void *self, app *a, const ept_input *in)
{
    pin_state *s = self;

    if (!app_field(a, &s->pin, "pin.pin", in))
        return nav_stay();
    s->wrong = false;
    return nav_redraw();
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const pin_state *s = self;
    const ept_metrics *m = ept_draw_metrics(d);
    int w = ept_ui_scale(PANEL_W, m->percent), inner;
    ept_text_opts title = {.type = EPT_TYPE_QUESTION},
                  hint = {.type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_INK_3};
    const char *head = APP_MSG1(a, d, "pin.title", ept_arg_text(s->name));
    const char *help = app_msg(a, d, "pin.forgotten"), *wrong = app_msg(a, d, "pin.wrong");
    ept_button buttons[] = {
        {.id = "pin.open",
         .label = app_msg(a, d, "pin.open"),
         .key = "Enter",
         .kind = EPT_BUTTON_PRIMARY},
        {.id = "pin.cancel", .label = app_msg(a, d, "app.cancel"), .key = "Esc", .cancel = true}};
    ept_field field = {.id = "pin.pin", .edit = &s->pin, .secret = true, .initial = true};
    ept_rect r;

    w = w < m->w - 32 ? w : m->w - 32;
    inner = w - 2 * PAD;
    r = ept_ui_modal_panel(d, w,
                           2 * PAD + ept_draw_text_h(d, inner, head, title) + GAP + m->row_h +
                               ept_draw_text_h(d, inner, wrong, hint) + 4 + 12 +
                               ept_draw_text_h(d, inner, help, hint) + 24 + m->button_h);
    r = ept_rect_inset(r, PAD, PAD);
    r.y += ept_draw_text(d, r, head, title) + GAP;
    field.note = s->wrong ? wrong : NULL;
    field.bad = s->wrong;
    ept_ui_field(d, (ept_rect){r.x, r.y, r.w, 0}, &field);
    r.y += m->row_h + 4 + ept_draw_text_h(d, inner, wrong, hint) + 12;
    r.y += ept_draw_text(d, r, help, hint) + 24;
    ept_ui_buttons_right(d, (ept_rect){r.x, r.y, r.w, m->button_h}, buttons, 2);
}

const screen_ops screen_pin = {.name = "pin",
                               .state_size = sizeof(pin_state),
                               .overlay = true,
                               .help = "pin.help",
                               .enter = enter,
                               .leave = leave,
                               .action = action,
                               .key = key,
                               .draw = draw};
