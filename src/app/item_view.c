/* SPDX-License-Identifier: MIT */
/* Which words of an item are shown in which language, and what its options look like as cards. A
 * law item read in another language needs all of it in that language, else it stays Korean. */
#include "item_view.h"

#include "epstopik/str.h"

item_options item_view_options(const item_view *v)
{
    if (v->item->spoken || ept_streq(v->slot->options, "spoken")) {
        return ITEM_OPTIONS_SPOKEN;
    }
    return v->item->options[0].picture ? ITEM_OPTIONS_PICTURE : ITEM_OPTIONS_TEXT;
}

bool item_view_listening(const item_view *v)
{
    return v->place->section == EPT_SECTION_LISTENING;
}

ept_lang item_view_lang(const ept_item *item, ept_lang wanted)
{
    const ept_gloss *gloss = &item->means[wanted];

    if (wanted == EPT_LANG_KO || !gloss->ask || item->ask == NULL) {
        return EPT_LANG_KO;
    }
    for (int i = 0; i < EPT_OPTIONS; i++) {
        if (!gloss->options[i]) {
            return EPT_LANG_KO;
        }
    }
    return wanted;
}

const char *item_view_instruction(const item_view *v)
{
    const char *says = v->slot->says[v->lang];

    return says ? says : v->slot->says[EPT_LANG_KO];
}

const char *item_view_ask(const item_view *v)
{
    return v->lang == EPT_LANG_KO ? v->item->ask : v->item->means[v->lang].ask;
}

const char *item_view_option(const item_view *v, int place)
{
    int identity = ept_form_identity(v->place, place);

    if (identity < 0 || identity >= EPT_OPTIONS) {
        return NULL;
    }
    return v->lang == EPT_LANG_KO ? v->item->options[identity].text
                                  : v->item->means[v->lang].options[identity];
}

/* The gloss in `lang`, or in what stands for it; NULL for a Korean reader. */
static const ept_gloss *gloss_of(const item_view *v, ept_lang lang)
{
    while (lang != EPT_LANG_KO) {
        const ept_gloss *g = &v->item->means[lang];

        if (g->text || g->ask || g->options[0]) {
            return g;
        }
        if (lang == ept_lang_fallback(lang)) {
            break;
        }
        lang = ept_lang_fallback(lang);
    }
    return NULL;
}

const char *item_view_means(const item_view *v, ept_lang lang)
{
    const ept_gloss *g = gloss_of(v, lang);

    return g ? g->text : NULL;
}

const char *item_view_means_ask(const item_view *v, ept_lang lang)
{
    const ept_gloss *g = gloss_of(v, lang);

    return g ? g->ask : NULL;
}

const char *item_view_means_option(const item_view *v, int place, ept_lang lang)
{
    const ept_gloss *g = gloss_of(v, lang);
    int identity = ept_form_identity(v->place, place);

    return g && identity >= 0 && identity < EPT_OPTIONS ? g->options[identity] : NULL;
}

const char *item_view_why(const item_view *v, ept_lang lang)
{
    while (!v->item->why[lang] && lang != ept_lang_fallback(lang)) {
        lang = ept_lang_fallback(lang);
    }
    return v->item->why[lang];
}

int item_view_key(const item_view *v)
{
    return ept_form_place(v->place, 0);
}

void item_view_cards(ept_option_card out[EPT_PLACES], const app *a, ept_arena *arena,
                     const item_view *v, bool spoken)
{
    item_options kind = item_view_options(v);

    for (int i = 0; i < EPT_PLACES; i++) {
        const char *text = item_view_option(v, i + 1);

        out[i] = (ept_option_card){.number = i + 1, .latin = v->lang != EPT_LANG_KO};
        if (kind == ITEM_OPTIONS_PICTURE) {
            out[i].picture =
                app_picture(a, arena, v->item->options[ept_form_identity(v->place, i + 1)].picture);
            if (!out[i].picture) {
                out[i].text = app_msg_in(a, arena, "exam.damaged-picture", NULL, 0);
            }
        } else if (kind == ITEM_OPTIONS_TEXT || spoken) {
            out[i].text = text;
        }
    }
}

void item_view_mark(ept_option_card cards[EPT_PLACES], const item_view *v, int chosen,
                    const char *right, const char *yours)
{
    int key = item_view_key(v);

    for (int i = 0; i < EPT_PLACES; i++) {
        if (i + 1 == key) {
            cards[i].state = EPT_OPTION_CORRECT;
            cards[i].word = right;
        } else if (i + 1 == chosen) {
            cards[i].state = EPT_OPTION_WRONG;
            cards[i].word = yours;
        }
        cards[i].fixed = true;
    }
}
