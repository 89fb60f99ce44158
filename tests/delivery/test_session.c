/* SPDX-License-Identifier: MIT */
/* test_session.c - starting, answering, time over, leaving, crashing and going on. */
#include "support/ept_test.h"

#include "epstopik/str.h"
#include "support/sittings.h"

enum { MINUTE = 60000 };

static const ept_response *response(const stage *s, size_t item)
{
    return ept_sitting_response(ept_session_sitting(s->session), item);
}

static void session__answer__is_in_the_journal(void **state)
{
    stage *s = *state;
    int64_t seq = 0;
    size_t count = 0;
    stage_start(s, "eps-topik-ubt", 5, -1);
    stage_pass(s, 2000);

    assert_ok(ept_session_answer(s->session, 0, 3, &seq));

    ept_event *events = stage_events(s, &count);
    assert_int_equal(seq, (int64_t)count);
    assert_int_equal(events[count - 1].kind, EPT_EV_ANSWER);
    assert_int_equal(events[count - 1].at_ms, 2000);
    assert_int_equal(events[count - 1].identity,
                     ept_form_identity(&ept_session_form(s->session)->items[0], 3));
}

static void session__same_exam_twice__is_refused(void **state)
{
    stage *s = *state;
    ept_session *second = NULL;
    ept_shortage shortage;
    const ept_session_opts opts = {
        .exam = "eps-topik-ubt", .number = 5, .only = -1, .learner = s->learner};
    stage_start(s, "eps-topik-ubt", 5, -1);
    assert_status(EPT_E_REFUSED, ept_session_start(&second, s->delivery, &opts, &shortage));
    assert_null(second);
}

static void session__crash__costs_at_most_five_seconds_and_no_answer(void **state)
{
    stage *s = *state;
    stage_start(s, "eps-topik-ubt", 5, -1);
    int64_t id = ept_session_id(s->session);
    stage_pass(s, 7000);
    assert_ok(ept_session_answer(s->session, 0, 2, NULL));
    assert_ok(ept_session_flag(s->session, 4, true, NULL));
    assert_ok(ept_session_rule(s->session, 4, 1, true, NULL));
    assert_ok(ept_session_go(s->session, 4, NULL));
    stage_pass(s, 9000);
    uint64_t at = ept_session_at_ms(s->session);

    stage_crash(s);
    ept_clock_advance(&s->time, 3 * 60 * MINUTE);
    stage_resume(s, id);

    assert_int_equal(response(s, 0)->place, 2);
    assert_true(response(s, 4)->flagged);
    assert_int_equal(response(s, 4)->ruled, 1);
    assert_int_equal(ept_sitting_item(ept_session_sitting(s->session)), 4);
    uint64_t now = ept_session_at_ms(s->session);
    assert_true(now <= at && at - now <= 5000);
    assert_int_equal(ept_sitting_interruptions(ept_session_sitting(s->session)), 1);
    assert_ok(ept_session_answer(s->session, 4, 3, NULL));
}

static void session__left_and_resumed__keeps_its_clock(void **state)
{
    stage *s = *state;
    stage_start(s, "eps-topik-cbt", 5, -1);
    int64_t id = ept_session_id(s->session);
    stage_pass(s, 61000);
    ept_session_free(s->session);
    s->session = NULL;
    ept_clock_advance(&s->time, 10 * MINUTE);

    stage_resume(s, id);

    assert_int_equal(ept_session_at_ms(s->session), 61000);
    assert_int_equal(ept_session_left_ms(s->session), 25 * MINUTE - 61000);
}

static void session__time_over__goes_on_and_ends_with_a_result(void **state)
{
    stage *s = *state;
    ept_sitting_row row;
    bool changed = false;
    stage_start(s, "eps-topik-ubt", 5, -1);
    for (int place = 1; place <= 4; place++) {
        if (ept_form_identity(&ept_session_form(s->session)->items[0], place) == 0) {
            assert_ok(ept_session_answer(s->session, 0, place, NULL));
        }
    }
    ept_clock_advance(&s->time, 25 * MINUTE + 1);

    assert_status(EPT_E_REFUSED, ept_session_answer(s->session, 1, 1, NULL));
    assert_int_equal(ept_sitting_phase(ept_session_sitting(s->session)), EPT_PHASE_READY);
    assert_ok(ept_session_begin(s->session, NULL));
    assert_int_equal(ept_session_left_ms(s->session), 25 * MINUTE);
    ept_clock_advance(&s->time, 30 * MINUTE);
    assert_ok(ept_session_poll(s->session, &changed));

    assert_true(changed);
    assert_int_equal(ept_sitting_phase(ept_session_sitting(s->session)), EPT_PHASE_ENDED);
    assert_ok(ept_sitting_row_get(&row, s->arena, s->journal, ept_session_id(s->session)));
    assert_true(row.ended);
    assert_int_equal(row.points, 5);
    assert_int_equal(row.scale, 200);
    assert_int_equal(row.section_points[0], 5);
    assert_int_equal(row.section_points[1], 0);
}

static void session__ended__cannot_be_resumed(void **state)
{
    stage *s = *state;
    ept_session *again = NULL;
    stage_start(s, "law", 2, -1);
    assert_ok(ept_session_submit(s->session, NULL));
    assert_status(EPT_E_REFUSED,
                  ept_session_resume(&again, s->delivery, ept_session_id(s->session)));
    assert_null(again);
}

static void session__practice__needs_its_section(void **state)
{
    stage *s = *state;
    ept_session *session = NULL;
    ept_shortage shortage;
    const ept_session_opts opts = {
        .exam = "practice", .number = 3, .only = -1, .learner = s->learner};
    assert_status(EPT_E_INVAL, ept_session_start(&session, s->delivery, &opts, &shortage));
    stage_start(s, "practice", 3, EPT_SECTION_READING);
    assert_ok(ept_session_answer(s->session, 0, 1, NULL));
    assert_ok(ept_session_feedback(s->session, NULL));
    assert_status(EPT_E_REFUSED, ept_session_answer(s->session, 0, 2, NULL));
    assert_true(ept_session_left_ms(s->session) == UINT64_MAX);
}

static void session__nobody__cannot_start(void **state)
{
    stage *s = *state;
    ept_session *session = NULL;
    ept_shortage shortage;
    const ept_session_opts opts = {.exam = "law", .number = 3, .only = -1, .learner = 99};
    assert_status(EPT_E_NOT_FOUND, ept_session_start(&session, s->delivery, &opts, &shortage));
}

static void session__warm_up__is_short_and_leaves_no_trace(void **state)
{
    stage *s = *state;
    ept_sitting_row *rows = NULL;
    size_t count = 0;
    assert_ok(ept_session_warm_up(&s->session, s->delivery, "eps-topik-cbt", EPT_SECTION_READING,
                                  "fishery"));
    assert_ok(ept_session_begin(s->session, NULL));

    assert_int_equal(ept_session_form(s->session)->count, 5);
    assert_int_equal(ept_session_left_ms(s->session), 6 * MINUTE);
    assert_ok(ept_session_answer(s->session, 0, 1, NULL));
    assert_ok(ept_sitting_rows(&rows, &count, s->arena, s->journal, 0));
    assert_int_equal(count, 0);
    assert_int_equal(ept_session_id(s->session), 0);
}

static void session__replayed__is_the_same(void **state)
{
    stage *s = *state;
    stage_start(s, "eps-topik-ubt", 8, -1);
    int64_t id = ept_session_id(s->session);
    for (size_t i = 0; i < 20; i++) {
        assert_ok(ept_session_go(s->session, i, NULL));
        assert_ok(ept_session_answer(s->session, i, 1 + (int)(i % 4), NULL));
        stage_pass(s, 500 + 137 * i);
    }
    assert_ok(ept_session_leave(s->session, NULL));
    assert_ok(ept_session_return(s->session, NULL));
    assert_ok(ept_session_leave(s->session, NULL));
    uint64_t digest = ept_sitting_digest(ept_session_sitting(s->session));
    size_t count = 0;
    ept_event *events = stage_events(s, &count);
    ept_sitting *twin = NULL;
    const ept_sitting_opts opts = {ept_session_form(s->session), ept_session_blueprint(s->session),
                                   -1};
    assert_ok(ept_sitting_new(&twin, &opts));
    for (size_t i = 0; i < count; i++) {
        assert_ok(ept_sitting_apply(twin, &events[i]));
    }
    assert_true(digest == ept_sitting_digest(twin));
    assert_true(id > 0);
    ept_sitting_free(twin);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, stage_setup, stage_teardown)
    const struct CMUnitTest tests[] = {
        T(session__answer__is_in_the_journal),
        T(session__same_exam_twice__is_refused),
        T(session__crash__costs_at_most_five_seconds_and_no_answer),
        T(session__left_and_resumed__keeps_its_clock),
        T(session__time_over__goes_on_and_ends_with_a_result),
        T(session__ended__cannot_be_resumed),
        T(session__practice__needs_its_section),
        T(session__nobody__cannot_start),
        T(session__warm_up__is_short_and_leaves_no_trace),
        T(session__replayed__is_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
