/* SPDX-License-Identifier: MIT */
/* study_stage.h - a learner with sittings of known scores: what tests of the study screens share.
 */
#ifndef TEST_STUDY_STAGE_H
#define TEST_STUDY_STAGE_H
#include "app/program.h"

typedef struct study_taken {
    const char *exam;
    int number, only;    /* as in ept_session_opts */
    size_t right, wrong; /* of the first questions; the others get no answer */
    bool finish;         /* else it is left unfinished */
} study_taken;

/* cmocka setup: the program started, a learner "Aida" signed in, home. */
int study_stage_setup(void **state);
/* A sitting of the learner without screens, a second for each question; its number. */
int64_t study_stage_take(program *p, const study_taken *taken);

#endif
