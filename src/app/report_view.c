/* SPDX-License-Identifier: MIT */
/* The cards of the report: the total on its bar with the minimum score, both sections by kinds of
 * questions with the last attempt marked, and every answer as a cell that opens its review. */
#include "report_view.h"

#include "epstopik/str.h"

enum {
    ROW_H = 35,
    BAR_H = 24,
    CELL_W = 40,
    CELL_H = 44,
    CELL_GAP = 8,
    PER_ROW = 20,
    LEGEND_LINES = 3
};

static int pad_of(const ept_draw_list *d)
{
    return ept_draw_metrics(d)->w < 1280 ? 16 : 24;
}

bool report_sat(const ept_report *report, size_t item)
{
    return report->row.only < 0 ||
           report->form->items[item].section == (ept_section)report->row.only;
}

ept_cell_state report_cell(const ept_report *report, size_t item)
{
    const ept_response *r = ept_sitting_response(report->sitting, item);

    if (!r->place)
        return EPT_CELL_NONE;
    return r->identity == 0 ? EPT_CELL_CORRECT : EPT_CELL_WRONG;
}

/* --- total --- */

static const char *section_points(const app *a, ept_draw_list *d, const ept_section_score *s)
{
    const char *text = ept_arena_printf(ept_draw_arena(d), "%s %d",
                                        app_msg(a, d, study_section_key(s->section)), s->points);

    return text ? text : "";
}

/* The chip under the number is a little higher than others. */
static void minimum_chip(study_pen *pen, const ept_report *r)
{
    ept_chip chip = study_minimum_chip(pen->a, pen->d, r->score.points, r->minimum->score);
    int w = ept_ui_chip_w(pen->d, &chip);

    if (w > pen->at.w) {
        study_chip(pen, chip);
        return;
    }
    if (!pen->dry)
        ept_ui_chip(pen->d, (ept_rect){pen->at.x, pen->at.y, w, study_chip_h(pen->d) + 4}, &chip);
    study_gap(pen, study_chip_h(pen->d) + 4);
}

/* The number, the chip beside the minimum score under it. */
static void number(study_pen *pen, const void *ctx)
{
    const report_state *s = ctx;
    const ept_report *r = &s->report;
    const char *points = ept_arena_printf(ept_draw_arena(pen->d), "%d", r->score.points);
    const char *of = APP_MSG1(pen->a, pen->d, "study.of-points", ept_arg_number(r->score.scale));
    ept_text_opts big = {.type = EPT_TYPE_SCORE, .nowrap = true};
    ept_rect line = study_strip(pen, study_line(pen->d, EPT_TYPE_SCORE));
    int w = ept_draw_text_w(pen->d, points, big);

    if (!pen->dry) {
        ept_draw_text(pen->d, line, points, big);
        ept_draw_text(
            pen->d, (ept_rect){line.x + w + 12, line.y + 10, line.w - w - 12, line.h - 10}, of,
            (ept_text_opts){.type = EPT_TYPE_OPTION, .colour = EPT_COLOUR_INK_2, .middle = true});
    }
    study_gap(pen, 12);
    if (r->minimum)
        minimum_chip(pen, r);
    else
        study_text(pen, EPT_TYPE_BODY_BOLD, EPT_COLOUR_INK,
                   APP_MSG2(pen->a, pen->d, "report.right-of",
                            ept_arg_number((double)r->score.tally.right),
                            ept_arg_number((double)r->score.tally.items)));
    if (r->row.ended && r->row.reason != EPT_CLOSE_DONE) {
        study_gap(pen, 8);
        study_text(
            pen, EPT_TYPE_SMALL, EPT_COLOUR_INK_2,
            app_msg(pen->a, pen->d,
                    r->row.reason == EPT_CLOSE_CHANGED ? "results.changed" : "results.by-learner"));
    }
}

static ept_score_bar bar_of(const report_state *s, const app *a, ept_draw_list *d)
{
    const ept_report *r = &s->report;
    ept_score_bar bar = {.max = r->score.scale, .minimum = -1};

    for (size_t i = 0; i < r->score.section_count; i++) {
        const ept_section_score *part = &r->score.sections[i];

        if (part->section == EPT_SECTION_LISTENING) {
            bar.second = part->points;
            bar.second_word = section_points(a, d, part);
        } else {
            bar.first = part->points;
            bar.first_word = section_points(a, d, part);
        }
    }
    if (r->minimum) {
        bar.minimum = r->minimum->score;
        bar.minimum_word = APP_MSG1(a, d, "study.minimum", ept_arg_number(r->minimum->score));
    }
    bar.you = APP_MSG1(a, d, "report.you", ept_arg_number(r->score.points));
    return bar;
}

/* Width of the chip, so that its words stay on one line beside the bar. */
static int chip_w(const report_state *s, const app *a, ept_draw_list *d)
{
    ept_chip chip = {0};

    if (!s->report.minimum)
        return 0;
    chip = study_minimum_chip(a, d, s->report.score.points, s->report.minimum->score);
    return ept_ui_chip_w(d, &chip);
}

int report_total(const report_state *s, const app *a, ept_draw_list *d, ept_rect box)
{
    int pad = pad_of(d), low = 16,
        bar_h = study_line(d, EPT_TYPE_BODY) * 2 + study_scaled(d, 34) +
                study_line(d, EPT_TYPE_SMALL) + 28;
    int left = study_max(study_scaled(d, 300), chip_w(s, a, d) + 8), h;
    bool beside = box.w - 2 * pad - left >= study_scaled(d, 420);
    study_pen pen = {a, d, {0, 0, beside ? left : box.w - 2 * pad, 0}, true};
    ept_score_bar bar = bar_of(s, a, d);
    ept_rect in;

    number(&pen, s);
    h = pen.at.y;
    box.h = 2 * low + (beside ? study_max(h, bar_h) : h + 16 + bar_h);
    ept_ui_card(d, box);
    in = ept_rect_inset(box, pad, low);
    pen.dry = false;
    pen.at.x = in.x;
    pen.at.y = in.y;
    number(&pen, s);
    if (beside) {
        ept_cut_left(&in, left, 24);
        in.w -= 16;
    } else {
        ept_cut_top(&in, h, 16);
    }
    ept_ui_score_bar(d, in, &bar);
    return box.h;
}

/* --- sections --- */

typedef struct view {
    const report_state *s;
    const ept_section_score *part;
    int columns; /* of the kinds of questions */
} view;

static const char *group_word(const app *a, ept_draw_list *d, const char *id)
{
    const char *key = id ? ept_arena_printf(ept_draw_arena(d), "report.kind-%s", id) : NULL;

    return key ? app_msg(a, d, key) : "";
}

static void section_head(study_pen *pen, const view *v)
{
    ept_draw_list *d = pen->d;
    bool listening = v->part->section == EPT_SECTION_LISTENING;
    ept_colour colour = listening ? EPT_COLOUR_LISTEN : EPT_COLOUR_ACCENT;
    ept_rect r = study_strip(pen, study_max(32, study_line(d, EPT_TYPE_QUESTION)));
    const char *points = ept_arena_printf(ept_draw_arena(d), "%d", v->part->points);
    const char *of = ept_arena_printf(ept_draw_arena(d), "/ %d", v->part->scale);
    int icon = study_scaled(d, 26),
        w = ept_draw_text_w(d, of, (ept_text_opts){.type = EPT_TYPE_BODY});

    if (pen->dry)
        return;
    ept_draw_icon(d, ept_cut_left(&r, icon, 14), study_section_icon(v->part->section), colour);
    ept_draw_text(
        d, ept_cut_right(&r, w, 8), of,
        (ept_text_opts){.type = EPT_TYPE_BODY, .colour = EPT_COLOUR_INK_2, .middle = true});
    w = ept_draw_text_w(d, points, (ept_text_opts){.type = EPT_TYPE_QUESTION});
    ept_draw_text(d, ept_cut_right(&r, w, 8), points,
                  (ept_text_opts){.type = EPT_TYPE_QUESTION, .middle = true});
    ept_draw_text(d, r, app_msg(pen->a, d, study_section_key(v->part->section)),
                  (ept_text_opts){.type = EPT_TYPE_H3, .middle = true});
}

/* Points of this section in the last attempt; -1 when there was none. */
static int previous(const view *v)
{
    const ept_report *r = &v->s->report;

    for (size_t i = 0; r->has_previous && i < r->blueprint->section_count; i++)
        if (r->blueprint->sections[i].section == v->part->section)
            return r->previous.section_points[i];
    return -1;
}

static void section_words(study_pen *pen, const view *v)
{
    ept_draw_list *d = pen->d;
    const ept_tally *t = &v->part->tally;
    const ept_arg args[] = {ept_arg_number((double)t->right), ept_arg_number((double)t->wrong),
                            ept_arg_number((double)t->blank),
                            ept_arg_text(study_clock(d, v->part->used_ms))};
    const char *words = app_msgf(pen->a, d, "report.counts", args, 4), *last = NULL;
    ept_text_opts opts = {.type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_INK_2};
    int w = ept_draw_text_w(d, words, opts), before = previous(v);

    if (before >= 0) {
        int change = v->part->points - before;

        last = APP_MSG2(pen->a, d, "report.last-time", ept_arg_number(before),
                        ept_arg_text(ept_arena_printf(ept_draw_arena(d), "%s%d",
                                                      change < 0 ? "\xE2\x88\x92" : "+",
                                                      change < 0 ? -change : change)));
    }
    if (last && w + 16 + ept_draw_text_w(d, last, opts) <= pen->at.w && !pen->dry) {
        opts.align = EPT_ALIGN_RIGHT;
        ept_draw_text(d, pen->at, last, opts);
    }
    if (last && w + 16 + ept_draw_text_w(d, last, opts) > pen->at.w)
        study_text(pen, EPT_TYPE_SMALL, EPT_COLOUR_INK_2, last);
    study_text(pen, EPT_TYPE_SMALL, EPT_COLOUR_INK_2, words);
}

static int group_h(study_pen *pen, const char *word, int w)
{
    return study_max(study_scaled(pen->d, ROW_H),
                     ept_draw_text_h(pen->d, w, word, (ept_text_opts){.type = EPT_TYPE_BODY}) + 10);
}

/* One kind of question: its name, blocks, count. */
static int group_row(study_pen *pen, ept_rect box, const ept_report_group *g, int most)
{
    ept_draw_list *d = pen->d;
    int name_w = box.w * 8 / 15 - 12;
    const char *word = group_word(pen->a, d, g->id);
    int h = group_h(pen, word, name_w);

    if (pen->dry)
        return h;
    box.h = h;
    ept_draw_hline(d, box.x, box.y, box.w, EPT_COLOUR_LINE);
    ept_draw_text(d, (ept_rect){box.x, box.y, name_w, h}, word,
                  (ept_text_opts){.type = EPT_TYPE_BODY, .middle = true});
    ept_cut_left(&box, name_w, 12);
    ept_ui_blocks(d, box, (int)g->tally.right, (int)g->tally.items, most,
                  g->section == EPT_SECTION_LISTENING ? EPT_COLOUR_LISTEN : EPT_COLOUR_ACCENT);
    return h;
}

static void groups(study_pen *pen, const view *v)
{
    const ept_report *r = &v->s->report;
    int y[2] = {pen->at.y, pen->at.y}, n = 0, all = 0, most = 0;

    for (size_t i = 0; i < r->group_count; i++) {
        if (r->groups[i].section != v->part->section)
            continue;
        all++;
        most = study_max(most, (int)r->groups[i].tally.items);
    }
    for (size_t i = 0; i < r->group_count; i++) {
        int column = v->columns > 1 && n >= (all + 1) / 2;
        ept_rect box = ept_rect_column(pen->at, v->columns, column, 32);

        if (r->groups[i].section != v->part->section)
            continue;
        box.y = y[column];
        y[column] += group_row(pen, box, &r->groups[i], most);
        n++;
    }
    pen->at.y = study_max(y[0], y[1]);
}

static void section_card(study_pen *pen, const void *ctx)
{
    const view *v = ctx;
    int scale = study_max(1, v->part->scale), before = previous(v);
    ept_rect bar;

    section_head(pen, v);
    study_gap(pen, 13);
    bar = study_strip(pen, BAR_H);
    if (!pen->dry)
        ept_ui_progress(
            pen->d, bar, v->part->points * 1000 / scale, before < 0 ? -1 : before * 1000 / scale,
            v->part->section == EPT_SECTION_LISTENING ? EPT_COLOUR_LISTEN : EPT_COLOUR_ACCENT);
    study_gap(pen, 8);
    section_words(pen, v);
    study_gap(pen, 10);
    groups(pen, v);
}

int report_sections(const report_state *s, const app *a, ept_draw_list *d, ept_rect box)
{
    const ept_metrics *m = ept_draw_metrics(d);
    int n = (int)s->report.score.section_count, gap = study_min(16, m->gap), h = 0, y = box.y;
    bool beside = n > 1 && m->columns > 1;
    view views[EPT_SECTIONS_MAX];

    box.h = 0;
    for (int i = 0; i < n; i++) {
        views[i] = (view){s, &s->report.score.sections[i], n == 1 && m->columns > 1 ? 2 : 1};
        if (beside)
            h = study_max(h, study_tight_card_h(a, d, ept_rect_column(box, n, i, gap).w,
                                                section_card, &views[i]));
    }
    for (int i = 0; i < n; i++) {
        ept_rect r = beside ? ept_rect_column(box, n, i, gap) : box;

        r.y = beside ? box.y : y;
        r.h = h;
        y += study_tight_card(a, d, r, section_card, &views[i]) + gap;
    }
    return beside ? h : study_max(0, y - gap - box.y);
}

/* --- all answers --- */

static void legend_line(study_pen *pen, ept_rect r, const char *icon, const char *word, bool bad)
{
    int side = study_scaled(pen->d, 18);
    ept_colour colour = bad ? EPT_COLOUR_BAD : EPT_COLOUR_INK_2;

    ept_draw_icon(pen->d, ept_cut_left(&r, side, 10), icon, bad ? colour : EPT_COLOUR_INK);
    ept_draw_text(pen->d, r, word,
                  (ept_text_opts){.type = bad ? EPT_TYPE_SMALL_BOLD : EPT_TYPE_SMALL,
                                  .colour = colour,
                                  .middle = true});
}

/* The three counts: under each other, or in one row. */
static void legend(study_pen *pen, const report_state *s, int columns)
{
    const ept_tally *t = &s->report.score.tally;
    int line = study_max(28, study_line(pen->d, EPT_TYPE_SMALL) + 8);
    ept_rect all = study_strip(pen, LEGEND_LINES / columns * line);
    const struct {
        const char *icon, *key;
        size_t n;
    } lines[LEGEND_LINES] = {{"check", "report.right", t->right},
                             {"x", "report.wrong", t->wrong},
                             {"minus", "report.blank", t->blank}};

    for (int i = 0; i < LEGEND_LINES && !pen->dry; i++) {
        ept_rect r = ept_rect_column(all, columns, i % columns, 16);

        r.y += i / columns * line;
        r.h = line;
        legend_line(pen, r, lines[i].icon,
                    APP_MSG1(pen->a, pen->d, lines[i].key, ept_arg_number((double)lines[i].n)),
                    i == 1);
    }
}

/* Cells in rows; each section begins a new one. Height. */
static int cells(const report_state *s, ept_draw_list *d, ept_rect box, int per_row, bool draw)
{
    const ept_report *r = &s->report;
    int w = study_scaled(d, CELL_W), h = study_scaled(d, CELL_H), at = 0, row = -1;
    ept_section last = EPT_SECTION_LAW;

    for (size_t i = 0; i < r->form->count; i++) {
        const ept_form_item *item = &r->form->items[i];
        ept_cell cell = {.id = ept_draw_id(d, "report.cell", (int)i),
                         .number = item->number,
                         .state = report_cell(r, i),
                         .listening = item->section == EPT_SECTION_LISTENING,
                         .group = 1};

        if (!report_sat(r, i))
            continue;
        if (row < 0 || item->section != last || at == per_row) {
            row++;
            at = 0;
        }
        last = item->section;
        if (draw)
            ept_ui_cell(d,
                        (ept_rect){box.x + at * (w + CELL_GAP), box.y + row * (h + CELL_GAP), w, h},
                        &cell);
        at++;
    }
    return (row + 1) * (h + CELL_GAP) - CELL_GAP;
}

int report_answers(const report_state *s, const app *a, ept_draw_list *d, ept_rect box)
{
    int pad = study_min(pad_of(d), 16), side = pad_of(d),
        pitch = study_scaled(d, CELL_W) + CELL_GAP;
    int legend_w = study_scaled(d, 180), room = box.w - 2 * side + CELL_GAP, h, legend_h;
    bool beside = room - legend_w - 32 >= PER_ROW * pitch;
    int per_row = study_min(PER_ROW, study_max(5, room / pitch)), columns = beside ? 1 : 3;
    study_pen pen = {a, d, {0, 0, beside ? legend_w : room - CELL_GAP, 0}, true};
    ept_rect in;

    columns = room < 3 * legend_w ? 1 : columns;
    h = cells(s, d, box, per_row, false);
    legend(&pen, s, columns);
    legend_h = pen.at.y;
    box.h = 2 * pad + (beside ? study_max(h, legend_h) : h + 12 + legend_h);
    ept_ui_card(d, box);
    in = ept_rect_inset(box, side, pad);
    cells(s, d, in, per_row, true);
    pen.dry = false;
    pen.at.x = beside ? in.x + per_row * pitch + 24 : in.x;
    pen.at.y = beside ? in.y + (in.h - legend_h) / 2 : in.y + h + 12;
    legend(&pen, s, columns);
    return box.h;
}

const char *report_facts(const report_state *s, const app *a, ept_draw_list *d)
{
    const ept_report *r = &s->report;
    uint64_t used = 0;

    /* Each section's time is shown in whole seconds: so is their sum. */
    for (size_t i = 0; i < r->score.section_count; i++)
        used += (r->score.sections[i].used_ms + 999) / 1000 * 1000;
    return APP_MSG3(a, d, "report.facts", ept_arg_text(study_clock(d, used)),
                    ept_arg_number((double)r->interruptions), ept_arg_text(r->mark));
}
