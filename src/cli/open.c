/* SPDX-License-Identifier: MIT */
/* open.c - the bank and the person's file that a sub-command works on, with a sentence when they
 * cannot be opened. */
#include "cli_priv.h"
#include "epstopik/bank_build.h"
#include "epstopik/clock.h"
#include "epstopik/path.h"
#include "epstopik/text.h"

int cli_open_bank(ept_bank **out, const cli *c, const char *path)
{
    char *found = NULL;
    *out = NULL;
    if (!path) {
        ept_status st = ept_path_asset(&found, c->arena, "core.bank");
        if (st != EPT_OK) {
            return cli_sorry(c, "cli.bank.none", NULL, NULL, NULL);
        }
        path = found;
    }
    ept_status st = ept_bank_open(out, path);
    return st == EPT_OK ? CLI_DONE : cli_failed(c, CLI_THING_BANK, path, st);
}

int cli_open_journal(ept_journal **out, const cli *c, const char *dir, bool must_exist)
{
    char *own = NULL;
    *out = NULL;
    ept_status st = EPT_OK;
    if (!dir) {
        st = ept_path_data_dir(&own, c->arena);
        dir = own ? own : "";
    }
    if (st == EPT_OK && must_exist) {
        const char *file = ept_path_join(c->arena, dir, "user.db");
        if (file && !ept_path_is_file(file)) {
            return cli_sorry(c, "cli.data.none", dir, NULL, NULL);
        }
    }
    if (st == EPT_OK) {
        st = ept_journal_open(out, dir, NULL);
    }
    return st == EPT_OK ? CLI_DONE : cli_failed(c, CLI_THING_DATA, dir, st);
}

/* The ids of all exams, for the sentence that says which there are. */
static const char *exam_ids(const cli *c, const ept_delivery *delivery)
{
    size_t count = 0;
    const ept_blueprint *const *exams = ept_delivery_exams(delivery, &count);
    const char *list = "";
    for (size_t i = 0; list && i < count; i++) {
        list = ept_arena_printf(c->arena, "%s%s%s", list, i > 0 ? ", " : "", exams[i]->id);
    }
    return list ? list : "";
}

int cli_exam_failed(const cli *c, const ept_delivery *delivery, const char *exam, const char *bank,
                    ept_status status, const ept_shortage *shortage)
{
    if (status == EPT_E_SHORT) {
        const char *numbers =
            ept_arena_printf(c->arena, "%zu/%zu", shortage->found, shortage->needed);
        return cli_sorry(c, "cli.exam.short", exam, shortage->slot ? shortage->slot : "?",
                         numbers ? numbers : "");
    }
    const ept_blueprint *known = NULL;
    const char *why = ept_arena_printf(c->arena, "%s", ept_error());
    if (delivery && ept_delivery_exam(&known, delivery, exam) == EPT_E_NOT_FOUND) {
        return cli_sorry(c, "cli.exam.unknown", exam, exam_ids(c, delivery), NULL);
    }
    return cli_failed(c, CLI_THING_BANK, bank, ept_fail(status, "%s", why ? why : ""));
}

const char *cli_nfc(const cli *c, const char *text)
{
    ept_buf nfc = {0};
    bool good = ept_text_nfc(&nfc, ept_str_of(text)) == EPT_OK;
    const char *own = good ? ept_arena_strndup(c->arena, nfc.p, nfc.n) : NULL;
    ept_buf_clear(&nfc);
    return own ? own : text;
}

int cli_find_learner(ept_learner *out, const cli *c, ept_journal *journal, const char *who)
{
    ept_status st = ept_learner_find(out, c->arena, journal, cli_nfc(c, who));
    if (st == EPT_E_NOT_FOUND) {
        return cli_sorry(c, "cli.learner.unknown", who, NULL, NULL);
    }
    return st == EPT_OK ? CLI_DONE : cli_failed(c, CLI_THING_DATA, "user.db", st);
}

/* The text of a file among the assets, in the arena. */
static int asset_text(const char **out, const cli *c, const char *folder, const char *file)
{
    char *dir = NULL;
    ept_buf text = {0};
    *out = NULL;
    ept_status st = ept_path_asset(&dir, c->arena, folder);
    const char *path = st == EPT_OK ? ept_path_join(c->arena, dir, file) : file;
    if (st == EPT_OK) {
        st = path ? ept_path_read(&text, path) : ept_fail(EPT_E_NOMEM, "%s", file);
    }
    if (st == EPT_OK) {
        *out = ept_arena_strndup(c->arena, text.p ? text.p : "", text.n);
        st = *out ? EPT_OK : ept_fail(EPT_E_NOMEM, "%s", file);
    }
    ept_buf_clear(&text);
    return st == EPT_OK ? CLI_DONE : cli_failed(c, CLI_THING_FILE, path ? path : file, st);
}

int cli_coverage(const char **out, const cli *c)
{
    return asset_text(out, c, "fonts", "coverage.txt");
}

int cli_lexicon_text(const char **out, const cli *c)
{
    return asset_text(out, c, "pronounce", "lexicon.txt");
}

int cli_lexicon(ept_lexicon **out, const cli *c, ept_bank *bank)
{
    const char *text = NULL;
    *out = NULL;
    int code = cli_lexicon_text(&text, c);
    if (code != CLI_DONE) {
        return code;
    }
    ept_status st = ept_lexicon_new(out);
    if (st == EPT_OK) {
        st = ept_lexicon_read(*out, ept_str_of(text));
    }
    if (st != EPT_OK) {
        return cli_failed(c, CLI_THING_FILE, "lexicon.txt", st);
    }
    st = bank ? ept_bank_lexicon(*out, bank) : EPT_OK;
    return st == EPT_OK ? CLI_DONE : cli_failed(c, CLI_THING_BANK, "", st);
}

int cli_temp_dir(char **out, const cli *c)
{
    ept_status st = ept_path_temp_dir(out, c->arena);
    return st == EPT_OK ? CLI_DONE : cli_failed(c, CLI_THING_FILE, "", st);
}

int cli_quick_bank(const cli *c, const char *dir, const char *out)
{
    const ept_clock clock = ept_clock_system();
    ept_bank_build_opts opts = {
        .out = out, .id = "core", .title = "", .version = "0", .no_speech = true};
    ept_bank_built built;
    opts.sources.dir = dir;
    opts.sources.today_utc_ms = clock.utc_ms(clock.ctx);
    int code = cli_coverage(&opts.sources.coverage, c);
    if (code == CLI_DONE) {
        code = cli_lexicon_text(&opts.sources.lexicon, c);
    }
    if (code != CLI_DONE) {
        return code;
    }
    ept_status st = ept_bank_build(&built, &opts);
    if (st == EPT_E_FORMAT) {
        return cli_sorry(c, "cli.sources.faults", dir, NULL, NULL);
    }
    return st == EPT_OK ? CLI_DONE
                        : cli_failed(c, st == EPT_E_NOT_FOUND ? CLI_THING_SOURCES : CLI_THING_BUILD,
                                     dir, st);
}
