/* SPDX-License-Identifier: MIT */
/* The learner's actions: each is on disk before the screen says so. What the exam forbids is said
 * quietly, what could not be saved is said as an error and can be tried again. */
#include "epstopik/str.h"
#include "exam_view.h"

void exam_arrived(exam_view *v, app *a, bool bare)
{
    exam_now n;

    v->saved = v->leaving = v->bare = false;
    app_panes_top(a);
    if (exam_now_of(&n, a, v)) {
        char id[] = "exam.option.1";

        if (n.section != v->section) {
            v->five_said = false;
        }
        v->item = n.item;
        v->section = n.section;
        id[sizeof id - 2] = (char)('0' + (n.response->place ? n.response->place : 1));
        v->bare = bare && !n.response->place;
        ept_focus_set(ept_ui_focus(a->ui), v->bare ? NULL : id);
    }
}

/* A play has begun, and not all of them are over. */
static bool half_heard(const exam_now *n)
{
    const ept_response *r = n->response;

    return n->listening && !n->bp->sound.free_replay && !r->used_up &&
           r->plays < n->bp->sound.plays && (r->playing || r->plays > 0);
}

bool exam_warns(const exam_now *n, app *a)
{
    int64_t here = ept_session_id(a->session) + 1;

    if (a->warned == here || !half_heard(n)) {
        return false;
    }
    a->warned = here;
    return true;
}

/* After an action: `quiet` is the message for what the exam does not allow. */
static nav done(exam_view *v, app *a, ept_status status, const char *quiet)
{
    if (status == EPT_E_REFUSED) {
        if (quiet) {
            app_say(a, EPT_TONE_NEUTRAL, quiet);
        }
        return nav_redraw();
    }
    v->saved = status == EPT_OK;
    if (status != EPT_OK) {
        app_say_error(a, status, "exam");
    } else {
        app_unsay_error(a); /* what could not be saved before can be now */
    }
    return nav_redraw();
}

nav exam_choose(exam_view *v, app *a, int place)
{
    char id[] = "exam.option.1";
    exam_now n;

    if (!exam_now_of(&n, a, v) || !n.has_item) {
        return nav_stay();
    }
    id[sizeof id - 2] = (char)('0' + place);
    ept_focus_set(ept_ui_focus(a->ui), id);
    v->bare = v->leaving = false;
    if (n.response->place == place) {
        return nav_redraw();
    }
    return done(v, a, ept_session_answer(a->session, n.item, place, NULL),
                n.response->feedback ? NULL : "exam.final");
}

nav exam_rule(exam_view *v, app *a, int place)
{
    exam_now n;
    bool out;

    if (!exam_now_of(&n, a, v) || !n.bp->rule_out || !n.has_item) {
        return nav_stay();
    }
    out = (n.response->ruled >> (place - 1) & 1) == 0;
    return done(v, a, ept_session_rule(a->session, n.item, place, out, NULL), NULL);
}

nav exam_clear(exam_view *v, app *a)
{
    exam_now n;

    if (!exam_now_of(&n, a, v) || n.response->place == 0) {
        return nav_stay();
    }
    return done(v, a, ept_session_clear(a->session, n.item, NULL),
                n.response->feedback ? NULL : "exam.no-clear");
}

nav exam_flag(exam_view *v, app *a, size_t item)
{
    exam_now n;
    bool on;

    if (!exam_now_of(&n, a, v) || !n.bp->flag) {
        return nav_stay();
    }
    on = !ept_sitting_response(n.sitting, item)->flagged;
    return done(v, a, ept_session_flag(a->session, item, on, NULL), NULL);
}

static nav go(exam_view *v, app *a, size_t item, bool bare)
{
    exam_now n;
    ept_status status;

    if (!a->session) {
        return nav_stay();
    }
    if (exam_now_of(&n, a, v) && item != n.item && exam_warns(&n, a)) {
        v->leaving = true;
        return nav_redraw();
    }
    status = ept_session_go(a->session, item, NULL);
    if (status != EPT_OK) {
        return done(v, a, status, NULL);
    }
    exam_arrived(v, a, bare);
    return nav_redraw();
}

nav exam_go(exam_view *v, app *a, size_t item)
{
    return go(v, a, item, false);
}

/* Shows the answer; the way on takes the focus. */
static nav show(exam_view *v, app *a)
{
    ept_status status = ept_session_feedback(a->session, NULL);

    if (status == EPT_OK) {
        app_pane_move(a, "exam.side", 0);
        app_pane_move(a, "exam.flow", 0); /* the verdict stands at its top */
        ept_focus_set(ept_ui_focus(a->ui), "exam.next");
    }
    return done(v, a, status, NULL);
}

static nav next(exam_view *v, app *a, bool bare)
{
    exam_now n;
    bool last;

    if (!exam_now_of(&n, a, v)) {
        return nav_stay();
    }
    last = n.item + 1 == n.first + n.count;
    if (exam_has_next(&n)) {
        return go(v, a, n.item + 1, bare);
    }
    if (!last || n.bp->wait_at_end || n.rule->move == EPT_MOVE_NONE) {
        return nav_stay();
    }
    if (v->warm_up) {
        v->done = true;
        return nav_redraw();
    }
    return n.bp->item_feedback ? nav_push(SCREEN_SUBMIT, 0) : nav_push(SCREEN_ALL_QUESTIONS, 0);
}

nav exam_next(exam_view *v, app *a)
{
    return next(v, a, false);
}

nav exam_back(exam_view *v, app *a)
{
    exam_now n;

    return exam_now_of(&n, a, v) && exam_has_back(&n) ? exam_go(v, a, n.item - 1) : nav_stay();
}

nav exam_enter(exam_view *v, app *a, int place)
{
    exam_now n;

    if (!exam_now_of(&n, a, v)) {
        return nav_stay();
    }
    if (place && n.response->place != place && !n.response->fixed) {
        return exam_choose(v, a, place);
    }
    if (exam_pending(&n)) {
        return done(v, a, ept_session_fix(a->session, NULL), NULL);
    }
    if (n.bp->item_feedback && n.response->place && !n.response->feedback) {
        return show(v, a);
    }
    if (!n.response->place && !place && n.has_item) {
        return nav_stay(); /* nothing was chosen, nothing has the focus */
    }
    return next(v, a, true);
}
