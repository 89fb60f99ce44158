/* SPDX-License-Identifier: MIT */
/* exam_overview.h - the parts of the all-questions screen: its cells with their filters, and what
 * is still missing before a section is handed in. Private to src/app. */
#ifndef EXAM_OVERVIEW_H
#define EXAM_OVERVIEW_H
#include "exam_view.h"

enum {
    OVERVIEW_EDGE = 25,
    OVERVIEW_GAP = 16
}; /* card border and padding; between cells and parts */

typedef enum overview_filter {
    OVERVIEW_ALL,
    OVERVIEW_BLANK,
    OVERVIEW_FLAGGED,
    OVERVIEW_FILTERS
} overview_filter;

/* --- cells --- */

/* Title, and the filters (all.filter.N) beside or below it. Height back. */
int overview_head(const exam_now *n, ept_draw_list *d, ept_rect in, overview_filter filter);
/* Height of all cells in a room of w by h; more than h when they must scroll. */
int overview_cells_h(const exam_now *n, const ept_draw_list *d, int w, int h);
/* The cells, all.cell.N where one may go freely. Height back. */
int overview_cells(const exam_now *n, ept_draw_list *d, ept_rect in, int room,
                   overview_filter filter);
void overview_hints(const exam_now *n, ept_draw_list *d, ept_rect row);

/* --- what is missing --- */

size_t overview_blanks(const exam_now *n);
/* The first question without an answer; the one on screen when there is none. */
size_t overview_first_blank(const exam_now *n);
/* The warning about what has no answer, and what submitting means. Height back. */
int overview_missing(const exam_now *n, ept_draw_list *d, ept_rect in);
int overview_after(const exam_now *n, ept_draw_list *d, ept_rect in);
/* all.submit and all.blank. */
ept_button overview_submit_button(const exam_now *n, ept_draw_list *d);
ept_button overview_blank_button(const exam_now *n, ept_draw_list *d);
/* The panel at the right. */
void overview_side(const exam_now *n, ept_draw_list *d);

#endif
