/* SPDX-License-Identifier: MIT */
/* clang-format off */
/* ui.h - the window (or a frame without one), faces, and the way from a draw list to pixels.
 * Floor: ui.
 *
 *     ept_draw_list *d = ept_ui_begin(ui);
 *     const ept_metrics *m = ept_draw_metrics(d);
 *     ept_rect r = ept_rect_inset(m->card, m->card_pad, m->card_pad);
 *     ept_ui_card(d, m->card);
 *     r.y += ept_draw_text(d, r, title, (ept_text_opts){.type = EPT_TYPE_H2});
 *     ept_ui_button(d, ept_cut_bottom(&r, m->button_h, 16), &(ept_button){
 *         .id = "home.start", .label = start, .key = "Enter", .kind = EPT_BUTTON_PRIMARY});
 *     status = ept_ui_end(ui, NULL);
 *
 *     while (ept_ui_poll(ui, &in, timeout_ms)) {
 *         ept_action act = ept_focus_input(ept_ui_focus(ui), ept_ui_shown(ui), &in);
 *         if (act.kind == EPT_ACTION_ACTIVATE && ept_streq(act.id, "home.start")) ...
 *     }
 */
/* clang-format on */
#ifndef EPSTOPIK_UI_H
#define EPSTOPIK_UI_H
#include <stdbool.h>
#include <stddef.h>

#include "epstopik/ui_draw.h"
#include "epstopik/ui_exam.h"
#include "epstopik/ui_focus.h"
#include "epstopik/ui_sheet.h"
#include "epstopik/ui_theme.h"
#include "epstopik/ui_widgets.h"

typedef struct ept_ui ept_ui;

typedef struct ept_ui_opts {
    int w, h;
    bool window; /* false: a frame in memory, no video driver needed */
    bool full_screen;
    bool builtin_letters; /* no face files: the program's own plain letters (Latin, Cyrillic) */
    const char *title;
    ept_theme theme;
    int percent; /* 0 = 100 */
} ept_ui_opts;

/* Opens faces named by assets/fonts/fonts.txt, through core/path only.
 * EPT_E_UNAVAILABLE: a face is missing (the message names the package to install) or there is no
 * window system; call again with builtin_letters to draw the fault screen. EPT_E_FORMAT,
 * EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_ui_new(ept_ui **out, const ept_ui_opts *opts);
void ept_ui_free(ept_ui *ui);

/* Starts a frame. The list stays the ui's. */
ept_draw_list *ept_ui_begin(ept_ui *ui);
/* Ends it: settles the focus, and draws and shows only what differs from the frame before. *changed
 * (may be NULL): whether anything did. When focus had to be put somewhere first, returns with
 * *again = true (may be NULL): begin and draw once more. The frame is shown in any case. */
EPT_NODISCARD ept_status ept_ui_end(ept_ui *ui, bool *again);
/* The list shown last, for focus, scripts and tests; empty before the first end. */
const ept_draw_list *ept_ui_shown(const ept_ui *ui);
ept_focus *ept_ui_focus(ept_ui *ui);
ept_typeset *ept_ui_typeset(ept_ui *ui); /* for measuring outside a frame */

void ept_ui_set_theme(ept_ui *ui, ept_theme theme);
void ept_ui_set_percent(ept_ui *ui, int percent);
void ept_ui_set_key_labels(ept_ui *ui, bool shown);
void ept_ui_set_full_screen(ept_ui *ui, bool on);
bool ept_ui_full_screen(const ept_ui *ui);
void ept_ui_set_title(ept_ui *ui, const char *title);
/* Without a window: the frame's size. With one: asks the window. */
EPT_NODISCARD ept_status ept_ui_resize(ept_ui *ui, int w, int h);
int ept_ui_percent(const ept_ui *ui);
ept_theme ept_ui_theme(const ept_ui *ui);

/* Waits for the next input: timeout_ms < 0 for ever, 0 not at all. False: the time is over.
 * Resizing is already applied when it is reported. Letters arrive as text only while a text region
 * has focus. */
bool ept_ui_poll(ept_ui *ui, ept_input *out, int timeout_ms);

/* The frame as a PNG, written through core/path. EPT_E_IO and the codes of ept_path_write. */
EPT_NODISCARD ept_status ept_ui_save_png(ept_ui *ui, const char *path);
/* 0xRRGGBB of a pixel of the frame; 0 outside. For tests. */
uint32_t ept_ui_pixel(const ept_ui *ui, int x, int y);

typedef struct ept_ui_stats {
    size_t faces_open, cjk_faces_open;
    size_t run_bytes, mask_bytes, picture_bytes; /* held in the caches */
    int dirty_px;                                /* area drawn by the last end */
} ept_ui_stats;
ept_ui_stats ept_ui_stats_of(const ept_ui *ui);

/* One picture alone on white, `px` wide and high at most, to a PNG file. EPT_E_FORMAT: no picture.
 */
EPT_NODISCARD ept_status ept_ui_picture_png(const ept_picture *picture, int px, const char *path);

#endif
