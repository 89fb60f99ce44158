/* SPDX-License-Identifier: MIT */
/* test_pairs.c - words that a listener must tell apart are told apart by the voice: each pair by
 * the cue that Korean uses for it. Thresholds are about twice the smallest difference that
 * listeners notice: 10 ms of closure, hiss or breath, 4 % of a formant; of a spectrum, what the
 * same word has when it is said 3 % faster. */
#include <math.h>
#include <string.h>

#include "support/ept_test.h"

#include "listening.h"

typedef enum cue { CLOSURE, HISS, BREATH, FORMANT, BEGIN, END } cue;

typedef struct pair {
    const char *a, *b;
    cue cue;
} pair;

static const pair pairs[] = {
    /* tense or lax: frication, closure, voice */
    {"사", "싸", HISS},
    {"살", "쌀", HISS},
    {"시", "씨", HISS},
    {"아사", "아싸", HISS},
    {"안사", "안싸", HISS},
    {"아가", "아까", CLOSURE},
    {"안가", "안까", CLOSURE},
    {"알다", "알따", CLOSURE},
    {"아다", "아따", CLOSURE},
    {"아부", "아뿌", CLOSURE},
    {"이발", "이빨", CLOSURE},
    {"아자", "아짜", CLOSURE},
    {"감다", "감따", CLOSURE},
    {"달", "딸", BEGIN},
    {"불", "뿔", BEGIN},
    {"방", "빵", BEGIN},
    {"자다", "짜다", HISS},
    {"굴", "꿀", HISS},
    /* lax or aspirated, tense or aspirated: breath behind the burst */
    {"달", "탈", BREATH},
    {"딸", "탈", BREATH},
    {"불", "풀", BREATH},
    {"뿔", "풀", BREATH},
    {"방", "팡", BREATH},
    {"공", "콩", BREATH},
    {"기", "키", BREATH},
    {"자다", "차다", HISS},
    {"짜다", "차다", HISS},
    {"고기", "코끼리", CLOSURE},
    {"아가", "아카", CLOSURE},
    {"아까", "아카", HISS},
    {"아다", "아타", HISS},
    {"아자", "아차", HISS},
    /* vowels */
    {"거리", "고리", FORMANT},
    {"은", "운", FORMANT},
    {"글", "굴", FORMANT},
    {"어디", "오디", FORMANT},
    {"언", "은", FORMANT},
    {"개", "게", FORMANT},
    {"돈", "둔", FORMANT},
    {"일", "을", FORMANT},
    /* place */
    {"풀", "굴", BREATH},
    {"둘", "줄", BEGIN},
    {"굴", "둘", BEGIN},
    {"말", "발", BEGIN},
    {"밤", "방", END},
    {"밤", "반", END},
    {"반", "방", END},
    {"밤", "밥", END},
    {"밥", "박", END},
    {"밭", "박", END},
    {"말", "만", END},
};

static const char *const cue_names[] = {"closure ms", "hiss ms",  "breath ms",
                                        "formant %",  "begin dB", "end dB"};
static const double least[] = {20.0, 20.0, 20.0, 8.0, 4.0, 3.0};

typedef struct voices {
    ept_speech *speech;
    ept_arena *arena;
} voices;

static int setup(void **state)
{
    static voices v;

    v = (voices){0};
    assert_ok(ept_speech_open(&v.speech));
    assert_ok(ept_arena_new(&v.arena));
    *state = &v;
    return 0;
}

static int teardown(void **state)
{
    voices *v = *state;

    ept_speech_close(v->speech);
    ept_arena_free(v->arena);
    return 0;
}

static void hear(listening *out, ept_samples *said, voices *v, ept_voice voice, int rate,
                 const char *word)
{
    const ept_reading *reading = NULL;

    assert_ok(ept_text_as_written(&reading, v->arena, ept_str_of(word)));
    assert_ok(ept_speech_say(said, v->speech, voice, rate, reading));
    listening_to(out, said);
    ept_arena_reset(v->arena);
}

static double percent(double a, double b)
{
    return 100.0 * fabs(a - b) / (a < b ? a : b);
}

static double apart(cue which, const listening *a, const listening *b)
{
    switch (which) {
    case CLOSURE:
        return fabs(a->closure_ms - b->closure_ms);
    case HISS:
        return fabs(a->noise_ms - b->noise_ms);
    case BREATH:
        return fabs(a->breath_ms - b->breath_ms);
    case FORMANT:
        return fmax(percent(a->f1_hz, b->f1_hz), percent(a->f2_hz, b->f2_hz));
    case BEGIN:
        return listening_apart_db(a->begin_db, b->begin_db);
    case END:
        return listening_apart_db(a->end_db, b->end_db);
    }
    return 0.0;
}

static void pairs__each__differs_by_its_cue(void **state)
{
    static const ept_voice said_by[] = {EPT_VOICE_NARRATOR, EPT_VOICE_WOMAN};
    ept_samples said = {0};
    listening a, b;
    size_t alike = 0;

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        double by[2];
        for (size_t v = 0; v < 2; v++) {
            hear(&a, &said, *state, said_by[v], 150, pairs[i].a);
            hear(&b, &said, *state, said_by[v], 150, pairs[i].b);
            by[v] = apart(pairs[i].cue, &a, &b);
            alike += by[v] < least[pairs[i].cue];
        }
        print_message("%s/%s\t%s\t%.1f\t%.1f\n", pairs[i].a, pairs[i].b, cue_names[pairs[i].cue],
                      by[0], by[1]);
    }
    assert_int_equal(alike, 0);
    ept_samples_clear(&said);
}

static void pairs__same_word__is_the_same_sound(void **state)
{
    ept_samples first = {0};
    ept_samples second = {0};
    listening a, b;

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i += 10) {
        hear(&a, &first, *state, EPT_VOICE_WOMAN, 150, pairs[i].a);
        hear(&b, &second, *state, EPT_VOICE_WOMAN, 150, pairs[i].a);
        assert_int_equal(first.n, second.n);
        assert_memory_equal(first.p, second.p, first.n * sizeof *first.p);
        for (int c = CLOSURE; c <= END; c++) {
            assert_true(apart((cue)c, &a, &b) < 1e-9);
        }
    }
    ept_samples_clear(&first);
    ept_samples_clear(&second);
}

/* The thresholds stand above what is no difference. */
static void pairs__other_pace__stays_below_the_thresholds(void **state)
{
    ept_samples said = {0};
    listening a, b;
    double most[END + 1] = {0.0};

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i += 3) {
        hear(&a, &said, *state, EPT_VOICE_NARRATOR, 150, pairs[i].a);
        hear(&b, &said, *state, EPT_VOICE_NARRATOR, 155, pairs[i].a);
        double by = apart(pairs[i].cue, &a, &b);
        most[pairs[i].cue] = fmax(by, most[pairs[i].cue]);
    }
    for (int c = CLOSURE; c <= END; c++) {
        print_message("%s: at most %.1f of %.1f\n", cue_names[c], most[c], least[c]);
        assert_true(most[c] < least[c]);
    }
    ept_samples_clear(&said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs__each__differs_by_its_cue),
        cmocka_unit_test(pairs__same_word__is_the_same_sound),
        cmocka_unit_test(pairs__other_pace__stays_below_the_thresholds),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
