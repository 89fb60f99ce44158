/* SPDX-License-Identifier: MIT */
/* test_list.c - plays inside a list. */
#include <string.h>

#include "support/ept_test.h"

#include "sound_priv.h"

/* Bell, number, gap; play 1 of three parts; between; play 2; pause. */
static const ept_cue cues[] = {
    {.kind = EPT_CUE_BELL, .clip = "bell", .ms = 800},
    {.kind = EPT_CUE_NUMBER, .clip = "number.21", .ms = 700},
    {.kind = EPT_CUE_GAP, .ms = 1000},
    {.kind = EPT_CUE_PLAY, .clip = "a", .ms = 4000, .play = 1, .first = true},
    {.kind = EPT_CUE_PLAY, .ms = 500, .play = 1},
    {.kind = EPT_CUE_PLAY, .clip = "option.1", .ms = 600, .play = 1, .last = true},
    {.kind = EPT_CUE_BETWEEN, .ms = 3000},
    {.kind = EPT_CUE_PLAY, .clip = "a", .ms = 4000, .play = 2, .first = true, .last = true},
    {.kind = EPT_CUE_PAUSE, .ms = 8000},
};
static const ept_playlist list = {7, sizeof cues / sizeof *cues, cues};

static void list__again__is_the_first_cue_of_the_play(void **state)
{
    static const size_t again[] = {0, 1, 2, 3, 3, 3, 6, 7, 8};

    (void)state;
    for (size_t i = 0; i < list.count; i++) {
        assert_int_equal(again[i], sound_list_again(&list, i));
    }
}

static void list__again__replays_have_number_0(void **state)
{
    static const ept_cue replay[] = {
        {.kind = EPT_CUE_PLAY, .clip = "a", .ms = 400, .first = true},
        {.kind = EPT_CUE_PLAY, .clip = "b", .ms = 500, .last = true},
    };
    const ept_playlist both = {1, 2, replay};

    (void)state;
    assert_int_equal(0, sound_list_again(&both, 1));
}

/* A list that begins inside a play has no first cue to go back to. */
static void list__again__stays_in_half_a_play(void **state)
{
    const ept_playlist half = {1, 2, cues + 4};

    (void)state;
    assert_int_equal(1, sound_list_again(&half, 1));
}

static void list__span__covers_the_play(void **state)
{
    uint32_t before = 1;
    uint32_t total = 1;

    (void)state;
    sound_list_span(&before, &total, &list, 5);
    assert_int_equal(4500, before);
    assert_int_equal(5100, total);
    sound_list_span(&before, &total, &list, 6);
    assert_int_equal(0, before);
    assert_int_equal(3000, total);
}

static void list__sounds__from_a_cue_on(void **state)
{
    (void)state;
    assert_true(sound_list_sounds(&list, 0));
    assert_true(sound_list_sounds(&list, 7));
    assert_false(sound_list_sounds(&list, 8));
}

static void list__copy__is_its_own(void **state)
{
    char name[] = "clip";
    ept_cue one = {.clip = name, .ms = 5, .play = 1, .first = true, .last = true};
    const ept_playlist from = {3, 1, &one};
    ept_playlist copy;
    ept_arena *arena = NULL;

    (void)state;
    assert_ok(ept_arena_new(&arena));
    assert_ok(sound_list_copy(&copy, arena, &from));
    memset(name, 'x', 4);
    one.ms = 6;
    assert_string_equal("clip", copy.cues[0].clip);
    assert_int_equal(5, copy.cues[0].ms);
    assert_int_equal(3, copy.serial);
    ept_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(list__again__is_the_first_cue_of_the_play),
        cmocka_unit_test(list__again__replays_have_number_0),
        cmocka_unit_test(list__again__stays_in_half_a_play),
        cmocka_unit_test(list__span__covers_the_play),
        cmocka_unit_test(list__sounds__from_a_cue_on),
        cmocka_unit_test(list__copy__is_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
