/* SPDX-License-Identifier: MIT */
/* score.h - what a sitting is worth: points in all, by section, and counts by any grouping of the
 * items. Floor: exam. Points: right answers x points of the blueprint (exam page: 40 items, 5
 * points each, 200; source: HRD Korea, EPS-TOPIK test description). Selection in the real exam is
 * relative: a score stands above or below a minimum score, it never passes. */
#ifndef EPSTOPIK_SCORE_H
#define EPSTOPIK_SCORE_H
#include "epstopik/sitting.h"

typedef struct ept_tally {
    const char *name; /* borrowed from the caller's labels; NULL for totals */
    size_t items, right, wrong, blank;
    uint64_t spent_ms;
} ept_tally;

typedef struct ept_section_score {
    ept_section section;
    int points, scale;
    ept_tally tally;
    uint64_t used_ms;
} ept_section_score;

typedef struct ept_score {
    int points, scale;
    ept_tally tally;
    size_t section_count;
    ept_section_score sections[EPT_SECTIONS_MAX];
} ept_score;

/* An answer that is marked but was never fixed counts: 0:00 fixes it. A sitting of one section is
 * scaled to that section's points. */
void ept_score_of(ept_score *out, const ept_sitting *sitting, const ept_form *form,
                  const ept_blueprint *blueprint);

/* Counts by label: labels[i] names the group of form item i (NULL = left out). Groups in order of
 * first appearance, at most `max`; the number of groups found. only: -1 or an ept_section. */
size_t ept_score_by(ept_tally *out, size_t max, const ept_sitting *sitting, const ept_form *form,
                    const char *const *labels, int only);

#endif
