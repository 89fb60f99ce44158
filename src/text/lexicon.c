/* SPDX-License-Identifier: MIT */
/* The table of the pronunciation lexicon: open addressing over the hash of a spelling, so that all
 * beginnings of a word are looked up while it is walked once. */
#include <string.h>

#include "lexicon_priv.h"
#include "text_priv.h"

enum { FIRST_SLOTS = 1024, FNV_PRIME = 0x01000193 };

ept_status ept_lexicon_new(ept_lexicon **out)
{
    ept_lexicon *lexicon = ept_calloc(1, sizeof *lexicon);

    if (!lexicon) {
        return ept_fail(EPT_E_NOMEM, "making a pronunciation lexicon: no memory");
    }
    ept_status st = ept_arena_new(&lexicon->arena);
    if (st != EPT_OK) {
        ept_free(lexicon);
        return st;
    }
    *out = lexicon;
    return EPT_OK;
}

void ept_lexicon_free(ept_lexicon *lexicon)
{
    if (lexicon) {
        ept_arena_free(lexicon->arena);
        ept_free(lexicon->entries);
        ept_free(lexicon->slots);
        ept_free(lexicon);
    }
}

size_t ept_lexicon_count(const ept_lexicon *lexicon)
{
    return lexicon->count;
}

uint32_t lexicon_hash(uint32_t hash, int32_t code_point)
{
    return (hash ^ (uint32_t)code_point) * FNV_PRIME;
}

static uint32_t hash_of(const int32_t *key, size_t count)
{
    uint32_t hash = LEXICON_HASH_SEED;
    for (size_t i = 0; i < count; i++) {
        hash = lexicon_hash(hash, key[i]);
    }
    return hash;
}

static bool has_key(const lexicon_entry *entry, const int32_t *key, size_t count)
{
    return entry->count == count && memcmp(entry->key, key, count * sizeof *key) == 0;
}

/* Where the key is, or the free slot for it. There is always a free one. */
static size_t *slot_of(const ept_lexicon *lexicon, uint32_t hash, const int32_t *key, size_t count)
{
    size_t mask = lexicon->slot_count - 1;
    size_t at = (hash ^ (hash >> 15)) & mask;

    while (lexicon->slots[at] != 0 &&
           !has_key(&lexicon->entries[lexicon->slots[at] - 1], key, count)) {
        at = (at + 1) & mask;
    }
    return &lexicon->slots[at];
}

const lexicon_entry *lexicon_find(const ept_lexicon *lexicon, uint32_t hash, const int32_t *key,
                                  size_t count)
{
    if (lexicon->slot_count == 0) {
        return NULL;
    }
    size_t slot = *slot_of(lexicon, hash, key, count);
    return slot ? &lexicon->entries[slot - 1] : NULL;
}

/* At most half of the slots are taken. */
static bool make_slots(ept_lexicon *lexicon)
{
    size_t want = lexicon->slot_count ? lexicon->slot_count : FIRST_SLOTS;

    if (lexicon->slot_count > 0 && lexicon->count * 2 < lexicon->slot_count) {
        return true;
    }
    want = lexicon->slot_count ? want * 2 : want;
    size_t *old = lexicon->slots;
    size_t *slots = ept_calloc(want, sizeof *slots);
    if (!slots) {
        return false;
    }
    lexicon->slots = slots;
    lexicon->slot_count = want;
    for (size_t i = 0; i < lexicon->count; i++) {
        const lexicon_entry *entry = &lexicon->entries[i];
        *slot_of(lexicon, hash_of(entry->key, entry->count), entry->key, entry->count) = i + 1;
    }
    ept_free(old);
    return true;
}

ept_status lexicon_put(ept_lexicon *lexicon, const lexicon_entry *entry)
{
    lexicon_entry *entries =
        text_grow(lexicon->entries, &lexicon->cap, lexicon->count, sizeof *entries);

    if (entries) {
        lexicon->entries = entries;
    }
    if (!entries || !make_slots(lexicon)) {
        return ept_fail(EPT_E_NOMEM, "adding to the pronunciation lexicon: no memory");
    }
    size_t *slot = slot_of(lexicon, hash_of(entry->key, entry->count), entry->key, entry->count);
    entries[lexicon->count] = *entry;
    entries[lexicon->count].older = *slot;
    *slot = ++lexicon->count;
    return EPT_OK;
}

ept_status ept_lexicon_add(ept_lexicon *lexicon, const char *word, const char *as)
{
    ept_buf token = {0}, composed = {0};
    lexicon_entry entry;
    ept_status st;

    ept_buf_printf(&token, "%s=%s", word, as);
    st = ept_buf_ok(&token);
    if (st != EPT_OK) {
        goto done;
    }
    st = ept_text_nfc(&composed, (ept_str){token.p, token.n});
    if (st != EPT_OK) {
        goto done;
    }
    for (char *p = composed.p; *p; p++) {
        if (*p == ' ') {
            *p = '_';
        }
    }
    const char *wrong = lexicon_token(&entry, (ept_str){composed.p, composed.n});
    st = wrong ? ept_fail(EPT_E_FORMAT, "pronunciation of \"%s\" as \"%s\": %s", word, as, wrong)
               : lexicon_put(lexicon, &entry);
done:
    ept_buf_clear(&token);
    ept_buf_clear(&composed);
    return st;
}
