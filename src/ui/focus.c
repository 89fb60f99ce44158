/* SPDX-License-Identifier: MIT */
/* The one focus: what keys and pointer do to the regions of the last frame. The pointer hides the
 * ring; the next arrow, and Tab on a page nobody moved on yet, only shows it where it is. */
#include "epstopik/ui_focus.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct ept_focus {
    char id[EPT_ID_MAX], hover[EPT_ID_MAX], press[EPT_ID_MAX];
    bool ring;
    bool settled; /* nobody brought the focus where it is: the frame did */
};

typedef struct key_row {
    const char *name;
} key_row;

static const key_row keys[] = {[EPT_KEY_NONE] = {""},
#define X(id, word) [EPT_KEY_##id] = {word},
                               EPT_KEY_LIST(X)
#undef X
};
enum { KEYS = sizeof keys / sizeof keys[0] };

static bool same_word(const char *a, const char *b)
{
    while (*a && tolower((unsigned char)*a) == tolower((unsigned char)*b)) {
        a++;
        b++;
    }
    return *a == *b;
}

ept_key ept_key_parse(const char *name)
{
    if (same_word(name, "Enter"))
        return EPT_KEY_ENTER;
    if (same_word(name, "Esc"))
        return EPT_KEY_ESC;
    for (int i = 1; i < KEYS; i++) {
        if (same_word(name, keys[i].name))
            return (ept_key)i;
    }
    return EPT_KEY_NONE;
}

const char *ept_key_name(ept_key key)
{
    return keys[key].name;
}

int ept_key_digit(ept_key key)
{
    return key >= EPT_KEY_DIGIT_0 && key <= EPT_KEY_DIGIT_9 ? (int)key - (int)EPT_KEY_DIGIT_0 : -1;
}

ept_status ept_focus_new(ept_focus **out)
{
    *out = ept_calloc(1, sizeof **out);
    if (!*out)
        return ept_fail(EPT_E_NOMEM, "focus: no memory");
    (*out)->ring = true;
    return EPT_OK;
}

void ept_focus_free(ept_focus *focus)
{
    ept_free(focus);
}

/* True when it changed. */
static bool keep(char into[EPT_ID_MAX], const char *id)
{
    size_t n = id ? strlen(id) : 0;

    if (n >= EPT_ID_MAX)
        n = EPT_ID_MAX - 1;
    if (strncmp(into, id ? id : "", EPT_ID_MAX - 1) == 0)
        return false;
    if (n)
        memcpy(into, id, n);
    into[n] = '\0';
    return true;
}

static ept_action action(ept_action_kind kind, const char *id)
{
    ept_action a = {.kind = kind};

    keep(a.id, id);
    return a;
}

static bool focusable(const ept_region *r)
{
    return r && !r->disabled && r->kind != EPT_REGION_SCROLL;
}

static const ept_region *current(const ept_focus *f, const ept_draw_list *shown)
{
    const ept_region *r = f->id[0] ? ept_draw_region_find(shown, f->id) : NULL;

    return focusable(r) ? r : NULL;
}

static const ept_region *flagged(const ept_draw_list *shown, bool cancel)
{
    for (size_t i = 0; i < ept_draw_region_count(shown); i++) {
        const ept_region *r = ept_draw_region_at(shown, i);

        if (focusable(r) && (cancel ? r->cancel : r->primary))
            return r;
    }
    return NULL;
}

static const ept_region *next_in_order(const ept_focus *f, const ept_draw_list *shown, int step)
{
    size_t n = ept_draw_region_count(shown), at = n;

    for (size_t i = 0; i < n; i++) {
        if (f->id[0] && ept_streq(ept_draw_region_at(shown, i)->id, f->id))
            at = i;
    }
    if (at == n)
        at = step > 0 ? n - 1 : 0;
    for (size_t i = 0; i < n; i++) {
        const ept_region *r;

        at = step > 0 ? (at + 1) % n : (at + n - 1) % n;
        r = ept_draw_region_at(shown, at);
        if (focusable(r))
            return r;
    }
    return NULL;
}

/* How far `to` lies from `from` in the direction; -1 when it does not. Off-axis distance counts
 * double, and nothing while the two share rows (or columns). */
static long distance(ept_rect from, ept_rect to, int dx, int dy)
{
    long along, across, fx = from.x + from.w / 2, fy = from.y + from.h / 2;
    long tx = to.x + to.w / 2, ty = to.y + to.h / 2;
    bool shared;

    if (dx) {
        along = dx * (tx - fx);
        across = labs(ty - fy);
        shared = to.y < from.y + from.h && from.y < to.y + to.h;
    } else {
        along = dy * (ty - fy);
        across = labs(tx - fx);
        shared = to.x < from.x + from.w && from.x < to.x + to.w;
    }
    if (along <= 0)
        return -1;
    return shared ? along + across / 8 : along + across * 2 + 64;
}

static const ept_region *nearest(const ept_region *from, const ept_draw_list *shown, int dx, int dy)
{
    const ept_region *best = NULL;
    long least = 0;

    for (size_t i = 0; i < ept_draw_region_count(shown); i++) {
        const ept_region *r = ept_draw_region_at(shown, i);
        long far;

        if (!focusable(r) || r == from || (from->group && r->group != from->group))
            continue;
        far = distance(from->rect, r->rect, dx, dy);
        if (far >= 0 && (!best || far < least)) {
            best = r;
            least = far;
        }
    }
    return best;
}

static ept_action moved(ept_focus *f, const ept_region *to, bool showed_ring)
{
    f->settled = false;
    if (to && keep(f->id, to->id))
        return action(EPT_ACTION_LOOK, f->id);
    return action(showed_ring ? EPT_ACTION_LOOK : EPT_ACTION_NONE, "");
}

static ept_action arrow(ept_focus *f, const ept_draw_list *shown, ept_key key, bool showed)
{
    bool sideways = key == EPT_KEY_LEFT || key == EPT_KEY_RIGHT;
    int step = key == EPT_KEY_RIGHT || key == EPT_KEY_DOWN ? 1 : -1;
    const ept_region *from = current(f, shown);

    if (from && from->kind == EPT_REGION_SLIDER && sideways) {
        ept_action a = action(EPT_ACTION_ADJUST, from->id);

        a.step = step;
        return a;
    }
    if (!(sideways ? ept_draw_arrows_h(shown) : ept_draw_arrows_v(shown)))
        return action(EPT_ACTION_NONE, "");
    if (from && showed)
        return action(EPT_ACTION_LOOK, "");
    if (!from)
        return moved(f, next_in_order(f, shown, step), showed);
    return moved(f, nearest(from, shown, sideways ? step : 0, sideways ? 0 : step), showed);
}

static ept_action on_key(ept_focus *f, const ept_draw_list *shown, const ept_input *in)
{
    bool showed = !f->ring, plain = (in->mods & (EPT_MOD_CTRL | EPT_MOD_ALT)) == 0;
    const ept_region *r = current(f, shown);

    f->ring = true;
    if (in->key == EPT_KEY_TAB && plain && showed && r && f->settled)
        return action(EPT_ACTION_LOOK, "");
    if (in->key == EPT_KEY_TAB && plain)
        return moved(f, next_in_order(f, shown, in->mods & EPT_MOD_SHIFT ? -1 : 1), showed);
    if (plain && in->mods == 0 &&
        (in->key == EPT_KEY_LEFT || in->key == EPT_KEY_RIGHT || in->key == EPT_KEY_UP ||
         in->key == EPT_KEY_DOWN))
        return arrow(f, shown, in->key, showed);
    if (in->key == EPT_KEY_ESC && plain)
        r = flagged(shown, true);
    else if (in->key == EPT_KEY_ENTER && plain)
        r = r && r->kind == EPT_REGION_BUTTON ? r : flagged(shown, false);
    else if (in->key == EPT_KEY_SPACE && plain)
        r = r && r->kind == EPT_REGION_BUTTON ? r : NULL;
    else
        r = NULL;
    if (r && !in->repeat)
        return action(EPT_ACTION_ACTIVATE, r->id);
    return action(showed ? EPT_ACTION_LOOK : EPT_ACTION_NONE, "");
}

/* The topmost region under the pointer: drawn last wins. */
static const ept_region *under(const ept_draw_list *shown, int x, int y, bool scroll)
{
    for (size_t i = ept_draw_region_count(shown); i-- > 0;) {
        const ept_region *r = ept_draw_region_at(shown, i);

        if ((r->kind == EPT_REGION_SCROLL) == scroll && !r->disabled &&
            ept_rect_has(r->visible, x, y))
            return r;
    }
    return NULL;
}

static int place(const ept_region *r, int x)
{
    int at = r->rect.w > 0 ? (x - r->rect.x) * 1000 / r->rect.w : 0;

    return at < 0 ? 0 : at > 1000 ? 1000 : at;
}

static ept_action on_move(ept_focus *f, const ept_draw_list *shown, const ept_input *in)
{
    const ept_region *r = under(shown, in->x, in->y, false);
    const ept_region *held = f->press[0] ? ept_draw_region_find(shown, f->press) : NULL;
    bool changed = keep(f->hover, r ? r->id : "");

    if (held && held->kind == EPT_REGION_SLIDER) {
        ept_action a = action(EPT_ACTION_ADJUST, held->id);

        a.at = place(held, in->x);
        return a;
    }
    return action(changed ? EPT_ACTION_LOOK : EPT_ACTION_NONE, "");
}

static ept_action on_down(ept_focus *f, const ept_draw_list *shown, const ept_input *in)
{
    const ept_region *r = under(shown, in->x, in->y, false);

    f->ring = false;
    keep(f->press, r ? r->id : "");
    keep(f->hover, r ? r->id : "");
    if (!r)
        return action(EPT_ACTION_LOOK, "");
    keep(f->id, r->id);
    f->settled = false;
    if (r->kind == EPT_REGION_SLIDER) {
        ept_action a = action(EPT_ACTION_ADJUST, r->id);

        a.at = place(r, in->x);
        return a;
    }
    return action(EPT_ACTION_LOOK, r->id);
}

static ept_action on_second(ept_focus *f, const ept_draw_list *shown, const ept_input *in)
{
    const ept_region *r = under(shown, in->x, in->y, false);

    f->ring = false;
    return action(r ? EPT_ACTION_SECOND : EPT_ACTION_NONE, r ? r->id : "");
}

static ept_action on_up(ept_focus *f, const ept_draw_list *shown, const ept_input *in)
{
    const ept_region *r = under(shown, in->x, in->y, false);
    bool chosen = r && r->kind != EPT_REGION_SLIDER && ept_streq(f->press, r->id);

    keep(f->press, "");
    return chosen ? action(EPT_ACTION_ACTIVATE, r->id) : action(EPT_ACTION_LOOK, "");
}

ept_action ept_focus_input(ept_focus *f, const ept_draw_list *shown, const ept_input *in)
{
    const ept_region *pane;
    ept_action a;

    switch (in->kind) {
    case EPT_INPUT_KEY:
        return on_key(f, shown, in);
    case EPT_INPUT_MOVE:
        return on_move(f, shown, in);
    case EPT_INPUT_DOWN:
        return on_down(f, shown, in);
    case EPT_INPUT_UP:
        return on_up(f, shown, in);
    case EPT_INPUT_SECOND:
        return on_second(f, shown, in);
    case EPT_INPUT_WHEEL:
        pane = under(shown, in->x, in->y, true);
        a = action(pane ? EPT_ACTION_SCROLL : EPT_ACTION_NONE, pane ? pane->id : "");
        a.step = in->steps;
        return a;
    case EPT_INPUT_NONE:
    case EPT_INPUT_TEXT:
    case EPT_INPUT_COMPOSE:
    case EPT_INPUT_RESIZE:
    case EPT_INPUT_EXPOSE:
    case EPT_INPUT_HIDE:
    case EPT_INPUT_SHOW:
    case EPT_INPUT_DEVICE_REMOVED:
    case EPT_INPUT_DEVICE_ADDED:
    case EPT_INPUT_QUIT:
        break;
    }
    return action(EPT_ACTION_NONE, "");
}

bool ept_focus_settle(ept_focus *f, const ept_draw_list *shown)
{
    if (f->id[0] && current(f, shown))
        return false;
    f->settled = true;
    for (size_t i = 0; i < ept_draw_region_count(shown); i++) {
        const ept_region *r = ept_draw_region_at(shown, i);

        if (focusable(r) && r->initial)
            return keep(f->id, r->id);
    }
    return keep(f->id, "");
}

const char *ept_focus_id(const ept_focus *f)
{
    return f->id;
}

bool ept_focus_is(const ept_focus *f, const char *id)
{
    return id && f->id[0] && strncmp(f->id, id, EPT_ID_MAX - 1) == 0;
}

void ept_focus_set(ept_focus *f, const char *id)
{
    keep(f->id, id);
    f->settled = false;
}

bool ept_focus_ring(const ept_focus *f)
{
    return f->ring;
}

void ept_focus_show_ring(ept_focus *f, bool show)
{
    f->ring = show;
}

const char *ept_focus_hover(const ept_focus *f)
{
    return f->hover;
}

const char *ept_focus_press(const ept_focus *f)
{
    return f->press;
}

bool ept_focus_in_text(const ept_focus *f, const ept_draw_list *shown)
{
    const ept_region *r = current(f, shown);

    return r && r->kind == EPT_REGION_TEXT;
}
