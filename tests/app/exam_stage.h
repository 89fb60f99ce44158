/* SPDX-License-Identifier: MIT */
/* exam_stage.h - the program at an exam: what tests of the exam's screens share. */
#ifndef TEST_EXAM_STAGE_H
#define TEST_EXAM_STAGE_H
#include "app/program.h"

/* cmocka setup: the program started, a learner signed in, home. */
int exam_stage_setup(void **state);

/* The exam as set-up would have chosen it, begun. only: -1 or an ept_section. */
void exam_stage_start(program *p, const char *exam, int number, int only, ept_lang law_lang);
/* Straight to a question by its number, whatever the screen allows its learner. */
void exam_stage_go(program *p, int number);

const ept_sitting *exam_stage_sitting(const program *p);
int exam_stage_number(const program *p); /* of the question on screen */
const ept_response *exam_stage_response(const program *p);
/* Events of a kind in the journal for the sitting under way. */
size_t exam_stage_events(program *p, ept_event_kind kind);
bool exam_stage_has(const program *p, const char *region);
bool exam_stage_focus(const program *p, const char *region);

#endif
