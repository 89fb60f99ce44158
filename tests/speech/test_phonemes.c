/* SPDX-License-Identifier: MIT */
/* test_phonemes.c - from respelled Hangul to what the synthesiser gets. */
#include <stdio.h>
#include <string.h>

#include "support/ept_test.h"

#include "speech_priv.h"

typedef struct place {
    ept_arena *arena;
    ept_buf out;
} place;

static int setup(void **state)
{
    static place p;

    p = (place){0};
    assert_ok(ept_arena_new(&p.arena));
    *state = &p;
    return 0;
}

static int teardown(void **state)
{
    place *p = *state;

    ept_arena_free(p->arena);
    ept_buf_clear(&p->out);
    return 0;
}

static ept_status phonemes(place *p, const char *text)
{
    const ept_reading *reading = NULL;

    assert_ok(ept_text_as_written(&reading, p->arena, ept_str_of(text)));
    return ept_speech_phonemes(&p->out, reading);
}

static void gives(place *p, const char *text, const char *wanted)
{
    assert_ok(phonemes(p, text));
    if (strcmp(p->out.p, wanted) != 0) {
        fail_msg("%s gives %s, not %s", text, p->out.p, wanted);
    }
}

static void phonemes__onsets__three_ways_of_each_stop(void **state)
{
    place *p = *state;

    gives(p, "가 까 카", "[[k'a]] [[q-:'a]] [[k|h'a]].\n");
    gives(p, "다 따 타", "[[t'a]] [[t-:'a]] [[t|h'a]].\n");
    gives(p, "바 빠 파", "[[ph'a]] [[p-:'a]] [[p-|h:'a]].\n");
    gives(p, "자 짜 차", "[[dZ;'a]] [[tS;-:'a]] [[tS|h'a]].\n");
    gives(p, "사 싸 하", "[[s'a]] [[s:'a]] [[h'a]].\n");
    gives(p, "나 마 라 아", "[[n'a]] [[m'a]] [[*'a]] [['a]].\n");
}

static void phonemes__onsets__lax_ones_are_voiced_between_voiced_sounds(void **state)
{
    place *p = *state;

    gives(p, "아가 안다 암바 앙자 알가", "[['aga]] [['anda]] [['amba]] [['aNdZ;a]] [['aLga]].\n");
    gives(p, "아까 아따 아빠 아짜", "[['aq-:a]] [['at-:a]] [['ap-:a]] [['atS;-:a]].\n");
    gives(p, "아라 알라", "[['a*a]] [['ala]].\n");
}

static void phonemes__codas__one_burst_for_one_place(void **state)
{
    place *p = *state;

    gives(p, "각 받 밥", "[[k'aq-]] [[ph'at-]] [[ph'ap-]].\n");
    gives(p, "산 삼 상 살", "[[s'an]] [[s'am]] [[s'aN]] [[s'aL]].\n");
    gives(p, "학꾜 받따 밥빠", "[[h'aq-:jo]] [[ph'at-:a]] [[ph'ap-:a]].\n");
    gives(p, "먹따 갑씨", "[[m'@q-t-a]] [[k'ap-s;:i]].\n");
}

/* What is not respelled is still said by the sound that it has before a pause. */
static void phonemes__clusters__are_one_sound(void **state)
{
    gives(*state, "닭 삶 앞 값 여덟 넋 밖 옷",
          "[[t'aq-]] [[s'am]] [['ap-]] [[k'ap-]] [[j'@d@L]] [[n'@q-]] [[ph'aq-]] [['ot-]].\n");
}

static void phonemes__vowels__each_its_own(void **state)
{
    place *p = *state;

    gives(p, "아 애 야 얘 어 에 여 예",
          "[['a]] [['E]] [[j'a]] [[j'E]] [['@]] [['e]] [[j'@]] [[j'e]].\n");
    gives(p, "오 와 왜 외 요 우 워 웨 위 유",
          "[['o]] [[w'a]] [[w'E]] [[w'e]] [[j'o]] [['u]] [[w'@]] [[w'e]] [[w'i]] [[j'u]].\n");
    gives(p, "으 의 이", "[['u-]] [['u-j]] [['i]].\n");
    gives(p, "시 씨 샤 쉬 저 쇠", "[[s;'i]] [[s;:'i]] [[s;'a]] [[s;w'i]] [[dZ;'@]] [[sw'e]].\n");
    gives(p, "져 쳐", "[[dZ;'@]] [[tS|h'@]].\n");
}

static void phonemes__punctuation__ends_clauses(void **state)
{
    place *p = *state;

    gives(p, "네, 가요.", "[[n'e]],\n[[k'ajo]].\n");
    gives(p, "왜요? 네!", "[[w'Ejo]]?\n[[n'e]]!\n");
    gives(p, "아… 네", "[['a]].\n[[n'e]].\n");
    gives(p, "정말?! 네...", "[[dZ;'@NmaL]]?\n[[n'e]].\n");
    gives(p, "“네.” ‘가요’", "[[n'e]].\n[[k'ajo]].\n");
    gives(p, "가·나 (다)", "[[k'a]],\n[[n'a]],\n[[t'a]],\n");
}

static void phonemes__joined_words__go_on_in_one_breath(void **state)
{
    place *p = *state;
    const ept_sound_word words[] = {
        {.lead = "", .trail = "", .spelled = "할", .respelled = "할", .joined = true},
        {.lead = "", .trail = ",", .spelled = "거", .respelled = "거", .joined = true},
        {.lead = "", .trail = "", .spelled = "각", .respelled = "각", .joined = true},
        {.lead = "", .trail = "", .spelled = "꼭", .respelled = "꼭"},
        {.lead = "", .trail = "", .spelled = "가", .respelled = "가"},
    };
    const ept_reading reading = {words, 5, "할 거, 각 꼭 가"};

    assert_ok(ept_speech_phonemes(&p->out, &reading));
    assert_string_equal(p->out.p, "[[h'aL]] [[g'@]],\n[[k'a]] [[q-:'oq-]] [[k'a]].\n");
}

static void phonemes__no_hangul__is_named(void **state)
{
    static const char *const texts[] = {"CCTV 있어요", "가 3개", "ㅋㅋ",   "가 ♥",
                                        "я",           "가a나",  "[[n'e]]"};
    place *p = *state;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        ept_status st = phonemes(p, texts[i]);
        if (st != EPT_E_FORMAT ||
            !strstr(ept_error(), "cannot be read aloud; write it in Hangul")) {
            fail_msg("%s: %s, %s", texts[i], ept_status_name(st), p->out.p);
        }
        assert_int_equal(p->out.n, 0);
    }
    assert_status(EPT_E_FORMAT, phonemes(p, "CCTV 있어요"));
    assert_non_null(strstr(ept_error(), "\"CCTV\""));
}

static void phonemes__nothing__is_refused(void **state)
{
    static const char *const texts[] = {"", " ", "...", "[]", "“”"};

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_status(EPT_E_FORMAT, phonemes(*state, texts[i]));
        assert_non_null(strstr(ept_error(), "nothing to say"));
    }
}

/* The synthesiser would cut a clause of 800 bytes in the midst of a word. */
static void phonemes__long_lines__are_parted_between_words(void **state)
{
    place *p = *state;
    ept_buf text = {0};
    size_t longest = 0;
    size_t words = 0;

    for (int i = 0; i < 2000; i++) {
        ept_buf_puts(&text, "쏟아졌습니다 ");
    }
    assert_ok(ept_buf_ok(&text));
    assert_ok(phonemes(p, text.p));
    for (size_t from = 0; from < p->out.n;) {
        size_t n = strcspn(p->out.p + from, "\n");
        longest = n > longest ? n : longest;
        from += n + 1;
    }
    for (const char *at = p->out.p; (at = strstr(at, "[[")) != NULL; at += 2) {
        words++;
    }
    assert_int_equal(words, 2000);
    assert_true(longest > 300 && longest < 700);
    ept_buf_reset(&text);
    for (int i = 0; i < 41; i++) {
        ept_buf_puts(&text, "가");
    }
    assert_status(EPT_E_FORMAT, phonemes(p, text.p));
    assert_non_null(strstr(ept_error(), "with blanks"));
    assert_ok(phonemes(p, text.p + 3));
    ept_buf_clear(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phonemes__onsets__three_ways_of_each_stop),
        cmocka_unit_test(phonemes__onsets__lax_ones_are_voiced_between_voiced_sounds),
        cmocka_unit_test(phonemes__codas__one_burst_for_one_place),
        cmocka_unit_test(phonemes__clusters__are_one_sound),
        cmocka_unit_test(phonemes__vowels__each_its_own),
        cmocka_unit_test(phonemes__punctuation__ends_clauses),
        cmocka_unit_test(phonemes__joined_words__go_on_in_one_breath),
        cmocka_unit_test(phonemes__no_hangul__is_named),
        cmocka_unit_test(phonemes__nothing__is_refused),
        cmocka_unit_test(phonemes__long_lines__are_parted_between_words),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
