/* SPDX-License-Identifier: MIT */
/* My results: every sitting of the learner, unfinished ones first, with the score against the
 * minimum score; opens the report or the offer to go on, and saves the table as a file. */
#include <string.h>

#include "epstopik/str.h"
#include "results_csv.h"
#include "study.h"

enum { COLUMNS = 4 };

typedef struct results {
    ept_arena *arena;
    ept_sitting_row *rows;
    size_t count;
    char *saved; /* path of the table; NULL = not saved */
} results;

static ept_status load(results *r, const app *a)
{
    ept_status status = ept_arena_new(&r->arena);

    if (!status)
        status = ept_sitting_rows(&r->rows, &r->count, r->arena, a->journal, a->learner.id);
    if (status) {
        ept_arena_free(r->arena);
        r->arena = NULL;
    }
    return status;
}

static ept_status enter(void *self, app *a, int64_t arg)
{
    (void)arg;
    return load(self, a);
}

static void leave(void *self, app *a)
{
    results *r = self;

    (void)a;
    ept_arena_free(r->arena);
}

static nav resume(void *self, app *a)
{
    results *r = self;
    results fresh = {0};
    ept_status status = load(&fresh, a);

    if (status) {
        app_say_error(a, status, "app");
        return nav_redraw();
    }
    ept_arena_free(r->arena);
    *r = fresh;
    return nav_redraw();
}

/* --- drawing --- */

static const char *date_cell(const app *a, ept_draw_list *d, const ept_sitting_row *row)
{
    ept_arena *arena = ept_draw_arena(d);
    const char *text =
        ept_arena_printf(arena, "%s, %s", ept_msg_date(a->prefs.lang, arena, row->started_utc_ms),
                         ept_msg_time(arena, row->started_utc_ms));

    return text ? text : "";
}

static const char *score_cell(const app *a, ept_draw_list *d, const ept_sitting_row *row)
{
    const char *text;

    if (!row->ended)
        return "\xE2\x80\x94";
    if (!row->has_result)
        return app_msg(a, d, "results.closed");
    text = ept_arena_printf(ept_draw_arena(d), "%d / %d", row->points, row->scale);
    return text ? text : "";
}

/* Against the minimum score; why it was closed; what can be done with it. */
static const char *words_cell(const app *a, ept_draw_list *d, const ept_sitting_row *row)
{
    const ept_blueprint *bp = NULL;
    const ept_minimum *minimum;

    if (!row->ended)
        return APP_MSG2(a, d, "study.section-of", ept_arg_text(app_msg(a, d, "home.unfinished")),
                        ept_arg_text(app_msg(a, d, "study.go-on")));
    if (row->reason == EPT_CLOSE_CHANGED)
        return app_msg(a, d, "results.changed");
    if (row->reason == EPT_CLOSE_BY_LEARNER)
        return app_msg(a, d, "results.by-learner");
    if (!row->has_result || ept_delivery_exam(&bp, a->delivery, row->exam))
        return "";
    minimum = ept_blueprint_minimum(bp, row->sector);
    return minimum ? study_minimum_words(a, d, row->points, minimum->score) : "";
}

static int draw_table(const results *r, const app *a, ept_draw_list *d, ept_rect box)
{
    const ept_column columns[COLUMNS] = {
        {app_msg(a, d, "results.exam"), 5, EPT_ALIGN_LEFT, true},
        {app_msg(a, d, "results.date"), 4, EPT_ALIGN_LEFT, false},
        {app_msg(a, d, "results.score"), 2, EPT_ALIGN_LEFT, true},
        {app_msg(a, d, "word.minimum-score"), 4, EPT_ALIGN_LEFT, false},
    };
    const char **cells = ept_arena_array(ept_draw_arena(d), r->count * COLUMNS, sizeof *cells);
    ept_list list = {.id = "results.row",
                     .columns = columns,
                     .column_count = COLUMNS,
                     .cells = cells,
                     .rows = r->count,
                     .group = 1,
                     .initial = true};
    ept_rect in = ept_rect_inset(box, 16, 16);
    int h;

    for (size_t i = 0; cells && i < r->count; i++) {
        cells[i * COLUMNS] = study_title(a, d, &r->rows[i]);
        cells[i * COLUMNS + 1] = date_cell(a, d, &r->rows[i]);
        cells[i * COLUMNS + 2] = score_cell(a, d, &r->rows[i]);
        cells[i * COLUMNS + 3] = words_cell(a, d, &r->rows[i]);
    }
    if (!cells)
        return 0;
    h = ept_ui_list_h(d, in.w, &list);
    box.h = h + 32;
    ept_ui_card(d, box);
    in.h = h;
    ept_ui_list(d, in, &list);
    return box.h;
}

static void nothing(study_pen *pen, const void *ctx)
{
    (void)ctx;
    study_text(pen, EPT_TYPE_BODY, EPT_COLOUR_INK_2, app_msg(pen->a, pen->d, "results.none"));
    study_gap(pen, 16);
    study_button(pen, (ept_button){.id = "results.first",
                                   .label = app_msg(pen->a, pen->d, "results.first"),
                                   .kind = EPT_BUTTON_PRIMARY,
                                   .initial = true});
}

/* Title and the button that saves the table, which goes under it when there is no room. */
static int title_row(const results *r, const app *a, ept_draw_list *d, ept_rect page)
{
    const ept_metrics *m = ept_draw_metrics(d);
    const char *title = app_msg(a, d, "rail.results");
    ept_button csv = {.id = "results.csv",
                      .label = app_msg(a, d, "results.csv"),
                      .icon = "folder",
                      .size = EPT_BUTTON_SMALL};
    int w = ept_draw_text_w(d, title, (ept_text_opts){.type = EPT_TYPE_H2});
    int save_w = ept_ui_button_w(d, &csv);
    int h = ept_draw_text(d, page, title, (ept_text_opts){.type = EPT_TYPE_H2});

    if (!r->count)
        return h;
    if (w + 16 + save_w <= page.w) {
        ept_ui_button(d, (ept_rect){page.x + page.w - save_w, page.y, save_w, 0}, &csv);
        return study_max(h, m->button_small_h);
    }
    ept_ui_button(d, (ept_rect){page.x, page.y + h + 8, study_min(save_w, page.w), 0}, &csv);
    return h + 8 + m->button_small_h;
}

/* Where the table is, and the folder to open. */
static int saved_notice(const results *r, const app *a, ept_draw_list *d, ept_rect box)
{
    ept_button open = {.id = "results.folder",
                       .label = app_msg(a, d, "results.folder"),
                       .icon = "folder",
                       .size = EPT_BUTTON_SMALL,
                       .initial = true};
    int w = ept_ui_button_w(d, &open), h = ept_draw_metrics(d)->button_small_h, notice;
    bool beside = box.w - w - 16 >= study_scaled(d, 400);

    if (!results_csv_showable(r->saved))
        return ept_ui_notice(d, box, EPT_TONE_GOOD, "check", app_msg(a, d, "results.saved"),
                             r->saved);
    box.w -= beside ? w + 16 : 0;
    notice =
        ept_ui_notice(d, box, EPT_TONE_GOOD, "check", app_msg(a, d, "results.saved"), r->saved);
    if (beside) {
        ept_ui_button(d, (ept_rect){box.x + box.w + 16, box.y + (notice - h) / 2, w, h}, &open);
        return notice;
    }
    ept_ui_button(d, (ept_rect){box.x, box.y + notice + 8, study_min(w, box.w), h}, &open);
    return notice + 8 + h;
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const results *r = self;
    const ept_metrics *m = ept_draw_metrics(d);
    ept_rect page = m->content;
    int top;

    ept_ui_page(d);
    app_rail(a, d, "results");
    page = app_pane_begin(a, d, page, "results.pane");
    top = page.y;
    page.h = 0;
    page.y += title_row(r, a, d, page) + 16;
    if (r->saved)
        page.y += saved_notice(r, a, d, page) + 16;
    page.y += r->count ? draw_table(r, a, d, page) : study_card(a, d, page, nothing, r);
    app_pane_end(a, d, "results.pane", page.y - top);
    app_rail_names(a, d, "results");
}

/* --- actions --- */

static nav save(results *r, app *a)
{
    ept_status status = results_csv_save(&r->saved, r->arena, r->rows, r->count, a);

    if (status) {
        r->saved = NULL;
        app_say_error(a, status, "app");
    }
    app_pane_move(a, "results.pane", 0);
    return nav_redraw();
}

static nav show_folder(const results *r, app *a)
{
    ept_status status = r->saved ? results_csv_show(r->saved, a) : EPT_OK;

    if (status)
        app_say_error(a, status, "app");
    return nav_redraw();
}

static nav action(void *self, app *a, const ept_action *act)
{
    static const char base[] = "results.row.";
    results *r = self;
    int64_t i;
    nav to;

    if (app_rail_action(a, act, &to))
        return to;
    if (act->kind != EPT_ACTION_ACTIVATE)
        return nav_stay();
    if (ept_streq(act->id, "results.csv"))
        return save(r, a);
    if (ept_streq(act->id, "results.folder"))
        return show_folder(r, a);
    if (ept_streq(act->id, "results.first"))
        return nav_push(SCREEN_SETUP, 0);
    if (strncmp(act->id, base, sizeof base - 1) != 0 ||
        !ept_parse_int(&i, act->id + sizeof base - 1, 0, (int64_t)r->count - 1))
        return nav_stay();
    return r->rows[i].ended ? nav_push(SCREEN_REPORT, r->rows[i].id)
                            : nav_push(SCREEN_GO_ON, r->rows[i].id);
}

static nav key(void *self, app *a, const ept_input *in)
{
    (void)self, (void)a;
    return in->kind == EPT_INPUT_KEY && in->key == EPT_KEY_ESC ? nav_home() : nav_stay();
}

static const app_key_row keys[] = {
    {"↑ ↓", "results.key-move", NULL},
    {0},
};

const screen_ops screen_results = {
    .name = "results",
    .state_size = sizeof(results),
    .rail = true,
    .keys = keys,
    .help = "results.help",
    .enter = enter,
    .leave = leave,
    .resume = resume,
    .key = key,
    .action = action,
    .draw = draw,
};
