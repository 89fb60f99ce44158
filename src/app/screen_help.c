/* SPDX-License-Identifier: MIT */
/* F1: what the screen one came from is for, and its keys. Lies over it; the clock of an exam runs
 * on. */
#include "loop.h"

enum { PANEL_W = 640, PANEL_H = 720, SIDE_W = 440, PAD = 24, GAP = 16 };

static const app_key_row volume_rows[] = {{.keys = "PgUp PgDn", .says = "keys.volume"}, {0}};
static const app_key_row scroll_rows[] = {{.keys = "PgUp PgDn", .says = "keys.scroll"}, {0}};

static const screen_ops *below(const app *a)
{
    return a->stack->depth > 1 ? a->stack->frames[a->stack->depth - 2].ops : app_top(a);
}

static nav action(void *self, app *a, const ept_action *act)
{
    (void)self, (void)a;
    return act->kind == EPT_ACTION_ACTIVATE ? nav_pop() : nav_stay();
}

static nav key(void *self, app *a, const ept_input *in)
{
    (void)self, (void)a;
    return in->kind == EPT_INPUT_KEY && in->key == EPT_KEY_F1 ? nav_pop() : nav_stay();
}

static ept_rect in_the_middle(ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);
    int h = ept_ui_scale(PANEL_H, m->percent);

    return ept_ui_modal_panel(d, ept_ui_scale(PANEL_W, m->percent), h < m->h - 64 ? h : m->h - 64);
}

/* At the right between bar and footer: the clock, which runs on, stays in sight, and so does most
 * of the question. */
static ept_rect beside_the_clock(ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);
    int w = ept_ui_scale(SIDE_W, m->percent), most = m->w - 2 * m->margin;
    ept_rect r = {0, m->bar.y + m->bar.h + GAP / 2, w < most ? w : most, 0};

    r.x = m->w - m->margin - r.w;
    r.h = m->footer.y - GAP / 2 - r.y;
    ept_draw_trap(d);
    ept_draw_box(d, r, (ept_box){EPT_COLOUR_SURFACE, EPT_COLOUR_INK, 2, 8, false, false});
    return r;
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);
    const screen_ops *ops = below(a);
    ept_rect panel = ops->exam_bar ? beside_the_clock(d) : in_the_middle(d);
    ept_rect in = ept_rect_inset(panel, PAD, PAD), row, pane;
    ept_button close = {.id = "help.close",
                        .label = app_msg(a, d, "help.close"),
                        .key = "Esc",
                        .kind = EPT_BUTTON_PRIMARY,
                        .initial = true,
                        .cancel = true};
    int top;

    (void)self;
    row = ept_cut_bottom(&in, m->button_h, GAP);
    ept_ui_buttons_right(d, row, &close, 1);
    top = ept_draw_text(d, in, app_msg(a, d, "help.title"),
                        (ept_text_opts){.type = EPT_TYPE_QUESTION});
    ept_cut_top(&in, top, 12);
    pane = app_pane_begin(a, d, in, "help.pane");
    top = pane.y;
    pane.w -= GAP; /* room for the thumb */
    if (ops->help)
        pane.y += ept_draw_text(d, pane, app_msg(a, d, ops->help), (ept_text_opts){0}) + GAP;
    pane.y += app_key_list(a, d, pane, ops->keys, NULL);
    pane.y += app_key_list(a, d, pane, ops->volume_keys ? volume_rows : scroll_rows, ops->keys);
    pane.y += app_key_list(a, d, pane, app_keys_everywhere, ops->keys);
    app_pane_end(a, d, "help.pane", pane.y - top);
}

const screen_ops screen_help = {
    .name = "help", .state_size = 1, .overlay = true, .action = action, .key = key, .draw = draw};
