/* SPDX-License-Identifier: MIT */
/* test_forms.c - forms out of a real bank file: same number same form, "next" never repeats while
 * it need not, every exam of the bank can be filled, what is missing is named. */
#include "support/ept_test.h"

#include <string.h>

#include "core/temp_folder.h"
#include "epstopik/str.h"
#include "support/gen_bank.h"
#include "support/sittings.h"

static const ept_form *form_of(stage *s, const char *exam, int number)
{
    const ept_form *form = NULL;
    ept_shortage shortage;
    assert_ok(ept_delivery_form(&form, s->arena, s->delivery, exam, number, s->learner, &shortage));
    return form;
}

static void forms__every_exam__can_be_filled(void **state)
{
    stage *s = *state;
    size_t count = 0;
    const ept_blueprint *const *exams = ept_delivery_exams(s->delivery, &count);
    assert_int_equal(count, 5);
    for (size_t i = 0; i < count; i++) {
        bool fillable = false;
        ept_shortage shortage;
        assert_ok(ept_delivery_fillable(&fillable, s->arena, s->delivery, exams[i]->id, &shortage));
        assert_true(fillable);
    }
}

static void forms__same_number_in_two_builds__is_the_same(void **state)
{
    stage *s = *state;
    ept_bank *twin = NULL;
    ept_delivery *delivery = NULL;
    const ept_form *b = NULL;
    ept_shortage shortage;
    assert_ok(gen_bank(temp_folder_at(&s->folder, "twin.bank"), 1200, 11));
    assert_ok(ept_bank_open(&twin, temp_folder_at(&s->folder, "twin.bank")));
    const ept_delivery_opts opts = {ept_clock_manual(&s->time), twin, NULL};
    assert_ok(ept_delivery_new(&delivery, &opts));
    for (int number = 1; number <= 20; number++) {
        const ept_form *a = form_of(s, "eps-topik-cbt", number);
        assert_ok(ept_delivery_form(&b, s->arena, delivery, "eps-topik-cbt", number, 0, &shortage));
        for (size_t i = 0; i < 40; i++) {
            assert_string_equal(a->items[i].id, b->items[i].id);
            assert_memory_equal(a->items[i].order, b->items[i].order, EPT_PLACES);
            assert_true(ept_hash_eq(&a->items[i].hash, &b->items[i].hash));
        }
    }
    ept_delivery_free(delivery);
    ept_bank_close(twin);
}

static bool shares(const ept_form *a, const ept_form *b)
{
    for (size_t i = 0; i < a->count; i++) {
        for (size_t k = 0; k < b->count; k++) {
            if (ept_streq(a->items[i].id, b->items[k].id)) {
                return true;
            }
        }
    }
    return false;
}

static void forms__next__shares_nothing_with_what_was_sat(void **state)
{
    stage *s = *state;
    const ept_form *sat[6];
    for (size_t n = 0; n < 6; n++) {
        stage_start(s, "eps-topik-ubt", 0, -1);
        sat[n] = form_of(s, "eps-topik-ubt", 1);
        assert_ok(ept_journal_form(&sat[n], s->arena, s->journal, ept_session_id(s->session)));
        assert_ok(ept_session_close(s->session, EPT_CLOSE_BY_LEARNER, NULL));
        ept_session_free(s->session);
        s->session = NULL;
        ept_clock_advance(&s->time, 60000);
        for (size_t k = 0; k < n; k++) {
            assert_false(shares(sat[n], sat[k]));
        }
    }
}

static void forms__unknown_exam_and_number__are_refused(void **state)
{
    stage *s = *state;
    const ept_form *form = NULL;
    ept_shortage shortage;
    assert_status(EPT_E_NOT_FOUND,
                  ept_delivery_form(&form, s->arena, s->delivery, "topik", 1, 0, &shortage));
    assert_status(EPT_E_INVAL,
                  ept_delivery_form(&form, s->arena, s->delivery, "law", 10000, 0, &shortage));
    assert_null(form);
}

static void forms__poor_bank__names_what_is_missing(void **state)
{
    stage *s = *state;
    ept_bank *poor = NULL;
    ept_delivery *delivery = NULL;
    const ept_form *form = NULL;
    ept_shortage shortage;
    assert_ok(gen_bank(temp_folder_at(&s->folder, "poor.bank"), 10, 1));
    assert_ok(ept_bank_open(&poor, temp_folder_at(&s->folder, "poor.bank")));
    const ept_delivery_opts opts = {ept_clock_manual(&s->time), poor, NULL};
    assert_ok(ept_delivery_new(&delivery, &opts));

    assert_status(EPT_E_SHORT,
                  ept_delivery_form(&form, s->arena, delivery, "law", 1, 0, &shortage));

    assert_string_equal(shortage.slot, "law");
    assert_int_equal(shortage.needed, 25);
    assert_true(shortage.found < 25);
    ept_delivery_free(delivery);
    ept_bank_close(poor);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, stage_setup, stage_teardown)
    const struct CMUnitTest tests[] = {
        T(forms__every_exam__can_be_filled),
        T(forms__same_number_in_two_builds__is_the_same),
        T(forms__next__shares_nothing_with_what_was_sat),
        T(forms__unknown_exam_and_number__are_refused),
        T(forms__poor_bank__names_what_is_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
