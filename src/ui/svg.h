/* SPDX-License-Identifier: MIT */
/* svg.h - vector drawings to pixels, through SDL_image. */
#ifndef UI_SVG_H
#define UI_SVG_H
#include "cache.h"
#include "ui_priv.h"

/* Fitted into w by h with its proportions; out->bytes (0xAARRGGBB rows, or 0..255 coverage) is the
 * caller's, freed with ept_free. EPT_E_FORMAT: no drawing; EPT_E_NOMEM. */
ept_status ui_svg_image(ui_kept *out, const void *svg, size_t bytes, int w, int h);
ept_status ui_svg_mask(ui_kept *out, const void *svg, size_t bytes, int w, int h);

/* Coverage of a path's fill or of its stroke; x0, y0 from `at`, the corner of the command. */
ept_status ui_svg_path(ui_kept *out, const ui_path *path, bool stroke, ept_rect at);

#endif
