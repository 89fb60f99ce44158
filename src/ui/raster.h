/* SPDX-License-Identifier: MIT */
/* raster.h - pixels of a frame: boxes with round corners, masks in one colour, pictures. No SDL. */
#ifndef UI_RASTER_H
#define UI_RASTER_H
#include <stdint.h>

#include "epstopik/ui_theme.h"

/* 0x00RRGGBB, rows of `stride` pixels. Borrowed. */
typedef struct ui_frame {
    uint32_t *px;
    int w, h, stride;
} ui_frame;

/* How much of a pixel is covered: 0..255, w by h, rows without gaps. x0, y0: where its first pixel
 * lies, from the point it is placed at. */
typedef struct ui_mask {
    const uint8_t *a;
    int w, h, x0, y0;
} ui_mask;

/* 0xAARRGGBB, not premultiplied. */
typedef struct ui_image {
    const uint32_t *px;
    int w, h;
} ui_image;

typedef struct ui_shape {
    uint32_t fill, line;
    bool filled, hatched;
    int border, radius;
    bool dashed;
} ui_shape;

void ui_raster_fill(const ui_frame *f, ept_rect clip, ept_rect r, uint32_t rgb);
void ui_raster_box(const ui_frame *f, ept_rect clip, ept_rect r, const ui_shape *s);
void ui_raster_mask(const ui_frame *f, ept_rect clip, int x, int y, const ui_mask *m, uint32_t rgb);
void ui_raster_image(const ui_frame *f, ept_rect clip, int x, int y, const ui_image *image);

#endif
