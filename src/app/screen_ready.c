/* SPDX-License-Identifier: MIT */
/* The step before a clock starts: what comes and how long it is, headphones, Start. Arg: 0 the exam
 * of a->plan; 1 + section its warm-up; READY_NEXT the section to come of the sitting that is there,
 * after the one before was handed in early: its clock stands meanwhile. At 0:00 a section follows
 * by itself, without this step. */
#include "epstopik/str.h"
#include "sound_panel.h"

enum { CARD_W = 720, ICON = 24, ROOM = 12, AIR = 8 };

typedef struct ready {
    int64_t arg;
    const ept_blueprint *bp;
} ready;

static bool is_next(const ready *s)
{
    return s->arg == READY_NEXT;
}

static bool is_warm_up(const ready *s)
{
    return s->arg > 0 && !is_next(s);
}

static ept_status enter(void *self, app *a, int64_t arg)
{
    ready *s = self;

    s->arg = arg;
    if (!is_next(s))
        return ept_delivery_exam(&s->bp, a->delivery, a->plan.exam);
    if (!a->session)
        return ept_fail(EPT_E_INVAL, "no exam is under way");
    s->bp = ept_session_blueprint(a->session);
    return EPT_OK;
}

/* Whether the section is among what starts now. */
static bool starts(const ready *s, const app *a, size_t i)
{
    const ept_section_rule *rule = &s->bp->sections[i];

    if (is_next(s))
        return i == ept_sitting_section(ept_session_sitting(a->session));
    if (is_warm_up(s))
        return (int64_t)rule->section == s->arg - 1;
    return a->plan.only < 0 || (int)rule->section == a->plan.only;
}

/* The section whose clock starts with the button. */
static const ept_section_rule *first_rule(const ready *s, const app *a)
{
    for (size_t i = 0; i < s->bp->section_count; i++)
        if (starts(s, a, i))
            return &s->bp->sections[i];
    return &s->bp->sections[0];
}

/* "Reading · 5 questions · 6 min" */
static const char *words_of(const ready *s, const app *a, ept_draw_list *d,
                            const ept_section_rule *rule)
{
    bool warm_up = is_warm_up(s);
    int items = warm_up ? rule->warm_up_items : rule->last - rule->first + 1;
    uint32_t minutes = (warm_up ? rule->warm_up_ms : rule->limit_ms) / 60000;

    return APP_MSG3(a, d, "study.section-facts",
                    ept_arg_text(app_msg(a, d, study_section_key(rule->section))),
                    ept_arg_text(APP_MSG1(a, d, "study.questions", ept_arg_number(items))),
                    ept_arg_text(APP_MSG1(a, d, "study.minutes", ept_arg_number(minutes))));
}

/* An icon and words beside it. */
static void line(study_pen *pen, const char *icon, ept_colour colour, ept_type type,
                 const char *words)
{
    int side = study_scaled(pen->d, ICON);
    ept_rect all = pen->at;

    if (!pen->dry)
        ept_draw_icon(pen->d, (ept_rect){all.x, all.y, side, study_line(pen->d, type)}, icon,
                      colour);
    pen->at.x += side + ROOM;
    pen->at.w -= side + ROOM;
    study_text(pen, type, EPT_COLOUR_INK, words);
    pen->at.x = all.x;
    pen->at.w = all.w;
}

static void card(study_pen *pen, const void *ctx)
{
    const ready *s = ctx;
    const app *a = pen->a;
    ept_draw_list *d = pen->d;
    const char *note = is_next(s) ? "ready.handed-in" : is_warm_up(s) ? "ready.not-counted" : NULL;

    study_text(pen, EPT_TYPE_H2, EPT_COLOUR_INK, app_msg(a, d, "ready.title"));
    study_gap(pen, 12);
    for (size_t i = 0; i < s->bp->section_count; i++) {
        const ept_section_rule *rule = &s->bp->sections[i];

        if (!starts(s, a, i))
            continue;
        line(pen, study_section_icon(rule->section),
             rule->section == EPT_SECTION_LISTENING ? EPT_COLOUR_LISTEN : EPT_COLOUR_ACCENT,
             EPT_TYPE_LEAD_BOLD, words_of(s, a, d, rule));
        study_gap(pen, 4);
    }
    study_gap(pen, 12);
    if (note) {
        study_text(pen, EPT_TYPE_BODY, EPT_COLOUR_INK, app_msg(a, d, note));
        study_gap(pen, 4);
    }
    study_text(pen, EPT_TYPE_BODY, EPT_COLOUR_INK, app_msg(a, d, "ready.clock"));
    if (first_rule(s, a)->section == EPT_SECTION_LISTENING) {
        study_gap(pen, 12);
        line(pen, "vol", EPT_COLOUR_LISTEN, EPT_TYPE_BODY_BOLD, app_msg(a, d, "ready.headset"));
    }
}

static const char *title(const ready *s, const app *a, ept_draw_list *d)
{
    const char *exam = study_exam(a, s->bp);

    return is_warm_up(s) ? APP_MSG2(a, d, "study.section-of", ept_arg_text(exam),
                                    ept_arg_text(app_msg(a, d, "ready.warm-up")))
                         : exam;
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const ready *s = self;
    const ept_metrics *m = ept_draw_metrics(d);
    ept_rect page = {m->page_margin, m->head.h + 24, 0, m->footer.y - m->head.h - 32}, row;
    ept_button right[] = {{.id = "ready.start",
                           .label = app_msg(a, d, "home.start"),
                           .icon = "play",
                           .key = "Enter",
                           .kind = EPT_BUTTON_PRIMARY,
                           .size = EPT_BUTTON_FOOTER,
                           .initial = true},
                          {.id = "ready.exam",
                           .label = app_msg(a, d, "ready.no-warm-up"),
                           .size = EPT_BUTTON_FOOTER}};
    ept_button leave = {.id = "ready.leave",
                        .label = app_msg(a, d, "leave.go"),
                        .key = "Esc",
                        .size = EPT_BUTTON_FOOTER,
                        .cancel = true};
    int top, h;

    ept_ui_page(d);
    ept_ui_head(d, NULL, title(s, a, d), NULL);
    row = ept_ui_footer(d, m->page_margin);
    row = ept_ui_buttons_left(d, row, &leave, 1);
    ept_ui_buttons_right(d, row, right, is_warm_up(s) ? 2 : 1);
    page.w = study_min(m->w - 2 * page.x, study_scaled(d, CARD_W));
    page.x = (m->w - page.w) / 2;
    h = study_card_h(a, d, page.w, card, s);
    if (h < page.h)
        page = ept_rect_centre(page, page.w, h + AIR);
    page = app_pane_begin(a, d, page, "ready.pane");
    top = page.y;
    page.h = 0;
    page.y += study_card(a, d, page, card, s) + AIR;
    app_pane_end(a, d, "ready.pane", page.y - top);
}

static nav action(void *self, app *a, const ept_action *act)
{
    const ready *s = self;

    (void)a;
    if (act->kind != EPT_ACTION_ACTIVATE)
        return nav_stay();
    if (ept_streq(act->id, "ready.leave"))
        return nav_home();
    if (ept_streq(act->id, "ready.exam"))
        return nav_replace(SCREEN_READY, 0);
    if (!ept_streq(act->id, "ready.start"))
        return nav_stay();
    if (is_next(s))
        return nav_pop();
    return is_warm_up(s) ? nav_replace(SCREEN_WARM_UP, s->arg - 1) : nav_replace(SCREEN_EXAM, 0);
}

const screen_ops screen_ready = {
    .name = "ready",
    .state_size = sizeof(ready),
    .volume_keys = true,
    .footer = true,
    .help = "ready.help",
    .enter = enter,
    .action = action,
    .draw = draw,
};
