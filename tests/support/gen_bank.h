/* SPDX-License-Identifier: MIT */
/* gen_bank.h - a bank of made-up items for tests: right in shape, sensible in spread, without
 * meaning. Slots, patterns and exams are the real ones; link ept_bank. */
#ifndef GEN_BANK_H
#define GEN_BANK_H
#include <stddef.h>
#include <stdint.h>

#include "epstopik/status.h"

/* Writes `n_items` items over all slots of all patterns (a slot that fills more numbers gets more),
 * with silent clips, groups of two for paired slots, ten warm-up items for reading and listening
 * besides. `questions`: the folder with slots.yaml, patterns, exams. Same arguments, same bank. */
EPT_NODISCARD ept_status gen_bank_from(const char *path, const char *questions, size_t n_items,
                                       uint64_t seed);

#ifdef EPT_SOURCE_DIR
/* The same with the real questions folder. */
EPT_NODISCARD static inline ept_status gen_bank(const char *path, size_t n_items, uint64_t seed)
{
    return gen_bank_from(path, EPT_SOURCE_DIR "/questions", n_items, seed);
}
#endif

#endif
