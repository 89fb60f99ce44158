/* SPDX-License-Identifier: MIT */
/* document_priv.h - building documents: the generic parts, and the kinds that are computed. */
#ifndef BANK_DOCUMENT_PRIV_H
#define BANK_DOCUMENT_PRIV_H
#include "load_priv.h"

/* One document at work: cells gather until a part takes them. */
typedef struct doc {
    bank_src *src;
    const char *file, *kind;
    const bank_node *node;
    const char *title, *right; /* when the kind makes them */
    ept_part *parts;
    size_t part_count;
    ept_doc_cell *cells;
    size_t cell_count;
    int64_t total; /* of goods */
    bool bad;
    ept_doc_cell spare; /* written to when memory is out */
    ept_part spare_part;
} doc;

/* needs, may: keys, separated by spaces. make: what a kind draws before the parts of its keys; its
 * answer counts for the size. least, most: of fields, lines or rows; 0 = free. */
typedef struct doc_kind {
    const char *name, *needs;
    size_t (*make)(doc *d);
    const char *may;
    size_t least, most;
} doc_kind;

ept_doc_cell *doc_cell(doc *d, const char *text);
/* The gathered cells as a part. */
ept_part *doc_part(doc *d, ept_part_kind kind, size_t columns);
const char *doc_money(doc *d, int64_t amount); /* "2,156,880" */
void doc_fault(doc *d, const bank_node *at, const char *what);

size_t doc_pay_slip(doc *d);
size_t doc_medicine_bag(doc *d);
size_t doc_business_card(doc *d);
size_t doc_id_card(doc *d);
size_t doc_chart(doc *d);

#endif
