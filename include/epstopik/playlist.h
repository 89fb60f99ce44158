/* SPDX-License-Identifier: MIT */
/* playlist.h - what is to sound, in order: plain data that delivery makes and sound plays. Floor:
 * core. */
#ifndef EPSTOPIK_PLAYLIST_H
#define EPSTOPIK_PLAYLIST_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum ept_cue_kind {
    EPT_CUE_COUNTDOWN, /* silence before the bell */
    EPT_CUE_BELL,
    EPT_CUE_NUMBER,
    EPT_CUE_GAP,     /* short silence */
    EPT_CUE_PLAY,    /* part of a play: the passage, an option's number, a spoken option */
    EPT_CUE_BETWEEN, /* silence between two plays */
    EPT_CUE_PAUSE,   /* time to answer */
} ept_cue_kind;

typedef struct ept_cue {
    ept_cue_kind kind;
    const char *clip; /* clip id of the bank, NULL = silence */
    uint32_t ms;      /* length; for a clip the length stored in the bank */
    int play;         /* which play it belongs to, 1..; 0 outside plays */
    bool first, last; /* the first and last cue of its play */
} ept_cue;

/* Strings and cues live as long as their maker says. serial: another number for another list. */
typedef struct ept_playlist {
    uint32_t serial;
    size_t count;
    const ept_cue *cues;
} ept_playlist;

/* What the player reports, in order. */
typedef enum ept_sounded_kind {
    EPT_SOUNDED_CUE,     /* cue `cue` begins now */
    EPT_SOUNDED_CUE_END, /* its last sample has gone out (or its silence is over) */
    EPT_SOUNDED_END,     /* the whole list is done */
    EPT_SOUNDED_LOST,    /* no device: nothing sounds until retried; cue `cue` broke off */
    EPT_SOUNDED_BAD,     /* the clip of cue `cue` cannot be played */
} ept_sounded_kind;
typedef struct ept_sounded {
    ept_sounded_kind kind;
    uint32_t serial;
    size_t cue;
} ept_sounded;

#endif
