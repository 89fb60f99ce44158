/* SPDX-License-Identifier: MIT */
/* exams.c - the exams' settings as tables, one column an exam where they differ. */
#include "support/exams.h"

#include <string.h>

#include "epstopik/str.h"
#include "support/ept_test.h"

#define RULE(n, slot)                                                                              \
    {                                                                                              \
        n, n, 1, {slot}, false, false, false                                                       \
    }

static const ept_slot_rule pattern_2025[] = {RULE(1, "picture-word"),
                                             RULE(2, "picture-scene"),
                                             RULE(3, "picture-sentence"),
                                             RULE(4, "picture-sign"),
                                             RULE(5, "underlined-particle"),
                                             RULE(6, "underlined-verb"),
                                             RULE(7, "notice-info"),
                                             RULE(8, "related-word"),
                                             RULE(9, "word-description"),
                                             RULE(10, "chart-info"),
                                             RULE(11, "blank-document"),
                                             RULE(12, "blank-connective"),
                                             RULE(13, "blank-adverb"),
                                             RULE(14, "blank-ending"),
                                             RULE(15, "blank-health"),
                                             RULE(16, "blank-safety"),
                                             RULE(17, "definition-word"),
                                             RULE(18, "topic"),
                                             RULE(19, "notice-match"),
                                             RULE(20, "law-match"),
                                             RULE(21, "hear-word"),
                                             RULE(22, "hear-sentence"),
                                             RULE(23, "hear-picture-object"),
                                             RULE(24, "hear-picture-number"),
                                             RULE(25, "hear-picture-place"),
                                             RULE(26, "hear-picture-person"),
                                             RULE(27, "hear-picture-action"),
                                             RULE(28, "hear-picture-sign"),
                                             {29, 32, 1, {"reply"}, true, false, false},
                                             RULE(33, "next-line"),
                                             RULE(34, "dialogue-picture-job"),
                                             RULE(35, "dialogue-picture-place"),
                                             RULE(36, "dialogue-picture-thing"),
                                             RULE(37, "picture-where"),
                                             RULE(38, "dialogue-purpose"),
                                             RULE(39, "dialogue-reason"),
                                             RULE(40, "story-match")};

static const ept_slot_rule pattern_2023[] = {
    RULE(1, "picture-word"),
    RULE(2, "picture-sentence"),
    RULE(3, "synonym"),
    RULE(4, "antonym"),
    {5, 8, 1, {"blank-word"}, false, false, false},
    RULE(9, "picture-sign"),
    RULE(10, "chart-info"),
    RULE(11, "notice-info"),
    RULE(12, "blank-document"),
    RULE(13, "underlined-particle"),
    RULE(14, "underlined-verb"),
    {15, 16, 1, {"topic"}, false, false, false},
    {17, 18, 1, {"text-match"}, false, false, false},
    {19, 20, 2, {"pair-blank", "pair-match"}, false, false, true},
    RULE(21, "hear-word"),
    RULE(22, "hear-sentence"),
    RULE(23, "hear-picture-object"),
    RULE(24, "hear-picture-number"),
    RULE(25, "spoken-object"),
    RULE(26, "spoken-place"),
    RULE(27, "spoken-action"),
    RULE(28, "spoken-number"),
    RULE(29, "picture-where"),
    {30, 33, 1, {"reply"}, true, false, false},
    {34, 35, 1, {"next-line"}, false, false, false},
    RULE(36, "dialogue-picture-job"),
    RULE(37, "dialogue-picture-place"),
    RULE(38, "dialogue-purpose"),
    RULE(39, "dialogue-reason"),
    RULE(40, "story-match")};

static const ept_slot_rule pattern_law[] = {{1, 25, 1, {"law"}, false, true, false}};

typedef struct row {
    const char *path, *cbt, *ubt, *law, *practice;
} row;

static const row rows[] = {{"title.ko", "시험", "시험", "시험", "시험"},
                           {"title.kk", "емтихан", "емтихан", "емтихан", "емтихан"},
                           {"title.ru", "экзамен", "экзамен", "экзамен", "экзамен"},
                           {"title.en", "exam", "exam", "exam", "exam"},
                           {"take", "all", "all", "all", "one"},
                           {"sections.0.name", "reading", "reading", "law", "reading"},
                           {"sections.0.numbers", "1-20", "1-20", "1-25", "1-20"},
                           {"sections.0.minutes", "25", "25", "25", "0"},
                           {"sections.1.name", "listening", "listening", NULL, "listening"},
                           {"sections.1.numbers", "21-40", "21-40", NULL, "21-40"},
                           {"sections.1.minutes", "25", "25", NULL, "0"},
                           {"points", "5", "5", "4", "5"},
                           {"scale", "200", "200", "100", "100"},
                           {"minimum.0.sector", "manufacturing", "manufacturing", NULL, NULL},
                           {"minimum.0.score", "120", "120", NULL, NULL},
                           {"minimum.0.source", "notice", "notice", NULL, NULL},
                           {"minimum.0.date", "2026", "2026", NULL, NULL},
                           {"minimum.0.unconfirmed", "true", "true", NULL, NULL},
                           {"key_places.min", "3", "3", "4", "3"},
                           {"key_places.max", "7", "7", "9", "7"},
                           {"key_places.row", "3", "3", "3", "3"},
                           {"allow.change", "until-fixed", "always", "always", "until-feedback"},
                           {"allow.clear", "false", "true", "true", "true"},
                           {"allow.flag", "false", "true", "true", "false"},
                           {"allow.rule_out", "false", "true", "true", "false"},
                           {"allow.move.reading", "step", "section", NULL, "forward"},
                           {"allow.move.listening", "none", "section", NULL, "forward"},
                           {"allow.move.law", NULL, NULL, "section", NULL},
                           {"allow.submit", "never", "section", "section", "section"},
                           {"allow.leave", "interruption", "interruption", "interruption", "free"},
                           {"allow.feedback", "none", "none", "none", "item"},
                           {"after_last", "wait", "stay", "stay", "stay"},
                           {"sound.start", "section", "enter", NULL, "enter"},
                           {"sound.countdown", "3", "3", NULL, "0"},
                           {"sound.bell", "true", "true", NULL, "false"},
                           {"sound.number", "true", "true", NULL, "false"},
                           {"sound.gap", "1", "1", NULL, "1"},
                           {"sound.between", "3", "3", NULL, "3"},
                           {"sound.plays", "2", "2", NULL, "1"},
                           {"sound.replay", "none", "none", NULL, "free"},
                           {"sound.pause", "auto", "none", NULL, "none"},
                           {"sound.pause_min", "8", NULL, NULL, NULL},
                           {"sound.pause_max", "60", NULL, NULL, NULL},
                           {"sound.fill_to", "24:30", NULL, NULL, NULL},
                           {"sound.advance", "true", "false", NULL, "false"},
                           {"warm_up.reading.items", "5", "5", NULL, NULL},
                           {"warm_up.reading.minutes", "6", "6", NULL, NULL},
                           {"warm_up.listening.items", "5", "5", NULL, NULL},
                           {"warm_up.listening.minutes", "4", "4", NULL, NULL},
                           {"instruction_language", "korean", "korean", "both", "both"},
                           {"item_language", "korean", "korean", "choice", "korean"}};

static const char *cell(const row *r, const char *id)
{
    if (ept_streq(id, "eps-topik-cbt")) {
        return r->cbt;
    }
    if (ept_streq(id, "law")) {
        return r->law;
    }
    return ept_streq(id, "practice") ? r->practice : r->ubt;
}

static const char *pattern_of(const char *id)
{
    if (ept_streq(id, "law")) {
        return "law";
    }
    return ept_streq(id, "eps-topik-2023") ? "2023" : "2025";
}

ept_setting *exams_settings(ept_arena *arena, const char *id, size_t *count)
{
    size_t n = sizeof rows / sizeof *rows;
    ept_setting *settings = ept_arena_array(arena, n + 2, sizeof *settings);
    assert_non_null(settings);
    settings[0] = (ept_setting){"id", id};
    settings[1] = (ept_setting){"pattern", pattern_of(id)};
    *count = 2;
    for (size_t i = 0; i < n; i++) {
        const char *value = cell(&rows[i], id);
        if (value) {
            settings[(*count)++] = (ept_setting){rows[i].path, value};
        }
    }
    return settings;
}

const ept_slot_rule *exams_rules(const char *pattern, size_t *count)
{
    if (ept_streq(pattern, "2023")) {
        *count = sizeof pattern_2023 / sizeof *pattern_2023;
        return pattern_2023;
    }
    if (ept_streq(pattern, "law")) {
        *count = 1;
        return pattern_law;
    }
    *count = sizeof pattern_2025 / sizeof *pattern_2025;
    return pattern_2025;
}

const ept_blueprint *exams_blueprint(ept_arena *arena, const char *id)
{
    size_t settings_count = 0, rule_count = 0;
    const ept_setting *settings = exams_settings(arena, id, &settings_count);
    const ept_slot_rule *rules = exams_rules(pattern_of(id), &rule_count);
    const ept_blueprint *blueprint = NULL;
    assert_ok(ept_blueprint_make(&blueprint, arena, settings, settings_count, rules, rule_count));
    return blueprint;
}
