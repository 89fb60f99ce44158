/* SPDX-License-Identifier: MIT */
/* Keys and controls of the exam screen and of the warm-up. Digits, letters and arrows never hand
 * anything in. */
#include <string.h>

#include "epstopik/str.h"
#include "exam_view.h"

/* The option that has the focus, 1..4; 0 = something else. */
static int focused_option(const app *a)
{
    const char *id = ept_focus_id(ept_ui_focus(a->ui));
    int64_t place;

    return strncmp(id, "exam.option.", 12) == 0 && ept_parse_int(&place, id + 12, 1, EPT_PLACES)
               ? (int)place
               : 0;
}

static bool nowhere(const app *a)
{
    return !*ept_focus_id(ept_ui_focus(a->ui));
}

/* Whether the options stand two by two. */
static bool in_pairs(const app *a)
{
    const ept_draw_list *shown = ept_ui_shown(a->ui);
    const ept_region *one = ept_draw_region_find(shown, "exam.option.1");
    const ept_region *two = ept_draw_region_find(shown, "exam.option.2");

    return one && two && one->rect.y == two->rect.y;
}

/* The option below (1) or above (-1) `place`; two by two down the left column, then the right one.
 * 0: none. */
static int beside(const app *a, int place, int step)
{
    static const int column[EPT_PLACES] = {1, 3, 2, 4};
    int at = 0;

    if (!in_pairs(a)) {
        return place + step <= EPT_PLACES ? place + step : 0;
    }
    while (column[at] != place) {
        at++;
    }
    at += step;
    return at >= 0 && at < EPT_PLACES ? column[at] : 0;
}

static bool on_slider(const app *a)
{
    return ept_focus_is(ept_ui_focus(a->ui), "exam.volume");
}

static bool plain_digit(const ept_input *in)
{
    int digit = ept_key_digit(in->key);

    return digit >= 1 && digit <= EPT_PLACES && (in->mods & (EPT_MOD_CTRL | EPT_MOD_ALT)) == 0;
}

bool exam_first(const void *self, const app *a, const ept_input *in)
{
    (void)self;
    if (in->kind != EPT_INPUT_KEY || (in->mods & (EPT_MOD_CTRL | EPT_MOD_ALT)) != 0) {
        return false;
    }
    switch (in->key) {
    case EPT_KEY_F:
    case EPT_KEY_A:
    case EPT_KEY_L:
    case EPT_KEY_BACKSPACE:
        return true;
    case EPT_KEY_LEFT:
    case EPT_KEY_RIGHT:
        return !on_slider(a);
    case EPT_KEY_UP:
    case EPT_KEY_DOWN:
        return focused_option(a) != 0 || nowhere(a);
    case EPT_KEY_ENTER:
    case EPT_KEY_SPACE:
        return focused_option(a) != 0;
    default:
        return plain_digit(in);
    }
}

/* The next option by an arrow; what hides the ring or has no option in focus yet shows it first. */
static nav by_arrow(exam_view *v, app *a, int place, int step)
{
    bool ring = ept_focus_ring(ept_ui_focus(a->ui));

    place = !place ? (step > 0 ? 1 : EPT_PLACES) : ring ? beside(a, place, step) : place;
    v->bare = false;
    if (place) {
        char id[] = "exam.option.1";

        id[sizeof id - 2] = (char)('0' + place);
        ept_focus_set(ept_ui_focus(a->ui), id);
        ept_focus_show_ring(ept_ui_focus(a->ui), true);
    }
    return nav_redraw();
}

static nav switch_language(exam_view *v, app *a)
{
    if (!a->session || !ept_session_blueprint(a->session)->item_language) {
        return nav_stay();
    }
    v->korean = !v->korean;
    return nav_redraw();
}

static nav scroll(app *a, const ept_input *in)
{
    app_pane_move(a, "exam.stimulus", in->mods & EPT_MOD_SHIFT ? -1 : 1);
    app_pane_move(a, "exam.flow", in->mods & EPT_MOD_SHIFT ? -1 : 1);
    return nav_redraw();
}

static nav letter(exam_view *v, app *a, const ept_input *in)
{
    switch (in->key) {
    case EPT_KEY_F:
        return a->session ? exam_flag(v, a, ept_sitting_item(ept_session_sitting(a->session)))
                          : nav_stay();
    case EPT_KEY_A:
        return v->warm_up ? nav_stay() : nav_push(SCREEN_ALL_QUESTIONS, 0);
    case EPT_KEY_L:
        return switch_language(v, a);
    case EPT_KEY_BACKSPACE:
        return exam_clear(v, a);
    default:
        return nav_stay();
    }
}

nav exam_key(void *self, app *a, const ept_input *in)
{
    exam_view *v = self;
    int place = focused_option(a);

    if (in->kind != EPT_INPUT_KEY || v->done || v->stuck) {
        return nav_stay();
    }
    switch (in->key) {
    case EPT_KEY_LEFT:
        return exam_back(v, a);
    case EPT_KEY_RIGHT:
        return exam_next(v, a);
    case EPT_KEY_UP:
    case EPT_KEY_DOWN:
        return place || nowhere(a) ? by_arrow(v, a, place, in->key == EPT_KEY_DOWN ? 1 : -1)
                                   : nav_stay();
    case EPT_KEY_ENTER:
        return in->repeat ? nav_stay() : exam_enter(v, a, place);
    case EPT_KEY_SPACE:
        return scroll(a, in);
    case EPT_KEY_ESC:
        return nav_push(SCREEN_LEAVE, 0);
    default:
        break;
    }
    if (plain_digit(in)) {
        place = ept_key_digit(in->key);
        return in->mods & EPT_MOD_SHIFT ? exam_rule(v, a, place) : exam_choose(v, a, place);
    }
    return letter(v, a, in);
}

static nav adjust(app *a, const ept_action *act)
{
    int delta = act->step ? act->step * 5 : (act->at + 25) / 50 * 5 - a->prefs.volume;

    if (ept_streq(act->id, "exam.volume") && delta) {
        app_volume(a, delta);
        return nav_redraw();
    }
    return nav_stay();
}

static nav replay(app *a)
{
    ept_status status = a->session ? ept_session_replay(a->session, NULL) : EPT_OK;

    if (status != EPT_OK && status != EPT_E_REFUSED) {
        app_say_error(a, status, "exam");
    }
    return nav_redraw();
}

static nav retry_sound(app *a)
{
    ept_status status = app_sound_retry(a);

    if (status != EPT_OK) {
        app_say_error(a, status, "exam");
    }
    return nav_redraw();
}

/* Ids that end in a number: options, cells of the grid, languages. */
static nav numbered(exam_view *v, app *a, const char *id)
{
    const ept_form *form;
    int64_t number;

    if (strncmp(id, "exam.option.", 12) == 0 && ept_parse_int(&number, id + 12, 1, EPT_PLACES)) {
        return exam_choose(v, a, (int)number);
    }
    if (strncmp(id, "exam.lang.", 10) == 0) {
        v->korean = id[10] == '0';
        return nav_redraw();
    }
    if (strncmp(id, "exam.cell.", 10) != 0 || !a->session ||
        !ept_parse_int(&number, id + 10, 1, 999)) {
        return nav_stay();
    }
    form = ept_session_form(a->session);
    for (size_t i = 0; i < form->count; i++) {
        if (form->items[i].number == number) {
            return exam_go(v, a, i);
        }
    }
    return nav_stay();
}

static nav button(exam_view *v, app *a, const char *id)
{
    exam_now n;

    if (ept_streq(id, "exam.next")) {
        bool check = exam_now_of(&n, a, v) && n.bp->item_feedback && n.response->place &&
                     !n.response->feedback;

        return check ? exam_enter(v, a, 0) : exam_next(v, a);
    }
    if (ept_streq(id, "exam.back")) {
        return exam_back(v, a);
    }
    if (ept_streq(id, "exam.fix")) {
        return exam_enter(v, a, 0);
    }
    if (ept_streq(id, "exam.flag")) {
        return a->session ? exam_flag(v, a, ept_sitting_item(ept_session_sitting(a->session)))
                          : nav_stay();
    }
    if (ept_streq(id, "exam.all")) {
        return nav_push(SCREEN_ALL_QUESTIONS, 0);
    }
    if (ept_streq(id, "exam.submit")) {
        return nav_push(SCREEN_SUBMIT, 0);
    }
    if (ept_streq(id, "exam.leave")) {
        return nav_push(SCREEN_LEAVE, 0);
    }
    if (ept_streq(id, "exam.help")) {
        return nav_push(SCREEN_HELP, 0);
    }
    if (ept_streq(id, "exam.replay")) {
        return replay(a);
    }
    if (ept_streq(id, "exam.retry")) {
        return retry_sound(a);
    }
    return numbered(v, a, id);
}

nav exam_action(void *self, app *a, const ept_action *act)
{
    exam_view *v = self;

    if (act->kind == EPT_ACTION_ADJUST) {
        return adjust(a, act);
    }
    if (act->kind == EPT_ACTION_SECOND) {
        return strncmp(act->id, "exam.option.", 12) == 0 ? exam_rule(v, a, act->id[12] - '0')
                                                         : nav_stay();
    }
    if (act->kind != EPT_ACTION_ACTIVATE) {
        return nav_stay();
    }
    if (ept_streq(act->id, "exam.size.less") || ept_streq(act->id, "exam.size.more")) {
        app_text_size(a, ept_streq(act->id, "exam.size.more") ? 1 : -1);
        return nav_redraw();
    }
    return button(v, a, act->id);
}
