/* SPDX-License-Identifier: MIT */
/* Every statement of the read side. All go by a key: none may scan a table (a test asks the
 * planner). */
#include "bank_priv.h"

static const char *const texts[BANK_SQL_COUNT] = {
    [BANK_SQL_HEAD] =
        "SELECT id, title, version, licence, items, pictures, clips, entries, blocks, hash"
        " FROM head WHERE one = 1",
    [BANK_SQL_FIND] = "SELECT seq FROM manifest WHERE name = ?1",
    [BANK_SQL_ROW] = "SELECT name, hash, ms FROM manifest WHERE seq = ?1",
    [BANK_SQL_BLOCK] =
        "SELECT name, hash, ms FROM manifest WHERE seq >= ?1 AND seq < ?2 ORDER BY seq",
    [BANK_SQL_NAMES] = "SELECT seq FROM manifest WHERE name >= ?1 AND name < ?2 ORDER BY name",
    [BANK_SQL_ITEM] = "SELECT id, slot, sector, tag, grp, unit, level, warm_up, spoken, numeric, "
                      "ask, trap1, trap2,"
                      " trap3, contrast0, contrast1, contrast2, contrast3 FROM item WHERE id = ?1",
    [BANK_SQL_OPTIONS] =
        "SELECT place, text, respelled, picture FROM option WHERE item = ?1 ORDER BY place",
    [BANK_SQL_WHY] = "SELECT lang, text FROM why WHERE item = ?1 ORDER BY lang",
    [BANK_SQL_ITEM_FACTS] = "SELECT fact FROM item_fact WHERE item = ?1 ORDER BY seq",
    [BANK_SQL_STIMULUS] = "SELECT picture, passage FROM stimulus WHERE owner = ?1",
    [BANK_SQL_TURNS] = "SELECT voice, text, respelled FROM turn WHERE owner = ?1 ORDER BY seq",
    [BANK_SQL_GLOSS] = "SELECT lang, text, ask, option0, option1, option2, option3 FROM gloss"
                       " WHERE owner = ?1 ORDER BY lang",
    [BANK_SQL_DOCUMENT] = "SELECT kind, title, beside FROM document WHERE owner = ?1",
    [BANK_SQL_PARTS] =
        "SELECT kind, rows, columns, head_rows, foot_rows FROM part WHERE owner = ?1 ORDER BY seq",
    [BANK_SQL_CELLS] = "SELECT text, picture, head, bold, tick, align, span FROM cell"
                       " WHERE owner = ?1 AND part = ?2 ORDER BY seq",
    [BANK_SQL_CHART] = "SELECT kind, unit, points, series FROM chart WHERE owner = ?1",
    [BANK_SQL_CHART_LABELS] = "SELECT text FROM chart_label WHERE owner = ?1 ORDER BY seq",
    [BANK_SQL_CHART_SERIES] = "SELECT name FROM chart_series WHERE owner = ?1 ORDER BY seq",
    [BANK_SQL_CHART_VALUES] = "SELECT value FROM chart_value WHERE owner = ?1 ORDER BY seq",
    [BANK_SQL_SEEK_FROM] = "SELECT id, slot, sector, tag, grp, fact, unit, level, rising, shuffle, "
                           "play_ms, mark FROM entry"
                           " WHERE slot = ?1 AND shuffle >= ?2 ORDER BY shuffle, id LIMIT ?3",
    [BANK_SQL_SEEK_BELOW] = "SELECT id, slot, sector, tag, grp, fact, unit, level, rising, "
                            "shuffle, play_ms, mark FROM entry"
                            " WHERE slot = ?1 AND shuffle < ?2 ORDER BY shuffle, id LIMIT ?3",
    [BANK_SQL_GROUP] = "SELECT id, slot, sector, tag, grp, fact, unit, level, rising, shuffle, "
                       "play_ms, mark FROM entry"
                       " WHERE grp = ?1 ORDER BY grp_seq",
    [BANK_SQL_WARM_UP] = "SELECT item FROM warm_up WHERE section = ?1 ORDER BY seq",
    [BANK_SQL_PICTURE] = "SELECT svg FROM picture WHERE id = ?1",
    [BANK_SQL_PICTURE_NAMES] = "SELECT lang, text FROM picture_name WHERE id = ?1 ORDER BY lang",
    [BANK_SQL_CLIP] = "SELECT ms, opus FROM clip WHERE id = ?1",
    [BANK_SQL_RECIPE] = "SELECT recipe FROM clip WHERE id = ?1",
    [BANK_SQL_SLOT] = "SELECT id, section, field, options, entries FROM slot WHERE id = ?1",
    [BANK_SQL_SLOT_SAYS] = "SELECT lang, text FROM slot_says WHERE slot = ?1 ORDER BY lang",
    [BANK_SQL_RULES] = "SELECT seq, first, last, apart, spread, one_group FROM rule WHERE pattern "
                       "= ?1 ORDER BY seq",
    [BANK_SQL_RULE_SLOTS] =
        "SELECT slot FROM rule_slot WHERE pattern = ?1 AND rule = ?2 ORDER BY seq",
    [BANK_SQL_SETTINGS] = "SELECT path, value FROM setting WHERE exam = ?1 ORDER BY seq",
    [BANK_SQL_FACT] = "SELECT id, law, since, review_by, grade FROM fact WHERE id = ?1",
    [BANK_SQL_LEXICON] = "SELECT word, respelled FROM lexicon WHERE list = ?1 ORDER BY seq",
    [BANK_SQL_FACT_SAYS] = "SELECT lang, text FROM fact_says WHERE fact = ?1 ORDER BY lang",
};

const char *bank_sql_text(bank_sql which)
{
    return texts[which];
}
