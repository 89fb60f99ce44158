/* SPDX-License-Identifier: MIT */
/* test_report.c - what a report says of a sitting: score, kinds, minimum, the attempt before, the
 * mark. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/str.h"
#include "support/sittings.h"

/* Sits one exam: the first `right` reading items right, the next `wrong` wrong. */
static int64_t sit(stage *s, const char *exam, int number, size_t right, size_t wrong)
{
    stage_start(s, exam, number, -1);
    int64_t id = ept_session_id(s->session);
    for (size_t i = 0; i < right + wrong; i++) {
        const ept_form_item *item = &ept_session_form(s->session)->items[i];
        int place = ept_form_place(item, i < right ? 0 : 1);
        assert_ok(ept_session_answer(s->session, i, place, NULL));
    }
    while (ept_sitting_phase(ept_session_sitting(s->session)) != EPT_PHASE_ENDED) {
        assert_ok(ept_session_submit(s->session, NULL));
        if (ept_sitting_phase(ept_session_sitting(s->session)) == EPT_PHASE_READY) {
            assert_ok(ept_session_begin(s->session, NULL));
        }
    }
    ept_session_free(s->session);
    s->session = NULL;
    ept_clock_advance(&s->time, 1000);
    return id;
}

static void report__says__score_kinds_and_minimum(void **state)
{
    stage *s = *state;
    ept_report r;
    int64_t id = sit(s, "eps-topik-ubt", 1, 12, 3);

    assert_ok(ept_report_make(&r, s->arena, s->delivery, id));

    assert_int_equal(r.score.points, 60);
    assert_int_equal(r.score.tally.wrong, 3);
    assert_int_equal(r.score.tally.blank, 25);
    assert_int_equal(r.minimum->score, 120);
    assert_true(r.minimum->unconfirmed);
    size_t reading = 0, listening = 0;
    for (size_t i = 0; i < r.group_count; i++) {
        reading += r.groups[i].section == EPT_SECTION_READING ? r.groups[i].tally.items : 0;
        listening += r.groups[i].section == EPT_SECTION_LISTENING ? r.groups[i].tally.items : 0;
    }
    assert_int_equal(reading, 20);
    assert_int_equal(listening, 20);
    assert_string_equal(r.groups[0].id, "words");
    assert_int_equal(strlen(r.mark), 8);
    assert_false(r.has_previous);
    assert_int_equal(r.interruptions, 0);
    ept_report_clear(&r);
}

static void report__finds__the_attempt_before(void **state)
{
    stage *s = *state;
    ept_report r;
    (void)sit(s, "law", 1, 5, 0);
    (void)sit(s, "eps-topik-ubt", 1, 10, 0);
    int64_t last = sit(s, "eps-topik-ubt", 2, 11, 0);

    assert_ok(ept_report_make(&r, s->arena, s->delivery, last));

    assert_true(r.has_previous);
    assert_int_equal(r.previous.points, 50);
    ept_report_clear(&r);
}

static void report__law__counts_by_tag(void **state)
{
    stage *s = *state;
    ept_report r;
    int64_t id = sit(s, "law", 1, 25, 0);

    assert_ok(ept_report_make(&r, s->arena, s->delivery, id));

    assert_int_equal(r.score.points, 100);
    assert_null(r.minimum);
    assert_true(r.group_count > 5);
    ept_report_clear(&r);
}

static void report__of_nothing__is_not_found(void **state)
{
    stage *s = *state;
    ept_report r;
    assert_status(EPT_E_NOT_FOUND, ept_report_make(&r, s->arena, s->delivery, 404));
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, stage_setup, stage_teardown)
    const struct CMUnitTest tests[] = {
        T(report__says__score_kinds_and_minimum),
        T(report__finds__the_attempt_before),
        T(report__law__counts_by_tag),
        T(report__of_nothing__is_not_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
