/* SPDX-License-Identifier: MIT */
/* test_journal.c - sittings, forms and events come back as they were written; the chain shows what
 * was changed behind the program's back. */
#include "support/ept_test.h"

#include <sqlite3.h>
#include <string.h>

#include "core/temp_folder.h"
#include "epstopik/journal.h"
#include "epstopik/str.h"
#include "support/journals.h"

typedef struct fixture {
    void *folder;
    ept_journal *journal;
    ept_arena *arena;
    int64_t learner, sitting;
} fixture;

static void open_journal(fixture *f)
{
    assert_ok(ept_journal_open(&f->journal, temp_folder_at(&f->folder, "data"), NULL));
}

static int setup(void **state)
{
    static fixture f;
    f = (fixture){0};
    assert_int_equal(temp_folder_setup(&f.folder), 0);
    open_journal(&f);
    assert_ok(ept_arena_new(&f.arena));
    f.learner = journals_learner(f.journal, "Айдана");
    f.sitting = journals_sitting(f.journal, f.learner, "eps-topik-ubt");
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

static void reopen(fixture *f)
{
    ept_journal_close(f->journal);
    f->journal = NULL;
    open_journal(f);
}

/* Runs SQL on the closed file as somebody with a tool would, without the triggers. */
static void tamper(fixture *f, const char *sql)
{
    sqlite3 *db = NULL;
    ept_journal_close(f->journal);
    f->journal = NULL;
    assert_int_equal(sqlite3_open(temp_folder_at(&f->folder, "data/user.db"), &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(db,
                     "DROP TRIGGER event_keeps_update; DROP TRIGGER event_keeps_delete;"
                     "DROP TRIGGER item_keeps_update; DROP TRIGGER item_keeps_delete;",
                     NULL, NULL, NULL),
        SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    open_journal(f);
}

static int64_t first_bad(fixture *f)
{
    int64_t bad = 0, events = 0;
    ept_hash head;
    assert_ok(ept_journal_verify(&bad, &events, &head, f->journal));
    return bad;
}

static void journal__form_and_events__come_back(void **state)
{
    fixture *f = *state;
    const ept_form *form = NULL, *was = journals_form();
    ept_event *events = NULL;
    ept_sitting_row row;
    size_t count = 0;
    assert_ok(journals_answer(f->journal, f->sitting, 1234, 3, 4));
    reopen(f);

    assert_ok(ept_journal_form(&form, f->arena, f->journal, f->sitting));
    assert_ok(ept_journal_events(&events, &count, f->arena, f->journal, f->sitting));
    assert_ok(ept_sitting_row_get(&row, f->arena, f->journal, f->sitting));

    assert_int_equal(form->count, 40);
    assert_int_equal(form->number, 7);
    for (size_t i = 0; i < 40; i++) {
        assert_string_equal(form->items[i].id, was->items[i].id);
        assert_memory_equal(form->items[i].order, was->items[i].order, 4);
        assert_true(ept_hash_eq(&form->items[i].hash, &was->items[i].hash));
        assert_int_equal(form->items[i].section, was->items[i].section);
    }
    assert_int_equal(count, 3);
    assert_int_equal(events[2].kind, EPT_EV_ANSWER);
    assert_int_equal(events[2].at_ms, 1234);
    assert_int_equal(events[2].identity, 2);
    assert_string_equal(row.sector, "fishery");
    assert_int_equal(row.law_lang, EPT_LANG_RU);
    assert_int_equal(row.last_utc_ms, 4234);
    assert_false(row.ended);
}

static void journal__rows__unfinished_first_then_newest(void **state)
{
    fixture *f = *state;
    ept_sitting_row *rows = NULL;
    size_t count = 0;
    int64_t second = journals_sitting(f->journal, f->learner, "law");
    const ept_sitting_row result = {
        .points = 135, .scale = 200, .right = 27, .items = 40, .section_points = {75, 60}};
    const ept_event close = {.kind = EPT_EV_CLOSE};
    assert_ok(ept_journal_append(NULL, f->journal, second, &close, 9000, &result));

    assert_ok(ept_sitting_rows(&rows, &count, f->arena, f->journal, f->learner));

    assert_int_equal(count, 2);
    assert_int_equal(rows[0].id, f->sitting);
    assert_true(rows[1].ended);
    assert_int_equal(rows[1].points, 135);
    assert_int_equal(rows[1].section_points[1], 60);
    assert_ok(ept_sitting_rows(&rows, &count, f->arena, f->journal, f->learner + 1));
    assert_int_equal(count, 0);
}

static void journal__met__is_sorted_by_item(void **state)
{
    fixture *f = *state;
    ept_met *met = NULL;
    size_t count = 0;
    assert_ok(ept_journal_met(&met, &count, f->arena, f->journal, f->learner, "core"));
    assert_int_equal(count, 40);
    for (size_t i = 1; i < count; i++) {
        assert_true(strcmp(met[i - 1].item, met[i].item) < 0);
    }
    assert_int_equal(met[0].utc_ms, 2000);
    assert_ok(ept_journal_met(&met, &count, f->arena, f->journal, f->learner, "other"));
    assert_int_equal(count, 0);
}

static void journal__append_to_nothing__stores_nothing(void **state)
{
    fixture *f = *state;
    int64_t bad = 0, events = 0;
    ept_hash head;
    assert_int_not_equal(journals_answer(f->journal, 999, 0, 0, 1), EPT_OK);
    assert_ok(journals_answer(f->journal, f->sitting, 0, 0, 1));
    assert_ok(ept_journal_verify(&bad, &events, &head, f->journal));
    assert_int_equal(bad, 0);
    assert_int_equal(events, 3);
}

static void journal__verify__names_the_changed_row(void **state)
{
    fixture *f = *state;
    for (int i = 0; i < 10; i++) {
        assert_ok(journals_answer(f->journal, f->sitting, (uint64_t)i, i, 1));
    }
    assert_int_equal(first_bad(f), 0);
    tamper(f, "UPDATE event SET place = 2, identity = 0 WHERE seq = 5");
    assert_int_equal(first_bad(f), 5);
}

static void journal__verify__names_a_removed_row(void **state)
{
    fixture *f = *state;
    assert_ok(journals_answer(f->journal, f->sitting, 1, 1, 1));
    assert_ok(journals_answer(f->journal, f->sitting, 2, 1, 2));
    tamper(f, "DELETE FROM event WHERE seq = 3");
    assert_int_equal(first_bad(f), 4);
}

static void journal__verify__names_a_changed_form(void **state)
{
    fixture *f = *state;
    tamper(f, "UPDATE sitting_item SET places = 123 WHERE position = 0");
    assert_int_equal(first_bad(f), 1);
}

static void journal__verify__cut_tail_shows_against_the_learners_head(void **state)
{
    fixture *f = *state;
    assert_ok(journals_answer(f->journal, f->sitting, 1, 1, 1));
    tamper(f, "DELETE FROM event WHERE seq = 3");
    assert_int_equal(first_bad(f), 3);
}

static void journal__triggers__keep_events(void **state)
{
    fixture *f = *state;
    sqlite3 *db = NULL;
    ept_journal_close(f->journal);
    f->journal = NULL;
    assert_int_equal(sqlite3_open(temp_folder_at(&f->folder, "data/user.db"), &db), SQLITE_OK);
    assert_int_not_equal(sqlite3_exec(db, "UPDATE event SET place = 1", NULL, NULL, NULL),
                         SQLITE_OK);
    assert_int_not_equal(sqlite3_exec(db, "DELETE FROM event", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    open_journal(f);
}

static void journal__mark__is_eight_characters_of_the_head(void **state)
{
    fixture *f = *state;
    char mark[9], hex[EPT_HASH_HEX];
    int64_t bad = 0, events = 0;
    ept_hash head;
    assert_ok(ept_journal_mark(mark, f->journal, f->sitting));
    assert_ok(ept_journal_verify(&bad, &events, &head, f->journal));
    ept_hash_hex(&head, hex);
    assert_int_equal(strlen(mark), 8);
    assert_memory_equal(mark, hex, 8);
    assert_status(EPT_E_NOT_FOUND, ept_journal_mark(mark, f->journal, 999));
}

static void journal__newer_file__is_refused_untouched(void **state)
{
    fixture *f = *state;
    sqlite3 *db = NULL;
    ept_journal *journal = NULL;
    ept_journal_close(f->journal);
    f->journal = NULL;
    assert_int_equal(sqlite3_open(temp_folder_at(&f->folder, "data/user.db"), &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "PRAGMA user_version = 99", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);

    assert_status(EPT_E_VERSION,
                  ept_journal_open(&journal, temp_folder_at(&f->folder, "data"), NULL));
    assert_null(journal);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        T(journal__form_and_events__come_back),
        T(journal__rows__unfinished_first_then_newest),
        T(journal__met__is_sorted_by_item),
        T(journal__append_to_nothing__stores_nothing),
        T(journal__verify__names_the_changed_row),
        T(journal__verify__names_a_removed_row),
        T(journal__verify__names_a_changed_form),
        T(journal__verify__cut_tail_shows_against_the_learners_head),
        T(journal__triggers__keep_events),
        T(journal__mark__is_eight_characters_of_the_head),
        T(journal__newer_file__is_refused_untouched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
