/* SPDX-License-Identifier: MIT */
/* words.c - what a person reads when something is wrong: one sentence made from the code of the
 * failure and the thing it happened to, in the language asked for. */
#include <inttypes.h>
#include <stdio.h>

#include "cli_priv.h"

const char *cli_number(const cli *c, int64_t number)
{
    const char *text = ept_arena_printf(c->arena, "%" PRId64, number);
    return text ? text : "?";
}

const char *cli_words(const cli *c, const char *key, const char *a, const char *b, const char *d)
{
    const char *texts[] = {a, b, d};
    ept_arg args[3];
    size_t count = 0;
    while (count < 3 && texts[count]) {
        args[count] = ept_arg_text(texts[count]);
        count++;
    }
    return ept_msg(c->messages, c->lang, c->arena, key, args, count);
}

int cli_sorry(const cli *c, const char *key, const char *a, const char *b, const char *d)
{
    (void)fflush(stdout);
    (void)fprintf(stderr, "ept: %s\n", cli_words(c, key, a, b, d));
    return CLI_FAILED;
}

int cli_wrong(const cli *c, const char *key, const char *a, const char *b, const char *d)
{
    const char *what = cli_words(c, key, a, b, d);
    (void)fprintf(stderr, "ept: %s\n", cli_words(c, "cli.usage", what, c->usage, NULL));
    return CLI_WRONG;
}

static const char *thing_name(cli_thing thing)
{
    switch (thing) {
    case CLI_THING_BANK:
        return "bank";
    case CLI_THING_DATA:
        return "data";
    case CLI_THING_SOURCES:
        return "sources";
    case CLI_THING_BUILD:
        return "build";
    case CLI_THING_FILE:
        return "file";
    case CLI_THING_SPEECH:
        return "speech";
    }
    return "any";
}

static const char *code_name(ept_status status)
{
    switch (status) {
    case EPT_E_NOMEM:
        return "nomem";
    case EPT_E_NOT_FOUND:
        return "not-found";
    case EPT_E_FORMAT:
        return "format";
    case EPT_E_VERSION:
        return "version";
    case EPT_E_CHANGED:
    case EPT_E_CORRUPT:
        return "corrupt";
    case EPT_E_LOCKED:
        return "locked";
    case EPT_E_READONLY:
        return "readonly";
    case EPT_E_FULL:
        return "full";
    case EPT_E_UNAVAILABLE:
        return "unavailable";
    case EPT_OK:
    case EPT_E_INVAL:
    case EPT_E_IO:
    case EPT_E_REFUSED:
    case EPT_E_SHORT:
    case EPT_E_DB:
        break;
    }
    return "other";
}

const char *cli_failure(const cli *c, cli_thing thing, const char *name, ept_status status)
{
    const char *detail = ept_arena_printf(c->arena, "%s", ept_error());
    const char *code = code_name(status);
    const char *key = ept_arena_printf(c->arena, "cli.%s.%s", thing_name(thing), code);
    if (key && !ept_messages_pattern(c->messages, EPT_LANG_EN, key)) {
        key = ept_arena_printf(c->arena, "cli.any.%s", code);
    }
    return cli_words(c, key ? key : "cli.any.nomem", name, detail ? detail : "", NULL);
}

int cli_failed(const cli *c, cli_thing thing, const char *name, ept_status status)
{
    const char *sentence = cli_failure(c, thing, name, status);
    (void)fflush(stdout);
    (void)fprintf(stderr, "ept: %s\n", sentence);
    return CLI_FAILED;
}

int cli_unwritten(const cli *c, const char *name, ept_status status)
{
    return status == EPT_E_NOT_FOUND || status == EPT_E_READONLY
               ? cli_sorry(c, "cli.build.readonly", name, NULL, NULL)
               : cli_failed(c, CLI_THING_FILE, name, status);
}
