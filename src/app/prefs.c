/* SPDX-License-Identifier: MIT */
/* Settings of a learner, or of the seat while nobody is signed in: read, put to use, remembered. */
#include <stdio.h>

#include "epstopik/log.h"
#include "loop.h"

enum { VOLUME_DEFAULT = 70 };

static int64_t owner(const app *a)
{
    return a->signed_in ? a->learner.id : 0;
}

/* A setting as text; NULL when unset or unreadable (logged). */
static const char *read_text(const app *a, ept_arena *arena, const char *key)
{
    const char *value = NULL;

    if (!a->journal)
        return NULL;
    if (ept_setting_get(&value, arena, a->journal, owner(a), key))
        ept_log(EPT_LOG_ERROR, "app", "setting %s: %s", key, ept_error());
    return value;
}

static int read_number(const app *a, ept_arena *arena, const char *key, int min, int max,
                       int otherwise)
{
    const char *text = read_text(a, arena, key);
    int64_t n;

    return text && ept_parse_int(&n, text, min, max) ? (int)n : otherwise;
}

static void read_lang(app *a, ept_arena *arena)
{
    const char *code = read_text(a, arena, "lang");

    if (a->signed_in && !a->learner.guest) {
        a->prefs.lang = a->learner.lang;
    } else if (!a->signed_in) {
        /* What was asked for at the start holds until somebody chooses another. */
        if (code && !a->options.lang && !a->stack->lang_known)
            ept_lang_parse(&a->stack->seat_lang, code);
        a->stack->lang_known = true;
        a->prefs.lang = a->stack->seat_lang;
    }
}

static void use(app *a)
{
    if (a->ui) {
        ept_ui_set_percent(a->ui, a->prefs.percent);
        ept_ui_set_theme(a->ui, a->prefs.theme);
        ept_ui_set_key_labels(a->ui, a->prefs.key_labels);
    }
    if (a->player)
        ept_player_volume(a->player, a->prefs.volume);
    if (a->stack)
        a->stack->dirty = a->stack->follow = true;
}

void app_prefs_load(app *a)
{
    ept_arena *arena;
    const char *theme;

    if (ept_arena_new(&arena))
        return;
    read_lang(a, arena);
    theme = read_text(a, arena, "theme");
    a->prefs.theme = ept_streq(theme, "contrast") ? EPT_THEME_CONTRAST : EPT_THEME_LIGHT;
    a->prefs.percent =
        read_number(a, arena, "text-size", 100, 150, a->stack && a->stack->wide ? 115 : 100);
    a->prefs.volume = read_number(a, arena, "volume", 0, 100, VOLUME_DEFAULT);
    a->prefs.key_labels = read_number(a, arena, "key-labels", 0, 1, 1) == 1;
    a->prefs.pronunciation = read_number(a, arena, "pronunciation", 0, 1, 1) == 1;
    a->prefs.letters = (app_letters)read_number(a, arena, "letters", APP_LETTERS_NONE,
                                                APP_LETTERS_CYRILLIC, APP_LETTERS_NONE);
    ept_arena_free(arena);
    if (a->stack)
        a->stack->kept = a->prefs;
    use(a);
}

static ept_status write_number(app *a, const char *key, int was, int value)
{
    char text[16];

    if (was == value)
        return EPT_OK;
    snprintf(text, sizeof text, "%d", value);
    return ept_setting_set(a->journal, owner(a), key, text);
}

static ept_status write_lang(app *a)
{
    if (a->signed_in && !a->learner.guest) {
        a->learner.lang = a->prefs.lang;
        return ept_learner_update(a->journal, &a->learner);
    }
    if (!a->signed_in)
        a->stack->seat_lang = a->prefs.lang;
    return ept_setting_set(a->journal, owner(a), "lang", ept_lang_code(a->prefs.lang));
}

/* Each write is a sync of the disk: only what differs from what is remembered. */
static ept_status write_changed(app *a)
{
    const app_prefs *was = &a->stack->kept, *now = &a->prefs;
    const char *theme = now->theme == EPT_THEME_CONTRAST ? "contrast" : "light";
    ept_status status = was->lang != now->lang ? write_lang(a) : EPT_OK;

    if (!status && was->theme != now->theme)
        status = ept_setting_set(a->journal, owner(a), "theme", theme);
    if (!status)
        status = write_number(a, "text-size", was->percent, now->percent);
    if (!status)
        status = write_number(a, "volume", was->volume, now->volume);
    if (!status)
        status = write_number(a, "key-labels", was->key_labels, now->key_labels);
    if (!status)
        status = write_number(a, "pronunciation", was->pronunciation, now->pronunciation);
    if (!status)
        status = write_number(a, "letters", (int)was->letters, (int)now->letters);
    return status;
}

void app_prefs_changed(app *a)
{
    ept_status status = a->journal ? write_changed(a) : EPT_OK;

    if (status)
        app_say_error(a, status, "app");
    else
        a->stack->kept = a->prefs;
    use(a);
}

void app_text_size(app *a, int step)
{
    int to = step == 0 ? 100 : ept_ui_step_percent(a->prefs.percent, step);

    if (to == a->prefs.percent)
        return;
    a->prefs.percent = to;
    app_prefs_changed(a);
}

void app_volume(app *a, int delta)
{
    int to = a->prefs.volume + delta;

    to = to < 0 ? 0 : to > 100 ? 100 : to;
    if (to == a->prefs.volume)
        return;
    a->prefs.volume = to;
    app_prefs_changed(a);
}
