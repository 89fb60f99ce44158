/* SPDX-License-Identifier: MIT */
/* Where a sitting stands, gathered for one drawing or one action; the names of things in it. */
#include <string.h>

#include "epstopik/str.h"
#include "exam_view.h"

bool exam_law(const ept_blueprint *bp)
{
    return bp->sections[0].section == EPT_SECTION_LAW;
}

/* False when the bank cannot give the item: the frame is drawn without it. */
static bool item_of(exam_now *n)
{
    const ept_item *item = NULL;
    const ept_bank_slot *slot = NULL;
    ept_lang wanted = n->v->korean ? EPT_LANG_KO : ept_session_row(n->a->session)->law_lang;

    if (ept_session_item(&item, n->a->session, n->item) != EPT_OK ||
        ept_session_slot(&slot, n->a->session, n->item) != EPT_OK) {
        return false;
    }
    n->item_view =
        (item_view){.item = item,
                    .slot = slot,
                    .place = &n->form->items[n->item],
                    .lang = n->bp->item_language ? item_view_lang(item, wanted) : EPT_LANG_KO};
    return true;
}

bool exam_now_of(exam_now *out, const app *a, const exam_view *v)
{
    *out = (exam_now){.a = a, .v = v};
    if (!a->session) {
        return false;
    }
    out->sitting = ept_session_sitting(a->session);
    out->bp = ept_session_blueprint(a->session);
    out->form = ept_session_form(a->session);
    out->rule = ept_sitting_section_rule(out->sitting);
    out->section = ept_sitting_section(out->sitting);
    if (ept_sitting_phase(out->sitting) != EPT_PHASE_RUNNING || !out->rule) {
        return false;
    }
    out->first = ept_sitting_first(out->sitting, out->section, &out->count);
    out->item = ept_sitting_item(out->sitting);
    out->response = ept_sitting_response(out->sitting, out->item);
    out->listening = out->rule->section == EPT_SECTION_LISTENING;
    out->has_item = item_of(out);
    return true;
}

const char *exam_section_key(ept_section section)
{
    switch (section) {
    case EPT_SECTION_READING:
        return "word.reading";
    case EPT_SECTION_LISTENING:
        return "word.listening";
    case EPT_SECTION_LAW:
        break;
    }
    return "word.labour-law";
}

const char *exam_title(const app *a, ept_draw_list *d)
{
    const ept_blueprint *bp = ept_session_blueprint(a->session);
    int number = ept_session_row(a->session)->form_number;
    ept_arg arg = ept_arg_number(number);

    if (exam_law(bp)) {
        return app_msgf(a, d, number ? "exam.title-law" : "exam.title-law-next", &arg, 1);
    }
    if (bp->item_feedback) {
        return app_msgf(a, d, number ? "exam.title-practice" : "exam.title-practice-next", &arg, 1);
    }
    return app_msgf(a, d, number ? "exam.title-mock" : "exam.title-mock-next", &arg, 1);
}

const char *exam_kind(ept_draw_list *d, const ept_blueprint *bp)
{
    const char *dash = strrchr(bp->id, '-'), *from = dash ? dash + 1 : bp->id;
    char *word = ept_arena_printf(ept_draw_arena(d), "%s", from);

    for (char *c = word; c && *c; c++) {
        *c = (char)(*c >= 'a' && *c <= 'z' ? *c - 'a' + 'A' : *c);
    }
    return word ? word : "";
}

const char *exam_title_kind(const app *a, ept_draw_list *d)
{
    const ept_blueprint *bp = ept_session_blueprint(a->session);
    const char *title = exam_title(a, d);

    if (exam_law(bp) || bp->item_feedback) {
        return title;
    }
    return APP_MSG2(a, d, "study.section-of", ept_arg_text(title), ept_arg_text(exam_kind(d, bp)));
}

static bool is_blank(const ept_response *r)
{
    return r->place == 0;
}

static bool is_flagged(const ept_response *r)
{
    return r->flagged;
}

static const char *numbers(const exam_now *n, ept_arena *arena, size_t max,
                           bool (*wanted)(const ept_response *r))
{
    ept_buf buf = {0};
    size_t found = 0;
    char *out;

    for (size_t i = n->first; i < n->first + n->count; i++) {
        if (!wanted(ept_sitting_response(n->sitting, i))) {
            continue;
        }
        if (found == max) {
            ept_buf_puts(&buf, " \xE2\x80\xA6");
            break;
        }
        ept_buf_printf(&buf, "%s%d", found ? ", " : "", n->form->items[i].number);
        found++;
    }
    out = ept_arena_strdup(arena, buf.p ? buf.p : "");
    ept_buf_clear(&buf);
    return out ? out : "";
}

const char *exam_blanks(const exam_now *n, ept_arena *arena, size_t max)
{
    return numbers(n, arena, max, is_blank);
}

const char *exam_flags(const exam_now *n, ept_arena *arena, size_t max)
{
    return numbers(n, arena, max, is_flagged);
}

bool exam_pending(const exam_now *n)
{
    return n->bp->change == EPT_CHANGE_UNTIL_FIXED && n->response->place && !n->response->fixed;
}

bool exam_has_next(const exam_now *n)
{
    return n->item + 1 < n->first + n->count && n->rule->move != EPT_MOVE_NONE &&
           ept_sitting_may_go(n->sitting, n->item + 1);
}

bool exam_has_back(const exam_now *n)
{
    return n->item > n->first && ept_sitting_may_go(n->sitting, n->item - 1);
}

const ept_section_rule *exam_section_over(const app *a, size_t *index)
{
    const ept_sitting *sitting = ept_session_sitting(a->session);
    const ept_blueprint *bp = ept_session_blueprint(a->session);
    int only = ept_session_row(a->session)->only;

    for (size_t i = ept_sitting_section(sitting); i-- > 0;) {
        if (only < 0 || (int)bp->sections[i].section == only) {
            *index = i;
            return &bp->sections[i];
        }
    }
    return NULL;
}

void exam_frame(const exam_view *v, const app *a, ept_draw_list *d)
{
    exam_now n;

    ept_ui_page(d);
    ept_draw_arrows(d, false, true);
    if (exam_now_of(&n, a, v)) {
        exam_card(&n, d);
        exam_footer(&n, d);
        exam_side(&n, d);
        exam_bar(&n, d);
    }
}
