/* SPDX-License-Identifier: MIT */
/* reply.h - what `ept take` prints: blocks of fields with one closing line, or the same fields as
 * one JSON object a line. A block is written and flushed whole when it is closed. */
#ifndef REPLY_H
#define REPLY_H
#include <stdbool.h>
#include <stdint.h>

#include "epstopik/str.h"

typedef struct reply {
    bool json;
    bool failed; /* the output could not be written */
    ept_buf fields;
} reply;

void reply_text(reply *r, const char *name, const char *value); /* NULL value: left out */
void reply_number(reply *r, const char *name, int64_t value);
void reply_yes(reply *r, const char *name); /* "name: yes" / true */

/* Closing lines. */
void reply_saved(reply *r, int64_t seq);       /* saved SEQ */
void reply_ok(reply *r);                       /* ok */
void reply_no(reply *r, const char *sentence); /* no: SENTENCE */
void reply_event(reply *r, const char *event); /* EVENT, of what happened by itself */
void reply_clear(reply *r);

#endif
