/* SPDX-License-Identifier: MIT */
/* test_device.c - what truly comes out, read from the file that SDL's disk driver writes in real
 * time; and every way a device can be missing. */
#define _POSIX_C_SOURCE 200809L /* setenv */
#include <SDL.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/ept_test.h"

#include "epstopik/arena.h"
#include "epstopik/log.h"
#include "epstopik/path.h"
#include "epstopik/sound.h"
#include "heard.h"

enum { CLIPS = 7, BELL = 5, LONG = 6, ITEMS = 5, BETWEEN_MS = 900, GAP_MS = 300, TRIES = 3 };

typedef struct clip {
    const char *name;
    double from_hz, to_hz;
    uint32_t ms;
    ept_samples samples;
    ept_buf opus;
} clip;

typedef struct fixture {
    ept_arena *arena;
    char *folder, *file;
    clip clips[CLIPS];
    ept_player *player;
    const char *spoiled; /* the loader gives rubbish for this clip */
} fixture;

static const clip kinds[CLIPS] = {
    {.name = "item.1", .from_hz = 300, .to_hz = 900, .ms = 500},
    {.name = "item.2", .from_hz = 900, .to_hz = 300, .ms = 500},
    {.name = "item.3", .from_hz = 250, .to_hz = 500, .ms = 500},
    {.name = "item.4", .from_hz = 1000, .to_hz = 600, .ms = 500},
    {.name = "item.5", .from_hz = 500, .to_hz = 1100, .ms = 500},
    {.name = "bell", .from_hz = 700, .to_hz = 650, .ms = 200},
    {.name = "long", .from_hz = 300, .to_hz = 600, .ms = 2000},
};

static ept_status load(ept_str *out, void *ctx, const char *name)
{
    const fixture *f = ctx;

    for (int i = 0; i < CLIPS; i++) {
        if (ept_streq(f->clips[i].name, name)) {
            bool bad = ept_streq(f->spoiled, name);
            *out = (ept_str){f->clips[i].opus.p, bad ? 60 : f->clips[i].opus.n};
            return EPT_OK;
        }
    }
    return ept_fail(EPT_E_NOT_FOUND, "clip %s", name);
}

static void silent_log(void *ctx, ept_log_level level, const char *module, const char *line)
{
    (void)ctx;
    (void)level;
    (void)module;
    (void)line;
}

static int make_clips(void **state)
{
    static fixture f;

    assert_ok(ept_arena_new(&f.arena));
    assert_ok(ept_path_temp_dir(&f.folder, f.arena));
    f.file = ept_path_join(f.arena, f.folder, "sound.raw");
    for (int i = 0; i < CLIPS; i++) {
        f.clips[i] = kinds[i];
        heard_sweep(&f.clips[i].samples, kinds[i].from_hz, kinds[i].to_hz, kinds[i].ms);
        assert_ok(ept_speech_encode(&f.clips[i].opus, &f.clips[i].samples));
    }
    ept_log_to(silent_log, NULL);
    *state = &f;
    return 0;
}

static int clear_clips(void **state)
{
    fixture *f = *state;

    for (int i = 0; i < CLIPS; i++) {
        ept_samples_clear(&f->clips[i].samples);
        ept_buf_clear(&f->clips[i].opus);
    }
    assert_ok(ept_path_remove_tree(f->folder));
    ept_arena_free(f->arena);
    ept_log_to(NULL, NULL);
    return 0;
}

/* The disk driver writes to `file`, a chunk every `delay` ms (NULL: as fast as it plays). */
static void use_disk(const char *file, const char *delay)
{
    assert_int_equal(0, setenv("SDL_AUDIODRIVER", "disk", 1));
    assert_int_equal(0, setenv("SDL_DISKAUDIOFILE", file, 1));
    assert_int_equal(0, delay ? setenv("SDL_DISKAUDIODELAY", delay, 1)
                              : unsetenv("SDL_DISKAUDIODELAY"));
}

static int new_player(void **state)
{
    fixture *f = *state;
    const ept_player_opts opts = {.clock = ept_clock_system(),
                                  .device = EPT_DEVICE_SDL,
                                  .load = load,
                                  .load_ctx = f,
                                  .volume = 100};

    use_disk(f->file, NULL);
    f->spoiled = NULL;
    assert_ok(ept_player_new(&f->player, &opts));
    return 0;
}

static int free_player(void **state)
{
    fixture *f = *state;

    ept_player_free(f->player);
    f->player = NULL;
    return 0;
}

static void wait_for(const ept_player *player)
{
    uint32_t wait = ept_player_wait_ms(player);
    SDL_Delay(wait < 250 ? wait : 250);
}

/* As a program's loop does, until one of END, LOST, BAD. */
static ept_sounded play_out(fixture *f)
{
    ept_sounded report;

    for (;;) {
        while (ept_player_poll(f->player, &report)) {
            if (report.kind >= EPT_SOUNDED_END) {
                return report;
            }
        }
        wait_for(f->player);
    }
}

/* Until the player has nothing more to do: the device is closed, its file complete. */
static void idle(fixture *f)
{
    ept_sounded report;

    while (ept_player_wait_ms(f->player) != UINT32_MAX) {
        assert_false(ept_player_poll(f->player, &report));
        wait_for(f->player);
    }
}

static void play_for(fixture *f, uint32_t ms)
{
    ept_sounded report;
    uint64_t end = SDL_GetTicks64() + ms;

    while (SDL_GetTicks64() < end) {
        while (ept_player_poll(f->player, &report)) {
            assert_true(report.kind < EPT_SOUNDED_END);
        }
        SDL_Delay(5);
    }
}

/* Until so much of the clip was handed to the device; how much it was then. */
static uint32_t play_to(fixture *f, uint32_t ms)
{
    while (ept_player_status(f->player).elapsed_ms < ms) {
        play_for(f, 5);
        assert_true(ept_player_status(f->player).active);
    }
    return ept_player_status(f->player).elapsed_ms;
}

static ept_status play_one(fixture *f, int which)
{
    const ept_cue cue = {.kind = EPT_CUE_PLAY,
                         .clip = f->clips[which].name,
                         .ms = f->clips[which].ms,
                         .play = 1,
                         .first = true,
                         .last = true};
    const ept_playlist list = {1, 1, &cue};

    return ept_player_play(f->player, &list, 0);
}

/* Silence, bell, silence, the clip, silence, the clip again, silence. */
static ept_status play_item(fixture *f, int which)
{
    const clip *c = &f->clips[which];
    const ept_cue cues[] = {
        {.kind = EPT_CUE_COUNTDOWN, .ms = GAP_MS},
        {.kind = EPT_CUE_BELL, .clip = "bell", .ms = f->clips[BELL].ms},
        {.kind = EPT_CUE_GAP, .ms = GAP_MS},
        {.kind = EPT_CUE_PLAY,
         .clip = c->name,
         .ms = c->ms,
         .play = 1,
         .first = true,
         .last = true},
        {.kind = EPT_CUE_BETWEEN, .ms = BETWEEN_MS},
        {.kind = EPT_CUE_PLAY,
         .clip = c->name,
         .ms = c->ms,
         .play = 2,
         .first = true,
         .last = true},
        {.kind = EPT_CUE_PAUSE, .ms = GAP_MS},
    };
    const ept_playlist list = {(uint32_t)which + 1, sizeof cues / sizeof *cues, cues};

    return ept_player_play(f->player, &list, 0);
}

/* Bells, clips and their gaps in the file; false when a gap is off by 50 ms or more. */
static bool gaps_are_right(const fixture *f, const ept_samples *file)
{
    heard_place bells[ITEMS];
    double sound_end = 0.0;
    bool right = true;

    heard_find(bells, ITEMS, file, &f->clips[BELL].samples);
    for (int i = 0; i < ITEMS; i++) {
        heard_place plays[2];
        heard_find(plays, 2, file, &f->clips[i].samples);
        double gap = plays[0].ms - bells[i].ms - f->clips[BELL].ms;
        double between = plays[1].ms - plays[0].ms - f->clips[i].ms;
        print_message("item %d: gap %+.1f ms, between %+.1f ms; alike %.3f %.3f\n", i + 1,
                      gap - GAP_MS, between - BETWEEN_MS, plays[0].like, plays[1].like);
        right = right && fabs(gap - GAP_MS) < 50.0 && fabs(between - BETWEEN_MS) < 50.0;
        assert_true(bells[i].like > 0.9 && plays[0].like > 0.9 && plays[1].like > 0.9);
        assert_true(bells[i].ms > sound_end);
        /* Nothing sounds outside them; a codec rings for some milliseconds. */
        assert_true(heard_peak(file, sound_end + 8.0, bells[i].ms - 8.0) < 0.002);
        assert_true(heard_peak(file, bells[i].ms + f->clips[BELL].ms + 8.0, plays[0].ms - 8.0) <
                    0.002);
        assert_true(heard_peak(file, plays[0].ms + f->clips[i].ms + 8.0, plays[1].ms - 8.0) <
                    0.002);
        sound_end = plays[1].ms + f->clips[i].ms;
    }
    assert_true(heard_peak(file, sound_end + 8.0, 1e9) < 0.002);
    return right;
}

/* The loop and the driver both wait by the system's clock: a busy machine may delay a run, but not
 * all of them. */
static void device__play__five_items_twice_with_right_gaps(void **state)
{
    fixture *f = *state;
    bool right = false;

    for (int try = 0; try < TRIES && !right; try++) {
        ept_samples file = {0};
        size_t count = 0;
        size_t before = 0;
        (void)ept_player_log(f->player, &before);
        for (int i = 0; i < ITEMS; i++) {
            assert_ok(play_item(f, i));
            assert_int_equal(EPT_SOUNDED_END, play_out(f).kind);
        }
        idle(f);
        const ept_played *log = ept_player_log(f->player, &count);
        assert_int_equal(before + (size_t)ITEMS * 3, count);
        for (size_t i = 0; i < count; i++) {
            assert_true(log[i].whole);
            assert_true(i == 0 || log[i].start_ms >= log[i - 1].end_ms);
        }
        heard_read(&file, f->file);
        right = gaps_are_right(f, &file);
        ept_samples_clear(&file);
    }
    assert_true(right);
}

static void device__end__only_when_the_last_sample_is_out(void **state)
{
    fixture *f = *state;
    ept_samples file = {0};
    heard_place place;

    assert_ok(play_one(f, 0));
    assert_int_equal(EPT_SOUNDED_END, play_out(f).kind);
    /* Not closed yet: what the file holds now was taken before the end was told. */
    heard_read(&file, f->file);
    heard_find(&place, 1, &file, &f->clips[0].samples);
    assert_true(place.like > 0.9);
    assert_true((double)file.n / 48.0 > place.ms + f->clips[0].ms);
    idle(f);
    heard_read(&file, f->file);
    assert_true((double)file.n / 48.0 > place.ms + f->clips[0].ms + 150.0);
    ept_samples_clear(&file);
}

static void device__play__a_new_list_silences_the_old(void **state)
{
    fixture *f = *state;
    ept_samples file = {0};
    heard_place place;
    size_t count = 0;

    assert_ok(play_one(f, LONG));
    (void)play_to(f, 400);
    assert_ok(play_one(f, 1));
    assert_int_equal(EPT_SOUNDED_END, play_out(f).kind);
    idle(f);
    heard_read(&file, f->file);
    heard_find(&place, 1, &file, &f->clips[1].samples);
    assert_true(place.like > 0.9); /* alone: a second sound would spoil it */
    assert_true(heard_peak(&file, place.ms + f->clips[1].ms + 8.0, 1e9) < 0.002);
    const ept_played *log = ept_player_log(f->player, &count);
    assert_int_equal(2, count);
    assert_false(log[0].whole);
    assert_true(log[1].whole);
    ept_samples_clear(&file);
}

static void device__volume__is_heard_at_once(void **state)
{
    fixture *f = *state;
    ept_samples file = {0};
    double onset = 0.0;

    ept_player_volume(f->player, 25);
    assert_ok(play_one(f, LONG));
    double raised = play_to(f, 500);
    ept_player_volume(f->player, 100);
    double muted = play_to(f, (uint32_t)raised + 500);
    ept_player_volume(f->player, -5);
    double stopped = play_to(f, (uint32_t)muted + 300);
    ept_player_stop(f->player);
    idle(f);
    heard_read(&file, f->file);
    while (heard_peak(&file, onset, onset + 1.0) < 0.01) {
        onset += 1.0;
    }
    /* 100 ms aside: the change may come a few chunks after the look. */
    double quarter = heard_peak(&file, onset + 50.0, onset + 400.0);
    double full = heard_peak(&file, onset + raised + 100.0, onset + muted - 50.0);
    double none = heard_peak(&file, onset + muted + 100.0, onset + stopped);
    ept_samples_clear(&file);
    assert_true(fabs(full - 0.4) < 0.06);
    assert_true(fabs(quarter / full - 0.25) < 0.05);
    assert_true(none < 0.0005);
}

static void device__lose__a_disk_that_is_full(void **state)
{
    fixture *f = *state;
    ept_sounded report;
    ept_samples file = {0};
    heard_place places[2];
    size_t count = 0;

    use_disk("/dev/full", NULL);
    assert_ok(play_item(f, 2));
    report = play_out(f);
    assert_int_equal(EPT_SOUNDED_LOST, report.kind);
    assert_true(ept_player_status(f->player).lost);
    assert_int_equal(UINT32_MAX, ept_player_wait_ms(f->player));

    use_disk(f->file, NULL);
    assert_ok(ept_player_retry(f->player));
    assert_int_equal(EPT_SOUNDED_END, play_out(f).kind);
    idle(f);
    heard_read(&file, f->file);
    heard_find(places, 2, &file, &f->clips[2].samples);
    assert_true(places[0].like > 0.9 && places[1].like > 0.9);
    const ept_played *log = ept_player_log(f->player, &count);
    size_t whole = 0;
    for (size_t i = 0; i < count; i++) {
        whole += log[i].whole ? 1 : 0;
    }
    assert_int_equal(3, whole); /* the bell and both plays */
    ept_samples_clear(&file);
}

static void push_removal(Uint32 which, Uint8 iscapture)
{
    SDL_Event event = {
        .adevice = {.type = SDL_AUDIODEVICEREMOVED, .which = which, .iscapture = iscapture}};
    assert_int_equal(1, SDL_PushEvent(&event));
}

/* SDL goes on asking for samples after it; nobody reads the queue here. */
static void device__lose__at_once_when_removed(void **state)
{
    fixture *f = *state;
    ept_sounded report;
    size_t count = 0;

    assert_ok(play_one(f, LONG));
    play_for(f, 200);
    push_removal(0, 0); /* one that nobody opened */
    push_removal(2, 1); /* a microphone */
    play_for(f, 100);
    push_removal(2, 0);
    assert_true(ept_player_poll(f->player, &report));
    assert_int_equal(EPT_SOUNDED_LOST, report.kind);
    const ept_played *log = ept_player_log(f->player, &count);
    assert_int_equal(1, count);
    assert_false(log[0].whole);

    assert_ok(ept_player_retry(f->player));
    assert_int_equal(EPT_SOUNDED_END, play_out(f).kind);
    log = ept_player_log(f->player, &count);
    assert_int_equal(2, count);
    assert_true(log[1].whole);
}

static void device__lose__when_the_app_says_so(void **state)
{
    fixture *f = *state;
    ept_sounded report;

    assert_ok(play_one(f, LONG));
    play_for(f, 100);
    ept_player_device_removed(f->player);
    assert_int_equal(0, ept_player_wait_ms(f->player));
    assert_true(ept_player_poll(f->player, &report));
    assert_int_equal(EPT_SOUNDED_LOST, report.kind);
}

/* A driver that takes a chunk every two seconds is no device for an exam. */
static void device__lose__when_it_takes_no_samples(void **state)
{
    fixture *f = *state;

    use_disk(f->file, "2000");
    assert_ok(play_one(f, LONG));
    uint64_t from = SDL_GetTicks64();
    assert_int_equal(EPT_SOUNDED_LOST, play_out(f).kind);
    assert_true(SDL_GetTicks64() - from >= 1000);
}

/* The program itself stood still (not polled), the device did not. */
static void device__keep__when_only_the_loop_was_late(void **state)
{
    fixture *f = *state;

    assert_ok(play_one(f, LONG));
    play_for(f, 100);
    SDL_Delay(1500);
    play_for(f, 100);
    assert_true(ept_player_status(f->player).active);
}

static void device__miss__is_told_and_can_come_back(void **state)
{
    fixture *f = *state;
    ept_sounded report;

    assert_int_equal(0, setenv("SDL_AUDIODRIVER", "no-such-driver", 1));
    assert_status(EPT_E_UNAVAILABLE, play_item(f, 3));
    assert_true(ept_player_poll(f->player, &report));
    assert_int_equal(EPT_SOUNDED_LOST, report.kind);
    assert_int_equal(0, report.cue);
    assert_int_equal(4, report.serial);
    assert_false(ept_player_poll(f->player, &report));
    assert_status(EPT_E_UNAVAILABLE, ept_player_retry(f->player));
    assert_true(ept_player_status(f->player).lost);
    assert_false(ept_player_poll(f->player, &report));

    assert_int_equal(0, setenv("SDL_AUDIODRIVER", "dummy", 1));
    assert_ok(ept_player_retry(f->player));
    assert_false(ept_player_status(f->player).lost);
    assert_int_equal(EPT_SOUNDED_END, play_out(f).kind);
}

static void device__miss__a_file_that_cannot_be_opened(void **state)
{
    fixture *f = *state;

    use_disk("/nowhere/at/all", NULL);
    assert_status(EPT_E_UNAVAILABLE, play_one(f, 0));
    assert_non_null(strstr(ept_error(), "open sound device"));
}

static void device__spare__lists_without_sound(void **state)
{
    fixture *f = *state;
    const ept_cue cue = {.kind = EPT_CUE_PAUSE, .ms = 30};
    const ept_playlist list = {1, 1, &cue};

    assert_int_equal(0, setenv("SDL_AUDIODRIVER", "no-such-driver", 1));
    assert_ok(ept_player_play(f->player, &list, 0));
    assert_int_equal(EPT_SOUNDED_END, play_out(f).kind);
}

static void device__spoil__clips_that_are_broken_short_or_gone(void **state)
{
    fixture *f = *state;
    ept_cue cues[2] = {{.kind = EPT_CUE_NUMBER, .clip = "bell", .ms = f->clips[BELL].ms},
                       {.kind = EPT_CUE_PLAY,
                        .clip = "item.1",
                        .ms = f->clips[0].ms,
                        .play = 1,
                        .first = true,
                        .last = true}};
    const ept_playlist list = {1, 2, cues};

    f->spoiled = "item.1";
    assert_ok(ept_player_play(f->player, &list, 0));
    ept_sounded report = play_out(f);
    assert_int_equal(EPT_SOUNDED_BAD, report.kind);
    assert_int_equal(1, report.cue);
    assert_false(ept_player_status(f->player).active);
    assert_false(ept_player_status(f->player).lost);

    f->spoiled = NULL;
    cues[1].ms += 100; /* the bank says that it is longer */
    assert_ok(ept_player_play(f->player, &list, 0));
    assert_int_equal(EPT_SOUNDED_BAD, play_out(f).kind);
    cues[1].clip = "item.6";
    assert_ok(ept_player_play(f->player, &list, 0));
    assert_int_equal(EPT_SOUNDED_BAD, play_out(f).kind);
    cues[1].clip = "item.2";
    cues[1].ms -= 100;
    assert_ok(ept_player_play(f->player, &list, 0));
    assert_int_equal(EPT_SOUNDED_END, play_out(f).kind);
}

static void device__free__lets_the_last_sound_out(void **state)
{
    fixture *f = *state;
    ept_samples file = {0};
    heard_place place;

    assert_ok(play_one(f, 4));
    assert_int_equal(EPT_SOUNDED_END, play_out(f).kind);
    ept_player_free(f->player);
    f->player = NULL;
    heard_read(&file, f->file);
    heard_find(&place, 1, &file, &f->clips[4].samples);
    assert_true(place.like > 0.9);
    assert_true((double)file.n / 48.0 > place.ms + f->clips[4].ms + 150.0);
    ept_samples_clear(&file);
}

static void device__status__follows_what_was_taken(void **state)
{
    fixture *f = *state;

    assert_ok(play_one(f, LONG));
    uint32_t first = play_to(f, 200);
    uint32_t second = play_to(f, first + 1);
    assert_in_range(second, first + 1, 2000);
    assert_int_equal(2000, ept_player_status(f->player).total_ms);
    assert_in_range(ept_player_wait_ms(f->player), 1, 250);
}

#define ON_DEVICE(test) cmocka_unit_test_setup_teardown(test, new_player, free_player)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_DEVICE(device__play__five_items_twice_with_right_gaps),
        ON_DEVICE(device__end__only_when_the_last_sample_is_out),
        ON_DEVICE(device__play__a_new_list_silences_the_old),
        ON_DEVICE(device__volume__is_heard_at_once),
        ON_DEVICE(device__lose__a_disk_that_is_full),
        ON_DEVICE(device__lose__at_once_when_removed),
        ON_DEVICE(device__lose__when_the_app_says_so),
        ON_DEVICE(device__lose__when_it_takes_no_samples),
        ON_DEVICE(device__keep__when_only_the_loop_was_late),
        ON_DEVICE(device__miss__is_told_and_can_come_back),
        ON_DEVICE(device__miss__a_file_that_cannot_be_opened),
        ON_DEVICE(device__spare__lists_without_sound),
        ON_DEVICE(device__spoil__clips_that_are_broken_short_or_gone),
        ON_DEVICE(device__free__lets_the_last_sound_out),
        ON_DEVICE(device__status__follows_what_was_taken),
    };
    return cmocka_run_group_tests(tests, make_clips, clear_clips);
}
