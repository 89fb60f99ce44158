/* SPDX-License-Identifier: MIT */
/* What is heard of an item: the lexicon of the bank, the reading of each spoken line, and options
 * that are told apart by their sound alone. */
#include <string.h>

#include "load_priv.h"

#include "epstopik/speech.h"

/* Warns of a word that has its sound without being told. */
static void check_needed(bank_src *src, bank_spot at, const char *word, const char *as)
{
    const ept_reading *reading = NULL;

    ept_arena_reset(src->scratch);
    ept_status st = ept_text_pronounce(&reading, src->scratch, src->lexicon, ept_str_of(word));
    if (st == EPT_OK && ept_streq(reading->respelled, as)) {
        bank_warn(src, at, "\"%s\" is said [%s] anyway, remove it", word, as);
    } else if (st != EPT_OK && st != EPT_E_FORMAT) {
        (void)bank_stop(src, st);
    }
}

void bank_load_lexicon(bank_src *src)
{
    const char *file = NULL;
    const bank_node *top = bank_src_yaml(src, &file, "lexicon.yaml", false);

    if (top != NULL && top->kind != BANK_MAP) {
        bank_error(src, bank_spot_of(file, top), "write the lexicon as word: sound lines");
        return;
    }
    for (size_t i = 0; top != NULL && i < top->count; i++) {
        const char *word = top->keys[i]->text;
        const char *as = top->items[i]->kind == BANK_SCALAR ? top->items[i]->text : "";
        check_needed(src, bank_spot_of(file, top->keys[i]), word, as);
        ept_status st = ept_lexicon_add(src->lexicon, word, as);
        bank_said *said = bank_grow(src->arena, src->said, src->said_count, sizeof *said);
        if (said == NULL || (st != EPT_OK && st != EPT_E_FORMAT)) {
            (void)bank_stop(src, st);
            return;
        }
        src->said = said;
        if (st == EPT_OK) {
            said[src->said_count++] = (bank_said){word, as};
        } else {
            bank_error(src, bank_spot_of(file, top->keys[i]),
                       "%s; write a word and its sound, both in Hangul, syllable for syllable",
                       ept_error());
        }
    }
}

ept_status bank_read_aloud(const ept_reading **out, const char **phonemes, ept_arena *arena,
                           const bank_src *src, const char *text, const char *as)
{
    ept_buf spoken = {0};
    ept_status st = as != NULL ? ept_text_as_written(out, arena, ept_str_of(as))
                               : ept_text_pronounce(out, arena, src->lexicon, ept_str_of(text));

    if (st == EPT_OK) {
        st = ept_speech_phonemes(&spoken, *out);
    }
    if (st == EPT_OK) {
        *phonemes = ept_arena_strndup(arena, spoken.p, spoken.n);
        st = *phonemes != NULL ? EPT_OK : ept_fail(EPT_E_NOMEM, "read aloud: out of memory");
    }
    ept_buf_clear(&spoken);
    return st;
}

/* The sound of a text; NULL: told why it has none. */
static const char *sound_of(bank_src *src, const bank_src_item *made, const char *key,
                            const char *text, const char *as)
{
    const bank_node *node = bank_node_get(made->node, key);
    const ept_reading *reading = NULL;
    const char *phonemes = NULL;
    ept_status st = bank_read_aloud(&reading, &phonemes, src->scratch, src, text, as);

    if (st == EPT_E_FORMAT) {
        bank_error(src, node != NULL ? bank_spot_of(made->at.file, node) : made->at, "%s",
                   ept_error());
    } else if (st != EPT_OK) {
        (void)bank_stop(src, st);
    }
    return st == EPT_OK ? reading->respelled : NULL;
}

void bank_check_sound(bank_src *src, const bank_src_item *made)
{
    const ept_item *item = &made->item;
    bool heard = strcmp(item->slot, "hear-word") == 0 || strcmp(item->slot, "hear-sentence") == 0;
    const char *sounds[EPT_OPTIONS] = {NULL};

    ept_arena_reset(src->scratch);
    for (size_t i = 0; i < item->turn_count; i++) {
        (void)sound_of(src, made, "script", item->script[i].text, item->script[i].as);
    }
    for (size_t i = 0; i < EPT_OPTIONS && (item->spoken || heard); i++) {
        const ept_option *option = &item->options[i];
        const char *key = i == 0 ? "answer" : "wrong";
        sounds[i] =
            option->text != NULL ? sound_of(src, made, key, option->text, option->as) : NULL;
        for (size_t j = 0; j < i && sounds[i] != NULL; j++) {
            if (ept_streq(sounds[i], sounds[j])) {
                bank_error(src, bank_spot_of(made->at.file, bank_node_get(made->node, "wrong")),
                           "\"%s\" and \"%s\" sound alike, [%s]: change one", item->options[j].text,
                           option->text, sounds[i]);
            }
        }
    }
}
