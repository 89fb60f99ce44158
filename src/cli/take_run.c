/* SPDX-License-Identifier: MIT */
/* take_run.c - what happens between commands: the clock, sections that end and begin, the player
 * kept on the session's playlist, plays as they start and end. */
#include "take.h"

enum { RETRY_MS = 1000 };

/* What could not be saved is tried again; it is told once. */
static void note(take *t, ept_status st)
{
    if (st == EPT_OK) {
        t->unsaved = false;
    } else if (!t->unsaved) {
        t->unsaved = true;
        reply_text(&t->out, "why", cli_failure(t->c, CLI_THING_DATA, t->data, st));
        reply_event(&t->out, "not saved");
    }
}

static void tell_play(take *t, const ept_cue *cue)
{
    if (t->transcript) {
        take_transcript(t);
    }
    reply_number(&t->out, "question", ept_session_form(t->session)->items[t->item].number);
    if (cue->play > 0) {
        reply_number(&t->out, "play", cue->play);
    }
    reply_event(&t->out, "play begins");
}

static void tell_report(take *t, ept_sounded_kind kind, const ept_cue *cue)
{
    switch (kind) {
    case EPT_SOUNDED_CUE:
        if (cue && cue->kind == EPT_CUE_PLAY && cue->first) {
            tell_play(t, cue);
        }
        break;
    case EPT_SOUNDED_CUE_END:
        if (cue && cue->kind == EPT_CUE_PLAY && cue->last) {
            reply_number(&t->out, "question", ept_session_form(t->session)->items[t->item].number);
            reply_event(&t->out, "play over");
        }
        break;
    case EPT_SOUNDED_END:
    case EPT_SOUNDED_LOST:
    case EPT_SOUNDED_BAD:
        break;
    }
}

static void tell_lost(take *t)
{
    bool lost = ept_session_sound_lost(t->session);
    if (lost && !t->lost_told) {
        const char *key =
            ept_session_sound_bad(t->session) ? "cli.take.sound-bad" : "cli.take.sound-lost";
        reply_text(&t->out, "why", cli_words(t->c, key, NULL, NULL, NULL));
        reply_event(&t->out, "sound lost");
    }
    t->lost_told = lost;
}

/* The player follows the session's list. */
static void follow(take *t)
{
    const ept_playlist *list = ept_session_playlist(t->session);
    uint32_t serial = list ? list->serial : 0;
    if (serial == t->serial) {
        return;
    }
    t->serial = serial;
    if (!list) {
        ept_player_stop(t->player);
        return;
    }
    /* Without a device the player says so in a report as well. */
    ept_status st = ept_player_play(t->player, list, 0);
    if (st != EPT_OK && st != EPT_E_UNAVAILABLE) {
        note(t, st);
    }
}

/* One report handed on; false when there is none. */
static bool hear(take *t)
{
    ept_sounded report;
    ept_cue cue = {0};
    if (!ept_player_poll(t->player, &report)) {
        return false;
    }
    const ept_playlist *list = ept_session_playlist(t->session);
    bool known = list && list->serial == report.serial && report.cue < list->count;
    if (known) {
        cue = list->cues[report.cue];
    }
    ept_status st = ept_session_sounded(t->session, &report);
    if (st != EPT_OK) {
        note(t, st);
    } else if (known) {
        tell_report(t, report.kind, &cue);
    }
    return true;
}

static void tell_question(take *t)
{
    t->item = ept_sitting_item(ept_session_sitting(t->session));
    ept_status st = take_show(t);
    if (st != EPT_OK) {
        reply_text(&t->out, "why", cli_failure(t->c, CLI_THING_BANK, t->bank, st));
    }
    reply_event(&t->out, "question");
}

static void tell_section(take *t, const char *event)
{
    const ept_blueprint *blueprint = ept_session_blueprint(t->session);
    reply_text(&t->out, "section", ept_section_name(blueprint->sections[t->section].section));
    reply_event(&t->out, event);
}

static void enter(take *t, const char *event)
{
    t->running = true;
    t->section = ept_sitting_section(ept_session_sitting(t->session));
    tell_section(t, event);
    tell_question(t);
}

static bool begin(take *t)
{
    ept_status st = ept_session_begin(t->session, NULL);
    note(t, st);
    if (st == EPT_OK) {
        enter(t, "section begins");
    }
    return st == EPT_OK;
}

/* Sections that ended or wait, and questions that came by themselves; true when something was told.
 */
static bool step(take *t)
{
    const ept_sitting *sitting = ept_session_sitting(t->session);
    ept_phase phase = ept_sitting_phase(sitting);
    if (t->running && (phase == EPT_PHASE_READY || phase == EPT_PHASE_ENDED)) {
        t->running = false;
        tell_section(t, "section over");
        return true;
    }
    if (phase == EPT_PHASE_READY) {
        return begin(t);
    }
    if (phase == EPT_PHASE_RUNNING && !t->running) {
        /* An unfinished sitting goes on. */
        enter(t, "section goes on");
        return true;
    }
    if (phase == EPT_PHASE_RUNNING && ept_sitting_item(sitting) != t->item) {
        tell_question(t);
        return true;
    }
    if (phase == EPT_PHASE_ENDED && !t->over) {
        t->over = true;
        take_result(t);
    }
    return false;
}

void take_pump(take *t)
{
    bool more = true, changed = false;
    while (more && !t->over && !t->out.failed) {
        ept_status st = ept_session_poll(t->session, &changed);
        if (st != EPT_OK || t->running) {
            note(t, st);
        }
        more = step(t);
        if (!t->over) {
            follow(t);
            more = hear(t) || more;
            tell_lost(t);
        }
    }
}

uint32_t take_wait_ms(const take *t)
{
    uint32_t session = ept_session_wait_ms(t->session), player = ept_player_wait_ms(t->player);
    uint32_t wait = session < player ? session : player;
    return t->unsaved && wait < RETRY_MS ? RETRY_MS : wait;
}

void take_advance(take *t, uint64_t ms)
{
    take_pump(t);
    while (ms > 0 && !t->over && !t->out.failed) {
        uint32_t wait = take_wait_ms(t);
        uint64_t by = wait < ms ? wait : ms;
        by = by > 0 ? by : 1;
        ept_clock_advance(&t->manual, by);
        ms -= by;
        take_pump(t);
    }
}
