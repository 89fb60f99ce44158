/* SPDX-License-Identifier: MIT */
/* The names of a picture by parameters, in four languages: what is drawn, said to whoever cannot
 * see it. They are put together from the names of the things and the words below, in the order ko
 * kk ru en. */
#include <string.h>

#include "param_priv.h"

typedef struct term {
    const char *key, *says[EPT_LANG_COUNT];
} term;

static const term places[] = {
    {"on-top", {"위", "үстінде", "на", "on"}},
    {"under", {"아래", "астында", "под", "under"}},
    {"in", {"안", "ішінде", "внутри", "in"}},
    {"in-front", {"앞", "алдында", "перед", "in front of"}},
    {"behind", {"뒤", "артында", "позади", "behind"}},
    {"left", {"왼쪽", "сол жағында", "слева от", "left of"}},
    {"right", {"오른쪽", "оң жағында", "справа от", "right of"}},
    {"between", {"사이", "арасында", "между", "between"}},
    {"above", {"위쪽", "үстіңгі жағында", "над", "above"}},
};
static const term classes[] = {
    {"prohibit", {"금지", "тыйым салынады", "запрещено", "forbidden"}},
    {"must", {"지시", "міндетті", "обязательно", "obligatory"}},
    {"warn", {"경고", "абайлаңыз", "осторожно", "warning"}},
    {"rescue", {"대피와 구급", "құтқару", "спасение и помощь", "rescue"}},
    {"fire", {"소방", "өрт сөндіру", "при пожаре", "fire fighting"}},
};
static const term plates[] = {
    {"door", {"문", "есік", "дверь", "door"}},
    {"bus", {"버스", "автобус", "автобус", "bus"}},
    {"locker", {"사물함", "шкафша", "шкафчик", "locker"}},
    {"platform", {"승강장", "платформа", "платформа", "platform"}},
    {"seat", {"좌석", "орын", "место", "seat"}},
    {"ticket", {"번호표", "кезек талоны", "талон", "ticket"}},
};
static const term gauges[] = {
    {"thermometer", {"온도계", "термометр", "термометр", "thermometer"}},
    {"scale", {"저울", "таразы", "весы", "scale"}},
    {"tape", {"줄자", "рулетка", "рулетка", "tape measure"}},
    {"pressure", {"압력계", "манометр", "манометр", "pressure gauge"}},
};
static const term skies[] = {
    {"sun", {"맑음", "күн ашық", "солнечно", "sunny"}},
    {"cloud", {"흐림", "бұлтты", "облачно", "cloudy"}},
    {"rain", {"비", "жаңбыр", "дождь", "rain"}},
    {"snow", {"눈", "қар", "снег", "snow"}},
    {"wind", {"바람", "жел", "ветер", "wind"}},
};
static const char *const won[EPT_LANG_COUNT] = {"원", " вон", " вон", " won"};

#define WORD(list, key, lang) word(list, sizeof(list) / sizeof *(list), key, lang)

static const char *word(const term *list, size_t count, const char *key, int lang)
{
    for (size_t i = 0; key != NULL && i < count; i++) {
        if (strcmp(list[i].key, key) == 0) {
            return list[i].says[lang];
        }
    }
    return "";
}

static const char *thing(const param *p, const bank_node *map, const char *key, int lang)
{
    const char *id = bank_node_text(map, key);
    const bank_src_picture *picture = id != NULL ? bank_picture_find(p->src, id) : NULL;
    return picture != NULL && picture->names[lang] != NULL ? picture->names[lang] : "";
}

static const char *text(const bank_node *map, const char *key)
{
    const char *found = bank_node_text(map, key);
    return found != NULL ? found : "";
}

static void add_dates(ept_buf *out, const bank_node *node)
{
    const bank_node *days = bank_node_get(node, "days");
    if (days == NULL) {
        ept_buf_printf(out, "%s-%s%s", text(node, "month"),
                       strlen(text(node, "day")) < 2 ? "0" : "", text(node, "day"));
    }
    for (size_t i = 0; days != NULL && i < days->count; i++) {
        const char *day = days->items[i]->text;
        ept_buf_printf(out, "%s%s-%s%s", i > 0 ? ", " : "", text(node, "month"),
                       strlen(day) < 2 ? "0" : "", day);
    }
}

static void add_money(ept_buf *out, const bank_node *node, int lang)
{
    for (size_t i = 0; i < node->count; i++) {
        ept_buf_printf(out, "%s%s", i > 0 ? " + " : "", node->items[i]->text);
    }
    ept_buf_puts(out, won[lang]);
}

/* Korean and Kazakh name the place after the thing it belongs to; the Russian words need no case.
 */
static void add_places(ept_buf *out, const param *p, int lang)
{
    for (size_t i = 0; i < p->node->count; i++) {
        const bank_node *pair = p->node->items[i];
        const char *what = thing(p, pair, "thing", lang), *ref = thing(p, pair, "ref", lang);
        const char *place = WORD(places, bank_node_text(pair, "at"), lang);
        bool behind = lang == EPT_LANG_KO || lang == EPT_LANG_KK;
        ept_buf_puts(out, i > 0 ? "; " : "");
        if (behind) {
            ept_buf_printf(out, "%s %s: %s", ref, place, what);
        } else if (lang == EPT_LANG_RU) {
            ept_buf_printf(out, "%s: %s – %s", what, place, ref);
        } else {
            ept_buf_printf(out, "%s %s the %s", what, place, ref);
        }
    }
}

static void add_floor(ept_buf *out, const char *floor, int lang)
{
    static const char *const before[EPT_LANG_COUNT] = {"", "", "этаж ", "floor "};
    static const char *const after[EPT_LANG_COUNT] = {"층", "-қабат", "", ""};
    ept_buf_printf(out, "%s%s%s", before[lang], floor, after[lang]);
}

static void add_name(ept_buf *out, param *p, const char *kind, int lang)
{
    static const char *const phone[EPT_LANG_COUNT] = {"전화 ", "телефон ", "телефон ", "phone "};
    const bank_node *node = p->node;
    if (strcmp(kind, "clock") == 0 || strcmp(kind, "digital") == 0) {
        ept_buf_puts(out, node->text);
    } else if (strcmp(kind, "calendar") == 0) {
        add_dates(out, node);
    } else if (strcmp(kind, "price") == 0) {
        ept_buf_printf(out, "%s: %s%s", thing(p, node, "of", lang), text(node, "won"), won[lang]);
    } else if (strcmp(kind, "money") == 0) {
        add_money(out, node, lang);
    } else if (strcmp(kind, "count") == 0) {
        ept_buf_printf(out, "%s: %s", thing(p, node, "of", lang), text(node, "n"));
    } else if (strcmp(kind, "position") == 0) {
        add_places(out, p, lang);
    } else if (strcmp(kind, "sign") == 0) {
        const bank_src_picture *of = param_pictogram(p, bank_node_text(node, "of"));
        ept_buf_printf(out, "%s: %s", WORD(classes, bank_node_text(node, "class"), lang),
                       of != NULL ? of->names[lang] : "");
    } else if (strcmp(kind, "number") == 0) {
        ept_buf_printf(out, "%s: %s", WORD(plates, bank_node_text(node, "on"), lang),
                       text(node, "text"));
    } else if (strcmp(kind, "gauge") == 0) {
        ept_buf_printf(out, "%s: %s %s", WORD(gauges, bank_node_text(node, "kind"), lang),
                       text(node, "value"), text(node, "unit"));
    } else if (strcmp(kind, "weather") == 0) {
        ept_buf_puts(out, WORD(skies, node->text, lang));
    } else if (strcmp(kind, "floor") == 0) {
        add_floor(out, node->text, lang);
    } else {
        ept_buf_printf(out, "%s%s", phone[lang], node->text);
    }
}

bool param_names(const char *names[EPT_LANG_COUNT], param *p, const char *kind)
{
    ept_buf out = {0};
    bool whole = true;
    for (int lang = 0; lang < EPT_LANG_COUNT; lang++) {
        ept_buf_reset(&out);
        add_name(&out, p, kind, lang);
        names[lang] =
            ept_buf_ok(&out) == EPT_OK ? ept_arena_strndup(p->src->arena, out.p, out.n) : NULL;
        whole = whole && names[lang] != NULL;
    }
    ept_buf_clear(&out);
    return whole;
}
