/* SPDX-License-Identifier: MIT */
/* learners.c - profiles, PINs and settings. Deleting a profile wipes what names a person; the
 * events stay under its number. */
#include <inttypes.h>
#include <string.h>

#include "epstopik/str.h"
#include "learn_priv.h"

enum { NAME_POINTS_MAX = 40, PIN_MIN = 4, PIN_MAX = 8 };

static bool is_space(int32_t c)
{
    return c <= ' ' || c == 0x7f || c == 0xa0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200f) ||
           c == 0xfeff;
}

static ept_status check_name(const char *name)
{
    ept_str text = ept_str_of(name);
    size_t pos = 0, points = 0;
    int32_t c = 0, last = ' ', first = ' ';
    if (!ept_utf8_valid(text)) {
        return ept_fail(EPT_E_INVAL, "a name must be UTF-8");
    }
    while ((c = ept_utf8_next(text, &pos)) >= 0) {
        first = points == 0 ? c : first;
        last = c;
        points++;
        if (c < ' ' || c == 0x7f) {
            return ept_fail(EPT_E_INVAL, "a name has no control characters");
        }
    }
    if (points == 0 || points > NAME_POINTS_MAX || is_space(first) || is_space(last)) {
        return ept_fail(EPT_E_INVAL, "a name has 1 to %d letters and no space at its ends",
                        NAME_POINTS_MAX);
    }
    return EPT_OK;
}

static ept_status check_free(ept_journal *journal, const char *name, int64_t id)
{
    ept_stmt *q = journal->sql[SQL_LEARNER_TAKEN];
    bool row = false;
    ept_bind_text(q, 1, name);
    ept_bind_int(q, 2, id);
    ept_status st = ept_step(&row, q);
    ept_reset(q);
    if (st == EPT_OK && row) {
        st = ept_fail(EPT_E_REFUSED, "there is a profile named '%s' already", name);
    }
    return st;
}

static const char *or_else(const char *text, const char *otherwise)
{
    return text && *text ? text : otherwise;
}

ept_status ept_learner_add(int64_t *id, ept_journal *journal, const ept_learner *f, int64_t utc_ms)
{
    *id = 0;
    ept_status st = f->name ? check_name(f->name) : EPT_OK;
    if (st == EPT_OK && f->name) {
        st = check_free(journal, f->name, 0);
    }
    if (st != EPT_OK) {
        return st;
    }
    ept_stmt *q = journal->sql[SQL_LEARNER_ADD];
    ept_bind_text(q, 1, f->name);
    ept_bind_text(q, 2, or_else(f->picture, "apple"));
    ept_bind_text(q, 3, or_else(f->sector, "manufacturing"));
    ept_bind_text(q, 4, ept_lang_code(f->lang));
    ept_bind_int(q, 5, f->name == NULL);
    ept_bind_int(q, 6, utc_ms);
    st = ept_stmt_run(q);
    if (st == EPT_OK) {
        *id = ept_db_last_rowid(journal->db);
    }
    return st;
}

static ept_status read_learner(ept_learner *out, ept_arena *arena, const ept_stmt *q)
{
    const char *lang = NULL;
    *out = (ept_learner){.id = ept_col_int(q, 0),
                         .has_pin = ept_col_int(q, 5) != 0,
                         .guest = ept_col_int(q, 6) != 0,
                         .created_utc_ms = ept_col_int(q, 7),
                         .last_utc_ms = ept_col_int(q, 8)};
    ept_status st = ept_col_dup(&out->name, arena, q, 1);
    if (st == EPT_OK) {
        st = ept_col_dup(&out->picture, arena, q, 2);
    }
    if (st == EPT_OK) {
        st = ept_col_dup(&out->sector, arena, q, 3);
    }
    if (st == EPT_OK) {
        st = ept_col_dup(&lang, arena, q, 4);
    }
    if (st == EPT_OK && !ept_lang_parse(&out->lang, lang)) {
        st = ept_fail(EPT_E_CORRUPT, "journal: learner %" PRId64 " has no language", out->id);
    }
    return st;
}

ept_status ept_learner_list(ept_learner **out, size_t *count, ept_arena *arena,
                            ept_journal *journal)
{
    ept_stmt *q = journal->sql[SQL_LEARNER_ALL];
    size_t cap = 0;
    bool row = false;
    *out = NULL;
    *count = 0;
    ept_status st = ept_step(&row, q);
    while (st == EPT_OK && row) {
        if (*count == cap) {
            cap = cap ? cap * 2 : 16;
            ept_learner *more = ept_arena_array(arena, cap, sizeof *more);
            if (!more) {
                st = ept_fail(EPT_E_NOMEM, "profiles");
                break;
            }
            if (*count) {
                memcpy(more, *out, *count * sizeof *more);
            }
            *out = more;
        }
        st = read_learner(&(*out)[*count], arena, q);
        if (st == EPT_OK) {
            ++*count;
            st = ept_step(&row, q);
        }
    }
    ept_reset(q);
    return st;
}

static ept_status read_one(ept_learner *out, ept_arena *arena, ept_stmt *q, const char *who)
{
    bool row = false;
    ept_status st = ept_step(&row, q);
    if (st == EPT_OK) {
        st = row ? read_learner(out, arena, q) : ept_fail(EPT_E_NOT_FOUND, "no learner '%s'", who);
    }
    ept_reset(q);
    return st;
}

ept_status ept_learner_get(ept_learner *out, ept_arena *arena, ept_journal *journal, int64_t id)
{
    ept_stmt *q = journal->sql[SQL_LEARNER_ONE];
    const char *who = ept_arena_printf(arena, "%" PRId64, id);
    ept_bind_int(q, 1, id);
    return read_one(out, arena, q, who ? who : "?");
}

ept_status ept_learner_find(ept_learner *out, ept_arena *arena, ept_journal *journal,
                            const char *who)
{
    int64_t id = 0;
    ept_stmt *q = journal->sql[SQL_LEARNER_NAMED];
    ept_bind_text(q, 1, who);
    ept_status st = read_one(out, arena, q, who);
    if (st == EPT_E_NOT_FOUND && ept_parse_int(&id, who, 1, INT64_MAX)) {
        st = ept_learner_get(out, arena, journal, id);
        /* A wiped profile's number names nobody. */
        if (st == EPT_OK && !out->name && !out->guest) {
            st = ept_fail(EPT_E_NOT_FOUND, "no learner '%s'", who);
        }
    }
    return st;
}

/* One changed row, or EPT_E_NOT_FOUND. */
static ept_status run_for(ept_journal *journal, ept_stmt *q, int64_t id)
{
    ept_status st = ept_stmt_run(q);
    if (st == EPT_OK && ept_db_changes(journal->db) != 1) {
        st = ept_fail(EPT_E_NOT_FOUND, "no learner %" PRId64, id);
    }
    return st;
}

ept_status ept_learner_update(ept_journal *journal, const ept_learner *f)
{
    ept_status st = f->name ? check_name(f->name) : EPT_OK;
    if (st == EPT_OK && f->name) {
        st = check_free(journal, f->name, f->id);
    }
    if (st != EPT_OK) {
        return st;
    }
    ept_stmt *q = journal->sql[SQL_LEARNER_CHANGE];
    ept_bind_int(q, 1, f->id);
    ept_bind_text(q, 2, f->name);
    ept_bind_text(q, 3, or_else(f->picture, "apple"));
    ept_bind_text(q, 4, or_else(f->sector, "manufacturing"));
    ept_bind_text(q, 5, ept_lang_code(f->lang));
    ept_bind_int(q, 6, f->name == NULL);
    return run_for(journal, q, f->id);
}

ept_status ept_learner_used(ept_journal *journal, int64_t id, int64_t utc_ms)
{
    ept_stmt *q = journal->sql[SQL_LEARNER_USED];
    ept_bind_int(q, 1, id);
    ept_bind_int(q, 2, utc_ms);
    return run_for(journal, q, id);
}

ept_status ept_learner_delete(ept_journal *journal, int64_t id)
{
    ept_status st = ept_db_begin(journal->db);
    if (st == EPT_OK) {
        ept_stmt *q = journal->sql[SQL_LEARNER_WIPE];
        ept_bind_int(q, 1, id);
        st = run_for(journal, q, id);
    }
    if (st == EPT_OK) {
        ept_stmt *q = journal->sql[SQL_SETTING_WIPE];
        ept_bind_int(q, 1, id);
        st = ept_stmt_run(q);
    }
    if (st == EPT_OK) {
        st = ept_db_commit(journal->db);
    }
    if (st != EPT_OK) {
        ept_db_rollback(journal->db);
    }
    return st;
}

ept_status ept_learner_pin_set(ept_journal *journal, int64_t id, const char *pin)
{
    char hash[EPT_PIN_HASH_CHARS];
    ept_status st = EPT_OK;
    if (pin) {
        size_t n = strlen(pin);
        if (n < PIN_MIN || n > PIN_MAX || strspn(pin, "0123456789") != n) {
            return ept_fail(EPT_E_INVAL, "a PIN has %d to %d digits", PIN_MIN, PIN_MAX);
        }
        st = ept_pin_hash(hash, pin);
    }
    if (st == EPT_OK) {
        ept_stmt *q = journal->sql[SQL_PIN_SET];
        ept_bind_int(q, 1, id);
        ept_bind_text(q, 2, pin ? hash : NULL);
        st = run_for(journal, q, id);
    }
    return st;
}

ept_status ept_learner_pin_check(bool *right, ept_journal *journal, int64_t id, const char *pin)
{
    ept_stmt *q = journal->sql[SQL_PIN_GET];
    char hash[EPT_PIN_HASH_CHARS] = "";
    bool row = false, has_pin = false;
    *right = false;
    ept_bind_int(q, 1, id);
    ept_status st = ept_step(&row, q);
    if (st == EPT_OK && row) {
        ept_str kept = ept_col_text(q, 0);
        has_pin = !ept_col_is_null(q, 0);
        memcpy(hash, kept.p ? kept.p : "", kept.n < sizeof hash ? kept.n : 0);
    }
    ept_reset(q);
    if (st == EPT_OK && !row) {
        st = ept_fail(EPT_E_NOT_FOUND, "no learner %" PRId64, id);
    }
    *right = st == EPT_OK && (!has_pin || ept_pin_check(hash, pin));
    return st;
}

ept_status ept_setting_get(const char **out, ept_arena *arena, ept_journal *journal,
                           int64_t learner, const char *key)
{
    ept_stmt *q = journal->sql[SQL_SETTING_GET];
    bool row = false;
    *out = NULL;
    ept_bind_int(q, 1, learner);
    ept_bind_text(q, 2, key);
    ept_status st = ept_step(&row, q);
    if (st == EPT_OK && row) {
        st = ept_col_dup(out, arena, q, 0);
    }
    ept_reset(q);
    return st;
}

ept_status ept_setting_set(ept_journal *journal, int64_t learner, const char *key,
                           const char *value)
{
    ept_stmt *q = journal->sql[value ? SQL_SETTING_SET : SQL_SETTING_UNSET];
    ept_bind_int(q, 1, learner);
    ept_bind_text(q, 2, key);
    if (value) {
        ept_bind_text(q, 3, value);
    }
    return ept_stmt_run(q);
}
