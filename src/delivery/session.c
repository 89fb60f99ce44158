/* SPDX-License-Identifier: MIT */
/* session.c - one sitting in progress: starting, resuming after anything, and the one way an event
 * enters: judged, made durable, applied. What has not reached the disk has not happened. */
#include <inttypes.h>

#include "delivery_priv.h"
#include "epstopik/log.h"
#include "epstopik/rng.h"
#include "epstopik/str.h"

static uint64_t now_ms(const ept_session *s)
{
    return s->delivery->clock.now_ms(s->delivery->clock.ctx);
}

static int64_t utc_ms(const ept_delivery *delivery)
{
    return delivery->clock.utc_ms(delivery->clock.ctx);
}

uint64_t ept_session_at_ms(const ept_session *s)
{
    bool runs = ept_sitting_phase(s->sitting) == EPT_PHASE_RUNNING && !s->lost;
    return s->base_at_ms + (runs ? now_ms(s) - s->base_now_ms : 0);
}

void session_freeze(ept_session *s)
{
    s->base_at_ms = ept_session_at_ms(s);
    s->base_now_ms = now_ms(s);
}

void session_run(ept_session *s)
{
    s->base_now_ms = now_ms(s);
}

uint64_t ept_session_left_ms(const ept_session *s)
{
    return ept_sitting_left_ms(s->sitting, ept_session_at_ms(s));
}

ept_event session_event(const ept_session *s, ept_event_kind kind)
{
    uint64_t at = ept_session_at_ms(s), before = ept_sitting_at_ms(s->sitting);
    return (ept_event){.kind = kind,
                       .at_ms = at > before ? at : before,
                       .item = (uint16_t)ept_sitting_item(s->sitting)};
}

/* What is kept beside the events of an ended sitting. */
static void fill_result(ept_sitting_row *row, const ept_session *s, const ept_sitting *ended)
{
    ept_score score;
    ept_score_of(&score, ended, s->form, s->blueprint);
    *row = s->row;
    row->ended = row->has_result = true;
    row->reason = ept_sitting_close_reason(ended);
    row->points = score.points;
    row->scale = score.scale;
    row->right = (int)score.tally.right;
    row->items = (int)score.tally.items;
    for (size_t k = 0; k < EPT_SECTIONS_MAX; k++) {
        row->section_points[k] = -1;
    }
    for (size_t i = 0; i < score.section_count; i++) {
        for (size_t k = 0; k < s->blueprint->section_count; k++) {
            if (s->blueprint->sections[k].section == score.sections[i].section) {
                row->section_points[k] = score.sections[i].points;
            }
        }
    }
}

/* Writes the event, with the result when it is the last one. */
static ept_status append(int64_t *seq, ept_session *s, const ept_event *event)
{
    ept_sitting *after = NULL;
    ept_sitting_row result;
    bool may_end = event->kind == EPT_EV_SUBMIT || event->kind == EPT_EV_SECTION_OVER ||
                   event->kind == EPT_EV_CLOSE;
    ept_status st = may_end ? ept_sitting_copy(&after, s->sitting) : EPT_OK;
    if (st == EPT_OK && after) {
        st = ept_sitting_apply(after, event);
    }
    bool ends = st == EPT_OK && after && ept_sitting_phase(after) == EPT_PHASE_ENDED;
    if (ends) {
        fill_result(&result, s, after);
    }
    ept_sitting_free(after);
    if (st == EPT_OK) {
        st = ept_journal_append(seq, s->delivery->journal, s->row.id, event, utc_ms(s->delivery),
                                ends ? &result : NULL);
    }
    if (st == EPT_OK && ends) {
        s->row = result;
    }
    return st;
}

ept_status session_record(ept_session *s, ept_event *event, int64_t *seq)
{
    int64_t number = 0;
    ept_status st = ept_sitting_check(s->sitting, event);
    if (st == EPT_OK && !s->warm_up) {
        st = append(&number, s, event);
    }
    if (st != EPT_OK) {
        return st;
    }
    s->recorded += event->kind != EPT_EV_TICK;
    if (seq) {
        *seq = number;
    }
    return ept_sitting_apply(s->sitting, event);
}

ept_status session_catch_up(ept_session *s)
{
    if (ept_sitting_phase(s->sitting) != EPT_PHASE_RUNNING || s->lost) {
        return EPT_OK;
    }
    uint64_t at = ept_session_at_ms(s), before = ept_sitting_at_ms(s->sitting);
    uint64_t end = before + ept_sitting_left_ms(s->sitting, before);
    bool limited = ept_sitting_section_rule(s->sitting)->limit_ms > 0;
    if (limited && at >= end) {
        ept_event over = session_event(s, EPT_EV_SECTION_OVER);
        over.at_ms = end;
        session_hush(s);
        ept_status st = session_record(s, &over, NULL);
        s->base_at_ms = 0;
        return st;
    }
    if (at - before >= DELIVERY_TICK_MS) {
        ept_event tick = session_event(s, EPT_EV_TICK);
        return session_record(s, &tick, NULL);
    }
    return EPT_OK;
}

ept_status ept_session_poll(ept_session *s, bool *changed)
{
    size_t before = s->recorded;
    ept_status st = session_catch_up(s);
    *changed = s->recorded != before;
    return st;
}

uint32_t ept_session_wait_ms(const ept_session *s)
{
    if (ept_sitting_phase(s->sitting) != EPT_PHASE_RUNNING || s->lost) {
        return UINT32_MAX;
    }
    uint64_t at = ept_session_at_ms(s), before = ept_sitting_at_ms(s->sitting);
    uint64_t tick = before + DELIVERY_TICK_MS > at ? before + DELIVERY_TICK_MS - at : 0;
    uint64_t left = ept_session_left_ms(s);
    return (uint32_t)(left < tick ? left : tick);
}

static ept_status session_new(ept_session **out, ept_delivery *delivery)
{
    *out = NULL;
    ept_session *s = ept_calloc(1, sizeof *s);
    if (!s) {
        return ept_fail(EPT_E_NOMEM, "session");
    }
    s->delivery = delivery;
    ept_status st = ept_arena_new(&s->arena);
    if (st == EPT_OK) {
        st = ept_arena_new(&s->sound_arena);
    }
    if (st != EPT_OK) {
        ept_session_free(s);
        return st;
    }
    *out = s;
    return EPT_OK;
}

static ept_status make_sitting(ept_session *s, int only)
{
    const ept_sitting_opts opts = {s->form, s->blueprint, only};
    return ept_sitting_new(&s->sitting, &opts);
}

/* Leaves what runs, so that the journal says where it stopped. */
static void leave_quietly(ept_session *s)
{
    if (!s->sitting || s->warm_up || ept_sitting_phase(s->sitting) != EPT_PHASE_RUNNING) {
        return;
    }
    ept_status st = ept_session_leave(s, NULL);
    if (st != EPT_OK) {
        ept_log(EPT_LOG_WARN, "delivery", "leaving not noted: %s", ept_error());
    }
}

void ept_session_free(ept_session *s)
{
    if (!s) {
        return;
    }
    leave_quietly(s);
    ept_sitting_free(s->sitting);
    ept_arena_free(s->sound_arena);
    ept_arena_free(s->arena);
    ept_free(s);
}

/* EPT_E_REFUSED when the same exam and number lie unfinished. */
static ept_status refuse_twice(ept_session *s, const ept_session_opts *opts)
{
    ept_sitting_row *rows = NULL;
    size_t count = 0;
    ept_status st = ept_sitting_rows(&rows, &count, s->arena, s->delivery->journal, opts->learner);
    for (size_t i = 0; st == EPT_OK && i < count; i++) {
        if (!rows[i].ended && ept_streq(rows[i].exam, opts->exam) &&
            rows[i].form_number == opts->number && rows[i].only == opts->only) {
            st = ept_fail(EPT_E_REFUSED, "sitting %" PRId64 " of this exam is unfinished",
                          rows[i].id);
        }
    }
    return st;
}

static ept_status check_opts(ept_session *s, const ept_session_opts *opts)
{
    ept_learner learner;
    if (!s->delivery->journal) {
        return ept_fail(EPT_E_INVAL, "no journal: nothing can be sat");
    }
    ept_status st = ept_delivery_exam(&s->blueprint, s->delivery, opts->exam);
    if (st == EPT_OK && s->blueprint->one_section && opts->only < 0) {
        st = ept_fail(EPT_E_INVAL, "exam '%s' is sat one section at a time: name it", opts->exam);
    }
    if (st == EPT_OK) {
        st = ept_learner_get(&learner, s->arena, s->delivery->journal, opts->learner);
    }
    return st == EPT_OK ? refuse_twice(s, opts) : st;
}

static void fill_row(ept_session *s, const ept_session_opts *opts)
{
    const ept_bank_head *bank = ept_bank_head_of(s->delivery->bank);
    s->row = (ept_sitting_row){
        .learner = opts->learner,
        .exam = s->blueprint->id,
        .bank = bank->id,
        .bank_version = bank->version,
        .law_lang = opts->law_lang,
        .sector = ept_arena_strdup(s->arena, opts->sector ? opts->sector : "manufacturing"),
        .form_number = opts->number,
        .form_seed = s->form->seed,
        .only = opts->only,
        .started_utc_ms = utc_ms(s->delivery)};
}

static ept_status start(ept_session *s, const ept_session_opts *opts, ept_shortage *shortage)
{
    const ept_event start = {.kind = EPT_EV_START};
    ept_status st = check_opts(s, opts);
    if (st == EPT_OK) {
        st = ept_delivery_form(&s->form, s->arena, s->delivery, opts->exam, opts->number,
                               opts->learner, shortage);
    }
    if (st == EPT_OK) {
        st = make_sitting(s, opts->only);
    }
    if (st == EPT_OK) {
        fill_row(s, opts);
        st = s->row.sector ? EPT_OK : ept_fail(EPT_E_NOMEM, "session");
    }
    if (st == EPT_OK) {
        st = ept_journal_start(&s->row.id, NULL, s->delivery->journal, &s->row, s->form,
                               s->row.started_utc_ms);
    }
    return st == EPT_OK ? ept_sitting_apply(s->sitting, &start) : st;
}

ept_status ept_session_start(ept_session **out, ept_delivery *delivery,
                             const ept_session_opts *opts, ept_shortage *shortage)
{
    *shortage = (ept_shortage){NULL, 0, 0, 0};
    ept_status st = session_new(out, delivery);
    if (st == EPT_OK) {
        st = start(*out, opts, shortage);
    }
    if (st != EPT_OK) {
        ept_session_free(*out);
        *out = NULL;
    }
    return st;
}

/* Whether every item is in the bank as it was when the sitting began. */
static ept_status same_items(bool *same, const ept_session *s)
{
    ept_status st = EPT_OK;
    *same = ept_streq(s->row.bank, ept_bank_head_of(s->delivery->bank)->id);
    for (size_t i = 0; *same && st == EPT_OK && i < s->form->count; i++) {
        ept_hash now;
        st = ept_bank_item_hash(&now, s->delivery->bank, s->form->items[i].id);
        *same = st == EPT_OK && ept_hash_eq(&now, &s->form->items[i].hash);
        st = st == EPT_E_NOT_FOUND ? EPT_OK : st;
    }
    return st;
}

static ept_status replay(ept_session *s)
{
    ept_event *events = NULL;
    size_t count = 0;
    ept_status st = ept_journal_events(&events, &count, s->arena, s->delivery->journal, s->row.id);
    for (size_t i = 0; st == EPT_OK && i < count; i++) {
        st = ept_sitting_apply(s->sitting, &events[i]);
        if (st != EPT_OK) {
            st = ept_fail(EPT_E_CORRUPT, "event %zu of sitting %" PRId64 " makes no sense", i + 1,
                          s->row.id);
        }
    }
    s->base_at_ms = ept_sitting_at_ms(s->sitting);
    session_run(s);
    return st;
}

/* From "it just stopped" or "it was left" to running again, with both ends of the gap noted. */
static ept_status take_up(ept_session *s)
{
    ept_status st = EPT_OK;
    if (ept_sitting_phase(s->sitting) == EPT_PHASE_RUNNING) {
        st = ept_session_leave(s, NULL);
    }
    if (st == EPT_OK && ept_sitting_phase(s->sitting) == EPT_PHASE_AWAY) {
        st = ept_session_return(s, NULL);
    }
    return st;
}

static ept_status resume(ept_session *s, int64_t sitting)
{
    bool same = false;
    ept_status st = ept_sitting_row_get(&s->row, s->arena, s->delivery->journal, sitting);
    if (st == EPT_OK) {
        st = ept_delivery_exam(&s->blueprint, s->delivery, s->row.exam);
    }
    if (st == EPT_OK) {
        st = ept_journal_form(&s->form, s->arena, s->delivery->journal, sitting);
    }
    if (st == EPT_OK) {
        st = make_sitting(s, s->row.only);
    }
    if (st == EPT_OK) {
        st = replay(s);
    }
    if (st == EPT_OK && ept_sitting_phase(s->sitting) == EPT_PHASE_ENDED) {
        return ept_fail(EPT_E_REFUSED, "sitting %" PRId64 " has ended", sitting);
    }
    if (st == EPT_OK) {
        st = same_items(&same, s);
    }
    if (st == EPT_OK && !same) {
        st = ept_session_close(s, EPT_CLOSE_CHANGED, NULL);
        return st == EPT_OK
                   ? ept_fail(EPT_E_CHANGED, "items of sitting %" PRId64 " have changed", sitting)
                   : st;
    }
    return st == EPT_OK ? take_up(s) : st;
}

ept_status ept_session_resume(ept_session **out, ept_delivery *delivery, int64_t sitting)
{
    if (!delivery->journal) {
        *out = NULL;
        return ept_fail(EPT_E_INVAL, "no journal: nothing can be resumed");
    }
    ept_status st = session_new(out, delivery);
    if (st == EPT_OK) {
        st = resume(*out, sitting);
    }
    if (st != EPT_OK) {
        /* Nothing more is written about a sitting that could not be taken up. */
        if (*out) {
            (*out)->warm_up = true;
        }
        ept_session_free(*out);
        *out = NULL;
    }
    return st;
}

/* The exam's blueprint with the short clock of its warm-up. */
static ept_status warm_up_blueprint(ept_session *s, const char *exam, ept_section section)
{
    const ept_blueprint *real = NULL;
    ept_blueprint *own = ept_arena_alloc(s->arena, sizeof *own);
    ept_status st =
        own ? ept_delivery_exam(&real, s->delivery, exam) : ept_fail(EPT_E_NOMEM, "warm-up");
    if (st != EPT_OK) {
        return st;
    }
    *own = *real;
    s->blueprint = own;
    for (size_t i = 0; i < own->section_count; i++) {
        ept_section_rule *rule = &own->sections[i];
        if (rule->section == section && rule->warm_up_items > 0) {
            rule->limit_ms = rule->warm_up_ms;
            own->sound.fill_to_ms = rule->warm_up_ms - DELIVERY_TICK_MS;
            return EPT_OK;
        }
    }
    return ept_fail(EPT_E_NOT_FOUND, "exam '%s' has no such warm-up", exam);
}

static ept_status warm_up_form(ept_session *s, ept_section section)
{
    const char **ids = NULL;
    size_t count = 0;
    const ept_section_rule *rule = ept_blueprint_section(s->blueprint, section);
    ept_form *form = ept_arena_alloc(s->arena, sizeof *form);
    ept_status st = form ? ept_bank_warm_up(&ids, &count, s->arena, s->delivery->bank,
                                            ept_section_name(section))
                         : ept_fail(EPT_E_NOMEM, "warm-up");
    if (st == EPT_OK && count == 0) {
        st = ept_fail(EPT_E_NOT_FOUND, "the bank has no warm-up items for %s",
                      ept_section_name(section));
    }
    if (st != EPT_OK) {
        return st;
    }
    count = count < (size_t)rule->warm_up_items ? count : (size_t)rule->warm_up_items;
    form->items = ept_arena_array(s->arena, count, sizeof *form->items);
    if (!form->items) {
        return ept_fail(EPT_E_NOMEM, "warm-up");
    }
    form->count = count;
    ept_rng rng;
    ept_rng_seed(&rng, (uint64_t)section);
    for (size_t i = 0; i < count; i++) {
        form->items[i] = (ept_form_item){
            .id = ids[i], .section = section, .number = (int)i + 1, .order = {0, 1, 2, 3}};
        ept_rng_shuffle(&rng, form->items[i].order, EPT_PLACES, 1);
    }
    s->form = form;
    return EPT_OK;
}

static ept_status warm_up(ept_session *s, const char *exam, ept_section section, const char *sector)
{
    const ept_event begin = {.kind = EPT_EV_START};
    s->warm_up = true;
    ept_status st = warm_up_blueprint(s, exam, section);
    if (st == EPT_OK) {
        st = warm_up_form(s, section);
    }
    if (st == EPT_OK) {
        st = make_sitting(s, (int)section);
    }
    if (st == EPT_OK) {
        s->row = (ept_sitting_row){
            .exam = s->blueprint->id,
            .only = (int)section,
            .sector = ept_arena_strdup(s->arena, sector ? sector : "manufacturing")};
        st = s->row.sector ? ept_sitting_apply(s->sitting, &begin)
                           : ept_fail(EPT_E_NOMEM, "warm-up");
    }
    return st;
}

ept_status ept_session_warm_up(ept_session **out, ept_delivery *delivery, const char *exam,
                               ept_section section, const char *sector)
{
    ept_status st = session_new(out, delivery);
    if (st == EPT_OK) {
        st = warm_up(*out, exam, section, sector);
    }
    if (st != EPT_OK) {
        ept_session_free(*out);
        *out = NULL;
    }
    return st;
}
