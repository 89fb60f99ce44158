/* SPDX-License-Identifier: MIT */
/* The cards of home: the next step on the dark card, what the exam asks for or the last result
 * beside it, then what lies unfinished, the law exam and practice. */
#include "home_view.h"

#include "exam_view.h"

enum {
    MAIN_W = 616,
    SIDE_W = 328,
    FIRST_ROW_H = 240,
    FACT_ICON = 22,
    FACT_ROOM = 10,
    FACT_GAP = 24
};

typedef struct view {
    const home *h;
    const home_open *open; /* what a row or the dark card is about; NULL = the next mock exam */
} view;

/* "Reading · 20 questions · 25 min" */
static const char *section_words(study_pen *pen, const ept_blueprint *bp, size_t i)
{
    ept_section section = bp->sections[i].section;
    int items = study_items(bp, (int)section), minutes = study_minutes(bp, (int)section);

    return APP_MSG3(
        pen->a, pen->d, "study.section-facts",
        ept_arg_text(app_msg(pen->a, pen->d, study_section_key(section))),
        ept_arg_text(APP_MSG1(pen->a, pen->d, "study.questions", ept_arg_number(items))),
        ept_arg_text(APP_MSG1(pen->a, pen->d, "study.minutes", ept_arg_number(minutes))));
}

/* Width of all sections in a row in letters of `type`. */
static int sections_w(study_pen *pen, const ept_blueprint *bp, ept_type type)
{
    int w = -FACT_GAP;

    for (size_t i = 0; i < bp->section_count; i++)
        w += study_scaled(pen->d, FACT_ICON) + FACT_ROOM + FACT_GAP +
             ept_draw_text_w(pen->d, section_words(pen, bp, i), (ept_text_opts){.type = type});
    return w;
}

/* Every section with its icon, in a row when that has room, in smaller letters before it wraps. */
static void section_facts(study_pen *pen, const ept_blueprint *bp)
{
    ept_draw_list *d = pen->d;
    ept_type type = sections_w(pen, bp, EPT_TYPE_LEAD) <= pen->at.w ? EPT_TYPE_LEAD : EPT_TYPE_BODY;
    bool row = sections_w(pen, bp, type) <= pen->at.w;
    ept_text_opts opts = {.type = type, .colour = EPT_COLOUR_ON_BAR, .middle = true};
    int icon = study_scaled(d, FACT_ICON), h = study_max(28, study_line(d, type));
    int x = pen->at.x;

    for (size_t i = 0; i < bp->section_count; i++) {
        const char *words = section_words(pen, bp, i);
        int w = ept_draw_text_w(d, words, opts);

        if (i > 0 && !row) {
            x = pen->at.x;
            pen->at.y += h;
        }
        if (!pen->dry) {
            ept_draw_icon(d, (ept_rect){x, pen->at.y, icon, h},
                          study_section_icon(bp->sections[i].section), EPT_COLOUR_ON_BAR);
            ept_draw_text(d, (ept_rect){x + icon + FACT_ROOM, pen->at.y, w, h}, words, opts);
        }
        x += icon + FACT_ROOM + w + FACT_GAP;
    }
    pen->at.y += h;
}

/* Where an unfinished sitting stands: "Reading · 12 of 40 answered · 13:20 left". */
static const char *standing(const app *a, ept_draw_list *d, const home_open *o)
{
    const char *section = app_msg(a, d, study_section_key(o->progress.section));
    const char *answered =
        APP_MSG2(a, d, "study.answered-of", ept_arg_number((double)o->progress.answered),
                 ept_arg_number((double)o->progress.items));
    const char *left =
        o->progress.left_ms == UINT64_MAX
            ? app_msg(a, d, "study.no-clock")
            : APP_MSG1(a, d, "study.left", ept_arg_text(study_clock(d, o->progress.left_ms)));

    return APP_MSG3(a, d, "study.section-facts", ept_arg_text(section), ept_arg_text(answered),
                    ept_arg_text(left));
}

static void step_buttons(study_pen *pen, const view *v)
{
    const app *a = pen->a;
    ept_draw_list *d = pen->d;
    ept_button buttons[] = {
        {.id = "home.start",
         .label = app_msg(a, d, v->open ? "study.go-on" : "home.start"),
         .icon = "play",
         .key = "Enter",
         .kind = EPT_BUTTON_PRIMARY_ON_BAR,
         .size = EPT_BUTTON_FOOTER,
         .initial = true},
        {.id = "home.rules",
         .label = app_msg(a, d, "home.rules"),
         .kind = EPT_BUTTON_ON_BAR,
         .size = EPT_BUTTON_FOOTER},
    };
    int h = ept_draw_metrics(d)->button_footer_h;
    bool pair = ept_ui_button_w(d, &buttons[0]) + 16 + ept_ui_button_w(d, &buttons[1]) <= pen->at.w;
    ept_rect row = study_strip(pen, pair ? h : 2 * h + 16);

    if (pen->dry)
        return;
    for (int i = 0; i < 2; i++) {
        int w = study_min(ept_ui_button_w(d, &buttons[i]), row.w);

        ept_ui_button(d, pair ? ept_cut_left(&row, w, 16) : ept_cut_top(&row, h, 16), &buttons[i]);
    }
}

static void step(study_pen *pen, const void *ctx)
{
    const view *v = ctx;
    const app *a = pen->a;
    ept_draw_list *d = pen->d;
    const ept_blueprint *bp = v->h->mock;
    int body = study_line(d, EPT_TYPE_LEAD);

    study_text(pen, EPT_TYPE_SMALL, EPT_COLOUR_ON_BAR_2,
               app_msg(a, d, v->open ? "home.unfinished" : "home.next-step"));
    study_gap(pen, 4);
    if (v->open) {
        study_text(pen, EPT_TYPE_H2, EPT_COLOUR_ON_BAR, study_title(a, d, &v->open->row));
        study_gap(pen, 16);
        study_text(pen, EPT_TYPE_LEAD, EPT_COLOUR_ON_BAR, standing(a, d, v->open));
    } else if (bp) {
        study_text(pen, EPT_TYPE_H2, EPT_COLOUR_ON_BAR,
                   APP_MSG2(a, d, "home.next-mock", ept_arg_number(v->h->mocks + 1),
                            ept_arg_text(exam_kind(d, bp))));
        study_gap(pen, 16);
        section_facts(pen, bp);
    } else {
        study_text(pen, EPT_TYPE_H2, EPT_COLOUR_ON_BAR, app_msg(a, d, "home.no-exam"));
        study_gap(pen, 16 + body);
    }
    study_gap(pen, 28);
    step_buttons(pen, v);
}

/* The strip from 0 to the full score with the minimum on it. */
static void strip(study_pen *pen, int points, int scale, int minimum)
{
    ept_rect r = study_strip(pen, 8 + 16 + 8);
    const char *word = APP_MSG1(pen->a, pen->d, "study.minimum", ept_arg_number(minimum));
    ept_text_opts opts = {.type = EPT_TYPE_SMALL};
    int x, w = ept_draw_text_w(pen->d, word, opts), line = study_line(pen->d, EPT_TYPE_SMALL);

    scale = study_max(scale, 1);
    x = pen->at.x + pen->at.w * minimum / scale - w / 2;
    x = study_max(pen->at.x, study_min(x, pen->at.x + pen->at.w - w));
    if (!pen->dry) {
        ept_ui_progress(pen->d, (ept_rect){r.x, r.y + 8, r.w, 16}, points * 1000 / scale,
                        minimum * 1000 / scale, EPT_COLOUR_ACCENT);
        ept_draw_text(pen->d, (ept_rect){x, pen->at.y, w, line}, word, opts);
    }
    pen->at.y += line;
}

static const ept_minimum *minimum_of(const ept_blueprint *bp, const char *sector)
{
    return bp ? ept_blueprint_minimum(bp, sector) : NULL;
}

/* Title, and the button of the report beside it or under it. */
static void last_title(study_pen *pen)
{
    ept_draw_list *d = pen->d;
    ept_button open = {
        .id = "home.report", .label = app_msg(pen->a, d, "home.report"), .size = EPT_BUTTON_SMALL};
    const char *title = app_msg(pen->a, d, "home.last-result");
    ept_text_opts opts = {.type = EPT_TYPE_BODY_BOLD, .middle = true};
    int w = ept_ui_button_w(d, &open), h = ept_draw_metrics(d)->button_small_h;
    ept_rect row = {pen->at.x, pen->at.y, pen->at.w, h};

    if (ept_draw_text_w(d, title, opts) + 12 + w > pen->at.w) {
        study_text(pen, EPT_TYPE_BODY_BOLD, EPT_COLOUR_INK, title);
        study_gap(pen, 8);
        study_button(pen, open);
        study_gap(pen, 4);
        return;
    }
    study_gap(pen, h + 4);
    if (pen->dry)
        return;
    ept_ui_button(d, ept_cut_right(&row, w, 12), &open);
    ept_draw_text(d, row, title, opts);
}

static void last_card(study_pen *pen, const void *ctx)
{
    const view *v = ctx;
    const app *a = pen->a;
    ept_draw_list *d = pen->d;
    const ept_sitting_row *row = &v->h->last;
    const ept_minimum *minimum = minimum_of(v->h->mock, row->sector);
    ept_rect line;

    last_title(pen);
    line = study_strip(pen, study_line(d, EPT_TYPE_H1));
    if (!pen->dry) {
        const char *points = ept_arena_printf(ept_draw_arena(d), "%d", row->points);
        int w = ept_draw_text_w(d, points, (ept_text_opts){.type = EPT_TYPE_H1});

        ept_draw_text(d, line, points, (ept_text_opts){.type = EPT_TYPE_H1, .middle = true});
        ept_draw_text(
            d, (ept_rect){line.x + w + 10, line.y, line.w - w - 10, line.h + 10},
            ept_arena_printf(ept_draw_arena(d), "/ %d", row->scale),
            (ept_text_opts){.type = EPT_TYPE_BODY, .colour = EPT_COLOUR_INK_2, .middle = true});
        ept_draw_text(d, (ept_rect){line.x, line.y, line.w, line.h + 10},
                      app_when(a, d, row->started_utc_ms),
                      (ept_text_opts){.type = EPT_TYPE_SMALL,
                                      .colour = EPT_COLOUR_INK_2,
                                      .align = EPT_ALIGN_RIGHT,
                                      .middle = true});
    }
    study_gap(pen, 4);
    if (minimum) {
        ept_chip chip = study_minimum_chip(a, d, row->points, minimum->score);

        strip(pen, row->points, row->scale, minimum->score);
        study_gap(pen, 12);
        chip.bold = false;
        study_chip(pen, chip);
    }
}

/* What the exam asks for, until there is a result. */
static void facts_card(study_pen *pen, const void *ctx)
{
    const view *v = ctx;
    const app *a = pen->a;
    ept_draw_list *d = pen->d;
    const ept_blueprint *bp = v->h->mock;
    const ept_minimum *minimum = minimum_of(bp, a->learner.sector);
    const char *number;

    study_text(pen, EPT_TYPE_BODY_BOLD, EPT_COLOUR_INK, app_msg(a, d, "home.exam-facts"));
    study_gap(pen, 4);
    if (!bp)
        return;
    number = ept_arena_printf(ept_draw_arena(d), "%d", study_items(bp, -1));
    study_fact(pen, app_msg(a, d, "home.questions"), number, true);
    study_fact(pen, app_msg(a, d, "home.time"),
               APP_MSG1(a, d, "study.minutes", ept_arg_number(study_minutes(bp, -1))), true);
    study_fact(pen, app_msg(a, d, "home.full-score"),
               ept_arena_printf(ept_draw_arena(d), "%d", bp->scale), minimum != NULL);
    if (minimum) {
        study_fact(pen, app_msg(a, d, "word.minimum-score"),
                   ept_arena_printf(ept_draw_arena(d), "%d", minimum->score), false);
        study_text(pen, EPT_TYPE_SMALL, EPT_COLOUR_INK_3,
                   app_msg(a, d, study_sector_key(a->learner.sector)));
    }
}

/* A row of the card of unfinished sittings. */
static void open_row(study_pen *pen, const home_open *o, int n)
{
    const app *a = pen->a;
    ept_draw_list *d = pen->d;
    ept_button go = {.id = ept_draw_id(d, "home.open", n),
                     .label = app_msg(a, d, "study.go-on"),
                     .size = EPT_BUTTON_SMALL};
    int w = ept_ui_button_w(d, &go), h = ept_draw_metrics(d)->button_small_h;
    bool beside = pen->at.w - w >= study_scaled(d, 240);
    ept_rect top = pen->at;

    pen->at.w -= beside ? w + 16 : 0;
    study_text(pen, EPT_TYPE_BODY_BOLD, EPT_COLOUR_INK, study_title(a, d, &o->row));
    study_text(pen, EPT_TYPE_SMALL, EPT_COLOUR_INK_2, standing(a, d, o));
    study_text(pen, EPT_TYPE_SMALL, EPT_COLOUR_INK_3, app_when(a, d, o->row.last_utc_ms));
    pen->at.w = top.w;
    if (!beside) {
        study_gap(pen, 8);
        study_button(pen, go);
    } else if (!pen->dry) {
        int y = top.y + (pen->at.y - top.y - h) / 2;

        ept_ui_button(d, (ept_rect){top.x + top.w - w, y, w, 0}, &go);
    }
}

/* What else lies unfinished: the first stands on the dark card. */
static void open_card(study_pen *pen, const void *ctx)
{
    const view *v = ctx;

    study_text(pen, EPT_TYPE_H3, EPT_COLOUR_INK, app_msg(pen->a, pen->d, "home.also-unfinished"));
    for (size_t i = 1; i < v->h->open_count; i++) {
        study_gap(pen, 12);
        if (i > 1) {
            study_rule(pen);
            study_gap(pen, 12);
        }
        open_row(pen, &v->h->open[i], (int)i);
    }
    if (v->h->open_more) {
        study_gap(pen, 12);
        study_text(
            pen, EPT_TYPE_SMALL, EPT_COLOUR_INK_2,
            APP_MSG1(pen->a, pen->d, "home.open-more", ept_arg_number((double)v->h->open_more)));
    }
}

/* A card with icon and title, a sentence, and one button. */
static void way(study_pen *pen, const char *icon, const char *title, const char *text,
                ept_button button)
{
    int h = study_line(pen->d, EPT_TYPE_H3), side = study_scaled(pen->d, 24);
    ept_rect top = pen->at;

    if (!pen->dry)
        ept_draw_icon(pen->d, (ept_rect){top.x, top.y, side, h}, icon, EPT_COLOUR_ACCENT);
    pen->at.x += side + 12;
    pen->at.w -= side + 12;
    study_text(pen, EPT_TYPE_H3, EPT_COLOUR_INK, title);
    pen->at.x = top.x;
    pen->at.w = top.w;
    study_gap(pen, 8);
    study_text(pen, EPT_TYPE_BODY, EPT_COLOUR_INK_2, text);
    study_gap(pen, 16);
    button.size = EPT_BUTTON_SMALL;
    study_button(pen, button);
}

static void law_card(study_pen *pen, const void *ctx)
{
    const view *v = ctx;
    const app *a = pen->a;
    ept_draw_list *d = pen->d;
    const ept_blueprint *bp = v->h->law;
    const char *text = APP_MSG3(
        a, d, "study.section-facts",
        ept_arg_text(APP_MSG1(a, d, "study.questions", ept_arg_number(study_items(bp, -1)))),
        ept_arg_text(APP_MSG1(a, d, "study.minutes", ept_arg_number(study_minutes(bp, -1)))),
        ept_arg_text(APP_MSG1(a, d, "study.points", ept_arg_number(bp->scale))));

    if (v->h->has_law)
        text =
            APP_MSG3(a, d, "home.law-last", ept_arg_text(text),
                     ept_arg_number(v->h->last_law.points), ept_arg_number(v->h->last_law.scale));
    way(pen, "law", app_msg(a, d, "word.labour-law"), text,
        (ept_button){.id = "home.law", .label = app_msg(a, d, "home.law")});
}

static void practice_card(study_pen *pen, const void *ctx)
{
    const app *a = pen->a;
    ept_draw_list *d = pen->d;

    (void)ctx;
    way(pen, "edit", app_msg(a, d, "home.practice-title"), app_msg(a, d, "home.practice-text"),
        (ept_button){.id = "home.practice", .label = app_msg(a, d, "home.practice")});
}

/* Cards under each other; their height. */
static int draw_list(const view *v, const app *a, ept_draw_list *d, ept_rect box,
                     study_body *const *cards, size_t count)
{
    int gap = ept_draw_metrics(d)->gap, top = box.y;

    for (size_t i = 0; i < count; i++)
        box.y += (i ? gap : 0) +
                 study_card(a, d, (ept_rect){box.x, box.y + (i ? gap : 0), box.w, 0}, cards[i], v);
    return box.y - top;
}

/* Under the first row: at the left what else lies unfinished and practice, at the right the law. */
static int draw_columns(const view *v, const app *a, ept_draw_list *d, ept_rect page)
{
    study_body *first = v->h->has_last ? last_card : facts_card, *list[2] = {NULL};
    int gap = ept_draw_metrics(d)->gap, h;
    int right = study_max(study_scaled(d, 300), (page.w - gap) * SIDE_W / (SIDE_W + MAIN_W));
    ept_rect main = {page.x, page.y, page.w - gap - right, 0};
    ept_rect side = {page.x + main.w + gap, page.y, right, 0};
    size_t n = 0;

    h = study_max(FIRST_ROW_H, study_max(study_card_h(a, d, main.w, step, v),
                                         study_card_h(a, d, side.w, first, v)));
    main.h = side.h = h;
    study_dark_card(a, d, main, step, v);
    study_card(a, d, side, first, v);
    main.y = side.y = page.y + h + gap;
    if (v->h->open_count > 1)
        list[n++] = open_card;
    if (v->h->practice)
        list[n++] = practice_card;
    main.h = draw_list(v, a, d, main, list, n);
    side.h = n == 1 && v->h->law ? main.h : 0; /* one beside one: equally high */
    if (v->h->law)
        side.h = study_card(a, d, side, law_card, v);
    return h + gap + study_max(main.h, side.h);
}

static int draw_stack(const view *v, const app *a, ept_draw_list *d, ept_rect page)
{
    int gap = ept_draw_metrics(d)->gap, h;
    study_body *list[4] = {NULL};
    size_t n = 0;

    page.h = 0;
    h = study_dark_card(a, d, page, step, v) + gap;
    page.y += h;
    if (v->h->open_count > 1)
        list[n++] = open_card;
    list[n++] = v->h->has_last ? last_card : facts_card;
    if (v->h->law)
        list[n++] = law_card;
    if (v->h->practice)
        list[n++] = practice_card;
    return h + draw_list(v, a, d, page, list, n);
}

int home_cards(const home *h, const app *a, ept_draw_list *d, ept_rect page)
{
    view v = {h, h->open_count ? &h->open[0] : NULL};

    return ept_draw_metrics(d)->columns > 1 ? draw_columns(&v, a, d, page)
                                            : draw_stack(&v, a, d, page);
}
