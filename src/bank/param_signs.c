/* SPDX-License-Identifier: MIT */
/* Safety signs in the shapes of ISO 7010, number plates, lift panel, telephone. */
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "param_priv.h"

typedef struct frame {
    const char *class;
    const char *before;          /* what is drawn under the pictogram */
    const char *after;           /* what is drawn over it */
    const char *symbol, *ground; /* colours that stand for black and white of the pictogram */
    double x, y, size;           /* the pictogram's box */
} frame;

static const frame frames[] = {
    {"prohibit", "<circle cx=\"200\" cy=\"200\" r=\"194\" fill=\"" PARAM_WHITE "\"/>",
     "<path d=\"M72 72 L328 328\" stroke=\"" PARAM_RED "\" stroke-width=\"34\"/>"
     "<circle cx=\"200\" cy=\"200\" r=\"176\" fill=\"none\" stroke=\"" PARAM_RED
     "\" stroke-width=\"36\"/>",
     "#000000", PARAM_WHITE, 84, 84, 232},
    {"must", "<circle cx=\"200\" cy=\"200\" r=\"194\" fill=\"" PARAM_BLUE "\"/>", "", PARAM_WHITE,
     PARAM_BLUE, 76, 76, 248},
    {"warn",
     "<path d=\"M200 24 L386 350 Q390 370 370 372 H30 Q10 370 14 350 Z\" fill=\"" PARAM_YELLOW
     "\" stroke=\"#000000\" stroke-width=\"22\" stroke-linejoin=\"round\"/>",
     "", "#000000", PARAM_YELLOW, 111, 146, 178},
    {"rescue", "<rect x=\"8\" y=\"8\" width=\"384\" height=\"384\" fill=\"" PARAM_GREEN "\"/>", "",
     PARAM_WHITE, PARAM_GREEN, 50, 50, 300},
    {"fire", "<rect x=\"8\" y=\"8\" width=\"384\" height=\"384\" fill=\"" PARAM_RED "\"/>", "",
     PARAM_WHITE, PARAM_RED, 50, 50, 300},
};

/* The pictogram with its black and white changed for the frame's colours. */
static void recoloured(ept_buf *out, ept_str svg, const frame *f)
{
    size_t at = 0;

    while (at < svg.n) {
        if (svg.n - at >= 7 && strncmp(svg.p + at, "#000000", 7) == 0) {
            ept_buf_puts(out, f->symbol);
            at += 7;
        } else if (svg.n - at >= 7 && (strncmp(svg.p + at, "#FFFFFF", 7) == 0 ||
                                       strncmp(svg.p + at, "#ffffff", 7) == 0)) {
            ept_buf_puts(out, f->ground);
            at += 7;
        } else {
            ept_buf_add(out, svg.p + at++, 1);
        }
    }
}

const bank_src_picture *param_pictogram(param *p, const char *of)
{
    char *id = of != NULL ? ept_arena_printf(p->src->arena, "signs/%s", of) : NULL;
    const bank_node *at = bank_node_get(p->node, "of");

    for (char *c = id != NULL ? id + 6 : NULL; c != NULL && *c != '\0'; c++) {
        if (*c == '/') {
            *c = '-';
        }
    }
    const bank_src_picture *picture = bank_picture_find(p->src, id);
    if (picture == NULL || !ept_streq(picture->kind, "pictogram")) {
        param_fault(p, at != NULL ? at : p->node,
                    "there is no pictogram %s, draw it or correct the name",
                    of != NULL ? of : "(\"of\" is missing)");
        return NULL;
    }
    return picture;
}

bool param_sign(param *p)
{
    static const char *const keys[] = {"class", "of", NULL};
    const frame *f = NULL;
    ept_buf svg = {0};

    if (!bank_keys(p->src, p->file, p->node, keys, "a sign")) {
        return false;
    }
    const char *class = bank_node_text(p->node, "class"), *of = bank_node_text(p->node, "of");
    for (size_t i = 0; i < sizeof frames / sizeof frames[0]; i++) {
        f = class != NULL && strcmp(class, frames[i].class) == 0 ? &frames[i] : f;
    }
    if (f == NULL) {
        param_fault(p, p->node, "\"class\" is prohibit, must, warn, rescue or fire");
    }
    const bank_src_picture *picture = param_pictogram(p, of);
    if (p->bad) {
        return false;
    }
    ept_buf_printf(&p->canon, "%s %s", class, picture->id);
    ept_buf_puts(&p->svg, f->before);
    recoloured(&svg, picture->svg, f);
    if (ept_buf_ok(&svg) == EPT_OK) {
        param_place(p, &(bank_src_picture){.svg = {svg.p, svg.n}}, f->x, f->y, f->size);
    } else {
        (void)bank_stop(p->src, EPT_OK);
    }
    ept_buf_clear(&svg);
    ept_buf_puts(&p->svg, f->after);
    return true;
}

typedef struct plate {
    const char *on;
    const char *before;
    double x, y, width, height; /* where the number goes */
    const char *colour;
} plate;

#define EDGE " stroke=\"" PARAM_INK "\" stroke-width=\"8\" stroke-linejoin=\"round\""

static const plate plates[] = {
    {"door",
     "<rect x=\"70\" y=\"8\" width=\"260\" height=\"384\" fill=\"" PARAM_MID "\"" EDGE "/>"
     "<rect x=\"100\" y=\"56\" width=\"200\" height=\"104\" rx=\"8\" fill=\"" PARAM_WHITE "\"" EDGE
     "/>"
     "<circle cx=\"292\" cy=\"236\" r=\"15\" fill=\"" PARAM_STEEL "\"" EDGE "/>"
     "<path d=\"M104 200 V360 H250 V200\" fill=\"none\" stroke=\"" PARAM_INK
     "\" stroke-width=\"4\"/>",
     200, 108, 176, 70, PARAM_INK},
    {"bus",
     "<rect x=\"50\" y=\"20\" width=\"300\" height=\"320\" rx=\"28\" fill=\"" PARAM_BLUE "\"" EDGE
     "/>"
     "<rect x=\"84\" y=\"42\" width=\"232\" height=\"96\" rx=\"8\" fill=\"" PARAM_WHITE "\"" EDGE
     "/>"
     "<rect x=\"76\" y=\"156\" width=\"248\" height=\"104\" rx=\"8\" fill=\"" PARAM_PALE "\"" EDGE
     "/>"
     "<path d=\"M200 156 V260\" fill=\"none\"" EDGE "/>"
     "<circle cx=\"98\" cy=\"300\" r=\"18\" fill=\"" PARAM_YELLOW "\"" EDGE
     "/><circle cx=\"302\" cy=\"300\" r=\"18\" fill=\"" PARAM_YELLOW "\"" EDGE
     "/><rect x=\"74\" y=\"340\" width=\"56\" height=\"44\" rx=\"8\" fill=\"" PARAM_DARK "\"" EDGE
     "/>"
     "<rect x=\"270\" y=\"340\" width=\"56\" height=\"44\" rx=\"8\" fill=\"" PARAM_DARK "\"" EDGE
     "/>",
     200, 90, 208, 66, PARAM_INK},
    {"locker",
     "<rect x=\"80\" y=\"8\" width=\"240\" height=\"384\" rx=\"6\" fill=\"" PARAM_STEEL "\"" EDGE
     "/>"
     "<path d=\"M130 196 H270 M130 224 H270 M130 252 H270\" fill=\"none\" stroke=\"" PARAM_INK
     "\" stroke-width=\"7\""
     " stroke-linecap=\"round\"/><rect x=\"110\" y=\"44\" width=\"180\" height=\"104\" rx=\"8\" "
     "fill=\"" PARAM_WHITE "\"" EDGE "/>"
     "<rect x=\"272\" y=\"290\" width=\"22\" height=\"60\" rx=\"8\" fill=\"" PARAM_DARK "\"" EDGE
     "/>",
     200, 96, 156, 68, PARAM_INK},
    {"platform",
     "<path d=\"M110 4 V70 M290 4 V70\" fill=\"none\"" EDGE "/>"
     "<rect x=\"36\" y=\"66\" width=\"328\" height=\"180\" rx=\"16\" fill=\"" PARAM_BLUE "\"" EDGE
     "/>"
     "<path d=\"M14 392 H386 M14 340 H386\" fill=\"none\" stroke=\"" PARAM_INK
     "\" stroke-width=\"10\"/>"
     "<path d=\"M50 340 V392 M130 340 V392 M210 340 V392 M290 340 V392 M360 340 V392\" "
     "fill=\"none\" stroke=\"" PARAM_INK "\" stroke-width=\"8\"/>"
     "<path d=\"M14 300 H386\" fill=\"none\" stroke=\"" PARAM_YELLOW "\" stroke-width=\"22\"/>",
     200, 156, 280, 120, PARAM_WHITE},
    {"seat",
     "<rect x=\"90\" y=\"10\" width=\"220\" height=\"230\" rx=\"40\" fill=\"" PARAM_MID "\"" EDGE
     "/>"
     "<rect x=\"118\" y=\"44\" width=\"164\" height=\"104\" rx=\"8\" fill=\"" PARAM_WHITE "\"" EDGE
     "/>"
     "<rect x=\"76\" y=\"232\" width=\"248\" height=\"78\" rx=\"26\" fill=\"" PARAM_MID "\"" EDGE
     "/>"
     "<rect x=\"44\" y=\"180\" width=\"44\" height=\"140\" rx=\"20\" fill=\"" PARAM_DARK "\"" EDGE
     "/>"
     "<rect x=\"312\" y=\"180\" width=\"44\" height=\"140\" rx=\"20\" fill=\"" PARAM_DARK "\"" EDGE
     "/>"
     "<path d=\"M120 310 V384 M280 310 V384\" fill=\"none\" stroke=\"" PARAM_INK
     "\" stroke-width=\"22\" stroke-linecap=\"round\"/>",
     200, 96, 142, 68, PARAM_INK},
    {"ticket",
     "<path d=\"M14 100 H386 V170 A30 30 0 0 0 386 230 V300 H14 V230 A30 30 0 0 0 14 170 Z\" "
     "fill=\"" PARAM_AMBER "\"" EDGE "/>"
     "<path d=\"M300 112 V288\" fill=\"none\" stroke=\"" PARAM_INK
     "\" stroke-width=\"6\" stroke-dasharray=\"14 12\"/>"
     "<rect x=\"60\" y=\"136\" width=\"218\" height=\"128\" rx=\"8\" fill=\"" PARAM_WHITE "\"" EDGE
     "/>",
     169, 200, 194, 84, PARAM_INK},
};

static bool is_plate_number(const char *text)
{
    size_t digits = 0, hyphens = 0;

    for (const char *c = text; *c != '\0'; c++) {
        digits += isdigit((unsigned char)*c) != 0;
        hyphens += *c == '-';
    }
    return digits > 0 && digits <= 5 && hyphens <= 1 && digits + hyphens == strlen(text) &&
           text[0] != '-' && text[strlen(text) - 1] != '-';
}

/* As high as fits into the box around the middle x, y. */
static void fit(param *p, const char *text, const plate *where)
{
    double height = where->height;

    while (param_width(text, height) > where->width && height > 8) {
        height -= 1;
    }
    param_write(p, text,
                &(param_text){.x = where->x + height * 0.03,
                              .y = where->y - height / 2,
                              .height = height,
                              .weight = 14,
                              .colour = where->colour,
                              .anchor = PARAM_MIDDLE});
}

bool param_number(param *p)
{
    static const char *const keys[] = {"text", "on", NULL};
    const plate *found = NULL;

    if (!bank_keys(p->src, p->file, p->node, keys, "a number")) {
        return false;
    }
    const char *text = bank_node_text(p->node, "text"), *on = bank_node_text(p->node, "on");
    for (size_t i = 0; i < sizeof plates / sizeof plates[0]; i++) {
        found = on != NULL && strcmp(on, plates[i].on) == 0 ? &plates[i] : found;
    }
    if (found == NULL) {
        param_fault(p, p->node, "\"on\" is door, bus, locker, platform, seat or ticket");
    }
    if (text == NULL || !is_plate_number(text)) {
        param_fault(p, p->node, "\"text\" must be digits with at most one hyphen");
    }
    if (p->bad) {
        return false;
    }
    for (const char *c = text; *c != '\0' && *c != '-'; c++) {
        p->value = p->value * 10 + (*c - '0');
    }
    ept_buf_printf(&p->canon, "%s %s", on, text);
    ept_buf_puts(&p->svg, found->before);
    fit(p, text, found);
    return true;
}

bool param_floor(param *p)
{
    int64_t floor = 0;
    char text[24];

    if (!bank_node_int(&floor, p->node, 1, 20)) {
        param_fault(p, p->node, "a floor is 1 to 20");
        return false;
    }
    p->value = (double)floor;
    ept_buf_printf(&p->canon, "%" PRId64, floor);
    ept_buf_puts(&p->svg,
                 "<rect x=\"56\" y=\"6\" width=\"288\" height=\"388\" rx=\"18\" fill=\"" PARAM_STEEL
                 "\"" EDGE "/>"
                 "<rect x=\"124\" y=\"24\" width=\"152\" height=\"72\" rx=\"8\" fill=\"" PARAM_DARK
                 "\"" EDGE "/>");
    (void)snprintf(text, sizeof text, "%" PRId64, floor);
    param_write(p, text,
                &(param_text){.x = 200,
                              .y = 38,
                              .height = 44,
                              .weight = 14,
                              .colour = PARAM_AMBER,
                              .anchor = PARAM_MIDDLE});
    int64_t base = floor > 10 ? 10 : 0;
    for (int64_t i = 0; i < 10; i++) {
        /* two columns, the lowest floors at the bottom */
        int64_t row = i / 2, n = base + 10 - row * 2 - (i % 2 == 0 ? 1 : 0);
        double x = i % 2 == 0 ? 138 : 262, y = 134 + 56 * (double)row;
        ept_buf_printf(&p->svg,
                       "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"25\" fill=\"%s\" stroke=\"" PARAM_INK
                       "\" stroke-width=\"6\"/>",
                       x, y, n == floor ? PARAM_AMBER : PARAM_WHITE);
        (void)snprintf(text, sizeof text, "%" PRId64, n);
        param_write(p, text,
                    &(param_text){.x = x,
                                  .y = y - 12,
                                  .height = 24,
                                  .weight = 15,
                                  .colour = PARAM_INK,
                                  .anchor = PARAM_MIDDLE});
    }
    return true;
}

static bool is_phone(const char *text)
{
    size_t digits = 0;

    for (const char *c = text; *c != '\0'; c++) {
        if (!isdigit((unsigned char)*c) && *c != '-') {
            return false;
        }
        digits += *c != '-';
    }
    return digits >= 3 && digits <= 11 && text[0] != '-' && text[strlen(text) - 1] != '-';
}

bool param_phone(param *p)
{
    static const plate display = {
        .x = 200, .y = 122, .width = 200, .height = 64, .colour = PARAM_INK};

    if (p->node->kind != BANK_SCALAR || !is_phone(p->node->text)) {
        param_fault(p, p->node, "a phone shows digits and hyphens, like \"1345\"");
        return false;
    }
    ept_buf_puts(&p->canon, p->node->text);
    ept_buf_puts(&p->svg,
                 "<rect x=\"76\" y=\"6\" width=\"248\" height=\"388\" rx=\"34\" fill=\"" PARAM_DARK
                 "\"" EDGE "/>"
                 "<rect x=\"92\" y=\"44\" width=\"216\" height=\"310\" rx=\"6\" fill=\"" PARAM_WHITE
                 "\"" EDGE "/>"
                 "<circle cx=\"200\" cy=\"290\" r=\"44\" fill=\"" PARAM_GREEN "\"" EDGE "/>"
                 "<path d=\"M178 274 C176 262 186 260 190 264 L194 274 L190 282 C192 290 200 298 "
                 "206 300 L214 296 L224 302"
                 " C226 310 220 316 210 314 C194 310 180 294 178 274 Z\" fill=\"" PARAM_WHITE "\"/>"
                 "<path d=\"M112 196 H288\" fill=\"none\" stroke=\"" PARAM_STEEL
                 "\" stroke-width=\"5\"/>");
    fit(p, p->node->text, &display);
    return true;
}
