/* SPDX-License-Identifier: MIT */
/* A bank with any byte changed: what is read is either exactly right or refused by name. */
#include "support/ept_test.h"

#include <stdio.h>
#include <string.h>

#include "bank_priv.h"
#include "support/gen_bank.h"

#include "epstopik/path.h"
#include "epstopik/rng.h"

enum { ITEMS = 60, FLIPS = 1000 };

typedef struct place {
    ept_arena *arena, *scratch;
    char *dir, *file, *bad;
    ept_buf bytes;
    const char **ids, **pictures, **clips;
    size_t id_count, picture_count, clip_count;
    ept_hash *hashes; /* of each item, then of each picture and clip as served */
} place;

static void hash_blob(ept_hash *out, ept_str bytes)
{
    ept_hash_of(out, bytes.p, bytes.n);
}

static int setup_group(void **state)
{
    static place p;
    ept_bank *bank = NULL;

    assert_ok(ept_arena_new(&p.arena));
    assert_ok(ept_arena_new(&p.scratch));
    assert_ok(ept_path_temp_dir(&p.dir, p.arena));
    p.file = ept_path_join(p.arena, p.dir, "good.bank");
    p.bad = ept_path_join(p.arena, p.dir, "bad.bank");
    assert_ok(gen_bank(p.file, ITEMS, 3));
    assert_ok(ept_path_read(&p.bytes, p.file));
    assert_ok(ept_bank_open(&bank, p.file));
    assert_ok(ept_bank_ids(&p.ids, &p.id_count, p.arena, bank));
    assert_ok(ept_bank_picture_ids(&p.pictures, &p.picture_count, p.arena, bank));
    assert_ok(bank_manifest_ids(&p.clips, &p.clip_count, p.arena, bank, "clip"));
    size_t n = p.id_count + p.picture_count + p.clip_count;
    p.hashes = ept_arena_array(p.arena, n, sizeof *p.hashes);
    for (size_t i = 0; i < p.id_count; i++) {
        assert_ok(ept_bank_item_hash(&p.hashes[i], bank, p.ids[i]));
    }
    for (size_t i = 0; i < p.picture_count; i++) {
        ept_str svg;
        assert_ok(ept_bank_picture(&svg, p.arena, bank, p.pictures[i]));
        hash_blob(&p.hashes[p.id_count + i], svg);
    }
    for (size_t i = 0; i < p.clip_count; i++) {
        ept_clip clip;
        assert_ok(ept_bank_clip(&clip, p.arena, bank, p.clips[i]));
        hash_blob(&p.hashes[p.id_count + p.picture_count + i], clip.opus);
    }
    ept_bank_close(bank);
    *state = &p;
    return 0;
}

static int teardown_group(void **state)
{
    place *p = *state;
    ept_buf_clear(&p->bytes);
    assert_ok(ept_path_remove_tree(p->dir));
    ept_arena_free(p->scratch);
    ept_arena_free(p->arena);
    return 0;
}

static bool refused(ept_status st)
{
    return st == EPT_E_CORRUPT || st == EPT_E_FORMAT || st == EPT_E_VERSION ||
           st == EPT_E_NOT_FOUND;
}

static ept_status no_ref(ept_hash *out, void *ctx, const char *kind, const char *id)
{
    bank_mark mark;
    ept_status st = bank_manifest_get(&mark, ctx, kind, id);
    *out = mark.hash;
    return st;
}

/* Reads all of a damaged bank. The number of refusals; fails the test on anything wrong served. */
static size_t read_all(place *p, ept_bank *bank)
{
    size_t refusals = 0;

    for (size_t i = 0; i < p->id_count; i++) {
        const ept_item *item = NULL;
        ept_hash again;
        ept_status st = ept_bank_item(&item, p->scratch, bank, p->ids[i]);
        if (st != EPT_OK) {
            assert_true(refused(st));
            assert_null(item);
            refusals++;
            continue;
        }
        assert_ok(bank_hash_item(&again, item, no_ref, bank));
        assert_true(ept_hash_eq(&again, &p->hashes[i])); /* what was served is what was written */
    }
    for (size_t i = 0; i < p->picture_count + p->clip_count; i++) {
        ept_str bytes = {0};
        ept_clip clip = {0};
        ept_hash hash;
        bool picture = i < p->picture_count;
        ept_status st =
            picture ? ept_bank_picture(&bytes, p->scratch, bank, p->pictures[i])
                    : ept_bank_clip(&clip, p->scratch, bank, p->clips[i - p->picture_count]);
        bytes = picture ? bytes : clip.opus;
        if (st != EPT_OK) {
            assert_true(refused(st));
            assert_null(bytes.p);
            refusals++;
            continue;
        }
        hash_blob(&hash, bytes);
        assert_true(ept_hash_eq(&hash, &p->hashes[p->id_count + i]));
    }
    return refusals;
}

static void flip__any_byte__never_serves_anything_wrong(void **state)
{
    place *p = *state;
    ept_rng rng;
    size_t noticed = 0;
    ept_rng_seed(&rng, 11);

    for (size_t i = 0; i < FLIPS; i++) {
        /* every byte of the first 200, then anywhere */
        size_t at = i < 200 ? i : ept_rng_below(&rng, (uint32_t)p->bytes.n);
        ept_bank *bank = NULL;
        p->bytes.p[at] = (char)(p->bytes.p[at] ^ (1 << ept_rng_below(&rng, 8)));
        assert_ok(ept_path_write(p->bad, p->bytes.p, p->bytes.n));
        ept_status st = ept_bank_open(&bank, p->bad);
        if (st != EPT_OK) {
            assert_true(refused(st));
            noticed++;
        } else {
            noticed += read_all(p, bank) > 0;
        }
        ept_bank_close(bank);
        ept_arena_reset(p->scratch);
        assert_ok(ept_path_read(&p->bytes, p->file));
    }
    assert_true(noticed > FLIPS / 4); /* the rest fell on unused bytes and on what was not read */
}

static void truncate__anywhere__is_format(void **state)
{
    place *p = *state;
    ept_rng rng;
    ept_rng_seed(&rng, 5);

    for (size_t i = 0; i < 40; i++) {
        ept_bank *bank = NULL;
        assert_ok(ept_path_write(p->bad, p->bytes.p, ept_rng_below(&rng, (uint32_t)p->bytes.n)));
        ept_status st = ept_bank_open(&bank, p->bad);
        assert_null(bank);
        assert_status(EPT_E_FORMAT, st);
        assert_non_null(strstr(ept_error(), p->bad));
    }
}

static size_t find(const ept_buf *in, const char *what, size_t from)
{
    size_t n = strlen(what);
    for (size_t i = from; i + n <= in->n; i++) {
        if (memcmp(in->p + i, what, n) == 0) {
            return i;
        }
    }
    return 0;
}

static void name_it(void *ctx, const char *what)
{
    ept_buf *out = ctx;
    ept_buf_printf(out, "%s\n", what);
}

/* Changes the first `what` behind `from` and gives the verifier's list. */
static void verify_changed(place *p, const char *what, ept_buf *told)
{
    ept_bank *bank = NULL;
    size_t at = find(&p->bytes, what, 0), faults = 0;
    assert_true(at > 0);
    p->bytes.p[at]++;
    assert_ok(ept_path_write(p->bad, p->bytes.p, p->bytes.n));
    assert_ok(ept_path_read(&p->bytes, p->file));

    assert_ok(ept_bank_open(&bank, p->bad));
    assert_ok(ept_bank_verify(&faults, bank, name_it, told));
    ept_bank_close(bank);
    assert_true(faults > 0);
    assert_ok(ept_buf_ok(told));
}

static void verify__changed_text__names_the_item(void **state)
{
    place *p = *state;
    ept_buf told = {0};
    const char *what = ept_arena_printf(p->arena, "why %s 2", p->ids[20]);

    verify_changed(p, what, &told);
    assert_string_equal(told.p, ept_arena_printf(p->arena, "item %s\n", p->ids[20]));
    ept_buf_clear(&told);
}

static void verify__changed_picture__names_it_and_its_items_stay(void **state)
{
    place *p = *state;
    ept_buf told = {0};

    verify_changed(p, "<rect x=", &told);
    assert_non_null(strstr(told.p, "picture gen/p"));
    assert_null(strstr(told.p, "item "));
    ept_buf_clear(&told);
}

static void verify__changed_clip__names_it(void **state)
{
    place *p = *state;
    ept_buf told = {0};

    verify_changed(p, "eps-topik 1", &told);
    assert_memory_equal(told.p, "clip ", 5);
    ept_buf_clear(&told);
}

static void open__changed_title__is_corrupt(void **state)
{
    place *p = *state;
    ept_bank *bank = NULL;
    size_t at = find(&p->bytes, "Generated", 0);
    p->bytes.p[at]++;
    assert_ok(ept_path_write(p->bad, p->bytes.p, p->bytes.n));
    assert_ok(ept_path_read(&p->bytes, p->file));

    assert_status(EPT_E_CORRUPT, ept_bank_open(&bank, p->bad));
    assert_null(bank);
    assert_non_null(strstr(ept_error(), "head"));
}

static void open__no_bank__says_what_it_is(void **state)
{
    place *p = *state;
    ept_bank *bank = NULL;
    ept_db *db = NULL;

    assert_status(EPT_E_NOT_FOUND,
                  ept_bank_open(&bank, ept_path_join(p->arena, p->dir, "none.bank")));
    assert_ok(ept_path_write(p->bad, "hello", 5));
    assert_status(EPT_E_FORMAT, ept_bank_open(&bank, p->bad));
    assert_ok(ept_db_open(&db, p->bad, &(ept_db_opts){.mode = EPT_DB_CREATE, .application_id = 1}));
    assert_ok(ept_db_exec(db, "CREATE TABLE t(x)"));
    ept_db_close(db);
    assert_status(EPT_E_FORMAT, ept_bank_open(&bank, p->bad));
    assert_ok(ept_db_open(
        &db, p->bad, &(ept_db_opts){.mode = EPT_DB_CREATE, .application_id = BANK_APPLICATION_ID}));
    assert_ok(ept_db_exec(db, "CREATE TABLE t(x); PRAGMA user_version=3"));
    ept_db_close(db);
    assert_status(EPT_E_VERSION, ept_bank_open(&bank, p->bad));
    assert_null(bank);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(flip__any_byte__never_serves_anything_wrong),
        cmocka_unit_test(truncate__anywhere__is_format),
        cmocka_unit_test(verify__changed_text__names_the_item),
        cmocka_unit_test(verify__changed_picture__names_it_and_its_items_stay),
        cmocka_unit_test(verify__changed_clip__names_it),
        cmocka_unit_test(open__changed_title__is_corrupt),
        cmocka_unit_test(open__no_bank__says_what_it_is),
    };
    return cmocka_run_group_tests(tests, setup_group, teardown_group);
}
