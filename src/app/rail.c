/* SPDX-License-Identifier: MIT */
/* The rail of study screens: only parts that work, the same everywhere; at its foot the person,
 * whose button leads back to the profiles. */
#include <string.h>

#include "loop.h"

typedef struct rail_part {
    const char *name, *id, *icon, *says;
    int64_t arg;
    app_screen to;
    bool at_bottom;
} rail_part;

static const rail_part parts[] = {
    {"home", "rail.home", "home", "rail.home", 0, SCREEN_HOME, false},
    {"exam", "rail.exam", "exam", "word.mock-exam", 0, SCREEN_SETUP, false},
    {"law", "rail.law", "law", "word.labour-law", 1, SCREEN_SETUP, false},
    {"results", "rail.results", "chart", "rail.results", 0, SCREEN_RESULTS, false},
    {"settings", "rail.settings", "gear", "rail.settings", 0, SCREEN_SETTINGS, true},
};
enum { PARTS = sizeof parts / sizeof parts[0], TAG_GAP = 12, TAG_PAD = 12 };

void app_rail(const app *a, ept_draw_list *d, const char *active)
{
    ept_rail_item items[PARTS];
    const ept_learner *who = &a->learner;
    ept_rail rail = {.title = app_msg(a, d, "app.title"),
                     .items = items,
                     .count = PARTS,
                     .profile_id = "rail.profile",
                     .profile_note = app_msg(a, d, "rail.change")};

    for (size_t i = 0; i < PARTS; i++) {
        items[i] = (ept_rail_item){.id = parts[i].id,
                                   .label = app_msg(a, d, parts[i].says),
                                   .icon = parts[i].icon,
                                   .at_bottom = parts[i].at_bottom};
        if (ept_streq(parts[i].name, active))
            rail.active = parts[i].id;
    }
    rail.profile_name = who->name ? who->name : app_msg(a, d, "word.guest");
    rail.profile_icon = app_profile_icon(d, who->guest ? NULL : who->picture);
    ept_ui_rail(d, &rail);
}

/* The word of the icon that has the focus or the pointer, beside the rail. */
static void tag(ept_draw_list *d, const char *id, const char *word)
{
    const ept_metrics *m = ept_draw_metrics(d);
    const ept_region *region = ept_draw_region_find(d, id);
    ept_text_opts opts = {.type = EPT_TYPE_BODY_BOLD,
                          .colour = EPT_COLOUR_SURFACE,
                          .align = EPT_ALIGN_CENTRE,
                          .middle = true};
    ept_rect r = {m->rail.w + TAG_GAP, 0, ept_draw_text_w(d, word, opts) + 2 * TAG_PAD,
                  m->type[EPT_TYPE_BODY].line_px + TAG_PAD};

    if (!region || (!ept_draw_focused(d, id) && !ept_draw_hovered(d, id)))
        return;
    r.y = region->rect.y + (region->rect.h - r.h) / 2;
    ept_draw_box(d, r, (ept_box){.fill = EPT_COLOUR_INK, .radius = 4});
    ept_draw_text(d, r, word, opts);
}

void app_rail_names(const app *a, ept_draw_list *d, const char *active)
{
    const char *who = a->learner.name ? a->learner.name : app_msg(a, d, "word.guest");

    if (!ept_draw_metrics(d)->rail_icons)
        return;
    for (size_t i = 0; i < PARTS; i++)
        if (!ept_streq(parts[i].name, active)) /* one sees where one is */
            tag(d, parts[i].id, app_msg(a, d, parts[i].says));
    tag(d, "rail.profile",
        APP_MSG2(a, d, "study.section-of", ept_arg_text(who),
                 ept_arg_text(app_msg(a, d, "rail.change"))));
}

bool app_rail_action(app *a, const ept_action *act, nav *out)
{
    const app_frame *top = app_top_frame(a);

    if (act->kind != EPT_ACTION_ACTIVATE)
        return false;
    if (ept_streq(act->id, "rail.profile")) {
        *out = nav_profiles();
        return true;
    }
    for (size_t i = 0; i < PARTS; i++) {
        if (!ept_streq(act->id, parts[i].id))
            continue;
        if (parts[i].to == SCREEN_HOME)
            *out = top->screen == SCREEN_HOME ? nav_stay() : nav_home();
        else if (top->screen == SCREEN_HOME)
            *out = nav_push(parts[i].to, parts[i].arg);
        else
            *out = nav_replace(parts[i].to, parts[i].arg);
        return true;
    }
    return false;
}
