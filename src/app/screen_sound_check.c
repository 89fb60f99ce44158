/* SPDX-License-Identifier: MIT */
/* The sound check before an exam with listening: it cannot be skipped, only answered. */
#include "epstopik/str.h"
#include "sound_panel.h"

enum { CARD_W = 720 };

typedef struct sound_check {
    bool look; /* only to look and come back */
    sound_panel panel;
} sound_check;

static ept_status enter(void *self, app *a, int64_t arg)
{
    sound_check *s = self;

    (void)a;
    s->look = arg == 1;
    return EPT_OK;
}

static void leave(void *self, app *a)
{
    (void)self;
    app_sound_stop(a);
}

static nav onward(const sound_check *s, const app *a)
{
    return s->look ? nav_pop() : sound_panel_onward(a);
}

static nav key(void *self, app *a, const ept_input *in)
{
    sound_check *s = self;

    if (in->kind == EPT_INPUT_KEY && in->key == EPT_KEY_SPACE && !in->repeat) {
        sound_panel_play(&s->panel, a);
        return nav_redraw();
    }
    return nav_stay();
}

static nav action(void *self, app *a, const ept_action *act)
{
    sound_check *s = self;

    if (act->kind == EPT_ACTION_ACTIVATE && ept_streq(act->id, "sound_check.back"))
        return nav_pop();
    switch (sound_panel_action(&s->panel, a, act)) {
    case SOUND_SAID_NOTHING:
        return nav_stay();
    case SOUND_SAID_USED:
        return nav_redraw();
    case SOUND_SAID_HEARD:
        return onward(s, a);
    }
    return nav_stay();
}

static nav tick(void *self, app *a)
{
    return sound_panel_tick(&((sound_check *)self)->panel, a);
}

static uint32_t wait_ms(const void *self, const app *a)
{
    return sound_panel_wait_ms(&((const sound_check *)self)->panel, a);
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const sound_check *s = self;
    const ept_metrics *m = ept_draw_metrics(d);
    ept_rect page = {m->page_margin, m->head.h + 24, m->w - 2 * m->page_margin, 0};
    int top;

    page.h = m->h - page.y - 24;
    ept_ui_page(d);
    ept_ui_head(d, "sound_check.back", app_msg(a, d, "sound_check.title"), NULL);
    page = app_pane_begin(a, d, page, "sound_check.pane");
    top = page.y;
    page.w = study_min(page.w, study_scaled(d, CARD_W));
    page.x += (ept_draw_metrics(d)->w - 2 * m->page_margin - page.w) / 2;
    page.h = study_card(a, d, (ept_rect){page.x, page.y, page.w, 0}, sound_panel_body, &s->panel);
    app_pane_end(a, d, "sound_check.pane", page.y + page.h + 8 - top);
}

static const app_key_row keys[] = {
    {"Space", "sound_check.key-play", NULL},
    {0},
};

const screen_ops screen_sound_check = {
    .name = "sound-check",
    .state_size = sizeof(sound_check),
    .volume_keys = true,
    .keys = keys,
    .help = "sound_check.help",
    .enter = enter,
    .leave = leave,
    .key = key,
    .action = action,
    .tick = tick,
    .wait_ms = wait_ms,
    .draw = draw,
};
