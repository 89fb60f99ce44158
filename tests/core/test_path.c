/* SPDX-License-Identifier: MIT */
/* test_path.c - files in a fresh folder: whole or not at all, the code for each cause, order of
 * walks, where assets are found. Links are made by ln: the path module has no use for making them.
 */
#define _POSIX_C_SOURCE 200809L /* setenv */
#include "support/ept_test.h"

#include <stdlib.h>
#include <string.h>

#include "epstopik/path.h"
#include "epstopik/proc.h"
#include "temp_folder.h"

/* A place that refuses even the superuser. */
#define NO_WRITING "/sys/kernel"

static ept_arena *arena_of(void **state)
{
    const temp_folder *folder = *state;
    return folder->arena;
}

static const char *folder_of(void **state)
{
    const temp_folder *folder = *state;
    return folder->path;
}

static void make_link(void **state, const char *target, const char *name)
{
    const char *const argv[] = {"ln", "-s", target, temp_folder_at(state, name), NULL};
    int code = -1;

    assert_ok(ept_proc_run(&code, &(ept_proc_opts){.argv = argv}));
    assert_int_equal(0, code);
}

static void expect_names(const char *expected, const char **names, size_t count)
{
    ept_buf joined = {0};

    for (size_t i = 0; i < count; i++) {
        ept_buf_printf(&joined, "%s%s", i ? " " : "", names[i]);
    }
    ept_buf_add(&joined, "", 0);
    assert_string_equal(expected, joined.p);
    ept_buf_clear(&joined);
}

static void expect_folder(void **state, const char *expected)
{
    const char **names = NULL;
    size_t count = 0;

    assert_ok(ept_path_list(&names, &count, arena_of(state), folder_of(state)));
    expect_names(expected, names, count);
}

static void path__write__reads_back(void **state)
{
    enum { N = 100001 };
    const char *path = temp_folder_at(state, "f");
    unsigned char *bytes = ept_calloc(N, 1);
    ept_buf got = {0};

    for (size_t i = 0; i < N; i++) {
        bytes[i] = (unsigned char)(i * 7 + i / 256);
    }
    assert_ok(ept_path_write(path, bytes, N));
    ept_buf_puts(&got, "what was there before");
    assert_ok(ept_path_read(&got, path));
    assert_int_equal(N, got.n);
    assert_memory_equal(bytes, got.p, N);
    assert_int_equal('\0', got.p[N]);
    ept_free(bytes);
    ept_buf_clear(&got);
}

static void path__write__replaces_and_leaves_nothing(void **state)
{
    temp_folder_write(state, "f", "a long first text");
    temp_folder_write(state, "f", "second");
    temp_folder_expect(state, "f", "second");
    temp_folder_write(state, "f", "");
    temp_folder_expect(state, "f", "");
    expect_folder(state, "f");
}

static void path__write__takes_utf8_names(void **state)
{
    const char *name = "\xED\x95\x9C \xD2\x9B \xF0\x9F\x98\x80";

    temp_folder_write(state, name, "x");
    temp_folder_expect(state, name, "x");
    expect_folder(state, name);
}

static void path__write__failing_keeps_the_old(void **state)
{
    const char *folder = temp_folder_at(state, "d");
    assert_ok(ept_path_mkdirs(temp_folder_at(state, "d/in")));

    /* The rename at the end fails: a folder cannot be replaced by a file. */
    assert_status(EPT_E_IO, ept_path_write(folder, "x", 1));

    assert_true(ept_path_is_dir(folder));
    expect_folder(state, "d");
    assert_status(EPT_E_NOT_FOUND, ept_path_write(temp_folder_at(state, "none/f"), "x", 1));
    temp_folder_write(state, "f", "old");
    assert_status(EPT_E_NOT_FOUND, ept_path_write(temp_folder_at(state, "f/g"), "x", 1));
    temp_folder_expect(state, "f", "old");
}

static void path__write__where_nobody_may(void **state)
{
    if (!ept_path_is_dir(NO_WRITING)) {
        skip();
    }
    temp_folder_write(state, "f", "x");
    const char *from = temp_folder_at(state, "f");
    FILE *f = NULL;

    assert_status(EPT_E_READONLY, ept_path_write(NO_WRITING "/f", "x", 1));
    assert_non_null(strstr(ept_error(), NO_WRITING "/f"));
    assert_status(EPT_E_READONLY, ept_path_open(&f, NO_WRITING "/f", "wb"));
    assert_null(f);
    assert_status(EPT_E_READONLY, ept_path_mkdirs(NO_WRITING "/a/b"));
    assert_status(EPT_E_READONLY, ept_path_copy(from, NO_WRITING "/f"));
}

static void path__write__on_a_full_disk(void **state)
{
    FILE *f = NULL;
    if (ept_path_open(&f, "/dev/full", "wb") != EPT_OK) {
        skip();
    }
    assert_int_equal(1, fwrite("x", 1, 1, f));
    assert_int_not_equal(0, fclose(f));

    /* The target of a link is written in place by a stream, so the device can be met by name too.
     */
    make_link(state, "/dev/full", "full");
    assert_ok(ept_path_open(&f, temp_folder_at(state, "full"), "ab"));
    assert_int_equal(1, fwrite("x", 1, 1, f));
    assert_int_not_equal(0, fflush(f));
    fclose(f);
}

static void path__read__says_what_is_wrong(void **state)
{
    ept_buf got = {0};

    assert_status(EPT_E_NOT_FOUND, ept_path_read(&got, temp_folder_at(state, "none")));
    assert_non_null(strstr(ept_error(), "none"));
    assert_status(EPT_E_IO, ept_path_read(&got, folder_of(state)));
    assert_int_equal(0, got.n);
    ept_buf_clear(&got);
}

static void path__open__modes(void **state)
{
    const char *path = temp_folder_at(state, "f");
    FILE *f = NULL;

    assert_status(EPT_E_NOT_FOUND, ept_path_open(&f, path, "rb"));
    assert_null(f);
    for (int i = 0; i < 2; i++) {
        assert_ok(ept_path_open(&f, path, "ab"));
        fputs("x\n", f);
        fclose(f);
    }
    temp_folder_expect(state, "f", "x\nx\n");
    assert_status(EPT_E_INVAL, ept_path_open(&f, path, "r"));
    assert_status(EPT_E_INVAL, ept_path_open(&f, path, "r+b"));
    assert_null(f);
}

static void path__kinds__are_told_apart(void **state)
{
    temp_folder_write(state, "f", "12345");
    make_link(state, "f", "link");
    make_link(state, "nowhere", "dangling");
    ept_path_info info;

    assert_true(ept_path_is_file(temp_folder_at(state, "f")));
    assert_true(ept_path_is_file(temp_folder_at(state, "link")));
    assert_false(ept_path_is_file(temp_folder_at(state, "dangling")));
    assert_false(ept_path_is_file(folder_of(state)));
    assert_true(ept_path_is_dir(folder_of(state)));
    assert_false(ept_path_is_dir(temp_folder_at(state, "f")));
    assert_false(ept_path_is_dir(temp_folder_at(state, "none")));
    assert_ok(ept_path_stat(&info, temp_folder_at(state, "f")));
    assert_int_equal(5, info.bytes);
    assert_true(info.modified_ms > INT64_C(1700000000000));
    assert_status(EPT_E_NOT_FOUND, ept_path_stat(&info, temp_folder_at(state, "none")));
    assert_int_equal(0, info.bytes);
}

static void path__mkdirs__makes_all_parts(void **state)
{
    assert_ok(ept_path_mkdirs(temp_folder_at(state, "a/b//c/")));
    assert_true(ept_path_is_dir(temp_folder_at(state, "a/b/c")));
    assert_ok(ept_path_mkdirs(temp_folder_at(state, "a/b/c")));
    assert_ok(ept_path_mkdirs("/"));
    assert_ok(ept_path_mkdirs("."));

    temp_folder_write(state, "f", "x");
    assert_status(EPT_E_IO, ept_path_mkdirs(temp_folder_at(state, "f")));
    assert_status(EPT_E_IO, ept_path_mkdirs(temp_folder_at(state, "f/g")));
    temp_folder_expect(state, "f", "x");
}

static void path__remove__is_fine_without_it(void **state)
{
    temp_folder_write(state, "f", "x");
    assert_ok(ept_path_remove(temp_folder_at(state, "f")));
    assert_ok(ept_path_remove(temp_folder_at(state, "f")));
    assert_int_not_equal(EPT_OK, ept_path_remove(folder_of(state)));
    assert_true(ept_path_is_dir(folder_of(state)));
}

static void path__remove_tree__does_not_follow_links(void **state)
{
    assert_ok(ept_path_mkdirs(temp_folder_at(state, "kept")));
    assert_ok(ept_path_mkdirs(temp_folder_at(state, "t/a/b")));
    temp_folder_write(state, "kept/f", "x");
    temp_folder_write(state, "t/a/b/f", "x");
    temp_folder_write(state, "t/.hidden", "x");
    make_link(state, "../kept", "t/link");

    assert_ok(ept_path_remove_tree(temp_folder_at(state, "t")));
    assert_ok(ept_path_remove_tree(temp_folder_at(state, "t")));

    expect_folder(state, "kept");
    temp_folder_expect(state, "kept/f", "x");
    assert_ok(ept_path_remove_tree(temp_folder_at(state, "kept/f")));
    assert_false(ept_path_is_file(temp_folder_at(state, "kept/f")));
}

static void path__rename__replaces(void **state)
{
    temp_folder_write(state, "a", "new");
    temp_folder_write(state, "b", "old");

    assert_ok(ept_path_rename(temp_folder_at(state, "a"), temp_folder_at(state, "b")));

    expect_folder(state, "b");
    temp_folder_expect(state, "b", "new");
    assert_status(EPT_E_NOT_FOUND,
                  ept_path_rename(temp_folder_at(state, "a"), temp_folder_at(state, "c")));
}

static void path__copy__is_whole_or_nothing(void **state)
{
    temp_folder_write(state, "a", "text");
    temp_folder_write(state, "b", "old");

    assert_ok(ept_path_copy(temp_folder_at(state, "a"), temp_folder_at(state, "b")));
    temp_folder_expect(state, "a", "text");
    temp_folder_expect(state, "b", "text");

    assert_status(EPT_E_NOT_FOUND,
                  ept_path_copy(temp_folder_at(state, "none"), temp_folder_at(state, "b")));
    assert_status(EPT_E_IO, ept_path_copy(folder_of(state), temp_folder_at(state, "b")));
    temp_folder_expect(state, "b", "text");
    expect_folder(state, "a b");
}

static void path__list__sorts_by_bytes(void **state)
{
    static const char *const names[] = {"b",  "a",  "B", "\xEA\xB0\x80", "a.x", "a-x",
                                        ".h", "10", "9"};
    const char **listed = NULL;
    size_t count = 1;

    expect_folder(state, "");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        temp_folder_write(state, names[i], "");
    }
    expect_folder(state, ".h 10 9 B a a-x a.x b \xEA\xB0\x80");
    assert_status(EPT_E_NOT_FOUND,
                  ept_path_list(&listed, &count, arena_of(state), temp_folder_at(state, "none")));
    assert_null(listed);
    assert_int_equal(0, count);
    assert_status(EPT_E_NOT_FOUND,
                  ept_path_list(&listed, &count, arena_of(state), temp_folder_at(state, "a")));
}

static void path__list__holds_many(void **state)
{
    const char **listed = NULL;
    size_t count = 0;
    char name[20];

    for (int i = 0; i < 100; i++) {
        snprintf(name, sizeof name, "%03d", 99 - i);
        temp_folder_write(state, name, "");
    }
    assert_ok(ept_path_list(&listed, &count, arena_of(state), folder_of(state)));
    assert_int_equal(100, count);
    assert_string_equal("000", listed[0]);
    assert_string_equal("099", listed[99]);
}

static void make_tree(void **state)
{
    assert_ok(ept_path_mkdirs(temp_folder_at(state, "t/a/deep")));
    assert_ok(ept_path_mkdirs(temp_folder_at(state, "t/empty")));
    temp_folder_write(state, "t/a/z", "");
    temp_folder_write(state, "t/a/deep/y", "");
    temp_folder_write(state, "t/a.txt", "");
    temp_folder_write(state, "t/a0", "");
    make_link(state, "a.txt", "t/file-link");
    make_link(state, "..", "t/circle");
    make_link(state, "nowhere", "t/dangling");
}

/* Sorted as whole paths: '.' is before '/', '/' before '0'. */
static void path__walk__gives_files_in_one_order(void **state)
{
    const char **files = NULL;
    size_t count = 0;

    make_tree(state);
    assert_ok(ept_path_walk(&files, &count, arena_of(state), temp_folder_at(state, "t")));
    expect_names("a.txt a/deep/y a/z a0 file-link", files, count);

    assert_ok(ept_path_walk(&files, &count, arena_of(state), temp_folder_at(state, "t/empty")));
    assert_int_equal(0, count);
    assert_status(EPT_E_NOT_FOUND,
                  ept_path_walk(&files, &count, arena_of(state), temp_folder_at(state, "none")));
    assert_null(files);
}

static void path__names__join_base_dir(void **state)
{
    ept_arena *arena = arena_of(state);

    assert_string_equal("a/b", ept_path_join(arena, "a", "b"));
    assert_string_equal("a/b", ept_path_join(arena, "a/", "b"));
    assert_string_equal("/b", ept_path_join(arena, "/", "b"));
    assert_string_equal("b", ept_path_join(arena, "", "b"));
    assert_string_equal("c", ept_path_base("/a/b/c"));
    assert_string_equal("c", ept_path_base("c"));
    assert_string_equal("", ept_path_base("a/"));
    assert_string_equal("/a/b", ept_path_dir(arena, "/a/b/c"));
    assert_string_equal("/", ept_path_dir(arena, "/a"));
    assert_string_equal("/", ept_path_dir(arena, "/"));
    assert_string_equal(".", ept_path_dir(arena, "a"));
}

/* clang-format off */
typedef enum step {
    STEP_READ, STEP_WRITE, STEP_COPY, STEP_MKDIRS, STEP_REMOVE_TREE, STEP_LIST, STEP_WALK,
    STEP_TEMP_DIR, STEP_EXE_DIR, STEP_ASSET, STEP_COUNT
} step;
/* clang-format on */

typedef struct step_paths {
    const char *source, *target, *folder, *tree;
} step_paths;

static ept_status do_step(step what, const step_paths *p, ept_arena *arena, ept_buf *got)
{
    const char **names = NULL;
    char *found = NULL;
    size_t count = 0;

    switch (what) {
    case STEP_READ:
        return ept_path_read(got, p->source);
    case STEP_WRITE:
        return ept_path_write(p->target, "new", 3);
    case STEP_COPY:
        return ept_path_copy(p->source, p->target);
    case STEP_MKDIRS:
        return ept_path_mkdirs(p->folder);
    case STEP_REMOVE_TREE:
        return ept_path_remove_tree(p->tree);
    case STEP_LIST:
        return ept_path_list(&names, &count, arena, p->tree);
    case STEP_WALK:
        return ept_path_walk(&names, &count, arena, p->tree);
    case STEP_TEMP_DIR: {
        ept_status st = ept_path_temp_dir(&found, arena);
        return st == EPT_OK ? ept_path_remove_tree(found) : st;
    }
    case STEP_EXE_DIR:
        return ept_path_exe_dir(&found, arena);
    case STEP_ASSET:
        return ept_path_asset(&found, arena, "source");
    case STEP_COUNT:
        break;
    }
    return EPT_E_INVAL;
}

/* Each function, with memory running out at each of its allocations, until it has enough. */
static void path__memory__may_run_out_anywhere(void **state)
{
    make_tree(state);
    temp_folder_write(state, "source", "text");
    temp_folder_write(state, "target", "old");
    const step_paths paths = {temp_folder_at(state, "source"), temp_folder_at(state, "target"),
                              temp_folder_at(state, "x/y/z"), temp_folder_at(state, "t")};

    setenv("EPT_ASSETS", folder_of(state), 1);
    for (int what = 0; what < STEP_COUNT; what++) {
        ept_status st = EPT_E_NOMEM;
        for (size_t n = 1; st != EPT_OK; n++) {
            ept_arena *arena = NULL;
            ept_buf got = {0};
            assert_true(n < 200);
            assert_ok(ept_arena_new(&arena));
            ept_alloc_fail_at(n);
            st = do_step((step)what, &paths, arena, &got);
            ept_alloc_fail_at(0);
            ept_arena_free(arena);
            ept_buf_clear(&got);
            if (st != EPT_OK) {
                assert_status(EPT_E_NOMEM, st);
                temp_folder_expect(state, "source", "text");
            } else {
                assert_true(n > 1); /* the hook did meet it */
            }
            if (what == STEP_REMOVE_TREE && st == EPT_OK) {
                make_tree(state);
            }
        }
    }
    expect_folder(state, "source t target x");
}

static void path__asset__looks_in_order(void **state)
{
    ept_arena *arena = arena_of(state);
    char *found = NULL, *exe_dir = NULL;
    assert_ok(ept_path_exe_dir(&exe_dir, arena));
    assert_true(ept_path_is_file(ept_path_join(arena, exe_dir, "test_core_path")));

    setenv("EPT_ASSETS", folder_of(state), 1);
    temp_folder_write(state, "messages", "x");
    assert_ok(ept_path_asset(&found, arena, "messages"));
    assert_string_equal(temp_folder_at(state, "messages"), found);

    /* Not there: beside the program. */
    assert_ok(ept_path_asset(&found, arena, "test_core_path"));
    assert_string_equal(ept_path_join(arena, exe_dir, "test_core_path"), found);

    assert_status(EPT_E_NOT_FOUND, ept_path_asset(&found, arena, "no-such-asset"));
    assert_null(found);
    assert_non_null(strstr(ept_error(), "no-such-asset"));
    assert_non_null(strstr(ept_error(), folder_of(state)));
    assert_non_null(strstr(ept_error(), exe_dir));
    assert_non_null(strstr(ept_error(), "share/eps-topik"));
}

/* Puts the probe into `folder` and expects that it finds "core.bank" at `expected`, both below the
 * test's folder; NULL: nowhere. */
static void expect_asset(void **state, const char *folder, const char *expected)
{
    const char *probe =
        ept_arena_printf(arena_of(state), "%s/probe", temp_folder_at(state, folder));
    int code = -1;

    assert_ok(ept_path_mkdirs(temp_folder_at(state, folder)));
    const char *const copy[] = {"cp", EPT_ASSET_PROBE, probe, NULL};
    assert_ok(ept_proc_run(&code, &(ept_proc_opts){.argv = copy}));
    assert_int_equal(0, code);
    const char *const find[] = {probe, "core.bank", NULL};
    assert_ok(ept_proc_run(
        &code, &(ept_proc_opts){.argv = find, .stdout_path = temp_folder_at(state, "said")}));
    assert_int_equal(expected ? 0 : 1, code);
    if (expected) {
        ept_buf said = {0};
        char *real = NULL;
        assert_ok(ept_path_read(&said, temp_folder_at(state, "said")));
        real = said.p + strlen(folder_of(state)) + 1;
        assert_true(strncmp(said.p, folder_of(state), strlen(folder_of(state))) == 0);
        assert_string_equal(expected, real);
        ept_buf_clear(&said);
    }
}

static void path__asset__beside_installed_and_in_the_source_tree(void **state)
{
    unsetenv("EPT_ASSETS");
    expect_asset(state, "usr/bin", NULL);

    assert_ok(ept_path_mkdirs(temp_folder_at(state, "usr/share/eps-topik")));
    temp_folder_write(state, "usr/share/eps-topik/core.bank", "");
    expect_asset(state, "usr/bin", "usr/bin/../share/eps-topik/core.bank");

    assert_ok(ept_path_mkdirs(temp_folder_at(state, "tree/assets/messages")));
    expect_asset(state, "tree/build/src/cli", NULL);
    temp_folder_write(state, "tree/assets/core.bank", "");
    expect_asset(state, "tree/build/src/cli", "tree/assets/core.bank");

    assert_ok(ept_path_mkdirs(temp_folder_at(state, "tree/build/assets")));
    temp_folder_write(state, "tree/build/assets/core.bank", "");
    expect_asset(state, "tree/build", "tree/build/assets/core.bank");
    temp_folder_write(state, "tree/build/core.bank", "");
    expect_asset(state, "tree/build", "tree/build/core.bank");
}

static void path__data_dir__follows_the_environment(void **state)
{
    ept_arena *arena = arena_of(state);
    char *dir = NULL;

    setenv("HOME", "/h", 1);
    setenv("XDG_DATA_HOME", "/x", 1);
    assert_ok(ept_path_data_dir(&dir, arena));
    assert_string_equal("/x/eps-topik", dir);
    setenv("XDG_DATA_HOME", "relative", 1);
    assert_ok(ept_path_data_dir(&dir, arena));
    assert_string_equal("/h/.local/share/eps-topik", dir);
    unsetenv("XDG_DATA_HOME");
    assert_ok(ept_path_data_dir(&dir, arena));
    assert_string_equal("/h/.local/share/eps-topik", dir);
    setenv("HOME", "", 1);
    assert_null(ept_path_env("HOME"));
    assert_status(EPT_E_NOT_FOUND, ept_path_data_dir(&dir, arena));
    assert_null(dir);
}

static void path__temp_dir__is_new_and_in_its_place(void **state)
{
    ept_arena *arena = arena_of(state);
    char *a = NULL, *b = NULL;

    setenv("TMPDIR", folder_of(state), 1);
    assert_ok(ept_path_temp_dir(&a, arena));
    assert_ok(ept_path_temp_dir(&b, arena));
    assert_string_not_equal(a, b);
    assert_true(ept_path_is_dir(a) && ept_path_is_dir(b));
    assert_string_equal(folder_of(state), ept_path_dir(arena, a));
    setenv("TMPDIR", temp_folder_at(state, "none"), 1);
    assert_status(EPT_E_NOT_FOUND, ept_path_temp_dir(&a, arena));
    assert_null(a);
    unsetenv("TMPDIR");
}

#define IN_FOLDER(f) cmocka_unit_test_setup_teardown(f, temp_folder_setup, temp_folder_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(path__write__reads_back),
        IN_FOLDER(path__write__replaces_and_leaves_nothing),
        IN_FOLDER(path__write__takes_utf8_names),
        IN_FOLDER(path__write__failing_keeps_the_old),
        IN_FOLDER(path__write__where_nobody_may),
        IN_FOLDER(path__write__on_a_full_disk),
        IN_FOLDER(path__read__says_what_is_wrong),
        IN_FOLDER(path__open__modes),
        IN_FOLDER(path__kinds__are_told_apart),
        IN_FOLDER(path__mkdirs__makes_all_parts),
        IN_FOLDER(path__remove__is_fine_without_it),
        IN_FOLDER(path__remove_tree__does_not_follow_links),
        IN_FOLDER(path__rename__replaces),
        IN_FOLDER(path__copy__is_whole_or_nothing),
        IN_FOLDER(path__list__sorts_by_bytes),
        IN_FOLDER(path__list__holds_many),
        IN_FOLDER(path__walk__gives_files_in_one_order),
        IN_FOLDER(path__names__join_base_dir),
        IN_FOLDER(path__memory__may_run_out_anywhere),
        IN_FOLDER(path__asset__looks_in_order),
        IN_FOLDER(path__asset__beside_installed_and_in_the_source_tree),
        IN_FOLDER(path__data_dir__follows_the_environment),
        IN_FOLDER(path__temp_dir__is_new_and_in_its_place),
    };
    return cmocka_run_group_tests_name("core.path", tests, NULL, NULL);
}
