/* SPDX-License-Identifier: MIT */
/* The buttons under the question: what the exam allows, nothing else. Words that do not fit lose
 * their key labels first, then their icons. */
#include "epstopik/str.h"
#include "exam_view.h"

enum { GAP = 16, HELP_GAP = 24, LEFT_MAX = 6, PRIMARY_W = 272 };

static const char *all_count(const exam_now *n, ept_draw_list *d)
{
    const char *count = ept_arena_printf(ept_draw_arena(d), "%zu/%zu",
                                         ept_sitting_answered(n->sitting, n->section), n->count);

    return count ? count : "";
}

static const char *all_words(const exam_now *n, ept_draw_list *d)
{
    const char *word = app_msg(n->a, d, "word.all-questions");

    if (ept_draw_metrics(d)->exam_folded) {
        word = ept_arena_printf(ept_draw_arena(d), "%s %s", word, all_count(n, d));
    }
    return word ? word : "";
}

static size_t left_buttons(const exam_now *n, ept_draw_list *d, ept_button out[LEFT_MAX])
{
    bool back = n->rule->move == EPT_MOVE_FREE || n->rule->move == EPT_MOVE_STEP;
    size_t count = 0;

    if (back) {
        out[count++] = (ept_button){.id = "exam.back",
                                    .label = app_msg(n->a, d, "word.back"),
                                    .icon = "left",
                                    .key = "\xE2\x86\x90",
                                    .disabled = !exam_has_back(n)};
    }
    if (n->bp->flag) {
        out[count++] = (ept_button){
            .id = "exam.flag",
            .label = app_msg(n->a, d, n->response->flagged ? "exam.unflag" : "word.flag"),
            .icon = "flag",
            .key = "F"};
    }
    if (n->v->warm_up) {
        out[count++] =
            (ept_button){.id = "warm_up.skip", .label = app_msg(n->a, d, "warm_up.skip")};
    } else {
        out[count++] =
            (ept_button){.id = "exam.all", .label = all_words(n, d), .icon = "grid", .key = "A"};
    }
    if (n->bp->submit && ept_draw_metrics(d)->exam_folded && n->rule->limit_ms == 0 &&
        !n->v->warm_up) {
        out[count++] = (ept_button){.id = "exam.submit", .label = app_msg(n->a, d, "exam.finish")};
    }
    for (size_t i = 0; i < count; i++) {
        out[i].size = EPT_BUTTON_FOOTER;
    }
    return count;
}

static int width_of(ept_draw_list *d, const ept_button *b, size_t count)
{
    int w = 0;

    for (size_t i = 0; i < count; i++) {
        w += ept_ui_button_w(d, &b[i]) + (i ? GAP : 0);
    }
    return w;
}

/* Key labels, then icons, then the words of "All questions 6/20" but the count give way to a row of
 * w. */
static void make_room(const exam_now *n, ept_draw_list *d, ept_button *b, size_t count, int w)
{
    enum { KEYS, ICONS, WORDS, STEPS };

    for (int step = KEYS; step < STEPS && width_of(d, b, count) > w; step++) {
        for (size_t i = 0; i < count; i++) {
            bool all = ept_streq(b[i].id, "exam.all");

            b[i].key = NULL;
            b[i].icon = step == KEYS ? b[i].icon : step == WORDS && all ? "grid" : NULL;
            b[i].label = step == WORDS && all ? all_count(n, d) : b[i].label;
        }
    }
}

/* In natural widths; where even that is too much, in equal parts. */
static void draw_left(ept_draw_list *d, ept_rect row, const ept_button *b, size_t count)
{
    if (width_of(d, b, count) <= row.w) {
        ept_ui_buttons_left(d, row, b, count);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        ept_ui_button(d, ept_rect_column(row, (int)count, (int)i, 8), &b[i]);
    }
}

/* What the filled button does now. NULL label: there is none. */
static ept_button primary(const exam_now *n, ept_draw_list *d)
{
    ept_button b = {.id = "exam.next",
                    .label = app_msg(n->a, d, "word.next"),
                    .icon_after = "right",
                    .key = "\xE2\x86\x92",
                    .kind = EPT_BUTTON_PRIMARY,
                    .size = EPT_BUTTON_FOOTER,
                    .no_enter = true};
    bool last = n->item + 1 == n->first + n->count;

    if (n->bp->item_feedback && n->response->place && !n->response->feedback) {
        b.label = app_msg(n->a, d, "exam.check");
        b.icon_after = NULL;
        b.key = "Enter";
    } else if (n->rule->move == EPT_MOVE_NONE) {
        b.label = NULL;
    } else if (last && n->bp->wait_at_end) {
        b.disabled = true;
    } else if (last && n->v->warm_up) {
        b.label = app_msg(n->a, d, "warm_up.finish");
    } else if (last) {
        b.label = app_msg(n->a, d, n->bp->item_feedback ? "exam.finish" : "word.all-questions");
    }
    return b;
}

/* Why there is nothing to press: listening that goes on by itself, or the wait for 0:00. */
static const char *why_waiting(const exam_now *n, ept_draw_list *d)
{
    bool last = n->item + 1 == n->first + n->count;

    if (n->bp->wait_at_end && last) {
        return app_msg(n->a, d, "exam.wait-end");
    }
    return n->rule->move == EPT_MOVE_NONE ? app_msg(n->a, d, "exam.goes-on") : NULL;
}

static void help(const exam_now *n, ept_draw_list *d, ept_rect *row)
{
    const char *word = app_msg(n->a, d, "word.help");
    int w = ept_ui_key_w(d, "F1") + 8 +
            ept_draw_text_w(d, word, (ept_text_opts){.type = EPT_TYPE_SMALL});
    ept_rect r;

    if (!ept_draw_metrics(d)->help_word || row->w < w + HELP_GAP) {
        return;
    }
    r = ept_cut_right(row, w, HELP_GAP);
    ept_ui_key_hint(d, r.x, r.y, r.h, "F1", word);
    ept_ui_area(d, ept_rect_inset(r, -6, 6),
                &(ept_area){.id = "exam.help", .label = word, .radius = 8});
}

/* The filled button at the right end, as wide as there is room for; takes its part off the row. */
static void draw_primary(const exam_now *n, ept_draw_list *d, ept_rect *row, int left_w)
{
    const ept_metrics *m = ept_draw_metrics(d);
    ept_button next = primary(n, d);
    int want = m->exam_folded ? PRIMARY_W : m->side.w - 32, natural;

    if (!next.label) {
        return;
    }
    natural = ept_ui_button_w(d, &next);
    if (want < natural || left_w + HELP_GAP + want > row->w) {
        want = natural;
    }
    ept_ui_button(d, ept_cut_right(row, want < row->w / 2 ? want : row->w / 2, HELP_GAP), &next);
}

/* "Fix 3" while the answer is only marked. */
static void draw_fix(const exam_now *n, ept_draw_list *d, ept_rect *row)
{
    ept_button fix = {.id = "exam.fix",
                      .key = "Enter",
                      .icon = "lock",
                      .size = EPT_BUTTON_FOOTER,
                      .label =
                          APP_MSG1(n->a, d, "exam.fix-button", ept_arg_number(n->response->place))};
    int natural = ept_ui_button_w(d, &fix);

    if (exam_pending(n)) {
        ept_ui_button(d, ept_cut_right(row, natural < row->w / 2 ? natural : row->w / 2, GAP),
                      &fix);
    }
}

void exam_footer(const exam_now *n, ept_draw_list *d)
{
    ept_button left[LEFT_MAX];
    size_t count = left_buttons(n, d, left);
    ept_rect row = ept_ui_footer(d, ept_draw_metrics(d)->margin), mid;
    const char *why = exam_pending(n) ? NULL : why_waiting(n, d);
    int natural = width_of(d, left, count);

    draw_primary(n, d, &row, natural);
    draw_fix(n, d, &row);
    make_room(n, d, left, count, row.w);
    mid = row;
    natural = width_of(d, left, count);
    if (natural + HELP_GAP < mid.w) {
        ept_cut_left(&mid, natural, HELP_GAP);
        if (why) {
            ept_draw_text(d, mid, why,
                          (ept_text_opts){.type = EPT_TYPE_SMALL,
                                          .colour = EPT_COLOUR_INK_2,
                                          .align = EPT_ALIGN_RIGHT,
                                          .middle = true,
                                          .max_lines = 3});
        } else {
            help(n, d, &mid);
        }
    }
    draw_left(d, row, left, count);
}
