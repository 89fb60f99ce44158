/* SPDX-License-Identifier: MIT */
/* Loading, falling back and formatting, on message files written by each test. */
#include "support/ept_test.h"

#include <string.h>

#include <unicode/uclean.h>

#include "epstopik/log.h"
#include "epstopik/messages.h"
#include "epstopik/path.h"

typedef struct fixture {
    ept_arena *arena;
    char *dir;
    ept_messages *messages;
    int logged;
} fixture;

static void count_line(void *ctx, ept_log_level level, const char *module, const char *line)
{
    fixture *f = ctx;
    (void)level;
    (void)module;
    (void)line;
    f->logged++;
}

static int setup(void **state)
{
    static fixture f;

    f = (fixture){0};
    *state = &f;
    ept_log_to(count_line, &f);
    bool ready = ept_arena_new(&f.arena) == EPT_OK && ept_path_temp_dir(&f.dir, f.arena) == EPT_OK;
    return ready ? 0 : -1;
}

static int teardown(void **state)
{
    fixture *f = *state;
    ept_alloc_fail_at(0);
    ept_log_to(NULL, NULL);
    ept_messages_free(f->messages);
    ept_status status = ept_path_remove_tree(f->dir);
    ept_arena_free(f->arena);
    return status == EPT_OK ? 0 : -1;
}

static void write_file(fixture *f, ept_lang lang, const char *text)
{
    char *name = ept_arena_printf(f->arena, "%s/%s.txt", f->dir, ept_lang_code(lang));
    assert_non_null(name);
    assert_ok(ept_path_write(name, text, strlen(text)));
}

/* The same text in all four files. */
static void load_all(fixture *f, const char *text)
{
    for (int lang = 0; lang < EPT_LANG_COUNT; lang++) {
        write_file(f, (ept_lang)lang, text);
    }
    assert_ok(ept_messages_open(&f->messages, f->dir));
}

static const char *number(fixture *f, ept_lang lang, const char *key, double value)
{
    ept_arg arg = ept_arg_number(value);
    return ept_msg(f->messages, lang, f->arena, key, &arg, 1);
}

static void open__reads__keys_comments_and_line_ends(void **state)
{
    fixture *f = *state;
    load_all(f, "\xEF\xBB\xBF# comment\r\n\r\n  b.key-2  =  a = b  \r\n"
                "a_1=x\\ny \\z\n#c=d\nz = {0}");

    assert_int_equal(3, ept_messages_count(f->messages, EPT_LANG_KK));
    assert_string_equal("a_1", ept_messages_key(f->messages, EPT_LANG_KK, 0));
    assert_string_equal("b.key-2", ept_messages_key(f->messages, EPT_LANG_KK, 1));
    assert_null(ept_messages_key(f->messages, EPT_LANG_KK, 3));
    assert_string_equal("a = b", ept_messages_pattern(f->messages, EPT_LANG_RU, "b.key-2"));
    assert_null(ept_messages_pattern(f->messages, EPT_LANG_RU, "c"));
    assert_string_equal("x\ny \\z", ept_msg(f->messages, EPT_LANG_EN, f->arena, "a_1", NULL, 0));
}

static void open__accepts__empty_files(void **state)
{
    fixture *f = *state;
    load_all(f, "");

    assert_int_equal(0, ept_messages_count(f->messages, EPT_LANG_EN));
    assert_string_equal("x", ept_msg(f->messages, EPT_LANG_KK, f->arena, "x", NULL, 0));
}

static void open__names__file_and_line_of_a_fault(void **state)
{
    fixture *f = *state;
    const struct {
        const char *text, *where;
    } bad[] = {
        {"a = 1\nno equals sign\n", "ru.txt:2"},
        {"A = 1\n", "ru.txt:1"},
        {" = 1\n", "ru.txt:1"},
        {"a b = 1\n", "ru.txt:1"},
        {"a = \n", "ru.txt:1"},
        {"\na = {name}\n", "ru.txt:2"},
        {"a = {0\n", "ru.txt:1"},
        {"a = 1\nb = 2\na = 3\n", "ru.txt:3"},
        {"a = \xFF\n", "ru.txt"},
    };
    load_all(f, "a = 1\n");

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ept_messages *messages;
        write_file(f, EPT_LANG_RU, bad[i].text);
        assert_ok(ept_messages_open(&messages, f->dir));
        assert_status(EPT_E_FORMAT, ept_messages_load(messages, EPT_LANG_RU));
        if (strstr(ept_error(), bad[i].where) == NULL) {
            fail_msg("%s: %s", bad[i].text, ept_error());
        }
        ept_messages_free(messages);
    }
}

static void msg__a_faulty_file__is_logged_once_and_another_speaks(void **state)
{
    fixture *f = *state;
    load_all(f, "a = 1\n");
    write_file(f, EPT_LANG_RU, "a = 2\nb {\n");

    assert_string_equal("1", ept_msg(f->messages, EPT_LANG_RU, f->arena, "a", NULL, 0));
    assert_int_equal(2, f->logged); /* the file, and the message that it lacks */
    assert_string_equal("1", ept_msg(f->messages, EPT_LANG_RU, f->arena, "a", NULL, 0));
    assert_int_equal(0, ept_messages_count(f->messages, EPT_LANG_RU));
    assert_int_equal(2, f->logged);
}

static void open__misses__a_file(void **state)
{
    fixture *f = *state;
    ept_messages *messages;
    write_file(f, EPT_LANG_KO, "a = 1\n");

    assert_status(EPT_E_NOT_FOUND, ept_messages_open(&messages, f->dir));
    assert_null(messages);
}

static void open__reports__every_failed_allocation(void **state)
{
    fixture *f = *state;
    ept_messages *messages;
    ept_status status = EPT_E_NOMEM;
    load_all(f, "a = 1\nb = {0,number}\n");

    for (size_t nth = 1; nth < 200 && status != EPT_OK; nth++) {
        ept_alloc_fail_at(nth);
        status = ept_messages_open(&messages, f->dir);
        assert_true((messages != NULL) == (status == EPT_OK));
        if (status == EPT_OK) {
            status = ept_messages_load(messages, EPT_LANG_RU);
        }
        ept_alloc_fail_at(0);
        if (status == EPT_E_NOMEM && messages != NULL) { /* there was only no memory then */
            assert_int_equal(2, ept_messages_count(messages, EPT_LANG_RU));
        }
        assert_true(status == EPT_OK || status == EPT_E_NOMEM);
        ept_messages_free(messages);
    }

    assert_ok(status);
}

static void msg__falls_back__from_kazakh_to_russian_to_english(void **state)
{
    fixture *f = *state;
    write_file(f, EPT_LANG_KO, "a = ko\n");
    write_file(f, EPT_LANG_KK, "a = kk\n");
    write_file(f, EPT_LANG_RU, "a = ru\nb = ru\n");
    write_file(f, EPT_LANG_EN, "a = en\nb = en\nc = en\n");
    assert_ok(ept_messages_open(&f->messages, f->dir));

    assert_string_equal("kk", ept_msg(f->messages, EPT_LANG_KK, f->arena, "a", NULL, 0));
    assert_string_equal("ru", ept_msg(f->messages, EPT_LANG_KK, f->arena, "b", NULL, 0));
    assert_string_equal("en", ept_msg(f->messages, EPT_LANG_KK, f->arena, "c", NULL, 0));
    assert_string_equal("en", ept_msg(f->messages, EPT_LANG_KO, f->arena, "b", NULL, 0));
    assert_string_equal("d", ept_msg(f->messages, EPT_LANG_KK, f->arena, "d", NULL, 0));
}

static void msg__logs__a_missing_key_once(void **state)
{
    fixture *f = *state;
    load_all(f, "a = 1\n");

    for (int i = 0; i < 5; i++) {
        ept_msg(f->messages, EPT_LANG_EN, f->arena, "none", NULL, 0);
    }
    assert_int_equal(1, f->logged);
    ept_msg(f->messages, EPT_LANG_KK, f->arena, "none", NULL, 0);
    assert_int_equal(3, f->logged); /* kk and ru, en is known */
}

static void msg__fills__plain_arguments(void **state)
{
    fixture *f = *state;
    ept_arg args[] = {ept_arg_text("Әсел"), ept_arg_number(1234567), ept_arg_text(NULL)};
    load_all(f, "a = It's {0}: {1}{2} '{ 0 }'\n");

    assert_string_equal("It's Әсел: 1234567 'Әсел'",
                        ept_msg(f->messages, EPT_LANG_RU, f->arena, "a", args, 3));
}

static void msg__prints__whole_numbers_without_grouping(void **state)
{
    fixture *f = *state;
    const struct {
        double value;
        const char *ru, *ko;
    } cases[] = {
        {0, "0", "0"},
        {-0.0, "0", "0"},
        {21, "21", "21"},
        {-3, "-3", "-3"},
        {12500, "12500", "12500"},
        {1e14, "100000000000000", "100000000000000"},
        {2.5, "2,5", "2.5"},
        {2.255, "2,26", "2.26"},
        {0.05, "0,05", "0.05"},
        {-1.5, "-1,5", "-1.5"},
        {1e300, "–", "–"},
    };
    load_all(f, "plain = {0}\nboth = {0} {0, plural, other {}}\n");

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(cases[i].ru, number(f, EPT_LANG_RU, "plain", cases[i].value));
        assert_string_equal(cases[i].ko, number(f, EPT_LANG_KO, "plain", cases[i].value));
    }
    assert_string_equal("12500 ", number(f, EPT_LANG_EN, "both", 12500));
}

static void msg__follows__the_plural_rules_of_each_language(void **state)
{
    fixture *f = *state;
    load_all(f, "n = {0, plural, one {# ONE} few {# FEW} many {# MANY} other {# OTHER}}\n");

    assert_string_equal("1 ONE", number(f, EPT_LANG_RU, "n", 1));
    assert_string_equal("2 FEW", number(f, EPT_LANG_RU, "n", 2));
    assert_string_equal("5 MANY", number(f, EPT_LANG_RU, "n", 5));
    assert_string_equal("21 ONE", number(f, EPT_LANG_RU, "n", 21));
    assert_string_equal("0 MANY", number(f, EPT_LANG_RU, "n", 0));
    assert_string_equal("1 ONE", number(f, EPT_LANG_KK, "n", 1));
    assert_string_equal("21 OTHER", number(f, EPT_LANG_KK, "n", 21));
    assert_string_equal("1 OTHER", number(f, EPT_LANG_KO, "n", 1));
    assert_string_equal("1 ONE", number(f, EPT_LANG_EN, "n", 1));
    assert_string_equal("2 OTHER", number(f, EPT_LANG_EN, "n", 2));
}

static void msg__passes__six_arguments_of_every_kind(void **state)
{
    fixture *f = *state;
    /* Every argument once as a number and once as a text: 64 patterns, each checked by its
     * output. */
    ept_buf file = {0};
    for (unsigned mask = 0; mask < 64; mask++) {
        ept_buf_printf(&file, "m%u = {5,select,other{}} ", mask | 0x100);
        for (int i = 0; i < 6; i++) {
            bool counted = (mask >> i & 1) != 0 && i < 5;
            ept_buf_printf(&file, counted ? "{%d,plural,other{#}}." : "{%d}.", i);
        }
        ept_buf_puts(&file, "\n");
    }
    load_all(f, file.p);
    ept_buf_clear(&file);

    for (unsigned mask = 0; mask < 64; mask++) {
        ept_arg args[6];
        for (int i = 0; i < 6; i++) {
            args[i] = (mask >> i & 1) != 0 && i < 5 ? ept_arg_number(i + 10) : ept_arg_text("ж");
        }
        char *key = ept_arena_printf(f->arena, "m%u", mask | 0x100);
        const char *text = ept_msg(f->messages, EPT_LANG_EN, f->arena, key, args, 6);
        const char *p = text + 1;
        assert_int_equal(' ', text[0]);
        for (int i = 0; i < 6; i++) {
            const char *expected = args[i].kind == EPT_ARG_TEXT ? "ж." : "1";
            assert_memory_equal(expected, p, strlen(expected));
            p = strchr(p, '.') + 1;
        }
        assert_string_equal("", p);
    }
}

static void msg__passes__six_numbers(void **state)
{
    fixture *f = *state;
    ept_arg args[6];
    for (int i = 0; i < 6; i++) {
        args[i] = ept_arg_number(i * 1000);
    }
    load_all(f, "a = {5,number} {4,number} {3,number} {2,number} {1,number} {0,number,percent}\n");

    assert_string_equal("5,000 4,000 3,000 2,000 1,000 0%",
                        ept_msg(f->messages, EPT_LANG_EN, f->arena, "a", args, 6));
}

static void msg__chooses__by_select(void **state)
{
    fixture *f = *state;
    ept_arg args[] = {ept_arg_text("reading"), ept_arg_number(2)};
    load_all(f, "a = {0, select, reading {R {1, plural, one {# item} other {# items}}} "
                "other {?}}\n");

    assert_string_equal("R 2 items", ept_msg(f->messages, EPT_LANG_EN, f->arena, "a", args, 2));
    args[0] = ept_arg_text("writing");
    assert_string_equal("?", ept_msg(f->messages, EPT_LANG_EN, f->arena, "a", args, 2));
}

static void msg__survives__wrong_arguments(void **state)
{
    fixture *f = *state;
    ept_arg text = ept_arg_text("five");
    load_all(f, "n = {0, plural, other {#}}\nt = {0} {1}\n");

    assert_string_equal("n", ept_msg(f->messages, EPT_LANG_EN, f->arena, "n", NULL, 0));
    assert_string_equal("n", ept_msg(f->messages, EPT_LANG_EN, f->arena, "n", &text, 1));
    assert_string_equal("t", ept_msg(f->messages, EPT_LANG_EN, f->arena, "t", &text, 1));
}

static void msg__survives__malformed_and_long_text(void **state)
{
    fixture *f = *state;
    enum { LONG = 100000 };
    char *name = ept_arena_alloc(f->arena, LONG + 1);
    assert_non_null(name);
    memset(name, 'x', LONG);
    ept_arg args[] = {ept_arg_text("a\xFFz"), ept_arg_number(1)};
    load_all(f, "p = {0}\ni = {0}{1,plural,other{}}\n");

    assert_string_equal("a\uFFFDz", ept_msg(f->messages, EPT_LANG_EN, f->arena, "p", args, 1));
    assert_string_equal("a\uFFFDz", ept_msg(f->messages, EPT_LANG_EN, f->arena, "i", args, 2));
    args[0] = ept_arg_text(name);
    assert_string_equal(name, ept_msg(f->messages, EPT_LANG_EN, f->arena, "i", args, 2));
}

static void try__reports__instead_of_falling_back(void **state)
{
    fixture *f = *state;
    char *text;
    load_all(f, "n = {0, plural, other {#}}\n");

    assert_status(EPT_E_NOT_FOUND,
                  ept_messages_try(&text, f->arena, f->messages, EPT_LANG_KK, "none", NULL, 0));
    assert_null(text);
    assert_status(EPT_E_FORMAT,
                  ept_messages_try(&text, f->arena, f->messages, EPT_LANG_KK, "n", NULL, 0));
    assert_null(text);
}

static void msg__returns__the_key_without_memory(void **state)
{
    fixture *f = *state;
    ept_arg arg = ept_arg_number(5);
    const char *text = "";
    load_all(f, "n = {0, plural, other {#}}\n");

    for (size_t nth = 1; nth < 100 && strcmp(text, "5") != 0; nth++) {
        ept_alloc_fail_at(nth);
        text = ept_msg(f->messages, EPT_LANG_KK, f->arena, "n", &arg, 1);
        ept_alloc_fail_at(0);
        assert_true(strcmp(text, "5") == 0 || strcmp(text, "n") == 0);
    }

    assert_string_equal("5", text);
}

#define MESSAGES_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        MESSAGES_TEST(open__reads__keys_comments_and_line_ends),
        MESSAGES_TEST(open__accepts__empty_files),
        MESSAGES_TEST(open__names__file_and_line_of_a_fault),
        MESSAGES_TEST(open__misses__a_file),
        MESSAGES_TEST(msg__a_faulty_file__is_logged_once_and_another_speaks),
        MESSAGES_TEST(open__reports__every_failed_allocation),
        MESSAGES_TEST(msg__falls_back__from_kazakh_to_russian_to_english),
        MESSAGES_TEST(msg__logs__a_missing_key_once),
        MESSAGES_TEST(msg__fills__plain_arguments),
        MESSAGES_TEST(msg__prints__whole_numbers_without_grouping),
        MESSAGES_TEST(msg__follows__the_plural_rules_of_each_language),
        MESSAGES_TEST(msg__passes__six_arguments_of_every_kind),
        MESSAGES_TEST(msg__passes__six_numbers),
        MESSAGES_TEST(msg__chooses__by_select),
        MESSAGES_TEST(msg__survives__wrong_arguments),
        MESSAGES_TEST(msg__survives__malformed_and_long_text),
        MESSAGES_TEST(try__reports__instead_of_falling_back),
        MESSAGES_TEST(msg__returns__the_key_without_memory),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    u_cleanup(); /* ICU's plural rules, else reported as possibly lost */
    return failed;
}
