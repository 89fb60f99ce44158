/* SPDX-License-Identifier: MIT */
/* lines.h - commands from the standard input, waited for while a clock runs. */
#ifndef LINES_H
#define LINES_H
#include <stdint.h>

#include "epstopik/status.h"

enum { LINE_BYTES = 256 };

typedef enum line_result {
    LINE_TIMEOUT, /* nothing yet */
    LINE_READY,
    LINE_TOO_LONG, /* the line was thrown away */
    LINE_END,      /* the input is over */
} line_result;

typedef struct lines lines;

/* A thread reads, so that the caller can wait for a line and for time at once. EPT_E_UNAVAILABLE.
 */
EPT_NODISCARD ept_status lines_open(lines **out);
/* Waits at most wait_ms (UINT32_MAX: for ever). text: the line without its end. */
line_result lines_next(lines *l, char text[LINE_BYTES], uint32_t wait_ms);
/* Ends the thread unless it still waits for input nobody may ever write; then the system ends it.
 */
void lines_close(lines *l);

#endif
