/* SPDX-License-Identifier: MIT */
/* The one loop: wait for an input or for what is due next, do it, draw what is dirty. Time is asked
 * of a->clock alone, so that a script lives through the same steps. */
#include "loop.h"

#include <SDL.h>
#include <string.h>

#include "epstopik/log.h"

enum { AUDIO_STEP_MS = 250, SECOND_MS = 1000, RETRY_MS = 1000, PASSES_MAX = 3, MARK_H = 24 };

static uint64_t now_of(const app *a)
{
    return a->clock.now_ms(a->clock.ctx);
}

static bool clock_runs(const app *a)
{
    return a->session && ept_sitting_phase(ept_session_sitting(a->session)) == EPT_PHASE_RUNNING &&
           ept_session_left_ms(a->session) != UINT64_MAX;
}

/* --- what is due --- */

static void section_over(app *a)
{
    struct app_stack *s = a->stack;

    for (size_t i = s->depth; i-- > 0;) {
        app_frame *frame = &s->frames[i];

        if (!frame->ops->over)
            continue;
        app_unwind(a, i);
        app_go(a, frame->ops->over(frame->self, a));
        return;
    }
}

static void session_turn(app *a)
{
    const ept_sitting *sitting = ept_session_sitting(a->session);
    size_t section = ept_sitting_section(sitting);
    bool ran = ept_sitting_phase(sitting) == EPT_PHASE_RUNNING, changed = false;
    ept_status status = app_sound_follow(a, &changed);

    if (!status)
        status = ept_session_poll(a->session, &changed);
    if (status) {
        /* Said once; tried again each second, for the disk may have room by then. */
        if (a->stack->retry_ms == 0)
            app_say_error(a, status, "app");
        a->stack->retry_ms = now_of(a) + RETRY_MS;
        return;
    }
    if (a->stack->retry_ms != 0) {
        a->stack->retry_ms = 0;
        app_unsay_error(a);
        changed = true;
    }
    a->stack->dirty = a->stack->dirty || changed;
    if (ran && (ept_sitting_section(sitting) != section ||
                ept_sitting_phase(sitting) != EPT_PHASE_RUNNING))
        section_over(a);
}

static void sound_turn(app *a)
{
    bool changed = false;
    ept_status status = app_sound_follow(a, &changed);

    if (status)
        app_say_error(a, status, "app");
    a->stack->dirty = a->stack->dirty || changed;
}

static void tick_turn(app *a)
{
    app_frame *top = app_top_frame(a);

    if (top->ops->tick && top->ops->wait_ms && top->ops->wait_ms(top->self, a) == 0)
        app_go(a, top->ops->tick(top->self, a));
}

/* The seconds and the strip as they would be drawn now, as one number. */
static uint64_t look_of_time(const app *a)
{
    uint64_t look = 0;

    if (clock_runs(a) && app_visible_bar(a))
        look = (ept_session_left_ms(a->session) + SECOND_MS - 1) / SECOND_MS;
    if (a->player) {
        ept_player_now now = ept_player_status(a->player);

        if (now.active)
            look = look * 1000003 + now.elapsed_ms / AUDIO_STEP_MS + 1;
    }
    return look;
}

/* While the clock of an exam is to be seen the screen stays lit; in full screen the keyboard stays
 * here. */
static void keep_still(app *a)
{
    bool exam = a->session && app_visible_bar(a);
    SDL_Window *window = SDL_GetKeyboardFocus();

    if (a->script_mode)
        return;
    if (exam != a->stack->still) {
        if (exam)
            SDL_DisableScreenSaver();
        else
            SDL_EnableScreenSaver();
        a->stack->still = exam;
    }
    if (window)
        SDL_SetWindowKeyboardGrab(window, exam && ept_ui_full_screen(a->ui) ? SDL_TRUE : SDL_FALSE);
}

void app_turn(app *a)
{
    struct app_stack *s = a->stack;
    uint64_t look;

    if (a->session && (s->retry_ms == 0 || now_of(a) >= s->retry_ms))
        session_turn(a);
    else if (!a->session && a->player)
        sound_turn(a);
    tick_turn(a);
    if (a->toast.until_ms != 0 && now_of(a) >= a->toast.until_ms) {
        a->toast.until_ms = 0;
        s->dirty = true;
    }
    look = look_of_time(a);
    s->dirty = s->dirty || look != s->look;
    s->look = look;
    keep_still(a);
}

static void sooner(uint32_t *wait, uint64_t ms)
{
    if (ms < *wait)
        *wait = (uint32_t)ms;
}

/* The session wants something else to sound than what the player has got. */
static bool sound_due(const app *a)
{
    const ept_playlist *want = ept_session_playlist(a->session);

    return (want ? want->serial : 0) != a->stack->serial;
}

static void session_wait(const app *a, uint32_t *wait)
{
    uint64_t now = now_of(a), left;

    if (a->stack->retry_ms != 0) {
        sooner(wait, a->stack->retry_ms > now ? a->stack->retry_ms - now : 0);
        return;
    }
    sooner(wait, sound_due(a) ? 0 : ept_session_wait_ms(a->session));
    if (!clock_runs(a) || !app_visible_bar(a))
        return;
    left = ept_session_left_ms(a->session) % SECOND_MS;
    sooner(wait, left ? left : SECOND_MS);
}

uint32_t app_wait_ms(const app *a)
{
    const app_frame *top = app_top_frame(a);
    uint64_t now = now_of(a);
    uint32_t wait = UINT32_MAX;

    if (a->session)
        session_wait(a, &wait);
    if (a->player && ept_player_status(a->player).active) {
        sooner(&wait, ept_player_wait_ms(a->player));
        sooner(&wait, AUDIO_STEP_MS);
    }
    if (top->ops->wait_ms)
        sooner(&wait, top->ops->wait_ms(top->self, a));
    if (a->toast.until_ms != 0 && a->toast.until_ms != UINT64_MAX)
        sooner(&wait, a->toast.until_ms > now ? a->toast.until_ms - now : 0);
    return wait;
}

/* --- drawing --- */

static const char *tone_icon(ept_tone tone)
{
    switch (tone) {
    case EPT_TONE_GOOD:
        return "check";
    case EPT_TONE_WARN:
    case EPT_TONE_BAD:
        return "warn";
    case EPT_TONE_NEUTRAL:
    case EPT_TONE_ACCENT:
    case EPT_TONE_LISTEN:
        break;
    }
    return "note";
}

static void draw_toast(const app *a, ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);
    const screen_ops *top = app_top(a);
    int x = top->rail ? m->content.x + m->page_margin : m->page_margin;
    bool stays = a->toast.until_ms == UINT64_MAX;

    if (a->toast.until_ms != 0)
        ept_ui_toast(d, x, top->footer ? m->footer.y : m->h, a->toast.tone,
                     tone_icon(a->toast.tone), a->toast.text,
                     stays ? app_msg(a, d, "app.dismiss") : NULL);
}

/* A clock that runs faster is no exam: it says so, where the exam's bar does not. */
static void draw_clock_mark(const app *a, ept_draw_list *d)
{
    const char *word =
        ept_arena_printf(ept_draw_arena(d), "\u00d7%" PRIu32, a->options.clock_factor);
    ept_chip chip = {.label = word, .icon = "clock", .tone = EPT_TONE_WARN, .bold = true};
    int w;

    if (a->options.clock_factor <= 1 || !word || app_visible_bar(a))
        return;
    w = ept_ui_chip_w(d, &chip);
    ept_ui_chip(d, (ept_rect){(ept_draw_metrics(d)->w - w) / 2, 2, w, MARK_H}, &chip);
}

static void draw_frames(app *a, ept_draw_list *d)
{
    struct app_stack *s = a->stack;
    size_t first = s->depth - 1;

    while (first > 0 && s->frames[first].ops->overlay)
        first--;
    for (s->drawing = first; s->drawing < s->depth; s->drawing++)
        s->frames[s->drawing].ops->draw(s->frames[s->drawing].self, a, d);
    s->drawing = s->depth - 1;
    draw_toast(a, d);
    draw_clock_mark(a, d);
}

ept_status app_draw(app *a)
{
    ept_status status = EPT_OK;
    bool again = false;

    for (int pass = 0; (a->stack->dirty || again) && pass < PASSES_MAX; pass++) {
        a->stack->dirty = false;
        draw_frames(a, ept_ui_begin(a->ui));
        status = ept_ui_end(a->ui, &again);
        if ((again || a->stack->follow) && !app_top_frame(a)->top)
            app_pane_follow(a);
        a->stack->follow = false;
    }
    return status;
}

/* --- the loop --- */

/* The system ends the program without asking: what runs is left as an interruption. */
static int ends_now(void *ctx, SDL_Event *event)
{
    app *a = ctx;

    if (event->type == SDL_APP_TERMINATING && a->session && ept_session_leave(a->session, NULL))
        ept_log(EPT_LOG_ERROR, "app", "leaving: %s", ept_error());
    return 0;
}

ept_status app_run(app *a)
{
    ept_input in;

    SDL_AddEventWatch(ends_now, a);
    while (!a->stack->quit) {
        uint32_t wait = app_wait_ms(a);
        uint32_t factor = a->options.clock_factor > 1 ? a->options.clock_factor : 1;
        int timeout = wait == UINT32_MAX ? -1 : (int)((wait + factor - 1) / factor);

        if (app_draw(a))
            ept_log(EPT_LOG_ERROR, "app", "drawing: %s", ept_error());
        if (ept_ui_poll(a->ui, &in, timeout))
            app_input(a, &in);
        app_turn(a);
    }
    SDL_DelEventWatch(ends_now, a);
    return EPT_OK;
}
