/* SPDX-License-Identifier: MIT */
/* blueprint.h - an exam as rules: the pattern's slots with clocks, points and what is allowed.
 * Floor: exam. Plain data made from the bank's settings; nothing here names a file or a table. */
#ifndef EPSTOPIK_BLUEPRINT_H
#define EPSTOPIK_BLUEPRINT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "epstopik/arena.h"
#include "epstopik/lang.h"

enum {
    EPT_SECTIONS_MAX = 2, /* sections in one exam */
    EPT_NUMBERS_MAX = 64, /* items in one exam */
    EPT_RULE_SLOTS_MAX = 4,
    EPT_MINIMUM_MAX = 8,
    EPT_RULES_MAX = EPT_NUMBERS_MAX,
    EPT_PLACES = 4, /* options of an item */
};

typedef enum ept_section {
    EPT_SECTION_READING,
    EPT_SECTION_LISTENING,
    EPT_SECTION_LAW
} ept_section;
const char *ept_section_name(ept_section section); /* "reading" "listening" "law" */
bool ept_section_parse(ept_section *out, const char *name);

/* How one gets from item to item inside a section. */
typedef enum ept_move {
    EPT_MOVE_FREE,    /* any item of the section */
    EPT_MOVE_STEP,    /* back and next; the grid only shows */
    EPT_MOVE_FORWARD, /* next only */
    EPT_MOVE_NONE,    /* goes on by itself */
} ept_move;

typedef enum ept_change {
    EPT_CHANGE_ALWAYS,
    EPT_CHANGE_UNTIL_FIXED,    /* marked, then fixed by Enter, moving on or 0:00 */
    EPT_CHANGE_UNTIL_FEEDBACK, /* open until the answer is shown */
} ept_change;

typedef struct ept_section_rule {
    ept_section section;
    int first, last;   /* numbers of the pattern, 1-based, inclusive */
    uint32_t limit_ms; /* 0 = no clock */
    ept_move move;
    int warm_up_items;
    uint32_t warm_up_ms; /* 0 = no warm-up */
} ept_section_rule;

/* Times in ms. All zero and plays 0 when the exam has no sound. */
typedef struct ept_sound_rule {
    bool from_section; /* sounds through by itself; else on entering an item not yet heard */
    bool bell, number, advance, auto_pause, free_replay;
    int plays;
    uint32_t countdown_ms, gap_ms, between_ms, pause_min_ms, pause_max_ms, fill_to_ms;
} ept_sound_rule;

typedef struct ept_slot_rule {
    int first, last;
    size_t slot_count;
    const char *slots[EPT_RULE_SLOTS_MAX];
    bool distinct_tag; /* no two items of these numbers share a tag */
    bool spread_tag;   /* tags in turn, as evenly as the bank allows */
    bool one_group;    /* filled in order by the items of one group */
} ept_slot_rule;

typedef struct ept_minimum {
    const char *sector, *source, *date;
    int score;
    bool unconfirmed;
} ept_minimum;

/* Strings are borrowed from the arena the blueprint was made in. */
typedef struct ept_blueprint {
    const char *id, *pattern;
    const char *title[EPT_LANG_COUNT];
    size_t rule_count;
    const ept_slot_rule *rules;
    size_t section_count;
    ept_section_rule sections[EPT_SECTIONS_MAX];
    bool one_section;  /* one section is chosen and sat (practice) */
    int points, scale; /* points for a right answer; the full score */
    size_t minimum_count;
    ept_minimum minimum[EPT_MINIMUM_MAX];
    int key_min, key_max, key_row; /* key places: of 20 or so in a section; longest run allowed */
    ept_change change;
    bool clear, flag, rule_out;
    bool submit;        /* a section may be handed in early */
    bool leave_noted;   /* leaving is an interruption on the report */
    bool item_feedback; /* answer and explanation after each item */
    bool wait_at_end;   /* after the last item the section waits for 0:00 */
    bool bilingual;     /* instructions also in the learner's language */
    bool item_language; /* items in Korean or the learner's language */
    ept_sound_rule sound;
} ept_blueprint;

/* One leaf of the exam's file: "sections.0.minutes", "25". */
typedef struct ept_setting {
    const char *path, *value;
} ept_setting;

/* Rules are given in order of numbers and copied. EPT_E_FORMAT names the setting that is missing or
 * makes no sense. EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_blueprint_make(const ept_blueprint **out, ept_arena *arena,
                                            const ept_setting *settings, size_t setting_count,
                                            const ept_slot_rule *rules, size_t rule_count);

/* The rule of a section; NULL when the exam has no such section. */
const ept_section_rule *ept_blueprint_section(const ept_blueprint *blueprint, ept_section section);
/* The minimum score of a sector; NULL when none is known. */
const ept_minimum *ept_blueprint_minimum(const ept_blueprint *blueprint, const char *sector);

#endif
