/* SPDX-License-Identifier: MIT */
/* test_exam_modes.c - what the strict test, a practice, a law exam and a warm-up allow and show. */
#include "support/ept_test.h"

#include "app/exam_stage.h"

static void cbt(program *p)
{
    exam_stage_start(p, "eps-topik-cbt", 3, -1, EPT_LANG_KO);
}

static void cbt__choosing__marks_and_enter_fixes(void **state)
{
    program *p = *state;

    cbt(p);
    program_do(p, "key 3\nexpect \"Fix 3? Enter\"");
    assert_int_equal(exam_stage_response(p)->place, 3);
    assert_false(exam_stage_response(p)->fixed);
    program_do(p, "key 2\nexpect \"Fix 2? Enter\"\nkey Enter\nexpect \"Answer fixed\"");
    assert_int_equal(exam_stage_response(p)->place, 2);
    assert_true(exam_stage_response(p)->fixed);
    assert_int_equal(exam_stage_number(p), 1);
    program_do(p, "key 4\nexpect \"This answer is fixed and cannot be changed.\"");
    assert_int_equal(exam_stage_response(p)->place, 2);
    program_do(p, "key Enter");
    assert_int_equal(exam_stage_number(p), 2);
}

static void cbt__button_and_moving_on__fix_too(void **state)
{
    program *p = *state;

    cbt(p);
    program_do(p, "click-id exam.option.1\nclick-id exam.fix");
    assert_true(exam_stage_response(p)->fixed);
    program_do(p, "click-id exam.next\nclick-id exam.option.4\nkey Right");
    assert_int_equal(exam_stage_number(p), 3);
    assert_true(ept_sitting_response(exam_stage_sitting(p), 1)->fixed);
}

static void cbt__what_it_forbids__is_not_there(void **state)
{
    static const char *const none[] = {"exam.flag", "exam.submit", "exam.cell.1", "exam.fix"};
    program *p = *state;

    cbt(p);
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        assert_false(exam_stage_has(p, none[i]));
    }
    program_do(p, "key F\nkey Shift+2\nkey 1\nkey Backspace");
    assert_false(exam_stage_response(p)->flagged);
    assert_int_equal(exam_stage_response(p)->ruled, 0);
    assert_int_equal(exam_stage_response(p)->place, 1);
    program_do(p, "key A\nexpect-screen all-questions");
    assert_false(exam_stage_has(p, "all.cell.2"));
    assert_false(exam_stage_has(p, "all.submit"));
    assert_true(exam_stage_focus(p, "all.back"));
    program_do(p, "key Enter\nexpect-screen exam");
}

static void cbt__last_question__waits_with_the_answer_open(void **state)
{
    program *p = *state;

    cbt(p);
    for (int i = 1; i < 20; i++) {
        program_do(p, "key Right");
    }
    program_do(p, "expect \"This is the last question\"\nkey Right\nkey 2\nkey Right\nkey 3");
    assert_int_equal(exam_stage_number(p), 20);
    assert_int_equal(exam_stage_response(p)->place, 3);
    program_do(p, "wait 1500000\nexpect-screen time-over");
    assert_true(ept_sitting_response(exam_stage_sitting(p), 19)->fixed);
}

static void cbt__listening__goes_on_by_itself(void **state)
{
    program *p = *state;

    cbt(p);
    program_do(
        p, "wait 1503000\nexpect-screen exam\nexpect \"goes on to the next question by itself\"");
    assert_false(exam_stage_has(p, "exam.next"));
    assert_false(exam_stage_has(p, "exam.back"));
    program_do(p, "key 2\nkey Right\nkey Left");
    assert_int_equal(exam_stage_number(p), 21);
    program_do(p, "wait 150000");
    assert_true(exam_stage_number(p) > 21);
    assert_int_equal(ept_sitting_response(exam_stage_sitting(p), 20)->plays, 2);
    assert_true(ept_sitting_response(exam_stage_sitting(p), 20)->fixed);
    /* The exam went on: an Enter that was meant for before chooses nothing. */
    assert_false(exam_stage_focus(p, "exam.option.1"));
    program_do(p, "wait 1400000\nexpect-screen report");
}

static void practice__answer__is_shown_and_final(void **state)
{
    program *p = *state;
    int key;

    exam_stage_start(p, "practice", 3, EPT_SECTION_READING, EPT_LANG_KO);
    assert_false(exam_stage_has(p, "exam.flag"));
    key = ept_form_place(&ept_session_form(p->a.session)->items[0], 0);
    program_do(p, key == 1 ? "key 2" : "key 1");
    assert_false(exam_stage_response(p)->feedback);
    program_do(p, "key Enter\nexpect \"Not this one\"\nexpect \"Your answer\"\nexpect \"Why\"");
    assert_true(exam_stage_response(p)->feedback);
    program_do(p, "key 3");
    assert_int_not_equal(exam_stage_response(p)->place, 3);
    assert_true(exam_stage_focus(p, "exam.option.3"));
    program_do(p, "click-id exam.next");
    assert_int_equal(exam_stage_number(p), 2);
    program_do(p, "key Left");
    assert_int_equal(exam_stage_number(p), 2);
}

static void practice__recording__is_heard_as_often_as_wished(void **state)
{
    program *p = *state;

    exam_stage_start(p, "practice", 3, EPT_SECTION_LISTENING, EPT_LANG_KO);
    program_do(
        p, "wait 60000\nexpect \"Finished\"\nclick-id exam.replay\nexpect \"Playing\"\nwait 60000");
    program_do(p, "click-id exam.replay\nexpect \"Playing\"");
    assert_int_equal(exam_stage_events(p, EPT_EV_REPLAY), 2);
}

static void practice__end__asks_and_reports(void **state)
{
    program *p = *state;

    exam_stage_start(p, "practice", 3, EPT_SECTION_READING, EPT_LANG_KO);
    for (int i = 1; i < 20; i++) {
        program_do(p, "key Right");
    }
    assert_int_equal(exam_stage_number(p), 20);
    program_do(
        p, "key Right\nexpect-screen submit\nexpect \"Finish the practice?\"\nclick-id submit.go\n"
           "expect-screen report");
}

static void law__language__is_switched_where_it_was_chosen(void **state)
{
    program *p = *state;

    exam_stage_start(p, "law", 2, -1, EPT_LANG_RU);
    program_do(p, "expect \"Выберите верный ответ.\"\nkey L\nexpect \"알맞은 것을 고르십시오.\"");
    program_do(p, "click-id exam.lang.1\nexpect \"Выберите верный ответ.\"");
}

static void law__in_korean__has_no_other_language(void **state)
{
    program *p = *state;

    exam_stage_start(p, "law", 2, -1, EPT_LANG_KO);
    assert_false(exam_stage_has(p, "exam.lang.0"));
    program_do(p, "key L\nexpect \"알맞은 것을 고르십시오.\"");
}

static void warm(program *p, ept_section section)
{
    exam_stage_start(p, "eps-topik-ubt", 6, -1, EPT_LANG_KO);
    program_do(p, "key Escape\nclick-id leave.go\nexpect-screen home");
    p->a.plan.number = 7;
    app_go(&p->a, nav_push(SCREEN_WARM_UP, section));
    app_turn(&p->a);
    assert_ok(app_draw(&p->a));
    program_do(p, "expect-screen warm-up\nexpect \"warm-up\"");
}

static void warm_up__both_parts__then_the_exam(void **state)
{
    program *p = *state;

    warm(p, EPT_SECTION_READING);
    assert_int_equal(ept_session_id(p->a.session), 0);
    program_do(p, "expect \"06:00\"\nkey 2\nkey Right\nkey Right\nkey Right\nkey Right");
    assert_int_equal(exam_stage_number(p), 5);
    program_do(p,
               "key Right\nexpect \"Warm-up: reading is over\"\nkey Enter\nexpect-screen warm-up");
    program_do(
        p, "expect \"04:00\"\nwait 240000\nexpect \"The exam begins when you press the button\"");
    program_do(
        p, "wait 60000\nexpect-screen warm-up\nkey Enter\nexpect-screen exam\nexpect \"25:00\"");
    assert_true(ept_session_id(p->a.session) > 0);
    assert_int_equal(exam_stage_number(p), 1);
}

static void warm_up__skipped__begins_the_exam(void **state)
{
    program *p = *state;

    warm(p, EPT_SECTION_READING);
    program_do(p, "click-id warm_up.skip\nexpect-screen ready\nkey Enter\nexpect-screen exam");
    assert_true(ept_session_id(p->a.session) > 0);
}

static void warm_up__left__keeps_nothing(void **state)
{
    program *p = *state;
    ept_sitting_row *rows;
    size_t before, after;

    warm(p, EPT_SECTION_LISTENING);
    assert_ok(ept_sitting_rows(&rows, &before, p->run.arena, p->a.journal, p->a.learner.id));
    program_do(p, "key 1\nkey Escape\nexpect \"The warm-up is not kept\"\nclick-id "
                  "leave.go\nexpect-screen home");
    assert_null(p->a.session);
    assert_ok(ept_sitting_rows(&rows, &after, p->run.arena, p->a.journal, p->a.learner.id));
    assert_int_equal(before, after);
}

#define T(name) cmocka_unit_test_setup_teardown(name, exam_stage_setup, program_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(cbt__choosing__marks_and_enter_fixes),
        T(cbt__button_and_moving_on__fix_too),
        T(cbt__what_it_forbids__is_not_there),
        T(cbt__last_question__waits_with_the_answer_open),
        T(cbt__listening__goes_on_by_itself),
        T(practice__answer__is_shown_and_final),
        T(practice__recording__is_heard_as_often_as_wished),
        T(practice__end__asks_and_reports),
        T(law__language__is_switched_where_it_was_chosen),
        T(law__in_korean__has_no_other_language),
        T(warm_up__both_parts__then_the_exam),
        T(warm_up__skipped__begins_the_exam),
        T(warm_up__left__keeps_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
