/* SPDX-License-Identifier: MIT */
/* Standard pronunciation: the notice's own examples by article, sentences across blanks, the steps
 * that are told, damaged input. */
#include "support/ept_test.h"

#include <stdio.h>
#include <string.h>

#include "epstopik/path.h"
#include "epstopik/pronounce.h"
#include "support/readings.h"

static ept_arena *arena;
static ept_lexicon *lexicon;

static int setup(void **state)
{
    (void)state;
    assert_ok(ept_arena_new(&arena));
    assert_ok(ept_lexicon_new(&lexicon));
    reading_lexicon(lexicon, arena);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    ept_alloc_fail_at(0);
    ept_lexicon_free(lexicon);
    ept_arena_free(arena);
    return 0;
}

static const ept_reading *read_with(const ept_lexicon *with, const char *text)
{
    const ept_reading *reading = NULL;
    assert_ok(ept_text_pronounce(&reading, arena, with, ept_str_of(text)));
    return reading;
}

static const char *say(const char *text)
{
    return read_with(lexicon, text)->respelled;
}

/* --- the examples of the notice --------------------------------------------------------------- */

enum { ARTICLES = 31, READINGS = 8 };

/* Sounds that only the sentence decides; none of the examples is left out for now. */
static bool is_known_homograph(const char *spelled)
{
    static const char *const HOMOGRAPHS[] = {"신고" /* 申告 and 신다 */,
                                             "잠자리" /* bed, dragonfly */};
    for (size_t i = 0; i < sizeof HOMOGRAPHS / sizeof HOMOGRAPHS[0]; i++) {
        if (ept_streq(HOMOGRAPHS[i], spelled)) {
            return true;
        }
    }
    return false;
}

/* `text` without blanks, in the arena. */
static const char *closed_up(const char *text)
{
    char *out = ept_arena_strdup(arena, text);
    size_t n = 0;

    assert_non_null(out);
    for (const char *p = text; *p; p++) {
        if (*p != ' ') {
            out[n++] = *p;
        }
    }
    out[n] = '\0';
    return out;
}

static bool is_accepted(const char *said, char *readings)
{
    for (char *one = readings; one;) {
        char *slash = strchr(one, '/');
        if (slash) {
            *slash = '\0';
        }
        if (ept_streq(closed_up(one), closed_up(said))) {
            return true;
        }
        one = slash ? slash + 1 : NULL;
    }
    return false;
}

static void pronounce__says__the_examples_of_every_article(void **state)
{
    (void)state;
    size_t total[ARTICLES] = {0}, right[ARTICLES] = {0}, wrong = 0;
    ept_buf table = {0};
    char *line = NULL, *next = NULL;

    assert_ok(ept_path_read(&table, EPT_SOURCE_DIR "/tests/data/pronunciation.tsv"));
    for (line = table.p; line && *line; line = next) {
        char *end = strchr(line, '\n');
        next = end ? end + 1 : NULL;
        if (end) {
            *end = '\0';
        }
        char *spelled = strchr(line, '\t'), *readings = spelled ? strchr(spelled + 1, '\t') : NULL;
        if (line[0] == '#') {
            continue;
        }
        int64_t article = 0;
        assert_non_null(readings);
        *spelled++ = '\0';
        *readings++ = '\0';
        assert_true(ept_parse_int(&article, line, 5, ARTICLES - 1));
        total[article]++;
        if (is_accepted(say(spelled), readings)) {
            right[article]++;
        } else if (!is_known_homograph(spelled)) {
            print_message("article %s: %s is said as %s\n", line, spelled, say(spelled));
            wrong++;
        }
    }
    size_t all = 0, all_right = 0;
    for (size_t i = 0; i < ARTICLES; i++) {
        if (total[i] > 0) {
            print_message("article %2zu: %zu of %zu\n", i, right[i], total[i]);
        }
        all += total[i];
        all_right += right[i];
    }
    print_message("all: %zu of %zu\n", all_right, all);
    ept_buf_clear(&table);
    assert_true(all > 400);
    assert_int_equal(0, wrong);
}

static void pronounce__says__words_and_sentences_of_the_exam(void **state)
{
    (void)state;
    size_t all = 0, wrong = 0;
    ept_buf table = {0};
    char *line = NULL, *next = NULL;

    assert_ok(ept_path_read(&table, EPT_SOURCE_DIR "/tests/data/pronunciation_words.tsv"));
    for (line = table.p; line && *line; line = next) {
        char *end = strchr(line, '\n'), *reading = strchr(line, '\t');
        next = end ? end + 1 : NULL;
        if (end) {
            *end = '\0';
        }
        if (line[0] == '#') {
            continue;
        }
        assert_non_null(reading);
        *reading++ = '\0';
        all++;
        if (!ept_streq(reading, say(line))) {
            print_message("%s is said as %s, not %s\n", line, say(line), reading);
            wrong++;
        }
    }
    print_message("%zu words and sentences\n", all);
    ept_buf_clear(&table);
    assert_true(all > 300);
    assert_int_equal(0, wrong);
}

/* --- words and blanks ------------------------------------------------------------------------- */

typedef struct sentence {
    const char *spelled, *said;
} sentence;

static void check_all(const sentence *all, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(all[i].said, say(all[i].spelled));
    }
}

static void pronounce__parts__words_at_a_blank(void **state)
{
    (void)state;
    const sentence all[] = {
        {"저는 예전에 왔어요.", "저는 예저네 와써요."},
        {"열심히 한 아이", "열씸히 한 아이"},
        {"작업이 끝나면 전원을 꺼야 합니다.", "자거비 끈나면 저눠늘 꺼야 함니다."},
        {"집 앞", "집 압"},
    };
    check_all(all, sizeof all / sizeof all[0]);
}

static void pronounce__joins__words_said_in_one_breath(void **state)
{
    (void)state;
    const sentence all[] = {
        {"못 와요", "모 돠요"},
        {"못 읽어요", "몬 닐거요"},
        {"못 해요", "모 태요"},
        {"못 먹어요", "몬 머거요"},
        {"할 수 있어요", "할 쑤 이써요"},
        {"볼 줄 알아요", "볼 쭐 아라요"},
        {"갈 거예요", "갈 꺼예요"},
        {"물을 거기에", "무를 거기에"},
        {"수도 물을 수도로", "수도 무를 수도로"},
        {"책 한 권", "채 칸 권"},
        {"다섯 명", "다선 명"},
        {"몇 월", "며 둴"},
        {"십 년", "심 년"},
        {"일 년", "일 련"},
        {"할 일이 많다", "할 리리 만타"},
        {"저는 일을 합니다", "저는 이를 함니다"},
    };
    check_all(all, sizeof all / sizeof all[0]);
}

static void pronounce__does_not_join__over_punctuation(void **state)
{
    (void)state;
    assert_string_equal("몯, 와요", say("못, 와요"));
    assert_string_equal("할 (거슬)", say("할 (것을)"));
}

static void pronounce__hears__endings(void **state)
{
    (void)state;
    const sentence all[] = {
        {"내가 할게요", "내가 할께요"},
        {"힘들게 하다", "힘들게 하다"},
        {"갈수록", "갈쑤록"},
        {"올지 모르다", "올찌 모르다"},
        {"줄지 않다", "줄지 안타"},
        {"정말요", "정말료"},
        {"거든요", "거든뇨"},
        {"필요", "피료"},
        {"여덟도", "여덜도"},
        {"닭하고", "다카고"},
        {"닭과 읽고", "닥꽈 일꼬"},
        {"굶기다", "굼기다"},
        {"삶도", "삼도"},
        {"삶의", "살믜"},
        {"협의 논의 밭의", "혀븨 노늬 바틔"},
        {"앉혀 붙여 닫혀", "안처 부처 다처"},
    };
    check_all(all, sizeof all / sizeof all[0]);
}

static void pronounce__decides__homographs_by_their_sentence(void **state)
{
    (void)state;
    const sentence all[] = {
        {"경찰에 신고하세요", "경차레 신고하세요"},
        {"안전화를 꼭 신고 일하세요", "안전화를 꼭 신꼬 일하세요"},
        {"신고 있어요", "신꼬 이써요"},
        {"신고를 받다", "신고를 받따"},
    };
    check_all(all, sizeof all / sizeof all[0]);
}

/* --- what is told ----------------------------------------------------------------------------- */

static void pronounce__tells__the_steps_in_their_order(void **state)
{
    (void)state;
    const ept_reading *reading = read_with(lexicon, "작업이 끝나면, 색연필");

    assert_int_equal(3, reading->word_count);
    const ept_sound_word *end = &reading->words[1];
    assert_string_equal("끝나면", end->spelled);
    assert_string_equal("끈나면", end->respelled);
    assert_string_equal("", end->lead);
    assert_string_equal(",", end->trail);
    assert_int_equal(2, end->change_count);
    assert_int_equal(9, end->changes[0].article);
    assert_string_equal("ㅌ", end->changes[0].from);
    assert_string_equal("ㄷ", end->changes[0].to);
    assert_int_equal(18, end->changes[1].article);
    assert_string_equal("ㄷ + ㄴ", end->changes[1].from);
    assert_string_equal("ㄴ + ㄴ", end->changes[1].to);
    assert_int_equal(2, reading->words[0].change_count);
    assert_string_equal("ㅂ + 이", reading->words[0].changes[1].from);
    assert_string_equal("비", reading->words[0].changes[1].to);
    const ept_sound_word *pencil = &reading->words[2];
    assert_int_equal(2, pencil->change_count);
    assert_int_equal(29, pencil->changes[0].article);
    assert_string_equal("ㄱ + 여", pencil->changes[0].from);
    assert_string_equal("ㄱ + 녀", pencil->changes[0].to);
    assert_int_equal(18, pencil->changes[1].article);
}

static void pronounce__marks__words_of_one_breath(void **state)
{
    (void)state;
    const ept_reading *reading = read_with(lexicon, "아직 못 와요");

    assert_int_equal(3, reading->word_count);
    assert_false(reading->words[0].joined);
    assert_true(reading->words[1].joined);
    assert_false(reading->words[2].joined);
    assert_string_equal("돠요", reading->words[2].respelled);
    assert_int_equal(2, reading->words[1].change_count);
    assert_int_equal(15, reading->words[1].changes[0].article);
    assert_int_equal(0, reading->words[2].change_count);
}

static void pronounce__keeps__punctuation_and_quotes(void **state)
{
    (void)state;
    assert_string_equal("“야글” ‘안전’모를… - 끋.", say("“약을”  ‘안전’모를… -\n끝."));
    const ept_reading *reading = read_with(lexicon, "(약'을)");
    assert_string_equal("(", reading->words[0].lead);
    assert_string_equal("약'을", reading->words[0].spelled);
    assert_string_equal("야'글", reading->words[0].respelled);
    assert_string_equal(")", reading->words[0].trail);
}

static void as_written__applies__no_rule(void **state)
{
    (void)state;
    const ept_reading *reading = NULL;

    assert_ok(ept_text_as_written(&reading, arena, ept_str_of(" 궁무리  국물이. ")));
    assert_int_equal(2, reading->word_count);
    assert_string_equal("궁무리 국물이.", reading->respelled);
    assert_string_equal("국물이", reading->words[1].respelled);
    assert_int_equal(0, reading->words[1].change_count);
    assert_status(EPT_E_FORMAT, ept_text_as_written(&reading, arena, ept_str_of("\xff")));
}

/* --- damaged and strange text ----------------------------------------------------------------- */

static void pronounce__refuses__what_is_not_utf8_or_too_long(void **state)
{
    (void)state;
    const ept_reading *reading = NULL;
    enum { TOO_LONG = 1024 * 1024 + 1 };

    assert_status(EPT_E_FORMAT, ept_text_pronounce(&reading, arena, lexicon, ept_str_of("가\xed")));
    assert_status(EPT_E_FORMAT,
                  ept_text_pronounce(&reading, arena, lexicon, ept_str_of("\xed\xa0\x80")));
    char *text = ept_arena_alloc(arena, TOO_LONG);
    assert_non_null(text);
    memset(text, ' ', TOO_LONG);
    assert_status(EPT_E_FORMAT,
                  ept_text_pronounce(&reading, arena, lexicon, (ept_str){text, TOO_LONG}));
    assert_null(reading);
}

static void pronounce__takes__nothing_and_nothing_but_signs(void **state)
{
    (void)state;
    assert_string_equal("", say(""));
    assert_int_equal(0, read_with(lexicon, "  \n\t ")->word_count);
    const ept_reading *reading = read_with(lexicon, "... — !?");
    assert_string_equal("... — !?", reading->respelled);
    assert_int_equal(3, reading->word_count);
    assert_string_equal("", reading->words[0].spelled);
    assert_string_equal("...", reading->words[0].lead);
}

static void pronounce__composes__decomposed_text(void **state)
{
    (void)state;
    assert_string_equal("궁무리",
                        say("\u1100\u116e\u11a8\u1106\u116e\u11af\u110b\u1175")); /* 국물이, NFD */
}

static void pronounce__leaves__lone_letters_and_other_scripts(void **state)
{
    (void)state;
    assert_string_equal("ㅋㅋㅋ 궁물", say("ㅋㅋㅋ 국물"));
    assert_string_equal("привет 국 漢字 국", say("привет 국 漢字 국"));
    assert_string_equal("국漢무리", say("국漢물이"));
}

/* The time is linear by construction; here the answer of a long line is looked at. */
static void pronounce__takes__a_hundred_thousand_syllables(void **state)
{
    (void)state;
    enum { TIMES = 25000 };
    ept_buf text = {0};
    const ept_reading *reading = NULL;

    for (int i = 0; i < TIMES; i++) {
        ept_buf_puts(&text, "국물이못");
    }
    assert_ok(ept_buf_ok(&text));
    assert_ok(ept_text_pronounce(&reading, arena, lexicon, (ept_str){text.p, text.n}));
    assert_int_equal(1, reading->word_count);
    assert_int_equal(text.n, strlen(reading->respelled));
    assert_int_equal(0, strncmp("궁무리몯꿍무리몯꿍무리몯", reading->respelled, 36));
    ept_buf_clear(&text);
}

static void pronounce__survives__any_failed_allocation(void **state)
{
    (void)state;
    ept_status st = EPT_E_NOMEM;
    size_t nth = 0;

    while (st != EPT_OK) {
        const ept_reading *reading = NULL;
        ept_alloc_fail_at(++nth);
        st = ept_text_pronounce(&reading, arena, lexicon, ept_str_of("작업이 끝나면 못 와요"));
        ept_alloc_fail_at(0);
        if (st != EPT_OK) {
            assert_int_equal(EPT_E_NOMEM, st);
            assert_null(reading);
        } else {
            assert_string_equal("자거비 끈나면 모 돠요", reading->respelled);
        }
    }
    assert_true(nth > 5);
}

int main(void)
{
#define WITH(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        WITH(pronounce__says__the_examples_of_every_article),
        WITH(pronounce__says__words_and_sentences_of_the_exam),
        WITH(pronounce__parts__words_at_a_blank),
        WITH(pronounce__joins__words_said_in_one_breath),
        WITH(pronounce__does_not_join__over_punctuation),
        WITH(pronounce__hears__endings),
        WITH(pronounce__decides__homographs_by_their_sentence),
        WITH(pronounce__tells__the_steps_in_their_order),
        WITH(pronounce__marks__words_of_one_breath),
        WITH(pronounce__keeps__punctuation_and_quotes),
        WITH(as_written__applies__no_rule),
        WITH(pronounce__refuses__what_is_not_utf8_or_too_long),
        WITH(pronounce__takes__nothing_and_nothing_but_signs),
        WITH(pronounce__composes__decomposed_text),
        WITH(pronounce__leaves__lone_letters_and_other_scripts),
        WITH(pronounce__takes__a_hundred_thousand_syllables),
        WITH(pronounce__survives__any_failed_allocation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
