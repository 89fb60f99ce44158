/* SPDX-License-Identifier: MIT */
/* main.c - `ept`, the program without a window: finds the words of its sentences and the
 * sub-command. */
#include <stdio.h>
#include <string.h>

#include <SDL.h>

#include "cli_priv.h"
#include "epstopik/log.h"
#include "epstopik/path.h"

static const cli_sub commands[] = {
    {"bank", "ept bank check|build|verify|stats|show|quiz|review ...", cmd_bank},
    {"say", "ept say TEXT [-o FILE.wav]", cmd_say},
    {"form", "ept form --exam ID --number N [--bank FILE] [--json]", cmd_form},
    {"learner", "ept learner add NAME | list | pin NAME --clear [--data DIR]", cmd_learner},
    {"take",
     "ept take --exam ID --learner NAME|NUMBER [--number N] [--data DIR] [--bank FILE] "
     "[--section reading|listening] [--law-lang ko|kk|ru|en] [--json] [--transcript] [--clock "
     "manual]",
     cmd_take},
    {"log", "ept log [verify] [--data DIR] [--learner NAME|NUMBER] [--json|--csv]", cmd_log},
};

/* Failures are told in one sentence; the log's own lines would only stand in its way. */
static void drop(void *ctx, ept_log_level level, const char *module, const char *line)
{
    (void)ctx;
    (void)level;
    (void)module;
    (void)line;
}

static int help(const cli *c)
{
    (void)printf("%s\n", cli_words(c, "cli.help", NULL, NULL, NULL));
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        (void)printf("  %s\n", commands[i].usage);
    }
    return CLI_DONE;
}

static int run(cli *c, int argc, char **argv)
{
    int code = cli_take_lang(c, &argc, argv);
    if (code != CLI_DONE) {
        return code;
    }
    if (argc < 2) {
        return cli_wrong(c, "cli.usage.no-command", NULL, NULL, NULL);
    }
    bool helps = strcmp(argv[1], "help") == 0 || cli_asks_help(argv[1]);
    if (helps && argc == 3) { /* ept help take: the same as ept take --help */
        return cli_run_sub(c, 2, (char *[]){argv[2], "--help", NULL}, commands,
                           sizeof commands / sizeof *commands);
    }
    bool versions = strcmp(argv[1], "--version") == 0;
    if ((helps || versions) && argc > 2) {
        return cli_wrong(c, "cli.usage.extra", argv[2], NULL, NULL);
    }
    if (helps) {
        return help(c);
    }
    if (versions) {
        (void)puts("ept " EPT_VERSION);
        return CLI_DONE;
    }
    return cli_run_sub(c, argc - 1, argv + 1, commands, sizeof commands / sizeof *commands);
}

static ept_status open_words(cli *c)
{
    char *dir = NULL;
    ept_status st = ept_arena_new(&c->arena);
    if (st == EPT_OK) {
        st = ept_path_asset(&dir, c->arena, "messages");
    }
    return st == EPT_OK ? ept_messages_open(&c->messages, dir) : st;
}

int main(int argc, char **argv)
{
    cli c = {.lang = EPT_LANG_EN, .usage = "ept COMMAND ... (ept help)"};
    int code = CLI_FAILED;
    ept_log_to(drop, NULL);
    if (open_words(&c) == EPT_OK) {
        code = run(&c, argc, argv);
        code = code == CLI_HELPED ? CLI_DONE : code;
    } else {
        (void)fprintf(
            stderr,
            "ept: The program's messages cannot be read (%s); install it again or set EPT_ASSETS"
            " to its folder of assets.\n",
            ept_error());
    }
    if (fflush(stdout) != 0 && code == CLI_DONE) {
        code = cli_sorry(&c, "cli.output", NULL, NULL, NULL);
    }
    ept_messages_free(c.messages);
    ept_arena_free(c.arena);
    return code;
}
