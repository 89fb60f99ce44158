/* SPDX-License-Identifier: MIT */
/* measure.h - widths without a font: a fixed advance for each class of characters, so that
 * layout tests give the same lines everywhere. */
#ifndef EPT_TEST_MEASURE_H
#define EPT_TEST_MEASURE_H
#include <stddef.h>

#include "epstopik/text.h"

/* Hundredths of an em: Latin and all else 55, Cyrillic 60, Hangul and CJK 92, marks 0. */
int ept_test_advance(int32_t code_point);

/* How often and with how many bytes the measure was asked. Zero-initialise. */
typedef struct ept_test_measure {
    size_t calls, bytes;
} ept_test_measure;

/* An ept_measure: sum of advances times size, rounded down. ctx: NULL or an ept_test_measure. */
int ept_test_measure_text(void *ctx, int face, int size_px, ept_weight weight, ept_str text);

#endif
