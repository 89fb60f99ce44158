/* SPDX-License-Identifier: MIT */
/* test_options.c - the command line: what is taken, and the sentence for what makes no sense. */
#include "support/ept_test.h"

#include <stdio.h>
#include <string.h>

#include "options.h"

enum { ARGS_MAX = 12 };

typedef struct parsed {
    app_options options;
    ept_buf text;
} parsed;

/* Words separated by blanks, as arguments. They live in `into`. */
static options_result parse(parsed *p, char into[256], const char *line)
{
    char *argv[ARGS_MAX] = {(char[]){"eps-topik"}};
    int argc = 1;

    ept_buf_reset(&p->text);
    snprintf(into, 256, "%s", line);
    for (char *word = strtok(into, " "); word; word = strtok(NULL, " "))
        argv[argc++] = word;
    return app_options_parse(&p->options, &p->text, argc, argv);
}

static void options__none__runs_with_true_time(void **state)
{
    parsed p = {0};
    char words[256];
    (void)state;
    assert_int_equal(parse(&p, words, ""), OPTIONS_RUN);
    assert_int_equal(p.options.clock_factor, 1);
    assert_null(p.options.data_dir);
    assert_null(p.options.script);
    ept_buf_clear(&p.text);
}

static void options__all__are_taken(void **state)
{
    parsed p = {0};
    char words[256];
    (void)state;
    assert_int_equal(parse(&p, words, "--data d --bank b --lang ru --clock x30"), OPTIONS_RUN);
    assert_string_equal(p.options.data_dir, "d");
    assert_string_equal(p.options.bank_path, "b");
    assert_string_equal(p.options.lang, "ru");
    assert_int_equal(p.options.clock_factor, 30);
    assert_int_equal(parse(&p, words, "--render r-1 --size 300 -o x.png"), OPTIONS_RUN);
    assert_int_equal(p.options.size_px, 300);
    assert_string_equal(p.options.out, "x.png");
    assert_int_equal(parse(&p, words, "--script s --shots t"), OPTIONS_RUN);
    assert_string_equal(p.options.shots_dir, "t");
    ept_buf_clear(&p.text);
}

static void options__help_and_version__are_said(void **state)
{
    parsed p = {0};
    char words[256];
    (void)state;
    assert_int_equal(parse(&p, words, "--help"), OPTIONS_SAID);
    assert_non_null(strstr(p.text.p, "--sheet"));
    assert_int_equal(parse(&p, words, "--version"), OPTIONS_SAID);
    assert_non_null(strstr(p.text.p, "eps-topik "));
    ept_buf_clear(&p.text);
}

static void options__nonsense__is_one_sentence(void **state)
{
    static const char *const lines[] = {"--what",
                                        "data",
                                        "--data",
                                        "--data a --data b",
                                        "--lang fr",
                                        "--clock 30",
                                        "--clock x0",
                                        "--clock x101",
                                        "--clock x-5",
                                        "--shots d",
                                        "--render x",
                                        "-o f.png",
                                        "--size 10",
                                        "--render x -o f --size 15",
                                        "--render x -o f --size 4097",
                                        "--render x -o f --sheet g",
                                        "--script s --clock x2",
                                        "--script s --sheet g"};
    parsed p = {0};
    char words[256];
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        if (parse(&p, words, lines[i]) != OPTIONS_WRONG)
            fail_msg("taken: %s", lines[i]);
        assert_non_null(p.text.p);
        assert_int_equal(strcspn(p.text.p, "\n"), p.text.n - 1);
        assert_true(strncmp(p.text.p, "eps-topik: ", 11) == 0);
    }
    ept_buf_clear(&p.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options__none__runs_with_true_time),
        cmocka_unit_test(options__all__are_taken),
        cmocka_unit_test(options__help_and_version__are_said),
        cmocka_unit_test(options__nonsense__is_one_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
