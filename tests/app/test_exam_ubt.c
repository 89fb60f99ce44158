/* SPDX-License-Identifier: MIT */
/* test_exam_ubt.c - the exam in which all is allowed: keys and pointer, what is on disk, the end of
 * sections, and a disk that refuses. */
#include "support/ept_test.h"

#include <string.h>

#include <sqlite3.h>

#include "app/exam_stage.h"
#include "store/shim_vfs.h"

static void start(program *p)
{
    exam_stage_start(p, "eps-topik-ubt", 4, -1, EPT_LANG_KO);
}

static void ubt__digit__is_on_disk_before_it_says_so(void **state)
{
    program *p = *state;

    start(p);
    assert_false(program_shows(p, "Answer saved"));
    program_do(p, "key 3");
    assert_int_equal(exam_stage_response(p)->place, 3);
    assert_int_equal(exam_stage_events(p, EPT_EV_ANSWER), 1);
    assert_true(program_shows(p, "Answer saved"));
    program_do(p, "key 3");
    assert_int_equal(exam_stage_events(p, EPT_EV_ANSWER), 1);
    program_do(p, "key Right");
    assert_false(program_shows(p, "Answer saved"));
}

static void ubt__shift_digit__rules_out_and_choosing_restores(void **state)
{
    program *p = *state;

    start(p);
    program_do(p, "key Shift+2");
    assert_int_equal(exam_stage_response(p)->ruled, 2);
    assert_int_equal(exam_stage_response(p)->place, 0);
    program_do(p, "key Shift+2");
    assert_int_equal(exam_stage_response(p)->ruled, 0);
    program_do(p, "second-id exam.option.3");
    assert_int_equal(exam_stage_response(p)->ruled, 4);
    program_do(p, "second-id exam.option.3\nkey Shift+2\nkey 2");
    assert_int_equal(exam_stage_response(p)->ruled, 0);
    assert_int_equal(exam_stage_response(p)->place, 2);
}

static void ubt__arrows_and_enter__need_no_mouse(void **state)
{
    program *p = *state;

    start(p);
    assert_true(exam_stage_focus(p, "exam.option.1"));
    program_do(p, "key Down\nkey Down\nkey Up\nkey Enter");
    assert_int_equal(exam_stage_response(p)->place, 2);
    assert_int_equal(exam_stage_number(p), 1);
    program_do(p, "key Enter");
    assert_int_equal(exam_stage_number(p), 2);
    assert_false(exam_stage_focus(p, "exam.option.1")); /* one more Enter answers nothing */
    program_do(p, "key Enter");
    assert_int_equal(exam_stage_response(p)->place, 0);
    assert_int_equal(exam_stage_number(p), 2);
    program_do(p, "key Down");
    assert_true(exam_stage_focus(p, "exam.option.1"));
    program_do(p, "key Left");
    assert_int_equal(exam_stage_number(p), 1);
    assert_true(exam_stage_focus(p, "exam.option.2"));
    program_do(p, "key Backspace");
    assert_int_equal(exam_stage_response(p)->place, 0);
    program_do(p, "key F");
    assert_true(exam_stage_response(p)->flagged);
    program_do(p, "key F");
    assert_false(exam_stage_response(p)->flagged);
    program_do(p, "key Left");
    assert_int_equal(exam_stage_number(p), 1);
}

static void ubt__pointer__does_all_of_it(void **state)
{
    program *p = *state;

    start(p);
    program_do(p, "click-id exam.option.4\nclick-id exam.flag\nclick-id exam.next");
    assert_int_equal(exam_stage_number(p), 2);
    program_do(p, "click-id exam.cell.17");
    assert_int_equal(exam_stage_number(p), 17);
    program_do(p, "click-id exam.back");
    assert_int_equal(exam_stage_number(p), 16);
    program_do(p, "click-id exam.cell.1");
    assert_int_equal(exam_stage_response(p)->place, 4);
    assert_true(exam_stage_response(p)->flagged);
    program_do(p, "click-id exam.size.more");
    assert_int_equal(p->a.prefs.percent, 115);
    program_do(p, "click-id exam.leave\nexpect-screen leave");
}

static void ubt__first_arrow__after_the_pointer_shows_the_first_option(void **state)
{
    program *p = *state;

    start(p);
    program_do(p, "click-id exam.cell.3");
    program_do(p, "click-id exam.option.1\nkey Down");
    assert_true(exam_stage_focus(p, "exam.option.1"));
    program_do(p, "key Down");
    assert_true(exam_stage_focus(p, "exam.option.2"));
}

static void ubt__all_questions__filters_flags_opens(void **state)
{
    program *p = *state;

    start(p);
    program_do(p, "key 1\nkey Right\nkey 2\nkey A\nexpect-screen all-questions");
    program_do(p, "expect \"18 questions have no answer\"\nexpect \"Not answered · 18\"");
    program_do(p, "key U\nkey F\nexpect \"Flagged · 1\"");
    assert_true(exam_stage_response(p)->flagged);
    program_do(p, "click-id all.cell.9\nexpect-screen exam");
    assert_int_equal(exam_stage_number(p), 9);
    program_do(p, "key A\nclick-id all.blank\nexpect-screen exam");
    assert_int_equal(exam_stage_number(p), 3);
    program_do(p, "key A\nkey A\nexpect-screen exam\nkey A\nkey Escape\nexpect-screen exam");
}

static void ubt__all_questions__keys_go_over_the_ends_of_rows(void **state)
{
    program *p = *state;

    start(p);
    exam_stage_go(p, 5);
    program_do(p, "key A\nkey Right");
    assert_true(exam_stage_focus(p, "all.cell.6"));
    program_do(p, "key Left\nkey Left");
    assert_true(exam_stage_focus(p, "all.cell.4"));
    program_do(p, "key Tab");
    assert_true(exam_stage_focus(p, "all.blank"));
    program_do(p, "key Tab");
    assert_true(exam_stage_focus(p, "all.submit"));
    program_do(p, "key Shift+Tab\nkey Ctrl+Return\nexpect-screen submit\nkey Esc\n"
                  "expect-screen all-questions");
}

static void ubt__submit__names_what_is_flagged(void **state)
{
    program *p = *state;

    start(p);
    program_do(p, "key F\nkey Right\nkey Right\nkey F\nclick-id exam.submit\n"
                  "expect \"2 questions are flagged: 1, 3\"");
}

static void ubt__help__leaves_the_clock_in_sight(void **state)
{
    program *p = *state;

    start(p);
    program_do(p, "key F1\nexpect-screen help\nexpect \"25:00\"\nexpect \"Choose; again: next\"");
    assert_false(program_shows(p, "Confirm")); /* Enter is said once, as the exam's */
    program_do(p, "wait 2000\nexpect \"24:58\"\nkey Esc\nexpect-screen exam");
}

static void ubt__after_the_last__all_questions_come(void **state)
{
    program *p = *state;

    start(p);
    exam_stage_go(p, 20);
    program_do(p, "key Right\nexpect-screen all-questions");
    assert_int_equal(ept_sitting_phase(exam_stage_sitting(p)), EPT_PHASE_RUNNING);
}

static void ubt__submit__asks_then_goes_to_listening_and_to_the_report(void **state)
{
    program *p = *state;

    start(p);
    program_do(p, "key 1\nclick-id exam.submit\nexpect-screen submit");
    program_do(p, "expect \"19 questions have no answer: 2, 3, 4\"");
    assert_true(exam_stage_focus(p, "submit.stay"));
    program_do(p, "key Enter\nexpect-screen exam");
    assert_int_equal(exam_stage_number(p), 1);
    program_do(p,
               "key A\nclick-id all.submit\nclick-id submit.go\nexpect-screen ready\nwait 9000\n"
               "expect \"The clock is stopped\"\nkey Enter\nexpect-screen exam\nexpect \"25:00\"");
    assert_int_equal(exam_stage_number(p), 21);
    assert_int_equal(ept_sitting_phase(exam_stage_sitting(p)), EPT_PHASE_RUNNING);
    program_do(p, "click-id exam.submit\nclick-id submit.go\nexpect-screen report");
    assert_null(p->a.session);
}

static void ubt__time_over__is_said_for_three_seconds(void **state)
{
    program *p = *state;

    start(p);
    program_do(p, "key 2\nwait 1499000\nexpect-screen exam\nkey A\nwait 1000");
    program_do(p, "expect-screen time-over\nexpect \"Reading: answers saved, 1 of 20.\"");
    program_do(p, "wait 2900\nexpect-screen time-over\nwait 100\nexpect-screen exam");
    assert_int_equal(exam_stage_number(p), 21);
    program_do(p, "wait 1500000\nexpect-screen time-over\nwait 3000\nexpect-screen report");
}

static void ubt__five_minutes__are_said_once_a_section(void **state)
{
    program *p = *state;

    start(p);
    program_do(p, "wait 1199000");
    assert_false(program_shows(p, "5 minutes left in reading"));
    program_do(
        p, "wait 1000\nexpect \"5 minutes left in reading\"\nexpect \"under 5 min\"\nwait 5000");
    assert_false(program_shows(p, "5 minutes left in reading"));
    program_do(p, "wait 235000\nexpect \"last minute\"");
}

static void ubt__listening__plays_twice_whatever_stands_on_top(void **state)
{
    program *p = *state;

    start(p);
    program_do(p, "click-id exam.submit\nclick-id submit.go\nkey Enter\nexpect \"Starts in 3 s\"");
    program_do(
        p, "wait 6500\nexpect \"Playing\"\nexpect \"1st time\"\nkey Escape\nexpect-screen leave");
    program_do(p, "wait 90000\nexpect-screen leave\nkey Escape\nexpect \"Finished\"");
    assert_int_equal(exam_stage_response(p)->plays, 2);
    assert_int_equal(exam_stage_number(p), 21);
    program_do(p, "key Right\nkey Left\nexpect \"Finished\"");
    assert_int_equal(exam_stage_events(p, EPT_EV_PLAY_START), 2);
}

static void ubt__recording__is_lost_only_after_a_warning(void **state)
{
    program *p = *state;

    start(p);
    program_do(p, "click-id exam.submit\nclick-id submit.go\nkey Enter\nkey Right");
    assert_int_equal(exam_stage_number(p), 22); /* nothing of 21 was heard */
    program_do(p, "wait 6500\nexpect \"Playing\"\nkey Right");
    assert_int_equal(exam_stage_number(p), 22);
    program_do(p, "expect \"this recording is not heard again\"\nkey 3");
    assert_false(program_shows(p, "this recording is not heard again"));
    program_do(p, "key Right\nkey Left\nexpect \"Skipped\"");
    assert_int_equal(exam_stage_number(p), 22);
    program_do(p, "key Left\nwait 6500\nexpect \"Playing\"\nkey Right");
    assert_int_equal(exam_stage_number(p), 22); /* said once a sitting */
}

static void ubt__pictures__arrows_go_down_the_columns(void **state)
{
    program *p = *state;

    start(p);
    program_do(p, "click-id exam.submit\nclick-id submit.go\nkey Enter");
    exam_stage_go(p, 23);
    program_do(p, "key Down\nkey Down\nkey Up\nkey Up");
    assert_true(exam_stage_focus(p, "exam.option.1"));
    program_do(p, "key Down");
    assert_true(exam_stage_focus(p, "exam.option.3"));
    program_do(p, "key Down");
    assert_true(exam_stage_focus(p, "exam.option.2"));
    program_do(p, "key Down\nkey Down");
    assert_true(exam_stage_focus(p, "exam.option.4"));
}

static void ubt__device_gone__stops_the_clock_until_retry(void **state)
{
    program *p = *state;
    uint64_t left;

    start(p);
    program_do(p, "click-id exam.submit\nclick-id submit.go\nkey Enter\nwait 6500\nexpect "
                  "\"Playing\"\nkey 2");
    ept_player_device_removed(p->a.player);
    program_do(p,
               "wait 1000\nexpect \"No sound\"\nexpect \"Check the headset\"\nexpect \"paused\"");
    left = ept_session_left_ms(p->a.session);
    program_do(p, "wait 60000\nexpect \"No sound\"");
    assert_int_equal(ept_session_left_ms(p->a.session), left);
    program_do(p, "click-id exam.retry\nwait 6500\nexpect \"Playing\"\nexpect \"1st time\"");
    assert_int_equal(exam_stage_response(p)->place, 2);
    program_do(p, "wait 90000\nexpect \"Finished\"");
    assert_int_equal(exam_stage_response(p)->plays, 2);
}

static void ubt__volume__by_key_and_pointer(void **state)
{
    program *p = *state;
    int before;

    start(p);
    program_do(p, "click-id exam.submit\nclick-id submit.go\nkey Enter");
    before = p->a.prefs.volume;
    program_do(p, "key PageDown");
    assert_int_equal(p->a.prefs.volume, before - 5);
    assert_true(exam_stage_has(p, "exam.volume"));
}

static void ubt__leaving__stops_the_clock_and_goes_on_there(void **state)
{
    program *p = *state;
    int64_t id;
    uint64_t left;

    start(p);
    exam_stage_go(p, 7);
    program_do(p,
               "key 2\nkey Shift+3\nwait 60000\nkey Escape\nclick-id leave.go\nexpect-screen home");
    assert_null(p->a.session);
    program_stop(p);
    program_start(p);
    program_do(p, "key Enter\nexpect-screen home");
    ept_sitting_row *rows;
    size_t count;
    assert_ok(ept_sitting_rows(&rows, &count, p->run.arena, p->a.journal, p->a.learner.id));
    assert_int_equal(count, 1);
    id = rows[0].id;
    app_go(&p->a, nav_push(SCREEN_GO_ON, id));
    assert_ok(app_draw(&p->a));
    program_do(
        p,
        "expect-screen go-on\nexpect \"24:00\"\nexpect \"1 / 40\"\nkey Enter\nexpect-screen exam");
    assert_int_equal(exam_stage_number(p), 7);
    assert_int_equal(exam_stage_response(p)->place, 2);
    assert_int_equal(exam_stage_response(p)->ruled, 4);
    left = ept_session_left_ms(p->a.session);
    assert_in_range(left, 1439000, 1440000);
    assert_int_equal(ept_sitting_interruptions(exam_stage_sitting(p)), 1);
}

static void ubt__closing_an_unfinished_one__asks_and_leads_to_the_report(void **state)
{
    program *p = *state;
    int64_t id;

    start(p);
    id = ept_session_id(p->a.session);
    program_do(p, "key 2\nkey Escape\nclick-id leave.go\nexpect-screen home");
    app_go(&p->a, nav_push(SCREEN_GO_ON, id));
    assert_ok(app_draw(&p->a));
    program_do(p, "click-id go_on.close\nexpect-screen confirm\nkey Escape\nexpect-screen go-on");
    program_do(p, "click-id go_on.close\nclick-id confirm.yes\nexpect-screen report");
}

/* The journal opened anew on a disk that can be full. */
static shim_vfs_rules *full_disk(program *p)
{
    shim_vfs_rules *rules = shim_vfs();
    ept_delivery_opts opts = {.clock = p->a.clock, .bank = p->a.bank};

    rules->room_bytes = -1;
    rules->write_error = SQLITE_FULL;
    ept_delivery_free(p->a.delivery);
    ept_journal_close(p->a.journal);
    p->a.journal = NULL;
    assert_ok(ept_journal_open(&p->a.journal, p->options.data_dir, "shim"));
    opts.journal = p->a.journal;
    assert_ok(ept_delivery_new(&p->a.delivery, &opts));
    return rules;
}

static void ubt__full_disk__says_so_loses_nothing_and_tries_again(void **state)
{
    program *p = *state;
    shim_vfs_rules *rules = full_disk(p);

    start(p);
    program_do(p, "key 1");
    rules->room_bytes = 0;
    program_do(p, "key 3");
    assert_int_equal(exam_stage_response(p)->place, 1);
    assert_false(program_shows(p, "Answer saved"));
    assert_true(p->a.toast.until_ms == UINT64_MAX);
    program_do(p, "key Right");
    assert_int_equal(exam_stage_number(p), 1);
    rules->room_bytes = -1;
    program_do(p, "key 3\nexpect \"Answer saved\"");
    assert_int_equal(exam_stage_response(p)->place, 3);
    assert_int_equal(exam_stage_events(p, EPT_EV_ANSWER), 2);
}

static void ubt__full_disk_at_submit__stays_and_tries_again(void **state)
{
    program *p = *state;
    shim_vfs_rules *rules = full_disk(p);

    start(p);
    program_do(p, "click-id exam.submit");
    rules->room_bytes = 0;
    program_do(p, "click-id submit.go\nexpect-screen submit");
    assert_int_equal(exam_stage_number(p), 1);
    rules->room_bytes = -1;
    program_do(p, "click-id submit.go\nexpect-screen ready\nkey Enter\nexpect-screen exam");
    assert_int_equal(exam_stage_number(p), 21);
}

#define T(name) cmocka_unit_test_setup_teardown(name, exam_stage_setup, program_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(ubt__digit__is_on_disk_before_it_says_so),
        T(ubt__shift_digit__rules_out_and_choosing_restores),
        T(ubt__arrows_and_enter__need_no_mouse),
        T(ubt__pointer__does_all_of_it),
        T(ubt__first_arrow__after_the_pointer_shows_the_first_option),
        T(ubt__all_questions__filters_flags_opens),
        T(ubt__all_questions__keys_go_over_the_ends_of_rows),
        T(ubt__submit__names_what_is_flagged),
        T(ubt__help__leaves_the_clock_in_sight),
        T(ubt__after_the_last__all_questions_come),
        T(ubt__submit__asks_then_goes_to_listening_and_to_the_report),
        T(ubt__time_over__is_said_for_three_seconds),
        T(ubt__five_minutes__are_said_once_a_section),
        T(ubt__listening__plays_twice_whatever_stands_on_top),
        T(ubt__recording__is_lost_only_after_a_warning),
        T(ubt__pictures__arrows_go_down_the_columns),
        T(ubt__device_gone__stops_the_clock_until_retry),
        T(ubt__volume__by_key_and_pointer),
        T(ubt__leaving__stops_the_clock_and_goes_on_there),
        T(ubt__closing_an_unfinished_one__asks_and_leads_to_the_report),
        T(ubt__full_disk__says_so_loses_nothing_and_tries_again),
        T(ubt__full_disk_at_submit__stays_and_tries_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
