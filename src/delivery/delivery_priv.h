/* SPDX-License-Identifier: MIT */
/* delivery_priv.h - the inside of a delivery and of a session, shared by this folder's files. */
#ifndef DELIVERY_PRIV_H
#define DELIVERY_PRIV_H
#include "epstopik/delivery.h"

enum { DELIVERY_TICK_MS = 5000, DELIVERY_OPTION_GAP_MS = 500 };

struct ept_delivery {
    ept_clock clock;
    ept_bank *bank;
    ept_journal *journal;
    ept_arena *arena;
    const ept_blueprint **exams;
    size_t exam_count;
};

struct ept_session {
    ept_delivery *delivery;
    ept_arena *arena;
    ept_arena *sound_arena; /* the current playlist */
    const ept_form *form;
    const ept_blueprint *blueprint;
    ept_sitting *sitting;
    ept_sitting_row row;
    bool warm_up;         /* not in the journal */
    uint64_t base_now_ms; /* the clock when active time was base_at_ms */
    uint64_t base_at_ms;
    bool lost;       /* no sound: the section's clock stands */
    bool bad_before; /* the clip at hand could not be played once already */
    size_t recorded; /* events but ticks, to see whether something changed */
    uint32_t serial;
    const ept_playlist *playlist;
    const ept_item *items[EPT_NUMBERS_MAX];
    const ept_bank_slot *slots[EPT_NUMBERS_MAX];
};

/* --- pool.c: the bank and a learner's history as candidates --- */
typedef struct delivery_pool {
    ept_bank *bank;
    const ept_met *met; /* sorted by item; none for numbered forms */
    size_t met_count;
} delivery_pool;
ept_pool delivery_pool_view(delivery_pool *pool);

/* --- playlist.c --- */
typedef struct delivery_list_opts {
    ept_bank *bank;
    const ept_form *form;
    const ept_blueprint *blueprint;
    size_t item;
    int from_play; /* 1..; above the last: only the pause */
    bool replay;   /* one play without what leads to it */
    uint32_t serial;
} delivery_list_opts;
/* *out NULL when there is nothing to sound. */
ept_status delivery_playlist_make(const ept_playlist **out, ept_arena *arena,
                                  const delivery_list_opts *opts);

/* --- session.c --- */
/* Judges, makes durable, applies: the only way an event enters a session. seq may be NULL. */
ept_status session_record(ept_session *session, ept_event *event, int64_t *seq);
/* An event of `kind` at the current active time and item. */
ept_event session_event(const ept_session *session, ept_event_kind kind);
/* Ends the section when its time is over, writes a tick when one is due. */
ept_status session_catch_up(ept_session *session);
/* Active time stands still at what it is, or runs on from there. */
void session_freeze(ept_session *session);
void session_run(ept_session *session);

/* --- session_sound.c --- */
/* Chooses what should sound at the item now, or nothing. */
ept_status session_cue(ept_session *session);
void session_hush(ept_session *session);
/* Notes that a play under way broke off. */
ept_status session_break_play(ept_session *session);

#endif
