/* SPDX-License-Identifier: MIT */
/* ui_focus.h - input as the program sees it, and the one focus: keys and pointer in, actions out.
 * Pure: regions come from the last draw list, so tests and scripts drive it without a window.
 * Floor: ui. */
#ifndef EPSTOPIK_UI_FOCUS_H
#define EPSTOPIK_UI_FOCUS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "epstopik/ui_draw.h"

/* Physical keys (scancodes), so that letters work in every keyboard layout. X(NAME, SDL scancode
 * name). Keypad digits and Enter arrive as DIGIT_n and ENTER. */
/* clang-format off */
#define EPT_KEY_LIST(X) \
    X(A, "A") X(B, "B") X(C, "C") X(D, "D") X(E, "E") X(F, "F") X(G, "G") X(H, "H") X(I, "I") \
    X(J, "J") X(K, "K") X(L, "L") X(M, "M") X(N, "N") X(O, "O") X(P, "P") X(Q, "Q") X(R, "R") \
    X(S, "S") X(T, "T") X(U, "U") X(V, "V") X(W, "W") X(X, "X") X(Y, "Y") X(Z, "Z") \
    X(DIGIT_0, "0") X(DIGIT_1, "1") X(DIGIT_2, "2") X(DIGIT_3, "3") X(DIGIT_4, "4") \
    X(DIGIT_5, "5") X(DIGIT_6, "6") X(DIGIT_7, "7") X(DIGIT_8, "8") X(DIGIT_9, "9") \
    X(ENTER, "Return") X(ESC, "Escape") X(SPACE, "Space") X(TAB, "Tab") \
    X(BACKSPACE, "Backspace") X(DELETE, "Delete") X(HOME, "Home") X(END, "End") \
    X(PAGE_UP, "PageUp") X(PAGE_DOWN, "PageDown") \
    X(LEFT, "Left") X(RIGHT, "Right") X(UP, "Up") X(DOWN, "Down") \
    X(MINUS, "-") X(PLUS, "=") X(SLASH, "/") \
    X(F1, "F1") X(F2, "F2") X(F3, "F3") X(F4, "F4") X(F5, "F5") X(F6, "F6") \
    X(F7, "F7") X(F8, "F8") X(F9, "F9") X(F10, "F10") X(F11, "F11") X(F12, "F12")
/* clang-format on */

typedef enum ept_key {
    EPT_KEY_NONE,
#define X(name, word) EPT_KEY_##name,
    EPT_KEY_LIST(X)
#undef X
} ept_key;

/* By SDL scancode name, case ignored ("Return", "a", "PageUp"); "Enter" and "Esc" too. NONE:
 * unknown. */
ept_key ept_key_parse(const char *name);
const char *ept_key_name(ept_key key);
/* 0..9 for the digit keys, else -1. */
int ept_key_digit(ept_key key);

enum { EPT_MOD_SHIFT = 1, EPT_MOD_CTRL = 2, EPT_MOD_ALT = 4 };

typedef enum ept_input_kind {
    EPT_INPUT_NONE,
    EPT_INPUT_KEY,     /* pressed, or repeated */
    EPT_INPUT_TEXT,    /* letters typed: text */
    EPT_INPUT_COMPOSE, /* letters not finished yet: text, shown at the caret */
    EPT_INPUT_MOVE,    /* pointer at x, y */
    EPT_INPUT_DOWN,    /* button pressed at x, y */
    EPT_INPUT_UP,      /* button released at x, y */
    EPT_INPUT_SECOND,  /* the second (right) button pressed at x, y */
    EPT_INPUT_WHEEL,   /* steps: positive scrolls down; x, y */
    EPT_INPUT_RESIZE,  /* the window is now x by y */
    EPT_INPUT_EXPOSE,  /* show the frame again */
    EPT_INPUT_HIDE,    /* minimised or hidden */
    EPT_INPUT_SHOW,
    EPT_INPUT_DEVICE_REMOVED, /* a sound output went away or came: for the player */
    EPT_INPUT_DEVICE_ADDED,
    EPT_INPUT_QUIT, /* the window is to be closed, or the session ends */
} ept_input_kind;
typedef struct ept_input {
    ept_input_kind kind;
    ept_key key;
    unsigned mods;
    bool repeat;
    int x, y, steps;
    char text[64]; /* UTF-8 */
} ept_input;

enum { EPT_ID_MAX = 64 };
typedef enum ept_action_kind {
    EPT_ACTION_NONE, /* focus had no use for it: the screen may */
    EPT_ACTION_LOOK, /* focus, hover, press or the ring changed: draw again (a key that focus has no
                      * use for may show the ring: it is still the screen's) */
    EPT_ACTION_ACTIVATE, /* `id` was chosen: Enter, Space, click, or Esc on a cancel region */
    EPT_ACTION_ADJUST,   /* slider `id`: step -1 or +1, or at 0..1000 of its width when step is 0 */
    EPT_ACTION_SCROLL,   /* pane `id`: `step` wheel steps */
    EPT_ACTION_SECOND,   /* `id` was pressed with the second button: the focus stays where it is */
} ept_action_kind;
typedef struct ept_action {
    ept_action_kind kind;
    char id[EPT_ID_MAX];
    int step, at;
} ept_action;

EPT_NODISCARD ept_status ept_focus_new(ept_focus **out);
void ept_focus_free(ept_focus *focus);

/* What `input` does with the regions of `shown` (the list last drawn). Tab and Shift+Tab go through
 * the regions in order of drawing; arrows (those the screen left to the focus) go to the nearest in
 * their direction; Enter activates the focused control, else the primary one; Esc the cancel one.
 */
ept_action ept_focus_input(ept_focus *focus, const ept_draw_list *shown, const ept_input *input);
/* After each drawing: if the focused id is gone (or disabled), focus goes to the initial region, if
 * any, else nowhere. True when that changed something: draw once more. */
bool ept_focus_settle(ept_focus *focus, const ept_draw_list *shown);

const char *ept_focus_id(const ept_focus *focus); /* "" = nowhere */
bool ept_focus_is(const ept_focus *focus, const char *id);
/* Puts focus on `id` (copied; NULL = nowhere, so that the next settle takes the initial one). */
void ept_focus_set(ept_focus *focus, const char *id);
bool ept_focus_ring(const ept_focus *focus);
void ept_focus_show_ring(ept_focus *focus, bool show);
const char *ept_focus_hover(const ept_focus *focus);
const char *ept_focus_press(const ept_focus *focus);
/* True when the focused region takes text: letters are text then, not shortcuts. */
bool ept_focus_in_text(const ept_focus *focus, const ept_draw_list *shown);

/* --- one line of text being typed --- */

enum { EPT_EDIT_MAX = 256, EPT_EDIT_COMPOSE_MAX = 64 };
/* The caller's struct; zero it. Selection is from anchor to caret (equal = none). */
typedef struct ept_edit {
    char text[EPT_EDIT_MAX];
    size_t caret, anchor; /* byte offsets on grapheme boundaries */
    char compose[EPT_EDIT_COMPOSE_MAX];
    size_t max_graphemes; /* 0 = as many as fit */
    bool digits_only;     /* PIN */
} ept_edit;
void ept_edit_set(ept_edit *edit, const char *text); /* caret to the end */
/* True when it used the input (text, Backspace, Delete, arrows, Home, End, Ctrl+A); Up, Down, Tab,
 * Enter and Esc are never used. Control characters are dropped. */
bool ept_edit_input(ept_edit *edit, const ept_input *input);

#endif
