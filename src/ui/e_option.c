/* SPDX-License-Identifier: MIT */
/* Option cards: a bubble with the number, text or picture, and what became of it. The border grows
 * inwards, so that text never moves between states. */
#include "epstopik/ui_exam.h"
#include "widget_priv.h"

enum {
    INSET = 18,
    GAP = 16,
    TEXT_PAD = 12,
    PICTURE_H = 208,
    PICTURE_LEAST = 96,
    MARK_GAP = 8,
    TIGHT_H = 62,
    TIGHT_GAP = 8,
    NARROW = 1280,
    NUMBER_W = 56, /* column of the question's number */
    NUMBER_NARROW = 40,
};

typedef struct paint {
    ept_box box;
    ept_colour text;
    ept_box bubble;
    ept_colour digit;
    bool bold, strike;
} paint;

static paint plain(ept_colour line, ept_colour ring)
{
    return (paint){.box = {EPT_COLOUR_SURFACE, line, 2, RADIUS, false, false},
                   .text = EPT_COLOUR_INK,
                   .bubble = {EPT_COLOUR_SURFACE, ring, 2, 0, false, false},
                   .digit = line == EPT_COLOUR_ACCENT ? EPT_COLOUR_ACCENT : EPT_COLOUR_INK};
}

static paint paint_of(const ept_draw_list *d, const ept_option_card *o, bool hover)
{
    bool contrast = w_contrast(d);

    switch (o->state) {
    case EPT_OPTION_NORMAL:
        break;
    case EPT_OPTION_SELECTED:
        return (paint){.box = {EPT_COLOUR_ACCENT_TINT, EPT_COLOUR_ACCENT, 3, RADIUS, false, false},
                       .text = EPT_COLOUR_ON_TINT_INK,
                       .bubble = {contrast ? EPT_COLOUR_BLACK : EPT_COLOUR_ACCENT, EPT_COLOUR_NONE,
                                  0, 0, false, false},
                       .digit = contrast ? EPT_COLOUR_ACCENT : EPT_COLOUR_ON_ACCENT,
                       .bold = true};
    case EPT_OPTION_CORRECT:
        return (paint){.box = {EPT_COLOUR_GOOD_TINT, EPT_COLOUR_GOOD, 3, RADIUS, false, false},
                       .text = EPT_COLOUR_INK,
                       .bubble = {EPT_COLOUR_GOOD, EPT_COLOUR_NONE, 0, 0, false, false},
                       .digit = EPT_COLOUR_ON_ACCENT,
                       .bold = true};
    case EPT_OPTION_WRONG:
        return (paint){.box = {EPT_COLOUR_BAD_TINT, EPT_COLOUR_BAD, 3, RADIUS, false, false},
                       .text = EPT_COLOUR_INK,
                       .bubble = {EPT_COLOUR_SURFACE, EPT_COLOUR_BAD, 2, 0, false, false},
                       .digit = EPT_COLOUR_BAD};
    case EPT_OPTION_RULED_OUT:
        return (paint){.box = {EPT_COLOUR_SUNKEN, EPT_COLOUR_LINE_2, 2, RADIUS, true, false},
                       .text = contrast ? EPT_COLOUR_ON_OFF : EPT_COLOUR_INK_3,
                       .bubble = {EPT_COLOUR_NONE, EPT_COLOUR_INK_3, 2, 0, false, false},
                       .digit = EPT_COLOUR_INK_3,
                       .strike = true};
    }
    return plain(hover ? EPT_COLOUR_ACCENT : EPT_COLOUR_LINE_2,
                 hover ? EPT_COLOUR_ACCENT : EPT_COLOUR_LINE_2);
}

static ept_type type_of(const ept_option_card *o, bool bold)
{
    if (o->beside_document)
        return bold ? EPT_TYPE_OPTION_DOC_BOLD : EPT_TYPE_OPTION_DOC;
    return bold ? EPT_TYPE_OPTION_BOLD : EPT_TYPE_OPTION;
}

static ept_text_opts text_opts(const ept_option_card *o, const paint *p)
{
    return (ept_text_opts){
        .type = type_of(o, p->bold), .colour = p->text, .korean = !o->latin, .strike = p->strike};
}

static const char *mark_icon(const ept_option_card *o)
{
    return o->state == EPT_OPTION_WRONG ? "x" : "check";
}

/* The word at the right edge: on a plain or ruled out card never, on a chosen one only in high
 * contrast. */
static bool has_word(const ept_draw_list *d, const ept_option_card *o)
{
    if (!o->word)
        return false;
    switch (o->state) {
    case EPT_OPTION_NORMAL:
    case EPT_OPTION_RULED_OUT:
        return false;
    case EPT_OPTION_SELECTED:
        return w_contrast(d);
    case EPT_OPTION_CORRECT:
    case EPT_OPTION_WRONG:
        return true;
    }
    return false;
}

/* Where everything stands, measured from the left top of the card's contents. */
typedef struct plan {
    int text_x, text_w, text_h;
    int gloss_w, gloss_h;
    bool gloss_beside, word_below;
    int word_w, word_h, note_h, need;
} plan;

static int word_width(ept_draw_list *d, const ept_option_card *o)
{
    return has_word(d, o) ? w_icon(d) + MARK_GAP + w_word_w(d, o->word, EPT_TYPE_SMALL_BOLD) : 0;
}

static plan plan_of(ept_draw_list *d, int w, const ept_option_card *o, const paint *p)
{
    const ept_metrics *m = ept_draw_metrics(d);
    plan l = {.text_x = INSET + m->bubble + GAP, .word_w = word_width(d, o)};
    int all = w - l.text_x - INSET, body = w_line(d, EPT_TYPE_BODY);
    int one = ept_draw_text_w(d, o->text, text_opts(o, p));

    l.word_below =
        l.word_w > 0 && one + GAP + l.word_w > all && all - l.word_w - GAP < all * 6 / 10;
    l.text_w = l.word_w && !l.word_below ? all - l.word_w - GAP : all;
    l.text_h = ept_draw_markup_h(d, l.text_w, o->text, text_opts(o, p));
    if (o->gloss) {
        l.gloss_w = w_word_w(d, o->gloss, EPT_TYPE_BODY);
        l.gloss_beside = one + 12 + l.gloss_w <= l.text_w;
        if (!l.gloss_beside)
            l.gloss_h =
                ept_draw_text_h(d, l.text_w, o->gloss, (ept_text_opts){.type = EPT_TYPE_BODY});
    }
    if (l.word_below) {
        int room = l.text_w - w_icon(d) - MARK_GAP;

        l.word_w = w_min(l.word_w, l.text_w);
        l.word_h = w_max(
            body, ept_draw_text_h(d, room, o->word, (ept_text_opts){.type = EPT_TYPE_SMALL_BOLD}));
    }
    l.note_h = ept_draw_text_h(d, l.text_w, o->note, (ept_text_opts){.type = EPT_TYPE_SMALL});
    l.need = l.text_h + l.gloss_h + l.note_h + l.word_h + 2 * TEXT_PAD;
    return l;
}

int ept_ui_option_h(ept_draw_list *d, int w, const ept_option_card *o)
{
    paint p = paint_of(d, o, false);
    plan l = plan_of(d, w, o, &p);
    int least = ept_draw_metrics(d)->option_h;

    if (o->tight)
        least = w_min(least, w_max(TIGHT_H, ept_draw_metrics(d)->bubble + TEXT_PAD));
    if (o->picture)
        least = w_max(least, PICTURE_LEAST);
    return w_max(least, l.need);
}

static void draw_word(ept_draw_list *d, int x, int y, int h, const ept_option_card *o, int w)
{
    ept_colour colour = o->state == EPT_OPTION_CORRECT ? EPT_COLOUR_GOOD
                        : o->state == EPT_OPTION_WRONG ? EPT_COLOUR_BAD
                                                       : EPT_COLOUR_ON_TINT_INK;
    int icon = w_icon(d);

    ept_draw_icon(d, (ept_rect){x, y, icon, h}, mark_icon(o), colour);
    ept_draw_text(d, (ept_rect){x + icon + MARK_GAP, y, w - icon - MARK_GAP, h}, o->word,
                  (ept_text_opts){.type = EPT_TYPE_SMALL_BOLD, .colour = colour, .middle = true});
}

static void draw_texts(ept_draw_list *d, ept_rect box, const ept_option_card *o, const paint *p,
                       const plan *l)
{
    ept_rect r = {box.x + l->text_x, box.y + (box.h - (l->need - 2 * TEXT_PAD)) / 2, l->text_w, 0};
    ept_colour quiet = p->text == EPT_COLOUR_INK ? EPT_COLOUR_INK_2 : p->text;
    int h = ept_draw_markup(d, r, o->text, text_opts(o, p));

    if (o->gloss && l->gloss_beside) {
        int x = r.x + ept_draw_text_w(d, o->text, text_opts(o, p)) + 12;

        w_word(d, (ept_rect){x, r.y + 2, l->gloss_w, h}, o->gloss, EPT_TYPE_BODY, quiet,
               EPT_ALIGN_LEFT);
    }
    r.y += h;
    if (o->gloss && !l->gloss_beside)
        r.y +=
            ept_draw_text(d, r, o->gloss, (ept_text_opts){.type = EPT_TYPE_BODY, .colour = quiet});
    r.y += ept_draw_text(d, r, o->note, (ept_text_opts){.type = EPT_TYPE_SMALL, .colour = quiet});
    if (l->word_below)
        draw_word(d, r.x, r.y, l->word_h, o, l->word_w);
}

static void draw_inside(ept_draw_list *d, ept_rect box, const ept_option_card *o, const paint *p)
{
    const ept_metrics *m = ept_draw_metrics(d);
    plan l = plan_of(d, box.w, o, p);
    ept_rect bubble = {box.x + INSET, box.y + (box.h - m->bubble) / 2, m->bubble, m->bubble};
    char digit[2] = {(char)('0' + o->number % 10), '\0'};

    ept_draw_bubble(d, bubble, digit, EPT_TYPE_H3, p->bubble, p->digit);
    if (o->picture) {
        ept_rect r = {box.x + l.text_x, box.y, box.w - l.text_x, box.h};

        r.w -= l.word_w && !l.word_below ? l.word_w + GAP : 0;
        r.h -= o->picture_foot;
        ept_draw_picture(d, ept_rect_inset(r, 8, 8), o->picture);
    }
    if (o->text || o->note || o->gloss || l.word_below)
        draw_texts(d, box, o, p, &l);
    if (l.word_w && !l.word_below)
        draw_word(d, box.x + box.w - INSET - l.word_w, box.y, box.h, o, l.word_w);
}

ept_rect ept_ui_option(ept_draw_list *d, ept_rect box, const ept_option_card *o)
{
    w_state s = w_state_of(d, o->id, o->look);
    paint p = paint_of(d, o, s.hover && !o->fixed);
    ept_region region = {.id = o->id, .label = o->text, .group = o->group, .initial = o->initial};

    box.h = w_max(box.h, ept_ui_option_h(d, box.w, o));
    ept_draw_box(d, box, p.box);
    draw_inside(d, box, o, &p);
    if (s.focus)
        ept_draw_ring(d, box, RADIUS, false);
    region.rect = box;
    ept_draw_region(d, &region);
    return box;
}

/* --- four of them --- */

int ept_ui_option_gap(ept_draw_list *d, const ept_option_card *o)
{
    int gap = ept_draw_metrics(d)->option_gap;

    return o->tight ? w_min(gap, TIGHT_GAP) : gap;
}

static int row_need(ept_draw_list *d, int w, const ept_option_card *o, int n)
{
    int need = 0;

    for (int i = 0; i < n; i++)
        need = w_max(need, ept_ui_option_h(d, w, &o[i]));
    return need;
}

int ept_ui_options_h(ept_draw_list *d, int w, const ept_option_card o[4], bool pairs)
{
    int gap = ept_ui_option_gap(d, o), total = 0;

    if (pairs) {
        int each = ept_rect_column((ept_rect){0, 0, w, 0}, 2, 0, gap).w;

        return row_need(d, each, o, 2) + gap + row_need(d, each, o + 2, 2);
    }
    for (int i = 0; i < 4; i++)
        total += ept_ui_option_h(d, w, &o[i]);
    return total + 3 * gap;
}

/* How a column of rows shares its height. */
typedef struct shares {
    bool fill;
    int even, spare; /* an equal part; what is left over the rows' needs */
    int most;        /* the need of the row that needs most */
    int rows;
} shares;

static int row_h(const shares *s, int need, bool picture)
{
    if (!s->fill)
        return picture ? w_max(need, PICTURE_H) : need;
    if (s->spare < 0)
        return need;
    /* Unequal needs: each row gets its own and a part of what is left over. */
    return s->most <= s->even ? s->even : need + s->spare / s->rows;
}

int ept_ui_options(ept_draw_list *d, ept_rect box, const ept_option_card o[4], bool pairs,
                   bool fill)
{
    int gap = ept_ui_option_gap(d, o), rows = pairs ? 2 : 4, per = pairs ? 2 : 1, y = box.y;
    int w = ept_rect_column(box, per, 0, gap).w;
    shares s = {.fill = fill,
                .even = (box.h - gap * (rows - 1)) / rows,
                .spare = box.h - ept_ui_options_h(d, box.w, o, pairs),
                .most = row_need(d, w, o, 4),
                .rows = rows};

    for (const ept_option_card *first = o; first < o + 4; first += per) {
        int need = row_need(d, w, first, per);
        ept_rect line = {box.x, y, box.w, row_h(&s, need, first->picture != NULL)};

        for (int i = 0; i < per; i++)
            ept_ui_option(d, ept_rect_column(line, per, i, gap), &first[i]);
        y += line.h + gap;
    }
    return y - gap - box.y;
}

int ept_ui_question_line(ept_draw_list *d, ept_rect box, int number, const char *text,
                         bool listening, bool latin)
{
    const char *digits = ept_arena_printf(ept_draw_arena(d), "%d.", number);
    int least = ept_draw_metrics(d)->w < NARROW ? NUMBER_NARROW : NUMBER_W;
    int w = w_max(w_word_w(d, digits, EPT_TYPE_H2) + PAD, w_scaled(d, least));
    int line = w_line(d, EPT_TYPE_H2), shift = (line - w_line(d, EPT_TYPE_QUESTION)) / 2;
    ept_rect r = {box.x, box.y, w, line};

    w_word(d, r, digits, EPT_TYPE_H2, listening ? EPT_COLOUR_LISTEN : EPT_COLOUR_ACCENT,
           EPT_ALIGN_LEFT);
    r = (ept_rect){box.x + w, box.y + shift, box.w - w, 0};
    return w_max(line, 2 * shift + ept_draw_text(d, r, text,
                                                 (ept_text_opts){.type = EPT_TYPE_QUESTION,
                                                                 .korean = !latin}));
}
