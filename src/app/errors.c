/* SPDX-License-Identifier: MIT */
/* What is said of a failed call: the sentence is made from its code, in the program's language; the
 * engine's own sentence goes to the log. */
#include <stdio.h>

#include "epstopik/log.h"
#include "loop.h"

enum { TOAST_MS = 4000 };

const char *app_error_key(ept_status status)
{
    switch (status) {
    case EPT_OK:
    case EPT_E_INVAL:
        return "error.inval";
    case EPT_E_NOMEM:
        return "error.nomem";
    case EPT_E_IO:
        return "error.io";
    case EPT_E_NOT_FOUND:
        return "error.not-found";
    case EPT_E_FORMAT:
        return "error.format";
    case EPT_E_VERSION:
        return "error.version";
    case EPT_E_CORRUPT:
        return "error.corrupt";
    case EPT_E_CHANGED:
        return "error.changed";
    case EPT_E_LOCKED:
        return "error.locked";
    case EPT_E_READONLY:
        return "error.readonly";
    case EPT_E_FULL:
        return "error.full";
    case EPT_E_REFUSED:
        return "error.refused";
    case EPT_E_UNAVAILABLE:
        return "error.unavailable";
    case EPT_E_SHORT:
        return "error.short";
    case EPT_E_DB:
        return "error.db";
    }
    return "error.inval";
}

static void say(app *a, ept_tone tone, const char *text)
{
    snprintf(a->toast.text, sizeof a->toast.text, "%s", text);
    a->toast.tone = tone;
    a->toast.until_ms =
        tone == EPT_TONE_BAD ? UINT64_MAX : a->clock.now_ms(a->clock.ctx) + TOAST_MS;
    if (a->stack)
        a->stack->dirty = true;
}

void app_say(app *a, ept_tone tone, const char *key)
{
    ept_arena *arena;

    if (ept_arena_new(&arena))
        return;
    say(a, tone, app_msg_in(a, arena, key, NULL, 0));
    ept_arena_free(arena);
}

void app_say_error(app *a, ept_status status, const char *module)
{
    ept_log(EPT_LOG_ERROR, module, "%s: %s", ept_status_name(status), ept_error());
    app_say(a, EPT_TONE_BAD, app_error_key(status));
}

void app_unsay_error(app *a)
{
    if (a->toast.until_ms == UINT64_MAX)
        a->toast.until_ms = 0;
}
