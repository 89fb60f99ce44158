/* SPDX-License-Identifier: MIT */
/* What is shown when the program cannot start: one sentence, what to do, Retry and Close. Needs no
 * bank, no person's file and no faces. */
#include "app.h"

enum { PANEL_W = 640, PAD = 32, GAP = 16 };

/* The keys of title and text: "fault.bank.version.title". */
static const char *kind_of(const app *a)
{
    if (ept_streq(a->fault.what, "fonts") || ept_streq(a->fault.what, "assets"))
        return NULL;
    switch (a->fault.status) {
    case EPT_E_NOT_FOUND:
        return "missing";
    case EPT_E_FORMAT:
        return "format";
    case EPT_E_VERSION:
        return "version";
    case EPT_E_CHANGED:
    case EPT_E_CORRUPT:
        return "corrupt";
    case EPT_E_LOCKED:
        return "locked";
    case EPT_E_READONLY:
        return "readonly";
    case EPT_E_FULL:
        return "full";
    case EPT_OK:
    case EPT_E_INVAL:
    case EPT_E_NOMEM:
    case EPT_E_IO:
    case EPT_E_REFUSED:
    case EPT_E_UNAVAILABLE:
    case EPT_E_SHORT:
    case EPT_E_DB:
        break;
    }
    return "other";
}

static const char *words(const app *a, ept_draw_list *d, const char *part)
{
    const char *kind = kind_of(a);
    const char *key =
        kind ? ept_arena_printf(ept_draw_arena(d), "fault.%s.%s.%s", a->fault.what, kind, part)
             : ept_arena_printf(ept_draw_arena(d), "fault.%s.%s", a->fault.what, part);

    return key ? app_msg(a, d, key) : NULL;
}

static nav action(void *self, app *a, const ept_action *act)
{
    (void)self;
    if (act->kind != EPT_ACTION_ACTIVATE)
        return nav_stay();
    a->restart = ept_streq(act->id, "fault.retry");
    return (nav){.kind = NAV_QUIT};
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);
    int w = ept_ui_scale(PANEL_W, m->percent), icon = ept_ui_scale(32, m->percent);
    ept_text_opts title = {.type = EPT_TYPE_H2}, body = {0},
                  small = {.type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_INK_3};
    const char *head = words(a, d, "title"), *text = words(a, d, "text");
    ept_button buttons[] = {
        {.id = "fault.retry",
         .label = app_msg(a, d, "fault.retry"),
         .key = "Enter",
         .kind = EPT_BUTTON_PRIMARY,
         .initial = true},
        {.id = "fault.close", .label = app_msg(a, d, "fault.close"), .key = "Esc", .cancel = true}};
    ept_rect panel, r;

    (void)self;
    w = w < m->w - 32 ? w : m->w - 32;
    r.w = w - 2 * PAD;
    panel = ept_rect_centre((ept_rect){0, 0, m->w, m->h}, w,
                            2 * PAD + icon + GAP + ept_draw_text_h(d, r.w, head, title) + 12 +
                                ept_draw_text_h(d, r.w, text, body) + GAP +
                                ept_draw_text_h(d, r.w, a->fault.detail, small) + 24 + m->button_h);
    ept_ui_page(d);
    ept_draw_mark(d, m->page_margin, m->page_margin, 16, false);
    ept_ui_card(d, panel);
    r = ept_rect_inset(panel, PAD, PAD);
    ept_draw_icon(d, (ept_rect){r.x, r.y, icon, icon}, "warn", EPT_COLOUR_BAD);
    r.y += icon + GAP;
    r.y += ept_draw_text(d, r, head, title) + 12;
    r.y += ept_draw_text(d, r, text, body) + GAP;
    r.y += ept_draw_text(d, r, a->fault.detail, small) + 24;
    ept_ui_buttons_right(d, (ept_rect){r.x, r.y, r.w, m->button_h}, buttons, 2);
}

const screen_ops screen_fault = {.name = "fault", .state_size = 1, .action = action, .draw = draw};
