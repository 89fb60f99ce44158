/* SPDX-License-Identifier: MIT */
/* cmd_learner.c - `ept learner`: adding and listing profiles, and taking a forgotten PIN away. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cli_priv.h"
#include "epstopik/clock.h"

static int64_t now_utc_ms(void)
{
    const ept_clock clock = ept_clock_system();
    return clock.utc_ms(clock.ctx);
}

static int add(cli *c, int argc, char **argv)
{
    const char *name = NULL, *dir = NULL, *sector = "manufacturing";
    static const char *const sectors[] = {"manufacturing", "construction", "agriculture", "fishery",
                                          "services"};
    const cli_arg args[] = {{CLI_OPERAND, true, "NAME", &name, 0, 0},
                            {CLI_TEXT, false, "--data", &dir, 0, 0},
                            {CLI_TEXT, false, "--sector", &sector, 0, 0}};
    ept_journal *journal = NULL;
    int64_t id = 0;
    bool known = false;
    int code = cli_args(c, argc, argv, args, sizeof args / sizeof *args);
    for (size_t i = 0; i < sizeof sectors / sizeof *sectors; i++) {
        known = known || strcmp(sector, sectors[i]) == 0;
    }
    if (code == CLI_DONE && !known) {
        code = cli_wrong(c, "cli.usage.choice", "--sector",
                         "manufacturing, construction, agriculture, fishery, services", sector);
    }
    if (code == CLI_DONE) {
        code = cli_open_journal(&journal, c, dir, false);
    }
    if (code == CLI_DONE) {
        const ept_learner fields = {
            .name = cli_nfc(c, name), .picture = "apple", .sector = sector, .lang = c->lang};
        ept_status st = ept_learner_add(&id, journal, &fields, now_utc_ms());
        if (st == EPT_E_INVAL) {
            code = cli_sorry(c, "cli.learner.name", name, NULL, NULL);
        } else if (st == EPT_E_REFUSED) {
            code = cli_sorry(c, "cli.learner.taken", name, NULL, NULL);
        } else if (st != EPT_OK) {
            code = cli_failed(c, CLI_THING_DATA, dir ? dir : "user.db", st);
        }
    }
    if (code == CLI_DONE) {
        (void)printf("learner %" PRId64 "\n", id);
    }
    ept_journal_close(journal);
    return code;
}

static int list(cli *c, int argc, char **argv)
{
    const char *dir = NULL;
    const cli_arg args[] = {{CLI_TEXT, false, "--data", &dir, 0, 0}};
    ept_journal *journal = NULL;
    ept_learner *learners = NULL;
    size_t count = 0;
    int code = cli_args(c, argc, argv, args, sizeof args / sizeof *args);
    if (code == CLI_DONE) {
        code = cli_open_journal(&journal, c, dir, true);
    }
    if (code == CLI_DONE) {
        ept_status st = ept_learner_list(&learners, &count, c->arena, journal);
        code = st == EPT_OK ? CLI_DONE : cli_failed(c, CLI_THING_DATA, dir ? dir : "user.db", st);
    }
    for (size_t i = 0; i < count; i++) {
        const ept_learner *l = &learners[i];
        (void)printf("%" PRId64 "\t%s\t%s\t%s\t%s\n", l->id, l->name, ept_lang_code(l->lang),
                     l->sector, l->has_pin ? "pin" : "-");
    }
    ept_journal_close(journal);
    return code;
}

static int pin(cli *c, int argc, char **argv)
{
    const char *name = NULL, *dir = NULL;
    bool clear = false;
    const cli_arg args[] = {{CLI_OPERAND, true, "NAME", &name, 0, 0},
                            {CLI_FLAG, true, "--clear", &clear, 0, 0},
                            {CLI_TEXT, false, "--data", &dir, 0, 0}};
    ept_journal *journal = NULL;
    ept_learner learner;
    int code = cli_args(c, argc, argv, args, sizeof args / sizeof *args);
    if (code == CLI_DONE) {
        code = cli_open_journal(&journal, c, dir, true);
    }
    if (code == CLI_DONE) {
        code = cli_find_learner(&learner, c, journal, name);
    }
    if (code == CLI_DONE) {
        ept_status st = ept_learner_pin_set(journal, learner.id, NULL);
        code = st == EPT_OK ? CLI_DONE : cli_failed(c, CLI_THING_DATA, dir ? dir : "user.db", st);
    }
    if (code == CLI_DONE) {
        (void)printf("%s\n", learner.has_pin ? "PIN cleared" : "there was no PIN");
    }
    ept_journal_close(journal);
    return code;
}

int cmd_learner(cli *c, int argc, char **argv)
{
    static const cli_sub commands[] = {
        {"add", "ept learner add NAME [--lang ko|kk|ru|en] [--sector SECTOR] [--data DIR]", add},
        {"list", "ept learner list [--data DIR]", list},
        {"pin", "ept learner pin NAME --clear [--data DIR]", pin},
    };
    if (argc < 1) {
        return cli_wrong(c, "cli.usage.missing", "add|list|pin", NULL, NULL);
    }
    return cli_run_sub(c, argc, argv, commands, sizeof commands / sizeof *commands);
}
