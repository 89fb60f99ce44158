/* SPDX-License-Identifier: MIT */
/* The pronunciation lexicon: the marks of its entries, which of them wins, what it refuses. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/pronounce.h"
#include "support/readings.h"

static ept_arena *arena;
static ept_lexicon *lexicon;

static int setup(void **state)
{
    (void)state;
    assert_ok(ept_arena_new(&arena));
    assert_ok(ept_lexicon_new(&lexicon));
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

static void take(const char *text)
{
    assert_ok(ept_lexicon_read(lexicon, ept_str_of(text)));
}

static const ept_reading *read_line(const char *text)
{
    const ept_reading *reading = NULL;
    assert_ok(ept_text_pronounce(&reading, arena, lexicon, ept_str_of(text)));
    return reading;
}

static const char *say(const char *text)
{
    return read_line(text)->respelled;
}

static void read__takes__every_mark(void **state)
{
    (void)state;
    take("[26] 갈'등 # a comment\r\n[29]\n색+연필\t꽃+잎\n[15] 맛|없\n[30] 냇*가\n[20] "
         "의견란=의견난\n");

    assert_int_equal(6, ept_lexicon_count(lexicon));
    assert_string_equal("갈뜽이", say("갈등이"));
    assert_string_equal("생년피를", say("색연필을"));
    assert_string_equal("꼰니피", say("꽃잎이"));
    assert_string_equal("마덥따", say("맛없다"));
    assert_string_equal("내까에", say("냇가에"));
    assert_string_equal("의견나네", say("의견란에"));
    const ept_reading *brook = read_line("냇가");
    assert_int_equal(1, brook->words[0].change_count);
    assert_int_equal(30, brook->words[0].changes[0].article);
    assert_string_equal("ㅅ + ㄱ", brook->words[0].changes[0].from);
    assert_string_equal("ㄲ", brook->words[0].changes[0].to);
}

static void read__holds__at_the_start_of_a_word_unless_told(void **state)
{
    (void)state;
    take("[28] 문'자 ~사용'법 심'기$");

    assert_string_equal("문짜를", say("문자를"));
    assert_string_equal("방문자를", say("방문자를"));
    assert_string_equal("기계사용뻐블", say("기계사용법을"));
    assert_string_equal("심끼 심기고", say("심기 심기고"));
}

static void read__lets_win__the_longest_then_the_latest(void **state)
{
    (void)state;
    take("[28] 한'자 한자리 문'법\n문법");

    assert_string_equal("한짜를 한자리", say("한자를 한자리"));
    assert_string_equal("문법", say("문법"));
    take("[28] 문'법");
    assert_string_equal("문뻡", say("문법"));
}

static void read__takes__words_with_a_blank(void **state)
{
    (void)state;
    take("[29] 옷^+입 안과_밖\n[28] 안'과");

    assert_string_equal("온 니버요", say("옷 입어요"));
    assert_true(read_line("옷 입어요")->words[0].joined);
    assert_string_equal("옫, 이버요", say("옷, 입어요"));
    assert_string_equal("안과 박", say("안과 밖"));
    assert_string_equal("안꽈 의사", say("안과 의사"));
    assert_false(read_line("안과 밖")->words[0].joined);
}

static void read__asks__the_words_around(void **state)
{
    (void)state;
    take("[24] 신고\n신'고 < 신발 양말 > 있 다니\n");

    assert_string_equal("신고 하다", say("신고 하다"));
    assert_string_equal("신바를 신꼬 가다", say("신발을 신고 가다"));
    assert_string_equal("양마를 또 꼭 신꼬", say("양말을 또 꼭 신고"));
    assert_string_equal("양마를 또 꼭 더 신고", say("양말을 또 꼭 더 신고"));
    assert_string_equal("신고 이따", say("신고 이따"));
    assert_string_equal("신꼬 읻따", say("신고 있다"));
}

static void read__gives__stems_their_endings(void **state)
{
    (void)state;
    take("[stem] 신 남 ~뛰어넘\n[24] 남자");

    assert_string_equal("신찌 남끼를 뛰어넘꼬", say("신지 남기를 뛰어넘고"));
    assert_string_equal("남자 남기고 남짜마자", say("남자 남기고 남자마자"));
    assert_string_equal("시너요 나마요", say("신어요 남아요"));
    assert_int_equal(24, read_line("신지")->words[0].changes[0].article);
}

static void read__knows__verb_forms_before_nouns(void **state)
{
    (void)state;
    assert_string_equal("만날 사람 하는 일", say("만날 사람 하는 일"));
    take("[adnominal] 만날 ~하는");

    assert_string_equal("만날 싸람 하는 닐", say("만날 사람 하는 일"));
    assert_string_equal("또만날 사람", say("또만날 사람"));
    assert_string_equal("공부하는 니를", say("공부하는 일을"));
}

static void add__takes__a_word_and_its_sound(void **state)
{
    (void)state;
    assert_ok(ept_lexicon_add(lexicon, "신고", "신꼬"));
    assert_ok(ept_lexicon_add(lexicon, "솜이불", "솜니불"));
    assert_ok(ept_lexicon_add(lexicon, "한 일", "한 닐"));
    assert_ok(ept_lexicon_add(lexicon, "\u1112\u1161\u11ab\u110c\u1161", "한짜")); /* 한자, NFD */

    assert_int_equal(4, ept_lexicon_count(lexicon));
    assert_string_equal("신꼬를 솜니부레 한짜", say("신고를 솜이불에 한자"));
    assert_int_equal(28, read_line("신고")->words[0].changes[0].article);
    assert_int_equal(29, read_line("솜이불")->words[0].changes[0].article);
    assert_string_equal("한 닐", say("한 일"));
}

static void add__refuses__what_is_not_hangul_or_not_as_long(void **state)
{
    (void)state;
    const char *bad[][2] = {
        {"신고", "신"},
        {"신고", "sinko"},
        {"", ""},
        {"ab", "가나"},
        {"신고", "신ㄲ"},
        {"신고", ""},
        {"신 고", "신고"},
        {"신고\xff", "신꼬"},
        {"가나다라마바사아자차카타파하가나다", "가나다라마바사아자차카타파하가나다"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_status(EPT_E_FORMAT, ept_lexicon_add(lexicon, bad[i][0], bad[i][1]));
    }
    assert_int_equal(0, ept_lexicon_count(lexicon));
}

static void read__names__the_line_at_fault_and_takes_nothing(void **state)
{
    (void)state;
    const struct {
        const char *text, *line;
    } bad[] = {
        {"갈'등\n\nabc", "line 3"},
        {"[31] 가'다", "line 1"},
        {"가'다\n[stems] 신", "line 2"},
        {"갈'", "line 1"},
        {"갈'나", "line 1"},
        {"색+다", "line 1"},
        {"\n가나=가", "line 2"},
        {"가나=가나다", "line 1"},
        {"_가", "line 1"},
        {"가_", "line 1"},
        {"가$나", "line 1"},
        {"[adnominal]\n신 < 가", "line 2"},
        {"가'다 나'다 < 다", "line 1"},
        {"< 다", "line 1"},
        {"[stem] x", "line 1"},
        {"[]", "line 1"},
        {"[12345678901234567890]", "line 1"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_status(EPT_E_FORMAT, ept_lexicon_read(lexicon, ept_str_of(bad[i].text)));
        if (!strstr(ept_error(), bad[i].line)) {
            fail_msg("\"%s\" does not name %s: %s", bad[i].text, bad[i].line, ept_error());
        }
        assert_int_equal(0, ept_lexicon_count(lexicon));
    }
    assert_status(EPT_E_FORMAT, ept_lexicon_read(lexicon, ept_str_of("가'다 \xff")));
}

static void read__survives__any_failed_allocation(void **state)
{
    (void)state;
    ept_status st = EPT_E_NOMEM;
    size_t nth = 0;

    while (st != EPT_OK) {
        ept_lexicon *one = NULL;
        ept_alloc_fail_at(++nth);
        st = ept_lexicon_new(&one);
        if (st == EPT_OK) {
            st = ept_lexicon_read(
                one, ept_str_of("[stem] 신\n[26] 갈'등\n신'고 < 신발 > 있\n[adnominal] 할"));
        }
        ept_alloc_fail_at(0);
        ept_lexicon_free(one);
        assert_true(st == EPT_OK || st == EPT_E_NOMEM);
    }
    assert_true(nth > 5);
}

/* Every entry of the program's own file changes what rules alone would say, or keeps another one
 * away; here that the file is whole and as large as it is meant to be. */
static void read__takes__the_file_of_the_program(void **state)
{
    (void)state;
    reading_lexicon(lexicon, arena);
    assert_true(ept_lexicon_count(lexicon) > 2000);
    ept_lexicon_free(NULL);
}

int main(void)
{
#define WITH(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        WITH(read__takes__every_mark),
        WITH(read__holds__at_the_start_of_a_word_unless_told),
        WITH(read__lets_win__the_longest_then_the_latest),
        WITH(read__takes__words_with_a_blank),
        WITH(read__asks__the_words_around),
        WITH(read__gives__stems_their_endings),
        WITH(read__knows__verb_forms_before_nouns),
        WITH(add__takes__a_word_and_its_sound),
        WITH(add__refuses__what_is_not_hangul_or_not_as_long),
        WITH(read__names__the_line_at_fault_and_takes_nothing),
        WITH(read__survives__any_failed_allocation),
        WITH(read__takes__the_file_of_the_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
