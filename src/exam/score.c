/* SPDX-License-Identifier: MIT */
/* score.c - counts right, wrong and blank over the items that were sat, and turns right into
 * points. */
#include "epstopik/score.h"

#include <string.h>

#include "epstopik/str.h"
#include "exam_priv.h"

static void count_item(ept_tally *tally, const ept_response *r)
{
    tally->items++;
    tally->right += r->place != 0 && r->identity == 0;
    tally->wrong += r->place != 0 && r->identity != 0;
    tally->blank += r->place == 0;
    tally->spent_ms += r->spent_ms;
}

void ept_score_of(ept_score *out, const ept_sitting *sitting, const ept_form *form,
                  const ept_blueprint *blueprint)
{
    memset(out, 0, sizeof *out);
    for (size_t k = 0; k < blueprint->section_count; k++) {
        if (sitting->only >= 0 && (int)blueprint->sections[k].section != sitting->only) {
            continue;
        }
        ept_section_score *section = &out->sections[out->section_count++];
        section->section = blueprint->sections[k].section;
        section->used_ms = ept_sitting_used_ms(sitting, k);
        for (size_t i = 0; i < form->count; i++) {
            if (form->items[i].section == section->section) {
                count_item(&section->tally, &sitting->responses[i]);
                count_item(&out->tally, &sitting->responses[i]);
            }
        }
        section->points = (int)section->tally.right * blueprint->points;
        section->scale = (int)section->tally.items * blueprint->points;
        out->points += section->points;
        out->scale += section->scale;
    }
}

size_t ept_score_by(ept_tally *out, size_t max, const ept_sitting *s, const ept_form *form,
                    const char *const *labels, int only)
{
    size_t groups = 0;
    for (size_t i = 0; i < form->count; i++) {
        bool sat = s->only < 0 || (int)form->items[i].section == s->only;
        if (!labels[i] || !sat || (only >= 0 && (int)form->items[i].section != only)) {
            continue;
        }
        size_t g = 0;
        while (g < groups && !ept_streq(out[g].name, labels[i])) {
            g++;
        }
        if (g == groups) {
            if (groups == max) {
                continue;
            }
            out[groups++] = (ept_tally){.name = labels[i]};
        }
        count_item(&out[g], &s->responses[i]);
    }
    return groups;
}
