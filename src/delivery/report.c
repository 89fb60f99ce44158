/* SPDX-License-Identifier: MIT */
/* report.c - a sitting looked back on: its state from the events, the score, counts by kind of
 * question and by textbook unit, the last attempt, and what has changed in the bank since. */
#include <string.h>

#include "delivery_priv.h"
#include "epstopik/str.h"

enum { GROUPS_MAX = 32, UNITS_MAX = 64 };

/* Kinds of questions as the report shows them, by the beginning of the slot's name. */
static const char *group_of(const char *slot, ept_section section)
{
    static const struct {
        const char *prefix, *group;
    } reading[] = {{"picture-", "words"},
                   {"related-", "words"},
                   {"word-", "words"},
                   {"definition-", "words"},
                   {"synonym", "words"},
                   {"antonym", "words"},
                   {"blank-document", "information"},
                   {"notice-", "information"},
                   {"chart-", "information"},
                   {"underlined-", "grammar"},
                   {"blank-", "grammar"}},
      listening[] = {{"hear-picture", "pictures"},     {"hear-", "sounds"},
                     {"dialogue-picture", "pictures"}, {"picture-", "pictures"},
                     {"spoken-", "pictures"},          {"reply", "replies"},
                     {"next-line", "replies"}};
    if (section == EPT_SECTION_READING) {
        for (size_t i = 0; i < sizeof reading / sizeof *reading; i++) {
            if (strncmp(slot, reading[i].prefix, strlen(reading[i].prefix)) == 0) {
                return reading[i].group;
            }
        }
        return "texts";
    }
    for (size_t i = 0; i < sizeof listening / sizeof *listening; i++) {
        if (strncmp(slot, listening[i].prefix, strlen(listening[i].prefix)) == 0) {
            return listening[i].group;
        }
    }
    return "dialogues";
}

/* Labels from the bank: the tag of law items, the unit of all; and which items have changed. */
static ept_status read_labels(ept_report *r, ept_arena *arena, ept_delivery *delivery,
                              const char **groups, const char **units)
{
    for (size_t i = 0; i < r->form->count; i++) {
        const ept_form_item *item = &r->form->items[i];
        const ept_item *full = NULL;
        ept_status st = ept_bank_item(&full, arena, delivery->bank, item->id);
        if (st != EPT_OK && st != EPT_E_NOT_FOUND && st != EPT_E_CORRUPT) {
            return st;
        }
        r->changed[i] = !full || !ept_hash_eq(&full->hash, &item->hash);
        groups[i] = item->section != EPT_SECTION_LAW ? group_of(item->slot, item->section)
                    : full && full->tag              ? full->tag
                                                     : NULL;
        units[i] = full ? ept_arena_printf(arena, "%d", full->unit) : NULL;
    }
    return EPT_OK;
}

static ept_status count_groups(ept_report *r, ept_arena *arena, ept_delivery *delivery)
{
    const char *groups[EPT_NUMBERS_MAX] = {NULL}, *units[EPT_NUMBERS_MAX] = {NULL};
    ept_tally tallies[GROUPS_MAX];
    ept_status st = read_labels(r, arena, delivery, groups, units);
    r->groups = ept_arena_array(arena, GROUPS_MAX, sizeof *r->groups);
    r->units = ept_arena_array(arena, UNITS_MAX, sizeof *r->units);
    if (st != EPT_OK || !r->groups || !r->units) {
        return st != EPT_OK ? st : ept_fail(EPT_E_NOMEM, "report");
    }
    for (size_t s = 0; s < r->score.section_count; s++) {
        ept_section section = r->score.sections[s].section;
        size_t n = ept_score_by(tallies, GROUPS_MAX - r->group_count, r->sitting, r->form, groups,
                                (int)section);
        for (size_t i = 0; i < n; i++) {
            r->groups[r->group_count++] = (ept_report_group){tallies[i].name, section, tallies[i]};
        }
    }
    r->unit_count = ept_score_by(r->units, UNITS_MAX, r->sitting, r->form, units, -1);
    return EPT_OK;
}

static ept_status find_previous(ept_report *r, ept_arena *arena, ept_delivery *delivery)
{
    ept_sitting_row *rows = NULL;
    size_t count = 0;
    ept_status st = ept_sitting_rows(&rows, &count, arena, delivery->journal, r->row.learner);
    for (size_t i = 0; st == EPT_OK && i < count; i++) {
        const ept_sitting_row *row = &rows[i];
        bool before = row->started_utc_ms < r->row.started_utc_ms ||
                      (row->started_utc_ms == r->row.started_utc_ms && row->id < r->row.id);
        if (row->has_result && row->reason == EPT_CLOSE_DONE && before &&
            row->only == r->row.only && ept_streq(row->exam, r->row.exam) &&
            (!r->has_previous || row->started_utc_ms > r->previous.started_utc_ms)) {
            r->previous = *row;
            r->has_previous = true;
        }
    }
    return st;
}

static ept_status replay(ept_sitting **out, ept_report *r, ept_arena *arena, ept_delivery *delivery)
{
    ept_event *events = NULL;
    size_t count = 0;
    const ept_sitting_opts opts = {r->form, r->blueprint, r->row.only};
    ept_status st = ept_sitting_new(out, &opts);
    if (st == EPT_OK) {
        st = ept_journal_events(&events, &count, arena, delivery->journal, r->row.id);
    }
    for (size_t i = 0; st == EPT_OK && i < count; i++) {
        st = ept_sitting_apply(*out, &events[i]);
    }
    return st;
}

static ept_status make(ept_report *r, ept_arena *arena, ept_delivery *delivery, int64_t sitting)
{
    ept_sitting *state = NULL;
    ept_status st = ept_sitting_row_get(&r->row, arena, delivery->journal, sitting);
    if (st == EPT_OK) {
        st = ept_delivery_exam(&r->blueprint, delivery, r->row.exam);
    }
    if (st == EPT_OK) {
        st = ept_journal_form(&r->form, arena, delivery->journal, sitting);
    }
    if (st == EPT_OK) {
        st = replay(&state, r, arena, delivery);
        r->sitting = state;
    }
    if (st == EPT_OK) {
        r->changed = ept_arena_array(arena, r->form->count, sizeof *r->changed);
        st = r->changed ? EPT_OK : ept_fail(EPT_E_NOMEM, "report");
    }
    if (st == EPT_OK) {
        ept_score_of(&r->score, r->sitting, r->form, r->blueprint);
        r->minimum = ept_blueprint_minimum(r->blueprint, r->row.sector);
        r->interruptions = ept_sitting_interruptions(r->sitting);
        st = count_groups(r, arena, delivery);
    }
    if (st == EPT_OK) {
        st = find_previous(r, arena, delivery);
    }
    return st == EPT_OK ? ept_journal_mark(r->mark, delivery->journal, sitting) : st;
}

ept_status ept_report_make(ept_report *out, ept_arena *arena, ept_delivery *delivery,
                           int64_t sitting)
{
    memset(out, 0, sizeof *out);
    if (!delivery->journal) {
        return ept_fail(EPT_E_NOT_FOUND, "no journal");
    }
    ept_status st = make(out, arena, delivery, sitting);
    if (st != EPT_OK) {
        ept_report_clear(out);
    }
    return st;
}

void ept_report_clear(ept_report *report)
{
    /* Made here by ept_sitting_new and shown read-only. */
    union {
        const ept_sitting *shown; /* cppcheck-suppress unusedStructMember ; is initialised */
        ept_sitting *own;
    } sitting = {report->sitting};
    ept_sitting_free(sitting.own);
    memset(report, 0, sizeof *report);
}
