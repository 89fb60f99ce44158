/* SPDX-License-Identifier: MIT */
/* test_power.c - the power is cut at every step of the disk while answers stream in: what was
 * acknowledged is there afterwards, once, in order, and the chain holds. */
#include "support/ept_test.h"

#include <stdio.h>

#include "epstopik/arena.h"
#include "support/journals.h"
#include "support/power_vfs.h"

enum { ANSWERS = 60, POINTS = 1000 };

typedef struct tally {
    size_t points, lost, doubled, in_flight, broken;
} tally;

static size_t answers_in(ept_journal *journal, int64_t sitting, bool *in_order)
{
    ept_arena *arena = NULL;
    ept_event *events = NULL;
    size_t count = 0, answers = 0;
    assert_ok(ept_arena_new(&arena));
    assert_ok(ept_journal_events(&events, &count, arena, journal, sitting));
    *in_order = true;
    for (size_t i = 0; i < count; i++) {
        if (events[i].kind == EPT_EV_ANSWER) {
            *in_order = *in_order && events[i].at_ms == answers;
            answers++;
        }
    }
    ept_arena_free(arena);
    return answers;
}

/* One run up to a cut at step `cut`; false when the run finished before it. */
static bool one_cut(const char *vfs, const char *dir, int64_t sitting, size_t cut, bool half,
                    tally *t)
{
    ept_journal *journal = NULL;
    size_t acknowledged = 0;
    power_vfs_restore();
    power_vfs_cut_at(cut);
    ept_status st = ept_journal_open(&journal, dir, vfs);
    for (size_t i = 0; st == EPT_OK && i < ANSWERS; i++) {
        st = journals_answer(journal, sitting, i, (int)(i % 20), 1 + (int)(i % 4));
        acknowledged += st == EPT_OK;
    }
    ept_journal_close(journal);
    bool reached = power_vfs_steps() >= cut;
    power_vfs_back(half, cut);

    int64_t bad = 0, events = 0;
    ept_hash head;
    bool in_order = false;
    journal = NULL;
    assert_ok(ept_journal_open(&journal, dir, vfs));
    assert_ok(ept_journal_verify(&bad, &events, &head, journal));
    size_t found = answers_in(journal, sitting, &in_order);
    ept_journal_close(journal);
    t->points++;
    t->lost += found < acknowledged ? acknowledged - found : 0;
    t->doubled += found > acknowledged + 1 || !in_order;
    t->in_flight += found == acknowledged + 1;
    t->broken += bad != 0;
    return reached;
}

static void cut_everywhere(bool half)
{
    const char *vfs = power_vfs_fresh(), *dir = ".";
    ept_journal *journal = NULL;
    tally t = {0};
    assert_ok(ept_journal_open(&journal, dir, vfs));
    assert_true(ept_journal_is_wal(journal));
    int64_t sitting =
        journals_sitting(journal, journals_learner(journal, "Айдана"), "eps-topik-ubt");
    ept_journal_close(journal);
    power_vfs_keep();
    size_t cut = 1;
    for (size_t n = 0; n < POINTS; n++, cut++) {
        if (!one_cut(vfs, dir, sitting, cut, half, &t)) {
            cut = 1; /* past the end of the run: once more from the start, with another half */
        }
    }
    power_vfs_done();
    printf("%zu cuts, %s unsynced: %zu acknowledged answers lost, %zu doubled, %zu in flight kept, "
           "%zu chains broken\n",
           t.points, half ? "half of the" : "none of the", t.lost, t.doubled, t.in_flight,
           t.broken);

    assert_int_equal(t.points, POINTS);
    assert_int_equal(t.lost, 0);
    assert_int_equal(t.doubled, 0);
    assert_int_equal(t.broken, 0);
}

static void journal__power_cut__loses_no_acknowledged_answer(void **state)
{
    (void)state;
    cut_everywhere(false);
}

static void journal__power_cut_with_half_written__loses_no_acknowledged_answer(void **state)
{
    (void)state;
    cut_everywhere(true);
}

static void journal__answer__is_one_sync(void **state)
{
    (void)state;
    const char *vfs = power_vfs_fresh();
    ept_journal *journal = NULL;
    assert_ok(ept_journal_open(&journal, ".", vfs));
    int64_t sitting =
        journals_sitting(journal, journals_learner(journal, "Айдана"), "eps-topik-ubt");
    for (int i = 0; i < 20; i++) {
        power_vfs_cut_at(0);
        assert_ok(journals_answer(journal, sitting, (uint64_t)i, i, 1));
        assert_int_equal(power_vfs_syncs(), 1);
    }
    ept_journal_close(journal);
    power_vfs_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(journal__power_cut__loses_no_acknowledged_answer),
        cmocka_unit_test(journal__power_cut_with_half_written__loses_no_acknowledged_answer),
        cmocka_unit_test(journal__answer__is_one_sync),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
