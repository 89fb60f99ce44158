/* SPDX-License-Identifier: MIT */
/* A word of the key that stands in the stem and in no distractor gives the key away to who reads
 * only words. Told as a warning: a match item may have to repeat a word, and then a distractor
 * should too. */
#include <string.h>

#include "load_priv.h"

/* The next word of a text from *at on, without marks at its ends; empty at the end. */
static ept_str next_word(const char **at)
{
    static const char blanks[] = " \n\t", marks[] = ".,?!'\"()~:";
    const char *p = *at + strspn(*at, blanks);
    size_t n = strcspn(p, blanks);

    *at = p + n;
    while (n > 0 && strchr(marks, p[0]) != NULL) {
        p++;
        n--;
    }
    while (n > 0 && strchr(marks, p[n - 1]) != NULL) {
        n--;
    }
    return (ept_str){p, n};
}

static bool has_word(const char *text, ept_str word)
{
    for (const char *at = text; at != NULL && *at != '\0';) {
        if (ept_str_eq(next_word(&at), word)) {
            return true;
        }
    }
    return false;
}

static bool in_distractor(const ept_item *item, ept_str word)
{
    for (size_t i = 1; i < EPT_OPTIONS; i++) {
        const char *text = item->options[i].text;
        for (const char *p = text; p != NULL && *p != '\0'; p++) {
            if (strncmp(p, word.p, word.n) == 0) {
                return true;
            }
        }
    }
    return false;
}

static bool in_stem(const ept_item *item, ept_str word)
{
    bool found = has_word(item->passage, word) || has_word(item->ask, word);

    for (size_t i = 0; i < item->turn_count; i++) {
        found = found || has_word(item->script[i].text, word);
    }
    for (size_t p = 0; item->document != NULL && p < item->document->part_count; p++) {
        const ept_part *part = &item->document->parts[p];
        for (size_t i = 0; i < part->rows * part->columns; i++) {
            found = found || has_word(part->cells[i].text, word);
        }
    }
    return found;
}

void bank_check_cue(bank_src *src, const bank_src_item *made)
{
    const ept_item *item = &made->item;
    const char *at = item->options[0].text;

    if (made->slot->contrast == BANK_MUST) {
        return; /* what is heard is what is chosen */
    }
    while (at != NULL && *at != '\0') {
        ept_str word = next_word(&at);
        if (word.n / 3 >= 2 && in_stem(item, word) && !in_distractor(item, word)) {
            bank_warn(
                src, made->at,
                "%s: the word \"%.*s\" of the answer stands in the stem and in no distractor, "
                "use it there too or say it otherwise",
                item->id, (int)word.n, word.p);
        }
    }
}
