/* SPDX-License-Identifier: MIT */
/* sound.h - plays one playlist at a time. A state machine on the injected clock; the device only follows.
 * A cue of sound ends when its last sample has gone out with the device present. Never two sounds at
 * once. Floor: sound. */
#ifndef EPSTOPIK_SOUND_H
#define EPSTOPIK_SOUND_H
#include "epstopik/clock.h"
#include "epstopik/playlist.h"
#include "epstopik/status.h"
#include "epstopik/str.h"

typedef struct ept_player ept_player;

/* Gives the Ogg Opus bytes of a clip; they must live until the next call. */
typedef ept_status ept_clip_loader(ept_str *out, void *ctx, const char *clip);

typedef enum ept_device {
    EPT_DEVICE_NONE, /* silence in real length: tests, virtual clock, --transcript */
    EPT_DEVICE_SDL,  /* the system's default output through SDL_mixer */
} ept_device;

typedef struct ept_player_opts {
    ept_clock clock;
    ept_device device;
    ept_clip_loader *load;
    void *load_ctx;
    int volume; /* 0..100 */
} ept_player_opts;

/* The device is opened at the first sound, not here. EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_player_new(ept_player **out, const ept_player_opts *opts);
void ept_player_free(ept_player *player); /* NULL is fine; stops */

/* Starts a list at cue `from` at once; what sounded stops. The list is copied. EPT_E_UNAVAILABLE: no device
 * (a LOST report follows as well); EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_player_play(ept_player *player, const ept_playlist *list, size_t from);
void ept_player_stop(ept_player *player);
/* After LOST: opens the device again and begins the broken play from its first cue.
 * EPT_E_UNAVAILABLE: still none. */
EPT_NODISCARD ept_status ept_player_retry(ept_player *player);

/* Moves on to now; true and *out filled while there is something to report. Call until false. */
bool ept_player_poll(ept_player *player, ept_sounded *out);
/* Milliseconds until the next thing can happen: for the loop's deadline; UINT32_MAX when silent. While a
 * device plays at most 250. */
uint32_t ept_player_wait_ms(const ept_player *player);

void ept_player_volume(ept_player *player, int volume); /* 0..100, in use at once */

/* What sounds now, for the strip on screen. */
typedef struct ept_player_now {
    bool active, lost;
    uint32_t serial;
    size_t cue;
    ept_cue_kind kind;
    int play;
    uint32_t elapsed_ms, total_ms; /* of the play the cue belongs to, else of the cue */
} ept_player_now;
ept_player_now ept_player_status(const ept_player *player);

/* Tells the player that the system has removed or added an output device (SDL events of the app). */
void ept_player_device_removed(ept_player *player);

/* Every clip that went out, in order: for tests and the exam log. Borrowed until the next poll. */
typedef struct ept_played {
    const char *clip;
    uint64_t start_ms, end_ms; /* player's clock */
    bool whole;
} ept_played;
const ept_played *ept_player_log(const ept_player *player, size_t *count);

#endif
