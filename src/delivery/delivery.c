/* SPDX-License-Identifier: MIT */
/* delivery.c - the exams a bank offers, and forms made from it for a learner. */
#include "epstopik/delivery.h"

#include <string.h>

#include "delivery_priv.h"
#include "epstopik/rng.h"
#include "epstopik/str.h"

static ept_status load_rules(ept_slot_rule **out, size_t *count, ept_arena *arena, ept_bank *bank,
                             const char *pattern_id)
{
    const ept_bank_pattern *pattern = NULL;
    ept_status st = ept_bank_pattern_get(&pattern, arena, bank, pattern_id);
    if (st != EPT_OK) {
        return st;
    }
    *count = pattern->rule_count;
    *out = ept_arena_array(arena, pattern->rule_count, sizeof **out);
    if (!*out) {
        return ept_fail(EPT_E_NOMEM, "pattern %s", pattern_id);
    }
    for (size_t i = 0; i < pattern->rule_count; i++) {
        const ept_bank_rule *from = &pattern->rules[i];
        ept_slot_rule *to = &(*out)[i];
        *to = (ept_slot_rule){.first = from->first,
                              .last = from->last,
                              .slot_count = from->slot_count,
                              .distinct_tag = from->distinct != NULL,
                              .spread_tag = from->spread != NULL,
                              .one_group = from->one_group};
        for (size_t k = 0; k < from->slot_count && k < EPT_RULE_SLOTS_MAX; k++) {
            to->slots[k] = from->slots[k];
        }
    }
    return EPT_OK;
}

static ept_status load_exam(const ept_blueprint **out, ept_arena *arena, ept_bank *bank,
                            const ept_bank_exam *exam)
{
    ept_setting *settings = ept_arena_array(arena, exam->setting_count, sizeof *settings);
    const char *pattern = NULL;
    if (!settings) {
        return ept_fail(EPT_E_NOMEM, "exam %s", exam->id);
    }
    for (size_t i = 0; i < exam->setting_count; i++) {
        settings[i] = (ept_setting){exam->settings[i].path, exam->settings[i].value};
        pattern = ept_streq(settings[i].path, "pattern") ? settings[i].value : pattern;
    }
    ept_slot_rule *rules = NULL;
    size_t count = 0;
    ept_status st = load_rules(&rules, &count, arena, bank, pattern ? pattern : "");
    return st == EPT_OK
               ? ept_blueprint_make(out, arena, settings, exam->setting_count, rules, count)
               : st;
}

static ept_status load_exams(ept_delivery *delivery)
{
    const ept_bank_exam *exams = NULL;
    size_t count = 0;
    ept_status st = ept_bank_exams(&exams, &count, delivery->arena, delivery->bank);
    if (st == EPT_OK) {
        delivery->exams = ept_arena_array(delivery->arena, count, sizeof(ept_blueprint *));
        st = delivery->exams ? EPT_OK : ept_fail(EPT_E_NOMEM, "exams");
    }
    for (size_t i = 0; st == EPT_OK && i < count; i++) {
        st = load_exam(&delivery->exams[i], delivery->arena, delivery->bank, &exams[i]);
        delivery->exam_count += st == EPT_OK;
    }
    return st;
}

ept_status ept_delivery_new(ept_delivery **out, const ept_delivery_opts *opts)
{
    *out = NULL;
    ept_delivery *delivery = ept_calloc(1, sizeof *delivery);
    if (!delivery) {
        return ept_fail(EPT_E_NOMEM, "delivery");
    }
    delivery->clock = opts->clock;
    delivery->bank = opts->bank;
    delivery->journal = opts->journal;
    ept_status st = ept_arena_new(&delivery->arena);
    if (st == EPT_OK) {
        st = load_exams(delivery);
    }
    if (st != EPT_OK) {
        ept_delivery_free(delivery);
        return st;
    }
    *out = delivery;
    return EPT_OK;
}

void ept_delivery_free(ept_delivery *delivery)
{
    if (delivery) {
        ept_arena_free(delivery->arena);
        ept_free(delivery);
    }
}

ept_bank *ept_delivery_bank(const ept_delivery *delivery)
{
    return delivery->bank;
}

ept_journal *ept_delivery_journal(const ept_delivery *delivery)
{
    return delivery->journal;
}

const ept_blueprint *const *ept_delivery_exams(const ept_delivery *delivery, size_t *count)
{
    *count = delivery->exam_count;
    return delivery->exams;
}

ept_status ept_delivery_exam(const ept_blueprint **out, const ept_delivery *delivery,
                             const char *id)
{
    *out = NULL;
    for (size_t i = 0; i < delivery->exam_count; i++) {
        if (ept_streq(delivery->exams[i]->id, id)) {
            *out = delivery->exams[i];
            return EPT_OK;
        }
    }
    return ept_fail(EPT_E_NOT_FOUND, "no exam '%s'", id);
}

ept_status ept_delivery_fillable(bool *out, ept_arena *arena, ept_delivery *delivery,
                                 const char *exam, ept_shortage *shortage)
{
    const ept_form *form = NULL;
    ept_status st = ept_delivery_form(&form, arena, delivery, exam, 1, 0, shortage);
    *out = st == EPT_OK;
    return st == EPT_E_SHORT ? EPT_OK : st;
}

/* "Next" differs between learners and from time to time, but the same history gives the same form.
 */
static ept_status history(delivery_pool *pool, uint64_t *seed, ept_arena *arena,
                          ept_delivery *delivery, int64_t learner)
{
    ept_met *met = NULL;
    ept_sitting_row *rows = NULL;
    size_t rows_count = 0;
    const char *bank = ept_bank_head_of(delivery->bank)->id;
    if (!delivery->journal || learner <= 0) {
        return EPT_OK;
    }
    ept_status st =
        ept_journal_met(&met, &pool->met_count, arena, delivery->journal, learner, bank);
    if (st == EPT_OK) {
        st = ept_sitting_rows(&rows, &rows_count, arena, delivery->journal, learner);
    }
    pool->met = met;
    *seed = ept_mix64(((uint64_t)learner << 20) + rows_count);
    return st;
}

ept_status ept_delivery_form(const ept_form **out, ept_arena *arena, ept_delivery *delivery,
                             const char *exam, int number, int64_t learner, ept_shortage *shortage)
{
    const ept_blueprint *blueprint = NULL;
    delivery_pool pool = {delivery->bank, NULL, 0};
    uint64_t seed = 0;
    *out = NULL;
    *shortage = (ept_shortage){NULL, 0, 0, 0};
    ept_status st = ept_delivery_exam(&blueprint, delivery, exam);
    if (st == EPT_OK && number == 0) {
        st = history(&pool, &seed, arena, delivery, learner);
    }
    if (st == EPT_OK) {
        ept_pool view = delivery_pool_view(&pool);
        st = ept_form_assemble(out, arena, blueprint, &view, number, seed, shortage);
    }
    for (size_t i = 0; st == EPT_OK && i < (*out)->count; i++) {
        st = ept_bank_item_hash(&(*out)->items[i].hash, delivery->bank, (*out)->items[i].id);
    }
    if (st != EPT_OK) {
        *out = NULL;
    }
    return st;
}
