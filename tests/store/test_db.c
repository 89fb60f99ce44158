/* SPDX-License-Identifier: MIT */
/* Opening: whose file it is, who holds it, which journal, and what a bad place says. */
#include "support/ept_test.h"

#include <string.h>

#include <sqlite3.h>

#include "epstopik/path.h"
#include "epstopik/store.h"
#include "store/shim_vfs.h"

enum { APP = 0x45505431 };

typedef struct place {
    ept_arena *arena;
    char *dir, *file;
} place;

static int setup(void **state)
{
    static place p;

    p = (place){0};
    assert_ok(ept_arena_new(&p.arena));
    assert_ok(ept_path_temp_dir(&p.dir, p.arena));
    p.file = ept_path_join(p.arena, p.dir, "user.db");
    *state = &p;
    return 0;
}

static int teardown(void **state)
{
    place *p = *state;
    assert_ok(ept_path_remove_tree(p->dir));
    ept_arena_free(p->arena);
    return 0;
}

static ept_db *open_person(const char *path)
{
    ept_db *db = NULL;
    assert_ok(ept_db_open(&db, path, &(ept_db_opts){.mode = EPT_DB_PERSON, .application_id = APP}));
    return db;
}

static ept_status try_open(const char *path, ept_db_mode mode, uint32_t app, const char *vfs)
{
    ept_db *db = NULL;
    ept_status st =
        ept_db_open(&db, path, &(ept_db_opts){.mode = mode, .application_id = app, .vfs = vfs});
    if (st != EPT_OK) {
        assert_null(db);
        assert_non_null(strstr(ept_error(), path));
    }
    ept_db_close(db);
    return st;
}

static int64_t number(ept_db *db, const char *sql)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    assert_ok(ept_db_prepare(&stmt, db, sql));
    assert_ok(ept_step(&row, stmt));
    assert_true(row);
    int64_t value = ept_col_int(stmt, 0);
    ept_reset(stmt);
    return value;
}

static void person__open__is_wal_full_exclusive(void **state)
{
    place *p = *state;
    ept_db *db = open_person(p->file);

    assert_true(ept_db_is_wal(db));
    assert_int_equal(number(db, "PRAGMA synchronous"), 2);
    assert_int_equal(number(db, "PRAGMA application_id"), APP);
    assert_int_equal(number(db, "PRAGMA trusted_schema"), 0);
    assert_string_equal(ept_db_path(db), p->file);
    ept_db_close(db);
}

static void person__open_twice__second_is_told_at_once(void **state)
{
    place *p = *state;
    ept_db *db = open_person(p->file);

    assert_status(EPT_E_LOCKED, try_open(p->file, EPT_DB_PERSON, APP, NULL));
    ept_db_close(db);
    assert_ok(try_open(p->file, EPT_DB_PERSON, APP, NULL));
}

static void person__open_twice_without_wal__second_is_told(void **state)
{
    place *p = *state;
    ept_db *db = NULL;
    shim_vfs()->no_wal = true;

    assert_ok(ept_db_open(
        &db, p->file, &(ept_db_opts){.mode = EPT_DB_PERSON, .application_id = APP, .vfs = "shim"}));
    assert_false(ept_db_is_wal(db));
    assert_status(EPT_E_LOCKED, try_open(p->file, EPT_DB_PERSON, APP, NULL));
    assert_int_equal(number(db, "PRAGMA synchronous"), 2);
    assert_ok(ept_db_exec(db, "CREATE TABLE t(x); INSERT INTO t VALUES(1)"));
    ept_db_close(db);

    db =
        open_person(p->file); /* where the log works again, it is used, with all that was written */
    assert_true(ept_db_is_wal(db));
    assert_int_equal(number(db, "SELECT count(*) FROM t"), 1);
    ept_db_close(db);
}

static void person__without_wal__leaves_no_scratch_files(void **state)
{
    place *p = *state;
    const char **names = NULL;
    size_t count = 0;
    shim_vfs()->no_wal = true;

    assert_ok(try_open(p->file, EPT_DB_PERSON, APP, "shim"));
    assert_ok(ept_path_list(&names, &count, p->arena, p->dir));
    assert_int_equal(count, 1);
    assert_string_equal(names[0], "user.db");
}

static void open__other_application__is_format(void **state)
{
    place *p = *state;
    assert_ok(try_open(p->file, EPT_DB_PERSON, APP, NULL));

    assert_status(EPT_E_FORMAT, try_open(p->file, EPT_DB_PERSON, APP + 1, NULL));
    assert_status(EPT_E_FORMAT, try_open(p->file, EPT_DB_READ, APP + 1, NULL));
    assert_ok(try_open(p->file, EPT_DB_READ, APP, NULL));
}

static void open__not_sqlite__is_format(void **state)
{
    place *p = *state;
    char text[4096];
    memset(text, 'x', sizeof text);
    assert_ok(ept_path_write(p->file, text, sizeof text));

    assert_status(EPT_E_FORMAT, try_open(p->file, EPT_DB_PERSON, APP, NULL));
    assert_status(EPT_E_FORMAT, try_open(p->file, EPT_DB_READ, APP, NULL));
}

static void read__missing_or_empty__is_told_apart(void **state)
{
    place *p = *state;

    assert_status(EPT_E_NOT_FOUND, try_open(p->file, EPT_DB_READ, APP, NULL));
    assert_ok(ept_path_write(p->file, "", 0));
    assert_status(EPT_E_FORMAT, try_open(p->file, EPT_DB_READ, APP, NULL));
}

static void read__odd_name__is_opened(void **state)
{
    place *p = *state;
    char *odd = ept_path_join(p->arena, p->dir, "a 100%?#\xea\xb0\x80.db");

    assert_ok(try_open(odd, EPT_DB_CREATE, APP, NULL));
    assert_ok(try_open(odd, EPT_DB_READ, APP, NULL));
}

static void read__write__is_refused(void **state)
{
    place *p = *state;
    ept_db *db = NULL;
    assert_ok(try_open(p->file, EPT_DB_CREATE, APP, NULL));
    assert_ok(
        ept_db_open(&db, p->file, &(ept_db_opts){.mode = EPT_DB_READ, .application_id = APP}));

    assert_status(EPT_E_READONLY, ept_db_exec(db, "CREATE TABLE t(x)"));
    ept_db_close(db);
}

static void create__over_old_file__starts_afresh(void **state)
{
    place *p = *state;
    ept_db *db = NULL;
    ept_db_opts opts = {.mode = EPT_DB_CREATE, .application_id = APP};
    assert_ok(ept_db_open(&db, p->file, &opts));
    assert_ok(ept_db_exec(db, "CREATE TABLE t(x)"));
    ept_db_close(db);

    assert_ok(ept_db_open(&db, p->file, &opts));
    assert_int_equal(number(db, "SELECT count(*) FROM sqlite_schema"), 0);
    ept_db_close(db);
}

static void open__place_that_cannot_be_written__is_readonly(void **state)
{
    place *p = *state;

    assert_status(EPT_E_READONLY, try_open("/proc/user.db", EPT_DB_PERSON, APP, NULL));
    shim_vfs()->no_write = true;
    assert_status(EPT_E_READONLY, try_open(p->file, EPT_DB_PERSON, APP, "shim"));
}

static void write__disk_full__is_full_and_nothing_half_written(void **state)
{
    place *p = *state;
    ept_db *db = NULL;
    shim_vfs_rules *rules = shim_vfs();
    assert_ok(ept_db_open(
        &db, p->file, &(ept_db_opts){.mode = EPT_DB_PERSON, .application_id = APP, .vfs = "shim"}));
    assert_ok(ept_db_exec(db, "CREATE TABLE t(x BLOB); INSERT INTO t VALUES(1)"));

    rules->room_bytes = 100;
    assert_status(EPT_E_FULL, ept_db_exec(db, "INSERT INTO t VALUES(zeroblob(100000))"));
    rules->write_error = SQLITE_IOERR_WRITE;
    assert_status(EPT_E_IO, ept_db_exec(db, "INSERT INTO t VALUES(zeroblob(100000))"));
    rules->room_bytes = -1;
    assert_int_equal(number(db, "SELECT count(*) FROM t"), 1);
    assert_ok(ept_db_exec(db, "INSERT INTO t VALUES(2)"));
    assert_int_equal(number(db, "PRAGMA page_count") > 0, 1);
    ept_db_close(db);
}

static void write__page_limit__is_full(void **state)
{
    place *p = *state;
    ept_db *db = open_person(p->file);
    assert_ok(ept_db_exec(db, "CREATE TABLE t(x); PRAGMA max_page_count=4"));

    assert_status(EPT_E_FULL, ept_db_exec(db, "INSERT INTO t VALUES(zeroblob(100000))"));
    ept_db_close(db);
}

static void read__damaged_page__is_corrupt(void **state)
{
    place *p = *state;
    ept_db *db = NULL;
    ept_buf bytes = {0};
    ept_stmt *stmt = NULL;
    bool row = false;
    assert_ok(
        ept_db_open(&db, p->file, &(ept_db_opts){.mode = EPT_DB_CREATE, .application_id = APP}));
    assert_ok(ept_db_exec(db, "CREATE TABLE t(x); INSERT INTO t VALUES(1)"));
    ept_db_close(db);
    assert_ok(ept_path_read(&bytes, p->file));
    memset(bytes.p + 4096, 0x55, 100);
    assert_ok(ept_path_write(p->file, bytes.p, bytes.n));
    ept_buf_clear(&bytes);

    assert_ok(
        ept_db_open(&db, p->file, &(ept_db_opts){.mode = EPT_DB_READ, .application_id = APP}));
    assert_ok(ept_db_prepare(&stmt, db, "SELECT x FROM t"));
    assert_status(EPT_E_CORRUPT, ept_step(&row, stmt));
    assert_false(row);
    ept_db_close(db);
}

static void open__without_memory__fails_cleanly(void **state)
{
    place *p = *state;

    for (size_t n = 1; n < 4; n++) {
        ept_db *db = NULL;
        ept_alloc_fail_at(n);
        ept_status st =
            ept_db_open(&db, p->file, &(ept_db_opts){.mode = EPT_DB_CREATE, .application_id = APP});
        ept_alloc_fail_at(0);
        if (st == EPT_OK) {
            ept_db_close(db);
            assert_true(n > 1);
            return;
        }
        assert_status(EPT_E_NOMEM, st);
        assert_null(db);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(person__open__is_wal_full_exclusive, setup, teardown),
        cmocka_unit_test_setup_teardown(person__open_twice__second_is_told_at_once, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(person__open_twice_without_wal__second_is_told, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(person__without_wal__leaves_no_scratch_files, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(open__other_application__is_format, setup, teardown),
        cmocka_unit_test_setup_teardown(open__not_sqlite__is_format, setup, teardown),
        cmocka_unit_test_setup_teardown(read__missing_or_empty__is_told_apart, setup, teardown),
        cmocka_unit_test_setup_teardown(read__odd_name__is_opened, setup, teardown),
        cmocka_unit_test_setup_teardown(read__write__is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(create__over_old_file__starts_afresh, setup, teardown),
        cmocka_unit_test_setup_teardown(open__place_that_cannot_be_written__is_readonly, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(write__disk_full__is_full_and_nothing_half_written, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(write__page_limit__is_full, setup, teardown),
        cmocka_unit_test_setup_teardown(read__damaged_page__is_corrupt, setup, teardown),
        cmocka_unit_test_setup_teardown(open__without_memory__fails_cleanly, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
