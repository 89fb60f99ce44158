/* SPDX-License-Identifier: MIT */
/* cmd_log.c - `ept log`: every event of a person's file in order, as text, JSON or CSV; `ept log
 * verify`: whether the chain of hashes fits, and what that shows. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cli_priv.h"
#include "epstopik/clock.h"

typedef enum log_shape { LOG_TEXT, LOG_JSON, LOG_CSV } log_shape;

typedef struct log_walk {
    ept_journal *journal;
    ept_arena *arena; /* of the form at hand */
    const ept_form *form;
    int64_t sitting;
    log_shape shape;
    ept_buf line;
    ept_status status;
} log_walk;

static const char *utc_text(char out[32], int64_t utc_ms)
{
    ept_civil t = ept_clock_civil(utc_ms, 0);
    (void)snprintf(out, 32, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", t.year, t.month, t.day, t.hour,
                   t.minute, t.second, (int)(((utc_ms % 1000) + 1000) % 1000));
    return out;
}

/* Events that are about a question; the others carry one only by the way. */
static bool has_item(ept_event_kind kind)
{
    switch (kind) {
    case EPT_EV_GO:
    case EPT_EV_ANSWER:
    case EPT_EV_FIX:
    case EPT_EV_CLEAR:
    case EPT_EV_FLAG:
    case EPT_EV_RULE:
    case EPT_EV_PLAY_START:
    case EPT_EV_PLAY_END:
    case EPT_EV_PLAY_BROKEN:
    case EPT_EV_FEEDBACK:
    case EPT_EV_REPLAY:
        return true;
    case EPT_EV_START:
    case EPT_EV_SECTION:
    case EPT_EV_TICK:
    case EPT_EV_LEAVE:
    case EPT_EV_RETURN:
    case EPT_EV_SUBMIT:
    case EPT_EV_SECTION_OVER:
    case EPT_EV_CLOSE:
        break;
    }
    return false;
}

static void add_text(ept_buf *line, const ept_logged *row, const ept_form_item *item)
{
    const ept_event *e = &row->event;
    char at[32];
    ept_buf_printf(line, "%" PRId64 " %s learner %" PRId64 " sitting %" PRId64 " %s at %" PRIu64,
                   row->seq, utc_text(at, row->utc_ms), row->learner, row->sitting,
                   ept_event_name(e->kind), e->at_ms);
    if (item) {
        ept_buf_printf(line, " question %d item %s", item->number, item->id);
    }
    if (e->place) {
        ept_buf_printf(line, " option %d", e->place);
    }
    if (e->kind == EPT_EV_ANSWER) {
        ept_buf_printf(line, " identity %d", e->identity);
    }
    if (e->value != 0) {
        ept_buf_printf(line, " value %" PRId32, e->value);
    }
}

static void add_json(ept_buf *line, const ept_logged *row, const ept_form_item *item)
{
    const ept_event *e = &row->event;
    char at[32], hex[EPT_HASH_HEX];
    ept_hash_hex(&row->hash, hex);
    ept_buf_printf(line,
                   "{\"seq\":%" PRId64 ",\"utc\":\"%s\",\"learner\":%" PRId64
                   ",\"sitting\":%" PRId64 ",\"event\":\"%s\",\"at_ms\":%" PRIu64,
                   row->seq, utc_text(at, row->utc_ms), row->learner, row->sitting,
                   ept_event_name(e->kind), e->at_ms);
    if (item) {
        ept_buf_printf(line, ",\"question\":%d,\"item\":", item->number);
        ept_buf_json(line, item->id);
    }
    if (e->place) {
        ept_buf_printf(line, ",\"option\":%d", e->place);
    }
    if (e->kind == EPT_EV_ANSWER) {
        ept_buf_printf(line, ",\"identity\":%d", e->identity);
    }
    ept_buf_printf(line, ",\"value\":%" PRId32 ",\"hash\":\"%s\"}", e->value, hex);
}

static void add_csv(ept_buf *line, const ept_logged *row, const ept_form_item *item)
{
    const ept_event *e = &row->event;
    char at[32], hex[EPT_HASH_HEX], number[16] = "", identity[16] = "";
    ept_hash_hex(&row->hash, hex);
    if (item) {
        (void)snprintf(number, sizeof number, "%d", item->number);
    }
    if (e->kind == EPT_EV_ANSWER) {
        (void)snprintf(identity, sizeof identity, "%d", e->identity);
    }
    ept_buf_printf(
        line, "%" PRId64 ",%s,%" PRId64 ",%" PRId64 ",%s,%" PRIu64 ",%s,%s,%d,%s,%" PRId32 ",%s",
        row->seq, utc_text(at, row->utc_ms), row->learner, row->sitting, ept_event_name(e->kind),
        e->at_ms, number, item ? item->id : "", e->place, identity, e->value, hex);
}

static bool print_row(void *ctx, const ept_logged *row)
{
    log_walk *w = ctx;
    const ept_form_item *item = NULL;
    if (w->sitting != row->sitting) {
        ept_arena_reset(w->arena);
        w->status = ept_journal_form(&w->form, w->arena, w->journal, row->sitting);
        w->sitting = row->sitting;
    }
    if (w->status == EPT_OK && has_item(row->event.kind) && row->event.item < w->form->count) {
        item = &w->form->items[row->event.item];
    }
    ept_buf_reset(&w->line);
    switch (w->shape) {
    case LOG_TEXT:
        add_text(&w->line, row, item);
        break;
    case LOG_JSON:
        add_json(&w->line, row, item);
        break;
    case LOG_CSV:
        add_csv(&w->line, row, item);
        break;
    }
    w->status = w->status == EPT_OK ? ept_buf_ok(&w->line) : w->status;
    if (w->status == EPT_OK) {
        (void)printf("%s\n", w->line.p);
    }
    return w->status == EPT_OK;
}

static int print_all(const cli *c, ept_journal *journal, const char *dir, const char *who,
                     log_shape shape)
{
    log_walk walk = {.journal = journal, .shape = shape};
    ept_learner learner = {0};
    int code = who ? cli_find_learner(&learner, c, journal, who) : CLI_DONE;
    if (code != CLI_DONE) {
        return code;
    }
    ept_status st = ept_arena_new(&walk.arena);
    if (st == EPT_OK && shape == LOG_CSV) {
        (void)printf(
            "seq,utc,learner,sitting,event,at_ms,question,item,option,identity,value,hash\n");
    }
    if (st == EPT_OK) {
        st = ept_journal_walk(journal, learner.id, print_row, &walk);
    }
    if (st == EPT_OK) {
        st = walk.status;
    }
    code = st == EPT_OK ? CLI_DONE : cli_failed(c, CLI_THING_DATA, dir, st);
    ept_buf_clear(&walk.line);
    ept_arena_free(walk.arena);
    return code;
}

static int verify(const cli *c, ept_journal *journal, const char *dir)
{
    int64_t bad = 0, events = 0;
    ept_hash head;
    char hex[EPT_HASH_HEX];
    ept_status st = ept_journal_verify(&bad, &events, &head, journal);
    if (st != EPT_OK) {
        return cli_failed(c, CLI_THING_DATA, dir, st);
    }
    if (bad) {
        return cli_sorry(c, "cli.log.bad", dir, cli_number(c, bad), NULL);
    }
    ept_hash_hex(&head, hex);
    (void)printf("events %" PRId64 "\nhead %.8s\n%s\n", events, hex,
                 cli_words(c, "cli.log.good", NULL, NULL, NULL));
    return CLI_DONE;
}

int cmd_log(cli *c, int argc, char **argv)
{
    const char *word = NULL, *dir = NULL, *who = NULL;
    bool json = false, csv = false;
    const cli_arg args[] = {{CLI_OPERAND, false, "verify", &word, 0, 0},
                            {CLI_TEXT, false, "--data", &dir, 0, 0},
                            {CLI_TEXT, false, "--learner", &who, 0, 0},
                            {CLI_FLAG, false, "--json", &json, 0, 0},
                            {CLI_FLAG, false, "--csv", &csv, 0, 0}};
    ept_journal *journal = NULL;
    int code = cli_args(c, argc, argv, args, sizeof args / sizeof *args);
    if (code == CLI_DONE && word && strcmp(word, "verify") != 0) {
        code = cli_wrong(c, "cli.usage.extra", word, NULL, NULL);
    }
    if (code == CLI_DONE && word && (who || json || csv)) {
        const char *option = who ? "--learner" : json ? "--json" : "--csv";
        code = cli_wrong(c, "cli.usage.extra", option, NULL, NULL);
    }
    if (code == CLI_DONE && json && csv) {
        code = cli_wrong(c, "cli.usage.extra", "--csv", NULL, NULL);
    }
    if (code == CLI_DONE) {
        code = cli_open_journal(&journal, c, dir, true);
    }
    const char *name = dir ? dir : "user.db";
    if (code == CLI_DONE) {
        code = word ? verify(c, journal, name)
                    : print_all(c, journal, name, who,
                                json  ? LOG_JSON
                                : csv ? LOG_CSV
                                      : LOG_TEXT);
    }
    ept_journal_close(journal);
    return code;
}
