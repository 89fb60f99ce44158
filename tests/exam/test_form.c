/* SPDX-License-Identifier: MIT */
/* test_form.c - forms out of 100,000 made-up items: the same number gives the same form, keys and
 * kinds are spread, "next" forms do not overlap, and what is missing is named. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/form.h"
#include "epstopik/str.h"
#include "support/exams.h"
#include "support/fake_pool.h"

/* Of 48 slots: 100,000 items in all. */
enum { PER_SLOT = 2084 };

typedef struct fixture {
    ept_arena *arena;
    fake_pool *pool;
} fixture;

static int setup(void **state)
{
    static fixture f;
    assert_ok(ept_arena_new(&f.arena));
    f.pool = fake_pool_new(PER_SLOT, 7);
    *state = &f;
    return 0;
}

static int teardown(void **state)
{
    fixture *f = *state;
    fake_pool_free(f->pool);
    ept_arena_free(f->arena);
    return 0;
}

static const ept_form *assemble(fixture *f, fake_pool *from, const char *exam, int number,
                                uint64_t seed)
{
    ept_pool pool = fake_pool_view(from);
    ept_shortage shortage;
    const ept_form *form = NULL;
    assert_ok(ept_form_assemble(&form, f->arena, exams_blueprint(f->arena, exam), &pool, number,
                                seed, &shortage));
    return form;
}

static bool same_form(const ept_form *a, const ept_form *b)
{
    for (size_t i = 0; i < a->count; i++) {
        if (!ept_streq(a->items[i].id, b->items[i].id) ||
            memcmp(a->items[i].order, b->items[i].order, EPT_PLACES) != 0) {
            return false;
        }
    }
    return a->count == b->count;
}

static void form__same_number__gives_same_form(void **state)
{
    fixture *f = *state;
    const ept_form *a = assemble(f, f->pool, "eps-topik-ubt", 17, 0);
    fake_pool_meet(f->pool, a, 1);
    fake_pool *again = fake_pool_new(PER_SLOT, 7);
    const ept_form *b = assemble(f, again, "eps-topik-ubt", 17, 99);
    const ept_form *c = assemble(f, again, "eps-topik-ubt", 18, 0);

    assert_true(same_form(a, b));
    assert_false(same_form(a, c));
    fake_pool_free(again);
}

static void check_keys(const ept_form *form, const ept_blueprint *bp)
{
    for (size_t s = 0; s < bp->section_count; s++) {
        size_t count = 0;
        size_t first = ept_form_section(form, bp->sections[s].section, &count);
        int places[5] = {0}, run = 0, last = 0;
        for (size_t i = first; i < first + count; i++) {
            int place = ept_form_place(&form->items[i], 0);
            assert_in_range(place, 1, 4);
            places[place]++;
            run = place == last ? run + 1 : 1;
            last = place;
            assert_true(run <= bp->key_row);
        }
        for (int k = 1; k <= 4; k++) {
            assert_in_range(places[k], bp->key_min, bp->key_max);
        }
    }
}

static void check_form(fixture *f, const ept_form *form, const ept_blueprint *bp)
{
    for (size_t r = 0; r < bp->rule_count; r++) {
        const ept_slot_rule *rule = &bp->rules[r];
        for (int n = rule->first; n <= rule->last; n++) {
            const ept_form_item *item = &form->items[n - 1];
            const char *slot = rule->slots[rule->one_group ? n - rule->first : 0];
            const ept_candidate *c = fake_pool_find(f->pool, item->id);
            assert_non_null(c);
            assert_string_equal(c->slot, slot);
            assert_int_equal(item->number, n);
            unsigned seen = 0;
            for (int p = 0; p < 4; p++) {
                seen |= 1u << item->order[p];
            }
            assert_int_equal(seen, 15);
            if (c->rising[0] != c->rising[1]) {
                assert_memory_equal(item->order, c->rising, 4);
            }
            for (int m = n + 1; m <= (int)form->count; m++) {
                assert_string_not_equal(item->id, form->items[m - 1].id);
            }
            for (int m = n + 1; rule->distinct_tag && m <= rule->last; m++) {
                assert_string_not_equal(c->tag,
                                        fake_pool_find(f->pool, form->items[m - 1].id)->tag);
            }
        }
    }
    check_keys(form, bp);
}

static void form__fifty_numbers__keep_every_rule(void **state)
{
    fixture *f = *state;
    static const char *const exams[] = {"eps-topik-cbt", "eps-topik-2023", "law"};
    for (size_t e = 0; e < 3; e++) {
        const ept_blueprint *bp = exams_blueprint(f->arena, exams[e]);
        for (int number = 1; number <= 50; number++) {
            check_form(f, assemble(f, f->pool, exams[e], number, 0), bp);
        }
    }
}

static void form__fifty_numbers__spread_units_sectors_levels(void **state)
{
    fixture *f = *state;
    for (int number = 1; number <= 50; number++) {
        const ept_form *form = assemble(f, f->pool, "eps-topik-cbt", number, 0);
        int units[61] = {0}, levels[4] = {0}, general = 0, most = 0;
        for (size_t i = 0; i < form->count; i++) {
            const ept_candidate *c = fake_pool_find(f->pool, form->items[i].id);
            units[c->unit]++;
            levels[c->level]++;
            general += ept_streq(c->sector, "general");
            most = units[c->unit] > most ? units[c->unit] : most;
        }
        assert_true(most <= 1);
        assert_in_range(levels[1], 13, 19);
        assert_in_range(levels[2], 13, 19);
        assert_in_range(levels[3], 5, 11);
        assert_in_range(general, 12, 22);
    }
}

static void form__fifty_numbers__rarely_share_items(void **state)
{
    fixture *f = *state;
    size_t shared = 0;
    const ept_form *forms[50];
    for (int number = 1; number <= 50; number++) {
        forms[number - 1] = assemble(f, f->pool, "eps-topik-cbt", number, 0);
    }
    for (size_t a = 0; a < 50; a++) {
        for (size_t b = a + 1; b < 50; b++) {
            for (size_t i = 0; i < 40; i++) {
                shared += ept_streq(forms[a]->items[i].id, forms[b]->items[i].id);
            }
        }
    }
    /* 49,000 pairs of places over rings of about 1,900 items. */
    assert_true(shared < 200);
}

static void form__next__never_repeats_while_unmet_items_last(void **state)
{
    fixture *f = *state;
    fake_pool *small = fake_pool_new(12, 3);
    for (uint64_t when = 1; when <= 3; when++) {
        const ept_form *form = assemble(f, small, "eps-topik-ubt", 0, when);
        for (size_t i = 0; i < form->count; i++) {
            assert_int_equal(fake_pool_find(small, form->items[i].id)->met, 0);
        }
        fake_pool_meet(small, form, when);
    }
    fake_pool_free(small);
}

static void form__next__takes_longest_unmet_when_all_are_met(void **state)
{
    fixture *f = *state;
    fake_pool *tiny = fake_pool_new(8, 5);
    const ept_form *form = NULL;
    for (uint64_t when = 1; when <= 8; when++) {
        form = assemble(f, tiny, "eps-topik-ubt", 0, when);
        fake_pool_meet(tiny, form, when);
    }
    form = assemble(f, tiny, "eps-topik-ubt", 0, 9);

    for (size_t i = 0; i < form->count; i++) {
        if (!ept_streq(form->items[i].slot, "reply")) {
            assert_int_equal(fake_pool_find(tiny, form->items[i].id)->met, 1);
        }
    }
    fake_pool_free(tiny);
}

static void form__assembly__reads_a_bounded_window(void **state)
{
    fixture *f = *state;
    (void)fake_pool_handed(f->pool);

    (void)assemble(f, f->pool, "eps-topik-cbt", 3, 0);

    assert_true(fake_pool_handed(f->pool) <= 37 * 72 + 96);
}

static ept_status no_seek(ept_candidate **out, size_t *count, ept_arena *arena, void *ctx,
                          const char *slot, uint64_t seed, size_t limit)
{
    ept_pool *real = ctx;
    if (ept_streq(slot, "blank-adverb")) {
        *count = 0;
        return EPT_OK;
    }
    return real->seek(out, count, arena, real->ctx, slot, seed, limit);
}

static ept_status no_count(size_t *out, void *ctx, const char *slot)
{
    ept_pool *real = ctx;
    *out = 0;
    return ept_streq(slot, "blank-adverb") ? EPT_OK : real->count(out, real->ctx, slot);
}

static void form__missing_slot__is_named(void **state)
{
    fixture *f = *state;
    ept_pool real = fake_pool_view(f->pool);
    ept_pool poor = {&real, no_seek, real.group, no_count};
    ept_shortage shortage;
    const ept_form *form = NULL;

    assert_status(EPT_E_SHORT,
                  ept_form_assemble(&form, f->arena, exams_blueprint(f->arena, "eps-topik-ubt"),
                                    &poor, 1, 0, &shortage));

    assert_null(form);
    assert_string_equal(shortage.slot, "blank-adverb");
    assert_int_equal(shortage.first_number, 13);
    assert_int_equal(shortage.needed, 1);
    assert_int_equal(shortage.found, 0);
}

static void form__number_out_of_range__is_refused(void **state)
{
    fixture *f = *state;
    ept_pool pool = fake_pool_view(f->pool);
    ept_shortage shortage;
    const ept_form *form = NULL;
    const ept_blueprint *bp = exams_blueprint(f->arena, "law");

    assert_status(EPT_E_INVAL, ept_form_assemble(&form, f->arena, bp, &pool, 10000, 0, &shortage));
    assert_status(EPT_E_INVAL, ept_form_assemble(&form, f->arena, bp, &pool, -1, 0, &shortage));
}

static void form__pause__fills_the_section(void **state)
{
    fixture *f = *state;
    const ept_blueprint *bp = exams_blueprint(f->arena, "eps-topik-cbt");
    ept_form *form = ept_arena_alloc(f->arena, sizeof *form);
    ept_form_item *items = ept_arena_array(f->arena, 20, sizeof *items);
    uint32_t heads[20];
    *form = (ept_form){1, 0, 20, items};
    for (size_t i = 0; i < 20; i++) {
        items[i] = (ept_form_item){
            .section = EPT_SECTION_LISTENING, .number = 21 + (int)i, .play_ms = 9000};
        heads[i] = 1600;
    }
    /* An item lasts 3 + 1.6 + 1 + 9 + 3 + 9 = 26.6 s; (1470 - 532) / 20 = 46.9 s. */
    assert_int_equal(ept_form_pause_ms(form, bp, heads), 46900);

    for (size_t i = 0; i < 20; i++) {
        items[i].play_ms = 60000;
    }
    assert_int_equal(ept_form_pause_ms(form, bp, heads), 8000);
    for (size_t i = 0; i < 20; i++) {
        items[i].play_ms = 100;
    }
    assert_int_equal(ept_form_pause_ms(form, bp, heads), 60000);
    assert_int_equal(ept_form_pause_ms(form, exams_blueprint(f->arena, "eps-topik-ubt"), heads), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(form__same_number__gives_same_form),
        cmocka_unit_test(form__fifty_numbers__keep_every_rule),
        cmocka_unit_test(form__fifty_numbers__spread_units_sectors_levels),
        cmocka_unit_test(form__fifty_numbers__rarely_share_items),
        cmocka_unit_test(form__next__never_repeats_while_unmet_items_last),
        cmocka_unit_test(form__next__takes_longest_unmet_when_all_are_met),
        cmocka_unit_test(form__assembly__reads_a_bounded_window),
        cmocka_unit_test(form__missing_slot__is_named),
        cmocka_unit_test(form__number_out_of_range__is_refused),
        cmocka_unit_test(form__pause__fills_the_section),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
