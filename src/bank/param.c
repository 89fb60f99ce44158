/* SPDX-License-Identifier: MIT */
/* A picture by parameters: its one key says the kind, the same parameters give the same id and are
 * drawn once. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "param_priv.h"

typedef struct kind {
    const char *key;
    bool (*draw)(param *p);
} kind;

static const kind kinds[] = {
    {"clock", param_clock},       {"digital", param_digital}, {"calendar", param_calendar},
    {"price", param_price},       {"money", param_money},     {"count", param_count},
    {"position", param_position}, {"sign", param_sign},       {"number", param_number},
    {"gauge", param_gauge},       {"weather", param_weather}, {"floor", param_floor},
    {"phone", param_phone},
};

static const kind *kind_of(const bank_node *node)
{
    if (node == NULL || node->kind != BANK_MAP || node->count != 1) {
        return NULL;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(node->keys[0]->text, kinds[i].key) == 0) {
            return &kinds[i];
        }
    }
    return NULL;
}

bool bank_is_picture(const bank_node *node)
{
    return node != NULL && node->kind == BANK_MAP && node->count == 1 &&
           (kind_of(node) != NULL || strcmp(node->keys[0]->text, "picture") == 0);
}

void param_fault(param *p, const bank_node *at, const char *fmt, ...)
{
    char text[400];
    va_list args;

    va_start(args, fmt);
    (void)vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    bank_error(p->src, bank_spot_of(p->file, at), "%s", text);
    p->bad = true;
}

static const bank_src_picture *file_picture(bank_src *src, const char *file, const bank_node *node,
                                            const char *id)
{
    bank_src_picture *picture = bank_picture_find(src, id);

    if (picture == NULL || picture->param != NULL) {
        bank_error(src, bank_spot_of(file, node),
                   "there is no picture \"%s\" in the index, draw it or correct the name", id);
        return NULL;
    }
    return picture;
}

const bank_src_picture *param_picture(param *p, const bank_node *map, const char *key)
{
    const bank_node *node = bank_node_get(map, key);

    if (node == NULL || node->kind != BANK_SCALAR) {
        param_fault(p, node != NULL ? node : p->node, "\"%s\" is missing, name a picture", key);
        return NULL;
    }
    const bank_src_picture *picture = file_picture(p->src, p->file, node, node->text);
    p->bad = p->bad || picture == NULL;
    return picture;
}

ept_str param_body(ept_str svg)
{
    const char *start = svg.p != NULL ? strstr(svg.p, "<svg") : NULL;
    const char *body = start != NULL ? strchr(start, '>') : NULL;
    const char *end = body != NULL ? strstr(body, "</svg>") : NULL;

    return end != NULL ? (ept_str){body + 1, (size_t)(end - body - 1)} : (ept_str){0};
}

void param_place(param *p, const bank_src_picture *picture, double x, double y, double size)
{
    ept_str body = param_body(picture->svg);
    const char *wide = body.p != NULL ? strstr(picture->svg.p, "0 0 600 400") : NULL;
    bool scene = wide != NULL && wide < body.p;

    if (body.p == NULL) {
        p->bad = true; /* the drawing has its own faults */
        return;
    }
    double scale = size / (scene ? 600 : 400);
    ept_buf_printf(&p->svg, "<g transform=\"translate(%.1f %.1f) scale(%.4f)\">", x,
                   y + (scene ? size / 6 : 0), scale);
    ept_buf_add(&p->svg, body.p, body.n);
    ept_buf_puts(&p->svg, "</g>");
}

void param_stand(param *p, const bank_src_picture *picture, double x, double y, double wide,
                 double high)
{
    svg_box box = bank_svg_box(picture->svg);
    double w = box.right - box.left, h = box.bottom - box.top;
    double scale = w > 0 && wide / w < high / (h > 0 ? h : 1) ? wide / w : high / (h > 0 ? h : 1);

    param_place(p, picture, x - (box.left + w / 2) * scale, y - box.bottom * scale, 400 * scale);
}

/* "p/clock-0123456789ab" */
static char *id_of(bank_src *src, const char *key, const char *canon)
{
    char hex[EPT_HASH_HEX];
    ept_hash hash;

    ept_hash_of(&hash, canon, strlen(canon));
    ept_hash_hex(&hash, hex);
    hex[12] = '\0';
    return ept_arena_printf(src->arena, "p/%s-%s", key, hex);
}

static const char *keep(param *p, const char *key)
{
    char *id = id_of(p->src, key, p->canon.p);

    if (id == NULL) {
        return bank_stop(p->src, EPT_OK);
    }
    if (bank_picture_find(p->src, id) != NULL) {
        return id;
    }
    char *svg = ept_arena_printf(
        p->src->arena,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d 400\">%s</svg>\n",
        p->wide ? 600 : 400, p->svg.p);
    bank_src_picture *picture = svg != NULL ? bank_picture_add(p->src, id) : NULL;
    if (picture == NULL || !param_names(picture->names, p, key)) {
        return bank_stop(p->src, EPT_OK);
    }
    picture->svg = (ept_str){svg, strlen(svg)};
    picture->at = bank_spot_of(p->file, p->node);
    picture->param = key;
    picture->value = p->value;
    return id;
}

static const char *draw(bank_src *src, const char *file, const bank_node *node, const kind *which)
{
    param p = {.src = src, .file = file, .node = node->items[0]};
    const char *id = NULL;

    ept_buf_printf(&p.canon, "%s ", which->key);
    bool drawn = which->draw(&p) && !p.bad;
    if (ept_buf_ok(&p.canon) != EPT_OK || ept_buf_ok(&p.svg) != EPT_OK) {
        (void)bank_stop(src, EPT_OK);
    } else if (drawn) {
        id = keep(&p, which->key);
    }
    ept_buf_clear(&p.svg);
    ept_buf_clear(&p.canon);
    return id;
}

const char *bank_picture_of(bank_src *src, const char *file, const bank_node *node)
{
    if (node->kind == BANK_MAP && node->count == 1 && strcmp(node->keys[0]->text, "picture") == 0 &&
        node->items[0]->kind == BANK_SCALAR) {
        node = node->items[0];
    }
    if (node->kind == BANK_SCALAR) {
        const bank_src_picture *picture = file_picture(src, file, node, node->text);
        if (picture != NULL && picture->kind != NULL && strcmp(picture->kind, "pictogram") == 0) {
            bank_error(src, bank_spot_of(file, node),
                       "\"%s\" is a pictogram, use it in {sign: ...}", picture->id);
            return NULL;
        }
        return picture != NULL ? picture->id : NULL;
    }
    const kind *which = kind_of(node);
    if (which == NULL) {
        bank_error(src, bank_spot_of(file, node),
                   "a picture is a name or one of clock, digital, calendar, price, "
                   "money, count, position, sign, number, gauge, weather, floor, phone");
        return NULL;
    }
    return draw(src, file, node, which);
}
