/* SPDX-License-Identifier: MIT */
/* step.c - what the player does next. Countdown and answer pause last on the clock. A silence that
 * is part of what is heard lasts in samples while a device is open: drivers keep time by a clock of
 * their own, and the gap that is heard is the one that must be right. Ends are seen later than they
 * are, a clip's by what the driver holds: they are dated back, so that late polls lengthen
 * nothing. */
#include <inttypes.h>

#include "epstopik/log.h"
#include "sound_priv.h"

enum { LOG_GROWTH = 64 };

uint64_t sound_now(const ept_player *player)
{
    return player->opts.clock.now_ms(player->opts.clock.ctx);
}

void sound_report(ept_player *player, ept_sounded_kind kind)
{
    size_t at = (player->report_first + player->report_count) % SOUND_REPORTS;

    if (player->report_count < SOUND_REPORTS) {
        player->reports[at] = (ept_sounded){kind, player->list.serial, player->cue};
        player->report_count++;
    }
}

/* Without memory the entry is left out: playing goes on. */
static void note_played(ept_player *player, uint64_t end_ms, bool whole)
{
    const ept_cue *cue = &player->list.cues[player->cue];

    if (player->log_count == player->log_cap) {
        size_t cap = player->log_cap + LOG_GROWTH;
        ept_played *more = ept_realloc(player->log, cap * sizeof *more);
        if (!more) {
            return;
        }
        player->log = more;
        player->log_cap = cap;
    }
    const char *clip = ept_arena_strdup(player->log_arena, cue->clip);
    if (clip) {
        player->log[player->log_count++] = (ept_played){clip, player->start_ms, end_ms, whole};
    }
}

void sound_halt(ept_player *player)
{
    if (player->state == SOUND_RUNNING && player->begun && player->list.cues[player->cue].clip) {
        note_played(player, sound_now(player), false);
    }
    if (player->device) {
        sound_device_hush(player->device);
    }
    sound_clip_free(player->clip);
    sound_clip_free(player->ahead);
    player->clip = NULL;
    player->ahead = NULL;
    player->begun = false;
}

void sound_close_device(ept_player *player)
{
    if (player->device) {
        sound_halt(player);
        sound_device_close(player->device);
        player->device = NULL;
    }
}

ept_status sound_open_device(ept_player *player)
{
    if (player->opts.device == EPT_DEVICE_NONE || player->device) {
        return EPT_OK;
    }
    ept_status st = sound_device_open(&player->device, player->opts.volume);
    if (st == EPT_OK) {
        player->taken = sound_device_taken(player->device);
        player->looked_ms = sound_now(player);
        player->stalled_ms = 0;
    }
    return st;
}

void sound_lose(ept_player *player, const char *why)
{
    ept_log(EPT_LOG_WARN, "sound", "lost at cue %zu: %s", player->cue, why);
    sound_halt(player);
    sound_close_device(player);
    player->state = SOUND_LOST;
    sound_report(player, EPT_SOUNDED_LOST);
}

/* A poll that comes late says nothing about the device: only so much of the time since the last
 * one counts. */
static bool stalled(ept_player *player)
{
    uint64_t now = sound_now(player);
    uint64_t passed = now - player->looked_ms;
    uint32_t taken = sound_device_taken(player->device);

    player->stalled_ms =
        taken != player->taken
            ? 0
            : player->stalled_ms + (passed < SOUND_LOOK_MS ? passed : SOUND_LOOK_MS);
    player->taken = taken;
    player->looked_ms = now;
    return player->stalled_ms > SOUND_STALL_MS;
}

void sound_watch(ept_player *player)
{
    bool removed = player->removed;
    bool stuck = false;

    player->removed = false;
    if (player->device) {
        removed = sound_device_removed(player->device) || removed;
        stuck = stalled(player);
    }
    if (!removed && !stuck) {
        return;
    }
    if (player->state == SOUND_RUNNING) {
        sound_lose(player, removed ? "the device was removed" : "the device takes no samples");
    } else {
        sound_close_device(player);
    }
}

/* Decodes cue `cue` into player->ahead. Without a device only the loader is asked. */
static ept_status load(ept_player *player, size_t cue)
{
    const ept_cue *wanted = &player->list.cues[cue];
    ept_str opus = {NULL, 0};
    ept_status st = EPT_OK;

    if (player->ahead && player->ahead_cue == cue) {
        return EPT_OK;
    }
    sound_clip_free(player->ahead);
    player->ahead = NULL;
    player->ahead_cue = cue;
    if (player->opts.load) {
        st = player->opts.load(&opus, player->opts.load_ctx, wanted->clip);
    }
    return st == EPT_OK && player->device
               ? sound_clip_load(&player->ahead, player->device, opus, wanted->ms, wanted->clip)
               : st;
}

/* The loaded clip onto the device. */
static ept_status start_clip(ept_player *player)
{
    if (!player->device) {
        return EPT_OK;
    }
    sound_device_hush(player->device);
    sound_clip_free(player->clip);
    player->clip = player->ahead;
    player->ahead = NULL;
    player->start_ms = sound_now(player); /* decoding may have taken time */
    return sound_device_play(player->device, player->clip);
}

/* The next clip is decoded while this cue lasts; a failure is met again when it is its turn. */
static void look_ahead(ept_player *player)
{
    size_t next = player->cue + 1;

    while (next < player->list.count && !player->list.cues[next].clip) {
        next++;
    }
    if (player->device && next < player->list.count && load(player, next) != EPT_OK) {
        ept_log(EPT_LOG_WARN, "sound", "%s", ept_error());
    }
}

static void spoil(ept_player *player)
{
    ept_log(EPT_LOG_WARN, "sound", "cue %zu: %s", player->cue, ept_error());
    sound_halt(player);
    player->state = SOUND_BAD;
    player->close_ms = sound_now(player) + SOUND_CLOSE_MS;
    sound_report(player, EPT_SOUNDED_BAD);
}

static void begin_cue(ept_player *player)
{
    bool sounds = player->list.cues[player->cue].clip != NULL;

    if (sounds && load(player, player->cue) != EPT_OK) {
        spoil(player);
        return;
    }
    if (sounds && start_clip(player) != EPT_OK) {
        sound_lose(player, ept_error());
        return;
    }
    player->begun = true;
    sound_report(player, EPT_SOUNDED_CUE);
    look_ahead(player);
}

static bool lasts_in_samples(const ept_player *player, const ept_cue *cue)
{
    switch (cue->kind) {
    case EPT_CUE_COUNTDOWN:
    case EPT_CUE_PAUSE:
        return false;
    case EPT_CUE_BELL:
    case EPT_CUE_NUMBER:
    case EPT_CUE_GAP:
    case EPT_CUE_PLAY:
    case EPT_CUE_BETWEEN:
        return player->device != NULL;
    }
    return false;
}

/* Samples that the device has taken behind the end of a silence; negative before it. */
static int64_t behind_silence(const ept_player *player, const ept_cue *cue)
{
    uint32_t passed = sound_device_taken(player->device) - player->start_at;
    return (int64_t)passed - (int64_t)cue->ms * SOUND_PER_MS;
}

static uint32_t until(uint64_t then, uint64_t now)
{
    uint64_t left = then > now ? then - now : 0;
    return left < UINT32_MAX ? (uint32_t)left : UINT32_MAX - 1;
}

uint32_t sound_left_ms(const ept_player *player)
{
    const ept_cue *cue = &player->list.cues[player->cue];

    if (cue->clip && player->device) {
        return sound_device_progress(player->device).left_ms + 1;
    }
    if (lasts_in_samples(player, cue)) {
        int64_t behind = behind_silence(player, cue);
        return behind < 0 ? until((uint64_t)-behind / SOUND_PER_MS + 1, 0) : 0;
    }
    return until(player->start_ms + cue->ms, sound_now(player));
}

/* True when the cue is over, and how many samples of the device ago that was. */
static bool over_by_device(uint32_t *ago, const ept_player *player, const ept_cue *cue)
{
    if (cue->clip) {
        sound_progress progress = sound_device_progress(player->device);
        *ago = progress.since;
        return progress.out;
    }
    int64_t behind = behind_silence(player, cue);
    *ago = behind > 0 ? (uint32_t)behind : 0;
    return behind >= 0;
}

/* When a cue was over: on the clock, and in samples of the device. */
typedef struct cue_end {
    uint64_t ms;
    uint32_t at;
} cue_end;

static bool cue_over(cue_end *end, const ept_player *player)
{
    const ept_cue *cue = &player->list.cues[player->cue];
    uint64_t lasted = sound_now(player) - player->start_ms;
    uint32_t ago = 0;
    bool over = false;

    if (lasts_in_samples(player, cue) || (cue->clip && player->device)) {
        over = over_by_device(&ago, player, cue);
        uint64_t ago_ms = ago / SOUND_PER_MS;
        lasted -= ago_ms < lasted ? ago_ms : lasted;
    } else {
        over = lasted >= cue->ms;
        lasted = cue->ms;
    }
    end->ms = player->start_ms + lasted;
    end->at = player->device ? sound_device_taken(player->device) - ago : 0;
    return over;
}

static void end_cue(ept_player *player, const cue_end *end)
{
    if (player->list.cues[player->cue].clip) {
        note_played(player, end->ms, true);
    }
    sound_report(player, EPT_SOUNDED_CUE_END);
    player->begun = false;
    player->start_ms = end->ms;
    player->start_at = end->at;
    if (player->cue + 1 < player->list.count) {
        player->cue++;
        return;
    }
    sound_report(player, EPT_SOUNDED_END);
    player->state = SOUND_IDLE;
    player->close_ms = sound_now(player) + SOUND_CLOSE_MS;
    sound_halt(player);
}

bool sound_step(ept_player *player)
{
    cue_end end = {0, 0};

    if (player->state != SOUND_RUNNING) {
        if (player->device && sound_now(player) >= player->close_ms) {
            sound_close_device(player);
        }
        return false;
    }
    if (!player->begun) {
        begin_cue(player);
        return true;
    }
    if (cue_over(&end, player)) {
        end_cue(player, &end);
        return true;
    }
    return false;
}
