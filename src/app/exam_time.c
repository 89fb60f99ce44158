/* SPDX-License-Identifier: MIT */
/* What happens in an exam without the learner: the sitting goes to another item by itself, five
 * minutes are left, the sound is gone. Also the list of keys of the exam. */
#include "exam_view.h"

enum { FIVE_MS = 5 * 60 * 1000, LONG_MS = 10 * 60 * 1000, LATE_MS = 10 * 1000 };

/* Milliseconds until five minutes are left; UINT64_MAX where that is not said (again). */
static uint64_t until_five(const exam_now *n)
{
    uint64_t left = ept_session_left_ms(n->a->session);

    if (n->v->five_said || n->rule->limit_ms < LONG_MS || ept_session_sound_lost(n->a->session)) {
        return UINT64_MAX;
    }
    return left > FIVE_MS ? left - FIVE_MS : 0;
}

uint32_t exam_wait_ms(const exam_view *v, const app *a)
{
    exam_now n;
    uint64_t five;

    if (v->done || v->stuck || !exam_now_of(&n, a, v)) {
        return UINT32_MAX;
    }
    if (n.item != v->item || n.section != v->section ||
        ept_session_sound_lost(a->session) != v->lost) {
        return 0;
    }
    five = until_five(&n);
    return five < UINT32_MAX ? (uint32_t)five : UINT32_MAX;
}

static const char *five_key(ept_section section)
{
    switch (section) {
    case EPT_SECTION_READING:
        return "exam.five-reading";
    case EPT_SECTION_LISTENING:
        return "exam.five-listening";
    case EPT_SECTION_LAW:
        break;
    }
    return "exam.five-law";
}

nav exam_tick(exam_view *v, app *a)
{
    exam_now n;

    if (!exam_now_of(&n, a, v)) {
        return nav_stay();
    }
    if (ept_session_sound_lost(a->session) != v->lost) {
        v->lost = !v->lost;
        /* Enter is Retry then, each time it fails, and not the choice of an option. */
        if (v->lost) {
            ept_focus_set(ept_ui_focus(a->ui), "exam.retry");
        }
        return nav_redraw();
    }
    if (n.item != v->item || n.section != v->section) {
        exam_arrived(v, a, true);
        return nav_redraw();
    }
    if (until_five(&n) == 0) {
        v->five_said = true;
        /* A sitting that goes on later has less left: the timer says so already. */
        if (ept_session_left_ms(a->session) + LATE_MS > FIVE_MS) {
            app_say(a, EPT_TONE_WARN, five_key(n.rule->section));
        }
    }
    return nav_redraw();
}

/* --- keys --- */

static bool runs(const app *a)
{
    return a->session != NULL;
}

static bool may_clear(const app *a)
{
    return runs(a) && ept_session_blueprint(a->session)->clear;
}

static bool may_flag(const app *a)
{
    return !runs(a) || ept_session_blueprint(a->session)->flag;
}

static bool may_rule(const app *a)
{
    return !runs(a) || ept_session_blueprint(a->session)->rule_out;
}

static bool must_fix(const app *a)
{
    return runs(a) && ept_session_blueprint(a->session)->change == EPT_CHANGE_UNTIL_FIXED;
}

static bool need_not_fix(const app *a)
{
    return !must_fix(a);
}

static bool has_language(const app *a)
{
    return runs(a) && ept_session_blueprint(a->session)->item_language &&
           ept_session_row(a->session)->law_lang != EPT_LANG_KO;
}

static bool has_sound(const app *a)
{
    return !runs(a) || ept_session_blueprint(a->session)->sound.plays > 0;
}

const app_key_row exam_keys[] = {
    {"1 2 3 4", "exam.key-choose", NULL},
    {"Shift 1\xE2\x80\x93"
     "4",
     "exam.key-rule", may_rule},
    {"\xE2\x86\x91 \xE2\x86\x93", "exam.key-options", NULL},
    {"\xE2\x86\x90 \xE2\x86\x92", "exam.key-questions", NULL},
    {"Enter", "exam.key-enter", need_not_fix},
    {"Enter", "exam.key-fix", must_fix},
    {"Backspace", "exam.key-clear", may_clear},
    {"Space", "exam.key-space", NULL},
    {"F", "exam.key-flag", may_flag},
    {"A", "exam.key-all", NULL},
    {"L", "exam.key-language", has_language},
    {"PgUp PgDn", "exam.key-volume", has_sound},
    {"Esc", "exam.key-leave", NULL},
    {0},
};
