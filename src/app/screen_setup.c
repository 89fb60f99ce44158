/* SPDX-License-Identifier: MIT */
/* Set-up of an exam: kind, form, sector, language of a law exam. Only what the bank can fill can be
 * chosen; what it cannot is said by name. An unfinished sitting of the same exam is offered first.
 */
#include <stdio.h>
#include <string.h>

#include "epstopik/log.h"
#include "epstopik/str.h"
#include "setup.h"

enum { ARG_LAW = 1, ARG_PRACTICE = 2, DIGITS = 4, TURNS = 5, SIDE = 38 };

/* --- kinds --- */

static void add_kind(setup *s, const app *a, const ept_blueprint *bp, int only)
{
    setup_kind *kind = &s->kinds[s->count];

    if (s->count == SETUP_KINDS_MAX)
        return;
    *kind = (setup_kind){.bp = bp, .only = only};
    if (s->count && s->kinds[s->count - 1].bp == bp) {
        /* The other section of the same exam: it is assembled as a whole. */
        kind->fillable = s->kinds[s->count - 1].fillable;
        kind->shortage = s->kinds[s->count - 1].shortage;
    } else if (ept_delivery_fillable(&kind->fillable, s->arena, a->delivery, bp->id,
                                     &kind->shortage)) {
        ept_log(EPT_LOG_ERROR, "app", "exam %s: %s", bp->id, ept_error());
        return;
    }
    s->count++;
}

/* Another pattern than that of the exam at the top. */
static bool older(const setup *s, const ept_blueprint *bp)
{
    return s->count > 0 && !ept_streq(s->kinds[0].bp->pattern, bp->pattern);
}

/* The strict mock exam first, then the other mock exams of the same pattern, those of another
 * pattern, law, each section of the practice. */
static void list_kinds(setup *s, const app *a)
{
    size_t count;
    const ept_blueprint *const *exams = ept_delivery_exams(a->delivery, &count);

    for (int turn = 0; turn < TURNS; turn++)
        for (size_t i = 0; i < count; i++) {
            const ept_blueprint *bp = exams[i];
            bool strict = bp->change == EPT_CHANGE_UNTIL_FIXED;
            int at = bp->one_section      ? 4
                     : !study_is_mock(bp) ? 3
                     : strict             ? 0
                     : older(s, bp)       ? 2
                                          : 1;

            if (at != turn)
                continue;
            if (!bp->one_section)
                add_kind(s, a, bp, -1);
            for (size_t k = 0; bp->one_section && k < bp->section_count; k++)
                add_kind(s, a, bp, (int)bp->sections[k].section);
        }
}

/* The first kind that the part of the program stands for and that can be filled. */
static void choose_kind(setup *s, int64_t arg)
{
    bool found = false;

    for (size_t i = 0; i < s->count; i++) {
        const ept_blueprint *bp = s->kinds[i].bp;
        bool law = !bp->one_section && !study_is_mock(bp);
        bool wanted = arg == ARG_LAW        ? law
                      : arg == ARG_PRACTICE ? bp->one_section
                                            : study_is_mock(bp);

        if (wanted && s->kinds[i].fillable && !found) {
            s->active = i;
            found = true;
        }
    }
    for (size_t i = 0; i < s->count && !found; i++)
        if (s->kinds[i].fillable) {
            s->active = i;
            found = true;
        }
}

static void leave(void *self, app *a)
{
    setup *s = self;

    (void)a;
    ept_arena_free(s->arena);
}

static ept_status enter(void *self, app *a, int64_t arg)
{
    setup *s = self;
    ept_status status = ept_arena_new(&s->arena);

    if (status)
        return status;
    s->law = arg == ARG_LAW;
    s->number.digits_only = true;
    s->number.max_graphemes = DIGITS;
    s->law_lang = EPT_LANG_KO;
    for (int i = 0; i < SETUP_SECTORS; i++)
        if (ept_streq(setup_sectors[i], a->learner.sector))
            s->sector = i;
    list_kinds(s, a);
    choose_kind(s, arg);
    if (s->count)
        return EPT_OK;
    leave(s, a);
    return ept_fail(EPT_E_NOT_FOUND, "the bank has no exam");
}

static nav resume(void *self, app *a)
{
    (void)self, (void)a;
    return nav_redraw();
}

/* --- start --- */

/* The unfinished sitting of the same exam and number; 0 = none. */
static ept_status unfinished(int64_t *out, const setup *s, const app *a, int number)
{
    ept_sitting_row *rows = NULL;
    size_t count = 0;
    const setup_kind *kind = &s->kinds[s->active];
    ept_status status = ept_sitting_rows(&rows, &count, s->arena, a->journal, a->learner.id);

    *out = 0;
    for (size_t i = 0; !status && i < count; i++)
        if (!rows[i].ended && rows[i].form_number == number && rows[i].only == kind->only &&
            ept_streq(rows[i].exam, kind->bp->id))
            *out = rows[i].id;
    return status;
}

static nav start(setup *s, app *a)
{
    const setup_kind *kind = &s->kinds[s->active];
    const ept_form *form = NULL;
    int number = setup_number(s);
    int64_t open = 0;
    ept_status status;

    s->bad_number = number < 0;
    s->no_form = false;
    if (s->bad_number) {
        ept_focus_set(ept_ui_focus(a->ui), "setup.number");
        return nav_redraw();
    }
    status = unfinished(&open, s, a, number);
    if (!status && open)
        return nav_push(SCREEN_GO_ON, open);
    if (!status)
        status = ept_delivery_form(&form, s->arena, a->delivery, kind->bp->id, number,
                                   a->learner.id, &s->short_of);
    if (status == EPT_E_SHORT) {
        s->no_form = true;
        return nav_redraw();
    }
    if (status) {
        app_say_error(a, status, "delivery");
        return nav_redraw();
    }
    study_plan(a, kind->bp->id, setup_sectors[s->sector]);
    a->plan.number = number;
    a->plan.only = kind->only;
    a->plan.law_lang = kind->bp->item_language ? s->law_lang : EPT_LANG_KO;
    return nav_push(SCREEN_INSTRUCTIONS, 0);
}

/* --- input --- */

static nav key(void *self, app *a, const ept_input *in)
{
    setup *s = self;

    if (app_field(a, &s->number, "setup.number", in)) {
        s->bad_number = false;
        return nav_redraw();
    }
    if (in->kind == EPT_INPUT_KEY && in->key == EPT_KEY_ESC)
        return nav_home();
    return nav_stay();
}

/* Index behind `base` in an id such as "setup.kind.2"; -1 when it is another id. */
static int index_of(const char *id, const char *base)
{
    size_t n = strlen(base);
    int64_t index;

    if (strncmp(id, base, n) != 0 || id[n] != '.' || !ept_parse_int(&index, id + n + 1, 0, 99))
        return -1;
    return (int)index;
}

static nav action(void *self, app *a, const ept_action *act)
{
    setup *s = self;
    int i;
    nav to;

    if (app_rail_action(a, act, &to))
        return to;
    if (act->kind != EPT_ACTION_ACTIVATE)
        return nav_stay();
    if (ept_streq(act->id, "setup.start"))
        return start(s, a);
    if ((i = index_of(act->id, "setup.kind")) >= 0 && (size_t)i < s->count)
        s->active = (size_t)i;
    else if ((i = index_of(act->id, "setup.sector")) >= 0 && i < SETUP_SECTORS)
        s->sector = i;
    else if ((i = index_of(act->id, "setup.lang")) >= 0 && i < EPT_LANG_COUNT)
        s->law_lang = (ept_lang)i;
    else if ((i = index_of(act->id, "setup.form")) >= 0) {
        s->numbered = i == 1;
        if (s->numbered)
            ept_focus_set(ept_ui_focus(a->ui), "setup.number");
    }
    s->bad_number = s->no_form = false;
    return nav_redraw();
}

/* --- drawing --- */

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const setup *s = self;
    const ept_metrics *m = ept_draw_metrics(d);
    const ept_blueprint *bp = s->kinds[s->active].bp;
    bool law = !bp->one_section && !study_is_mock(bp);
    ept_rect page = m->content, left, right;
    int top, side;

    ept_ui_page(d);
    app_rail(a, d, law ? "law" : "exam");
    page = app_pane_begin(a, d, page, "setup.pane");
    top = page.y;
    page.y += ept_draw_text(d, page,
                            app_msg(a, d,
                                    law               ? "word.labour-law"
                                    : bp->one_section ? "home.practice-title"
                                                      : "word.mock-exam"),
                            (ept_text_opts){.type = EPT_TYPE_H2}) +
              16;
    side = study_max(study_scaled(d, 336), page.w * SIDE / 100);
    left = (ept_rect){page.x, page.y, page.w - m->gap - side, 0};
    right = (ept_rect){left.x + left.w + m->gap, page.y, side, 0};
    if (m->columns == 1) {
        left.w = right.w = page.w;
        right.x = page.x;
    }
    left.h = study_card(a, d, left, setup_choices, s);
    if (m->columns == 1)
        right.y += left.h + m->gap;
    right.h = study_card(a, d, right, setup_facts, s);
    page.y = study_max(left.y + left.h, right.y + right.h);
    app_pane_end(a, d, "setup.pane", page.y - top);
    app_rail_names(a, d, law ? "law" : "exam");
}

static const app_key_row keys[] = {
    {"↑ ↓", "setup.key-move", NULL},
    {0},
};

const screen_ops screen_setup = {
    .name = "setup",
    .state_size = sizeof(setup),
    .rail = true,
    .keys = keys,
    .help = "setup.help",
    .enter = enter,
    .leave = leave,
    .resume = resume,
    .key = key,
    .action = action,
    .draw = draw,
};
