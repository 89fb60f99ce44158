/* SPDX-License-Identifier: MIT */
/* The box that a drawing fills, so that a thing stands on a table and does not float above it: by
 * its points and control points, or by its ink, with curves followed and the lines' width. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <expat.h>

#include "param_priv.h"

enum { MAX_DEPTH = 16 };

typedef struct matrix {
    double a, b, c, d, e, f;
} matrix;

/* How lines are drawn at one depth. */
typedef struct pen {
    double width;
    bool drawn;
} pen;

typedef struct boxing {
    svg_box box;
    bool any, ink;
    matrix stack[MAX_DEPTH];
    pen pens[MAX_DEPTH];
    int depth;
} boxing;

static matrix times(matrix m, matrix n)
{
    return (matrix){m.a * n.a + m.c * n.b,       m.b * n.a + m.d * n.b,
                    m.a * n.c + m.c * n.d,       m.b * n.c + m.d * n.d,
                    m.a * n.e + m.c * n.f + m.e, m.b * n.e + m.d * n.f + m.f};
}

static void add_point(boxing *b, double x, double y)
{
    const matrix *m = &b->stack[b->depth];
    double px = m->a * x + m->c * y + m->e, py = m->b * x + m->d * y + m->f;
    const pen *line = &b->pens[b->depth];
    double half =
        b->ink && line->drawn ? line->width / 2 * sqrt(fabs(m->a * m->d - m->b * m->c)) : 0;

    if (!b->any) {
        b->box = (svg_box){px, py, px, py};
    }
    b->any = true;
    b->box.left = fmin(b->box.left, px - half);
    b->box.top = fmin(b->box.top, py - half);
    b->box.right = fmax(b->box.right, px + half);
    b->box.bottom = fmax(b->box.bottom, py + half);
}

enum { CURVE_STEPS = 24 };

/* A curve of the second or third degree from x, y over the points of `v` (`n` numbers: 4 or 6). */
static void add_curve(boxing *b, double x, double y, const double *v, int n)
{
    for (int i = 1; i <= CURVE_STEPS; i++) {
        double t = (double)i / CURVE_STEPS, s = 1 - t;
        double w[4] = {s * s, 2 * s * t, t * t, 0};
        if (n == 6) {
            w[0] = s * s * s;
            w[1] = 3 * s * s * t;
            w[2] = 3 * s * t * t;
            w[3] = t * t * t;
        }
        double px = w[0] * x + w[1] * v[0] + w[2] * v[2], py = w[0] * y + w[1] * v[1] + w[2] * v[3];
        add_point(b, px + (n == 6 ? w[3] * v[4] : 0), py + (n == 6 ? w[3] * v[5] : 0));
    }
}

/* An arc from x, y: v is rx ry turn large sweep x y. The centre is found as SVG 1.1, appendix F.6.5
 * gives it. */
static void add_arc(boxing *b, double x, double y, const double v[7])
{
    double turn = v[2] * PARAM_RADIANS, c = cos(turn), s = sin(turn);
    double hx = (x - v[5]) / 2, hy = (y - v[6]) / 2, ax = c * hx + s * hy, ay = c * hy - s * hx;
    double rx = fabs(v[0]), ry = fabs(v[1]);

    if (rx <= 0 || ry <= 0 || (ax == 0 && ay == 0)) {
        return; /* a straight line, or nothing */
    }
    double grow = sqrt(ax * ax / (rx * rx) + ay * ay / (ry * ry));
    rx = grow > 1 ? rx * grow : rx;
    ry = grow > 1 ? ry * grow : ry;
    double below = rx * rx * ay * ay + ry * ry * ax * ax;
    double root =
        sqrt(fmax(0, rx * rx * ry * ry - below) / below) * ((v[3] != 0) == (v[4] != 0) ? -1 : 1);
    double ox = root * rx * ay / ry, oy = -root * ry * ax / rx;
    double from = atan2((ay - oy) / ry, (ax - ox) / rx),
           to = atan2((-ay - oy) / ry, (-ax - ox) / rx);
    double round = 360 * PARAM_RADIANS;
    to += v[4] != 0 && to < from ? round : v[4] == 0 && to > from ? -round : 0;
    for (int i = 0; i <= CURVE_STEPS; i++) {
        double angle = from + (to - from) * i / CURVE_STEPS;
        double px = ox + rx * cos(angle), py = oy + ry * sin(angle);
        add_point(b, c * px - s * py + (x + v[5]) / 2, s * px + c * py + (y + v[6]) / 2);
    }
}

/* Up to `most` numbers at *text; how many there were. */
static int numbers(const char **text, double *out, int most)
{
    int n = 0;

    while (n < most) {
        const char *p = *text + strspn(*text, " ,\t\r\n(");
        char *end = NULL;
        double value = strtod(p, &end);
        if (end == p) {
            break;
        }
        out[n++] = value;
        *text = end;
    }
    return n;
}

static matrix one_transform(const char *name, size_t length, const double *v, int n)
{
    matrix m = {1, 0, 0, 1, 0, 0};
    double angle = n > 0 ? v[0] * PARAM_RADIANS : 0;

    if (length == 9 && strncmp(name, "translate", 9) == 0) {
        m.e = v[0];
        m.f = n > 1 ? v[1] : 0;
    } else if (length == 5 && strncmp(name, "scale", 5) == 0) {
        m.a = v[0];
        m.d = n > 1 ? v[1] : v[0];
    } else if (length == 6 && strncmp(name, "rotate", 6) == 0) {
        matrix r = {cos(angle), sin(angle), -sin(angle), cos(angle), 0, 0};
        m = r;
        if (n > 2) {
            m = times(times((matrix){1, 0, 0, 1, v[1], v[2]}, r),
                      (matrix){1, 0, 0, 1, -v[1], -v[2]});
        }
    } else if (length == 6 && strncmp(name, "matrix", 6) == 0 && n == 6) {
        m = (matrix){v[0], v[1], v[2], v[3], v[4], v[5]};
    }
    return m;
}

static matrix transform_of(const char *text)
{
    matrix m = {1, 0, 0, 1, 0, 0};

    while (text != NULL) {
        double v[6] = {0};
        const char *name = text + strspn(text, " ,\t\r\n)");
        const char *open = strchr(name, '(');
        if (open == NULL) {
            break;
        }
        const char *at = open + 1;
        int n = numbers(&at, v, 6);
        m = times(m, one_transform(name, (size_t)(open - name), v, n));
        text = strchr(at, ')');
    }
    return m;
}

/* How many numbers each path command takes at a time. */
static int arity(char command)
{
    switch (command) {
    case 'M':
    case 'm':
    case 'L':
    case 'l':
    case 'T':
    case 't':
        return 2;
    case 'H':
    case 'h':
    case 'V':
    case 'v':
        return 1;
    case 'C':
    case 'c':
        return 6;
    case 'S':
    case 's':
    case 'Q':
    case 'q':
        return 4;
    case 'A':
    case 'a':
        return 7;
    default:
        return 0;
    }
}

/* The points of one command whose numbers are all absolute; for the ink the way between them. */
static void add_segment(boxing *b, char command, double x, double y, const double *v, int n)
{
    bool curve = b->ink && strchr("CcQq", command) != NULL;

    if (curve) {
        add_curve(b, x, y, v, n);
    }
    if (b->ink && n == 7) {
        add_arc(b, x, y, v);
    }
    for (int i = n == 7 || curve ? n - 2 : 0; i + 1 < n; i += 2) {
        add_point(b, v[i], v[i + 1]);
    }
}

static void add_path(boxing *b, const char *d)
{
    double x = 0, y = 0, v[7] = {0};
    char command = 0;

    while (*d != '\0') {
        d += strspn(d, " ,\t\r\n");
        if (strchr("MmLlHhVvCcSsQqTtAaZz", *d) != NULL && *d != '\0') {
            command = *d++;
        }
        int want = arity(command);
        if (want == 0 || numbers(&d, v, want) != want) {
            if (command == 'Z' || command == 'z') {
                command = 0;
                continue;
            }
            break;
        }
        bool relative = command >= 'a';
        double bx = relative ? x : 0, by = relative ? y : 0;
        if (want == 1) {
            x = command == 'H' || command == 'h' ? bx + v[0] : x;
            y = command == 'V' || command == 'v' ? by + v[0] : y;
        } else {
            for (int i = want == 7 ? 5 : 0; i + 1 < want; i += 2) {
                v[i] += bx;
                v[i + 1] += by;
            }
            add_segment(b, command, x, y, v, want);
            x = v[want - 2];
            y = v[want - 1];
        }
        add_point(b, x, y);
    }
}

static double attribute(const char **attributes, const char *name)
{
    for (size_t i = 0; attributes[i] != NULL; i += 2) {
        if (strcmp(attributes[i], name) == 0) {
            return strtod(attributes[i + 1], NULL);
        }
    }
    return 0;
}

static const char *attribute_text(const char **attributes, const char *name)
{
    for (size_t i = 0; attributes[i] != NULL; i += 2) {
        if (strcmp(attributes[i], name) == 0) {
            return attributes[i + 1];
        }
    }
    return NULL;
}

/* The pen of the element around, with what this one changes. */
static pen pen_of(pen line, const char **attributes)
{
    const char *colour = attribute_text(attributes, "stroke");

    line.drawn = colour != NULL ? strcmp(colour, "none") != 0 : line.drawn;
    line.width = attribute_text(attributes, "stroke-width") != NULL
                     ? attribute(attributes, "stroke-width")
                     : line.width;
    return line;
}

static void add_round(boxing *b, const char **attributes, double rx, double ry)
{
    double x = attribute(attributes, "cx"), y = attribute(attributes, "cy");

    for (int i = 0; b->ink && i < CURVE_STEPS; i++) {
        double angle = 360 * PARAM_RADIANS * i / CURVE_STEPS;
        add_point(b, x + rx * cos(angle), y + ry * sin(angle));
    }
    if (!b->ink) {
        add_point(b, x - rx, y - ry);
        add_point(b, x + rx, y + ry);
        add_point(b, x + rx, y - ry);
        add_point(b, x - rx, y + ry);
    }
}

static void XMLCALL on_start(void *data, const char *element, const char **attributes)
{
    boxing *b = data;
    const char *points = attribute_text(attributes, "points");
    const char *path = attribute_text(attributes, "d");
    double v[2];

    if (b->depth + 1 >= MAX_DEPTH) {
        return;
    }
    b->stack[b->depth + 1] =
        times(b->stack[b->depth], transform_of(attribute_text(attributes, "transform")));
    b->pens[b->depth + 1] = pen_of(b->pens[b->depth], attributes);
    b->depth++;
    if (strcmp(element, "rect") == 0) {
        double x = attribute(attributes, "x"), y = attribute(attributes, "y");
        double w = attribute(attributes, "width"), h = attribute(attributes, "height");
        add_point(b, x, y);
        add_point(b, x + w, y);
        add_point(b, x, y + h);
        add_point(b, x + w, y + h);
    } else if (strcmp(element, "circle") == 0) {
        add_round(b, attributes, attribute(attributes, "r"), attribute(attributes, "r"));
    } else if (strcmp(element, "ellipse") == 0) {
        add_round(b, attributes, attribute(attributes, "rx"), attribute(attributes, "ry"));
    } else if (strcmp(element, "line") == 0) {
        add_point(b, attribute(attributes, "x1"), attribute(attributes, "y1"));
        add_point(b, attribute(attributes, "x2"), attribute(attributes, "y2"));
    } else if (path != NULL) {
        add_path(b, path);
    }
    while (points != NULL && numbers(&points, v, 2) == 2) {
        add_point(b, v[0], v[1]);
    }
}

static void XMLCALL on_end(void *data, const char *element)
{
    boxing *b = data;

    (void)element;
    b->depth -= b->depth > 0;
}

static svg_box box_of(ept_str svg, bool ink, matrix turned)
{
    boxing *b = ept_calloc(1, sizeof *b);
    svg_box box = {0, 0, 400, 400};
    XML_Parser parser = XML_ParserCreate("UTF-8");

    if (b != NULL && parser != NULL && svg.n <= INT32_MAX) {
        b->ink = ink;
        b->stack[0] = turned;
        b->pens[0].width = 1;
        XML_SetUserData(parser, b);
        XML_SetElementHandler(parser, on_start, on_end);
        if (XML_Parse(parser, svg.p, (int)svg.n, XML_TRUE) == XML_STATUS_OK && b->any) {
            box = b->box;
        }
    }
    if (parser != NULL) {
        XML_ParserFree(parser);
    }
    ept_free(b);
    return box;
}

svg_box bank_svg_box(ept_str svg)
{
    return box_of(svg, false, (matrix){1, 0, 0, 1, 0, 0});
}

svg_box bank_svg_ink(ept_str svg, double degrees)
{
    const double turn[3] = {degrees, 200, 200};

    return box_of(svg, true, one_transform("rotate", 6, turn, 3));
}
