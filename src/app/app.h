/* SPDX-License-Identifier: MIT */
/* app.h - what every screen shares: the one loop's services, the stack of screens, and how a screen
 * says where to go next. Private to src/app. A screen reaches facts through delivery and the
 * journal; its own state is only about viewing. */
#ifndef APP_H
#define APP_H
#include "epstopik/arena.h"
#include "epstopik/clock.h"
#include "epstopik/delivery.h"
#include "epstopik/messages.h"
#include "epstopik/sound.h"
#include "epstopik/ui.h"
#include "nav.h"

typedef struct app app;

/* A line of the list of keys: keys as on labels, separated by blanks ("1 2 3 4", "Ctrl +"), the
 * message of what they do. Lists end with {0}. */
typedef struct app_key_row {
    const char *keys, *says;
    bool (*works)(const app *a); /* NULL = always; else shown only where the key works */
} app_key_row;

/* A screen. `self` is zeroed memory of state_size, one for each time it stands on the stack.
 * Who gets an input, in this order: the loop itself (F1 help, F11, Ctrl and + - 0, Ctrl+Q, Page Up
 * and Page Down where `volume_keys`); while a text region has focus, letters and editing keys go to
 * `key`; a key that `first` claims goes to `key`; then the focus, whose actions go to `action`;
 * what is left of keys goes to `key`. While a->session is there the loop polls it, writes its ticks
 * and keeps the sound on it, whatever stands on top, and draws again each second and four times a
 * second while something sounds: no screen does that by itself. */
typedef struct screen_ops {
    const char *name; /* for `expect-screen` and tests: the stem with dashes */
    size_t state_size;
    bool overlay;     /* drawn over the screen below (dialogs) */
    bool exam_bar;    /* the clock runs here: Ctrl+Q and closing the window go to LEAVE with arg 1
                         (close after it) */
    bool volume_keys; /* Page Up and Page Down are the volume; else they come to `key` */
    bool footer;      /* has the footer (metrics->footer): toasts stand above it */
    bool rail;        /* has the rail: toasts stand beside it */
    const app_key_row *keys; /* what F1 and the settings list; NULL = only what works everywhere */
    const char *help; /* message: what F1 says about the screen above the keys; NULL = nothing */
    ept_status (*enter)(void *self, app *a, int64_t arg);
    void (*leave)(void *self, app *a); /* only after a successful enter; NULL = nothing to do */
    /* What stood above was popped (see app_said_yes). NULL = nothing. */
    nav (*resume)(void *self, app *a);
    /* KEY, and TEXT and COMPOSE while a text region has focus. NULL = none. */
    nav (*key)(void *self, app *a, const ept_input *in);
    /* True when the screen wants this key before the focus does (digits and letters in an exam).
     * NULL = none. */
    bool (*first)(const void *self, const app *a, const ept_input *in);
    /* A control was used: ACTIVATE, ADJUST or SECOND. NULL = none. */
    nav (*action)(void *self, app *a, const ept_action *act);
    nav (*tick)(void *self, app *a); /* at its deadline, only on top; NULL = none */
    /* Milliseconds until tick is wanted; UINT32_MAX = never. NULL = never. */
    uint32_t (*wait_ms)(const void *self, const app *a);
    /* The session's running section came to its end by the clock: what stood above this screen is
     * gone. The topmost screen that has this is asked. */
    nav (*over)(void *self, app *a);
    void (*draw)(const void *self, const app *a, ept_draw_list *d); /* pure: state in, list out */
} screen_ops;
#define X(name, stem) extern const screen_ops screen_##stem;
APP_SCREEN_LIST(X)
#undef X

/* Other letters under a reading line. */
typedef enum app_letters { APP_LETTERS_NONE, APP_LETTERS_LATIN, APP_LETTERS_CYRILLIC } app_letters;

/* The learner's (or seat's) settings as in use now. */
typedef struct app_prefs {
    ept_lang lang;
    int percent; /* 100 115 130 150 */
    ept_theme theme;
    int volume;          /* 0..100 */
    bool key_labels;     /* small key labels on buttons */
    bool pronunciation;  /* reading lines in reviews */
    app_letters letters; /* under them */
} app_prefs;

typedef struct app_options {
    const char *data_dir, *bank_path, *script, *shots_dir;
    const char *lang;                 /* NULL = remembered, else the system's, else kk */
    uint32_t clock_factor;            /* 1; 30 with --clock x30 */
    const char *render, *sheet, *out; /* pictures without a window */
    int size_px;                      /* of --render; 0 = as it is asked */
} app_options;

/* What set-up chose; instructions, sound check, warm-up and exam use it. */
typedef struct app_plan {
    bool ready; /* something was chosen */
    char exam[64], sector[32];
    int number, only; /* as in ept_session_opts */
    ept_lang law_lang;
} app_plan;

/* Asks before something that cannot be undone: `return app_ask(a, &(app_question){...})`. Strings
 * are static; title and so on are messages. */
typedef struct app_question {
    const char *id;                    /* told back */
    const char *title, *strong, *text; /* strong (bold) may be NULL */
    const char *no, *yes;              /* no: the safe one, has the focus */
    const char *name;                  /* {0} of title, strong and text; copied; may be NULL */
} app_question;

struct app {
    app_options options;
    ept_ui *ui;
    ept_messages *messages;
    ept_clock clock;
    ept_bank *bank;       /* NULL on the fault screen */
    ept_lexicon *lexicon; /* of the assets and the bank; NULL until app_lexicon */
    ept_journal *journal;
    ept_delivery *delivery;
    ept_player *player;
    app_prefs prefs;
    bool signed_in;
    ept_learner learner; /* strings in learner_arena; meaningful when signed_in */
    ept_arena *learner_arena;
    ept_session *session; /* the sitting or warm-up under way; owned */
    app_plan plan;
    bool sound_checked;  /* the learner has heard the check sentence since signing in */
    int64_t warned;      /* 1 + the sitting in which leaving a recording was warned of */
    int64_t seat_notice; /* 1: the folder does not allow WAL, said once on home */
    struct app_stack *stack;
    struct app_toast {
        char text[256];
        ept_tone tone;
        uint64_t until_ms; /* 0 = none; UINT64_MAX = until dismissed */
    } toast;
    struct app_fault { /* what the fault screen says */
        ept_status status;
        const char *what; /* "bank", "fonts", "data", "assets" */
        char detail[512]; /* file name or the like, shown small */
    } fault;
    bool script_mode;   /* virtual clock, dummy drivers */
    bool restart;       /* the loop ended to start anew (Retry of the fault screen) */
    app_question asked; /* by app_ask; its name points into asked_name */
    char asked_name[192];
    struct app_answer { /* what app_ask was told, until app_said_yes asks for it */
        const char *id;
        bool yes;
    } answer;
};

/* --- services every screen uses (app.c, prefs.c, sound_glue.c) --- */

/* A message in the program's language, for drawing (arena of the list) or into any arena. Never
 * NULL. */
const char *app_msg(const app *a, ept_draw_list *d, const char *key);
const char *app_msgf(const app *a, ept_draw_list *d, const char *key, const ept_arg *args,
                     size_t count);
#define APP_MSG1(a, d, key, x) app_msgf(a, d, key, (const ept_arg[]){x}, 1)
#define APP_MSG2(a, d, key, x, y) app_msgf(a, d, key, (const ept_arg[]){x, y}, 2)
#define APP_MSG3(a, d, key, x, y, z) app_msgf(a, d, key, (const ept_arg[]){x, y, z}, 3)
const char *app_msg_in(const app *a, ept_arena *arena, const char *key, const ept_arg *args,
                       size_t count);

/* A sentence bottom left for 4 s; errors (bad) stay until dismissed. Key of a message without
 * arguments. */
void app_say(app *a, ept_tone tone, const char *key);
/* The sentence for a failed call in the learner's language ("error.full", ...), logged with
 * ept_error(). */
void app_say_error(app *a, ept_status status, const char *module);
/* Takes back an error that still stands: the next thing of that kind went well. */
void app_unsay_error(app *a);
const char *app_error_key(ept_status status);

/* Signs a learner in (0 = out): loads settings, marks used. */
EPT_NODISCARD ept_status app_sign_in(app *a, int64_t learner);
/* Reads the signed-in learner anew, after a change. */
EPT_NODISCARD ept_status app_learner_reload(app *a);
/* Puts prefs to use and remembers them for the learner (or the seat). */
void app_prefs_changed(app *a);
void app_prefs_load(app *a);
/* One text size up (1), down (-1) or to 100 % (0); volume moved by delta. Both remembered. */
void app_text_size(app *a, int step);
void app_volume(app *a, int delta);

/* Sound. The loop keeps the player on what the session wants. After a lost device
 * (ept_session_sound_lost) the strip's Retry calls app_sound_retry. EPT_E_UNAVAILABLE: still no
 * device. */
EPT_NODISCARD ept_status app_sound_retry(app *a);
void app_sound_stop(app *a);
/* Plays clips of the bank outside an exam (sound check, review, settings' Test). NULL-terminated
 * ids. Sounds on until stopped; a lost device ends it. How it stands: ept_player_status(a->player).
 */
EPT_NODISCARD ept_status app_sound_clips(app *a, const char *const *clips);
bool app_sound_busy(const app *a);

/* Shows the dialog and, when it is left, calls `resume` of the asking screen:
 * `if (app_said_yes(a, "results.close"))`. */
nav app_ask(app *a, const app_question *q);
bool app_said_yes(app *a, const char *id); /* true once */

/* A text field: true when focus is on `id` and `edit` used the input; call first in `key`. */
bool app_field(const app *a, ept_edit *edit, const char *id, const ept_input *in);
/* A pane whose contents may be higher than it is (pane.c): draw them between the two calls, from
 * the top of the rect got, and tell how high they came out. The place scrolled to is kept with the
 * screen on the stack; the loop moves it by the wheel, by Page Up, Page Down, Home and End (where
 * `key` of the screen is NULL or the screen has no use for them: it returns nav_stay) and follows
 * the focus. Screens hold no scroll state. */
ept_rect app_pane_begin(const app *a, ept_draw_list *d, ept_rect rect, const char *id);
void app_pane_end(const app *a, ept_draw_list *d, const char *id, int content_h);
/* A page down (1) or up (-1); to the top (0), for a screen that shows another thing now. */
void app_pane_move(app *a, const char *id, int pages);
/* All panes of the screen to the top: it shows another thing now, read from its beginning. Focus
 * that settles on a control by itself does not scroll them then, a key or the wheel does. */
void app_panes_top(app *a);
/* Lists of keys: those that work on every screen. The same list for F1 and the settings, each key
 * once: without those that `but` has (NULL: all); height back. */
extern const app_key_row app_keys_everywhere[];
int app_key_list(const app *a, ept_draw_list *d, ept_rect box, const app_key_row *rows,
                 const app_key_row *but);

/* The foot of a study screen: hints at the left (those that fit), F1 at the right. Its top back. */
int app_key_footer(const app *a, ept_draw_list *d, int margin, const app_key_row *rows);
/* Icon of a profile picture: "apple" -> "profile-apple"; NULL (a guest): "user". */
const char *app_profile_icon(ept_draw_list *d, const char *picture);

/* Ends the session object (leaving its section when one runs). */
void app_session_end(app *a);

/* The rail with the parts that work; `active` is "home", "exam", "law", "results", "settings".
 * Screens with a rail call it first and hand unknown actions to app_rail_action. */
void app_rail(const app *a, ept_draw_list *d, const char *active);
/* Last of all: the name of the part in focus or under the pointer, where the rail is icons only. */
void app_rail_names(const app *a, ept_draw_list *d, const char *active);
bool app_rail_action(app *a, const ept_action *act, nav *out);

/* Picture of the bank as the draw list wants it; NULL when it cannot be had (logged). Borrowed from
 * `arena`. */
const ept_picture *app_picture(const app *a, ept_arena *arena, const char *id);

/* Words whose sound the rules do not give; read at its first use. Lives as long as the bank. */
EPT_NODISCARD ept_status app_lexicon(const ept_lexicon **out, app *a);

/* When somebody was last here: "Today · 09:12", "Yesterday", "2 days ago". */
const char *app_when(const app *a, ept_draw_list *d, int64_t utc_ms);

/* screen stack (stack.c) */
const screen_ops *app_top(const app *a);
void *app_top_state(const app *a);
const screen_ops *app_ops(app_screen screen);

#endif
