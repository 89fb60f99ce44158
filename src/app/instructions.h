/* SPDX-License-Identifier: MIT */
/* instructions.h - the four steps of the instructions: the exam in numbers, its screen, its sound,
 * an example. Private to src/app. */
#ifndef INSTRUCTIONS_H
#define INSTRUCTIONS_H
#include "sound_panel.h"

enum { INSTR_EXAMPLES = 2 };

typedef enum instr_step {
    INSTR_NUMBERS,
    INSTR_SCREEN,
    INSTR_SOUND, /* left out of exams without listening */
    INSTR_EXAMPLE,
} instr_step;

typedef struct instructions {
    bool look; /* only to look and come back */
    const ept_blueprint *bp;
    int only; /* -1 or the section that is sat */
    instr_step step;
    sound_panel sound;
    int example;                /* index of the one shown */
    int chosen[INSTR_EXAMPLES]; /* 0 = none, 1..4 */
} instructions;

/* The body of a step, from the top of `page`; page.h is the room to fill. How high it came out. */
int instr_numbers(const instructions *s, const app *a, ept_draw_list *d, ept_rect page);
int instr_screen(const instructions *s, const app *a, ept_draw_list *d, ept_rect page);
int instr_sound(const instructions *s, const app *a, ept_draw_list *d, ept_rect page);
int instr_example(const instructions *s, const app *a, ept_draw_list *d, ept_rect page);

/* The small picture of the exam screen with its pins, filling `box`. */
void instr_picture(const instructions *s, const app *a, ept_draw_list *d, ept_rect box);
/* Whether its numbers have room in a frame `w` wide. */
bool instr_picture_fits(ept_draw_list *d, int w);

/* What pins point at, in order of their numbers; an exam has only some. */
enum { INSTR_PINS_MAX = 6 };
typedef enum instr_thing {
    INSTR_TIMER,
    INSTR_TEXT_SIZE,
    INSTR_ANSWER,
    INSTR_GRID,
    INSTR_FLAG,
    INSTR_SUBMIT,
    INSTR_STEPPING,
} instr_thing;
size_t instr_pins(instr_thing things[INSTR_PINS_MAX], const ept_blueprint *bp);
/* An amber circle with an ink edge and its number, centred at x, y. */
void instr_pin_mark(ept_draw_list *d, int x, int y, int number);

#endif
