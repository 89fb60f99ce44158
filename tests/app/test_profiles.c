/* SPDX-License-Identifier: MIT */
/* test_profiles.c - who sits here: new profiles, PIN, guests, finding a name, changing and
 * deleting. */
#include "support/ept_test.h"

#include <string.h>

#include "app/program.h"

static size_t people(program *p)
{
    ept_learner *list;
    size_t count;

    assert_ok(ept_learner_list(&list, &count, p->run.arena, p->a.journal));
    return count;
}

static void profiles__nobody_yet__new_profile_is_the_way(void **state)
{
    program *p = *state;

    program_do(p, "expect-screen profiles\nexpect \"Nobody has a profile here yet\"");
    program_do(p, "key Enter\nexpect-screen new-profile");
}

static void profiles__new__is_kept_and_signed_in(void **state)
{
    program *p = *state;

    program_do(p, "lang kk");
    program_person(p, "Гүлнұр");
    assert_true(p->a.signed_in);
    assert_string_equal(p->a.learner.name, "Гүлнұр");
    assert_int_equal(p->a.learner.lang, EPT_LANG_KK);
    program_stop(p);
    program_start(p);
    program_do(p, "expect \"Гүлнұр\"\nkey Enter\nexpect-screen home");
}

static void profiles__no_name_or_a_taken_one__is_said(void **state)
{
    program *p = *state;

    program_person(p, "Aida");
    program_do(p, "click-id rail.profile\nkey N\nkey Enter\nexpect-screen new-profile\n"
                  "expect \"Write a name\"\ntype Aida\nkey Enter\nexpect-screen new-profile\n"
                  "expect \"This name is taken\"");
    assert_int_equal(people(p), 1);
    program_do(p, "type \" B.\"\nkey Enter\nexpect-screen home");
    assert_int_equal(people(p), 2);
}

static void profiles__pin__is_checked_twice_and_asked_for(void **state)
{
    program *p = *state;

    program_do(p,
               "key N\ntype Timur\nclick-id new-profile.ask-pin\nclick-id new-profile.pin\n"
               "type 123\nkey Enter\nexpect \"A PIN has 4 to 8 digits\"\ntype x4\nkey Enter\n"
               "expect \"The two PINs differ\"\nclick-id new-profile.again\ntype 1234\nkey Enter\n"
               "expect-screen home\nclick-id rail.profile\nkey Enter\nexpect-screen pin\n"
               "expect \"Ask whoever looks after\"\nkey F1\nexpect \"ept learner pin\"\nkey Esc\n"
               "type 9999\nkey Enter\nexpect-screen pin\nexpect \"This is not the PIN\"");
    assert_false(p->a.signed_in);
    program_do(
        p, "key Esc\nexpect-screen profiles\nkey Enter\ntype 1234\nkey Enter\nexpect-screen home");
    assert_true(p->a.signed_in);
}

static void profiles__pin_digits__are_never_shown(void **state)
{
    program *p = *state;
    ept_buf dump = {0};

    program_do(p, "key N\nclick-id new-profile.ask-pin\nclick-id new-profile.pin\ntype 739184");
    program_dump(p, &dump);
    assert_null(strstr(dump.p, "739184"));
    ept_buf_clear(&dump);
}

static void profiles__search__shows_only_matches(void **state)
{
    program *p = *state;

    program_person(p, "Aida");
    program_do(p, "click-id rail.profile");
    program_person(p, "Timur");
    program_do(p, "click-id rail.profile\nkey /\ntype tim");
    assert_true(program_shows(p, "Timur"));
    assert_false(program_shows(p, "Aida"));
    program_do(p, "key Enter\nexpect-screen home");
    assert_string_equal(p->a.learner.name, "Timur");
    program_do(p, "click-id rail.profile\nkey /\ntype zzz\nexpect \"No such name\"\nkey "
                  "Esc\nexpect \"Aida\"");
}

static void profiles__letters_in_the_field__are_no_shortcuts(void **state)
{
    program *p = *state;

    program_person(p, "Aida");
    program_do(p, "click-id rail.profile\nkey /\nkey N\nexpect-screen profiles\nkey "
                  "G\nexpect-screen profiles");
}

static void profiles__names__stand_in_order_and_focus_on_the_last_one(void **state)
{
    program *p = *state;
    const char *const names[] = {"Yuri", "Aida", "Timur"};

    for (size_t i = 0; i < 3; i++) {
        program_person(p, names[i]);
        program_do(p, "click-id rail.profile\nwait 60000");
    }
    const ept_draw_list *shown = ept_ui_shown(p->a.ui);
    assert_string_equal(ept_draw_region_find(shown, "profiles.card.0")->label, "Aida");
    assert_string_equal(ept_draw_region_find(shown, "profiles.card.2")->label, "Yuri");
    assert_string_equal(ept_focus_id(ept_ui_focus(p->a.ui)), "profiles.card.1");
}

static void profiles__guest__leaves_no_profile(void **state)
{
    program *p = *state;

    program_do(p, "key G\nexpect-screen home");
    assert_true(p->a.learner.guest);
    int64_t guest = p->a.learner.id;
    program_do(p, "click-id rail.profile\nexpect-screen profiles");
    assert_int_equal(people(p), 0);
    ept_learner gone;
    if (!ept_learner_get(&gone, p->run.arena, p->a.journal, guest))
        assert_null(gone.name);
}

static void profiles__language__is_the_seats(void **state)
{
    program *p = *state;

    program_do(p, "click-id profiles.lang.1\nexpect \"Кто сегодня занимается?\"");
    program_stop(p);
    p->options.lang = NULL;
    program_start(p);
    program_do(p, "expect \"Кто сегодня занимается?\"");
}

static void profiles__own_language__comes_with_signing_in(void **state)
{
    program *p = *state;

    program_do(p, "key N\ntype Aida\nclick-id new-profile.lang.3\nclick-id new-profile.save");
    assert_int_equal(p->a.prefs.lang, EPT_LANG_KO);
    program_do(p, "click-id rail.profile");
    assert_int_equal(p->a.prefs.lang, EPT_LANG_EN);
}

static void profiles__change_and_delete__ask_first(void **state)
{
    program *p = *state;

    program_person(p, "Aida");
    app_go(&p->a, nav_push(SCREEN_NEW_PROFILE, p->a.learner.id));
    program_do(p,
               "wait 0\nexpect-screen new-profile\ntype \" T.\"\nclick-id new-profile.picture.4\n"
               "click-id new-profile.save\nexpect-screen home");
    assert_string_equal(p->a.learner.name, "Aida T.");
    assert_string_equal(p->a.learner.picture, "wave");
    app_go(&p->a, nav_push(SCREEN_NEW_PROFILE, p->a.learner.id));
    program_do(p,
               "wait 0\nclick-id new-profile.delete\nexpect-screen confirm\n"
               "expect \"Delete the profile of Aida T.?\"\nkey Enter\nexpect-screen new-profile");
    assert_int_equal(people(p), 1);
    program_do(p, "click-id new-profile.delete\nclick-id confirm.yes\nexpect-screen profiles");
    assert_int_equal(people(p), 0);
    assert_false(p->a.signed_in);
}

static void profiles__settings__are_each_persons_own(void **state)
{
    program *p = *state;

    program_person(p, "Aida");
    program_do(p, "key Ctrl+=\nkey Ctrl+=\nclick-id rail.profile");
    assert_int_equal(p->a.prefs.percent, 100);
    program_do(p, "key Enter\nexpect-screen home");
    assert_int_equal(p->a.prefs.percent, 130);
}

#define T(test) cmocka_unit_test_setup_teardown(test, program_setup_started, program_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(profiles__nobody_yet__new_profile_is_the_way),
        T(profiles__new__is_kept_and_signed_in),
        T(profiles__no_name_or_a_taken_one__is_said),
        T(profiles__pin__is_checked_twice_and_asked_for),
        T(profiles__pin_digits__are_never_shown),
        T(profiles__search__shows_only_matches),
        T(profiles__letters_in_the_field__are_no_shortcuts),
        T(profiles__names__stand_in_order_and_focus_on_the_last_one),
        T(profiles__guest__leaves_no_profile),
        T(profiles__language__is_the_seats),
        T(profiles__own_language__comes_with_signing_in),
        T(profiles__change_and_delete__ask_first),
        T(profiles__settings__are_each_persons_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
