/* SPDX-License-Identifier: MIT */
/* results_csv.h - a learner's results as a table for a spreadsheet. Private to src/app. */
#ifndef RESULTS_CSV_H
#define RESULTS_CSV_H
#include "app.h"

/* The table: UTF-8 with a mark at its front and CRLF, as spreadsheets expect it; one line a
 * sitting. Times are local. Cells that begin like a formula are kept from being one. */
EPT_NODISCARD ept_status results_csv(ept_buf *out, const ept_sitting_row *rows, size_t count,
                                     const app *a);
/* Writes results-NAME.csv into the data folder. *path: in `arena`. Codes of ept_path_write. */
EPT_NODISCARD ept_status results_csv_save(char **path, ept_arena *arena,
                                          const ept_sitting_row *rows, size_t count, const app *a);
/* Opens the folder of that file in the system's own program for folders. EPT_E_IO: it cannot. */
EPT_NODISCARD ept_status results_csv_show(const char *path, const app *a);
/* Whether it can be tried: the path is a whole one. */
bool results_csv_showable(const char *path);

#endif
