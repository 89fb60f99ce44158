/* SPDX-License-Identifier: MIT */
/* The stack of screens: which one is on top, what happens on the way from one to another. Nothing
 * changes when the screen to go to cannot be entered. */
#include <stdio.h>

#include "loop.h"

#define X(name, stem) [SCREEN_##name] = &screen_##stem,
static const screen_ops *const all_ops[SCREEN_COUNT] = {APP_SCREEN_LIST(X)};
#undef X

const screen_ops *app_ops(app_screen screen)
{
    return all_ops[screen];
}

ept_status app_stack_new(app *a)
{
    a->stack = ept_calloc(1, sizeof *a->stack);
    if (!a->stack)
        return ept_fail(EPT_E_NOMEM, "app: no memory");
    a->stack->dirty = true;
    return EPT_OK;
}

app_frame *app_top_frame(const app *a)
{
    return a->stack && a->stack->depth ? &a->stack->frames[a->stack->depth - 1] : NULL;
}

const screen_ops *app_top(const app *a)
{
    const app_frame *top = app_top_frame(a);

    return top ? top->ops : NULL;
}

void *app_top_state(const app *a)
{
    const app_frame *top = app_top_frame(a);

    return top ? top->self : NULL;
}

bool app_visible_bar(const app *a)
{
    for (size_t i = a->stack->depth; i-- > 0;) {
        const screen_ops *ops = a->stack->frames[i].ops;

        if (ops->exam_bar)
            return true;
        if (!ops->overlay)
            return false;
    }
    return false;
}

/* Enters a screen as a frame that is not on the stack yet. */
static ept_status enter(app *a, app_frame *out, app_screen screen, int64_t arg)
{
    const screen_ops *ops = all_ops[screen];
    ept_status status = EPT_OK;

    *out = (app_frame){.screen = screen, .ops = ops};
    out->self = ept_calloc(1, ops->state_size ? ops->state_size : 1);
    if (!out->self)
        return ept_fail(EPT_E_NOMEM, "%s: no memory", ops->name);
    if (ops->enter)
        status = ops->enter(out->self, a, arg);
    if (status)
        ept_free(out->self);
    return status;
}

static void leave(app *a, app_frame *frame)
{
    if (frame->ops->leave)
        frame->ops->leave(frame->self, a);
    ept_free(frame->self);
    *frame = (app_frame){0};
}

static void focus_on(app *a, const char *id)
{
    if (a->ui)
        ept_focus_set(ept_ui_focus(a->ui), id && *id ? id : NULL);
}

static void keep_focus(app *a, app_frame *frame)
{
    if (a->ui)
        snprintf(frame->focus, sizeof frame->focus, "%s", ept_focus_id(ept_ui_focus(a->ui)));
}

void app_unwind(app *a, size_t index)
{
    struct app_stack *s = a->stack;

    if (s->depth <= index + 1)
        return;
    while (s->depth > index + 1)
        leave(a, &s->frames[--s->depth]);
    focus_on(a, s->frames[index].focus);
}

void app_stack_free(app *a)
{
    struct app_stack *s = a->stack;

    if (!s)
        return;
    while (s->depth > 0)
        leave(a, &s->frames[--s->depth]);
    ept_arena_free(s->clip_arena);
    ept_arena_free(s->clip_list);
    ept_free(s);
    a->stack = NULL;
}

static void push(app *a, app_screen screen, int64_t arg)
{
    struct app_stack *s = a->stack;
    app_frame next;
    ept_status status;

    if (s->depth == APP_DEPTH_MAX)
        status = ept_fail(EPT_E_REFUSED, "%s: too many screens", all_ops[screen]->name);
    else
        status = enter(a, &next, screen, arg);
    if (status) {
        app_say_error(a, status, "app");
        return;
    }
    if (s->depth > 0)
        keep_focus(a, &s->frames[s->depth - 1]);
    s->frames[s->depth++] = next;
    focus_on(a, NULL);
}

/* The new screen takes the place of the frames from `index` on. */
static void replace(app *a, size_t index, app_screen screen, int64_t arg)
{
    struct app_stack *s = a->stack;
    app_frame next;
    ept_status status = enter(a, &next, screen, arg);

    if (status) {
        app_say_error(a, status, "app");
        return;
    }
    while (s->depth > index)
        leave(a, &s->frames[--s->depth]);
    s->frames[s->depth++] = next;
    focus_on(a, NULL);
}

static void pop(app *a)
{
    struct app_stack *s = a->stack;
    app_frame *top;
    nav next = nav_stay();

    if (s->depth < 2)
        return;
    leave(a, &s->frames[--s->depth]);
    top = app_top_frame(a);
    focus_on(a, top->focus);
    if (top->ops->resume)
        next = top->ops->resume(top->self, a);
    if (next.kind != NAV_STAY)
        app_go(a, next);
}

void app_go(app *a, nav to)
{
    struct app_stack *s = a->stack;

    s->dirty = s->dirty || to.kind != NAV_STAY;
    switch (to.kind) {
    case NAV_STAY:
    case NAV_REDRAW:
        break;
    case NAV_PUSH:
        push(a, to.to, to.arg);
        break;
    case NAV_REPLACE:
        replace(a, s->depth > 0 ? s->depth - 1 : 0, to.to, to.arg);
        break;
    case NAV_POP:
        pop(a);
        break;
    case NAV_HOME:
        replace(a, 0, a->signed_in ? SCREEN_HOME : SCREEN_PROFILES, 0);
        break;
    case NAV_PROFILES:
        replace(a, 0, SCREEN_PROFILES, 0);
        break;
    case NAV_QUIT:
        s->quit = true;
        break;
    }
}
