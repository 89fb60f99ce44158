/* SPDX-License-Identifier: MIT */
/* bank_priv.h - what the read side and the write side of a bank file share: its statements, the
 * hashes over its entries, and the writer. Private to src/bank and its tests. */
#ifndef BANK_PRIV_H
#define BANK_PRIV_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "epstopik/bank.h"
#include "epstopik/store.h"

enum {
    BANK_APPLICATION_ID = 0x45504251, /* "EPBQ" */
    BANK_VERSION = 2,                 /* user_version of the shape in sql/ */
    BANK_OLDEST = 1,                  /* still read: it has no lexicon and no slow clips */
    BANK_BLOCK = 256,                 /* rows of the manifest under one hash */
    BANK_NAME_BYTES = 256,            /* "kind id" */
};

typedef enum bank_sql {
    BANK_SQL_HEAD,
    BANK_SQL_FIND,
    BANK_SQL_ROW,
    BANK_SQL_BLOCK,
    BANK_SQL_NAMES,
    BANK_SQL_ITEM,
    BANK_SQL_OPTIONS,
    BANK_SQL_WHY,
    BANK_SQL_ITEM_FACTS,
    BANK_SQL_STIMULUS,
    BANK_SQL_TURNS,
    BANK_SQL_GLOSS,
    BANK_SQL_DOCUMENT,
    BANK_SQL_PARTS,
    BANK_SQL_CELLS,
    BANK_SQL_CHART,
    BANK_SQL_CHART_LABELS,
    BANK_SQL_CHART_SERIES,
    BANK_SQL_CHART_VALUES,
    BANK_SQL_SEEK_FROM,
    BANK_SQL_SEEK_BELOW,
    BANK_SQL_GROUP,
    BANK_SQL_WARM_UP,
    BANK_SQL_PICTURE,
    BANK_SQL_PICTURE_NAMES,
    BANK_SQL_CLIP,
    BANK_SQL_RECIPE,
    BANK_SQL_SLOT,
    BANK_SQL_SLOT_SAYS,
    BANK_SQL_RULES,
    BANK_SQL_RULE_SLOTS,
    BANK_SQL_SETTINGS,
    BANK_SQL_FACT,
    BANK_SQL_FACT_SAYS,
    BANK_SQL_LEXICON,
    BANK_SQL_COUNT,
} bank_sql;

struct ept_bank {
    ept_db *db;
    ept_arena *arena; /* the head */
    ept_bank_head head;
    size_t entries;        /* rows of the manifest */
    const uint8_t *blocks; /* EPT_HASH_BYTES for each block */
    size_t block_count;
    uint8_t *block_seen; /* 0 not yet checked, 1 good, 2 bad */
    ept_stmt *stmts[BANK_SQL_COUNT];
};

/* The text of a statement, for the test of query plans. */
const char *bank_sql_text(bank_sql which);
/* The statement, prepared at its first use; ready for binding. */
EPT_NODISCARD ept_status bank_stmt(ept_stmt **out, ept_bank *bank, bank_sql which);

/* One row of the manifest, its block checked. EPT_E_NOT_FOUND, EPT_E_CORRUPT naming it. */
typedef struct bank_mark {
    ept_hash hash;
    uint32_t ms; /* clips: length */
} bank_mark;
EPT_NODISCARD ept_status bank_manifest_get(bank_mark *out, ept_bank *bank, const char *kind,
                                           const char *id);
/* The name and mark of row `seq` (its block must have been checked by the caller's loop). */
EPT_NODISCARD ept_status bank_manifest_row(const char **name, bank_mark *out, ept_arena *arena,
                                           ept_bank *bank, size_t seq);
EPT_NODISCARD ept_status bank_block_check(ept_bank *bank, size_t block);
/* Ids of all names of a kind, in byte order, every block checked. */
EPT_NODISCARD ept_status bank_manifest_ids(const char ***out, size_t *count, ept_arena *arena,
                                           ept_bank *bank, const char *kind);
/* Fails with EPT_E_CORRUPT: "bank F: KIND ID: why". */
ept_status bank_bad(const ept_bank *bank, const char *kind, const char *id, const char *why);
/* Renames a failure of the database while reading an entry, so that it is named; passes the rest.
 */
ept_status bank_named(ept_status st, const ept_bank *bank, const char *kind, const char *id);
/* The recipe a clip was made from, for incremental builds. EPT_E_NOT_FOUND. */
EPT_NODISCARD ept_status bank_recipe(ept_hash *out, ept_bank *bank, const char *clip);

/* Grows an arena array by doubling: room for one more than `count`. NULL when out of memory. */
void *bank_grow(ept_arena *arena, void *array, size_t count, size_t size);

/* --- hashes over entries -----------------------------------------------------------------------
 */

/* Hash of what an item leans on: kind "picture" or "fact". */
typedef ept_status bank_hash_lookup(ept_hash *out, void *ctx, const char *kind, const char *id);
/* Over every text of the item as it is served, and the hashes of its pictures and facts. */
EPT_NODISCARD ept_status bank_hash_item(ept_hash *out, const ept_item *item,
                                        bank_hash_lookup *lookup, void *ctx);
void bank_hash_bytes(ept_hash *out, const char *kind, const char *id, const void *bytes, size_t n);
void bank_hash_names(ept_hash *out, const char *id, const char *const says[EPT_LANG_COUNT]);
void bank_hash_clip(ept_hash *out, const char *id, uint32_t ms, const void *opus, size_t n);
void bank_hash_slot(ept_hash *out, const ept_bank_slot *slot, size_t entries);
void bank_hash_pattern(ept_hash *out, const ept_bank_pattern *pattern);
void bank_hash_exam(ept_hash *out, const ept_bank_exam *exam);
void bank_hash_fact(ept_hash *out, const ept_bank_fact *fact);
/* A word and its sound as the bank has them. */
typedef struct bank_said {
    const char *word, *as;
} bank_said;
void bank_hash_lexicon(ept_hash *out, const bank_said *words, size_t count);
void bank_hash_list(ept_hash *out, const char *name, const char *const *ids, size_t count);
/* Check of one entry of assembly, as it stands in the row. */
int64_t bank_entry_mark(const ept_bank_entry *entry);
/* rising as one number and back: three bits for each identity + 1, 0 = free. */
int64_t bank_rising_pack(const uint8_t rising[EPT_OPTIONS]);
bool bank_rising_unpack(uint8_t rising[EPT_OPTIONS], int64_t packed);
void bank_hash_block_row(ept_hasher *h, const char *name, const uint8_t hash[EPT_HASH_BYTES],
                         uint32_t ms);
void bank_hash_head(ept_hash *out, const ept_bank_head *head, size_t entries, const uint8_t *blocks,
                    size_t block_count);
/* Stored shuffle key: the first 8 bytes of SHA-256 of the id, halved so that SQLite's integers hold
 * it. */
uint64_t bank_shuffle_of(const char *id);

/* --- writing -------------------------------------------------------------------------------------
 */

/* Writes a bank afresh. Order: pictures and facts and slots, then groups, then items; clips at any
 * time. */
typedef struct bank_writer bank_writer;

EPT_NODISCARD ept_status bank_writer_open(bank_writer **out, const char *path);
void bank_writer_free(bank_writer *w); /* closes; without finish the file is no bank */
EPT_NODISCARD ept_status bank_writer_picture(bank_writer *w, const char *id, ept_str svg,
                                             const char *const names[EPT_LANG_COUNT]);
EPT_NODISCARD ept_status bank_writer_slot(bank_writer *w, const ept_bank_slot *slot);
EPT_NODISCARD ept_status bank_writer_pattern(bank_writer *w, const ept_bank_pattern *pattern);
EPT_NODISCARD ept_status bank_writer_exam(bank_writer *w, const ept_bank_exam *exam);
EPT_NODISCARD ept_status bank_writer_fact(bank_writer *w, const ept_bank_fact *fact);
/* The stimulus of a group: id, picture, passage, document, script and means[].text of `group`. */
EPT_NODISCARD ept_status bank_writer_group(bank_writer *w, const ept_item *group);
/* An item as it will be served (its group's stimulus merged in; only its own rows are written).
 * rising: identities in rising order, all 0 when free. play_ms: one play. The item's hash to
 * `hash`. */
EPT_NODISCARD ept_status bank_writer_item(bank_writer *w, const ept_item *item,
                                          const uint8_t rising[EPT_OPTIONS], uint32_t play_ms,
                                          ept_hash *hash);
EPT_NODISCARD ept_status bank_writer_clip(bank_writer *w, const char *id, uint32_t ms, ept_str opus,
                                          const ept_hash *recipe);
/* All words at once; none: nothing is written. */
EPT_NODISCARD ept_status bank_writer_lexicon(bank_writer *w, const bank_said *words, size_t count);
/* Manifest and head; the file is whole after bank_writer_free. head->id, title, version, licence
 * are given, the rest is filled in. */
EPT_NODISCARD ept_status bank_writer_finish(bank_writer *w, ept_bank_head *head);

/* Silence of at least `ms` as an Ogg Opus file (whole 20 ms). */
EPT_NODISCARD ept_status bank_silence(ept_buf *out, uint32_t ms);

#endif
