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

/* Where the last thing of a position is put: "translate(x y)". */
static void last_place(const bank_src_picture *picture, double *x, double *y)
{
    const char *at = NULL;

    for (const char *s = picture->svg.p; (s = strstr(s, "<g transform=\"translate(")) != NULL;
         s++) {
        at = s;
    }
    assert_non_null(at);
    assert_int_equal(sscanf(at, "<g transform=\"translate(%lf %lf)", x, y), 2);
}

static void picture__position__is_where_the_rooms_say(void **state)
{
    place *p = *state;
    bank_src_picture *desk = NULL;
    double x[2], y[2], under[2][2];

    last_place(bank_picture_find(&p->src, draw(p, "{position: [{thing: tools/saw, at: on-top, ref: "
                                                  "furniture/desk}]}")),
               &x[0], &y[0]);
    last_place(bank_picture_find(&p->src, draw(p, "{position: [{thing: tools/saw, at: under, ref: "
                                                  "furniture/desk}]}")),
               &under[0][0], &under[0][1]);
    desk = bank_picture_find(&p->src, "furniture/desk");
    desk->rest[0] = 300;
    desk->rest[1] = 272;
    desk->under[0] = 40;
    desk->under[1] = 200;
    desk->under[2] = 360;
    /* other things: the same parameters are the same picture */
    last_place(
        bank_picture_find(&p->src, draw(p, "{position: [{thing: tools/shovel, at: on-top, ref: "
                                           "furniture/desk}]}")),
        &x[1], &y[1]);
    last_place(
        bank_picture_find(&p->src, draw(p, "{position: [{thing: tools/shovel, at: under, ref: "
                                           "furniture/desk}]}")),
        &under[1][0], &under[1][1]);
    assert_true(x[1] - x[0] > 40); /* to the right, and larger below */
    assert_true(y[1] - y[0] > 40);
    assert_true(under[1][0] == 64.0 && under[1][1] == 110.0); /* the desk is drawn last */
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
        TEST(picture__sign__has_the_frame_in_its_colours),
        cmocka_unit_test(box__transforms_and_paths__are_followed),
        cmocka_unit_test(number__one_to_forty__is_read_as_it_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
