/* SPDX-License-Identifier: MIT */
/* The first screen of a shared seat: whose turn it is. No scores here, others are looking. Names
 * stand in the order of the language; focus starts on whoever was here last. */
#include <string.h>

#include "profile_list.h"
#include "study.h"

enum {
    CARD_W = 240, /* least */
    PICTURE_PX = 80,
    CARD_PAD = 17, /* with the border */
    COLUMNS_MAX = 4,
    SEARCH_W = 288,
    ROOM = 8, /* for focus rings at the edge of the pane */
    LANG_PAD = 14,
    LANGS = EPT_LANG_COUNT,
};

typedef struct profiles_state {
    profile_list list;
    ept_edit filter;
} profiles_state;

static const ept_lang langs[LANGS] = {EPT_LANG_KK, EPT_LANG_RU, EPT_LANG_EN, EPT_LANG_KO};
static const char *const lang_words[LANGS] = {"lang.kk", "lang.ru", "lang.en", "lang.ko"};

static bool shown(const profiles_state *s, const app *a, size_t i)
{
    const ept_learner *who = &s->list.people[i];

    return !s->filter.text[0] ||
           (who->name && ept_text_contains(a->prefs.lang, who->name, s->filter.text));
}

static ept_status enter(void *self, app *a, int64_t arg)
{
    profiles_state *s = self;
    ept_status status = app_sign_in(a, 0);

    (void)arg;
    return status ? status : profile_list_load(&s->list, a);
}

static void leave(void *self, app *a)
{
    profiles_state *s = self;

    (void)a;
    profile_list_clear(&s->list);
}

static nav resume(void *self, app *a)
{
    profiles_state *s = self;
    ept_status status = profile_list_load(&s->list, a);

    if (status)
        app_say_error(a, status, "app");
    return nav_redraw();
}

/* --- what can be done --- */

static nav sign_in(app *a, int64_t learner)
{
    ept_status status = app_sign_in(a, learner);

    if (!status)
        return nav_home();
    app_say_error(a, status, "app");
    return nav_redraw();
}

static nav be_guest(app *a)
{
    ept_learner guest = {
        .picture = NULL, .sector = "manufacturing", .lang = a->prefs.lang, .guest = true};
    int64_t id;
    ept_status status = ept_learner_add(&id, a->journal, &guest, a->clock.utc_ms(a->clock.ctx));

    if (!status)
        return sign_in(a, id);
    app_say_error(a, status, "app");
    return nav_redraw();
}

static nav action(void *self, app *a, const ept_action *act)
{
    profiles_state *s = self;
    int64_t n;

    if (act->kind != EPT_ACTION_ACTIVATE)
        return nav_stay();
    if (ept_streq(act->id, "profiles.new"))
        return nav_push(SCREEN_NEW_PROFILE, 0);
    if (ept_streq(act->id, "profiles.guest"))
        return be_guest(a);
    if (strncmp(act->id, "profiles.lang.", 14) == 0 &&
        ept_parse_int(&n, act->id + 14, 0, LANGS - 1)) {
        a->prefs.lang = langs[n];
        app_prefs_changed(a);
        profile_list_sort(&s->list, a->prefs.lang);
        return nav_redraw();
    }
    if (strncmp(act->id, "profiles.card.", 14) == 0 &&
        ept_parse_int(&n, act->id + 14, 0, (int64_t)s->list.count - 1)) {
        const ept_learner *who = &s->list.people[n];

        return who->has_pin ? nav_push(SCREEN_PIN, who->id) : sign_in(a, who->id);
    }
    return nav_stay();
}

static nav key(void *self, app *a, const ept_input *in)
{
    profiles_state *s = self;
    ept_focus *focus = ept_ui_focus(a->ui);

    if (app_field(a, &s->filter, "profiles.search", in))
        return nav_redraw();
    if (in->kind != EPT_INPUT_KEY)
        return nav_stay();
    if (in->key == EPT_KEY_ESC && (s->filter.text[0] || ept_focus_is(focus, "profiles.search"))) {
        ept_edit_set(&s->filter, "");
        ept_focus_set(focus, NULL);
        return nav_redraw();
    }
    if (in->key == EPT_KEY_SLASH) {
        ept_focus_set(focus, "profiles.search");
        return nav_redraw();
    }
    if (in->key == EPT_KEY_N)
        return nav_push(SCREEN_NEW_PROFILE, 0);
    return in->key == EPT_KEY_G ? be_guest(a) : nav_stay();
}

/* --- drawing --- */

static void draw_lang(ept_draw_list *d, ept_rect r, int i, const char *word, bool on)
{
    const char *id = ept_draw_id(d, "profiles.lang", i);
    bool lit = !on && ept_draw_hovered(d, id);
    ept_text_opts opts = {.type = on ? EPT_TYPE_BODY_BOLD : EPT_TYPE_BODY,
                          .colour = on    ? EPT_COLOUR_ON_ACCENT
                                    : lit ? EPT_COLOUR_ON_TINT
                                          : EPT_COLOUR_INK,
                          .align = EPT_ALIGN_CENTRE,
                          .middle = true,
                          .nowrap = true};

    r = (ept_rect){r.x, (r.h - ept_draw_metrics(d)->button_small_h) / 2, r.w,
                   ept_draw_metrics(d)->button_small_h};
    if (on || lit)
        ept_draw_box(
            d, r, (ept_box){.fill = on ? EPT_COLOUR_ACCENT : EPT_COLOUR_ACCENT_TINT, .radius = 8});
    ept_draw_text(d, r, word, opts);
    ept_ui_area(d, r, &(ept_area){.id = id, .label = word, .radius = 8, .group = 1});
}

static void draw_head(const app *a, ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);
    ept_rect r = ept_rect_inset(m->head, m->profile_margin, 0);
    ept_text_opts title = {.type = EPT_TYPE_LEAD_BOLD, .middle = true, .max_lines = 1};
    const char *name = app_msg(a, d, "app.title");
    int border = ept_theme_border(ept_draw_theme(d), 1);

    ept_ui_panel(d, m->head);
    ept_draw_fill(d, (ept_rect){0, m->head.h - border, m->w, border}, EPT_COLOUR_LINE);
    /* Words without a box end at the margin. */
    if (a->prefs.lang != langs[LANGS - 1])
        r.w += LANG_PAD;
    for (int i = LANGS - 1; i >= 0; i--) {
        bool on = a->prefs.lang == langs[i];
        const char *word = app_msg(a, d, lang_words[i]);
        ept_text_opts opts = {.type = on ? EPT_TYPE_BODY_BOLD : EPT_TYPE_BODY};

        draw_lang(d, ept_cut_right(&r, ept_draw_text_w(d, word, opts) + 2 * LANG_PAD, 8), i, word,
                  on);
    }
    ept_cut_right(&r, 16, 0);
    ept_cut_left(&r, ept_draw_mark(d, r.x + 1, (m->head.h - 16) / 2, 16, false), 16);
    if (r.w >= ept_draw_text_w(d, name, title))
        ept_draw_text(d, r, name, title);
}

/* Title, sentence and search field from the top of r; the height they take. */
static int draw_title(const profiles_state *s, const app *a, ept_draw_list *d, ept_rect r)
{
    ept_text_opts title = {.type = EPT_TYPE_H1},
                  lead = {.type = EPT_TYPE_LEAD, .colour = EPT_COLOUR_INK_2};
    const char *head = app_msg(a, d, "profiles.title"), *text = app_msg(a, d, "profiles.text");
    int search = study_scaled(d, SEARCH_W), words = r.w - search - 24;
    bool beside = ept_draw_text_w(d, head, title) <= words;
    ept_field field = {.id = "profiles.search",
                       .hint = app_msg(a, d, "profiles.search"),
                       .icon = "search",
                       .key = "/",
                       .edit = &s->filter};
    int top = r.y;

    if (s->list.count > 0 && beside)
        ept_ui_field(d, (ept_rect){r.x + r.w - search, r.y + 18, search, 0}, &field);
    if (beside)
        r.w = words;
    r.y += ept_draw_text(d, r, head, title) + 8;
    r.y += ept_draw_text(d, r, text, lead);
    if (s->list.count > 0 && !beside)
        r.y += 16 + ept_ui_field(d, (ept_rect){r.x, r.y + 16, search, 0}, &field).h;
    return r.y - top;
}

static int card_h(const ept_draw_list *d)
{
    return 2 * CARD_PAD + study_scaled(d, PICTURE_PX) + 11 + study_line(d, EPT_TYPE_H3) +
           study_line(d, EPT_TYPE_SMALL) + 3;
}

static void draw_card(const profiles_state *s, const app *a, ept_draw_list *d, ept_rect r, size_t i,
                      bool first)
{
    const ept_learner *who = &s->list.people[i];
    const char *id = ept_draw_id(d, "profiles.card", (int)i);
    const char *name = who->name ? who->name : app_msg(a, d, "word.guest");
    const char *note =
        who->name ? app_when(a, d, who->last_utc_ms) : app_msg(a, d, "profiles.guest-unfinished");
    bool lit = ept_draw_focused(d, id) || ept_draw_hovered(d, id);
    int picture = study_scaled(d, PICTURE_PX), lock = study_scaled(d, 20);
    ept_rect in = ept_rect_inset(r, CARD_PAD, CARD_PAD), frame;
    ept_colour ink = lit ? EPT_COLOUR_ON_TINT_INK : EPT_COLOUR_INK;

    ept_draw_box(d, r,
                 (ept_box){lit ? EPT_COLOUR_ACCENT_TINT : EPT_COLOUR_SURFACE,
                           lit ? EPT_COLOUR_ACCENT : EPT_COLOUR_LINE, 1, 8, false, false});
    frame = ept_cut_top(&in, picture, 11);
    frame.w = picture;
    ept_draw_icon(d, frame, app_profile_icon(d, who->guest ? NULL : who->picture),
                  who->guest ? ink : EPT_COLOUR_NONE);
    ept_draw_box(d, frame, (ept_box){.line = EPT_COLOUR_LINE, .border = 1, .radius = 8});
    if (who->has_pin)
        ept_draw_icon(d, (ept_rect){in.x + in.w - lock, r.y + CARD_PAD, lock, lock}, "lock",
                      lit ? ink : EPT_COLOUR_INK_2);
    in.y += ept_draw_text(d, in, name,
                          (ept_text_opts){.type = EPT_TYPE_H3, .colour = ink, .max_lines = 1});
    ept_draw_text(d, in, note,
                  (ept_text_opts){.type = EPT_TYPE_SMALL,
                                  .colour = lit ? ink : EPT_COLOUR_INK_2,
                                  .max_lines = 1});
    ept_ui_area(d, r,
                &(ept_area){.id = id,
                            .label = name,
                            .radius = 8,
                            .group = 2,
                            .initial = !s->filter.text[0] && who->id == s->list.last,
                            .primary = first && s->filter.text[0]});
}

/* The cards from the top of r; the height they take. */
static int draw_grid(const profiles_state *s, const app *a, ept_draw_list *d, ept_rect r)
{
    const ept_metrics *m = ept_draw_metrics(d);
    int columns = (r.w + m->gap) / (study_scaled(d, CARD_W) + m->gap), n = 0, h = card_h(d);

    columns = columns < 1 ? 1 : columns > COLUMNS_MAX ? COLUMNS_MAX : columns;
    for (size_t i = 0; i < s->list.count; i++) {
        ept_rect row = {r.x, r.y + n / columns * (h + m->gap), r.w, h};

        if (!shown(s, a, i))
            continue;
        draw_card(s, a, d, ept_rect_column(row, columns, n % columns, m->gap), i, n == 0);
        n++;
    }
    if (n == 0)
        return ept_draw_text(d, r,
                             app_msg(a, d, s->list.count ? "profiles.none" : "profiles.empty"),
                             (ept_text_opts){.type = EPT_TYPE_LEAD});
    return (n + columns - 1) / columns * (h + m->gap) - m->gap;
}

/* New profile, guest, and what becomes of a guest; the height of the row. */
static int draw_buttons(const profiles_state *s, const app *a, ept_draw_list *d, ept_rect r)
{
    ept_button buttons[] = {{.id = "profiles.new",
                             .label = app_msg(a, d, "profiles.new"),
                             .icon = "plus",
                             .kind = s->list.count ? EPT_BUTTON_SECONDARY : EPT_BUTTON_PRIMARY,
                             .initial = s->list.count == 0,
                             .group = 3},
                            {.id = "profiles.guest",
                             .label = app_msg(a, d, "profiles.guest"),
                             .icon = "user",
                             .group = 3}};
    const char *note = app_msg(a, d, "profiles.guest-note");
    ept_text_opts quiet = {.colour = EPT_COLOUR_INK_3, .middle = true};
    ept_rect rest;

    r.h = ept_draw_metrics(d)->button_h;
    rest = ept_ui_buttons_left(d, r, buttons, 2);
    if (ept_draw_text_h(d, rest.w, note, quiet) <= r.h)
        ept_draw_text(d, rest, note, quiet);
    return r.h;
}

static bool anybody(const app *a)
{
    return app_top(a) != &screen_profiles ||
           ((const profiles_state *)app_top_state(a))->list.count > 0;
}

static const app_key_row keys[] = {
    {.keys = "\u2190 \u2191 \u2193 \u2192", .says = "profiles.keys-choose", .works = anybody},
    {.keys = "Enter", .says = "profiles.keys-enter"},
    {.keys = "N", .says = "profiles.new"},
    {.keys = "G", .says = "profiles.guest"},
    {.keys = "/", .says = "profiles.keys-search", .works = anybody},
    {0},
};
/* The same in short for the foot. */
static const app_key_row hints[] = {
    {.keys = "\u2190 \u2191 \u2193 \u2192", .says = "profiles.key-choose", .works = anybody},
    {.keys = "Enter", .says = "profiles.key-enter", .works = anybody},
    {.keys = "N", .says = "profiles.key-new"},
    {.keys = "G", .says = "profiles.key-guest"},
    {.keys = "/", .says = "profiles.key-search", .works = anybody},
    {0},
};

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const profiles_state *s = self;
    const ept_metrics *m = ept_draw_metrics(d);
    int gap = m->profile_margin > 16 ? 40 : 16, title;
    ept_rect r = ept_rect_inset((ept_rect){0, m->head.h, m->w, 0}, m->profile_margin, 0), pane;

    ept_ui_page(d);
    draw_head(a, d);
    r.h = app_key_footer(a, d, m->profile_margin, hints) - r.y;
    if (m->hk < 600) {
        /* Too low for fixed parts: everything scrolls. */
        pane = (ept_rect){r.x - ROOM, r.y, r.w + 2 * ROOM, r.h};
        pane = app_pane_begin(a, d, pane, "profiles.page");
        int top = pane.y;

        pane = (ept_rect){pane.x + ROOM, pane.y + 16, r.w, pane.h};
        pane.y += draw_title(s, a, d, pane) + 16;
        pane.y += draw_grid(s, a, d, pane) + 24;
        pane.y += draw_buttons(s, a, d, pane) + 16;
        app_pane_end(a, d, "profiles.page", pane.y - top);
        return;
    }
    ept_cut_top(&r, gap, 0);
    title = draw_title(s, a, d, r);
    ept_cut_top(&r, title, (gap > 16 ? 32 : 16) - ROOM);
    draw_buttons(s, a, d, ept_cut_bottom(&r, m->button_h + (gap > 16 ? 60 : 16), 32 - ROOM));
    pane = (ept_rect){r.x - ROOM, r.y, r.w + 2 * ROOM, r.h};
    pane = app_pane_begin(a, d, pane, "profiles.grid");
    pane = (ept_rect){pane.x + ROOM, pane.y + ROOM, r.w, pane.h};
    app_pane_end(a, d, "profiles.grid", draw_grid(s, a, d, pane) + 2 * ROOM);
}

const screen_ops screen_profiles = {.name = "profiles",
                                    .state_size = sizeof(profiles_state),
                                    .footer = true,
                                    .keys = keys,
                                    .help = "profiles.help",
                                    .enter = enter,
                                    .leave = leave,
                                    .resume = resume,
                                    .key = key,
                                    .action = action,
                                    .draw = draw};
