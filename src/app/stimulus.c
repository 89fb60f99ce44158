/* SPDX-License-Identifier: MIT */
/* Where the parts of a stimulus stand: text in the size for reading, a picture in its frame, a
 * document on its sheet; what is heard as a list of turns. */
#include "stimulus.h"

#include "epstopik/str.h"

enum { PICTURE_PAD = 17, NAME_GAP = 12 };

stimulus_kind stimulus_of(const item_view *v)
{
    if (v->item->picture) {
        return STIMULUS_PICTURE;
    }
    if (v->item->document) {
        return STIMULUS_DOCUMENT;
    }
    return v->item->passage ? STIMULUS_PASSAGE : STIMULUS_NONE;
}

static ept_text_opts passage_opts(void)
{
    return (ept_text_opts){.type = EPT_TYPE_STIMULUS, .korean = true};
}

/* The document's sheet, with less air where that makes all of it fit into `room` (0 = no limit). */
static bool sheet_of(ept_sheet *out, const app *a, ept_draw_list *d, const item_view *v, int w,
                     int room)
{
    const ept_sheet *sheet = stimulus_sheet(a, ept_draw_arena(d), v->item->document, w);

    if (!sheet) {
        return false;
    }
    *out = *sheet;
    if (room > 0 && ept_ui_sheet_h(d, w, out) > room) {
        out->tight = true;
        out->tight = ept_ui_sheet_h(d, w, out) <= room;
    }
    return true;
}

int stimulus_h(const app *a, ept_draw_list *d, int w, const item_view *v, int room)
{
    ept_sheet sheet;

    switch (stimulus_of(v)) {
    case STIMULUS_NONE:
        return 0;
    case STIMULUS_PASSAGE:
        return ept_draw_markup_h(d, w, v->item->passage, passage_opts());
    case STIMULUS_PICTURE:
        return room;
    case STIMULUS_DOCUMENT:
        return sheet_of(&sheet, a, d, v, w, room) ? ept_ui_sheet_h(d, w, &sheet) : 0;
    }
    return 0;
}

static int draw_picture(const app *a, ept_draw_list *d, ept_rect box, const item_view *v)
{
    const ept_picture *picture = app_picture(a, ept_draw_arena(d), v->item->picture);
    int h = box.h;

    ept_draw_box(
        d, box,
        (ept_box){.fill = EPT_COLOUR_WHITE, .line = EPT_COLOUR_LINE, .border = 1, .radius = 8});
    box = ept_rect_inset(box, PICTURE_PAD, PICTURE_PAD);
    if (picture) {
        ept_draw_picture(d, box, picture);
    } else {
        box.h = 0;
        ept_ui_notice(d, box, EPT_TONE_BAD, "warn", NULL, app_msg(a, d, "exam.damaged-picture"));
    }
    return h;
}

int stimulus_draw(const app *a, ept_draw_list *d, ept_rect box, const item_view *v)
{
    ept_sheet sheet;

    switch (stimulus_of(v)) {
    case STIMULUS_NONE:
        return 0;
    case STIMULUS_PASSAGE:
        return ept_draw_markup(d, box, v->item->passage, passage_opts());
    case STIMULUS_PICTURE:
        return draw_picture(a, d, box, v);
    case STIMULUS_DOCUMENT:
        return sheet_of(&sheet, a, d, v, box.w, box.h) ? ept_ui_sheet(d, box, &sheet) : 0;
    }
    return 0;
}

/* Message with the speaker's name. */
static const char *speaker(const char *voice)
{
    if (ept_streq(voice, "man") || ept_streq(voice, "man2")) {
        return "stimulus.man";
    }
    if (ept_streq(voice, "woman") || ept_streq(voice, "woman2")) {
        return "stimulus.woman";
    }
    return "stimulus.narrator";
}

static ept_text_opts name_opts(void)
{
    return (ept_text_opts){
        .type = EPT_TYPE_SMALL_BOLD, .colour = EPT_COLOUR_LISTEN, .nowrap = true, .middle = true};
}

int stimulus_names_w(const app *a, ept_draw_list *d, const item_view *v)
{
    int widest = 0;

    for (size_t i = 0; i < v->item->turn_count; i++) {
        int w = ept_draw_text_w(d, app_msg(a, d, speaker(v->item->script[i].voice)), name_opts());

        widest = w > widest ? w : widest;
    }
    return widest + NAME_GAP;
}

int stimulus_turn(const app *a, ept_draw_list *d, ept_rect box, const item_view *v, size_t i,
                  bool draw)
{
    const ept_text_opts text = {.type = EPT_TYPE_LEAD, .korean = true};
    const ept_turn *turn = &v->item->script[i];
    int names = stimulus_names_w(a, d, v);
    ept_rect at = {box.x + names, box.y, box.w - names, 0};

    if (!draw) {
        return ept_draw_text_h(d, at.w, turn->text, text);
    }
    ept_draw_text(d,
                  (ept_rect){box.x, box.y, names, ept_draw_metrics(d)->type[EPT_TYPE_LEAD].line_px},
                  app_msg(a, d, speaker(turn->voice)), name_opts());
    return ept_draw_text(d, at, turn->text, text);
}

/* Draws the turns, or only measures them when `draw` is false. */
static int turns(const app *a, ept_draw_list *d, ept_rect box, const item_view *v, bool draw)
{
    int y = box.y;

    for (size_t i = 0; i < v->item->turn_count; i++) {
        y += stimulus_turn(a, d, (ept_rect){box.x, y, box.w, 0}, v, i, draw) + STIMULUS_TURN_GAP;
    }
    return v->item->turn_count ? y - STIMULUS_TURN_GAP - box.y : 0;
}

int stimulus_script(const app *a, ept_draw_list *d, ept_rect box, const item_view *v)
{
    return turns(a, d, box, v, true);
}

int stimulus_script_h(const app *a, ept_draw_list *d, int w, const item_view *v)
{
    return turns(a, d, (ept_rect){0, 0, w, 0}, v, false);
}
