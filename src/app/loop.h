/* SPDX-License-Identifier: MIT */
/* loop.h - the inside of the one loop: frames of the stack, panes, clocks, and the steps that the
 * window, a script and the tests take alike. For the core of src/app; screens use app.h. */
#ifndef APP_LOOP_H
#define APP_LOOP_H
#include "app.h"

enum { APP_DEPTH_MAX = 12, APP_PANES_MAX = 6 };

/* A pane of a screen: where it is scrolled to, and how it was drawn last. */
typedef struct app_pane {
    char id[EPT_ID_MAX];
    ept_rect rect;
    int scroll_px, content_h;
    int strip_px;                    /* under the rect, for the words that more follows; 0 = none */
    size_t region_first, region_end; /* regions drawn inside it */
} app_pane;

typedef struct app_frame {
    app_screen screen;
    const screen_ops *ops;
    void *self;
    char focus[EPT_ID_MAX]; /* where focus was when another screen came on top */
    app_pane panes[APP_PANES_MAX];
    size_t pane_count;
    bool top; /* what it shows is new: focus that settles by itself does not move its panes */
} app_frame;

struct app_stack {
    app_frame frames[APP_DEPTH_MAX];
    size_t depth;
    size_t drawing; /* index of the frame that draws now: panes belong to it */
    bool dirty, quit;
    bool follow; /* the frame changed its shape: the focused control may be out of sight */
    ept_manual_clock manual;
    ept_fast_clock fast;
    ept_arena *clip_arena; /* bytes of the clip that sounds */
    ept_arena *clip_list;  /* playlist of app_sound_clips */
    uint32_t serial;       /* of the playlist that sounds; 0 = none */
    uint32_t clip_serial;  /* of the last playlist of app_sound_clips */
    uint64_t look;         /* of clock and strip, as drawn last */
    uint64_t retry_ms;     /* a failed write is tried again then; 0 = none failed */
    app_prefs kept;        /* settings as remembered on disk */
    ept_lang seat_lang;    /* language while nobody is signed in */
    bool lang_known;       /* seat_lang has been read */
    bool wide;             /* a window of 1920 and more: larger text unless chosen otherwise */
    bool still;            /* screen saver off, because an exam runs */
};

/* --- start-up (startup.c) --- */

/* Opens everything. A part that fails becomes a->fault and the fault screen; EPT_OK then too.
 * EPT_E_UNAVAILABLE: there is no window system. EPT_E_NOMEM. Call app_stop in any case. */
EPT_NODISCARD ept_status app_start(app *a, const app_options *options);
/* Only what showing the bank needs: words, faces without a window, the bank. Codes of their
 * opening. */
EPT_NODISCARD ept_status app_start_reading(app *a, const app_options *options);
/* Closes everything; a running section is left. */
void app_stop(app *a);

/* --- stack (stack.c) --- */

EPT_NODISCARD ept_status app_stack_new(app *a);
void app_stack_free(app *a);
/* Does what a callback returned. */
void app_go(app *a, nav to);
/* Leaves what stands above frame `index`. */
void app_unwind(app *a, size_t index);
app_frame *app_top_frame(const app *a);
bool app_visible_bar(const app *a); /* the clock of an exam is to be seen */

/* --- steps (loop.c, input.c) --- */

/* What one input does. */
void app_input(app *a, const ept_input *in);
/* What is due now: session, sound, ticks, toast. */
void app_turn(app *a);
/* Milliseconds of a->clock until app_turn is wanted; UINT32_MAX = never. */
uint32_t app_wait_ms(const app *a);
/* Draws if something may have changed. */
EPT_NODISCARD ept_status app_draw(app *a);
/* The loop of the window, until the end. */
EPT_NODISCARD ept_status app_run(app *a);

/* --- panes (pane.c) --- */

/* True when an input or action belongs to a pane of the top screen. */
bool app_pane_action(app *a, const ept_action *act);
bool app_pane_key(app *a, const ept_input *in);
void app_pane_follow(app *a); /* brings the focused control into its pane */

/* --- sound (sound_glue.c) --- */

EPT_NODISCARD ept_status app_sound_open(app *a);
/* Keeps the player on what the session wants and hands its reports back. *changed: draw again. */
EPT_NODISCARD ept_status app_sound_follow(app *a, bool *changed);

/* --- scripts and pictures --- */

/* To stderr, for who works without a window: the words of `key` with up to two texts in the
 * program's language; while there are no words, ept_error(). */
void app_tell(const app *a, const char *key, const char *x, const char *y);
/* The same of a failed call on the file `name`; thing: "bank" or "file". */
void app_tell_failure(const app *a, const char *thing, const char *name, ept_status status);
/* Runs options->script; the number of the exit. */
int app_script(const app_options *options);
/* --render and --sheet; the number of the exit. */
int app_render(const app_options *options);

#endif
