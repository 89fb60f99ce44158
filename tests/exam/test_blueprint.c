/* SPDX-License-Identifier: MIT */
/* test_blueprint.c - every cell of the table of modes, and what is refused. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/blueprint.h"
#include "epstopik/str.h"
#include "support/exams.h"

static int setup(void **state)
{
    ept_arena *arena = NULL;
    assert_ok(ept_arena_new(&arena));
    *state = arena;
    return 0;
}

static int teardown(void **state)
{
    ept_arena_free(*state);
    return 0;
}

static void blueprint__reads__strict_cbt(void **state)
{
    const ept_blueprint *bp = exams_blueprint(*state, "eps-topik-cbt");

    assert_int_equal(bp->section_count, 2);
    assert_int_equal(bp->sections[0].limit_ms, 1500000);
    assert_int_equal(bp->sections[0].move, EPT_MOVE_STEP);
    assert_int_equal(bp->sections[1].move, EPT_MOVE_NONE);
    assert_int_equal(bp->change, EPT_CHANGE_UNTIL_FIXED);
    assert_false(bp->clear || bp->flag || bp->rule_out || bp->submit);
    assert_true(bp->wait_at_end && bp->leave_noted && bp->sound.advance && bp->sound.from_section);
    assert_int_equal(bp->sound.fill_to_ms, 1470000);
    assert_int_equal(bp->sound.pause_min_ms, 8000);
    assert_int_equal(bp->sections[1].warm_up_ms, 240000);
    assert_int_equal(ept_blueprint_minimum(bp, "manufacturing")->score, 120);
    assert_null(ept_blueprint_minimum(bp, "fishery"));
}

static void blueprint__reads__free_ubt_law_and_practice(void **state)
{
    const ept_blueprint *ubt = exams_blueprint(*state, "eps-topik-ubt");
    const ept_blueprint *law = exams_blueprint(*state, "law");
    const ept_blueprint *practice = exams_blueprint(*state, "practice");

    assert_true(ubt->clear && ubt->flag && ubt->rule_out && ubt->submit);
    assert_int_equal(ubt->sections[1].move, EPT_MOVE_FREE);
    assert_false(ubt->sound.advance || ubt->wait_at_end || ubt->sound.auto_pause);
    assert_int_equal(law->sections[0].last, 25);
    assert_true(law->item_language);
    assert_int_equal(law->sound.plays, 0);
    assert_int_equal(practice->sections[0].limit_ms, 0);
    assert_true(practice->one_section && practice->item_feedback && practice->sound.free_replay);
    assert_int_equal(practice->change, EPT_CHANGE_UNTIL_FEEDBACK);
    assert_false(practice->leave_noted);
}

static void blueprint__reads__pattern_2023_with_group(void **state)
{
    const ept_blueprint *bp = exams_blueprint(*state, "eps-topik-2023");
    const ept_slot_rule *pair = NULL;
    for (size_t i = 0; i < bp->rule_count; i++) {
        pair = bp->rules[i].one_group ? &bp->rules[i] : pair;
    }

    assert_non_null(pair);
    assert_int_equal(pair->first, 19);
    assert_string_equal(pair->slots[1], "pair-match");
}

/* Changes or removes (NULL) one setting and expects a refusal that names it. */
static void expect_refused(ept_arena *arena, const char *exam, const char *path, const char *value)
{
    size_t count = 0, rule_count = 0;
    ept_setting *settings = exams_settings(arena, exam, &count);
    const ept_slot_rule *rules = exams_rules("2025", &rule_count);
    const ept_blueprint *bp = NULL;
    bool hit = false;
    for (size_t i = 0; i < count; i++) {
        if (ept_streq(settings[i].path, path)) {
            settings[i] = value ? (ept_setting){path, value} : (ept_setting){"removed", "x"};
            hit = true;
        }
    }
    assert_true(hit);

    assert_status(EPT_E_FORMAT, ept_blueprint_make(&bp, arena, settings, count, rules, rule_count));

    assert_null(bp);
    assert_non_null(strstr(ept_error(), path));
}

static void blueprint__refuses__each_bad_setting_by_name(void **state)
{
    static const struct {
        const char *path, *value;
    } bad[] = {{"id", NULL},
               {"points", "five"},
               {"points", "0"},
               {"sections.0.name", "speaking"},
               {"sections.0.numbers", "20-1"},
               {"sections.0.numbers", "x"},
               {"sections.0.minutes", "-1"},
               {"allow.change", "sometimes"},
               {"allow.clear", "yes"},
               {"allow.move.listening", "jump"},
               {"after_last", NULL},
               {"sound.fill_to", "24:99"},
               {"sound.pause_min", "61"},
               {"sound.plays", "0"},
               {"title.kk", NULL},
               {"key_places.row", "0"}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        expect_refused(*state, "eps-topik-cbt", bad[i].path, bad[i].value);
    }
}

static void blueprint__refuses__sections_that_miss_numbers(void **state)
{
    size_t count = 0, rule_count = 0;
    ept_setting *settings = exams_settings(*state, "eps-topik-ubt", &count);
    const ept_slot_rule *rules = exams_rules("2025", &rule_count);
    const ept_blueprint *bp = NULL;

    assert_status(EPT_E_FORMAT,
                  ept_blueprint_make(&bp, *state, settings, count, rules, rule_count - 1));
    assert_status(EPT_E_FORMAT,
                  ept_blueprint_make(&bp, *state, settings, count, rules + 1, rule_count - 1));
    assert_status(EPT_E_FORMAT, ept_blueprint_make(&bp, *state, settings, count, rules, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(blueprint__reads__strict_cbt, setup, teardown),
        cmocka_unit_test_setup_teardown(blueprint__reads__free_ubt_law_and_practice, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(blueprint__reads__pattern_2023_with_group, setup, teardown),
        cmocka_unit_test_setup_teardown(blueprint__refuses__each_bad_setting_by_name, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(blueprint__refuses__sections_that_miss_numbers, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
