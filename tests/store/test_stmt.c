/* SPDX-License-Identifier: MIT */
/* Statements: binding, ends, failed binds, transactions. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/path.h"
#include "epstopik/store.h"

typedef struct place {
    ept_arena *arena;
    char *dir;
    ept_db *db;
} place;

static int setup(void **state)
{
    static place p;

    p = (place){0};
    assert_ok(ept_arena_new(&p.arena));
    assert_ok(ept_path_temp_dir(&p.dir, p.arena));
    assert_ok(ept_db_open(&p.db, ept_path_join(p.arena, p.dir, "t.db"),
                          &(ept_db_opts){.mode = EPT_DB_PERSON, .application_id = 7}));
    assert_ok(ept_db_exec(p.db, "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b BLOB, c REAL)"));
    *state = &p;
    return 0;
}

static int teardown(void **state)
{
    place *p = *state;
    ept_db_close(p->db);
    assert_ok(ept_path_remove_tree(p->dir));
    ept_arena_free(p->arena);
    return 0;
}

static void stmt__round_trip__keeps_every_type(void **state)
{
    place *p = *state;
    ept_stmt *put = NULL, *get = NULL;
    bool row = false;
    const char *text = NULL;
    assert_ok(ept_db_prepare(&put, p->db, "INSERT INTO t VALUES(?1,?2,?3,?4)"));
    assert_ok(ept_db_prepare(&get, p->db, "SELECT id, a, b, c FROM t WHERE id=?1"));

    ept_bind_int(put, 1, INT64_MAX);
    ept_bind_text(put, 2, "\xea\xb0\x80");
    ept_bind_blob(put, 3, "\0\1\2", 3);
    ept_bind_real(put, 4, 2.5);
    assert_ok(ept_stmt_run(put));
    assert_int_equal(ept_db_changes(p->db), 1);
    assert_true(ept_db_last_rowid(p->db) == INT64_MAX);

    ept_bind_int(get, 1, INT64_MAX);
    assert_ok(ept_step(&row, get));
    assert_true(row);
    assert_true(ept_col_int(get, 0) == INT64_MAX);
    assert_true(ept_str_is(ept_col_text(get, 1), "\xea\xb0\x80"));
    assert_int_equal(ept_col_blob(get, 2).n, 3);
    assert_true(ept_col_real(get, 3) == 2.5);
    assert_ok(ept_col_dup(&text, p->arena, get, 1));
    assert_ok(ept_step(&row, get));
    assert_false(row);
    assert_string_equal(text, "\xea\xb0\x80"); /* outlives the row */
}

static void stmt__null__is_told_apart_from_empty(void **state)
{
    place *p = *state;
    ept_stmt *put = NULL, *get = NULL;
    bool row = false;
    const char *text = "x";
    assert_ok(ept_db_prepare(&put, p->db, "INSERT INTO t VALUES(1,?1,?2,?3)"));
    ept_bind_text(put, 1, NULL);
    ept_bind_blob(put, 2, "", 0);
    ept_bind_null(put, 3);
    assert_ok(ept_stmt_run(put));

    assert_ok(ept_db_prepare(&get, p->db, "SELECT a, b, c FROM t"));
    assert_ok(ept_step(&row, get));
    assert_true(ept_col_is_null(get, 0));
    assert_false(ept_col_is_null(get, 1));
    assert_true(ept_col_is_null(get, 2));
    assert_ok(ept_col_dup(&text, p->arena, get, 0));
    assert_null(text);
    ept_reset(get);
}

static void step__after_the_end__starts_again_without_old_values(void **state)
{
    place *p = *state;
    ept_stmt *get = NULL;
    bool row = false;
    assert_ok(ept_db_exec(p->db, "INSERT INTO t(id) VALUES(1)"));
    assert_ok(ept_db_prepare(&get, p->db, "SELECT id FROM t WHERE id=?1"));

    ept_bind_int(get, 1, 1);
    assert_ok(ept_step(&row, get));
    assert_true(row);
    assert_ok(ept_step(&row, get));
    assert_false(row);
    assert_ok(ept_step(&row, get)); /* ?1 is NULL now */
    assert_false(row);
    ept_bind_int(get, 1, 1);
    assert_ok(ept_step(&row, get));
    assert_true(row);
    ept_reset(get);
}

static void bind__bad_index__shows_at_the_step_and_only_there(void **state)
{
    place *p = *state;
    ept_stmt *put = NULL;
    bool row = true;
    assert_ok(ept_db_prepare(&put, p->db, "INSERT INTO t(id) VALUES(?1)"));

    ept_bind_int(put, 9, 1);
    assert_status(EPT_E_DB, ept_step(&row, put));
    assert_false(row);
    ept_bind_int(put, 1, 1);
    assert_ok(ept_stmt_run(put));
}

static void run__constraint__fails_and_recovers(void **state)
{
    place *p = *state;
    ept_stmt *put = NULL;
    assert_ok(ept_db_prepare(&put, p->db, "INSERT INTO t(id) VALUES(?1)"));
    ept_bind_int(put, 1, 1);
    assert_ok(ept_stmt_run(put));

    ept_bind_int(put, 1, 1);
    assert_status(EPT_E_DB, ept_stmt_run(put));
    ept_bind_int(put, 1, 2);
    assert_ok(ept_stmt_run(put));
}

static void prepare__bad_sql__fails(void **state)
{
    place *p = *state;
    ept_stmt *stmt = NULL;

    assert_status(EPT_E_DB, ept_db_prepare(&stmt, p->db, "SELECT nothing FROM nowhere"));
    assert_null(stmt);
    assert_status(EPT_E_INVAL, ept_db_prepare(&stmt, p->db, "  -- only a remark"));
    assert_null(stmt);
}

static void transaction__rollback__leaves_nothing(void **state)
{
    place *p = *state;
    ept_stmt *count = NULL;
    bool row = false;
    assert_ok(ept_db_prepare(&count, p->db, "SELECT count(*) FROM t"));

    ept_db_rollback(p->db); /* outside a transaction: nothing happens */
    assert_ok(ept_db_begin(p->db));
    assert_ok(ept_db_exec(p->db, "INSERT INTO t(id) VALUES(1)"));
    ept_db_rollback(p->db);
    assert_ok(ept_db_begin(p->db));
    assert_ok(ept_db_exec(p->db, "INSERT INTO t(id) VALUES(2)"));
    assert_ok(ept_db_commit(p->db));

    assert_ok(ept_step(&row, count));
    assert_int_equal(ept_col_int(count, 0), 1);
    ept_reset(count);
    assert_status(EPT_E_DB, ept_db_commit(p->db));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(stmt__round_trip__keeps_every_type, setup, teardown),
        cmocka_unit_test_setup_teardown(stmt__null__is_told_apart_from_empty, setup, teardown),
        cmocka_unit_test_setup_teardown(step__after_the_end__starts_again_without_old_values, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(bind__bad_index__shows_at_the_step_and_only_there, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(run__constraint__fails_and_recovers, setup, teardown),
        cmocka_unit_test_setup_teardown(prepare__bad_sql__fails, setup, teardown),
        cmocka_unit_test_setup_teardown(transaction__rollback__leaves_nothing, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
