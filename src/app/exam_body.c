/* SPDX-License-Identifier: MIT */
/* The body of a question in one of the patterns of the look: stimulus and options beside or under
 * each other. The stimulus may scroll, options never do while they are to be chosen; where even
 * smaller words do not fit, all of it flows in one pane, so that nothing is ever out of reach. */
#include "exam_body.h"

enum {
    GAP = 16,
    COLUMN_GAP = 24,
    PICTURE_W = 404,
    FLOW_PICTURE_H = 220,
    OPTION_MOST = 112,
    ASK_GAP = 12,
    TABLE_LEAST = 400,
    DOCUMENT_LEAST = 300,
    DOCUMENT_VIEW = 140, /* of a document over its options, else all of it flows */
    CARD_AIR = 70,       /* of an option's card beside bubble, words and chip */
};

/* How the body is divided. */
typedef enum pattern {
    STACKED,  /* stimulus over the full width, options under it */
    COLUMNS,  /* stimulus at the left, options of the same height at the right */
    PICTURES, /* four pictures two by two */
    FLOW,     /* everything scrolls */
} pattern;

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

static void make_cards(exam_page *p, ept_draw_list *d)
{
    const exam_now *n = p->n;
    const ept_response *r = n->response;

    item_view_cards(p->cards, n->a, ept_draw_arena(d), &n->item_view, r->feedback);
    for (int i = 0; i < EPT_PLACES; i++) {
        ept_option_card *c = &p->cards[i];
        bool chosen = r->place == i + 1;

        c->id = ept_draw_id(d, "exam.option", i + 1);
        c->group = 1;
        c->initial = chosen || (r->place == 0 && i == 0 && !n->v->bare);
        c->beside_document = p->stimulus == STIMULUS_DOCUMENT;
        c->fixed = r->fixed;
        c->state = chosen                     ? EPT_OPTION_SELECTED
                   : (r->ruled >> i & 1) != 0 ? EPT_OPTION_RULED_OUT
                                              : EPT_OPTION_NORMAL;
    }
    if (r->feedback) {
        item_view_mark(p->cards, &n->item_view, r->place, app_msg(n->a, d, "exam.right"),
                       app_msg(n->a, d, "exam.yours"));
    }
}

static ept_chip fix_words_chip(const exam_page *p, ept_draw_list *d)
{
    return (ept_chip){.label = fix_words(p->n, d), .tone = EPT_TONE_ACCENT, .bold = true};
}

/* Whether the words of the chosen option leave room for the chip in a card of width w. */
static bool chip_fits(const exam_page *p, ept_draw_list *d, int w)
{
    const ept_option_card *c = &p->cards[p->n->response->place - 1];
    ept_chip chip = fix_words_chip(p, d);
    ept_type type = c->beside_document ? EPT_TYPE_OPTION_DOC_BOLD : EPT_TYPE_OPTION_BOLD;
    int text = ept_draw_text_w(d, c->text, (ept_text_opts){.type = type, .korean = !c->latin});

    return !c->text || p->m->bubble + text + ept_ui_chip_w(d, &chip) + CARD_AIR <= w;
}

/* "Fix 3? Enter" at the right end of the card, on a picture in its corner. */
static void fix_chip(const exam_page *p, ept_draw_list *d)
{
    ept_chip chip;
    const ept_region *card;
    int w, h = ept_ui_scale(32, p->m->percent);

    if (!p->chip) {
        return;
    }
    chip = fix_words_chip(p, d);
    card = ept_draw_region_find(d, ept_draw_id(d, "exam.option", p->n->response->place));
    w = ept_ui_chip_w(d, &chip);
    if (card) {
        ept_rect r = card->rect;
        int y = p->kind == ITEM_OPTIONS_PICTURE ? r.y + r.h - h - 8 : r.y + (r.h - h) / 2;

        ept_ui_chip(d, (ept_rect){r.x + r.w - w - 16, y, w, h}, &chip);
    }
}

static void options(const exam_page *p, ept_draw_list *d, ept_rect box, bool pairs)
{
    ept_ui_options(d, box, p->cards, pairs, true);
    fix_chip(p, d);
}

/* Two by two is for words that stay on one line there. */
static bool pairs_fit(const exam_page *p, ept_draw_list *d, int w)
{
    for (int i = 0; i < EPT_PLACES; i++) {
        if (ept_ui_option_h(d, (w - p->m->option_gap) / 2, &p->cards[i]) > p->m->option_h) {
            return false;
        }
    }
    return p->kind == ITEM_OPTIONS_TEXT;
}

/* --- stimulus and printed question --- */

/* A question without a stimulus is itself what is read. */
static bool is_stem(const exam_page *p)
{
    return p->stimulus == STIMULUS_NONE && p->ask && !p->n->listening;
}

static ept_text_opts ask_opts(const exam_page *p)
{
    return (ept_text_opts){.type = is_stem(p) ? EPT_TYPE_STIMULUS : EPT_TYPE_OPTION_DOC_BOLD,
                           .korean = p->n->item_view.lang == EPT_LANG_KO};
}

/* That empty cards will be heard; NULL where words or pictures stand on them. */
static const char *spoken(const exam_page *p, ept_draw_list *d)
{
    return p->kind == ITEM_OPTIONS_SPOKEN && !p->n->response->feedback
               ? app_msg(p->n->a, d, "exam.spoken")
               : NULL;
}

static ept_text_opts spoken_opts(void)
{
    return (ept_text_opts){.type = EPT_TYPE_BODY, .colour = EPT_COLOUR_INK_2};
}

/* Height of the printed question, without the one that is the stem, and of what is said about
 * spoken options, with the gap under them. */
static int ask_h(const exam_page *p, ept_draw_list *d, int w)
{
    int h = (is_stem(p) ? 0 : ept_draw_text_h(d, w, p->ask, ask_opts(p))) +
            ept_draw_text_h(d, w, spoken(p, d), spoken_opts());

    return h ? h + ASK_GAP : 0;
}

/* Takes the printed question off the top of r. */
static void draw_ask(const exam_page *p, ept_draw_list *d, ept_rect *r)
{
    int h = ask_h(p, d, r->w);
    ept_rect at = ept_cut_top(r, h, 0);

    if (h && !is_stem(p)) {
        at.y += ept_draw_text(d, at, p->ask, ask_opts(p));
    }
    if (h) {
        ept_draw_text(d, at, spoken(p, d), spoken_opts());
    }
}

/* What is read: stimulus or stem, where `room` is high. */
static int top_h(const exam_page *p, ept_draw_list *d, int w, int room)
{
    return is_stem(p) ? ept_draw_text_h(d, w, p->ask, ask_opts(p))
                      : stimulus_h(p->n->a, d, w, &p->n->item_view, room);
}

static int draw_whole(const exam_page *p, ept_draw_list *d, ept_rect box)
{
    return is_stem(p) ? ept_draw_text(d, box, p->ask, ask_opts(p))
                      : stimulus_draw(p->n->a, d, box, &p->n->item_view);
}

/* "Space scroll" at the right end of the strip under a stimulus that scrolls; the key alone beside
 * its words where there is no strip. */
static void scroll_hint(const exam_page *p, ept_draw_list *d, ept_rect box, int content_h,
                        bool beside)
{
    int h = ept_ui_scroll_strip(d, box.h, content_h), key = ept_ui_key_w(d, "Space");
    const char *word = app_msg(p->n->a, d, "exam.hint-scroll");
    int w = key + 8 + ept_draw_text_w(d, word, (ept_text_opts){.type = EPT_TYPE_SMALL});

    if (h && w <= box.w / 3) {
        ept_ui_key_hint(d, box.x + box.w - w, box.y + box.h - h + 1, h, "Space", word);
    } else if (beside) {
        h = p->m->type[EPT_TYPE_STIMULUS].line_px;
        ept_ui_key(d, box.x + box.w - GAP - key, box.y + box.h - h, h, "Space", EPT_COLOUR_INK_2,
                   EPT_COLOUR_LINE_2);
    }
}

static void draw_top(const exam_page *p, ept_draw_list *d, ept_rect box)
{
    ept_rect in;
    int h, beside;

    if (top_h(p, d, box.w, box.h) <= box.h) {
        draw_whole(p, d, box);
        return;
    }
    in = app_pane_begin(p->n->a, d, box, "exam.stimulus");
    in.w -= GAP;
    beside = in.w - GAP - ept_ui_key_w(d, "Space");
    if (!ept_ui_scroll_strip(d, box.h, top_h(p, d, beside, box.h))) {
        in.w = beside;
    }
    in.h = 0;
    h = draw_whole(p, d, in);
    app_pane_end(p->n->a, d, "exam.stimulus", h);
    scroll_hint(p, d, box, h, in.w == beside);
}

/* --- patterns --- */

static void columns(const exam_page *p, ept_draw_list *d, int left_w)
{
    ept_rect right = p->body, left = ept_cut_left(&right, left_w, COLUMN_GAP);

    draw_top(p, d, left);
    draw_ask(p, d, &right);
    options(p, d, right, false);
}

static bool columns_fit(const exam_page *p, ept_draw_list *d, int left_w)
{
    int w = p->body.w - left_w - COLUMN_GAP;

    return ept_ui_options_h(d, w, p->cards, false) + ask_h(p, d, w) <= p->body.h;
}

/* How a stimulus over the full width and the options under it share the body. */
typedef struct share {
    int ask, natural, gap, need, room; /* heights; room: what the stimulus gets at most */
    bool pairs, fits;
} share;

static share share_of(const exam_page *p, ept_draw_list *d)
{
    ept_rect r = p->body;
    share s = {.ask = ask_h(p, d, r.w),
               .natural = top_h(p, d, r.w, 0),
               .need = ept_ui_options_h(d, r.w, p->cards, false)};
    int view = p->stimulus == STIMULUS_DOCUMENT ? ept_ui_scale(DOCUMENT_VIEW, p->m->percent)
                                                : p->m->type[EPT_TYPE_STIMULUS].line_px;

    s.gap = !s.natural ? 0 : s.ask ? ASK_GAP : p->m->stacked || p->n->listening ? GAP : COLUMN_GAP;
    if (s.natural + s.gap + s.ask + s.need > r.h && pairs_fit(p, d, r.w)) {
        s.pairs = true;
        s.need = ept_ui_options_h(d, r.w, p->cards, true);
    }
    s.room = r.h - s.ask - s.gap - s.need;
    s.fits = s.room >= least(s.natural, view);
    return s;
}

/* Height of the four options together. */
static int stacked_h(const exam_page *p, ept_draw_list *d, const share *s)
{
    int rows = s->pairs ? 2 : 4;
    int gap = ept_ui_option_gap(d, &p->cards[0]);
    int cap = rows * ept_ui_scale(OPTION_MOST, p->m->percent) + (rows - 1) * gap;
    int rest = p->body.h - s->ask - (s->natural > 0 ? least(s->natural, s->room) + s->gap : 0);

    return most(least(rest, cap), s->need);
}

static void stacked(const exam_page *p, ept_draw_list *d)
{
    share s = share_of(p, d);
    ept_rect r = p->body;

    if (s.natural > 0) {
        draw_top(p, d, ept_cut_top(&r, least(s.natural, s.room), s.gap));
    }
    draw_ask(p, d, &r);
    r.h = stacked_h(p, d, &s);
    options(p, d, r, s.pairs);
}

static void four_pictures(const exam_page *p, ept_draw_list *d)
{
    ept_rect r = p->body;

    draw_ask(p, d, &r);
    options(p, d, r, true);
}

/* All in one pane; after an answer that was shown, with what is said about it. */
static void flow(const exam_page *p, ept_draw_list *d)
{
    const exam_now *n = p->n;
    ept_rect r = app_pane_begin(n->a, d, p->body, "exam.flow");
    int top = r.y, h = top_h(p, d, r.w - GAP, ept_ui_scale(FLOW_PICTURE_H, p->m->percent));

    r.w -= GAP;
    r.h = 0;
    r.y += n->response->feedback ? exam_verdict(n, d, r) : 0;
    if (h > 0) {
        draw_whole(p, d, (ept_rect){r.x, r.y, r.w, h});
        r.y += h + GAP;
    }
    r.h = ask_h(p, d, r.w);
    draw_ask(p, d, &r);
    r.h = 0;
    r.y += ept_ui_options(d, r, p->cards, p->kind == ITEM_OPTIONS_PICTURE, false) + GAP;
    fix_chip(p, d);
    r.y += n->response->feedback ? exam_feedback(n, d, r) : 0;
    app_pane_end(n->a, d, "exam.flow", r.y - top);
}

/* --- choosing --- */

/* Options in the smaller size of those that stand beside a document. */
static void squeeze(exam_page *p)
{
    for (int i = 0; i < EPT_PLACES; i++) {
        p->cards[i].beside_document = true;
    }
}

/* Options as low as they may be, before a stimulus has to scroll. */
static void tighten(exam_page *p)
{
    for (int i = 0; i < EPT_PLACES; i++) {
        p->cards[i].tight = true;
    }
}

/* Beside a picture, which gives way to long options before their words get smaller. */
static pattern beside_picture(exam_page *p, ept_draw_list *d, int *left_w)
{
    *left_w = least(ept_ui_scale(PICTURE_W, p->m->percent), (p->body.w - COLUMN_GAP) / 2);
    if (columns_fit(p, d, *left_w)) {
        return COLUMNS;
    }
    *left_w = p->body.w / 3;
    if (!columns_fit(p, d, *left_w)) {
        squeeze(p);
    }
    return columns_fit(p, d, *left_w) ? COLUMNS : FLOW;
}

/* The least width at which a document can be read beside its options. */
static int document_least(const exam_page *p)
{
    const ept_document *document = p->n->item_view.item->document;

    for (size_t i = 0; i < document->part_count; i++) {
        if (document->parts[i].kind == EPT_PART_TABLE) {
            return ept_ui_scale(TABLE_LEAST, p->m->percent);
        }
    }
    return ept_ui_scale(DOCUMENT_LEAST, p->m->percent);
}

/* Below 1280 a document stands over its options, but beside them where it would scroll and there is
 * width enough: when less than two thirds of it would show, or when all of it shows there. */
static pattern with_text(exam_page *p, ept_draw_list *d, int *left_w)
{
    bool document = p->stimulus == STIMULUS_DOCUMENT, wide;
    share s;

    *left_w = (p->body.w - COLUMN_GAP) * 51 / 100;
    wide = document && *left_w >= document_least(p) && columns_fit(p, d, *left_w);
    if (document && !p->m->stacked && columns_fit(p, d, *left_w)) {
        return COLUMNS;
    }
    s = share_of(p, d);
    if (wide && s.room * 3 < s.natural * 2) {
        return COLUMNS;
    }
    if (s.room < s.natural) {
        tighten(p);
        s = share_of(p, d);
    }
    if (wide && top_h(p, d, p->body.w, s.room) > s.room &&
        top_h(p, d, *left_w, p->body.h) <= p->body.h) {
        return COLUMNS;
    }
    if (!s.fits) {
        squeeze(p);
        s = share_of(p, d);
    }
    return s.fits ? STACKED : FLOW;
}

static pattern choose(exam_page *p, ept_draw_list *d, int *left_w)
{
    ept_rect r = p->body;

    if (p->n->response->feedback && p->m->exam_folded) {
        return FLOW;
    }
    if (p->kind == ITEM_OPTIONS_PICTURE) {
        return ask_h(p, d, r.w) + ept_ui_options_h(d, r.w, p->cards, true) <= r.h ? PICTURES : FLOW;
    }
    return p->stimulus == STIMULUS_PICTURE ? beside_picture(p, d, left_w) : with_text(p, d, left_w);
}

/* What an option's card gets in a pattern; without a height where that does not matter. */
static ept_rect card_of(const exam_page *p, ept_draw_list *d, pattern how, int left_w)
{
    int gap = ept_ui_option_gap(d, &p->cards[0]), w = p->body.w - left_w - COLUMN_GAP;
    share s;

    switch (how) {
    case STACKED:
        s = share_of(p, d);
        w = s.pairs ? (p->body.w - gap) / 2 : p->body.w;
        return (ept_rect){0, 0, w, (stacked_h(p, d, &s) + gap) / (s.pairs ? 2 : 4) - gap};
    case COLUMNS:
        return (ept_rect){0, 0, w, (p->body.h - ask_h(p, d, w) + gap) / 4 - gap};
    case PICTURES:
    case FLOW:
        break;
    }
    return (ept_rect){0, 0, p->body.w - GAP, 0};
}

/* "Fix 3? Enter" as a chip, else as a line under the words, else only on the footer's button; an
 * answer that needs no fixing has its word for high contrast. The cards never move for any of them.
 */
static void mark_chosen(exam_page *p, ept_draw_list *d, ept_rect card)
{
    ept_option_card *c = &p->cards[p->n->response->place - 1];

    if (exam_pending(p->n)) {
        p->chip = chip_fits(p, d, card.w);
        c->note = p->chip ? NULL : fix_words(p->n, d);
    } else {
        c->word = app_msg(p->n->a, d, "exam.chosen");
    }
    if (c->text && ept_ui_option_h(d, card.w, c) > card.h) {
        c->note = c->word = NULL;
    }
}

void exam_body(exam_page *p, ept_draw_list *d)
{
    int left_w = 0;
    pattern how;

    make_cards(p, d);
    how = choose(p, d, &left_w);
    if (p->n->response->place && !p->n->response->feedback) {
        mark_chosen(p, d, card_of(p, d, how, left_w));
    }
    switch (how) {
    case STACKED:
        stacked(p, d);
        break;
    case COLUMNS:
        columns(p, d, left_w);
        break;
    case PICTURES:
        four_pictures(p, d);
        break;
    case FLOW:
        flow(p, d);
        break;
    }
}
