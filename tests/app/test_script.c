/* SPDX-License-Identifier: MIT */
/* test_script.c - each command of a script, and what is said when a line makes no sense. */
#include "support/ept_test.h"

#include <string.h>

#include "app/program.h"
#include "epstopik/path.h"

static void script__nonsense__is_named(void **state)
{
    static const char *const lines[][2] = {
        {"dance", "no such command: dance"},
        {"size 1280", "size is WIDTHxHEIGHT"},
        {"size 1280x", "size is WIDTHxHEIGHT"},
        {"lang fr", "no such language"},
        {"theme dark", "no such theme"},
        {"text 120", "text is 100, 115, 130 or 150"},
        {"key Hyper", "no such key"},
        {"click 4", "click is X Y"},
        {"click-id profiles.nobody", "nothing of that name"},
        {"wait soon", "wait is milliseconds"},
        {"shot a/b", "a name without folders"},
        {"expect \"not there\"", "not on the screen (profiles)"},
        {"expect-screen home", "the screen is profiles, not home"},
        {"type x", "nothing takes text here"},
        {"list all", "list stands alone"},
        {"variants", "something is missing behind variants"},
        {"key", "something is missing behind key"},
        {"type  ", "something is missing behind type"},
        {"expect", "something is missing behind expect"},
        {"expect \"\"", "expect has a text"},
        {"variants a/b", "a name without folders"},
    };
    program *p = *state;

    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        const char *why = program_fails(p, lines[i][0]);

        if (!strstr(why, lines[i][1]))
            fail_msg("%s: %s", lines[i][0], why);
    }
}

static void script__comments_and_blanks__do_nothing(void **state)
{
    program *p = *state;
    ept_buf before = {0}, after = {0};

    program_dump(p, &before);
    program_do(p, "# a comment\n\n   \n  # another");
    program_dump(p, &after);
    assert_string_equal(before.p, after.p);
    ept_buf_clear(&before);
    ept_buf_clear(&after);
}

static void script__look__changes_the_frame(void **state)
{
    program *p = *state;

    program_do(p, "size 1024x768\ntext 150\ntheme contrast\nlang ru");
    const ept_metrics *m = ept_draw_metrics(ept_ui_shown(p->a.ui));
    assert_int_equal(m->w, 1024);
    assert_int_equal(m->h, 768);
    assert_int_equal(m->percent, 150);
    assert_int_equal(ept_ui_theme(p->a.ui), EPT_THEME_CONTRAST);
    program_do(p, "expect \"Кто сегодня занимается?\"");
}

static void script__wait__moves_the_clock_exactly(void **state)
{
    program *p = *state;
    uint64_t before = p->a.clock.now_ms(p->a.clock.ctx);

    program_do(p, "wait 12345");
    assert_int_equal(p->a.clock.now_ms(p->a.clock.ctx) - before, 12345);
}

static void script__shot__is_a_png(void **state)
{
    program *p = *state;
    ept_buf bytes = {0};

    program_do(p, "shot first");
    assert_ok(ept_path_read(&bytes, temp_folder_at(&p->folder, "shots/first.png")));
    assert_true(bytes.n > 1000);
    assert_memory_equal(bytes.p, "\x89PNG", 4);
    ept_buf_clear(&bytes);
}

static void script__variants__are_every_look_of_one_state(void **state)
{
    static const char *const names[] = {"shots/v-kk-1280.png", "shots/v-ru-1024.png",
                                        "shots/v-en-150.png", "shots/v-ko-contrast.png"};
    program *p = *state;
    ept_buf before = {0}, after = {0}, bytes = {0};

    program_do(p, "lang ru\ntext 115\nsize 1366x768");
    program_dump(p, &before);
    program_do(p, "variants v");
    program_dump(p, &after);
    assert_string_equal(before.p, after.p);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        assert_ok(ept_path_read(&bytes, temp_folder_at(&p->folder, names[i])));
        ept_buf_clear(&bytes);
    }
    ept_buf_clear(&before);
    ept_buf_clear(&after);
}

static void script__typing__reaches_the_field_letter_by_letter(void **state)
{
    program *p = *state;

    program_do(p,
               "key N\ntype \"Өмірзақ 가\"\nexpect \"Өмірзақ 가\"\nkey Backspace\nkey Backspace");
    program_do(p, "expect \"Өмірзақ\"");
    assert_false(program_shows(p, "가"));
}

static void script__pointer__works_like_keys(void **state)
{
    program *p = *state;

    program_do(p, "click-id profiles.new\nexpect-screen new-profile\nclick-id new-profile.cancel");
    program_do(p, "expect-screen profiles");
    const ept_region *r = ept_draw_region_find(ept_ui_shown(p->a.ui), "profiles.new");
    program_do(p, ept_arena_printf(p->run.arena, "click %d %d", r->rect.x + 2, r->rect.y + 2));
    program_do(p, "expect-screen new-profile");
}

static void script__modifiers__belong_to_the_key(void **state)
{
    program *p = *state;

    program_do(p, "key Ctrl+=");
    assert_int_equal(p->a.prefs.percent, 115);
    program_do(p, "key Ctrl+=\nkey Ctrl+-");
    assert_int_equal(p->a.prefs.percent, 115);
    program_do(p, "key Ctrl+0");
    assert_int_equal(p->a.prefs.percent, 100);
}

static void script__end__refuses_more(void **state)
{
    program *p = *state;

    program_do(p, "key Ctrl+Q");
    assert_non_null(strstr(program_fails(p, "key N"), "the program has ended"));
}

/* --- whole runs --- */

static int run_file(program *p, const char *text)
{
    app_options options = p->options;

    temp_folder_write(&p->folder, "run.txt", text);
    options.script = temp_folder_at(&p->folder, "run.txt");
    return app_script(&options);
}

static void script__run__ends_with_0_or_1(void **state)
{
    program *p = *state;

    assert_int_equal(run_file(p, "expect-screen profiles\nkey F1\nexpect-screen help\n"), 0);
    assert_int_equal(run_file(p, "expect-screen profiles\nexpect-screen home\nkey Ctrl+Q\n"), 1);
    assert_int_equal(run_file(p, "key Ctrl+Q\n"), 0);
    assert_int_equal(run_file(p, "\xff\xfe\n"), 1);
    p->options.script = "nowhere.txt";
    assert_int_equal(app_script(&p->options), 1);
}

static void script__run_without_data__leaves_nothing(void **state)
{
    program *p = *state;

    p->options.data_dir = NULL;
    assert_int_equal(run_file(p, "key G\nexpect-screen home\n"), 0);
    assert_false(ept_path_is_dir(temp_folder_at(&p->folder, "data")));
}

static void script__start__begins_anew(void **state)
{
    program *p = *state;

    assert_int_equal(run_file(p, "key G\nexpect-screen home\nstart\nexpect-screen profiles\n"
                                 "start nowhere.bank\nexpect-screen fault\nkey Enter\n"
                                 "expect-screen fault\n"),
                     0);
}

static void script__windows_line_ends__are_fine(void **state)
{
    assert_int_equal(run_file(*state, "expect-screen profiles\r\nkey G\r\nexpect-screen home\r\n"),
                     0);
}

#define STARTED(test) cmocka_unit_test_setup_teardown(test, program_setup_started, program_teardown)
#define PLAIN(test) cmocka_unit_test_setup_teardown(test, program_setup, program_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STARTED(script__nonsense__is_named),
        STARTED(script__comments_and_blanks__do_nothing),
        STARTED(script__look__changes_the_frame),
        STARTED(script__wait__moves_the_clock_exactly),
        STARTED(script__shot__is_a_png),
        STARTED(script__variants__are_every_look_of_one_state),
        STARTED(script__typing__reaches_the_field_letter_by_letter),
        STARTED(script__pointer__works_like_keys),
        STARTED(script__modifiers__belong_to_the_key),
        STARTED(script__end__refuses_more),
        PLAIN(script__run__ends_with_0_or_1),
        PLAIN(script__run_without_data__leaves_nothing),
        PLAIN(script__start__begins_anew),
        PLAIN(script__windows_line_ends__are_fine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
