/* SPDX-License-Identifier: MIT */
/* Home: one next step on the dark card (an unfinished sitting first, else the next mock exam), the
 * last result, what lies unfinished, the law exam and practice. No estimate and no plan. */
#include <string.h>

#include "epstopik/log.h"
#include "epstopik/str.h"
#include "home_view.h"

/* --- facts --- */

static void find_exams(home *h, const app *a)
{
    size_t count;
    const ept_blueprint *const *exams = ept_delivery_exams(a->delivery, &count);

    for (size_t i = 0; i < count; i++) {
        const ept_blueprint *bp = exams[i];

        if (bp->one_section)
            h->practice = h->practice ? h->practice : bp;
        else if (!study_is_mock(bp))
            h->law = h->law ? h->law : bp;
        else if (!h->mock || ept_streq(bp->id, "eps-topik-cbt"))
            h->mock = bp;
    }
}

static void note_ended(home *h, const app *a, const ept_sitting_row *row)
{
    const ept_blueprint *bp = NULL;

    if (!row->has_result || row->reason != EPT_CLOSE_DONE ||
        ept_delivery_exam(&bp, a->delivery, row->exam) || bp->one_section)
        return;
    if (!study_is_mock(bp)) {
        if (!h->has_law)
            h->last_law = *row;
        h->has_law = true;
        return;
    }
    if (!h->has_last) {
        h->last = *row;
        h->mock = bp; /* the next one is of the same kind */
    }
    h->has_last = true;
    h->mocks++;
}

static void note_open(home *h, const app *a, const ept_sitting_row *row)
{
    home_open *o = &h->open[h->open_count];

    if (h->open_count == HOME_OPEN_MAX) {
        h->open_more++;
        return;
    }
    o->row = *row;
    if (study_progress_of(&o->progress, h->arena, a, row)) {
        /* The offer to go on will say what is wrong with it. */
        ept_log(EPT_LOG_ERROR, "app", "sitting: %s", ept_error());
        return;
    }
    h->open_count++;
}

static ept_status read_facts(home *h, const app *a)
{
    ept_sitting_row *rows = NULL;
    size_t count = 0;
    ept_status status = ept_sitting_rows(&rows, &count, h->arena, a->journal, a->learner.id);

    find_exams(h, a);
    for (size_t i = 0; !status && i < count; i++) {
        if (rows[i].ended)
            note_ended(h, a, &rows[i]);
        else
            note_open(h, a, &rows[i]);
    }
    return status;
}

static void leave(void *self, app *a)
{
    home *h = self;

    (void)a;
    ept_arena_free(h->arena);
}

static ept_status enter(void *self, app *a, int64_t arg)
{
    home *h = self;
    int64_t utc_ms = a->clock.utc_ms(a->clock.ctx);
    ept_status status = ept_arena_new(&h->arena);

    (void)arg;
    h->hour = ept_clock_civil(utc_ms, ept_clock_offset_min(utc_ms)).hour;
    if (!status)
        status = read_facts(h, a);
    if (status) {
        leave(h, a);
        return status;
    }
    h->no_wal = a->seat_notice == 1;
    a->seat_notice = 0;
    return EPT_OK;
}

static nav resume(void *self, app *a)
{
    home *h = self;
    bool no_wal = h->no_wal;

    ept_arena_free(h->arena);
    memset(h, 0, sizeof *h);
    if (enter(h, a, 0)) {
        app_say_error(a, EPT_E_DB, "app");
        return nav_profiles();
    }
    h->no_wal = no_wal;
    return nav_redraw();
}

/* --- drawing --- */

static const char *greeting(const home *h)
{
    if (h->hour < 5 || h->hour >= 22)
        return "home.hello-night";
    if (h->hour < 12)
        return "home.hello-morning";
    return h->hour < 18 ? "home.hello-day" : "home.hello-evening";
}

/* "F1 help" at the right end of the greeting's line, where it has room. */
static void help_sign(const app *a, ept_draw_list *d, ept_rect row, const char *hello)
{
    const char *word = app_msg(a, d, "keys.footer-help");
    int line = study_line(d, EPT_TYPE_H2);
    int w = ept_ui_key_w(d, "F1") + 8 +
            ept_draw_text_w(d, word, (ept_text_opts){.type = EPT_TYPE_SMALL});

    if (ept_draw_text_w(d, hello, (ept_text_opts){.type = EPT_TYPE_H2}) + 24 + w > row.w)
        return;
    row = (ept_rect){row.x + row.w - w, row.y, w, line};
    ept_ui_key_hint(d, row.x, row.y, line, "F1", word);
    ept_ui_area(d, row, &(ept_area){.id = "home.help", .label = word, .radius = 8});
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const home *h = self;
    const ept_metrics *m = ept_draw_metrics(d);
    ept_rect page = m->content;
    const char *hello;
    int top;

    ept_ui_page(d);
    app_rail(a, d, "home");
    page = app_pane_begin(a, d, page, "home.pane");
    top = page.y;
    hello = a->learner.name ? APP_MSG1(a, d, greeting(h), ept_arg_text(a->learner.name))
                            : app_msg(a, d, "home.hello-guest");
    help_sign(a, d, page, hello);
    page.y += ept_draw_text(d, page, hello, (ept_text_opts){.type = EPT_TYPE_H2});
    page.y += 24;
    if (h->no_wal)
        page.y +=
            ept_ui_notice(d, (ept_rect){page.x, page.y, page.w, 0}, EPT_TONE_WARN, "warn",
                          app_msg(a, d, "home.no-wal-title"), app_msg(a, d, "home.no-wal-text")) +
            m->gap;
    page.y += home_cards(h, a, d, page);
    app_pane_end(a, d, "home.pane", page.y - top);
    app_rail_names(a, d, "home");
}

/* --- actions --- */

static nav start(const home *h, app *a)
{
    bool fillable = false;
    ept_shortage shortage;
    ept_status status;

    if (h->open_count)
        return nav_push(SCREEN_GO_ON, h->open[0].row.id);
    if (!h->mock)
        return nav_push(SCREEN_SETUP, 0);
    status = ept_delivery_fillable(&fillable, h->arena, a->delivery, h->mock->id, &shortage);
    if (status || !fillable)
        return nav_push(SCREEN_SETUP, 0); /* says what is missing */
    study_plan(a, h->mock->id, a->learner.sector);
    return nav_push(SCREEN_INSTRUCTIONS, 0);
}

/* The instructions of the exam that Start (or Go on) would open. */
static nav rules(const home *h, app *a)
{
    const char *exam = h->open_count ? h->open[0].row.exam : h->mock ? h->mock->id : NULL;

    if (exam) {
        study_plan(a, exam, a->learner.sector);
        a->plan.only = h->open_count ? h->open[0].row.only : -1;
    }
    return nav_push(SCREEN_INSTRUCTIONS, 1);
}

static nav action(void *self, app *a, const ept_action *act)
{
    const home *h = self;
    nav to;

    if (app_rail_action(a, act, &to))
        return to;
    if (act->kind != EPT_ACTION_ACTIVATE)
        return nav_stay();
    if (ept_streq(act->id, "home.start"))
        return start(h, a);
    if (ept_streq(act->id, "home.rules"))
        return rules(h, a);
    if (ept_streq(act->id, "home.help"))
        return nav_push(SCREEN_HELP, 0);
    if (ept_streq(act->id, "home.report"))
        return nav_push(SCREEN_REPORT, h->last.id);
    if (ept_streq(act->id, "home.law"))
        return nav_push(SCREEN_SETUP, 1);
    if (ept_streq(act->id, "home.practice"))
        return nav_push(SCREEN_SETUP, 2);
    for (size_t i = 1; i < h->open_count; i++)
        if (ept_streq(act->id, i == 1 ? "home.open.1" : "home.open.2"))
            return nav_push(SCREEN_GO_ON, h->open[i].row.id);
    return nav_stay();
}

const screen_ops screen_home = {
    .name = "home",
    .state_size = sizeof(home),
    .rail = true,
    .help = "home.help",
    .enter = enter,
    .leave = leave,
    .resume = resume,
    .action = action,
    .draw = draw,
};
