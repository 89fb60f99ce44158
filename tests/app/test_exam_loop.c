/* SPDX-License-Identifier: MIT */
/* test_exam_loop.c - what the loop does for a running exam: time, sound, the end of a section,
 * closing the window, cutting off. */
#include "support/ept_test.h"

#include <string.h>

#include "app/program.h"

static const char to_law[] =
    "key G\nclick-id rail.law\nclick-id setup.start\nclick-id instructions.skip\n"
    "click-id ready.start\nexpect-screen exam";
static const char to_cbt[] = "key G\nclick-id home.start\nclick-id instructions.skip\n"
                             "click-id sound_check.play\nwait 6000\nclick-id sound_check.heard\n"
                             "click-id ready.start\nclick-id warm_up.skip\nclick-id ready.start\n"
                             "expect-screen exam";

static ept_event *events(program *p, size_t *count)
{
    ept_event *list;

    assert_ok(
        ept_journal_events(&list, count, p->run.arena, p->a.journal, ept_session_id(p->a.session)));
    return list;
}

static size_t count_of(program *p, ept_event_kind kind)
{
    size_t count, n = 0;
    const ept_event *list = events(p, &count);

    for (size_t i = 0; i < count; i++)
        n += list[i].kind == kind;
    return n;
}

static void exam__clock__wakes_once_a_second_and_ticks_every_five(void **state)
{
    program *p = *state;

    program_do(p, to_law);
    assert_true(app_wait_ms(&p->a) <= 1000);
    size_t before = count_of(p, EPT_EV_TICK);
    program_do(p, "wait 60000\nexpect \"24:00\"");
    size_t ticks = count_of(p, EPT_EV_TICK) - before;
    assert_in_range(ticks, 11, 13);
}

static void exam__window_closed__asks_and_notes_the_leaving(void **state)
{
    program *p = *state;
    const ept_input quit = {.kind = EPT_INPUT_QUIT};

    program_do(p, to_law);
    app_input(&p->a, &quit);
    assert_false(p->a.stack->quit);
    assert_string_equal(program_screen(p), "leave");
    size_t depth = p->a.stack->depth;
    app_input(&p->a, &quit);
    assert_int_equal(p->a.stack->depth, depth);
    int64_t sitting = ept_session_id(p->a.session);
    program_do(p, "wait 0\nclick-id leave.go");
    assert_true(p->a.stack->quit);
    program_stop(p);
    program_start(p);
    size_t count;
    ept_event *list;
    assert_ok(ept_journal_events(&list, &count, p->run.arena, p->a.journal, sitting));
    assert_int_equal(list[count - 1].kind, EPT_EV_LEAVE);
    program_do(p, "expect \"Unfinished exam\"");
}

static void exam__time_over__takes_away_what_stands_above(void **state)
{
    program *p = *state;

    program_do(p, to_law);
    program_do(
        p,
        "wait 1490000\nkey A\nexpect-screen all-questions\nkey F1\nexpect-screen help\nwait 10000");
    assert_string_not_equal(program_screen(p), "help");
    program_do(p, "wait 5000\nexpect-screen report");
}

static void exam__listening_alone__plays_each_item_twice(void **state)
{
    program *p = *state;
    size_t played, count;

    program_do(p, to_cbt);
    program_do(p, "wait 1500000\nwait 3000\nexpect-screen exam");
    program_do(p, "wait 1490000");
    assert_int_equal(count_of(p, EPT_EV_PLAY_START), 40);
    assert_int_equal(count_of(p, EPT_EV_PLAY_END), 40);
    const ept_event *list = events(p, &count);
    uint16_t item = 0;
    int plays = 2;
    for (size_t i = 0; i < count; i++) {
        if (list[i].kind != EPT_EV_PLAY_END)
            continue;
        plays = list[i].item == item ? plays + 1 : 1;
        item = list[i].item;
        assert_int_equal(list[i].value ? list[i].value : plays, plays);
        assert_true(plays <= 2);
    }
    const ept_played *log = ept_player_log(p->a.player, &played);
    for (size_t i = 1; i < played; i++)
        assert_true(log[i].start_ms >= log[i - 1].end_ms);
}

static void exam__dialog_on_top__does_not_stop_the_sound(void **state)
{
    program *p = *state;

    program_do(p, to_cbt);
    program_do(p, "wait 1500000\nwait 3000\nwait 100\nkey Esc\nexpect-screen leave");
    size_t before = count_of(p, EPT_EV_PLAY_END);
    program_do(p, "wait 60000\nexpect-screen leave");
    assert_true(count_of(p, EPT_EV_PLAY_END) > before);
}

static void exam__device_lost__is_said_and_stops_the_clock(void **state)
{
    program *p = *state;
    const ept_input gone = {.kind = EPT_INPUT_DEVICE_REMOVED},
                    back = {.kind = EPT_INPUT_DEVICE_ADDED};

    program_do(p, to_cbt);
    program_do(p, "wait 1500000\nwait 3000\nwait 5000");
    app_input(&p->a, &gone);
    program_do(p, "wait 1");
    assert_true(ept_session_sound_lost(p->a.session));
    uint64_t left = ept_session_left_ms(p->a.session);
    program_do(p, "wait 30000");
    assert_int_equal(ept_session_left_ms(p->a.session), left);
    app_input(&p->a, &back);
    assert_false(ept_session_sound_lost(p->a.session));
    program_do(p, "wait 2000");
    assert_true(ept_session_left_ms(p->a.session) < left);
}

static void exam__bad_recording__is_said_and_given_up(void **state)
{
    program *p = *state;

    program_do(p, to_cbt);
    program_do(p, "wait 1500000\nwait 3000\nwait 5000");
    for (int again = 0; again < 2; again++) {
        const ept_playlist *list = ept_session_playlist(p->a.session);
        const ept_sounded bad = {EPT_SOUNDED_BAD, list->serial, 0};

        assert_ok(ept_session_sounded(p->a.session, &bad));
        if (again == 0)
            program_do(p, "lang ru\nwait 10\nexpect \"Запись повреждена\"\nkey Enter\nwait 10");
    }
    assert_false(ept_session_sound_lost(p->a.session));
    program_do(p, "wait 10");
    assert_false(program_shows(p, "Запись повреждена"));
}

static void exam__device_lost__enter_is_retry(void **state)
{
    program *p = *state;
    const ept_input gone = {.kind = EPT_INPUT_DEVICE_REMOVED};

    program_do(p, to_cbt);
    program_do(p, "wait 1500000\nwait 3000\nwait 5000");
    for (int again = 0; again < 2; again++) {
        app_input(&p->a, &gone);
        program_do(p, "wait 10");
        assert_true(ept_session_sound_lost(p->a.session));
        program_do(p, "key Enter\nwait 10");
        assert_false(ept_session_sound_lost(p->a.session));
    }
    assert_int_equal(count_of(p, EPT_EV_ANSWER), 0);
}

static void exam__volume_keys__are_the_volume(void **state)
{
    program *p = *state;

    program_do(p, to_cbt);
    int before = p->a.prefs.volume;
    program_do(p, "wait 1500000\nwait 3000\nkey PageUp\nkey PageUp\nkey PageDown");
    assert_int_equal(p->a.prefs.volume, before + 5);
}

/* Waits never end with a recording that is wanted and not begun: an exam that goes on by itself
 * would lose up to a second an item. */
static void exam__goes_on_by_itself__sound_begins_at_once(void **state)
{
    program *p = *state;
    size_t items = 0;
    uint32_t serial = 0;

    program_do(p, to_cbt);
    program_do(p, "wait 1500000\nwait 3000\nexpect-screen exam");
    for (int step = 0; step < 3000; step++) {
        script_wait(&p->a, 100);
        const ept_playlist *want = ept_session_playlist(p->a.session);
        assert_non_null(want);
        items += want->serial != serial;
        serial = want->serial;
        assert_int_equal(p->a.stack->serial, serial);
    }
    assert_true(items > 2);
}

#define T(test) cmocka_unit_test_setup_teardown(test, program_setup_started, program_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(exam__clock__wakes_once_a_second_and_ticks_every_five),
        T(exam__window_closed__asks_and_notes_the_leaving),
        T(exam__time_over__takes_away_what_stands_above),
        T(exam__listening_alone__plays_each_item_twice),
        T(exam__goes_on_by_itself__sound_begins_at_once),
        T(exam__dialog_on_top__does_not_stop_the_sound),
        T(exam__device_lost__is_said_and_stops_the_clock),
        T(exam__bad_recording__is_said_and_given_up),
        T(exam__device_lost__enter_is_retry),
        T(exam__volume_keys__are_the_volume),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
