/* SPDX-License-Identifier: MIT */
/* test_option.c - option cards: text never moves between states, cards grow with their words. */
#include "ui/fixture.h"

#include "ui_priv.h"

static const ui_cmd *text_of(const ept_draw_list *d, const char *words)
{
    size_t n;
    const ui_cmd *c = ui_draw_commands(d, &n);

    for (size_t i = 0; i < n; i++) {
        if (c[i].kind == UI_CMD_TEXT && ept_streq(c[i].text.words, words))
            return &c[i];
    }
    fail_msg("no text %s", words);
    return NULL;
}

static void option__states__text_stands_still(void **state)
{
    fixture *f = *state;
    int x = 0, y = 0;

    for (int s = EPT_OPTION_NORMAL; s <= EPT_OPTION_RULED_OUT; s++) {
        ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);
        ept_option_card o = {
            .id = "o", .number = 2, .text = "손수레", .state = (ept_option_state)s, .word = "word"};
        const ui_cmd *c;

        assert_int_equal(72, ept_ui_option(d, (ept_rect){50, 60, 500, 0}, &o).h);
        c = text_of(d, "손수레");
        if (s == EPT_OPTION_NORMAL) {
            x = c->rect.x;
            y = c->text.y;
        }
        assert_int_equal(x, c->rect.x);
        assert_int_equal(y, c->text.y);
        assert_int_equal(50 + 18 + 40 + 16, x);
    }
}

static void option__selected__is_bold_and_in_contrast_says_so(void **state)
{
    fixture *f = *state;
    ept_option_card o = {
        .id = "o", .number = 2, .text = "손수레", .state = EPT_OPTION_SELECTED, .word = "таңдалды"};
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);

    ept_ui_option(d, (ept_rect){0, 0, 500, 0}, &o);
    assert_int_equal(EPT_TYPE_OPTION_BOLD, text_of(d, "손수레")->text.opts.type);
    assert_false(ept_draw_shows(d, "таңдалды"));
    d = fixture_begin(f, 1280, 800, 100, EPT_THEME_CONTRAST);
    ept_ui_option(d, (ept_rect){0, 0, 500, 0}, &o);
    assert_true(ept_draw_shows(d, "таңдалды"));
}

static void option__ruled_out__strikes_underlined_words_too(void **state)
{
    fixture *f = *state;
    ept_option_card o = {
        .id = "o", .number = 1, .text = "친구__하고__ 가요.", .state = EPT_OPTION_RULED_OUT};
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);
    const ept_line *line;
    bool underlined = false;

    ept_ui_option(d, (ept_rect){0, 0, 600, 0}, &o);
    line = text_of(d, o.text)->text.layout->lines;
    assert_true(line->run_count > 1);
    for (size_t i = 0; i < line->run_count; i++) {
        assert_true(line->runs[i].marks & EPT_MARK_STRIKE);
        underlined = underlined || (line->runs[i].marks & EPT_MARK_UNDERLINE);
    }
    assert_true(underlined);
}

static void option__long_text__grows_instead_of_clipping(void **state)
{
    static const int percents[] = {100, 115, 130, 150};
    fixture *f = *state;
    ept_option_card o = {
        .id = "o",
        .number = 1,
        .text = "작업장에서는 반드시 안전모를 쓰고 안전화를 신은 다음에 일을 시작해야 합니다.",
        .gloss = "Жұмыс орнында міндетті түрде қорғаныш дулыға мен аяқ киім кию керек.",
        .note = "Бұл сөйлем мәтінде айтылмаған, сондықтан дұрыс емес.",
        .word = "Сіздің жауабыңыз",
        .state = EPT_OPTION_WRONG};

    for (int i = 0; i < 4; i++) {
        for (int w = 240; w <= 900; w += 60) {
            ept_draw_list *d = fixture_begin(f, 1920, 2400, percents[i], EPT_THEME_LIGHT);
            ept_rect r = ept_ui_option(d, (ept_rect){20, 20, w, 0}, &o);

            assert_int_equal(r.h, ept_ui_option_h(d, w, &o));
            assert_all_fits(d, "option card");
        }
    }
}

static void options__fill__share_the_height_equally(void **state)
{
    fixture *f = *state;
    ept_option_card o[4];
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);

    for (int i = 0; i < 4; i++)
        o[i] = (ept_option_card){
            .id = ept_draw_id(d, "o", i + 1), .number = i + 1, .text = "드라이버"};
    assert_int_equal(448, ept_ui_options(d, (ept_rect){477, 173, 426, 448}, o, false, true));
    assert_int_equal(100, ept_draw_region_find(d, "o.1")->rect.h);
    assert_int_equal(173 + 116, ept_draw_region_find(d, "o.2")->rect.y);
}

static void options__one_long__takes_room_from_the_spare(void **state)
{
    fixture *f = *state;
    ept_option_card o[4];
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);
    int used;

    for (int i = 0; i < 4; i++)
        o[i] =
            (ept_option_card){.id = ept_draw_id(d, "o", i + 1), .number = i + 1, .text = "짧은 것"};
    o[2].text = "아주 아주 긴 문장이 있어서 한 줄에 들어가지 않는 것은 세 번째 보기에만 있습니다 "
                "그래서 높습니다";
    used = ept_ui_options(d, (ept_rect){0, 0, 420, 440}, o, false, true);
    assert_in_range(used, 436, 440);
    assert_true(ept_draw_region_find(d, "o.3")->rect.h > ept_draw_region_find(d, "o.1")->rect.h);
    assert_all_fits(d, "options");
}

static void options__pairs__stand_two_by_two(void **state)
{
    fixture *f = *state;
    ept_option_card o[4];
    ept_picture picture = {.key = "p", .svg = "<svg/>", .bytes = 6};
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);

    for (int i = 0; i < 4; i++)
        o[i] = (ept_option_card){
            .id = ept_draw_id(d, "o", i + 1), .number = i + 1, .picture = &picture};
    ept_ui_options(d, (ept_rect){49, 245, 854, 0}, o, true, false);
    assert_int_equal(208, ept_draw_region_find(d, "o.4")->rect.h);
    assert_int_equal(245 + 208 + 16, ept_draw_region_find(d, "o.3")->rect.y);
    assert_true(ept_draw_region_find(d, "o.2")->rect.x > 400);
}

static void option__spoken__is_the_bubble_alone(void **state)
{
    fixture *f = *state;
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_buf words = {0};

    ept_ui_option(d, (ept_rect){0, 0, 400, 0}, &(ept_option_card){.id = "o", .number = 3});
    ept_draw_words(d, &words);
    assert_string_equal("3\n", words.p);
    ept_buf_clear(&words);
}

#define T(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(option__states__text_stands_still),
        T(option__selected__is_bold_and_in_contrast_says_so),
        T(option__ruled_out__strikes_underlined_words_too),
        T(option__long_text__grows_instead_of_clipping),
        T(options__fill__share_the_height_equally),
        T(options__one_long__takes_room_from_the_spare),
        T(options__pairs__stand_two_by_two),
        T(option__spoken__is_the_bubble_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
