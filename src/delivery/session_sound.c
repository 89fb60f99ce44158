/* SPDX-License-Identifier: MIT */
/* session_sound.c - what should sound at the item at hand, and what the player's reports mean: a
 * play begins, ends or breaks; the end of the list moves on where the exam does; without sound the
 * section's clock stands. */
#include "delivery_priv.h"
#include "epstopik/log.h"

void session_hush(ept_session *s)
{
    s->playlist = NULL;
}

static bool listening(const ept_session *s)
{
    const ept_section_rule *rule = ept_sitting_section_rule(s->sitting);
    return rule && rule->section == EPT_SECTION_LISTENING &&
           ept_sitting_phase(s->sitting) == EPT_PHASE_RUNNING;
}

static ept_status make_list(ept_session *s, int from_play, bool again)
{
    const delivery_list_opts opts = {.bank = s->delivery->bank,
                                     .form = s->form,
                                     .blueprint = s->blueprint,
                                     .item = ept_sitting_item(s->sitting),
                                     .from_play = from_play,
                                     .replay = again,
                                     .serial = s->serial + 1};
    session_hush(s);
    ept_arena_reset(s->sound_arena);
    ept_status st = delivery_playlist_make(&s->playlist, s->sound_arena, &opts);
    s->serial++;
    return st;
}

ept_status session_cue(ept_session *s)
{
    session_hush(s);
    if (!listening(s)) {
        return EPT_OK;
    }
    const ept_response *r = ept_sitting_response(s->sitting, ept_sitting_item(s->sitting));
    bool advance = s->blueprint->sound.advance;
    if ((r->used_up || r->plays >= s->blueprint->sound.plays) && !advance) {
        return EPT_OK;
    }
    ept_status st = make_list(s, r->used_up ? s->blueprint->sound.plays + 1 : r->plays + 1, false);
    if (st == EPT_E_CORRUPT || st == EPT_E_NOT_FOUND) {
        /* A clip that the bank does not serve: told as missing sound, the rest of the exam goes on.
         */
        ept_log(EPT_LOG_ERROR, "delivery", "no sound for %s: %s",
                s->form->items[ept_sitting_item(s->sitting)].id, ept_error());
        session_freeze(s);
        s->lost = true;
        return EPT_OK;
    }
    return st;
}

ept_status session_break_play(ept_session *s)
{
    const ept_response *r = ept_sitting_response(s->sitting, ept_sitting_item(s->sitting));
    if (!r || !r->playing) {
        return EPT_OK;
    }
    ept_event broken = session_event(s, EPT_EV_PLAY_BROKEN);
    broken.value = r->plays + 1;
    return session_record(s, &broken, NULL);
}

const ept_playlist *ept_session_playlist(const ept_session *s)
{
    return s->lost ? NULL : s->playlist;
}

bool ept_session_sound_lost(const ept_session *s)
{
    return s->lost;
}

bool ept_session_sound_bad(const ept_session *s)
{
    return s->lost && s->bad_before;
}

static ept_status lose(ept_session *s)
{
    ept_status st = session_break_play(s);
    session_freeze(s);
    s->lost = true;
    return st;
}

/* The clip cannot be played: once is a fault of the moment, twice and the sitting goes on without
 * it. */
static ept_status bad_clip(ept_session *s)
{
    if (!s->bad_before) {
        s->bad_before = true;
        return lose(s);
    }
    ept_event given_up = session_event(s, EPT_EV_PLAY_BROKEN);
    given_up.value = EPT_PLAY_GIVEN_UP;
    ept_status st = session_record(s, &given_up, NULL);
    s->bad_before = false;
    return st == EPT_OK ? session_cue(s) : st;
}

static ept_status play_event(ept_session *s, ept_event_kind kind, int play)
{
    ept_status st = session_catch_up(s);
    if (st != EPT_OK || !listening(s)) {
        return st;
    }
    ept_event event = session_event(s, kind);
    event.value = play;
    return session_record(s, &event, NULL);
}

/* After the last cue: the next item where the exam goes on by itself; at the last one it waits. */
static ept_status list_done(ept_session *s)
{
    size_t count = 0;
    size_t first = ept_sitting_first(s->sitting, ept_sitting_section(s->sitting), &count);
    size_t next = ept_sitting_item(s->sitting) + 1;
    session_hush(s);
    if (!s->blueprint->sound.advance || next >= first + count) {
        return EPT_OK;
    }
    return ept_session_go(s, next, NULL);
}

ept_status ept_session_sounded(ept_session *s, const ept_sounded *report)
{
    const ept_playlist *list = s->playlist;
    if (!list || report->serial != list->serial ||
        (report->kind != EPT_SOUNDED_END && report->cue >= list->count)) {
        return EPT_OK;
    }
    const ept_cue *cue = report->kind == EPT_SOUNDED_END ? NULL : &list->cues[report->cue];
    switch (report->kind) {
    case EPT_SOUNDED_CUE:
        return cue->first && cue->play > 0 ? play_event(s, EPT_EV_PLAY_START, cue->play) : EPT_OK;
    case EPT_SOUNDED_CUE_END:
        return cue->last && cue->play > 0 ? play_event(s, EPT_EV_PLAY_END, cue->play) : EPT_OK;
    case EPT_SOUNDED_END:
        return list_done(s);
    case EPT_SOUNDED_LOST:
        return lose(s);
    case EPT_SOUNDED_BAD:
        return bad_clip(s);
    }
    return EPT_OK;
}

ept_status ept_session_sound_back(ept_session *s)
{
    if (!s->lost) {
        return EPT_OK;
    }
    s->lost = false;
    session_run(s);
    if (!s->playlist && s->bad_before) {
        return bad_clip(s);
    }
    s->bad_before = s->bad_before || !s->playlist;
    return session_cue(s);
}

ept_status ept_session_replay(ept_session *s, int64_t *seq)
{
    ept_event again = session_event(s, EPT_EV_REPLAY);
    ept_status st = session_break_play(s);
    if (st == EPT_OK) {
        st = session_record(s, &again, seq);
    }
    return st == EPT_OK ? make_list(s, 1, true) : st;
}
