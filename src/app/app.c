/* SPDX-License-Identifier: MIT */
/* The small services that screens share: words, pictures, questions, text fields. */
#include <stdio.h>
#include <string.h>

#include "epstopik/log.h"
#include "loop.h"

/* What can be said when the files of words are missing. */
static const char *plain_word(const char *key)
{
    static const char *const words[][2] = {
        {"app.title", "EPS-TOPIK practice"},
        {"fault.assets.title", "The program's own files are missing"},
        {"fault.assets.text",
         "The folder with messages and icons was not found. Install the program "
         "again, or set EPT_ASSETS to that folder."},
        {"fault.retry", "Try again"},
        {"fault.close", "Close"},
    };

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (ept_streq(words[i][0], key))
            return words[i][1];
    return key;
}

const char *app_msg_in(const app *a, ept_arena *arena, const char *key, const ept_arg *args,
                       size_t count)
{
    return a->messages ? ept_msg(a->messages, a->prefs.lang, arena, key, args, count)
                       : plain_word(key);
}

const char *app_msg(const app *a, ept_draw_list *d, const char *key)
{
    return app_msg_in(a, ept_draw_arena(d), key, NULL, 0);
}

const char *app_msgf(const app *a, ept_draw_list *d, const char *key, const ept_arg *args,
                     size_t count)
{
    return app_msg_in(a, ept_draw_arena(d), key, args, count);
}

const ept_picture *app_picture(const app *a, ept_arena *arena, const char *id)
{
    ept_str svg = {NULL, 0};
    ept_picture *picture = ept_arena_alloc(arena, sizeof *picture);

    if (!picture || !a->bank)
        return NULL;
    if (ept_bank_picture(&svg, arena, a->bank, id)) {
        ept_log(EPT_LOG_ERROR, "app", "picture %s: %s", id, ept_error());
        return NULL;
    }
    picture->key = ept_arena_printf(arena, "%s/%s", ept_bank_head_of(a->bank)->id, id);
    picture->svg = svg.p;
    picture->bytes = svg.n;
    return picture->key ? picture : NULL;
}

nav app_ask(app *a, const app_question *q)
{
    a->asked = *q;
    a->asked.name = NULL;
    if (q->name) {
        snprintf(a->asked_name, sizeof a->asked_name, "%s", q->name);
        a->asked.name = a->asked_name;
    }
    a->answer.id = q->id;
    a->answer.yes = false;
    return nav_push(SCREEN_CONFIRM, 0);
}

bool app_said_yes(app *a, const char *id)
{
    bool yes = a->answer.yes && ept_streq(a->answer.id, id);

    if (ept_streq(a->answer.id, id))
        a->answer.yes = false;
    return yes;
}

bool app_field(const app *a, ept_edit *edit, const char *id, const ept_input *in)
{
    return ept_focus_is(ept_ui_focus(a->ui), id) && ept_edit_input(edit, in);
}

void app_session_end(app *a)
{
    app_sound_stop(a);
    ept_session_free(a->session);
    a->session = NULL;
}
