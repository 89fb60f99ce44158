/* SPDX-License-Identifier: MIT */
/* Digits and the few other signs that drawings need, as strokes in a box 100 high: no drawing holds
 * text. */
#include <string.h>

#include "param_priv.h"

typedef struct glyph {
    const char *text;
    double advance;
    const char *path;
} glyph;

static const glyph glyphs[] = {
    {"0", 66, "M30 8 C48 8 52 28 52 50 C52 72 48 92 30 92 C12 92 8 72 8 50 C8 28 12 8 30 8 Z"},
    {"1", 66, "M16 24 L36 8 V92"},
    {"2", 66, "M10 28 C10 14 20 8 30 8 C42 8 51 16 51 30 C51 46 30 62 10 92 H53"},
    {"3", 66,
     "M10 20 C14 12 22 8 30 8 C42 8 49 16 49 28 C49 40 40 47 28 47 C42 47 52 55 52 69 C52 84 42 92 "
     "30 92"
     " C20 92 12 87 8 78"},
    {"4", 66, "M40 92 V8 L6 68 H56"},
    {"5", 66,
     "M48 8 H16 L12 46 C16 40 24 37 31 37 C44 37 52 48 52 64 C52 82 42 92 29 92 C20 92 12 88 8 79"},
    {"6", 66,
     "M48 16 C44 10 38 8 33 8 C16 8 8 30 8 56 C8 80 16 92 30 92 C43 92 52 81 52 66 C52 51 43 41 31 "
     "41"
     " C19 41 8 50 8 66"},
    {"7", 66, "M8 8 H52 L24 92"},
    {"8", 66,
     "M30 8 C41 8 48 16 48 27 C48 38 41 46 30 46 C19 46 12 38 12 27 C12 16 19 8 30 8 Z"
     " M30 46 C43 46 52 55 52 69 C52 83 43 92 30 92 C17 92 8 83 8 69 C8 55 17 46 30 46 Z"},
    {"9", 66,
     "M52 34 C52 49 42 59 29 59 C16 59 8 49 8 34 C8 19 17 8 30 8 C44 8 52 20 52 44 C52 70 44 92 27 "
     "92"
     " C20 92 15 90 12 84"},
    {"-", 60, "M12 52 H48"},
    {":", 34, "M17 30 V36 M17 68 V74"},
    {",", 30, "M16 88 L9 108"},
    {".", 30, "M14 89 V92"},
    {"%", 84,
     "M68 8 L16 92 M20 8 C28 8 32 16 32 24 C32 32 28 40 20 40 C12 40 8 32 8 24 C8 16 12 8 20 8 Z"
     " M64 60 C72 60 76 68 76 76 C76 84 72 92 64 92 C56 92 52 84 52 76 C52 68 56 60 64 60 Z"},
    {"℃", 104,
     "M16 8 C24 8 28 14 28 20 C28 26 24 32 16 32 C8 32 4 26 4 20 C4 14 8 8 16 8 Z"
     " M92 26 C86 14 78 8 68 8 C52 8 42 26 42 50 C42 74 52 92 68 92 C78 92 86 86 92 74"},
    {"k", 60, "M12 8 V92 M48 36 L12 66 M26 56 L50 92"},
    {"g", 62,
     "M48 48 C42 38 36 34 30 34 C16 34 8 46 8 62 C8 78 16 90 30 90 C36 90 42 86 48 76 M48 36 V100"
     " C48 114 38 120 28 120 C20 120 14 117 10 112"},
    {"c", 60, "M50 46 C46 38 39 34 31 34 C17 34 8 46 8 63 C8 80 17 92 31 92 C39 92 46 88 50 80"},
    {"m", 88,
     "M10 36 V92 M10 52 C14 40 20 34 28 34 C37 34 42 40 42 52 V92 M42 52 C45 40 52 34 60 34 C69 34 "
     "74 40"
     " 74 52 V92"},
    {"b", 62,
     "M10 8 V92 M10 50 C16 38 24 34 31 34 C44 34 52 46 52 63 C52 80 44 92 31 92 C24 92 16 88 10 "
     "76"},
    {"a", 62,
     "M48 36 V92 M48 76 C42 88 35 92 28 92 C15 92 8 80 8 63 C8 46 15 34 28 34 C35 34 42 38 48 50"},
    {"r", 46, "M12 36 V92 M12 56 C18 42 26 34 40 36"},
    {"M", 80, "M8 92 V8 L38 64 L68 8 V92"},
    {"P", 60, "M12 92 V8 H32 C46 8 52 18 52 30 C52 42 46 52 32 52 H12"},
    {"일", 104,
     "M32 10 C44 10 50 18 50 28 C50 38 44 46 32 46 C20 46 14 38 14 28 C14 18 20 10 32 10 Z M78 4 "
     "V50"
     " M18 62 H78 V77 H20 V94 H82"},
    {"월", 104,
     "M34 4 C44 4 48 10 48 17 C48 24 44 30 34 30 C24 30 20 24 20 17 C20 10 24 4 34 4 Z M8 42 H62 "
     "M36 42 V56"
     " M80 2 V57 M80 49 H60 M18 65 H80 V79 H20 V95 H84"},
    {"화", 104,
     "M22 6 H46 M8 20 H60 M34 30 C44 30 48 36 48 43 C48 50 44 56 34 56 C24 56 20 50 20 43 C20 36 "
     "24 30"
     " 34 30 Z M34 58 V78 M4 80 H66 M80 2 V98 M80 46 H98"},
    {"수", 104, "M50 4 C48 22 36 36 14 44 M50 12 C54 28 66 38 86 44 M6 60 H94 M50 60 V98"},
    {"목", 104, "M24 6 H76 V36 H24 Z M50 36 V53 M6 54 H94 M22 70 H76 V98"},
    {"금", 104, "M20 8 H76 V38 M6 52 H94 M24 66 H76 V94 H24 Z"},
    {"토", 104, "M80 8 H22 V56 H82 M22 32 H78 M50 58 V84 M6 86 H94"},
    {"원", 104,
     "M34 4 C44 4 48 10 48 17 C48 24 44 30 34 30 C24 30 20 24 20 17 C20 10 24 4 34 4 Z M8 44 H62 "
     "M34 44 V62"
     " M80 2 V76 M80 58 H58 M20 68 V93 H84"},
};

static const glyph *glyph_at(const char *text)
{
    for (size_t i = 0; i < sizeof glyphs / sizeof glyphs[0]; i++) {
        if (strncmp(text, glyphs[i].text, strlen(glyphs[i].text)) == 0) {
            return &glyphs[i];
        }
    }
    return NULL;
}

double param_width(const char *text, double height)
{
    double width = 0;

    for (const char *p = text; *p != '\0';) {
        const glyph *g = glyph_at(p);
        width += g != NULL ? g->advance : 0;
        p += g != NULL ? strlen(g->text) : 1;
    }
    return width * height / 100;
}

void param_write(param *p, const char *text, const param_text *how)
{
    double scale = how->height / 100;
    double width = param_width(text, how->height);
    double x = how->x - (how->anchor == PARAM_MIDDLE  ? width / 2
                         : how->anchor == PARAM_RIGHT ? width
                                                      : 0);

    ept_buf_printf(&p->svg,
                   "<g fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\" stroke-linecap=\"round\""
                   " stroke-linejoin=\"round\">",
                   how->colour, how->weight > 0 ? how->weight : 13.0);
    for (const char *at = text; *at != '\0';) {
        const glyph *g = glyph_at(at);
        if (g != NULL) {
            ept_buf_printf(&p->svg,
                           "<path transform=\"translate(%.1f %.1f) scale(%.3f)\" d=\"%s\"/>", x,
                           how->y, scale, g->path);
            x += g->advance * scale;
        }
        at += g != NULL ? strlen(g->text) : 1;
    }
    ept_buf_puts(&p->svg, "</g>");
}
