/* SPDX-License-Identifier: MIT */
/* bank.h - the read side of a bank file: one immutable SQLite file with items, pictures, clips,
 * slots, patterns, exams, law facts and a manifest of hashes. Floor: bank. Nothing with a wrong
 * hash is ever served: the call fails with EPT_E_CORRUPT and names it. */
#ifndef EPSTOPIK_BANK_H
#define EPSTOPIK_BANK_H
#include "epstopik/arena.h"
#include "epstopik/item.h"
#include "epstopik/pronounce.h"
#include "epstopik/str.h"

typedef struct ept_bank ept_bank;

typedef struct ept_bank_head {
    const char *id, *title, *version, *licence;
    size_t items, pictures, clips;
    ept_hash manifest; /* one hash over everything: equal for equal content */
} ept_bank_head;

/* EPT_E_NOT_FOUND; EPT_E_FORMAT: not a bank (not SQLite, another application, truncated);
 * EPT_E_VERSION: newer; EPT_E_CORRUPT: the head does not match its hash. */
EPT_NODISCARD ept_status ept_bank_open(ept_bank **out, const char *path);
void ept_bank_close(ept_bank *bank);                         /* NULL is fine */
const ept_bank_head *ept_bank_head_of(const ept_bank *bank); /* lives as long as the bank */

/* One item with all its texts, in `arena`. EPT_E_NOT_FOUND, EPT_E_CORRUPT, EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_bank_item(const ept_item **out, ept_arena *arena, ept_bank *bank,
                                       const char *id);
/* Its content hash only (for resume and "changed since"). */
EPT_NODISCARD ept_status ept_bank_item_hash(ept_hash *out, ept_bank *bank, const char *id);

/* SVG bytes of a picture (drawn by parameters ones included) and its names. */
EPT_NODISCARD ept_status ept_bank_picture(ept_str *out, ept_arena *arena, ept_bank *bank,
                                          const char *id);
EPT_NODISCARD ept_status ept_bank_picture_name(const char **out, ept_arena *arena, ept_bank *bank,
                                               const char *id, ept_lang lang);

/* Ogg Opus bytes and length of a clip: "ITEM" (the passage), "ITEM.0".."ITEM.3" (spoken options by
 * identity), "bell", "number.1".."number.40", "option.1".."option.4", "check" (sound check
 * sentence); "ITEM.slow", "ITEM.0.slow".. the same for learners, at rate 125. A clip that was
 * recorded, and a bank of version 1, have no slow one: EPT_E_NOT_FOUND. */
typedef struct ept_clip {
    ept_str opus;
    uint32_t ms;
} ept_clip;
EPT_NODISCARD ept_status ept_bank_clip(ept_clip *out, ept_arena *arena, ept_bank *bank,
                                       const char *id);
/* Length only, without reading the sound. */
EPT_NODISCARD ept_status ept_bank_clip_ms(uint32_t *out, ept_bank *bank, const char *id);

/* What form assembly needs of an item, without its texts. Warm-up items are never among them. */
typedef struct ept_bank_entry {
    const char *id, *slot, *sector, *tag, *group, *fact;
    int unit, level;
    /* identities in rising order when the item has `order: numeric`; all 0 when the order is free
     */
    uint8_t rising[EPT_OPTIONS];
    uint64_t shuffle; /* stored shuffle key, below 2^63 */
    uint32_t play_ms; /* one play: passage and spoken options with their numbers; 0 = silent */
} ept_bank_entry;

/* Entries of a slot in ascending shuffle order from `from` on, wrapping around, at most `limit`:
 * one index seek and a bounded read, whatever the size of the bank. */
EPT_NODISCARD ept_status ept_bank_seek(ept_bank_entry **out, size_t *count, ept_arena *arena,
                                       ept_bank *bank, const char *slot, uint64_t from,
                                       size_t limit);
EPT_NODISCARD ept_status ept_bank_slot_count(size_t *out, ept_bank *bank, const char *slot);
/* Members of a group in file order. */
EPT_NODISCARD ept_status ept_bank_group(ept_bank_entry **out, size_t *count, ept_arena *arena,
                                        ept_bank *bank, const char *group);
/* Item ids of one section's warm-up ("reading", "listening"), in file order. */
EPT_NODISCARD ept_status ept_bank_warm_up(const char ***out, size_t *count, ept_arena *arena,
                                          ept_bank *bank, const char *section);

/* A slot: section and field it belongs to, and its instruction in four languages. */
typedef struct ept_bank_slot {
    const char *id, *section, *field;
    const char *says[EPT_LANG_COUNT];
    const char *options; /* "text" "picture" "spoken" */
} ept_bank_slot;
EPT_NODISCARD ept_status ept_bank_slot_get(const ept_bank_slot **out, ept_arena *arena,
                                           ept_bank *bank, const char *id);

/* A law fact as the review shows it. */
typedef struct ept_bank_fact {
    const char *id, *law, *since, *review_by, *grade;
    const char *says[EPT_LANG_COUNT];
} ept_bank_fact;
EPT_NODISCARD ept_status ept_bank_fact_get(const ept_bank_fact **out, ept_arena *arena,
                                           ept_bank *bank, const char *id);

/* A pattern: its rules in order of numbers. */
typedef struct ept_bank_rule {
    int first, last; /* numbers, 1-based, inclusive */
    size_t slot_count;
    const char *const *slots;
    const char *distinct; /* "tag" or NULL: items of this rule differ in it */
    const char *spread;   /* "tag" or NULL: spread evenly over it */
    bool one_group;       /* the items are one group, in its order */
} ept_bank_rule;
typedef struct ept_bank_pattern {
    const char *id;
    size_t rule_count;
    const ept_bank_rule *rules;
} ept_bank_pattern;
EPT_NODISCARD ept_status ept_bank_pattern_get(const ept_bank_pattern **out, ept_arena *arena,
                                              ept_bank *bank, const char *id);

/* An exam (blueprint) as written in questions/exams: the file's scalar leaves as path -> text pairs
 * ("sections.0.minutes" -> "25", "allow.change" -> "true", "title.ru" -> ...), in file order. The
 * exam floor gives them meaning; the bank only keeps and hashes them. */
typedef struct ept_bank_setting {
    const char *path, *value;
} ept_bank_setting;
typedef struct ept_bank_exam {
    const char *id;
    size_t setting_count;
    const ept_bank_setting *settings;
} ept_bank_exam;
EPT_NODISCARD ept_status ept_bank_exams(const ept_bank_exam **out, size_t *count, ept_arena *arena,
                                        ept_bank *bank);

/* Checks every hash of the file. `found` is called for each bad thing with its name ("item
 * r-tools-001"); *faults is their number. EPT_OK also when there are faults. */
typedef void ept_bank_fault(void *ctx, const char *what);
EPT_NODISCARD ept_status ept_bank_verify(size_t *faults, ept_bank *bank, ept_bank_fault *found,
                                         void *ctx);

/* Adds the words whose sound the bank tells (questions/lexicon.yaml) to `lexicon`, so that a line
 * is read as its clip speaks it; they win over what is there. EPT_E_CORRUPT, EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_bank_lexicon(ept_lexicon *lexicon, ept_bank *bank);

/* All item ids in order (for listings and statistics). */
EPT_NODISCARD ept_status ept_bank_ids(const char ***out, size_t *count, ept_arena *arena,
                                      ept_bank *bank);
/* All picture ids in order. */
EPT_NODISCARD ept_status ept_bank_picture_ids(const char ***out, size_t *count, ept_arena *arena,
                                              ept_bank *bank);

#endif
