/* SPDX-License-Identifier: MIT */
/* cmd_bank.c - `ept bank ...`: which of its commands. */
#include <string.h>

#include "cli_priv.h"

static const struct {
    const char *name, *usage;
    cli_command *run;
} commands[] = {
    {"check", "ept bank check DIR", bank_check},
    {"build", "ept bank build DIR -o FILE [--no-speech]", bank_build},
    {"verify", "ept bank verify FILE", bank_verify},
    {"stats", "ept bank stats FILE|DIR", bank_stats},
    {"show", "ept bank show FILE ID", bank_show},
    {"quiz",
     "ept bank quiz FILE --blind --seed N [--noctx] [--slot SLOT] [--count N|--all] [--out-key "
     "FILE] "
     "[--pictures DIR]",
     bank_quiz},
    {"review", "ept bank review DIR", bank_review},
};

int cmd_bank(cli *c, int argc, char **argv)
{
    if (argc < 1) {
        return cli_wrong(c, "cli.usage.missing", "check|build|verify|stats|show|quiz|review", NULL,
                         NULL);
    }
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (strcmp(argv[0], commands[i].name) == 0) {
            c->usage = commands[i].usage;
            return commands[i].run(c, argc - 1, argv + 1);
        }
    }
    return cli_wrong(c, "cli.usage.command", argv[0], NULL, NULL);
}
