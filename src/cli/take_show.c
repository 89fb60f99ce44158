/* SPDX-License-Identifier: MIT */
/* take_show.c - a question in words, for a terminal and a screen reader. A terminal shows no
 * pictures, so each is described in the learner's own language (English for who uses the program in
 * Korean): like a drawing it says what the thing is and not what it is called in Korean. What is
 * heard stays unwritten unless a transcript was asked for. */
#include "take.h"

#include <stdio.h>
#include <string.h>

#include "item_text.h"

static ept_lang picture_lang(const take *t)
{
    return t->lang == EPT_LANG_KO ? EPT_LANG_EN : t->lang;
}

static const char *picture_words(void *ctx, const char *id)
{
    const take *t = ctx;
    const char *name = NULL;
    ept_lang lang = picture_lang(t);
    ept_status st =
        ept_bank_picture_name(&name, t->arena, ept_delivery_bank(t->delivery), id, lang);
    return st == EPT_OK && name ? name : cli_words(t->c, "cli.take.no-picture", NULL, NULL, NULL);
}

/* The language in which a law item is asked. */
static const ept_gloss *other_language(const take *t, const ept_item *item)
{
    ept_lang lang = ept_session_row(t->session)->law_lang;
    bool choice = ept_session_blueprint(t->session)->item_language;
    return choice && lang != EPT_LANG_KO && item->means[lang].options[0] ? &item->means[lang]
                                                                         : NULL;
}

static const char *option_text(take *t, const ept_item *item, int identity)
{
    const ept_gloss *gloss = other_language(t, item);
    const ept_option *option = &item->options[identity];
    if (option->picture) {
        return picture_words(t, option->picture);
    }
    return gloss ? gloss->options[identity] : option->text;
}

static ept_status show_document(take *t, const ept_item *item)
{
    ept_buf text = {0};
    item_add_document(&text, item->document, picture_words, t);
    ept_status st = ept_buf_ok(&text);
    if (st == EPT_OK) {
        reply_text(&t->out, "document", text.p);
    }
    ept_buf_clear(&text);
    return st;
}

static ept_status show_stimulus(take *t, const ept_item *item)
{
    const ept_gloss *gloss = other_language(t, item);
    if (item->picture) {
        reply_text(&t->out, "picture", picture_words(t, item->picture));
    }
    reply_text(&t->out, "passage", item->passage);
    ept_status st = item->document ? show_document(t, item) : EPT_OK;
    reply_text(&t->out, "ask", gloss && gloss->ask ? gloss->ask : item->ask);
    return st;
}

/* Where an option stands decides what is said of it. */
static void show_option(take *t, const ept_item *item, int place)
{
    size_t at = ept_sitting_item(ept_session_sitting(t->session));
    const ept_response *r = ept_sitting_response(ept_session_sitting(t->session), at);
    const ept_form_item *in_form = &ept_session_form(t->session)->items[at];
    char name[16];
    (void)snprintf(name, sizeof name, "option %d", place);
    if (item->spoken) {
        reply_text(&t->out, name, cli_words(t->c, "cli.take.spoken", NULL, NULL, NULL));
    } else {
        reply_text(&t->out, name, option_text(t, item, ept_form_identity(in_form, place)));
    }
    if (r->ruled & (1u << (place - 1))) {
        (void)snprintf(name, sizeof name, "ruled out %d", place);
        reply_yes(&t->out, name);
    }
}

static void show_state(take *t)
{
    const ept_sitting *sitting = ept_session_sitting(t->session);
    const ept_response *r = ept_sitting_response(sitting, ept_sitting_item(sitting));
    if (r->place) {
        reply_number(&t->out, "chosen", r->place);
    }
    if (r->fixed) {
        reply_yes(&t->out, "final");
    }
    if (r->flagged) {
        reply_yes(&t->out, "flagged");
    }
    const ept_section_rule *rule = ept_sitting_section_rule(sitting);
    if (rule && rule->section == EPT_SECTION_LISTENING) {
        reply_number(&t->out, "plays", r->plays);
    }
}

ept_status take_show(take *t)
{
    size_t at = ept_sitting_item(ept_session_sitting(t->session));
    const ept_item *item = NULL;
    const ept_bank_slot *slot = NULL;
    const ept_blueprint *blueprint = ept_session_blueprint(t->session);
    ept_status st = ept_session_item(&item, t->session, at);
    if (st == EPT_OK) {
        st = ept_session_slot(&slot, t->session, at);
    }
    if (st != EPT_OK) {
        return st;
    }
    reply_number(&t->out, "question", ept_session_form(t->session)->items[at].number);
    reply_text(&t->out, "instruction", slot->says[EPT_LANG_KO]);
    if (blueprint->bilingual && t->lang != EPT_LANG_KO) {
        reply_text(&t->out, "meaning", slot->says[t->lang]);
    }
    st = show_stimulus(t, item);
    for (int place = 1; place <= EPT_OPTIONS; place++) {
        show_option(t, item, place);
    }
    show_state(t);
    return st;
}

static const char *clock_text(const take *t, uint64_t ms)
{
    uint64_t s = (ms + 999) / 1000;
    const char *text =
        ept_arena_printf(t->arena, "%02u:%02u", (unsigned)(s / 60), (unsigned)(s % 60));
    return text ? text : "?";
}

static const char *cue_name(ept_cue_kind kind)
{
    switch (kind) {
    case EPT_CUE_COUNTDOWN:
        return "countdown";
    case EPT_CUE_BELL:
        return "bell";
    case EPT_CUE_NUMBER:
        return "number";
    case EPT_CUE_GAP:
    case EPT_CUE_BETWEEN:
        return "silence";
    case EPT_CUE_PLAY:
        return "play";
    case EPT_CUE_PAUSE:
        return "answer pause";
    }
    return NULL;
}

void take_time(take *t)
{
    const ept_sitting *sitting = ept_session_sitting(t->session);
    const ept_section_rule *rule = ept_sitting_section_rule(sitting);
    uint64_t left = ept_session_left_ms(t->session);
    size_t count = 0;
    (void)ept_sitting_first(sitting, ept_sitting_section(sitting), &count);
    reply_text(&t->out, "section", rule ? ept_section_name(rule->section) : NULL);
    reply_number(&t->out, "used ms", (int64_t)ept_session_at_ms(t->session));
    if (left != UINT64_MAX) {
        reply_number(&t->out, "left ms", (int64_t)left);
        reply_text(&t->out, "left", clock_text(t, left));
    }
    reply_number(&t->out, "answered",
                 (int64_t)ept_sitting_answered(sitting, ept_sitting_section(sitting)));
    reply_number(&t->out, "questions", (int64_t)count);
    ept_player_now now = ept_player_status(t->player);
    if (now.active) {
        reply_text(&t->out, "sound", cue_name(now.kind));
    }
}

void take_transcript(take *t)
{
    size_t at = ept_sitting_item(ept_session_sitting(t->session));
    const ept_form_item *in_form = &ept_session_form(t->session)->items[at];
    const ept_item *item = NULL;
    ept_buf text = {0};
    char name[16];
    if (ept_session_item(&item, t->session, at) != EPT_OK) {
        return;
    }
    item_add_script(&text, item);
    if (ept_buf_ok(&text) == EPT_OK && text.p) {
        reply_text(&t->out, "heard", text.p);
    }
    ept_buf_clear(&text);
    for (int place = 1; item->spoken && place <= EPT_OPTIONS; place++) {
        (void)snprintf(name, sizeof name, "option %d", place);
        reply_text(&t->out, name, item->options[ept_form_identity(in_form, place)].text);
    }
}

void take_feedback(take *t)
{
    const ept_sitting *sitting = ept_session_sitting(t->session);
    size_t at = ept_sitting_item(sitting);
    const ept_response *r = ept_sitting_response(sitting, at);
    const ept_item *item = NULL;
    if (!r->feedback || ept_session_item(&item, t->session, at) != EPT_OK) {
        return;
    }
    reply_text(&t->out, "result", r->identity == 0 ? "right" : "wrong");
    reply_number(&t->out, "key", ept_form_place(&ept_session_form(t->session)->items[at], 0));
    reply_text(&t->out, "why", item->why[t->lang] ? item->why[t->lang] : item->why[EPT_LANG_EN]);
}

void take_result(take *t)
{
    ept_report report;
    ept_status st = ept_report_make(&report, t->c->arena, t->delivery, ept_session_id(t->session));
    if (st != EPT_OK) {
        reply_text(&t->out, "why", cli_failure(t->c, CLI_THING_DATA, t->data, st));
        reply_event(&t->out, "no report");
        return;
    }
    reply_number(&t->out, "score", report.score.points);
    reply_number(&t->out, "of", report.score.scale);
    for (size_t i = 0; i < report.score.section_count; i++) {
        reply_number(&t->out, ept_section_name(report.score.sections[i].section),
                     report.score.sections[i].points);
    }
    reply_number(&t->out, "right", (int64_t)report.score.tally.right);
    reply_number(&t->out, "wrong", (int64_t)report.score.tally.wrong);
    reply_number(&t->out, "unanswered", (int64_t)report.score.tally.blank);
    reply_number(&t->out, "interruptions", (int64_t)report.interruptions);
    if (report.minimum && report.score.section_count == report.blueprint->section_count) {
        reply_number(&t->out, "minimum score", report.minimum->score);
        reply_text(&t->out, "minimum score source",
                   report.minimum->unconfirmed ? "unconfirmed" : report.minimum->source);
    }
    reply_text(&t->out, "mark", report.mark);
    reply_event(&t->out, "sitting over");
    ept_report_clear(&report);
}
