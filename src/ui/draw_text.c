/* SPDX-License-Identifier: MIT */
/* Text in a draw list: laid out when appended, so that the caller knows how high it came out. */
#include <string.h>

#include "draw_priv.h"

static ui_text_key key_of(const ept_draw_list *d, const char *text, int w, ept_text_opts o,
                          bool markup)
{
    ept_type_px px = d->metrics.type[o.type];

    return (ui_text_key){
        .text = ept_str_of(text),
        .size_px = px.size_px,
        .line_px = px.line_px,
        .width_px = o.nowrap ? 0 : w,
        .max_lines = o.max_lines,
        .weight = px.weight,
        .marks = o.strike ? EPT_MARK_STRIKE : 0,
        .cjk_first = o.korean,
        .markup = markup,
    };
}

static const ept_layout *layout_of(ept_draw_list *d, const char *text, int w, ept_text_opts o,
                                   bool markup)
{
    ui_text_key key = key_of(d, text, w, o, markup);
    const ept_layout *layout = NULL;
    ept_status status;

    if (!d->generation)
        return NULL;
    if (!o.nowrap && w <= 0)
        key.width_px = 1;
    status = ui_typeset_layout(&layout, d->typeset, d->generation, &key);
    if (status) {
        if (d->status == EPT_OK)
            d->status = status;
        return NULL;
    }
    return layout;
}

static bool fits(const ept_layout *layout, ept_rect r, int y)
{
    if (layout->cut || (r.w > 0 && layout->w_px > r.w))
        return false;
    return r.h <= 0 || (y >= r.y && y + layout->h_px <= r.y + r.h);
}

static int put(ept_draw_list *d, ept_rect r, const char *text, ept_text_opts o, bool markup)
{
    const ept_layout *layout = layout_of(d, text, r.w, o, markup);
    ept_type_px px = d->metrics.type[o.type];
    ept_rect extent;
    ui_cmd *c;
    int y;

    if (!layout)
        return 0;
    if (o.colour == EPT_COLOUR_NONE)
        o.colour = EPT_COLOUR_INK;
    y = o.middle ? r.y + (r.h - layout->h_px) / 2 : r.y;
    /* Accents and descenders may leave the line by a quarter of the size. */
    extent = (ept_rect){r.x, y - px.size_px / 4, r.w, layout->h_px + px.size_px / 2};
    if (layout->w_px > r.w)
        extent = (ept_rect){r.x - layout->w_px, extent.y, r.w + 2 * layout->w_px, extent.h};
    c = draw_add(d, UI_CMD_TEXT, r, ept_rect_inset(extent, -2, 0));
    if (!c)
        return layout->h_px;
    c->text =
        (ui_text){layout, draw_copy(d, text), o, px.size_px, px.line_px, y, !fits(layout, r, y)};
    draw_mix(c, text, strlen(text));
    draw_mix_int(c, (int)o.type * 64 + (int)o.colour);
    draw_mix_int(c, (int)o.align * 64 + (o.strike ? 1 : 0) + (o.korean ? 2 : 0) + (markup ? 4 : 0) +
                        (o.nowrap ? 8 : 0) + (o.middle ? 16 : 0) + (o.tint ? 32 : 0));
    draw_mix_int(c, o.max_lines);
    draw_seal(d, c);
    return layout->h_px;
}

int ept_draw_text(ept_draw_list *d, ept_rect r, const char *text, ept_text_opts opts)
{
    return text && *text ? put(d, r, text, opts, false) : 0;
}

int ept_draw_markup(ept_draw_list *d, ept_rect r, const char *text, ept_text_opts opts)
{
    return text && *text ? put(d, r, text, opts, true) : 0;
}

int ept_draw_text_h(ept_draw_list *d, int w, const char *text, ept_text_opts opts)
{
    const ept_layout *layout = text && *text ? layout_of(d, text, w, opts, false) : NULL;

    return layout ? layout->h_px : 0;
}

int ept_draw_markup_h(ept_draw_list *d, int w, const char *text, ept_text_opts opts)
{
    const ept_layout *layout = text && *text ? layout_of(d, text, w, opts, true) : NULL;

    return layout ? layout->h_px : 0;
}

int ept_draw_text_w(ept_draw_list *d, const char *text, ept_text_opts opts)
{
    const ept_layout *layout;

    opts.nowrap = true;
    layout = text && *text ? layout_of(d, text, 0, opts, false) : NULL;
    return layout ? layout->w_px : 0;
}
