/* SPDX-License-Identifier: MIT */
/* The read side against a generated bank: what is written is read, by keys, and only when it
 * matches. */
#include "support/ept_test.h"

#include <string.h>

#include "bank_priv.h"
#include "support/gen_bank.h"

#include "epstopik/bank.h"
#include "epstopik/path.h"
#include "epstopik/store.h"

typedef struct place {
    ept_arena *arena;
    char *dir, *file;
    ept_bank *bank;
} place;

static int setup_group(void **state)
{
    static place p;

    assert_ok(ept_arena_new(&p.arena));
    assert_ok(ept_path_temp_dir(&p.dir, p.arena));
    p.file = ept_path_join(p.arena, p.dir, "gen.bank");
    assert_ok(gen_bank(p.file, 1000, 7));
    assert_ok(ept_bank_open(&p.bank, p.file));
    *state = &p;
    return 0;
}

static int teardown_group(void **state)
{
    place *p = *state;
    ept_bank_close(p->bank);
    assert_ok(ept_path_remove_tree(p->dir));
    ept_arena_free(p->arena);
    return 0;
}

static void bank__open__head_tells_what_is_in_it(void **state)
{
    place *p = *state;
    const ept_bank_head *head = ept_bank_head_of(p->bank);

    assert_string_equal(head->id, "gen");
    assert_string_equal(head->licence, "CC BY 4.0");
    assert_true(head->items >= 1010);
    assert_true(head->clips > 46);
    assert_int_equal(head->pictures, 64);
}

static void bank__generate_twice__is_the_same(void **state)
{
    place *p = *state;
    ept_bank *again = NULL;
    char *file = ept_path_join(p->arena, p->dir, "again.bank");
    assert_ok(gen_bank(file, 1000, 7));

    assert_ok(ept_bank_open(&again, file));
    assert_true(
        ept_hash_eq(&ept_bank_head_of(again)->manifest, &ept_bank_head_of(p->bank)->manifest));
    ept_bank_close(again);
    assert_ok(gen_bank(file, 1000, 8));
    assert_ok(ept_bank_open(&again, file));
    assert_false(
        ept_hash_eq(&ept_bank_head_of(again)->manifest, &ept_bank_head_of(p->bank)->manifest));
    ept_bank_close(again);
}

static void bank__every_item__is_served_whole(void **state)
{
    place *p = *state;
    const char **ids = NULL;
    size_t count = 0;
    assert_ok(ept_bank_ids(&ids, &count, p->arena, p->bank));
    assert_int_equal(count, ept_bank_head_of(p->bank)->items);

    for (size_t i = 0; i < count; i++) {
        const ept_item *item = NULL;
        ept_hash hash;
        assert_ok(ept_bank_item(&item, p->arena, p->bank, ids[i]));
        assert_string_equal(item->id, ids[i]);
        assert_ok(ept_bank_item_hash(&hash, p->bank, ids[i]));
        assert_true(ept_hash_eq(&hash, &item->hash));
        assert_non_null(item->why[EPT_LANG_KK]);
        for (size_t o = 0; o < EPT_OPTIONS; o++) {
            assert_true((item->options[o].text == NULL) != (item->options[o].picture == NULL));
        }
        if (i > 0) {
            assert_true(strcmp(ids[i - 1], ids[i]) < 0);
        }
    }
}

static void bank__missing_things__are_not_found(void **state)
{
    place *p = *state;
    const ept_item *item = NULL;
    ept_str svg;
    ept_clip clip;
    uint32_t ms = 1;
    const ept_bank_slot *slot = NULL;

    assert_status(EPT_E_NOT_FOUND, ept_bank_item(&item, p->arena, p->bank, "r-none-001"));
    assert_null(item);
    assert_status(EPT_E_NOT_FOUND, ept_bank_picture(&svg, p->arena, p->bank, "none"));
    assert_status(EPT_E_NOT_FOUND, ept_bank_clip(&clip, p->arena, p->bank, "none"));
    assert_status(EPT_E_NOT_FOUND, ept_bank_clip_ms(&ms, p->bank, "none"));
    assert_status(EPT_E_NOT_FOUND, ept_bank_slot_get(&slot, p->arena, p->bank, "none"));
    char long_id[400];
    memset(long_id, 'a', sizeof long_id - 1);
    long_id[sizeof long_id - 1] = '\0';
    assert_status(EPT_E_NOT_FOUND, ept_bank_item(&item, p->arena, p->bank, long_id));
}

static void bank__clips__are_silent_opus_of_their_length(void **state)
{
    place *p = *state;
    ept_clip clip;
    uint32_t ms = 0;

    assert_ok(ept_bank_clip(&clip, p->arena, p->bank, "number.40"));
    assert_ok(ept_bank_clip_ms(&ms, p->bank, "number.40"));
    assert_int_equal(clip.ms, 1000);
    assert_int_equal(ms, 1000);
    assert_memory_equal(clip.opus.p, "OggS", 4);
    assert_memory_equal(clip.opus.p + 28, "OpusHead", 8);
    assert_ok(ept_bank_clip_ms(&ms, p->bank, "bell"));
    assert_ok(ept_bank_clip_ms(&ms, p->bank, "option.4"));
    assert_ok(ept_bank_clip_ms(&ms, p->bank, "check"));
}

static void seek__from_anywhere__wraps_in_shuffle_order(void **state)
{
    place *p = *state;
    ept_bank_entry *all = NULL, *some = NULL;
    size_t total = 0, count = 0, n = 0;
    assert_ok(ept_bank_slot_count(&total, p->bank, "reply"));
    assert_true(total > 20);

    assert_ok(ept_bank_seek(&all, &n, p->arena, p->bank, "reply", 0, 10000));
    assert_int_equal(n, total);
    for (size_t i = 0; i < n; i++) {
        assert_string_equal(all[i].slot, "reply");
        assert_non_null(all[i].tag);
        assert_true(all[i].shuffle == bank_shuffle_of(all[i].id));
        assert_true(i == 0 || all[i - 1].shuffle < all[i].shuffle);
    }
    size_t at = n - 3;
    assert_ok(ept_bank_seek(&some, &count, p->arena, p->bank, "reply", all[at].shuffle, 8));
    assert_int_equal(count, 8);
    for (size_t i = 0; i < 8; i++) {
        assert_string_equal(some[i].id, all[(at + i) % n].id);
    }
    assert_ok(ept_bank_seek(&some, &count, p->arena, p->bank, "reply", all[at].shuffle, n + 5));
    assert_int_equal(count, n); /* once around, none twice */
    assert_ok(ept_bank_seek(&some, &count, p->arena, p->bank, "reply", UINT64_MAX, 2));
    assert_string_equal(some[0].id, all[0].id);
    assert_ok(ept_bank_seek(&some, &count, p->arena, p->bank, "no-such-slot", 0, 2));
    assert_int_equal(count, 0);
}

static void seek__warm_up_items__never_appear(void **state)
{
    place *p = *state;
    const char **warm = NULL;
    size_t count = 0;

    for (size_t s = 0; s < 2; s++) {
        assert_ok(
            ept_bank_warm_up(&warm, &count, p->arena, p->bank, s == 0 ? "reading" : "listening"));
        assert_int_equal(count, 5);
        for (size_t i = 0; i < count; i++) {
            const ept_item *item = NULL;
            ept_bank_entry *entries = NULL;
            size_t n = 0;
            assert_ok(ept_bank_item(&item, p->arena, p->bank, warm[i]));
            assert_true(item->warm_up);
            assert_ok(ept_bank_seek(&entries, &n, p->arena, p->bank, item->slot, 0, 10000));
            for (size_t e = 0; e < n; e++) {
                assert_string_not_equal(entries[e].id, warm[i]);
            }
        }
    }
    assert_ok(ept_bank_warm_up(&warm, &count, p->arena, p->bank, "law"));
    assert_int_equal(count, 0);
}

static void group__members__share_the_stimulus_in_file_order(void **state)
{
    place *p = *state;
    ept_bank_entry *pairs = NULL, *members = NULL;
    size_t n = 0, count = 0;
    const ept_item *first = NULL, *second = NULL;
    assert_ok(ept_bank_seek(&pairs, &n, p->arena, p->bank, "pair-blank", 0, 1));
    assert_int_equal(n, 1);

    assert_ok(ept_bank_group(&members, &count, p->arena, p->bank, pairs[0].group));
    assert_int_equal(count, 2);
    assert_string_equal(members[0].slot, "pair-blank");
    assert_string_equal(members[1].slot, "pair-match");
    assert_ok(ept_bank_item(&first, p->arena, p->bank, members[0].id));
    assert_ok(ept_bank_item(&second, p->arena, p->bank, members[1].id));
    assert_non_null(first->passage);
    assert_string_equal(first->passage, second->passage);
    assert_string_equal(first->means[EPT_LANG_RU].text, second->means[EPT_LANG_RU].text);
    assert_non_null(first->means[EPT_LANG_RU].options[0]);
    assert_string_not_equal(first->means[EPT_LANG_RU].options[0],
                            second->means[EPT_LANG_RU].options[0]);
}

static void entry__numeric__carries_the_rising_order(void **state)
{
    place *p = *state;
    ept_bank_entry *entries = NULL;
    size_t n = 0, fixed = 0;
    assert_ok(ept_bank_seek(&entries, &n, p->arena, p->bank, "law", 0, 10000));

    for (size_t i = 0; i < n; i++) {
        unsigned seen = 0;
        for (size_t o = 0; o < EPT_OPTIONS; o++) {
            seen |= 1U << entries[i].rising[o];
        }
        assert_true(seen == 15U || seen == 1U);
        fixed += seen == 15U;
        assert_non_null(entries[i].fact);
    }
    assert_true(fixed > 0 && fixed < n);
}

static void lists__slots_patterns_exams_facts__are_as_in_the_sources(void **state)
{
    place *p = *state;
    const ept_bank_slot *slot = NULL;
    const ept_bank_pattern *pattern = NULL;
    const ept_bank_exam *exams = NULL;
    const ept_bank_fact *fact = NULL;
    const char *name = NULL;
    size_t count = 0;

    assert_ok(ept_bank_slot_get(&slot, p->arena, p->bank, "reply"));
    assert_string_equal(slot->section, "listening");
    assert_string_equal(slot->field, "conversation");
    assert_string_equal(slot->options, "text");
    assert_string_equal(slot->says[EPT_LANG_KO], "잘 듣고 알맞은 대답을 고르십시오.");

    assert_ok(ept_bank_pattern_get(&pattern, p->arena, p->bank, "2023"));
    const ept_bank_rule *pair = NULL;
    for (size_t i = 0; i < pattern->rule_count; i++) {
        pair = pattern->rules[i].one_group ? &pattern->rules[i] : pair;
    }
    assert_non_null(pair);
    assert_int_equal(pair->first, 19);
    assert_int_equal(pair->last, 20);
    assert_int_equal(pair->slot_count, 2);
    assert_string_equal(pair->slots[1], "pair-match");

    assert_ok(ept_bank_exams(&exams, &count, p->arena, p->bank));
    assert_int_equal(count, 5);
    assert_string_equal(exams[0].id, "eps-topik-2023");
    assert_string_equal(exams[0].settings[0].path, "id");
    size_t found = 0;
    for (size_t i = 0; i < exams[0].setting_count; i++) {
        if (ept_streq(exams[0].settings[i].path, "sections.1.minutes")) {
            assert_string_equal(exams[0].settings[i].value, "25");
            found++;
        }
    }
    assert_int_equal(found, 1);

    assert_ok(ept_bank_fact_get(&fact, p->arena, p->bank, "GEN-00"));
    assert_string_equal(fact->says[EPT_LANG_RU], "слово");
    assert_ok(ept_bank_picture_name(&name, p->arena, p->bank, "gen/p00", EPT_LANG_KK));
    assert_string_equal(name, "сурет");
}

static void sql__every_query__goes_by_a_key(void **state)
{
    place *p = *state;
    ept_db *db = NULL;
    assert_ok(ept_db_open(
        &db, p->file, &(ept_db_opts){.mode = EPT_DB_READ, .application_id = BANK_APPLICATION_ID}));

    for (int i = 0; i < BANK_SQL_COUNT; i++) {
        ept_stmt *plan = NULL;
        bool row = false;
        const char *sql =
            ept_arena_printf(p->arena, "EXPLAIN QUERY PLAN %s", bank_sql_text((bank_sql)i));
        assert_ok(ept_db_prepare(&plan, db, sql));
        while (ept_step(&row, plan) == EPT_OK && row) {
            const char *text = NULL;
            assert_ok(ept_col_dup(&text, p->arena, plan, 3));
            if (strstr(text, "SCAN") != NULL || strstr(text, "TEMP B-TREE") != NULL) {
                fail_msg("%s: %s", sql, text);
            }
        }
    }
    ept_db_close(db);
}

static void verify__whole_bank__has_no_faults(void **state)
{
    place *p = *state;
    size_t faults = 9;

    assert_ok(ept_bank_verify(&faults, p->bank, NULL, NULL));
    assert_int_equal(faults, 0);
}

static void read__without_memory__fails_and_recovers(void **state)
{
    place *p = *state;
    ept_bank_entry *entries = NULL;
    size_t n = 0;
    const ept_item *item = NULL;
    assert_ok(ept_bank_seek(&entries, &n, p->arena, p->bank, "pair-match", 0, 1));
    const char *id = entries[0].id;

    for (size_t at = 1; at < 400; at++) {
        ept_arena *arena = NULL;
        assert_ok(ept_arena_new(&arena));
        ept_alloc_fail_at(at);
        ept_status st = ept_bank_item(&item, arena, p->bank, id);
        ept_alloc_fail_at(0);
        ept_arena_free(arena);
        if (st == EPT_OK) {
            assert_true(at > 10);
            return;
        }
        assert_status(EPT_E_NOMEM, st);
        assert_null(item);
    }
    fail();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bank__open__head_tells_what_is_in_it),
        cmocka_unit_test(bank__generate_twice__is_the_same),
        cmocka_unit_test(bank__every_item__is_served_whole),
        cmocka_unit_test(bank__missing_things__are_not_found),
        cmocka_unit_test(bank__clips__are_silent_opus_of_their_length),
        cmocka_unit_test(seek__from_anywhere__wraps_in_shuffle_order),
        cmocka_unit_test(seek__warm_up_items__never_appear),
        cmocka_unit_test(group__members__share_the_stimulus_in_file_order),
        cmocka_unit_test(entry__numeric__carries_the_rising_order),
        cmocka_unit_test(lists__slots_patterns_exams_facts__are_as_in_the_sources),
        cmocka_unit_test(sql__every_query__goes_by_a_key),
        cmocka_unit_test(verify__whole_bank__has_no_faults),
        cmocka_unit_test(read__without_memory__fails_and_recovers),
    };
    return cmocka_run_group_tests(tests, setup_group, teardown_group);
}
