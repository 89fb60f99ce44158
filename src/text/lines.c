/* SPDX-License-Identifier: MIT */
/* Where lines end. A paragraph that fits is one line and ICU is not asked. Otherwise words are
 * put on the line one by one; a word wider than a line is parted at ICU's own breaks, then
 * between letters. Rounding may make a line wider than the sum of its words: then its last word
 * goes to the next. */
#include "text_priv.h"

enum {
    MIN_BYTE_PERCENT = 20, /* text is seldom narrower than 0.2 em a byte: longer is not tried */
    CUT_MARGIN_BYTES = 64,
};

static const ept_str ellipsis = {"\xE2\x80\xA6", 3};
static const int32_t ellipsis_char = 0x2026;

static void open_line(text_lay *lay, size_t at)
{
    lay->from = at;
    lay->to = at;
    lay->unit = at;
    lay->advance_px = 0;
}

static ept_status add_line(text_lay *lay, size_t to, size_t first_run, int w_px)
{
    text_line *p = text_grow(lay->lines, &lay->line_cap, lay->line_count, sizeof *p);

    if (p == NULL) {
        return ept_fail(EPT_E_NOMEM, "layout: no memory for lines");
    }
    lay->lines = p;
    p[lay->line_count++] = (text_line){lay->from, to, first_run, lay->run_count - first_run, w_px};
    return EPT_OK;
}

/* --- the last line that is allowed ------------------------------------------------------------ */

/* The stretch that the ellipsis behind byte `at` belongs to, with the face that has it. */
static text_stretch ellipsis_stretch(text_lay *lay, size_t at)
{
    text_stretch in = *text_lay_stretch(lay, at > lay->from ? at - 1 : lay->from);
    int face = ept_coverage_face(lay->opts->coverage, ellipsis_char, in.face);

    in.face = face >= 0 ? face : in.face;
    return in;
}

static bool fits_with_ellipsis(text_lay *lay, size_t to)
{
    text_stretch in = ellipsis_stretch(lay, to);
    int tail = text_lay_measure(lay, in.face, lay->spans[in.span].weight, ellipsis);

    return text_add_px(text_lay_width(lay, lay->from, to), tail) <= lay->opts->width_px;
}

/* The last byte that still fits before an ellipsis, at a letter's end. */
static ept_status cut_at(text_lay *lay, size_t *at)
{
    size_t limit = lay->to + (lay->to - lay->from) + CUT_MARGIN_BYTES;

    *at = text_trim_end(lay->text, lay->from, lay->paragraph_end);
    if (lay->opts->width_px == 0) {
        return EPT_OK;
    }
    if (limit >= lay->paragraph_end) {
        limit = lay->paragraph_end;
    }
    while (limit < lay->paragraph_end && ((unsigned char)lay->text.p[limit] & 0xC0) == 0x80) {
        limit++;
    }
    ept_status status =
        text_clusters(&lay->clusters, (ept_str){lay->text.p + lay->from, limit - lay->from});
    if (status != EPT_OK) {
        return status;
    }
    size_t low = 0, high = lay->clusters.n; /* clusters kept */
    while (low < high) {
        size_t mid = low + (high - low + 1) / 2;
        size_t to = text_trim_end(lay->text, lay->from, lay->from + lay->clusters.p[mid - 1]);
        if (fits_with_ellipsis(lay, to)) {
            low = mid;
        } else {
            high = mid - 1;
        }
    }
    *at = low == 0 ? lay->from
                   : text_trim_end(lay->text, lay->from, lay->from + lay->clusters.p[low - 1]);
    return EPT_OK;
}

static ept_status close_cut(text_lay *lay)
{
    size_t first = lay->run_count, at;
    int w_px;

    ept_status status = cut_at(lay, &at);
    if (status == EPT_OK) {
        status = text_lay_runs(lay, lay->from, at, &w_px);
    }
    if (status == EPT_OK) {
        text_stretch in = ellipsis_stretch(lay, at);
        status = text_lay_add_run(lay, &in, ellipsis, &w_px);
    }
    if (status == EPT_OK) {
        status = add_line(lay, at, first, w_px);
    }
    lay->cut = true;
    return status;
}

/* --- the open line ---------------------------------------------------------------------------- */

/* Ends the open line and opens the next, which starts with the last unit when that had no room. */
static ept_status close_line(text_lay *lay)
{
    const ept_layout_opts *opts = lay->opts;
    size_t first = lay->run_count, to = lay->to, back = lay->unit;
    int w_px;

    if (opts->max_lines > 0 && lay->line_count + 1 == (size_t)opts->max_lines &&
        text_trim_end(lay->text, to, lay->text.n) > to) {
        return close_cut(lay);
    }
    size_t body = text_trim_end(lay->text, lay->from, to);
    ept_status status = text_lay_runs(lay, lay->from, body, &w_px);
    bool too_wide = opts->width_px > 0 && w_px > opts->width_px && back > lay->from;
    if (status == EPT_OK && too_wide) {
        lay->run_count = first;
        status = text_lay_runs(lay, lay->from, text_trim_end(lay->text, lay->from, back), &w_px);
    }
    size_t end = too_wide ? back : to;
    if (status == EPT_OK) {
        status = add_line(lay, end, first, w_px);
    }
    open_line(lay, end);
    if (too_wide) {
        lay->to = to;
        lay->advance_px = text_lay_width(lay, end, to);
    }
    return status;
}

/* Puts [from, to) on the open line, or on a new one when there is no room; white space alone
 * always has room. *wide: it is wider than any line; then it was put only if `force`. */
static ept_status put(text_lay *lay, size_t from, size_t to, bool force, bool *wide)
{
    size_t body = text_trim_end(lay->text, from, to);
    int w_px = text_lay_width(lay, from, body);
    int room = lay->opts->width_px;

    while (body > from && lay->to > lay->from && text_add_px(lay->advance_px, w_px) > room) {
        ept_status status = close_line(lay);
        if (status != EPT_OK || lay->cut) {
            return status;
        }
    }
    *wide = w_px > room;
    if (*wide && !force) {
        return EPT_OK;
    }
    if (body > from) {
        lay->unit = from;
    }
    lay->to = to;
    w_px = text_add_px(w_px, text_lay_width(lay, body, to));
    lay->advance_px = text_add_px(lay->advance_px, w_px);
    return EPT_OK;
}

/* --- words wider than a line ------------------------------------------------------------------ */

static int32_t char_at(ept_str text, size_t at)
{
    return ept_utf8_next(text, &at);
}

/* The index behind the clusters that stay with cluster i: what a line must not start with, and what
 * follows an opening bracket. */
static size_t group_end(const text_lay *lay, size_t base, size_t i)
{
    const text_offsets *ends = &lay->clusters;
    size_t start = base + (i == 0 ? 0 : ends->p[i - 1]);
    size_t next = i + 1;

    while (next < ends->n && (text_no_end(char_at(lay->text, start)) ||
                              text_no_start(char_at(lay->text, base + ends->p[next - 1])))) {
        start = base + ends->p[next - 1];
        next++;
    }
    return next;
}

/* Puts clusters first..last-1 of the piece at `base`, letter by letter when they do not fit at
 * once. */
static ept_status put_group(text_lay *lay, size_t base, size_t first, size_t last)
{
    const text_offsets *ends = &lay->clusters; /* replaced when a line is cut */
    size_t from = base + (first == 0 ? 0 : ends->p[first - 1]);
    bool wide = false;
    ept_status status = put(lay, from, base + ends->p[last - 1], last - first == 1, &wide);

    if (!wide || last - first == 1) {
        return status;
    }
    for (size_t i = first; i < last && status == EPT_OK && !lay->cut; i++) {
        size_t to = base + ends->p[i];
        status = put(lay, from, to, true, &wide);
        from = to;
    }
    return status;
}

/* Puts a piece that ICU does not break further. */
static ept_status put_piece(text_lay *lay, size_t from, size_t to)
{
    bool wide = false;
    ept_status status = put(lay, from, to, false, &wide);

    if (status != EPT_OK || !wide) {
        return status;
    }
    status = text_clusters(&lay->clusters, (ept_str){lay->text.p + from, to - from});
    for (size_t i = 0; i < lay->clusters.n && status == EPT_OK && !lay->cut;) {
        size_t last = group_end(lay, from, i);
        status = put_group(lay, from, i, last);
        i = last;
    }
    return status;
}

/* Puts the word that ends at break `last`; breaks first..last-1 are inside it. */
static ept_status put_word(text_lay *lay, size_t base, size_t first, size_t last)
{
    const text_break *breaks = lay->breaker.p;
    size_t from = base + (first == 0 ? 0 : breaks[first - 1].at);
    bool wide = false;
    ept_status status = put(lay, from, base + breaks[last].at, false, &wide);

    if (!wide) {
        return status;
    }
    for (size_t i = first; i <= last && status == EPT_OK && !lay->cut; i++) {
        status = put_piece(lay, from, base + breaks[i].at);
        from = base + breaks[i].at;
    }
    return status;
}

/* --- paragraphs ------------------------------------------------------------------------------- */

/* The whole paragraph on one line, if it fits. */
static ept_status try_whole(text_lay *lay, size_t from, size_t to, bool *done)
{
    int64_t room = lay->opts->width_px;
    int64_t least = (int64_t)(to - from) * lay->opts->size_px * MIN_BYTE_PERCENT / 100;
    size_t first = lay->run_count;
    int w_px;

    *done = false;
    if (room > 0 && least > room) {
        return EPT_OK;
    }
    ept_status status = text_lay_runs(lay, from, text_trim_end(lay->text, from, to), &w_px);
    if (status == EPT_OK && (room == 0 || w_px <= room)) {
        *done = true;
        return add_line(lay, to, first, w_px);
    }
    lay->run_count = first;
    return status;
}

static ept_status lay_paragraph(text_lay *lay, size_t from, size_t to)
{
    bool last = lay->opts->max_lines > 0 && lay->line_count + 1 == (size_t)lay->opts->max_lines &&
                text_trim_end(lay->text, to, lay->text.n) > to;
    bool done = false;
    ept_status status = EPT_OK;

    open_line(lay, from);
    lay->paragraph_end = to;
    if (!last) {
        status = try_whole(lay, from, to, &done);
    } else if (lay->opts->width_px == 0 || from == to) {
        return close_cut(lay);
    }
    if (status != EPT_OK || done) {
        return status;
    }
    status = text_breaker_run(&lay->breaker, (ept_str){lay->text.p + from, to - from});
    for (size_t i = 0, first = 0; i < lay->breaker.n && status == EPT_OK && !lay->cut; i++) {
        if (lay->breaker.p[i].kind != TEXT_BREAK_INNER) {
            status = put_word(lay, from, first, i);
            first = i + 1;
        }
    }
    while (status == EPT_OK && !lay->cut && lay->from < to) {
        status = close_line(lay);
    }
    return status;
}

/* Only blank paragraphs can be left when the last allowed line is full and not cut. */
static bool is_full(const text_lay *lay)
{
    int max_lines = lay->opts->max_lines;
    return lay->cut || (max_lines > 0 && lay->line_count >= (size_t)max_lines);
}

ept_status text_lay_lines(text_lay *lay)
{
    ept_status status;
    size_t from = 0;

    do {
        size_t end = from;
        while (end < lay->text.n && text_line_end(lay->text, end) == 0) {
            end++;
        }
        status = lay_paragraph(lay, from, end);
        from = end + text_line_end(lay->text, end);
    } while (status == EPT_OK && from < lay->text.n && !is_full(lay));
    return status;
}
