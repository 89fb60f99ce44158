/* SPDX-License-Identifier: MIT */
/* The steps of the instructions that are words: the exam in numbers, the list beside the picture of
 * the screen, the sound with its check. What is said follows from the exam's rules. */
#include "epstopik/str.h"
#include "instructions.h"

/* LIST_W: of the list beside the picture, in thousandths; the picture is PLAN_W by PLAN_H. */
enum { LIST_W = 419, PLAN_W = 688, PLAN_H = 432 };
enum { PIN = 32, RULES_MAX = 8, MS_IN_S = 1000 };

typedef struct view {
    const instructions *s;
    const ept_section_rule *rule; /* of the section card */
    const char *const *keys;      /* messages of a list */
    size_t count;
} view;

/* --- numbers --- */

static void section_card(study_pen *pen, const void *ctx)
{
    const view *v = ctx;
    const app *a = pen->a;
    ept_draw_list *d = pen->d;
    const ept_section_rule *rule = v->rule;
    const ept_blueprint *bp = v->s->bp;
    int items = rule->last - rule->first + 1;
    uint32_t minutes = rule->limit_ms / 60 / MS_IN_S;
    bool listening = rule->section == EPT_SECTION_LISTENING;
    ept_rect head = study_strip(pen, study_max(32, study_line(d, EPT_TYPE_H3)));

    if (!pen->dry) {
        ept_ui_icon_word(
            d, head, study_section_icon(rule->section),
            app_msg(a, d, study_section_key(rule->section)),
            (ept_text_opts){.type = EPT_TYPE_H3,
                            .colour = listening ? EPT_COLOUR_LISTEN : EPT_COLOUR_ACCENT});
    }
    study_gap(pen, 8);
    study_fact(pen, app_msg(a, d, "home.questions"),
               ept_arena_printf(ept_draw_arena(d), "%d (%d\xE2\x80\x93%d)", items, rule->first,
                                rule->last),
               true);
    study_fact(pen, app_msg(a, d, "home.time"),
               rule->limit_ms ? APP_MSG1(a, d, "study.minutes", ept_arg_number(minutes))
                              : app_msg(a, d, "study.no-clock"),
               true);
    study_fact(pen, app_msg(a, d, "instructions.points-each"),
               ept_arena_printf(ept_draw_arena(d), "%d", bp->points), true);
    study_fact(pen, app_msg(a, d, "instructions.points-all"),
               ept_arena_printf(ept_draw_arena(d), "%d", bp->points * items), false);
}

static void rules_list(study_pen *pen, const void *ctx)
{
    const view *v = ctx;
    ept_rect all = pen->at;
    int side = study_scaled(pen->d, 22);

    for (size_t i = 0; i < v->count; i++) {
        int line = study_line(pen->d, EPT_TYPE_BODY);

        if (i) {
            study_gap(pen, 8);
            study_rule(pen);
            study_gap(pen, 8);
        }
        if (!pen->dry)
            ept_draw_icon(pen->d, (ept_rect){all.x, pen->at.y, side, line}, "check",
                          EPT_COLOUR_ACCENT);
        pen->at.x += side + 12;
        pen->at.w -= side + 12;
        study_text(pen, EPT_TYPE_BODY, EPT_COLOUR_INK, app_msg(pen->a, pen->d, v->keys[i]));
        pen->at.x = all.x;
        pen->at.w = all.w;
    }
}

static bool has_section(const instructions *s, ept_section section)
{
    return ept_blueprint_section(s->bp, section) && (s->only < 0 || s->only == (int)section);
}

/* What holds for the whole exam. */
static size_t exam_rules(const char *out[RULES_MAX], const instructions *s)
{
    const ept_blueprint *bp = s->bp;
    size_t n = 0;

    if (bp->section_count > 1 && s->only < 0)
        out[n++] = bp->submit ? "instructions.two-sections-early" : "instructions.two-sections";
    switch (bp->change) {
    case EPT_CHANGE_ALWAYS:
        out[n++] = "instructions.change-always";
        break;
    case EPT_CHANGE_UNTIL_FIXED:
        out[n++] = "instructions.change-until-fixed";
        break;
    case EPT_CHANGE_UNTIL_FEEDBACK:
        out[n++] = "instructions.change-until-feedback";
        break;
    }
    if (bp->sections[0].limit_ms)
        out[n++] = bp->submit ? "instructions.early" : "instructions.never-early";
    if (bp->leave_noted)
        out[n++] = "instructions.leave";
    out[n++] = "instructions.saved";
    if (study_is_mock(bp))
        out[n++] = "instructions.relative";
    if (bp->item_language)
        out[n++] = "instructions.law-language";
    return n;
}

static int cards_beside(const view *views, size_t n, const app *a, ept_draw_list *d, ept_rect page)
{
    int gap = ept_draw_metrics(d)->gap, h = 0;
    int columns = ept_draw_metrics(d)->columns > 1 ? study_max(2, (int)n) : 1;

    for (size_t i = 0; i < n; i++)
        h = study_max(h, study_card_h(a, d, ept_rect_column(page, columns, 0, gap).w, section_card,
                                      &views[i]));
    for (size_t i = 0; i < n; i++) {
        ept_rect r = ept_rect_column(page, columns, columns > 1 ? (int)i : 0, gap);

        r.y += columns > 1 ? 0 : (int)i * (h + gap);
        r.h = h;
        study_card(a, d, r, section_card, &views[i]);
    }
    return columns > 1 ? h : (int)n * (h + gap) - gap;
}

int instr_numbers(const instructions *s, const app *a, ept_draw_list *d, ept_rect page)
{
    const char *keys[RULES_MAX];
    view rules = {s, NULL, keys, exam_rules(keys, s)}, sections[EPT_SECTIONS_MAX];
    int gap = ept_draw_metrics(d)->gap, h;
    size_t n = 0;

    for (size_t i = 0; i < s->bp->section_count; i++)
        if (has_section(s, s->bp->sections[i].section))
            sections[n++] = (view){s, &s->bp->sections[i], NULL, 0};
    page.h = 0;
    h = cards_beside(sections, n, a, d, page) + gap;
    return h + study_card(a, d, (ept_rect){page.x, page.y + h, page.w, 0}, rules_list, &rules);
}

/* --- the screen --- */

size_t instr_pins(instr_thing things[INSTR_PINS_MAX], const ept_blueprint *bp)
{
    size_t n = 0;

    if (bp->sections[0].limit_ms)
        things[n++] = INSTR_TIMER;
    things[n++] = INSTR_TEXT_SIZE;
    things[n++] = INSTR_ANSWER;
    things[n++] = INSTR_GRID;
    if (bp->flag)
        things[n++] = INSTR_FLAG;
    things[n++] = bp->submit && bp->sections[0].limit_ms ? INSTR_SUBMIT : INSTR_STEPPING;
    return n;
}

static const char *pin_title(instr_thing thing)
{
    switch (thing) {
    case INSTR_TIMER:
        return "instructions.pin-timer";
    case INSTR_TEXT_SIZE:
        return "instructions.pin-size";
    case INSTR_ANSWER:
        return "instructions.pin-answer";
    case INSTR_GRID:
        return "instructions.pin-grid";
    case INSTR_FLAG:
        return "instructions.pin-flag";
    case INSTR_SUBMIT:
        return "instructions.pin-submit";
    case INSTR_STEPPING:
        return "instructions.pin-stepping";
    }
    return "instructions.pin-answer";
}

static const char *answer_text(const ept_blueprint *bp)
{
    switch (bp->change) {
    case EPT_CHANGE_ALWAYS:
        return "instructions.answer-always";
    case EPT_CHANGE_UNTIL_FIXED:
        return "instructions.answer-until-fixed";
    case EPT_CHANGE_UNTIL_FEEDBACK:
        return "instructions.answer-until-feedback";
    }
    return "instructions.answer-always";
}

static const char *pin_text(instr_thing thing, const ept_blueprint *bp)
{
    switch (thing) {
    case INSTR_TIMER:
        return "instructions.text-timer";
    case INSTR_TEXT_SIZE:
        return "instructions.text-size";
    case INSTR_ANSWER:
        return answer_text(bp);
    case INSTR_GRID:
        if (bp->flag)
            return "instructions.text-grid";
        return "instructions.text-grid-shows";
    case INSTR_FLAG:
        return "instructions.text-flag";
    case INSTR_SUBMIT:
        return "instructions.text-submit";
    case INSTR_STEPPING:
        if (bp->item_feedback)
            return "instructions.text-forward";
        return "instructions.text-stepping";
    }
    return "instructions.answer-always";
}

void instr_pin_mark(ept_draw_list *d, int x, int y, int number)
{
    int side = study_scaled(d, PIN);
    char digit[2] = {(char)('0' + number), '\0'};

    ept_draw_bubble(
        d, (ept_rect){x - side / 2, y - side / 2, side, side}, digit, EPT_TYPE_BODY_BOLD,
        (ept_box){EPT_COLOUR_FLAG, EPT_COLOUR_BLACK, 2, side / 2, false, false}, EPT_COLOUR_BLACK);
}

static void pin_rows(study_pen *pen, const void *ctx)
{
    const view *v = ctx;
    const app *a = pen->a;
    instr_thing things[INSTR_PINS_MAX];
    size_t n = instr_pins(things, v->s->bp);
    ept_rect all = pen->at;
    int side = study_scaled(pen->d, PIN);

    for (size_t i = 0; i < n; i++) {
        int top = pen->at.y;

        if (i) {
            study_gap(pen, 10);
            study_rule(pen);
            study_gap(pen, 10);
            top = pen->at.y;
        }
        pen->at.x += side + 16;
        pen->at.w -= side + 16;
        study_text(pen, EPT_TYPE_BODY_BOLD, EPT_COLOUR_INK,
                   app_msg(a, pen->d, pin_title(things[i])));
        study_text(pen, EPT_TYPE_BODY, EPT_COLOUR_INK_2,
                   app_msg(a, pen->d, pin_text(things[i], v->s->bp)));
        pen->at.x = all.x;
        pen->at.w = all.w;
        if (!pen->dry)
            instr_pin_mark(pen->d, all.x + side / 2, top + (pen->at.y - top) / 2, (int)i + 1);
    }
}

static const char *sound_notice(const ept_blueprint *bp)
{
    return bp->sound.free_replay ? "instructions.sound-free" : "instructions.sound-itself";
}

int instr_screen(const instructions *s, const app *a, ept_draw_list *d, ept_rect page)
{
    const ept_metrics *m = ept_draw_metrics(d);
    view v = {s, NULL, NULL, 0};
    bool beside = m->columns > 1 && instr_picture_fits(d, (page.w - 32) * (1000 - LIST_W) / 1000);
    bool sound = has_section(s, EPT_SECTION_LISTENING);
    int list_w = beside ? (page.w - 32) * LIST_W / 1000 : page.w, gap = beside ? 32 : m->gap;
    int list_h = study_card_h(a, d, list_w, pin_rows, &v), notice = 0, h;
    ept_rect left = {page.x, page.y, beside ? page.w - 32 - list_w : page.w, 0}, right;

    if (sound)
        notice = 32 + ept_draw_text_h(d, left.w - 22 - study_scaled(d, 24) - 28,
                                      app_msg(a, d, sound_notice(s->bp)),
                                      (ept_text_opts){.type = EPT_TYPE_BODY});
    h = study_max(study_max(list_h, page.h), study_scaled(d, 400) + (sound ? notice + 16 : 0));
    left.h =
        (beside ? h : study_scaled(d, 400) + (sound ? notice + 16 : 0)) - (sound ? notice + 16 : 0);
    left.h = study_min(left.h, study_max(study_scaled(d, 400), left.w * PLAN_H / PLAN_W));
    instr_picture(s, a, d, left);
    if (sound)
        notice = ept_ui_notice(d,
                               (ept_rect){left.x, left.y + left.h + 16, left.w,
                                          beside ? study_min(notice + 12, h - left.h - 16) : 0},
                               EPT_TONE_LISTEN, "ear", NULL, app_msg(a, d, sound_notice(s->bp)));
    left.h += sound ? 16 + notice : 0;
    right = beside ? (ept_rect){page.x + left.w + gap, page.y, list_w, study_max(list_h, left.h)}
                   : (ept_rect){page.x, page.y + left.h + gap, page.w, list_h};
    right.h = study_card(a, d, right, pin_rows, &v);
    return beside ? study_max(left.h, right.h) : left.h + gap + right.h;
}

/* --- sound --- */

static size_t sound_rules(const char *out[RULES_MAX], const ept_blueprint *bp)
{
    size_t n = 0;

    out[n++] = bp->sound.free_replay  ? "instructions.sound-replay"
               : bp->sound.plays == 2 ? "instructions.sound-twice"
                                      : "instructions.sound-once";
    if (bp->sound.from_section)
        out[n++] = "instructions.sound-section";
    else if (!bp->sound.free_replay)
        out[n++] = "instructions.sound-enter";
    if (bp->sound.advance)
        out[n++] = "instructions.sound-advance";
    else if (!bp->sound.free_replay)
        out[n++] = "instructions.sound-stays";
    out[n++] = "instructions.sound-answer";
    out[n++] = "instructions.sound-volume";
    out[n++] = "instructions.sound-lost";
    return n;
}

int instr_sound(const instructions *s, const app *a, ept_draw_list *d, ept_rect page)
{
    const ept_metrics *m = ept_draw_metrics(d);
    const char *keys[RULES_MAX];
    view rules = {s, NULL, keys, sound_rules(keys, s->bp)};
    bool beside = m->columns > 1;
    ept_rect left = beside ? ept_rect_column(page, 2, 0, 32) : page, right;
    int h, right_h;

    left.h = 0;
    h = study_max(study_card_h(a, d, left.w, sound_panel_body, &s->sound),
                  beside ? study_card_h(a, d, left.w, rules_list, &rules) : 0);
    left.h = h;
    study_card(a, d, left, sound_panel_body, &s->sound);
    right = beside ? ept_rect_column(page, 2, 1, 32) : page;
    right.y += beside ? 0 : h + m->gap;
    right.h = beside ? h : 0;
    right_h = study_card(a, d, right, rules_list, &rules);
    return beside ? h : h + m->gap + right_h;
}
