/* SPDX-License-Identifier: MIT */
/* sitting_rules.c - whether an event may happen now. Judging never changes a sitting; the reducer
 * applies only what was judged right, so no half-applied event exists. */
#include "exam_priv.h"

static const char *const names[] = {NULL,       "start",        "section", "go",       "answer",
                                    "fix",      "clear",        "flag",    "rule",     "play-start",
                                    "play-end", "play-broken",  "tick",    "leave",    "return",
                                    "submit",   "section-over", "close",   "feedback", "replay"};

const char *ept_event_name(ept_event_kind kind)
{
    int k = (int)kind;
    return k > 0 && k < (int)(sizeof names / sizeof *names) ? names[k] : NULL;
}

static ept_status refused(const char *why)
{
    return ept_fail(EPT_E_REFUSED, "%s", why);
}

static bool in_section(const ept_sitting *s, size_t item)
{
    size_t count = 0;
    size_t first = exam_range(s, s->section, &count);
    return item >= first && item < first + count;
}

static const ept_section_rule *rule_of(const ept_sitting *s)
{
    return &s->blueprint->sections[s->section];
}

bool ept_sitting_may_go(const ept_sitting *s, size_t item)
{
    if (s->phase != EPT_PHASE_RUNNING || !in_section(s, item)) {
        return false;
    }
    const ept_response *here = &s->responses[s->item];
    switch (rule_of(s)->move) {
    case EPT_MOVE_FREE:
        return true;
    case EPT_MOVE_STEP:
        return item + 1 == s->item || item == s->item + 1;
    case EPT_MOVE_FORWARD:
        return item == s->item + 1;
    case EPT_MOVE_NONE:
        return item == s->item + 1 && !here->playing &&
               (here->used_up || here->plays >= s->blueprint->sound.plays);
    }
    return false;
}

/* Choices are made at the item one stands at, but where one may move freely also from afar. */
static ept_status judge_response(const ept_sitting *s, const ept_event *e)
{
    const ept_blueprint *bp = s->blueprint;
    const ept_response *r = &s->responses[e->item];
    if (!in_section(s, e->item)) {
        return refused("the question is not in this section");
    }
    if (e->item != s->item && rule_of(s)->move != EPT_MOVE_FREE) {
        return refused("only the question on screen can be answered");
    }
    if (e->kind == EPT_EV_FLAG) {
        return bp->flag ? EPT_OK : refused("this exam has no flags");
    }
    if (r->fixed) {
        return refused("the answer is final");
    }
    switch (e->kind) {
    case EPT_EV_ANSWER:
        if (ept_form_identity(&s->form->items[e->item], e->place) != e->identity) {
            return ept_fail(EPT_E_INVAL, "option %d does not stand at place %d", e->identity,
                            e->place);
        }
        return EPT_OK;
    case EPT_EV_FIX:
        if (bp->change != EPT_CHANGE_UNTIL_FIXED) {
            return refused("answers need no fixing in this exam");
        }
        return r->place ? EPT_OK : refused("there is no answer to fix");
    case EPT_EV_CLEAR:
        if (!bp->clear) {
            return refused("an answer cannot be taken back in this exam");
        }
        return r->place ? EPT_OK : refused("there is no answer to clear");
    case EPT_EV_RULE:
        if (!bp->rule_out) {
            return refused("options cannot be ruled out in this exam");
        }
        if (e->place < 1 || e->place > EPT_PLACES) {
            return ept_fail(EPT_E_INVAL, "no option %d", e->place);
        }
        return e->value && r->place == e->place ? refused("the chosen option cannot be ruled out")
                                                : EPT_OK;
    case EPT_EV_FEEDBACK:
        if (!bp->item_feedback) {
            return refused("answers are shown after the exam only");
        }
        return r->place ? EPT_OK : refused("there is no answer yet");
    default:
        return ept_fail(EPT_E_INVAL, "not a response");
    }
}

static ept_status judge_play(const ept_sitting *s, const ept_event *e)
{
    const ept_response *r = &s->responses[e->item];
    if (rule_of(s)->section != EPT_SECTION_LISTENING || e->item != s->item) {
        return refused("only the listening question on screen sounds");
    }
    if (e->kind == EPT_EV_REPLAY) {
        return s->blueprint->sound.free_replay ? EPT_OK : refused("no replay in this exam");
    }
    if (e->kind == EPT_EV_PLAY_BROKEN && e->value == EPT_PLAY_GIVEN_UP) {
        return EPT_OK;
    }
    if (e->kind != EPT_EV_PLAY_START) {
        bool same = e->kind == EPT_EV_PLAY_BROKEN || e->value == r->plays + 1;
        return r->playing && same ? EPT_OK : ept_fail(EPT_E_INVAL, "no such play is going on");
    }
    if (r->playing || e->value != r->plays + 1) {
        return ept_fail(EPT_E_INVAL, "play %d cannot begin now", e->value);
    }
    bool left = !r->used_up && r->plays < s->blueprint->sound.plays;
    return left ? EPT_OK : refused("the recording has been heard");
}

static ept_status judge_time(const ept_sitting *s, const ept_event *e)
{
    uint64_t limit = rule_of(s)->limit_ms;
    if (e->at_ms < s->at_ms) {
        return ept_fail(EPT_E_INVAL, "time goes back");
    }
    if (e->kind == EPT_EV_SECTION_OVER) {
        bool over = limit > 0 && e->at_ms >= limit + s->credit_ms;
        return over ? EPT_OK : ept_fail(EPT_E_INVAL, "the section has time left");
    }
    bool late = limit > 0 && e->at_ms > limit + s->credit_ms;
    return late && e->kind != EPT_EV_CLOSE ? refused("the time of the section is over") : EPT_OK;
}

static ept_status judge_running(const ept_sitting *s, const ept_event *e)
{
    switch (e->kind) {
    case EPT_EV_GO:
        return ept_sitting_may_go(s, e->item) ? EPT_OK
                                              : refused("that question cannot be opened now");
    case EPT_EV_ANSWER:
    case EPT_EV_FIX:
    case EPT_EV_CLEAR:
    case EPT_EV_FLAG:
    case EPT_EV_RULE:
    case EPT_EV_FEEDBACK:
        return judge_response(s, e);
    case EPT_EV_PLAY_START:
    case EPT_EV_PLAY_END:
    case EPT_EV_PLAY_BROKEN:
    case EPT_EV_REPLAY:
        return judge_play(s, e);
    case EPT_EV_TICK:
    case EPT_EV_LEAVE:
    case EPT_EV_SECTION_OVER:
    case EPT_EV_CLOSE:
        return EPT_OK;
    case EPT_EV_SUBMIT:
        return s->blueprint->submit ? EPT_OK
                                    : refused("a section cannot be handed in early in this exam");
    case EPT_EV_START:
    case EPT_EV_SECTION:
    case EPT_EV_RETURN:
        break;
    }
    return refused("a section is running");
}

static ept_status judge_ready(const ept_sitting *s, const ept_event *e)
{
    if (e->kind == EPT_EV_CLOSE) {
        return EPT_OK;
    }
    size_t count = 0;
    if (e->kind != EPT_EV_SECTION || e->at_ms != 0 ||
        e->item != exam_range(s, s->section, &count)) {
        return refused("the section has not begun");
    }
    return EPT_OK;
}

ept_status exam_judge(const ept_sitting *s, const ept_event *e)
{
    if (!ept_event_name(e->kind) || e->item >= s->count) {
        return ept_fail(EPT_E_INVAL, "no such event or question");
    }
    if (!s->started) {
        return e->kind == EPT_EV_START ? EPT_OK : refused("the sitting has not started");
    }
    switch (s->phase) {
    case EPT_PHASE_READY:
        return judge_ready(s, e);
    case EPT_PHASE_RUNNING: {
        ept_status st = judge_time(s, e);
        return st == EPT_OK ? judge_running(s, e) : st;
    }
    case EPT_PHASE_AWAY:
        if (e->kind == EPT_EV_RETURN || e->kind == EPT_EV_CLOSE) {
            return e->at_ms >= s->at_ms ? EPT_OK : ept_fail(EPT_E_INVAL, "time goes back");
        }
        return refused("the sitting is interrupted");
    case EPT_PHASE_ENDED:
        break;
    }
    return refused("the sitting is over");
}
