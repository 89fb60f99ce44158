/* SPDX-License-Identifier: MIT */
/* review_sound.h - how the Korean of a reviewed item is read: a reading of each line heard and of
 * the right sentence, in other letters on request, and the changes of sound one by one. Private to
 * src/app. */
#ifndef REVIEW_SOUND_H
#define REVIEW_SOUND_H
#include "epstopik/pronounce.h"
#include "review.h"

/* Lines heard, then those of the right sentence. */
enum { REVIEW_LINES_MAX = 12 };
struct review_sound {
    const ept_reading *lines[REVIEW_LINES_MAX];
    const char *letters[REVIEW_LINES_MAX]; /* in those the learner asked for; NULL = none */
    size_t heard;                          /* so many of them are lines of the script */
    size_t count;
};

/* Reads the item shown, in its arena; what cannot be read is left out and logged. */
void review_sound_read(review *r, app *a);
/* The passage with the right words in its blank, marked __, or the right option's words. NULL: a
 * picture without a name. */
const char *review_right_sentence(const review *r, ept_arena *arena);
/* "[자거비 끈나면]" and the same in letters: under a turn of the script, under the right sentence.
 * Nothing when the learner does not want it. */
void review_sound_turn(study_pen *pen, const review *r, size_t turn);
void review_sound_right(study_pen *pen, const review *r);
/* The button that goes through none, Latin, Cyrillic. */
ept_button review_sound_letters(const study_pen *pen);
bool review_sound_has_letters(const review *r, const app *a);
void review_sound_next_letters(review *r, app *a);
/* A card for each word that sounds other than it is written. False: there is none. */
bool review_sound_has_changes(const review *r, const app *a);
void review_sound_changes(study_pen *pen, const review *r);

#endif
