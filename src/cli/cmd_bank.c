/* SPDX-License-Identifier: MIT */
/* cmd_bank.c - `ept bank ...`: which of its commands. */
#include "cli_priv.h"

static const cli_sub commands[] = {
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
    return cli_run_sub(c, argc, argv, commands, sizeof commands / sizeof *commands);
}
