/* SPDX-License-Identifier: MIT */
/* Sittings without screens: answered by identity, so that the score is known before it is shown. */
#include "support/ept_test.h"

#include "app/study_stage.h"

int study_stage_setup(void **state)
{
    int code = program_setup_started(state);

    if (!code)
        program_person(*state, "Aida");
    return code;
}

static void answer_section(program *p, ept_session *s, const study_taken *taken, size_t *done)
{
    const ept_sitting *sitting = ept_session_sitting(s);
    const ept_form *form = ept_session_form(s);
    size_t count, first = ept_sitting_first(sitting, ept_sitting_section(sitting), &count);

    for (size_t i = first; i < first + count && *done < taken->right + taken->wrong; i++, ++*done) {
        int key = ept_form_place(&form->items[i], 0), place = key;

        if (*done >= taken->right)
            place = key == 1 ? 2 : 1;
        if (ept_sitting_item(sitting) != i)
            assert_ok(ept_session_go(s, i, NULL));
        ept_clock_advance(&p->a.stack->manual, 1000);
        assert_ok(ept_session_answer(s, i, place, NULL));
    }
}

int64_t study_stage_take(program *p, const study_taken *taken)
{
    const ept_session_opts opts = {.exam = taken->exam,
                                   .number = taken->number,
                                   .only = taken->only,
                                   .learner = p->a.learner.id,
                                   .sector = "manufacturing",
                                   .law_lang = EPT_LANG_KO};
    ept_session *s = NULL;
    ept_shortage shortage;
    size_t done = 0;
    int64_t id;

    assert_ok(ept_session_start(&s, p->a.delivery, &opts, &shortage));
    id = ept_session_id(s);
    while (ept_sitting_phase(ept_session_sitting(s)) != EPT_PHASE_ENDED) {
        assert_ok(ept_session_begin(s, NULL));
        answer_section(p, s, taken, &done);
        if (!taken->finish)
            break;
        assert_ok(ept_session_submit(s, NULL));
    }
    ept_session_free(s);
    return id;
}
