/* SPDX-License-Identifier: MIT */
/* What the program's SVG reader draws, and nothing else: it leaves the rest out without a word, so
 * the sources may not hold it. */
#include <string.h>

#include <expat.h>

#include "picture_priv.h"

typedef struct looking {
    bank_src *src;
    const char *file;
    XML_Parser parser;
    int depth;
    bool drawn; /* something other than svg and g */
} looking;

static bank_spot here(const looking *l)
{
    return (bank_spot){l->file, (int)XML_GetCurrentLineNumber(l->parser)};
}

static bool among(const char *word, const char *const *words)
{
    for (size_t i = 0; words[i] != NULL; i++) {
        if (strcmp(words[i], word) == 0) {
            return true;
        }
    }
    return false;
}

static void check_attributes(looking *l, const char *element, const char **attributes)
{
    static const char *const known[] = {"d",
                                        "x",
                                        "y",
                                        "width",
                                        "height",
                                        "rx",
                                        "ry",
                                        "cx",
                                        "cy",
                                        "r",
                                        "x1",
                                        "y1",
                                        "x2",
                                        "y2",
                                        "points",
                                        "transform",
                                        "fill",
                                        "stroke",
                                        "stroke-width",
                                        "stroke-linecap",
                                        "stroke-linejoin",
                                        "stroke-miterlimit",
                                        "stroke-dasharray",
                                        "stroke-dashoffset",
                                        "fill-rule",
                                        "opacity",
                                        "fill-opacity",
                                        "stroke-opacity",
                                        "xmlns",
                                        "viewBox",
                                        NULL};

    for (size_t i = 0; attributes[i] != NULL; i += 2) {
        const char *name = attributes[i], *value = attributes[i + 1];
        if (!among(name, known)) {
            bank_error(l->src, here(l),
                       "<%s %s=...>: this attribute is not drawn, write it out or remove it",
                       element, name);
        } else if (value[0] == '\0') {
            bank_error(l->src, here(l), "<%s %s=\"\">: an empty attribute, remove it", element,
                       name);
        } else if (strstr(value, "url(") != NULL) {
            bank_error(l->src, here(l),
                       "<%s %s>: gradients and references are not drawn, use a colour", element,
                       name);
        }
    }
}

static void check_root(looking *l, const char *element, const char **attributes)
{
    const char *box = NULL;

    for (size_t i = 0; attributes[i] != NULL; i += 2) {
        box = strcmp(attributes[i], "viewBox") == 0 ? attributes[i + 1] : box;
    }
    if (strcmp(element, "svg") != 0) {
        bank_error(l->src, here(l), "the drawing begins with <%s>, it must be <svg>", element);
    } else if (box == NULL ||
               (strcmp(box, "0 0 400 400") != 0 && strcmp(box, "0 0 600 400") != 0)) {
        bank_error(l->src, here(l),
                   "viewBox must be \"0 0 400 400\", or \"0 0 600 400\" for a scene");
    }
}

static void XMLCALL on_start(void *data, const char *element, const char **attributes)
{
    static const char *const shapes[] = {"path", "rect",     "circle",  "ellipse",
                                         "line", "polyline", "polygon", NULL};
    looking *l = data;

    if (l->depth++ == 0) {
        check_root(l, element, attributes);
    } else if (among(element, shapes)) {
        l->drawn = true;
    } else if (strcmp(element, "g") != 0) {
        bank_error(l->src, here(l),
                   "<%s> is not drawn by the program, use path, rect, circle, ellipse, line, "
                   "polyline, polygon or g",
                   element);
    }
    check_attributes(l, element, attributes);
}

static void XMLCALL on_end(void *data, const char *element)
{
    looking *l = data;

    (void)element;
    l->depth--;
}

static void XMLCALL on_text(void *data, const char *text, int n)
{
    looking *l = data;

    for (int i = 0; i < n; i++) {
        if (strchr(" \t\r\n", text[i]) == NULL) {
            bank_error(l->src, here(l),
                       "a text stands between the shapes, draw it as paths or remove it");
            return;
        }
    }
}

static void XMLCALL on_doctype(void *data, const char *name, const char *system,
                               const char *public_id, int internal)
{
    looking *l = data;

    (void)name;
    (void)system;
    (void)public_id;
    (void)internal;
    bank_error(l->src, here(l), "a document type is not used here, remove it");
    (void)XML_StopParser(l->parser, XML_FALSE);
}

void bank_svg_check(bank_src *src, const char *file, ept_str svg)
{
    looking l = {.src = src, .file = file, .parser = XML_ParserCreate("UTF-8")};

    if (l.parser == NULL) {
        (void)bank_stop(src, EPT_OK);
        return;
    }
    XML_SetUserData(l.parser, &l);
    XML_SetElementHandler(l.parser, on_start, on_end);
    XML_SetCharacterDataHandler(l.parser, on_text);
    XML_SetStartDoctypeDeclHandler(l.parser, on_doctype);
    if (svg.n > INT32_MAX || XML_Parse(l.parser, svg.p, (int)svg.n, XML_TRUE) == XML_STATUS_ERROR) {
        if (XML_GetErrorCode(l.parser) != XML_ERROR_ABORTED) {
            bank_error(src, here(&l), "column %d: %s, correct the drawing",
                       (int)XML_GetCurrentColumnNumber(l.parser) + 1,
                       XML_ErrorString(XML_GetErrorCode(l.parser)));
        }
    } else if (!l.drawn) {
        bank_error(src, (bank_spot){file, 1}, "nothing is drawn, add shapes");
    }
    XML_ParserFree(l.parser);
}
