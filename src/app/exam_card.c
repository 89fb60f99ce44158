/* SPDX-License-Identifier: MIT */
/* The question card: question line, sound, stimulus and options in one of the patterns of the look,
 * and the quiet line that says what is saved. The stimulus may scroll; the options of a question
 * never do. */
#include "epstopik/str.h"
#include "exam_view.h"
#include "stimulus.h"

enum {
    EDGE = 25, /* card border and padding */
    WIDE = 21,
    LOW = 13, /* from the question line to the body: 24 and 16 with the line's own air */
    GAP = 16,
    COLUMN_GAP = 24,
    PICTURE_W = 404,
    OPTION_MOST = 112,
    HINTS = 26, /* from the body to the line of key hints */
    EASY = 4    /* questions that show the hints */
};

/* What the card has to show, gathered once a drawing. */
typedef struct page {
    const exam_now *n;
    const ept_metrics *m;
    item_options kind;
    stimulus_kind stimulus;
    const char *ask;
    ept_option_card cards[EPT_PLACES];
    ept_rect body; /* what is left of the card */
} page;

static int most(int a, int b)
{
    return a > b ? a : b;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* --- options --- */

static const char *fix_words(const exam_now *n, ept_draw_list *d)
{
    return APP_MSG1(n->a, d, "exam.fix", ept_arg_number(n->response->place));
}

static void make_cards(page *p, ept_draw_list *d)
{
    const exam_now *n = p->n;
    const ept_response *r = n->response;

    item_view_cards(p->cards, n->a, ept_draw_arena(d), &n->item_view, r->feedback);
    for (int i = 0; i < EPT_PLACES; i++) {
        ept_option_card *c = &p->cards[i];
        bool chosen = r->place == i + 1;

        c->id = ept_draw_id(d, "exam.option", i + 1);
        c->group = 1;
        c->initial = chosen || (r->place == 0 && i == 0);
        c->beside_document = p->stimulus == STIMULUS_DOCUMENT;
        c->fixed = r->fixed;
        c->state = chosen                     ? EPT_OPTION_SELECTED
                   : (r->ruled >> i & 1) != 0 ? EPT_OPTION_RULED_OUT
                                              : EPT_OPTION_NORMAL;
        c->word = app_msg(n->a, d, "exam.chosen");
        if (chosen && c->text && exam_pending(n)) {
            c->note = fix_words(n, d);
        }
    }
    if (r->feedback) {
        item_view_mark(p->cards, &n->item_view, r->place, app_msg(n->a, d, "exam.right"),
                       app_msg(n->a, d, "exam.yours"));
    }
}

/* Pictures and spoken options have no room for words: the question stands on the card's corner. */
static void fix_chip(const page *p, ept_draw_list *d)
{
    const ept_region *card;
    ept_chip chip = {.label = fix_words(p->n, d), .tone = EPT_TONE_ACCENT, .bold = true};
    int w, h = ept_ui_scale(32, p->m->percent);

    if (p->kind == ITEM_OPTIONS_TEXT || !exam_pending(p->n)) {
        return;
    }
    card = ept_draw_region_find(d, ept_draw_id(d, "exam.option", p->n->response->place));
    w = ept_ui_chip_w(d, &chip);
    if (card) {
        ept_rect r = card->rect;

        ept_ui_chip(d, (ept_rect){r.x + r.w - w - 8, r.y + r.h - h - 8, w, h}, &chip);
    }
}

static void options(const page *p, ept_draw_list *d, ept_rect box, bool pairs)
{
    ept_ui_options(d, box, p->cards, pairs, true);
    fix_chip(p, d);
}

/* Two by two is for words that stay on one line there. */
static bool pairs_fit(const page *p, ept_draw_list *d, int w)
{
    for (int i = 0; i < EPT_PLACES; i++) {
        if (ept_ui_option_h(d, (w - p->m->option_gap) / 2, &p->cards[i]) > p->m->option_h) {
            return false;
        }
    }
    return p->kind == ITEM_OPTIONS_TEXT;
}

/* --- the printed question --- */

static ept_text_opts ask_opts(const page *p)
{
    bool stem = p->stimulus == STIMULUS_NONE && !p->n->listening;

    return (ept_text_opts){.type = stem ? EPT_TYPE_STIMULUS : EPT_TYPE_OPTION_DOC_BOLD,
                           .korean = p->n->item_view.lang == EPT_LANG_KO};
}

/* Takes the printed question off the top of r. */
static void draw_ask(const page *p, ept_draw_list *d, ept_rect *r)
{
    int h = ept_draw_text(d, *r, p->ask, ask_opts(p));

    if (h > 0) {
        ept_cut_top(r, h, 12);
    }
}

/* --- stimulus --- */

static void draw_stimulus(const page *p, ept_draw_list *d, ept_rect box)
{
    const app *a = p->n->a;
    int h = stimulus_h(a, d, box.w, &p->n->item_view, box.h);

    if (h <= box.h) {
        stimulus_draw(a, d, box, &p->n->item_view);
        return;
    }
    ept_rect in = app_pane_begin(a, d, box, "exam.stimulus");

    in.w -= GAP;
    in.h = 0;
    app_pane_end(a, d, "exam.stimulus", stimulus_draw(a, d, in, &p->n->item_view));
}

/* Picture or document at the left, options of the same height at the right. */
static void columns(const page *p, ept_draw_list *d)
{
    ept_rect right = p->body, left;
    int picture = least(ept_ui_scale(PICTURE_W, p->m->percent), (right.w - COLUMN_GAP) / 2);

    left = ept_cut_left(
        &right, p->stimulus == STIMULUS_PICTURE ? picture : (right.w - COLUMN_GAP) / 2, COLUMN_GAP);
    draw_stimulus(p, d, left);
    draw_ask(p, d, &right);
    options(p, d, right, false);
}

/* How a stimulus over the full width and the options under it share the body. */
typedef struct share {
    int ask, natural, gap, need, room; /* heights; room: what the stimulus gets at most */
    bool pairs;
} share;

static share share_of(const page *p, ept_draw_list *d)
{
    ept_rect r = p->body;
    share s = {.ask = ept_draw_text_h(d, r.w, p->ask, ask_opts(p)),
               .natural = stimulus_h(p->n->a, d, r.w, &p->n->item_view, 0),
               .need = ept_ui_options_h(d, r.w, p->cards, false)};

    s.gap = !s.natural && !s.ask ? 0 : p->m->stacked || p->n->listening ? GAP : COLUMN_GAP;
    s.ask += s.ask ? 12 : 0;
    if (s.natural + s.gap + s.ask + s.need > r.h && pairs_fit(p, d, r.w)) {
        s.pairs = true;
        s.need = ept_ui_options_h(d, r.w, p->cards, true);
    }
    s.room = most(r.h - s.ask - s.gap - s.need, p->m->type[EPT_TYPE_STIMULUS].line_px);
    return s;
}

/* Stimulus over the full width, options under each other. */
static void stacked(const page *p, ept_draw_list *d)
{
    share s = share_of(p, d);
    ept_rect r = p->body;
    int rows = s.pairs ? 2 : 4, cap;

    if (s.natural > 0) {
        draw_stimulus(p, d, ept_cut_top(&r, least(s.natural, s.room), s.ask ? 12 : s.gap));
    }
    if (s.ask) {
        ept_draw_text(d, ept_cut_top(&r, s.ask - 12, s.gap), p->ask, ask_opts(p));
    }
    cap = rows * ept_ui_scale(OPTION_MOST, p->m->percent) + (rows - 1) * p->m->option_gap;
    r.h = most(least(r.h, cap), s.need);
    options(p, d, r, s.pairs);
}

/* A document that would show less than two thirds above its options stands beside them after all,
 * where the options fit there. */
static bool beside(const page *p, ept_draw_list *d)
{
    int w = (p->body.w - COLUMN_GAP) / 2, need;
    share s;

    if (p->stimulus != STIMULUS_DOCUMENT || !p->m->stacked) {
        return p->stimulus == STIMULUS_DOCUMENT;
    }
    s = share_of(p, d);
    need =
        ept_ui_options_h(d, w, p->cards, false) + ept_draw_text_h(d, w, p->ask, ask_opts(p)) + 12;
    return s.room * 3 < s.natural * 2 && need <= p->body.h;
}

static void four_pictures(const page *p, ept_draw_list *d)
{
    ept_rect r = p->body;

    draw_ask(p, d, &r);
    options(p, d, r, true);
}

static void draw_body(const page *p, ept_draw_list *d)
{
    if (p->kind == ITEM_OPTIONS_PICTURE) {
        four_pictures(p, d);
    } else if (p->stimulus == STIMULUS_PICTURE || beside(p, d)) {
        columns(p, d);
    } else {
        stacked(p, d);
    }
}

/* --- lines above and below --- */

/* What is on disk: a tick when saved, a lock when it cannot be changed any more. */
static const char *saved_word(const exam_now *n, ept_draw_list *d, const char **icon)
{
    const ept_response *r = n->response;

    *icon = r->fixed && n->bp->change == EPT_CHANGE_UNTIL_FIXED ? "lock" : "check";
    if (ept_streq(*icon, "lock")) {
        return app_msg(n->a, d, "exam.fixed");
    }
    return n->v->saved ? app_msg(n->a, d, r->place ? "exam.saved" : "exam.saved-blank") : NULL;
}

static int saved_w(const exam_now *n, ept_draw_list *d)
{
    ept_text_opts small = {.type = EPT_TYPE_SMALL};
    int a = ept_draw_text_w(d, app_msg(n->a, d, "exam.saved"), small);
    int b = ept_draw_text_w(d, app_msg(n->a, d, "exam.saved-blank"), small);
    int c = ept_draw_text_w(d, app_msg(n->a, d, "exam.fixed"), small);

    return most(most(a, b), n->bp->change == EPT_CHANGE_UNTIL_FIXED ? c : 0) +
           ept_ui_scale(18, ept_draw_metrics(d)->percent) + 8;
}

static void draw_saved(const exam_now *n, ept_draw_list *d, ept_rect row)
{
    const char *icon, *word = saved_word(n, d, &icon);
    ept_text_opts opts = {.type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_GOOD, .nowrap = true};
    int w;

    if (word) {
        w = ept_draw_text_w(d, word, opts) + ept_ui_scale(18, ept_draw_metrics(d)->percent) + 8;
        ept_ui_icon_word(d, ept_cut_right(&row, least(w, row.w), 0), icon, word, opts);
    }
}

static void draw_hints(const page *p, ept_draw_list *d, ept_rect row)
{
    const exam_now *n = p->n;
    const char *rule = app_msg(n->a, d, "exam.hint-rule");
    int x = row.x, end = row.x + row.w - saved_w(n, d) - GAP, w;

    draw_saved(n, d, row);
    x += ept_ui_key_hint(d, x, row.y, row.h, "1 2 3 4", app_msg(n->a, d, "exam.hint-choose")) +
         COLUMN_GAP;
    w = ept_ui_key_w(d, "Shift") +
        ept_ui_key_w(d, "1\xE2\x80\x93"
                        "4") +
        40 + ept_draw_text_w(d, rule, (ept_text_opts){.type = EPT_TYPE_SMALL});
    if (!n->bp->rule_out || x + w > end) {
        return;
    }
    x += ept_ui_key(d, x, row.y, row.h, "Shift", EPT_COLOUR_INK, EPT_COLOUR_LINE_2) + 6;
    ept_draw_text(
        d, (ept_rect){x, row.y, 12, row.h}, "+",
        (ept_text_opts){.type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_INK_2, .middle = true});
    ept_ui_key_hint(d, x + 16, row.y, row.h,
                    "1\xE2\x80\x93"
                    "4",
                    rule);
}

/* Number and instruction; where the exam helps, the same in the learner's language below. Height
 * back. */
static int question_line(const page *p, ept_draw_list *d, ept_rect box)
{
    const exam_now *n = p->n;
    const item_view *v = &n->item_view;
    const char *says = item_view_instruction(v), *own = v->slot->says[n->a->prefs.lang];
    bool latin = v->lang != EPT_LANG_KO;
    int number = v->place->number, h;

    if (p->m->exam_folded) {
        h = ept_draw_text(d, box, ept_arena_printf(ept_draw_arena(d), "%d. %s", number, says),
                          (ept_text_opts){.type = EPT_TYPE_QUESTION, .korean = !latin});
    } else {
        h = ept_ui_question_line(d, box, number, says, n->listening, latin);
    }
    if (n->bp->bilingual && !latin && n->a->prefs.lang != EPT_LANG_KO && own &&
        !p->m->exam_folded) {
        box.y += h;
        h += ept_draw_text(d, box, own,
                           (ept_text_opts){.type = EPT_TYPE_BODY, .colour = EPT_COLOUR_INK_2});
    }
    return h;
}

static ept_rect inside(const ept_metrics *m)
{
    ept_rect c = m->card;
    int foot = m->w < 1280 ? 17 : EDGE;

    if (m->exam_folded) {
        return (ept_rect){c.x + m->margin, c.y + 16, c.w - 2 * m->margin, c.h - 16 - 20};
    }
    return (ept_rect){c.x + EDGE, c.y + EDGE - 1, c.w - 2 * EDGE, c.h - EDGE + 1 - foot};
}

/* The answer has been shown and there is no side panel: everything scrolls, the explanation comes
 * last. */
static void draw_shown(page *p, ept_draw_list *d)
{
    const exam_now *n = p->n;
    ept_rect r = app_pane_begin(n->a, d, p->body, "exam.shown");
    int top = r.y, h;

    r.w -= GAP;
    r.h = 0;
    r.y += exam_verdict(n, d, r);
    if (p->stimulus != STIMULUS_NONE) {
        h = stimulus_h(n->a, d, r.w, &n->item_view, ept_ui_scale(220, p->m->percent));
        stimulus_draw(n->a, d, (ept_rect){r.x, r.y, r.w, h}, &n->item_view);
        r.y += h + GAP;
    }
    h = ept_draw_text(d, r, p->ask, ask_opts(p));
    r.y += h ? h + 12 : 0;
    r.y += ept_ui_options(d, r, p->cards, p->kind == ITEM_OPTIONS_PICTURE, false) + GAP;
    r.y += exam_feedback(n, d, r);
    app_pane_end(n->a, d, "exam.shown", r.y - top);
}

/* Question line, then what is left for the body. */
static void head(page *p, ept_draw_list *d)
{
    const exam_now *n = p->n;
    bool hints = p->m->key_hints && n->item < n->first + EASY && !n->response->feedback, low;
    ept_rect in = p->body, line = in;
    int saved = hints ? 0 : saved_w(n, d) + GAP;

    low = n->listening || p->m->stacked;
    line.w -= saved;
    line.h = question_line(p, d, line);
    if (hints) {
        int key = p->m->type[EPT_TYPE_TINY].line_px + 8;
        ept_rect row = ept_cut_bottom(&in, key, HINTS);

        row.y += 2;
        draw_hints(p, d, row);
    } else {
        draw_saved(n, d, (ept_rect){in.x, in.y, in.w, p->m->type[EPT_TYPE_H2].line_px});
    }
    ept_cut_top(&in, line.h, p->m->exam_folded ? 8 : low ? LOW : WIDE);
    if (n->listening) {
        ept_cut_top(&in, exam_audio(n, d, in), p->m->exam_folded ? 12 : GAP);
    }
    p->body = in;
}

void exam_card(const exam_now *n, ept_draw_list *d)
{
    page p = {.n = n, .m = ept_draw_metrics(d)};

    if (p.m->exam_folded) {
        ept_draw_fill(d, p.m->card, EPT_COLOUR_SURFACE);
    } else {
        ept_ui_card(d, p.m->card);
    }
    p.body = inside(p.m);
    if (!n->has_item) {
        ept_ui_notice(d, (ept_rect){p.body.x, p.body.y, p.body.w, 0}, EPT_TONE_BAD, "warn", NULL,
                      app_msg(n->a, d, "exam.damaged"));
        return;
    }
    p.kind = item_view_options(&n->item_view);
    p.stimulus = stimulus_of(&n->item_view);
    p.ask = item_view_ask(&n->item_view);
    make_cards(&p, d);
    head(&p, d);
    if (n->response->feedback && p.m->exam_folded) {
        draw_shown(&p, d);
    } else {
        draw_body(&p, d);
    }
}
