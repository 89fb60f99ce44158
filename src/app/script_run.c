/* SPDX-License-Identifier: MIT */
/* The commands of a script: each is an input as the window would have had it, a step of the clock,
 * a picture, or a question about what is shown. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "epstopik/path.h"
#include "script.h"

enum { WAIT_MAX_MS = 24 * 60 * 60 * 1000, SIDE_MAX = 8000, FIRST_PERCENT = 100 };

bool script_fails(script_run *run, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    vsnprintf(run->why, sizeof run->why, fmt, args);
    va_end(args);
    return false;
}

static bool draws(script_run *run)
{
    if (app_draw(run->a))
        return script_fails(run, "drawing: %s", ept_error());
    return true;
}

/* An input, and what the loop does after it. */
static bool gives(script_run *run, const ept_input *in)
{
    app_input(run->a, in);
    app_turn(run->a);
    return run->a->stack->quit || draws(run);
}

void script_wait(app *a, uint64_t ms)
{
    while (ms > 0 && !a->stack->quit) {
        uint64_t step = app_wait_ms(a);

        step = step > ms ? ms : step > 0 ? step : 1;
        ept_clock_advance(&a->stack->manual, step);
        ms -= step;
        app_turn(a);
    }
}

/* "text" -> text; other words as they stand. */
static const char *unquoted(script_run *run, const char *rest)
{
    size_t n = strlen(rest);

    if (n >= 2 && rest[0] == '"' && rest[n - 1] == '"')
        return ept_arena_strndup(run->arena, rest + 1, n - 2);
    return rest;
}

/* Two numbers with a mark between them. */
static bool pair(script_run *run, const char *rest, char mark, int64_t *x, int64_t *y)
{
    const char *at = strchr(rest, mark);
    const char *first = at ? ept_arena_strndup(run->arena, rest, (size_t)(at - rest)) : NULL;

    return first && ept_parse_int(x, first, 0, SIDE_MAX) && ept_parse_int(y, at + 1, 0, SIDE_MAX);
}

/* --- the look --- */

static bool do_size(script_run *run, const char *rest)
{
    int64_t w, h;
    ept_input in = {.kind = EPT_INPUT_RESIZE};

    if (!pair(run, rest, 'x', &w, &h))
        return script_fails(run, "size is WIDTHxHEIGHT, not %s", rest);
    if (ept_ui_resize(run->a->ui, (int)w, (int)h))
        return script_fails(run, "size: %s", ept_error());
    in.x = (int)w;
    in.y = (int)h;
    return gives(run, &in);
}

static bool changed(script_run *run)
{
    app_prefs_changed(run->a);
    return draws(run);
}

static bool do_lang(script_run *run, const char *rest)
{
    if (!ept_lang_parse(&run->a->prefs.lang, rest))
        return script_fails(run, "no such language (ko, kk, ru or en): %s", rest);
    return changed(run);
}

static bool do_theme(script_run *run, const char *rest)
{
    if (ept_streq(rest, "light"))
        run->a->prefs.theme = EPT_THEME_LIGHT;
    else if (ept_streq(rest, "contrast"))
        run->a->prefs.theme = EPT_THEME_CONTRAST;
    else
        return script_fails(run, "no such theme (light or contrast): %s", rest);
    return changed(run);
}

static bool do_text(script_run *run, const char *rest)
{
    int64_t percent;

    for (int p = FIRST_PERCENT;; p = ept_ui_step_percent(p, 1)) {
        if (ept_parse_int(&percent, rest, p, p))
            break;
        if (p == ept_ui_step_percent(p, 1))
            return script_fails(run, "text is 100, 115, 130 or 150, not %s", rest);
    }
    run->a->prefs.percent = (int)percent;
    return changed(run);
}

/* --- keys and pointer --- */

static const char *after(const char *rest, const char *prefix)
{
    size_t n = strlen(prefix);

    return strncmp(rest, prefix, n) == 0 && rest[n] ? rest + n : NULL;
}

static bool do_key(script_run *run, const char *rest)
{
    static const struct {
        const char *word;
        unsigned mod;
    } mods[] = {{"Ctrl+", EPT_MOD_CTRL}, {"Shift+", EPT_MOD_SHIFT}, {"Alt+", EPT_MOD_ALT}};
    ept_input in = {.kind = EPT_INPUT_KEY};
    const char *name = rest;

    for (size_t i = 0; i < sizeof mods / sizeof mods[0]; i++) {
        const char *next = after(name, mods[i].word);

        if (next) {
            in.mods |= mods[i].mod;
            name = next;
        }
    }
    in.key = ept_key_parse(name);
    if (in.key == EPT_KEY_NONE)
        return script_fails(run, "no such key: %s", rest);
    return gives(run, &in);
}

static bool do_type(script_run *run, const char *rest)
{
    ept_str text = ept_str_of(unquoted(run, rest));
    ept_ui *ui = run->a->ui;

    for (size_t at = 0, next; at < text.n; at = next) {
        ept_input in = {.kind = EPT_INPUT_TEXT};

        next = ept_text_next(text, at);
        if (next <= at || next - at >= sizeof in.text)
            return script_fails(run, "this cannot be typed: %s", rest);
        if (!ept_focus_in_text(ept_ui_focus(ui), ept_ui_shown(ui)))
            return script_fails(run, "nothing takes text here");
        memcpy(in.text, text.p + at, next - at);
        if (!gives(run, &in))
            return false;
    }
    return true;
}

static bool click(script_run *run, int x, int y)
{
    ept_input in = {.kind = EPT_INPUT_MOVE, .x = x, .y = y};

    if (!gives(run, &in))
        return false;
    in.kind = EPT_INPUT_DOWN;
    if (!gives(run, &in))
        return false;
    in.kind = EPT_INPUT_UP;
    return gives(run, &in);
}

static bool do_click(script_run *run, const char *rest)
{
    int64_t x, y;

    if (!pair(run, rest, ' ', &x, &y))
        return script_fails(run, "click is X Y, not %s", rest);
    return click(run, (int)x, (int)y);
}

static bool do_click_id(script_run *run, const char *rest)
{
    const ept_region *region = ept_draw_region_find(ept_ui_shown(run->a->ui), rest);

    if (!region || region->disabled)
        return script_fails(run, "%s: nothing of that name can be clicked", rest);
    ept_focus_set(ept_ui_focus(run->a->ui), rest);
    app_pane_follow(run->a);
    if (!draws(run))
        return false;
    region = ept_draw_region_find(ept_ui_shown(run->a->ui), rest);
    if (!region)
        return script_fails(run, "%s is gone", rest);
    return click(run, region->rect.x + region->rect.w / 2, region->rect.y + region->rect.h / 2);
}

static bool do_second_id(script_run *run, const char *rest)
{
    const ept_region *region = ept_draw_region_find(ept_ui_shown(run->a->ui), rest);
    ept_input in = {.kind = EPT_INPUT_SECOND};

    if (!region || region->disabled)
        return script_fails(run, "%s: nothing of that name can be clicked", rest);
    in.x = region->rect.x + region->rect.w / 2;
    in.y = region->rect.y + region->rect.h / 2;
    return gives(run, &in);
}

/* --- time --- */

static bool do_wait(script_run *run, const char *rest)
{
    int64_t ms;

    if (!ept_parse_int(&ms, rest, 0, WAIT_MAX_MS))
        return script_fails(run, "wait is milliseconds, not %s", rest);
    script_wait(run->a, (uint64_t)ms);
    return run->a->stack->quit || draws(run);
}

/* As closing the program and opening it again does, over another bank when one is named. */
static bool do_start(script_run *run, const char *rest)
{
    if (strlen(rest) >= sizeof run->bank)
        return script_fails(run, "the name of the bank is too long");
    if (*rest)
        memcpy(run->bank, rest, strlen(rest) + 1);
    run->a->restart = run->a->stack->quit = true;
    return true;
}

/* --- what is shown --- */

bool script_shot(script_run *run, const char *name)
{
    const char *path;

    if (!run->shots_dir)
        return script_fails(run, "shot needs --shots DIR");
    if (!*name || strpbrk(name, "/\\"))
        return script_fails(run, "a shot has a name without folders, not %s", name);
    path = ept_arena_printf(run->arena, "%s/%s.png", run->shots_dir, name);
    if (!path || ept_path_mkdirs(run->shots_dir) || ept_ui_save_png(run->a->ui, path))
        return script_fails(run, "%s: %s", name, ept_error());
    return true;
}

static bool do_expect(script_run *run, const char *rest)
{
    const char *text = unquoted(run, rest);

    if (!*text)
        return script_fails(run, "expect has a text");
    if (!ept_draw_shows(ept_ui_shown(run->a->ui), text))
        return script_fails(run, "not on the screen (%s): %s", app_top(run->a)->name, text);
    return true;
}

static bool do_expect_screen(script_run *run, const char *rest)
{
    if (!ept_streq(app_top(run->a)->name, rest))
        return script_fails(run, "the screen is %s, not %s", app_top(run->a)->name, rest);
    return true;
}

static bool do_list(script_run *run, const char *rest)
{
    const ept_draw_list *shown = ept_ui_shown(run->a->ui);

    if (*rest)
        return script_fails(run, "list stands alone");
    printf("screen %s, focus %s\n", app_top(run->a)->name, ept_focus_id(ept_ui_focus(run->a->ui)));
    for (size_t i = 0; i < ept_draw_region_count(shown); i++) {
        const ept_region *r = ept_draw_region_at(shown, i);

        printf("  %s %d,%d %dx%d%s %s\n", r->id, r->rect.x, r->rect.y, r->rect.w, r->rect.h,
               r->disabled ? " disabled" : "", r->label ? r->label : "");
    }
    return true;
}

static const struct {
    const char *verb;
    bool alone; /* may stand without anything behind it */
    bool (*run)(script_run *run, const char *rest);
} verbs[] = {
    {"size", false, do_size},
    {"lang", false, do_lang},
    {"theme", false, do_theme},
    {"text", false, do_text},
    {"key", false, do_key},
    {"type", false, do_type},
    {"click", false, do_click},
    {"click-id", false, do_click_id},
    {"second-id", false, do_second_id},
    {"wait", false, do_wait},
    {"shot", false, script_shot},
    {"expect", false, do_expect},
    {"expect-screen", false, do_expect_screen},
    {"list", true, do_list},
    {"start", true, do_start},
    {"variants", false, script_variants},
};

bool script_do(script_run *run, const char *line)
{
    size_t n;
    const char *rest;

    line += strspn(line, " ");
    n = strcspn(line, " ");
    if (n == 0 || line[0] == '#')
        return true;
    rest = line + n + strspn(line + n, " ");
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
        if (strlen(verbs[i].verb) == n && strncmp(verbs[i].verb, line, n) == 0) {
            if (run->a->stack->quit)
                return script_fails(run, "the program has ended");
            if (!*rest && !verbs[i].alone)
                return script_fails(run, "something is missing behind %s: man eps-topik tells what",
                                    verbs[i].verb);
            return verbs[i].run(run, rest);
        }
    }
    return script_fails(run, "no such command: %.*s (man eps-topik tells which there are)", (int)n,
                        line);
}
