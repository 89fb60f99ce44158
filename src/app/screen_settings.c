/* SPDX-License-Identifier: MIT */
/* Settings: everything applies at once and is remembered for the learner. At the right the list of
 * keys, the same as F1. */
#include "epstopik/str.h"
#include "exam_view.h"
#include "sound_panel.h"

enum {
    LANGS = EPT_LANG_COUNT,
    SIZES = 4,
    THEMES = 2,
    SWATCH_W = 32,
    SWATCH_H = 22,
    CONTROL_H = 48,
    ROW_PAD = 5,
    LOW_PAD = 16,
    SAMPLE_PAD = 12
};

static const ept_lang langs[LANGS] = {EPT_LANG_KK, EPT_LANG_RU, EPT_LANG_EN, EPT_LANG_KO};
static const char *const lang_words[LANGS] = {"lang.kk", "lang.ru", "lang.en", "lang.ko"};
static const int sizes[SIZES] = {100, 115, 130, 150};

typedef struct settings {
    bool tested;  /* the sentence was played here */
    bool changed; /* something was, and is saved */
} settings;

/* --- rows --- */

typedef int control_w(study_pen *pen);
typedef void control_draw(study_pen *pen, ept_rect box);

/* Height of title and note at a width. */
static int words_h(study_pen *pen, int w, const char *title, const char *note)
{
    return ept_draw_text_h(pen->d, w, app_msg(pen->a, pen->d, title),
                           (ept_text_opts){.type = EPT_TYPE_BODY_BOLD}) +
           (note ? ept_draw_text_h(pen->d, w, app_msg(pen->a, pen->d, note),
                                   (ept_text_opts){.type = EPT_TYPE_SMALL})
                 : 0);
}

/* Title and note at the left, a control at the right, or under them when there is no room. */
static void row(study_pen *pen, const char *title, const char *note, control_w *width,
                control_draw *control)
{
    int w = study_min(width(pen), pen->at.w), line;
    int h = study_max(CONTROL_H, study_line(pen->d, EPT_TYPE_BODY) + 16);
    bool beside = pen->at.w - w >= study_scaled(pen->d, 150);
    int words = words_h(pen, pen->at.w - (beside ? w + 16 : 0), title, note);
    ept_rect top = pen->at, box = {top.x + top.w - w, 0, w, h};

    study_gap(pen, ROW_PAD);
    line = study_max(words, h);
    box.y = pen->at.y + (line - h) / 2;
    pen->at.y += beside ? (line - words) / 2 : 0;
    pen->at.w -= beside ? w + 16 : 0;
    study_text(pen, EPT_TYPE_BODY_BOLD, EPT_COLOUR_INK, app_msg(pen->a, pen->d, title));
    if (note)
        study_text(pen, EPT_TYPE_SMALL, EPT_COLOUR_INK_2, app_msg(pen->a, pen->d, note));
    pen->at.w = top.w;
    if (beside) {
        pen->at.y = top.y + ROW_PAD + line;
    } else {
        study_gap(pen, 8);
        box = study_strip(pen, h);
        box.w = w;
    }
    if (!pen->dry)
        control(pen, box);
    study_gap(pen, ROW_PAD);
}

static int switch_w(study_pen *pen)
{
    int on = ept_draw_text_w(pen->d, app_msg(pen->a, pen->d, "settings.on"),
                             (ept_text_opts){.type = EPT_TYPE_BODY_BOLD});
    int off = ept_draw_text_w(pen->d, app_msg(pen->a, pen->d, "settings.off"),
                              (ept_text_opts){.type = EPT_TYPE_BODY_BOLD});

    return 56 + 12 + study_max(on, off);
}

static void draw_switch(study_pen *pen, ept_rect box, const char *id, bool on)
{
    ept_ui_switch(pen->d, (ept_rect){box.x, box.y, 0, box.h}, id, on,
                  app_msg(pen->a, pen->d, on ? "settings.on" : "settings.off"));
}

static void key_labels(study_pen *pen, ept_rect box)
{
    draw_switch(pen, box, "settings.key-labels", pen->a->prefs.key_labels);
}

static void pronunciation(study_pen *pen, ept_rect box)
{
    draw_switch(pen, box, "settings.pronunciation", pen->a->prefs.pronunciation);
}

static void ask_pin(study_pen *pen, ept_rect box)
{
    draw_switch(pen, box, "settings.pin", pen->a->learner.has_pin);
}

static int sizes_w(study_pen *pen)
{
    return study_scaled(pen->d, 388);
}

static void draw_sizes(study_pen *pen, ept_rect box)
{
    ept_segment items[SIZES];
    ept_segments segments = {
        .id = "settings.size", .items = items, .count = SIZES, .active = -1, .group = 2};

    for (int i = 0; i < SIZES; i++) {
        items[i] = (ept_segment){ept_arena_printf(ept_draw_arena(pen->d), "%d%%", sizes[i]), NULL};
        if (sizes[i] == pen->a->prefs.percent)
            segments.active = i;
    }
    ept_ui_segments(pen->d, box, &segments);
}

static const char *theme_word(study_pen *pen, int theme)
{
    return app_msg(pen->a, pen->d, theme ? "settings.contrast" : "settings.light");
}

static int theme_w(study_pen *pen, int theme)
{
    return ept_draw_text_w(pen->d, theme_word(pen, theme),
                           (ept_text_opts){.type = EPT_TYPE_BODY_BOLD}) +
           SWATCH_W + 10 + 2 * 16;
}

static int themes_w(study_pen *pen)
{
    return theme_w(pen, 0) + 8 + theme_w(pen, 1);
}

/* A small window in the colours of the theme. */
static void swatch(ept_draw_list *d, ept_rect r, bool contrast)
{
    bool now = ept_draw_theme(d) == EPT_THEME_CONTRAST;
    ept_colour paper = contrast ? EPT_COLOUR_BLACK : now ? EPT_COLOUR_WHITE : EPT_COLOUR_PAGE;
    ept_colour word = contrast ? EPT_COLOUR_WHITE : now ? EPT_COLOUR_BLACK : EPT_COLOUR_INK;
    ept_colour bar = EPT_COLOUR_ACCENT;

    if (contrast != now)
        bar = contrast ? EPT_COLOUR_FLAG : EPT_COLOUR_BLACK;
    ept_draw_box(d, r, (ept_box){paper, EPT_COLOUR_LINE_2, 1, 4, false, false});
    ept_draw_fill(d, (ept_rect){r.x + 5, r.y + 5, 12, 3}, word);
    ept_draw_fill(d, (ept_rect){r.x + 5, r.y + 12, 22, 5}, bar);
}

static void draw_themes(study_pen *pen, ept_rect box)
{
    ept_draw_list *d = pen->d;

    for (int i = 0; i < THEMES; i++) {
        bool on = (int)pen->a->prefs.theme == i;
        const char *id = ept_draw_id(d, "settings.theme", i);
        ept_rect r = ept_cut_left(&box, study_min(theme_w(pen, i), box.w), 8), in;

        ept_draw_box(d, r,
                     (ept_box){EPT_COLOUR_SURFACE,
                               on                        ? EPT_COLOUR_ACCENT
                               : ept_draw_hovered(d, id) ? EPT_COLOUR_ACCENT
                                                         : EPT_COLOUR_LINE_2,
                               on ? 3 : 2, 8, false, false});
        in = ept_rect_inset(r, 14, 0);
        swatch(d, ept_rect_centre(ept_cut_left(&in, SWATCH_W, 10), SWATCH_W, SWATCH_H), i == 1);
        ept_draw_text(
            d, in, theme_word(pen, i),
            (ept_text_opts){.type = on ? EPT_TYPE_BODY_BOLD : EPT_TYPE_BODY, .middle = true});
        ept_ui_area(d, r,
                    &(ept_area){.id = id, .label = theme_word(pen, i), .radius = 8, .group = 3});
    }
}

static ept_button test_button(study_pen *pen)
{
    bool busy = app_sound_busy(pen->a);

    return (ept_button){.id = "settings.test",
                        .label = app_msg(pen->a, pen->d, busy ? "settings.stop" : "settings.test"),
                        .icon = busy ? "pause" : "play",
                        .size = EPT_BUTTON_SMALL};
}

static int volume_w(study_pen *pen)
{
    ept_button button = test_button(pen);

    return study_scaled(pen->d, 190) + 16 + ept_ui_button_w(pen->d, &button);
}

static void draw_volume(study_pen *pen, ept_rect box)
{
    ept_button button = test_button(pen);
    int w = ept_ui_button_w(pen->d, &button), h = ept_draw_metrics(pen->d)->button_small_h;

    ept_ui_button(pen->d, ept_rect_centre(ept_cut_right(&box, w, 16), w, h), &button);
    ept_ui_slider(pen->d, box,
                  &(ept_slider){.id = "settings.volume",
                                .label = app_msg(pen->a, pen->d, "settings.volume"),
                                .value = pen->a->prefs.volume,
                                .icon = true});
}

/* Change and, where there is a profile, Delete: the outermost last. */
static ept_button profile_button(study_pen *pen, bool remove)
{
    if (remove)
        return (ept_button){.id = "settings.delete",
                            .label = app_msg(pen->a, pen->d, "new-profile.delete"),
                            .kind = EPT_BUTTON_DANGER,
                            .size = EPT_BUTTON_SMALL};
    return (ept_button){
        .id = "settings.profile",
        .label =
            app_msg(pen->a, pen->d, pen->a->learner.guest ? "settings.keep" : "settings.change"),
        .size = EPT_BUTTON_SMALL};
}

static int profile_w(study_pen *pen)
{
    ept_button change = profile_button(pen, false), remove = profile_button(pen, true);
    int w = ept_ui_button_w(pen->d, &change);

    return pen->a->learner.guest ? w : w + 12 + ept_ui_button_w(pen->d, &remove);
}

static void draw_profile(study_pen *pen, ept_rect box)
{
    ept_button change = profile_button(pen, false), remove = profile_button(pen, true);
    int w = ept_ui_button_w(pen->d, &change);

    box = ept_rect_centre(box, box.w, ept_draw_metrics(pen->d)->button_small_h);
    if (pen->a->learner.guest) {
        ept_ui_button(pen->d, box, &change);
        return;
    }
    ept_ui_button(pen->d, ept_cut_left(&box, study_min(w, box.w / 2), 12), &change);
    ept_ui_button(pen->d, box, &remove);
}

/* --- the cards --- */

static void language(study_pen *pen)
{
    ept_segment items[LANGS];
    ept_segments segments = {.id = "settings.lang",
                             .items = items,
                             .count = LANGS,
                             .active = 0,
                             .initial = true,
                             .group = 1};
    ept_rect r;

    study_text(pen, EPT_TYPE_BODY_BOLD, EPT_COLOUR_INK, app_msg(pen->a, pen->d, "settings.lang"));
    study_gap(pen, 4);
    for (int i = 0; i < LANGS; i++) {
        items[i] = (ept_segment){app_msg(pen->a, pen->d, lang_words[i]), NULL};
        if (langs[i] == pen->a->prefs.lang)
            segments.active = i;
    }
    r = study_strip(pen, ept_draw_metrics(pen->d)->button_h);
    if (!pen->dry)
        ept_ui_segments(pen->d, r, &segments);
    study_gap(pen, 8);
    study_rule(pen);
}

/* A line of Korean in the size in which questions are read. */
static void sample(study_pen *pen)
{
    static const char korean[] = "안전모를 꼭 쓰십시오.";
    const char *word = app_msg(pen->a, pen->d, "settings.sample");
    ept_text_opts big = {.type = EPT_TYPE_STIMULUS, .korean = true, .middle = true};
    ept_text_opts body = {.colour = EPT_COLOUR_INK_2, .align = EPT_ALIGN_RIGHT, .middle = true};
    int line = study_line(pen->d, EPT_TYPE_STIMULUS), w = ept_draw_text_w(pen->d, korean, big);
    bool beside = w + 24 + ept_draw_text_w(pen->d, word, body) <= pen->at.w - 48;
    ept_rect r =
        study_strip(pen, line + 2 * SAMPLE_PAD + (beside ? 0 : study_line(pen->d, EPT_TYPE_BODY)));

    if (!pen->dry) {
        ept_draw_box(pen->d, r, (ept_box){EPT_COLOUR_SUNKEN, EPT_COLOUR_LINE, 1, 8, false, false});
        r = ept_rect_inset(r, 24, SAMPLE_PAD);
        ept_draw_text(pen->d, (ept_rect){r.x, r.y, r.w, line}, korean, big);
        body.align = beside ? EPT_ALIGN_RIGHT : EPT_ALIGN_LEFT;
        ept_draw_text(pen->d, beside ? r : (ept_rect){r.x, r.y + line, r.w, r.h - line}, word,
                      body);
    }
    study_gap(pen, 8);
    study_rule(pen);
}

static void choices(study_pen *pen, const void *ctx)
{
    const app *a = pen->a;
    bool guest = a->learner.guest;

    (void)ctx;
    language(pen);
    row(pen, "settings.size", NULL, sizes_w, draw_sizes);
    sample(pen);
    row(pen, "settings.colours", "settings.at-once", themes_w, draw_themes);
    study_rule(pen);
    row(pen, "settings.volume", "settings.volume-note", volume_w, draw_volume);
    study_rule(pen);
    row(pen, "settings.key-labels", "settings.key-labels-note", switch_w, key_labels);
    study_rule(pen);
    row(pen, "settings.pronunciation", "settings.pronunciation-note", switch_w, pronunciation);
    study_rule(pen);
    if (!guest) {
        row(pen, "settings.pin", "settings.pin-note", switch_w, ask_pin);
        study_rule(pen);
    }
    row(pen, guest ? "settings.guest" : "settings.profile",
        guest ? "settings.guest-note" : "settings.profile-note", profile_w, draw_profile);
}

/* The keys draw themselves, so this card is measured by drawing it. */
static int key_card(const app *a, ept_draw_list *d, ept_rect box)
{
    int pad = ept_draw_metrics(d)->w < 1280 ? 16 : 24;
    ept_rect in = {box.x + pad, box.y + LOW_PAD, box.w - 2 * pad, 0};
    const char *title = app_msg(a, d, "settings.keyboard");
    int key_w = ept_ui_key_w(d, "F1"), h = study_line(d, EPT_TYPE_H3);

    ept_ui_card(d, box);
    ept_ui_key(d, in.x + in.w - key_w, in.y, h, "F1", EPT_COLOUR_INK_2, EPT_COLOUR_LINE_2);
    in.y += ept_draw_text(d, (ept_rect){in.x, in.y, in.w - key_w - 12, 0}, title,
                          (ept_text_opts){.type = EPT_TYPE_H3});
    in.y += ept_draw_text(d, in, app_msg(a, d, "settings.keyboard-note"),
                          (ept_text_opts){.type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_INK_2}) +
            8;
    in.y += app_key_list(a, d, in, exam_keys, NULL);
    in.y += app_key_list(a, d, in, app_keys_everywhere, exam_keys);
    return in.y + LOW_PAD - box.y;
}

/* --- drawing --- */

static void saved_chip(const settings *s, const app *a, ept_draw_list *d, ept_rect title)
{
    ept_chip chip = {.icon = "check", .tone = EPT_TONE_GOOD};
    int w;

    if (!a->learner.name || !s->changed)
        return;
    chip.label = APP_MSG1(a, d, "settings.saved-for", ept_arg_text(a->learner.name));
    w = ept_ui_chip_w(d, &chip);
    if (w <= title.w)
        ept_ui_chip(d, ept_rect_centre(ept_cut_right(&title, w, 0), w, study_chip_h(d)), &chip);
}

/* Height of the card of keys, found by drawing it outside every clip. */
static int key_card_h(const app *a, ept_draw_list *d, int w)
{
    int h;

    ept_draw_clip(d, (ept_rect){0, 0, 0, 0});
    h = key_card(a, d, (ept_rect){0, 0, w, 0});
    ept_draw_unclip(d);
    return h;
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);
    const char *title = app_msg(a, d, "rail.settings");
    ept_rect page = m->content, left, right;
    int top, side, title_w;

    ept_ui_page(d);
    app_rail(a, d, "settings");
    page = app_pane_begin(a, d, page, "settings.pane");
    top = page.y;
    title_w = ept_draw_text_w(d, title, (ept_text_opts){.type = EPT_TYPE_H2});
    saved_chip(self, a, d,
               (ept_rect){page.x + title_w + 16, page.y, page.w - title_w - 16,
                          study_line(d, EPT_TYPE_H2)});
    page.y += ept_draw_text(d, page, title, (ept_text_opts){.type = EPT_TYPE_H2}) + 16;
    side = study_max(study_scaled(d, 320), (page.w - m->gap) * 3 / 8);
    left = (ept_rect){page.x, page.y, page.w - m->gap - side, 0};
    right = (ept_rect){left.x + left.w + m->gap, page.y, side, 0};
    if (m->columns == 1) {
        left.w = right.w = page.w;
        right.x = page.x;
    }
    right.h = key_card_h(a, d, right.w);
    left.h = study_tight_card(a, d, left, choices, NULL);
    if (m->columns == 1)
        right.y += left.h + m->gap;
    else
        right.h = study_max(right.h, left.h);
    key_card(a, d, right);
    page.y = study_max(left.y + left.h, right.y + right.h);
    app_pane_end(a, d, "settings.pane", page.y - top);
    app_rail_names(a, d, "settings");
}

/* --- actions --- */

static nav changed(settings *s, app *a)
{
    app_prefs_changed(a);
    s->changed = true;
    return nav_redraw();
}

static nav toggle_pin(app *a)
{
    ept_status status;

    if (!a->learner.has_pin)
        return nav_push(SCREEN_NEW_PROFILE, a->learner.id);
    status = ept_learner_pin_set(a->journal, a->learner.id, NULL);
    if (status) {
        app_say_error(a, status, "app");
        return nav_redraw();
    }
    a->learner.has_pin = false;
    app_say(a, EPT_TONE_NEUTRAL, "settings.pin-cleared");
    return nav_redraw();
}

static nav test(settings *s, app *a)
{
    ept_status status;

    if (app_sound_busy(a)) {
        app_sound_stop(a);
        return nav_redraw();
    }
    s->tested = true;
    status = app_sound_clips(a, (const char *const[]){"check", NULL});
    if (status)
        app_say_error(a, status, "sound");
    return nav_redraw();
}

/* The number behind `base` and a dot; -1 when the id is another one or the number too high. */
static int number_of(const char *id, const char *base, int count)
{
    for (int i = 0; i < count; i++) {
        char digit = (char)('0' + i);
        size_t n = 0;

        while (base[n] && id[n] == base[n])
            n++;
        if (!base[n] && id[n] == '.' && id[n + 1] == digit && !id[n + 2])
            return i;
    }
    return -1;
}

static nav choose(settings *s, app *a, const char *id)
{
    int i;

    if ((i = number_of(id, "settings.lang", LANGS)) >= 0)
        a->prefs.lang = langs[i];
    else if ((i = number_of(id, "settings.size", SIZES)) >= 0)
        a->prefs.percent = sizes[i];
    else if ((i = number_of(id, "settings.theme", THEMES)) >= 0)
        a->prefs.theme = i ? EPT_THEME_CONTRAST : EPT_THEME_LIGHT;
    else if (ept_streq(id, "settings.key-labels"))
        a->prefs.key_labels = !a->prefs.key_labels;
    else if (ept_streq(id, "settings.pronunciation"))
        a->prefs.pronunciation = !a->prefs.pronunciation;
    else
        return nav_stay();
    return changed(s, a);
}

static nav action(void *self, app *a, const ept_action *act)
{
    settings *s = self;
    nav to;

    if (app_rail_action(a, act, &to))
        return to;
    if (act->kind == EPT_ACTION_ADJUST && ept_streq(act->id, "settings.volume")) {
        sound_panel_adjust(a, act);
        s->changed = true;
        return nav_redraw();
    }
    if (act->kind != EPT_ACTION_ACTIVATE)
        return nav_stay();
    if (ept_streq(act->id, "settings.test"))
        return test(s, a);
    if (ept_streq(act->id, "settings.pin"))
        return toggle_pin(a);
    if (ept_streq(act->id, "settings.profile"))
        return nav_push(SCREEN_NEW_PROFILE, a->learner.id);
    if (ept_streq(act->id, "settings.delete"))
        return app_ask(a, &(app_question){.id = "settings.delete",
                                          .title = "new-profile.delete-title",
                                          .text = "new-profile.delete-text",
                                          .no = "new-profile.delete-no",
                                          .yes = "new-profile.delete-yes",
                                          .name = a->learner.name});
    return choose(s, a, act->id);
}

static nav key(void *self, app *a, const ept_input *in)
{
    (void)self, (void)a;
    return in->kind == EPT_INPUT_KEY && in->key == EPT_KEY_ESC ? nav_home() : nav_stay();
}

static nav resume(void *self, app *a)
{
    ept_status status;

    (void)self;
    if (!app_said_yes(a, "settings.delete"))
        return nav_redraw();
    status = ept_learner_delete(a->journal, a->learner.id);
    if (!status)
        return nav_profiles();
    app_say_error(a, status, "app");
    return nav_redraw();
}

static void leave(void *self, app *a)
{
    const settings *s = self;

    if (s->tested)
        app_sound_stop(a);
}

const screen_ops screen_settings = {
    .name = "settings",
    .state_size = sizeof(settings),
    .rail = true,
    .help = "settings.help",
    .leave = leave,
    .resume = resume,
    .key = key,
    .action = action,
    .draw = draw,
};
