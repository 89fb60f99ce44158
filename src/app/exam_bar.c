/* SPDX-License-Identifier: MIT */
/* The exam bar: which exam and section at the left; volume, text size and the timer at the right.
 * What does not fit goes in this order: title, words of the sections, the mark. */
#include "exam_view.h"

enum {
    GAP = 16,
    WIDE_GAP = 24,
    MARK_H = 12,
    CHIP_H = 32,
    PARTS = EPT_SECTIONS_MAX,
    FIVE_MS = 5 * 60 * 1000
};

/* A part that is no longer than five minutes does not warn of them. */
static ept_timer_state timer_state(const exam_now *n, uint64_t left)
{
    ept_timer_state state =
        ept_timer_state_of((int64_t)left, ept_session_sound_lost(n->a->session));

    return state == EPT_TIMER_FIVE && n->rule->limit_ms <= FIVE_MS ? EPT_TIMER_NORMAL : state;
}

static const char *timer_caption(const exam_now *n, ept_draw_list *d, ept_timer_state state)
{
    switch (state) {
    case EPT_TIMER_NORMAL:
        return NULL;
    case EPT_TIMER_FIVE:
        return app_msg(n->a, d, "exam.under-five");
    case EPT_TIMER_LAST:
        return app_msg(n->a, d, "exam.last-minute");
    case EPT_TIMER_PAUSED:
        break;
    }
    return app_msg(n->a, d, "exam.paused");
}

/* Room for a chip at the right end of the row. */
static ept_rect chip_place(ept_draw_list *d, ept_rect *row, int w)
{
    return ept_rect_centre(ept_cut_right(row, w, GAP), w,
                           ept_ui_scale(CHIP_H, ept_draw_metrics(d)->percent));
}

/* The clock, or nothing where none runs; takes its room off the row. */
static void timer(const exam_now *n, ept_draw_list *d, ept_rect *row, bool caption)
{
    uint64_t left = ept_session_left_ms(n->a->session);
    ept_timer_state state;
    ept_rect r;

    if (n->rule->limit_ms == 0) {
        return;
    }
    state = timer_state(n, left);
    r = ept_ui_timer(d, *row, (int64_t)left, state, caption ? timer_caption(n, d, state) : NULL);
    row->w = r.x - GAP - row->x;
    if (n->a->options.clock_factor > 1) {
        ept_chip chip = {.label =
                             ept_arena_printf(ept_draw_arena(d), "x%u", n->a->options.clock_factor),
                         .tone = EPT_TONE_WARN,
                         .bold = true};
        int w = ept_ui_chip_w(d, &chip);

        ept_ui_chip(d, chip_place(d, row, w), &chip);
    }
}

static void volume(const exam_now *n, ept_draw_list *d, ept_rect *row)
{
    const ept_metrics *m = ept_draw_metrics(d);
    ept_slider slider = {.id = "exam.volume",
                         .label = app_msg(n->a, d, "exam.volume"),
                         .value = n->a->prefs.volume,
                         .on_bar = true,
                         .icon = true,
                         .framed = true};
    int w = 96 + 2 * 12 + 16 + ept_ui_scale(24, m->percent) + 8 +
            ept_draw_text_w(d, "100", (ept_text_opts){.type = EPT_TYPE_SMALL});

    if (row->w < w) {
        return;
    }
    ept_ui_slider(d, ept_rect_centre(ept_cut_right(row, w, WIDE_GAP), w, m->button_small_h),
                  &slider);
}

/* Sections that are sat, as segments that only show; the words of the others may be left out. */
static int sections(const exam_now *n, ept_draw_list *d, ept_segment out[PARTS], int *active,
                    bool words)
{
    int count = 0, only = ept_session_row(n->a->session)->only;

    for (size_t i = 0; i < n->bp->section_count; i++) {
        ept_section section = n->bp->sections[i].section;

        if (only >= 0 && (int)section != only) {
            continue;
        }
        if (i == n->section) {
            *active = count;
        }
        out[count++] = (ept_segment){
            words || i == n->section ? app_msg(n->a, d, exam_section_key(section)) : "",
            section == EPT_SECTION_LISTENING ? "ear"
            : section == EPT_SECTION_LAW     ? "law"
                                             : "book"};
    }
    return count;
}

static int segments_w(ept_draw_list *d, const ept_segment *s, int count)
{
    int w = 0, icon = ept_ui_scale(20, ept_draw_metrics(d)->percent);

    for (int i = 0; i < count; i++) {
        w += ept_draw_text_w(d, s[i].label, (ept_text_opts){.type = EPT_TYPE_BODY_BOLD}) + icon +
             8 + 32;
    }
    return w;
}

/* A law exam in the learner's language has the choice of its language there. */
static bool has_languages(const exam_now *n)
{
    return n->bp->item_language && ept_session_row(n->a->session)->law_lang != EPT_LANG_KO;
}

static void languages(const exam_now *n, ept_draw_list *d, ept_rect row)
{
    ept_lang lang = ept_session_row(n->a->session)->law_lang;
    const char *own = ept_arena_printf(ept_draw_arena(d), "lang.%s", ept_lang_code(lang));
    ept_segment items[2] = {{app_msg(n->a, d, "lang.ko"), NULL},
                            {own ? app_msg(n->a, d, own) : "", NULL}};
    ept_segments s = {.id = "exam.lang",
                      .items = items,
                      .count = 2,
                      .active = n->v->korean ? 0 : 1,
                      .on_bar = true,
                      .small = true,
                      .no_tick = true};

    ept_ui_segments(
        d, (ept_rect){row.x, row.y + (row.h - ept_draw_metrics(d)->button_small_h) / 2, 0, 0}, &s);
}

static int title_w(ept_draw_list *d, const char *title)
{
    return ept_draw_text_w(d, title, (ept_text_opts){.type = EPT_TYPE_LEAD_BOLD});
}

static void left_part(const exam_now *n, ept_draw_list *d, ept_rect row)
{
    ept_segment parts[PARTS];
    int active = 0, count = sections(n, d, parts, &active, true), mark = 54 + GAP;
    int small = ept_draw_metrics(d)->button_small_h;
    int tail = has_languages(n) || count > 1 ? segments_w(d, parts, count) : 0;
    int room = row.w - mark - (tail ? WIDE_GAP + tail : 0);
    const char *words = title_w(d, exam_title_kind(n->a, d)) <= room ? exam_title_kind(n->a, d)
                                                                     : exam_title(n->a, d);
    int title = title_w(d, words);
    bool titled = title <= room;

    if (!titled && mark + tail > row.w) {
        count = sections(n, d, parts, &active, false);
        tail = segments_w(d, parts, count);
    }
    if (titled || mark + tail <= row.w) {
        ept_draw_mark(d, row.x + 1, row.y + (row.h - MARK_H) / 2, MARK_H, true);
        ept_cut_left(&row, mark + 2, 0);
    }
    if (titled) {
        ept_draw_text(d, ept_cut_left(&row, title, WIDE_GAP), words,
                      (ept_text_opts){.type = EPT_TYPE_LEAD_BOLD,
                                      .colour = EPT_COLOUR_ON_BAR,
                                      .middle = true,
                                      .max_lines = 1});
    }
    if (has_languages(n)) {
        languages(n, d, row);
    } else if (count > 1) {
        ept_segments s = {.id = "exam.section",
                          .items = parts,
                          .count = count,
                          .active = active,
                          .on_bar = true,
                          .small = true,
                          .fixed = true,
                          .no_tick = true};

        ept_ui_segments(d, (ept_rect){row.x, row.y + (row.h - small) / 2, 0, 0}, &s);
    }
}

/* Section and number in words: what stands there when the side panel is folded away. */
static void folded_part(const exam_now *n, ept_draw_list *d, ept_rect row)
{
    const char *section = app_msg(n->a, d, exam_section_key(n->rule->section));
    const char *number =
        APP_MSG1(n->a, d, "exam.question-number", ept_arg_number(n->form->items[n->item].number));
    ept_text_opts bold = {
        .type = EPT_TYPE_LEAD_BOLD, .colour = EPT_COLOUR_ON_BAR, .middle = true, .max_lines = 1};
    ept_text_opts plain = {
        .type = EPT_TYPE_LEAD, .colour = EPT_COLOUR_ON_BAR, .middle = true, .nowrap = true};
    int w = ept_draw_text_w(d, section, bold), wn = ept_draw_text_w(d, number, plain);

    if (w + GAP + wn <= row.w) {
        ept_draw_text(d, ept_cut_left(&row, w, GAP), section, bold);
    }
    if (wn <= row.w) {
        ept_draw_text(d, ept_cut_left(&row, wn, WIDE_GAP), number, plain);
    }
    if (has_languages(n) && row.w > ept_ui_scale(240, ept_draw_metrics(d)->percent)) {
        languages(n, d, row);
    }
}

static void warm_up_chip(const exam_now *n, ept_draw_list *d, ept_rect *row)
{
    ept_chip chip = {
        .label = app_msg(n->a, d, "warm_up.chip"), .tone = EPT_TONE_WARN, .bold = true};
    int w = ept_ui_chip_w(d, &chip);

    if (n->v->warm_up && w < row->w) {
        ept_ui_chip(d, chip_place(d, row, w), &chip);
    }
}

/* What the left part asks for: all its words, or only the sections. */
static int left_w(const exam_now *n, ept_draw_list *d, bool all)
{
    ept_segment parts[PARTS];
    int active = 0, count, tail;

    if (ept_draw_metrics(d)->exam_folded) {
        return ept_ui_scale(all ? 300 : 240, ept_draw_metrics(d)->percent);
    }
    count = sections(n, d, parts, &active, true);
    tail = has_languages(n) || count > 1 ? segments_w(d, parts, count) : 0;
    return all ? 54 + GAP + title_w(d, exam_title(n->a, d)) + WIDE_GAP + tail : tail;
}

/* The way out for the mouse: its word where there is room, else a cross; the same as Esc. */
static void leave(const exam_now *n, ept_draw_list *d, ept_rect *row)
{
    ept_button b = {.id = "exam.leave",
                    .label = app_msg(n->a, d, "leave.go"),
                    .icon = "x",
                    .kind = EPT_BUTTON_ON_BAR,
                    .size = EPT_BUTTON_SMALL};
    int w = ept_ui_button_w(d, &b), h = ept_draw_metrics(d)->button_small_h;

    if (row->w - w - GAP >= left_w(n, d, true)) {
        ept_ui_button(d, ept_rect_centre(ept_cut_right(row, w, GAP), w, h), &b);
    } else if (row->w - h - GAP >= left_w(n, d, false)) {
        ept_ui_icon_button(d, ept_rect_centre(ept_cut_right(row, h, GAP), h, h), &b);
    }
}

void exam_bar(const exam_now *n, ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);
    ept_rect row = ept_ui_bar(d), size;

    timer(n, d, &row, m->wk >= 800);
    size = ept_ui_text_size(d, row, "exam.size", app_msg(n->a, d, "exam.letter"), true);
    row.w = size.x - GAP - row.x;
    if (n->listening) {
        volume(n, d, &row);
    }
    leave(n, d, &row);
    warm_up_chip(n, d, &row);
    if (m->exam_folded) {
        folded_part(n, d, row);
    } else {
        left_part(n, d, row);
    }
}
