/* SPDX-License-Identifier: MIT */
/* One state of the program in every language, window, text size and theme: all its words must be
 * where they can be read in each; with a folder of shots each is a picture. Nothing is remembered
 * and the state stays as it was. */
#include "script.h"

typedef struct look {
    const char *name;
    int w, h, percent;
    ept_theme theme;
} look;

static const look looks[] = {
    {"1280", 1280, 800, 100, EPT_THEME_LIGHT},
    {"1024", 1024, 768, 100, EPT_THEME_LIGHT},
    {"contrast", 1280, 800, 100, EPT_THEME_CONTRAST},
    {"150", 1280, 800, 150, EPT_THEME_LIGHT},
};

static ept_status wear(app *a, ept_lang lang, const look *l)
{
    const ept_metrics *m = ept_draw_metrics(ept_ui_shown(a->ui));
    ept_status status = EPT_OK;

    if (m->w != l->w || m->h != l->h)
        status = ept_ui_resize(a->ui, l->w, l->h);
    a->prefs.lang = lang;
    a->prefs.percent = l->percent;
    a->prefs.theme = l->theme;
    ept_ui_set_percent(a->ui, l->percent);
    ept_ui_set_theme(a->ui, l->theme);
    a->stack->dirty = a->stack->follow = true;
    return status ? status : app_draw(a);
}

static bool take(script_run *run, const char *name, ept_lang lang, const look *l)
{
    ept_buf why = {0};
    bool fits;

    name = ept_arena_printf(run->arena, "%s-%s-%s", name, ept_lang_code(lang), l->name);
    if (!name || wear(run->a, lang, l))
        return script_fails(run, "%s: %s", name ? name : "variants", ept_error());
    fits = !ept_draw_overflow(ept_ui_shown(run->a->ui), &why);
    if (!fits)
        script_fails(run, "%s: does not fit: %s", name, why.p ? why.p : "?");
    ept_buf_clear(&why);
    return fits && (!run->shots_dir || script_shot(run, name));
}

bool script_variants(script_run *run, const char *name)
{
    app *a = run->a;
    const ept_metrics *m = ept_draw_metrics(ept_ui_shown(a->ui));
    const look before = {"", m->w, m->h, a->prefs.percent, a->prefs.theme};
    ept_lang lang = a->prefs.lang;
    bool ok = true;

    for (size_t i = 0; ok && i < sizeof looks / sizeof looks[0]; i++)
        for (int n = 0; ok && n < EPT_LANG_COUNT; n++)
            ok = take(run, name, (ept_lang)n, &looks[i]);
    if (wear(a, lang, &before) && ok)
        return script_fails(run, "%s: %s", name, ept_error());
    return ok;
}
