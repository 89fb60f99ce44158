/* SPDX-License-Identifier: MIT */
/* sittings.h - a made-up bank, a journal and a learner under a manual clock, and a player that only
 * counts: for tests of delivery. */
#ifndef TEST_SITTINGS_H
#define TEST_SITTINGS_H
#include "epstopik/delivery.h"

typedef struct stage {
    void *folder;
    ept_arena *arena;
    ept_manual_clock time;
    ept_bank *bank;
    ept_journal *journal;
    ept_delivery *delivery;
    int64_t learner;
    ept_session *session;
    /* the counting player */
    uint32_t serial;
    size_t cue;
    uint64_t cue_ends_ms;
    bool sounding;
} stage;

/* setup and teardown for cmocka: a bank of 1,200 items. */
int stage_setup(void **state);
int stage_teardown(void **state);

/* A sitting of the stage's learner, or resumed; its first section begun. */
void stage_start(stage *s, const char *exam, int number, int only);
/* As after a power cut: everything is closed without a word and opened again. */
void stage_crash(stage *s);
void stage_resume(stage *s, int64_t sitting);
/* Moves time on in small steps, polling the session and playing what it wants to sound. */
void stage_pass(stage *s, uint64_t ms);
/* The events of the session's sitting so far, in the stage's arena. */
ept_event *stage_events(stage *s, size_t *count);

#endif
