/* SPDX-License-Identifier: MIT */
/* The instructions: four steps (three without listening) before an exam, or only to look at.
 * Esc goes back; what cannot be skipped with them, the sound check, then comes by itself. */
#include "epstopik/str.h"
#include "instructions.h"

enum { TALL = 790, STEP_W = 40, DOT_W = 16, DOT_H = 8 };

static ept_status enter(void *self, app *a, int64_t arg)
{
    instructions *s = self;
    size_t count;
    const ept_blueprint *const *exams = ept_delivery_exams(a->delivery, &count);

    s->look = arg == 1;
    s->only = a->plan.ready ? a->plan.only : -1;
    if (a->plan.ready)
        return ept_delivery_exam(&s->bp, a->delivery, a->plan.exam);
    for (size_t i = 0; i < count; i++)
        if (study_is_mock(exams[i]) && (!s->bp || ept_streq(exams[i]->id, "eps-topik-cbt")))
            s->bp = exams[i];
    return s->bp ? EPT_OK : ept_fail(EPT_E_NOT_FOUND, "the bank has no exam to explain");
}

static void leave(void *self, app *a)
{
    (void)self;
    app_sound_stop(a);
}

static bool has_sound(const instructions *s)
{
    return ept_blueprint_section(s->bp, EPT_SECTION_LISTENING) &&
           (s->only < 0 || s->only == EPT_SECTION_LISTENING);
}

static int step_count(const instructions *s)
{
    return has_sound(s) ? 4 : 3;
}

static int step_number(const instructions *s)
{
    return (int)s->step + (s->step == INSTR_EXAMPLE && !has_sound(s) ? 0 : 1);
}

/* --- where to --- */

static nav onward(const instructions *s, const app *a)
{
    return s->look ? nav_pop() : sound_panel_onward(a);
}

static void show(instructions *s, app *a, instr_step step)
{
    app_sound_stop(a);
    s->step = step;
    app_pane_move(a, "instructions.pane", 0);
    ept_focus_set(ept_ui_focus(a->ui), NULL);
}

static nav forward(instructions *s, app *a)
{
    if (s->step == INSTR_EXAMPLE) {
        if (s->example + 1 >= INSTR_EXAMPLES)
            return onward(s, a);
        s->example++;
        ept_focus_set(ept_ui_focus(a->ui), NULL);
        return nav_redraw();
    }
    show(s, a, s->step == INSTR_SCREEN && !has_sound(s) ? INSTR_EXAMPLE : s->step + 1);
    return nav_redraw();
}

static nav backward(instructions *s, app *a)
{
    if (s->step == INSTR_NUMBERS)
        return nav_pop();
    if (s->step == INSTR_EXAMPLE && s->example > 0) {
        s->example--;
        return nav_redraw();
    }
    show(s, a, s->step == INSTR_EXAMPLE && !has_sound(s) ? INSTR_SCREEN : s->step - 1);
    return nav_redraw();
}

static nav choose(instructions *s, int place)
{
    if (s->step != INSTR_EXAMPLE || s->chosen[s->example])
        return nav_stay();
    s->chosen[s->example] = place;
    return nav_redraw();
}

/* --- input --- */

static bool first(const void *self, const app *a, const ept_input *in)
{
    const instructions *s = self;
    int digit = ept_key_digit(in->key);

    (void)a;
    return s->step == INSTR_EXAMPLE && digit >= 1 && digit <= EPT_PLACES && !in->mods;
}

static nav key(void *self, app *a, const ept_input *in)
{
    instructions *s = self;
    int digit = ept_key_digit(in->key);

    if (in->kind != EPT_INPUT_KEY)
        return nav_stay();
    if (s->step == INSTR_EXAMPLE && digit >= 1 && digit <= EPT_PLACES)
        return choose(s, digit);
    if (s->step == INSTR_SOUND && in->key == EPT_KEY_SPACE && !in->repeat) {
        sound_panel_play(&s->sound, a);
        return nav_redraw();
    }
    if (in->key == EPT_KEY_ESC)
        return backward(s, a);
    if (in->key == EPT_KEY_RIGHT && s->step != INSTR_EXAMPLE)
        return forward(s, a);
    if (in->key == EPT_KEY_LEFT && s->step != INSTR_NUMBERS)
        return backward(s, a);
    return nav_stay();
}

static nav action(void *self, app *a, const ept_action *act)
{
    instructions *s = self;
    static const char *const options[] = {"instructions.option.1", "instructions.option.2",
                                          "instructions.option.3", "instructions.option.4"};

    switch (sound_panel_action(&s->sound, a, act)) {
    case SOUND_SAID_USED:
        return nav_redraw();
    case SOUND_SAID_HEARD:
        return forward(s, a);
    case SOUND_SAID_NOTHING:
        break;
    }
    if (act->kind != EPT_ACTION_ACTIVATE)
        return nav_stay();
    if (ept_streq(act->id, "instructions.skip"))
        return onward(s, a);
    if (ept_streq(act->id, "instructions.back"))
        return backward(s, a);
    if (ept_streq(act->id, "instructions.next"))
        return forward(s, a);
    if (ept_streq(act->id, "instructions.try")) {
        show(s, a, INSTR_EXAMPLE);
        return nav_redraw();
    }
    for (int i = 0; i < EPT_PLACES; i++)
        if (ept_streq(act->id, options[i]))
            return choose(s, i + 1);
    return nav_stay();
}

static nav tick(void *self, app *a)
{
    return sound_panel_tick(&((instructions *)self)->sound, a);
}

static uint32_t wait_ms(const void *self, const app *a)
{
    return sound_panel_wait_ms(&((const instructions *)self)->sound, a);
}

/* --- drawing --- */

/* Skip, the words and the dots, from the right edge of the head inwards. */
static void head(const instructions *s, const app *a, ept_draw_list *d)
{
    ept_rect r = ept_ui_head(d, NULL, app_msg(a, d, "instructions.title"), NULL);
    ept_button skip = {.id = "instructions.skip",
                       .label = app_msg(a, d, s->look ? "instructions.close" : "instructions.skip"),
                       .key = s->look ? "Esc" : NULL,
                       .kind = EPT_BUTTON_QUIET,
                       .size = EPT_BUTTON_SMALL,
                       .cancel = s->look};
    const char *word = APP_MSG2(a, d, "instructions.step", ept_arg_number(step_number(s)),
                                ept_arg_number(step_count(s)));
    int w = ept_ui_button_w(d, &skip), dots = step_count(s) * (DOT_W + 8) + STEP_W - DOT_W;
    int h = ept_draw_metrics(d)->button_small_h;

    ept_ui_button(d, ept_rect_centre(ept_cut_right(&r, w, 16), w, h), &skip);
    w = ept_draw_text_w(d, word, (ept_text_opts){.type = EPT_TYPE_SMALL});
    if (r.w < w)
        return;
    ept_draw_text(
        d, ept_cut_right(&r, w, 16), word,
        (ept_text_opts){.type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_INK_2, .middle = true});
    if (r.w < dots)
        return;
    r = ept_cut_right(&r, dots, 0);
    for (int i = 0; i < step_count(s); i++) {
        bool here = i + 1 == step_number(s), done = i + 1 <= step_number(s);
        ept_rect dot = ept_cut_left(&r, here ? STEP_W : DOT_W, 8);

        ept_draw_box(d, (ept_rect){dot.x, dot.y + (dot.h - DOT_H) / 2, dot.w, DOT_H},
                     (ept_box){done ? EPT_COLOUR_ACCENT : EPT_COLOUR_SURFACE,
                               done ? EPT_COLOUR_ACCENT : EPT_COLOUR_LINE_2, 1, DOT_H / 2, false,
                               false});
    }
}

static const char *step_title(const instructions *s)
{
    switch (s->step) {
    case INSTR_NUMBERS:
        return "home.exam-facts";
    case INSTR_SCREEN:
        return "instructions.screen";
    case INSTR_SOUND:
        return "instructions.sound";
    case INSTR_EXAMPLE:
        return "instructions.example";
    }
    return "instructions.title";
}

/* Chips of the exam's numbers at the right of the title; nothing when they do not fit. */
static void chips(const instructions *s, const app *a, ept_draw_list *d, ept_rect row)
{
    ept_chip list[2 + EPT_SECTIONS_MAX];
    size_t n = 0;
    int w = 0;

    list[n++] = (ept_chip){
        .label = APP_MSG1(a, d, "study.questions", ept_arg_number(study_items(s->bp, s->only)))};
    for (size_t i = 0; i < s->bp->section_count; i++) {
        ept_section section = s->bp->sections[i].section;
        int minutes = study_minutes(s->bp, (int)section);

        if (s->only >= 0 && s->only != (int)section)
            continue;
        list[n++] = (ept_chip){
            .label = APP_MSG2(
                a, d, "study.section-of", ept_arg_text(app_msg(a, d, study_section_key(section))),
                ept_arg_text(minutes ? APP_MSG1(a, d, "study.minutes", ept_arg_number(minutes))
                                     : app_msg(a, d, "study.no-clock"))),
            .icon = study_section_icon(section),
            .tone = section == EPT_SECTION_LISTENING ? EPT_TONE_LISTEN : EPT_TONE_ACCENT};
    }
    list[n++] = (ept_chip){.label = APP_MSG1(a, d, "study.points", ept_arg_number(s->bp->scale))};
    for (size_t i = 0; i < n; i++)
        w += ept_ui_chip_w(d, &list[i]) + (i ? 8 : 0);
    if (w > row.w)
        return;
    ept_cut_left(&row, row.w - w, 0);
    for (size_t i = 0; i < n; i++) {
        int chip = ept_ui_chip_w(d, &list[i]);

        ept_ui_chip(d, ept_rect_centre(ept_cut_left(&row, chip, 8), chip, study_chip_h(d)),
                    &list[i]);
    }
}

/* Minutes of the warm-up's parts, "6 + 4"; NULL where none follows. */
static const char *warm_up_minutes(const instructions *s, ept_draw_list *d)
{
    const char *sum = NULL;

    for (size_t i = 0; i < s->bp->section_count && !s->look; i++) {
        const ept_section_rule *rule = &s->bp->sections[i];
        uint32_t minutes = rule->warm_up_ms / 60000;

        if (minutes && (s->only < 0 || s->only == (int)rule->section))
            sum = sum ? ept_arena_printf(ept_draw_arena(d), "%s + %u", sum, (unsigned)minutes)
                      : ept_arena_printf(ept_draw_arena(d), "%u", (unsigned)minutes);
    }
    return sum;
}

/* What the last button leads to. */
static const char *onward_key(const instructions *s, const app *a)
{
    const ept_section_rule *rule =
        s->only < 0 ? &s->bp->sections[0] : ept_blueprint_section(s->bp, (ept_section)s->only);

    if (sound_panel_needed(a))
        return "instructions.to-sound";
    return rule && rule->warm_up_ms > 0 ? "instructions.to-warm-up" : "instructions.begin";
}

static void footer(const instructions *s, const app *a, ept_draw_list *d)
{
    ept_rect row = ept_ui_footer(d, ept_draw_metrics(d)->page_margin);
    bool last = s->step == INSTR_EXAMPLE && s->example + 1 >= INSTR_EXAMPLES;
    const char *end = s->look ? "instructions.close" : onward_key(s, a), *warm_up;
    ept_text_opts small = {
        .type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_INK_2, .align = EPT_ALIGN_RIGHT};
    ept_button right[] = {
        {.id = "instructions.next",
         .label = app_msg(a, d, last ? end : "instructions.next"),
         .key = "Enter",
         .kind = EPT_BUTTON_PRIMARY,
         .size = EPT_BUTTON_FOOTER,
         .initial = s->step == INSTR_EXAMPLE ? s->chosen[s->example] != 0 : s->step != INSTR_SOUND},
        {.id = "instructions.try",
         .label = app_msg(a, d, "instructions.try"),
         .size = EPT_BUTTON_FOOTER},
    };
    ept_button back = {.id = "instructions.back",
                       .label = app_msg(a, d, "word.back"),
                       .icon = "left",
                       .size = EPT_BUTTON_FOOTER};

    row = ept_ui_buttons_left(d, row, &back, 1);
    if (s->step == INSTR_SOUND && !a->sound_checked) {
        right[0].kind = EPT_BUTTON_SECONDARY;
        right[0].key = NULL;
    }
    row = ept_ui_buttons_right(d, row, right,
                               s->step == INSTR_EXAMPLE || ept_ui_button_w(d, &right[0]) + 16 +
                                                                   ept_ui_button_w(d, &right[1]) >
                                                               row.w
                                   ? 1
                                   : 2);
    warm_up = last ? warm_up_minutes(s, d) : NULL;
    if (warm_up)
        warm_up = APP_MSG1(a, d, "instructions.warm-up", ept_arg_text(warm_up));
    if (warm_up && ept_draw_text_w(d, warm_up, small) <= row.w) {
        small.middle = true;
        ept_draw_text(d, row, warm_up, small);
    }
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const instructions *s = self;
    const ept_metrics *m = ept_draw_metrics(d);
    int top, title_h, foot = m->button_footer_h + 24;
    int air = m->hk >= TALL ? 32 : 24; /* above and below the title */
    ept_rect page = {m->page_margin, m->head.h + air, m->w - 2 * m->page_margin, 0};
    const char *title = app_msg(a, d, step_title(s));
    int title_w = ept_draw_text_w(d, title, (ept_text_opts){.type = EPT_TYPE_H2});

    foot = m->h - m->footer.y > foot ? m->h - m->footer.y : foot;
    page.h = m->h - foot - page.y - 8;
    ept_draw_arrows(d, false, true); /* left and right are the steps */
    ept_ui_page(d);
    head(s, a, d);
    page = app_pane_begin(a, d, page, "instructions.pane");
    top = page.y;
    title_w = study_min(title_w, page.w);
    title_h = ept_draw_text(d, (ept_rect){page.x, page.y, page.w, 0}, title,
                            (ept_text_opts){.type = EPT_TYPE_H2});
    chips(s, a, d, (ept_rect){page.x + title_w + 16, page.y, page.w - title_w - 16, title_h});
    page.y += title_h + air - 8;
    page.h -= title_h + air;
    switch (s->step) {
    case INSTR_NUMBERS:
        page.y += instr_numbers(s, a, d, page);
        break;
    case INSTR_SCREEN:
        page.y += instr_screen(s, a, d, page);
        break;
    case INSTR_SOUND:
        page.y += instr_sound(s, a, d, page);
        break;
    case INSTR_EXAMPLE:
        page.y += instr_example(s, a, d, page);
        break;
    }
    app_pane_end(a, d, "instructions.pane", page.y + 8 - top);
    footer(s, a, d);
}

static const app_key_row keys[] = {
    {"← →", "instructions.key-step", NULL},
    {"1 2 3 4", "instructions.key-choose", NULL},
    {"Space", "sound_check.key-play", NULL},
    {0},
};

const screen_ops screen_instructions = {
    .name = "instructions",
    .state_size = sizeof(instructions),
    .footer = true,
    .keys = keys,
    .help = "instructions.help",
    .enter = enter,
    .leave = leave,
    .key = key,
    .first = first,
    .action = action,
    .tick = tick,
    .wait_ms = wait_ms,
    .draw = draw,
};
