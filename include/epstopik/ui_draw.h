/* SPDX-License-Identifier: MIT */
/* ui_draw.h - the draw list: all that a screen says, all that tests read, all the renderer sees.
 * A screen's draw() appends to it and never draws by itself. Text is laid out when it is appended,
 * so every call can tell how high it came out. Floor: ui. */
#ifndef EPSTOPIK_UI_DRAW_H
#define EPSTOPIK_UI_DRAW_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "epstopik/text.h"
#include "epstopik/ui_theme.h"

typedef struct ept_draw_list ept_draw_list;
typedef struct ept_focus ept_focus; /* ui_focus.h */

/* Lays text out and keeps the result: one per ept_ui, or one per test with a measure of its own. */
typedef struct ept_typeset ept_typeset;

/* coverage and ctx are borrowed and must outlive it. EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_typeset_new(ept_typeset **out, const ept_coverage *coverage,
                                         ept_measure *measure, void *ctx);
void ept_typeset_free(ept_typeset *typeset);
/* Forgets all layouts (faces or text size changed). Lists made before must be begun anew. */
void ept_typeset_clear(ept_typeset *typeset);
size_t ept_typeset_count(const ept_typeset *typeset); /* layouts held, for tests */

typedef struct ept_draw_opts {
    int w, h, percent;
    ept_theme theme;
    bool key_labels;        /* the learner's setting */
    const ept_focus *focus; /* borrowed, may be NULL: nothing focused */
} ept_draw_opts;

EPT_NODISCARD ept_status ept_draw_new(ept_draw_list **out, ept_typeset *typeset);
void ept_draw_free(ept_draw_list *d);
/* Empties the list and starts a frame. What was got from the list before is gone. */
void ept_draw_begin(ept_draw_list *d, const ept_draw_opts *opts);
/* EPT_E_NOMEM or EPT_E_FORMAT (text that is not UTF-8) if anything since begin failed; what failed
 * is left out, the rest is drawn. */
EPT_NODISCARD ept_status ept_draw_status(const ept_draw_list *d);

const ept_metrics *ept_draw_metrics(const ept_draw_list *d);
ept_theme ept_draw_theme(const ept_draw_list *d);
/* Memory that lives until the next begin: for messages and ids made while drawing. */
ept_arena *ept_draw_arena(ept_draw_list *d);
/* "exam.option" and 2 -> "exam.option.2". Never NULL. */
const char *ept_draw_id(ept_draw_list *d, const char *base, int n);

/* --- shapes --- */

/* A filled and framed box; the border lies inside. Dashed borders are 6 on, 4 off. */
typedef struct ept_box {
    ept_colour fill, line; /* NONE = not drawn */
    int border,
        radius; /* radius: h / 2 for chips and bubbles; a 1 px border is 2 in high contrast */
    bool dashed;
    bool hatch; /* filled by 4 px diagonal lines in `line` in high contrast (the band) */
} ept_box;
void ept_draw_box(ept_draw_list *d, ept_rect r, ept_box box);
void ept_draw_fill(ept_draw_list *d, ept_rect r, ept_colour colour);
void ept_draw_hline(ept_draw_list *d, int x, int y, int w,
                    ept_colour colour); /* 1 px, 2 in contrast */
void ept_draw_vline(ept_draw_list *d, int x, int y, int h, ept_colour colour);
/* The ring around a focused control: outside `r`, radius of the control plus 5. */
void ept_draw_ring(ept_draw_list *d, ept_rect r, int radius, bool on_bar);
/* Circle with a word or digit (NULL = none). solid: filled with `colour`, text in `text`. */
void ept_draw_bubble(ept_draw_list *d, ept_rect r, const char *word, ept_type type, ept_box box,
                     ept_colour text);

typedef struct ept_point {
    float x, y;
} ept_point;
typedef struct ept_stroke {
    ept_colour colour;
    int width;
    bool dashed; /* 6 on, 4 off */
} ept_stroke;
void ept_draw_polyline(ept_draw_list *d, const ept_point *points, size_t count, ept_stroke stroke);
void ept_draw_polygon(ept_draw_list *d, const ept_point *points, size_t count, ept_colour fill,
                      ept_stroke edge);

/* Named file of assets/icons without ".svg", in one colour; profile pictures ("profile-...") keep
 * theirs when colour is NONE. Drawn square and centred in `r`. */
void ept_draw_icon(ept_draw_list *d, ept_rect r, const char *name, ept_colour colour);

/* A vector picture. `key` tells pictures apart (bank/id/hash); svg is borrowed until the next
 * begin. */
typedef struct ept_picture {
    const char *key;
    const void *svg;
    size_t bytes;
} ept_picture;
/* Fitted into `r` with its proportions, centred; in high contrast on white with a 2 px white frame.
 */
void ept_draw_picture(ept_draw_list *d, ept_rect r, const ept_picture *picture);
/* The four bubbles, the third filled: the mark of the program. h is their diameter. Width back. */
int ept_draw_mark(ept_draw_list *d, int x, int y, int h, bool on_bar);

/* --- text --- */

typedef enum ept_align { EPT_ALIGN_LEFT, EPT_ALIGN_CENTRE, EPT_ALIGN_RIGHT } ept_align;
typedef struct ept_text_opts {
    ept_type type;
    ept_colour colour; /* NONE = ink */
    ept_align align;
    int max_lines; /* 0 = as many as needed; more are cut with an ellipsis */
    bool middle;   /* centred in the height of the box instead of from its top */
    bool korean;   /* a Korean-only line: all of it in the Korean face */
    bool strike;   /* struck through */
    bool tint;     /* markup: underlined words are tinted too (what decides, in a citation) */
    bool nowrap;   /* one line whatever the width */
} ept_text_opts;
/* Wraps at r.w (r.h is used by `middle` only). Returns the height of the lines. NULL text: 0. */
int ept_draw_text(ept_draw_list *d, ept_rect r, const char *text, ept_text_opts opts);
/* Text with "__underlined__" and "**bold**" stretches. */
int ept_draw_markup(ept_draw_list *d, ept_rect r, const char *text, ept_text_opts opts);
/* The same without drawing: height at a width; natural width of one line. */
int ept_draw_text_h(ept_draw_list *d, int w, const char *text, ept_text_opts opts);
int ept_draw_markup_h(ept_draw_list *d, int w, const char *text, ept_text_opts opts);
int ept_draw_text_w(ept_draw_list *d, const char *text, ept_text_opts opts);

/* --- clip, regions --- */

void ept_draw_clip(ept_draw_list *d, ept_rect r); /* nests: the common part counts */
void ept_draw_unclip(ept_draw_list *d);

typedef enum ept_region_kind {
    EPT_REGION_BUTTON, /* Enter, Space, click */
    EPT_REGION_TEXT,   /* takes text; letters are no shortcuts while it has focus */
    EPT_REGION_SLIDER, /* Left, Right and click at a place: EPT_ACTION_ADJUST */
    EPT_REGION_SCROLL, /* takes the wheel, not focus */
} ept_region_kind;
typedef struct ept_region {
    const char *id;    /* "screen.widget[.n]", copied */
    const char *label; /* what a reader would say, copied; may be NULL */
    ept_rect rect;
    ept_rect visible; /* filled by ept_draw_region: what the clips leave of rect, for the pointer */
    ept_region_kind kind;
    int group;     /* arrows stay inside a group other than 0 */
    bool disabled; /* shown, not focusable */
    bool initial;  /* focus starts here */
    bool primary;  /* Enter when nothing else takes it */
    bool cancel;   /* Esc */
} ept_region;
/* Clipped regions keep their full rect for scrolling; wholly clipped ones can still be focused. */
void ept_draw_region(ept_draw_list *d, const ept_region *region);
/* Regions so far no longer count (a modal covers them). */
void ept_draw_trap(ept_draw_list *d);
/* Which arrow keys move the focus on this screen; both at begin. The screen uses the others itself.
 */
void ept_draw_arrows(ept_draw_list *d, bool horizontal, bool vertical);
bool ept_draw_arrows_h(const ept_draw_list *d);
bool ept_draw_arrows_v(const ept_draw_list *d);

size_t ept_draw_region_count(const ept_draw_list *d);
const ept_region *ept_draw_region_at(const ept_draw_list *d, size_t index);
const ept_region *ept_draw_region_find(const ept_draw_list *d, const char *id); /* NULL = none */

/* Asked by widgets: the state that input left on the control `id`. */
bool ept_draw_focused(const ept_draw_list *d, const char *id); /* and the ring is to be seen */
bool ept_draw_hovered(const ept_draw_list *d, const char *id);
bool ept_draw_pressed(const ept_draw_list *d, const char *id);

/* --- reading a list --- */

/* Same commands, same regions. Cheap: one hash each. */
bool ept_draw_same(const ept_draw_list *a, const ept_draw_list *b);
size_t ept_draw_count(const ept_draw_list *d); /* commands */
/* One line a command: "box 24,88 904x608 fill=surface line=line border=1 radius=8", stable. */
void ept_draw_dump(const ept_draw_list *d, ept_buf *out);
/* The words seen (inside the window and the clips), a line each, in drawing order. */
void ept_draw_words(const ept_draw_list *d, ept_buf *out);
bool ept_draw_shows(const ept_draw_list *d, const char *text);
/* Test: the first text that leaves its own box or the window, into `out`; false when all fit. A
 * text cut by a clip (scroll pane) is fine; one with max_lines or nowrap that lost letters is not.
 */
bool ept_draw_overflow(const ept_draw_list *d, ept_buf *out);

#endif
