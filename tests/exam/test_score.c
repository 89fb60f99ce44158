/* SPDX-License-Identifier: MIT */
/* test_score.c - points, counts by section and by label. */
#include "support/ept_test.h"

#include "epstopik/score.h"
#include "support/exams.h"

typedef struct fixture {
    ept_arena *arena;
    const ept_blueprint *blueprint;
    ept_form form;
    ept_form_item items[40];
    ept_sitting *sitting;
} fixture;

static int setup(void **state)
{
    static fixture f;
    f = (fixture){0};
    assert_ok(ept_arena_new(&f.arena));
    f.blueprint = exams_blueprint(f.arena, "eps-topik-ubt");
    for (size_t i = 0; i < 40; i++) {
        f.items[i] =
            (ept_form_item){.section = i < 20 ? EPT_SECTION_READING : EPT_SECTION_LISTENING,
                            .number = (int)i + 1,
                            .order = {0, 1, 2, 3}};
    }
    f.form = (ept_form){1, 1, 40, f.items};
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

static void sit(fixture *f, int only)
{
    ept_sitting_opts opts = {&f->form, f->blueprint, only};
    assert_ok(ept_sitting_new(&f->sitting, &opts));
    ept_event start = {.kind = EPT_EV_START}, section = {.kind = EPT_EV_SECTION};
    section.item = only == EPT_SECTION_LISTENING ? 20 : 0;
    assert_ok(ept_sitting_apply(f->sitting, &start));
    assert_ok(ept_sitting_apply(f->sitting, &section));
}

static void answer(fixture *f, int item, int place)
{
    ept_event e = {.kind = EPT_EV_ANSWER,
                   .at_ms = 1000,
                   .item = (uint16_t)item,
                   .place = (uint8_t)place,
                   .identity = (uint8_t)(place - 1)};
    assert_ok(ept_sitting_apply(f->sitting, &e));
}

static void score__counts__only_answered(void **state)
{
    fixture *f = *state;
    ept_score score;
    sit(f, -1);
    answer(f, 0, 1);
    answer(f, 1, 1);
    answer(f, 2, 3);

    ept_score_of(&score, f->sitting, &f->form, f->blueprint);

    assert_int_equal(score.points, 10);
    assert_int_equal(score.scale, 200);
    assert_int_equal(score.sections[0].points, 10);
    assert_int_equal(score.sections[0].scale, 100);
    assert_int_equal(score.tally.right, 2);
    assert_int_equal(score.tally.wrong, 1);
    assert_int_equal(score.tally.blank, 37);
    assert_int_equal(score.sections[1].tally.blank, 20);
}

static void score__one_section__is_its_own_whole(void **state)
{
    fixture *f = *state;
    ept_score score;
    sit(f, EPT_SECTION_LISTENING);
    answer(f, 20, 1);

    ept_score_of(&score, f->sitting, &f->form, f->blueprint);

    assert_int_equal(score.section_count, 1);
    assert_int_equal(score.sections[0].section, EPT_SECTION_LISTENING);
    assert_int_equal(score.points, 5);
    assert_int_equal(score.scale, 100);
    assert_int_equal(score.tally.items, 20);
}

static void score__by_label__groups_in_order(void **state)
{
    fixture *f = *state;
    ept_tally groups[3];
    const char *labels[40] = {[0] = "b", [1] = "a", [2] = "b", [20] = "c", [21] = "d"};
    sit(f, -1);
    answer(f, 0, 1);
    answer(f, 2, 2);

    assert_int_equal(ept_score_by(groups, 3, f->sitting, &f->form, labels, -1), 3);
    assert_string_equal(groups[0].name, "b");
    assert_int_equal(groups[0].right, 1);
    assert_int_equal(groups[0].wrong, 1);
    assert_string_equal(groups[1].name, "a");
    assert_int_equal(groups[1].blank, 1);
    assert_string_equal(groups[2].name, "c");
    assert_int_equal(ept_score_by(groups, 3, f->sitting, &f->form, labels, EPT_SECTION_LISTENING),
                     2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(score__counts__only_answered, setup, teardown),
        cmocka_unit_test_setup_teardown(score__one_section__is_its_own_whole, setup, teardown),
        cmocka_unit_test_setup_teardown(score__by_label__groups_in_order, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
