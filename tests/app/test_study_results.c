/* SPDX-License-Identifier: MIT */
/* test_study_results.c - home, my results, the table as a file, the score report, the review. */
#include "support/ept_test.h"

#include <string.h>

#include "app/study_stage.h"
#include "epstopik/path.h"
#include "report_view.h"
#include "results_csv.h"
#include "review_sound.h"
#include "support/gen_bank.h"

static const study_taken low = {"eps-topik-ubt", 3, -1, 20, 10, true};  /* 100 of 200 */
static const study_taken high = {"eps-topik-ubt", 4, -1, 30, 10, true}; /* 150 of 200 */
static const study_taken even = {"eps-topik-ubt", 5, -1, 24, 0, true};  /* 120 of 200 */
static const study_taken open = {"eps-topik-ubt", 6, -1, 7, 0, false};

/* Home as it is after something else was open. */
static void home_again(program *p)
{
    program_do(p, "click-id rail.results\nclick-id rail.home\nexpect-screen home");
}

/* --- home --- */

static void home__nothing_yet__shows_the_exam_in_numbers(void **state)
{
    program *p = *state;

    program_do(
        p, "expect \"Mock exam 1\"\nexpect \"The exam in numbers\"\nexpect \"40\"\nexpect \"120\"");
    assert_false(program_shows(p, "Last result"));
    program_do(p, "key Enter\nexpect-screen instructions");
    assert_string_equal("eps-topik-cbt", p->a.plan.exam);
    assert_string_equal("manufacturing", p->a.plan.sector);
}

static void home__after_a_mock_exam__last_score_and_the_same_kind_next(void **state)
{
    program *p = *state;

    study_stage_take(p, &low);
    home_again(p);
    program_do(p, "expect \"Mock exam 2\"\nexpect \"Last result\"\nexpect \"100\"\n"
                  "expect \"20 points to the minimum score\"");
    program_do(p, "click-id home.report\nexpect-screen report\nkey Esc\nexpect-screen home\n"
                  "click-id home.start\nexpect-screen instructions");
    assert_string_equal("eps-topik-ubt", p->a.plan.exam);
}

static void home__unfinished__is_the_next_step(void **state)
{
    program *p = *state;

    study_stage_take(p, &open);
    home_again(p);
    program_do(p, "expect \"Unfinished\"\nexpect \"7 of 40 answered\"\nexpect \"24:53 left\"\n"
                  "click-id home.start\nexpect-screen go-on");
}

static void home__several_unfinished__others_are_listed(void **state)
{
    program *p = *state;
    const study_taken law = {"law", 2, -1, 1, 0, false};

    study_stage_take(p, &open);
    study_stage_take(p, &law);
    home_again(p);
    program_do(p, "expect \"Also unfinished\"\nclick-id home.open.1\nexpect-screen go-on");
}

/* --- my results --- */

static void results__none__offers_the_first_exam(void **state)
{
    program *p = *state;

    program_do(p, "click-id rail.results\nexpect \"No exam has been taken yet\"\nkey Enter\n"
                  "expect-screen setup");
}

static void results__all_kinds__unfinished_first_and_each_opens(void **state)
{
    program *p = *state;

    study_stage_take(p, &low);
    study_stage_take(p, &even);
    study_stage_take(p, &open);
    program_do(p,
               "click-id rail.results\nexpect \"100 / 200\"\nexpect \"120 / 200\"\n"
               "expect \"Exactly the minimum score\"\nexpect \"20 points to the minimum score\"\n"
               "click-id results.row.0\nexpect-screen go-on\nkey Esc\nclick-id rail.results\n"
               "click-id results.row.2\nexpect-screen report\nexpect \"100\"");
}

static void results__csv__is_written_where_it_says(void **state)
{
    program *p = *state;
    ept_buf bytes = {0};
    char *path;

    study_stage_take(p, &low);
    program_do(p, "click-id rail.results\nclick-id results.csv\nexpect \"results-Aida.csv\"\n"
                  "click-id results.folder\nexpect-screen results");
    path = ept_path_join(p->run.arena, p->a.options.data_dir, "results-Aida.csv");
    assert_ok(ept_path_read(&bytes, path));
    assert_memory_equal("\xEF\xBB\xBFsitting,", bytes.p, 11);
    assert_non_null(strstr(bytes.p, ",\"eps-topik-ubt\",3,\"all\",\"manufacturing\",\"finished\","
                                    "100,200,120,20,40\r\n"));
    ept_buf_clear(&bytes);
}

static void csv__cells__are_quoted_and_never_formulas(void **state)
{
    program *p = *state;
    const ept_sitting_row row = {.id = 9,
                                 .exam = "=say \"hi\",",
                                 .sector = "fishery",
                                 .only = EPT_SECTION_LISTENING,
                                 .started_utc_ms = 0};
    ept_buf out = {0};

    assert_ok(results_csv(&out, &row, 1, &p->a));
    assert_non_null(strstr(out.p, "\n9,1970-01-01 00:00,\"'=say \"\"hi\"\",\",,\"listening\","
                                  "\"fishery\",\"unfinished\",,,,,\r\n"));
    ept_buf_clear(&out);
}

/* --- report --- */

static void report__below_the_minimum__says_how_many_points(void **state)
{
    program *p = *state;

    study_stage_take(p, &low);
    program_do(p,
               "click-id rail.results\nclick-id results.row.0\nexpect-screen report\n"
               "expect \"20 points to the minimum score\"\nexpect \"Reading 100\"\n"
               "expect \"You: 100\"\nexpect \"Go through 20 questions\"\nexpect \"record mark\"");
    assert_false(program_shows(p, "pass"));
    assert_false(program_shows(p, "fail"));
}

static void report__last_attempt__is_told_with_its_sign(void **state)
{
    program *p = *state;

    study_stage_take(p, &low);
    ept_clock_advance(&p->a.stack->manual, 60000);
    study_stage_take(p, &high);
    program_do(p, "click-id rail.results\nclick-id results.row.0\n"
                  "expect \"30 points above the minimum score\"\nexpect \"last time 100\"\n"
                  "expect \"+50\"");
}

static void report__guest__is_offered_to_keep_it(void **state)
{
    program *p = *state;

    program_do(p, "click-id rail.profile\nkey G\nexpect-screen home");
    assert_true(p->a.learner.guest);
    study_stage_take(p, &low);
    program_do(p, "click-id rail.results\nclick-id results.row.0\nexpect \"Keep these results?\"\n"
                  "click-id report.keep\nexpect-screen new-profile\ntype Bek\nkey Enter");
    assert_false(p->a.learner.guest);
    assert_string_equal("Bek", p->a.learner.name);
}

/* --- review --- */

static const review *shown(const program *p)
{
    assert_string_equal("review", program_screen(p));
    return app_top_state(&p->a);
}

static void review__from_the_button__only_what_was_not_right(void **state)
{
    program *p = *state;

    study_stage_take(p, &low); /* 1-20 right, 21-30 wrong, the rest without an answer */
    program_do(p, "click-id rail.results\nclick-id results.row.0\nclick-id report.review\n"
                  "expect \"1 / 20\"\nexpect \"Your answer\"");
    assert_int_equal(20, shown(p)->item);
    program_do(p, "key Left");
    assert_int_equal(20, shown(p)->item);
    program_do(p, "click-id review.filter.1\nkey Left");
    assert_int_equal(19, shown(p)->item);
    program_do(p, "click-id review.filter.0");
    assert_int_equal(20, shown(p)->item);
}

static void review__last_question__next_ends_it(void **state)
{
    program *p = *state;

    study_stage_take(p, &low);
    program_do(p, "click-id rail.results\nclick-id results.row.0\nclick-id report.cell.39\n"
                  "expect \"You gave no answer.\"\nexpect \"40 / 40\"\nclick-id review.next\n"
                  "expect-screen report");
}

static void review__sound__space_plays_and_stops(void **state)
{
    program *p = *state;

    study_stage_take(p, &low);
    program_do(p,
               "click-id rail.results\nclick-id results.row.0\nclick-id report.cell.0\nkey Space");
    assert_false(app_sound_busy(&p->a));
    program_do(p, "key Esc\nclick-id report.cell.25\nkey Space");
    assert_true(app_sound_busy(&p->a));
    program_do(p, "key Space");
    assert_false(app_sound_busy(&p->a));
    program_do(p, "key Space\nkey Right");
    assert_false(app_sound_busy(&p->a));
}

/* How the right words are read; in other letters when asked for, and that is remembered. */
static void review__reading__r_goes_through_the_letters(void **state)
{
    program *p = *state;

    study_stage_take(p, &low);
    program_do(p, "click-id rail.results\nclick-id results.row.0\nclick-id report.cell.25");
    assert_non_null(shown(p)->sound);
    assert_true(shown(p)->sound->heard == shown(p)->view.item->turn_count);
    assert_true(program_shows(p, "[말 "));
    assert_false(program_shows(p, "mal "));
    program_do(p, "key R");
    assert_true(program_shows(p, "mal "));
    program_do(p, "key Right");
    assert_true(program_shows(p, "mal "));
    program_do(p, "key R");
    assert_false(program_shows(p, "mal ")); /* no Cyrillic in English */
    program_do(p, "lang ru\nclick-id review.letters\nclick-id review.letters");
    assert_true(program_shows(p, "маль "));
    p->a.prefs.pronunciation = false;
    program_do(p, "key Left");
    assert_false(program_shows(p, "["));
    assert_null(shown(p)->sound);
}

static void review__law__l_changes_the_language(void **state)
{
    program *p = *state;
    const study_taken law = {"law", 1, -1, 5, 5, true};

    study_stage_take(p, &law);
    program_do(p, "click-id rail.results\nclick-id results.row.0\nclick-id report.cell.0\n"
                  "expect \"Only the Korean statute is binding\"");
    assert_int_equal(REVIEW_BOTH, shown(p)->law_lang);
    program_do(p, "key L");
    assert_int_equal(REVIEW_OWN, shown(p)->law_lang);
    assert_int_equal(EPT_LANG_EN, shown(p)->view.lang);
    program_do(p, "key L");
    assert_int_equal(REVIEW_KOREAN, shown(p)->law_lang);
    assert_int_equal(EPT_LANG_KO, shown(p)->view.lang);
}

/* The bank was made anew since: the same ids, other content. */
static void review__another_bank_since__says_so(void **state)
{
    program *p = *state;
    const char *bank = temp_folder_at(&p->folder, "new.bank");

    study_stage_take(p, &low);
    program_stop(p);
    assert_ok(gen_bank(bank, 300, 99));
    p->options.bank_path = bank;
    program_start(p);
    program_do(p, "key Enter\nclick-id rail.results\nclick-id results.row.0\nexpect \"100\"\n"
                  "click-id report.cell.0\nexpect \"This question has changed since\"");
}

#define T(name) cmocka_unit_test_setup_teardown(name, study_stage_setup, program_teardown)
int main(void)
{
    const struct CMUnitTest tests[] = {
        T(home__nothing_yet__shows_the_exam_in_numbers),
        T(home__after_a_mock_exam__last_score_and_the_same_kind_next),
        T(home__unfinished__is_the_next_step),
        T(home__several_unfinished__others_are_listed),
        T(results__none__offers_the_first_exam),
        T(results__all_kinds__unfinished_first_and_each_opens),
        T(results__csv__is_written_where_it_says),
        T(csv__cells__are_quoted_and_never_formulas),
        T(report__below_the_minimum__says_how_many_points),
        T(report__last_attempt__is_told_with_its_sign),
        T(report__guest__is_offered_to_keep_it),
        T(review__from_the_button__only_what_was_not_right),
        T(review__last_question__next_ends_it),
        T(review__sound__space_plays_and_stops),
        T(review__reading__r_goes_through_the_letters),
        T(review__law__l_changes_the_language),
        T(review__another_bank_since__says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
