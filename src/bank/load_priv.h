/* SPDX-License-Identifier: MIT */
/* load_priv.h - loading facts, documents and items, and checking them. Private to src/bank. */
#ifndef BANK_LOAD_PRIV_H
#define BANK_LOAD_PRIV_H
#include "picture_priv.h"

void bank_load_facts(bank_src *src);
bank_src_fact *bank_fact_find(const bank_src *src, const char *id);
void bank_load_spellings(bank_src *src);
void bank_load_items(bank_src *src);

void bank_load_lexicon(bank_src *src);
/* How a text is said, and as what the synthesiser gets it, in `arena`: by the lexicon and the
 * rules, or as `as` tells (NULL: it does not). EPT_E_FORMAT: it cannot be read aloud; EPT_E_NOMEM.
 */
EPT_NODISCARD ept_status bank_read_aloud(const ept_reading **out, const char **phonemes,
                                         ept_arena *arena, const bank_src *src, const char *text,
                                         const char *as);
/* Tells what cannot be read aloud, and options that sound alike where only the sound differs. */
void bank_check_sound(bank_src *src, const bank_src_item *made);

/* A document as the program draws it: totals computed, tables filled. NULL: told why not. */
const ept_document *bank_document_of(bank_src *src, const char *file, const bank_node *node);

/* Rules on one text of an item, wherever it stands: dates, prices, phones, addresses. */
void bank_check_line(bank_src *src, bank_spot at, const char *text);
/* Rules on one item with all its parts. */
void bank_check_item(bank_src *src, bank_src_item *made);
/* Warns of words that give the key away. */
void bank_check_cue(bank_src *src, const bank_src_item *made);
/* Rules on all items together: duplicates, stimuli, balance, traps. */
void bank_check_items(bank_src *src);

/* How often `part` stands in `text`; NULL text: 0. */
size_t bank_times(const char *text, const char *part);
/* Spoken syllables of a text without its marks: blanks, underlines, speakers' names. */
size_t bank_syllables(const char *text);
/* The quantity that an option names, in the smallest unit of its kind; the rest of its text with
 * "#" for the quantity goes to `frame`. False when there is none. */
bool bank_quantity(double *out, ept_buf *frame, const char *text);

#endif
