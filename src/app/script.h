/* SPDX-License-Identifier: MIT */
/* script.h - one run of a script: what its commands share. */
#ifndef APP_SCRIPT_H
#define APP_SCRIPT_H
#include "loop.h"

typedef struct script_run {
    app *a;
    const char *shots_dir; /* NULL: `shot` fails */
    ept_arena *arena;
    char why[400];  /* of the line that failed */
    char bank[256]; /* named by `start`; "" = that of the options */
} script_run;

/* Does one line (without its end); false: `why` says what is wrong with it. Empty lines and
 * comments do nothing. */
bool script_do(script_run *run, const char *line);
/* Notes why a line fails; always false. */
bool script_fails(script_run *run, const char *fmt, ...) EPT_PRINTF(2, 3);
/* The frame as NAME.png in the folder of shots. */
bool script_shot(script_run *run, const char *name);
/* The state in every language and look: all must fit; pictures NAME-LANG-LOOK.png when there is a
 * folder of shots (LOOK: 1280, 1024, contrast, 150). */
bool script_variants(script_run *run, const char *name);
/* Moves the virtual clock by ms, in the steps in which the loop would have woken up. */
void script_wait(app *a, uint64_t ms);

#endif
