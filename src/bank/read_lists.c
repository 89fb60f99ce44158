/* SPDX-License-Identifier: MIT */
/* Entries for assembly, slots, patterns, exams, facts: small things, each checked like an item. */
#include <string.h>

#include "bank_priv.h"

static ept_status no_memory(const char *what)
{
    return ept_fail(EPT_E_NOMEM, "read %s: out of memory", what);
}

static ept_status match(const ept_bank *bank, const char *kind, const char *id, const ept_hash *is,
                        const bank_mark *should)
{
    return ept_hash_eq(is, &should->hash) ? EPT_OK
                                          : bank_bad(bank, kind, id, "its hash does not match");
}

static ept_status dup_columns(const char **const *to, size_t count, ept_arena *arena,
                              ept_stmt *stmt, int column)
{
    ept_status st = EPT_OK;

    for (size_t i = 0; i < count && st == EPT_OK; i++) {
        st = ept_col_dup(to[i], arena, stmt, column + (int)i);
    }
    return st;
}

static ept_status read_entry(ept_bank_entry *entry, ept_arena *arena, ept_bank *bank,
                             ept_stmt *stmt)
{
    const char **const to[] = {&entry->id,  &entry->slot,  &entry->sector,
                               &entry->tag, &entry->group, &entry->fact};
    ept_status st = dup_columns(to, 6, arena, stmt, 0);

    entry->unit = (int)ept_col_int(stmt, 6);
    entry->level = (int)ept_col_int(stmt, 7);
    bool order = bank_rising_unpack(entry->rising, ept_col_int(stmt, 8));
    entry->shuffle = (uint64_t)ept_col_int(stmt, 9);
    entry->play_ms = (uint32_t)ept_col_int(stmt, 10);
    if (st == EPT_OK &&
        (!order || entry->id == NULL || entry->slot == NULL || entry->sector == NULL ||
         ept_col_int(stmt, 11) != bank_entry_mark(entry))) {
        st = bank_bad(bank, "entry", entry->id != NULL ? entry->id : "", "its mark does not match");
    }
    return st;
}

/* The rows of a started statement behind those already there. */
static ept_status read_entries(ept_bank_entry **entries, size_t *count, ept_arena *arena,
                               ept_bank *bank, ept_stmt *stmt)
{
    bool row = false;
    ept_status st = EPT_OK;

    while (st == EPT_OK && (st = ept_step(&row, stmt)) == EPT_OK && row) {
        *entries = bank_grow(arena, *entries, *count, sizeof **entries);
        if (*entries == NULL) {
            ept_reset(stmt);
            return no_memory("entries");
        }
        st = read_entry(&(*entries)[(*count)++], arena, bank, stmt);
    }
    return st;
}

static ept_status seek_part(ept_bank_entry **entries, size_t *count, ept_arena *arena,
                            ept_bank *bank, bank_sql which, const char *slot, uint64_t from,
                            size_t limit)
{
    ept_stmt *stmt = NULL;
    ept_status st = bank_stmt(&stmt, bank, which);

    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, slot);
        ept_bind_int(stmt, 2, (int64_t)from);
        ept_bind_int(stmt, 3, (int64_t)limit);
        st = read_entries(entries, count, arena, bank, stmt);
    }
    return st;
}

ept_status ept_bank_seek(ept_bank_entry **out, size_t *count, ept_arena *arena, ept_bank *bank,
                         const char *slot, uint64_t from, size_t limit)
{
    ept_bank_entry *entries = NULL;
    size_t n = 0;

    *out = NULL;
    *count = 0;
    from &= INT64_MAX;
    ept_status st = seek_part(&entries, &n, arena, bank, BANK_SQL_SEEK_FROM, slot, from, limit);
    if (st == EPT_OK && n < limit) {
        st = seek_part(&entries, &n, arena, bank, BANK_SQL_SEEK_BELOW, slot, from, limit - n);
    }
    if (st == EPT_OK) {
        *out = entries;
        *count = n;
    }
    return bank_named(st, bank, "entries of slot", slot);
}

ept_status ept_bank_group(ept_bank_entry **out, size_t *count, ept_arena *arena, ept_bank *bank,
                          const char *group)
{
    ept_bank_entry *entries = NULL;
    ept_stmt *stmt = NULL;
    size_t n = 0;
    ept_status st = bank_stmt(&stmt, bank, BANK_SQL_GROUP);

    *out = NULL;
    *count = 0;
    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, group);
        st = read_entries(&entries, &n, arena, bank, stmt);
    }
    if (st == EPT_OK) {
        *out = entries;
        *count = n;
    }
    return bank_named(st, bank, "entries of group", group);
}

ept_status ept_bank_warm_up(const char ***out, size_t *count, ept_arena *arena, ept_bank *bank,
                            const char *section)
{
    bank_mark mark;
    ept_stmt *stmt = NULL;
    ept_hash hash;
    bool row = false;
    const char **ids = NULL;
    size_t n = 0;
    ept_status st = bank_manifest_get(&mark, bank, "warm-up", section);

    *out = NULL;
    *count = 0;
    if (st == EPT_E_NOT_FOUND) {
        return EPT_OK;
    }
    if (st == EPT_OK) {
        st = bank_stmt(&stmt, bank, BANK_SQL_WARM_UP);
    }
    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, section);
    }
    while (st == EPT_OK && (st = ept_step(&row, stmt)) == EPT_OK && row) {
        ids = bank_grow(arena, ids, n, sizeof *ids);
        st = ids == NULL ? no_memory("the warm-up") : ept_col_dup(&ids[n++], arena, stmt, 0);
    }
    if (st == EPT_OK) {
        bank_hash_list(&hash, "warm-up", ids, n);
        st = match(bank, "warm-up", section, &hash, &mark);
    }
    if (st == EPT_OK) {
        *out = ids;
        *count = n;
    }
    return bank_named(st, bank, "warm-up", section);
}

static ept_status read_says(const char *says[EPT_LANG_COUNT], ept_arena *arena, ept_bank *bank,
                            bank_sql which, const char *kind, const char *id)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    ept_status st = bank_stmt(&stmt, bank, which);

    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, id);
    }
    while (st == EPT_OK && (st = ept_step(&row, stmt)) == EPT_OK && row) {
        int64_t lang = ept_col_int(stmt, 0);
        st = lang < 0 || lang >= EPT_LANG_COUNT
                 ? bank_bad(bank, kind, id, "a text is in no language")
                 : ept_col_dup(&says[lang], arena, stmt, 1);
    }
    return st;
}

static ept_status read_slot(ept_bank_slot *slot, size_t *entries, ept_arena *arena, ept_bank *bank,
                            const char *id)
{
    bank_mark mark;
    ept_stmt *stmt = NULL;
    ept_hash hash;
    bool row = false;
    ept_status st = bank_manifest_get(&mark, bank, "slot", id);

    if (st == EPT_OK) {
        st = bank_stmt(&stmt, bank, BANK_SQL_SLOT);
    }
    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, id);
        st = ept_step(&row, stmt);
    }
    if (st == EPT_OK && !row) {
        st = bank_bad(bank, "slot", id, "it is not there");
    }
    if (st == EPT_OK) {
        const char **const to[] = {&slot->id, &slot->section, &slot->field, &slot->options};
        st = dup_columns(to, 4, arena, stmt, 0);
        *entries = (size_t)ept_col_int(stmt, 4);
        ept_reset(stmt);
    }
    if (st == EPT_OK) {
        st = read_says(slot->says, arena, bank, BANK_SQL_SLOT_SAYS, "slot", id);
    }
    if (st == EPT_OK) {
        bank_hash_slot(&hash, slot, *entries);
        st = match(bank, "slot", id, &hash, &mark);
    }
    return bank_named(st, bank, "slot", id);
}

ept_status ept_bank_slot_get(const ept_bank_slot **out, ept_arena *arena, ept_bank *bank,
                             const char *id)
{
    size_t entries = 0;
    ept_bank_slot *slot = ept_arena_alloc(arena, sizeof *slot);
    ept_status st = slot != NULL ? read_slot(slot, &entries, arena, bank, id) : no_memory("a slot");

    *out = st == EPT_OK ? slot : NULL;
    return st;
}

ept_status ept_bank_slot_count(size_t *out, ept_bank *bank, const char *slot)
{
    ept_arena *arena = NULL;
    ept_bank_slot read = {0};
    ept_status st = ept_arena_new(&arena);

    *out = 0;
    if (st == EPT_OK) {
        size_t entries = 0;
        st = read_slot(&read, &entries, arena, bank, slot);
        *out = st == EPT_OK ? entries : 0;
    }
    ept_arena_free(arena);
    return st;
}

ept_status ept_bank_fact_get(const ept_bank_fact **out, ept_arena *arena, ept_bank *bank,
                             const char *id)
{
    bank_mark mark;
    ept_stmt *stmt = NULL;
    ept_hash hash;
    bool row = false;
    ept_bank_fact *fact = ept_arena_alloc(arena, sizeof *fact);
    ept_status st = fact != NULL ? bank_manifest_get(&mark, bank, "fact", id) : no_memory("a fact");

    *out = NULL;
    if (st == EPT_OK) {
        st = bank_stmt(&stmt, bank, BANK_SQL_FACT);
    }
    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, id);
        st = ept_step(&row, stmt);
    }
    if (st == EPT_OK && !row) {
        st = bank_bad(bank, "fact", id, "it is not there");
    }
    if (st == EPT_OK) {
        const char **const to[] = {&fact->id, &fact->law, &fact->since, &fact->review_by,
                                   &fact->grade};
        st = dup_columns(to, 5, arena, stmt, 0);
        ept_reset(stmt);
    }
    if (st == EPT_OK) {
        st = read_says(fact->says, arena, bank, BANK_SQL_FACT_SAYS, "fact", id);
    }
    if (st == EPT_OK) {
        bank_hash_fact(&hash, fact);
        st = match(bank, "fact", id, &hash, &mark);
    }
    if (st == EPT_OK) {
        *out = fact;
    }
    return bank_named(st, bank, "fact", id);
}

static ept_status read_rule_slots(ept_bank_rule *rule, ept_arena *arena, ept_bank *bank,
                                  const char *pattern, int64_t seq)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    const char **slots = NULL;
    ept_status st = bank_stmt(&stmt, bank, BANK_SQL_RULE_SLOTS);

    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, pattern);
        ept_bind_int(stmt, 2, seq);
    }
    while (st == EPT_OK && (st = ept_step(&row, stmt)) == EPT_OK && row) {
        slots = bank_grow(arena, slots, rule->slot_count, sizeof *slots);
        st = slots == NULL ? no_memory("a pattern")
                           : ept_col_dup(&slots[rule->slot_count++], arena, stmt, 0);
    }
    rule->slots = slots;
    return st;
}

static ept_status read_rules(ept_bank_pattern *pattern, ept_arena *arena, ept_bank *bank)
{
    ept_stmt *stmt = NULL;
    bool row = false;
    ept_bank_rule *rules = NULL;
    size_t n = 0;
    ept_status st = bank_stmt(&stmt, bank, BANK_SQL_RULES);

    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, pattern->id);
    }
    while (st == EPT_OK && (st = ept_step(&row, stmt)) == EPT_OK && row) {
        rules = bank_grow(arena, rules, n, sizeof *rules);
        if (rules == NULL) {
            ept_reset(stmt);
            return no_memory("a pattern");
        }
        ept_bank_rule *rule = &rules[n];
        int64_t seq = ept_col_int(stmt, 0);
        *rule = (ept_bank_rule){
            .first = (int)ept_col_int(stmt, 1),
            .last = (int)ept_col_int(stmt, 2),
            .one_group = ept_col_int(stmt, 5) != 0,
        };
        const char **const to[] = {&rule->distinct, &rule->spread};
        st = dup_columns(to, 2, arena, stmt, 3);
        if (st == EPT_OK) {
            st = read_rule_slots(rule, arena, bank, pattern->id, seq);
        }
        n++;
    }
    pattern->rules = rules;
    pattern->rule_count = n;
    return st;
}

ept_status ept_bank_pattern_get(const ept_bank_pattern **out, ept_arena *arena, ept_bank *bank,
                                const char *id)
{
    bank_mark mark;
    ept_hash hash;
    ept_bank_pattern *pattern = ept_arena_alloc(arena, sizeof *pattern);
    ept_status st =
        pattern != NULL ? bank_manifest_get(&mark, bank, "pattern", id) : no_memory("a pattern");

    *out = NULL;
    if (st == EPT_OK) {
        pattern->id = ept_arena_strdup(arena, id);
        st = pattern->id == NULL ? no_memory("a pattern") : read_rules(pattern, arena, bank);
    }
    if (st == EPT_OK) {
        bank_hash_pattern(&hash, pattern);
        st = match(bank, "pattern", id, &hash, &mark);
    }
    if (st == EPT_OK) {
        *out = pattern;
    }
    return bank_named(st, bank, "pattern", id);
}

static ept_status read_exam(ept_bank_exam *exam, ept_arena *arena, ept_bank *bank, const char *id)
{
    bank_mark mark;
    ept_stmt *stmt = NULL;
    ept_hash hash;
    bool row = false;
    ept_bank_setting *settings = NULL;
    size_t n = 0;
    ept_status st = bank_manifest_get(&mark, bank, "exam", id);

    if (st == EPT_OK) {
        st = bank_stmt(&stmt, bank, BANK_SQL_SETTINGS);
    }
    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, id);
    }
    while (st == EPT_OK && (st = ept_step(&row, stmt)) == EPT_OK && row) {
        settings = bank_grow(arena, settings, n, sizeof *settings);
        if (settings == NULL) {
            ept_reset(stmt);
            return no_memory("an exam");
        }
        const char **const to[] = {&settings[n].path, &settings[n].value};
        n++;
        st = dup_columns(to, 2, arena, stmt, 0);
    }
    *exam = (ept_bank_exam){.id = id, .settings = settings, .setting_count = n};
    if (st == EPT_OK) {
        bank_hash_exam(&hash, exam);
        st = match(bank, "exam", id, &hash, &mark);
    }
    return bank_named(st, bank, "exam", id);
}

ept_status ept_bank_exams(const ept_bank_exam **out, size_t *count, ept_arena *arena,
                          ept_bank *bank)
{
    const char **ids = NULL;
    size_t n = 0;
    ept_status st = bank_manifest_ids(&ids, &n, arena, bank, "exam");
    ept_bank_exam *exams = st == EPT_OK ? ept_arena_array(arena, n, sizeof *exams) : NULL;

    *out = NULL;
    *count = 0;
    if (st == EPT_OK && exams == NULL) {
        st = no_memory("the exams");
    }
    for (size_t i = 0; i < n && st == EPT_OK; i++) {
        st = read_exam(&exams[i], arena, bank, ids[i]);
    }
    if (st == EPT_OK) {
        *out = exams;
        *count = n;
    }
    return st;
}

ept_status ept_bank_ids(const char ***out, size_t *count, ept_arena *arena, ept_bank *bank)
{
    return bank_manifest_ids(out, count, arena, bank, "item");
}

ept_status ept_bank_picture_ids(const char ***out, size_t *count, ept_arena *arena, ept_bank *bank)
{
    return bank_manifest_ids(out, count, arena, bank, "picture");
}

/* The words of a bank that has some, checked. */
static ept_status read_words(bank_said **out, size_t *count, ept_arena *arena, ept_bank *bank,
                             const bank_mark *mark)
{
    ept_stmt *stmt = NULL;
    ept_hash hash;
    bool row = false;
    bank_said *words = NULL;
    size_t n = 0;
    ept_status st = bank_stmt(&stmt, bank, BANK_SQL_LEXICON);

    if (st == EPT_OK) {
        ept_bind_text(stmt, 1, "words");
    }
    while (st == EPT_OK && (st = ept_step(&row, stmt)) == EPT_OK && row) {
        words = bank_grow(arena, words, n, sizeof *words);
        if (words == NULL) {
            ept_reset(stmt);
            return no_memory("the lexicon");
        }
        const char **const to[] = {&words[n].word, &words[n].as};
        st = dup_columns(to, 2, arena, stmt, 0);
        n++;
    }
    if (st == EPT_OK) {
        bank_hash_lexicon(&hash, words, n);
        st = match(bank, "lexicon", "words", &hash, mark);
    }
    *out = words;
    *count = n;
    return st;
}

ept_status ept_bank_lexicon(ept_lexicon *lexicon, ept_bank *bank)
{
    bank_mark mark;
    bank_said *words = NULL;
    size_t count = 0;
    ept_arena *arena = NULL;
    ept_status st = bank_manifest_get(&mark, bank, "lexicon", "words");

    if (st == EPT_E_NOT_FOUND) {
        return EPT_OK;
    }
    if (st == EPT_OK) {
        st = ept_arena_new(&arena);
    }
    if (st == EPT_OK) {
        st = read_words(&words, &count, arena, bank, &mark);
    }
    for (size_t i = 0; i < count && st == EPT_OK; i++) {
        st = ept_lexicon_add(lexicon, words[i].word, words[i].as);
    }
    ept_arena_free(arena);
    return bank_named(st, bank, "lexicon", "words");
}
