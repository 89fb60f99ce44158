/* SPDX-License-Identifier: MIT */
/* The program's own message files: every message in every language, whoever added it. English
 * says what there is; each fault is printed with language and key, all of them before the test
 * fails. */
#include "support/ept_test.h"

#include <stdio.h>
#include <string.h>

#include <unicode/uclean.h>

#include "epstopik/messages.h"
#include "epstopik/path.h"
#include "epstopik/text.h"
#include "pattern_priv.h"

static ept_arena *arena;
static ept_messages *messages;
static ept_coverage *coverage;
static int faults;

static int setup(void **state)
{
    ept_buf file = {0};
    (void)state;

    ept_status status = ept_arena_new(&arena);
    if (status == EPT_OK) {
        status = ept_messages_open(&messages, EPT_SOURCE_DIR "/assets/messages");
    }
    if (status == EPT_OK) {
        status = ept_path_read(&file, EPT_SOURCE_DIR "/assets/fonts/coverage.txt");
    }
    if (status == EPT_OK) {
        status = ept_coverage_parse(&coverage, (ept_str){file.p, file.n});
    }
    if (status != EPT_OK) {
        print_error("%s\n", ept_error());
    }
    ept_buf_clear(&file);
    return status == EPT_OK ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    ept_coverage_free(coverage);
    ept_messages_free(messages);
    ept_arena_free(arena);
    return 0;
}

static void fault(ept_lang lang, const char *key, const char *why)
{
    print_error("%s.txt: %s: %s\n", ept_lang_code(lang), key, why);
    faults++;
}

/* Calls check(lang, key, pattern) for every message of every language. */
static void for_all(void (*check)(ept_lang lang, const char *key, const char *pattern))
{
    faults = 0;
    for (int lang = 0; lang < EPT_LANG_COUNT; lang++) {
        for (size_t i = 0; i < ept_messages_count(messages, (ept_lang)lang); i++) {
            const char *key = ept_messages_key(messages, (ept_lang)lang, i);
            check((ept_lang)lang, key, ept_messages_pattern(messages, (ept_lang)lang, key));
        }
    }
    assert_int_equal(0, faults);
}

/* --- the same set everywhere ------------------------------------------------------------------ */

static void in_english_too(ept_lang lang, const char *key, const char *pattern)
{
    (void)pattern;
    if (ept_messages_pattern(messages, EPT_LANG_EN, key) == NULL) {
        fault(lang, key, "English has no such key");
    }
}

static void every_key__is_there__in_all_languages(void **state)
{
    (void)state;

    assert_true(ept_messages_count(messages, EPT_LANG_EN) > 0);
    for_all(in_english_too);
    for (int lang = 0; lang < EPT_LANG_COUNT; lang++) {
        for (size_t i = 0; i < ept_messages_count(messages, EPT_LANG_EN); i++) {
            const char *key = ept_messages_key(messages, EPT_LANG_EN, i);
            if (ept_messages_pattern(messages, (ept_lang)lang, key) == NULL) {
                fault((ept_lang)lang, key, "missing");
            }
        }
    }
    assert_int_equal(0, faults);
}

static void same_arguments(ept_lang lang, const char *key, const char *pattern)
{
    const char *english = ept_messages_pattern(messages, EPT_LANG_EN, key);
    text_pattern mine, theirs;

    if (english == NULL) {
        return; /* named by another test */
    }
    assert_ok(text_pattern_scan(&mine, pattern));
    assert_ok(text_pattern_scan(&theirs, english));
    for (int i = 0; i < TEXT_PATTERN_ARGS; i++) {
        if ((mine.uses[i] == TEXT_USE_NONE) != (theirs.uses[i] == TEXT_USE_NONE)) {
            fault(lang, key, "other arguments than in English");
            return;
        }
    }
}

static void every_message__has__the_arguments_of_english(void **state)
{
    (void)state;

    for_all(same_arguments);
}

/* --- what comes out --------------------------------------------------------------------------- */

static void check_letters(ept_lang lang, const char *key, const char *text)
{
    ept_str view = ept_str_of(text);

    for (size_t pos = 0; pos < view.n;) {
        int32_t c = ept_utf8_next(view, &pos);
        if (c != '\n' && ept_coverage_face(coverage, c, -1) < 0) {
            char why[40];
            snprintf(why, sizeof why, "no face has U+%04X", (unsigned)c);
            fault(lang, key, why);
        }
    }
}

/* A number in another language's argument may be a text in this one, so each language is asked
 * what it takes. */
static void format_with(ept_lang lang, const char *key, const text_pattern *pattern, double n)
{
    ept_arg args[TEXT_PATTERN_ARGS];
    char *text;

    for (int i = 0; i < TEXT_PATTERN_ARGS; i++) {
        args[i] = pattern->uses[i] == TEXT_USE_SELECT ? ept_arg_text("other") : ept_arg_number(n);
    }
    if (ept_messages_try(&text, arena, messages, lang, key, args, TEXT_PATTERN_ARGS) != EPT_OK) {
        fault(lang, key, ept_error());
        return;
    }
    if (strpbrk(text, "{}") != NULL) {
        fault(lang, key, "a brace is left over");
    }
    check_letters(lang, key, text);
}

static void formats(ept_lang lang, const char *key, const char *source)
{
    static const double numbers[] = {0, 1, 2, 5, 21};
    text_pattern pattern;

    assert_ok(text_pattern_scan(&pattern, source));
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        format_with(lang, key, &pattern, numbers[i]);
    }
    check_letters(lang, key, source); /* forms of a select that "other" does not reach */
}

static void every_message__formats__and_can_be_drawn(void **state)
{
    (void)state;

    for_all(formats);
}

/* --- how it is written ------------------------------------------------------------------------ */

static void tidy(ept_lang lang, const char *key, const char *pattern)
{
    if (!ept_text_is_nfc(ept_str_of(pattern))) {
        fault(lang, key, "not NFC");
    }
    if (strstr(pattern, "  ") != NULL) {
        fault(lang, key, "two spaces in a row");
    }
}

static void every_message__is_written__tidily(void **state)
{
    (void)state;

    for_all(tidy);
}

static void plural_forms(ept_lang lang, const char *key, const char *pattern)
{
    bool few = strstr(pattern, "few") != NULL && strstr(pattern, "many") != NULL;

    if (strstr(pattern, "plural,") == NULL) {
        return;
    }
    if (lang == EPT_LANG_RU && !few) {
        fault(lang, key, "Russian counts need one, few, many, other");
    }
    if ((lang == EPT_LANG_EN || lang == EPT_LANG_RU) && strstr(pattern, "one") == NULL) {
        fault(lang, key, "counts need the form one");
    }
}

static void every_count__has__the_forms_of_its_language(void **state)
{
    (void)state;

    for_all(plural_forms);
}

/* The comment lines that stand directly above `key =`, as one view; empty when there are none. */
static ept_str comment_above(ept_str file, const char *key)
{
    size_t first = 0, n = strlen(key);
    bool inside = false;

    for (size_t at = 0; at < file.n;) {
        const char *end = memchr(file.p + at, '\n', file.n - at);
        size_t next = end == NULL ? file.n : (size_t)(end - file.p) + 1;
        const char *line = file.p + at;
        if (next - at > n && memcmp(line, key, n) == 0 && (line[n] == ' ' || line[n] == '=')) {
            return inside ? (ept_str){file.p + first, at - first} : (ept_str){"", 0};
        }
        bool comment = *line == '#';
        first = comment && !inside ? at : first;
        inside = comment;
        at = next;
    }
    return (ept_str){"", 0};
}

static void every_argument__is_named__in_the_english_file(void **state)
{
    ept_buf file = {0};
    (void)state;

    faults = 0;
    assert_ok(ept_path_read(&file, EPT_SOURCE_DIR "/assets/messages/en.txt"));
    for (size_t i = 0; i < ept_messages_count(messages, EPT_LANG_EN); i++) {
        const char *key = ept_messages_key(messages, EPT_LANG_EN, i);
        text_pattern pattern;
        assert_ok(text_pattern_scan(&pattern, ept_messages_pattern(messages, EPT_LANG_EN, key)));
        ept_str view = comment_above((ept_str){file.p, file.n}, key);
        char *comment = ept_arena_strndup(arena, view.p, view.n);
        assert_non_null(comment);
        for (int arg = 0; arg < TEXT_PATTERN_ARGS; arg++) {
            const char name[] = {'{', (char)('0' + arg), '}', '\0'};
            if (pattern.uses[arg] != TEXT_USE_NONE && strstr(comment, name) == NULL) {
                fault(EPT_LANG_EN, key, "no comment above it says what its {N} are");
                break;
            }
        }
    }
    ept_buf_clear(&file);

    assert_int_equal(0, faults);
}

static void comment_above__finds__only_lines_that_touch(void **state)
{
    ept_str file = ept_str_of("# head\n\n# {0} n\n# more\nab = x\na = y\n\n# b\n");
    (void)state;

    assert_true(ept_str_is(comment_above(file, "ab"), "# {0} n\n# more\n"));
    assert_true(ept_str_is(comment_above(file, "a"), ""));
    assert_true(ept_str_is(comment_above(file, "none"), ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key__is_there__in_all_languages),
        cmocka_unit_test(every_message__has__the_arguments_of_english),
        cmocka_unit_test(every_message__formats__and_can_be_drawn),
        cmocka_unit_test(every_message__is_written__tidily),
        cmocka_unit_test(every_count__has__the_forms_of_its_language),
        cmocka_unit_test(every_argument__is_named__in_the_english_file),
        cmocka_unit_test(comment_above__finds__only_lines_that_touch),
    };
    int failed = cmocka_run_group_tests(tests, setup, teardown);
    u_cleanup(); /* ICU's plural rules, else reported as possibly lost */
    return failed;
}
