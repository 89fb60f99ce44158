/* SPDX-License-Identifier: MIT */
/* test_ui.c - frames without and with a (dummy) window: what is drawn, what is drawn again, what is
 * kept. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/path.h"
#include "ui/components.h"

static ept_ui *open_or_skip(int w, int h, ept_theme theme, bool window)
{
    ept_ui *ui = NULL;
    ept_ui_opts opts = {.w = w, .h = h, .theme = theme, .window = window, .title = "test"};
    ept_status status = ept_ui_new(&ui, &opts);

    if (status == EPT_E_UNAVAILABLE) {
        print_message("%s\n", ept_error());
        skip();
    }
    assert_ok(status);
    return ui;
}

static void frame(ept_ui *ui, const char *word, ept_colour box)
{
    ept_draw_list *d = ept_ui_begin(ui);

    ept_ui_page(d);
    ept_draw_fill(d, (ept_rect){100, 100, 50, 50}, box);
    ept_draw_text(d, (ept_rect){300, 300, 300, 0}, word, (ept_text_opts){.type = EPT_TYPE_H2});
    assert_ok(ept_ui_end(ui, NULL));
}

static void ui__frame__shows_boxes_and_letters(void **state)
{
    ept_ui *ui = open_or_skip(800, 600, EPT_THEME_LIGHT, false);
    int dark = 0;

    (void)state;
    frame(ui, "장갑 Қайырлы", EPT_COLOUR_ACCENT);
    assert_int_equal(0xE9EDF1, ept_ui_pixel(ui, 5, 5));
    assert_int_equal(0x1D4B9E, ept_ui_pixel(ui, 120, 120));
    for (int y = 300; y < 340; y++) {
        for (int x = 300; x < 600; x++)
            dark += ept_ui_pixel(ui, x, y) == 0x16212E;
    }
    assert_true(dark > 200);
    assert_int_equal(0, ept_ui_pixel(ui, -1, 900));
    ept_ui_free(ui);
}

static void ui__unchanged_frame__draws_nothing(void **state)
{
    ept_ui *ui = open_or_skip(800, 600, EPT_THEME_LIGHT, false);

    (void)state;
    frame(ui, "a", EPT_COLOUR_ACCENT);
    assert_int_equal(800 * 600, ept_ui_stats_of(ui).dirty_px);
    frame(ui, "a", EPT_COLOUR_ACCENT);
    assert_int_equal(0, ept_ui_stats_of(ui).dirty_px);
    frame(ui, "a", EPT_COLOUR_BAD);
    assert_int_equal(50 * 50, ept_ui_stats_of(ui).dirty_px);
    assert_int_equal(0xB0261C, ept_ui_pixel(ui, 120, 120));
    ept_ui_free(ui);
}

static void ui__partial_drawing__equals_a_whole_frame(void **state)
{
    ept_ui *a = open_or_skip(800, 600, EPT_THEME_LIGHT, false), *b;

    (void)state;
    frame(a, "21:42", EPT_COLOUR_ACCENT);
    frame(a, "21:41", EPT_COLOUR_GOOD);
    b = open_or_skip(800, 600, EPT_THEME_LIGHT, false);
    frame(b, "21:41", EPT_COLOUR_GOOD);
    for (int y = 0; y < 600; y++) {
        for (int x = 0; x < 800; x++)
            assert_int_equal(ept_ui_pixel(b, x, y), ept_ui_pixel(a, x, y));
    }
    ept_ui_free(a);
    ept_ui_free(b);
}

static void ui__theme_change__redraws_all(void **state)
{
    ept_ui *ui = open_or_skip(800, 600, EPT_THEME_LIGHT, false);

    (void)state;
    frame(ui, "a", EPT_COLOUR_ACCENT);
    ept_ui_set_theme(ui, EPT_THEME_CONTRAST);
    frame(ui, "a", EPT_COLOUR_ACCENT);
    assert_int_equal(0x000000, ept_ui_pixel(ui, 5, 5));
    assert_int_equal(0xFFE04A, ept_ui_pixel(ui, 120, 120));
    ept_ui_set_percent(ui, 150);
    frame(ui, "a", EPT_COLOUR_ACCENT);
    assert_int_equal(800 * 600, ept_ui_stats_of(ui).dirty_px);
    ept_ui_free(ui);
}

static const char square[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">"
                             "<rect width=\"10\" height=\"10\" fill=\"#00ff00\"/></svg>";

static void picture(ept_ui *ui, const char *svg)
{
    ept_picture p = {"test/square", svg, strlen(svg)};
    ept_draw_list *d = ept_ui_begin(ui);

    ept_ui_page(d);
    ept_draw_picture(d, (ept_rect){100, 100, 200, 100}, &p);
    assert_ok(ept_ui_end(ui, NULL));
}

static void ui__picture__is_fitted_and_framed_in_contrast(void **state)
{
    ept_ui *ui = open_or_skip(800, 600, EPT_THEME_LIGHT, false);

    (void)state;
    picture(ui, square);
    assert_int_equal(0x00FF00, ept_ui_pixel(ui, 200, 150));
    assert_int_equal(0xE9EDF1, ept_ui_pixel(ui, 110, 150));
    ept_ui_set_theme(ui, EPT_THEME_CONTRAST);
    picture(ui, square);
    assert_int_equal(0xFFFFFF, ept_ui_pixel(ui, 110, 150));
    assert_int_equal(0x00FF00, ept_ui_pixel(ui, 200, 150));
    assert_true(ept_ui_stats_of(ui).picture_bytes > 0);
    ept_ui_free(ui);
}

static void ui__broken_picture__is_left_out(void **state)
{
    ept_ui *ui = open_or_skip(800, 600, EPT_THEME_LIGHT, false);
    ept_picture bad = {"x", "not a picture", 13};
    ept_arena *arena;
    char *dir;

    (void)state;
    picture(ui, "<svg");
    assert_int_equal(0xE9EDF1, ept_ui_pixel(ui, 200, 150));
    assert_ok(ept_arena_new(&arena));
    assert_ok(ept_path_temp_dir(&dir, arena));
    assert_status(EPT_E_FORMAT, ept_ui_picture_png(&bad, 64, ept_path_join(arena, dir, "x.png")));
    assert_ok(ept_path_remove_tree(dir));
    ept_arena_free(arena);
    ept_ui_free(ui);
}

static void ui__save_png__writes_a_picture(void **state)
{
    ept_ui *ui = open_or_skip(800, 600, EPT_THEME_LIGHT, false);
    ept_picture good = {"s", square, sizeof square - 1};
    ept_arena *arena;
    ept_buf png = {0};
    char *dir, *path;

    (void)state;
    frame(ui, "a", EPT_COLOUR_ACCENT);
    assert_ok(ept_arena_new(&arena));
    assert_ok(ept_path_temp_dir(&dir, arena));
    path = ept_path_join(arena, dir, "a.png");
    assert_ok(ept_ui_save_png(ui, path));
    assert_ok(ept_path_read(&png, path));
    assert_memory_equal("\x89PNG", png.p, 4);
    assert_ok(ept_ui_picture_png(&good, 64, path));
    assert_ok(ept_path_read(&png, path));
    assert_memory_equal("\x89PNG", png.p, 4);
    ept_buf_clear(&png);
    assert_ok(ept_path_remove_tree(dir));
    ept_arena_free(arena);
    ept_ui_free(ui);
}

static void components(ept_theme theme, int percent, const char *path)
{
    ept_ui *ui = open_or_skip(1320 * percent / 100, 1040 * percent / 100, theme, false);
    ept_ui_stats stats;
    ept_buf why = {0};

    ept_ui_set_percent(ui, percent);
    components_draw(ept_ui_begin(ui));
    assert_ok(ept_ui_end(ui, NULL));
    assert_ok(ept_ui_save_png(ui, path));
    ept_draw_overflow(ept_ui_shown(ui), &why);
    stats = ept_ui_stats_of(ui);
    ept_ui_free(ui);
    if (why.n > 0) {
        print_error("%s: %s\n", path, why.p);
        ept_buf_clear(&why);
        fail();
    }
    assert_true(stats.cjk_faces_open <= 8);
}

/* With the real faces too nothing leaves its box; the pictures stay in the build folder for looking
 * at. */
static void ui__components__fit_with_the_real_faces(void **state)
{
    (void)state;
    components(EPT_THEME_LIGHT, 100, EPT_BINARY_DIR "/components-light-100.png");
    components(EPT_THEME_LIGHT, 150, EPT_BINARY_DIR "/components-light-150.png");
    components(EPT_THEME_CONTRAST, 100, EPT_BINARY_DIR "/components-contrast-100.png");
    components(EPT_THEME_CONTRAST, 150, EPT_BINARY_DIR "/components-contrast-150.png");
}

static void ui__builtin_letters__draw_without_any_face(void **state)
{
    ept_ui *ui;
    ept_ui_opts opts = {.w = 800, .h = 600, .builtin_letters = true};
    int dark = 0;

    (void)state;
    assert_ok(ept_ui_new(&ui, &opts));
    frame(ui, "Қаріп табылмады", EPT_COLOUR_ACCENT);
    for (int y = 300; y < 340; y++) {
        for (int x = 300; x < 600; x++)
            dark += ept_ui_pixel(ui, x, y) == 0x16212E;
    }
    assert_true(dark > 200);
    assert_int_equal(0, ept_ui_stats_of(ui).faces_open);
    ept_ui_free(ui);
}

static void ui__end__asks_again_when_focus_was_put(void **state)
{
    ept_ui *ui = open_or_skip(800, 600, EPT_THEME_LIGHT, false);
    ept_button b = {.id = "a.b", .label = "Next", .initial = true};
    bool again = false;

    (void)state;
    ept_ui_button(ept_ui_begin(ui), (ept_rect){10, 10, 0, 0}, &b);
    assert_ok(ept_ui_end(ui, &again));
    assert_true(again);
    assert_string_equal("a.b", ept_focus_id(ept_ui_focus(ui)));
    ept_ui_button(ept_ui_begin(ui), (ept_rect){10, 10, 0, 0}, &b);
    assert_ok(ept_ui_end(ui, &again));
    assert_false(again);
    ept_ui_free(ui);
}

static void ui__dummy_window__runs_thirty_frames(void **state)
{
    ept_ui *ui = open_or_skip(1280, 800, EPT_THEME_LIGHT, true);
    ept_input in;
    int resized = 0;

    (void)state;
    for (int i = 0; i < 30; i++) {
        frame(ui, i % 2 ? "odd" : "even", EPT_COLOUR_ACCENT);
        while (ept_ui_poll(ui, &in, 0))
            resized += in.kind == EPT_INPUT_RESIZE;
        if (i == 10)
            assert_ok(ept_ui_resize(ui, 1024, 768));
        if (i == 20)
            ept_ui_set_percent(ui, 130);
    }
    assert_int_equal(1024, ept_draw_metrics(ept_ui_shown(ui))->w);
    assert_true(resized <= 3);
    assert_false(ept_ui_poll(ui, &in, 1));
    ept_ui_free(ui);
}

static void ui__no_memory__fails_cleanly(void **state)
{
    ept_status status = EPT_E_NOMEM;
    size_t n;

    (void)state;
    for (n = 1; n < 400 && status != EPT_OK; n++) {
        ept_ui *ui = NULL;
        ept_ui_opts opts = {.w = 640, .h = 480, .builtin_letters = true};

        ept_alloc_fail_at(n);
        status = ept_ui_new(&ui, &opts);
        ept_alloc_fail_at(0);
        assert_true(status == EPT_OK || ui == NULL);
        ept_ui_free(ui);
    }
    assert_int_equal(EPT_OK, status);
    assert_true(n > 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ui__frame__shows_boxes_and_letters),
        cmocka_unit_test(ui__unchanged_frame__draws_nothing),
        cmocka_unit_test(ui__partial_drawing__equals_a_whole_frame),
        cmocka_unit_test(ui__theme_change__redraws_all),
        cmocka_unit_test(ui__picture__is_fitted_and_framed_in_contrast),
        cmocka_unit_test(ui__broken_picture__is_left_out),
        cmocka_unit_test(ui__save_png__writes_a_picture),
        cmocka_unit_test(ui__components__fit_with_the_real_faces),
        cmocka_unit_test(ui__builtin_letters__draw_without_any_face),
        cmocka_unit_test(ui__end__asks_again_when_focus_was_put),
        cmocka_unit_test(ui__dummy_window__runs_thirty_frames),
        cmocka_unit_test(ui__no_memory__fails_cleanly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
