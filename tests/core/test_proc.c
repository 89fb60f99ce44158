/* SPDX-License-Identifier: MIT */
/* test_proc.c - exit codes, files as standard streams, and what is said of a program that is not
 * there. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/path.h"
#include "epstopik/proc.h"
#include "temp_folder.h"

#define ARGV(...) ((const char *const[]){__VA_ARGS__, NULL})

static int run_shell(const char *command)
{
    int code = -1;
    assert_ok(ept_proc_run(&code, &(ept_proc_opts){.argv = ARGV("sh", "-c", command)}));
    return code;
}

static void proc__run__tells_the_exit_code(void **state)
{
    (void)state;
    assert_int_equal(0, run_shell("exit 0"));
    assert_int_equal(7, run_shell("exit 7"));
    assert_int_equal(255, run_shell("exit 255"));
}

static void proc__run__tells_the_signal(void **state)
{
    (void)state;
    assert_int_equal(128 + 9, run_shell("kill -9 $$"));
    assert_int_equal(128 + 15, run_shell("kill -15 $$"));
}

static void proc__run__connects_files(void **state)
{
    temp_folder_write(state, "in", "one\ntwo\n");
    temp_folder_write(state, "out", "much longer than what comes now, and all of it must go\n");
    const ept_proc_opts opts = {
        .argv = ARGV("sh", "-c", "cat; echo wrong >&2"),
        .stdin_path = temp_folder_at(state, "in"),
        .stdout_path = temp_folder_at(state, "out"),
        .stderr_path = temp_folder_at(state, "err"),
    };
    int code = -1;

    assert_ok(ept_proc_run(&code, &opts));

    assert_int_equal(0, code);
    temp_folder_expect(state, "out", "one\ntwo\n");
    temp_folder_expect(state, "err", "wrong\n");
}

static void proc__run__without_files_reads_nothing(void **state)
{
    (void)state;
    assert_int_equal(3, run_shell("read line || exit 3"));
}

/* No shell looks at the arguments. */
static void proc__run__hands_over_arguments_as_they_are(void **state)
{
    int code = -1;
    const ept_proc_opts opts = {
        .argv = ARGV("printf", "%s|", "", "a b", "$HOME", "\"'*;", "\xED\x95\x9C"),
        .stdout_path = temp_folder_at(state, "out"),
    };

    assert_ok(ept_proc_run(&code, &opts));

    assert_int_equal(0, code);
    temp_folder_expect(state, "out", "|a b|$HOME|\"'*;|\xED\x95\x9C|");
}

static void proc__run__a_missing_program(void **state)
{
    int code = 5;

    assert_status(EPT_E_UNAVAILABLE,
                  ept_proc_run(&code, &(ept_proc_opts){.argv = ARGV("no-such-program-here")}));
    assert_int_equal(-1, code);
    assert_non_null(strstr(ept_error(), "no-such-program-here"));

    temp_folder_write(state, "plain", "text");
    assert_status(
        EPT_E_UNAVAILABLE,
        ept_proc_run(&code, &(ept_proc_opts){.argv = ARGV(temp_folder_at(state, "plain"))}));
}

static void proc__run__a_folder_is_no_program(void **state)
{
    int code = 5;
    const temp_folder *folder = *state;

    assert_status(EPT_E_UNAVAILABLE,
                  ept_proc_run(&code, &(ept_proc_opts){.argv = ARGV(folder->path)}));
}

static void proc__run__a_missing_input_is_not_a_missing_program(void **state)
{
    int code = 5;
    const ept_proc_opts no_input = {.argv = ARGV("cat"),
                                    .stdin_path = temp_folder_at(state, "none")};
    const ept_proc_opts no_place = {.argv = ARGV("cat"),
                                    .stdout_path = temp_folder_at(state, "none/out")};

    assert_status(EPT_E_NOT_FOUND, ept_proc_run(&code, &no_input));
    assert_status(EPT_E_NOT_FOUND, ept_proc_run(&code, &no_place));
}

static void proc__run__nothing(void **state)
{
    (void)state;
    int code = 5;
    static const char *const none[] = {NULL};

    assert_status(EPT_E_INVAL, ept_proc_run(&code, &(ept_proc_opts){.argv = none}));
    assert_status(EPT_E_INVAL, ept_proc_run(&code, &(ept_proc_opts){0}));
    assert_int_equal(-1, code);
}

static void proc__run__without_memory(void **state)
{
    (void)state;
    int code = 5;

    for (size_t n = 1; code != 0; n++) {
        assert_true(n < 100);
        ept_alloc_fail_at(n);
        ept_status st = ept_proc_run(&code, &(ept_proc_opts){.argv = ARGV("true")});
        ept_alloc_fail_at(0);
        assert_status(code == 0 ? EPT_OK : EPT_E_NOMEM, st);
    }
}

/* Descriptors must not be used up, nor reach the child. */
static void proc__run__leaks_no_descriptor(void **state)
{
    FILE *open_here = NULL;
    int code = -1;
    assert_ok(ept_path_open(&open_here, temp_folder_at(state, "mine"), "wb"));
    for (int i = 0; i < 50; i++) {
        assert_int_equal(0, run_shell("exit 0"));
    }
    const ept_proc_opts opts = {.argv = ARGV("sh", "-c", "ls /proc/self/fd | wc -l"),
                                .stdout_path = temp_folder_at(state, "out")};

    if (ept_path_is_dir("/proc/self/fd")) {
        ept_buf got = {0};
        int64_t n = 0;
        assert_ok(ept_proc_run(&code, &opts));
        assert_ok(ept_path_read(&got, temp_folder_at(state, "out")));
        assert_int_equal(1, ept_parse_int(&n, strtok(got.p, " \n"), 0, 1000));
        ept_buf_clear(&got);
        assert_in_range(n, 3, 20);
    }
    fclose(open_here);
}

#define IN_FOLDER(f) cmocka_unit_test_setup_teardown(f, temp_folder_setup, temp_folder_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(proc__run__tells_the_exit_code),
        cmocka_unit_test(proc__run__tells_the_signal),
        IN_FOLDER(proc__run__connects_files),
        cmocka_unit_test(proc__run__without_files_reads_nothing),
        IN_FOLDER(proc__run__hands_over_arguments_as_they_are),
        IN_FOLDER(proc__run__a_missing_program),
        IN_FOLDER(proc__run__a_folder_is_no_program),
        IN_FOLDER(proc__run__a_missing_input_is_not_a_missing_program),
        cmocka_unit_test(proc__run__nothing),
        cmocka_unit_test(proc__run__without_memory),
        IN_FOLDER(proc__run__leaks_no_descriptor),
    };
    return cmocka_run_group_tests_name("core.proc", tests, NULL, NULL);
}
