/* SPDX-License-Identifier: MIT */
/* What a practice says after an answer: right or wrong in words, why, what was heard, what it all
 * means in the learner's language. Nothing here scolds. */
#include "exam_view.h"
#include "stimulus.h"

enum { PART_GAP = 16, LINE_GAP = 4 };

static int part(const exam_now *n, ept_draw_list *d, ept_rect box, const char *title,
                const char *text)
{
    ept_rect r = box;

    if (!text || !*text) {
        return 0;
    }
    r.y += ept_draw_text(d, r, app_msg(n->a, d, title),
                         (ept_text_opts){.type = EPT_TYPE_SMALL_BOLD, .colour = EPT_COLOUR_INK_2}) +
           LINE_GAP;
    r.y += ept_draw_markup(d, r, text, (ept_text_opts){.type = EPT_TYPE_BODY});
    return r.y - box.y + PART_GAP;
}

int exam_verdict(const exam_now *n, ept_draw_list *d, ept_rect box)
{
    int key = item_view_key(&n->item_view);
    bool right = n->response->place == key;

    return ept_ui_notice(d, box, right ? EPT_TONE_GOOD : EPT_TONE_BAD, right ? "check" : "x",
                         app_msg(n->a, d, right ? "exam.right" : "exam.wrong"),
                         right ? NULL : APP_MSG1(n->a, d, "exam.right-is", ept_arg_number(key))) +
           PART_GAP;
}

static int script(const exam_now *n, ept_draw_list *d, ept_rect box)
{
    ept_rect r = box;

    if (n->item_view.item->turn_count == 0) {
        return 0;
    }
    r.y += ept_draw_text(d, r, app_msg(n->a, d, "exam.heard"),
                         (ept_text_opts){.type = EPT_TYPE_SMALL_BOLD, .colour = EPT_COLOUR_INK_2}) +
           LINE_GAP;
    r.y += stimulus_script(n->a, d, r, &n->item_view);
    return r.y - box.y + PART_GAP;
}

/* Stimulus, question and options in the learner's language; options numbered as they stand. */
static int meanings(const exam_now *n, ept_draw_list *d, ept_rect box)
{
    const item_view *v = &n->item_view;
    ept_lang lang = n->a->prefs.lang;
    ept_text_opts body = {.type = EPT_TYPE_BODY};
    ept_rect r = box;
    int indent = ept_draw_text_w(d, "4.", body) + 8;
    const char *text = item_view_means(v, lang), *ask = item_view_means_ask(v, lang);

    if (!text && !ask && !item_view_means_option(v, 1, lang)) {
        return 0;
    }
    r.y += ept_draw_text(d, r, app_msg(n->a, d, "exam.means"),
                         (ept_text_opts){.type = EPT_TYPE_SMALL_BOLD, .colour = EPT_COLOUR_INK_2}) +
           LINE_GAP;
    r.y += text ? ept_draw_markup(d, r, text, body) + LINE_GAP : 0;
    r.y += ask ? ept_draw_markup(d, r, ask, (ept_text_opts){.type = EPT_TYPE_BODY_BOLD}) + LINE_GAP
               : 0;
    for (int place = 1; place <= EPT_PLACES; place++) {
        text = item_view_means_option(v, place, lang);
        if (text) {
            ept_draw_text(d, r, ept_arena_printf(ept_draw_arena(d), "%d.", place), body);
            r.y += ept_draw_text(d, (ept_rect){r.x + indent, r.y, r.w - indent, 0}, text, body) +
                   LINE_GAP;
        }
    }
    return r.y - box.y;
}

int exam_feedback(const exam_now *n, ept_draw_list *d, ept_rect box)
{
    ept_lang lang = n->a->prefs.lang;
    ept_rect r = box;

    r.h = 0;
    r.y += part(n, d, r, "exam.why", item_view_why(&n->item_view, lang));
    r.y += script(n, d, r);
    r.y += meanings(n, d, r);
    return r.y - box.y;
}
