/* SPDX-License-Identifier: MIT */
/* stimulus.h - what an item shows to be read or looked at: word, sentence or text, picture,
 * document, chart, script. Measured before it is drawn, so that a pane can scroll it. Private to
 * src/app. */
#ifndef STIMULUS_H
#define STIMULUS_H
#include "item_view.h"

typedef enum stimulus_kind {
    STIMULUS_NONE,
    STIMULUS_PASSAGE,
    STIMULUS_PICTURE,
    STIMULUS_DOCUMENT, /* charts too */
} stimulus_kind;
/* A picture wins over a document, a document over a passage, when an item has several. */
stimulus_kind stimulus_of(const item_view *v);

/* Height at width w where `room` is high (0 = no limit): a picture takes all of it, a document
 * gives up air to stay within it. */
int stimulus_h(const app *a, ept_draw_list *d, int w, const item_view *v, int room);
/* Draws it at the top of box; a picture and a document fill box.h. Returns the height used. */
int stimulus_draw(const app *a, ept_draw_list *d, ept_rect box, const item_view *v);

/* The script of a listening item with the speakers' names, for reviews. Height back. */
int stimulus_script(const app *a, ept_draw_list *d, ept_rect box, const item_view *v);
int stimulus_script_h(const app *a, ept_draw_list *d, int w, const item_view *v);
/* One turn of it; only measured when `draw` is false. Its words begin behind the column of names,
 * and STIMULUS_TURN_GAP separates turns. */
enum { STIMULUS_TURN_GAP = 4 };
int stimulus_turn(const app *a, ept_draw_list *d, ept_rect box, const item_view *v, size_t i,
                  bool draw);
int stimulus_names_w(const app *a, ept_draw_list *d, const item_view *v);

/* The document as the ui draws it; in `arena`. NULL: no memory. */
const ept_sheet *stimulus_sheet(const app *a, ept_arena *arena, const ept_document *document,
                                int w);

#endif
