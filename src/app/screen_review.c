/* SPDX-License-Identifier: MIT */
/* Review of a sitting: one question after another with its answer and its reason; all of them or
 * only what was wrong or has no answer. Sound can be heard again; law items show what they rest on.
 */
#include <string.h>

#include "epstopik/log.h"
#include "epstopik/str.h"
#include "review_sound.h"

enum { CLIPS_MAX = 2 + 2 * EPT_PLACES, CELL = 40, CELL_GAP = 6, DOTS = 24, SEGMENT_PAD = 36 };
enum { PANE_AIR = 8, SCROLL_W = 16, TOP_LEAST = 150 };

/* --- the item shown --- */

/* What the cards need besides the item; failures leave it out and are logged. */
static ept_status read_rest(review *r, const app *a)
{
    const ept_item *item = r->view.item;
    ept_status status = ept_bank_slot_get(&r->view.slot, r->item_arena, a->bank, item->slot);

    for (size_t i = 0; !status && i < item->fact_count && r->fact_count < REVIEW_FACTS_MAX; i++) {
        status =
            ept_bank_fact_get(&r->facts[r->fact_count], r->item_arena, a->bank, item->facts[i]);
        r->fact_count += status == EPT_OK;
    }
    for (int place = 1; !status && place <= EPT_PLACES; place++) {
        int identity = ept_form_identity(r->view.place, place);
        const char *picture = identity >= 0 ? item->options[identity].picture : NULL;

        if (!picture)
            continue;
        for (int lang = 0; !status && lang < EPT_LANG_COUNT; lang++)
            status = ept_bank_picture_name(&r->names[place - 1][lang], r->item_arena, a->bank,
                                           picture, (ept_lang)lang);
    }
    return status;
}

static void set_lang(review *r, const app *a)
{
    r->view.lang = EPT_LANG_KO;
    if (r->has_item && review_is_law(r) && r->law_lang == REVIEW_OWN)
        r->view.lang = item_view_lang(r->view.item, a->prefs.lang);
}

/* A recording is not there slowly. */
static bool has_slow(const review *r, const app *a)
{
    const char *clip = ept_arena_printf(r->item_arena, "%s.slow", r->view.item->id);
    uint32_t ms = 0;

    return r->view.item->turn_count && clip && ept_bank_clip_ms(&ms, a->bank, clip) == EPT_OK;
}

static void load(review *r, app *a, size_t index)
{
    ept_status status;

    if (r->played)
        app_sound_stop(a);
    r->played = false;
    ept_arena_reset(r->item_arena);
    r->item = index;
    r->fact_count = 0;
    memset(r->names, 0, sizeof r->names);
    r->sound = NULL;
    r->view = (item_view){.place = &r->report.form->items[index]};
    status = ept_bank_item(&r->view.item, r->item_arena, a->bank, r->view.place->id);
    if (!status)
        status = read_rest(r, a);
    r->has_item = status == EPT_OK;
    r->has_slow = r->has_item && has_slow(r, a);
    if (status)
        ept_log(EPT_LOG_ERROR, "app", "review of %s: %s", r->view.place->id, ept_error());
    else if (a->prefs.pronunciation && !review_is_law(r))
        review_sound_read(r, a);
    set_lang(r, a);
}

/* --- which items --- */

static bool listed(const review *r, size_t item)
{
    return report_sat(&r->report, item) &&
           (!r->wrong_only || report_cell(&r->report, item) != EPT_CELL_CORRECT);
}

/* The listed item after (1) or before (-1) `from`; false when there is none. */
static bool beside(size_t *out, const review *r, size_t from, int step)
{
    for (size_t i = from; step > 0 ? i + 1 < r->report.form->count : i > 0;) {
        i = step > 0 ? i + 1 : i - 1;
        if (listed(r, i)) {
            *out = i;
            return true;
        }
    }
    return false;
}

static size_t count_listed(const review *r, size_t before)
{
    size_t n = 0;

    for (size_t i = 0; i < before; i++)
        n += listed(r, i);
    return n;
}

static void set_filter(review *r, app *a, bool wrong_only)
{
    size_t item = r->item;

    r->wrong_only = wrong_only;
    if (listed(r, item))
        return;
    if (beside(&item, r, r->item, 1) || beside(&item, r, r->item, -1))
        load(r, a, item);
    else
        r->wrong_only = false;
}

/* --- life --- */

static void leave(void *self, app *a)
{
    review *r = self;

    if (r->played)
        app_sound_stop(a);
    ept_report_clear(&r->report);
    ept_arena_free(r->item_arena);
    ept_arena_free(r->arena);
}

static ept_status enter(void *self, app *a, int64_t arg)
{
    review *r = self;
    int64_t item = arg % REVIEW_ITEMS;
    size_t shown = 0;
    ept_status status = ept_arena_new(&r->arena);

    if (!status)
        status = ept_arena_new(&r->item_arena);
    if (!status)
        status = ept_report_make(&r->report, r->arena, a->delivery, arg / REVIEW_ITEMS);
    if (!status && item < REVIEW_FIRST && (size_t)item >= r->report.form->count)
        status = ept_fail(EPT_E_INVAL, "review: no item %d", (int)item);
    if (status) {
        leave(r, a);
        return status;
    }
    r->law_lang = a->prefs.lang == EPT_LANG_KO ? REVIEW_KOREAN : REVIEW_BOTH;
    r->wrong_only = item == REVIEW_WRONG_ONLY;
    if (item < REVIEW_FIRST)
        shown = (size_t)item;
    else if (!listed(r, 0) && !beside(&shown, r, 0, 1))
        r->wrong_only = false;
    load(r, a, shown);
    return EPT_OK;
}

static nav resume(void *self, app *a)
{
    (void)self, (void)a;
    return nav_redraw();
}

/* --- actions --- */

static nav show(review *r, app *a, size_t item)
{
    load(r, a, item);
    app_pane_move(a, "review.left", 0);
    app_pane_move(a, "review.right", 0);
    return nav_redraw();
}

static nav step(review *r, app *a, int by)
{
    size_t item;

    return beside(&item, r, r->item, by) ? show(r, a, item) : nav_stay();
}

/* Next, and from the last question back to where one came from. */
static nav next(review *r, app *a)
{
    size_t item;

    return beside(&item, r, r->item, 1) ? show(r, a, item) : nav_pop();
}

/* The passage, then the spoken options in the order in which they were heard; slower for learners.
 */
static nav play(review *r, app *a, bool slow)
{
    static const char *const numbers[EPT_PLACES] = {"option.1", "option.2", "option.3", "option.4"};
    const char *clips[CLIPS_MAX] = {NULL};
    size_t n = 0;
    ept_status status;

    if (!r->has_item || !r->view.item->turn_count)
        return nav_stay();
    if (app_sound_busy(a)) {
        app_sound_stop(a);
        return nav_redraw();
    }
    clips[n++] = ept_arena_printf(r->item_arena, "%s%s", r->view.item->id, slow ? ".slow" : "");
    for (int place = 1; r->view.item->spoken && place <= EPT_PLACES; place++) {
        clips[n++] = numbers[place - 1];
        clips[n] = ept_arena_printf(r->item_arena, "%s.%d%s", r->view.item->id,
                                    ept_form_identity(r->view.place, place), slow ? ".slow" : "");
        n += clips[n] != NULL;
    }
    r->played = true;
    status = app_sound_clips(a, clips);
    if (status)
        app_say_error(a, status, "sound");
    return nav_redraw();
}

static nav set_law_lang(review *r, app *a, review_law_lang lang)
{
    r->law_lang = lang;
    set_lang(r, a);
    return nav_redraw();
}

/* Space is the sound, whatever has the focus. */
static bool first(const void *self, const app *a, const ept_input *in)
{
    (void)self, (void)a;
    return in->key == EPT_KEY_SPACE && !in->mods;
}

static nav key(void *self, app *a, const ept_input *in)
{
    review *r = self;

    if (in->kind != EPT_INPUT_KEY)
        return nav_stay();
    if (in->key == EPT_KEY_LEFT)
        return step(r, a, -1);
    if (in->key == EPT_KEY_RIGHT)
        return step(r, a, 1);
    if (in->key == EPT_KEY_SPACE && !in->repeat)
        return play(r, a, false);
    if (in->key == EPT_KEY_S && r->has_slow)
        return play(r, a, true);
    if (in->key == EPT_KEY_R && review_sound_has_letters(r, a)) {
        review_sound_next_letters(r, a);
        return nav_redraw();
    }
    if (in->key == EPT_KEY_L && review_is_law(r) && a->prefs.lang != EPT_LANG_KO)
        return set_law_lang(r, a, (review_law_lang)((r->law_lang + 1) % 3));
    return nav_stay();
}

static nav action(void *self, app *a, const ept_action *act)
{
    static const char cell[] = "review.cell.";
    static const char *const langs[] = {"review.lang.0", "review.lang.1", "review.lang.2"};
    review *r = self;
    int64_t item;

    if (act->kind != EPT_ACTION_ACTIVATE)
        return nav_stay();
    if (ept_streq(act->id, "review.back"))
        return nav_pop();
    if (ept_streq(act->id, "review.previous"))
        return step(r, a, -1);
    if (ept_streq(act->id, "review.next"))
        return next(r, a);
    if (ept_streq(act->id, "review.play"))
        return play(r, a, false);
    if (ept_streq(act->id, "review.slow"))
        return play(r, a, true);
    if (ept_streq(act->id, "review.letters")) {
        review_sound_next_letters(r, a);
        return nav_redraw();
    }
    if (ept_streq(act->id, "review.filter.0") || ept_streq(act->id, "review.filter.1")) {
        set_filter(r, a, ept_streq(act->id, "review.filter.0"));
        return nav_redraw();
    }
    for (int i = 0; i < 3; i++)
        if (ept_streq(act->id, langs[i]))
            return set_law_lang(r, a, (review_law_lang)i);
    if (!strncmp(act->id, cell, sizeof cell - 1) &&
        ept_parse_int(&item, act->id + sizeof cell - 1, 0, (int64_t)r->report.form->count - 1))
        return show(r, a, (size_t)item);
    return nav_stay();
}

/* --- drawing --- */

static int segments_w(ept_draw_list *d, const ept_segments *s)
{
    int w = 0;

    for (int i = 0; i < s->count; i++)
        w += ept_draw_text_w(d, s->items[i].label, (ept_text_opts){.type = EPT_TYPE_BODY_BOLD}) +
             SEGMENT_PAD;
    return w;
}

/* A box that segments fill with their own widths. */
static ept_rect natural(ept_rect r, int h)
{
    return (ept_rect){r.x, r.y + (r.h - h) / 2, 0, h};
}

/* Language of a law item and filter, at the right end of `row`; what was taken off it. */
static bool switches(const review *r, const app *a, ept_draw_list *d, ept_rect *row)
{
    static const char *const own[EPT_LANG_COUNT] = {"lang.ko", "lang.kk", "lang.ru", "lang.en"};
    ept_segment languages[3] = {{app_msg(a, d, own[a->prefs.lang]), NULL},
                                {app_msg(a, d, "lang.ko"), NULL},
                                {app_msg(a, d, "review.both"), NULL}};
    ept_segment filters[2] = {{app_msg(a, d, "review.wrong"), NULL},
                              {app_msg(a, d, "review.all"), NULL}};
    ept_segments lang = {.id = "review.lang",
                         .items = languages,
                         .count = 3,
                         .active = (int)r->law_lang,
                         .small = true,
                         .no_tick = true,
                         .group = 2};
    ept_segments filter = {.id = "review.filter",
                           .items = filters,
                           .count = 2,
                           .active = r->wrong_only ? 0 : 1,
                           .small = true,
                           .no_tick = true,
                           .group = 3};
    bool law = review_is_law(r) && a->prefs.lang != EPT_LANG_KO;
    int fw = segments_w(d, &filter), lw = law ? segments_w(d, &lang) + 16 : 0;
    int h = ept_draw_metrics(d)->button_small_h;

    if (fw + lw > row->w)
        return false;
    ept_ui_segments(d, natural(ept_cut_right(row, fw, 16), h), &filter);
    if (law)
        ept_ui_segments(d, natural(ept_cut_right(row, lw - 16, 16), h), &lang);
    return true;
}

/* "3 / 13", and the part of the exam; each only when it fits. */
static void head_chips(const review *r, const app *a, ept_draw_list *d, ept_rect row)
{
    ept_section section = r->view.place->section;
    ept_chip chips[] = {
        {.label = ept_arena_printf(ept_draw_arena(d), "%zu / %zu", count_listed(r, r->item) + 1,
                                   count_listed(r, r->report.form->count))},
        {.label = app_msg(a, d, study_section_key(section)),
         .icon = study_section_icon(section),
         .tone = section == EPT_SECTION_LISTENING ? EPT_TONE_LISTEN : EPT_TONE_ACCENT},
    };

    for (size_t i = 0; i < sizeof chips / sizeof chips[0]; i++) {
        int w = ept_ui_chip_w(d, &chips[i]);

        if (w > row.w)
            return;
        ept_ui_chip(d, ept_rect_centre(ept_cut_left(&row, w, 12), w, study_chip_h(d)), &chips[i]);
    }
}

/* More cells follow there. */
static void dots_at(ept_draw_list *d, ept_rect r)
{
    ept_draw_text(d, r, "\xE2\x80\xA6",
                  (ept_text_opts){.type = EPT_TYPE_LEAD_BOLD,
                                  .colour = EPT_COLOUR_INK_2,
                                  .align = EPT_ALIGN_CENTRE,
                                  .middle = true});
}

/* The cells around the one shown, as many as fit: the grid at the foot. */
static void cells(const review *r, ept_draw_list *d, ept_rect row)
{
    int side = study_scaled(d, CELL), pitch = side + CELL_GAP, at = 0;
    int all = (int)count_listed(r, r->report.form->count), here = (int)count_listed(r, r->item);
    int dots = all * pitch + CELL_GAP > row.w ? study_scaled(d, DOTS) : 0;
    int fit = (row.w - CELL_GAP - 2 * dots) / pitch;
    int from = study_max(0, study_min(here - fit / 2, all - fit)), x = row.x + CELL_GAP + dots;

    side = study_min(side, row.h);
    x += study_max(0, (row.w - 2 * dots - study_min(fit, all) * pitch) / 2);
    if (from > 0)
        dots_at(d, (ept_rect){x - CELL_GAP - dots, row.y, dots, row.h});
    if (from + fit < all)
        dots_at(d, (ept_rect){x + fit * pitch, row.y, dots, row.h});
    for (size_t i = 0; i < r->report.form->count; i++) {
        if (!listed(r, i))
            continue;
        if (at >= from && at < from + fit)
            ept_ui_cell(d,
                        (ept_rect){x + (at - from) * pitch, row.y + (row.h - side) / 2,
                                   pitch - CELL_GAP, side},
                        &(ept_cell){.id = ept_draw_id(d, "review.cell", (int)i),
                                    .number = r->report.form->items[i].number,
                                    .state = report_cell(&r->report, i),
                                    .here = i == r->item,
                                    .group = 1});
        at++;
    }
}

static void footer(const review *r, const app *a, ept_draw_list *d)
{
    ept_rect row = ept_ui_footer(d, ept_draw_metrics(d)->page_margin);
    size_t item;
    bool more = beside(&item, r, r->item, 1), less = beside(&item, r, r->item, -1);
    ept_button forward = {.id = "review.next",
                          .label = app_msg(a, d, more ? "word.next" : "review.close"),
                          .key = more ? "→" : NULL,
                          .kind = EPT_BUTTON_PRIMARY,
                          .size = EPT_BUTTON_FOOTER,
                          .initial = true};
    ept_button back = {.id = "review.previous",
                       .label = app_msg(a, d, "word.back"),
                       .icon = "left",
                       .size = EPT_BUTTON_FOOTER,
                       .disabled = !less};

    row = ept_ui_buttons_right(d, row, &forward, 1);
    ept_ui_icon_button(d, ept_cut_left(&row, row.h, 16), &back);
    cells(r, d, row);
}

static int draw_right(const review *r, const app *a, ept_draw_list *d, ept_rect box, int least)
{
    int top = box.y;

    if (!r->has_item)
        return 0;
    if (!review_is_law(r)) {
        box.h = least;
        return study_card(a, d, box, review_answer, r);
    }
    box.h = 0;
    if (r->fact_count)
        box.y += review_citation(r, a, d, box) + 16;
    box.h = study_max(0, least - (box.y - top));
    return box.y + study_card(a, d, box, review_law, r) - top;
}

/* The question in one card that fills its pane: the options always in view, the stimulus above them
 * scrolls. False where that leaves too little of it. */
static bool split_question(const review *r, const app *a, ept_draw_list *d, ept_rect box)
{
    const review_left top = {.r = r, .tight = true, .top = true};
    const review_left bottom = {.r = r, .tight = true, .bottom = true};
    int pad = ept_draw_metrics(d)->w < 1280 ? 16 : 24;
    ept_rect in = ept_rect_inset(box, pad, pad), pane;
    study_pen pen = {a, d, {0, 0, in.w, 0}, true};

    review_question(&pen, &bottom);
    pane = in;
    pane.h -= pen.at.y + pad / 2;
    if (pane.h < study_scaled(d, TOP_LEAST))
        return false;
    ept_ui_card(d, box);
    pen = (study_pen){a, d, {in.x, in.y + in.h - pen.at.y, in.w, 0}, false};
    review_question(&pen, &bottom);
    pane = app_pane_begin(a, d, pane, "review.left");
    pen.at = (ept_rect){pane.x, pane.y, pane.w - SCROLL_W, 0};
    review_question(&pen, &top);
    app_pane_end(a, d, "review.left", pen.at.y - pane.y);
    return true;
}

static void question_card(const review *r, const app *a, ept_draw_list *d, ept_rect left)
{
    review_left all = {.r = r, .top = true, .bottom = true};
    ept_rect in = left;
    int h;

    in.h -= PANE_AIR;
    all.tight = study_card_h(a, d, left.w, review_question, &all) > in.h;
    if (all.tight && r->has_item && study_card_h(a, d, left.w, review_question, &all) > in.h &&
        split_question(r, a, d, in))
        return;
    in = app_pane_begin(a, d, left, "review.left");
    in.h = left.h - PANE_AIR;
    h = study_card(a, d, in, review_question, &all);
    app_pane_end(a, d, "review.left", h + PANE_AIR);
}

static void two_panes(const review *r, const app *a, ept_draw_list *d, ept_rect body)
{
    int gap = ept_draw_metrics(d)->gap, h;
    ept_rect left = body, right = body, in;

    left.w = (body.w - gap) * 48 / 100;
    right.x += left.w + gap;
    right.w = body.w - gap - left.w;
    question_card(r, a, d, left);
    in = app_pane_begin(a, d, right, "review.right");
    h = draw_right(r, a, d, in, right.h - PANE_AIR);
    app_pane_end(a, d, "review.right", h + PANE_AIR);
}

static void one_pane(const review *r, const app *a, ept_draw_list *d, ept_rect body)
{
    const review_left all = {.r = r, .top = true, .bottom = true};
    ept_rect in = app_pane_begin(a, d, body, "review.left");
    int top = in.y;

    in.h = 0;
    in.y += study_card(a, d, in, review_question, &all) + ept_draw_metrics(d)->gap;
    in.y += draw_right(r, a, d, in, 0) + PANE_AIR;
    app_pane_end(a, d, "review.left", in.y - top);
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const review *r = self;
    const ept_metrics *m = ept_draw_metrics(d);
    ept_rect row, body = {m->page_margin, m->head.h, m->w - 2 * m->page_margin, 0};

    ept_draw_arrows(d, false, true); /* left and right are the questions */
    ept_ui_page(d);
    row = ept_ui_head(d, "review.back", app_msg(a, d, "review.title"), NULL);
    body.h = m->footer.y - body.y;
    ept_cut_top(&body, study_min(24, m->page_margin), 0);
    if (!switches(r, a, d, &row)) {
        ept_rect under = ept_cut_top(&body, m->button_small_h, 12);

        switches(r, a, d, &under);
    }
    head_chips(r, a, d, row);
    if (m->columns > 1)
        two_panes(r, a, d, body);
    else
        one_pane(r, a, d, body);
    footer(r, a, d);
}

static const app_key_row keys[] = {
    {"← →", "review.key-step", NULL}, {"Space", "review.key-play", NULL},
    {"S", "review.key-slow", NULL},   {"R", "review.key-letters", NULL},
    {"L", "review.key-lang", NULL},   {0},
};

const screen_ops screen_review = {
    .name = "review",
    .state_size = sizeof(review),
    .footer = true,
    .keys = keys,
    .help = "review.help",
    .enter = enter,
    .leave = leave,
    .resume = resume,
    .key = key,
    .first = first,
    .action = action,
    .draw = draw,
};
