/* SPDX-License-Identifier: MIT */
/* item.h - one question as the bank holds it: plain data, borrowed from the arena it was read into.
 * Floor: bank. Korean text is NFC UTF-8; a missing part is NULL or a count of 0. */
#ifndef EPSTOPIK_ITEM_H
#define EPSTOPIK_ITEM_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "epstopik/hash.h"
#include "epstopik/lang.h"

enum { EPT_OPTIONS = 4, EPT_TRAPS = 3 };

/* Options are held by identity: 0 is the key, 1..3 the distractors as written. One of text,
 * picture. */
typedef struct ept_option {
    const char *text;    /* printed, or heard when the item is spoken */
    const char *as;      /* respelled for speech, or NULL */
    const char *picture; /* picture id */
} ept_option;

/* One turn of a script: numbers are written as they are read. */
typedef struct ept_turn {
    const char *voice; /* narrator man woman man2 woman2 */
    const char *text;
    const char *as;
} ept_turn;

/* A document is drawn by the program from its parts, in order. Every part but a chart is a grid. */
typedef enum ept_part_kind {
    EPT_PART_FIELDS, /* columns 2 (or 4: two pairs side by side): label, value */
    EPT_PART_TABLE,  /* first head_rows rows are heads, last foot_rows are totals */
    EPT_PART_LINES,  /* one column of plain lines */
    EPT_PART_NOTES,  /* one column, bulleted */
    EPT_PART_FROM,   /* issuer, bottom right: one cell */
    EPT_PART_CHART,
} ept_part_kind;

typedef enum ept_doc_align { EPT_DOC_LEFT, EPT_DOC_RIGHT, EPT_DOC_CENTRE } ept_doc_align;
typedef struct ept_doc_cell {
    const char *text;
    const char *picture;   /* weather, sign, photo: a picture id, else NULL */
    bool head, bold, tick; /* tick: a tick mark (medicine bag) */
    ept_doc_align align;
    uint8_t span; /* columns covered, 1 or more */
} ept_doc_cell;

typedef enum ept_doc_chart { EPT_DOC_BAR, EPT_DOC_HBAR, EPT_DOC_LINE, EPT_DOC_PIE } ept_doc_chart;
typedef struct ept_chart_data {
    ept_doc_chart kind;
    const char *unit;
    size_t point_count;              /* 3..6 */
    size_t series_count;             /* 1..2 */
    const char *const *labels;       /* point_count */
    const char *const *series_names; /* series_count; names may be NULL for one series */
    const double *values;            /* series-major: values[s * point_count + p] */
} ept_chart_data;

typedef struct ept_part {
    ept_part_kind kind;
    size_t rows, columns, head_rows, foot_rows;
    const ept_doc_cell *cells; /* rows * columns, row-major; a covered cell has span 0 */
    const ept_chart_data *chart;
} ept_part;

typedef struct ept_document {
    const char *kind;  /* notice, pay-slip, chart, ... as in the sources */
    const char *title; /* NULL = none */
    const char *right; /* date or month at the right of the title */
    size_t part_count;
    const ept_part *parts;
} ept_document;

/* Translation of one item into one language; law items: the whole item in that language. */
typedef struct ept_gloss {
    const char *text; /* stimulus or script */
    const char *ask;
    const char *options[EPT_OPTIONS]; /* by identity */
} ept_gloss;

typedef struct ept_item {
    const char *id, *slot, *sector, *tag, *group;
    int unit, level;
    bool warm_up, spoken, numeric;
    const char *picture; /* picture id */
    const char *passage; /* may hold ( ) and __underline__ */
    const ept_document *document;
    size_t turn_count;
    const ept_turn *script;
    const char *ask;
    ept_option options[EPT_OPTIONS];
    const char *traps[EPT_TRAPS];
    const char *contrast[EPT_OPTIONS];
    ept_gloss means[EPT_LANG_COUNT]; /* kk, ru, en; for law items ko holds nothing and these hold
                                        `also` */
    const char *why[EPT_LANG_COUNT];
    size_t fact_count;
    const char *const *facts; /* fact ids, the tested one first */
    ept_hash hash;            /* of the item with its group, document and media references */
} ept_item;

#endif
