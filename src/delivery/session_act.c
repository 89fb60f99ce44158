/* SPDX-License-Identifier: MIT */
/* session_act.c - what a learner can do in a session, and the views a screen needs. Each action
 * first lets time catch up, so nothing is accepted after 0:00. */
#include "delivery_priv.h"
#include "epstopik/str.h"

int64_t ept_session_id(const ept_session *session)
{
    return session->row.id;
}

const ept_sitting *ept_session_sitting(const ept_session *session)
{
    return session->sitting;
}

const ept_form *ept_session_form(const ept_session *session)
{
    return session->form;
}

const ept_blueprint *ept_session_blueprint(const ept_session *session)
{
    return session->blueprint;
}

const ept_sitting_row *ept_session_row(const ept_session *session)
{
    return &session->row;
}

ept_status ept_session_item(const ept_item **out, ept_session *s, size_t item)
{
    *out = NULL;
    if (item >= s->form->count) {
        return ept_fail(EPT_E_INVAL, "no item %zu in the form", item);
    }
    ept_status st = EPT_OK;
    if (!s->items[item]) {
        st = ept_bank_item(&s->items[item], s->arena, s->delivery->bank, s->form->items[item].id);
    }
    *out = s->items[item];
    return st;
}

ept_status ept_session_slot(const ept_bank_slot **out, ept_session *s, size_t item)
{
    const ept_item *full = NULL;
    *out = NULL;
    ept_status st = ept_session_item(&full, s, item);
    if (st == EPT_OK && !s->slots[item]) {
        st = ept_bank_slot_get(&s->slots[item], s->arena, s->delivery->bank, full->slot);
    }
    *out = st == EPT_OK ? s->slots[item] : NULL;
    return st;
}

/* Catch up, then record one event; `item` is checked here because an event holds 16 bits. */
static ept_status act(ept_session *s, ept_event_kind kind, size_t item, int place, int value,
                      int64_t *seq)
{
    ept_status st = session_catch_up(s);
    if (st != EPT_OK) {
        return st;
    }
    if (item >= s->form->count) {
        return ept_fail(EPT_E_INVAL, "no item %zu in the form", item);
    }
    ept_event event = session_event(s, kind);
    event.item = (uint16_t)item;
    event.place = (uint8_t)(place >= 0 && place <= EPT_PLACES ? place : 0);
    event.value = value;
    if (kind == EPT_EV_ANSWER) {
        int identity = ept_form_identity(&s->form->items[item], place);
        if (identity < 0) {
            return ept_fail(EPT_E_INVAL, "no option %d", place);
        }
        event.identity = (uint8_t)identity;
    }
    return session_record(s, &event, seq);
}

static size_t here(const ept_session *s)
{
    return ept_sitting_item(s->sitting);
}

ept_status ept_session_begin(ept_session *s, int64_t *seq)
{
    ept_event event = {.kind = EPT_EV_SECTION, .item = (uint16_t)here(s)};
    ept_status st = session_record(s, &event, seq);
    if (st == EPT_OK) {
        s->base_at_ms = 0;
        s->lost = false;
        session_run(s);
        st = session_cue(s);
    }
    return st;
}

ept_status ept_session_go(ept_session *s, size_t item, int64_t *seq)
{
    if (item == here(s)) {
        return EPT_OK;
    }
    ept_status st = act(s, EPT_EV_GO, item, 0, 0, seq);
    if (st == EPT_OK) {
        s->bad_before = false;
        if (s->lost) {
            s->lost = false;
            session_run(s);
        }
        st = session_cue(s);
    }
    return st;
}

ept_status ept_session_answer(ept_session *s, size_t item, int place, int64_t *seq)
{
    return act(s, EPT_EV_ANSWER, item, place, 0, seq);
}

ept_status ept_session_fix(ept_session *s, int64_t *seq)
{
    return act(s, EPT_EV_FIX, here(s), 0, 0, seq);
}

ept_status ept_session_clear(ept_session *s, size_t item, int64_t *seq)
{
    return act(s, EPT_EV_CLEAR, item, 0, 0, seq);
}

ept_status ept_session_flag(ept_session *s, size_t item, bool on, int64_t *seq)
{
    return act(s, EPT_EV_FLAG, item, 0, on, seq);
}

ept_status ept_session_rule(ept_session *s, size_t item, int place, bool out, int64_t *seq)
{
    return act(s, EPT_EV_RULE, item, place, out, seq);
}

ept_status ept_session_feedback(ept_session *s, int64_t *seq)
{
    return act(s, EPT_EV_FEEDBACK, here(s), 0, 0, seq);
}

ept_status ept_session_submit(ept_session *s, int64_t *seq)
{
    ept_status st = act(s, EPT_EV_SUBMIT, here(s), 0, 0, seq);
    if (st == EPT_OK) {
        session_hush(s);
        s->base_at_ms = 0;
        s->lost = false;
    }
    return st;
}

ept_status ept_session_leave(ept_session *s, int64_t *seq)
{
    ept_status st = session_break_play(s);
    session_freeze(s);
    if (st == EPT_OK) {
        ept_event leave = session_event(s, EPT_EV_LEAVE);
        st = session_record(s, &leave, seq);
    }
    if (st == EPT_OK) {
        session_hush(s);
    } else {
        session_run(s);
    }
    return st;
}

ept_status ept_session_return(ept_session *s, int64_t *seq)
{
    int64_t now = s->delivery->clock.utc_ms(s->delivery->clock.ctx);
    int64_t away = (now - s->row.last_utc_ms) / 1000;
    ept_event back = session_event(s, EPT_EV_RETURN);
    back.value = s->row.last_utc_ms > 0 && away > 0 && away < INT32_MAX ? (int32_t)away : 0;
    ept_status st = session_record(s, &back, seq);
    if (st == EPT_OK) {
        s->base_at_ms = ept_sitting_at_ms(s->sitting);
        s->lost = false;
        session_run(s);
        st = session_cue(s);
    }
    return st;
}

ept_status ept_session_close(ept_session *s, ept_close_reason reason, int64_t *seq)
{
    session_freeze(s);
    ept_event close = session_event(s, EPT_EV_CLOSE);
    close.value = (int32_t)reason;
    ept_status st = session_record(s, &close, seq);
    if (st == EPT_OK) {
        session_hush(s);
    }
    return st;
}
