/* SPDX-License-Identifier: MIT */
/* script.h - one run of a script: what its commands share. */
#ifndef APP_SCRIPT_H
#define APP_SCRIPT_H
#include "loop.h"

typedef struct script_run {
    app *a;
    const char *shots_dir; /* NULL: `shot` fails */
    ept_arena *arena;
    char why[400]; /* of the line that failed */
} script_run;

/* Does one line (without its end); false: `why` says what is wrong with it. Empty lines and
 * comments do nothing. */
bool script_do(script_run *run, const char *line);
/* Moves the virtual clock by ms, in the steps in which the loop would have woken up. */
void script_wait(app *a, uint64_t ms);

#endif
