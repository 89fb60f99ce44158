/* SPDX-License-Identifier: MIT */
/* How the Korean of a reviewed item is read. The reading is worked out when the item is shown and
 * kept with it; the words that rules cannot know are read from the assets and from the bank once.
 */
#include "review_sound.h"

#include <string.h>

#include "epstopik/log.h"

enum { CARD_PAD = 12, CARD_GAP = 12, COLUMNS_MAX = 3, ARROW_GAP = 6, ARTICLES = 31 };

/* --- reading --- */

const char *review_right_sentence(const review *r, ept_arena *arena)
{
    static const char blank[] = "( )";
    const ept_item *item = r->view.item;
    const char *key = item->options[0].text, *at;

    if (!key)
        return r->names[item_view_key(&r->view) - 1][EPT_LANG_KO];
    for (at = item->passage; at && *at; at++)
        if (at[0] == blank[0] && at[1] == blank[1] && at[2] == blank[2])
            return ept_arena_printf(arena, "%.*s__%s__%s", (int)(at - item->passage), item->passage,
                                    key, at + sizeof blank - 1);
    return key;
}

/* The line of a text at *at without its marks and the name of who speaks ("가: "), for the ear; *at
 * goes to the next line, to NULL behind the last. NULL: no memory. */
static char *next_line(const char **at, ept_arena *arena)
{
    static const char *const speakers[] = {"가: ", "나: ", "다: "};
    const char *from = *at, *end = strchr(from, '\n');
    char *line, *to;

    *at = end ? end + 1 : NULL;
    end = end ? end : from + strlen(from);
    for (size_t i = 0; i < sizeof speakers / sizeof speakers[0]; i++)
        if (!strncmp(from, speakers[i], strlen(speakers[i])))
            from += strlen(speakers[i]);
    line = to = ept_arena_strndup(arena, from, (size_t)(end - from));
    for (; line && from < end; from++) {
        if ((from[0] == '_' || from[0] == '*') && from[1] == from[0])
            from++;
        else
            *to++ = *from;
    }
    if (line)
        *to = '\0';
    return line;
}

static ept_status in_letters(review *r, const app *a, size_t i)
{
    ept_lang lang = a->prefs.lang == EPT_LANG_KK ? EPT_LANG_KK : EPT_LANG_RU;

    r->sound->letters[i] = NULL;
    switch (a->prefs.letters) {
    case APP_LETTERS_NONE:
        return EPT_OK;
    case APP_LETTERS_LATIN:
        return ept_text_romanise(&r->sound->letters[i], r->item_arena, r->sound->lines[i]);
    case APP_LETTERS_CYRILLIC:
        return ept_text_cyrillic(&r->sound->letters[i], r->item_arena, lang, r->sound->lines[i]);
    }
    return EPT_OK;
}

/* One line; `written` as it sounds already. */
static ept_status add_line(review *r, app *a, const char *line, bool written)
{
    struct review_sound *s = r->sound;
    const ept_reading **to = &s->lines[s->count];
    const ept_lexicon *lexicon = NULL;
    ept_status status = EPT_OK;

    if (!line)
        return ept_fail(EPT_E_NOMEM, "reading");
    if (s->count == REVIEW_LINES_MAX)
        return EPT_OK;
    if (!written)
        status = app_lexicon(&lexicon, a);
    if (!status)
        status = written ? ept_text_as_written(to, r->item_arena, ept_str_of(line))
                         : ept_text_pronounce(to, r->item_arena, lexicon, ept_str_of(line));
    if (!status)
        status = in_letters(r, a, s->count);
    s->count += status == EPT_OK;
    return status;
}

static ept_status add_turn(review *r, app *a, const ept_turn *turn)
{
    return add_line(r, a, turn->as ? turn->as : turn->text, turn->as != NULL);
}

static ept_status add_right(review *r, app *a)
{
    const char *as = r->view.item->options[0].as;
    const char *at = review_right_sentence(r, r->item_arena);
    ept_status status = EPT_OK;

    if (as)
        return add_line(r, a, as, true);
    while (!status && at)
        status = add_line(r, a, next_line(&at, r->item_arena), false);
    return status;
}

void review_sound_read(review *r, app *a)
{
    const ept_item *item = r->view.item;
    ept_status status = EPT_OK;

    r->sound = ept_arena_alloc(r->item_arena, sizeof *r->sound);
    if (!r->sound)
        return;
    *r->sound = (struct review_sound){.count = 0};
    for (size_t i = 0; !status && i < item->turn_count; i++)
        status = add_turn(r, a, &item->script[i]);
    r->sound->heard = r->sound->count;
    if (!status)
        status = add_right(r, a);
    if (status)
        ept_log(EPT_LOG_ERROR, "app", "reading of %s: %s", r->view.place->id, ept_error());
}

/* --- lines --- */

static bool wanted(const review *r, const app *a)
{
    return a->prefs.pronunciation && r->sound && !review_is_law(r);
}

static void draw_line(study_pen *pen, const struct review_sound *s, size_t i)
{
    ept_text_opts opts = {.type = EPT_TYPE_LEAD, .colour = EPT_COLOUR_LISTEN, .korean = true};
    const char *text = ept_arena_printf(ept_draw_arena(pen->d), "[%s]", s->lines[i]->respelled);

    if (text)
        pen->at.y += pen->dry ? ept_draw_text_h(pen->d, pen->at.w, text, opts)
                              : ept_draw_text(pen->d, pen->at, text, opts);
    if (s->letters[i])
        study_text(pen, EPT_TYPE_BODY, EPT_COLOUR_INK_2, s->letters[i]);
}

void review_sound_turn(study_pen *pen, const review *r, size_t turn)
{
    if (wanted(r, pen->a) && turn < r->sound->heard)
        draw_line(pen, r->sound, turn);
}

void review_sound_right(study_pen *pen, const review *r)
{
    if (!wanted(r, pen->a))
        return;
    for (size_t i = r->sound->heard; i < r->sound->count; i++)
        draw_line(pen, r->sound, i);
}

bool review_sound_has_letters(const review *r, const app *a)
{
    return r->has_item && wanted(r, a) && r->sound->count > 0;
}

/* None, Latin, for those who read it Cyrillic, and none again. */
static app_letters next_letters(const app *a)
{
    bool cyrillic = a->prefs.lang == EPT_LANG_KK || a->prefs.lang == EPT_LANG_RU;

    switch (a->prefs.letters) {
    case APP_LETTERS_NONE:
        return APP_LETTERS_LATIN;
    case APP_LETTERS_LATIN:
        return cyrillic ? APP_LETTERS_CYRILLIC : APP_LETTERS_NONE;
    case APP_LETTERS_CYRILLIC:
        return APP_LETTERS_NONE;
    }
    return APP_LETTERS_NONE;
}

ept_button review_sound_letters(const study_pen *pen)
{
    static const char *const words[] = {
        [APP_LETTERS_NONE] = "review.letters-none",
        [APP_LETTERS_LATIN] = "review.letters-latin",
        [APP_LETTERS_CYRILLIC] = "review.letters-cyrillic",
    };

    return (ept_button){.id = "review.letters",
                        .label = app_msg(pen->a, pen->d, words[next_letters(pen->a)]),
                        .key = "R",
                        .size = EPT_BUTTON_SMALL};
}

void review_sound_next_letters(review *r, app *a)
{
    a->prefs.letters = next_letters(a);
    app_prefs_changed(a);
    for (size_t i = 0; r->sound && i < r->sound->count; i++)
        if (in_letters(r, a, i))
            ept_log(EPT_LOG_ERROR, "app", "letters of %s: %s", r->view.place->id, ept_error());
}

/* --- changes of sound --- */

/* What an article of the Standard Pronunciation is about, as a message. */
static const char *rule(int article)
{
    static const char *const rules[ARTICLES] = {
        [5] = "sound.vowel",  [6] = "sound.vowel",    [8] = "sound.final",
        [9] = "sound.final",  [10] = "sound.cluster", [11] = "sound.cluster",
        [12] = "sound.hieut", [13] = "sound.liaison", [14] = "sound.liaison",
        [15] = "sound.stop",  [16] = "sound.letter",  [17] = "sound.palatal",
        [18] = "sound.nasal", [19] = "sound.rieul",   [20] = "sound.liquid",
        [23] = "sound.tense", [24] = "sound.tense",   [25] = "sound.tense",
        [26] = "sound.tense", [27] = "sound.tense",   [28] = "sound.tense-compound",
        [29] = "sound.nieun", [30] = "sound.siot",
    };

    return article > 0 && article < ARTICLES ? rules[article] : NULL;
}

/* Said before in this item. */
static bool repeated(const struct review_sound *s, size_t line, size_t word)
{
    const char *spelled = s->lines[line]->words[word].spelled;

    for (size_t i = 0; i <= line; i++)
        for (size_t k = 0; k < (i < line ? s->lines[i]->word_count : word); k++)
            if (ept_streq(s->lines[i]->words[k].spelled, spelled) &&
                s->lines[i]->words[k].change_count)
                return true;
    return false;
}

/* Calls for each word that has a card, in order. */
typedef void each_word(void *ctx, const ept_sound_word *word);
static void for_words(const struct review_sound *s, each_word *call, void *ctx)
{
    for (size_t i = 0; i < s->count; i++)
        for (size_t k = 0; k < s->lines[i]->word_count; k++)
            if (s->lines[i]->words[k].change_count && !repeated(s, i, k))
                call(ctx, &s->lines[i]->words[k]);
}

static void count_word(void *ctx, const ept_sound_word *word)
{
    int *n = ctx;

    (void)word;
    (*n)++;
}

bool review_sound_has_changes(const review *r, const app *a)
{
    int n = 0;

    if (wanted(r, a))
        for_words(r->sound, count_word, &n);
    return n > 0;
}

static const char *arrow(ept_draw_list *d, const char *spelled)
{
    const char *text = ept_arena_printf(ept_draw_arena(d), "%s →", spelled);

    return text ? text : spelled;
}

static int head_w(ept_draw_list *d, const ept_sound_word *word)
{
    ept_text_opts plain_opts = {.type = EPT_TYPE_LEAD, .korean = true};
    ept_text_opts bold = {.type = EPT_TYPE_LEAD_BOLD, .korean = true};

    return ept_draw_text_w(d, arrow(d, word->spelled), plain_opts) + ARROW_GAP +
           ept_draw_text_w(d, word->respelled, bold);
}

/* "작업이 → 자거비"; on two lines where the card is too narrow. */
static void card_head(study_pen *pen, const ept_sound_word *word)
{
    ept_text_opts was = {.type = EPT_TYPE_LEAD, .korean = true, .nowrap = true};
    ept_text_opts is = {
        .type = EPT_TYPE_LEAD_BOLD, .colour = EPT_COLOUR_LISTEN, .korean = true, .nowrap = true};
    int line = study_line(pen->d, EPT_TYPE_LEAD);
    int w = ept_draw_text_w(pen->d, arrow(pen->d, word->spelled), was) + ARROW_GAP;
    bool two = head_w(pen->d, word) > pen->at.w;
    ept_rect at = pen->at;

    if (!pen->dry) {
        ept_draw_text(pen->d, at, arrow(pen->d, word->spelled), was);
        at.x += two ? 0 : w;
        at.y += two ? line : 0;
        ept_draw_text(pen->d, at, word->respelled, is);
    }
    pen->at.y += two ? 2 * line : line;
}

static void card_body(study_pen *pen, const ept_sound_word *word)
{
    ept_arena *arena = ept_draw_arena(pen->d);

    card_head(pen, word);
    for (size_t i = 0; i < word->change_count; i++) {
        const ept_sound_change *c = &word->changes[i];
        const char *key = rule(c->article);
        const char *line = ept_arena_printf(arena, "%s → %s", c->from, c->to);

        study_gap(pen, i ? 4 : 0);
        if (line)
            study_text(pen, EPT_TYPE_SMALL, EPT_COLOUR_INK_2, line);
        if (key)
            study_text(pen, EPT_TYPE_SMALL, EPT_COLOUR_INK_3,
                       APP_MSG2(pen->a, pen->d, "sound.rule",
                                ept_arg_text(app_msg(pen->a, pen->d, key)),
                                ept_arg_text(ept_arena_printf(arena, "%d", c->article))));
    }
}

/* Where the next card goes: rows of `columns`, each as high as its highest card. */
typedef struct cards {
    study_pen *pen;
    int columns, at, w, widest;
    const ept_sound_word *row[COLUMNS_MAX];
} cards;

static void widest_word(void *ctx, const ept_sound_word *word)
{
    cards *c = ctx;

    c->widest = study_max(c->widest, head_w(c->pen->d, word));
}

static void end_row(cards *c)
{
    study_pen *pen = c->pen;
    int h = 0;

    for (int i = 0; i < c->at; i++) {
        study_pen dry = {pen->a, pen->d, {0, 0, c->w - 2 * CARD_PAD, 0}, true};

        card_body(&dry, c->row[i]);
        h = study_max(h, dry.at.y + 2 * CARD_PAD - 4);
    }
    for (int i = 0; i < c->at && !pen->dry; i++) {
        ept_rect box = {pen->at.x + i * (c->w + CARD_GAP), pen->at.y, c->w, h};
        study_pen in = {pen->a,
                        pen->d,
                        {box.x + CARD_PAD, box.y + CARD_PAD - 2, c->w - 2 * CARD_PAD, 0},
                        false};

        ept_draw_box(pen->d, box,
                     (ept_box){EPT_COLOUR_SURFACE, EPT_COLOUR_LINE, 1, 8, false, false});
        card_body(&in, c->row[i]);
    }
    study_gap(pen, h + CARD_GAP);
    c->at = 0;
}

static void put_word(void *ctx, const ept_sound_word *word)
{
    cards *c = ctx;

    c->row[c->at++] = word;
    if (c->at == c->columns)
        end_row(c);
}

void review_sound_changes(study_pen *pen, const review *r)
{
    cards c = {.pen = pen};

    for_words(r->sound, widest_word, &c);
    c.columns = study_min(COLUMNS_MAX, (pen->at.w + CARD_GAP) /
                                           (study_max(c.widest, 120) + 2 * CARD_PAD + CARD_GAP));
    c.columns = study_max(1, c.columns);
    c.w = (pen->at.w - (c.columns - 1) * CARD_GAP) / c.columns;
    for_words(r->sound, put_word, &c);
    if (c.at)
        end_row(&c);
    pen->at.y -= CARD_GAP;
}
