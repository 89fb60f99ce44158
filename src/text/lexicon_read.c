/* SPDX-License-Identifier: MIT */
/* The file of the pronunciation lexicon: sections by article, entries separated by blanks, entries
 * with a context one a line, verb stems, verb forms before nouns. Told at the head of
 * assets/pronounce/lexicon.txt. */
#include <string.h>

#include "jamo.h"
#include "lexicon_priv.h"
#include "text_priv.h"

enum { FIRST_ARTICLE = 5, LAST_ARTICLE = 30, STEM_ARTICLE = 24, MAX_LIST = 64 };

typedef enum section { SECTION_WORDS, SECTION_STEMS, SECTION_ADNOMINAL } section;

typedef struct file_reader {
    ept_lexicon *lexicon; /* NULL: only looked through */
    section section;
    int article;
    size_t line;
} file_reader;

/* Endings before which a stem in ㄴ or ㅁ makes the consonant tense (article 24), without those
 * that begin nouns as well (자, 소) and those of causatives (기다, 기는). */
static const char *const ENDINGS[] = {"고",   "게",     "거나", "거든", "거라", "겠",     "구나",
                                      "군요", "기$",    "기가", "기도", "기를", "기에",   "기만",
                                      "기로", "기까지", "다$",  "다가", "다고", "다는",   "다면",
                                      "더",   "던",     "든",   "도록", "듯",   "자마자", "지",
                                      "죠",   "습니",   "단다", "답니", "대요", "잖"};

static ept_status wrong_line(const file_reader *r, ept_str token, const char *why)
{
    return ept_fail(EPT_E_FORMAT, "pronunciation lexicon, line %zu: \"%.*s\": %s", r->line,
                    (int)(token.n < 60 ? token.n : 60), token.p, why);
}

static bool next_token(ept_str *token, ept_str line, size_t *pos)
{
    while (*pos < line.n && (line.p[*pos] == ' ' || line.p[*pos] == '\t')) {
        (*pos)++;
    }
    size_t from = *pos;
    while (*pos < line.n && line.p[*pos] != ' ' && line.p[*pos] != '\t') {
        (*pos)++;
    }
    *token = (ept_str){line.p + from, *pos - from};
    return token->n > 0;
}

static ept_status put(const file_reader *r, const lexicon_entry *entry)
{
    return r->lexicon ? lexicon_put(r->lexicon, entry) : EPT_OK;
}

static ept_status read_word(const file_reader *r, ept_str token, const lexicon_context *context)
{
    lexicon_entry entry;
    const char *wrong = lexicon_token(&entry, token);

    if (wrong) {
        return wrong_line(r, token, wrong);
    }
    entry.article = (uint8_t)r->article;
    entry.context = context;
    return put(r, &entry);
}

/* A stem with each of the endings. */
static ept_status read_stem(const file_reader *r, ept_str token)
{
    ept_buf spelled = {0};
    ept_status st = EPT_OK;

    for (size_t i = 0; i < sizeof ENDINGS / sizeof ENDINGS[0] && st == EPT_OK; i++) {
        ept_buf_reset(&spelled);
        ept_buf_add(&spelled, token.p, token.n);
        ept_buf_printf(&spelled, "'%s", ENDINGS[i]);
        st = ept_buf_ok(&spelled);
        if (st == EPT_OK) {
            st = read_word(r, (ept_str){spelled.p, spelled.n}, NULL);
        }
    }
    ept_buf_clear(&spelled);
    return st;
}

static ept_status read_adnominal(const file_reader *r, ept_str token)
{
    lexicon_entry entry;
    const char *wrong = lexicon_token(&entry, token);

    if (!wrong && entry.count == LEXICON_MAX_KEY) {
        wrong = "too long";
    }
    if (wrong) {
        return wrong_line(r, token, wrong);
    }
    memmove(entry.key + 1, entry.key, entry.count * sizeof entry.key[0]);
    entry.key[0] = entry.inside ? LEXICON_ENDS : LEXICON_IS;
    entry.count++;
    return put(r, &entry);
}

static ept_status read_section(file_reader *r, ept_str token)
{
    char name[16] = "";
    int64_t article = 0;

    if (token.n < 3 || token.p[token.n - 1] != ']' || token.n - 2 >= sizeof name) {
        return wrong_line(r, token, "not a section");
    }
    memcpy(name, token.p + 1, token.n - 2);
    name[token.n - 2] = '\0';
    if (ept_streq(name, "stem")) {
        r->section = SECTION_STEMS;
        r->article = STEM_ARTICLE;
    } else if (ept_streq(name, "adnominal")) {
        r->section = SECTION_ADNOMINAL;
    } else if (ept_parse_int(&article, name, FIRST_ARTICLE, LAST_ARTICLE)) {
        r->section = SECTION_WORDS;
        r->article = (int)article;
    } else {
        return wrong_line(r, token, "neither an article from 5 to 30 nor stem nor adnominal");
    }
    return EPT_OK;
}

/* "신'고 < 신발 양말 > 있 다니": the entry and where it holds. */
static ept_status read_with_context(const file_reader *r, ept_str line)
{
    const char *words[2][MAX_LIST + 1] = {{NULL}};
    size_t counts[2] = {0, 0}, pos = 0, list = 2;
    ept_str token, entry = {"", 0};

    while (next_token(&token, line, &pos)) {
        if (ept_str_is(token, "<") || ept_str_is(token, ">")) {
            list = token.p[0] == '<' ? 0 : 1;
        } else if (list == 2 && entry.n == 0) {
            entry = token;
        } else if (list == 2 || counts[list] == MAX_LIST) {
            return wrong_line(r, token, "one entry and up to 64 words of context");
        } else if (r->lexicon) {
            words[list][counts[list]] = ept_arena_strndup(r->lexicon->arena, token.p, token.n);
            if (!words[list][counts[list]++]) {
                return ept_fail(EPT_E_NOMEM, "pronunciation lexicon: no memory");
            }
        } else {
            counts[list]++;
        }
    }
    if (!r->lexicon) {
        return read_word(r, entry, NULL);
    }
    lexicon_context *context = ept_arena_alloc(r->lexicon->arena, sizeof *context);
    const char **copy = ept_arena_array(r->lexicon->arena, counts[0] + counts[1] + 2, sizeof *copy);
    if (!context || !copy) {
        return ept_fail(EPT_E_NOMEM, "pronunciation lexicon: no memory");
    }
    memcpy(copy, words[0], counts[0] * sizeof *copy);
    memcpy(copy + counts[0] + 1, words[1], counts[1] * sizeof *copy);
    context->before = copy;
    context->after = copy + counts[0] + 1;
    return read_word(r, entry, context);
}

static bool has_context(ept_str line)
{
    return memchr(line.p, '<', line.n) != NULL || memchr(line.p, '>', line.n) != NULL;
}

static ept_status read_line(file_reader *r, ept_str line)
{
    ept_str token;
    size_t pos = 0;
    ept_status st = EPT_OK;

    if (has_context(line)) {
        return r->section == SECTION_WORDS ? read_with_context(r, line)
                                           : wrong_line(r, line, "only words have a context");
    }
    while (st == EPT_OK && next_token(&token, line, &pos)) {
        if (token.p[0] == '[') {
            st = read_section(r, token);
            continue;
        }
        switch (r->section) {
        case SECTION_WORDS:
            st = read_word(r, token, NULL);
            break;
        case SECTION_STEMS:
            st = read_stem(r, token);
            break;
        case SECTION_ADNOMINAL:
            st = read_adnominal(r, token);
            break;
        }
    }
    return st;
}

static ept_status read_lines(ept_lexicon *lexicon, ept_str text)
{
    file_reader r = {.lexicon = lexicon, .section = SECTION_WORDS};
    ept_status st = EPT_OK;

    for (size_t at = 0; at < text.n && st == EPT_OK;) {
        const char *end = memchr(text.p + at, '\n', text.n - at);
        size_t to = end ? (size_t)(end - text.p) : text.n;
        ept_str line = {text.p + at, to - at};
        const char *comment = memchr(line.p, '#', line.n);
        line.n = comment ? (size_t)(comment - line.p) : line.n;
        if (line.n > 0 && line.p[line.n - 1] == '\r') {
            line.n--;
        }
        r.line++;
        st = read_line(&r, line);
        at = to + 1;
    }
    return st;
}

ept_status ept_lexicon_read(ept_lexicon *lexicon, ept_str text)
{
    ept_buf composed = {0};
    ept_str nfc;
    ept_status st = text_nfc_view(&nfc, &composed, text);

    if (st == EPT_OK) {
        st = read_lines(NULL, nfc); /* nothing is taken of a text with a mistake */
    }
    if (st == EPT_OK) {
        st = read_lines(lexicon, nfc);
    }
    ept_buf_clear(&composed);
    return st;
}
