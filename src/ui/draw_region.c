/* SPDX-License-Identifier: MIT */
/* Regions of a draw list: what can be focused, clicked and scrolled, and where. */
#include <string.h>

#include "draw_priv.h"
#include "epstopik/str.h"

enum { FIRST_ROOM = 64 };

static bool room(ept_draw_list *d)
{
    size_t next = d->region_cap ? d->region_cap * 2 : FIRST_ROOM;
    ept_region *more;

    if (d->region_count < d->region_cap)
        return true;
    more = ept_realloc(d->regions, next * sizeof *more);
    if (!more) {
        d->status = d->status ? d->status : EPT_E_NOMEM;
        return false;
    }
    d->regions = more;
    d->region_cap = next;
    return true;
}

void ept_draw_region(ept_draw_list *d, const ept_region *region)
{
    int numbers[] = {region->rect.x,    region->rect.y, region->rect.w,   region->rect.h,
                     (int)region->kind, region->group,  region->disabled, region->initial,
                     region->primary,   region->cancel};
    ept_region *r;

    if (!region->id || !room(d))
        return;
    r = &d->regions[d->region_count];
    *r = *region;
    r->visible = ept_rect_clip(region->rect, d->clip);
    r->id = draw_copy(d, region->id);
    r->label = draw_copy(d, region->label);
    if (!r->id)
        return;
    d->region_count++;
    d->hash = ui_hash(d->hash, r->id, strlen(r->id));
    d->hash = ui_hash_ints(d->hash, numbers, sizeof numbers / sizeof numbers[0]);
}

void ept_draw_trap(ept_draw_list *d)
{
    d->first_region = d->region_count;
    d->hash = ui_hash(d->hash, &d->first_region, sizeof d->first_region);
}

void ept_draw_arrows(ept_draw_list *d, bool horizontal, bool vertical)
{
    d->arrows_h = horizontal;
    d->arrows_v = vertical;
}

bool ept_draw_arrows_h(const ept_draw_list *d)
{
    return d->arrows_h;
}

bool ept_draw_arrows_v(const ept_draw_list *d)
{
    return d->arrows_v;
}

size_t ept_draw_region_count(const ept_draw_list *d)
{
    return d->region_count - d->first_region;
}

const ept_region *ept_draw_region_at(const ept_draw_list *d, size_t index)
{
    return index < ept_draw_region_count(d) ? &d->regions[d->first_region + index] : NULL;
}

const ept_region *ept_draw_region_find(const ept_draw_list *d, const char *id)
{
    for (size_t i = d->first_region; id && i < d->region_count; i++) {
        if (ept_streq(d->regions[i].id, id))
            return &d->regions[i];
    }
    return NULL;
}

bool ept_draw_focused(const ept_draw_list *d, const char *id)
{
    return id && d->focus && ept_focus_ring(d->focus) && ept_focus_is(d->focus, id);
}

bool ept_draw_hovered(const ept_draw_list *d, const char *id)
{
    return id && d->focus && ept_streq(ept_focus_hover(d->focus), id);
}

bool ept_draw_pressed(const ept_draw_list *d, const char *id)
{
    return id && d->focus && ept_streq(ept_focus_press(d->focus), id);
}
