/* SPDX-License-Identifier: MIT */
/* Pictures by parameters: each kind draws only what the program can draw, the same parameters give
 * the same id, others another; and the numbers read as they are said. */
#include "support/ept_test.h"

#include <stdio.h>
#include <string.h>

#include "bank/base_folder.h"
#include "build_priv.h"
#include "param_priv.h"

#include "epstopik/path.h"

typedef struct place {
    ept_arena *arena;
    const char *dir;
    ept_bank_sources sources;
    bank_src src;
} place;

static int setup(void **state)
{
    static place p;

    p = (place){0};
    assert_ok(ept_arena_new(&p.arena));
    p.dir = base_folder(p.arena);
    p.sources = (ept_bank_sources){.dir = p.dir};
    assert_ok(bank_src_open(&p.src, &p.sources));
    bank_load_pictures(&p.src);
    assert_int_equal(p.src.errors, 0);
    *state = &p;
    return 0;
}

static int teardown(void **state)
{
    place *p = *state;
    bank_src_close(&p->src);
    assert_ok(ept_path_remove_tree(p->dir));
    ept_arena_free(p->arena);
    return 0;
}

static const char *draw(place *p, const char *yaml)
{
    bank_node *node = NULL;
    bank_yaml_fault fault;

    assert_ok(bank_yaml_parse(&node, p->src.arena, ept_str_of(yaml), &fault));
    return bank_picture_of(&p->src, "here.yaml", node);
}

static const char *const good[] = {
    "{clock: \"3:20\"}",
    "{clock: \"12:00\"}",
    "{digital: \"00:00\"}",
    "{digital: \"23:59\"}",
    "{calendar: {month: \"2026-05\", day: 8}}",
    "{calendar: {month: \"2028-02\", days: [1, 29]}}",
    "{price: {of: tools/saw, won: 10}}",
    "{price: {of: tools/saw, won: 12500000}}",
    "{money: [10]}",
    "{money: [50000, 10000, 5000, 1000, 500, 100, 50, 10, 10]}",
    "{count: {of: tools/saw, \"n\": 1}}",
    "{count: {of: tools/saw, \"n\": 12}}",
    "{position: [{thing: tools/saw, at: on-top, ref: furniture/desk}]}",
    "{position: [{thing: tools/saw, at: under, ref: furniture/desk}, {thing: tools/hammer, at: in, "
    "ref: furniture/chair}]}",
    "{position: [{thing: tools/saw, at: in-front, ref: furniture/desk}, {thing: tools/hammer, at: "
    "behind, ref: furniture/chair},"
    " {thing: tools/shovel, at: left, ref: tools/spade}]}",
    "{position: [{thing: tools/saw, at: right, ref: furniture/desk}]}",
    "{position: [{thing: tools/saw, at: between, ref: furniture/desk}]}",
    "{position: [{thing: tools/saw, at: above, ref: furniture/desk}]}",
    "{sign: {class: must, of: ppe/gloves}}",
    "{sign: {class: prohibit, of: ppe/gloves}}",
    "{sign: {class: warn, of: ppe/gloves}}",
    "{sign: {class: rescue, of: ppe/gloves}}",
    "{sign: {class: fire, of: ppe/gloves}}",
    "{number: {text: \"304\", on: door}}",
    "{number: {text: \"102-1\", on: bus}}",
    "{number: {text: \"27\", on: locker}}",
    "{number: {text: \"3\", on: platform}}",
    "{number: {text: \"15\", on: seat}}",
    "{number: {text: \"128\", on: ticket}}",
    "{gauge: {kind: thermometer, value: -18, unit: \"℃\"}}",
    "{gauge: {kind: thermometer, value: 100, unit: \"℃\"}}",
    "{gauge: {kind: scale, value: 2.5, unit: kg}}",
    "{gauge: {kind: tape, value: 24.5, unit: cm}}",
    "{gauge: {kind: pressure, value: 6.5, unit: bar}}",
    "{gauge: {kind: pressure, value: 0.4, unit: MPa}}",
    "{weather: sun}",
    "{weather: cloud}",
    "{weather: rain}",
    "{weather: snow}",
    "{weather: wind}",
    "{floor: 1}",
    "{floor: 20}",
    "{phone: \"1345\"}",
    "{phone: \"031-000-2416\"}",
};

static void picture__every_kind__draws_what_can_be_drawn(void **state)
{
    place *p = *state;
    const char *ids[sizeof good / sizeof good[0]];
    size_t n = sizeof good / sizeof good[0];

    for (size_t i = 0; i < n; i++) {
        ids[i] = draw(p, good[i]);
        if (ids[i] == NULL) {
            fail_msg("%s: %s", good[i], p->src.faults[p->src.fault_count - 1].what);
            return;
        }
        const bank_src_picture *picture = bank_picture_find(&p->src, ids[i]);
        assert_non_null(picture);
        bank_svg_check(&p->src, good[i], picture->svg);
        svg_box box = bank_svg_box(picture->svg);
        double right = strstr(picture->svg.p, "0 0 600 400") != NULL ? 600 : 400;
        if (box.left < -1 || box.top < -1 || box.right > right + 1 || box.bottom > 401) {
            fail_msg("%s reaches %.0f %.0f %.0f %.0f", good[i], box.left, box.top, box.right,
                     box.bottom);
        }
        for (size_t j = 0; j < i; j++) {
            assert_string_not_equal(ids[i], ids[j]);
        }
    }
    if (p->src.fault_count > 0) {
        fail_msg("%s: %s", p->src.faults[0].at.file, p->src.faults[0].what);
    }
}

static void picture__same_parameters__are_one_picture(void **state)
{
    place *p = *state;
    const char *a = draw(p, "{clock: \"3:20\"}");
    size_t count = p->src.picture_count;

    assert_string_equal(draw(p, "{clock: \"03:20\"}"), a);
    assert_string_equal(draw(p, "{clock: \"15:20\"}"), a); /* the face is the same */
    const char *money = draw(p, "{money: [1000, 500]}");
    assert_string_equal(draw(p, "{money: [500, 1000]}"), money);
    assert_int_equal(p->src.picture_count, count + 1);
    assert_int_equal(strlen(a), strlen("p/clock-") + 12);
}

static void picture__values__are_what_is_shown(void **state)
{
    place *p = *state;

    assert_true(bank_picture_find(&p->src, draw(p, "{clock: \"3:20\"}"))->value == 200.0);
    assert_true(bank_picture_find(&p->src, draw(p, "{money: [10000, 500]}"))->value == 10500.0);
    assert_true(bank_picture_find(&p->src, draw(p, "{floor: 7}"))->value == 7.0);
    assert_true(
        bank_picture_find(&p->src, draw(p, "{gauge: {kind: thermometer, value: -18, unit: \"℃\"}}"))
            ->value == -18.0);
    const bank_src_picture *may =
        bank_picture_find(&p->src, draw(p, "{calendar: {month: \"2026-05\", day: 30}}"));
    const bank_src_picture *june =
        bank_picture_find(&p->src, draw(p, "{calendar: {month: \"2026-06\", day: 1}}"));
    assert_true(may->value < june->value);
}

/* The `n`th thing that a scene draws, alone: its place, and the box of its ink in the frame. */
static svg_box drawn(const bank_src_picture *picture, size_t n)
{
    ept_buf one = {0};
    const char *at = picture->svg.p;

    for (size_t i = 0; i <= n; i++) {
        at = strstr(i == 0 ? at : at + 1, "<g transform=\"translate(");
        assert_non_null(at);
    }
    const char *next = strstr(at + 1, "<g transform=\"translate("), *end = strstr(at, "</svg>");
    ept_buf_puts(&one, "<svg>");
    ept_buf_add(&one, at, (size_t)((next != NULL ? next : end) - at));
    ept_buf_puts(&one, "</svg>");
    assert_ok(ept_buf_ok(&one));
    svg_box box = bank_svg_ink((ept_str){one.p, one.n}, 0);
    ept_buf_clear(&one);
    return box;
}

static double wide(svg_box box)
{
    return box.right - box.left;
}

static double high(svg_box box)
{
    return box.bottom - box.top;
}

/* To be changed before a scene is drawn: a new picture may move the others. */
static bank_src_picture *room(place *p, const char *id)
{
    bank_src_picture *picture = bank_picture_find(&p->src, id);

    assert_non_null(picture);
    return picture;
}

static const bank_src_picture *scene(place *p, const char *thing, const char *at, const char *ref)
{
    char yaml[200];

    (void)snprintf(yaml, sizeof yaml, "{position: [{thing: %s, at: %s, ref: %s}]}", thing, at, ref);
    const bank_src_picture *picture = bank_picture_find(&p->src, draw(p, yaml));
    assert_non_null(picture);
    return picture;
}

/* Where the one floor of a scene is. */
static double floor_of(const bank_src_picture *picture)
{
    const char *line = strstr(picture->svg.p, "<path d=\"M0 ");
    double y = 0;

    assert_non_null(line);
    assert_int_equal(sscanf(line, "<path d=\"M0 %lf", &y), 1);
    return y;
}

static void picture__position__is_where_the_rooms_say(void **state)
{
    place *p = *state;
    bank_src_picture *desk = room(p, "furniture/desk");

    desk->rest[0] = 260;
    desk->rest[1] = 272;
    const bank_src_picture *top = scene(p, "tools/saw", "on-top", "furniture/desk");
    svg_box table = drawn(top, 0), saw = drawn(top, 1);
    assert_true((saw.left + saw.right) / 2 > (table.left + table.right) / 2 + wide(table) * 0.1);
    assert_true(saw.bottom > table.top + high(table) * 0.4);
    assert_true(saw.bottom < table.bottom - high(table) * 0.3);

    desk = room(p, "furniture/desk");
    desk->under[0] = 100;
    desk->under[1] = 200;
    desk->under[2] = 140;
    const bank_src_picture *below = scene(p, "tools/saw", "under", "furniture/desk");
    table = drawn(below, 0);
    saw = drawn(below, 1);
    assert_true((saw.left + saw.right) / 2 < (table.left + table.right) / 2 - wide(table) * 0.1);
    assert_true(wide(saw) <= wide(table) * 0.16);
    assert_float_equal(saw.bottom, floor_of(below), 0.5);

    desk = room(p, "furniture/desk");
    desk->inside[0] = 100;
    desk->inside[1] = 210;
    desk->inside[2] = 300;
    desk->inside[3] = 310;
    const bank_src_picture *in = scene(p, "tools/saw", "in", "furniture/desk");
    table = drawn(in, 0);
    saw = drawn(in, 1);
    assert_float_equal(high(saw), high(table) * 100 / 205, 6);
    assert_null(strstr(in->svg.p, "rx=\"10\"")); /* no opening is cut into what shows its inside */
    assert_non_null(strstr(scene(p, "tools/saw", "in", "furniture/chair")->svg.p, "rx=\"10\""));
}

static void picture__position__keeps_proportions(void **state)
{
    place *p = *state;

    room(p, "furniture/desk")->cm = 105; /* a bed */
    room(p, "tools/saw")->cm = 40;       /* a bin */
    const bank_src_picture *left = scene(p, "tools/saw", "left", "furniture/desk");
    assert_true(high(drawn(left, 0)) > high(drawn(left, 1)) * 1.3);
    assert_true(drawn(left, 1).right < drawn(left, 0).left);
    room(p, "tools/saw")->cm = 300;
    const bank_src_picture *right = scene(p, "tools/saw", "right", "furniture/desk");
    assert_true(high(drawn(right, 1)) > high(drawn(right, 0)) * 1.4);
    assert_true(drawn(right, 1).left > drawn(right, 0).right);
    room(p, "tools/saw")->cm = 1; /* what is very small can still be named */
    const bank_src_picture *small = scene(p, "tools/saw", "between", "furniture/desk");
    assert_true(high(drawn(small, 1)) > 140);
}

static void picture__position__has_one_floor(void **state)
{
    static const char ground[] = "<line x1=\"10\" y1=\"370\" x2=\"390\" y2=\"370\" "
                                 "stroke=\"#6F7C89\" stroke-width=\"5\"/>";
    static const char *const level[] = {"on-top", "under", "left", "right", "between", "in-front"};
    place *p = *state;
    bank_src_picture *desk = room(p, "furniture/desk");
    ept_str body = param_body(desk->svg);
    char *own =
        ept_arena_printf(p->arena,
                         "<svg viewBox=\"0 0 400 400\">%s<line x1=\"60\" y1=\"200\" x2=\"90\""
                         " y2=\"200\" stroke=\"#6F7C89\"/>%.*s</svg>",
                         ground, (int)body.n, body.p);

    assert_non_null(own);
    desk->svg = ept_str_of(own);
    for (size_t i = 0; i < sizeof level / sizeof level[0]; i++) {
        const bank_src_picture *picture = scene(p, "tools/saw", level[i], "furniture/desk");
        assert_null(strstr(picture->svg.p, ground));
        assert_non_null(strstr(picture->svg.p, "y1=\"200\"")); /* a line of the drawing stays */
        assert_float_equal(drawn(picture, 0).bottom, floor_of(picture), 0.5);
        if (i >= 1 && i <= 4) {
            assert_float_equal(drawn(picture, 1).bottom, floor_of(picture), 0.5);
        }
    }
    const bank_src_picture *front = scene(p, "tools/hammer", "in-front", "furniture/desk");
    assert_true(drawn(front, 1).bottom > floor_of(front) + 10);
    const bank_src_picture *behind = scene(p, "tools/hammer", "behind", "furniture/desk");
    assert_true(drawn(behind, 0).bottom <= floor_of(behind) + 0.5); /* it is drawn first */
    assert_true(high(drawn(behind, 0)) > 0 && drawn(behind, 0).left < drawn(behind, 1).right);
}

static void picture__position__long_things_lie(void **state)
{
    place *p = *state;
    const bank_src_picture *stands = scene(p, "tools/saw", "on-top", "furniture/desk");

    assert_true(high(drawn(stands, 1)) > 2 * wide(drawn(stands, 1)));
    room(p, "tools/saw")->lies = 90;
    const bank_src_picture *lies = scene(p, "tools/saw", "on-top", "furniture/chair");
    assert_true(wide(drawn(lies, 1)) > 2 * high(drawn(lies, 1)));
    /* set down on its lowest point, on the chair's top */
    assert_true(drawn(lies, 1).bottom > drawn(lies, 0).top);
    assert_true(drawn(lies, 1).bottom < drawn(lies, 0).top + 12);
}

static void picture__position__fills_the_frame_and_stays_in_it(void **state)
{
    static const char *const where[] = {"on-top", "under", "in",      "in-front", "behind",
                                        "left",   "right", "between", "above"};
    static const double sizes[][2] = {{0, 0}, {2000, 1}, {1, 2000}, {40, 90}};
    place *p = *state;

    for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
        /* the same parameters are drawn once: every size begins with pictures of its own */
        p->src.picture_count -= s > 0 ? sizeof where / sizeof where[0] : 0;
        room(p, "tools/saw")->cm = sizes[s][0];
        room(p, "furniture/desk")->cm = sizes[s][1];
        for (size_t i = 0; i < sizeof where / sizeof where[0]; i++) {
            const bank_src_picture *picture = scene(p, "tools/saw", where[i], "furniture/desk");
            svg_box box = drawn(picture, 0), other = drawn(picture, 1);
            double left = other.left < box.left ? other.left : box.left;
            double top = other.top < box.top ? other.top : box.top;
            svg_box whole = bank_svg_ink(picture->svg, 0);
            if (left < 12 || top < 12 || whole.bottom > 401 || whole.right > 403) {
                fail_msg("%s leaves the frame: %.0f %.0f to %.0f %.0f", where[i], left, top,
                         whole.right, whole.bottom);
            }
            assert_true(left < 18 || top < 18); /* its width or its height is used up */
        }
    }
}

static void picture__tape__is_torn_where_it_does_not_begin(void **state)
{
    place *p = *state;
    const bank_src_picture *from =
        bank_picture_find(&p->src, draw(p, "{gauge: {kind: tape, value: 4, unit: cm}}"));
    const bank_src_picture *torn =
        bank_picture_find(&p->src, draw(p, "{gauge: {kind: tape, value: 986.5, unit: mm}}"));

    assert_non_null(strstr(from->svg.p, "H16.0 Z\"")); /* a straight left edge */
    assert_null(strstr(torn->svg.p, "H16.0 Z\""));
    assert_non_null(strstr(torn->svg.p, "H16.0 L29.0"));
    svg_box box = bank_svg_ink(torn->svg, 0);
    assert_true(box.left > 10 && box.right < 590);
}

static void room__bad_values__are_told(void **state)
{
    static const char *const bad[] = {"cm: 0", "cm: tall", "lies: 181", "in: [1, 2, 3]",
                                      "foot: 401"};
    place *p = *state;

    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        bank_src src;
        char line[80];
        (void)snprintf(line, sizeof line, "furniture/chair: {%s}\n", bad[i]);
        const char *path = ept_path_join(p->arena, p->dir, "pictures/rooms.yaml");
        assert_ok(ept_path_write(path, line, strlen(line)));
        assert_ok(bank_src_open(&src, &p->sources));
        bank_load_pictures(&src);
        assert_int_equal(src.errors, 1);
        bank_src_close(&src);
    }
}

static void picture__sign__has_the_frame_in_its_colours(void **state)
{
    place *p = *state;
    const bank_src_picture *must =
        bank_picture_find(&p->src, draw(p, "{sign: {class: must, of: ppe/gloves}}"));
    const bank_src_picture *warn =
        bank_picture_find(&p->src, draw(p, "{sign: {class: warn, of: ppe/gloves}}"));

    assert_null(
        strstr(must->svg.p, "#000000")); /* black became the frame's white, white its blue */
    assert_non_null(strstr(must->svg.p, "r=\"40\" fill=\"" PARAM_BLUE "\""));
    assert_non_null(strstr(warn->svg.p, "r=\"40\" fill=\"" PARAM_YELLOW "\""));
    assert_non_null(strstr(warn->svg.p, "r=\"120\" fill=\"#000000\""));
}

static void box__transforms_and_paths__are_followed(void **state)
{
    static const char svg[] = "<svg viewBox=\"0 0 400 400\"><g transform=\"translate(10 20) "
                              "scale(2)\"><path d=\"M5 5 h10 v20 H5 Z\"/>"
                              "<circle cx=\"30\" cy=\"30\" r=\"5\"/></g></svg>";
    (void)state;
    svg_box box = bank_svg_box((ept_str){svg, sizeof svg - 1});

    assert_true(box.left == 20.0 && box.top == 30.0);
    assert_true(box.right == 80.0 && box.bottom == 90.0);
}

static void box__ink__follows_curves_and_lines(void **state)
{
    static const char svg[] =
        "<svg><g stroke=\"#16212E\" stroke-width=\"10\"><path d=\"M100 100 C100 0 200 0 200 100\"/>"
        "<path d=\"M100 200 A50 50 0 0 0 200 200\" stroke=\"none\"/></g></svg>";
    (void)state;
    svg_box ink = bank_svg_ink((ept_str){svg, sizeof svg - 1}, 0);
    svg_box turned = bank_svg_ink((ept_str){svg, sizeof svg - 1}, 180);

    assert_float_equal(ink.top, 25 - 5, 0.2); /* the curve's height is 3/4 of its points' */
    assert_float_equal(ink.bottom, 250, 0.2); /* the arc's lowest point, which no number names */
    assert_float_equal(ink.left, 95, 0.2);
    assert_float_equal(turned.bottom, 380, 0.2);
    assert_float_equal(turned.top, 150, 0.2);
}

static void number__one_to_forty__is_read_as_it_is_said(void **state)
{
    char text[32];
    (void)state;

    assert_string_equal(clips_number(text, 1), "일");
    assert_string_equal(clips_number(text, 10), "십");
    assert_string_equal(clips_number(text, 11), "십일");
    assert_string_equal(clips_number(text, 20), "이십");
    assert_string_equal(clips_number(text, 36), "삼십육");
    assert_string_equal(clips_number(text, 40), "사십");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(picture__every_kind__draws_what_can_be_drawn),
        TEST(picture__same_parameters__are_one_picture),
        TEST(picture__values__are_what_is_shown),
        TEST(picture__position__is_where_the_rooms_say),
        TEST(picture__position__keeps_proportions),
        TEST(picture__position__has_one_floor),
        TEST(picture__position__long_things_lie),
        TEST(picture__position__fills_the_frame_and_stays_in_it),
        TEST(picture__tape__is_torn_where_it_does_not_begin),
        TEST(room__bad_values__are_told),
        TEST(picture__sign__has_the_frame_in_its_colours),
        cmocka_unit_test(box__transforms_and_paths__are_followed),
        cmocka_unit_test(box__ink__follows_curves_and_lines),
        cmocka_unit_test(number__one_to_forty__is_read_as_it_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
