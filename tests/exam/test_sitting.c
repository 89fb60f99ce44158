/* SPDX-License-Identifier: MIT */
/* test_sitting.c - the rules of each exam event by event, and 100,000 random events whose
 * invariants hold and whose replay gives the same state. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/rng.h"
#include "epstopik/sitting.h"
#include "exam_priv.h"
#include "support/exams.h"

enum { MINUTE = 60000 };

typedef struct fixture {
    ept_arena *arena;
    const ept_blueprint *blueprint;
    ept_form form;
    ept_form_item items[40];
    ept_sitting *sitting;
} fixture;

static void begin(fixture *f, const char *exam, int only)
{
    f->blueprint = exams_blueprint(f->arena, exam);
    size_t count = (size_t)f->blueprint->sections[f->blueprint->section_count - 1].last;
    for (size_t i = 0; i < count; i++) {
        ept_section section = f->blueprint->section_count == 1 ? EPT_SECTION_LAW
                              : i < 20                         ? EPT_SECTION_READING
                                                               : EPT_SECTION_LISTENING;
        f->items[i] = (ept_form_item){.id = "x",
                                      .slot = "y",
                                      .section = section,
                                      .number = (int)i + 1,
                                      .order = {1, 0, 3, 2}};
    }
    f->form = (ept_form){1, 1, count, f->items};
    ept_sitting_free(f->sitting);
    ept_sitting_opts opts = {&f->form, f->blueprint, only};
    assert_ok(ept_sitting_new(&f->sitting, &opts));
}

static int setup(void **state)
{
    static fixture f;
    f = (fixture){0};
    assert_ok(ept_arena_new(&f.arena));
    *state = &f;
    return 0;
}

static int teardown(void **state)
{
    fixture *f = *state;
    ept_sitting_free(f->sitting);
    ept_arena_free(f->arena);
    return 0;
}

static ept_status send(fixture *f, ept_event_kind kind, uint64_t at_ms, int item, int place,
                       int value)
{
    ept_event e = {.kind = kind,
                   .at_ms = at_ms,
                   .item = (uint16_t)item,
                   .place = (uint8_t)place,
                   .value = value};
    if (place) {
        e.identity = f->items[item].order[place - 1];
    }
    return ept_sitting_apply(f->sitting, &e);
}

static void run_reading(fixture *f, const char *exam)
{
    begin(f, exam, -1);
    assert_ok(send(f, EPT_EV_START, 0, 0, 0, 0));
    assert_ok(send(f, EPT_EV_SECTION, 0, 0, 0, 0));
}

static void run_listening(fixture *f, const char *exam)
{
    run_reading(f, exam);
    assert_ok(send(f, EPT_EV_SECTION_OVER, 25 * MINUTE, 0, 0, 0));
    assert_ok(send(f, EPT_EV_SECTION, 0, 20, 0, 0));
}

static const ept_response *response(const fixture *f, size_t item)
{
    return ept_sitting_response(f->sitting, item);
}

static void sitting__nothing_before_start__is_refused(void **state)
{
    fixture *f = *state;
    begin(f, "eps-topik-ubt", -1);

    assert_status(EPT_E_REFUSED, send(f, EPT_EV_SECTION, 0, 0, 0, 0));
    assert_ok(send(f, EPT_EV_START, 0, 0, 0, 0));
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_START, 0, 0, 0, 0));
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_ANSWER, 0, 0, 1, 0));
}

static void sitting__ubt__changes_and_clears(void **state)
{
    fixture *f = *state;
    run_reading(f, "eps-topik-ubt");

    assert_ok(send(f, EPT_EV_ANSWER, 1000, 0, 1, 0));
    assert_ok(send(f, EPT_EV_ANSWER, 2000, 0, 2, 0));
    assert_int_equal(response(f, 0)->place, 2);
    assert_int_equal(response(f, 0)->identity, 0);
    assert_int_equal(response(f, 0)->changes, 1);
    assert_ok(send(f, EPT_EV_CLEAR, 3000, 0, 0, 0));
    assert_int_equal(response(f, 0)->place, 0);
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_CLEAR, 3000, 0, 0, 0));
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_FIX, 3000, 0, 0, 0));
    assert_ok(send(f, EPT_EV_GO, 4000, 19, 0, 0));
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_GO, 4000, 20, 0, 0));
    assert_int_equal(response(f, 0)->spent_ms, 4000);
}

static void sitting__ubt__rules_out_and_restores(void **state)
{
    fixture *f = *state;
    run_reading(f, "eps-topik-ubt");

    assert_ok(send(f, EPT_EV_RULE, 0, 0, 3, 1));
    assert_int_equal(response(f, 0)->ruled, 4);
    assert_ok(send(f, EPT_EV_ANSWER, 0, 0, 3, 0));
    assert_int_equal(response(f, 0)->ruled, 0);
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_RULE, 0, 0, 3, 1));
    assert_ok(send(f, EPT_EV_FLAG, 0, 0, 0, 1));
    assert_int_equal(ept_sitting_flagged(f->sitting, 0), 1);
    assert_int_equal(ept_sitting_answered(f->sitting, 0), 1);
}

static void sitting__cbt__fixes_by_enter_move_and_time(void **state)
{
    fixture *f = *state;
    run_reading(f, "eps-topik-cbt");

    assert_ok(send(f, EPT_EV_ANSWER, 0, 0, 1, 0));
    assert_ok(send(f, EPT_EV_ANSWER, 0, 0, 2, 0));
    assert_ok(send(f, EPT_EV_FIX, 0, 0, 0, 0));
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_ANSWER, 0, 0, 3, 0));
    assert_ok(send(f, EPT_EV_GO, 0, 1, 0, 0));
    assert_ok(send(f, EPT_EV_ANSWER, 0, 1, 4, 0));
    assert_ok(send(f, EPT_EV_GO, 0, 2, 0, 0));
    assert_true(response(f, 1)->fixed);
    assert_ok(send(f, EPT_EV_GO, 0, 1, 0, 0));
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_ANSWER, 0, 1, 1, 0));
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_GO, 0, 5, 0, 0));
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_FLAG, 0, 1, 0, 1));
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_SUBMIT, 0, 0, 0, 0));
    assert_ok(send(f, EPT_EV_GO, 0, 2, 0, 0));
    assert_ok(send(f, EPT_EV_ANSWER, 0, 2, 1, 0));
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_ANSWER, 0, 3, 1, 0));
    assert_ok(send(f, EPT_EV_SECTION_OVER, 25 * MINUTE, 0, 0, 0));
    assert_true(response(f, 2)->fixed);
}

static void sitting__cbt_listening__moves_only_after_its_plays(void **state)
{
    fixture *f = *state;
    run_listening(f, "eps-topik-cbt");

    assert_status(EPT_E_REFUSED, send(f, EPT_EV_GO, 0, 21, 0, 0));
    assert_ok(send(f, EPT_EV_PLAY_START, 0, 20, 0, 1));
    assert_status(EPT_E_INVAL, send(f, EPT_EV_PLAY_START, 0, 20, 0, 2));
    assert_ok(send(f, EPT_EV_PLAY_END, 5000, 20, 0, 1));
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_GO, 5000, 21, 0, 0));
    assert_ok(send(f, EPT_EV_PLAY_START, 8000, 20, 0, 2));
    assert_ok(send(f, EPT_EV_PLAY_END, 13000, 20, 0, 2));
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_PLAY_START, 13000, 20, 0, 3));
    assert_ok(send(f, EPT_EV_GO, 20000, 21, 0, 0));
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_GO, 20000, 20, 0, 0));
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_REPLAY, 20000, 21, 0, 0));
}

static void sitting__ubt_listening__leaving_uses_up_the_plays(void **state)
{
    fixture *f = *state;
    run_listening(f, "eps-topik-ubt");

    assert_ok(send(f, EPT_EV_PLAY_START, 0, 20, 0, 1));
    assert_ok(send(f, EPT_EV_GO, 2000, 25, 0, 0));
    assert_ok(send(f, EPT_EV_GO, 3000, 20, 0, 0));
    assert_true(response(f, 20)->used_up);
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_PLAY_START, 3000, 20, 0, 1));
    assert_ok(send(f, EPT_EV_ANSWER, 3000, 20, 1, 0));
}

static void sitting__ubt_listening__left_before_a_play_is_still_to_be_heard(void **state)
{
    fixture *f = *state;
    run_listening(f, "eps-topik-ubt");

    assert_ok(send(f, EPT_EV_GO, 2000, 25, 0, 0));
    assert_ok(send(f, EPT_EV_GO, 3000, 20, 0, 0));
    assert_false(response(f, 20)->used_up);
    assert_ok(send(f, EPT_EV_PLAY_START, 4000, 20, 0, 1));
}

static void sitting__broken_play__gives_its_time_back(void **state)
{
    fixture *f = *state;
    run_listening(f, "eps-topik-ubt");

    assert_ok(send(f, EPT_EV_PLAY_START, 10000, 20, 0, 1));
    assert_ok(send(f, EPT_EV_PLAY_BROKEN, 14000, 20, 0, 1));
    assert_ok(send(f, EPT_EV_LEAVE, 14000, 20, 0, 0));
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_ANSWER, 14000, 20, 1, 0));
    assert_ok(send(f, EPT_EV_RETURN, 14000, 20, 0, 99));

    assert_int_equal(ept_sitting_left_ms(f->sitting, 14000), 25 * MINUTE - 10000);
    assert_ok(send(f, EPT_EV_PLAY_START, 14000, 20, 0, 1));
    assert_int_equal(ept_sitting_interruptions(f->sitting), 1);
    assert_status(EPT_E_INVAL, send(f, EPT_EV_SECTION_OVER, 25 * MINUTE + 3999, 20, 0, 0));
    assert_ok(send(f, EPT_EV_SECTION_OVER, 25 * MINUTE + 4000, 20, 0, 0));
    assert_int_equal(ept_sitting_used_ms(f->sitting, 1), 25 * MINUTE);
    assert_int_equal(ept_sitting_phase(f->sitting), EPT_PHASE_ENDED);
}

static void sitting__time__never_goes_back_or_past_the_end(void **state)
{
    fixture *f = *state;
    run_reading(f, "eps-topik-ubt");

    assert_ok(send(f, EPT_EV_TICK, 5000, 0, 0, 0));
    assert_status(EPT_E_INVAL, send(f, EPT_EV_ANSWER, 4999, 0, 1, 0));
    assert_ok(send(f, EPT_EV_ANSWER, 25 * MINUTE, 0, 1, 0));
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_ANSWER, 25 * MINUTE + 1, 0, 2, 0));
    assert_ok(send(f, EPT_EV_SECTION_OVER, 25 * MINUTE + 900, 0, 0, 0));
    assert_int_equal(ept_sitting_phase(f->sitting), EPT_PHASE_READY);
    assert_int_equal(ept_sitting_used_ms(f->sitting, 0), 25 * MINUTE);
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_ANSWER, 0, 0, 2, 0));
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_SECTION, 0, 0, 0, 0));
}

static void sitting__wrong_identity_or_item__is_invalid(void **state)
{
    fixture *f = *state;
    run_reading(f, "eps-topik-ubt");
    ept_event lie = {.kind = EPT_EV_ANSWER, .item = 0, .place = 1, .identity = 0};
    ept_event beyond = {.kind = EPT_EV_ANSWER, .item = 40, .place = 1, .identity = 1};
    ept_event nothing = {.kind = (ept_event_kind)0};
    uint64_t before = ept_sitting_digest(f->sitting);

    assert_status(EPT_E_INVAL, ept_sitting_apply(f->sitting, &lie));
    assert_status(EPT_E_INVAL, ept_sitting_apply(f->sitting, &beyond));
    assert_status(EPT_E_INVAL, ept_sitting_apply(f->sitting, &nothing));
    assert_true(before == ept_sitting_digest(f->sitting));
}

static void sitting__practice__feedback_makes_final(void **state)
{
    fixture *f = *state;
    begin(f, "practice", EPT_SECTION_LISTENING);
    assert_ok(send(f, EPT_EV_START, 0, 0, 0, 0));
    assert_ok(send(f, EPT_EV_SECTION, 0, 20, 0, 0));

    assert_status(EPT_E_REFUSED, send(f, EPT_EV_FEEDBACK, 0, 20, 0, 0));
    assert_ok(send(f, EPT_EV_ANSWER, 0, 20, 1, 0));
    assert_ok(send(f, EPT_EV_ANSWER, 0, 20, 2, 0));
    assert_ok(send(f, EPT_EV_REPLAY, 0, 20, 0, 0));
    assert_ok(send(f, EPT_EV_FEEDBACK, 0, 20, 0, 0));
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_ANSWER, 0, 20, 1, 0));
    assert_status(EPT_E_REFUSED, send(f, EPT_EV_GO, 0, 22, 0, 0));
    assert_ok(send(f, EPT_EV_GO, 0, 21, 0, 0));
    assert_true(ept_sitting_left_ms(f->sitting, 99999999) == UINT64_MAX);
    assert_ok(send(f, EPT_EV_SUBMIT, 0, 21, 0, 0));
    assert_int_equal(ept_sitting_phase(f->sitting), EPT_PHASE_ENDED);
}

static void sitting__close__ends_with_reason(void **state)
{
    fixture *f = *state;
    run_reading(f, "eps-topik-cbt");
    assert_ok(send(f, EPT_EV_ANSWER, 1000, 0, 2, 0));
    assert_ok(send(f, EPT_EV_LEAVE, 2000, 0, 0, 0));

    assert_ok(send(f, EPT_EV_CLOSE, 2000, 0, 0, EPT_CLOSE_BY_LEARNER));

    assert_int_equal(ept_sitting_phase(f->sitting), EPT_PHASE_ENDED);
    assert_int_equal(ept_sitting_close_reason(f->sitting), EPT_CLOSE_BY_LEARNER);
    assert_int_equal(response(f, 0)->place, 2);
    assert_int_equal(ept_sitting_used_ms(f->sitting, 0), 2000);
}

static ept_event random_event(const fixture *f, ept_rng *rng, uint64_t *at)
{
    ept_event e = {.kind = (ept_event_kind)(1 + ept_rng_below(rng, 19))};
    if (ept_rng_below(rng, 4) == 0 && (e.kind == EPT_EV_CLOSE || e.kind == EPT_EV_SUBMIT)) {
        e.kind = EPT_EV_ANSWER;
    }
    *at = ept_sitting_at_ms(f->sitting) + ept_rng_below(rng, 3000);
    if (ept_rng_below(rng, 400) == 0) {
        *at += 30 * MINUTE;
    }
    e.at_ms = e.kind == EPT_EV_SECTION || e.kind == EPT_EV_START ? 0 : *at;
    size_t here = ept_sitting_item(f->sitting);
    uint32_t how = ept_rng_below(rng, 10);
    e.item = (uint16_t)(how < 6   ? here
                        : how < 8 ? (here + 1) % f->form.count
                                  : ept_rng_below(rng, 41));
    e.place = (uint8_t)ept_rng_below(rng, 6);
    if (e.item < f->form.count && e.place >= 1 && e.place <= 4 && ept_rng_below(rng, 20)) {
        e.identity = f->items[e.item].order[e.place - 1];
    }
    e.value = (int32_t)ept_rng_below(rng, 3);
    return e;
}

static void check_invariants(const fixture *f, const ept_event *e, const ept_response *before)
{
    size_t section = ept_sitting_section(f->sitting);
    assert_true(section <= f->blueprint->section_count);
    for (size_t i = 0; i < f->form.count; i++) {
        const ept_response *r = response(f, i);
        assert_true(r->place <= 4);
        assert_true(r->place == 0 || f->items[i].order[r->place - 1] == r->identity);
        assert_true(r->plays <= f->blueprint->sound.plays);
        assert_false(r->place && (r->ruled & (1u << (r->place - 1))));
        assert_false(r->playing && i != ept_sitting_item(f->sitting));
        assert_false(r->plays && f->items[i].section != EPT_SECTION_LISTENING);
        if (before[i].fixed) {
            assert_int_equal(r->place, before[i].place);
        }
        if (!f->blueprint->flag) {
            assert_false(r->flagged);
        }
    }
    assert_true(e->at_ms == 0 || f->blueprint->sections[0].limit_ms == 0 ||
                e->kind == EPT_EV_SECTION_OVER || e->kind == EPT_EV_CLOSE ||
                e->kind == EPT_EV_RETURN || ept_sitting_phase(f->sitting) != EPT_PHASE_RUNNING ||
                ept_sitting_left_ms(f->sitting, e->at_ms) < f->blueprint->sections[0].limit_ms + 1);
}

/* Sends `total` random events, each sitting kept until it ends; then replays what was accepted. */
static void fuzz(fixture *f, const char *exam, int only, size_t total, uint64_t seed)
{
    enum { KEEP = 4000 };
    static ept_event kept[KEEP];
    static ept_sitting was;
    ept_rng rng;
    size_t kept_count = 0, accepted = 0;
    uint64_t at = 0;
    ept_rng_seed(&rng, seed);
    begin(f, exam, only);
    for (size_t n = 0; n < total; n++) {
        ept_event e = random_event(f, &rng, &at);
        memcpy(&was, f->sitting, sizeof was);
        ept_status judged = ept_sitting_check(f->sitting, &e);
        ept_status st = ept_sitting_apply(f->sitting, &e);
        assert_int_equal(judged, st);
        if (st != EPT_OK) {
            assert_memory_equal(&was, f->sitting, sizeof was);
            continue;
        }
        check_invariants(f, &e, was.responses);
        kept[kept_count++] = e;
        accepted++;
        if (ept_sitting_phase(f->sitting) == EPT_PHASE_ENDED || kept_count == KEEP) {
            uint64_t digest = ept_sitting_digest(f->sitting);
            begin(f, exam, only);
            for (size_t i = 0; i < kept_count; i++) {
                assert_ok(ept_sitting_apply(f->sitting, &kept[i]));
            }
            assert_true(digest == ept_sitting_digest(f->sitting));
            begin(f, exam, only);
            kept_count = 0;
        }
    }
    assert_true(accepted > total / 50);
}

static void sitting__random_events__keep_invariants_and_replay(void **state)
{
    fuzz(*state, "eps-topik-ubt", -1, 30000, 1);
    fuzz(*state, "eps-topik-cbt", -1, 30000, 2);
    fuzz(*state, "law", -1, 20000, 3);
    fuzz(*state, "practice", EPT_SECTION_LISTENING, 20000, 4);
}

static void sitting__without_the_section_asked_for__is_invalid(void **state)
{
    fixture *f = *state;
    begin(f, "law", -1);
    ept_sitting *sitting = NULL;
    ept_sitting_opts opts = {&f->form, f->blueprint, EPT_SECTION_LISTENING};

    assert_status(EPT_E_INVAL, ept_sitting_new(&sitting, &opts));
    assert_null(sitting);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        T(sitting__nothing_before_start__is_refused),
        T(sitting__ubt__changes_and_clears),
        T(sitting__ubt__rules_out_and_restores),
        T(sitting__cbt__fixes_by_enter_move_and_time),
        T(sitting__cbt_listening__moves_only_after_its_plays),
        T(sitting__ubt_listening__leaving_uses_up_the_plays),
        T(sitting__ubt_listening__left_before_a_play_is_still_to_be_heard),
        T(sitting__broken_play__gives_its_time_back),
        T(sitting__time__never_goes_back_or_past_the_end),
        T(sitting__wrong_identity_or_item__is_invalid),
        T(sitting__practice__feedback_makes_final),
        T(sitting__close__ends_with_reason),
        T(sitting__random_events__keep_invariants_and_replay),
        T(sitting__without_the_section_asked_for__is_invalid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
