/* SPDX-License-Identifier: MIT */
/* The rules on one item: what its slot asks for is there, and nothing else. */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "load_priv.h"

typedef struct checking {
    bank_src *src;
    const bank_src_item *made;
    const ept_item *item;
    const bank_src_slot *slot;
    const char *file;
} checking;

/* Where a key of the item stands, or the item itself. */
static bank_spot at(const checking *c, const char *key)
{
    const bank_node *node = bank_node_get(c->made->node, key);

    return (bank_spot){c->file, node != NULL ? node->line : c->made->at.line};
}

/* r- l- o- w-, a topic, three digits, perhaps a or b. */
static bool is_id(const char *id)
{
    size_t n = strlen(id);
    const char *end = id + n;

    if (n < 7 || strchr("rlow", id[0]) == NULL || id[1] != '-' ||
        strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") != n) {
        return false;
    }
    end -= end[-1] == 'a' || end[-1] == 'b';
    return end - id >= 6 && isdigit((unsigned char)end[-1]) && isdigit((unsigned char)end[-2]) &&
           isdigit((unsigned char)end[-3]) && end[-4] == '-';
}

static void check_names(const checking *c)
{
    const ept_item *item = c->item;
    const char *section = c->made->section;
    bool fits = item->id[0] == 'o' ? section[1] != 'a'
                                   : item->id[0] == (section[0] == 'r'   ? 'r'
                                                     : section[1] == 'i' ? 'l'
                                                                         : 'w');

    if (!is_id(item->id)) {
        bank_error(c->src, at(c, "id"),
                   "an id is like r-tools-001, l-dorm-004, o-pair-001a or w-wage-002, not \"%s\"",
                   item->id);
    } else if (!fits) {
        bank_error(c->src, at(c, "id"), "\"%s\" does not begin like an id of %s/", item->id,
                   section);
    }
    if (strcmp(c->slot->out.section, section) != 0) {
        bank_error(c->src, at(c, "slot"), "slot %s belongs into %s/, move the item", item->slot,
                   c->slot->out.section);
    }
}

static void need(const checking *c, const char *key, bool there, bank_need want)
{
    if (want == BANK_MUST && !there) {
        bank_error(c->src, at(c, key), "slot %s needs \"%s\", write it", c->item->slot, key);
    } else if (want == BANK_NEVER && there) {
        bank_error(c->src, at(c, key), "slot %s has no \"%s\", remove it", c->item->slot, key);
    }
}

static void check_parts(const checking *c)
{
    static const char *const names[] = {"picture", "passage", "document", "script"};
    const ept_item *item = c->item;
    const bool there[] = {item->picture != NULL, item->passage != NULL, item->document != NULL,
                          item->turn_count > 0};

    for (size_t i = 0; i < 4; i++) {
        bool wanted = (c->slot->stimulus >> i & 1U) != 0;
        const bank_node *own = bank_node_get(c->made->node, names[i]);
        if (wanted && !there[i] &&
            own == NULL) { /* one that is there but broken was told already */
            need(c, names[i], false, BANK_MUST);
        } else if (!wanted) {
            need(c, names[i], there[i] || own != NULL, BANK_NEVER);
        }
    }
    need(c, "group", item->group != NULL, c->slot->group);
    need(c, "ask", item->ask != NULL, c->slot->ask);
    need(c, "contrast", item->contrast[0] != NULL, c->slot->contrast);
    need(c, "fact", item->fact_count > 0, c->slot->fact);
    need(c, "spoken", item->spoken,
         c->slot->options == BANK_OPTIONS_SPOKEN ? BANK_MUST : BANK_NEVER);
    need(c, "order", item->numeric, c->slot->numeric == BANK_NEVER ? BANK_NEVER : BANK_MAY);
    need(c, "tag", item->tag != NULL, c->slot->tag_count > 0 ? BANK_MUST : BANK_NEVER);
    if (item->tag != NULL && c->slot->tag_count > 0 &&
        !bank_word_in(item->tag, (const char *const *)c->slot->tags, c->slot->tag_count)) {
        bank_error(c->src, at(c, "tag"), "slot %s has no tag \"%s\"", item->slot, item->tag);
    }
    if (item->document != NULL &&
        !bank_word_in(item->document->kind, (const char *const *)c->slot->documents,
                      c->slot->document_count)) {
        bank_error(c->src, at(c, "document"), "slot %s has no document of kind %s", item->slot,
                   item->document->kind);
    }
}

static void check_facts(const checking *c)
{
    for (size_t i = 0; i < c->item->fact_count; i++) {
        const bank_src_fact *fact = bank_fact_find(c->src, c->item->facts[i]);
        if (fact == NULL) {
            bank_error(c->src, at(c, "fact"), "there is no fact \"%s\" in law/facts.yaml",
                       c->item->facts[i]);
        } else if (fact->starts_later) {
            bank_error(c->src, at(c, "fact"),
                       "fact %s is not in force before %s, keep the item until then", fact->out.id,
                       fact->out.since);
        } else if (fact->switches_soon) {
            bank_error(c->src, at(c, "fact"),
                       "fact %s changes within 90 days, keep the item until after it",
                       fact->out.id);
        }
    }
}

/* --- texts
 * --------------------------------------------------------------------------------------------- */

static size_t times_in_document(const ept_document *document, const char *part)
{
    size_t times = document != NULL ? bank_times(document->title, part) : 0;

    for (size_t p = 0; document != NULL && p < document->part_count; p++) {
        for (size_t i = 0; i < document->parts[p].rows * document->parts[p].columns; i++) {
            times += bank_times(document->parts[p].cells[i].text, part);
        }
    }
    return times;
}

static void check_blank(const checking *c)
{
    const ept_item *item = c->item;
    size_t passage = bank_times(item->passage, "( )"),
           document = times_in_document(item->document, "( )");
    size_t elsewhere = bank_times(item->ask, "( )");

    for (size_t i = 0; i < EPT_OPTIONS; i++) {
        elsewhere += bank_times(item->options[i].text, "( )");
    }
    for (size_t i = 0; i < item->turn_count; i++) {
        elsewhere += bank_times(item->script[i].text, "( )");
    }
    size_t want_passage = c->slot->blank == BANK_IN_PASSAGE,
           want_document = c->slot->blank == BANK_IN_DOCUMENT;
    if ((want_passage && item->passage != NULL && passage != 1) ||
        (want_document && item->document != NULL && document != 1)) {
        bank_error(c->src, at(c, want_passage ? "passage" : "document"),
                   "the blank `( )` must stand there exactly once, it stands %zu times",
                   want_passage ? passage : document);
    }
    if ((!want_passage && passage > 0) || (!want_document && document > 0) || elsewhere > 0) {
        bank_error(c->src, c->made->at, "a blank `( )` stands where slot %s has none, remove it",
                   item->slot);
    }
    if (bank_times(item->passage, "()") > 0 || bank_times(item->passage, "(  )") > 0) {
        bank_error(c->src, at(c, "passage"), "a blank is written with one space: `( )`");
    }
}

static void check_underline(const checking *c)
{
    const ept_item *item = c->item;

    for (size_t i = 0; i < EPT_OPTIONS; i++) {
        size_t want = c->slot->underline == BANK_IN_OPTIONS ? 2 : 0;
        if (item->options[i].text != NULL && bank_times(item->options[i].text, "__") != want) {
            bank_error(c->src, at(c, i == 0 ? "answer" : "wrong"),
                       "option %zu must have %s underlined part `__word__`", i,
                       want == 2 ? "exactly one" : "no");
        }
    }
    size_t want = c->slot->underline == BANK_IN_PASSAGE ? 2 : 0;
    if (item->passage != NULL && bank_times(item->passage, "__") != want) {
        bank_error(c->src, at(c, "passage"), "the passage must have %s underlined part `__word__`",
                   want == 2 ? "exactly one" : "no");
    }
}

static void check_length(const checking *c, const char *key, const char *what, size_t n,
                         bank_range range)
{
    if (range.max > 0 && ((int64_t)n < range.min || (int64_t)n > range.max)) {
        bank_error(c->src, at(c, key),
                   "%s has %zu syllables, slot %s takes %d to %d: shorten or lengthen it", what, n,
                   c->item->slot, (int)range.min, (int)range.max);
    }
}

static void check_lengths(const checking *c)
{
    const ept_item *item = c->item;
    size_t n = 0;

    for (size_t i = 0; i < item->turn_count; i++) {
        n += bank_syllables(item->script[i].text);
    }
    if (item->turn_count > 0) {
        check_length(c, "script", "the script", n, c->slot->syllables);
    } else if (item->passage != NULL) {
        check_length(c, "passage", "the passage", bank_syllables(item->passage),
                     c->slot->syllables);
    } else if (item->ask != NULL && c->slot->stimulus == 0) {
        check_length(c, "ask", "the question", bank_syllables(item->ask), c->slot->syllables);
    }
    for (size_t i = 0; i < EPT_OPTIONS; i++) {
        if (item->options[i].text != NULL) {
            check_length(c, i == 0 ? "answer" : "wrong", item->options[i].text,
                         bank_syllables(item->options[i].text), c->slot->option_syllables);
        }
    }
}

static bool has_digit(const char *text)
{
    return text != NULL && text[strcspn(text, "0123456789")] != '\0';
}

static void check_script(const checking *c)
{
    const ept_item *item = c->item;
    bank_range turns = c->slot->turns;
    bool story = item->slot != NULL && strcmp(item->slot, "story-match") == 0;

    if (item->turn_count > 0 && turns.max > 0 &&
        ((int64_t)item->turn_count < turns.min || (int64_t)item->turn_count > turns.max)) {
        bank_error(c->src, at(c, "script"), "the script has %zu lines, slot %s takes %d to %d",
                   item->turn_count, item->slot, (int)turns.min, (int)turns.max);
    }
    for (size_t i = 0; i < item->turn_count; i++) {
        const ept_turn *turn = &item->script[i];
        if (turn->as == NULL ? has_digit(turn->text) : has_digit(turn->as)) {
            bank_error(c->src, at(c, "script"),
                       "numbers of a script are written as they are read: \"%.60s\"", turn->text);
        }
        if (!story && turn->voice != NULL && turn->voice[strlen(turn->voice) - 1] == '2') {
            bank_error(c->src, at(c, "script"),
                       "a second %s speaks only in a story, give the line to one man or one woman",
                       turn->voice[0] == 'm' ? "man" : "woman");
        }
    }
    for (size_t i = 0; i < EPT_OPTIONS && item->spoken; i++) {
        if (item->options[i].as == NULL && has_digit(item->options[i].text)) {
            bank_error(c->src, at(c, i == 0 ? "answer" : "wrong"),
                       "numbers of a spoken option are written as they are read: \"%.60s\"",
                       item->options[i].text);
        }
    }
    size_t people[2] = {0, 0};
    for (size_t i = 0; i < item->turn_count; i++) {
        people[0] += item->script[i].voice != NULL && strcmp(item->script[i].voice, "man") == 0;
        people[1] += item->script[i].voice != NULL && strcmp(item->script[i].voice, "woman") == 0;
    }
    if (turns.min > 1 && item->turn_count > 1 && !story && (people[0] == 0 || people[1] == 0)) {
        bank_error(c->src, at(c, "script"),
                   "a dialogue is between one man and one woman, so that they can be told apart");
    }
}

/* --- options
 * ------------------------------------------------------------------------------------------- */

static bool same_option(const ept_option *a, const ept_option *b)
{
    return (a->text != NULL && ept_streq(a->text, b->text)) ||
           (a->picture != NULL && ept_streq(a->picture, b->picture));
}

static void check_near(const checking *c, const ept_option *a, const ept_option *b)
{
    const bank_src_picture *x = bank_picture_find(c->src, a->picture),
                           *y = bank_picture_find(c->src, b->picture);

    if (x == NULL || y == NULL) {
        return;
    }
    if (bank_word_in(y->id, (const char *const *)x->near, x->near_count) ||
        bank_word_in(x->id, (const char *const *)y->near, y->near_count)) {
        bank_error(c->src, at(c, "wrong"),
                   "pictures %s and %s are too near to stand beside each other", x->id, y->id);
    }
    if (x->param != NULL && y->param != NULL && strcmp(x->param, "clock") == 0 &&
        strcmp(y->param, "clock") == 0 && fabs(x->value - y->value) < 10) {
        bank_error(c->src, at(c, "wrong"), "two clocks differ by less than 10 minutes");
    }
}

static void check_options(const checking *c)
{
    const ept_item *item = c->item;

    for (size_t i = 0; i < EPT_OPTIONS; i++) {
        const ept_option *option = &item->options[i];
        const char *key = i == 0 ? "answer" : "wrong";
        bool pictures = c->slot->options == BANK_OPTIONS_PICTURE;
        if ((pictures && option->text != NULL) || (!pictures && option->picture != NULL)) {
            bank_error(c->src, at(c, key), "the options of slot %s are %s, all four", item->slot,
                       pictures ? "pictures" : "texts");
        }
        if (option->as != NULL && !item->spoken) {
            bank_error(c->src, at(c, key), "a printed option has no \"as\"");
        }
        for (size_t j = 0; j < i; j++) {
            if (same_option(&item->options[j], option)) {
                bank_error(c->src, at(c, "wrong"), "option \"%s\" stands twice%s, change one",
                           option->text != NULL ? option->text : option->picture,
                           j == 0 ? " (it is the answer)" : "");
            }
            check_near(c, &item->options[j], option);
        }
    }
}

static bool value_of(const checking *c, const ept_option *option, ept_buf *frame, double *value)
{
    const bank_src_picture *picture = bank_picture_find(c->src, option->picture);

    if (option->picture != NULL) {
        ept_buf_reset(frame);
        ept_buf_puts(frame, picture != NULL && picture->param != NULL ? picture->param : "");
        *value = picture != NULL ? picture->value : 0;
        return picture != NULL && picture->param != NULL;
    }
    return option->text != NULL && bank_quantity(value, frame, option->text);
}

static void check_order(const checking *c, uint8_t rising[EPT_OPTIONS])
{
    double values[EPT_OPTIONS] = {0};
    ept_buf first = {0}, frame = {0};
    bool good = true;

    for (size_t i = 0; i < EPT_OPTIONS && c->item->numeric && good; i++) {
        good = value_of(c, &c->item->options[i], i == 0 ? &first : &frame, &values[i]);
        if (!good || (i > 0 && !ept_streq(first.p, frame.p))) {
            bank_error(c->src, at(c, "order"),
                       "`order: numeric` needs four quantities of one kind, told alike; \"%s\" is "
                       "none of them",
                       c->item->options[i].text != NULL ? c->item->options[i].text : "a picture");
            good = false;
        }
    }
    for (uint8_t i = 0; i < EPT_OPTIONS && c->item->numeric && good; i++) {
        size_t place = 0;
        for (size_t j = 0; j < EPT_OPTIONS; j++) {
            place += values[j] < values[i];
            if (j < i && values[j] == values[i]) {
                bank_error(c->src, at(c, "order"), "two options are the same quantity, change one");
            }
        }
        rising[place] = i;
    }
    ept_buf_clear(&first);
    ept_buf_clear(&frame);
}

static bool starts(const char *text, const char *with)
{
    return text != NULL && strncmp(text, with, strlen(with)) == 0;
}

/* A yes among three noes, or the reverse, gives the key away. */
static void check_yes_no(const checking *c)
{
    size_t yes = 0, no = 0;

    for (size_t i = 0; i < EPT_OPTIONS; i++) {
        yes += starts(c->item->options[i].text, "네,") || starts(c->item->options[i].text, "예,");
        no += starts(c->item->options[i].text, "아니요");
    }
    if (yes + no == EPT_OPTIONS && yes != 2) {
        bank_error(c->src, at(c, "wrong"), "yes and no stand %zu to %zu, make them two to two", yes,
                   no);
    } else if (yes + no < EPT_OPTIONS &&
               ((yes == 1 && no == 0 && starts(c->item->options[0].text, "네,")) ||
                (no == 1 && yes == 0 && starts(c->item->options[0].text, "아니요")))) {
        bank_error(c->src, at(c, "answer"),
                   "only the answer begins with yes or no, begin another option so or none");
    }
}

static bool ends(const char *text, const char *with)
{
    size_t n = text != NULL ? strlen(text) : 0, w = strlen(with);

    n -= n > 0 && text[n - 1] == '.';
    return n >= w && strncmp(text + n - w, with, w) == 0;
}

/* Four options of must and may not: the key is not the only one of its kind. */
static void check_must(const checking *c)
{
    static const char *const musts[] = {"야 합니다", "야 해요", "야 됩니다", "야 돼요"};
    static const char *const mays[] = {"안 됩니다", "안 돼요"};
    size_t must = 0, may_not = 0;
    bool key_must = false;

    for (size_t i = 0; i < EPT_OPTIONS; i++) {
        bool is_must = false, is_not = false;
        for (size_t k = 0; k < 4; k++) {
            is_must = is_must || ends(c->item->options[i].text, musts[k]);
            is_not = is_not || (k < 2 && ends(c->item->options[i].text, mays[k]));
        }
        must += is_must;
        may_not += is_not;
        key_must = i == 0 ? is_must : key_must;
    }
    if (must + may_not == EPT_OPTIONS && (key_must ? must : may_not) == 1) {
        bank_error(c->src, at(c, "wrong"),
                   "the answer is the only %s among the options, make them two to two",
                   key_must ? "\"must\"" : "\"must not\"");
    }
}

/* --- translations
 * ---------------------------------------------------------------------------------------- */

static void check_gloss_part(const checking *c, ept_lang lang, const char *part, bool there,
                             bool wanted)
{
    const char *key = c->slot->out.section[1] == 'a' ? "also" : "means";

    if (there != wanted) {
        bank_error(c->src, at(c, key), "%s.%s: \"%s\" %s", key, ept_lang_code(lang), part,
                   wanted ? "is missing, its Korean is there"
                          : "has no Korean beside it, remove it");
    }
}

static void check_means(const checking *c)
{
    const ept_item *item = c->item;
    bool law = strcmp(c->slot->out.section, "law") == 0;
    bool heard = strcmp(item->slot, "hear-word") == 0 || strcmp(item->slot, "hear-sentence") == 0;
    bool text = !law && !heard && (c->slot->stimulus & ~(unsigned)BANK_HAS_PICTURE) != 0;
    const char *key = law ? "also" : "means";

    need(c, law ? "means" : "also", bank_node_get(c->made->node, law ? "means" : "also") != NULL,
         BANK_NEVER);
    if (bank_node_get(c->made->node, key) == NULL) {
        /* a paired item with pictures for options may have nothing of its own to translate; none
         * has that yet */
        need(c, key, false, BANK_MUST);
        return;
    }
    for (size_t l = EPT_LANG_KK; l < EPT_LANG_COUNT; l++) {
        const ept_gloss *gloss = &item->means[l];
        check_gloss_part(c, (ept_lang)l, "text", gloss->text != NULL, text);
        check_gloss_part(c, (ept_lang)l, "ask", gloss->ask != NULL, item->ask != NULL);
        check_gloss_part(c, (ept_lang)l, "options", gloss->options[0] != NULL,
                         c->slot->options != BANK_OPTIONS_PICTURE);
        for (size_t i = 0; i < EPT_OPTIONS; i++) {
            for (size_t j = 0; j < i; j++) {
                if (gloss->options[i] != NULL && ept_streq(gloss->options[i], gloss->options[j])) {
                    bank_error(c->src, at(c, key),
                               "%s.%s: option \"%s\" stands twice, tell them apart", key,
                               ept_lang_code((ept_lang)l), gloss->options[i]);
                }
            }
        }
    }
}

static void check_why(const checking *c)
{
    for (size_t l = 0; l < EPT_LANG_COUNT; l++) {
        size_t most = l == EPT_LANG_KK || l == EPT_LANG_RU ? 260 : 200;
        const char *why = c->item->why[l];
        size_t n = why != NULL ? ept_text_graphemes(ept_str_of(why)) : 0;
        if (n > most) {
            bank_error(c->src, at(c, "why"), "why.%s has %zu letters, at most %zu: shorten it",
                       ept_lang_code((ept_lang)l), n, most);
        }
    }
}

/* Every text below a node; numbers of keys are lines of documents too. */
static void check_lines(const checking *c, const bank_node *node)
{
    if (node->kind == BANK_SCALAR) {
        bank_check_line(c->src, bank_spot_of(c->file, node), node->text);
        return;
    }
    for (size_t i = 0; i < node->count; i++) {
        check_lines(c, node->items[i]);
    }
}

void bank_check_item(bank_src *src, bank_src_item *made)
{
    checking c = {src, made, &made->item, made->slot, made->at.file};

    check_names(&c);
    check_parts(&c);
    check_facts(&c);
    check_blank(&c);
    check_underline(&c);
    check_lengths(&c);
    check_script(&c);
    check_options(&c);
    check_order(&c, made->rising);
    check_yes_no(&c);
    check_must(&c);
    bank_check_cue(src, made);
    bank_check_sound(src, made);
    check_means(&c);
    check_why(&c);
    check_lines(&c, made->node);
}
