/* SPDX-License-Identifier: MIT */
/* bank_check.c - `ept bank check`: all faults of all sources, in order, and how many. */
#include <stdio.h>

#include "cli_priv.h"
#include "epstopik/bank_build.h"
#include "epstopik/clock.h"

static void tell(void *ctx, ept_fault_kind kind, const char *file, int line, const char *what)
{
    (void)ctx;
    (void)printf("%s:%d: %s%s\n", file, line, kind == EPT_FAULT_WARNING ? "warning: " : "", what);
}

int bank_check(cli *c, int argc, char **argv)
{
    const ept_clock clock = ept_clock_system();
    ept_bank_sources sources = {.today_utc_ms = clock.utc_ms(clock.ctx), .fault = tell};
    const cli_arg args[] = {{CLI_OPERAND, true, "DIR", &sources.dir, 0, 0}};
    size_t errors = 0, warnings = 0;
    int code = cli_args(c, argc, argv, args, sizeof args / sizeof *args);
    if (code == CLI_DONE) {
        code = cli_coverage(&sources.coverage, c);
    }
    if (code == CLI_DONE) {
        code = cli_lexicon_text(&sources.lexicon, c);
    }
    if (code != CLI_DONE) {
        return code;
    }
    ept_status st = ept_bank_check(&errors, &warnings, &sources);
    if (st != EPT_OK) {
        return cli_failed(c, CLI_THING_SOURCES, sources.dir, st);
    }
    (void)printf("errors %zu, warnings %zu\n", errors, warnings);
    return errors > 0 ? CLI_FAILED : CLI_DONE;
}
