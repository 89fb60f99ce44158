/* SPDX-License-Identifier: MIT */
/* report_view.h - the cards of the score report. Private to src/app. */
#ifndef REPORT_VIEW_H
#define REPORT_VIEW_H
#include "study.h"

typedef struct report_state {
    ept_arena *arena;
    ept_report report;
} report_state;

/* Right, wrong or without an answer, at a form item. */
ept_cell_state report_cell(const ept_report *report, size_t item);
/* Whether the item belongs to a section that was sat. */
bool report_sat(const ept_report *report, size_t item);

/* Each draws from the top of `box` and tells how high it came out. Regions: report.cell.N. */
int report_total(const report_state *s, const app *a, ept_draw_list *d, ept_rect box);
int report_sections(const report_state *s, const app *a, ept_draw_list *d, ept_rect box);
int report_answers(const report_state *s, const app *a, ept_draw_list *d, ept_rect box);
/* "Time 47:41 · interruptions: 0 · mark 3F2A9C01". */
const char *report_facts(const report_state *s, const app *a, ept_draw_list *d);

#endif
