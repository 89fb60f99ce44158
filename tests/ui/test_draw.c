/* SPDX-License-Identifier: MIT */
/* test_draw.c - appending, measuring, clipping, comparing and reading a draw list. */
#include "ui/fixture.h"

#include <string.h>

#include "ui_priv.h"

static const ept_rect box = {100, 100, 200, 80};

static void draw__text__tells_its_height(void **state)
{
    ept_draw_list *d = fixture_begin(*state, 1280, 800, 100, EPT_THEME_LIGHT);
    const char *words = "Этот текст длиннее одной строки";
    int h =
        ept_draw_text(d, (ept_rect){0, 0, 120, 0}, words, (ept_text_opts){.type = EPT_TYPE_BODY});

    assert_true(h > 24 && h % 24 == 0);
    assert_int_equal(h, ept_draw_text_h(d, 120, words, (ept_text_opts){.type = EPT_TYPE_BODY}));
    assert_true(ept_draw_text_w(d, words, (ept_text_opts){.type = EPT_TYPE_BODY}) > 120);
    assert_int_equal(0, ept_draw_text(d, box, NULL, (ept_text_opts){0}));
    assert_int_equal(0, ept_draw_text(d, box, "", (ept_text_opts){0}));
    assert_int_equal(1, ept_draw_count(d));
}

static void draw__same__is_told_by_content(void **state)
{
    fixture *f = *state;
    ept_draw_opts opts = {.w = 1280, .h = 800, .percent = 100, .focus = f->focus};
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT), *other;
    char words[] = "gloves";

    assert_ok(ept_draw_new(&other, f->typeset));
    ept_draw_begin(other, &opts);
    ept_draw_text(d, box, "gloves", (ept_text_opts){0});
    ept_draw_text(other, box, words, (ept_text_opts){0});
    assert_true(ept_draw_same(d, other));
    ept_draw_fill(other, box, EPT_COLOUR_INK);
    assert_false(ept_draw_same(d, other));
    ept_draw_fill(d, (ept_rect){100, 100, 200, 81}, EPT_COLOUR_INK);
    assert_false(ept_draw_same(d, other));
    ept_draw_begin(other, &opts);
    ept_draw_text(other, box, "Gloves", (ept_text_opts){0});
    assert_false(ept_draw_same(d, other));
    ept_draw_free(other);
}

static void draw__same__sees_regions_and_theme(void **state)
{
    fixture *f = *state;
    ept_draw_opts opts = {.w = 1280, .h = 800, .percent = 100, .focus = f->focus};
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT), *other;

    assert_ok(ept_draw_new(&other, f->typeset));
    ept_draw_begin(other, &opts);
    assert_true(ept_draw_same(d, other));
    ept_draw_region(other, &(ept_region){.id = "a", .rect = box});
    ept_draw_region(d, &(ept_region){.id = "b", .rect = box});
    assert_false(ept_draw_same(d, other));
    opts.theme = EPT_THEME_CONTRAST;
    ept_draw_begin(other, &opts);
    d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);
    assert_false(ept_draw_same(d, other));
    ept_draw_free(other);
}

static void draw__clip__nests_and_is_undone(void **state)
{
    ept_draw_list *d = fixture_begin(*state, 1280, 800, 100, EPT_THEME_LIGHT);
    const ui_cmd *c;
    size_t n;

    ept_draw_clip(d, (ept_rect){0, 0, 150, 800});
    ept_draw_clip(d, (ept_rect){0, 0, 800, 120});
    ept_draw_fill(d, box, EPT_COLOUR_INK);
    ept_draw_unclip(d);
    ept_draw_unclip(d);
    ept_draw_unclip(d);
    ept_draw_fill(d, box, EPT_COLOUR_INK);
    c = ui_draw_commands(d, &n);
    assert_int_equal(2, n);
    assert_int_equal(50, c[0].area.w);
    assert_int_equal(20, c[0].area.h);
    assert_int_equal(200, c[1].area.w);
}

static void draw__clip__survives_deeper_nesting_than_it_keeps(void **state)
{
    ept_draw_list *d = fixture_begin(*state, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_rect now;

    for (int i = 0; i < 20; i++)
        ept_draw_clip(d, (ept_rect){i, i, 500, 500});
    for (int i = 0; i < 20; i++)
        ept_draw_unclip(d);
    now = ui_draw_clip_now(d);
    assert_int_equal(1280, now.w);
}

static void draw__shows__only_what_can_be_seen(void **state)
{
    ept_draw_list *d = fixture_begin(*state, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_buf words = {0};

    ept_draw_text(d, box, "below the modal", (ept_text_opts){0});
    ept_draw_text(d, (ept_rect){2000, 0, 100, 20}, "outside", (ept_text_opts){0});
    ept_draw_fill(d, (ept_rect){0, 0, 1280, 800}, EPT_COLOUR_SCRIM);
    ept_draw_text(d, box, "in the modal", (ept_text_opts){0});
    assert_true(ept_draw_shows(d, "the modal"));
    assert_false(ept_draw_shows(d, "below"));
    assert_false(ept_draw_shows(d, "outside"));
    ept_draw_words(d, &words);
    assert_string_equal("in the modal\n", words.p);
    ept_buf_clear(&words);
}

static void draw__overflow__names_text_that_does_not_fit(void **state)
{
    ept_draw_list *d = fixture_begin(*state, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_buf why = {0};

    ept_draw_text(d, (ept_rect){10, 10, 500, 24}, "fits", (ept_text_opts){0});
    assert_false(ept_draw_overflow(d, &why));
    ept_draw_text(d, (ept_rect){10, 200, 40, 24}, "far too long for this",
                  (ept_text_opts){.nowrap = true});
    assert_true(ept_draw_overflow(d, &why));
    assert_non_null(strstr(why.p, "far too long"));
    ept_buf_clear(&why);
}

static void draw__overflow__names_text_that_is_cut_or_too_high(void **state)
{
    ept_draw_list *d = fixture_begin(*state, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_buf why = {0};

    ept_draw_text(d, (ept_rect){10, 10, 60, 0}, "one two three four five",
                  (ept_text_opts){.max_lines = 1});
    assert_true(ept_draw_overflow(d, &why));
    d = fixture_begin(*state, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_draw_text(d, (ept_rect){10, 10, 60, 30}, "one two three four",
                  (ept_text_opts){.middle = true});
    assert_true(ept_draw_overflow(d, &why));
    ept_buf_clear(&why);
}

static void draw__overflow__names_text_on_text(void **state)
{
    ept_draw_list *d = fixture_begin(*state, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_buf why = {0};

    ept_draw_text(d, box, "first", (ept_text_opts){0});
    ept_draw_text(d, (ept_rect){110, 105, 200, 80}, "second", (ept_text_opts){0});
    assert_true(ept_draw_overflow(d, &why));
    assert_non_null(strstr(why.p, "second"));
    ept_buf_clear(&why);
}

static void draw__trap__hides_regions_below(void **state)
{
    ept_draw_list *d = fixture_begin(*state, 1280, 800, 100, EPT_THEME_LIGHT);

    ept_draw_region(d, &(ept_region){.id = "below", .rect = box});
    ept_draw_trap(d);
    ept_draw_region(d, &(ept_region){.id = "modal.ok", .rect = box});
    assert_int_equal(1, ept_draw_region_count(d));
    assert_null(ept_draw_region_find(d, "below"));
    assert_non_null(ept_draw_region_find(d, "modal.ok"));
    assert_string_equal("exam.option.3", ept_draw_id(d, "exam.option", 3));
}

static void draw__dump__is_one_stable_line_a_command(void **state)
{
    ept_draw_list *d = fixture_begin(*state, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_buf out = {0};

    ept_draw_box(d, box, (ept_box){EPT_COLOUR_SURFACE, EPT_COLOUR_LINE, 1, 8, true, false});
    ept_draw_text(d, box, "a \"b\"",
                  (ept_text_opts){.type = EPT_TYPE_H3, .align = EPT_ALIGN_RIGHT});
    ept_draw_icon(d, (ept_rect){0, 0, 30, 20}, "flag", EPT_COLOUR_INK);
    ept_draw_region(d, &(ept_region){.id = "x.y", .label = "Y", .rect = box, .primary = true});
    ept_draw_dump(d, &out);
    assert_string_equal("box 100,100 200x80 fill=surface line=line border=1 radius=8 dashed\n"
                        "text 100,100 200x80 h3 colour=ink right \"a \\\"b\\\"\"\n"
                        "icon 5,0 20x20 flag colour=ink\n"
                        "region 100,100 200x80 x.y button primary \"Y\"\n",
                        out.p);
    ept_buf_clear(&out);
}

static void draw__bad_text__is_left_out_and_said(void **state)
{
    ept_draw_list *d = fixture_begin(*state, 1280, 800, 100, EPT_THEME_LIGHT);

    assert_int_equal(0, ept_draw_text(d, box, "\xFF\xFE", (ept_text_opts){0}));
    ept_draw_text(d, box, "good", (ept_text_opts){0});
    assert_status(EPT_E_FORMAT, ept_draw_status(d));
    assert_true(ept_draw_shows(d, "good"));
}

static void draw_something(ept_draw_list *d)
{
    for (int i = 0; i < 300; i++) {
        ept_draw_fill(d, box, EPT_COLOUR_INK);
        ept_draw_region(d, &(ept_region){.id = ept_draw_id(d, "a.b", i), .rect = box});
    }
    ept_draw_text(d, box, "text of a frame", (ept_text_opts){0});
}

static void draw__no_memory__never_crashes(void **state)
{
    fixture *f = *state;
    ept_status status = EPT_E_NOMEM;
    size_t n;

    for (n = 1; status != EPT_OK && n < 2000; n++) {
        ept_draw_list *d = NULL;

        ept_typeset_clear(f->typeset);
        ept_alloc_fail_at(n);
        status = ept_draw_new(&d, f->typeset);
        if (status == EPT_OK) {
            ept_draw_opts opts = {.w = 1280, .h = 800, .percent = 100};

            ept_draw_begin(d, &opts);
            draw_something(d);
            status = ept_draw_status(d);
        }
        ept_alloc_fail_at(0);
        ept_draw_free(d);
    }
    assert_int_equal(EPT_OK, status);
    assert_true(n > 5);
}

static void typeset__repeated_text__is_laid_out_once(void **state)
{
    fixture *f = *state;
    size_t before;

    draw_something(fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT));
    before = ept_typeset_count(f->typeset);
    draw_something(fixture_begin(f, 1280, 800, 100, EPT_THEME_CONTRAST));
    assert_int_equal(before, ept_typeset_count(f->typeset));
}

static void typeset__many_texts__stay_bounded(void **state)
{
    fixture *f = *state;

    for (int frame = 0; frame < 40; frame++) {
        ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);

        for (int i = 0; i < 200; i++)
            ept_draw_text(d, box, ept_draw_id(d, "text", frame * 1000 + i), (ept_text_opts){0});
        assert_true(ept_draw_shows(d, "text."));
    }
    assert_true(ept_typeset_count(f->typeset) < 3300);
}

#define T(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(draw__text__tells_its_height),
        T(draw__same__is_told_by_content),
        T(draw__same__sees_regions_and_theme),
        T(draw__clip__nests_and_is_undone),
        T(draw__clip__survives_deeper_nesting_than_it_keeps),
        T(draw__shows__only_what_can_be_seen),
        T(draw__overflow__names_text_that_does_not_fit),
        T(draw__overflow__names_text_that_is_cut_or_too_high),
        T(draw__overflow__names_text_on_text),
        T(draw__trap__hides_regions_below),
        T(draw__dump__is_one_stable_line_a_command),
        T(draw__bad_text__is_left_out_and_said),
        T(draw__no_memory__never_crashes),
        T(typeset__repeated_text__is_laid_out_once),
        T(typeset__many_texts__stay_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
