/* SPDX-License-Identifier: MIT */
/* exam_stage.c - starting an exam without the screens before it, and asking where it stands. */
#include "app/exam_stage.h"

#include <stdio.h>

#include "support/ept_test.h"

int exam_stage_setup(void **state)
{
    program_setup_started(state);
    program_person(*state, "Gulnur");
    return 0;
}

void exam_stage_start(program *p, const char *exam, int number, int only, ept_lang law_lang)
{
    app *a = &p->a;

    a->plan = (app_plan){.ready = true, .number = number, .only = only, .law_lang = law_lang};
    snprintf(a->plan.exam, sizeof a->plan.exam, "%s", exam);
    snprintf(a->plan.sector, sizeof a->plan.sector, "manufacturing");
    app_go(a, nav_push(SCREEN_EXAM, 0));
    app_turn(a);
    assert_ok(app_draw(a));
    assert_string_equal(program_screen(p), "exam");
}

void exam_stage_go(program *p, int number)
{
    const ept_form *form = ept_session_form(p->a.session);

    for (size_t i = 0; i < form->count; i++) {
        if (form->items[i].number == number) {
            assert_ok(ept_session_go(p->a.session, i, NULL));
        }
    }
    app_turn(&p->a);
    p->a.stack->dirty = true;
    assert_ok(app_draw(&p->a));
    assert_int_equal(exam_stage_number(p), number);
}

const ept_sitting *exam_stage_sitting(const program *p)
{
    return ept_session_sitting(p->a.session);
}

int exam_stage_number(const program *p)
{
    return ept_session_form(p->a.session)->items[ept_sitting_item(exam_stage_sitting(p))].number;
}

const ept_response *exam_stage_response(const program *p)
{
    return ept_sitting_response(exam_stage_sitting(p), ept_sitting_item(exam_stage_sitting(p)));
}

size_t exam_stage_events(program *p, ept_event_kind kind)
{
    ept_event *events;
    size_t count, found = 0;

    assert_ok(ept_journal_events(&events, &count, p->run.arena, p->a.journal,
                                 ept_session_id(p->a.session)));
    for (size_t i = 0; i < count; i++) {
        found += events[i].kind == kind;
    }
    return found;
}

bool exam_stage_has(const program *p, const char *region)
{
    return ept_draw_region_find(ept_ui_shown(p->a.ui), region) != NULL;
}

bool exam_stage_focus(const program *p, const char *region)
{
    return ept_focus_is(ept_ui_focus(p->a.ui), region);
}
