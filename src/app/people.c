/* SPDX-License-Identifier: MIT */
/* Who sits at the seat: signing in and out, guests whose traces go, when somebody was last here. */
#include <string.h>

#include "epstopik/log.h"
#include "loop.h"

enum { DAY_MS = 24 * 60 * 60 * 1000, MINUTE_MS = 60000 };

static ept_status has_unfinished(bool *out, app *a, int64_t learner)
{
    ept_sitting_row *rows;
    size_t count;
    ept_arena *arena;
    ept_status status = ept_arena_new(&arena);

    *out = false;
    if (status)
        return status;
    status = ept_sitting_rows(&rows, &count, arena, a->journal, learner);
    for (size_t i = 0; !status && i < count; i++)
        *out = *out || !rows[i].ended;
    ept_arena_free(arena);
    return status;
}

/* A guest without an unfinished sitting leaves nothing but numbers. */
static void forget_guest(app *a)
{
    bool unfinished = true;

    if (a->signed_in && a->learner.guest && !has_unfinished(&unfinished, a, a->learner.id) &&
        !unfinished && ept_learner_delete(a->journal, a->learner.id))
        ept_log(EPT_LOG_ERROR, "app", "guest: %s", ept_error());
}

ept_status app_sign_in(app *a, int64_t learner)
{
    ept_arena *arena = NULL;
    ept_learner next = {0};

    if (learner != 0) {
        ept_status status = ept_arena_new(&arena);

        if (!status)
            status = ept_learner_get(&next, arena, a->journal, learner);
        if (!status)
            status = ept_learner_used(a->journal, learner, a->clock.utc_ms(a->clock.ctx));
        if (status) {
            ept_arena_free(arena);
            return status;
        }
    }
    app_session_end(a);
    if (learner != a->learner.id)
        forget_guest(a);
    ept_arena_free(a->learner_arena);
    a->learner_arena = arena;
    a->learner = next;
    a->signed_in = learner != 0;
    a->sound_checked = false;
    a->plan = (app_plan){0};
    app_prefs_load(a);
    return EPT_OK;
}

ept_status app_learner_reload(app *a)
{
    ept_arena *arena;
    ept_learner next;
    ept_status status = a->signed_in ? ept_arena_new(&arena) : EPT_E_REFUSED;

    if (status)
        return a->signed_in ? status : EPT_OK;
    status = ept_learner_get(&next, arena, a->journal, a->learner.id);
    if (status) {
        ept_arena_free(arena);
        return status;
    }
    ept_arena_free(a->learner_arena);
    a->learner_arena = arena;
    a->learner = next;
    app_prefs_load(a);
    return EPT_OK;
}

const char *app_profile_icon(ept_draw_list *d, const char *picture)
{
    const char *icon = picture ? ept_arena_printf(ept_draw_arena(d), "profile-%s", picture) : NULL;

    return icon ? icon : "user";
}

static int64_t day_of(int64_t utc_ms)
{
    int64_t local = utc_ms + (int64_t)ept_clock_offset_min(utc_ms) * MINUTE_MS;

    return local / DAY_MS;
}

const char *app_when(const app *a, ept_draw_list *d, int64_t utc_ms)
{
    int64_t days = day_of(a->clock.utc_ms(a->clock.ctx)) - day_of(utc_ms), weeks = days / 7;

    if (utc_ms <= 0)
        return app_msg(a, d, "when.never");
    if (days <= 0)
        return APP_MSG1(a, d, "when.today", ept_arg_text(ept_msg_time(ept_draw_arena(d), utc_ms)));
    if (days == 1)
        return app_msg(a, d, "when.yesterday");
    if (days < 7)
        return APP_MSG1(a, d, "when.days", ept_arg_number((double)days));
    if (days < 35)
        return APP_MSG1(a, d, "when.weeks", ept_arg_number((double)weeks));
    return ept_msg_date(a->prefs.lang, ept_draw_arena(d), utc_ms);
}
