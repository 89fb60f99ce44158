/* SPDX-License-Identifier: MIT */
/* nav.h - the screens there are, and how one says where to go next. Private to src/app. */
#ifndef NAV_H
#define NAV_H
#include <stdint.h>

/* X(NAME, file stem): one line a screen; makes the enum, the table of ops and the list the tests
 * walk. */
/* clang-format off */
#define APP_SCREEN_LIST(X) \
    X(PROFILES, profiles) X(NEW_PROFILE, new_profile) X(PIN, pin) X(HOME, home) X(SETUP, setup) \
    X(INSTRUCTIONS, instructions) X(SOUND_CHECK, sound_check) X(READY, ready) \
    X(WARM_UP, warm_up) X(GO_ON, go_on) \
    X(EXAM, exam) X(ALL_QUESTIONS, all_questions) X(SUBMIT, submit) X(LEAVE, leave) \
    X(TIME_OVER, time_over) X(REPORT, report) X(RESULTS, results) X(REVIEW, review) \
    X(SETTINGS, settings) X(HELP, help) X(CONFIRM, confirm) X(FAULT, fault)
/* clang-format on */
/* What `arg` of nav_push and nav_replace is: PIN: learner to sign in. NEW_PROFILE: 0, or the
 * learner to change (a guest gets a name and so is kept). SETUP: 0 mock exam, 1 law, 2 practice.
 * INSTRUCTIONS and SOUND_CHECK: 0 for the exam of a->plan that follows, 1 only to look and come
 * back. READY: 0 before the exam of a->plan, 1 + section before a warm-up, READY_NEXT before the
 * next section of the sitting. WARM_UP: the ept_section. EXAM: 0; goes on with a->session, else
 * starts a->plan. LEAVE: 1 closes the program after it. GO_ON, REPORT: sitting. REVIEW: sitting *
 * 256 + form item (255: only what was not right, 254: all). Others: 0. */
typedef enum app_screen {
#define X(name, stem) SCREEN_##name,
    APP_SCREEN_LIST(X)
#undef X
        SCREEN_COUNT
} app_screen;
enum { READY_NEXT = 255 };

/* Where to go, returned from event and tick; the stack acts after the callback, so a screen never
 * frees itself. HOME and PROFILES leave everything and enter that screen anew (HOME goes to
 * profiles when nobody is signed in). When the screen to go to cannot be entered, that is said and
 * nothing changes. */
typedef enum nav_kind {
    NAV_STAY,
    NAV_REDRAW,
    NAV_PUSH,
    NAV_REPLACE,
    NAV_POP,
    NAV_HOME,
    NAV_PROFILES,
    NAV_QUIT
} nav_kind;
typedef struct nav {
    nav_kind kind;
    app_screen to;
    int64_t arg; /* handed to enter; meaning is the target screen's (see its .c) */
} nav;
static inline nav nav_stay(void)
{
    return (nav){NAV_STAY, SCREEN_HOME, 0};
}
static inline nav nav_redraw(void)
{
    return (nav){NAV_REDRAW, SCREEN_HOME, 0};
}
static inline nav nav_push(app_screen to, int64_t arg)
{
    return (nav){NAV_PUSH, to, arg};
}
static inline nav nav_replace(app_screen to, int64_t arg)
{
    return (nav){NAV_REPLACE, to, arg};
}
static inline nav nav_pop(void)
{
    return (nav){NAV_POP, SCREEN_HOME, 0};
}
static inline nav nav_home(void)
{
    return (nav){NAV_HOME, SCREEN_HOME, 0};
}
static inline nav nav_profiles(void)
{
    return (nav){NAV_PROFILES, SCREEN_PROFILES, 0};
}

#endif
