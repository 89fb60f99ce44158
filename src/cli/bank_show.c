/* SPDX-License-Identifier: MIT */
/* bank_show.c - `ept bank show`: one item with all its parts, to be read by a person. The key is
 * option 0. */
#include <inttypes.h>
#include <stdio.h>

#include "cli_priv.h"
#include "item_text.h"

typedef struct shown {
    const cli *c;
    ept_bank *bank;
    const ept_item *item;
    ept_buf out;
} shown;

static void field(shown *s, const char *name, const char *value)
{
    if (value) {
        item_add_field(&s->out, name, value);
    }
}

static void number(shown *s, const char *name, int64_t value)
{
    ept_buf_printf(&s->out, "%s: %" PRId64 "\n", name, value);
}

/* "fish (물고기, балық, рыба, fish)": a picture by its id and names. */
static void picture(shown *s, const char *name, const char *id)
{
    if (!id) {
        return;
    }
    ept_buf_printf(&s->out, "%s: picture %s", name, id);
    for (int l = 0; l < EPT_LANG_COUNT; l++) {
        const char *text = NULL;
        if (ept_bank_picture_name(&text, s->c->arena, s->bank, id, (ept_lang)l) == EPT_OK && text) {
            ept_buf_printf(&s->out, " | %s", text);
        }
    }
    ept_buf_puts(&s->out, "\n");
}

/* A long part on lines of its own. */
static void block(shown *s, const char *name, void (*add)(shown *s, ept_buf *text))
{
    ept_buf text = {0};
    add(s, &text);
    if (ept_buf_ok(&text) == EPT_OK && text.n > 0) {
        item_add_field(&s->out, name, text.p);
    }
    ept_buf_clear(&text);
}

static const char *english(void *ctx, const char *picture)
{
    const shown *s = ctx;
    const char *name = NULL;

    return ept_bank_picture_name(&name, s->c->arena, s->bank, picture, EPT_LANG_EN) == EPT_OK
               ? name
               : NULL;
}

static void document(shown *s, ept_buf *text)
{
    item_add_document(text, s->item->document, english, s);
}

static void script(shown *s, ept_buf *text)
{
    item_add_script(text, s->item);
    for (size_t i = 0; i < s->item->turn_count; i++) {
        if (s->item->script[i].as) {
            ept_buf_printf(text, "spoken %zu: %s\n", i + 1, s->item->script[i].as);
        }
    }
}

static void clip(shown *s, const char *name, const char *id)
{
    uint32_t ms = 0;
    if (id && ept_bank_clip_ms(&ms, s->bank, id) == EPT_OK) {
        number(s, name, ms);
    }
}

static void options(shown *s)
{
    const ept_item *item = s->item;
    char name[32];
    for (int i = 0; i < EPT_OPTIONS; i++) {
        (void)snprintf(name, sizeof name, "option %d%s", i, i == 0 ? " (key)" : "");
        field(s, name, item->options[i].text);
        picture(s, name, item->options[i].picture);
        (void)snprintf(name, sizeof name, "option %d spoken", i);
        field(s, name, item->options[i].as);
        (void)snprintf(name, sizeof name, "option %d ms", i);
        clip(s, name, ept_arena_printf(s->c->arena, "%s.%d", item->id, i));
        (void)snprintf(name, sizeof name, "option %d sound", i);
        field(s, name, item->contrast[i]);
        if (i > 0) {
            (void)snprintf(name, sizeof name, "option %d trap", i);
            field(s, name, item->traps[i - 1]);
        }
    }
}

static void glosses(shown *s)
{
    for (int l = 0; l < EPT_LANG_COUNT; l++) {
        const ept_gloss *gloss = &s->item->means[l];
        const char *lang = ept_lang_code((ept_lang)l);
        char name[32];
        (void)snprintf(name, sizeof name, "%s text", lang);
        field(s, name, gloss->text);
        (void)snprintf(name, sizeof name, "%s ask", lang);
        field(s, name, gloss->ask);
        for (int i = 0; i < EPT_OPTIONS; i++) {
            (void)snprintf(name, sizeof name, "%s option %d", lang, i);
            field(s, name, gloss->options[i]);
        }
        (void)snprintf(name, sizeof name, "%s why", lang);
        field(s, name, s->item->why[l]);
    }
}

static void facts(shown *s)
{
    for (size_t i = 0; i < s->item->fact_count; i++) {
        const ept_bank_fact *fact = NULL;
        if (ept_bank_fact_get(&fact, s->c->arena, s->bank, s->item->facts[i]) == EPT_OK) {
            ept_buf_printf(&s->out, "fact: %s | %s | since %s | review by %s\n", fact->id,
                           fact->law, fact->since, fact->review_by ? fact->review_by : "-");
        }
    }
}

static ept_status show(shown *s)
{
    const ept_item *item = s->item;
    char hex[EPT_HASH_HEX];
    ept_hash_hex(&item->hash, hex);
    field(s, "id", item->id);
    field(s, "hash", hex);
    field(s, "slot", item->slot);
    number(s, "unit", item->unit);
    field(s, "sector", item->sector);
    number(s, "level", item->level);
    field(s, "tag", item->tag);
    field(s, "group", item->group);
    field(s, "use", item->warm_up ? "warm-up" : NULL);
    field(s, "order", item->numeric ? "numeric" : NULL);
    picture(s, "picture", item->picture);
    field(s, "passage", item->passage);
    if (item->document) {
        block(s, "document", document);
    }
    block(s, "script", script);
    clip(s, "script ms", item->id);
    field(s, "ask", item->ask);
    options(s);
    glosses(s);
    facts(s);
    return ept_buf_ok(&s->out);
}

int bank_show(cli *c, int argc, char **argv)
{
    const char *path = NULL, *id = NULL;
    const cli_arg args[] = {{CLI_OPERAND, true, "FILE", &path, 0, 0},
                            {CLI_OPERAND, true, "ID", &id, 0, 0}};
    shown s = {.c = c};
    int code = cli_args(c, argc, argv, args, sizeof args / sizeof *args);
    if (code == CLI_DONE) {
        code = cli_open_bank(&s.bank, c, path);
    }
    if (code != CLI_DONE) {
        return code;
    }
    ept_status st = ept_bank_item(&s.item, c->arena, s.bank, id);
    if (st == EPT_OK) {
        st = show(&s);
    }
    if (st == EPT_OK) {
        (void)fputs(s.out.p, stdout);
    } else if (st == EPT_E_NOT_FOUND) {
        code = cli_sorry(c, "cli.item.unknown", id, path, NULL);
    } else {
        code = cli_failed(c, CLI_THING_BANK, path, st);
    }
    ept_buf_clear(&s.out);
    ept_bank_close(s.bank);
    return code;
}
