/* SPDX-License-Identifier: MIT */
/* test_raster.c - fills, round corners, dashes, masks: pixels inside the clip and nowhere else. */
#include "support/ept_test.h"

#include <string.h>

#include "raster.h"

enum { W = 64, H = 48 };

static uint32_t px[W * H];
static const ept_rect all = {0, 0, W, H};

static ui_frame blank(void)
{
    memset(px, 0, sizeof px);
    return (ui_frame){px, W, H, W};
}

static uint32_t at(int x, int y)
{
    return px[y * W + x];
}

static void raster__fill__stays_inside_clip_and_frame(void **state)
{
    ui_frame f = blank();

    (void)state;
    ui_raster_fill(&f, (ept_rect){10, 10, 5, 5}, (ept_rect){-100, -100, 1000, 1000}, 0xFF00FF);
    assert_int_equal(0xFF00FF, at(10, 10));
    assert_int_equal(0xFF00FF, at(14, 14));
    assert_int_equal(0, at(15, 14));
    assert_int_equal(0, at(9, 10));
}

static void raster__box__corner_is_soft_and_symmetric(void **state)
{
    ui_frame f = blank();
    ui_shape s = {.fill = 0xFFFFFF, .filled = true, .radius = 8};
    int soft = 0;

    (void)state;
    ui_raster_box(&f, all, (ept_rect){4, 4, 40, 30}, &s);
    assert_int_equal(0, at(4, 4));
    assert_int_equal(0xFFFFFF, at(12, 4));
    assert_int_equal(0xFFFFFF, at(24, 20));
    for (int y = 0; y < 8; y++) {
        for (int x = 0; x < 8; x++) {
            uint32_t c = at(4 + x, 4 + y);

            assert_int_equal(c, at(43 - x, 4 + y));
            assert_int_equal(c, at(4 + x, 33 - y));
            soft += c != 0 && c != 0xFFFFFF;
        }
    }
    assert_true(soft >= 6);
}

static void raster__box__border_lies_inside(void **state)
{
    ui_frame f = blank();
    ui_shape s = {.fill = 0x0000FF, .filled = true, .line = 0xFF0000, .border = 3, .radius = 6};

    (void)state;
    ui_raster_box(&f, all, (ept_rect){4, 4, 40, 30}, &s);
    assert_int_equal(0, at(3, 20));
    assert_int_equal(0xFF0000, at(4, 20));
    assert_int_equal(0xFF0000, at(6, 20));
    assert_int_equal(0x0000FF, at(7, 20));
    assert_int_equal(0xFF0000, at(43, 20));
    assert_int_equal(0, at(44, 20));
    assert_int_equal(0xFF0000, at(20, 33));
}

static void raster__box__ring_leaves_the_middle(void **state)
{
    ui_frame f = blank();
    ui_shape s = {.line = 0x00FF00, .border = 2, .radius = 10};

    (void)state;
    ui_raster_box(&f, all, (ept_rect){2, 2, 44, 40}, &s);
    assert_int_equal(0x00FF00, at(20, 2));
    assert_int_equal(0, at(20, 20));
    assert_int_equal(0, at(8, 8));
}

static void raster__box__dashes_have_gaps_on_every_side(void **state)
{
    ui_frame f = blank();
    ui_shape s = {.fill = 0x111111,
                  .filled = true,
                  .line = 0xFFFFFF,
                  .border = 2,
                  .radius = 4,
                  .dashed = true};
    int on[4] = {0}, off[4] = {0};

    (void)state;
    ui_raster_box(&f, all, (ept_rect){0, 0, W, H}, &s);
    for (int i = 6; i < H - 6; i++) {
        const uint32_t side[4] = {at(i, 0), at(i, H - 1), at(0, i), at(W - 1, i)};

        for (int k = 0; k < 4; k++) {
            on[k] += side[k] == 0xFFFFFF;
            off[k] += side[k] == 0x111111;
        }
    }
    for (int k = 0; k < 4; k++) {
        assert_true(on[k] > off[k]);
        assert_true(off[k] > 5);
    }
}

static void raster__mask__blends_by_coverage(void **state)
{
    static const uint8_t a[] = {0, 128, 255};
    ui_frame f = blank();
    ui_mask m = {a, 3, 1, 1, -2};

    (void)state;
    ui_raster_mask(&f, all, 10, 10, &m, 0xFFFFFF);
    assert_int_equal(0, at(11, 8));
    assert_in_range(at(12, 8) & 0xFF, 126, 130);
    assert_int_equal(0xFFFFFF, at(13, 8));
    ui_raster_mask(&f, all, W - 2, 10, &m, 0xFFFFFF);
    assert_int_equal(0, at(0, 8));
}

static void raster__image__keeps_what_is_transparent(void **state)
{
    static const uint32_t image_px[] = {0x00FFFFFF, 0xFF123456};
    ui_frame f = blank();
    ui_image image = {image_px, 2, 1};

    (void)state;
    ui_raster_image(&f, all, 5, 5, &image);
    assert_int_equal(0, at(5, 5));
    assert_int_equal(0x123456, at(6, 5));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(raster__fill__stays_inside_clip_and_frame),
        cmocka_unit_test(raster__box__corner_is_soft_and_symmetric),
        cmocka_unit_test(raster__box__border_lies_inside),
        cmocka_unit_test(raster__box__ring_leaves_the_middle),
        cmocka_unit_test(raster__box__dashes_have_gaps_on_every_side),
        cmocka_unit_test(raster__mask__blends_by_coverage),
        cmocka_unit_test(raster__image__keeps_what_is_transparent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
