/* SPDX-License-Identifier: MIT */
/* journals.h - a learner and a sitting in a journal, for tests that do not care which. */
#ifndef TEST_JOURNALS_H
#define TEST_JOURNALS_H
#include "epstopik/journal.h"

int64_t journals_learner(ept_journal *journal, const char *name);
/* A form of 40 items with made-up ids, hashes and orders {1, 0, 3, 2}. Static: valid until the next
 * call. */
const ept_form *journals_form(void);
/* A sitting of `exam` with that form, its section begun. */
int64_t journals_sitting(ept_journal *journal, int64_t learner, const char *exam);
/* An answer at active time `at_ms`, appended; the status of the append. */
ept_status journals_answer(ept_journal *journal, int64_t sitting, uint64_t at_ms, int item,
                           int place);

#endif
