/* SPDX-License-Identifier: MIT */
/* test_study_before.c - what comes before an exam: set-up, instructions, sound check; and the
 * settings. */
#include "support/ept_test.h"

#include <string.h>

#include "app/study_stage.h"
#include "instructions.h"
#include "setup.h"
#include "support/gen_bank.h"

/* --- set-up --- */

/* Chooses the exam of that id (and section) by its region. */
static void choose(program *p, const char *exam, int only)
{
    const setup *s = app_top_state(&p->a);

    for (size_t i = 0; i < s->count; i++)
        if (ept_streq(s->kinds[i].bp->id, exam) && s->kinds[i].only == only)
            program_do(p, ept_arena_printf(p->run.arena, "click-id setup.kind.%zu", i));
    assert_string_equal(exam, s->kinds[s->active].bp->id);
}

static void setup__strict_exam__says_what_is_allowed_and_the_minimum(void **state)
{
    program *p = *state;

    program_do(p, "click-id rail.exam");
    choose(p, "eps-topik-cbt", -1);
    program_do(p, "expect \"until it is fixed\"\nexpect \"120 / 200\"\n"
                  "expect \"Not confirmed by an official page\"\nclick-id setup.sector.2\n"
                  "expect \"90 / 200\"");
}

static void setup__number__only_one_to_9999(void **state)
{
    program *p = *state;

    program_do(p, "click-id rail.exam");
    choose(p, "eps-topik-ubt", -1);
    program_do(p, "click-id setup.form.1\nkey Enter\nexpect-screen setup\n"
                  "expect \"Enter a number from 1 to 9999.\"\nclick-id setup.number\ntype 0\n"
                  "key Enter\nexpect-screen setup\nexpect \"Enter a number from 1 to 9999.\"\n"
                  "key Backspace\ntype 17\nkey Enter\nexpect-screen instructions");
    assert_int_equal(17, p->a.plan.number);
    assert_string_equal("eps-topik-ubt", p->a.plan.exam);
}

static void setup__unfinished_of_the_same_number__is_offered(void **state)
{
    program *p = *state;
    const study_taken open = {"eps-topik-ubt", 17, -1, 2, 0, false};

    study_stage_take(p, &open);
    program_do(p, "click-id rail.exam");
    choose(p, "eps-topik-ubt", -1);
    program_do(p, "click-id setup.form.1\nclick-id setup.number\ntype 17\nkey Enter\n"
                  "expect-screen go-on\nkey Esc\nclick-id rail.exam");
    choose(p, "eps-topik-ubt", -1);
    program_do(p, "click-id setup.form.1\nclick-id setup.number\ntype 18\nkey Enter\n"
                  "expect-screen instructions");
    assert_int_equal(18, p->a.plan.number);
}

static void setup__practice__is_one_section(void **state)
{
    program *p = *state;

    program_do(p, "click-id home.practice\nexpect-screen setup");
    choose(p, "practice", EPT_SECTION_LISTENING);
    program_do(p, "expect \"no time limit\"\nclick-id setup.start\nexpect-screen instructions");
    assert_int_equal(EPT_SECTION_LISTENING, p->a.plan.only);
}

static void setup__law__language_of_the_questions(void **state)
{
    program *p = *state;

    program_do(p, "click-id rail.law\nclick-id setup.lang.2\nclick-id setup.start\n"
                  "expect-screen instructions");
    assert_string_equal("law", p->a.plan.exam);
    assert_int_equal(EPT_LANG_RU, p->a.plan.law_lang);
    program_do(
        p, "expect \"Step 1 of 3\"\nclick-id instructions.skip\nexpect-screen ready\nkey Enter\n"
           "expect-screen exam");
}

/* A bank of few items: what is missing is said by name, and nothing can be started. */
static void setup__small_bank__says_what_is_missing(void **state)
{
    program *p = *state;
    const char *bank = temp_folder_at(&p->folder, "small.bank");
    const setup *s;

    program_stop(p);
    assert_ok(gen_bank(bank, 60, 3));
    p->options.bank_path = bank;
    program_start(p);
    program_do(p, "key Enter\nclick-id rail.law\nexpect-screen setup\n"
                  "expect \"The bank has too few questions of the kind law: 25 needed\"");
    s = app_top_state(&p->a);
    for (size_t i = 0; i < s->count; i++)
        if (ept_streq(s->kinds[i].bp->id, "law"))
            assert_false(s->kinds[i].fillable);
}

/* --- instructions and sound check --- */

static void instructions__skipped__the_sound_check_stays(void **state)
{
    program *p = *state;

    program_do(p, "key Enter\nexpect-screen instructions\nexpect \"Step 1 of 4\"\nclick-id "
                  "instructions.skip\nexpect-screen sound-check");
    program_fails(p, "click-id sound_check.heard"); /* nothing has been played yet */
    program_do(p, "key Space\nwait 500\nclick-id sound_check.heard\nexpect-screen ready\nkey "
                  "Enter\nexpect-screen warm-up");
    assert_true(p->a.sound_checked);
}

static void sound_check__sentence_over__enter_goes_on(void **state)
{
    program *p = *state;

    program_do(
        p,
        "key Enter\nclick-id instructions.skip\nexpect-screen sound-check\nkey Enter\nwait 60000\n"
        "key Enter\nexpect-screen ready");
    assert_true(p->a.sound_checked);
}

static void instructions__heard_in_the_third_step__no_second_check(void **state)
{
    program *p = *state;

    program_do(p, "key Enter\nkey Right\nkey Right\nexpect \"Step 3 of 4\"\nkey Space\nwait 500\n"
                  "click-id sound_check.heard\nexpect \"Step 4 of 4\"\nclick-id instructions.skip\n"
                  "expect-screen ready");
}

static void instructions__nothing_heard__three_hints(void **state)
{
    program *p = *state;

    program_do(p, "key Enter\nclick-id instructions.skip\nclick-id sound_check.nothing\n"
                  "expect \"Try this, then play again\"\nkey Esc\nexpect-screen home");
    assert_false(p->a.sound_checked);
}

static void instructions__example__is_marked_once(void **state)
{
    program *p = *state;

    program_do(p,
               "click-id home.rules\nclick-id instructions.try\nexpect \"Example 1 of 2\"\nkey 1\n"
               "expect \"The right answer is marked\"\nkey 2");
    assert_int_equal(1, ((const instructions *)app_top_state(&p->a))->chosen[0]);
    program_do(p, "key Enter\nexpect \"Example 2 of 2\"\nkey 3\nexpect \"That is right.\"\n"
                  "click-id instructions.next\nexpect-screen home");
}

static void instructions__pins__follow_the_rules_of_the_exam(void **state)
{
    program *p = *state;
    instr_thing things[INSTR_PINS_MAX];
    const ept_blueprint *cbt, *ubt;

    assert_ok(ept_delivery_exam(&cbt, p->a.delivery, "eps-topik-cbt"));
    assert_ok(ept_delivery_exam(&ubt, p->a.delivery, "eps-topik-ubt"));
    assert_int_equal(5, instr_pins(things, cbt));
    assert_int_equal(INSTR_STEPPING, things[4]);
    assert_int_equal(6, instr_pins(things, ubt));
    assert_int_equal(INSTR_FLAG, things[4]);
    assert_int_equal(INSTR_SUBMIT, things[5]);
}

/* --- settings --- */

static void settings__every_change__applies_at_once_and_is_kept(void **state)
{
    program *p = *state;

    program_do(p, "click-id rail.settings\nclick-id settings.size.2\nclick-id settings.theme.1\n"
                  "click-id settings.key-labels\nclick-id settings.pronunciation\n"
                  "click-id settings.lang.1\nexpect \"Язык программы\"");
    assert_int_equal(130, ept_ui_percent(p->a.ui));
    assert_int_equal(EPT_THEME_CONTRAST, ept_ui_theme(p->a.ui));
    program_stop(p);
    program_start(p);
    program_do(p, "key Enter\nexpect-screen home");
    assert_int_equal(EPT_LANG_RU, p->a.prefs.lang);
    assert_int_equal(130, p->a.prefs.percent);
    assert_int_equal(EPT_THEME_CONTRAST, p->a.prefs.theme);
    assert_false(p->a.prefs.key_labels);
    assert_false(p->a.prefs.pronunciation);
}

static void settings__pin__is_taken_away_by_its_switch(void **state)
{
    program *p = *state;
    bool right = true;

    assert_ok(ept_learner_pin_set(p->a.journal, p->a.learner.id, "1234"));
    assert_ok(app_sign_in(&p->a, p->a.learner.id));
    program_do(p, "click-id rail.settings\nclick-id settings.pin\nexpect \"The PIN is removed\"");
    assert_ok(ept_learner_pin_check(&right, p->a.journal, p->a.learner.id, ""));
    assert_false(p->a.learner.has_pin);
    program_do(p, "click-id settings.pin\nexpect-screen new-profile");
}

static void settings__delete__asks_first(void **state)
{
    program *p = *state;

    program_do(p,
               "click-id rail.settings\nclick-id settings.delete\nexpect-screen confirm\nkey Esc\n"
               "expect-screen settings\nclick-id settings.delete\nclick-id confirm.yes\n"
               "expect-screen profiles");
    assert_false(program_shows(p, "Aida"));
}

#define T(name) cmocka_unit_test_setup_teardown(name, study_stage_setup, program_teardown)
int main(void)
{
    const struct CMUnitTest tests[] = {
        T(setup__strict_exam__says_what_is_allowed_and_the_minimum),
        T(setup__number__only_one_to_9999),
        T(setup__unfinished_of_the_same_number__is_offered),
        T(setup__practice__is_one_section),
        T(setup__law__language_of_the_questions),
        T(setup__small_bank__says_what_is_missing),
        T(instructions__skipped__the_sound_check_stays),
        T(sound_check__sentence_over__enter_goes_on),
        T(instructions__heard_in_the_third_step__no_second_check),
        T(instructions__nothing_heard__three_hints),
        T(instructions__example__is_marked_once),
        T(instructions__pins__follow_the_rules_of_the_exam),
        T(settings__every_change__applies_at_once_and_is_kept),
        T(settings__pin__is_taken_away_by_its_switch),
        T(settings__delete__asks_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
