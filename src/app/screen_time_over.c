/* SPDX-License-Identifier: MIT */
/* Time is over: three seconds to read what was saved and what comes next, then it goes away by
 * itself. */
#include "exam_view.h"

enum { SHOWN_MS = 3000, WIDTH = 560, PAD = 28 };

typedef struct state {
    uint64_t until_ms;
} state;

static uint64_t now_ms(const app *a)
{
    return a->clock.now_ms(a->clock.ctx);
}

static ept_status enter(void *self, app *a, int64_t arg)
{
    state *s = self;

    (void)arg;
    s->until_ms = now_ms(a) + SHOWN_MS;
    return EPT_OK;
}

static uint32_t wait_ms(const void *self, const app *a)
{
    const state *s = self;
    uint64_t now = now_ms(a);

    return now < s->until_ms ? (uint32_t)(s->until_ms - now) : 0;
}

static nav tick(void *self, app *a)
{
    (void)self;
    (void)a;
    return nav_pop();
}

static const char *saved(const app *a, ept_draw_list *d)
{
    const ept_sitting *sitting = ept_session_sitting(a->session);
    size_t index = 0, count = 0;
    const ept_section_rule *rule = exam_section_over(a, &index);

    if (!rule) {
        return NULL;
    }
    ept_sitting_first(sitting, index, &count);
    return APP_MSG3(a, d, "time_over.saved",
                    ept_arg_text(app_msg(a, d, exam_section_key(rule->section))),
                    ept_arg_number((double)ept_sitting_answered(sitting, index)),
                    ept_arg_number((double)count));
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);
    const char *text, *next;
    ept_text_opts title = {.type = EPT_TYPE_H2, .align = EPT_ALIGN_CENTRE};
    ept_text_opts body = {.type = EPT_TYPE_LEAD, .align = EPT_ALIGN_CENTRE};
    int w = ept_ui_scale(WIDTH, m->percent), icon = ept_ui_scale(40, m->percent), h;
    ept_rect r;

    (void)self;
    if (!a->session) {
        ept_ui_page(d);
        return;
    }
    text = saved(a, d);
    next = app_msg(a, d,
                   ept_sitting_phase(ept_session_sitting(a->session)) == EPT_PHASE_READY
                       ? "time_over.listening-next"
                       : "time_over.report-next");
    w = w < m->w - 32 ? w : m->w - 32;
    h = icon + 12 + ept_draw_text_h(d, w - 2 * PAD, app_msg(a, d, "time_over.title"), title) + 12 +
        ept_draw_text_h(d, w - 2 * PAD, text, body) + ept_draw_text_h(d, w - 2 * PAD, next, body) +
        2 * PAD;
    r = ept_rect_inset(ept_ui_modal_panel(d, w, h), PAD, PAD);
    ept_draw_icon(d, (ept_rect){r.x, r.y, r.w, icon}, "clock", EPT_COLOUR_INK);
    r.y += icon + 12;
    r.h = 0;
    r.y += ept_draw_text(d, r, app_msg(a, d, "time_over.title"), title) + 12;
    r.y += ept_draw_text(d, r, text, body);
    ept_draw_text(d, r, next, body);
}

const screen_ops screen_time_over = {
    .name = "time-over",
    .state_size = sizeof(state),
    .overlay = true,
    .enter = enter,
    .wait_ms = wait_ms,
    .tick = tick,
    .draw = draw,
};
