/* SPDX-License-Identifier: MIT */
/* The sound check: the sentence with its strip, the volume, "I hear it" and "I hear nothing" with
 * three hints; and what comes after it on the way to an exam. */
#include "sound_panel.h"

#include "epstopik/str.h"

enum { HINTS = 3, STRIP_H = 64, VOLUME_STEP = 5, PER_MILLE = 10 };

static void strip(study_pen *pen, const sound_panel *p)
{
    const app *a = pen->a;
    ept_player_now now = ept_player_status(a->player);
    bool busy = app_sound_busy(a);
    ept_audio audio = {
        .state = now.lost             ? EPT_AUDIO_NO_SOUND
                 : p->played && !busy ? EPT_AUDIO_FINISHED
                                      : EPT_AUDIO_PLAYING,
        .word = app_msg(a, pen->d,
                        now.lost    ? "sound_check.no-sound"
                        : busy      ? "sound_check.playing"
                        : p->played ? "sound_check.played"
                                    : "sound_check.ready"),
        .at_ms = busy ? now.elapsed_ms : 0,
        .of_ms = busy ? now.total_ms : 0,
    };
    ept_rect r = study_strip(pen, study_max(STRIP_H, study_scaled(pen->d, STRIP_H - 12) + 12));

    if (!pen->dry)
        ept_ui_audio(pen->d, r, &audio);
}

static void volume(study_pen *pen)
{
    const app *a = pen->a;
    ept_draw_list *d = pen->d;
    const char *label = app_msg(a, d, "sound_check.volume");
    int h = study_max(32, study_line(d, EPT_TYPE_BODY));
    int w = ept_draw_text_w(d, label, (ept_text_opts){.type = EPT_TYPE_BODY_BOLD});
    ept_slider slider = {
        .id = "sound_check.volume", .label = label, .value = a->prefs.volume, .icon = true};
    bool beside = pen->at.w - w > study_scaled(d, 260);
    ept_rect r = study_strip(pen, beside ? h : 2 * h), word = r;

    if (pen->dry)
        return;
    word.h = h;
    ept_draw_text(d, word, label, (ept_text_opts){.type = EPT_TYPE_BODY_BOLD, .middle = true});
    if (beside)
        ept_cut_left(&r, w, 24);
    else
        ept_cut_top(&r, h, 0);
    r.w = study_min(r.w, study_scaled(d, 320));
    ept_ui_slider(d, r, &slider);
}

static void row_of(study_pen *pen, const ept_button *buttons, size_t count)
{
    int w = 0, h = ept_draw_metrics(pen->d)->button_h;
    ept_rect row;

    for (size_t i = 0; i < count; i++)
        w += ept_ui_button_w(pen->d, &buttons[i]) + (i ? 16 : 0);
    if (w > pen->at.w) {
        for (size_t i = 0; i < count; i++) {
            study_gap(pen, i ? 12 : 0);
            study_button(pen, buttons[i]);
        }
        return;
    }
    row = study_strip(pen, h);
    if (!pen->dry)
        ept_ui_buttons_left(pen->d, row, buttons, count);
}

static void hints(study_pen *pen)
{
    static const char *const keys[HINTS] = {"sound_check.hint-cable", "sound_check.hint-volume",
                                            "sound_check.hint-output"};
    ept_rect all = pen->at;
    int side = study_scaled(pen->d, 28);

    study_gap(pen, 16);
    study_text(pen, EPT_TYPE_BODY_BOLD, EPT_COLOUR_INK, app_msg(pen->a, pen->d, "sound_check.try"));
    for (int i = 0; i < HINTS; i++) {
        study_gap(pen, 8);
        if (!pen->dry) {
            char digit[2] = {(char)('1' + i), '\0'};

            ept_draw_bubble(
                pen->d, (ept_rect){all.x, pen->at.y, side, side}, digit, EPT_TYPE_SMALL_BOLD,
                (ept_box){EPT_COLOUR_SURFACE, EPT_COLOUR_LINE_2, 2, side / 2, false, false},
                EPT_COLOUR_INK);
        }
        pen->at.x += side + 12;
        pen->at.w -= side + 12;
        study_text(pen, EPT_TYPE_BODY, EPT_COLOUR_INK, app_msg(pen->a, pen->d, keys[i]));
        pen->at.x = all.x;
        pen->at.w = all.w;
    }
}

void sound_panel_body(study_pen *pen, const void *ctx)
{
    const sound_panel *p = ctx;
    const app *a = pen->a;
    ept_draw_list *d = pen->d;
    bool lost = ept_player_status(a->player).lost, heard = p->played && !lost,
         first = heard && !p->silent;
    ept_button play = {.id = "sound_check.play",
                       .label = app_msg(a, d, p->played ? "sound_check.again" : "sound_check.play"),
                       .icon = "play",
                       .key = "Space",
                       .kind = first ? EPT_BUTTON_SECONDARY : EPT_BUTTON_PRIMARY,
                       .initial = !first};
    ept_button said[] = {
        {.id = "sound_check.heard",
         .label = app_msg(a, d, "sound_check.heard"),
         .icon = "check",
         .key = first ? "Enter" : NULL,
         .kind = first ? EPT_BUTTON_PRIMARY : EPT_BUTTON_SECONDARY,
         .disabled = !heard,
         .initial = first},
        {.id = "sound_check.nothing", .label = app_msg(a, d, "sound_check.nothing")},
    };

    study_text(pen, EPT_TYPE_BODY, EPT_COLOUR_INK, app_msg(a, d, "sound_check.text"));
    study_gap(pen, 16);
    strip(pen, p);
    study_gap(pen, 16);
    study_button(pen, play);
    study_gap(pen, 16);
    volume(pen);
    study_gap(pen, 16);
    row_of(pen, said, sizeof said / sizeof said[0]);
    if (p->nothing || lost)
        hints(pen);
}

void sound_panel_play(sound_panel *panel, app *a)
{
    ept_status status = app_sound_clips(a, (const char *const[]){"check", NULL});

    panel->played = true;
    panel->sounds = true;
    panel->silent = false;
    if (status) {
        panel->nothing = true;
        app_say_error(a, status, "sound");
    }
}

uint32_t sound_panel_wait_ms(const sound_panel *panel, const app *a)
{
    return panel->sounds && !app_sound_busy(a) ? 0 : UINT32_MAX;
}

nav sound_panel_tick(sound_panel *panel, app *a)
{
    ept_focus *focus = ept_ui_focus(a->ui);

    panel->sounds = false;
    if (!ept_player_status(a->player).lost && ept_focus_is(focus, "sound_check.play"))
        ept_focus_set(focus, "sound_check.heard");
    return nav_redraw();
}

void sound_panel_adjust(app *a, const ept_action *act)
{
    if (act->step)
        app_volume(a, act->step * VOLUME_STEP);
    else
        app_volume(a, act->at / PER_MILLE / VOLUME_STEP * VOLUME_STEP - a->prefs.volume);
}

sound_said sound_panel_action(sound_panel *panel, app *a, const ept_action *act)
{
    if (act->kind == EPT_ACTION_ADJUST && ept_streq(act->id, "sound_check.volume")) {
        sound_panel_adjust(a, act);
        return SOUND_SAID_USED;
    }
    if (act->kind != EPT_ACTION_ACTIVATE)
        return SOUND_SAID_NOTHING;
    if (ept_streq(act->id, "sound_check.play")) {
        sound_panel_play(panel, a);
        return SOUND_SAID_USED;
    }
    if (ept_streq(act->id, "sound_check.nothing")) {
        panel->nothing = panel->silent = true;
        ept_focus_set(ept_ui_focus(a->ui), "sound_check.play");
        return SOUND_SAID_USED;
    }
    if (!ept_streq(act->id, "sound_check.heard"))
        return SOUND_SAID_NOTHING;
    app_sound_stop(a);
    panel->nothing = panel->silent = false;
    a->sound_checked = true;
    return SOUND_SAID_HEARD;
}

/* --- on the way to an exam --- */

static const ept_section_rule *first_rule(const app *a)
{
    const ept_blueprint *bp = NULL;

    if (ept_delivery_exam(&bp, a->delivery, a->plan.exam))
        return NULL;
    return a->plan.only < 0 ? &bp->sections[0]
                            : ept_blueprint_section(bp, (ept_section)a->plan.only);
}

bool sound_panel_needed(const app *a)
{
    const ept_blueprint *bp = NULL;
    bool listening = a->plan.only < 0 || a->plan.only == EPT_SECTION_LISTENING;

    return !a->sound_checked && listening && !ept_delivery_exam(&bp, a->delivery, a->plan.exam) &&
           ept_blueprint_section(bp, EPT_SECTION_LISTENING);
}

nav sound_panel_onward(const app *a)
{
    const ept_section_rule *rule = first_rule(a);

    if (sound_panel_needed(a))
        return nav_replace(SCREEN_SOUND_CHECK, 0);
    if (rule && rule->warm_up_ms > 0)
        return nav_replace(SCREEN_READY, 1 + (int64_t)rule->section);
    return rule && rule->limit_ms > 0 ? nav_replace(SCREEN_READY, 0) : nav_replace(SCREEN_EXAM, 0);
}
