/* SPDX-License-Identifier: MIT */
/* journals.c - made-up learners and sittings. */
#include "support/journals.h"

#include <stdio.h>

#include "support/ept_test.h"

int64_t journals_learner(ept_journal *journal, const char *name)
{
    const ept_learner fields = {
        .name = name, .picture = "yurt", .sector = "manufacturing", .lang = EPT_LANG_KK};
    int64_t id = 0;
    assert_ok(ept_learner_add(&id, journal, &fields, 1000));
    return id;
}

const ept_form *journals_form(void)
{
    static char ids[40][16];
    static ept_form_item items[40];
    static ept_form form;
    for (size_t i = 0; i < 40; i++) {
        snprintf(ids[i], sizeof ids[i], "x-made-%03zu", i);
        items[i] = (ept_form_item){.id = ids[i],
                                   .slot = "made",
                                   .number = (int)i + 1,
                                   .section = i < 20 ? EPT_SECTION_READING : EPT_SECTION_LISTENING,
                                   .order = {1, 0, 3, 2}};
        ept_hash_of(&items[i].hash, ids[i], sizeof ids[i]);
    }
    form = (ept_form){7, 99, 40, items};
    return &form;
}

int64_t journals_sitting(ept_journal *journal, int64_t learner, const char *exam)
{
    const ept_sitting_row row = {.learner = learner,
                                 .exam = exam,
                                 .bank = "core",
                                 .bank_version = "1",
                                 .sector = "fishery",
                                 .law_lang = EPT_LANG_RU,
                                 .form_number = 7,
                                 .form_seed = 98,
                                 .only = -1};
    const ept_event begin = {.kind = EPT_EV_SECTION};
    int64_t sitting = 0;
    assert_ok(ept_journal_start(&sitting, NULL, journal, &row, journals_form(), 2000));
    assert_ok(ept_journal_append(NULL, journal, sitting, &begin, 2001, NULL));
    return sitting;
}

ept_status journals_answer(ept_journal *journal, int64_t sitting, uint64_t at_ms, int item,
                           int place)
{
    static const uint8_t order[] = {1, 0, 3, 2};
    const ept_event answer = {.kind = EPT_EV_ANSWER,
                              .at_ms = at_ms,
                              .item = (uint16_t)item,
                              .place = (uint8_t)place,
                              .identity = order[place - 1]};
    int64_t seq = 0;
    return ept_journal_append(&seq, journal, sitting, &answer, 3000 + (int64_t)at_ms, NULL);
}
