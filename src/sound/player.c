/* SPDX-License-Identifier: MIT */
/* player.c - the player's public face: lists in, reports out. */
#include <SDL.h>

#include "sound_priv.h"

static int held(int volume)
{
    return volume < 0 ? 0 : volume > 100 ? 100 : volume;
}

ept_status ept_player_new(ept_player **out, const ept_player_opts *opts)
{
    *out = NULL;
    if (opts->device == EPT_DEVICE_SDL && !opts->load) {
        return ept_fail(EPT_E_INVAL, "new player: no loader");
    }
    ept_player *player = ept_calloc(1, sizeof *player);
    if (!player) {
        return ept_fail(EPT_E_NOMEM, "new player: no memory");
    }
    player->opts = *opts;
    player->opts.volume = held(opts->volume);
    ept_status st = ept_arena_new(&player->list_arena);
    if (st == EPT_OK) {
        st = ept_arena_new(&player->log_arena);
    }
    if (st == EPT_OK) {
        *out = player;
    } else {
        ept_player_free(player);
    }
    return st;
}

void ept_player_free(ept_player *player)
{
    if (!player) {
        return;
    }
    uint64_t now = player->device ? sound_now(player) : 0;
    if (player->device && player->state == SOUND_IDLE && player->close_ms > now) {
        uint64_t left = player->close_ms - now;
        SDL_Delay(left < SOUND_CLOSE_MS ? (Uint32)left : SOUND_CLOSE_MS);
    }
    sound_halt(player);
    sound_close_device(player);
    ept_arena_free(player->list_arena);
    ept_arena_free(player->log_arena);
    ept_free(player->log);
    ept_free(player);
}

static void drop_reports(ept_player *player)
{
    player->report_first = 0;
    player->report_count = 0;
}

void ept_player_stop(ept_player *player)
{
    sound_halt(player);
    player->state = SOUND_IDLE;
    player->removed = false;
    player->close_ms = sound_now(player); /* cut off: nothing to wait for */
    drop_reports(player);
}

/* Runs from player->cue, now. */
static ept_status start(ept_player *player)
{
    ept_status st = EPT_OK;

    if (sound_list_sounds(&player->list, player->cue)) {
        st = sound_open_device(player);
    }
    if (st == EPT_OK) {
        player->state = SOUND_RUNNING;
        player->begun = false;
        player->start_ms = sound_now(player);
        player->start_at = player->device ? sound_device_taken(player->device) : 0;
    }
    return st;
}

ept_status ept_player_play(ept_player *player, const ept_playlist *list, size_t from)
{
    ept_player_stop(player);
    ept_arena_reset(player->list_arena);
    player->list = (ept_playlist){0};
    player->cue = 0;
    if (from >= list->count) {
        return ept_fail(EPT_E_INVAL, "play list %u: no cue %zu", (unsigned)list->serial, from);
    }
    ept_status st = sound_list_copy(&player->list, player->list_arena, list);
    if (st != EPT_OK) {
        return st;
    }
    player->cue = from;
    st = start(player);
    if (st == EPT_E_UNAVAILABLE) {
        sound_lose(player, ept_error());
    }
    return st;
}

ept_status ept_player_retry(ept_player *player)
{
    if (player->state != SOUND_LOST && player->state != SOUND_BAD) {
        return EPT_OK;
    }
    sound_close_device(player);
    player->removed = false;
    player->cue = sound_list_again(&player->list, player->cue);
    ept_status st = start(player);
    if (st == EPT_OK) {
        drop_reports(player);
    }
    return st;
}

bool ept_player_poll(ept_player *player, ept_sounded *out)
{
    if (player->report_count == 0) {
        sound_watch(player);
    }
    while (player->report_count == 0 && sound_step(player)) {
    }
    if (player->report_count == 0) {
        return false;
    }
    *out = player->reports[player->report_first];
    player->report_first = (player->report_first + 1) % SOUND_REPORTS;
    player->report_count--;
    return true;
}

uint32_t ept_player_wait_ms(const ept_player *player)
{
    uint32_t wait = UINT32_MAX;

    if (player->report_count > 0 || player->removed) {
        return 0;
    }
    if (player->state == SOUND_RUNNING) {
        wait = player->begun ? sound_left_ms(player) : 0;
    } else if (player->device) {
        uint64_t now = sound_now(player);
        wait = player->close_ms > now ? (uint32_t)(player->close_ms - now) : 0;
    }
    return player->device && wait > SOUND_LOOK_MS ? SOUND_LOOK_MS : wait;
}

void ept_player_volume(ept_player *player, int volume)
{
    player->opts.volume = held(volume);
    if (player->device) {
        sound_device_volume(player->device, player->opts.volume);
    }
}

ept_player_now ept_player_status(const ept_player *player)
{
    ept_player_now now = {
        .active = player->state == SOUND_RUNNING,
        .lost = player->state == SOUND_LOST,
        .serial = player->list.serial,
        .cue = player->cue,
    };

    if (player->list.count == 0 || player->state == SOUND_IDLE) {
        return now;
    }
    const ept_cue *cue = &player->list.cues[player->cue];
    uint32_t before = 0;
    uint64_t elapsed = 0;
    if (now.active && player->begun) {
        elapsed = cue->clip && player->device ? sound_device_progress(player->device).fed_ms
                                              : sound_now(player) - player->start_ms;
    }
    now.kind = cue->kind;
    now.play = cue->play;
    sound_list_span(&before, &now.total_ms, &player->list, player->cue);
    now.elapsed_ms = before + (elapsed < cue->ms ? (uint32_t)elapsed : cue->ms);
    return now;
}

void ept_player_device_removed(ept_player *player)
{
    player->removed = player->device || player->state == SOUND_RUNNING;
}

const ept_played *ept_player_log(const ept_player *player, size_t *count)
{
    *count = player->log_count;
    return player->log;
}
