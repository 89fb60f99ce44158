/* SPDX-License-Identifier: MIT */
/* statements.c - all SQL of the journal in one table; only values are ever bound. */
#include "learn_priv.h"

#define LEARNER "id, name, picture, sector, lang, pin IS NOT NULL, guest, created, used"
#define SITTING                                                                                    \
    "s.id, s.learner, s.exam, s.bank, s.bank_version, s.sector, s.law_lang, s.form_number, "       \
    "s.form_seed, s.only_section, s.started, s.last, r.reason, r.points, r.scale, r.right_count, " \
    "r.item_count, r.section_0, r.section_1 FROM sitting s LEFT JOIN result r ON r.sitting = "     \
    "s.id "

static const char *const texts[SQL_COUNT] = {
    [SQL_LEARNER_ADD] = "INSERT INTO learner (name, picture, sector, lang, guest, created, used) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)",
    [SQL_LEARNER_ALL] =
        "SELECT " LEARNER " FROM learner WHERE name IS NOT NULL ORDER BY used DESC, id",
    [SQL_LEARNER_ONE] = "SELECT " LEARNER " FROM learner WHERE id = ?1",
    [SQL_LEARNER_NAMED] = "SELECT " LEARNER " FROM learner WHERE name = ?1",
    [SQL_LEARNER_TAKEN] = "SELECT 1 FROM learner WHERE name = ?1 AND id <> ?2",
    [SQL_LEARNER_CHANGE] = "UPDATE learner SET name = ?2, picture = ?3, sector = ?4, lang = ?5, "
                           "guest = ?6 WHERE id = ?1",
    [SQL_LEARNER_USED] = "UPDATE learner SET used = ?2 WHERE id = ?1",
    [SQL_LEARNER_WIPE] =
        "UPDATE learner SET name = NULL, picture = '', pin = NULL, guest = 0 WHERE id = ?1",
    [SQL_SETTING_WIPE] = "DELETE FROM setting WHERE learner = ?1",
    [SQL_PIN_SET] = "UPDATE learner SET pin = ?2 WHERE id = ?1",
    [SQL_PIN_GET] = "SELECT pin FROM learner WHERE id = ?1",
    [SQL_SETTING_GET] = "SELECT value FROM setting WHERE learner = ?1 AND key = ?2",
    [SQL_SETTING_SET] = "INSERT INTO setting (learner, key, value) VALUES (?1, ?2, ?3) "
                        "ON CONFLICT (learner, key) DO UPDATE SET value = excluded.value",
    [SQL_SETTING_UNSET] = "DELETE FROM setting WHERE learner = ?1 AND key = ?2",
    [SQL_SITTING_ADD] = "INSERT INTO sitting (learner, exam, bank, bank_version, sector, law_lang, "
                        "form_number, form_seed, only_section, started, last) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10)",
    [SQL_ITEM_ADD] =
        "INSERT INTO sitting_item (sitting, position, number, section, item, slot, places, "
        "play_ms, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    [SQL_SITTING_ONE] = "SELECT " SITTING "WHERE s.id = ?1",
    [SQL_SITTING_ALL] = "SELECT " SITTING "WHERE ?1 = 0 OR s.learner = ?1 "
                        "ORDER BY r.sitting IS NOT NULL, s.started DESC, s.id DESC",
    [SQL_SITTING_LAST] = "UPDATE sitting SET last = ?2 WHERE id = ?1",
    [SQL_ITEMS] = "SELECT number, section, item, slot, places, play_ms, hash FROM sitting_item "
                  "WHERE sitting = ?1 ORDER BY position",
    [SQL_EVENTS] = "SELECT kind, at_ms, item, place, identity, value FROM event WHERE sitting = ?1 "
                   "ORDER BY seq",
    [SQL_RESULT_SET] =
        "INSERT INTO result (sitting, reason, points, scale, right_count, item_count, "
        "section_0, section_1) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    [SQL_MET] =
        "SELECT i.item, MAX(s.started) FROM sitting s JOIN sitting_item i ON i.sitting = s.id "
        "WHERE s.learner = ?1 AND s.bank = ?2 AND (s.only_section < 0 OR i.section = "
        "s.only_section) "
        "GROUP BY i.item ORDER BY i.item",
    [SQL_EVENT_ADD] =
        "INSERT INTO event (seq, sitting, kind, at_ms, item, place, identity, value, utc, "
        "payload, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    [SQL_HEAD] = "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1",
    [SQL_LEARNER_HEAD] = "UPDATE learner SET head_seq = ?2, head_hash = ?3 "
                         "WHERE id = (SELECT learner FROM sitting WHERE id = ?1)",
    [SQL_WALK] =
        "SELECT e.seq, e.sitting, s.learner, e.utc, e.kind, e.at_ms, e.item, e.place, e.identity, "
        "e.value, e.payload, e.hash FROM event e JOIN sitting s ON s.id = e.sitting "
        "WHERE ?1 = 0 OR s.learner = ?1 ORDER BY e.seq",
    [SQL_MARK] = "SELECT hash FROM event WHERE sitting = ?1 ORDER BY seq DESC LIMIT 1",
    [SQL_HEADS] = "SELECT head_seq, head_hash FROM learner WHERE head_seq > 0 ORDER BY head_seq",
    [SQL_EVENT_HASH] = "SELECT hash FROM event WHERE seq = ?1",
};

ept_status learn_prepare(ept_journal *journal)
{
    for (int i = 0; i < SQL_COUNT; i++) {
        ept_status st = ept_db_prepare(&journal->sql[i], journal->db, texts[i]);
        if (st != EPT_OK) {
            return st;
        }
    }
    return EPT_OK;
}
