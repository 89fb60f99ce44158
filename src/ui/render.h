/* SPDX-License-Identifier: MIT */
/* render.h - replays a draw list into a frame of pixels. */
#ifndef UI_RENDER_H
#define UI_RENDER_H
#include "faces.h"
#include "raster.h"
#include "ui_priv.h"

typedef struct ui_renderer ui_renderer;

/* faces: borrowed. EPT_E_NOMEM, EPT_E_NOT_FOUND (no folder of icons). */
ept_status ui_renderer_new(ui_renderer **out, ui_faces *faces, bool builtin);
void ui_renderer_free(ui_renderer *renderer); /* NULL is fine */

/* Draws what of the list lies inside `dirty`. */
void ui_renderer_draw(ui_renderer *renderer, const ui_frame *frame, const ept_draw_list *list,
                      ept_rect dirty);

enum { UI_DIRTY_MAX = 6 };
/* Where two lists of the same window differ: up to UI_DIRTY_MAX rectangles. */
size_t ui_render_dirty(ept_rect out[UI_DIRTY_MAX], const ept_draw_list *was,
                       const ept_draw_list *now);

size_t ui_renderer_mask_bytes(const ui_renderer *renderer);
size_t ui_renderer_picture_bytes(const ui_renderer *renderer);

#endif
