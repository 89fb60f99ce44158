/* SPDX-License-Identifier: MIT */
/* Opening the program's parts in order, and what is shown when one of them cannot be had: the fault
 * screen, which needs neither faces nor bank nor a person's file. */
#include <SDL.h>
#include <stdio.h>
#include <string.h>

#include "epstopik/log.h"
#include "epstopik/path.h"
#include "loop.h"

enum { WINDOW_W = 1280, WINDOW_H = 800, WIDE_W = 1920 };

static void fault(app *a, ept_status status, const char *what, const char *detail)
{
    ept_log(EPT_LOG_ERROR, "app", "%s: %s: %s", what, ept_status_name(status), ept_error());
    if (a->fault.what)
        return;
    a->fault.status = status;
    a->fault.what = what;
    snprintf(a->fault.detail, sizeof a->fault.detail, "%s", detail ? detail : ept_error());
}

static void choose_lang(app *a)
{
    SDL_Locale *locales = NULL;

    a->prefs.lang = EPT_LANG_KK;
    if (a->options.lang) {
        ept_lang_parse(&a->prefs.lang, a->options.lang);
        return;
    }
    if (!a->script_mode)
        locales = SDL_GetPreferredLocales();
    for (SDL_Locale *l = locales; l && l->language; l++)
        if (ept_lang_parse(&a->prefs.lang, l->language))
            break;
    SDL_free(locales);
}

/* *path: what was looked at, NULL when nothing was found. */
static ept_status find_messages(app *a, ept_arena *arena, const char **path)
{
    char *dir = NULL;
    ept_status status = ept_path_asset(&dir, arena, "messages");

    *path = dir;
    if (!status)
        status = ept_messages_open(&a->messages, dir);
    return status ? status : ept_messages_load(a->messages, a->prefs.lang);
}

static ept_status find_bank(app *a, ept_arena *arena, const char **path)
{
    char *own = NULL;
    ept_status status = a->options.bank_path ? EPT_OK : ept_path_asset(&own, arena, "core.bank");

    *path = a->options.bank_path ? a->options.bank_path : own;
    if (!status)
        status = ept_bank_open(&a->bank, *path);
    if (status == EPT_E_NOT_FOUND)
        return ept_fail(status, "bank %s: there is no such file", *path ? *path : "core.bank");
    return status;
}

static void open_messages(app *a, ept_arena *arena)
{
    const char *path;
    ept_status status = find_messages(a, arena, &path);

    if (status)
        fault(a, status, "assets", path);
}

static void open_bank(app *a, ept_arena *arena)
{
    const char *path;
    ept_status status = find_bank(a, arena, &path);

    if (status)
        fault(a, status, "bank", path ? path : "core.bank");
}

/* SDL goes on without a screen when there is none; only who asks for that by name gets it. */
static bool has_screen(void)
{
    const char *driver = SDL_GetCurrentVideoDriver();

    if (!driver)
        return false;
    return ept_path_env("SDL_VIDEODRIVER") ||
           (!ept_streq(driver, "offscreen") && !ept_streq(driver, "dummy") &&
            !ept_streq(driver, "evdev"));
}

/* The size of the window: as pictured, or what the screen has room for. EPT_E_UNAVAILABLE. */
static ept_status window_size(app *a, ept_ui_opts *opts)
{
    SDL_Rect room;

    opts->w = WINDOW_W;
    opts->h = WINDOW_H;
    if (a->script_mode)
        return EPT_OK;
    SDL_SetHint(SDL_HINT_WINDOWS_DPI_SCALING, "1");
    /* SDL would keep a signal for the next input. It ends the program at once: all is saved. */
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) || !has_screen())
        return ept_fail(EPT_E_UNAVAILABLE, "window: %s", SDL_GetError());
    if (SDL_GetDisplayUsableBounds(0, &room))
        return EPT_OK;
    opts->w = room.w < opts->w ? room.w : opts->w;
    opts->h = room.h < opts->h ? room.h : opts->h;
    a->stack->wide = room.w >= WIDE_W;
    return EPT_OK;
}

static ept_status open_ui(app *a)
{
    ept_ui_opts opts = {.window = !a->script_mode, .title = "EPS-TOPIK"};
    ept_status status = window_size(a, &opts);

    if (status)
        return status;
    status = ept_ui_new(&a->ui, &opts);
    if (status == EPT_OK || status == EPT_E_NOMEM)
        return status;
    opts.builtin_letters = true;
    ept_log(EPT_LOG_ERROR, "app", "faces: %s", ept_error());
    fault(a, status, "fonts", NULL);
    return ept_ui_new(&a->ui, &opts);
}

static void open_log(ept_arena *arena, const char *dir)
{
    const char *path = ept_path_join(arena, dir, "eps-topik.log");

    /* Without a log file the lines go to stderr: the journal will say why the place is closed. */
    if (path && ept_log_open(path))
        ept_log(EPT_LOG_WARN, "app", "log: %s", ept_error());
}

static void open_journal(app *a, ept_arena *arena)
{
    const char *dir = a->options.data_dir;
    char *own = NULL;
    ept_status status = dir ? EPT_OK : ept_path_data_dir(&own, arena);

    dir = dir ? dir : own;
    if (!status)
        status = ept_path_mkdirs(dir);
    if (!status) {
        open_log(arena, dir);
        status = ept_journal_open(&a->journal, dir, NULL);
    }
    if (status)
        fault(a, status, "data", dir);
    else
        a->seat_notice = !ept_journal_is_wal(a->journal);
}

static void open_clock(app *a)
{
    a->clock = ept_clock_system();
    if (a->script_mode) {
        /* 2026-01-01 09:00 UTC, so that shots do not change from day to day. */
        a->stack->manual = (ept_manual_clock){.now_ms = 1000, .utc_ms = INT64_C(1767258000000)};
        a->clock = ept_clock_manual(&a->stack->manual);
    } else if (a->options.clock_factor > 1) {
        a->clock = ept_clock_fast(&a->stack->fast, a->options.clock_factor);
    }
}

static ept_status open_rest(app *a)
{
    ept_delivery_opts opts = {.clock = a->clock, .bank = a->bank, .journal = a->journal};
    ept_status status = ept_delivery_new(&a->delivery, &opts);

    if (!status)
        status = app_sound_open(a);
    return status;
}

ept_status app_start(app *a, const app_options *options)
{
    ept_arena *arena = NULL;
    ept_status status;

    memset(a, 0, sizeof *a);
    a->options = *options;
    a->script_mode = options->script != NULL;
    status = ept_arena_new(&arena);
    if (!status)
        status = app_stack_new(a);
    if (status)
        return status;
    open_clock(a);
    choose_lang(a);
    a->stack->seat_lang = a->prefs.lang;
    open_messages(a, arena);
    status = open_ui(a);
    if (!status && a->messages) {
        open_journal(a, arena);
        open_bank(a, arena);
    }
    if (!status && !a->fault.what)
        status = open_rest(a);
    ept_arena_free(arena);
    if (status)
        return status;
    app_prefs_load(a);
    /* The program's own letters know no Hangul. */
    if (ept_streq(a->fault.what, "fonts") && a->prefs.lang == EPT_LANG_KO)
        a->prefs.lang = EPT_LANG_EN;
    if (!a->fault.what)
        app_go(a, nav_profiles());
    if (!a->fault.what && !app_top(a))
        fault(a, EPT_E_DB, "data", NULL);
    if (a->fault.what)
        app_go(a, nav_replace(SCREEN_FAULT, 0));
    return app_top(a) ? EPT_OK : ept_fail(EPT_E_NOMEM, "app: no screen could be entered");
}

ept_status app_start_reading(app *a, const app_options *options)
{
    ept_ui_opts opts = {.w = WINDOW_W, .h = WINDOW_H};
    const char *path;
    ept_arena *arena = NULL;
    ept_status status = ept_arena_new(&arena);

    memset(a, 0, sizeof *a);
    a->options = *options;
    a->script_mode = true;
    a->clock = ept_clock_system();
    a->prefs.percent = 100; /* no preferences are read: the size the sheets are planned for */
    choose_lang(a);
    if (!status)
        status = app_stack_new(a);
    if (!status)
        status = find_messages(a, arena, &path);
    if (!status)
        status = find_bank(a, arena, &path);
    if (!status)
        status = ept_ui_new(&a->ui, &opts);
    ept_arena_free(arena);
    return status;
}

void app_stop(app *a)
{
    if (a->stack) {
        app_session_end(a);
        app_stack_free(a);
    }
    ept_player_free(a->player);
    ept_delivery_free(a->delivery);
    ept_lexicon_free(a->lexicon);
    ept_bank_close(a->bank);
    ept_journal_close(a->journal);
    ept_arena_free(a->learner_arena);
    ept_ui_free(a->ui);
    ept_messages_free(a->messages);
    ept_log_close();
}
