/* SPDX-License-Identifier: MIT */
/* bank_verify.c - `ept bank verify`: every hash of a bank file. */
#include <stdio.h>

#include "cli_priv.h"

typedef struct told {
    const char *path;
} told;

static void tell(void *ctx, const char *what)
{
    const told *t = ctx;
    (void)printf("%s: %s\n", t->path, what);
}

int bank_verify(cli *c, int argc, char **argv)
{
    const char *path = NULL;
    const cli_arg args[] = {{CLI_OPERAND, true, "FILE", &path, 0, 0}};
    ept_bank *bank = NULL;
    size_t faults = 0;
    int code = cli_args(c, argc, argv, args, sizeof args / sizeof *args);
    if (code == CLI_DONE) {
        code = cli_open_bank(&bank, c, path);
    }
    if (code != CLI_DONE) {
        return code;
    }
    told t = {path};
    ept_status st = ept_bank_verify(&faults, bank, tell, &t);
    if (st != EPT_OK) {
        code = cli_failed(c, CLI_THING_BANK, path, st);
    } else if (faults > 0) {
        code = cli_sorry(c, "cli.bank.faults", path, cli_number(c, (int64_t)faults), NULL);
    } else {
        char hex[EPT_HASH_HEX];
        const ept_bank_head *head = ept_bank_head_of(bank);
        ept_hash_hex(&head->manifest, hex);
        (void)printf("%s: whole\nid %s\ntitle %s\nversion %s\nlicence %s\nitems %zu\npictures "
                     "%zu\nclips %zu\n"
                     "manifest %s\n",
                     path, head->id, head->title, head->version, head->licence, head->items,
                     head->pictures, head->clips, hex);
    }
    ept_bank_close(bank);
    return code;
}
