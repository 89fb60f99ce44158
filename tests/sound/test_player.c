/* SPDX-License-Identifier: MIT */
/* test_player.c - the state machine on a clock moved by hand, without a device. */
#include <stdio.h>
#include <string.h>

#include "support/ept_test.h"

#include "epstopik/arena.h"
#include "epstopik/log.h"
#include "epstopik/sound.h"

enum { ITEMS = 20, CUES = 9, PASSAGE_MS = 5000 };

typedef struct fixture {
    ept_manual_clock clock;
    ept_player *player;
    const char *broken; /* the loader refuses this clip */
    char names[2][16];  /* of the list at hand */
    ept_cue cues[CUES];
    ept_playlist list;
} fixture;

static ept_status load(ept_str *out, void *ctx, const char *clip)
{
    const fixture *f = ctx;

    *out = ept_str_of("not looked at");
    return ept_streq(clip, f->broken) ? ept_fail(EPT_E_CORRUPT, "clip %s", clip) : EPT_OK;
}

static void silent_log(void *ctx, ept_log_level level, const char *module, const char *line)
{
    (void)ctx;
    (void)level;
    (void)module;
    (void)line;
}

static int set_up(void **state)
{
    static fixture f;
    const ept_player_opts opts = {.clock = ept_clock_manual(&f.clock),
                                  .device = EPT_DEVICE_NONE,
                                  .load = load,
                                  .load_ctx = &f,
                                  .volume = 80};

    f = (fixture){.clock = {.now_ms = 1000}};
    ept_log_to(silent_log, NULL);
    assert_ok(ept_player_new(&f.player, &opts));
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;

    ept_player_free(f->player);
    ept_log_to(NULL, NULL);
    return 0;
}

/* Item `item` as in the exam: 3 s, bell, number, 1 s, passage and an option, 3 s, again, 10 s. */
static const ept_playlist *item_list(fixture *f, int item)
{
    (void)snprintf(f->names[0], sizeof f->names[0], "number.%d", item);
    (void)snprintf(f->names[1], sizeof f->names[1], "item.%d", item);
    const ept_cue cues[CUES] = {
        {.kind = EPT_CUE_COUNTDOWN, .ms = 3000},
        {.kind = EPT_CUE_BELL, .clip = "bell", .ms = 800},
        {.kind = EPT_CUE_NUMBER, .clip = f->names[0], .ms = 700},
        {.kind = EPT_CUE_GAP, .ms = 1000},
        {.kind = EPT_CUE_PLAY, .clip = f->names[1], .ms = PASSAGE_MS, .play = 1, .first = true},
        {.kind = EPT_CUE_PLAY, .clip = "option", .ms = 400, .play = 1, .last = true},
        {.kind = EPT_CUE_BETWEEN, .ms = 3000},
        {.kind = EPT_CUE_PLAY,
         .clip = f->names[1],
         .ms = PASSAGE_MS,
         .play = 2,
         .first = true,
         .last = true},
        {.kind = EPT_CUE_PAUSE, .ms = 10000},
    };
    memcpy(f->cues, cues, sizeof cues);
    f->list = (ept_playlist){(uint32_t)item, CUES, f->cues};
    return &f->list;
}

/* Polls until nothing more is to report; the last report, and how many there were. */
static size_t drain(fixture *f, ept_sounded *last)
{
    ept_sounded report;
    size_t count = 0;

    while (ept_player_poll(f->player, &report)) {
        *last = report;
        count++;
    }
    return count;
}

/* Moves the clock by the player's own deadlines until `kind` is reported. */
static ept_sounded run_until(fixture *f, ept_sounded_kind kind)
{
    ept_sounded report;

    for (int i = 0; i < 10000; i++) {
        while (ept_player_poll(f->player, &report)) {
            if (report.kind == kind) {
                return report;
            }
        }
        uint32_t wait = ept_player_wait_ms(f->player);
        assert_true(wait != UINT32_MAX);
        ept_clock_advance(&f->clock, wait);
    }
    fail_msg("never reported");
    return (ept_sounded){0};
}

static void play_out(fixture *f, uint64_t step_ms)
{
    ept_sounded report = {0};

    for (int i = 0; i < 100000; i++) {
        while (ept_player_poll(f->player, &report)) {
            if (report.kind == EPT_SOUNDED_END) {
                return;
            }
        }
        ept_clock_advance(&f->clock, step_ms);
    }
    fail_msg("never ended");
}

static void player__play__twenty_items_exactly_twice(void **state)
{
    static const uint64_t steps[] = {1, 17, 250, 4000};
    fixture *f = *state;
    size_t count = 0;

    for (int item = 1; item <= ITEMS; item++) {
        assert_ok(ept_player_play(f->player, item_list(f, item), 0));
        play_out(f, steps[item % 4]);
    }
    const ept_played *log = ept_player_log(f->player, &count);
    assert_int_equal(ITEMS * 5, count);
    for (int item = 1; item <= ITEMS; item++) {
        const ept_played *own = log + (item - 1) * 5;
        (void)item_list(f, item);
        assert_string_equal("bell", own[0].clip);
        assert_string_equal(f->names[0], own[1].clip);
        assert_string_equal(f->names[1], own[2].clip);
        assert_string_equal("option", own[3].clip);
        assert_string_equal(f->names[1], own[4].clip);
        assert_int_equal(PASSAGE_MS, own[2].end_ms - own[2].start_ms);
        assert_int_equal(PASSAGE_MS, own[4].end_ms - own[4].start_ms);
        assert_int_equal(1000, own[2].start_ms - own[1].end_ms);
        assert_int_equal(3000, own[4].start_ms - own[3].end_ms);
    }
    for (size_t i = 0; i < count; i++) {
        assert_true(log[i].whole);
        assert_true(i == 0 || log[i].start_ms >= log[i - 1].end_ms);
    }
}

static void player__report__every_cue_in_order(void **state)
{
    fixture *f = *state;
    ept_sounded report;
    size_t cue = 0;
    bool begun = false;

    assert_ok(ept_player_play(f->player, item_list(f, 3), 0));
    for (;;) {
        if (!ept_player_poll(f->player, &report)) {
            ept_clock_advance(&f->clock, ept_player_wait_ms(f->player));
            continue;
        }
        assert_int_equal(3, report.serial);
        if (report.kind == EPT_SOUNDED_END) {
            break;
        }
        assert_int_equal(begun ? EPT_SOUNDED_CUE_END : EPT_SOUNDED_CUE, report.kind);
        assert_int_equal(cue, report.cue);
        cue += begun ? 1 : 0;
        begun = !begun;
    }
    assert_int_equal(CUES, cue);
    assert_int_equal(1000 + 3000 + 800 + 700 + 1000 + 5400 + 3000 + 5000 + 10000, f->clock.now_ms);
    assert_int_equal(UINT32_MAX, ept_player_wait_ms(f->player));
    assert_false(ept_player_poll(f->player, &report));
}

/* One large step makes the same reports and times as many small ones. */
static void player__poll__late_loses_nothing(void **state)
{
    fixture *f = *state;
    ept_sounded last = {0};
    size_t count = 0;

    assert_ok(ept_player_play(f->player, item_list(f, 1), 0));
    ept_clock_advance(&f->clock, 60000);
    assert_int_equal(2 * CUES + 1, drain(f, &last));
    assert_int_equal(EPT_SOUNDED_END, last.kind);
    const ept_played *log = ept_player_log(f->player, &count);
    assert_int_equal(5, count);
    assert_int_equal(1000 + 3000, log[0].start_ms);
    assert_int_equal(1000 + 5500 + 5400 + 3000, log[4].start_ms);
}

static void player__play__from_the_middle(void **state)
{
    fixture *f = *state;
    ept_sounded report = {0};

    assert_ok(ept_player_play(f->player, item_list(f, 1), 7));
    assert_true(ept_player_poll(f->player, &report));
    assert_int_equal(EPT_SOUNDED_CUE, report.kind);
    assert_int_equal(7, report.cue);
    assert_false(ept_player_poll(f->player, &report));
    assert_int_equal(PASSAGE_MS, ept_player_wait_ms(f->player));
}

static void player__play__refuses_a_cue_that_is_not_there(void **state)
{
    fixture *f = *state;
    const ept_playlist none = {1, 0, NULL};

    assert_status(EPT_E_INVAL, ept_player_play(f->player, item_list(f, 1), CUES));
    assert_status(EPT_E_INVAL, ept_player_play(f->player, &none, 0));
    assert_false(ept_player_status(f->player).active);
}

static void player__play__another_list_cuts_off_the_first(void **state)
{
    fixture *f = *state;
    ept_sounded report = {0};
    size_t count = 0;

    assert_ok(ept_player_play(f->player, item_list(f, 1), 4));
    (void)drain(f, &report);
    ept_clock_advance(&f->clock, 2000);
    assert_ok(ept_player_play(f->player, item_list(f, 2), 4));
    assert_true(ept_player_poll(f->player, &report));
    assert_int_equal(2, report.serial);
    play_out(f, 100);
    const ept_played *log = ept_player_log(f->player, &count);
    assert_int_equal(4, count);
    assert_string_equal("item.1", log[0].clip);
    assert_false(log[0].whole);
    assert_int_equal(2000, log[0].end_ms - log[0].start_ms);
    assert_true(log[1].start_ms >= log[0].end_ms);
}

static void player__stop__drops_reports_and_is_silent(void **state)
{
    fixture *f = *state;
    ept_sounded report = {0};

    ept_player_stop(f->player);
    assert_ok(ept_player_play(f->player, item_list(f, 1), 0));
    assert_true(ept_player_poll(f->player, &report));
    ept_clock_advance(&f->clock, 3000);
    assert_true(ept_player_poll(f->player, &report)); /* the end of the countdown; more wait */
    ept_player_stop(f->player);
    assert_false(ept_player_poll(f->player, &report));
    assert_int_equal(UINT32_MAX, ept_player_wait_ms(f->player));
    assert_false(ept_player_status(f->player).active);
}

static void player__lose__and_begin_the_broken_play_again(void **state)
{
    fixture *f = *state;
    ept_sounded report = {0};
    size_t count = 0;

    assert_ok(ept_player_play(f->player, item_list(f, 1), 4));
    while (report.cue != 5 || report.kind != EPT_SOUNDED_CUE) {
        report = run_until(f, EPT_SOUNDED_CUE);
    }
    ept_clock_advance(&f->clock, 100);
    ept_player_device_removed(f->player);
    assert_int_equal(0, ept_player_wait_ms(f->player));
    assert_true(ept_player_poll(f->player, &report));
    assert_int_equal(EPT_SOUNDED_LOST, report.kind);
    assert_int_equal(5, report.cue);
    assert_true(ept_player_status(f->player).lost);
    ept_clock_advance(&f->clock, 60000);
    assert_false(ept_player_poll(f->player, &report));
    assert_int_equal(UINT32_MAX, ept_player_wait_ms(f->player));

    assert_ok(ept_player_retry(f->player));
    assert_true(ept_player_poll(f->player, &report));
    assert_int_equal(EPT_SOUNDED_CUE, report.kind);
    assert_int_equal(4, report.cue);
    assert_false(ept_player_status(f->player).lost);
    play_out(f, 100);
    const ept_played *log = ept_player_log(f->player, &count);
    assert_int_equal(5, count);
    assert_true(log[0].whole && !log[1].whole && log[2].whole && log[3].whole && log[4].whole);
    assert_string_equal("item.1", log[2].clip);
}

static void player__lose__outside_plays_begins_that_cue(void **state)
{
    fixture *f = *state;
    ept_sounded report = {0};

    assert_ok(ept_player_play(f->player, item_list(f, 1), 6));
    (void)drain(f, &report);
    ept_clock_advance(&f->clock, 2000);
    ept_player_device_removed(f->player);
    assert_true(ept_player_poll(f->player, &report));
    assert_int_equal(EPT_SOUNDED_LOST, report.kind);
    assert_ok(ept_player_retry(f->player));
    (void)drain(f, &report);
    assert_int_equal(6, report.cue);
    assert_int_equal(3000, ept_player_wait_ms(f->player));
}

static void player__lose__not_while_idle(void **state)
{
    fixture *f = *state;
    ept_sounded report = {0};

    ept_player_device_removed(f->player);
    assert_false(ept_player_poll(f->player, &report));
    assert_ok(ept_player_retry(f->player));
    assert_false(ept_player_poll(f->player, &report));
    assert_ok(ept_player_play(f->player, item_list(f, 1), 0));
    assert_true(ept_player_poll(f->player, &report));
    assert_int_equal(EPT_SOUNDED_CUE, report.kind);
}

static void player__spoil__names_the_cue_of_a_broken_clip(void **state)
{
    fixture *f = *state;
    ept_sounded report;

    f->broken = "option";
    assert_ok(ept_player_play(f->player, item_list(f, 1), 4));
    report = run_until(f, EPT_SOUNDED_BAD);
    assert_int_equal(5, report.cue);
    assert_false(ept_player_poll(f->player, &report));
    assert_false(ept_player_status(f->player).active);
    assert_int_equal(UINT32_MAX, ept_player_wait_ms(f->player));

    assert_ok(ept_player_retry(f->player));
    assert_true(ept_player_poll(f->player, &report));
    assert_int_equal(4, report.cue);
    report = run_until(f, EPT_SOUNDED_BAD);
    assert_int_equal(5, report.cue);

    f->broken = NULL;
    assert_ok(ept_player_retry(f->player));
    report = run_until(f, EPT_SOUNDED_END);
}

static void player__status__counts_over_the_whole_play(void **state)
{
    fixture *f = *state;
    ept_sounded report = {0};

    assert_int_equal(0, ept_player_status(f->player).total_ms);
    assert_ok(ept_player_play(f->player, item_list(f, 9), 4));
    (void)drain(f, &report);
    ept_clock_advance(&f->clock, 5100);
    (void)drain(f, &report);
    ept_player_now now = ept_player_status(f->player);
    assert_true(now.active && !now.lost);
    assert_int_equal(9, now.serial);
    assert_int_equal(5, now.cue);
    assert_int_equal(EPT_CUE_PLAY, now.kind);
    assert_int_equal(1, now.play);
    assert_int_equal(5100, now.elapsed_ms);
    assert_int_equal(5400, now.total_ms);
    ept_clock_advance(&f->clock, 1300);
    (void)drain(f, &report);
    now = ept_player_status(f->player);
    assert_int_equal(EPT_CUE_BETWEEN, now.kind);
    assert_int_equal(1000, now.elapsed_ms);
    assert_int_equal(3000, now.total_ms);
}

static void player__copy__does_not_need_the_list_afterwards(void **state)
{
    fixture *f = *state;
    size_t count = 0;

    assert_ok(ept_player_play(f->player, item_list(f, 1), 4));
    memset(f->cues, 0xA5, sizeof f->cues);
    memset(f->names, 'x', sizeof f->names - 1);
    play_out(f, 100);
    assert_string_equal("item.1", ept_player_log(f->player, &count)[0].clip);
}

static void player__fail__at_each_allocation(void **state)
{
    fixture *f = *state;
    const ept_player_opts opts = {.clock = ept_clock_manual(&f->clock), .volume = 80};
    ept_status st = EPT_E_NOMEM;
    size_t nth = 0;

    while (st == EPT_E_NOMEM) {
        ept_player *player = NULL;
        ept_alloc_fail_at(++nth);
        st = ept_player_new(&player, &opts);
        ept_alloc_fail_at(0);
        assert_true((st == EPT_OK) == (player != NULL));
        ept_player_free(player);
    }
    assert_ok(st);
    assert_true(nth >= 3);
    st = EPT_E_NOMEM;
    for (nth = 1; st == EPT_E_NOMEM; nth++) {
        ept_alloc_fail_at(nth);
        st = ept_player_play(f->player, item_list(f, 1), 0);
        ept_alloc_fail_at(0);
        assert_true((st == EPT_OK) == ept_player_status(f->player).active);
    }
    assert_ok(st);
    assert_true(nth > 2);
}

static void player__new__needs_a_loader_for_a_device(void **state)
{
    fixture *f = *state;
    const ept_player_opts opts = {.clock = ept_clock_manual(&f->clock), .device = EPT_DEVICE_SDL};
    ept_player *player = f->player;

    assert_status(EPT_E_INVAL, ept_player_new(&player, &opts));
    assert_null(player);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(player__play__twenty_items_exactly_twice, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(player__report__every_cue_in_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(player__poll__late_loses_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(player__play__from_the_middle, set_up, tear_down),
        cmocka_unit_test_setup_teardown(player__play__refuses_a_cue_that_is_not_there, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(player__play__another_list_cuts_off_the_first, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(player__stop__drops_reports_and_is_silent, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(player__lose__and_begin_the_broken_play_again, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(player__lose__outside_plays_begins_that_cue, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(player__lose__not_while_idle, set_up, tear_down),
        cmocka_unit_test_setup_teardown(player__spoil__names_the_cue_of_a_broken_clip, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(player__status__counts_over_the_whole_play, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(player__copy__does_not_need_the_list_afterwards, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(player__fail__at_each_allocation, set_up, tear_down),
        cmocka_unit_test_setup_teardown(player__new__needs_a_loader_for_a_device, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
