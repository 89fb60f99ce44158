/* SPDX-License-Identifier: MIT */
/* letters.h - plain letters drawn from strokes, for the one screen that must appear when no face is
 * there. Latin and Cyrillic with the Kazakh letters, digits, punctuation; one case. */
#ifndef UI_LETTERS_H
#define UI_LETTERS_H
#include "cache.h"
#include "ui_priv.h"

int ui_letters_width(int size_px, ept_str text);
/* As ui_faces_run; out->bytes is the caller's. EPT_E_NOMEM. */
ept_status ui_letters_run(ui_kept *out, int size_px, ept_weight weight, ept_str text);
bool ui_letters_has(int32_t code_point);

#endif
