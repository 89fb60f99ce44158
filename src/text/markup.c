/* SPDX-License-Identifier: MIT */
/* The two marks that item texts may carry: __underlined__ and **bold**. Only a pair of exactly
 * two characters around text that does not begin or end with a space is a mark; anything else,
 * such as a line of underscores to write on, stays as it is. */
#include "text_priv.h"

#include <string.h>

typedef enum mark { MARK_UNDERLINE, MARK_BOLD, MARK_COUNT } mark;

typedef struct marker {
    ept_str text;
    ept_span *spans;
    size_t count, cap;
    ept_weight weight;
    int style;
    bool open[MARK_COUNT];
    bool none_left[MARK_COUNT]; /* a search has found no further closing mark */
} marker;

/* Length of the run of the same mark character at `at`. */
static size_t run_length(ept_str text, size_t at)
{
    size_t n = 1;

    while (at + n < text.n && text.p[at + n] == text.p[at]) {
        n++;
    }
    return n;
}

static bool closes(ept_str text, size_t at)
{
    return at > 0 && text.p[at - 1] != ' ' && text.p[at - 1] != '\n';
}

static bool opens(ept_str text, size_t at)
{
    return at + 2 < text.n && text.p[at + 2] != ' ' && text.p[at + 2] != '\n';
}

static bool has_closing(marker *in, size_t at, mark which)
{
    char c = in->text.p[at];

    for (size_t i = at + 2; i < in->text.n && !in->none_left[which];) {
        if (in->text.p[i] != c) {
            i++;
            continue;
        }
        size_t n = run_length(in->text, i);
        if (n == 2 && i > at + 2 && closes(in->text, i)) {
            return true;
        }
        i += n;
    }
    in->none_left[which] = true;
    return false;
}

static ept_status add(marker *in, size_t from, size_t to)
{
    if (from == to) {
        return EPT_OK;
    }
    ept_span *p = text_grow(in->spans, &in->cap, in->count, sizeof *p);
    if (p == NULL) {
        return ept_fail(EPT_E_NOMEM, "markup: no memory for spans");
    }
    in->spans = p;
    p[in->count++] = (ept_span){
        .text = {in->text.p + from, to - from},
        .weight = in->open[MARK_BOLD] ? EPT_WEIGHT_BOLD : in->weight,
        .marks = in->open[MARK_UNDERLINE] ? EPT_MARK_UNDERLINE : 0,
        .style = in->style,
    };
    return EPT_OK;
}

static ept_status walk(marker *in)
{
    size_t from = 0;
    ept_status status = EPT_OK;

    for (size_t at = 0; at < in->text.n && status == EPT_OK;) {
        char c = in->text.p[at];
        if (c != '_' && c != '*') {
            at++;
            continue;
        }
        mark which = c == '_' ? MARK_UNDERLINE : MARK_BOLD;
        size_t n = run_length(in->text, at);
        bool turns =
            n == 2 && (in->open[which] ? closes(in->text, at)
                                       : opens(in->text, at) && has_closing(in, at, which));
        if (turns) {
            status = add(in, from, at);
            in->open[which] = !in->open[which];
            from = at + n;
        }
        at += n;
    }
    return status == EPT_OK ? add(in, from, in->text.n) : status;
}

ept_status ept_text_markup(const ept_span **out, size_t *count, ept_arena *arena, const char *text,
                           ept_weight weight, int style)
{
    marker in = {.weight = weight, .style = style};

    *out = NULL;
    *count = 0;
    in.text.p = ept_arena_strdup(arena, text != NULL ? text : "");
    if (in.text.p == NULL) {
        return ept_fail(EPT_E_NOMEM, "markup: no memory for text");
    }
    in.text.n = strlen(in.text.p);
    ept_status status = walk(&in);
    if (status != EPT_OK) {
        goto done;
    }
    ept_span *spans = ept_arena_array(arena, in.count, sizeof *spans);
    if (spans == NULL) {
        status = ept_fail(EPT_E_NOMEM, "markup: no memory for spans");
        goto done;
    }
    if (in.count > 0) {
        memcpy(spans, in.spans, in.count * sizeof *spans);
    }
    *out = spans;
    *count = in.count;
done:
    ept_free(in.spans);
    return status;
}
