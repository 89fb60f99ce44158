/* SPDX-License-Identifier: MIT */
/* param_priv.h - drawing pictures from parameters: one function a kind. Private to src/bank. */
#ifndef BANK_PARAM_PRIV_H
#define BANK_PARAM_PRIV_H
#include "picture_priv.h"

#define PARAM_RADIANS (3.14159265358979 / 180) /* of one degree */

/* Colours of the house for drawings (ink, fills, and those of signs). */
#define PARAM_INK "#16212E"
#define PARAM_STEEL "#C3CCD5"
#define PARAM_PALE "#E3EBF8"
#define PARAM_MID "#9DB6E3"
#define PARAM_AMBER "#F0A81E"
#define PARAM_DARK "#43505D"
#define PARAM_WHITE "#FFFFFF"
#define PARAM_RED "#B0261C"
#define PARAM_GREEN "#176B3C"
#define PARAM_BLUE "#1D4B9E"
#define PARAM_YELLOW "#FFD100"
#define PARAM_GROUND "#6F7C89"

/* The box that a drawing fills, in its own units. */
typedef struct svg_box {
    double left, top, right, bottom;
} svg_box;
/* By the points and control points, without the width of the lines: what prices and counted things
 * are laid by. */
svg_box bank_svg_box(ept_str svg);
/* The ink itself: curves followed, half the lines' width added, all turned about 200, 200. */
svg_box bank_svg_ink(ept_str svg, double degrees);

/* One drawing at work. `svg` gets the shapes between <svg> and </svg>, `canon` the parameters in
 * one fixed spelling, from which the id is made. */
typedef struct param {
    bank_src *src;
    const char *file;
    const bank_node *node; /* the value under the kind's key */
    ept_buf svg, canon;
    bool wide;    /* 600 x 400 instead of 400 x 400 */
    double value; /* what it shows, for the rising order */
    bool bad;     /* a fault was told */
} param;

void param_fault(param *p, const bank_node *at, const char *fmt, ...) EPT_PRINTF(3, 4);

bool param_clock(param *p);
bool param_digital(param *p);
bool param_calendar(param *p);
bool param_price(param *p);
bool param_money(param *p);
bool param_count(param *p);
bool param_position(param *p);
bool param_sign(param *p);
bool param_number(param *p);
bool param_gauge(param *p);
bool param_weather(param *p);
bool param_floor(param *p);
bool param_phone(param *p);

/* The pictogram that a sign names ("ppe/earmuffs" is signs/ppe-earmuffs); NULL: told why not. */
const bank_src_picture *param_pictogram(param *p, const char *of);
/* What the drawing shows, in words of each language. False: out of memory. */
bool param_names(const char *names[EPT_LANG_COUNT], param *p, const char *kind);

/* A picture of a file that stands under `key` of `map`; NULL: told why not. */
const bank_src_picture *param_picture(param *p, const bank_node *map, const char *key);
/* What stands between <svg> and </svg>; empty when there is no such pair. */
ept_str param_body(ept_str svg);
/* Puts a picture into the box at x, y, size pixels wide and high (a scene keeps its shape). */
void param_place(param *p, const bank_src_picture *picture, double x, double y, double size);
/* The same, but what is drawn of it fills the box: `high` pixels high at most, `wide` wide at most,
 * with the middle of its foot at x, y. */
void param_stand(param *p, const bank_src_picture *picture, double x, double y, double wide,
                 double high);

typedef enum param_anchor { PARAM_LEFT, PARAM_MIDDLE, PARAM_RIGHT } param_anchor;
typedef struct param_text {
    double x, y, height; /* y: the top of the digits */
    double weight;       /* stroke in hundredths of the height; 0 = 13 */
    const char *colour;
    param_anchor anchor;
} param_text;
/* Digits, the marks - : , . %, units and the signs of the weekdays, as strokes. */
void param_write(param *p, const char *text, const param_text *how);
double param_width(const char *text, double height);

#endif
