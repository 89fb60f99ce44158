/* SPDX-License-Identifier: MIT */
/* test_espeak.c - the synthesiser: voices told apart, one level, every way it can be missing. */
#define _POSIX_C_SOURCE 200809L /* setenv */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "support/ept_test.h"

#include "epstopik/path.h"
#include "hearing.h"
#include "speech_priv.h"

static const char *const names[EPT_VOICE_COUNT] = {"narrator", "man", "woman", "man2", "woman2"};
static const char sentence[] =
    "오늘은 비가 오고 바람이 많이 불겠습니다. 작업을 시작하기 전에 안전모를 꼭 쓰십시오.";

static int open_speech(void **state)
{
    ept_speech *speech = NULL;

    assert_ok(ept_speech_open(&speech));
    *state = speech;
    return 0;
}

static int close_speech(void **state)
{
    ept_speech_close(*state);
    return 0;
}

/* A text that is written as it sounds. */
static ept_status say(ept_samples *out, ept_speech *speech, ept_voice voice, int rate,
                      const char *text)
{
    const ept_reading *reading = NULL;
    ept_arena *arena = NULL;

    assert_ok(ept_arena_new(&arena));
    ept_status st = ept_text_as_written(&reading, arena, ept_str_of(text));
    if (st == EPT_OK) {
        st = ept_speech_say(out, speech, voice, rate, reading);
    }
    ept_arena_free(arena);
    return st;
}

static void voice__parse__known_names_only(void **state)
{
    ept_voice voice = EPT_VOICE_MAN;

    (void)state;
    for (int i = 0; i < EPT_VOICE_COUNT; i++) {
        assert_true(ept_voice_parse(&voice, names[i]));
        assert_int_equal(i, voice);
    }
    assert_false(ept_voice_parse(&voice, "man3"));
    assert_false(ept_voice_parse(&voice, ""));
    assert_false(ept_voice_parse(&voice, NULL));
}

static void say__speak__five_voices_at_one_level(void **state)
{
    static const char *const lines[] = {sentence, "안전모", "네.", "삼 번",
                                        "점심은 열두 시부터 먹습니다."};
    ept_samples said = {0};

    for (int v = 0; v < EPT_VOICE_COUNT; v++) {
        for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
            assert_ok(say(&said, *state, (ept_voice)v, 150, lines[i]));
            assert_int_equal(0, said.n % 48);
            assert_true(hearing_peak_db(&said) <= -1.0);
            double lufs = i == 0 ? hearing_lufs(&said) : -18.0;
            if (fabs(lufs + 18.0) > 0.2) {
                fail_msg("%s: %f LUFS", names[v], lufs);
            }
        }
    }
    ept_samples_clear(&said);
}

/* A word joined with a long sentence of its own voice, as it is in an item. */
static void say__speak__words_as_loud_as_sentences(void **state)
{
    ept_samples word = {0};
    ept_samples all = {0};

    for (int v = 0; v < EPT_VOICE_COUNT; v++) {
        assert_ok(say(&all, *state, (ept_voice)v, 150, sentence));
        assert_ok(say(&word, *state, (ept_voice)v, 150, "드라이버"));
        assert_true(ept_samples_ms(&word) < 1500);
        assert_ok(ept_samples_add(&all, &word));
        assert_true(fabs(hearing_lufs(&all) + 18.0) < 1.0);
        ept_samples_clear(&all);
    }
    ept_samples_clear(&word);
}

static void say__speak__voices_two_semitones_apart(void **state)
{
    static const ept_voice by_pitch[EPT_VOICE_COUNT] = {
        EPT_VOICE_NARRATOR, EPT_VOICE_MAN, EPT_VOICE_MAN2, EPT_VOICE_WOMAN, EPT_VOICE_WOMAN2};
    double last = 0.0;

    for (int i = 0; i < EPT_VOICE_COUNT; i++) {
        ept_samples said = {0};
        assert_ok(say(&said, *state, by_pitch[i], 150, sentence));
        double pitch = hearing_pitch_hz(&said);
        ept_samples_clear(&said);
        print_message("%-8s %.1f Hz\n", names[by_pitch[i]], pitch);
        assert_true(pitch > last * pow(2.0, 2.0 / 12.0));
        last = pitch;
    }
    assert_true(last < 300.0);
}

/* Stretches of silence inside, in ms. */
static size_t pauses(uint32_t out[4], const ept_samples *said)
{
    size_t count = 0;
    size_t quiet = 0;

    for (size_t i = 0; i + 48 <= said->n; i += 48) {
        float most = 0.0F;
        for (size_t k = i; k < i + 48; k++) {
            most = fabsf(said->p[k]) > most ? fabsf(said->p[k]) : most;
        }
        if (most < 0.002F) {
            quiet++;
        } else {
            if (quiet > 150 && i > quiet * 48 && count < 4) {
                out[count++] = (uint32_t)quiet;
            }
            quiet = 0;
        }
    }
    return count;
}

static void say__pause__at_commas_and_ends(void **state)
{
    static const char line[] = "그래서, 나는 가요. 왜요? 네.";
    ept_samples said = {0};
    uint32_t at[4] = {0};

    for (int v = 0; v < EPT_VOICE_COUNT; v++) {
        assert_ok(say(&said, *state, (ept_voice)v, 150, line));
        assert_int_equal(3, pauses(at, &said));
        print_message("%-8s comma %u ms, full stop %u, question mark %u\n", names[v], at[0], at[1],
                      at[2]);
        assert_in_range(at[0], 250, 350);
        assert_in_range(at[1], 500, 700);
        assert_in_range(at[2], 500, 700);
    }
    assert_ok(say(&said, *state, EPT_VOICE_MAN, 125, line));
    assert_int_equal(3, pauses(at, &said));
    assert_in_range(at[0], 300, 420);
    ept_samples_clear(&said);
}

/* Median pitch of the last syllable against the one of the whole. */
static void say__ask__rises_at_the_end(void **state)
{
    ept_samples asked = {0};
    ept_samples told = {0};
    ept_samples tail[2] = {{0}};

    assert_ok(say(&asked, *state, EPT_VOICE_WOMAN, 150, "지금 가요?"));
    assert_ok(say(&told, *state, EPT_VOICE_WOMAN, 150, "지금 가요."));
    for (int i = 0; i < 2; i++) {
        ept_samples *from = i == 0 ? &asked : &told;
        size_t n = 300 * 48; /* 0.3 s before the end, where the voice dies away in 0.1 s */
        tail[i] = (ept_samples){from->p + from->n - n, n - 4800, n - 4800};
    }
    double up = hearing_pitch_hz(&tail[0]);
    double down = hearing_pitch_hz(&tail[1]);
    print_message("asked %.0f Hz, told %.0f Hz\n", up, down);
    assert_true(up > down * 1.1);
    ept_samples_clear(&asked);
    ept_samples_clear(&told);
}

static void say__repeat__gives_the_same_samples(void **state)
{
    ept_samples first = {0};
    ept_samples second = {0};
    ept_speech *other = NULL;

    /* Another one, which has said something before, in another folder. */
    assert_ok(ept_speech_open(&other));
    assert_ok(say(&second, other, EPT_VOICE_MAN, 120, sentence));
    assert_ok(say(&second, other, EPT_VOICE_WOMAN, 150, "안전모"));
    assert_ok(say(&first, *state, EPT_VOICE_WOMAN, 150, "안전모"));
    assert_int_equal(first.n, second.n);
    assert_memory_equal(first.p, second.p, first.n * sizeof *first.p);
    assert_string_equal(ept_speech_version(*state), ept_speech_version(other));
    ept_speech_close(other);
    ept_samples_clear(&first);
    ept_samples_clear(&second);
}

static void say__speak__slower_takes_longer(void **state)
{
    ept_samples slow = {0};
    ept_samples normal = {0};

    assert_ok(say(&slow, *state, EPT_VOICE_MAN, 120, sentence));
    assert_ok(say(&normal, *state, EPT_VOICE_MAN, 155, sentence));
    assert_true((double)slow.n > 1.2 * (double)normal.n);
    ept_samples_clear(&slow);
    ept_samples_clear(&normal);
}

static void say__speak__any_normal_form_and_line_ends_alike(void **state)
{
    ept_samples nfc = {0};
    ept_samples nfd = {0};

    assert_ok(say(&nfc, *state, EPT_VOICE_MAN, 150, "한 잔"));
    assert_ok(say(&nfd, *state, EPT_VOICE_MAN, 150,
                  "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB\n\xE1\x84\x8C\xE1\x85\xA1\xE1\x86\xAB"));
    assert_int_equal(nfc.n, nfd.n);
    assert_memory_equal(nfc.p, nfd.p, nfc.n * sizeof *nfc.p);
    ept_samples_clear(&nfc);
    ept_samples_clear(&nfd);
}

static void say__refuse__what_gives_no_sound(void **state)
{
    static const char *const lines[] = {"", " ", "\n", "[]", "...", "\xFF\xFE"};
    ept_samples said = {0};

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        ept_status st = say(&said, *state, EPT_VOICE_MAN, 150, lines[i]);
        if (st != EPT_E_FORMAT) {
            fail_msg("line %zu gives %s", i, ept_status_name(st));
        }
        assert_null(said.p);
    }
}

static void say__refuse__a_rate_out_of_range(void **state)
{
    ept_samples said = {0};

    assert_status(EPT_E_INVAL, say(&said, *state, EPT_VOICE_MAN, 79, "네"));
    assert_status(EPT_E_INVAL, say(&said, *state, EPT_VOICE_MAN, 451, "네"));
    assert_null(said.p);
}

static void version__name__program_encoder_and_settings(void **state)
{
    const char *version = ept_speech_version(*state);

    assert_non_null(strstr(version, "espeak-ng 1."));
    assert_non_null(strstr(version, "libopusenc "));
    assert_non_null(strstr(version, "settings "));
}

static void open__fail__without_the_program(void **state)
{
    ept_speech *speech = (ept_speech *)1;

    (void)state;
    assert_status(EPT_E_UNAVAILABLE, speech_open_program(&speech, "espeak-ng-of-another-day"));
    assert_non_null(strstr(ept_error(), "espeak-ng-of-another-day"));
    assert_null(speech);
}

static ept_status open_fake(ept_speech **out, const char *fault)
{
    assert_int_equal(0, setenv("EPT_FAKE_ESPEAK", fault, 1));
    return speech_open_program(out, EPT_SOURCE_DIR "/tests/speech/espeak_fake.sh");
}

static void open__fail__with_an_unfit_program(void **state)
{
    static const struct {
        const char *fault, *why;
    } cases[] = {{"old", "1.49"},
                 {"nameless", "no version"},
                 {"voiceless", "no voice ko"},
                 {"narratorless", "no voice !v/m8"},
                 {"soundless", "no sound \"t-\""}};
    ept_speech *speech = NULL;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_status(EPT_E_UNAVAILABLE, open_fake(&speech, cases[i].fault));
        if (!strstr(ept_error(), cases[i].why)) {
            fail_msg("\"%s\" does not say \"%s\"", ept_error(), cases[i].why);
        }
        assert_null(speech);
    }
    assert_ok(open_fake(&speech, "new"));
    assert_non_null(strstr(ept_speech_version(speech), "espeak-ng 2.0-dev;"));
    ept_speech_close(speech);
}

static void say__fail__when_the_program_does(void **state)
{
    static const struct {
        const char *fault, *why;
        ept_status status;
    } cases[] = {{"failing", "out of voice", EPT_E_UNAVAILABLE},
                 {"lazy", "wrote no sound for \"안녕\"", EPT_E_IO},
                 {"rubbish", "안녕: no WAV", EPT_E_FORMAT},
                 {"silent", "안녕: nothing but silence", EPT_E_FORMAT}};
    ept_samples said = {0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ept_speech *speech = NULL;
        assert_ok(open_fake(&speech, cases[i].fault));
        ept_status st = say(&said, speech, EPT_VOICE_MAN, 150, "안녕");
        if (st != cases[i].status || !strstr(ept_error(), cases[i].why)) {
            fail_msg("%s: %s: %s", cases[i].fault, ept_status_name(st), ept_error());
        }
        assert_null(said.p);
        ept_speech_close(speech);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(voice__parse__known_names_only),
        cmocka_unit_test(say__speak__five_voices_at_one_level),
        cmocka_unit_test(say__speak__words_as_loud_as_sentences),
        cmocka_unit_test(say__speak__voices_two_semitones_apart),
        cmocka_unit_test(say__pause__at_commas_and_ends),
        cmocka_unit_test(say__ask__rises_at_the_end),
        cmocka_unit_test(say__repeat__gives_the_same_samples),
        cmocka_unit_test(say__speak__slower_takes_longer),
        cmocka_unit_test(say__speak__any_normal_form_and_line_ends_alike),
        cmocka_unit_test(say__refuse__what_gives_no_sound),
        cmocka_unit_test(say__refuse__a_rate_out_of_range),
        cmocka_unit_test(version__name__program_encoder_and_settings),
        cmocka_unit_test(open__fail__without_the_program),
        cmocka_unit_test(open__fail__with_an_unfit_program),
        cmocka_unit_test(say__fail__when_the_program_does),
    };
    return cmocka_run_group_tests(tests, open_speech, close_speech);
}
