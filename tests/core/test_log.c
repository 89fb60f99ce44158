/* SPDX-License-Identifier: MIT */
/* test_log.c - where lines go, their form, rotation, and that a log that cannot be opened changes
 * nothing. */
#include "support/ept_test.h"

#include <ctype.h>
#include <string.h>

#include "epstopik/log.h"
#include "epstopik/path.h"
#include "temp_folder.h"

enum { MIB = 1024 * 1024, LINE_BYTES = 1000, LINES = 1200 };

typedef struct seen {
    int calls;
    ept_log_level level;
    char module[20];
    char line[4096];
} seen;

static void remember(void *ctx, ept_log_level level, const char *module, const char *line)
{
    seen *s = ctx;
    s->calls++;
    s->level = level;
    snprintf(s->module, sizeof s->module, "%s", module);
    snprintf(s->line, sizeof s->line, "%s", line);
}

static int close_and_remove(void **state)
{
    ept_log_close();
    ept_log_to(NULL, NULL);
    return temp_folder_teardown(state);
}

static void log__sink__gets_formatted_lines(void **state)
{
    (void)state;
    seen s = {0};
    ept_log_to(remember, &s);

    ept_log(EPT_LOG_DEBUG, "bank", "%d items in %s", 40, "x.bank");

    assert_int_equal(1, s.calls);
    assert_int_equal(EPT_LOG_DEBUG, s.level);
    assert_string_equal("bank", s.module);
    assert_string_equal("40 items in x.bank", s.line);
    ept_log_to(NULL, NULL);
    ept_log(EPT_LOG_DEBUG, "bank", "not for the old sink, and too small for stderr");
    assert_int_equal(1, s.calls);
}

static void log__line__stays_one_line(void **state)
{
    (void)state;
    seen s = {0};
    ept_log_to(remember, &s);

    ept_log(EPT_LOG_INFO, "m", "a\nb\r\tc\x1B[31m");
    assert_string_equal("a b  c [31m", s.line);

    ept_log(EPT_LOG_INFO, "m", "%10000d", 1);
    assert_in_range(strlen(s.line), 1000, 4000);
}

/* "2026-11-22T04:00:00Z " and the given rest. */
static void expect_line(const char *rest, const char *line, size_t n)
{
    static const char form[] = "dddd-dd-ddTdd:dd:ddZ ";

    assert_int_equal(sizeof form - 1 + strlen(rest), n);
    for (size_t i = 0; form[i]; i++) {
        assert_true(form[i] == 'd' ? isdigit((unsigned char)line[i]) : line[i] == form[i]);
    }
    assert_memory_equal(rest, line + sizeof form - 1, strlen(rest));
}

static void log__file__has_time_level_module(void **state)
{
    const char *path = temp_folder_at(state, "log");
    ept_buf got = {0};

    assert_ok(ept_log_open(path));
    ept_log(EPT_LOG_WARN, "bank", "odd");
    ept_log_close();
    assert_ok(ept_log_open(path)); /* goes on behind what is there */
    ept_log(EPT_LOG_ERROR, "ui", "bad");
    ept_log_close();
    ept_log(EPT_LOG_DEBUG, "ui", "not in the file");

    assert_ok(ept_path_read(&got, path));
    const char *second = strchr(got.p, '\n') + 1;
    expect_line("warn bank: odd\n", got.p, (size_t)(second - got.p));
    expect_line("error ui: bad\n", second, strlen(second));
    ept_buf_clear(&got);
}

static uint64_t size_of(void **state, const char *name)
{
    ept_path_info info;
    assert_ok(ept_path_stat(&info, temp_folder_at(state, name)));
    return info.bytes;
}

static void write_lines(int n)
{
    char line[LINE_BYTES];

    memset(line, 'x', sizeof line - 1);
    line[sizeof line - 1] = '\0';
    for (int i = 0; i < n; i++) {
        ept_log(EPT_LOG_INFO, "m", "%s", line);
    }
}

static void log__file__rotates_at_a_mebibyte(void **state)
{
    assert_ok(ept_log_open(temp_folder_at(state, "log")));
    (void)ept_fail(EPT_E_IO, "the error before");

    write_lines(LINES);

    assert_string_equal("the error before", ept_error());
    uint64_t old = size_of(state, "log.1"), new = size_of(state, "log");
    assert_in_range(old, MIB, MIB + 2 * LINE_BYTES);
    assert_in_range(new, 1, MIB);
    assert_int_equal(0, (old + new) % LINES); /* no line lost: all are equally long */

    write_lines(LINES); /* a second time: the old one is replaced */
    assert_in_range(size_of(state, "log.1"), MIB, MIB + 2 * LINE_BYTES);
    assert_in_range(size_of(state, "log"), 1, MIB);
}

static void log__file__counts_what_was_there(void **state)
{
    assert_ok(ept_log_open(temp_folder_at(state, "log")));
    write_lines(600);
    ept_log_close();
    assert_ok(ept_log_open(temp_folder_at(state, "log")));
    write_lines(600);

    assert_true(ept_path_is_file(temp_folder_at(state, "log.1")));
}

static void log__file__goes_on_when_it_cannot_move(void **state)
{
    /* A folder that is not empty stands where the old log should go. */
    assert_ok(ept_path_mkdirs(temp_folder_at(state, "log.1/full")));
    assert_ok(ept_log_open(temp_folder_at(state, "log")));

    write_lines(LINES);

    assert_true(size_of(state, "log") > MIB);
}

static void log__open__failing_changes_nothing(void **state)
{
    seen s = {0};
    ept_log_to(remember, &s);

    assert_status(EPT_E_NOT_FOUND, ept_log_open(temp_folder_at(state, "none/log")));
    for (size_t n = 1; n <= 2; n++) {
        const char *path = temp_folder_at(state, "log");
        ept_alloc_fail_at(n);
        ept_status st = ept_log_open(path);
        ept_alloc_fail_at(0);
        assert_status(EPT_E_NOMEM, st);
    }
    ept_log(EPT_LOG_INFO, "m", "still here");

    assert_int_equal(1, s.calls);
}

#define IN_FOLDER(f) cmocka_unit_test_setup_teardown(f, temp_folder_setup, close_and_remove)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(log__sink__gets_formatted_lines),
        IN_FOLDER(log__line__stays_one_line),
        IN_FOLDER(log__file__has_time_level_module),
        IN_FOLDER(log__file__rotates_at_a_mebibyte),
        IN_FOLDER(log__file__counts_what_was_there),
        IN_FOLDER(log__file__goes_on_when_it_cannot_move),
        IN_FOLDER(log__open__failing_changes_nothing),
    };
    return cmocka_run_group_tests_name("core.log", tests, NULL, NULL);
}
