/* SPDX-License-Identifier: MIT */
/* bank_build.c - `ept bank build`: from the questions folder to a bank file, telling how far it is.
 * The bank's id is the name of its file without what follows the first dot. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cli_priv.h"
#include "epstopik/bank_build.h"
#include "epstopik/clock.h"
#include "epstopik/path.h"

enum { PROGRESS_EVERY_MS = 500 };

typedef struct progress {
    ept_clock clock;
    uint64_t told_ms; /* 0 = never yet */
} progress;

static void tell_fault(void *ctx, ept_fault_kind kind, const char *file, int line, const char *what)
{
    (void)ctx;
    (void)printf("%s:%d: %s%s\n", file, line, kind == EPT_FAULT_WARNING ? "warning: " : "", what);
}

/* At most two lines a second, so that the same output suits a terminal and a log. */
static void tell_progress(void *ctx, size_t done, size_t total, const char *what)
{
    progress *p = ctx;
    uint64_t now = p->clock.now_ms(p->clock.ctx);
    p->told_ms = p->told_ms ? p->told_ms : now;
    if (now - p->told_ms >= PROGRESS_EVERY_MS) {
        p->told_ms = now;
        (void)fprintf(stderr, "%zu/%zu %s\n", done, total, what);
    }
}

static const char *id_of(const cli *c, const char *file)
{
    const char *base = ept_path_base(file);
    size_t bytes = strcspn(base, ".");
    return bytes > 0 ? ept_arena_strndup(c->arena, base, bytes) : NULL;
}

int bank_build(cli *c, int argc, char **argv)
{
    progress p = {ept_clock_system(), 0};
    ept_bank_build_opts opts = {.title = "EPS-TOPIK practice",
                                .version = EPT_VERSION,
                                .progress = tell_progress,
                                .progress_ctx = &p};
    const cli_arg args[] = {{CLI_OPERAND, true, "DIR", &opts.sources.dir, 0, 0},
                            {CLI_TEXT, true, "-o", &opts.out, 0, 0},
                            {CLI_FLAG, false, "--no-speech", &opts.no_speech, 0, 0}};
    ept_bank_built built;
    int code = cli_args(c, argc, argv, args, sizeof args / sizeof *args);
    if (code == CLI_DONE) {
        code = cli_coverage(&opts.sources.coverage, c);
    }
    if (code == CLI_DONE) {
        code = cli_lexicon_text(&opts.sources.lexicon, c);
    }
    if (code != CLI_DONE) {
        return code;
    }
    opts.sources.today_utc_ms = p.clock.utc_ms(p.clock.ctx);
    opts.sources.fault = tell_fault;
    opts.id = id_of(c, opts.out);
    if (!opts.id) {
        return cli_sorry(c, "cli.build.name", opts.out, NULL, NULL);
    }
    ept_status st = ept_bank_build(&built, &opts);
    if (st == EPT_E_FORMAT) {
        return cli_sorry(c, "cli.build.faults", opts.sources.dir, opts.out, NULL);
    }
    if (st == EPT_E_NOT_FOUND && !ept_path_is_dir(opts.sources.dir)) {
        return cli_failed(c, CLI_THING_SOURCES, opts.sources.dir, st);
    }
    if (st != EPT_OK) {
        return cli_failed(c, CLI_THING_BUILD, opts.out, st);
    }
    (void)printf("%s: items %zu, pictures %zu, clips %zu (%zu made, %zu kept), bytes %" PRIu64 "\n",
                 opts.out, built.items, built.pictures, built.clips, built.clips_made,
                 built.clips_kept, built.bytes);
    return CLI_DONE;
}
