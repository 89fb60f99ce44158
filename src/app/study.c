/* SPDX-License-Identifier: MIT */
/* Names of exams and sittings, words about the minimum score, how far an unfinished sitting has
 * come. Selection in the real exam is relative: a score stands above or below a minimum, nothing
 * more is said. */
#include "study.h"

#include <inttypes.h>
#include <stdio.h>

#include "epstopik/str.h"

enum { MS_IN_S = 1000, S_IN_MIN = 60, S_IN_HOUR = 3600, MS_IN_MIN = 60000 };

const char *study_exam(const app *a, const ept_blueprint *bp)
{
    ept_lang lang = a->prefs.lang;

    while (!bp->title[lang] && lang != ept_lang_fallback(lang))
        lang = ept_lang_fallback(lang);
    return bp->title[lang] ? bp->title[lang] : bp->id;
}

const char *study_title(const app *a, ept_draw_list *d, const ept_sitting_row *row)
{
    const ept_blueprint *bp = NULL;
    const char *title = row->exam;

    if (a->delivery && ept_delivery_exam(&bp, a->delivery, row->exam) == EPT_OK)
        title = study_exam(a, bp);
    if (row->only >= 0)
        title = APP_MSG2(a, d, "study.section-of", ept_arg_text(title),
                         ept_arg_text(app_msg(a, d, study_section_key((ept_section)row->only))));
    if (row->form_number > 0)
        title = APP_MSG2(a, d, "study.form-of", ept_arg_text(title),
                         ept_arg_text(ept_arena_printf(ept_draw_arena(d), "%d", row->form_number)));
    return title;
}

const char *study_section_key(ept_section section)
{
    switch (section) {
    case EPT_SECTION_READING:
        return "word.reading";
    case EPT_SECTION_LISTENING:
        return "word.listening";
    case EPT_SECTION_LAW:
        return "word.labour-law";
    }
    return "word.reading";
}

const char *study_section_icon(ept_section section)
{
    switch (section) {
    case EPT_SECTION_READING:
        return "book";
    case EPT_SECTION_LISTENING:
        return "ear";
    case EPT_SECTION_LAW:
        return "law";
    }
    return "book";
}

const char *study_sector_key(const char *sector)
{
    static const char *const keys[][2] = {
        {"manufacturing", "sector.manufacturing"}, {"construction", "sector.construction"},
        {"agriculture", "sector.agriculture"},     {"fishery", "sector.fishery"},
        {"services", "sector.services"},
    };

    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (ept_streq(keys[i][0], sector))
            return keys[i][1];
    return "sector.manufacturing";
}

bool study_is_mock(const ept_blueprint *bp)
{
    return !bp->one_section && bp->minimum_count > 0;
}

int study_items(const ept_blueprint *bp, int only)
{
    int items = 0;

    for (size_t i = 0; i < bp->section_count; i++)
        if (only < 0 || bp->sections[i].section == (ept_section)only)
            items += bp->sections[i].last - bp->sections[i].first + 1;
    return items;
}

int study_minutes(const ept_blueprint *bp, int only)
{
    int minutes = 0;

    for (size_t i = 0; i < bp->section_count; i++)
        if (only < 0 || bp->sections[i].section == (ept_section)only)
            minutes += (int)(bp->sections[i].limit_ms / MS_IN_MIN);
    return minutes;
}

const char *study_clock(ept_draw_list *d, uint64_t ms)
{
    uint64_t s = (ms + MS_IN_S - 1) / MS_IN_S;
    const char *text;

    if (s < S_IN_HOUR)
        text = ept_arena_printf(ept_draw_arena(d), "%02" PRIu64 ":%02" PRIu64, s / S_IN_MIN,
                                s % S_IN_MIN);
    else
        text = ept_arena_printf(ept_draw_arena(d), "%" PRIu64 ":%02" PRIu64 ":%02" PRIu64,
                                s / S_IN_HOUR, s % S_IN_HOUR / S_IN_MIN, s % S_IN_MIN);
    return text ? text : "";
}

const char *study_minimum_words(const app *a, ept_draw_list *d, int points, int minimum)
{
    if (points == minimum)
        return app_msg(a, d, "study.at-minimum");
    if (points > minimum)
        return APP_MSG1(a, d, "study.above-minimum", ept_arg_number(points - minimum));
    return APP_MSG1(a, d, "study.to-minimum", ept_arg_number(minimum - points));
}

ept_chip study_minimum_chip(const app *a, ept_draw_list *d, int points, int minimum)
{
    bool below = points < minimum;

    return (ept_chip){.label = study_minimum_words(a, d, points, minimum),
                      .icon = below ? "warn" : "check",
                      .tone = below ? EPT_TONE_WARN : EPT_TONE_GOOD,
                      .bold = true};
}

void study_plan(app *a, const char *exam, const char *sector)
{
    a->plan = (app_plan){.ready = true, .only = -1, .law_lang = EPT_LANG_KO};
    snprintf(a->plan.exam, sizeof a->plan.exam, "%s", exam);
    snprintf(a->plan.sector, sizeof a->plan.sector, "%s", sector ? sector : "manufacturing");
}

/* --- an unfinished sitting --- */

static ept_status replay(ept_sitting **out, ept_arena *arena, const app *a,
                         const ept_sitting_row *row, const ept_blueprint **bp)
{
    const ept_form *form = NULL;
    ept_event *events = NULL;
    size_t count = 0;
    ept_status status = ept_delivery_exam(bp, a->delivery, row->exam);

    if (!status)
        status = ept_journal_form(&form, arena, a->journal, row->id);
    if (!status)
        status = ept_journal_events(&events, &count, arena, a->journal, row->id);
    if (!status)
        status = ept_sitting_new(
            out, &(ept_sitting_opts){.form = form, .blueprint = *bp, .only = row->only});
    for (size_t i = 0; !status && i < count; i++)
        status = ept_sitting_apply(*out, &events[i]);
    return status;
}

ept_status study_progress_of(study_progress *out, ept_arena *arena, const app *a,
                             const ept_sitting_row *row)
{
    ept_sitting *sitting = NULL;
    const ept_blueprint *bp = NULL;
    const ept_section_rule *rule;
    ept_status status = replay(&sitting, arena, a, row, &bp);

    *out = (study_progress){0};
    if (status)
        goto done;
    rule = ept_sitting_section_rule(sitting);
    for (size_t s = 0; s < bp->section_count; s++) {
        size_t count;

        ept_sitting_first(sitting, s, &count);
        out->items += count;
        out->answered += count ? ept_sitting_answered(sitting, s) : 0;
    }
    out->section = rule ? rule->section : bp->sections[0].section;
    out->left_ms = rule && ept_sitting_phase(sitting) == EPT_PHASE_READY
                       ? (rule->limit_ms ? rule->limit_ms : UINT64_MAX)
                       : ept_sitting_left_ms(sitting, ept_sitting_at_ms(sitting));
done:
    ept_sitting_free(sitting);
    return status;
}
