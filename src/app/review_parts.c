/* SPDX-License-Identifier: MIT */
/* The two cards of a review: the question as it was with its answer, and what is right, what was
 * heard, what it means, why, and what the other options say. Nothing here scolds. */
#include "epstopik/str.h"
#include "review_sound.h"
#include "stimulus.h"

enum { PICTURE_H = 132, CARD_H = 188, PLAY = 56, KEY_H = 24, KEY_GAP = 8, MS_IN_S = 1000 };

bool review_is_law(const review *r)
{
    return r->report.form->items[r->item].section == EPT_SECTION_LAW;
}

ept_lang review_lang(const review *r, const app *a)
{
    return review_is_law(r) && r->law_lang == REVIEW_KOREAN ? EPT_LANG_KO : a->prefs.lang;
}

static const ept_response *response(const review *r)
{
    return ept_sitting_response(r->report.sitting, r->item);
}

/* --- the question --- */

static void stimulus(study_pen *pen, const review *r)
{
    ept_draw_list *d = pen->d;
    int picture = study_scaled(d, PICTURE_H), h;
    ept_rect box;

    switch (stimulus_of(&r->view)) {
    case STIMULUS_NONE:
        return;
    case STIMULUS_PICTURE:
    case STIMULUS_DOCUMENT:
        box = study_strip(pen, stimulus_h(pen->a, d, pen->at.w, &r->view, picture));
        if (!pen->dry)
            stimulus_draw(pen->a, d, box, &r->view);
        break;
    case STIMULUS_PASSAGE:
        h = stimulus_h(pen->a, d, pen->at.w - 48, &r->view, picture);
        box = study_strip(pen, h + 40);
        if (!pen->dry) {
            ept_draw_box(d, box, (ept_box){EPT_COLOUR_SUNKEN, EPT_COLOUR_LINE, 1, 8, false, false});
            stimulus_draw(pen->a, d, ept_rect_inset(box, 24, 20), &r->view);
        }
        break;
    }
    study_gap(pen, 16);
}

/* The words of a picture card stand under its picture, which leaves them their strip. */
static void picture_word(study_pen *pen, ept_rect card, const ept_option_card *o, const char *word)
{
    bool right = o->state == EPT_OPTION_CORRECT;
    ept_chip chip = {.label = word,
                     .icon = right ? "check" : "x",
                     .tone = right ? EPT_TONE_GOOD : EPT_TONE_BAD,
                     .bold = true};
    int w = ept_ui_chip_w(pen->d, &chip), h = study_chip_h(pen->d);

    ept_ui_chip(pen->d, (ept_rect){card.x + card.w - w - 8, card.y + card.h - h - 8, w, h}, &chip);
}

static void pictures(study_pen *pen, ept_option_card cards[EPT_PLACES])
{
    int gap = ept_draw_metrics(pen->d)->option_gap;
    int row = study_scaled(pen->d, CARD_H), bubble = study_scaled(pen->d, 48);
    const char *words[EPT_PLACES];
    ept_rect box;

    row = study_max(row, bubble + 24);
    box = study_strip(pen, 2 * row + gap);
    if (pen->dry)
        return;
    for (int i = 0; i < EPT_PLACES; i++) {
        words[i] = cards[i].word;
        cards[i].word = NULL;
        cards[i].picture_foot = words[i] ? study_chip_h(pen->d) + 4 : 0;
    }
    ept_ui_options(pen->d, box, cards, true, true);
    for (int i = 0; i < EPT_PLACES; i++) {
        ept_rect card = ept_rect_column(ept_rect_row(box, 2, i / 2, gap), 2, i % 2, gap);

        if (words[i])
            picture_word(pen, card, &cards[i], words[i]);
    }
}

/* "· 30 минут" behind the Korean words; nothing where both are the same, as for a number. */
static const char *gloss(study_pen *pen, const review *r, int place, const char *korean_words)
{
    const char *means = item_view_means_option(&r->view, place, pen->a->prefs.lang);

    if (!means || ept_streq(means, korean_words))
        return NULL;
    return ept_arena_printf(ept_draw_arena(pen->d), "\xC2\xB7 %s", means);
}

/* Options with their states; a law item shows its translation behind the Korean words. */
static void options(study_pen *pen, const review *r, bool tight)
{
    ept_draw_list *d = pen->d;
    ept_option_card cards[EPT_PLACES];
    int h;

    item_view_cards(cards, pen->a, ept_draw_arena(d), &r->view, true);
    item_view_mark(cards, &r->view, response(r)->place, app_msg(pen->a, d, "review.correct"),
                   app_msg(pen->a, d, "review.yours"));
    if (item_view_options(&r->view) == ITEM_OPTIONS_PICTURE) {
        pictures(pen, cards);
        return;
    }
    for (int i = 0; i < EPT_PLACES; i++) {
        cards[i].beside_document = true;
        cards[i].tight = tight;
        if (review_is_law(r) && r->law_lang == REVIEW_BOTH)
            cards[i].gloss = gloss(pen, r, i + 1, cards[i].text);
    }
    h = ept_ui_options_h(d, pen->at.w, cards, false);
    if (!pen->dry)
        ept_ui_options(d, (ept_rect){pen->at.x, pen->at.y, pen->at.w, h}, cards, false, false);
    study_gap(pen, h);
}

static void badges(study_pen *pen, const review *r)
{
    const ept_form_item *item = &r->report.form->items[r->item];

    if (r->report.changed[r->item]) {
        study_chip(pen, (ept_chip){.label = app_msg(pen->a, pen->d, "review.changed"),
                                   .icon = "warn",
                                   .tone = EPT_TONE_WARN});
        study_gap(pen, 12);
    }
    if (item->section == EPT_SECTION_LAW && r->view.item->tag) {
        const char *key =
            ept_arena_printf(ept_draw_arena(pen->d), "report.kind-%s", r->view.item->tag);

        study_chip(pen, (ept_chip){.label = key ? app_msg(pen->a, pen->d, key) : "",
                                   .icon = "law",
                                   .tone = EPT_TONE_ACCENT});
        study_gap(pen, 12);
    }
}

/* The answer's absence and the time spent, under the options; a question never opened took none. */
static void foot(study_pen *pen, const review *r)
{
    const ept_response *answer = response(r);
    ept_draw_list *d = pen->d;
    uint64_t spent_s = answer->spent_ms / MS_IN_S;
    const char *words = APP_MSG1(pen->a, d, "review.time", ept_arg_number((double)spent_s));
    int side = study_scaled(d, 18), line = study_line(d, EPT_TYPE_SMALL);
    ept_rect all = pen->at;

    if (answer->place && !spent_s)
        return;
    study_gap(pen, 16);
    if (!answer->place) {
        study_text(pen, EPT_TYPE_SMALL_BOLD, EPT_COLOUR_INK, app_msg(pen->a, d, "review.blank"));
        study_gap(pen, spent_s ? 4 : 0);
    }
    if (!spent_s)
        return;
    if (!pen->dry)
        ept_draw_icon(d, (ept_rect){all.x, pen->at.y, side, line}, "clock", EPT_COLOUR_INK_3);
    pen->at.x += side + 8;
    pen->at.w -= side + 8;
    study_text(pen, EPT_TYPE_SMALL, EPT_COLOUR_INK_2, words);
    pen->at.x = all.x;
    pen->at.w = all.w;
}

static void korean(study_pen *pen, ept_type type, const char *text, bool hangul)
{
    ept_text_opts opts = {.type = type, .korean = hangul};

    pen->at.y += pen->dry ? ept_draw_text_h(pen->d, pen->at.w, text, opts)
                          : ept_draw_text(pen->d, pen->at, text, opts);
}

/* The first line of the card begins with the number that the question had in the exam. */
static const char *numbered(const study_pen *pen, const review *r, const char *text)
{
    const char *line =
        ept_arena_printf(ept_draw_arena(pen->d), "%d. %s", r->view.place->number, text);

    return line ? line : text;
}

/* Instruction and stimulus; a law item that is asked something has only the question. */
static void question_top(study_pen *pen, const review *r)
{
    badges(pen, r);
    if (!review_is_law(r) || !item_view_ask(&r->view)) {
        korean(pen, EPT_TYPE_H3, numbered(pen, r, item_view_instruction(&r->view)),
               r->view.lang == EPT_LANG_KO);
        study_gap(pen, 16);
    }
    stimulus(pen, r);
}

static void question_bottom(study_pen *pen, const review *r, bool tight)
{
    bool law = review_is_law(r);
    const char *ask = item_view_ask(&r->view);

    if (ask) {
        korean(pen, law ? EPT_TYPE_QUESTION : EPT_TYPE_LEAD_BOLD, law ? numbered(pen, r, ask) : ask,
               r->view.lang == EPT_LANG_KO);
        if (law && r->law_lang == REVIEW_BOTH) {
            study_gap(pen, 8);
            study_text(pen, EPT_TYPE_LEAD, EPT_COLOUR_INK_2,
                       item_view_means_ask(&r->view, pen->a->prefs.lang));
        }
        study_gap(pen, 16);
    }
    options(pen, r, tight);
    foot(pen, r);
}

void review_question(study_pen *pen, const void *ctx)
{
    const review_left *left = ctx;

    if (!left->r->has_item) {
        study_text(pen, EPT_TYPE_BODY, EPT_COLOUR_INK, app_msg(pen->a, pen->d, "review.gone"));
        return;
    }
    if (left->top)
        question_top(pen, left->r);
    if (left->bottom)
        question_bottom(pen, left->r, left->tight);
}

/* --- the answer --- */

/* A part of the card with a line over it and a bold title. */
static void part(study_pen *pen, const char *title)
{
    study_gap(pen, 20);
    study_rule(pen);
    study_gap(pen, 16);
    if (title) {
        study_text(pen, EPT_TYPE_LEAD_BOLD, EPT_COLOUR_INK, app_msg(pen->a, pen->d, title));
        study_gap(pen, 4);
    }
}

/* The sounds that tell the options apart. */
static void contrast(study_pen *pen, const review *r)
{
    const ept_item *item = r->view.item;
    ept_buf sounds = {0};

    if (!pen->a->prefs.pronunciation || !item->contrast[0])
        return;
    for (int place = 1; place <= EPT_PLACES; place++) {
        int identity = ept_form_identity(r->view.place, place);

        if (identity >= 0 && item->contrast[identity])
            ept_buf_printf(&sounds, "%s%d [%s]", place > 1 ? "   " : "", place,
                           item->contrast[identity]);
    }
    study_text(pen, EPT_TYPE_LEAD, EPT_COLOUR_LISTEN,
               sounds.p ? ept_arena_strdup(ept_draw_arena(pen->d), sounds.p) : NULL);
    ept_buf_clear(&sounds);
}

/* What was heard, each turn with how it is read. */
static void script(study_pen *pen, const review *r)
{
    int names = stimulus_names_w(pen->a, pen->d, &r->view);

    for (size_t i = 0; i < r->view.item->turn_count; i++) {
        study_gap(pen, i ? STIMULUS_TURN_GAP : 0);
        pen->at.y += stimulus_turn(pen->a, pen->d, pen->at, &r->view, i, !pen->dry);
        pen->at.x += names;
        pen->at.w -= names;
        review_sound_turn(pen, r, i);
        pen->at.x -= names;
        pen->at.w += names;
    }
}

/* Everything that is Korean: what was heard, what is right, how it is read. */
static void sentence(study_pen *pen, const review *r)
{
    ept_text_opts big = {.type = EPT_TYPE_QUESTION, .korean = true};
    const char *right = review_right_sentence(r, ept_draw_arena(pen->d));

    if (r->view.item->turn_count == 1 && ept_streq(r->view.item->script[0].text, right))
        right = NULL; /* it is what was heard */
    if (r->view.item->turn_count) {
        script(pen, r);
        study_gap(pen, right ? 12 : 0);
    }
    if (right) {
        pen->at.y += pen->dry ? ept_draw_markup_h(pen->d, pen->at.w, right, big)
                              : ept_draw_markup(pen->d, pen->at, right, big);
        review_sound_right(pen, r);
    }
    contrast(pen, r);
}

static void meaning(study_pen *pen, const review *r)
{
    ept_lang lang = pen->a->prefs.lang;
    int key = item_view_key(&r->view);
    const char *text = item_view_means(&r->view, lang), *ask = item_view_means_ask(&r->view, lang);
    const char *option = item_view_means_option(&r->view, key, lang);

    if (lang == EPT_LANG_KO)
        return;
    if (!option && r->view.item->options[0].picture)
        option = r->names[key - 1][lang];
    if (text || ask || option)
        study_gap(pen, 8);
    if (text)
        study_text(pen, EPT_TYPE_LEAD, EPT_COLOUR_INK, text);
    if (ask) {
        study_gap(pen, text ? 4 : 0);
        study_text(pen, EPT_TYPE_BODY, EPT_COLOUR_INK_2, ask);
    }
    if (option) {
        study_gap(pen, text || ask ? 4 : 0);
        study_text(pen, text ? EPT_TYPE_BODY_BOLD : EPT_TYPE_LEAD, EPT_COLOUR_INK, option);
    }
}

static void why(study_pen *pen, const review *r)
{
    const char *text = item_view_why(&r->view, review_lang(r, pen->a));

    if (!text)
        return;
    study_text(pen, EPT_TYPE_LEAD_BOLD, EPT_COLOUR_INK, app_msg(pen->a, pen->d, "review.why"));
    study_gap(pen, 4);
    study_markup(pen, EPT_TYPE_BODY, EPT_COLOUR_INK, text);
}

/* "**켜야 합니다** — turn on · Your answer" */
static const char *other(const study_pen *pen, const review *r, int place, const char *text,
                         const char *means)
{
    ept_arena *arena = ept_draw_arena(pen->d);
    bool yours = response(r)->place == place;
    const char *line = text;

    if (means && pen->a->prefs.lang != EPT_LANG_KO)
        line = ept_arena_printf(arena, "**%s** \xE2\x80\x94 %s", text, means);
    if (line && yours)
        line = ept_arena_printf(arena, "%s \xC2\xB7 **%s**", line,
                                app_msg(pen->a, pen->d, "review.yours"));
    return line ? line : text;
}

/* "2  켜야 합니다 — turn on" of the three that are not right. */
static void others(study_pen *pen, const review *r)
{
    int key = item_view_key(&r->view), digit = study_scaled(pen->d, 24);
    ept_rect all = pen->at;

    for (int place = 1; place <= EPT_PLACES; place++) {
        int identity = ept_form_identity(r->view.place, place);
        const char *means = item_view_means_option(&r->view, place, pen->a->prefs.lang), *text;

        if (place == key || identity < 0)
            continue;
        text = r->view.item->options[identity].text;
        text = text ? text : r->names[place - 1][EPT_LANG_KO];
        if (!means && !r->view.item->options[identity].text)
            means = r->names[place - 1][pen->a->prefs.lang];
        if (!text)
            continue;
        if (!pen->dry)
            ept_draw_text(pen->d, pen->at, ept_arena_printf(ept_draw_arena(pen->d), "%d", place),
                          (ept_text_opts){.colour = EPT_COLOUR_INK_3});
        pen->at.x += digit;
        pen->at.w -= digit;
        study_markup(pen, EPT_TYPE_BODY, EPT_COLOUR_INK, other(pen, r, place, text, means));
        pen->at.x = all.x;
        pen->at.w = all.w;
        study_gap(pen, 4);
    }
}

/* Whether the options can be named: pictures made from parameters have no names. */
static bool named(const review *r)
{
    return r->view.item->options[0].text || r->names[0][EPT_LANG_KO];
}

/* Slowly, and in which letters: quiet buttons in a row. */
static void sound_buttons(study_pen *pen, const review *r)
{
    ept_button buttons[2];
    int n = 0;

    if (r->has_slow)
        buttons[n++] = (ept_button){.id = "review.slow",
                                    .label = app_msg(pen->a, pen->d, "review.slow"),
                                    .icon = "play",
                                    .key = "S",
                                    .size = EPT_BUTTON_SMALL};
    if (review_sound_has_letters(r, pen->a))
        buttons[n++] = review_sound_letters(pen);
    if (!n)
        return;
    study_gap(pen, 12);
    study_buttons(pen, buttons, n);
}

void review_answer(study_pen *pen, const void *ctx)
{
    const review *r = ctx;
    ept_rect all = pen->at;
    int play = r->view.item->turn_count ? study_scaled(pen->d, PLAY) : 0;
    bool busy = app_sound_busy(pen->a);
    bool key = play && pen->a->prefs.key_labels && ept_draw_metrics(pen->d)->key_labels;
    int key_w = key ? ept_ui_key_w(pen->d, "Space") : 0, column = study_max(play, key_w);
    ept_button button = {.id = "review.play",
                         .label = app_msg(pen->a, pen->d, busy ? "review.stop" : "review.play"),
                         .icon = busy ? "pause" : "play"};

    if (play && !pen->dry)
        ept_ui_icon_button(pen->d, (ept_rect){all.x, all.y, play, play}, &button);
    if (key && !pen->dry)
        ept_ui_key(pen->d, all.x + (play - key_w) / 2, all.y + play + KEY_GAP,
                   study_scaled(pen->d, KEY_H), "Space", EPT_COLOUR_INK_2, EPT_COLOUR_LINE_2);
    if (play) {
        pen->at.x += column + 16;
        pen->at.w -= column + 16;
    }
    sentence(pen, r);
    meaning(pen, r);
    pen->at.x = all.x;
    pen->at.w = all.w;
    pen->at.y =
        study_max(pen->at.y, all.y + play + (key ? KEY_GAP + study_scaled(pen->d, KEY_H) : 0));
    sound_buttons(pen, r);
    part(pen, NULL);
    why(pen, r);
    if (review_sound_has_changes(r, pen->a)) {
        part(pen, "review.changes");
        study_gap(pen, 4);
        review_sound_changes(pen, r);
    }
    if (named(r)) {
        part(pen, "review.others");
        others(pen, r);
    }
}

void review_law(study_pen *pen, const void *ctx)
{
    const review *r = ctx;

    why(pen, r);
}
