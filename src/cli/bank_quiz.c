/* SPDX-License-Identifier: MIT */
/* bank_quiz.c - `ept bank quiz --blind`: items as a solver gets them, without key, meanings or
 * names that give it away, what is heard by its sound; the key goes to a file of its own, which
 * tells the item behind each number. Item and option orders come from the seed alone. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cli_priv.h"
#include "epstopik/path.h"
#include "epstopik/rng.h"
#include "item_text.h"
#include "quiz_order.h"

typedef struct quiz {
    const cli *c;
    const char *path, *slot, *out_key, *pictures;
    int64_t seed, count;
    bool noctx, blind, all;
    ept_bank *bank;
    ept_lexicon *lexicon;
    ept_arena *arena; /* one item */
    ept_buf key;
    size_t shown;
} quiz;

/* Writes a picture or a sound under a name that says nothing but where it belongs. */
static ept_status extract(quiz *q, const char *name, const char *end, ept_str bytes)
{
    if (!q->pictures) {
        return EPT_OK;
    }
    const char *file = ept_arena_printf(q->arena, "%03zu-%s.%s", q->shown, name, end);
    const char *path = file ? ept_path_join(q->arena, q->pictures, file) : NULL;
    return path ? ept_path_write(path, bytes.p, bytes.n) : ept_fail(EPT_E_NOMEM, "quiz");
}

static ept_status picture(quiz *q, const char *name, const char *id)
{
    ept_str svg = {0};
    ept_status st = EPT_OK;
    if (q->pictures) {
        st = ept_bank_picture(&svg, q->arena, q->bank, id);
    }
    return st == EPT_OK ? extract(q, name, "svg", svg) : st;
}

/* How a line sounds, never how it is spelt. */
static ept_status heard(const char **out, const quiz *q, const char *text, const char *as)
{
    const ept_reading *reading = NULL;
    ept_status st = as ? ept_text_as_written(&reading, q->arena, ept_str_of(as))
                       : ept_text_pronounce(&reading, q->arena, q->lexicon, ept_str_of(text));
    *out = st == EPT_OK ? reading->respelled : NULL;
    return st;
}

/* The script as it sounds; the track itself goes beside the pictures. */
static ept_status sound(quiz *q, const ept_item *item)
{
    const char *line = NULL;
    ept_clip clip = {0};
    ept_status st = EPT_OK;
    for (size_t i = 0; i < item->turn_count && st == EPT_OK; i++) {
        st = heard(&line, q, item->script[i].text, item->script[i].as);
        if (st == EPT_OK) {
            (void)printf("%s: [%s]\n", item->script[i].voice, line);
        }
    }
    if (st == EPT_OK && q->pictures) {
        st = ept_bank_clip(&clip, q->arena, q->bank, item->id);
    }
    return st == EPT_OK ? extract(q, "sound", "opus", clip.opus) : st;
}

/* What a picture in a document shows is never the key by its name. */
static const char *english(void *ctx, const char *picture_id)
{
    const quiz *q = ctx;
    const char *name = NULL;

    return ept_bank_picture_name(&name, q->arena, q->bank, picture_id, EPT_LANG_EN) == EPT_OK
               ? name
               : NULL;
}

/* What is to be done, in the language of the exam: without it, the like and the opposite of a word
 * would both be right. */
static ept_status instruction(quiz *q, const ept_item *item)
{
    const ept_bank_slot *slot = NULL;
    ept_status st = ept_bank_slot_get(&slot, q->arena, q->bank, item->slot);
    if (st == EPT_OK) {
        (void)printf("%s\n", slot->says[EPT_LANG_KO]);
    }
    return st;
}

static ept_status stimulus(quiz *q, const ept_item *item)
{
    ept_status st = EPT_OK;
    if (item->picture) {
        (void)printf("[picture]\n");
        st = picture(q, "picture", item->picture);
    }
    if (item->passage) {
        (void)printf("%s\n", item->passage);
    }
    if (st == EPT_OK && item->document) {
        ept_buf text = {0};
        item_add_document(&text, item->document, english, q);
        st = ept_buf_ok(&text);
        if (st == EPT_OK) {
            (void)printf("%s", text.p);
        }
        ept_buf_clear(&text);
    }
    if (st == EPT_OK && item->turn_count > 0) {
        st = sound(q, item);
    }
    return st;
}

static ept_status options(quiz *q, const ept_item *item, const uint8_t order[EPT_OPTIONS])
{
    const char *line = NULL;
    ept_status st = EPT_OK;
    for (int place = 0; place < EPT_OPTIONS && st == EPT_OK; place++) {
        const ept_option *option = &item->options[order[place]];
        const char letter[] = {(char)('A' + place), '\0'};
        if (option->picture) {
            (void)printf("%d [picture %s]\n", place + 1, letter);
            st = picture(q, letter, option->picture);
        } else if (item->spoken) {
            st = heard(&line, q, option->text, option->as);
            (void)printf("%d [%s]\n", place + 1, line ? line : "");
        } else {
            (void)printf("%d %s\n", place + 1, option->text);
        }
    }
    return st;
}

static ept_status show(quiz *q, const ept_item *item)
{
    uint8_t order[EPT_OPTIONS];
    char hex[EPT_HASH_HEX];
    ept_hash_hex(&item->hash, hex);
    quiz_order(order, (uint64_t)q->seed, item->id);
    q->shown++;
    (void)printf("%sitem %zu %.8s seed %" PRId64 "\n", q->shown > 1 ? "\n" : "", q->shown, hex,
                 q->seed);
    ept_status st = q->noctx ? EPT_OK : instruction(q, item);
    if (st == EPT_OK && !q->noctx) {
        st = stimulus(q, item);
    }
    if (st == EPT_OK && item->ask && !q->noctx) {
        (void)printf("%s\n", item->ask);
    }
    if (st == EPT_OK) {
        st = options(q, item, order);
    }
    int place = 0;
    while (place < EPT_OPTIONS && order[place] != 0) {
        place++;
    }
    ept_buf_printf(&q->key, "%zu\t%s\t%.8s\t%" PRId64 "\t%d\t%s\n", q->shown, item->id, hex,
                   q->seed, place + 1,
                   item->options[0].text ? item->options[0].text : item->options[0].picture);
    return st;
}

static ept_status run(quiz *q)
{
    const char **ids = NULL;
    size_t count = 0;
    ept_rng rng;
    ept_status st = ept_bank_ids(&ids, &count, q->c->arena, q->bank);
    ept_rng_seed(&rng, (uint64_t)q->seed);
    if (st == EPT_OK && count > 0) {
        ept_rng_shuffle(&rng, ids, count, sizeof *ids);
    }
    for (size_t i = 0; st == EPT_OK && i < count && (q->all || (int64_t)q->shown < q->count); i++) {
        const ept_item *item = NULL;
        ept_arena_reset(q->arena);
        st = ept_bank_item(&item, q->arena, q->bank, ids[i]);
        if (st == EPT_OK && (!q->slot || strcmp(item->slot, q->slot) == 0)) {
            st = show(q, item);
        }
    }
    return st == EPT_OK ? ept_buf_ok(&q->key) : st;
}

static int open_all(quiz *q)
{
    const ept_bank_slot *slot = NULL;
    int code = cli_open_bank(&q->bank, q->c, q->path);
    if (code != CLI_DONE) {
        return code;
    }
    if (ept_arena_new(&q->arena) != EPT_OK) {
        return cli_failed(q->c, CLI_THING_BANK, q->path, EPT_E_NOMEM);
    }
    code = cli_lexicon(&q->lexicon, q->c, q->bank);
    if (code != CLI_DONE) {
        return code;
    }
    if (q->slot && ept_bank_slot_get(&slot, q->arena, q->bank, q->slot) == EPT_E_NOT_FOUND) {
        return cli_sorry(q->c, "cli.slot.unknown", q->slot, q->path, NULL);
    }
    if (q->pictures) {
        ept_status st = ept_path_mkdirs(q->pictures);
        return st == EPT_OK ? CLI_DONE : cli_unwritten(q->c, q->pictures, st);
    }
    return CLI_DONE;
}

int bank_quiz(cli *c, int argc, char **argv)
{
    quiz q = {.c = c, .count = 20};
    const cli_arg args[] = {{CLI_OPERAND, true, "FILE", &q.path, 0, 0},
                            {CLI_FLAG, true, "--blind", &q.blind, 0, 0},
                            {CLI_FLAG, false, "--noctx", &q.noctx, 0, 0},
                            {CLI_FLAG, false, "--all", &q.all, 0, 0},
                            {CLI_NUMBER, true, "--seed", &q.seed, 0, INT32_MAX},
                            {CLI_NUMBER, false, "--count", &q.count, 1, INT32_MAX},
                            {CLI_TEXT, false, "--slot", &q.slot, 0, 0},
                            {CLI_TEXT, false, "--out-key", &q.out_key, 0, 0},
                            {CLI_TEXT, false, "--pictures", &q.pictures, 0, 0}};
    int code = cli_args(c, argc, argv, args, sizeof args / sizeof *args);
    if (code == CLI_DONE) {
        code = open_all(&q);
    }
    if (code == CLI_DONE) {
        ept_status st = run(&q);
        code = st == EPT_OK ? CLI_DONE : cli_failed(c, CLI_THING_BANK, q.path, st);
    }
    if (code == CLI_DONE && q.out_key) {
        ept_status st = ept_path_write(q.out_key, q.key.p ? q.key.p : "", q.key.n);
        code = st == EPT_OK ? CLI_DONE : cli_unwritten(c, q.out_key, st);
    }
    ept_buf_clear(&q.key);
    ept_arena_free(q.arena);
    ept_lexicon_free(q.lexicon);
    ept_bank_close(q.bank);
    return code;
}
