/* SPDX-License-Identifier: MIT */
/* ui_priv.h - what the files of this module share: the commands of a draw list as the renderer
 * reads them, and the layout cache behind both. */
#ifndef UI_PRIV_H
#define UI_PRIV_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "epstopik/arena.h"
#include "epstopik/ui_draw.h"
#include "epstopik/ui_focus.h"

/* --- layouts --- */

typedef struct ui_text_key {
    ept_str text;
    int size_px, line_px, width_px, max_lines;
    ept_weight weight;
    unsigned marks;
    bool cjk_first, markup;
} ui_text_key;

/* Layouts made since the last turn-over; kept while a list refers to it. */
typedef struct ui_generation ui_generation;

ui_generation *ui_generation_take(ept_typeset *typeset); /* turns over when full; NULL: no memory */
void ui_generation_drop(ui_generation *generation);      /* NULL is fine */
/* EPT_E_FORMAT, EPT_E_NOMEM. The layout lives as long as the generation is held. */
ept_status ui_typeset_layout(const ept_layout **out, ept_typeset *typeset,
                             ui_generation *generation, const ui_text_key *key);

/* --- commands --- */

typedef enum ui_cmd_kind {
    UI_CMD_BOX,
    UI_CMD_TEXT,
    UI_CMD_ICON,
    UI_CMD_PICTURE,
    UI_CMD_PATH
} ui_cmd_kind;

typedef struct ui_path {
    const ept_point *points;
    size_t count;
    ept_stroke stroke;
    ept_colour fill; /* NONE: an open line */
} ui_path;

typedef struct ui_text {
    const ept_layout *layout;
    const char *words;
    ept_text_opts opts;
    int size_px, line_px, y; /* y: top of the first line */
    bool lost;               /* does not fit what it was given */
} ui_text;

typedef struct ui_cmd {
    ui_cmd_kind kind;
    ept_rect rect; /* as asked for; for text the box */
    ept_rect area; /* all pixels it may touch, already clipped */
    ept_rect clip;
    uint64_t hash;
    ept_colour colour; /* icon */
    ept_box box;
    const char *name; /* icon name, picture key */
    const void *svg;
    size_t bytes;
    ui_path path;
    ui_text text;
} ui_cmd;

const ui_cmd *ui_draw_commands(const ept_draw_list *d, size_t *count);
ept_rect ui_draw_window(const ept_draw_list *d);

/* For widgets. */
bool ui_draw_key_labels(const ept_draw_list *d); /* the setting and the room for them */
const ept_focus *ui_draw_focus(const ept_draw_list *d);
ept_rect ui_draw_clip_now(const ept_draw_list *d);
int ui_text_line(const ept_draw_list *d, ept_type type);

/* FNV-1a, 64 bit (public domain constants: http://www.isthe.com/chongo/tech/comp/fnv). */
enum { UI_HASH_SEED = 1 };
uint64_t ui_hash(uint64_t seed, const void *bytes, size_t n);
uint64_t ui_hash_ints(uint64_t seed, const int *numbers, size_t count);

#endif
