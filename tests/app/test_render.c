/* SPDX-License-Identifier: MIT */
/* test_render.c - questions and pictures of a bank as PNG files. */
#include "support/ept_test.h"

#include <string.h>

#include "app/program.h"
#include "epstopik/path.h"

enum { IHDR_W = 16, IHDR_H = 20 };

/* Width (or height) of a PNG file, big-endian in its first chunk. */
static int png_side(program *p, const char *name, size_t at)
{
    ept_buf b = {0};
    int side = 0;

    assert_ok(ept_path_read(&b, temp_folder_at(&p->folder, name)));
    assert_true(b.n > 100);
    assert_memory_equal(b.p, "\x89PNG", 4);
    for (size_t i = 0; i < 4; i++)
        side = side * 256 + (unsigned char)b.p[at + i];
    ept_buf_clear(&b);
    return side;
}

static app_options job(program *p)
{
    return (app_options){.bank_path = p->options.bank_path, .clock_factor = 1};
}

static void render__question__is_as_wide_as_asked(void **state)
{
    program *p = *state;
    app_options o = job(p);

    o.render = "r-gen-000000";
    o.out = temp_folder_at(&p->folder, "q.png");
    assert_int_equal(app_render(&o), 0);
    assert_int_equal(png_side(p, "q.png", IHDR_W), 1024);
    o.size_px = 800;
    assert_int_equal(app_render(&o), 0);
    assert_int_equal(png_side(p, "q.png", IHDR_W), 800);
    assert_true(png_side(p, "q.png", IHDR_H) > 300);
}

static void render__picture__has_its_size(void **state)
{
    program *p = *state;
    app_options o = job(p);

    o.render = "gen/p01";
    o.size_px = 100;
    o.out = temp_folder_at(&p->folder, "p.png");
    assert_int_equal(app_render(&o), 0);
    assert_int_equal(png_side(p, "p.png", IHDR_W), 100);
    assert_int_equal(png_side(p, "p.png", IHDR_H), 100);
}

static void render__unknown__writes_nothing(void **state)
{
    program *p = *state;
    app_options o = job(p);

    o.render = "nobody";
    o.out = temp_folder_at(&p->folder, "n.png");
    assert_int_equal(app_render(&o), 1);
    assert_false(ept_path_is_file(o.out));
    o.bank_path = "nowhere.bank";
    assert_int_equal(app_render(&o), 1);
}

static void render__nowhere_to_write__fails(void **state)
{
    program *p = *state;
    app_options o = job(p);

    o.render = "gen/p01";
    o.out = temp_folder_at(&p->folder, "nowhere/p.png");
    assert_int_equal(app_render(&o), 1);
    o.render = NULL;
    o.sheet = o.out;
    assert_int_equal(app_render(&o), 1);
}

static void render__sheet__goes_over_pages(void **state)
{
    program *p = *state;
    app_options o = job(p);

    o.sheet = temp_folder_at(&p->folder, "s.png");
    assert_int_equal(app_render(&o), 0);
    assert_true(ept_path_is_file(temp_folder_at(&p->folder, "s-1.png")));
    assert_true(ept_path_is_file(temp_folder_at(&p->folder, "s-2.png")));
    assert_false(ept_path_is_file(o.sheet));
}

#define T(test) cmocka_unit_test_setup_teardown(test, program_setup, program_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(render__question__is_as_wide_as_asked), T(render__picture__has_its_size),
        T(render__unknown__writes_nothing),       T(render__nowhere_to_write__fails),
        T(render__sheet__goes_over_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
