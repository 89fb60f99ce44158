/* SPDX-License-Identifier: MIT */
/* Rectangles: screens are laid out by cutting strips off them. */
#include "epstopik/ui_theme.h"

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int most(int a, int b)
{
    return a > b ? a : b;
}

bool ept_rect_has(ept_rect r, int x, int y)
{
    return x >= r.x && y >= r.y && x < r.x + r.w && y < r.y + r.h;
}

ept_rect ept_rect_inset(ept_rect r, int dx, int dy)
{
    return (ept_rect){r.x + dx, r.y + dy, most(0, r.w - 2 * dx), most(0, r.h - 2 * dy)};
}

ept_rect ept_rect_clip(ept_rect a, ept_rect b)
{
    int x = most(a.x, b.x), y = most(a.y, b.y);
    int right = least(a.x + a.w, b.x + b.w), bottom = least(a.y + a.h, b.y + b.h);

    if (right <= x || bottom <= y)
        return (ept_rect){x, y, 0, 0};
    return (ept_rect){x, y, right - x, bottom - y};
}

ept_rect ept_rect_join(ept_rect a, ept_rect b)
{
    int x = least(a.x, b.x), y = least(a.y, b.y);

    if (a.w <= 0 || a.h <= 0)
        return b;
    if (b.w <= 0 || b.h <= 0)
        return a;
    return (ept_rect){x, y, most(a.x + a.w, b.x + b.w) - x, most(a.y + a.h, b.y + b.h) - y};
}

ept_rect ept_rect_centre(ept_rect r, int w, int h)
{
    return (ept_rect){r.x + (r.w - w) / 2, r.y + (r.h - h) / 2, w, h};
}

ept_rect ept_cut_top(ept_rect *r, int px, int gap)
{
    int take = most(0, least(px, r->h)), off = least(take + gap, r->h);
    ept_rect strip = {r->x, r->y, r->w, take};

    r->y += off;
    r->h -= off;
    return strip;
}

ept_rect ept_cut_bottom(ept_rect *r, int px, int gap)
{
    int take = most(0, least(px, r->h));
    ept_rect strip = {r->x, r->y + r->h - take, r->w, take};

    r->h -= least(take + gap, r->h);
    return strip;
}

ept_rect ept_cut_left(ept_rect *r, int px, int gap)
{
    int take = most(0, least(px, r->w)), off = least(take + gap, r->w);
    ept_rect strip = {r->x, r->y, take, r->h};

    r->x += off;
    r->w -= off;
    return strip;
}

ept_rect ept_cut_right(ept_rect *r, int px, int gap)
{
    int take = most(0, least(px, r->w));
    ept_rect strip = {r->x + r->w - take, r->y, take, r->h};

    r->w -= least(take + gap, r->w);
    return strip;
}

/* Start and length of part i of n in `length`; what does not divide goes to the first parts. */
static void part(int length, int n, int i, int gap, int *start, int *size)
{
    int room = most(0, length - gap * (n - 1)), each = room / n, left = room % n;

    *start = i * (each + gap) + least(i, left);
    *size = each + (i < left ? 1 : 0);
}

ept_rect ept_rect_column(ept_rect r, int n, int i, int gap)
{
    int start, size;

    part(r.w, n, i, gap, &start, &size);
    return (ept_rect){r.x + start, r.y, size, r.h};
}

ept_rect ept_rect_row(ept_rect r, int n, int i, int gap)
{
    int start, size;

    part(r.h, n, i, gap, &start, &size);
    return (ept_rect){r.x, r.y + start, r.w, size};
}
