/* SPDX-License-Identifier: MIT */
/* The text field: words typed so far, letters still being composed underlined at the caret,
 * selection. */
#include <string.h>

#include "widget_priv.h"

enum { FIELD_PAD = 14, CARET_W = 2 };

/* What is shown of the first n bytes of the text: itself, or a dot a letter. */
static const char *shown(ept_draw_list *d, const ept_field *f, size_t n)
{
    ept_arena *arena = ept_draw_arena(d);
    ept_str text = {f->edit->text, n};
    ept_buf dots = {0};
    const char *out;

    if (!f->secret)
        return ept_arena_strndup(arena, text.p, text.n);
    for (size_t at = 0; at < n; at = ept_text_next(text, at))
        ept_buf_puts(&dots, "\xE2\x80\xA2");
    out = ept_arena_strndup(arena, dots.p ? dots.p : "", dots.n);
    ept_buf_clear(&dots);
    return out;
}

static int width_to(ept_draw_list *d, const ept_field *f, size_t n)
{
    return w_word_w(d, shown(d, f, n), EPT_TYPE_BODY);
}

static void selection(ept_draw_list *d, ept_rect line, const ept_field *f)
{
    const ept_edit *e = f->edit;
    size_t from = e->anchor < e->caret ? e->anchor : e->caret,
           to = e->anchor < e->caret ? e->caret : e->anchor;
    int x = width_to(d, f, from);

    if (from != to)
        ept_draw_fill(d, (ept_rect){line.x + x, line.y, width_to(d, f, to) - x, line.h},
                      EPT_COLOUR_ACCENT_TINT);
}

/* Text, composition and caret; the line slides left when the caret would leave the field. */
static void typed(ept_draw_list *d, ept_rect inside, const ept_field *f, bool focus)
{
    const ept_edit *e = f->edit;
    int line = w_line(d, EPT_TYPE_BODY), caret = width_to(d, f, e->caret);
    int composing = e->compose[0] ? w_word_w(d, e->compose, EPT_TYPE_BODY) : 0;
    int slide = w_max(0, caret + composing + CARET_W - inside.w);
    ept_rect at = {inside.x - slide, inside.y + (inside.h - line) / 2, 0, line};
    const char *before = shown(d, f, e->caret), *all = shown(d, f, strlen(e->text));
    const char *after = before && all ? all + strlen(before) : NULL;

    ept_draw_clip(d, inside);
    selection(d, at, f);
    if (composing) {
        w_word(d, (ept_rect){at.x, at.y, caret, line}, before, EPT_TYPE_BODY, EPT_COLOUR_INK,
               EPT_ALIGN_LEFT);
        w_word(d, (ept_rect){at.x + caret, at.y, composing, line}, e->compose, EPT_TYPE_BODY,
               EPT_COLOUR_INK, EPT_ALIGN_LEFT);
        ept_draw_fill(d, (ept_rect){at.x + caret, at.y + line - 2, composing, 2},
                      EPT_COLOUR_ACCENT);
        w_word(d,
               (ept_rect){at.x + caret + composing, at.y, w_word_w(d, after, EPT_TYPE_BODY), line},
               after, EPT_TYPE_BODY, EPT_COLOUR_INK, EPT_ALIGN_LEFT);
    } else {
        w_word(d, (ept_rect){at.x, at.y, w_word_w(d, all, EPT_TYPE_BODY), line}, all, EPT_TYPE_BODY,
               EPT_COLOUR_INK, EPT_ALIGN_LEFT);
    }
    if (focus)
        ept_draw_fill(d, (ept_rect){at.x + caret + composing, at.y, CARET_W, line}, EPT_COLOUR_INK);
    ept_draw_unclip(d);
}

ept_rect ept_ui_field(ept_draw_list *d, ept_rect box, const ept_field *f)
{
    const ept_metrics *m = ept_draw_metrics(d);
    ept_region region = {.id = f->id,
                         .label = f->label ? f->label : f->hint,
                         .kind = EPT_REGION_TEXT,
                         .initial = f->initial};
    ept_text_opts label = {.type = EPT_TYPE_BODY_BOLD};
    ept_text_opts note = {.type = EPT_TYPE_SMALL,
                          .colour = f->bad ? EPT_COLOUR_BAD : EPT_COLOUR_INK_3};
    bool focus = w_state_of(d, f->id, f->look).focus, live = focus;
    ept_rect used = box, r, inside;
    int y = box.y;

    box.w = box.w > 0 ? box.w : w_scaled(d, 320);
    if (f->label)
        y += ept_draw_text(d, (ept_rect){box.x, y, box.w, 0}, f->label, label) + 8;
    r = (ept_rect){box.x, y, box.w, m->row_h};
    ept_draw_box(d, r,
                 (ept_box){EPT_COLOUR_SURFACE, f->bad ? EPT_COLOUR_BAD : EPT_COLOUR_LINE_2, 2,
                           RADIUS, false, false});
    inside = ept_rect_inset(r, FIELD_PAD, 2);
    if (f->icon)
        ept_draw_icon(d, ept_cut_left(&inside, w_icon(d), 10), f->icon, EPT_COLOUR_INK);
    if (f->key && ui_draw_key_labels(d)) {
        ept_rect key = ept_cut_right(&inside, ept_ui_key_w(d, f->key), 8);

        ept_ui_key(d, key.x, key.y, key.h, f->key, EPT_COLOUR_INK, EPT_COLOUR_LINE_2);
    }
    live = live || (ui_draw_focus(d) && ept_focus_is(ui_draw_focus(d), f->id));
    if (f->edit && (f->edit->text[0] || f->edit->compose[0] || live))
        typed(d, inside, f, live);
    if (f->hint && (!f->edit || (!f->edit->text[0] && !f->edit->compose[0])))
        ept_draw_text(
            d, (ept_rect){inside.x + (live ? 4 : 0), inside.y, inside.w, inside.h}, f->hint,
            (ept_text_opts){
                .type = EPT_TYPE_BODY, .colour = EPT_COLOUR_INK_3, .middle = true, .max_lines = 1});
    if (focus)
        ept_draw_ring(d, r, RADIUS, false);
    region.rect = r;
    ept_draw_region(d, &region);
    y += r.h;
    if (f->note)
        y += 4 + ept_draw_text(d, (ept_rect){box.x, y + 4, box.w, 0}, f->note, note);
    used.w = box.w;
    used.h = y - box.y;
    return used;
}
