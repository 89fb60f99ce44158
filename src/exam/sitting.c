/* SPDX-License-Identifier: MIT */
/* sitting.c - the reducer: what an allowed event changes. All of a sitting's state comes from its
 * events in order; nothing is asked of a clock, a file or a random number. */
#include "epstopik/sitting.h"

#include <string.h>

#include "epstopik/arena.h"
#include "epstopik/hash.h"
#include "exam_priv.h"

static bool is_sat(const ept_sitting *s, size_t section)
{
    return s->only < 0 || (int)s->blueprint->sections[section].section == s->only;
}

size_t exam_next_section(const ept_sitting *s, size_t section)
{
    while (section < s->blueprint->section_count && !is_sat(s, section)) {
        section++;
    }
    return section;
}

size_t exam_range(const ept_sitting *s, size_t section, size_t *count)
{
    *count = 0;
    if (section >= s->blueprint->section_count) {
        return 0;
    }
    return ept_form_section(s->form, s->blueprint->sections[section].section, count);
}

ept_status ept_sitting_new(ept_sitting **out, const ept_sitting_opts *opts)
{
    *out = NULL;
    if (!opts->form || opts->form->count == 0 || opts->form->count > EPT_NUMBERS_MAX) {
        return ept_fail(EPT_E_INVAL, "a sitting needs a form of 1 to %d items", EPT_NUMBERS_MAX);
    }
    ept_sitting *s = ept_calloc(1, sizeof *s);
    if (!s) {
        return ept_fail(EPT_E_NOMEM, "sitting");
    }
    s->form = opts->form;
    s->blueprint = opts->blueprint;
    s->only = opts->only;
    s->count = opts->form->count;
    s->section = exam_next_section(s, 0);
    size_t count = 0;
    s->item = exam_range(s, s->section, &count);
    if (count == 0) {
        ept_free(s);
        return ept_fail(EPT_E_INVAL, "the form has no such section");
    }
    *out = s;
    return EPT_OK;
}

ept_status ept_sitting_copy(ept_sitting **out, const ept_sitting *sitting)
{
    *out = ept_calloc(1, sizeof **out);
    if (!*out) {
        return ept_fail(EPT_E_NOMEM, "sitting");
    }
    **out = *sitting;
    return EPT_OK;
}

void ept_sitting_free(ept_sitting *sitting)
{
    ept_free(sitting);
}

static void spend(ept_sitting *s, uint64_t at_ms)
{
    if (s->phase == EPT_PHASE_RUNNING && at_ms > s->at_ms) {
        s->responses[s->item].spent_ms += at_ms - s->at_ms;
        s->at_ms = at_ms;
    }
}

static void fix_pending(ept_sitting *s, ept_response *r)
{
    if (s->blueprint->change == EPT_CHANGE_UNTIL_FIXED && r->place) {
        r->fixed = true;
    }
}

/* Leaving an item once a play of it has begun uses up its plays, unless replay is free. */
static void leave_item(ept_sitting *s)
{
    ept_response *r = &s->responses[s->item];
    const ept_sound_rule *sound = &s->blueprint->sound;
    bool begun = r->playing || r->plays > 0;
    fix_pending(s, r);
    r->playing = false;
    if (begun && !sound->free_replay && r->plays < sound->plays) {
        r->used_up = true;
    }
}

static void enter_item(ept_sitting *s, size_t item)
{
    s->item = item;
    s->responses[item].seen = true;
}

static void end_section(ept_sitting *s)
{
    size_t count = 0;
    size_t first = exam_range(s, s->section, &count);
    for (size_t i = first; i < first + count; i++) {
        fix_pending(s, &s->responses[i]);
        s->responses[i].playing = false;
    }
    uint32_t limit = s->blueprint->sections[s->section].limit_ms;
    uint64_t used = s->at_ms > s->credit_ms ? s->at_ms - s->credit_ms : 0;
    s->used_ms[s->section] = limit > 0 && used > limit ? limit : used;
    s->at_ms = 0;
    s->credit_ms = 0;
    s->section = exam_next_section(s, s->section + 1);
    s->phase = s->section < s->blueprint->section_count ? EPT_PHASE_READY : EPT_PHASE_ENDED;
    if (s->phase == EPT_PHASE_READY) {
        s->item = exam_range(s, s->section, &count);
    }
}

static void answer(ept_sitting *s, const ept_event *e)
{
    ept_response *r = &s->responses[e->item];
    r->changes += r->place != 0 && r->place != e->place;
    r->place = e->place;
    r->identity = e->identity;
    r->ruled &= (uint8_t) ~(1u << (e->place - 1));
}

static void rule_out(ept_response *r, const ept_event *e)
{
    uint8_t bit = (uint8_t)(1u << (e->place - 1));
    r->ruled = (uint8_t)(e->value ? r->ruled | bit : r->ruled & ~bit);
}

static void apply_play(ept_sitting *s, ept_response *r, const ept_event *e)
{
    if (e->kind == EPT_EV_PLAY_START) {
        r->playing = true;
        s->play_from_ms = s->at_ms;
    } else if (e->kind == EPT_EV_PLAY_END) {
        r->playing = false;
        r->plays++;
    } else {
        s->credit_ms += r->playing ? s->at_ms - s->play_from_ms : 0;
        r->playing = false;
        r->used_up = r->used_up || e->value == EPT_PLAY_GIVEN_UP;
    }
}

static void apply_phase(ept_sitting *s, const ept_event *e)
{
    switch (e->kind) {
    case EPT_EV_SECTION:
        s->phase = EPT_PHASE_RUNNING;
        enter_item(s, e->item);
        break;
    case EPT_EV_LEAVE:
        s->phase = EPT_PHASE_AWAY;
        s->interruptions += s->blueprint->leave_noted;
        break;
    case EPT_EV_RETURN:
        s->phase = EPT_PHASE_RUNNING;
        break;
    case EPT_EV_SUBMIT:
    case EPT_EV_SECTION_OVER:
        end_section(s);
        break;
    case EPT_EV_CLOSE:
        if (s->section < s->blueprint->section_count && s->at_ms > 0) {
            end_section(s);
        }
        s->phase = EPT_PHASE_ENDED;
        s->reason = (ept_close_reason)e->value;
        break;
    default:
        break;
    }
}

ept_status ept_sitting_check(const ept_sitting *sitting, const ept_event *event)
{
    return exam_judge(sitting, event);
}

ept_status ept_sitting_apply(ept_sitting *s, const ept_event *e)
{
    ept_status st = exam_judge(s, e);
    if (st != EPT_OK) {
        return st;
    }
    spend(s, e->at_ms);
    ept_response *r = &s->responses[e->item];
    switch (e->kind) {
    case EPT_EV_START:
        s->started = true;
        break;
    case EPT_EV_GO:
        if (e->item != s->item) {
            leave_item(s);
            enter_item(s, e->item);
        }
        break;
    case EPT_EV_ANSWER:
        answer(s, e);
        break;
    case EPT_EV_FIX:
        r->fixed = true;
        break;
    case EPT_EV_CLEAR:
        r->place = 0;
        r->identity = 0;
        break;
    case EPT_EV_FLAG:
        r->flagged = e->value != 0;
        break;
    case EPT_EV_RULE:
        rule_out(r, e);
        break;
    case EPT_EV_PLAY_START:
    case EPT_EV_PLAY_END:
    case EPT_EV_PLAY_BROKEN:
        apply_play(s, r, e);
        break;
    case EPT_EV_FEEDBACK:
        r->feedback = true;
        r->fixed = true;
        break;
    case EPT_EV_SECTION:
    case EPT_EV_LEAVE:
    case EPT_EV_RETURN:
    case EPT_EV_SUBMIT:
    case EPT_EV_SECTION_OVER:
    case EPT_EV_CLOSE:
        apply_phase(s, e);
        break;
    case EPT_EV_TICK:
    case EPT_EV_REPLAY:
        break;
    }
    return EPT_OK;
}

ept_phase ept_sitting_phase(const ept_sitting *sitting)
{
    return sitting->phase;
}

size_t ept_sitting_section(const ept_sitting *sitting)
{
    return sitting->section;
}

const ept_section_rule *ept_sitting_section_rule(const ept_sitting *s)
{
    return s->section < s->blueprint->section_count ? &s->blueprint->sections[s->section] : NULL;
}

size_t ept_sitting_item(const ept_sitting *sitting)
{
    return sitting->item;
}

const ept_response *ept_sitting_response(const ept_sitting *sitting, size_t item)
{
    return item < sitting->count ? &sitting->responses[item] : NULL;
}

uint64_t ept_sitting_at_ms(const ept_sitting *sitting)
{
    return sitting->at_ms;
}

uint64_t ept_sitting_left_ms(const ept_sitting *s, uint64_t at_ms)
{
    const ept_section_rule *rule = ept_sitting_section_rule(s);
    if (!rule) {
        return 0;
    }
    if (rule->limit_ms == 0) {
        return UINT64_MAX;
    }
    uint64_t end = rule->limit_ms + s->credit_ms;
    return at_ms < end ? end - at_ms : 0;
}

uint64_t ept_sitting_used_ms(const ept_sitting *s, size_t section)
{
    bool running = section == s->section && s->phase != EPT_PHASE_ENDED;
    return running ? s->at_ms - s->credit_ms : section < EPT_SECTIONS_MAX ? s->used_ms[section] : 0;
}

size_t ept_sitting_first(const ept_sitting *sitting, size_t section, size_t *count)
{
    return exam_range(sitting, section, count);
}

size_t ept_sitting_interruptions(const ept_sitting *sitting)
{
    return sitting->interruptions;
}

ept_close_reason ept_sitting_close_reason(const ept_sitting *sitting)
{
    return sitting->reason;
}

static size_t count_where(const ept_sitting *s, size_t section, bool flagged)
{
    size_t count = 0, sum = 0;
    size_t first = exam_range(s, section, &count);
    for (size_t i = first; i < first + count; i++) {
        sum += flagged ? s->responses[i].flagged : s->responses[i].place != 0;
    }
    return sum;
}

size_t ept_sitting_answered(const ept_sitting *sitting, size_t section)
{
    return count_where(sitting, section, false);
}

size_t ept_sitting_flagged(const ept_sitting *sitting, size_t section)
{
    return count_where(sitting, section, true);
}

uint64_t ept_sitting_digest(const ept_sitting *s)
{
    ept_hasher h;
    ept_hash hash;
    ept_hasher_init(&h);
    const uint64_t whole[] = {(uint64_t)s->phase, s->section,         s->item,
                              s->at_ms,           s->credit_ms,       s->play_from_ms,
                              s->used_ms[0],      s->used_ms[1],      s->started,
                              s->interruptions,   (uint64_t)s->reason};
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        ept_hasher_add_u64(&h, whole[i]);
    }
    for (size_t i = 0; i < s->count; i++) {
        const ept_response *r = &s->responses[i];
        const uint64_t parts[] = {r->place,   r->identity, r->fixed,   r->flagged,
                                  r->seen,    r->feedback, r->ruled,   r->plays,
                                  r->playing, r->used_up,  r->changes, r->spent_ms};
        for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
            ept_hasher_add_u64(&h, parts[k]);
        }
    }
    ept_hasher_end(&h, &hash);
    return ept_hash_u64(&hash);
}
