/* SPDX-License-Identifier: MIT */
/* What is said of a failed call: the sentence is made from its code, in the program's language; the
 * engine's own sentence goes to the log. */
#include <stdio.h>
#include <string.h>

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

void app_tell(const app *a, const char *key, const char *x, const char *y)
{
    const ept_arg args[] = {ept_arg_text(x), ept_arg_text(y)};
    ept_arena *arena = NULL;
    size_t count = y ? 2 : 1;
    bool words = a->messages && ept_arena_new(&arena) == EPT_OK;

    fprintf(stderr, "eps-topik: %s\n",
            words ? app_msg_in(a, arena, key, args, count) : ept_error());
    ept_arena_free(arena);
}

void app_tell_failure(const app *a, const char *thing, const char *name, ept_status status)
{
    const char *things[] = {thing, "any"}, *code = app_error_key(status) + strlen("error.");
    char key[64], why[512];
    bool found = false;

    snprintf(why, sizeof why, "%s", ept_error());
    for (size_t i = 0; a->messages && !found && i < 2; i++) {
        snprintf(key, sizeof key, "cli.%s.%s", things[i], code);
        found = ept_messages_pattern(a->messages, EPT_LANG_EN, key) != NULL;
    }
    app_tell(a, found ? key : "cli.any.other", name, why);
}
