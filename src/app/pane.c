/* SPDX-License-Identifier: MIT */
/* Panes that scroll: the place is kept here for every screen, moved by wheel and keys, and follows
 * the focus, so that no control is reached and not seen. */
#include <stdio.h>
#include <string.h>

#include "loop.h"

enum { WHEEL_PX = 60, PAGE_KEEPS_PX = 48 };

static app_pane *find(app_frame *frame, const char *id)
{
    for (size_t i = 0; frame && i < frame->pane_count; i++)
        if (ept_streq(frame->panes[i].id, id))
            return &frame->panes[i];
    return NULL;
}

/* The pane of the screen that draws now; made when it is new. */
static app_pane *drawn(const app *a, const char *id)
{
    app_frame *frame = &a->stack->frames[a->stack->drawing];
    app_pane *pane = find(frame, id);

    if (pane || frame->pane_count == APP_PANES_MAX)
        return pane;
    pane = &frame->panes[frame->pane_count++];
    snprintf(pane->id, sizeof pane->id, "%s", id);
    return pane;
}

ept_rect app_pane_begin(const app *a, ept_draw_list *d, ept_rect rect, const char *id)
{
    app_pane *pane = drawn(a, id);
    int scroll = 0;

    if (pane) {
        pane->strip_px = ept_ui_scroll_strip(d, rect.h, pane->content_h);
        rect.h -= pane->strip_px;
        pane->rect = rect;
        pane->scroll_px = ept_ui_scroll_clamp(pane->scroll_px, 0, rect.h, pane->content_h);
        scroll = pane->scroll_px;
    }
    rect = ept_ui_scroll_begin(d, rect, id, scroll);
    rect.h += pane ? pane->strip_px : 0; /* what a page fills does not depend on the strip */
    if (pane)
        pane->region_first = ept_draw_region_count(d);
    return rect;
}

void app_pane_end(const app *a, ept_draw_list *d, const char *id, int content_h)
{
    app_pane *pane = drawn(a, id);
    ept_rect none = {0, 0, 0, 0};

    if (pane) {
        int kept = ept_ui_scroll_clamp(pane->scroll_px, 0, pane->rect.h, content_h);

        /* Shorter than it was: this frame still stands where it stood, the next one does not. */
        if (kept != pane->scroll_px ||
            pane->strip_px != ept_ui_scroll_strip(d, pane->rect.h + pane->strip_px, content_h))
            a->stack->dirty = true;
        pane->content_h = content_h;
        pane->region_end = ept_draw_region_count(d);
    }
    ept_ui_scroll_end(d, pane ? pane->rect : none, pane ? pane->scroll_px : 0, content_h,
                      pane && pane->strip_px ? app_msg(a, d, "app.more-below") : NULL);
}

static bool move(app *a, app_pane *pane, int px)
{
    int to = ept_ui_scroll_clamp(pane->scroll_px, px, pane->rect.h, pane->content_h);
    bool moved = to != pane->scroll_px;

    pane->scroll_px = to;
    a->stack->dirty = a->stack->dirty || moved;
    return moved;
}

static int page(const app_pane *pane)
{
    return pane->rect.h > 2 * PAGE_KEEPS_PX ? pane->rect.h - PAGE_KEEPS_PX : pane->rect.h / 2;
}

void app_pane_move(app *a, const char *id, int pages)
{
    app_pane *pane = find(app_top_frame(a), id);

    if (pane)
        move(a, pane, pages == 0 ? -pane->scroll_px : pages * page(pane));
}

void app_panes_top(app *a)
{
    app_frame *frame = app_top_frame(a);

    for (size_t i = 0; frame && i < frame->pane_count; i++)
        move(a, &frame->panes[i], -frame->panes[i].scroll_px);
    if (frame)
        frame->top = true;
}

bool app_pane_action(app *a, const ept_action *act)
{
    app_pane *pane = act->kind == EPT_ACTION_SCROLL ? find(app_top_frame(a), act->id) : NULL;

    if (pane)
        move(a, pane, act->step * WHEEL_PX);
    return pane != NULL;
}

/* The one that keys move: the first that has something left to show. */
static app_pane *key_pane(app *a)
{
    app_frame *frame = app_top_frame(a);

    for (size_t i = 0; frame && i < frame->pane_count; i++)
        if (frame->panes[i].content_h > frame->panes[i].rect.h)
            return &frame->panes[i];
    return NULL;
}

bool app_pane_key(app *a, const ept_input *in)
{
    app_pane *pane = in->kind == EPT_INPUT_KEY ? key_pane(a) : NULL;

    if (!pane)
        return false;
    if (in->key == EPT_KEY_PAGE_DOWN)
        return move(a, pane, page(pane));
    if (in->key == EPT_KEY_PAGE_UP)
        return move(a, pane, -page(pane));
    if (in->key == EPT_KEY_HOME)
        return move(a, pane, -pane->scroll_px);
    if (in->key == EPT_KEY_END)
        return move(a, pane, pane->content_h);
    return false;
}

void app_pane_follow(app *a)
{
    const ept_draw_list *shown = ept_ui_shown(a->ui);
    const char *id = ept_focus_id(ept_ui_focus(a->ui));
    app_frame *frame = app_top_frame(a);

    if (frame)
        frame->top = false;
    for (size_t i = 0; frame && i < frame->pane_count; i++) {
        app_pane *pane = &frame->panes[i];

        for (size_t r = pane->region_first;
             r < pane->region_end && r < ept_draw_region_count(shown); r++) {
            const ept_region *region = ept_draw_region_at(shown, r);
            int y = region->rect.y - pane->rect.y + pane->scroll_px, to;

            if (!ept_streq(region->id, id))
                continue;
            to = ept_ui_scroll_to(pane->scroll_px, pane->rect.h, y - 8, region->rect.h + 16);
            move(a, pane, to - pane->scroll_px);
        }
    }
}
