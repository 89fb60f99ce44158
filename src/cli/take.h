/* SPDX-License-Identifier: MIT */
/* take.h - the inside of `ept take`: one sitting in a terminal. */
#ifndef TAKE_H
#define TAKE_H
#include "cli_priv.h"
#include "epstopik/sound.h"
#include "reply.h"

typedef struct take {
    const cli *c;
    ept_arena *arena;      /* one command; sentences come from the cli's */
    ept_arena *clip_arena; /* the clip at hand */
    ept_delivery *delivery;
    ept_session *session;
    ept_player *player;
    ept_clock clock;
    ept_manual_clock manual;
    bool is_manual, transcript;
    ept_lang lang;    /* the learner's: instructions beside Korean, names of pictures */
    const char *data; /* the person's folder, for sentences */
    const char *bank; /* the same: the bank's file */
    reply out;
    uint32_t serial; /* the playlist that the player has; 0 = none */
    bool lost_told;
    size_t section, item; /* as last told */
    bool running;         /* a section had begun when last looked */
    bool unsaved;         /* the last durable step by itself failed, and that was told */
    bool over;            /* the sitting has ended, or was left */
} take;

/* --- take_run.c: time and sound --- */
/* Lets everything happen that is due now, and tells it. */
void take_pump(take *t);
/* Moves the manual clock, stopping at each thing that becomes due. */
void take_advance(take *t, uint64_t ms);
/* Until something is due, for the wait for a command. */
uint32_t take_wait_ms(const take *t);

/* --- take_show.c --- */
/* The fields of the question at hand. */
ept_status take_show(take *t);
/* Time left, place, what sounds. */
void take_time(take *t);
/* The text of what is heard at the question at hand. */
void take_transcript(take *t);
/* Answer and explanation, where the exam shows them at once. */
void take_feedback(take *t);
/* The score of an ended sitting. */
void take_result(take *t);

/* --- take_act.c --- */
/* One command line; the reply is printed. */
void take_command(take *t, char *line);

#endif
