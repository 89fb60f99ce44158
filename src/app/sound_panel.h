/* SPDX-License-Identifier: MIT */
/* sound_panel.h - the sound check: one sentence to hear, the volume, and what to do when nothing is
 * heard. Shared by its own screen and the instructions. Private to src/app. */
#ifndef SOUND_PANEL_H
#define SOUND_PANEL_H
#include "study.h"

typedef struct sound_panel {
    bool played;  /* the sentence was started at least once */
    bool nothing; /* the learner hears nothing: the hints are shown */
    bool silent;  /* and has not played it again since: that comes first */
    bool sounds;  /* the sentence was started, and its end was not seen yet */
} sound_panel;

/* What the panel sets; ctx is the sound_panel. */
void sound_panel_body(study_pen *pen, const void *ctx);

typedef enum sound_said { SOUND_SAID_NOTHING, SOUND_SAID_USED, SOUND_SAID_HEARD } sound_said;
/* What an action means for the panel: HEARD once the learner says so (a->sound_checked is set). */
sound_said sound_panel_action(sound_panel *panel, app *a, const ept_action *act);
/* Plays the sentence. */
void sound_panel_play(sound_panel *panel, app *a);
/* For the screen's wait_ms and tick: when the sentence has ended the way on takes the focus from
 * Play, so that Enter does what it says. */
uint32_t sound_panel_wait_ms(const sound_panel *panel, const app *a);
nav sound_panel_tick(sound_panel *panel, app *a);
/* Volume after an ADJUST of a slider. */
void sound_panel_adjust(app *a, const ept_action *act);

/* Where a learner goes after the instructions (or the sound check) of a->plan. */
bool sound_panel_needed(const app *a);
nav sound_panel_onward(const app *a);

#endif
