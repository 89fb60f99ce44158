/* SPDX-License-Identifier: MIT */
/* Checking all of a bank: its file's structure, each block, each entry by the very call that serves
 * it. */
#include <stdio.h>
#include <string.h>

#include "bank_priv.h"

typedef struct verifying {
    ept_bank *bank;
    ept_arena *arena; /* for one entry at a time */
    ept_bank_fault *found;
    void *ctx;
    size_t faults;
} verifying;

static void tell(verifying *v, const char *what)
{
    v->faults++;
    if (v->found != NULL) {
        v->found(v->ctx, what);
    }
}

static ept_status read_exam_of(verifying *v)
{
    const ept_bank_exam *exams = NULL;
    size_t count = 0;

    return ept_bank_exams(&exams, &count, v->arena, v->bank);
}

static ept_status read_lexicon_of(verifying *v)
{
    ept_lexicon *lexicon = NULL;
    ept_status st = ept_lexicon_new(&lexicon);

    if (st == EPT_OK) {
        st = ept_bank_lexicon(lexicon, v->bank);
    }
    ept_lexicon_free(lexicon);
    return st;
}

/* The entry behind a name of the manifest, read as a reader would. */
static ept_status read_named(verifying *v, const char *kind, const char *id)
{
    const ept_item *item = NULL;
    const ept_bank_slot *slot = NULL;
    const ept_bank_pattern *pattern = NULL;
    const ept_bank_fact *fact = NULL;
    const char *name = NULL;
    const char **ids = NULL;
    ept_clip clip;
    ept_str svg;
    size_t count = 0;

    if (strcmp(kind, "item") == 0) {
        return ept_bank_item(&item, v->arena, v->bank, id);
    }
    if (strcmp(kind, "picture") == 0) {
        return ept_bank_picture(&svg, v->arena, v->bank, id);
    }
    if (strcmp(kind, "picture-name") == 0) {
        return ept_bank_picture_name(&name, v->arena, v->bank, id, EPT_LANG_KO);
    }
    if (strcmp(kind, "clip") == 0) {
        return ept_bank_clip(&clip, v->arena, v->bank, id);
    }
    if (strcmp(kind, "slot") == 0) {
        return ept_bank_slot_get(&slot, v->arena, v->bank, id);
    }
    if (strcmp(kind, "pattern") == 0) {
        return ept_bank_pattern_get(&pattern, v->arena, v->bank, id);
    }
    if (strcmp(kind, "fact") == 0) {
        return ept_bank_fact_get(&fact, v->arena, v->bank, id);
    }
    if (strcmp(kind, "lexicon") == 0) {
        return read_lexicon_of(v);
    }
    if (strcmp(kind, "warm-up") == 0) {
        return ept_bank_warm_up(&ids, &count, v->arena, v->bank, id);
    }
    return strcmp(kind, "exam") == 0 ? read_exam_of(v) : EPT_E_CORRUPT;
}

/* All entries of assembly of one slot: each row's mark, and as many as the slot claims. */
static ept_status count_entries(verifying *v, const char *slot)
{
    ept_bank_entry *entries = NULL;
    size_t claimed = 0, count = 0;
    ept_status st = ept_bank_slot_count(&claimed, v->bank, slot);

    if (st == EPT_OK) {
        st = ept_bank_seek(&entries, &count, v->arena, v->bank, slot, 0, claimed + 1);
    }
    if (st == EPT_OK && count != claimed) {
        st = EPT_E_CORRUPT;
    }
    return st;
}

static ept_status verify_row(verifying *v, size_t seq)
{
    const char *name = NULL;
    bank_mark mark;
    ept_status st = bank_manifest_row(&name, &mark, v->arena, v->bank, seq);

    if (st != EPT_OK) {
        char text[40];
        (void)snprintf(text, sizeof text, "manifest row %zu", seq);
        tell(v, text);
        return st == EPT_E_NOMEM ? st : EPT_OK;
    }
    char *kind = ept_arena_strdup(v->arena, name);
    char *space = kind != NULL ? strchr(kind, ' ') : NULL;
    if (kind == NULL) {
        return ept_fail(EPT_E_NOMEM, "verify: out of memory");
    }
    if (space == NULL) {
        tell(v, name);
        return EPT_OK;
    }
    *space = '\0';
    st = read_named(v, kind, space + 1);
    if (st == EPT_OK && strcmp(kind, "slot") == 0) {
        st = count_entries(v, space + 1);
    }
    if (st != EPT_OK && st != EPT_E_NOMEM) {
        tell(v, name);
        return EPT_OK;
    }
    return st;
}

/* SQLite's own look at the pages, which sees damage where nothing of ours is stored. */
static ept_status verify_pages(verifying *v)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    ept_status st = ept_db_prepare(&stmt, v->bank->db, "PRAGMA integrity_check(20)");

    while (st == EPT_OK && (st = ept_step(&row, stmt)) == EPT_OK && row) {
        const char *text = NULL;
        st = ept_col_dup(&text, v->arena, stmt, 0);
        if (st == EPT_OK && !ept_streq(text, "ok")) {
            const char *line = ept_arena_printf(v->arena, "pages: %s", text != NULL ? text : "?");
            tell(v, line != NULL ? line : "pages");
        }
    }
    if (st != EPT_OK && st != EPT_E_NOMEM) {
        tell(v, "pages");
        st = EPT_OK;
    }
    return st;
}

ept_status ept_bank_verify(size_t *faults, ept_bank *bank, ept_bank_fault *found, void *ctx)
{
    verifying v = {.bank = bank, .found = found, .ctx = ctx};
    ept_status st = ept_arena_new(&v.arena);

    if (st == EPT_OK) {
        st = verify_pages(&v);
    }
    for (size_t block = 0; block < bank->block_count && st == EPT_OK; block++) {
        if (bank_block_check(bank, block) != EPT_OK) {
            char text[48];
            (void)snprintf(text, sizeof text, "manifest block %zu", block);
            tell(&v, text);
        }
    }
    for (size_t seq = 0; seq < bank->entries && st == EPT_OK; seq++) {
        ept_arena_reset(v.arena);
        st = verify_row(&v, seq);
    }
    *faults = v.faults;
    ept_arena_free(v.arena);
    return st;
}
