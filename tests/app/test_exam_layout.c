/* SPDX-License-Identifier: MIT */
/* test_exam_layout.c - every question of a form at every size, language and theme: words stay in
 * their boxes, the four options stand whole inside the card, and none of them scrolls. */
#include "support/ept_test.h"

#include "app/exam_stage.h"

static const char *const sizes[] = {"size 1280x800\ntext 100", "size 1024x768\ntext 100",
                                    "size 1280x800\ntext 150", "size 1280x800\ntext 115",
                                    "size 1366x768\ntext 100", "size 1920x1080\ntext 115"};
static const char *const langs[] = {"lang kk", "lang ru", "lang en", "lang ko"};
enum { SIZES = sizeof sizes / sizeof *sizes, LANGS = sizeof langs / sizeof *langs };

static void fits(program *p, const char *what)
{
    const ept_draw_list *d = ept_ui_shown(p->a.ui);
    const ept_metrics *m = ept_draw_metrics(d);
    ept_buf words = {0};

    if (ept_draw_overflow(d, &words)) {
        fail_msg("question %d, %s: does not fit: %s", exam_stage_number(p), what, words.p);
    }
    ept_buf_clear(&words);
    for (int i = 1; i <= EPT_PLACES; i++) {
        char id[] = "exam.option.0";
        const ept_region *r;

        id[sizeof id - 2] = (char)('0' + i);
        r = ept_draw_region_find(d, id);
        assert_non_null(r);
        if (r->rect.y < m->card.y || r->rect.y + r->rect.h > m->card.y + m->card.h ||
            r->rect.x + r->rect.w > m->card.x + m->card.w) {
            fail_msg("question %d, %s: option %d leaves the card", exam_stage_number(p), what, i);
        }
    }
}

/* The next language and theme, so that all of them meet all sizes over a form. */
static void turn(program *p, size_t n)
{
    program_do(p, langs[n % LANGS]);
    program_do(p, n / LANGS % 2 ? "theme contrast" : "theme light");
}

/* Every question of the running section, each at every other size. */
static void walk_all(program *p)
{
    size_t count, section = ept_sitting_section(exam_stage_sitting(p));
    size_t first = ept_sitting_first(exam_stage_sitting(p), section, &count);

    for (size_t s = 0; s < SIZES; s++) {
        program_do(p, sizes[s]);
        for (size_t i = first + (s + first) % 2; i < first + count; i += 2) {
            turn(p, s + i);
            exam_stage_go(p, ept_session_form(p->a.session)->items[i].number);
            fits(p, sizes[s]);
        }
    }
}

static void layout__reading__fits_everywhere(void **state)
{
    program *p = *state;

    exam_stage_start(p, "eps-topik-ubt", 4, -1, EPT_LANG_KO);
    walk_all(p);
}

static void layout__listening__fits_everywhere(void **state)
{
    program *p = *state;

    exam_stage_start(p, "eps-topik-ubt", 4, -1, EPT_LANG_KO);
    program_do(p, "click-id exam.submit\nclick-id submit.go\nkey Enter");
    walk_all(p);
}

static void layout__law__fits_everywhere(void **state)
{
    program *p = *state;

    exam_stage_start(p, "law", 4, -1, EPT_LANG_RU);
    walk_all(p);
}

static void layout__marked_in_the_strict_test__fits_everywhere(void **state)
{
    program *p = *state;

    exam_stage_start(p, "eps-topik-cbt", 4, -1, EPT_LANG_KO);
    for (size_t number = 1; number <= 20; number++) {
        program_do(p, "key 3");
        for (size_t k = 0; k < 2; k++) {
            program_do(p, sizes[(number + 3 * k) % SIZES]);
            turn(p, number / 2 + k);
            fits(p, sizes[(number + 3 * k) % SIZES]);
        }
        program_do(p, "key Right");
    }
}

/* Screens beside the question: their words stay in their boxes. */
static void other(program *p, const char *what)
{
    ept_buf words = {0};

    for (size_t s = 0; s < SIZES; s++) {
        for (size_t l = 0; l < LANGS; l++) {
            program_do(p, sizes[s]);
            program_do(p, langs[l]);
            if (ept_draw_overflow(ept_ui_shown(p->a.ui), &words)) {
                fail_msg("%s, %s, %s: does not fit: %s", what, sizes[s], langs[l], words.p);
            }
        }
    }
    ept_buf_clear(&words);
}

static void layout__screens_beside__fit_everywhere(void **state)
{
    program *p = *state;
    int64_t id;

    exam_stage_start(p, "eps-topik-ubt", 4, -1, EPT_LANG_KO);
    id = ept_session_id(p->a.session);
    program_do(p, "key 1\nkey F\nkey A");
    other(p, "all questions");
    program_do(p, "click-id all.submit\nexpect-screen submit");
    other(p, "submit");
    program_do(p, "key Escape\nkey Escape\nkey Escape\nexpect-screen leave");
    other(p, "leave");
    program_do(p, "click-id leave.go\nexpect-screen home");
    app_go(&p->a, nav_push(SCREEN_GO_ON, id));
    assert_ok(app_draw(&p->a));
    other(p, "go on");
}

static void layout__feedback__fits_everywhere(void **state)
{
    program *p = *state;

    exam_stage_start(p, "practice", 4, EPT_SECTION_LISTENING, EPT_LANG_KO);
    for (size_t i = 0; i < 20; i++) {
        ept_buf words = {0};

        program_do(p, sizes[i % SIZES]);
        turn(p, i / 2);
        program_do(p, "key 1\nkey Enter");
        assert_true(exam_stage_response(p)->feedback);
        if (ept_draw_overflow(ept_ui_shown(p->a.ui), &words)) {
            fail_msg("feedback %zu, %s: does not fit: %s", i, sizes[i % SIZES], words.p);
        }
        ept_buf_clear(&words);
        program_do(p, "key Right");
    }
}

/* Large text on a small window: options may then scroll with all the rest, but what is asked and
 * the document's beginning are never lost. */
static void layout__large_on_small__still_asks_and_begins_at_the_top(void **state)
{
    program *p = *state;
    ept_arena *arena;
    size_t count, flows = 0;

    assert_ok(ept_arena_new(&arena));
    exam_stage_start(p, "eps-topik-ubt", 4, -1, EPT_LANG_KO);
    program_do(p, "size 1024x600\ntext 150");
    size_t section = ept_sitting_section(exam_stage_sitting(p));
    size_t first = ept_sitting_first(exam_stage_sitting(p), section, &count);
    for (size_t i = first; i < first + count; i++) {
        const ept_form_item *at = &ept_session_form(p->a.session)->items[i];
        const ept_item *item;

        exam_stage_go(p, at->number);
        assert_ok(ept_bank_item(&item, arena, p->a.bank, at->id));
        if (item->document && !program_shows(p, item->document->title)) {
            fail_msg("question %d: the title of the document is not seen", at->number);
        }
        if (item->ask && !program_shows(p, item->ask)) {
            fail_msg("question %d: what is asked is lost", at->number);
        }
        flows += item->document && exam_stage_has(p, "exam.flow");
    }
    assert_true(flows > 0);
    ept_arena_free(arena);
}

#define T(name) cmocka_unit_test_setup_teardown(name, exam_stage_setup, program_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(layout__reading__fits_everywhere),
        T(layout__listening__fits_everywhere),
        T(layout__law__fits_everywhere),
        T(layout__marked_in_the_strict_test__fits_everywhere),
        T(layout__screens_beside__fit_everywhere),
        T(layout__feedback__fits_everywhere),
        T(layout__large_on_small__still_asks_and_begins_at_the_top),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
