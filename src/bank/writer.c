/* SPDX-License-Identifier: MIT */
/* The write side of a bank: rows go in as they come, the manifest is made at the end from the names
 * in byte order, so that the same content gives the same hashes whatever the order of the sources.
 */
#include <stdio.h>
#include <string.h>

#include "bank_embedded.h"
#include "writer_priv.h"

static const char *const texts[PUT_COUNT] = {
    [PUT_PENDING] = "INSERT INTO temp.pending VALUES(?1,?2,?3)",
    [PUT_ITEM] =
        "INSERT INTO item VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18)",
    [PUT_OPTION] = "INSERT INTO option VALUES(?1,?2,?3,?4,?5)",
    [PUT_WHY] = "INSERT INTO why VALUES(?1,?2,?3)",
    [PUT_ITEM_FACT] = "INSERT INTO item_fact VALUES(?1,?2,?3)",
    [PUT_STIMULUS] = "INSERT INTO stimulus VALUES(?1,?2,?3)",
    [PUT_TURN] = "INSERT INTO turn VALUES(?1,?2,?3,?4,?5)",
    [PUT_GLOSS] = "INSERT INTO gloss VALUES(?1,?2,?3,?4,?5,?6,?7,?8)",
    [PUT_DOCUMENT] = "INSERT INTO document VALUES(?1,?2,?3,?4)",
    [PUT_PART] = "INSERT INTO part VALUES(?1,?2,?3,?4,?5,?6,?7)",
    [PUT_CELL] = "INSERT INTO cell VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)",
    [PUT_CHART] = "INSERT INTO chart VALUES(?1,?2,?3,?4,?5)",
    [PUT_CHART_LABEL] = "INSERT INTO chart_label VALUES(?1,?2,?3)",
    [PUT_CHART_SERIES] = "INSERT INTO chart_series VALUES(?1,?2,?3)",
    [PUT_CHART_VALUE] = "INSERT INTO chart_value VALUES(?1,?2,?3)",
    [PUT_ENTRY] = "INSERT INTO entry VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)",
    [PUT_WARM_UP] = "INSERT INTO warm_up VALUES(?1,?2,?3)",
    [PUT_PICTURE] = "INSERT INTO picture VALUES(?1,?2)",
    [PUT_PICTURE_NAME] = "INSERT INTO picture_name VALUES(?1,?2,?3)",
    [PUT_CLIP] = "INSERT INTO clip VALUES(?1,?2,?3,?4)",
    [PUT_SLOT] = "INSERT INTO slot VALUES(?1,?2,?3,?4,?5)",
    [PUT_SLOT_SAYS] = "INSERT INTO slot_says VALUES(?1,?2,?3)",
    [PUT_RULE] = "INSERT INTO rule VALUES(?1,?2,?3,?4,?5,?6,?7)",
    [PUT_RULE_SLOT] = "INSERT INTO rule_slot VALUES(?1,?2,?3,?4)",
    [PUT_SETTING] = "INSERT INTO setting VALUES(?1,?2,?3,?4)",
    [PUT_FACT] = "INSERT INTO fact VALUES(?1,?2,?3,?4,?5)",
    [PUT_FACT_SAYS] = "INSERT INTO fact_says VALUES(?1,?2,?3)",
    [PUT_LEXICON] = "INSERT INTO lexicon VALUES('words',?1,?2,?3)",
    [PUT_MANIFEST] = "INSERT INTO manifest VALUES(?1,?2,?3,?4)",
    [PUT_HEAD] = "INSERT INTO head VALUES(1,?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)",
    [GET_PENDING] = "SELECT hash FROM temp.pending WHERE name = ?1",
    [GET_ALL_PENDING] = "SELECT name, hash, ms FROM temp.pending ORDER BY name",
    [GET_WARM_UP] = "SELECT item FROM warm_up WHERE section = ?1 ORDER BY seq",
};

ept_status writer_ready(ept_stmt **out, bank_writer *w, put which)
{
    ept_status st = EPT_OK;

    if (w->stmts[which] == NULL) {
        st = ept_db_prepare(&w->stmts[which], w->db, texts[which]);
    }
    *out = w->stmts[which];
    if (st == EPT_OK) {
        ept_reset(*out);
    }
    return st;
}

/* A row of a key, a number and a text, the shape of most small tables. */
ept_status writer_numbered(bank_writer *w, put which, const char *key, size_t seq, const char *text)
{
    ept_stmt *stmt = NULL;
    ept_status st = writer_ready(&stmt, w, which);

    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, key);
        ept_bind_int(stmt, 2, (int64_t)seq);
        ept_bind_text(stmt, 3, text);
        st = ept_stmt_run(stmt);
    }
    return st;
}

ept_status writer_says(bank_writer *w, put which, const char *key,
                       const char *const says[EPT_LANG_COUNT])
{
    ept_status st = EPT_OK;

    for (size_t l = 0; l < EPT_LANG_COUNT && st == EPT_OK; l++) {
        st = says[l] == NULL ? EPT_OK : writer_numbered(w, which, key, l, says[l]);
    }
    return st;
}

ept_status writer_pending(bank_writer *w, const char *kind, const char *id, const ept_hash *hash,
                          uint32_t ms)
{
    char name[BANK_NAME_BYTES];
    ept_stmt *stmt = NULL;
    int n = snprintf(name, sizeof name, "%s %s", kind, id);
    ept_status st =
        n > 0 && (size_t)n < sizeof name
            ? writer_ready(&stmt, w, PUT_PENDING)
            : ept_fail(EPT_E_INVAL, "write bank: the name %s %.40s is too long", kind, id);

    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, name);
        ept_bind_blob(stmt, 2, hash->b, EPT_HASH_BYTES);
        ept_bind_int(stmt, 3, ms);
        st = ept_stmt_run(stmt);
    }
    return st;
}

ept_status bank_writer_open(bank_writer **out, const char *path)
{
    *out = NULL;
    bank_writer *w = ept_calloc(1, sizeof *w);
    ept_status st =
        w != NULL ? ept_arena_new(&w->arena) : ept_fail(EPT_E_NOMEM, "write bank: out of memory");

    if (st == EPT_OK) {
        st = ept_db_open(
            &w->db, path,
            &(ept_db_opts){.mode = EPT_DB_CREATE, .application_id = BANK_APPLICATION_ID});
    }
    if (st == EPT_OK) {
        st = ept_db_exec(
            w->db, "PRAGMA temp_store=MEMORY; CREATE TEMP TABLE pending(name TEXT PRIMARY KEY,"
                   " hash BLOB NOT NULL, ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;");
    }
    if (st == EPT_OK) {
        st = ept_db_begin(w->db);
    }
    if (st == EPT_OK) {
        st = ept_db_exec(w->db, bank_0001_bank_sql);
    }
    if (st != EPT_OK) {
        bank_writer_free(w);
        w = NULL;
    }
    *out = w;
    return st;
}

void bank_writer_free(bank_writer *w)
{
    if (w == NULL) {
        return;
    }
    ept_db_close(w->db);
    ept_arena_free(w->arena);
    ept_free(w);
}

ept_status bank_writer_picture(bank_writer *w, const char *id, ept_str svg,
                               const char *const names[EPT_LANG_COUNT])
{
    ept_stmt *stmt = NULL;
    ept_hash hash;
    ept_status st = writer_ready(&stmt, w, PUT_PICTURE);

    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, id);
        ept_bind_blob(stmt, 2, svg.p, svg.n);
        st = ept_stmt_run(stmt);
    }
    if (st == EPT_OK) {
        bank_hash_bytes(&hash, "picture", id, svg.p, svg.n);
        st = writer_pending(w, "picture", id, &hash, 0);
    }
    if (st == EPT_OK &&
        (names[0] != NULL || names[1] != NULL || names[2] != NULL || names[3] != NULL)) {
        bank_hash_names(&hash, id, names);
        st = writer_says(w, PUT_PICTURE_NAME, id, names);
        if (st == EPT_OK) {
            st = writer_pending(w, "picture-name", id, &hash, 0);
        }
    }
    w->pictures += st == EPT_OK;
    return st;
}

ept_status bank_writer_slot(bank_writer *w, const ept_bank_slot *slot)
{
    kept_slot *slots = bank_grow(w->arena, w->slots, w->slot_count, sizeof *slots);

    if (slots == NULL) {
        return ept_fail(EPT_E_NOMEM, "write bank: out of memory");
    }
    w->slots = slots;
    ept_bank_slot *kept = &slots[w->slot_count].slot;
    *kept = (ept_bank_slot){
        .id = ept_arena_strdup(w->arena, slot->id),
        .section = ept_arena_strdup(w->arena, slot->section),
        .field = ept_arena_strdup(w->arena, slot->field),
        .options = ept_arena_strdup(w->arena, slot->options),
    };
    bool whole =
        kept->id != NULL && kept->section != NULL && kept->field != NULL && kept->options != NULL;
    for (size_t l = 0; l < EPT_LANG_COUNT; l++) {
        kept->says[l] = ept_arena_strdup(w->arena, slot->says[l]);
        whole = whole && (kept->says[l] != NULL || slot->says[l] == NULL);
    }
    if (!whole) {
        return ept_fail(EPT_E_NOMEM, "write bank: out of memory");
    }
    w->slot_count++;
    return writer_says(w, PUT_SLOT_SAYS, slot->id, slot->says);
}

ept_status bank_writer_pattern(bank_writer *w, const ept_bank_pattern *pattern)
{
    ept_hash hash;
    ept_status st = EPT_OK;

    for (size_t i = 0; i < pattern->rule_count && st == EPT_OK; i++) {
        const ept_bank_rule *rule = &pattern->rules[i];
        ept_stmt *stmt = NULL;
        st = writer_ready(&stmt, w, PUT_RULE);
        if (st == EPT_OK) {
            ept_bind_text(stmt, 1, pattern->id);
            ept_bind_int(stmt, 2, (int64_t)i);
            ept_bind_int(stmt, 3, rule->first);
            ept_bind_int(stmt, 4, rule->last);
            ept_bind_text(stmt, 5, rule->distinct);
            ept_bind_text(stmt, 6, rule->spread);
            ept_bind_int(stmt, 7, rule->one_group);
            st = ept_stmt_run(stmt);
        }
        for (size_t s = 0; s < rule->slot_count && st == EPT_OK; s++) {
            st = writer_ready(&stmt, w, PUT_RULE_SLOT);
            if (st == EPT_OK) {
                ept_bind_text(stmt, 1, pattern->id);
                ept_bind_int(stmt, 2, (int64_t)i);
                ept_bind_int(stmt, 3, (int64_t)s);
                ept_bind_text(stmt, 4, rule->slots[s]);
                st = ept_stmt_run(stmt);
            }
        }
    }
    if (st == EPT_OK) {
        bank_hash_pattern(&hash, pattern);
        st = writer_pending(w, "pattern", pattern->id, &hash, 0);
    }
    return st;
}

ept_status bank_writer_exam(bank_writer *w, const ept_bank_exam *exam)
{
    ept_hash hash;
    ept_status st = EPT_OK;

    for (size_t i = 0; i < exam->setting_count && st == EPT_OK; i++) {
        ept_stmt *stmt = NULL;
        st = writer_ready(&stmt, w, PUT_SETTING);
        if (st == EPT_OK) {
            ept_bind_text(stmt, 1, exam->id);
            ept_bind_int(stmt, 2, (int64_t)i);
            ept_bind_text(stmt, 3, exam->settings[i].path);
            ept_bind_text(stmt, 4, exam->settings[i].value);
            st = ept_stmt_run(stmt);
        }
    }
    if (st == EPT_OK) {
        bank_hash_exam(&hash, exam);
        st = writer_pending(w, "exam", exam->id, &hash, 0);
    }
    return st;
}

ept_status bank_writer_fact(bank_writer *w, const ept_bank_fact *fact)
{
    ept_stmt *stmt = NULL;
    ept_hash hash;
    ept_status st = writer_ready(&stmt, w, PUT_FACT);

    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, fact->id);
        ept_bind_text(stmt, 2, fact->law);
        ept_bind_text(stmt, 3, fact->since);
        ept_bind_text(stmt, 4, fact->review_by);
        ept_bind_text(stmt, 5, fact->grade);
        st = ept_stmt_run(stmt);
    }
    if (st == EPT_OK) {
        st = writer_says(w, PUT_FACT_SAYS, fact->id, fact->says);
    }
    if (st == EPT_OK) {
        bank_hash_fact(&hash, fact);
        st = writer_pending(w, "fact", fact->id, &hash, 0);
    }
    return st;
}

ept_status bank_writer_clip(bank_writer *w, const char *id, uint32_t ms, ept_str opus,
                            const ept_hash *recipe)
{
    ept_stmt *stmt = NULL;
    ept_hash hash;
    ept_status st = writer_ready(&stmt, w, PUT_CLIP);

    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, id);
        ept_bind_int(stmt, 2, ms);
        ept_bind_blob(stmt, 3, recipe->b, EPT_HASH_BYTES);
        ept_bind_blob(stmt, 4, opus.p, opus.n);
        st = ept_stmt_run(stmt);
    }
    if (st == EPT_OK) {
        bank_hash_clip(&hash, id, ms, opus.p, opus.n);
        st = writer_pending(w, "clip", id, &hash, ms);
    }
    w->clips += st == EPT_OK;
    return st;
}

ept_status bank_writer_lexicon(bank_writer *w, const bank_said *words, size_t count)
{
    ept_hash hash;
    ept_status st = EPT_OK;

    for (size_t i = 0; i < count && st == EPT_OK; i++) {
        ept_stmt *stmt = NULL;
        st = writer_ready(&stmt, w, PUT_LEXICON);
        if (st == EPT_OK) {
            ept_bind_int(stmt, 1, (int64_t)i);
            ept_bind_text(stmt, 2, words[i].word);
            ept_bind_text(stmt, 3, words[i].as);
            st = ept_stmt_run(stmt);
        }
    }
    if (st == EPT_OK && count > 0) {
        bank_hash_lexicon(&hash, words, count);
        st = writer_pending(w, "lexicon", "words", &hash, 0);
    }
    return st;
}

static ept_status finish_slot(bank_writer *w, const kept_slot *kept)
{
    ept_stmt *stmt = NULL;
    ept_hash hash;
    ept_status st = writer_ready(&stmt, w, PUT_SLOT);

    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, kept->slot.id);
        ept_bind_text(stmt, 2, kept->slot.section);
        ept_bind_text(stmt, 3, kept->slot.field);
        ept_bind_text(stmt, 4, kept->slot.options);
        ept_bind_int(stmt, 5, (int64_t)kept->entries);
        st = ept_stmt_run(stmt);
    }
    if (st == EPT_OK) {
        bank_hash_slot(&hash, &kept->slot, kept->entries);
        st = writer_pending(w, "slot", kept->slot.id, &hash, 0);
    }
    return st;
}

/* Once for each section that has a warm-up. */
static ept_status finish_warm_up(bank_writer *w, const char *section)
{
    ept_stmt *stmt = NULL;
    ept_hash hash;
    bool row = false;
    const char **ids = NULL;
    size_t n = 0;
    ept_status st = writer_ready(&stmt, w, GET_WARM_UP);

    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, section);
    }
    while (st == EPT_OK && (st = ept_step(&row, stmt)) == EPT_OK && row) {
        ids = bank_grow(w->arena, ids, n, sizeof *ids);
        st = ids == NULL ? ept_fail(EPT_E_NOMEM, "write bank: out of memory")
                         : ept_col_dup(&ids[n++], w->arena, stmt, 0);
    }
    if (st == EPT_OK) {
        bank_hash_list(&hash, "warm-up", ids, n);
        st = writer_pending(w, "warm-up", section, &hash, 0);
    }
    return st;
}

static ept_status finish_sections(bank_writer *w)
{
    ept_status st = EPT_OK;

    for (size_t i = 0; i < w->slot_count && st == EPT_OK; i++) {
        bool told = w->slots[i].warm_ups == 0;
        for (size_t j = 0; j < i && !told; j++) {
            told = w->slots[j].warm_ups > 0 &&
                   strcmp(w->slots[j].slot.section, w->slots[i].slot.section) == 0;
        }
        st = told ? EPT_OK : finish_warm_up(w, w->slots[i].slot.section);
    }
    return st;
}

static ept_status put_manifest_row(bank_writer *w, size_t seq, ept_stmt *from)
{
    ept_stmt *stmt = NULL;
    ept_status st = writer_ready(&stmt, w, PUT_MANIFEST);

    if (st == EPT_OK) {
        ept_str name = ept_col_text(from, 0), hash = ept_col_blob(from, 1);
        ept_bind_int(stmt, 1, (int64_t)seq);
        ept_bind_text(stmt, 2, name.p);
        ept_bind_blob(stmt, 3, hash.p, hash.n);
        ept_bind_int(stmt, 4, ept_col_int(from, 2));
        st = ept_stmt_run(stmt);
    }
    return st;
}

static ept_status finish_manifest(bank_writer *w, ept_buf *blocks, size_t *entries)
{
    ept_stmt *all = NULL;
    ept_hasher h;
    ept_hash hash;
    bool row = false;
    size_t n = 0;
    ept_status st = writer_ready(&all, w, GET_ALL_PENDING);

    while (st == EPT_OK && (st = ept_step(&row, all)) == EPT_OK && row) {
        if (n % BANK_BLOCK == 0) {
            ept_hasher_init(&h);
        }
        bank_hash_block_row(&h, ept_col_text(all, 0).p, (const uint8_t *)ept_col_blob(all, 1).p,
                            (uint32_t)ept_col_int(all, 2));
        st = put_manifest_row(w, n, all);
        if (++n % BANK_BLOCK == 0) {
            ept_hasher_end(&h, &hash);
            ept_buf_add(blocks, hash.b, EPT_HASH_BYTES);
        }
    }
    if (n % BANK_BLOCK != 0) {
        ept_hasher_end(&h, &hash);
        ept_buf_add(blocks, hash.b, EPT_HASH_BYTES);
    }
    *entries = n;
    return st == EPT_OK ? ept_buf_ok(blocks) : st;
}

static ept_status put_head(bank_writer *w, ept_bank_head *head, size_t entries,
                           const ept_buf *blocks)
{
    ept_stmt *stmt = NULL;
    ept_status st = writer_ready(&stmt, w, PUT_HEAD);

    head->items = w->items;
    head->pictures = w->pictures;
    head->clips = w->clips;
    bank_hash_head(&head->manifest, head, entries, (const uint8_t *)blocks->p,
                   blocks->n / EPT_HASH_BYTES);
    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, head->id);
        ept_bind_text(stmt, 2, head->title);
        ept_bind_text(stmt, 3, head->version);
        ept_bind_text(stmt, 4, head->licence);
        ept_bind_int(stmt, 5, (int64_t)head->items);
        ept_bind_int(stmt, 6, (int64_t)head->pictures);
        ept_bind_int(stmt, 7, (int64_t)head->clips);
        ept_bind_int(stmt, 8, (int64_t)entries);
        ept_bind_blob(stmt, 9, blocks->p, blocks->n);
        ept_bind_blob(stmt, 10, head->manifest.b, EPT_HASH_BYTES);
        st = ept_stmt_run(stmt);
    }
    return st;
}

ept_status bank_writer_finish(bank_writer *w, ept_bank_head *head)
{
    ept_buf blocks = {0};
    size_t entries = 0;
    ept_status st = EPT_OK;

    for (size_t i = 0; i < w->slot_count && st == EPT_OK; i++) {
        st = finish_slot(w, &w->slots[i]);
    }
    if (st == EPT_OK) {
        st = finish_sections(w);
    }
    if (st == EPT_OK) {
        st = finish_manifest(w, &blocks, &entries);
    }
    if (st == EPT_OK) {
        st = put_head(w, head, entries, &blocks);
    }
    if (st == EPT_OK) {
        _Static_assert(BANK_VERSION == 2, "the version that is written");
        st = ept_db_exec(w->db, "PRAGMA user_version=2");
    }
    if (st == EPT_OK) {
        st = ept_db_commit(w->db);
    }
    ept_buf_clear(&blocks);
    return st;
}
