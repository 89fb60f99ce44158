/* SPDX-License-Identifier: MIT */
/* blueprint.c - reads an exam's settings into rules. A setting that is missing where it matters or
 * has a value that is none of its words is refused by name; nothing is guessed. */
#include "epstopik/blueprint.h"

#include <stdio.h>
#include <string.h>

#include "epstopik/str.h"

typedef struct reader {
    const ept_setting *settings;
    size_t count;
    ept_arena *arena;
    ept_status status;
} reader;

typedef struct word {
    const char *name;
    int value;
} word;

static const char *const section_names[] = {"reading", "listening", "law"};

const char *ept_section_name(ept_section section)
{
    return section_names[section];
}

bool ept_section_parse(ept_section *out, const char *name)
{
    for (int i = 0; i < 3; i++) {
        if (ept_streq(section_names[i], name)) {
            *out = (ept_section)i;
            return true;
        }
    }
    return false;
}

static const char *find(const reader *r, const char *path)
{
    for (size_t i = 0; i < r->count; i++) {
        if (ept_streq(r->settings[i].path, path)) {
            return r->settings[i].value;
        }
    }
    return NULL;
}

static void bad(reader *r, const char *path, const char *why)
{
    if (r->status == EPT_OK) {
        r->status = ept_fail(EPT_E_FORMAT, "exam setting '%s' %s", path, why);
    }
}

static const char *text(reader *r, const char *path, bool required)
{
    const char *value = find(r, path);
    if (!value && required) {
        bad(r, path, "is missing");
    }
    char *copy = ept_arena_strdup(r->arena, value);
    if (value && !copy && r->status == EPT_OK) {
        r->status = ept_fail(EPT_E_NOMEM, "exam setting '%s'", path);
    }
    return copy;
}

static int number(reader *r, const char *path, int64_t min, int64_t max)
{
    int64_t value = 0;
    const char *s = find(r, path);
    if (!s) {
        bad(r, path, "is missing");
    } else if (!ept_parse_int(&value, s, min, max)) {
        bad(r, path, "is not a number in its range");
    }
    return (int)value;
}

static bool flag(reader *r, const char *path, bool otherwise)
{
    const char *s = find(r, path);
    if (!s) {
        return otherwise;
    }
    if (!ept_streq(s, "true") && !ept_streq(s, "false")) {
        bad(r, path, "is neither true nor false");
    }
    return ept_streq(s, "true");
}

/* One of `words`; a missing setting takes the first when it may. */
static int one_of(reader *r, const char *path, const word *words, size_t count, bool required)
{
    const char *s = find(r, path);
    if (!s) {
        if (required) {
            bad(r, path, "is missing");
        }
        return words[0].value;
    }
    for (size_t i = 0; i < count; i++) {
        if (ept_streq(words[i].name, s)) {
            return words[i].value;
        }
    }
    bad(r, path, "has a value that is none of its words");
    return words[0].value;
}
#define ONE_OF(r, path, words, required)                                                           \
    one_of(r, path, words, sizeof(words) / sizeof *(words), required)

/* "3", "0.5" seconds, or "24:30" minutes and seconds, in ms. */
static uint32_t duration(reader *r, const char *path, bool required)
{
    const char *s = find(r, path);
    if (!s) {
        if (required) {
            bad(r, path, "is missing");
        }
        return 0;
    }
    unsigned whole = 0, part = 0;
    char rest = 0;
    if (sscanf(s, "%4u:%2u%c", &whole, &part, &rest) == 2 && part < 60 && whole < 600) {
        return (whole * 60 + part) * 1000;
    }
    if (sscanf(s, "%4u.%1u%c", &whole, &part, &rest) == 2) {
        return whole * 1000 + part * 100;
    }
    if (sscanf(s, "%4u%c", &whole, &rest) == 1) {
        return whole * 1000;
    }
    bad(r, path, "is not a time: write seconds (3, 0.5) or minutes and seconds (24:30)");
    return 0;
}

static void read_range(reader *r, const char *path, int *first, int *last)
{
    const char *s = find(r, path);
    char rest = 0;
    if (s && sscanf(s, "%3d-%3d%c", first, last, &rest) == 2) {
        /* a range */
    } else if (s && sscanf(s, "%3d%c", first, &rest) == 1) {
        *last = *first;
    } else {
        bad(r, path, "is not a range of numbers such as 1-20");
        return;
    }
    if (*first < 1 || *last < *first || *last > EPT_NUMBERS_MAX) {
        bad(r, path, "is not a range inside the pattern");
    }
}

static const word moves[] = {{"section", EPT_MOVE_FREE},
                             {"step", EPT_MOVE_STEP},
                             {"forward", EPT_MOVE_FORWARD},
                             {"none", EPT_MOVE_NONE}};

static void read_sections(reader *r, ept_blueprint *bp)
{
    char path[64];
    for (size_t i = 0; i < EPT_SECTIONS_MAX; i++) {
        ept_section_rule *rule = &bp->sections[i];
        snprintf(path, sizeof path, "sections.%zu.name", i);
        const char *name = find(r, path);
        if (!name) {
            break;
        }
        if (!ept_section_parse(&rule->section, name)) {
            bad(r, path, "is none of reading, listening, law");
            break;
        }
        snprintf(path, sizeof path, "sections.%zu.numbers", i);
        read_range(r, path, &rule->first, &rule->last);
        snprintf(path, sizeof path, "sections.%zu.minutes", i);
        rule->limit_ms = (uint32_t)number(r, path, 0, 300) * 60000u;
        snprintf(path, sizeof path, "allow.move.%s", name);
        rule->move = (ept_move)ONE_OF(r, path, moves, true);
        snprintf(path, sizeof path, "warm_up.%s.items", name);
        if (find(r, path)) {
            rule->warm_up_items = number(r, path, 0, 20);
            snprintf(path, sizeof path, "warm_up.%s.minutes", name);
            rule->warm_up_ms = (uint32_t)number(r, path, 1, 60) * 60000u;
        }
        bp->section_count++;
    }
    if (bp->section_count == 0) {
        bad(r, "sections", "is empty");
    }
}

static void read_minimum(reader *r, ept_blueprint *bp)
{
    char path[64];
    for (size_t i = 0; i < EPT_MINIMUM_MAX; i++) {
        ept_minimum *m = &bp->minimum[i];
        snprintf(path, sizeof path, "minimum.%zu.sector", i);
        if (!find(r, path)) {
            break;
        }
        m->sector = text(r, path, true);
        snprintf(path, sizeof path, "minimum.%zu.score", i);
        m->score = number(r, path, 0, 1000);
        snprintf(path, sizeof path, "minimum.%zu.source", i);
        m->source = text(r, path, true);
        snprintf(path, sizeof path, "minimum.%zu.date", i);
        m->date = text(r, path, true);
        snprintf(path, sizeof path, "minimum.%zu.unconfirmed", i);
        m->unconfirmed = flag(r, path, false);
        bp->minimum_count++;
    }
}

static void read_allow(reader *r, ept_blueprint *bp)
{
    static const word changes[] = {{"always", EPT_CHANGE_ALWAYS},
                                   {"until-fixed", EPT_CHANGE_UNTIL_FIXED},
                                   {"until-feedback", EPT_CHANGE_UNTIL_FEEDBACK}};
    static const word submits[] = {{"section", 1}, {"never", 0}};
    static const word leaves[] = {{"interruption", 1}, {"free", 0}};
    static const word feedbacks[] = {{"none", 0}, {"item", 1}};
    static const word ends[] = {{"stay", 0}, {"wait", 1}};
    static const word instructions[] = {{"korean", 0}, {"both", 1}};
    static const word languages[] = {{"korean", 0}, {"choice", 1}};
    static const word takes[] = {{"all", 0}, {"one", 1}};

    bp->change = (ept_change)ONE_OF(r, "allow.change", changes, true);
    bp->clear = flag(r, "allow.clear", false);
    bp->flag = flag(r, "allow.flag", false);
    bp->rule_out = flag(r, "allow.rule_out", false);
    bp->submit = ONE_OF(r, "allow.submit", submits, true) != 0;
    bp->leave_noted = ONE_OF(r, "allow.leave", leaves, true) != 0;
    bp->item_feedback = ONE_OF(r, "allow.feedback", feedbacks, true) != 0;
    bp->wait_at_end = ONE_OF(r, "after_last", ends, true) != 0;
    bp->bilingual = ONE_OF(r, "instruction_language", instructions, true) != 0;
    bp->item_language = ONE_OF(r, "item_language", languages, true) != 0;
    bp->one_section = ONE_OF(r, "take", takes, true) != 0;
}

static void read_sound(reader *r, ept_sound_rule *sound)
{
    static const word starts[] = {{"enter", 0}, {"section", 1}};
    static const word replays[] = {{"none", 0}, {"free", 1}};
    static const word pauses[] = {{"none", 0}, {"auto", 1}};
    sound->from_section = ONE_OF(r, "sound.start", starts, true) != 0;
    sound->countdown_ms = duration(r, "sound.countdown", true);
    sound->bell = flag(r, "sound.bell", false);
    sound->number = flag(r, "sound.number", false);
    sound->gap_ms = duration(r, "sound.gap", true);
    sound->between_ms = duration(r, "sound.between", true);
    sound->plays = number(r, "sound.plays", 1, 9);
    sound->free_replay = ONE_OF(r, "sound.replay", replays, true) != 0;
    sound->auto_pause = ONE_OF(r, "sound.pause", pauses, true) != 0;
    sound->advance = flag(r, "sound.advance", false);
    if (sound->auto_pause) {
        sound->pause_min_ms = duration(r, "sound.pause_min", true);
        sound->pause_max_ms = duration(r, "sound.pause_max", true);
        sound->fill_to_ms = duration(r, "sound.fill_to", true);
        if (sound->pause_min_ms > sound->pause_max_ms) {
            bad(r, "sound.pause_min", "is over sound.pause_max");
        }
    }
}

/* Sections follow one another, and the rules cover their numbers without gap or overlap. */
static void check_rules(reader *r, const ept_blueprint *bp)
{
    int next = bp->sections[0].first;
    for (size_t i = 0; i < bp->section_count; i++) {
        if (bp->sections[i].first != next) {
            bad(r, "sections", "leave a gap between their numbers or overlap");
        }
        next = bp->sections[i].last + 1;
    }
    int end = next;
    next = bp->sections[0].first;
    for (size_t i = 0; i < bp->rule_count; i++) {
        const ept_slot_rule *rule = &bp->rules[i];
        size_t slots = rule->one_group ? (size_t)(rule->last - rule->first + 1) : 1;
        if (rule->first != next || rule->last < rule->first) {
            bad(r, "pattern", "has rules that leave a gap between their numbers or overlap");
        }
        if (rule->slot_count != slots || slots > EPT_RULE_SLOTS_MAX) {
            bad(r, "pattern", "has a rule that needs one slot (a group rule: one for each number)");
        }
        next = rule->last + 1;
    }
    if (next != end) {
        bad(r, "sections", "have other numbers than the pattern");
    }
}

static const ept_slot_rule *copy_rules(reader *r, const ept_slot_rule *rules, size_t count)
{
    ept_slot_rule *copy = ept_arena_array(r->arena, count, sizeof *copy);
    for (size_t i = 0; copy && i < count; i++) {
        copy[i] = rules[i];
        for (size_t k = 0; k < rules[i].slot_count && k < EPT_RULE_SLOTS_MAX; k++) {
            copy[i].slots[k] = ept_arena_strdup(r->arena, rules[i].slots[k]);
            if (!copy[i].slots[k]) {
                copy = NULL;
                break;
            }
        }
    }
    if (!copy && r->status == EPT_OK) {
        r->status = ept_fail(EPT_E_NOMEM, "rules of a pattern");
    }
    return copy;
}

ept_status ept_blueprint_make(const ept_blueprint **out, ept_arena *arena,
                              const ept_setting *settings, size_t setting_count,
                              const ept_slot_rule *rules, size_t rule_count)
{
    *out = NULL;
    ept_blueprint *bp = ept_arena_alloc(arena, sizeof *bp);
    if (!bp) {
        return ept_fail(EPT_E_NOMEM, "blueprint");
    }
    reader r = {settings, setting_count, arena, EPT_OK};
    bp->id = text(&r, "id", true);
    bp->pattern = text(&r, "pattern", true);
    for (int lang = 0; lang < EPT_LANG_COUNT; lang++) {
        char path[16];
        snprintf(path, sizeof path, "title.%s", ept_lang_code((ept_lang)lang));
        bp->title[lang] = text(&r, path, true);
    }
    read_sections(&r, bp);
    bp->points = number(&r, "points", 1, 100);
    bp->scale = number(&r, "scale", 1, 1000);
    read_minimum(&r, bp);
    bp->key_min = number(&r, "key_places.min", 0, EPT_NUMBERS_MAX);
    bp->key_max = number(&r, "key_places.max", 1, EPT_NUMBERS_MAX);
    bp->key_row = number(&r, "key_places.row", 1, EPT_NUMBERS_MAX);
    read_allow(&r, bp);
    if (ept_blueprint_section(bp, EPT_SECTION_LISTENING)) {
        read_sound(&r, &bp->sound);
    }
    bp->rules = copy_rules(&r, rules, rule_count);
    bp->rule_count = rule_count;
    if (r.status == EPT_OK) {
        check_rules(&r, bp);
    }
    if (r.status == EPT_OK) {
        *out = bp;
    }
    return r.status;
}

const ept_section_rule *ept_blueprint_section(const ept_blueprint *blueprint, ept_section section)
{
    for (size_t i = 0; i < blueprint->section_count; i++) {
        if (blueprint->sections[i].section == section) {
            return &blueprint->sections[i];
        }
    }
    return NULL;
}

const ept_minimum *ept_blueprint_minimum(const ept_blueprint *blueprint, const char *sector)
{
    for (size_t i = 0; i < blueprint->minimum_count; i++) {
        if (ept_streq(blueprint->minimum[i].sector, sector)) {
            return &blueprint->minimum[i];
        }
    }
    return NULL;
}
