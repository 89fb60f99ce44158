/* SPDX-License-Identifier: MIT */
/* disjoint.h - how many forms of an exam a bank fills without using an item twice. */
#ifndef DISJOINT_H
#define DISJOINT_H
#include "epstopik/bank.h"
#include "epstopik/blueprint.h"

enum { DISJOINT_MAX = 50 };

/* Forms are taken one after the other, as a learner who meets every one of them would get them;
 * counting stops at DISJOINT_MAX. *slot: what the next form lacks (in the arena), NULL when it
 * stopped there. */
EPT_NODISCARD ept_status disjoint_forms(size_t *out, const char **slot, ept_arena *arena,
                                        ept_bank *bank, const ept_blueprint *blueprint);

#endif
