/* SPDX-License-Identifier: MIT */
/* sound.h - plays one playlist at a time. A state machine on the injected clock; the device only
 * follows. A cue of sound ends when its last sample has gone out with the device present, counted
 * in samples that the device took. Never two sounds at once. Floor: sound.
 *
 * In a loop:
 *     ept_player_play(player, list, 0);            EPT_E_UNAVAILABLE is reported as LOST as well
 *     for (;;) {
 *         while (ept_player_poll(player, &report)) {
 *             take(&report);                       END, LOST, BAD: nothing sounds any more
 *         }
 *         wait for an event, at most ept_player_wait_ms(player);
 *     }
 * One clip by itself is a list of one cue. */
#ifndef EPSTOPIK_SOUND_H
#define EPSTOPIK_SOUND_H
#include "epstopik/clock.h"
#include "epstopik/playlist.h"
#include "epstopik/status.h"
#include "epstopik/str.h"

/* Not thread-safe. At most one player of a process has EPT_DEVICE_SDL. */
typedef struct ept_player ept_player;

/* Gives the Ogg Opus bytes of a clip; they must live until the next call. Any failure makes the
 * clip BAD. */
typedef ept_status ept_clip_loader(ept_str *out, void *ctx, const char *clip);

typedef enum ept_device {
    EPT_DEVICE_NONE, /* silence in real length: tests, virtual clock, --transcript. Clips are
                        loaded, so that a damaged one is BAD, but not decoded */
    EPT_DEVICE_SDL,  /* the system's default output through SDL_mixer */
} ept_device;

typedef struct ept_player_opts {
    ept_clock clock;
    ept_device device;
    ept_clip_loader *load; /* NULL only with EPT_DEVICE_NONE */
    void *load_ctx;
    int volume; /* 0..100 */
} ept_player_opts;

/* The device is opened at the first list with a sound, not here. EPT_E_INVAL: no loader;
 * EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_player_new(ept_player **out, const ept_player_opts *opts);
/* NULL is fine; stops. Waits at most 0.3 s when a sound has only just ended. */
void ept_player_free(ept_player *player);

/* Starts a list at cue `from` at once; what sounded stops, reports not yet polled are dropped. The
 * list is copied. EPT_E_UNAVAILABLE: no device (a LOST report follows as well); EPT_E_INVAL: no
 * such cue; EPT_E_NOMEM: nothing plays. */
EPT_NODISCARD ept_status ept_player_play(ept_player *player, const ept_playlist *list, size_t from);
/* At once; reports not yet polled are dropped. */
void ept_player_stop(ept_player *player);
/* After LOST or BAD: opens the device again and begins the broken play from its first cue, or, in a
 * cue outside plays, that cue. Else nothing. EPT_E_UNAVAILABLE: still no device, and no report. */
EPT_NODISCARD ept_status ept_player_retry(ept_player *player);

/* Moves on to now; true and *out filled while there is something to report. Call until false. */
bool ept_player_poll(ept_player *player, ept_sounded *out);
/* Milliseconds of the player's clock until the next thing can happen: for the loop's deadline;
 * UINT32_MAX when silent. While a device is open at most 250. */
uint32_t ept_player_wait_ms(const ept_player *player);

void ept_player_volume(ept_player *player, int volume); /* 0..100, in use at once */

/* What sounds now, for the strip on screen. */
typedef struct ept_player_now {
    bool active, lost; /* lost: after LOST, until play, stop or a retry that worked */
    uint32_t serial;
    size_t cue;
    ept_cue_kind kind;
    int play;
    uint32_t elapsed_ms, total_ms; /* of the play the cue belongs to, else of the cue */
} ept_player_now;
ept_player_now ept_player_status(const ept_player *player);

/* Tells the player that the system has removed its output device: LOST at the next poll. SDL's own
 * event of it is noticed without this call. */
void ept_player_device_removed(ept_player *player);

/* Every clip that went out, whole or broken off, in order, over all lists: for tests and the exam
 * log. Borrowed until the next poll, play, stop or retry. */
typedef struct ept_played {
    const char *clip;
    uint64_t start_ms, end_ms; /* player's clock */
    bool whole;
} ept_played;
const ept_played *ept_player_log(const ept_player *player, size_t *count);

#endif
