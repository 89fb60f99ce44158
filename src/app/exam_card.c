/* SPDX-License-Identifier: MIT */
/* The question card: its question line, the strip of a listening item, the body, and the quiet
 * lines that say which keys choose and what is saved. */
#include "epstopik/str.h"
#include "exam_body.h"

enum {
    EDGE = 25, /* card border and padding */
    WIDE = 21,
    LOW = 13, /* from the question line to the body: 24 and 16 with the line's own air */
    GAP = 16,
    HINT_GAP = 24,
    HINTS = 26, /* from the body to the line of key hints */
    EASY = 4    /* questions that show the hints */
};

static int most(int a, int b)
{
    return a > b ? a : b;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* What is on disk: a tick when saved, a lock when it cannot be changed any more. Nothing of a
 * warm-up is kept. */
static const char *saved_word(const exam_now *n, ept_draw_list *d, const char **icon)
{
    const ept_response *r = n->response;

    *icon = r->fixed && n->bp->change == EPT_CHANGE_UNTIL_FIXED ? "lock" : "check";
    if (ept_streq(*icon, "lock")) {
        return app_msg(n->a, d, "exam.fixed");
    }
    return n->v->saved && !n->v->warm_up
               ? app_msg(n->a, d, r->place ? "exam.saved" : "exam.saved-blank")
               : NULL;
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

    if (word) {
        int icon_w = ept_ui_scale(18, ept_draw_metrics(d)->percent) + 8;
        int w = ept_draw_text_w(d, word, opts) + icon_w;

        ept_ui_icon_word(d, ept_cut_right(&row, least(w, row.w), 0), icon, word, opts);
    }
}

/* "Shift + 1-4": two keys and what they do. Width used; only measured when `draw` is false. */
static int hint_rule(ept_draw_list *d, const char *word, ept_rect at, bool draw)
{
    const char *digits = "1\xE2\x80\x93\x34";
    ept_text_opts small = {.type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_INK_2, .middle = true};
    int shift = ept_ui_key_w(d, "Shift") + 6;

    if (!draw) {
        return shift + 16 + ept_ui_key_w(d, digits) + 8 + ept_draw_text_w(d, word, small);
    }
    ept_ui_key(d, at.x, at.y, at.h, "Shift", EPT_COLOUR_INK, EPT_COLOUR_LINE_2);
    ept_draw_text(d, (ept_rect){at.x + shift, at.y, 12, at.h}, "+", small);
    return shift + 16 + ept_ui_key_hint(d, at.x + shift + 16, at.y, at.h, digits, word);
}

/* How to choose, and what else this exam knows: ruling out, or Enter that makes an answer final. */
static void draw_hints(const exam_page *p, ept_draw_list *d, ept_rect row)
{
    const exam_now *n = p->n;
    const char *fix = app_msg(n->a, d, "exam.key-fix");
    const char *rule = app_msg(n->a, d, "exam.hint-rule-mouse");
    int end = row.x + row.w - saved_w(n, d) - GAP;

    draw_saved(n, d, row);
    row.x +=
        ept_ui_key_hint(d, row.x, row.y, row.h, "1 2 3 4", app_msg(n->a, d, "exam.hint-choose")) +
        HINT_GAP;
    if (row.x + hint_rule(d, rule, row, false) > end) {
        rule = app_msg(n->a, d, "exam.hint-rule");
    }
    if (n->bp->rule_out && row.x + hint_rule(d, rule, row, false) <= end) {
        hint_rule(d, rule, row, true);
    } else if (n->bp->change == EPT_CHANGE_UNTIL_FIXED &&
               row.x + ept_ui_key_w(d, "Enter") + 12 +
                       ept_draw_text_w(d, fix, (ept_text_opts){.type = EPT_TYPE_SMALL}) <=
                   end) {
        ept_ui_key_hint(d, row.x, row.y, row.h, "Enter", fix);
    }
}

/* Number and instruction; where the exam helps, the same in the learner's language below. Height
 * back. */
static int question_line(const exam_page *p, ept_draw_list *d, ept_rect box)
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

/* Question line, then what is left for the body. */
static void head(exam_page *p, ept_draw_list *d)
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
    exam_page p = {.n = n, .m = ept_draw_metrics(d)};

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
    head(&p, d);
    exam_body(&p, d);
}
