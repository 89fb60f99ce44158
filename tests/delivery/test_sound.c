/* SPDX-License-Identifier: MIT */
/* test_sound.c - playlists, and a whole listening section under them: exactly two plays of each
 * item, moving on by itself in the strict exam, used-up plays in the free one, lost sound stops the
 * clock. */
#include "support/ept_test.h"

#include <stdio.h>
#include <string.h>

#include "epstopik/str.h"
#include "support/sittings.h"

enum { MINUTE = 60000 };

static void begin_listening(stage *s, const char *exam)
{
    bool changed = false;
    stage_start(s, exam, 4, -1);
    ept_clock_advance(&s->time, 25 * MINUTE);
    assert_ok(ept_session_poll(s->session, &changed));
    assert_ok(ept_session_begin(s->session, NULL));
}

static const ept_response *response(const stage *s, size_t item)
{
    return ept_sitting_response(ept_session_sitting(s->session), item);
}

static void playlist__cbt__has_every_part_in_order(void **state)
{
    stage *s = *state;
    const ept_playlist *list = NULL;
    ept_cue_kind seen[64];
    size_t kinds = 0;
    stage_start(s, "eps-topik-cbt", 4, -1);
    assert_ok(ept_delivery_playlist(&list, s->arena, s->bank, ept_session_form(s->session),
                                    ept_session_blueprint(s->session), 20, 1));
    for (size_t i = 0; i < list->count; i++) {
        if (kinds == 0 || seen[kinds - 1] != list->cues[i].kind) {
            seen[kinds++] = list->cues[i].kind;
        }
    }
    const ept_cue_kind expected[] = {EPT_CUE_COUNTDOWN, EPT_CUE_BELL, EPT_CUE_NUMBER,
                                     EPT_CUE_GAP,       EPT_CUE_PLAY, EPT_CUE_BETWEEN,
                                     EPT_CUE_PLAY,      EPT_CUE_PAUSE};
    assert_int_equal(kinds, 8);
    assert_memory_equal(seen, expected, sizeof expected);
    assert_int_equal(list->cues[0].ms, 3000);
    assert_string_equal(list->cues[2].clip, "number.21");
}

static void playlist__spoken_item__says_options_in_the_forms_order(void **state)
{
    stage *s = *state;
    const ept_playlist *list = NULL;
    const ept_form *form = NULL;
    ept_shortage shortage;
    const ept_blueprint *bp = NULL;
    assert_ok(ept_delivery_exam(&bp, s->delivery, "eps-topik-2023"));
    assert_ok(ept_delivery_form(&form, s->arena, s->delivery, "eps-topik-2023", 1, 0, &shortage));
    size_t item = 24;
    assert_string_equal(form->items[item].slot, "spoken-object");

    assert_ok(ept_delivery_playlist(&list, s->arena, s->bank, form, bp, item, 1));

    char expected[96];
    size_t at = 0;
    while (at < list->count && !list->cues[at].first) {
        at++;
    }
    assert_string_equal(list->cues[at].clip, form->items[item].id);
    for (int place = 1; place <= 4; place++) {
        const ept_cue *cue = &list->cues[at + 3 * (size_t)place - 2];
        assert_null(cue[0].clip);
        snprintf(expected, sizeof expected, "option.%d", place);
        assert_string_equal(cue[1].clip, expected);
        snprintf(expected, sizeof expected, "%s.%d", form->items[item].id,
                 form->items[item].order[place - 1]);
        assert_string_equal(cue[2].clip, expected);
    }
    assert_true(list->cues[at + 12].last);
}

static void cbt__listening__plays_each_twice_and_fills_the_section(void **state)
{
    stage *s = *state;
    begin_listening(s, "eps-topik-cbt");
    assert_ok(ept_session_answer(s->session, 20, 1, NULL));

    stage_pass(s, 25 * MINUTE + 1000);

    assert_int_equal(ept_sitting_phase(ept_session_sitting(s->session)), EPT_PHASE_ENDED);
    size_t count = 0, plays[40] = {0};
    ept_event *events = stage_events(s, &count);
    uint64_t last_end = 0;
    bool playing = false;
    for (size_t i = 0; i < count; i++) {
        if (events[i].kind == EPT_EV_PLAY_START) {
            assert_false(playing);
            playing = true;
        }
        if (events[i].kind == EPT_EV_PLAY_END) {
            assert_true(playing);
            playing = false;
            plays[events[i].item]++;
            last_end = events[i].at_ms;
        }
    }
    for (size_t i = 20; i < 40; i++) {
        assert_int_equal(plays[i], 2);
        assert_int_equal(response(s, i)->plays, 2);
    }
    /* With one equal pause the sound reaches 24:30 (less the last pause), or the longest pause is
     * not enough. */
    assert_true(last_end < 24 * MINUTE + 30000);
    assert_true(response(s, 20)->fixed);
}

static void ubt__listening__next_uses_up_and_never_moves_by_itself(void **state)
{
    stage *s = *state;
    begin_listening(s, "eps-topik-ubt");
    stage_pass(s, 1000);
    assert_ok(ept_session_go(s->session, 21, NULL));
    assert_ok(ept_session_go(s->session, 20, NULL));
    assert_false(response(s, 20)->used_up);
    for (size_t guard = 0; !response(s, 20)->playing && guard < 400; guard++) {
        stage_pass(s, 50);
    }
    assert_ok(ept_session_go(s->session, 25, NULL));
    assert_true(response(s, 20)->used_up);

    stage_pass(s, 5 * MINUTE);

    assert_int_equal(ept_sitting_item(ept_session_sitting(s->session)), 25);
    assert_int_equal(response(s, 25)->plays, 2);
    assert_null(ept_session_playlist(s->session));
    assert_ok(ept_session_go(s->session, 20, NULL));
    assert_null(ept_session_playlist(s->session));
}

static void lost_sound__stops_the_clock_and_plays_again(void **state)
{
    stage *s = *state;
    begin_listening(s, "eps-topik-ubt");
    size_t guard = 0;
    while (!response(s, 20)->playing && guard++ < 400) {
        stage_pass(s, 50);
    }
    stage_pass(s, 400);
    uint64_t left = ept_session_left_ms(s->session);
    const ept_sounded lost = {EPT_SOUNDED_LOST, s->serial, s->cue};

    assert_ok(ept_session_sounded(s->session, &lost));

    assert_true(ept_session_sound_lost(s->session));
    assert_false(ept_session_sound_bad(s->session));
    assert_null(ept_session_playlist(s->session));
    uint64_t given_back = ept_session_left_ms(s->session);
    assert_true(given_back > left);
    ept_clock_advance(&s->time, 10 * MINUTE);
    assert_true(ept_session_left_ms(s->session) == given_back);
    assert_ok(ept_session_answer(s->session, 20, 2, NULL));
    assert_ok(ept_session_sound_back(s->session));
    assert_non_null(ept_session_playlist(s->session));
    assert_int_equal(response(s, 20)->plays, 0);
    stage_pass(s, 2 * MINUTE);
    assert_int_equal(response(s, 20)->plays, 2);
}

static void bad_clip__twice__goes_on_without_it(void **state)
{
    stage *s = *state;
    begin_listening(s, "eps-topik-cbt");
    stage_pass(s, 100);
    const ept_sounded bad = {EPT_SOUNDED_BAD, s->serial, s->cue};
    assert_ok(ept_session_sounded(s->session, &bad));
    assert_true(ept_session_sound_lost(s->session));
    assert_true(ept_session_sound_bad(s->session));
    assert_ok(ept_session_sound_back(s->session));
    assert_false(ept_session_sound_bad(s->session));
    stage_pass(s, 100);
    const ept_sounded again = {EPT_SOUNDED_BAD, s->serial, s->cue};
    assert_ok(ept_session_sounded(s->session, &again));

    stage_pass(s, 62000);

    assert_true(response(s, 20)->used_up);
    assert_int_equal(ept_sitting_item(ept_session_sitting(s->session)), 21);
}

static void crash_in_a_play__is_heard_again_from_its_start(void **state)
{
    stage *s = *state;
    begin_listening(s, "eps-topik-cbt");
    int64_t id = ept_session_id(s->session);
    size_t guard = 0;
    while (response(s, 20)->plays < 1 && guard++ < 2000) {
        stage_pass(s, 50);
    }
    guard = 0;
    while (!response(s, 20)->playing && guard++ < 400) {
        stage_pass(s, 50);
    }
    stage_pass(s, 300);
    uint64_t left = ept_session_left_ms(s->session);

    stage_crash(s);
    stage_resume(s, id);

    assert_int_equal(response(s, 20)->plays, 1);
    assert_false(response(s, 20)->playing);
    assert_true(ept_session_left_ms(s->session) >= left);
    const ept_playlist *list = ept_session_playlist(s->session);
    assert_non_null(list);
    for (size_t i = 0; i < list->count; i++) {
        assert_true(list->cues[i].play == 0 || list->cues[i].play == 2);
    }
    stage_pass(s, 60000);
    assert_int_equal(response(s, 20)->plays, 2);
}

static void practice__replay__sounds_without_counting(void **state)
{
    stage *s = *state;
    stage_start(s, "practice", 4, EPT_SECTION_LISTENING);
    stage_pass(s, 60000);
    assert_int_equal(response(s, 20)->plays, 1);
    assert_null(ept_session_playlist(s->session));

    assert_ok(ept_session_replay(s->session, NULL));

    assert_non_null(ept_session_playlist(s->session));
    stage_pass(s, 60000);
    assert_int_equal(response(s, 20)->plays, 1);
    assert_null(ept_session_playlist(s->session));
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, stage_setup, stage_teardown)
    const struct CMUnitTest tests[] = {
        T(playlist__cbt__has_every_part_in_order),
        T(playlist__spoken_item__says_options_in_the_forms_order),
        T(cbt__listening__plays_each_twice_and_fills_the_section),
        T(ubt__listening__next_uses_up_and_never_moves_by_itself),
        T(lost_sound__stops_the_clock_and_plays_again),
        T(bad_clip__twice__goes_on_without_it),
        T(crash_in_a_play__is_heard_again_from_its_start),
        T(practice__replay__sounds_without_counting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
