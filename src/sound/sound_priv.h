/* SPDX-License-Identifier: MIT */
/* sound_priv.h - the parts of the player: its copy of a list, the device, the state machine. */
#ifndef SOUND_PRIV_H
#define SOUND_PRIV_H
#include "epstopik/arena.h"
#include "epstopik/sound.h"

/* ---- device.c: SDL and SDL_mixer, one channel ---- */

typedef struct sound_device sound_device;
typedef struct sound_clip sound_clip; /* decoded for a device, and freed before it is closed */

/* EPT_E_UNAVAILABLE: no device or no SDL_mixer; EPT_E_NOMEM. */
EPT_NODISCARD ept_status sound_device_open(sound_device **out, int volume);
void sound_device_close(sound_device *device); /* NULL is fine; cuts off what sounds */

/* EPT_E_FORMAT: not to be decoded, or shorter than `ms`. */
EPT_NODISCARD ept_status sound_clip_load(sound_clip **out, sound_device *device, ept_str opus,
                                         uint32_t ms, const char *name);
void sound_clip_free(sound_clip *clip); /* NULL is fine; not while it sounds */

/* Stops what sounds and starts the clip. EPT_E_UNAVAILABLE: refused. */
EPT_NODISCARD ept_status sound_device_play(sound_device *device, sound_clip *clip);
void sound_device_hush(sound_device *device);
void sound_device_volume(sound_device *device, int volume);

/* True once after the system removed the device. */
bool sound_device_removed(sound_device *device);
/* Samples that the device has asked for since it was opened, modulo 2^32. */
uint32_t sound_device_taken(sound_device *device);

typedef struct sound_progress {
    uint32_t fed_ms;  /* of the clip that was started last: handed to the device */
    uint32_t left_ms; /* until its last sample has gone out, as far as can be told */
    bool out;         /* it has: all is handed over, and enough was asked for since */
    uint32_t since;   /* samples asked for behind its last one; 0 before it */
} sound_progress;
sound_progress sound_device_progress(sound_device *device);

/* ---- list.c ---- */

/* Copies cues and clip names into `arena`. */
EPT_NODISCARD ept_status sound_list_copy(ept_playlist *out, ept_arena *arena,
                                         const ept_playlist *list);
/* Where to begin again when `cue` broke off: the first cue of its play, else itself. */
size_t sound_list_again(const ept_playlist *list, size_t cue);
/* True when one of the cues from `from` on has a clip. */
bool sound_list_sounds(const ept_playlist *list, size_t from);
/* Length of the play that `cue` belongs to (else of the cue), and what of it lies before. */
void sound_list_span(uint32_t *before_ms, uint32_t *total_ms, const ept_playlist *list, size_t cue);

/* ---- the state machine: player.c is the public face, step.c moves it on ---- */

enum { SOUND_PER_MS = 48 };

enum {
    SOUND_REPORTS = 4,     /* more than one step makes */
    SOUND_CLOSE_MS = 300,  /* a driver may still hold the last samples that long */
    SOUND_STALL_MS = 1000, /* a device that asks for nothing that long is lost */
    SOUND_LOOK_MS = 250    /* how often the device must be looked at */
};

typedef enum sound_state {
    SOUND_IDLE,
    SOUND_RUNNING,
    SOUND_LOST,
    SOUND_BAD,
} sound_state;

struct ept_player {
    ept_player_opts opts;
    sound_state state;
    ept_arena *list_arena;
    ept_playlist list;
    size_t cue;
    bool begun;        /* the cue was reported and started */
    bool removed;      /* told so by the app */
    uint64_t start_ms; /* of the cue, or when it is due to start */
    uint32_t start_at; /* the same in samples the device has taken */

    sound_device *device; /* NULL while closed */
    sound_clip *clip;     /* sounds on it */
    sound_clip *ahead;    /* decoded for cue ahead_cue */
    size_t ahead_cue;
    uint32_t taken; /* when last looked at, and since when nothing was asked for */
    uint64_t looked_ms, stalled_ms;
    uint64_t close_ms; /* when to close the idle device */

    ept_sounded reports[SOUND_REPORTS];
    size_t report_first, report_count;

    ept_arena *log_arena;
    ept_played *log;
    size_t log_count, log_cap;
};

uint64_t sound_now(const ept_player *player);
void sound_report(ept_player *player, ept_sounded_kind kind);
/* Stops what sounds and forgets decoded clips; the device stays open. */
void sound_halt(ept_player *player);
void sound_close_device(ept_player *player);
/* Opens the device if it is not; with EPT_DEVICE_NONE nothing. */
EPT_NODISCARD ept_status sound_open_device(ept_player *player);
/* The cue broke off because there is no device. */
void sound_lose(ept_player *player, const char *why);
/* Milliseconds until the cue at hand can be over. */
uint32_t sound_left_ms(const ept_player *player);
/* One step; false when nothing is to be done before time passes. */
bool sound_step(ept_player *player);
/* Looks whether the device is still there and asks for samples. */
void sound_watch(ept_player *player);

#endif
