/* SPDX-License-Identifier: MIT */
/* faces.h - the faces that letters are drawn with: found by assets/fonts/fonts.txt, opened
 * when first needed; and the runs drawn with them, kept as coverage. */
#ifndef UI_FACES_H
#define UI_FACES_H
#include "cache.h"
#include "ui_priv.h"

typedef struct ui_faces ui_faces;

/* builtin: no files; the program's own letters. EPT_E_UNAVAILABLE names the package of a missing
 * file; EPT_E_NOT_FOUND, EPT_E_FORMAT: fonts.txt or coverage.txt. */
ept_status ui_faces_open(ui_faces **out, bool builtin);
void ui_faces_close(ui_faces *faces); /* NULL is fine */

const ept_coverage *ui_faces_coverage(const ui_faces *faces);
/* An ept_measure; ctx is the ui_faces. */
int ui_faces_measure(void *ctx, int face, int size_px, ept_weight weight, ept_str text);
/* A run's coverage; x0, y0 from the pen at the start of its baseline. NULL: nothing to draw. */
const ui_kept *ui_faces_run(ui_faces *faces, int face, int size_px, ept_weight weight,
                            ept_str text);
void ui_faces_forget_runs(ui_faces *faces);

size_t ui_faces_count(const ui_faces *faces, bool cjk_only);
size_t ui_faces_run_bytes(const ui_faces *faces);
/* Whether the file behind `face` has the code point at both weights: for the test of coverage.txt.
 */
bool ui_faces_provides(ui_faces *faces, int face, int32_t code_point);

#endif
