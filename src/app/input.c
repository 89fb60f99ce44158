/* SPDX-License-Identifier: MIT */
/* Who gets an input: first the keys that mean the same everywhere, then a field that takes text,
 * then the screen where it asked for the key, then the focus, at last the screen again. */
#include <string.h>

#include "loop.h"

enum { VOLUME_STEP = 5 };

static bool plain(const ept_input *in)
{
    return (in->mods & (EPT_MOD_CTRL | EPT_MOD_ALT)) == 0;
}

/* The window is to be closed: an exam asks first. */
static void close_wanted(app *a)
{
    if (!app_visible_bar(a))
        app_go(a, (nav){.kind = NAV_QUIT});
    else if (app_top_frame(a)->screen != SCREEN_LEAVE)
        app_go(a, nav_push(SCREEN_LEAVE, 1));
}

static bool ctrl_key(app *a, ept_key key)
{
    if (key == EPT_KEY_PLUS)
        app_text_size(a, 1);
    else if (key == EPT_KEY_MINUS)
        app_text_size(a, -1);
    else if (key == EPT_KEY_DIGIT_0)
        app_text_size(a, 0);
    else if (key == EPT_KEY_Q)
        close_wanted(a);
    else
        return false;
    return true;
}

static bool key_of_loop(app *a, const ept_input *in)
{
    const screen_ops *top = app_top(a);

    if (in->mods == EPT_MOD_CTRL || in->mods == (EPT_MOD_CTRL | EPT_MOD_SHIFT))
        return ctrl_key(a, in->key);
    if (!plain(in))
        return false;
    if (in->key == EPT_KEY_F11 && !in->repeat) {
        ept_ui_set_full_screen(a->ui, !ept_ui_full_screen(a->ui));
        a->stack->dirty = true;
        return true;
    }
    if (in->key == EPT_KEY_F1) {
        if ((top->overlay && !top->help) || top == &screen_fault)
            return false;
        app_go(a, nav_push(SCREEN_HELP, 0));
        return true;
    }
    if (top->volume_keys && (in->key == EPT_KEY_PAGE_UP || in->key == EPT_KEY_PAGE_DOWN)) {
        app_volume(a, in->key == EPT_KEY_PAGE_UP ? VOLUME_STEP : -VOLUME_STEP);
        return true;
    }
    return false;
}

/* Keys that change what is typed; all other letters of a field arrive as text. */
static bool edits(const ept_input *in)
{
    if (!plain(in))
        return in->key == EPT_KEY_A;
    return in->key == EPT_KEY_BACKSPACE || in->key == EPT_KEY_DELETE || in->key == EPT_KEY_LEFT ||
           in->key == EPT_KEY_RIGHT || in->key == EPT_KEY_HOME || in->key == EPT_KEY_END;
}

/* Keys that still mean something else while a field takes text. */
static bool leaves_field(const ept_input *in)
{
    return in->key == EPT_KEY_ENTER || in->key == EPT_KEY_ESC || in->key == EPT_KEY_TAB ||
           in->key == EPT_KEY_UP || in->key == EPT_KEY_DOWN || in->key == EPT_KEY_PAGE_UP ||
           in->key == EPT_KEY_PAGE_DOWN || in->key >= EPT_KEY_F1;
}

static void to_screen(app *a, const ept_input *in)
{
    const screen_ops *top = app_top(a);
    nav to = top->key ? top->key(app_top_state(a), a, in) : nav_stay();

    if (to.kind == NAV_STAY && app_pane_key(a, in))
        to = nav_redraw();
    app_go(a, to);
}

static void act_on(app *a, const ept_action *act)
{
    const screen_ops *top = app_top(a);

    if (act->kind == EPT_ACTION_ACTIVATE && ept_streq(act->id, "toast.close")) {
        a->toast.until_ms = 0;
        a->stack->dirty = true;
    } else if (!app_pane_action(a, act) && top->action) {
        app_go(a, top->action(app_top_state(a), a, act));
    }
}

/* What focus makes of it; what it has no use for is the screen's. */
static void through_focus(app *a, const ept_input *in)
{
    ept_action act = ept_focus_input(ept_ui_focus(a->ui), ept_ui_shown(a->ui), in);
    bool key = in->kind == EPT_INPUT_KEY;

    switch (act.kind) {
    case EPT_ACTION_NONE:
        if (key)
            to_screen(a, in);
        break;
    case EPT_ACTION_LOOK:
        a->stack->dirty = true;
        if (key && act.id[0])
            app_pane_follow(a);
        else if (key)
            to_screen(a, in);
        break;
    case EPT_ACTION_ACTIVATE:
    case EPT_ACTION_ADJUST:
    case EPT_ACTION_SCROLL:
    case EPT_ACTION_SECOND:
        a->stack->dirty = true;
        act_on(a, &act);
        break;
    }
}

static void on_key(app *a, const ept_input *in)
{
    const screen_ops *top = app_top(a);
    bool text = ept_focus_in_text(ept_ui_focus(a->ui), ept_ui_shown(a->ui));

    if (key_of_loop(a, in))
        return;
    if (text && !leaves_field(in)) {
        if (edits(in))
            to_screen(a, in);
        return;
    }
    if (top->first && top->first(app_top_state(a), a, in))
        to_screen(a, in);
    else
        through_focus(a, in);
}

void app_input(app *a, const ept_input *in)
{
    switch (in->kind) {
    case EPT_INPUT_NONE:
    case EPT_INPUT_HIDE:
        break;
    case EPT_INPUT_KEY:
        on_key(a, in);
        break;
    case EPT_INPUT_TEXT:
    case EPT_INPUT_COMPOSE:
        if (ept_focus_in_text(ept_ui_focus(a->ui), ept_ui_shown(a->ui)))
            to_screen(a, in);
        break;
    case EPT_INPUT_MOVE:
    case EPT_INPUT_DOWN:
    case EPT_INPUT_UP:
    case EPT_INPUT_SECOND:
    case EPT_INPUT_WHEEL:
        through_focus(a, in);
        break;
    case EPT_INPUT_RESIZE:
        a->stack->follow = true;
        a->stack->dirty = true;
        break;
    case EPT_INPUT_EXPOSE:
    case EPT_INPUT_SHOW:
        a->stack->dirty = true;
        break;
    case EPT_INPUT_DEVICE_REMOVED:
        if (a->player)
            ept_player_device_removed(a->player);
        break;
    case EPT_INPUT_DEVICE_ADDED:
        if (a->session && ept_session_sound_lost(a->session) && app_sound_retry(a))
            a->stack->dirty = true; /* still none: the strip goes on saying so */
        break;
    case EPT_INPUT_QUIT:
        close_wanted(a);
        break;
    }
}
