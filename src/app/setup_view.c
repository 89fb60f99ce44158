/* SPDX-License-Identifier: MIT */
/* The cards of the set-up: what can be chosen at the left, what the choice means at the right, with
 * the minimum score of the sector, its source and date. */
#include <string.h>

#include "epstopik/str.h"
#include "setup.h"

const char *const setup_sectors[SETUP_SECTORS] = {"manufacturing", "construction", "agriculture",
                                                  "fishery", "services"};

int setup_number(const setup *s)
{
    int64_t n = 0;

    if (!s->numbered)
        return 0;
    return ept_parse_int(&n, s->number.text, 1, EPT_FORM_NUMBER_MAX) ? (int)n : -1;
}

/* --- choices --- */

static void heading(study_pen *pen, const char *key)
{
    study_text(pen, EPT_TYPE_BODY_BOLD, EPT_COLOUR_INK, app_msg(pen->a, pen->d, key));
    study_gap(pen, 8);
}

/* Height of a choice row, as the widget makes it. */
static int choice_h(const study_pen *pen, int w, const ept_choice *c)
{
    int text = w - (16 + study_scaled(pen->d, 24) + 12) - 16 -
               (c->icon ? study_scaled(pen->d, 20) + 8 : 0);
    int words = ept_draw_text_h(pen->d, text, c->label, (ept_text_opts){.type = EPT_TYPE_BODY}) +
                ept_draw_text_h(pen->d, text, c->note, (ept_text_opts){.type = EPT_TYPE_SMALL});

    return study_max(ept_draw_metrics(pen->d)->row_h, words + 24);
}

/* Rows in columns, each as high as its higher choice. */
static void choices(study_pen *pen, const ept_choice *list, size_t count, size_t columns)
{
    int w = ept_rect_column(pen->at, (int)columns, 0, 8).w;

    for (size_t first = 0; first < count; first += columns) {
        size_t end = first + columns < count ? first + columns : count;
        int h = 0;
        ept_rect row;

        for (size_t i = first; i < end; i++)
            h = study_max(h, choice_h(pen, w, &list[i]));
        study_gap(pen, first ? 8 : 0);
        row = study_strip(pen, h);
        for (size_t i = first; i < end && !pen->dry; i++)
            ept_ui_choice(pen->d, ept_rect_column(row, (int)columns, (int)(i - first), 8),
                          &list[i]);
    }
}

static const char *kind_label(study_pen *pen, const setup_kind *kind)
{
    const char *title = study_exam(pen->a, kind->bp);

    if (kind->only < 0)
        return title;
    return APP_MSG2(
        pen->a, pen->d, "study.section-of", ept_arg_text(title),
        ept_arg_text(app_msg(pen->a, pen->d, study_section_key((ept_section)kind->only))));
}

/* What the bank lacks for a kind that cannot be chosen; NULL = nothing. */
static const char *kind_note(study_pen *pen, const setup_kind *kind)
{
    if (kind->fillable)
        return NULL;
    return APP_MSG3(pen->a, pen->d, "setup.short", ept_arg_text(kind->shortage.slot),
                    ept_arg_number((double)kind->shortage.needed),
                    ept_arg_number((double)kind->shortage.found));
}

static void kinds(study_pen *pen, const setup *s)
{
    ept_choice list[SETUP_KINDS_MAX];

    heading(pen, "setup.kind");
    for (size_t i = 0; i < s->count; i++) {
        const setup_kind *kind = &s->kinds[i];

        list[i] = (ept_choice){.id = ept_draw_id(pen->d, "setup.kind", (int)i),
                               .label = kind_label(pen, kind),
                               .note = kind_note(pen, kind),
                               .on = i == s->active,
                               .disabled = !kind->fillable,
                               .group = 1};
    }
    choices(pen, list, s->count, pen->at.w >= study_scaled(pen->d, 480) ? 2 : 1);
}

/* How the chosen exam differs, in a sentence. */
static const char *about(const setup_kind *kind)
{
    if (kind->bp->one_section)
        return "setup.note-practice";
    if (kind->bp->item_language)
        return "setup.note-law";
    return kind->bp->change == EPT_CHANGE_UNTIL_FIXED ? "setup.note-strict" : "setup.note-free";
}

static void form(study_pen *pen, const setup *s)
{
    ept_draw_list *d = pen->d;
    ept_choice list[] = {
        {.id = "setup.form.0",
         .label = app_msg(pen->a, d, "setup.next"),
         .note = app_msg(pen->a, d, "setup.next-note"),
         .on = !s->numbered,
         .group = 2},
        {.id = "setup.form.1",
         .label = app_msg(pen->a, d, "setup.numbered"),
         .note = app_msg(pen->a, d, "setup.numbered-note"),
         .on = s->numbered,
         .group = 2},
    };
    ept_field field = {.id = "setup.number",
                       .label = app_msg(pen->a, d, "setup.number"),
                       .note = s->bad_number ? app_msg(pen->a, d, "setup.bad-number") : NULL,
                       .edit = &s->number,
                       .bad = s->bad_number};
    int body = study_line(d, EPT_TYPE_BODY), small = study_line(d, EPT_TYPE_SMALL);

    heading(pen, "setup.form");
    choices(pen, list, 2, pen->at.w >= study_scaled(d, 480) ? 2 : 1);
    if (!s->numbered)
        return;
    study_gap(pen, 12);
    {
        ept_rect r = study_strip(pen, body + 8 + ept_draw_metrics(d)->row_h +
                                          (field.note ? small * 2 + 8 : 0));

        r.w = study_min(r.w, study_scaled(d, 320));
        r.h = 0;
        if (!pen->dry)
            ept_ui_field(d, r, &field);
    }
}

static void sectors(study_pen *pen, const setup *s)
{
    ept_choice list[SETUP_SECTORS];

    heading(pen, "setup.sector");
    for (int i = 0; i < SETUP_SECTORS; i++)
        list[i] = (ept_choice){.id = ept_draw_id(pen->d, "setup.sector", i),
                               .label = app_msg(pen->a, pen->d, study_sector_key(setup_sectors[i])),
                               .on = i == s->sector,
                               .group = 3};
    choices(pen, list, SETUP_SECTORS, pen->at.w >= study_scaled(pen->d, 480) ? 2 : 1);
}

static void languages(study_pen *pen, const setup *s)
{
    static const char *const keys[EPT_LANG_COUNT] = {"lang.ko", "lang.kk", "lang.ru", "lang.en"};
    ept_segment items[EPT_LANG_COUNT];
    ept_segments segments = {.id = "setup.lang",
                             .items = items,
                             .count = EPT_LANG_COUNT,
                             .active = (int)s->law_lang,
                             .group = 4};
    ept_rect r;

    heading(pen, "setup.law-lang");
    for (int i = 0; i < EPT_LANG_COUNT; i++)
        items[i] = (ept_segment){app_msg(pen->a, pen->d, keys[i]), NULL};
    r = study_strip(pen, ept_draw_metrics(pen->d)->button_h);
    if (!pen->dry)
        ept_ui_segments(pen->d, r, &segments);
}

void setup_choices(study_pen *pen, const void *ctx)
{
    const setup *s = ctx;
    const ept_blueprint *bp = s->kinds[s->active].bp;

    kinds(pen, s);
    study_gap(pen, 24);
    form(pen, s);
    if (bp->minimum_count) {
        study_gap(pen, 24);
        sectors(pen, s);
    }
    if (bp->item_language) {
        study_gap(pen, 24);
        languages(pen, s);
    }
}

/* --- facts --- */

static void sections_facts(study_pen *pen, const setup_kind *kind)
{
    const app *a = pen->a;
    ept_draw_list *d = pen->d;

    for (size_t i = 0; i < kind->bp->section_count; i++) {
        const ept_section_rule *rule = &kind->bp->sections[i];
        int only = (int)rule->section;
        const char *facts;

        if (kind->only >= 0 && kind->only != only)
            continue;
        facts = APP_MSG2(a, d, "study.section-of",
                         ept_arg_text(APP_MSG1(a, d, "study.questions",
                                               ept_arg_number(study_items(kind->bp, only)))),
                         ept_arg_text(rule->limit_ms
                                          ? APP_MSG1(a, d, "study.minutes",
                                                     ept_arg_number(study_minutes(kind->bp, only)))
                                          : app_msg(a, d, "study.no-clock")));
        study_fact(pen, app_msg(a, d, study_section_key(rule->section)), facts, true);
    }
    study_fact(pen, app_msg(a, d, "home.full-score"),
               ept_arena_printf(ept_draw_arena(d), "%d", kind->bp->scale), true);
}

static void may(study_pen *pen, const char *key, bool yes)
{
    study_fact(pen, app_msg(pen->a, pen->d, key),
               app_msg(pen->a, pen->d, yes ? "setup.yes" : "setup.no"), true);
}

static void allowed(study_pen *pen, const setup_kind *kind)
{
    const ept_blueprint *bp = kind->bp;
    const ept_section_rule *listening = ept_blueprint_section(bp, EPT_SECTION_LISTENING);
    const app *a = pen->a;
    const char *change = NULL;

    switch (bp->change) {
    case EPT_CHANGE_ALWAYS:
        change = "setup.yes";
        break;
    case EPT_CHANGE_UNTIL_FIXED:
        change = "setup.until-fixed";
        break;
    case EPT_CHANGE_UNTIL_FEEDBACK:
        change = "setup.until-feedback";
        break;
    }
    study_fact(pen, app_msg(a, pen->d, "setup.change"), app_msg(a, pen->d, change), true);
    if (!bp->item_feedback)
        may(pen, "setup.flag", bp->flag);
    if (bp->sections[0].limit_ms)
        may(pen, "setup.early", bp->submit);
    if (listening && kind->only != EPT_SECTION_READING)
        study_fact(pen, app_msg(a, pen->d, "setup.plays"),
                   bp->sound.free_replay
                       ? app_msg(a, pen->d, "setup.any-number")
                       : ept_arena_printf(ept_draw_arena(pen->d), "%d", bp->sound.plays),
                   true);
}

/* Who says so: the source up to its first comma; the rest is for those who keep the file. */
static const char *who_says(ept_draw_list *d, const ept_minimum *m)
{
    const char *name = ept_arena_strndup(ept_draw_arena(d), m->source, strcspn(m->source, ","));

    return name ? name : m->source;
}

static void minimum(study_pen *pen, const setup *s)
{
    const app *a = pen->a;
    ept_draw_list *d = pen->d;
    const ept_minimum *m = ept_blueprint_minimum(s->kinds[s->active].bp, setup_sectors[s->sector]);

    if (!m)
        return;
    study_fact(
        pen, app_msg(a, d, "word.minimum-score"),
        ept_arena_printf(ept_draw_arena(d), "%d / %d", m->score, s->kinds[s->active].bp->scale),
        false);
    study_text(pen, EPT_TYPE_SMALL, EPT_COLOUR_INK_2,
               APP_MSG2(a, d, "setup.source", ept_arg_text(who_says(d, m)), ept_arg_text(m->date)));
    if (m->unconfirmed) {
        study_gap(pen, 8);
        study_chip(pen, (ept_chip){.label = app_msg(a, d, "setup.unconfirmed"),
                                   .icon = "warn",
                                   .tone = EPT_TONE_WARN});
    }
    study_gap(pen, 8);
    study_text(pen, EPT_TYPE_SMALL, EPT_COLOUR_INK_3, app_msg(a, d, "setup.relative"));
}

void setup_facts(study_pen *pen, const void *ctx)
{
    const setup *s = ctx;
    const setup_kind *kind = &s->kinds[s->active];
    const app *a = pen->a;
    ept_draw_list *d = pen->d;

    study_text(pen, EPT_TYPE_H3, EPT_COLOUR_INK, kind_label(pen, kind));
    study_text(pen, EPT_TYPE_SMALL, EPT_COLOUR_INK_2, app_msg(a, d, about(kind)));
    study_gap(pen, 8);
    sections_facts(pen, kind);
    allowed(pen, kind);
    minimum(pen, s);
    study_gap(pen, 16);
    if (s->no_form) {
        study_text(pen, EPT_TYPE_BODY_BOLD, EPT_COLOUR_BAD,
                   APP_MSG3(a, d, "setup.short", ept_arg_text(s->short_of.slot),
                            ept_arg_number((double)s->short_of.needed),
                            ept_arg_number((double)s->short_of.found)));
        study_gap(pen, 16);
    }
    study_button(pen, (ept_button){.id = "setup.start",
                                   .label = app_msg(a, d, "home.start"),
                                   .icon = "play",
                                   .key = "Enter",
                                   .kind = EPT_BUTTON_PRIMARY,
                                   .size = EPT_BUTTON_FOOTER,
                                   .disabled = !kind->fillable});
}
