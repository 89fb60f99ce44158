/* SPDX-License-Identifier: MIT */
/* test_fault.c - what is shown when a part cannot be had, and that Retry starts anew. */
#include "support/ept_test.h"

#include <string.h>

#include "app/program.h"
#include "epstopik/path.h"

enum { VERSION_AT = 60, NEWER = 99 };

/* The bank with one byte changed, or cut at `bytes` when that is not 0. */
static void spoil_bank(program *p, size_t at, char byte, size_t bytes)
{
    ept_buf b = {0};

    assert_ok(ept_path_read(&b, temp_folder_at(&p->folder, "test.bank")));
    if (at)
        b.p[at] = byte;
    assert_ok(ept_path_write(temp_folder_at(&p->folder, "bad.bank"), b.p, bytes ? bytes : b.n));
    ept_buf_clear(&b);
    p->options.bank_path = temp_folder_at(&p->folder, "bad.bank");
}

/* Each picture of the bank with one byte changed. */
static void spoil_pictures(program *p)
{
    const char mark[] = "<rect x=";
    size_t n = sizeof mark - 1, found = 0;
    ept_buf b = {0};

    assert_ok(ept_path_read(&b, temp_folder_at(&p->folder, "test.bank")));
    for (size_t i = 0; i + n + 1 < b.n; i++)
        if (memcmp(b.p + i, mark, n) == 0) {
            b.p[i + n + 1] ^= 1;
            found++;
        }
    assert_true(found > 0);
    assert_ok(ept_path_write(temp_folder_at(&p->folder, "bad.bank"), b.p, b.n));
    ept_buf_clear(&b);
    p->options.bank_path = temp_folder_at(&p->folder, "bad.bank");
}

static void starts_with(program *p, const char *sentence)
{
    program_start(p);
    if (!ept_streq(program_screen(p), "fault") || !program_shows(p, sentence))
        fail_msg("on %s, not: %s (%s)", program_screen(p), sentence, p->a.fault.detail);
}

static void fault__no_bank__is_said(void **state)
{
    program *p = *state;

    p->options.bank_path = temp_folder_at(&p->folder, "none.bank");
    starts_with(p, "The question file was not found");
    assert_true(program_shows(p, "none.bank"));
}

static void fault__damaged_pictures__are_said_in_their_place(void **state)
{
    static const char said[] = "This picture in the question file is damaged";
    program *p = *state;

    spoil_pictures(p);
    program_start(p);
    program_do(p, "key G\nclick-id home.start\nclick-id instructions.skip\n"
                  "click-id sound_check.play\nwait 6000\nclick-id sound_check.heard\n"
                  "click-id ready.start\nclick-id warm_up.skip\nclick-id ready.start\n"
                  "expect-screen exam");
    assert_true(program_shows(p, said));
    program_do(p, "key 2\nkey Enter\nwait 1500000\nwait 3000");
    for (int i = 0; i < 20 && !program_shows(p, said); i++)
        program_do(p, "wait 70000");
    /* In listening the pictures are options. */
    assert_true(program_shows(p, said));
    assert_true(ept_sitting_item(ept_session_sitting(p->a.session)) >= 20);
}

static void fault__cut_bank__is_said(void **state)
{
    program *p = *state;

    spoil_bank(p, 0, 0, 5000);
    starts_with(p, "This is not a whole question file");
}

static void fault__no_database__is_said(void **state)
{
    program *p = *state;

    temp_folder_write(&p->folder, "text.bank", "hello\n");
    p->options.bank_path = temp_folder_at(&p->folder, "text.bank");
    starts_with(p, "This is not a whole question file");
}

static void fault__newer_bank__is_said(void **state)
{
    program *p = *state;

    /* user_version stands at byte 60, big-endian. */
    spoil_bank(p, VERSION_AT + 3, NEWER, 0);
    starts_with(p, "The question file is newer than the program");
}

static void fault__data_is_a_file__is_said(void **state)
{
    program *p = *state;

    temp_folder_write(&p->folder, "file", "x");
    p->options.data_dir = temp_folder_at(&p->folder, "file");
    starts_with(p, "Results cannot be saved");
}

static void fault__journal_is_no_database__is_said(void **state)
{
    program *p = *state;

    assert_ok(ept_path_mkdirs(p->options.data_dir));
    temp_folder_write(&p->folder, "data/user.db", "this is no database, not even nearly one");
    starts_with(p, "The file with results cannot be read");
}

static void fault__folder_in_use__is_said_and_retry_helps(void **state)
{
    program *p = *state;
    ept_journal *other;

    assert_ok(ept_journal_open(&other, p->options.data_dir, NULL));
    starts_with(p, "The program is already open");
    ept_journal_close(other);
    program_do(p, "key Enter");
    assert_true(p->a.stack->quit);
    assert_true(p->a.restart);
    program_stop(p);
    program_start(p);
    program_do(p, "expect-screen profiles");
}

static void fault__close__ends_without_restart(void **state)
{
    program *p = *state;

    p->options.bank_path = temp_folder_at(&p->folder, "none.bank");
    program_start(p);
    program_do(p, "key Esc");
    assert_true(p->a.stack->quit);
    assert_false(p->a.restart);
}

static void fault__first_reason__is_the_one_said(void **state)
{
    program *p = *state;

    temp_folder_write(&p->folder, "file", "x");
    p->options.data_dir = temp_folder_at(&p->folder, "file");
    p->options.bank_path = temp_folder_at(&p->folder, "none.bank");
    starts_with(p, "Results cannot be saved");
}

/* Every status of bank and data has words in every language, not a key. */
static void fault__every_reason__has_words(void **state)
{
    program *p = *state;
    static const char *const parts[] = {"bank", "data"};
    ept_buf words = {0};

    p->options.bank_path = temp_folder_at(&p->folder, "none.bank");
    program_start(p);
    for (int lang = 0; lang < EPT_LANG_COUNT; lang++)
        for (int status = EPT_E_CHANGED; status < EPT_OK; status++)
            for (size_t i = 0; i < 2; i++) {
                p->a.prefs.lang = (ept_lang)lang;
                p->a.fault.status = (ept_status)status;
                p->a.fault.what = parts[i];
                p->a.stack->dirty = true;
                assert_ok(app_draw(&p->a));
                ept_buf_reset(&words);
                ept_draw_words(ept_ui_shown(p->a.ui), &words);
                if (!words.p || strstr(words.p, "fault."))
                    fail_msg("%s %d: %s", parts[i], status, words.p ? words.p : "nothing");
            }
    ept_buf_clear(&words);
}

static void fault__every_error__has_words(void **state)
{
    program *p = *state;

    program_start(p);
    for (int lang = 0; lang < EPT_LANG_COUNT; lang++)
        for (int status = EPT_E_CHANGED; status < EPT_OK; status++) {
            p->a.prefs.lang = (ept_lang)lang;
            app_say_error(&p->a, (ept_status)status, "test");
            assert_int_equal(p->a.toast.until_ms, UINT64_MAX);
            assert_null(strstr(p->a.toast.text, "error."));
            assert_true(ept_utf8_valid(ept_str_of(p->a.toast.text)));
        }
}

#define T(test) cmocka_unit_test_setup_teardown(test, program_setup, program_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(fault__no_bank__is_said),
        T(fault__damaged_pictures__are_said_in_their_place),
        T(fault__cut_bank__is_said),
        T(fault__no_database__is_said),
        T(fault__newer_bank__is_said),
        T(fault__data_is_a_file__is_said),
        T(fault__journal_is_no_database__is_said),
        T(fault__folder_in_use__is_said_and_retry_helps),
        T(fault__close__ends_without_restart),
        T(fault__first_reason__is_the_one_said),
        T(fault__every_reason__has_words),
        T(fault__every_error__has_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
