/* SPDX-License-Identifier: MIT */
/* Pictures and clips: bytes whose hash stands in the manifest, read whole and checked each time. */
#include <string.h>

#include "bank_priv.h"

static ept_status one_row(ept_stmt **out, ept_bank *bank, bank_sql which, const char *kind,
                          const char *id)
{
    bool row = false;
    ept_status st = bank_stmt(out, bank, which);

    if (st == EPT_OK) {
        ept_bind_text(*out, 1, id);
        st = ept_step(&row, *out);
    }
    return st == EPT_OK && !row ? bank_bad(bank, kind, id, "it is not there") : st;
}

static ept_status copy_blob(ept_str *out, ept_arena *arena, ept_stmt *stmt, int column)
{
    ept_str bytes = ept_col_blob(stmt, column);
    char *copy = ept_arena_alloc(arena, bytes.n + 1);

    *out = (ept_str){0};
    if (copy == NULL) {
        return ept_fail(EPT_E_NOMEM, "read a picture or clip: out of memory");
    }
    if (bytes.n > 0) {
        memcpy(copy, bytes.p, bytes.n);
    }
    *out = (ept_str){copy, bytes.n};
    return EPT_OK;
}

ept_status ept_bank_picture(ept_str *out, ept_arena *arena, ept_bank *bank, const char *id)
{
    bank_mark mark;
    ept_stmt *stmt = NULL;
    ept_hash hash;
    ept_status st = bank_manifest_get(&mark, bank, "picture", id);

    *out = (ept_str){0};
    if (st == EPT_OK) {
        st = one_row(&stmt, bank, BANK_SQL_PICTURE, "picture", id);
    }
    if (st == EPT_OK) {
        st = copy_blob(out, arena, stmt, 0);
        ept_reset(stmt);
    }
    if (st == EPT_OK) {
        bank_hash_bytes(&hash, "picture", id, out->p, out->n);
        if (!ept_hash_eq(&hash, &mark.hash)) {
            *out = (ept_str){0};
            st = bank_bad(bank, "picture", id, "its hash does not match");
        }
    }
    return bank_named(st, bank, "picture", id);
}

ept_status ept_bank_picture_name(const char **out, ept_arena *arena, ept_bank *bank, const char *id,
                                 ept_lang lang)
{
    bank_mark mark;
    ept_stmt *stmt = NULL;
    ept_hash hash;
    bool row = false;
    const char *says[EPT_LANG_COUNT] = {0};
    ept_status st = bank_manifest_get(&mark, bank, "picture-name", id);

    *out = NULL;
    if (st == EPT_E_NOT_FOUND) {
        return bank_manifest_get(&mark, bank, "picture", id); /* there, but without a name */
    }
    if (st == EPT_OK) {
        st = bank_stmt(&stmt, bank, BANK_SQL_PICTURE_NAMES);
    }
    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, id);
    }
    while (st == EPT_OK && (st = ept_step(&row, stmt)) == EPT_OK && row) {
        int64_t l = ept_col_int(stmt, 0);
        st = l < 0 || l >= EPT_LANG_COUNT
                 ? bank_bad(bank, "picture-name", id, "it is in no language")
                 : ept_col_dup(&says[l], arena, stmt, 1);
    }
    if (st == EPT_OK) {
        bank_hash_names(&hash, id, says);
        st = ept_hash_eq(&hash, &mark.hash)
                 ? EPT_OK
                 : bank_bad(bank, "picture-name", id, "its hash does not match");
    }
    if (st == EPT_OK) {
        *out = says[lang];
    }
    return bank_named(st, bank, "picture-name", id);
}

ept_status ept_bank_clip(ept_clip *out, ept_arena *arena, ept_bank *bank, const char *id)
{
    bank_mark mark;
    ept_stmt *stmt = NULL;
    ept_hash hash;
    ept_status st = bank_manifest_get(&mark, bank, "clip", id);

    *out = (ept_clip){0};
    if (st == EPT_OK) {
        st = one_row(&stmt, bank, BANK_SQL_CLIP, "clip", id);
    }
    if (st == EPT_OK) {
        out->ms = mark.ms;
        st = copy_blob(&out->opus, arena, stmt, 1);
        ept_reset(stmt);
    }
    if (st == EPT_OK) {
        bank_hash_clip(&hash, id, mark.ms, out->opus.p, out->opus.n);
        if (!ept_hash_eq(&hash, &mark.hash)) {
            *out = (ept_clip){0};
            st = bank_bad(bank, "clip", id, "its hash does not match");
        }
    }
    return bank_named(st, bank, "clip", id);
}

ept_status ept_bank_clip_ms(uint32_t *out, ept_bank *bank, const char *id)
{
    bank_mark mark;
    ept_status st = bank_manifest_get(&mark, bank, "clip", id);

    *out = mark.ms;
    return st;
}

ept_status bank_recipe(ept_hash *out, ept_bank *bank, const char *clip)
{
    ept_stmt *stmt = NULL;
    ept_status st = one_row(&stmt, bank, BANK_SQL_RECIPE, "clip", clip);

    *out = (ept_hash){0};
    if (st == EPT_E_CORRUPT) {
        return ept_fail(EPT_E_NOT_FOUND, "bank %s: no clip %s", ept_db_path(bank->db), clip);
    }
    if (st == EPT_OK) {
        ept_str recipe = ept_col_blob(stmt, 0);
        if (recipe.n == EPT_HASH_BYTES) {
            memcpy(out->b, recipe.p, EPT_HASH_BYTES);
        }
        ept_reset(stmt);
    }
    return st;
}
