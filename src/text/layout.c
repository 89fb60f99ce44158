/* SPDX-License-Identifier: MIT */
/* The outside of layout: arguments, widths through the caller's callback, runs, and the finished
 * lines in the arena. Where lines end is decided in lines.c. */
#include "text_priv.h"

#include <string.h>

int text_lay_measure(const text_lay *lay, int face, ept_weight weight, ept_str text)
{
    const ept_layout_opts *opts = lay->opts;
    int w = opts->measure(opts->measure_ctx, face, opts->size_px, weight, text);

    return w > 0 ? w : 0;
}

const text_stretch *text_lay_stretch(text_lay *lay, size_t at)
{
    const text_stretch *all = lay->composed.stretches;

    while (lay->stretch > 0 && all[lay->stretch].from > at) {
        lay->stretch--;
    }
    while (lay->stretch + 1 < lay->composed.stretch_count && all[lay->stretch].to <= at) {
        lay->stretch++;
    }
    return &all[lay->stretch];
}

/* The many single spaces between words are measured once for each face and weight. */
static int space_width(text_lay *lay, const text_stretch *stretch)
{
    ept_weight weight = lay->spans[stretch->span].weight;
    int *px = &lay->space_px[stretch->face * 2 + (weight == EPT_WEIGHT_BOLD)];

    if (*px < 0) {
        *px = text_lay_measure(lay, stretch->face, weight, (ept_str){" ", 1});
    }
    return *px;
}

int text_lay_width(text_lay *lay, size_t from, size_t to)
{
    int w = 0;

    if (from + 1 == to && lay->text.p[from] == ' ') {
        return space_width(lay, text_lay_stretch(lay, from));
    }
    while (from < to) {
        const text_stretch *in = text_lay_stretch(lay, from);
        size_t end = in->to < to ? in->to : to;
        ept_str part = {lay->text.p + from, end - from};
        w = text_add_px(w, text_lay_measure(lay, in->face, lay->spans[in->span].weight, part));
        from = end;
    }
    return w;
}

ept_status text_lay_add_run(text_lay *lay, const text_stretch *in, ept_str text, int *w_px)
{
    ept_run *p = text_grow(lay->runs, &lay->run_cap, lay->run_count, sizeof *p);
    const ept_span *span = &lay->spans[in->span];

    if (p == NULL) {
        return ept_fail(EPT_E_NOMEM, "layout: no memory for runs");
    }
    lay->runs = p;
    ept_run *run = &p[lay->run_count++];
    *run = (ept_run){.text = text,
                     .face = in->face,
                     .weight = span->weight,
                     .marks = span->marks,
                     .style = span->style,
                     .x_px = *w_px,
                     .w_px = text_lay_measure(lay, in->face, span->weight, text)};
    *w_px = text_add_px(*w_px, run->w_px);
    return EPT_OK;
}

ept_status text_lay_runs(text_lay *lay, size_t from, size_t to, int *w_px)
{
    ept_status status = EPT_OK;

    *w_px = 0;
    while (from < to && status == EPT_OK) {
        const text_stretch *in = text_lay_stretch(lay, from);
        size_t end = in->to < to ? in->to : to;
        status = text_lay_add_run(lay, in, (ept_str){lay->text.p + from, end - from}, w_px);
        from = end;
    }
    return status;
}

/* --- the whole -------------------------------------------------------------------------------- */

static ept_status check(const ept_layout_opts *opts)
{
    if (opts == NULL || opts->coverage == NULL || opts->measure == NULL) {
        return ept_fail(EPT_E_INVAL, "layout: no coverage or no measure");
    }
    if (opts->size_px < 1 || opts->line_px < 1 || opts->width_px < 0 || opts->max_lines < 0) {
        return ept_fail(EPT_E_INVAL, "layout: size %d, pitch %d, width %d, lines %d", opts->size_px,
                        opts->line_px, opts->width_px, opts->max_lines);
    }
    return EPT_OK;
}

static ept_status prepare(text_lay *lay, size_t span_count)
{
    size_t faces = ept_coverage_faces(lay->opts->coverage) * 2;
    ept_status status = text_compose(&lay->composed, lay->spans, span_count, lay->opts->coverage,
                                     lay->opts->cjk_first);

    if (status != EPT_OK) {
        return status;
    }
    const ept_buf *bytes = &lay->composed.bytes;
    lay->text.n = bytes->n;
    lay->text.p = ept_arena_strndup(lay->arena, bytes->n > 0 ? bytes->p : "", bytes->n);
    lay->space_px = ept_calloc(faces, sizeof *lay->space_px);
    if (lay->text.p == NULL || lay->space_px == NULL) {
        return ept_fail(EPT_E_NOMEM, "layout: no memory for text");
    }
    for (size_t i = 0; i < faces; i++) {
        lay->space_px[i] = -1;
    }
    return EPT_OK;
}

static ept_status finish(const ept_layout **out, const text_lay *lay)
{
    ept_layout *layout = ept_arena_alloc(lay->arena, sizeof *layout);
    ept_run *runs = ept_arena_array(lay->arena, lay->run_count, sizeof *runs);
    ept_line *lines = ept_arena_array(lay->arena, lay->line_count, sizeof *lines);

    if (layout == NULL || runs == NULL || lines == NULL) {
        return ept_fail(EPT_E_NOMEM, "layout: no memory for lines");
    }
    if (lay->run_count > 0) {
        memcpy(runs, lay->runs, lay->run_count * sizeof *runs);
    }
    *layout = (ept_layout){.lines = lines, .line_count = lay->line_count, .cut = lay->cut};
    for (size_t i = 0; i < lay->line_count; i++) {
        const text_line *line = &lay->lines[i];
        lines[i] = (ept_line){.runs = runs + line->run,
                              .run_count = line->run_count,
                              .w_px = line->w_px,
                              .from = text_source_offset(&lay->composed, line->from),
                              .to = text_source_offset(&lay->composed, line->to)};
        if (line->w_px > layout->w_px) {
            layout->w_px = line->w_px;
        }
        layout->h_px = text_add_px(layout->h_px, lay->opts->line_px);
    }
    *out = layout;
    return EPT_OK;
}

static void clear(text_lay *lay)
{
    text_composed_clear(&lay->composed);
    text_breaker_clear(&lay->breaker);
    ept_free(lay->clusters.p);
    ept_free(lay->space_px);
    ept_free(lay->runs);
    ept_free(lay->lines);
}

ept_status ept_layout_make(const ept_layout **out, ept_arena *arena, const ept_span *spans,
                           size_t span_count, const ept_layout_opts *opts)
{
    text_lay lay = {.opts = opts, .spans = spans, .arena = arena};

    *out = NULL;
    ept_status status = check(opts);
    if (status == EPT_OK) {
        status = prepare(&lay, span_count);
    }
    if (status == EPT_OK) {
        status = text_lay_lines(&lay);
    }
    if (status == EPT_OK) {
        status = finish(out, &lay);
    }
    clear(&lay);
    return status;
}
