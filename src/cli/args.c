/* SPDX-License-Identifier: MIT */
/* args.c - taking a command line apart by a table, so that every sub-command refuses a wrong call
 * alike. */
#include <stdio.h>
#include <string.h>

#include "cli_priv.h"
#include "epstopik/str.h"

static const cli_arg *find(const cli_arg *args, size_t count, const char *name, size_t bytes)
{
    for (size_t i = 0; i < count; i++) {
        if (args[i].kind != CLI_OPERAND && strlen(args[i].name) == bytes &&
            memcmp(args[i].name, name, bytes) == 0) {
            return &args[i];
        }
    }
    return NULL;
}

static int set(const cli *c, const cli_arg *arg, const char *value)
{
    switch (arg->kind) {
    case CLI_FLAG:
        *(bool *)arg->to = true;
        return CLI_DONE;
    case CLI_TEXT:
    case CLI_OPERAND:
        *(const char **)arg->to = value;
        return CLI_DONE;
    case CLI_NUMBER:
        break;
    }
    if (ept_parse_int(arg->to, value, arg->min, arg->max)) {
        return CLI_DONE;
    }
    const char *range =
        ept_arena_printf(c->arena, "%s..%s", cli_number(c, arg->min), cli_number(c, arg->max));
    return cli_wrong(c, "cli.usage.number", arg->name, range ? range : "", value);
}

static const cli_arg *operand(const cli_arg *args, size_t count, size_t nth)
{
    for (size_t i = 0; i < count; i++) {
        if (args[i].kind == CLI_OPERAND && nth-- == 0) {
            return &args[i];
        }
    }
    return NULL;
}

/* One option with its value, from argv[*at] on. */
static int option(const cli *c, int argc, char **argv, int *at, const cli_arg *args, size_t count,
                  bool *given)
{
    const char *name = argv[*at], *value = strncmp(name, "--", 2) == 0 ? strchr(name, '=') : NULL;
    size_t bytes = value ? (size_t)(value - name) : strlen(name);
    const cli_arg *arg = find(args, count, name, bytes);
    if (!arg || (arg->kind == CLI_FLAG && value)) {
        return cli_wrong(c, "cli.usage.option", name, NULL, NULL);
    }
    given[arg - args] = true;
    if (arg->kind == CLI_FLAG) {
        return set(c, arg, NULL);
    }
    if (value) {
        return set(c, arg, value + 1);
    }
    if (*at + 1 >= argc) {
        return cli_wrong(c, "cli.usage.value", name, NULL, NULL);
    }
    return set(c, arg, argv[++*at]);
}

bool cli_asks_help(const char *arg)
{
    return strcmp(arg, "--help") == 0 || strcmp(arg, "-h") == 0;
}

int cli_run_sub(cli *c, int argc, char **argv, const cli_sub *subs, size_t count)
{
    for (size_t i = 0; i < count && argc > 0; i++) {
        if (strcmp(argv[0], subs[i].name) == 0) {
            c->usage = subs[i].usage;
            return subs[i].run(c, argc - 1, argv + 1);
        }
    }
    if (argc < 1 || !cli_asks_help(argv[0])) {
        return cli_wrong(c, "cli.usage.command", argc < 1 ? "" : argv[0], NULL, NULL);
    }
    for (size_t i = 0; i < count; i++) {
        (void)printf("%s\n", subs[i].usage);
    }
    return CLI_HELPED;
}

int cli_args(const cli *c, int argc, char **argv, const cli_arg *args, size_t count)
{
    bool given[16] = {false}, plain = false;
    size_t operands = 0;
    for (int at = 0; at < argc; at++) {
        int code = CLI_DONE;
        if (!plain && strcmp(argv[at], "--") == 0) {
            plain = true;
        } else if (!plain && cli_asks_help(argv[at])) {
            (void)printf("%s\n", c->usage);
            return CLI_HELPED;
        } else if (!plain && argv[at][0] == '-' && argv[at][1]) {
            code = option(c, argc, argv, &at, args, count, given);
        } else {
            const cli_arg *arg = operand(args, count, operands++);
            if (!arg) {
                return cli_wrong(c, "cli.usage.extra", argv[at], NULL, NULL);
            }
            given[arg - args] = true;
            code = set(c, arg, argv[at]);
        }
        if (code != CLI_DONE) {
            return code;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (args[i].needed && !given[i]) {
            return cli_wrong(c, "cli.usage.missing", args[i].name, NULL, NULL);
        }
    }
    return CLI_DONE;
}

int cli_take_lang(cli *c, int *argc, char **argv)
{
    int kept = 1;
    for (int at = 1; at < *argc; at++) {
        const char *code = NULL;
        if (strcmp(argv[at], "--") == 0) {
            while (at < *argc) {
                argv[kept++] = argv[at++];
            }
            break;
        }
        if (strncmp(argv[at], "--lang=", 7) == 0) {
            code = argv[at] + 7;
        } else if (strcmp(argv[at], "--lang") != 0) {
            argv[kept++] = argv[at];
            continue;
        } else if (++at < *argc) {
            code = argv[at];
        } else {
            return cli_wrong(c, "cli.usage.value", "--lang", NULL, NULL);
        }
        if (!ept_lang_parse(&c->lang, code)) {
            return cli_wrong(c, "cli.usage.choice", "--lang", "ko, kk, ru, en", code);
        }
        c->lang_given = true;
    }
    *argc = kept;
    return CLI_DONE;
}
