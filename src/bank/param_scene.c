/* SPDX-License-Identifier: MIT */
/* Things beside each other as one scene: all stand on one floor, in believable proportion, and fill
 * the frame. A scene is laid out in units of its own, the floor at height 0 and y downwards, and
 * scaled once everything has its place. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "param_priv.h"

typedef enum place_at {
    AT_ON_TOP,
    AT_UNDER,
    AT_IN,
    AT_IN_FRONT,
    AT_BEHIND,
    AT_LEFT,
    AT_RIGHT,
    AT_BETWEEN,
    AT_ABOVE,
    AT_COUNT
} place_at;
static const char *const place_names[AT_COUNT] = {
    "on-top", "under", "in", "in-front", "behind", "left", "right", "between", "above"};

enum { MARGIN = 14, FLOOR_DEPTH = 26, MAX_PAIRS = 3, MAX_PIECES = 4 * MAX_PAIRS };
/* Sizes are softened, so that a cup beside a table can still be named: cm to this power. */
static const double soft = 0.6;
/* Gaps of the scene, in its units: a table is 13 high. */
static const double near_gap = 0.8, group_gap = 3.4;
/* Pixels of the frame that no thing stays below: the root of its height times its width, or of
 * what is slender its length divided by the second number. */
static const double least_pixels = 92, slender = 1.6;
/* An outline is seven units of its drawing wide, and in the frame not much below this. */
static const double line_pixels = 3.4;
/* Long furniture beside other things is drawn no longer than this many times its height, nor
 * narrower than the second number of its own width. */
static const double longest = 1.4, narrowest = 0.8;
/* What lies is seen from a little above: its drawing is so much lower. */
static const double flattened = 0.8;

/* A thing's drawing without its own ground. */
typedef struct figure {
    const bank_src_picture *picture;
    ept_str body;
    svg_box box;   /* of the ink, turned; its bottom is where it stands */
    double turn;   /* degrees about 200, 200 */
    double wider;  /* what it is stretched to the side by, when drawn */
    double higher; /* and upwards */
} figure;

typedef struct pair {
    figure thing, ref;
    place_at at;
} pair;

/* A figure in the scene: x and y are where its units begin. Without a figure: an opening, `wide`
 * and `high`. */
typedef struct piece {
    const figure *figure;
    double x, y, scale, wide, high;
} piece;

typedef struct scene {
    piece pieces[MAX_PIECES];
    size_t count;
    svg_box box;
    double least; /* size that no thing stays below */
} scene;

static double wide_of(const figure *f)
{
    return (f->box.right - f->box.left) * f->wider;
}

static double high_of(const figure *f)
{
    return (f->box.bottom - f->box.top) * f->higher;
}

/* A single drawing's floor: a level <line> of the ground's colour near its lower edge. */
static bool is_ground(const char *line, size_t n)
{
    char text[160];

    if (n >= sizeof text) {
        return false;
    }
    memcpy(text, line, n);
    text[n] = '\0';
    const char *from = strstr(text, "y1=\""), *to = strstr(text, "y2=\"");
    return from != NULL && to != NULL && strstr(text, "stroke=\"" PARAM_GROUND "\"") != NULL &&
           strtod(from + 4, NULL) >= 356 && strtod(from + 4, NULL) == strtod(to + 4, NULL);
}

/* The drawing between <svg> and </svg> without its ground. */
static void without_ground(ept_buf *out, ept_str body)
{
    size_t at = 0;

    while (at < body.n) {
        const char *here = body.p + at;
        const char *end = strncmp(here, "<line ", 6) == 0 ? memchr(here, '>', body.n - at) : NULL;
        size_t n = end != NULL ? (size_t)(end - here) + 1 : 1;
        if (end == NULL || !is_ground(here, n)) {
            ept_buf_add(out, here, n);
        }
        at += n;
    }
}

static bool figure_of(param *p, figure *out, const bank_src_picture *picture, double turn)
{
    ept_buf text = {0};

    ept_buf_puts(&text, "<svg>");
    without_ground(&text, param_body(picture->svg));
    size_t n = text.n;
    ept_buf_puts(&text, "</svg>");
    char *kept =
        ept_buf_ok(&text) == EPT_OK ? ept_arena_strndup(p->src->arena, text.p, text.n) : NULL;
    ept_buf_clear(&text);
    if (kept == NULL) {
        return bank_stop(p->src, EPT_OK) != NULL;
    }
    *out = (figure){.picture = picture,
                    .body = {kept + 5, n - 5},
                    .box = bank_svg_ink((ept_str){kept, n + 6}, turn),
                    .turn = turn,
                    .wider = 1,
                    .higher = turn != 0 ? flattened : 1};
    if (turn == 0 && picture->foot > out->box.top) {
        out->box.bottom = picture->foot;
    }
    if (out->body.n == 0 || wide_of(out) <= 0 || high_of(out) <= 0) {
        p->bad = true; /* the drawing has its own faults */
    }
    return !p->bad;
}

/* How high a thing is when rooms.yaml does not say, by the folder it is in. */
static double usual_cm(const char *id)
{
    static const struct {
        const char *folder;
        double cm;
    } usual[] = {{"furniture/", 80}, {"machines/", 110}, {"vehicles/", 160}, {"people/", 165},
                 {"jobs/", 165},     {"places/", 300},   {"animals/", 60},   {"household/", 35},
                 {"tools/", 35},     {"ppe/", 30},       {"clothes/", 30}};

    for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++) {
        if (strncmp(id, usual[i].folder, strlen(usual[i].folder)) == 0) {
            return usual[i].cm;
        }
    }
    return 25;
}

/* Units of the scene for one of the drawing's. */
static double natural(const scene *s, const figure *f)
{
    double wide = wide_of(f), high = high_of(f);
    double cm = f->picture->cm > 0 ? f->picture->cm : usual_cm(f->picture->id);
    double scale = pow(cm, soft) / (f->turn != 0 ? wide : high);
    double size = scale * fmax(sqrt(wide * high), fmax(wide, high) / slender);

    return size < s->least ? scale * s->least / size : scale;
}

/* The scale at which the figure is at most so wide and high. */
static double within(const figure *f, double scale, double wide, double high)
{
    return fmin(scale, fmin(wide / wide_of(f), high / high_of(f)));
}

static void reach(scene *s, svg_box box)
{
    s->box.left = fmin(s->box.left, box.left);
    s->box.top = fmin(s->box.top, box.top);
    s->box.right = fmax(s->box.right, box.right);
    s->box.bottom = fmax(s->box.bottom, box.bottom);
}

/* The figure with the middle of its foot at x, y. */
static void put(scene *s, const figure *f, double x, double y, double scale)
{
    double half = wide_of(f) * scale / 2;
    piece *one = &s->pieces[s->count++];

    *one = (piece){.figure = f,
                   .x = x - scale * f->wider * (f->box.left + f->box.right) / 2,
                   .y = y - scale * f->higher * f->box.bottom,
                   .scale = scale};
    reach(s, (svg_box){x - half, y - high_of(f) * scale, x + half, y});
}

/* What carries or holds: it stands on the floor with its left at 0. */
typedef struct base {
    const figure *figure;
    double scale, wide, high;
} base;

static base base_of(const scene *s, const figure *ref)
{
    double scale = natural(s, ref);
    return (base){ref, scale, wide_of(ref) * scale, high_of(ref) * scale};
}

static double base_x(const base *b, double x)
{
    return (x - b->figure->box.left) * b->figure->wider * b->scale;
}

static double base_y(const base *b, double y)
{
    return (y - b->figure->box.bottom) * b->scale;
}

static void put_base(scene *s, const base *b)
{
    put(s, b->figure, b->wide / 2, 0, b->scale);
}

/* Where what is put on it stands. Furniture is drawn with its top at 170 of 400. */
static void rest_of(const figure *ref, double *x, double *y)
{
    const bank_src_picture *picture = ref->picture;
    bool furniture = strncmp(picture->id, "furniture/", 10) == 0 && ref->box.top < 180;

    *x = picture->rest[1] > 0 ? picture->rest[0] : (ref->box.left + ref->box.right) / 2;
    *y = picture->rest[1] > 0 ? picture->rest[1] : furniture ? 170 : ref->box.top + 4;
}

static void lay_on_top(scene *s, const figure *thing, const base *b)
{
    double x = 0, y = 0;

    rest_of(b->figure, &x, &y);
    double room = 2 * fmin(base_x(b, x), b->wide - base_x(b, x));
    put_base(s, b);
    put(s, thing, base_x(b, x), base_y(b, y),
        within(thing, natural(s, thing), room, fmax(b->high, 9)));
}

static void lay_above(scene *s, const figure *thing, const base *b)
{
    double x = 0, y = 0;

    rest_of(b->figure, &x, &y);
    put_base(s, b);
    put(s, thing, base_x(b, x), base_y(b, y) - 3.5, within(thing, natural(s, thing), b->wide, 14));
}

/* The free room beneath: left, top, right in the drawing's units. */
static void beneath(double out[3], const figure *ref)
{
    if (ref->picture->under[2] > 0) {
        memcpy(out, ref->picture->under, 3 * sizeof *out);
        return;
    }
    double aside = (ref->box.right - ref->box.left) * 0.16;
    out[0] = ref->box.left + aside;
    out[1] = fmax(ref->box.top * 0.7 + ref->box.bottom * 0.3, 200);
    out[2] = ref->box.right - aside;
}

static void lay_under(scene *s, const figure *thing, const base *b)
{
    double room[3];

    beneath(room, b->figure);
    put_base(s, b);
    put(s, thing, base_x(b, (room[0] + room[2]) / 2), 0,
        within(thing, natural(s, thing), 0.94 * (base_x(b, room[2]) - base_x(b, room[0])),
               -base_y(b, room[1]) * 0.96));
}

/* A drawing that shows its inside has the thing there; another is cut open. */
static void lay_in(scene *s, const figure *thing, const base *b)
{
    const double *told = b->figure->picture->inside;
    double left = b->wide * 0.16, right = b->wide * 0.84, top = -b->high * 0.74,
           bottom = -b->high * 0.14;

    put_base(s, b);
    if (told[3] > 0) {
        left = base_x(b, told[0]);
        right = base_x(b, told[2]);
        top = base_y(b, told[1]);
        bottom = base_y(b, told[3]);
    } else {
        s->pieces[s->count++] =
            (piece){.x = left, .y = top, .wide = right - left, .high = bottom - top};
    }
    double pad = told[3] > 0 ? 1 : 0.86;
    double scale = within(thing, INFINITY, (right - left) * pad, (bottom - top) * pad);
    put(s, thing, (left + right) / 2, (top + bottom + high_of(thing) * scale) / 2, scale);
}

/* Nearer: a little lower and larger. Before what has a free room beneath it the thing hides a leg,
 * so that it does not seem to be under it. */
static void lay_in_front(scene *s, const figure *thing, const base *b)
{
    const double *room = b->figure->picture->under;
    double depth = fmin(fmax(b->high * 0.17, 1.5), 2.6);
    double scale =
        within(thing, 1.1 * natural(s, thing), b->wide * 0.7, fmax(b->high * 0.95, 1.2 * s->least));

    put_base(s, b);
    put(s, thing, room[2] > 0 ? base_x(b, room[2]) : b->wide / 2, depth, scale);
}

/* Farther: a little higher, and seen above; what is too low for that looks out beside. */
static void lay_behind(scene *s, const figure *thing, const base *b)
{
    double scale = natural(s, thing), high = high_of(thing) * scale;
    double depth = b->high * 0.12;
    bool over = high + depth - b->high > 0.4 * high && b->figure->picture->under[2] <= 0;

    if (over) {
        put(s, thing, b->wide / 2, -depth, scale);
    } else {
        put(s, thing, b->wide + wide_of(thing) * scale * 0.06, 0, scale);
    }
    put_base(s, b);
}

static void lay_beside(scene *s, const figure *thing, const base *b, bool left)
{
    double scale = natural(s, thing), half = wide_of(thing) * scale / 2;

    put_base(s, b);
    put(s, thing, left ? -near_gap - half : b->wide + near_gap + half, 0, scale);
}

static void lay_between(scene *s, const figure *thing, const base *b)
{
    double scale = natural(s, thing), wide = wide_of(thing) * scale;

    put_base(s, b);
    put(s, thing, b->wide + near_gap + wide / 2, 0, scale);
    put(s, b->figure, b->wide * 1.5 + 2 * near_gap + wide, 0, b->scale);
}

static void lay_pair(scene *s, const pair *one)
{
    base b = base_of(s, &one->ref);

    switch (one->at) {
    case AT_ON_TOP:
        lay_on_top(s, &one->thing, &b);
        break;
    case AT_UNDER:
        lay_under(s, &one->thing, &b);
        break;
    case AT_IN:
        lay_in(s, &one->thing, &b);
        break;
    case AT_IN_FRONT:
        lay_in_front(s, &one->thing, &b);
        break;
    case AT_BEHIND:
        lay_behind(s, &one->thing, &b);
        break;
    case AT_LEFT:
    case AT_RIGHT:
        lay_beside(s, &one->thing, &b, one->at == AT_LEFT);
        break;
    case AT_BETWEEN:
        lay_between(s, &one->thing, &b);
        break;
    case AT_ABOVE:
        lay_above(s, &one->thing, &b);
        break;
    case AT_COUNT:
        break;
    }
}

/* Each pair beside the one before; the scene begins at 0. */
static void lay_scene(scene *s, const pair *pairs, size_t count, double least)
{
    double right = 0;
    svg_box whole = {0};

    *s = (scene){.least = least};
    for (size_t i = 0; i < count; i++) {
        size_t first = s->count;
        s->box = (svg_box){0};
        lay_pair(s, &pairs[i]);
        double shift = right + (i > 0 ? group_gap : 0) - s->box.left;
        for (size_t k = first; k < s->count; k++) {
            s->pieces[k].x += shift;
        }
        right = s->box.right + shift;
        whole = (svg_box){0, fmin(whole.top, s->box.top), right, fmax(whole.bottom, s->box.bottom)};
    }
    s->box = whole;
}

static double frame_wide(const param *p)
{
    return p->wide ? 600 : 400;
}

/* Pixels for a unit, as many as the frame has room for. */
static double fill(const param *p, const scene *s)
{
    double high = s->box.bottom - s->box.top, above = -s->box.top;

    return fmin((frame_wide(p) - 2 * MARGIN) / s->box.right,
                fmin((400 - 2 * MARGIN) / high, (400 - MARGIN - FLOOR_DEPTH) / above));
}

/* Outlines of seven units are made wider in what is drawn small. */
static void add_body(param *p, ept_str body, double scale)
{
    static const char outline[] = "stroke-width=\"7\"";
    const size_t n = sizeof outline - 1;
    double wide = 7 * fmin(fmax(line_pixels / (7 * scale), 1), 1.6);

    for (size_t at = 0; at < body.n;) {
        if (body.n - at >= n && memcmp(body.p + at, outline, n) == 0) {
            ept_buf_printf(&p->svg, "stroke-width=\"%.1f\"", wide);
            at += n;
        } else {
            ept_buf_add(&p->svg, body.p + at++, 1);
        }
    }
}

static void draw_piece(param *p, const piece *one, double left, double ground, double unit)
{
    double x = left + one->x * unit, y = ground + one->y * unit;

    if (one->figure == NULL) {
        ept_buf_printf(&p->svg,
                       "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"10\" "
                       "fill=\"" PARAM_WHITE "\" stroke=\"" PARAM_INK "\" stroke-width=\"4\"/>",
                       x, y, one->wide * unit, one->high * unit);
        return;
    }
    double scale = one->scale * unit;
    ept_buf_printf(&p->svg, "<g transform=\"translate(%.1f %.1f) scale(%.4f %.4f)", x, y,
                   scale * one->figure->wider, scale * one->figure->higher);
    if (one->figure->turn != 0) {
        ept_buf_printf(&p->svg, " rotate(%.0f 200 200)", one->figure->turn);
    }
    ept_buf_puts(&p->svg, "\">");
    add_body(p, one->figure->body, scale);
    ept_buf_puts(&p->svg, "</g>");
}

/* What the frame has left over goes above and below; the floor reaches from side to side. */
static void draw_scene(param *p, const scene *s)
{
    double unit = fill(p, s), wide = frame_wide(p);
    double left = (wide - s->box.right * unit) / 2;
    double below = fmax(FLOOR_DEPTH, s->box.bottom * unit + MARGIN);
    double spare = 400 - MARGIN - below + s->box.top * unit;
    double ground = 400 - below - fmax(0, spare) * 0.45;

    ept_buf_printf(&p->svg,
                   "<rect x=\"0\" y=\"%.1f\" width=\"%.0f\" height=\"%.1f\" fill=\"" PARAM_PALE
                   "\" fill-opacity=\"0.6\"/>"
                   "<path d=\"M0 %.1f H%.0f\" fill=\"none\" stroke=\"" PARAM_GROUND
                   "\" stroke-width=\"5\"/>",
                   ground, wide, 400 - ground, ground, wide);
    for (size_t i = 0; i < s->count; i++) {
        draw_piece(p, &s->pieces[i], left, ground, unit);
    }
}

static bool read_pair(param *p, const bank_node *node, pair *out)
{
    static const char *const keys[] = {"thing", "at", "ref", NULL};
    const char *at = bank_node_text(node, "at");

    if (!bank_keys(p->src, p->file, node, keys, "a position")) {
        p->bad = true;
        return false;
    }
    out->thing.picture = param_picture(p, node, "thing");
    out->ref.picture = param_picture(p, node, "ref");
    out->at = AT_COUNT;
    for (size_t i = 0; i < AT_COUNT; i++) {
        out->at = at != NULL && strcmp(at, place_names[i]) == 0 ? (place_at)i : out->at;
    }
    if (out->at == AT_COUNT) {
        param_fault(p, node,
                    "\"at\" is on-top, under, in, in-front, behind, left, right, between or above");
    }
    return !p->bad;
}

/* A thing that can lie does so, but not where it would be hidden (it leans behind) or has little
 * room (in another); what carries it stands. */
static bool load_figures(param *p, pair *one)
{
    bool beside = one->at == AT_LEFT || one->at == AT_RIGHT || one->at == AT_BETWEEN;
    bool lies = one->at != AT_IN && one->at != AT_BEHIND;
    double turn = lies ? one->thing.picture->lies : 0;

    if (!figure_of(p, &one->thing, one->thing.picture, turn) ||
        !figure_of(p, &one->ref, one->ref.picture, beside ? one->ref.picture->lies : 0)) {
        return false;
    }
    double ratio = wide_of(&one->ref) / high_of(&one->ref);
    if (p->wide && strncmp(one->ref.picture->id, "furniture/", 10) == 0 && ratio > longest) {
        one->ref.wider = fmax(longest / ratio, narrowest);
    }
    return true;
}

/* The smallest things grow until they can be named in the frame, which makes the frame fuller. */
static void draw_pairs(param *p, const pair *pairs, size_t count)
{
    scene s;
    double least = 0;

    for (int i = 0; i < 8; i++) {
        lay_scene(&s, pairs, count, least);
        least = fmax(least, least_pixels / fill(p, &s));
    }
    draw_scene(p, &s);
}

static bool read_pairs(param *p, pair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!read_pair(p, p->node->items[i], &pairs[i])) {
            return false;
        }
        const bank_src_picture *thing = pairs[i].thing.picture, *ref = pairs[i].ref.picture;
        for (size_t j = 0; j < i; j++) {
            if (pairs[j].thing.picture == thing || pairs[j].ref.picture == ref ||
                pairs[j].thing.picture == ref || pairs[j].ref.picture == thing) {
                param_fault(p, p->node->items[i], "a thing stands in two places, use another");
            }
        }
        ept_buf_printf(&p->canon, "%s %s %s;", thing->id, place_names[pairs[i].at], ref->id);
    }
    return !p->bad;
}

bool param_position(param *p)
{
    pair pairs[MAX_PAIRS];
    size_t count = p->node->kind == BANK_LIST ? p->node->count : 0;

    if (count < 1 || count > MAX_PAIRS) {
        param_fault(p, p->node, "a position is a list of 1 to 3 {thing, at, ref}");
        return false;
    }
    if (!read_pairs(p, pairs, count)) {
        return false;
    }
    p->wide = count > 1;
    for (size_t i = 0; i < count; i++) {
        if (!load_figures(p, &pairs[i])) {
            return false;
        }
    }
    draw_pairs(p, pairs, count);
    return true;
}
