/* SPDX-License-Identifier: MIT */
/* journal.h - everything remembered about people: learners, sittings, events, results, settings, in
 * one file `user.db`. Events are the truth; results are a view of them. Floor: learn. Common codes:
 * EPT_E_LOCKED (another running program holds the file), EPT_E_READONLY, EPT_E_FULL, EPT_E_VERSION
 * (newer file), EPT_E_CORRUPT, EPT_E_DB, EPT_E_NOMEM. */
#ifndef EPSTOPIK_JOURNAL_H
#define EPSTOPIK_JOURNAL_H
#include "epstopik/arena.h"
#include "epstopik/hash.h"
#include "epstopik/lang.h"
#include "epstopik/sitting.h"

typedef struct ept_journal ept_journal;

/* Opens or makes DIR/user.db (DIR too). vfs: NULL, or a test's. */
EPT_NODISCARD ept_status ept_journal_open(ept_journal **out, const char *dir, const char *vfs);
void ept_journal_close(ept_journal *journal); /* NULL is fine */
/* False: the place does not allow WAL (network share); answers are safe but slower. */
bool ept_journal_is_wal(const ept_journal *journal);

/* --- learners --- */
typedef struct ept_learner {
    int64_t id;
    const char *name;    /* NULL: a guest, or a deleted profile */
    const char *picture; /* "apple" ... "kite" */
    const char *sector;  /* manufacturing construction agriculture fishery services */
    ept_lang lang;
    bool has_pin, guest;
    int64_t created_utc_ms, last_utc_ms;
} ept_learner;

/* A name is NFC without white space at its ends, 1..40 code points (EPT_E_INVAL), and unique among
 * living profiles (EPT_E_REFUSED). name NULL makes a guest. */
EPT_NODISCARD ept_status ept_learner_add(int64_t *id, ept_journal *journal,
                                         const ept_learner *fields, int64_t utc_ms);
/* Living named profiles; last used first. Arena-owned. */
EPT_NODISCARD ept_status ept_learner_list(ept_learner **out, size_t *count, ept_arena *arena,
                                          ept_journal *journal);
EPT_NODISCARD ept_status ept_learner_get(ept_learner *out, ept_arena *arena, ept_journal *journal,
                                         int64_t id);
/* By name (exact, NFC) or decimal number. EPT_E_NOT_FOUND. */
EPT_NODISCARD ept_status ept_learner_find(ept_learner *out, ept_arena *arena, ept_journal *journal,
                                          const char *name_or_number);
/* Name, picture, sector, lang. A guest that gets a name becomes a profile. */
EPT_NODISCARD ept_status ept_learner_update(ept_journal *journal, const ept_learner *fields);
EPT_NODISCARD ept_status ept_learner_used(ept_journal *journal, int64_t id, int64_t utc_ms);
/* Wipes name, picture and PIN; events stay under the number. */
EPT_NODISCARD ept_status ept_learner_delete(ept_journal *journal, int64_t id);
/* A PIN is 4..8 digits (EPT_E_INVAL); NULL clears. It keeps out a neighbour, not an administrator.
 */
EPT_NODISCARD ept_status ept_learner_pin_set(ept_journal *journal, int64_t id, const char *pin);
/* *right tells. EPT_OK also when the PIN is wrong. */
EPT_NODISCARD ept_status ept_learner_pin_check(bool *right, ept_journal *journal, int64_t id,
                                               const char *pin);

/* Settings of a learner, or of the seat (learner 0): short texts by key. *out NULL when unset. */
EPT_NODISCARD ept_status ept_setting_get(const char **out, ept_arena *arena, ept_journal *journal,
                                         int64_t learner, const char *key);
EPT_NODISCARD ept_status ept_setting_set(ept_journal *journal, int64_t learner, const char *key,
                                         const char *value);

/* --- sittings --- */
typedef struct ept_sitting_row {
    int64_t id, learner;
    const char *exam, *bank, *bank_version, *sector;
    ept_lang law_lang; /* language of the items where the exam lets choose; else ko */
    int form_number;   /* 0 = "next" */
    uint64_t form_seed;
    int only; /* -1 or an ept_section */
    int64_t started_utc_ms, last_utc_ms;
    bool ended;
    bool has_result; /* the fields below hold */
    ept_close_reason reason;
    int points, scale;
    int right, items;
    int section_points[EPT_SECTIONS_MAX]; /* -1 = not sat */
} ept_sitting_row;

/* Writes the sitting, its form (ids, hashes, option orders) and the START event in one durable
 * step. form->items[i].hash must be filled. */
EPT_NODISCARD ept_status ept_journal_start(int64_t *sitting, int64_t *seq, ept_journal *journal,
                                           const ept_sitting_row *row, const ept_form *form,
                                           int64_t utc_ms);
/* Appends; when it returns EPT_OK the event is synced to disk. *seq: its number in the file's
 * chain. result: with the event that ends the sitting, the view of it (reason, points, scale,
 * right, items, section_points), kept in the same durable step; else NULL. EPT_E_NOT_FOUND: no such
 * sitting. On failure nothing is stored. */
EPT_NODISCARD ept_status ept_journal_append(int64_t *seq, ept_journal *journal, int64_t sitting,
                                            const ept_event *event, int64_t utc_ms,
                                            const ept_sitting_row *result);

EPT_NODISCARD ept_status ept_sitting_row_get(ept_sitting_row *out, ept_arena *arena,
                                             ept_journal *journal, int64_t id);
/* Of a learner (0 = all): unfinished first, then newest first. */
EPT_NODISCARD ept_status ept_sitting_rows(ept_sitting_row **out, size_t *count, ept_arena *arena,
                                          ept_journal *journal, int64_t learner);
EPT_NODISCARD ept_status ept_journal_form(const ept_form **out, ept_arena *arena,
                                          ept_journal *journal, int64_t sitting);
EPT_NODISCARD ept_status ept_journal_events(ept_event **out, size_t *count, ept_arena *arena,
                                            ept_journal *journal, int64_t sitting);

/* When a learner last met an item: UTC ms of the last sitting that held it; 0 = never. For "next":
 * all met items, sorted by id. */
typedef struct ept_met {
    const char *item;
    int64_t utc_ms;
} ept_met;
EPT_NODISCARD ept_status ept_journal_met(ept_met **out, size_t *count, ept_arena *arena,
                                         ept_journal *journal, int64_t learner, const char *bank);

/* --- the chain --- */
typedef struct ept_logged {
    int64_t seq, sitting, learner, utc_ms;
    ept_event event;
    ept_hash hash;
} ept_logged;
typedef bool ept_log_row(void *ctx, const ept_logged *row); /* false stops */
EPT_NODISCARD ept_status ept_journal_walk(ept_journal *journal, int64_t learner, ept_log_row *row,
                                          void *ctx);
/* Recomputes every hash. *bad: the first seq that does not fit, 0 = all fit. A chain shows changed,
 * removed and reordered rows; a cut tail only shows against a head written down elsewhere (the
 * report prints it). */
EPT_NODISCARD ept_status ept_journal_verify(int64_t *bad, int64_t *events, ept_hash *head,
                                            ept_journal *journal);
/* The head at the end of a sitting, as its eight printed characters. */
EPT_NODISCARD ept_status ept_journal_mark(char out[9], ept_journal *journal, int64_t sitting);

#endif
