/* SPDX-License-Identifier: MIT */
/* test_widgets.c - controls with Russian and Kazakh words at every text size: nothing leaves its
 * box; and what buttons give up first when there is no room. */
#include "ui/fixture.h"

#include <stdio.h>
#include <string.h>

static const int percents[] = {100, 115, 130, 150};
enum { SIZES = 4 };

static void button__narrow__loses_key_then_icon_then_wraps(void **state)
{
    fixture *f = *state;
    ept_button b = {.id = "b", .label = "Барлық сұрақтар", .icon = "grid", .key = "PgUp"};
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);
    int w = ept_ui_button_w(d, &b);
    ept_buf dump = {0};

    ept_ui_button(d, (ept_rect){0, 0, w, 0}, &b);
    assert_true(ept_draw_shows(d, "PgUp"));
    d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_ui_button(d, (ept_rect){0, 0, w - 30, 0}, &b);
    assert_false(ept_draw_shows(d, "PgUp"));
    ept_draw_dump(d, &dump);
    assert_non_null(strstr(dump.p, "grid"));
    d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_ui_button(d, (ept_rect){0, 0, 160, 0}, &b);
    ept_buf_reset(&dump);
    ept_draw_dump(d, &dump);
    assert_null(strstr(dump.p, "grid"));
    assert_all_fits(d, "button");
    d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);
    assert_true(ept_ui_button(d, (ept_rect){0, 0, 120, 0}, &b).h >= 64);
    assert_all_fits(d, "wrapped button");
    ept_buf_clear(&dump);
}

static void button__sizes__follow_the_look(void **state)
{
    fixture *f = *state;
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_button b = {.id = "b", .label = "Next"};

    assert_int_equal(48, ept_ui_button(d, (ept_rect){0}, &b).h);
    b.size = EPT_BUTTON_FOOTER;
    assert_int_equal(56, ept_ui_button(d, (ept_rect){0}, &b).h);
    b.size = EPT_BUTTON_SMALL;
    assert_int_equal(40, ept_ui_button(d, (ept_rect){0}, &b).h);
    b.disabled = true;
    b.kind = EPT_BUTTON_PRIMARY;
    b.id = "off";
    ept_ui_button(d, (ept_rect){0}, &b);
    assert_true(ept_draw_region_find(d, "off")->disabled);
    assert_false(ept_draw_region_find(d, "off")->primary);
}

static void button__row__never_leaves_the_row(void **state)
{
    fixture *f = *state;
    ept_button b[3] = {
        {.id = "a", .label = "Вернуться к вопросу 20", .key = "Esc", .size = EPT_BUTTON_FOOTER},
        {.id = "b", .label = "Посмотреть все вопросы", .size = EPT_BUTTON_FOOTER},
        {.id = "c", .label = "Сдать чтение…", .size = EPT_BUTTON_FOOTER}};

    for (int i = 0; i < SIZES; i++) {
        ept_draw_list *d = fixture_begin(f, 1280, 800, percents[i], EPT_THEME_LIGHT);
        ept_rect row = {24, 700, 1232, 72};

        row = ept_ui_buttons_left(d, row, b, 2);
        ept_ui_buttons_right(d, row, b + 2, 1);
        for (size_t k = 0; k < ept_draw_region_count(d); k++) {
            ept_rect r = ept_draw_region_at(d, k)->rect;

            assert_true(r.x >= 24 && r.x + r.w <= 1256);
        }
        assert_all_fits(d, "row of buttons");
    }
}

static int stack(ept_draw_list *d, ept_rect box)
{
    static const ept_segment segments[] = {
        {"Қазақша", NULL}, {"Русский", NULL}, {"English", NULL}, {"한국어", NULL}};
    static const ept_chip chips[] = {
        {.label = "Меңгерілді", .icon = "check", .tone = EPT_TONE_GOOD},
        {.id = "w.chip.0", .label = "Без ответа · 3", .active = true},
        {.id = "w.chip.1", .label = "Белгіленген · 4"}};
    static const ept_audio audio = {.state = EPT_AUDIO_PLAYING,
                                    .word = "Воспроизведение",
                                    .ordinal = "первый раз",
                                    .at_ms = 6000,
                                    .of_ms = 10000,
                                    .plays = 1,
                                    .plays_max = 2};
    static const ept_audio silent = {.state = EPT_AUDIO_NO_SOUND,
                                     .word = "Дыбыс жоқ",
                                     .ordinal = "Құлаққапты тексеріңіз",
                                     .button_id = "w.retry",
                                     .button = "Қайталау"};
    int y = box.y, w = box.w;

    y +=
        ept_ui_segments(d, (ept_rect){box.x, y, w, 0},
                        &(ept_segments){.id = "w.lang", .items = segments, .count = 4, .active = 0})
            .h +
        16;
    y += ept_ui_chips(d, (ept_rect){box.x, y, w, 0}, chips, 3) + 16;
    y += ept_ui_notice(d, (ept_rect){box.x, y, w, 0}, EPT_TONE_WARN, "warn",
                       "3 вопроса без ответа: 8, 14, 19",
                       "За неверный ответ баллы не снимают. Лучше выбрать хоть что-то.") +
         16;
    y += ept_ui_field(d, (ept_rect){box.x, y, w, 0},
                      &(ept_field){.id = "w.name",
                                   .label = "Атыңыз",
                                   .hint = "Атыңызды теріңіз",
                                   .icon = "search",
                                   .note = "Бұл атпен нәтижелер сақталады",
                                   .key = "/"})
             .h +
         16;
    y += ept_ui_choice(d, (ept_rect){box.x, y, w, 0},
                       &(ept_choice){.id = "w.choice",
                                     .label = "Обрабатывающая промышленность",
                                     .note = "Минимальный балл 120, источник не подтверждён",
                                     .on = true}) +
         16;
    y += ept_ui_fact(d, (ept_rect){box.x, y, w, 0}, "Минимальный балл", "120 из 200", true) + 16;
    y += ept_ui_audio(d, (ept_rect){box.x, y, w, 0}, &audio).h + 16;
    y += ept_ui_audio(d, (ept_rect){box.x, y, w, 0}, &silent).h + 16;
    y +=
        ept_ui_legend(d, (ept_rect){box.x, y, w, 0},
                      &(ept_legend){"Жауап берілген", "Жауапсыз", "Белгіленген", 11, 9, 2, false}) +
        16;
    y += ept_ui_bullet(d, (ept_rect){box.x, y, w, 0}, "Киіңіз: дулыға, қолғап, аяқ киім",
                       (ept_text_opts){0}) +
         16;
    y += ept_ui_question_line(d, (ept_rect){box.x, y, w, 0}, 14,
                              "다음 급여 명세서의 내용과 같은 것을 고르십시오.", false, false);
    return y;
}

static void widgets__every_size_and_width__fit_their_boxes(void **state)
{
    fixture *f = *state;

    for (int theme = EPT_THEME_LIGHT; theme <= EPT_THEME_CONTRAST; theme++) {
        for (int i = 0; i < SIZES; i++) {
            for (int w = 560; w <= 1100; w += 90) {
                ept_draw_list *d = fixture_begin(f, 1280, 3000, percents[i], (ept_theme)theme);

                assert_true(stack(d, (ept_rect){24, 24, w, 0}) < 3000);
                assert_all_fits(d, "stack of controls");
            }
        }
    }
}

static const ept_rail_item rail_items[] = {{"rail.home", "Басты бет", "home", 0, false},
                                           {"rail.exam", "Сынақ емтиханы", "exam", 0, false},
                                           {"rail.law", "Еңбек құқығы", "law", 0, false},
                                           {"rail.results", "Нәтижелерім", "chart", 8, false},
                                           {"rail.settings", "Баптаулар", "gear", 0, true}};

static void rail__every_window__fits(void **state)
{
    static const int windows[][2] = {{1024, 768}, {1280, 800}, {1366, 768}, {1920, 1080}};
    fixture *f = *state;
    ept_rail r = {.title = "EPS-TOPIK жаттығуы",
                  .items = rail_items,
                  .count = 5,
                  .active = "rail.home",
                  .profile_id = "rail.profile",
                  .profile_name = "Айдана",
                  .profile_note = "12-орын",
                  .profile_icon = "profile-apple"};

    for (int i = 0; i < SIZES; i++) {
        for (int k = 0; k < 4; k++) {
            ept_draw_list *d =
                fixture_begin(f, windows[k][0], windows[k][1], percents[i], EPT_THEME_LIGHT);
            int width = ept_draw_metrics(d)->rail.w;

            ept_ui_page(d);
            ept_ui_rail(d, &r);
            assert_all_fits(d, "rail");
            for (size_t n = 0; n < ept_draw_region_count(d); n++) {
                ept_rect rect = ept_draw_region_at(d, n)->rect;

                assert_true(rect.x >= 0 && rect.x + rect.w <= width && rect.h >= 40);
            }
        }
    }
}

static void modal__every_size__fits_the_smallest_window(void **state)
{
    fixture *f = *state;
    ept_modal m = {.title = "Сдать раздел чтения?",
                   .strong = "3 вопроса без ответа: 8, 14, 19.",
                   .text = "Вернуться к чтению после этого нельзя. Начнётся аудирование, 25 минут.",
                   .safe = {.id = "m.keep", .label = "Продолжить работу", .key = "Esc"},
                   .act = {.id = "m.go", .label = "Сдать чтение", .kind = EPT_BUTTON_PRIMARY}};

    for (int i = 0; i < SIZES; i++) {
        ept_draw_list *d = fixture_begin(f, 1024, 768, percents[i], EPT_THEME_LIGHT);

        ept_draw_text(d, (ept_rect){400, 380, 300, 0}, "page behind", (ept_text_opts){0});
        ept_ui_modal(d, &m);
        assert_false(ept_draw_shows(d, "page behind"));
        assert_all_fits(d, "modal");
    }
}

static void toast__sentence__stands_above_the_footer(void **state)
{
    fixture *f = *state;
    ept_draw_list *d = fixture_begin(f, 1280, 800, 150, EPT_THEME_LIGHT);
    ept_rect r = ept_ui_toast(d, 24, 696, EPT_TONE_BAD, "warn",
                              "Не удалось сохранить ответ: на диске нет места", "Закрыть");

    assert_int_equal(696 - 16, r.y + r.h);
    assert_true(r.x + r.w <= 1280);
    assert_non_null(ept_draw_region_find(d, "toast.close"));
    assert_all_fits(d, "toast");
}

static void grid__cells__stand_five_in_a_row(void **state)
{
    fixture *f = *state;
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_cell cells[20];

    for (int i = 0; i < 20; i++)
        cells[i] = (ept_cell){.id = ept_draw_id(d, "grid", i + 1), .number = i + 1, .here = i == 3};
    assert_int_equal(4 * 48 + 3 * 8, ept_ui_grid(d, (ept_rect){968, 145, 272, 0}, cells, 20, 5));
    assert_int_equal(968 + 4 * 56, ept_draw_region_find(d, "grid.5")->rect.x);
    assert_int_equal(145 + 56, ept_draw_region_find(d, "grid.6")->rect.y);
}

static void big_cell__every_size__fits_its_words(void **state)
{
    fixture *f = *state;

    for (int i = 0; i < SIZES; i++) {
        ept_draw_list *d = fixture_begin(f, 1280, 800, percents[i], EPT_THEME_LIGHT);
        ept_rect r = {0, 0, 158 * percents[i] / 100, ept_ui_big_cell_h(d)};

        ept_ui_big_cell(
            d, r,
            &(ept_big_cell){
                .id = "q.1", .number = 18, .blank = "Жауап берілмеген", .flagged = true});
        r.y = 400;
        ept_ui_big_cell(d, r, &(ept_big_cell){.id = "q.2", .number = 19, .chosen = 4});
        assert_all_fits(d, "big cell");
    }
}

static void scroll__pane__says_that_more_is_below(void **state)
{
    fixture *f = *state;
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_rect pane = {100, 100, 400, 200}, in = ept_ui_scroll_begin(d, pane, "doc", 60);

    assert_int_equal(40, in.y);
    ept_draw_text(d, (ept_rect){in.x, in.y, in.w, 0}, "above", (ept_text_opts){0});
    ept_draw_text(d, (ept_rect){in.x, in.y + 300, in.w, 0}, "below", (ept_text_opts){0});
    ept_ui_scroll_end(d, pane, 60, 500, "more below");
    assert_false(ept_draw_shows(d, "above"));
    assert_true(ept_draw_shows(d, "more below"));
    d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_ui_scroll_begin(d, pane, "doc", 300);
    ept_ui_scroll_end(d, pane, 300, 500, "more below");
    assert_false(ept_draw_shows(d, "more below"));
}

static void scroll__numbers__stay_in_range(void **state)
{
    (void)state;
    assert_int_equal(0, ept_ui_scroll_clamp(0, -40, 200, 500));
    assert_int_equal(300, ept_ui_scroll_clamp(290, 40, 200, 500));
    assert_int_equal(0, ept_ui_scroll_clamp(50, 0, 200, 100));
    assert_int_equal(120, ept_ui_scroll_to(0, 200, 280, 40));
    assert_int_equal(80, ept_ui_scroll_to(150, 200, 80, 40));
    assert_int_equal(150, ept_ui_scroll_to(150, 200, 200, 40));
}

static void field__typing__shows_composition_and_hides_a_pin(void **state)
{
    fixture *f = *state;
    ept_edit e = {0};
    ept_input in = {.kind = EPT_INPUT_COMPOSE, .text = "하"};
    ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);

    ept_edit_set(&e, "Айдана");
    ept_edit_input(&e, &in);
    ept_focus_set(f->focus, "n.name");
    ept_ui_field(d, (ept_rect){10, 10, 300, 0}, &(ept_field){.id = "n.name", .edit = &e});
    assert_true(ept_draw_shows(d, "Айдана"));
    assert_true(ept_draw_shows(d, "하"));
    assert_int_equal(EPT_REGION_TEXT, ept_draw_region_find(d, "n.name")->kind);
    ept_edit_set(&e, "1234");
    d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);
    ept_ui_field(d, (ept_rect){10, 10, 300, 0},
                 &(ept_field){.id = "n.pin", .edit = &e, .secret = true});
    assert_false(ept_draw_shows(d, "1234"));
    assert_true(ept_draw_shows(d, "••••"));
}

static void score_bar__minimum__is_labelled_and_never_promises(void **state)
{
    fixture *f = *state;

    for (int i = 0; i < SIZES; i++) {
        ept_draw_list *d = fixture_begin(f, 1280, 800, percents[i], EPT_THEME_LIGHT);
        int h = ept_ui_score_bar(d, (ept_rect){40, 40, 824, 0},
                                 &(ept_score_bar){75, 60, 200, 120, "Чтение 75", "Аудирование 60",
                                                  "Минимальный балл 120", "Вы: 135"});

        assert_true(h > 80);
        assert_true(ept_draw_shows(d, "Минимальный балл 120"));
        assert_all_fits(d, "score bar");
    }
}

/* True when a word inside the bar stands on both sides of x. */
static bool word_over(const ept_draw_list *d, int x)
{
    ept_buf dump = {0};
    bool over = false;

    ept_draw_dump(d, &dump);
    for (const char *line = dump.p; line; line = strchr(line, '\n')) {
        int left, top, w;

        line += *line == '\n';
        if (strstr(line, "colour=on.accent") && strcspn(line, "\n") > 16 &&
            strstr(line, "colour=on.accent") < line + strcspn(line, "\n") &&
            sscanf(line, "text %d,%d %d", &left, &top, &w) == 3)
            over = over || (left < x && x < left + w);
    }
    ept_buf_clear(&dump);
    return over;
}

static void score_bar__every_score__keeps_words_clear_of_the_line(void **state)
{
    enum { X = 40, W = 700, MAX = 200, MINIMUM = 90, STEP = 5 };
    fixture *f = *state;

    for (int first = 0; first <= MAX / 2; first += STEP) {
        for (int second = 0; second <= MAX / 2; second += STEP) {
            ept_draw_list *d = fixture_begin(f, 1280, 800, 100, EPT_THEME_LIGHT);

            ept_ui_score_bar(d, (ept_rect){X, 40, W, 0},
                             &(ept_score_bar){first, second, MAX, MINIMUM, "Чтение 75",
                                              "Аудирование 60", "Минимальный балл", "Вы: 135"});
            assert_all_fits(d, "score bar");
            assert_false(word_over(d, X + W * MINIMUM / MAX));
        }
    }
}

#define T(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(button__narrow__loses_key_then_icon_then_wraps),
        T(button__sizes__follow_the_look),
        T(button__row__never_leaves_the_row),
        T(widgets__every_size_and_width__fit_their_boxes),
        T(rail__every_window__fits),
        T(modal__every_size__fits_the_smallest_window),
        T(toast__sentence__stands_above_the_footer),
        T(grid__cells__stand_five_in_a_row),
        T(big_cell__every_size__fits_its_words),
        T(scroll__pane__says_that_more_is_below),
        cmocka_unit_test(scroll__numbers__stay_in_range),
        T(field__typing__shows_composition_and_hides_a_pin),
        T(score_bar__minimum__is_labelled_and_never_promises),
        T(score_bar__every_score__keeps_words_clear_of_the_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
