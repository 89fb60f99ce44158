/* SPDX-License-Identifier: MIT */
/* learn_priv.h - the journal's inside: its statements and the head of its chain. */
#ifndef LEARN_PRIV_H
#define LEARN_PRIV_H
#include "epstopik/journal.h"
#include "epstopik/store.h"

enum { JOURNAL_APPLICATION_ID = 0x45505455 }; /* "EPTU" */

typedef enum learn_sql {
    SQL_LEARNER_ADD,
    SQL_LEARNER_ALL,
    SQL_LEARNER_ONE,
    SQL_LEARNER_NAMED,
    SQL_LEARNER_TAKEN,
    SQL_LEARNER_CHANGE,
    SQL_LEARNER_USED,
    SQL_LEARNER_WIPE,
    SQL_SETTING_WIPE,
    SQL_PIN_SET,
    SQL_PIN_GET,
    SQL_SETTING_GET,
    SQL_SETTING_SET,
    SQL_SETTING_UNSET,
    SQL_SITTING_ADD,
    SQL_ITEM_ADD,
    SQL_SITTING_ONE,
    SQL_SITTING_ALL,
    SQL_SITTING_LAST,
    SQL_ITEMS,
    SQL_EVENTS,
    SQL_RESULT_SET,
    SQL_MET,
    SQL_EVENT_ADD,
    SQL_HEAD,
    SQL_LEARNER_HEAD,
    SQL_WALK,
    SQL_MARK,
    SQL_HEADS,
    SQL_EVENT_HASH,
    SQL_COUNT
} learn_sql;

struct ept_journal {
    ept_db *db;
    ept_stmt *sql[SQL_COUNT];
    int64_t head_seq;
    ept_hash head;
};

/* Prepares every statement, so a mistake in any shows at open. */
ept_status learn_prepare(ept_journal *journal);

/* The next link: writes the event, moves the learner's head; inside a transaction. `payload` may be
 * NULL. */
ept_status learn_link(ept_hash *hash, ept_journal *journal, int64_t sitting, const ept_event *event,
                      int64_t utc_ms, const ept_hash *payload);
/* Hash over what a sitting was started with: its row and form. */
void learn_payload(ept_hash *out, const ept_sitting_row *row, const ept_form *form);

#endif
