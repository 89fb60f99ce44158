/* SPDX-License-Identifier: MIT */
/* options.h - the command line of eps-topik. */
#ifndef APP_OPTIONS_H
#define APP_OPTIONS_H
#include "app.h"

typedef enum options_result {
    OPTIONS_RUN,   /* do what they say */
    OPTIONS_SAID,  /* --help or --version: `text` goes to stdout, exit 0 */
    OPTIONS_WRONG, /* `text` (one sentence) goes to stderr, exit 2 */
} options_result;

/* Borrows from argv. `text` is filled unless OPTIONS_RUN. */
options_result app_options_parse(app_options *out, ept_buf *text, int argc, char **argv);

#endif
