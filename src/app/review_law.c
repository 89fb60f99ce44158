/* SPDX-License-Identifier: MIT */
/* The citation sheet of a law item: statute and article in Korean, what they say in our own plain
 * words, the same in the learner's language, and which version was read. The statute is binding. */
#include <string.h>

#include "epstopik/str.h"
#include "review.h"

enum { EDGE = 2, HEAD_PAD = 12, BODY_PAD = 20 };

/* "v.2020": read in that version; "long-standing"; else the date it is in force from. */
static const char *version(const ept_bank_fact *fact, const app *a, ept_draw_list *d)
{
    static const char read_in[] = "v.";

    if (!fact->since)
        return NULL;
    if (ept_streq(fact->since, "long-standing"))
        return app_msg(a, d, "review.since-long");
    if (!strncmp(fact->since, read_in, sizeof read_in - 1))
        return APP_MSG1(a, d, "review.since-version",
                        ept_arg_text(fact->since + sizeof read_in - 1));
    return APP_MSG1(a, d, "review.since", ept_arg_text(fact->since));
}

static const char *says(const ept_bank_fact *fact, ept_lang lang)
{
    while (!fact->says[lang] && lang != ept_lang_fallback(lang))
        lang = ept_lang_fallback(lang);
    return fact->says[lang];
}

static void statement(study_pen *pen, const review *r, const ept_bank_fact *fact)
{
    ept_lang lang = review_lang(r, pen->a);
    bool korean = r->law_lang != REVIEW_OWN || lang == EPT_LANG_KO;
    bool own = lang != EPT_LANG_KO && r->law_lang != REVIEW_KOREAN;

    if (korean) {
        ept_text_opts opts = {.type = EPT_TYPE_LEAD, .korean = true};

        pen->at.y += pen->dry ? ept_draw_text_h(pen->d, pen->at.w, fact->says[EPT_LANG_KO], opts)
                              : ept_draw_text(pen->d, pen->at, fact->says[EPT_LANG_KO], opts);
    }
    if (korean && own) {
        study_gap(pen, 12);
        study_rule(pen);
        study_gap(pen, 12);
    }
    if (own)
        study_text(pen, EPT_TYPE_BODY, EPT_COLOUR_INK, says(fact, lang));
    study_gap(pen, 8);
    study_text(pen, EPT_TYPE_SMALL, EPT_COLOUR_INK_3, version(fact, pen->a, pen->d));
    study_text(pen, EPT_TYPE_SMALL, EPT_COLOUR_INK_3, app_msg(pen->a, pen->d, "review.binding"));
}

static int head_h(ept_draw_list *d, int w, const ept_bank_fact *fact)
{
    return 2 * HEAD_PAD +
           ept_draw_text_h(d, w, fact->law,
                           (ept_text_opts){.type = EPT_TYPE_LEAD_BOLD, .korean = true});
}

static int sheet(const review *r, const app *a, ept_draw_list *d, ept_rect box,
                 const ept_bank_fact *fact, bool draw)
{
    int icon = study_scaled(d, 24), word_w = box.w - 2 * BODY_PAD - icon - 12;
    int head = head_h(d, word_w, fact);
    study_pen pen = {a, d, {box.x + BODY_PAD, 0, box.w - 2 * BODY_PAD, 0}, true};
    int h;

    statement(&pen, r, fact);
    h = EDGE + head + EDGE + 16 + pen.at.y + 16 + EDGE;
    if (!draw)
        return h;
    box.h = h;
    ept_draw_box(d, box, (ept_box){EPT_COLOUR_SURFACE, EPT_COLOUR_INK, EDGE, 0, false, false});
    ept_draw_fill(d, (ept_rect){box.x + EDGE, box.y + EDGE, box.w - 2 * EDGE, head},
                  EPT_COLOUR_SUNKEN);
    ept_draw_fill(d, (ept_rect){box.x, box.y + EDGE + head, box.w, EDGE}, EPT_COLOUR_INK);
    ept_draw_icon(d, (ept_rect){box.x + BODY_PAD, box.y + EDGE, icon, head}, "law", EPT_COLOUR_INK);
    ept_draw_text(d, (ept_rect){box.x + BODY_PAD + icon + 12, box.y + EDGE, word_w, head},
                  fact->law,
                  (ept_text_opts){.type = EPT_TYPE_LEAD_BOLD, .korean = true, .middle = true});
    pen.dry = false;
    pen.at.y = box.y + EDGE + head + EDGE + 16;
    statement(&pen, r, fact);
    return h;
}

int review_citation_h(const review *r, const app *a, ept_draw_list *d, int w)
{
    int h = 0;

    for (size_t i = 0; i < r->fact_count; i++)
        h += (i ? 12 : 0) + sheet(r, a, d, (ept_rect){0, 0, w, 0}, r->facts[i], false);
    return h;
}

int review_citation(const review *r, const app *a, ept_draw_list *d, ept_rect box)
{
    int top = box.y;

    for (size_t i = 0; i < r->fact_count; i++) {
        box.y += i ? 12 : 0;
        box.y += sheet(r, a, d, box, r->facts[i], true);
    }
    return box.y - top;
}
