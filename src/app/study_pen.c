/* SPDX-License-Identifier: MIT */
/* The pen of the study screens: the same code measures a card and then fills it, so that a card is
 * always as high as its words at any text size. */
#include "study.h"

enum { FACT_PAD = 12, TIGHT = 16 };

int study_max(int a, int b)
{
    return a > b ? a : b;
}

int study_min(int a, int b)
{
    return a < b ? a : b;
}

int study_scaled(const ept_draw_list *d, int px)
{
    return ept_ui_scale(px, ept_draw_metrics(d)->percent);
}

int study_line(const ept_draw_list *d, ept_type type)
{
    return ept_draw_metrics(d)->type[type].line_px;
}

void study_gap(study_pen *pen, int px)
{
    pen->at.y += px;
}

void study_text(study_pen *pen, ept_type type, ept_colour colour, const char *text)
{
    ept_text_opts opts = {.type = type, .colour = colour};

    pen->at.y += pen->dry ? ept_draw_text_h(pen->d, pen->at.w, text, opts)
                          : ept_draw_text(pen->d, pen->at, text, opts);
}

void study_markup(study_pen *pen, ept_type type, ept_colour colour, const char *text)
{
    ept_text_opts opts = {.type = type, .colour = colour};

    pen->at.y += pen->dry ? ept_draw_markup_h(pen->d, pen->at.w, text, opts)
                          : ept_draw_markup(pen->d, pen->at, text, opts);
}

void study_fact(study_pen *pen, const char *label, const char *value, bool line)
{
    ept_text_opts bold = {.type = EPT_TYPE_BODY_BOLD, .align = EPT_ALIGN_RIGHT};
    ept_text_opts quiet = {.type = EPT_TYPE_BODY, .colour = EPT_COLOUR_INK_2};
    int wv = study_min(ept_draw_text_w(pen->d, value, bold), pen->at.w * 3 / 5);
    int wl = study_max(pen->at.w - wv - 12,
                       study_min(ept_draw_text_w(pen->d, label, quiet), pen->at.w / 2));
    int h;
    ept_rect row;

    /* A word of the label is not broken for the value: that one wraps. */
    wv = pen->at.w - wl - 12;
    h = study_max(ept_draw_text_h(pen->d, wl, label, quiet),
                  ept_draw_text_h(pen->d, wv, value, bold));
    row = study_strip(pen, h + FACT_PAD);

    if (!pen->dry) {
        row = ept_rect_inset(row, 0, FACT_PAD / 2);
        ept_draw_text(pen->d, (ept_rect){row.x, row.y, wl, row.h}, label, quiet);
        ept_draw_text(pen->d, (ept_rect){row.x + row.w - wv, row.y, wv, row.h}, value, bold);
    }
    if (line)
        study_rule(pen);
}

void study_rule(study_pen *pen)
{
    if (!pen->dry)
        ept_draw_hline(pen->d, pen->at.x, pen->at.y, pen->at.w, EPT_COLOUR_LINE);
    pen->at.y += ept_theme_border(ept_draw_theme(pen->d), 1);
}

int study_chip_h(const ept_draw_list *d)
{
    return study_max(32, study_line(d, EPT_TYPE_SMALL) + 12);
}

/* A sentence that is wider than its card: the same box with the words on several lines. */
static void wide_chip(study_pen *pen, const ept_chip *chip)
{
    ept_text_opts opts = {.type = chip->bold ? EPT_TYPE_SMALL_BOLD : EPT_TYPE_SMALL,
                          .colour = ept_tone_ink(chip->tone),
                          .middle = true};
    int icon = chip->icon ? study_scaled(pen->d, 18) + 8 : 0, w = pen->at.w - 24 - icon;
    ept_rect r = study_strip(pen, ept_draw_text_h(pen->d, w, chip->label, opts) + 12);
    bool contrast = ept_draw_theme(pen->d) == EPT_THEME_CONTRAST;

    if (pen->dry)
        return;
    ept_draw_box(pen->d, r,
                 (ept_box){contrast ? EPT_COLOUR_SURFACE : ept_tone_tint(chip->tone),
                           ept_tone_ink(chip->tone), 1, 16, false, false});
    r = ept_rect_inset(r, 12, 0);
    if (chip->icon)
        ept_draw_icon(pen->d, ept_cut_left(&r, icon - 8, 8), chip->icon, ept_tone_ink(chip->tone));
    ept_draw_text(pen->d, r, chip->label, opts);
}

void study_chip(study_pen *pen, ept_chip chip)
{
    int w = ept_ui_chip_w(pen->d, &chip);
    int h = study_chip_h(pen->d);

    if (w > pen->at.w) {
        wide_chip(pen, &chip);
        return;
    }
    if (!pen->dry)
        ept_ui_chip(pen->d, (ept_rect){pen->at.x, pen->at.y, 0, h}, &chip);
    pen->at.y += h;
}

void study_button(study_pen *pen, ept_button button)
{
    const ept_metrics *m = ept_draw_metrics(pen->d);
    int natural = ept_ui_button_w(pen->d, &button), h = m->button_h;
    ept_rect box = {pen->at.x, pen->at.y, study_min(natural, pen->at.w), 0};

    if (button.size == EPT_BUTTON_SMALL)
        h = m->button_small_h;
    if (button.size == EPT_BUTTON_FOOTER)
        h = m->button_footer_h;
    if (natural > pen->at.w)
        h = study_max(h, ept_draw_text_h(pen->d, pen->at.w - 24, button.label,
                                         (ept_text_opts){.type = EPT_TYPE_LEAD_BOLD}) +
                             16);
    if (!pen->dry)
        ept_ui_button(pen->d, box, &button);
    pen->at.y += h;
}

void study_buttons(study_pen *pen, const ept_button *buttons, int count)
{
    int h = ept_draw_metrics(pen->d)->button_small_h, x = pen->at.x;

    for (int i = 0; i < count; i++) {
        int w = study_min(ept_ui_button_w(pen->d, &buttons[i]), pen->at.w);

        if (x > pen->at.x && x + w > pen->at.x + pen->at.w) {
            x = pen->at.x;
            study_gap(pen, h + 8);
        }
        if (!pen->dry)
            ept_ui_button(pen->d, (ept_rect){x, pen->at.y, w, h}, &buttons[i]);
        x += w + 12;
    }
    study_gap(pen, h);
}

ept_rect study_strip(study_pen *pen, int h)
{
    ept_rect strip = {pen->at.x, pen->at.y, pen->at.w, h};

    pen->at.y += h;
    return strip;
}

/* --- cards --- */

static int card_pad(const ept_draw_list *d)
{
    return ept_draw_metrics(d)->w < 1280 ? 16 : 24;
}

/* Padding at the sides and above and below. */
typedef struct pads {
    int x, y;
} pads;

static int card_h(const app *a, ept_draw_list *d, int w, pads pad, study_body *body,
                  const void *ctx)
{
    study_pen pen = {a, d, {0, 0, w - 2 * pad.x, 0}, true};

    body(&pen, ctx);
    return pen.at.y + 2 * pad.y;
}

static int card(const app *a, ept_draw_list *d, ept_rect box, pads pad, study_body *body,
                const void *ctx, bool dark)
{
    study_pen pen = {a, d, {box.x + pad.x, box.y + pad.y, box.w - 2 * pad.x, 0}, false};

    box.h = study_max(box.h, card_h(a, d, box.w, pad, body, ctx));
    if (dark)
        ept_ui_dark_card(d, box);
    else
        ept_ui_card(d, box);
    body(&pen, ctx);
    return box.h;
}

static pads plain(const ept_draw_list *d)
{
    return (pads){card_pad(d), card_pad(d)};
}

static pads tight(const ept_draw_list *d)
{
    return (pads){card_pad(d), TIGHT};
}

int study_card_h(const app *a, ept_draw_list *d, int w, study_body *body, const void *ctx)
{
    return card_h(a, d, w, plain(d), body, ctx);
}

int study_card(const app *a, ept_draw_list *d, ept_rect box, study_body *body, const void *ctx)
{
    return card(a, d, box, plain(d), body, ctx, false);
}

int study_tight_card_h(const app *a, ept_draw_list *d, int w, study_body *body, const void *ctx)
{
    return card_h(a, d, w, tight(d), body, ctx);
}

int study_tight_card(const app *a, ept_draw_list *d, ept_rect box, study_body *body,
                     const void *ctx)
{
    return card(a, d, box, tight(d), body, ctx, false);
}

int study_dark_card(const app *a, ept_draw_list *d, ept_rect box, study_body *body, const void *ctx)
{
    return card(a, d, box, plain(d), body, ctx, true);
}
