/* SPDX-License-Identifier: MIT */
/* cmd_take.c - `ept take`: opens or takes up a sitting, then reads commands while its clock runs.
 */
#include <string.h>

#include "lines.h"
#include "take.h"

typedef struct take_args {
    const char *exam, *learner, *data, *bank, *section, *law_lang, *clock;
    int64_t number;
    bool json, transcript;
    int only;
    ept_lang lang;
} take_args;

static int read_args(take_args *a, const cli *c, int argc, char **argv)
{
    const cli_arg args[] = {{CLI_TEXT, true, "--exam", &a->exam, 0, 0},
                            {CLI_NUMBER, false, "--number", &a->number, 1, EPT_FORM_NUMBER_MAX},
                            {CLI_TEXT, true, "--learner", &a->learner, 0, 0},
                            {CLI_TEXT, false, "--data", &a->data, 0, 0},
                            {CLI_TEXT, false, "--bank", &a->bank, 0, 0},
                            {CLI_TEXT, false, "--section", &a->section, 0, 0},
                            {CLI_TEXT, false, "--law-lang", &a->law_lang, 0, 0},
                            {CLI_TEXT, false, "--clock", &a->clock, 0, 0},
                            {CLI_FLAG, false, "--json", &a->json, 0, 0},
                            {CLI_FLAG, false, "--transcript", &a->transcript, 0, 0}};
    ept_section section = EPT_SECTION_READING;
    int code = cli_args(c, argc, argv, args, sizeof args / sizeof *args);
    if (code != CLI_DONE) {
        return code;
    }
    a->only = -1;
    if (a->section) {
        if (!ept_section_parse(&section, a->section) || section == EPT_SECTION_LAW) {
            return cli_wrong(c, "cli.usage.choice", "--section", "reading, listening", a->section);
        }
        a->only = (int)section;
    }
    if (a->law_lang && !ept_lang_parse(&a->lang, a->law_lang)) {
        return cli_wrong(c, "cli.usage.choice", "--law-lang", "ko, kk, ru, en", a->law_lang);
    }
    if (a->clock && strcmp(a->clock, "manual") != 0) {
        return cli_wrong(c, "cli.usage.choice", "--clock", "manual", a->clock);
    }
    return CLI_DONE;
}

/* The loader's bytes live until its next call. */
static ept_status load_clip(ept_str *out, void *ctx, const char *id)
{
    take *t = ctx;
    ept_clip clip = {0};
    ept_arena_reset(t->clip_arena);
    ept_status st = ept_bank_clip(&clip, t->clip_arena, ept_delivery_bank(t->delivery), id);
    *out = clip.opus;
    return st;
}

/* The unfinished sitting of the same exam, number and section; 0 when there is none. */
static ept_status find_unfinished(int64_t *out, take *t, const take_args *a, int64_t learner)
{
    ept_sitting_row *rows = NULL;
    size_t count = 0;
    *out = 0;
    ept_status st =
        ept_sitting_rows(&rows, &count, t->c->arena, ept_delivery_journal(t->delivery), learner);
    for (size_t i = 0; st == EPT_OK && i < count && *out == 0; i++) {
        bool same = strcmp(rows[i].exam, a->exam) == 0 && rows[i].form_number == a->number &&
                    rows[i].only == a->only;
        *out = same && !rows[i].ended ? rows[i].id : 0;
    }
    return st;
}

static int check_exam(const take *t, const take_args *a)
{
    const ept_blueprint *exam = NULL;
    ept_status st = ept_delivery_exam(&exam, t->delivery, a->exam);
    if (st != EPT_OK) {
        return cli_exam_failed(t->c, t->delivery, a->exam, t->bank, st, NULL);
    }
    if (exam->one_section && a->only < 0) {
        return cli_sorry(t->c, "cli.take.one-section", a->exam, NULL, NULL);
    }
    if (a->only >= 0 && !ept_blueprint_section(exam, (ept_section)a->only)) {
        return cli_sorry(t->c, "cli.take.no-section", a->exam, a->section, NULL);
    }
    if (a->law_lang && !exam->item_language) {
        return cli_sorry(t->c, "cli.take.no-language", a->exam, NULL, NULL);
    }
    return CLI_DONE;
}

static int open_session(take *t, const take_args *a, const ept_learner *learner)
{
    ept_shortage shortage = {0};
    int64_t sitting = 0;
    const ept_session_opts opts = {.exam = a->exam,
                                   .number = (int)a->number,
                                   .only = a->only,
                                   .learner = learner->id,
                                   .sector = learner->sector,
                                   .law_lang = a->lang};
    int code = check_exam(t, a);
    if (code != CLI_DONE) {
        return code;
    }
    ept_status st = find_unfinished(&sitting, t, a, learner->id);
    if (st == EPT_OK && sitting > 0) {
        st = ept_session_resume(&t->session, t->delivery, sitting);
        if (st == EPT_E_CHANGED) {
            return cli_sorry(t->c, "cli.take.changed", NULL, NULL, NULL);
        }
    }
    if (st == EPT_OK && sitting == 0) {
        st = ept_session_start(&t->session, t->delivery, &opts, &shortage);
    }
    if (st == EPT_E_SHORT) {
        return cli_exam_failed(t->c, t->delivery, a->exam, t->bank, st, &shortage);
    }
    if (st == EPT_E_CORRUPT) {
        return cli_failed(t->c, CLI_THING_BANK, t->bank, st);
    }
    return st == EPT_OK ? CLI_DONE : cli_failed(t->c, CLI_THING_DATA, t->data, st);
}

/* Commands until the sitting ends, is left, or nobody reads the answers any more. */
static int converse(take *t)
{
    lines *input = NULL;
    char line[LINE_BYTES];
    ept_status st = lines_open(&input);
    if (st != EPT_OK) {
        return cli_failed(t->c, CLI_THING_FILE, "input", st);
    }
    take_pump(t);
    while (!t->over && !t->out.failed) {
        char quit[] = "quit";
        line_result got = lines_next(input, line, t->is_manual ? UINT32_MAX : take_wait_ms(t));
        ept_arena_reset(t->arena);
        if (!t->is_manual) {
            take_pump(t);
        }
        if (t->over || got == LINE_TIMEOUT) {
            continue;
        }
        if (got == LINE_TOO_LONG) {
            reply_no(&t->out, cli_words(t->c, "cli.no.long", NULL, NULL, NULL));
            continue;
        }
        take_command(t, got == LINE_END ? quit : line);
        if (got == LINE_END) {
            break;
        }
        if (!t->over) {
            take_pump(t);
        }
    }
    lines_close(input);
    return t->out.failed ? cli_sorry(t->c, "cli.output", NULL, NULL, NULL) : CLI_DONE;
}

static ept_status open_engine(take *t, const take_args *a, ept_bank *bank, ept_journal *journal)
{
    const ept_clock system = ept_clock_system();
    t->is_manual = a->clock != NULL;
    t->manual.utc_ms = system.utc_ms(system.ctx);
    t->clock = t->is_manual ? ept_clock_manual(&t->manual) : system;
    const ept_delivery_opts opts = {t->clock, bank, journal};
    const ept_player_opts player = {.clock = t->clock,
                                    .load = load_clip,
                                    .load_ctx = t,
                                    .volume = 100,
                                    .device = t->is_manual || a->transcript ? EPT_DEVICE_NONE
                                                                            : EPT_DEVICE_SDL};
    ept_status st = ept_arena_new(&t->arena);
    if (st == EPT_OK) {
        st = ept_arena_new(&t->clip_arena);
    }
    if (st == EPT_OK) {
        st = ept_delivery_new(&t->delivery, &opts);
    }
    return st == EPT_OK ? ept_player_new(&t->player, &player) : st;
}

int cmd_take(cli *c, int argc, char **argv)
{
    take_args a = {0};
    take t = {.c = c};
    ept_bank *bank = NULL;
    ept_journal *journal = NULL;
    ept_learner learner = {0};
    int code = read_args(&a, c, argc, argv);
    if (code == CLI_DONE) {
        code = cli_open_bank(&bank, c, a.bank);
    }
    if (code == CLI_DONE) {
        code = cli_open_journal(&journal, c, a.data, true);
    }
    if (code == CLI_DONE) {
        code = cli_find_learner(&learner, c, journal, a.learner);
    }
    if (code == CLI_DONE) {
        t.lang = learner.lang;
        t.data = a.data ? a.data : "user.db";
        t.bank = a.bank ? a.bank : "core.bank";
        t.transcript = a.transcript;
        t.out.json = a.json;
        ept_status st = open_engine(&t, &a, bank, journal);
        code = st == EPT_OK ? CLI_DONE : cli_failed(c, CLI_THING_BANK, t.bank, st);
    }
    if (code == CLI_DONE) {
        code = open_session(&t, &a, &learner);
    }
    if (code == CLI_DONE) {
        code = converse(&t);
    }
    ept_player_free(t.player);
    ept_session_free(t.session);
    ept_delivery_free(t.delivery);
    reply_clear(&t.out);
    ept_arena_free(t.clip_arena);
    ept_arena_free(t.arena);
    ept_journal_close(journal);
    ept_bank_close(bank);
    return code;
}
