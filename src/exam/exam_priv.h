/* SPDX-License-Identifier: MIT */
/* exam_priv.h - what the files of the exam share: placing of keys, and a sitting's inside. */
#ifndef EXAM_PRIV_H
#define EXAM_PRIV_H
#include "epstopik/form.h"
#include "epstopik/rng.h"
#include "epstopik/sitting.h"

/* Chooses where the key stands in each of n items (1..4 into places): fixed[i] != 0 is kept; each
 * place min..max times and never more than `row` in a row, as far as the fixed ones allow. */
void exam_place_keys(uint8_t *places, const uint8_t *fixed, size_t n, int min, int max, int row,
                     ept_rng *rng);

struct ept_sitting {
    const ept_form *form;
    const ept_blueprint *blueprint;
    int only;
    ept_phase phase;
    size_t section;     /* running, or to come */
    size_t item;        /* form index */
    uint64_t at_ms;     /* active time of the running section */
    uint64_t credit_ms; /* given back for broken plays in the running section */
    uint64_t play_from_ms;
    uint64_t used_ms[EPT_SECTIONS_MAX];
    size_t interruptions;
    bool started;
    ept_close_reason reason;
    size_t count;
    ept_response responses[EPT_NUMBERS_MAX];
};

/* EPT_OK when the rules allow the event in this state. */
ept_status exam_judge(const ept_sitting *sitting, const ept_event *event);
/* First form index and count of a section of the blueprint. */
size_t exam_range(const ept_sitting *sitting, size_t section, size_t *count);
/* First section at or after `section` that is sat. */
size_t exam_next_section(const ept_sitting *sitting, size_t section);

#endif
