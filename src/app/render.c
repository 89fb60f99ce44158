/* SPDX-License-Identifier: MIT */
/* Pictures without a window: one picture of the bank, one question as it is asked, or contact
 * sheets of all pictures for the eye of an author. */
#include <stdio.h>
#include <string.h>

#include "epstopik/path.h"
#include "item_view.h"
#include "loop.h"
#include "stimulus.h"

enum {
    ITEM_W = 1024,
    ITEM_H_MAX = 4000,
    PICTURE_H = 404,
    PAD = 24,
    SHEET_W = 1280,
    SHEET_H = 1600,
    CELL_W = 176,
    CELL_H = 196,
    CELL_WORD_H = 16,
};

/* What a job is about, for the sentence when it fails. */
typedef struct job {
    app *a;
    ept_arena *arena;
    const char *bank;    /* as named */
    const char *writing; /* the file that is written; NULL while reading */
} job;

/* --- one question --- */

static int draw_stimulus(const app *a, ept_draw_list *d, ept_rect r, const item_view *v)
{
    stimulus_kind kind = stimulus_of(v);
    int h = kind == STIMULUS_PICTURE ? PICTURE_H : stimulus_h(a, d, r.w, v, PICTURE_H);

    if (kind == STIMULUS_NONE)
        return 0;
    if (kind == STIMULUS_PICTURE)
        r = ept_rect_centre((ept_rect){r.x, r.y, r.w, h}, PICTURE_H, PICTURE_H);
    r.h = h;
    stimulus_draw(a, d, r, v);
    return h + PAD;
}

/* The question from the top of the frame; the height it took. */
static int draw_item(const app *a, ept_draw_list *d, const item_view *v)
{
    const ept_metrics *m = ept_draw_metrics(d);
    ept_rect r = {PAD, PAD, m->w - 2 * PAD, 0};
    ept_option_card cards[EPT_PLACES];
    bool pairs = item_view_options(v) == ITEM_OPTIONS_PICTURE;
    const char *ask = item_view_ask(v);

    ept_draw_fill(d, (ept_rect){0, 0, m->w, m->h}, EPT_COLOUR_SURFACE);
    r.y += ept_ui_question_line(d, r, 1, item_view_instruction(v), item_view_listening(v),
                                v->lang != EPT_LANG_KO) +
           PAD;
    r.y += draw_stimulus(a, d, r, v);
    if (item_view_listening(v))
        r.y += stimulus_script(a, d, r, v) + PAD;
    if (ask)
        r.y += ept_draw_text(d, r, ask, (ept_text_opts){.type = EPT_TYPE_QUESTION}) + PAD;
    item_view_cards(cards, a, ept_draw_arena(d), v, true);
    r.y += ept_ui_options(d, r, cards, pairs, false);
    return r.y + PAD;
}

static ept_status save_item(job *j, const ept_item *item)
{
    app *a = j->a;
    const ept_bank_slot *slot;
    ept_form_item place = {.id = item->id, .slot = item->slot, .number = 1, .order = {0, 1, 2, 3}};
    item_view v = {.item = item, .place = &place};
    ept_status status = ept_bank_slot_get(&slot, j->arena, a->bank, item->slot);
    int w = a->options.size_px > 0 ? a->options.size_px : ITEM_W, h;

    if (status)
        return status;
    v.slot = slot;
    v.lang = item_view_lang(item, a->options.lang ? a->prefs.lang : EPT_LANG_KO);
    if (!ept_section_parse(&place.section, slot->section))
        return ept_fail(EPT_E_FORMAT, "slot %s: no such section", slot->id);
    status = ept_ui_resize(a->ui, w, ITEM_H_MAX);
    if (status)
        return status;
    h = draw_item(a, ept_ui_begin(a->ui), &v);
    status = ept_ui_end(a->ui, NULL);
    if (!status)
        status = ept_ui_resize(a->ui, w, h);
    if (status)
        return status;
    draw_item(a, ept_ui_begin(a->ui), &v);
    status = ept_ui_end(a->ui, NULL);
    j->writing = status ? NULL : a->options.out;
    return status ? status : ept_ui_save_png(a->ui, a->options.out);
}

static ept_status render_one(job *j)
{
    app *a = j->a;
    const char *id = a->options.render;
    ept_picture picture = {.key = id};
    const ept_item *item = NULL;
    ept_str svg = {NULL, 0};
    ept_status status = ept_bank_item(&item, j->arena, a->bank, id);

    if (item)
        return save_item(j, item);
    if (status == EPT_E_NOT_FOUND)
        status = ept_bank_picture(&svg, j->arena, a->bank, id);
    if (status)
        return status;
    picture.svg = svg.p;
    picture.bytes = svg.n;
    j->writing = a->options.out;
    return ept_ui_picture_png(&picture, a->options.size_px ? a->options.size_px : PICTURE_H,
                              a->options.out);
}

/* --- contact sheets --- */

/* Whether all of them can be read: a sheet with a hole would not be noticed. */
static ept_status look_at(const job *j, const char *const *ids, size_t count)
{
    ept_status status = EPT_OK;
    ept_str svg;

    for (size_t i = 0; !status && i < count; i++)
        status = ept_bank_picture(&svg, j->arena, j->a->bank, ids[i]);
    return status;
}

static ept_status draw_sheet(job *j, const char *const *ids, size_t count, const char *path)
{
    app *a = j->a;
    ept_draw_list *d = ept_ui_begin(a->ui);
    const ept_metrics *m = ept_draw_metrics(d);
    size_t per_row = (size_t)(SHEET_W / CELL_W);

    ept_draw_fill(d, (ept_rect){0, 0, m->w, m->h}, EPT_COLOUR_WHITE);
    for (size_t i = 0; i < count; i++) {
        ept_rect cell = {(int)(i % per_row) * CELL_W + PAD, (int)(i / per_row) * CELL_H + PAD,
                         CELL_W - 8, CELL_H - 8};
        ept_rect word = ept_cut_bottom(&cell, CELL_WORD_H, 4);
        const ept_picture *picture = app_picture(a, ept_draw_arena(d), ids[i]);

        ept_draw_box(d, cell, (ept_box){.line = EPT_COLOUR_LINE, .border = 1});
        if (picture)
            ept_draw_picture(d, ept_rect_inset(cell, 4, 4), picture);
        ept_draw_text(d, word, ids[i], (ept_text_opts){.type = EPT_TYPE_TINY, .max_lines = 1});
    }
    if (ept_ui_end(a->ui, NULL))
        return ept_fail(EPT_E_NOMEM, "sheet %s: not all could be drawn", path);
    return ept_ui_save_png(a->ui, path);
}

static ept_status render_sheets(job *j)
{
    app *a = j->a;
    const char **ids = NULL;
    size_t count = 0, per_page = (size_t)(SHEET_W / CELL_W) * (size_t)((SHEET_H - PAD) / CELL_H);
    ept_status status = ept_bank_picture_ids(&ids, &count, j->arena, a->bank);
    const char *path = a->options.sheet;
    size_t stem = strlen(path);

    if (!status)
        status = ept_ui_resize(a->ui, SHEET_W, SHEET_H);
    if (!status)
        status = look_at(j, ids, count);
    if (stem > 4 && ept_streq(path + stem - 4, ".png"))
        stem -= 4;
    for (size_t at = 0; !status && at < count; at += per_page) {
        size_t n = count - at < per_page ? count - at : per_page;

        if (count > per_page)
            path = ept_arena_printf(j->arena, "%.*s-%zu.png", (int)stem, a->options.sheet,
                                    at / per_page + 1);
        j->writing = path;
        status = path ? draw_sheet(j, ids + at, n, path) : EPT_E_NOMEM;
        if (!status)
            printf("%s\n", path);
    }
    return status;
}

/* One sentence: what failed, where, what to do. */
static void tell(const job *j, ept_status status)
{
    const app *a = j->a;
    bool names = status == EPT_E_NOT_FOUND && a->ui && a->options.render;

    if (!j->writing && names)
        app_tell(a, "cli.item.unknown", a->options.render, j->bank);
    else if (!j->writing)
        app_tell_failure(a, "bank", j->bank, status);
    else if (status == EPT_E_FULL || status == EPT_E_NOMEM)
        app_tell_failure(a, "file", j->writing, status);
    else
        app_tell(a, "cli.build.readonly", j->writing, NULL);
}

int app_render(const app_options *options)
{
    job j = {.a = ept_calloc(1, sizeof *j.a)};
    ept_status status = j.a ? ept_arena_new(&j.arena) : EPT_E_NOMEM;

    if (status) {
        fprintf(stderr, "eps-topik: not enough memory\n");
        ept_free(j.a);
        return 1;
    }
    j.bank = options->bank_path ? options->bank_path : "core.bank";
    status = app_start_reading(j.a, options);
    if (!status)
        status = options->render ? render_one(&j) : render_sheets(&j);
    if (status)
        tell(&j, status);
    app_stop(j.a);
    ept_arena_free(j.arena);
    ept_free(j.a);
    return status ? 1 : 0;
}
