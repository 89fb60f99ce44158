/* SPDX-License-Identifier: MIT */
/* Clock face, digital clock, month sheet. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "param_priv.h"

#include "epstopik/clock.h"

enum { FACE = 200, FACE_RADIUS = 180 };

static const double turn = 6.283185307179586;

static bool time_of(int *hour, int *minute, const char *text)
{
    int used = 0;

    return strlen(text) <= 5 && sscanf(text, "%2d:%2d%n", hour, minute, &used) == 2 &&
           (size_t)used == strlen(text) && text[used - 3] == ':' && *hour >= 0 && *hour <= 23 &&
           *minute >= 0 && *minute <= 59;
}

/* From the middle of the face, `part` of a full turn clockwise from 12. */
static void spoke(param *p, double part, double from, double to, double width)
{
    double x = sin(part * turn), y = -cos(part * turn);

    ept_buf_printf(&p->svg,
                   "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke-width=\"%.0f\"/>",
                   FACE + x * from, FACE + y * from, FACE + x * to, FACE + y * to, width);
}

bool param_clock(param *p)
{
    int hour = 0, minute = 0;

    if (p->node->kind != BANK_SCALAR || !time_of(&hour, &minute, p->node->text) ||
        minute % 5 != 0) {
        param_fault(p, p->node, "a clock shows a time in fives of minutes like \"3:20\"");
        return false;
    }
    hour %= 12;
    p->value = hour * 60 + minute;
    ept_buf_printf(&p->canon, "%d:%02d", hour, minute);
    ept_buf_printf(&p->svg,
                   "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"" PARAM_WHITE
                   "\" stroke=\"" PARAM_INK "\" stroke-width=\"12\"/><g stroke=\"" PARAM_INK
                   "\" stroke-linecap=\"round\">",
                   FACE, FACE, FACE_RADIUS);
    for (int i = 0; i < 60; i++) {
        spoke(p, i / 60.0, i % 5 == 0 ? 156 : 162, 168, i % 5 == 0 ? 7 : 3);
    }
    ept_buf_puts(&p->svg, "</g>");
    for (int i = 1; i <= 12; i++) {
        char digits[4];
        (void)snprintf(digits, sizeof digits, "%d", i);
        param_write(p, digits,
                    &(param_text){.x = FACE + 132 * sin(i * turn / 12),
                                  .y = FACE - 132 * cos(i * turn / 12) - 17,
                                  .height = 34,
                                  .weight = 15,
                                  .colour = PARAM_INK,
                                  .anchor = PARAM_MIDDLE});
    }
    ept_buf_puts(&p->svg, "<g stroke=\"" PARAM_INK "\" stroke-linecap=\"round\">");
    spoke(p, (hour * 60 + minute) / 720.0, -16, 66, 18);
    spoke(p, minute / 60.0, -20, 106, 10);
    ept_buf_printf(&p->svg,
                   "</g><circle cx=\"%d\" cy=\"%d\" r=\"14\" fill=\"" PARAM_AMBER
                   "\" stroke=\"" PARAM_INK "\" stroke-width=\"5\"/>",
                   FACE, FACE);
    return true;
}

bool param_digital(param *p)
{
    int hour = 0, minute = 0;
    char text[8];

    if (p->node->kind != BANK_SCALAR || !time_of(&hour, &minute, p->node->text)) {
        param_fault(p, p->node, "a digital clock shows 00:00 to 23:59, like \"21:40\"");
        return false;
    }
    p->value = hour * 60 + minute;
    (void)snprintf(text, sizeof text, "%02d:%02d", hour, minute);
    ept_buf_puts(&p->canon, text);
    ept_buf_puts(&p->svg,
                 "<g stroke=\"" PARAM_INK "\" stroke-width=\"8\" stroke-linejoin=\"round\">"
                 "<path d=\"M70 300 L54 336 H104 L110 300 Z M330 300 L346 336 H296 L290 300 Z\" "
                 "fill=\"" PARAM_DARK "\"/>"
                 "<rect x=\"20\" y=\"92\" width=\"360\" height=\"212\" rx=\"28\" fill=\"" PARAM_DARK
                 "\"/>"
                 "<rect x=\"44\" y=\"120\" width=\"312\" height=\"156\" rx=\"8\" fill=\"" PARAM_PALE
                 "\"/></g>");
    param_write(p, text,
                &(param_text){.x = 200 + 2,
                              .y = 150,
                              .height = 96,
                              .weight = 14,
                              .colour = PARAM_INK,
                              .anchor = PARAM_MIDDLE});
    return true;
}

static int days_in(int year, int month)
{
    int days = 31;

    while (ept_clock_weekday(year, month, days) < 0 && days > 0) {
        days--;
    }
    return days;
}

/* `day: 8` or `days: [8, 10]` as a set of bits; 0 when there is none or a wrong one. */
static uint32_t ringed_days(param *p, int last)
{
    const bank_node *one = bank_node_get(p->node, "day"), *many = bank_node_get(p->node, "days");
    uint32_t set = 0;
    int64_t day = 0;

    if ((one != NULL) == (many != NULL) ||
        (many != NULL && (many->kind != BANK_LIST || many->count == 0))) {
        param_fault(p, p->node, "a calendar has either `day: 8` or `days: [8, 10]`");
        return 0;
    }
    size_t count = one != NULL ? 1 : many->count;
    for (size_t i = 0; i < count; i++) {
        const bank_node *node = one != NULL ? one : many->items[i];
        if (!bank_node_int(&day, node, 1, last)) {
            param_fault(p, node, "this month has the days 1 to %d", last);
            return 0;
        }
        set |= 1U << day;
    }
    return set;
}

static void month_sheet(param *p, int year, int month, uint32_t ringed)
{
    static const char *const names[] = {"일", "월", "화", "수", "목", "금", "토"};
    int first = ept_clock_weekday(year, month, 1), days = days_in(year, month);
    double column = 360.0 / 7, row = (first + days + 6) / 7 > 5 ? 42.0 : 50.0;
    char text[24];

    ept_buf_puts(
        &p->svg,
        "<rect x=\"10\" y=\"10\" width=\"380\" height=\"380\" rx=\"10\" fill=\"" PARAM_WHITE
        "\" stroke=\"" PARAM_INK
        "\" stroke-width=\"7\"/><path d=\"M14 74 H386 V20 Q386 14 380 14 H20 Q14 14"
        " 14 20 Z\" fill=\"" PARAM_BLUE "\"/>");
    (void)snprintf(text, sizeof text, "%d월", month);
    param_write(
        p, text,
        &(param_text){
            .x = 200, .y = 24, .height = 40, .colour = PARAM_WHITE, .anchor = PARAM_MIDDLE});
    for (int d = 0; d < 7; d++) {
        const char *colour = d == 0 ? PARAM_RED : d == 6 ? PARAM_BLUE : PARAM_DARK;
        param_write(p, names[d],
                    &(param_text){.x = 20 + column * (d + 0.5),
                                  .y = 87,
                                  .height = 26,
                                  .weight = 11,
                                  .colour = colour,
                                  .anchor = PARAM_MIDDLE});
    }
    ept_buf_puts(&p->svg, "<line x1=\"14\" y1=\"124\" x2=\"386\" y2=\"124\" stroke=\"" PARAM_GROUND
                          "\" stroke-width=\"4\"/>");
    for (int day = 1; day <= days; day++) {
        int place = first + day - 1, d = place % 7, week = place / 7;
        double x = 20 + column * (d + 0.5), y = 130 + row * (week + 0.5);
        const char *colour = d == 0 ? PARAM_RED : d == 6 ? PARAM_BLUE : PARAM_INK;
        if ((ringed >> day & 1) != 0) {
            ept_buf_printf(&p->svg,
                           "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"22\" fill=\"" PARAM_AMBER
                           "\" stroke=\"" PARAM_INK "\" stroke-width=\"5\"/>",
                           x, y);
            colour = PARAM_INK;
        }
        (void)snprintf(text, sizeof text, "%d", day);
        param_write(p, text,
                    &(param_text){.x = x,
                                  .y = y - 13,
                                  .height = 26,
                                  .weight = 14,
                                  .colour = colour,
                                  .anchor = PARAM_MIDDLE});
    }
}

bool param_calendar(param *p)
{
    static const char *const keys[] = {"month", "day", "days", NULL};
    int year = 0, month = 0, used = 0;

    if (!bank_keys(p->src, p->file, p->node, keys, "a calendar")) {
        p->bad = true;
        return false;
    }
    const char *text = bank_node_text(p->node, "month");
    if (text == NULL || strlen(text) != 7 || sscanf(text, "%4d-%2d%n", &year, &month, &used) != 2 ||
        used != 7 || ept_clock_weekday(year, month, 1) < 0) {
        param_fault(p, p->node, "\"month\" must be like \"2026-05\"");
        return false;
    }
    uint32_t ringed = ringed_days(p, days_in(year, month));
    if (ringed == 0) {
        return false;
    }
    for (int day = 1; day <= 31 && p->value == 0.0; day++) {
        p->value = (ringed >> day & 1) != 0 ? year * 372 + month * 31 + day : 0;
    }
    ept_buf_printf(&p->canon, "%04d-%02d %08" PRIx32, year, month, ringed);
    month_sheet(p, year, month, ringed);
    return true;
}
