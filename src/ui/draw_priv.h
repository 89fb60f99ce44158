/* SPDX-License-Identifier: MIT */
/* draw_priv.h - the inside of a draw list, for the files that fill and read it. */
#ifndef DRAW_PRIV_H
#define DRAW_PRIV_H
#include "ui_priv.h"

enum { DRAW_CLIPS = 8 };

struct ept_draw_list {
    ept_arena *arena;
    ept_typeset *typeset;
    ui_generation *generation;
    ui_cmd *cmds;
    size_t cmd_count, cmd_cap;
    ept_region *regions;
    size_t region_count, region_cap, first_region;
    ept_rect window, clip, clips[DRAW_CLIPS];
    size_t clip_count;
    ept_metrics metrics;
    ept_theme theme;
    bool key_labels, arrows_h, arrows_v;
    const ept_focus *focus;
    ept_status status;
    uint64_t hash;
};

/* A new command, zeroed but for kind, rects and the start of its hash; NULL when there is no
 * memory. */
ui_cmd *draw_add(ept_draw_list *d, ui_cmd_kind kind, ept_rect rect, ept_rect extent);
void draw_mix(ui_cmd *c, const void *bytes, size_t n);
void draw_mix_int(ui_cmd *c, int value);
void draw_seal(ept_draw_list *d, const ui_cmd *c); /* after the last mix */
const char *draw_copy(ept_draw_list *d, const char *text);

#endif
