/* SPDX-License-Identifier: MIT */
/* Instruments and weather. */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "param_priv.h"

#define EDGE                                                                                       \
    " stroke=\"" PARAM_INK                                                                         \
    "\" stroke-width=\"8\" stroke-linejoin=\"round\" stroke-linecap=\"round\""

static void number_text(char out[24], double value)
{
    (void)snprintf(out, 24, "%.2f", value);
    size_t n = strlen(out);
    while (n > 0 && out[n - 1] == '0') {
        out[--n] = '\0';
    }
    if (n > 0 && out[n - 1] == '.') {
        out[n - 1] = '\0';
    }
}

/* A tube of 100 degrees: -50 to 50, or 30 to 130 for what is hotter. */
static bool thermometer(param *p, double value, const char *unit)
{
    double base = value > 50 ? 30 : -50;

    if (value < -50 || value > 120 || strcmp(unit, "℃") != 0) {
        param_fault(p, p->node, "a thermometer shows -50 to 120 \"℃\"");
        return false;
    }
    ept_buf_puts(
        &p->svg,
        "<path d=\"M150 46 A40 40 0 0 1 230 46 V292 A58 58 0 1 1 150 292 Z\" fill=\"" PARAM_WHITE
        "\"" EDGE "/>"
        "<circle cx=\"190\" cy=\"334\" r=\"40\" fill=\"" PARAM_RED "\"/>");
    double level = 290 - (value - base) * 2.5;
    ept_buf_printf(
        &p->svg, "<rect x=\"176\" y=\"%.1f\" width=\"28\" height=\"%.1f\" fill=\"" PARAM_RED "\"/>",
        level, 334 - level);
    for (int i = 0; i <= 20; i++) {
        double y = 290 - i * 12.5;
        ept_buf_printf(&p->svg,
                       "<path d=\"M240 %.1f H%d\" fill=\"none\" stroke=\"" PARAM_INK
                       "\" stroke-width=\"%d\"/>",
                       y, i % 2 == 0 ? 268 : 254, i % 2 == 0 ? 5 : 3);
        if (i % 4 == 2) { /* ... -40 -20 0 20 40 ... */
            char text[24];
            number_text(text, base + i * 5);
            param_write(p, text,
                        &(param_text){.x = 352,
                                      .y = y - 15,
                                      .height = 30,
                                      .weight = 14,
                                      .colour = PARAM_INK,
                                      .anchor = PARAM_RIGHT});
        }
    }
    param_write(p, "℃",
                &(param_text){
                    .x = 316, .y = 336, .height = 46, .colour = PARAM_INK, .anchor = PARAM_MIDDLE});
    ept_buf_printf(&p->svg,
                   "<path d=\"M146 %.1f L112 %.1f V%.1f Z\" fill=\"" PARAM_AMBER
                   "\" stroke=\"" PARAM_INK "\" stroke-width=\"6\" stroke-linejoin=\"round\"/>",
                   level, level - 18, level + 18);
    return true;
}

static bool scale_of(param *p, double value, const char *unit)
{
    char text[40], digits[24];

    if (value <= 0 || value > 500 || (strcmp(unit, "kg") != 0 && strcmp(unit, "g") != 0)) {
        param_fault(p, p->node, "a scale shows more than 0 and at most 500, in \"kg\" or \"g\"");
        return false;
    }
    number_text(digits, value);
    (void)snprintf(text, sizeof text, "%s%s", digits, unit);
    ept_buf_puts(
        &p->svg,
        "<rect x=\"150\" y=\"40\" width=\"100\" height=\"74\" fill=\"" PARAM_AMBER "\"" EDGE "/>"
        "<path d=\"M200 40 V114\" fill=\"none\"" EDGE "/>"
        "<path d=\"M40 118 H360 L340 150 H60 Z\" fill=\"" PARAM_STEEL "\"" EDGE "/>"
        "<path d=\"M180 150 H220 V186 H180 Z\" fill=\"" PARAM_DARK "\"" EDGE "/>"
        "<path d=\"M60 186 H340 L376 366 H24 Z\" fill=\"" PARAM_MID "\"" EDGE "/>"
        "<rect x=\"72\" y=\"222\" width=\"256\" height=\"108\" rx=\"8\" fill=\"" PARAM_WHITE
        "\"" EDGE "/>");
    double height = 70;
    while (param_width(text, height) > 232) {
        height -= 2;
    }
    param_write(p, text,
                &(param_text){.x = 200,
                              .y = 274 - height / 2,
                              .height = height,
                              .colour = PARAM_INK,
                              .anchor = PARAM_MIDDLE});
    return true;
}

/* A strip from `left` to `right`; torn: what comes before is left out, so its left edge is jagged.
 */
static void tape_strip(param *p, double left, double right, double top, double bottom, bool torn,
                       const char *fill)
{
    int teeth = (int)((bottom - top) / 21);

    ept_buf_printf(&p->svg, "<path d=\"M%.1f %.1f H%.1f V%.1f H%.1f", left, top, right, bottom,
                   left);
    for (int i = 2 * teeth - 1; torn && i > 0; i--) {
        ept_buf_printf(&p->svg, " L%.1f %.1f", i % 2 == 0 ? left : left + 13,
                       top + (bottom - top) * i / (2 * teeth));
    }
    ept_buf_printf(&p->svg, " Z\" fill=\"%s\"" EDGE "/>", fill);
}

enum { TAPE_LEFT = 16, TAPE_RIGHT = 584, TAPE_FIRST = 59, TAPE_STEP = 49 };

/* Ten units with their halves; three digits beside each other are smaller. */
static void tape_marks(param *p, double first)
{
    double height = first + 10 > 99 ? 21 : 27;

    for (int i = 0; i <= 10; i++) {
        double x = TAPE_FIRST + i * TAPE_STEP;
        char text[24];
        ept_buf_printf(&p->svg,
                       "<path d=\"M%.1f 190 V236\" fill=\"none\" stroke=\"" PARAM_INK
                       "\" stroke-width=\"5\"/>",
                       x);
        if (i < 10) {
            ept_buf_printf(&p->svg,
                           "<path d=\"M%.1f 190 V218\" fill=\"none\" stroke=\"" PARAM_INK
                           "\" stroke-width=\"3\"/>",
                           x + TAPE_STEP / 2.0);
        }
        number_text(text, first + i);
        param_write(p, text,
                    &(param_text){.x = x,
                                  .y = 250,
                                  .height = height,
                                  .weight = 14,
                                  .colour = PARAM_INK,
                                  .anchor = PARAM_MIDDLE});
    }
}

/* A stretch of a tape of ten units around the value, with a bar that ends there. Where the stretch
 * does not begin at nought, tape and bar are torn off at the left. */
static bool tape(param *p, double value, const char *unit)
{
    if (value < 1 || value > 990 ||
        (strcmp(unit, "cm") != 0 && strcmp(unit, "mm") != 0 && strcmp(unit, "m") != 0)) {
        param_fault(p, p->node, "a tape shows 1 to 990, in \"cm\", \"mm\" or \"m\"");
        return false;
    }
    double first = floor((value - 5) < 0 ? 0 : value - 5);
    double end = TAPE_FIRST + (value - first) * TAPE_STEP;
    bool torn = first > 0;
    p->wide = true;
    tape_strip(p, TAPE_LEFT, TAPE_RIGHT, 190, 320, torn, PARAM_YELLOW);
    tape_marks(p, first);
    tape_strip(p, torn ? TAPE_LEFT : TAPE_FIRST, end, 110, 166, torn, PARAM_STEEL);
    ept_buf_printf(&p->svg,
                   "<path d=\"M%.1f 100 V190\" fill=\"none\" stroke=\"" PARAM_RED
                   "\" stroke-width=\"7\"/>",
                   end);
    param_write(p, unit,
                &(param_text){
                    .x = 560, .y = 336, .height = 40, .colour = PARAM_INK, .anchor = PARAM_RIGHT});
    return true;
}

/* A dial over three quarters of a circle, 0 to 10 (bar) or 0 to 1 (MPa). */
static bool pressure(param *p, double value, const char *unit)
{
    bool mpa = strcmp(unit, "MPa") == 0;
    double most = mpa ? 1 : 10;

    if (value < 0 || value > most || (!mpa && strcmp(unit, "bar") != 0)) {
        param_fault(p, p->node, "a pressure gauge shows 0 to 10 \"bar\" or 0 to 1 \"MPa\"");
        return false;
    }
    ept_buf_puts(&p->svg,
                 "<rect x=\"166\" y=\"350\" width=\"68\" height=\"44\" fill=\"" PARAM_DARK "\"" EDGE
                 "/>"
                 "<circle cx=\"200\" cy=\"188\" r=\"178\" fill=\"" PARAM_STEEL "\"" EDGE "/>"
                 "<circle cx=\"200\" cy=\"188\" r=\"152\" fill=\"" PARAM_WHITE "\"" EDGE "/>");
    for (int i = 0; i <= 10; i++) {
        double angle = (-135 + 27 * i) * PARAM_RADIANS, x = sin(angle), y = -cos(angle);
        ept_buf_printf(&p->svg,
                       "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"" PARAM_INK
                       "\" stroke-width=\"6\"/>",
                       200 + 122 * x, 188 + 122 * y, 200 + 144 * x, 188 + 144 * y);
        if (i % 2 == 0) {
            char text[24];
            number_text(text, most * i / 10);
            param_write(p, text,
                        &(param_text){.x = 200 + 96 * x,
                                      .y = 188 + 96 * y - 14,
                                      .height = 28,
                                      .weight = 14,
                                      .colour = PARAM_INK,
                                      .anchor = PARAM_MIDDLE});
        }
    }
    param_write(p, unit,
                &(param_text){
                    .x = 200, .y = 256, .height = 40, .colour = PARAM_INK, .anchor = PARAM_MIDDLE});
    double angle = (-135 + 270 * value / most) * PARAM_RADIANS;
    ept_buf_printf(&p->svg,
                   "<line x1=\"200\" y1=\"188\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"" PARAM_RED
                   "\" stroke-width=\"12\" stroke-linecap=\"round\"/><circle cx=\"200\" cy=\"188\" "
                   "r=\"18\" fill=\"" PARAM_INK "\"/>",
                   200 + 112 * sin(angle), 188 - 112 * cos(angle));
    return true;
}

bool param_gauge(param *p)
{
    static const char *const keys[] = {"kind", "value", "unit", NULL};
    char digits[24];

    if (!bank_keys(p->src, p->file, p->node, keys, "a gauge")) {
        return false;
    }
    const char *kind = bank_node_text(p->node, "kind"), *unit = bank_node_text(p->node, "unit");
    const char *text = bank_node_text(p->node, "value");
    char *end = NULL;
    p->value = text != NULL ? strtod(text, &end) : 0;
    if (kind == NULL || unit == NULL || text == NULL || end == text || *end != '\0' ||
        !isfinite(p->value)) {
        param_fault(p, p->node, "a gauge needs kind, value (a number) and unit");
        return false;
    }
    number_text(digits, p->value);
    ept_buf_printf(&p->canon, "%s %s %s", kind, digits, unit);
    if (strcmp(kind, "thermometer") == 0) {
        return thermometer(p, p->value, unit);
    }
    if (strcmp(kind, "scale") == 0) {
        return scale_of(p, p->value, unit);
    }
    if (strcmp(kind, "tape") == 0) {
        return tape(p, p->value, unit);
    }
    if (strcmp(kind, "pressure") == 0) {
        return pressure(p, p->value, unit);
    }
    param_fault(p, p->node, "a gauge is a thermometer, scale, tape or pressure");
    return false;
}

#define CLOUD                                                                                      \
    "<path d=\"M110 270 A66 66 0 0 1 116 138 A92 92 0 0 1 290 128 A72 72 0 0 1 300 270 Z\" "       \
    "fill=\"" PARAM_STEEL "\"" EDGE "/>"

bool param_weather(param *p)
{
    static const char *const names[] = {"sun", "cloud", "rain", "snow", "wind"};
    static const char *const drawings[] = {
        "<g fill=\"none\" stroke=\"" PARAM_INK
        "\" stroke-width=\"14\" stroke-linecap=\"round\"><path d=\"M200 24 V70 M200 330 V376 M24 "
        "200 H70"
        " M330 200 H376 M76 76 L108 108 M292 292 L324 324 M324 76 L292 108 M108 292 L76 324\"/></g>"
        "<circle cx=\"200\" cy=\"200\" r=\"92\" fill=\"" PARAM_AMBER "\"" EDGE "/>",
        "<g transform=\"translate(0 10)\">" CLOUD "</g>",
        "<g transform=\"translate(0 -50)\">" CLOUD
        "</g><path d=\"M120 260 L98 320 M200 260 L178 320 M280 260 L258 320 M160 312 L138 372"
        " M240 312 L218 372\" fill=\"none\" stroke=\"" PARAM_BLUE
        "\" stroke-width=\"14\" stroke-linecap=\"round\"/>",
        "<g transform=\"translate(0 -50)\">" CLOUD "</g><g fill=\"none\" stroke=\"" PARAM_BLUE
        "\" stroke-width=\"9\" stroke-linecap=\"round\">"
        "<path d=\"M120 268 V324 M96 282 L144 310 M144 282 L96 310 M280 268 V324 M256 282 L304 310 "
        "M304 282 L256 310"
        " M200 320 V376 M176 334 L224 362 M224 334 L176 362\"/></g>",
        "<g fill=\"none\" stroke=\"" PARAM_INK
        "\" stroke-width=\"18\" stroke-linecap=\"round\"><path d=\"M40 150 H250 C310 150 316 70 "
        "258 70"
        " C226 70 216 98 228 114 M40 206 H318 C378 206 380 290 320 290 C290 290 280 264 292 248 "
        "M40 262 H200 C250 262 252 334 204 334"
        " C180 334 170 314 180 300\"/></g>",
    };

    for (size_t i = 0; p->node->kind == BANK_SCALAR && i < 5; i++) {
        if (strcmp(p->node->text, names[i]) == 0) {
            ept_buf_puts(&p->canon, names[i]);
            ept_buf_puts(&p->svg, drawings[i]);
            return true;
        }
    }
    param_fault(p, p->node, "weather is sun, cloud, rain, snow or wind");
    return false;
}
