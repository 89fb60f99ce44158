/* SPDX-License-Identifier: MIT */
/* test_learners.c - profiles, PINs, settings; what a deleted profile leaves behind. */
#include "support/ept_test.h"

#include <string.h>

#include "core/temp_folder.h"
#include "epstopik/journal.h"
#include "support/journals.h"

#define LETTERS_10 "абвгдежзик"
#define LETTERS_40 LETTERS_10 LETTERS_10 LETTERS_10 LETTERS_10
#define LETTERS_41 LETTERS_40 "й"

typedef struct fixture {
    void *folder;
    ept_journal *journal;
    ept_arena *arena;
} fixture;

static int setup(void **state)
{
    static fixture f;
    f = (fixture){0};
    assert_int_equal(temp_folder_setup(&f.folder), 0);
    assert_ok(ept_journal_open(&f.journal, temp_folder_at(&f.folder, "data"), NULL));
    assert_ok(ept_arena_new(&f.arena));
    *state = &f;
    return 0;
}

static int teardown(void **state)
{
    fixture *f = *state;
    ept_journal_close(f->journal);
    ept_arena_free(f->arena);
    return temp_folder_teardown(&f->folder);
}

static void learner__add__is_listed_by_last_use(void **state)
{
    fixture *f = *state;
    ept_learner *list = NULL;
    size_t count = 0;
    int64_t a = journals_learner(f->journal, "Айдана");
    (void)journals_learner(f->journal, "Жәңгір");
    assert_ok(ept_learner_used(f->journal, a, 5000));

    assert_ok(ept_learner_list(&list, &count, f->arena, f->journal));

    assert_int_equal(count, 2);
    assert_string_equal(list[0].name, "Айдана");
    assert_int_equal(list[0].lang, EPT_LANG_KK);
    assert_string_equal(list[1].picture, "yurt");
}

static void learner__bad_names__are_refused(void **state)
{
    fixture *f = *state;
    static const char *const bad[] = {"", " Ая", "Ая ", "a\nb", "\xff", LETTERS_41};
    int64_t id = 0;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        const ept_learner fields = {.name = bad[i]};
        assert_status(EPT_E_INVAL, ept_learner_add(&id, f->journal, &fields, 1));
        assert_int_equal(id, 0);
    }
    (void)journals_learner(f->journal, LETTERS_40);
    (void)journals_learner(f->journal, "Айдана");
    const ept_learner again = {.name = "Айдана"};
    assert_status(EPT_E_REFUSED, ept_learner_add(&id, f->journal, &again, 1));
}

static void learner__find__by_name_or_number(void **state)
{
    fixture *f = *state;
    ept_learner found;
    int64_t id = journals_learner(f->journal, "Өмірзақ");

    assert_ok(ept_learner_find(&found, f->arena, f->journal, "Өмірзақ"));
    assert_int_equal(found.id, id);
    assert_ok(ept_learner_find(&found, f->arena, f->journal, "1"));
    assert_int_equal(found.id, id);
    assert_status(EPT_E_NOT_FOUND, ept_learner_find(&found, f->arena, f->journal, "2"));
    assert_status(EPT_E_NOT_FOUND, ept_learner_find(&found, f->arena, f->journal, "өмірзақ"));
}

static void learner__pin__keeps_out_and_clears(void **state)
{
    fixture *f = *state;
    bool right = false;
    ept_learner learner;
    int64_t id = journals_learner(f->journal, "Айдана");
    assert_status(EPT_E_INVAL, ept_learner_pin_set(f->journal, id, "123"));
    assert_status(EPT_E_INVAL, ept_learner_pin_set(f->journal, id, "12a4"));

    assert_ok(ept_learner_pin_set(f->journal, id, "2468"));

    assert_ok(ept_learner_get(&learner, f->arena, f->journal, id));
    assert_true(learner.has_pin);
    assert_ok(ept_learner_pin_check(&right, f->journal, id, "2469"));
    assert_false(right);
    assert_ok(ept_learner_pin_check(&right, f->journal, id, "2468"));
    assert_true(right);
    assert_ok(ept_learner_pin_set(f->journal, id, NULL));
    assert_ok(ept_learner_pin_check(&right, f->journal, id, "anything"));
    assert_true(right);
    assert_status(EPT_E_NOT_FOUND, ept_learner_pin_set(f->journal, 77, "2468"));
}

static void learner__deleted__is_wiped_but_events_stay(void **state)
{
    fixture *f = *state;
    ept_learner learner, *list = NULL;
    size_t count = 0;
    const char *value = NULL;
    ept_event *events = NULL;
    int64_t id = journals_learner(f->journal, "Айдана");
    int64_t sitting = journals_sitting(f->journal, id, "eps-topik-ubt");
    assert_ok(ept_setting_set(f->journal, id, "text", "150"));
    assert_ok(ept_learner_pin_set(f->journal, id, "2468"));

    assert_ok(ept_learner_delete(f->journal, id));

    assert_ok(ept_learner_list(&list, &count, f->arena, f->journal));
    assert_int_equal(count, 0);
    assert_ok(ept_learner_get(&learner, f->arena, f->journal, id));
    assert_null(learner.name);
    assert_false(learner.has_pin);
    assert_ok(ept_setting_get(&value, f->arena, f->journal, id, "text"));
    assert_null(value);
    assert_ok(ept_journal_events(&events, &count, f->arena, f->journal, sitting));
    assert_int_equal(count, 2);
    assert_status(EPT_E_NOT_FOUND, ept_learner_find(&learner, f->arena, f->journal, "1"));
    (void)journals_learner(f->journal, "Айдана");
}

static void learner__guest__can_be_kept_under_a_name(void **state)
{
    fixture *f = *state;
    const ept_learner guest = {.lang = EPT_LANG_RU};
    ept_learner learner, *list = NULL;
    size_t count = 0;
    int64_t id = 0;
    assert_ok(ept_learner_add(&id, f->journal, &guest, 1));
    assert_ok(ept_learner_list(&list, &count, f->arena, f->journal));
    assert_int_equal(count, 0);
    assert_ok(ept_learner_get(&learner, f->arena, f->journal, id));
    assert_true(learner.guest);

    learner.name = "Гүлнұр";
    assert_ok(ept_learner_update(f->journal, &learner));

    assert_ok(ept_learner_list(&list, &count, f->arena, f->journal));
    assert_int_equal(count, 1);
    assert_false(list[0].guest);
}

static void setting__set_get_unset(void **state)
{
    fixture *f = *state;
    const char *value = NULL;
    assert_ok(ept_setting_set(f->journal, 0, "volume", "70"));
    assert_ok(ept_setting_set(f->journal, 0, "volume", "75"));
    assert_ok(ept_setting_get(&value, f->arena, f->journal, 0, "volume"));
    assert_string_equal(value, "75");
    assert_ok(ept_setting_get(&value, f->arena, f->journal, 1, "volume"));
    assert_null(value);
    assert_ok(ept_setting_set(f->journal, 0, "volume", NULL));
    assert_ok(ept_setting_get(&value, f->arena, f->journal, 0, "volume"));
    assert_null(value);
}

static void journal__second_copy__is_told_so(void **state)
{
    fixture *f = *state;
    ept_journal *second = NULL;
    assert_status(EPT_E_LOCKED,
                  ept_journal_open(&second, temp_folder_at(&f->folder, "data"), NULL));
    assert_null(second);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        T(learner__add__is_listed_by_last_use),
        T(learner__bad_names__are_refused),
        T(learner__find__by_name_or_number),
        T(learner__pin__keeps_out_and_clears),
        T(learner__deleted__is_wiped_but_events_stay),
        T(learner__guest__can_be_kept_under_a_name),
        T(setting__set_get_unset),
        T(journal__second_copy__is_told_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
