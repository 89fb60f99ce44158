/* SPDX-License-Identifier: MIT */
/* exams.h - blueprints for tests: the rules of the real exams, as settings, with the real patterns.
 */
#ifndef TEST_EXAMS_H
#define TEST_EXAMS_H
#include "epstopik/blueprint.h"

/* "eps-topik-cbt", "eps-topik-ubt", "eps-topik-2023", "law", "practice". Fails the test when
 * unknown. */
const ept_blueprint *exams_blueprint(ept_arena *arena, const char *id);
/* The settings and rules behind it, to be changed by a test before ept_blueprint_make. */
ept_setting *exams_settings(ept_arena *arena, const char *id, size_t *count);
const ept_slot_rule *exams_rules(const char *pattern, size_t *count);

#endif
