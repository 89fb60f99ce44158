/* SPDX-License-Identifier: MIT */
/* Draws into a frame of plain pixels. Round corners and dashes are computed as coverage of each
 * pixel from the distance to the outline, so no edge shows stairs and the same box is the same on
 * every system. */
#include "raster.h"

#include <math.h>
#include <string.h>

enum { DASH_ON = 6, DASH_PERIOD = 10, HATCH = 8, FIRST = 16 };

static uint32_t mix(uint32_t under, uint32_t over, unsigned a)
{
    uint32_t rb = under & 0xFF00FF, g = under & 0x00FF00;
    unsigned k = a + (a >> 7); /* 0..256 */

    rb += (((over & 0xFF00FF) - rb) * k) >> 8;
    g += (((over & 0x00FF00) - g) * k) >> 8;
    return (rb & 0xFF00FF) | (g & 0x00FF00);
}

static void blend(uint32_t *px, uint32_t rgb, unsigned a)
{
    if (a >= 255)
        *px = rgb;
    else if (a > 0)
        *px = mix(*px, rgb, a);
}

static ept_rect visible(const ui_frame *f, ept_rect clip, ept_rect r)
{
    return ept_rect_clip(ept_rect_clip(r, clip), (ept_rect){0, 0, f->w, f->h});
}

/* The better part of a frame is plain: doubling what is there leaves that to memcpy. */
static void fill_row(uint32_t *row, int n, uint32_t rgb)
{
    int done = n < FIRST ? n : FIRST;

    for (int x = 0; x < done; x++)
        row[x] = rgb;
    while (done > 0 && done < n) {
        int more = done < n - done ? done : n - done;

        memcpy(row + done, row, (size_t)more * sizeof *row);
        done += more;
    }
}

void ui_raster_fill(const ui_frame *f, ept_rect clip, ept_rect r, uint32_t rgb)
{
    ept_rect v = visible(f, clip, r);

    for (int y = v.y; y < v.y + v.h; y++)
        fill_row(f->px + (long)y * f->stride + v.x, v.w, rgb);
}

/* Coverage 0..255 of the pixel (x, y) by a box with round corners. */
static unsigned cover(ept_rect r, int radius, int x, int y)
{
    float dx, dy, d, fr = (float)radius;
    int left = r.x + radius, top = r.y + radius;
    int right = r.x + r.w - radius, bottom = r.y + r.h - radius;

    if (x < r.x || y < r.y || x >= r.x + r.w || y >= r.y + r.h)
        return 0;
    if ((x >= left && x < right) || (y >= top && y < bottom))
        return 255;
    dx = x < left ? (float)(left - x) - 0.5F : (float)(x - right) + 0.5F;
    dy = y < top ? (float)(top - y) - 0.5F : (float)(y - bottom) + 0.5F;
    d = 0.5F - (sqrtf(dx * dx + dy * dy) - fr);
    return d <= 0 ? 0 : d >= 1 ? 255 : (unsigned)(d * 255.0F + 0.5F);
}

/* Length of the outline of a box with corners of radius r. */
static float outline(ept_rect b, float r)
{
    return 2.0F * ((float)b.w - 2 * r) + 2.0F * ((float)b.h - 2 * r) + 6.2831853F * r;
}

/* How far along the outline, clockwise from the left end of the top edge, the pixel's nearest point
 * is. */
static float along(ept_rect b, float r, int px, int py)
{
    float x = (float)px + 0.5F - (float)b.x, y = (float)py + 0.5F - (float)b.y;
    float w = (float)b.w, h = (float)b.h, quarter = 1.5707963F * r;
    float top = w - 2 * r, side = h - 2 * r;
    bool at_left = x<r, at_right = x> w - r, at_top = y<r, at_bottom = y> h - r;

    if (at_right && at_top)
        return top + r * atan2f(x - (w - r), r - y);
    if (at_right && at_bottom)
        return top + quarter + side + r * atan2f(y - (h - r), x - (w - r));
    if (at_left && at_bottom)
        return 2 * top + side + 2 * quarter + r * atan2f(r - x, y - (h - r));
    if (at_left && at_top)
        return 2 * top + 2 * side + 3 * quarter + r * atan2f(r - y, r - x);
    if (y <= h - y && y <= x && y <= w - x)
        return x - r;
    if (w - x <= x && w - x <= y && w - x <= h - y)
        return top + quarter + (y - r);
    if (h - y <= y && h - y <= x && h - y <= w - x)
        return top + 2 * quarter + side + (w - r - x);
    return 2 * top + side + 3 * quarter + (h - r - y);
}

static bool dash_gap(ept_rect b, int radius, int x, int y)
{
    float length = outline(b, (float)radius), n = floorf(length / DASH_PERIOD);
    float period = n >= 1 ? length / n : length, s = along(b, (float)radius, x, y);

    return fmodf(s + length, period) >= period * DASH_ON / DASH_PERIOD;
}

/* One pixel of the border or the fill, where a simple row will not do. */
static void edge_pixel(uint32_t *px, ept_rect r, ept_rect inner, const ui_shape *s, int x, int y)
{
    int in_radius = s->radius > s->border ? s->radius - s->border : 0;
    unsigned out = cover(r, s->radius, x, y), in = s->border ? cover(inner, in_radius, x, y) : out;
    bool gap = s->dashed && in < 255 && dash_gap(r, s->radius, x, y);

    if (gap) {
        if (s->filled)
            blend(px, s->fill, out);
        return;
    }
    if (!s->filled) {
        blend(px, s->line, out - in);
        return;
    }
    if (s->border)
        blend(px, s->line, out);
    blend(px, s->fill, in);
}

static void inside_row(uint32_t *row, int from, int to, const ui_shape *s, int y)
{
    if (s->hatched) {
        for (int x = from; x < to; x++) {
            if ((x + y) % HATCH < 2)
                row[x] = s->line;
            else if (s->filled)
                row[x] = s->fill;
        }
    } else if (s->filled) {
        fill_row(row + from, to - from, s->fill);
    }
}

void ui_raster_box(const ui_frame *f, ept_rect clip, ept_rect r, const ui_shape *s)
{
    ept_rect v = visible(f, clip, r), inner = ept_rect_inset(r, s->border, s->border);
    int corner = s->radius > s->border ? s->radius : s->border;

    for (int y = v.y; y < v.y + v.h; y++) {
        uint32_t *row = f->px + (long)y * f->stride;
        bool straight = !s->hatched && y >= r.y + corner && y < r.y + r.h - corner;
        int side = straight ? s->border : corner, left = r.x + side, right = r.x + r.w - side;
        bool edge = y < r.y + s->border || y >= r.y + r.h - s->border;
        int from = v.x > left ? v.x : left, to = v.x + v.w < right ? v.x + v.w : right;

        for (int x = v.x; x < v.x + v.w && x < left; x++)
            edge_pixel(&row[x], r, inner, s, x, y);
        if (edge && s->dashed) {
            for (int x = from; x < to; x++)
                edge_pixel(&row[x], r, inner, s, x, y);
        } else if (edge) {
            fill_row(row + from, to - from, s->line);
        } else {
            inside_row(row, from, to, s, y);
        }
        for (int x = right > v.x ? right : v.x; x < v.x + v.w; x++) {
            if (x >= left)
                edge_pixel(&row[x], r, inner, s, x, y);
        }
    }
}

void ui_raster_mask(const ui_frame *f, ept_rect clip, int x, int y, const ui_mask *m, uint32_t rgb)
{
    ept_rect at = {x + m->x0, y + m->y0, m->w, m->h}, v = visible(f, clip, at);

    for (int row = v.y; row < v.y + v.h; row++) {
        uint32_t *to = f->px + (long)row * f->stride + v.x;
        const uint8_t *a = m->a + (long)(row - at.y) * m->w + (v.x - at.x);

        for (int i = 0; i < v.w; i++)
            blend(&to[i], rgb, a[i]);
    }
}

void ui_raster_image(const ui_frame *f, ept_rect clip, int x, int y, const ui_image *image)
{
    ept_rect at = {x, y, image->w, image->h}, v = visible(f, clip, at);

    for (int row = v.y; row < v.y + v.h; row++) {
        uint32_t *to = f->px + (long)row * f->stride + v.x;
        const uint32_t *from = image->px + (long)(row - at.y) * image->w + (v.x - at.x);

        for (int i = 0; i < v.w; i++)
            blend(&to[i], from[i] & 0xFFFFFF, from[i] >> 24);
    }
}
