/* SPDX-License-Identifier: MIT */
/* Migrations: all or nothing a step, a kept copy, a newer file untouched, fresh equal to migrated.
 */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/path.h"
#include "epstopik/store.h"
#include "store/shim_vfs.h"

static const ept_migration steps[] = {
    {1, "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT NOT NULL) STRICT;"},
    {2, "ALTER TABLE t ADD COLUMN b INTEGER NOT NULL DEFAULT 5; CREATE INDEX t_b ON t(b);"},
    {3, "CREATE TRIGGER t_keep BEFORE DELETE ON t BEGIN SELECT raise(ABORT, 'kept'); END;"},
};

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

static ept_db *open_at(const char *path, const char *vfs)
{
    ept_db *db = NULL;
    assert_ok(ept_db_open(&db, path,
                          &(ept_db_opts){.mode = EPT_DB_PERSON, .application_id = 7, .vfs = vfs}));
    return db;
}

static int version_of(ept_db *db)
{
    int version = -1;
    assert_ok(ept_db_user_version(&version, db));
    return version;
}

static const char *schema_of(place *p, ept_db *db)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    const char *text = NULL;
    assert_ok(ept_db_prepare(
        &stmt, db,
        "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)"));
    assert_ok(ept_step(&row, stmt));
    assert_ok(ept_col_dup(&text, p->arena, stmt, 0));
    ept_reset(stmt);
    return text;
}

static void assert_sound(place *p, ept_db *db)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    const char *text = NULL;
    assert_ok(ept_db_prepare(&stmt, db, "PRAGMA integrity_check"));
    assert_ok(ept_step(&row, stmt));
    assert_ok(ept_col_dup(&text, p->arena, stmt, 0));
    assert_string_equal(text, "ok");
    ept_reset(stmt);
}

static void migrate__fresh__equals_step_by_step(void **state)
{
    place *p = *state;
    ept_db *fresh = open_at(p->file, NULL);
    assert_ok(ept_db_migrate(fresh, steps, 3));
    const char *at_once = schema_of(p, fresh);
    assert_int_equal(version_of(fresh), 3);
    assert_false(ept_path_is_file(ept_path_join(p->arena, p->dir, "user.db.before-1")));
    assert_sound(p, fresh);
    ept_db_close(fresh);

    char *old = ept_path_join(p->arena, p->dir, "old.db");
    for (size_t n = 1; n <= 3; n++) {
        ept_db *db = open_at(old, NULL);
        assert_ok(ept_db_migrate(db, steps, n));
        if (n == 3) {
            assert_string_equal(schema_of(p, db), at_once);
        }
        ept_db_close(db);
    }
}

static void migrate__existing__keeps_a_copy_of_the_old_file(void **state)
{
    place *p = *state;
    ept_db *db = open_at(p->file, NULL);
    assert_ok(ept_db_migrate(db, steps, 1));
    assert_ok(ept_db_exec(db, "INSERT INTO t VALUES(1, 'x')"));
    assert_ok(ept_db_migrate(db, steps, 3));
    assert_int_equal(version_of(db), 3);
    assert_sound(p, db);
    ept_db_close(db);

    ept_db *copy = open_at(ept_path_join(p->arena, p->dir, "user.db.before-2"), NULL);
    assert_int_equal(version_of(copy), 1);
    assert_ok(ept_db_exec(copy, "UPDATE t SET a='y' WHERE id=1"));
    assert_int_equal(ept_db_changes(copy), 1);
    ept_db_close(copy);
    assert_false(ept_path_is_file(ept_path_join(p->arena, p->dir, "user.db.before-2.part")));
}

static void migrate__again__does_nothing(void **state)
{
    place *p = *state;
    ept_db *db = open_at(p->file, NULL);
    const char **names = NULL;
    size_t count = 0;
    assert_ok(ept_db_migrate(db, steps, 3));

    assert_ok(ept_db_migrate(db, steps, 3));
    ept_db_close(db);
    assert_ok(ept_path_list(&names, &count, p->arena, p->dir));
    assert_int_equal(count, 1);
}

static void migrate__bad_step__rolls_back_that_step_only(void **state)
{
    static const ept_migration bad[] = {
        {1, "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT NOT NULL) STRICT;"},
        {2, "CREATE TABLE u(x); INSERT INTO u VALUES(1); INSERT INTO nowhere VALUES(1);"},
    };
    place *p = *state;
    ept_db *db = open_at(p->file, NULL);

    assert_status(EPT_E_DB, ept_db_migrate(db, bad, 2));
    assert_int_equal(version_of(db), 1);
    assert_null(strstr(schema_of(p, db), "TABLE u"));
    assert_ok(ept_db_migrate(db, steps, 3)); /* and the connection is still good */
    ept_db_close(db);
}

static void migrate__newer_file__is_refused_untouched(void **state)
{
    place *p = *state;
    ept_buf before = {0}, after = {0};
    ept_db *db = open_at(p->file, NULL);
    assert_ok(ept_db_migrate(db, steps, 3));
    assert_ok(ept_db_exec(db, "PRAGMA user_version=9"));
    ept_db_close(db);
    assert_ok(ept_path_read(&before, p->file));

    db = open_at(p->file, NULL);
    assert_status(EPT_E_VERSION, ept_db_migrate(db, steps, 3));
    ept_db_close(db);

    assert_ok(ept_path_read(&after, p->file));
    assert_int_equal(before.n, after.n);
    assert_memory_equal(before.p, after.p, before.n);
    ept_buf_clear(&before);
    ept_buf_clear(&after);
}

static void migrate__no_room_for_the_copy__leaves_the_file_as_it_was(void **state)
{
    place *p = *state;
    shim_vfs_rules *rules = shim_vfs();
    ept_db *db = open_at(p->file, "shim");
    assert_ok(ept_db_migrate(db, steps, 1));

    rules->room_bytes = 4096;
    assert_status(EPT_E_FULL, ept_db_migrate(db, steps, 3));
    rules->room_bytes = -1;
    assert_int_equal(version_of(db), 1);
    assert_false(ept_path_is_file(ept_path_join(p->arena, p->dir, "user.db.before-2")));
    assert_false(ept_path_is_file(ept_path_join(p->arena, p->dir, "user.db.before-2.part")));
    assert_ok(ept_db_migrate(db, steps, 3));
    ept_db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(migrate__fresh__equals_step_by_step, setup, teardown),
        cmocka_unit_test_setup_teardown(migrate__existing__keeps_a_copy_of_the_old_file, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(migrate__again__does_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(migrate__bad_step__rolls_back_that_step_only, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(migrate__newer_file__is_refused_untouched, setup, teardown),
        cmocka_unit_test_setup_teardown(migrate__no_room_for_the_copy__leaves_the_file_as_it_was,
                                        setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
