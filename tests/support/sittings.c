/* SPDX-License-Identifier: MIT */
/* sittings.c - the stage. Its player keeps to the lengths in the playlist and reports each cue. */
#include "support/sittings.h"

#include "core/temp_folder.h"
#include "delivery_priv.h"
#include "support/ept_test.h"
#include "support/gen_bank.h"

enum { STEP_MS = 50 };

static void open_all(stage *s)
{
    assert_ok(ept_bank_open(&s->bank, temp_folder_at(&s->folder, "test.bank")));
    assert_ok(ept_journal_open(&s->journal, temp_folder_at(&s->folder, "data"), NULL));
    const ept_delivery_opts opts = {ept_clock_manual(&s->time), s->bank, s->journal};
    assert_ok(ept_delivery_new(&s->delivery, &opts));
}

static void close_all(stage *s)
{
    ept_delivery_free(s->delivery);
    ept_journal_close(s->journal);
    ept_bank_close(s->bank);
    s->delivery = NULL;
    s->journal = NULL;
    s->bank = NULL;
    s->sounding = false;
    s->serial = 0;
}

int stage_setup(void **state)
{
    static stage s;
    s = (stage){.time = {1000, 1790000000000}};
    assert_int_equal(temp_folder_setup(&s.folder), 0);
    assert_ok(ept_arena_new(&s.arena));
    assert_ok(gen_bank(temp_folder_at(&s.folder, "test.bank"), 1200, 11));
    open_all(&s);
    const ept_learner fields = {.name = "Айдана", .lang = EPT_LANG_KK};
    assert_ok(ept_learner_add(&s.learner, s.journal, &fields, s.time.utc_ms));
    *state = &s;
    return 0;
}

int stage_teardown(void **state)
{
    stage *s = *state;
    ept_session_free(s->session);
    close_all(s);
    ept_arena_free(s->arena);
    return temp_folder_teardown(&s->folder);
}

void stage_start(stage *s, const char *exam, int number, int only)
{
    ept_shortage shortage;
    const ept_session_opts opts = {.exam = exam,
                                   .number = number,
                                   .only = only,
                                   .learner = s->learner,
                                   .sector = "manufacturing",
                                   .law_lang = EPT_LANG_KO};
    assert_null(s->session);
    assert_ok(ept_session_start(&s->session, s->delivery, &opts, &shortage));
    assert_ok(ept_session_begin(s->session, NULL));
}

void stage_crash(stage *s)
{
    /* The session's memory goes as a crash takes it: without a word to the journal. */
    ept_journal_close(s->journal);
    s->delivery->journal = NULL;
    s->session->warm_up = true;
    ept_session_free(s->session);
    s->session = NULL;
    s->journal = NULL;
    close_all(s);
    open_all(s);
}

void stage_resume(stage *s, int64_t sitting)
{
    assert_null(s->session);
    assert_ok(ept_session_resume(&s->session, s->delivery, sitting));
}

static void report(stage *s, ept_sounded_kind kind)
{
    const ept_sounded said = {kind, s->serial, s->cue};
    assert_ok(ept_session_sounded(s->session, &said));
}

/* What a player would do at this moment: begin, go on to the next cue, end. */
static void play(stage *s)
{
    const ept_playlist *want = ept_session_playlist(s->session);
    if (!want) {
        s->sounding = false;
        return;
    }
    if (!s->sounding || want->serial != s->serial) {
        s->serial = want->serial;
        s->cue = 0;
        s->sounding = true;
        s->cue_ends_ms = s->time.now_ms + want->cues[0].ms;
        report(s, EPT_SOUNDED_CUE);
        return;
    }
    if (s->time.now_ms < s->cue_ends_ms) {
        return;
    }
    report(s, EPT_SOUNDED_CUE_END);
    want = ept_session_playlist(s->session);
    if (!want || want->serial != s->serial) {
        return;
    }
    if (s->cue + 1 == want->count) {
        s->sounding = false;
        report(s, EPT_SOUNDED_END);
        return;
    }
    s->cue++;
    s->cue_ends_ms += want->cues[s->cue].ms;
    report(s, EPT_SOUNDED_CUE);
}

void stage_pass(stage *s, uint64_t ms)
{
    bool changed = false;
    for (uint64_t passed = 0; passed < ms; passed += STEP_MS) {
        play(s);
        ept_clock_advance(&s->time, STEP_MS);
        assert_ok(ept_session_poll(s->session, &changed));
    }
}

ept_event *stage_events(stage *s, size_t *count)
{
    ept_event *events = NULL;
    assert_ok(ept_journal_events(&events, count, s->arena, s->journal, ept_session_id(s->session)));
    return events;
}
