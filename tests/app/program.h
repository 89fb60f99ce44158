/* SPDX-License-Identifier: MIT */
/* program.h - the whole program over a made-up bank, without a window, on a clock that only tests
 * move: driven by the lines of a script. */
#ifndef TEST_PROGRAM_H
#define TEST_PROGRAM_H
#include "core/temp_folder.h"
#include "script.h"

typedef struct program {
    void *folder; /* of temp_folder.h: bank, data folder, shots */
    app a;
    app_options options;
    script_run run;
    bool running;
    int faults; /* counted by a test that goes on after the first */
} program;

/* cmocka setup and teardown: a bank and an empty data folder; nothing runs yet. */
int program_setup(void **state);
int program_teardown(void **state);
/* The same with the program started and drawn once, in English. */
int program_setup_started(void **state);

void program_start(program *p);
void program_stop(program *p);
/* Does lines of a script, separated by '\n'; fails the test at the first that fails. */
void program_do(program *p, const char *lines);
/* Does one line that must fail; what it said. */
const char *program_fails(program *p, const char *line);
/* A new profile of that name, signed in: home. */
void program_person(program *p, const char *name);

bool program_shows(const program *p, const char *text);
const char *program_screen(const program *p);
/* The draw list as text, to be cleared by the caller. */
void program_dump(const program *p, ept_buf *out);

#endif
