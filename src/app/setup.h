/* SPDX-License-Identifier: MIT */
/* setup.h - what the set-up of an exam knows and its two cards. Private to src/app. */
#ifndef SETUP_H
#define SETUP_H
#include "study.h"

enum { SETUP_KINDS_MAX = 10, SETUP_SECTORS = 5 };

/* A kind of exam to choose: an exam, or one section of it. */
typedef struct setup_kind {
    const ept_blueprint *bp;
    int only;      /* -1 or the section */
    bool fillable; /* the bank can fill its next form */
    ept_shortage shortage;
} setup_kind;

typedef struct setup {
    ept_arena *arena;
    bool law; /* opened by the part of labour law */
    size_t count, active;
    setup_kind kinds[SETUP_KINDS_MAX];
    bool numbered;
    ept_edit number;
    int sector; /* index of setup_sectors */
    ept_lang law_lang;
    bool bad_number; /* Start was pressed without a number from 1 to 9999 */
    bool no_form;    /* this form cannot be filled; short_of says why */
    ept_shortage short_of;
} setup;

extern const char *const setup_sectors[SETUP_SECTORS];
/* 1..9999, 0 for the next form, -1 for no number. */
int setup_number(const setup *s);

/* The choices; ctx is the setup. Regions: setup.kind.N, setup.form.0 and .1, setup.number,
 * setup.sector.N, setup.lang.N. */
void setup_choices(study_pen *pen, const void *ctx);
/* The facts of the chosen exam and Start; ctx is the setup. Region: setup.start. */
void setup_facts(study_pen *pen, const void *ctx);

#endif
