/* SPDX-License-Identifier: MIT */
/* A new profile, or changing one: name, picture, language, sector, and a PIN with what it protects
 * and what it does not. A guest who fills it in keeps what was done so far. */
#include <stdio.h>
#include <string.h>

#include "loop.h"
#include "study.h"

enum {
    PICTURES = 10,
    SECTORS = 5,
    LANGS = EPT_LANG_COUNT,
    PIN_MIN = 4,
    PIN_MAX = 8,
    NAME_LETTERS = 40,
    CELL = 72,
    ROOM = 8,
};

static const char *const pictures[PICTURES] = {"apple", "mount", "sun",  "tree", "wave",
                                               "yurt",  "tulip", "star", "fish", "kite"};
static const char *const sectors[SECTORS] = {"manufacturing", "construction", "agriculture",
                                             "fishery", "services"};
static const ept_lang langs[LANGS] = {EPT_LANG_KK, EPT_LANG_RU, EPT_LANG_EN, EPT_LANG_KO};
static const char *const lang_words[LANGS] = {"lang.kk", "lang.ru", "lang.en", "lang.ko"};

typedef struct new_profile_state {
    int64_t id;     /* 0 = a new one */
    bool was_guest; /* it gets a name now */
    bool had_pin, pin_on;
    ept_edit name, pin, again;
    int picture, sector, lang;
    const char *name_fault, *pin_fault; /* messages; NULL = nothing wrong */
} new_profile_state;

static int index_of(const char *const *words, int count, const char *word, int otherwise)
{
    for (int i = 0; i < count; i++)
        if (ept_streq(words[i], word))
            return i;
    return otherwise;
}

static int lang_index(ept_lang lang)
{
    for (int i = 0; i < LANGS; i++)
        if (langs[i] == lang)
            return i;
    return 0;
}

/* A picture that nobody has yet. */
static int free_picture(const ept_learner *people, size_t count)
{
    for (int p = 0; p < PICTURES; p++) {
        bool taken = false;

        for (size_t i = 0; i < count; i++)
            taken = taken || ept_streq(people[i].picture, pictures[p]);
        if (!taken)
            return p;
    }
    return (int)(count % PICTURES);
}

static ept_status enter(void *self, app *a, int64_t arg)
{
    new_profile_state *s = self;
    ept_arena *arena;
    ept_learner who = {.lang = a->prefs.lang}, *people;
    size_t count = 0;
    ept_status status = ept_arena_new(&arena);

    if (status)
        return status;
    status = ept_learner_list(&people, &count, arena, a->journal);
    if (!status && arg != 0)
        status = ept_learner_get(&who, arena, a->journal, arg);
    if (!status) {
        s->id = arg;
        s->was_guest = who.guest;
        s->had_pin = s->pin_on = who.has_pin;
        s->name.max_graphemes = NAME_LETTERS;
        s->pin.max_graphemes = s->again.max_graphemes = PIN_MAX;
        s->pin.digits_only = s->again.digits_only = true;
        ept_edit_set(&s->name, who.name ? who.name : "");
        s->picture = index_of(pictures, PICTURES, who.picture, free_picture(people, count));
        s->sector = index_of(sectors, SECTORS, who.sector, 0);
        s->lang = lang_index(who.lang);
    }
    ept_arena_free(arena);
    return status;
}

static void leave(void *self, app *a)
{
    new_profile_state *s = self;

    (void)a;
    memset(&s->pin, 0, sizeof s->pin);
    memset(&s->again, 0, sizeof s->again);
}

/* --- saving --- */

static bool check_pin(new_profile_state *s)
{
    size_t n = strlen(s->pin.text);

    s->pin_fault = NULL;
    if (!s->pin_on || (n == 0 && s->had_pin))
        return true;
    if (n < PIN_MIN || n > PIN_MAX)
        s->pin_fault = "new-profile.pin-length";
    else if (!ept_streq(s->pin.text, s->again.text))
        s->pin_fault = "new-profile.pin-differs";
    return !s->pin_fault;
}

/* The second field is the one to look at. */
static bool differs(const new_profile_state *s)
{
    return ept_streq(s->pin_fault, "new-profile.pin-differs");
}

static ept_status write_person(new_profile_state *s, app *a)
{
    ept_learner who = {.id = s->id,
                       .name = s->name.text,
                       .picture = pictures[s->picture],
                       .sector = sectors[s->sector],
                       .lang = langs[s->lang]};

    if (s->id != 0)
        return ept_learner_update(a->journal, &who);
    return ept_learner_add(&s->id, a->journal, &who, a->clock.utc_ms(a->clock.ctx));
}

static ept_status write_pin(new_profile_state *s, app *a)
{
    if (s->pin_on && s->pin.text[0])
        return ept_learner_pin_set(a->journal, s->id, s->pin.text);
    return !s->pin_on && s->had_pin ? ept_learner_pin_set(a->journal, s->id, NULL) : EPT_OK;
}

static nav save(new_profile_state *s, app *a)
{
    bool is_new = s->id == 0;
    ept_status status;

    s->name_fault = s->name.text[0] ? NULL : "new-profile.name-missing";
    if (!check_pin(s) || s->name_fault) {
        ept_focus_set(ept_ui_focus(a->ui), s->name_fault ? "new-profile.name"
                                           : differs(s)  ? "new-profile.again"
                                                         : "new-profile.pin");
        if (!s->name_fault)
            app_pane_move(a, "new-profile.pane", 1); /* the fields of the PIN, and what is wrong */
        return nav_redraw();
    }
    status = write_person(s, a);
    if (status == EPT_E_REFUSED || status == EPT_E_INVAL) {
        s->name_fault =
            status == EPT_E_INVAL ? "new-profile.name-missing" : "new-profile.name-taken";
        ept_focus_set(ept_ui_focus(a->ui), "new-profile.name");
        return nav_redraw();
    }
    if (!status)
        status = write_pin(s, a);
    if (!status)
        status = is_new ? app_sign_in(a, s->id) : app_learner_reload(a);
    if (status) {
        app_say_error(a, status, "app");
        return nav_redraw();
    }
    return is_new ? nav_home() : nav_pop();
}

static nav resume(void *self, app *a)
{
    new_profile_state *s = self;
    ept_status status;

    if (!app_said_yes(a, "new-profile.delete"))
        return nav_redraw();
    status = ept_learner_delete(a->journal, s->id);
    if (!status)
        return nav_profiles();
    app_say_error(a, status, "app");
    return nav_redraw();
}

/* --- input --- */

/* "new-profile.sector.3" -> 3 when it begins with `base`; else -1. */
static int number_of(const char *id, const char *base, int count)
{
    size_t n = strlen(base);
    int64_t at;

    return strncmp(id, base, n) == 0 && id[n] == '.' && ept_parse_int(&at, id + n + 1, 0, count - 1)
               ? (int)at
               : -1;
}

static nav choose(new_profile_state *s, app *a, const char *id)
{
    int picture = number_of(id, "new-profile.picture", PICTURES);
    int sector = number_of(id, "new-profile.sector", SECTORS);
    int lang = number_of(id, "new-profile.lang", LANGS);

    s->picture = picture >= 0 ? picture : s->picture;
    s->sector = sector >= 0 ? sector : s->sector;
    s->lang = lang >= 0 ? lang : s->lang;
    if (ept_streq(id, "new-profile.ask-pin")) {
        s->pin_on = !s->pin_on;
        s->pin_fault = NULL;
        if (s->pin_on)
            ept_focus_set(ept_ui_focus(a->ui), "new-profile.pin");
        a->stack->follow = true;
    }
    return nav_redraw();
}

static nav action(void *self, app *a, const ept_action *act)
{
    new_profile_state *s = self;

    if (act->kind != EPT_ACTION_ACTIVATE)
        return nav_stay();
    if (ept_streq(act->id, "new-profile.save"))
        return save(s, a);
    if (ept_streq(act->id, "new-profile.cancel") || ept_streq(act->id, "new-profile.back"))
        return nav_pop();
    if (ept_streq(act->id, "new-profile.delete"))
        return app_ask(a, &(app_question){.id = "new-profile.delete",
                                          .title = "new-profile.delete-title",
                                          .text = "new-profile.delete-text",
                                          .no = "new-profile.delete-no",
                                          .yes = "new-profile.delete-yes",
                                          .name = s->name.text});
    return choose(s, a, act->id);
}

static nav key(void *self, app *a, const ept_input *in)
{
    new_profile_state *s = self;

    if (app_field(a, &s->name, "new-profile.name", in)) {
        s->name_fault = NULL;
        return nav_redraw();
    }
    if (app_field(a, &s->pin, "new-profile.pin", in) ||
        app_field(a, &s->again, "new-profile.again", in)) {
        s->pin_fault = NULL;
        return nav_redraw();
    }
    return nav_stay();
}

/* --- drawing --- */

static void set_field(study_pen *pen, const ept_field *f)
{
    int h = ept_draw_metrics(pen->d)->row_h;
    ept_text_opts small = {.type = EPT_TYPE_SMALL};

    if (f->label)
        h += 8 + ept_draw_text_h(pen->d, pen->at.w, f->label,
                                 (ept_text_opts){.type = EPT_TYPE_BODY_BOLD});
    if (f->note)
        h += 4 + ept_draw_text_h(pen->d, pen->at.w, f->note, small);
    if (!pen->dry)
        ept_ui_field(pen->d, (ept_rect){pen->at.x, pen->at.y, pen->at.w, 0}, f);
    pen->at.y += h;
}

static void set_label(study_pen *pen, const char *key)
{
    study_text(pen, EPT_TYPE_BODY_BOLD, EPT_COLOUR_INK, app_msg(pen->a, pen->d, key));
    study_gap(pen, 8);
}

static void draw_picture(study_pen *pen, ept_rect r, int i, bool on)
{
    const char *id = ept_draw_id(pen->d, "new-profile.picture", i);
    int tick = study_scaled(pen->d, 20);
    bool lit = on || ept_draw_hovered(pen->d, id);

    ept_draw_icon(pen->d, ept_rect_inset(r, 4, 4), app_profile_icon(pen->d, pictures[i]),
                  EPT_COLOUR_NONE);
    ept_draw_box(pen->d, r,
                 (ept_box){.line = lit ? EPT_COLOUR_ACCENT : EPT_COLOUR_LINE,
                           .border = on ? 3 : 1,
                           .radius = 8});
    if (on) {
        ept_rect corner = {r.x + r.w - tick, r.y, tick, tick};

        ept_draw_box(pen->d, corner, (ept_box){.fill = EPT_COLOUR_ACCENT, .radius = 4});
        ept_draw_icon(pen->d, ept_rect_inset(corner, 2, 2), "check", EPT_COLOUR_ON_ACCENT);
    }
    ept_ui_area(pen->d, r,
                &(ept_area){.id = id,
                            .label = app_msg(pen->a, pen->d,
                                             ept_arena_printf(ept_draw_arena(pen->d), "picture.%s",
                                                              pictures[i])),
                            .radius = 8,
                            .group = 1});
}

static void set_pictures(study_pen *pen, const new_profile_state *s)
{
    int cell = study_scaled(pen->d, CELL), gap = 12;
    int columns = (pen->at.w + gap) / (cell + gap), rows;
    ept_rect strip;

    columns = columns > PICTURES ? PICTURES : columns > PICTURES / 2 ? PICTURES / 2 : columns;
    rows = (PICTURES + columns - 1) / columns;
    strip = study_strip(pen, rows * cell + (rows - 1) * gap);
    for (int i = 0; i < PICTURES && !pen->dry; i++)
        draw_picture(pen,
                     (ept_rect){strip.x + i % columns * (cell + gap),
                                strip.y + i / columns * (cell + gap), cell, cell},
                     i, i == s->picture);
}

/* A row that is chosen or ticked; measured by its words. */
static void set_choice(study_pen *pen, const ept_choice *c)
{
    int text_w = pen->at.w - 16 - study_scaled(pen->d, 24) - 12 - 16;
    int words = ept_draw_text_h(pen->d, text_w, c->label, (ept_text_opts){.type = EPT_TYPE_BODY}) +
                ept_draw_text_h(pen->d, text_w, c->note, (ept_text_opts){.type = EPT_TYPE_SMALL});
    ept_rect r = study_strip(pen, study_max(ept_draw_metrics(pen->d)->row_h, words + 24));

    if (!pen->dry)
        ept_ui_choice(pen->d, r, c);
}

static void set_pin(study_pen *pen, const new_profile_state *s)
{
    const app *a = pen->a;
    ept_draw_list *d = pen->d;
    ept_choice ask = {.id = "new-profile.ask-pin",
                      .label = app_msg(a, d, "new-profile.ask-pin"),
                      .note = app_msg(a, d, "new-profile.pin-note"),
                      .tick_box = true,
                      .on = s->pin_on};
    ept_field pin = {.id = "new-profile.pin",
                     .label = app_msg(a, d, "new-profile.pin"),
                     .hint = s->had_pin ? app_msg(a, d, "new-profile.pin-keep") : NULL,
                     .note = s->pin_fault && !differs(s) ? app_msg(a, d, s->pin_fault) : NULL,
                     .bad = s->pin_fault && !differs(s),
                     .secret = true,
                     .edit = &s->pin};
    ept_field again = {.id = "new-profile.again",
                       .label = app_msg(a, d, "new-profile.again"),
                       .note = differs(s) ? app_msg(a, d, s->pin_fault) : NULL,
                       .bad = differs(s),
                       .secret = true,
                       .edit = &s->again};

    set_choice(pen, &ask);
    if (!s->pin_on)
        return;
    study_gap(pen, 16);
    set_field(pen, &pin);
    study_gap(pen, 16);
    set_field(pen, &again);
}

static void left_body(study_pen *pen, const void *ctx)
{
    const new_profile_state *s = ctx;
    ept_field name = {.id = "new-profile.name",
                      .label = app_msg(pen->a, pen->d, "new-profile.name"),
                      .note = s->name_fault ? app_msg(pen->a, pen->d, s->name_fault) : NULL,
                      .bad = s->name_fault != NULL,
                      .edit = &s->name,
                      .initial = true};

    set_field(pen, &name);
    study_gap(pen, 24);
    set_label(pen, "new-profile.picture");
    set_pictures(pen, s);
    study_gap(pen, 24);
    set_pin(pen, s);
}

static void right_body(study_pen *pen, const void *ctx)
{
    const new_profile_state *s = ctx;
    int count = pen->at.w >= study_scaled(pen->d, 680) ? LANGS : LANGS / 2;

    set_label(pen, "new-profile.lang");
    for (int i = 0; i < LANGS; i += count) {
        ept_rect row = study_strip(pen, ept_draw_metrics(pen->d)->row_h);

        for (int k = 0; k < count && !pen->dry; k++)
            ept_ui_choice(pen->d, ept_rect_column(row, count, k, 8),
                          &(ept_choice){.id = ept_draw_id(pen->d, "new-profile.lang", i + k),
                                        .label = app_msg(pen->a, pen->d, lang_words[i + k]),
                                        .on = i + k == s->lang,
                                        .group = 2});
        study_gap(pen, 8);
    }
    study_gap(pen, 16);
    set_label(pen, "new-profile.sector");
    for (int i = 0; i < SECTORS; i++) {
        ept_choice c = {.id = ept_draw_id(pen->d, "new-profile.sector", i),
                        .label = app_msg(pen->a, pen->d, study_sector_key(sectors[i])),
                        .on = i == s->sector,
                        .group = 3};

        set_choice(pen, &c);
        study_gap(pen, 8);
    }
    study_text(pen, EPT_TYPE_SMALL, EPT_COLOUR_INK_3,
               app_msg(pen->a, pen->d, "new-profile.sector-note"));
}

static void draw_foot(const new_profile_state *s, const app *a, ept_draw_list *d)
{
    ept_rect row = ept_ui_footer(d, ept_draw_metrics(d)->page_margin);
    ept_button right[] = {
        {.id = "new-profile.save",
         .label = app_msg(a, d, s->id ? "new-profile.save" : "new-profile.create"),
         .key = "Enter",
         .kind = EPT_BUTTON_PRIMARY,
         .size = EPT_BUTTON_FOOTER},
        {.id = "new-profile.cancel",
         .label = app_msg(a, d, "app.cancel"),
         .key = "Esc",
         .size = EPT_BUTTON_FOOTER,
         .cancel = true}};
    ept_button remove = {.id = "new-profile.delete",
                         .label = app_msg(a, d, "new-profile.delete"),
                         .kind = EPT_BUTTON_DANGER,
                         .size = EPT_BUTTON_FOOTER};

    row = ept_ui_buttons_right(d, row, right, 2);
    if (s->id != 0 && !s->was_guest)
        ept_ui_buttons_left(d, row, &remove, 1);
}

static void draw(const void *self, const app *a, ept_draw_list *d)
{
    const new_profile_state *s = self;
    const ept_metrics *m = ept_draw_metrics(d);
    const char *title = s->id == 0     ? "new-profile.title"
                        : s->was_guest ? "new-profile.title-guest"
                                       : "new-profile.title-edit";
    ept_rect r = {m->page_margin - ROOM, m->head.h, m->w - 2 * (m->page_margin - ROOM), 0}, col;
    bool wide = m->columns > 1;
    int top, h, bottom;

    ept_ui_page(d);
    ept_ui_head(d, "new-profile.back", app_msg(a, d, title), NULL);
    r.h = m->footer.y - r.y;
    draw_foot(s, a, d);
    r = app_pane_begin(a, d, r, "new-profile.pane");
    top = r.y;
    r = (ept_rect){r.x + ROOM, r.y + m->gap, r.w - 2 * ROOM, 0};
    col = wide ? ept_rect_column(r, 2, 0, m->gap) : r;
    h = study_card_h(a, d, col.w, left_body, s);
    if (wide)
        h = study_max(h, study_card_h(a, d, col.w, right_body, s));
    col.h = h;
    bottom = col.y + study_card(a, d, col, left_body, s);
    if (wide) {
        col = ept_rect_column(r, 2, 1, m->gap);
        col.h = h;
    } else {
        col = (ept_rect){r.x, bottom + m->gap, r.w, 0};
    }
    bottom = col.y + study_card(a, d, col, right_body, s);
    app_pane_end(a, d, "new-profile.pane", bottom + m->gap - top);
}

const screen_ops screen_new_profile = {.name = "new-profile",
                                       .state_size = sizeof(new_profile_state),
                                       .footer = true,
                                       .help = "new-profile.help",
                                       .enter = enter,
                                       .leave = leave,
                                       .resume = resume,
                                       .key = key,
                                       .action = action,
                                       .draw = draw};
