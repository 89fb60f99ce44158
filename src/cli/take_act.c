/* SPDX-License-Identifier: MIT */
/* take_act.c - the commands of `ept take`. What an exam refuses is answered in words of its own,
 * made from the state of the sitting; nothing is saved by a refused command. */
#include <inttypes.h>
#include <string.h>

#include "epstopik/str.h"
#include "take.h"

enum { WORDS_MAX = 4, TICK_MAX_MS = 24 * 60 * 60 * 1000 };

typedef struct command {
    take *t;
    size_t count;
    char *words[WORDS_MAX];
    size_t item; /* of `N`, a form index */
    int place;   /* of `K` */
} command;

static void no(take *t, const char *key, const char *a, const char *b)
{
    reply_no(&t->out, cli_words(t->c, key, a, b, NULL));
}

static const ept_sitting *sitting_of(const take *t)
{
    return ept_session_sitting(t->session);
}

static const ept_section_rule *rule_of(const take *t)
{
    return ept_sitting_section_rule(sitting_of(t));
}

/* A failure of saving, or a refusal that the checks before did not foresee (time that just ran
 * out). */
static void not_done(take *t, ept_status st)
{
    switch (st) {
    case EPT_E_REFUSED:
    case EPT_E_INVAL:
        no(t, "cli.no.now", NULL, NULL);
        break;
    case EPT_OK:
    case EPT_E_NOMEM:
    case EPT_E_IO:
    case EPT_E_NOT_FOUND:
    case EPT_E_FORMAT:
    case EPT_E_VERSION:
    case EPT_E_CORRUPT:
    case EPT_E_CHANGED:
    case EPT_E_LOCKED:
    case EPT_E_READONLY:
    case EPT_E_FULL:
    case EPT_E_UNAVAILABLE:
    case EPT_E_SHORT:
    case EPT_E_DB:
        reply_no(&t->out, cli_failure(t->c, CLI_THING_DATA, t->data, st));
        break;
    }
}

static void done(take *t, ept_status st, int64_t seq)
{
    if (st != EPT_OK) {
        not_done(t, st);
    } else if (seq > 0) {
        reply_saved(&t->out, seq);
    } else {
        reply_ok(&t->out);
    }
}

/* The N of a command as a question of the running section. */
static bool get_item(command *cmd)
{
    take *t = cmd->t;
    const ept_section_rule *rule = rule_of(t);
    const ept_form *form = ept_session_form(t->session);
    int64_t number = 0;
    if (cmd->count < 2 || !ept_parse_int(&number, cmd->words[1], rule->first, rule->last)) {
        no(t, "cli.no.number", cli_number(t->c, rule->first), cli_number(t->c, rule->last));
        return false;
    }
    for (cmd->item = 0; cmd->item < form->count; cmd->item++) {
        if (form->items[cmd->item].number == number) {
            return true;
        }
    }
    no(t, "cli.no.number", cli_number(t->c, rule->first), cli_number(t->c, rule->last));
    return false;
}

static bool get_place(command *cmd)
{
    int64_t place = 0;
    if (cmd->count < 3 || !ept_parse_int(&place, cmd->words[2], 1, EPT_PLACES)) {
        no(cmd->t, "cli.no.option", NULL, NULL);
        return false;
    }
    cmd->place = (int)place;
    return true;
}

/* Whether a choice at that question may change now. */
static bool may_change(command *cmd)
{
    take *t = cmd->t;
    if (rule_of(t)->move != EPT_MOVE_FREE && cmd->item != ept_sitting_item(sitting_of(t))) {
        no(t, "cli.no.elsewhere", NULL, NULL);
        return false;
    }
    if (ept_sitting_response(sitting_of(t), cmd->item)->fixed) {
        no(t, "cli.no.final", NULL, NULL);
        return false;
    }
    return true;
}

static void show(command *cmd)
{
    ept_status st = take_show(cmd->t);
    if (st == EPT_OK) {
        reply_ok(&cmd->t->out);
    } else {
        reply_no(&cmd->t->out, cli_failure(cmd->t->c, CLI_THING_BANK, "", st));
    }
}

/* Where answers are fixed or explained, that follows at once: a terminal has no mark to look at
 * first. */
static void answer(command *cmd)
{
    take *t = cmd->t;
    int64_t seq = 0;
    if (!get_item(cmd) || !get_place(cmd) || !may_change(cmd)) {
        return;
    }
    ept_status st = ept_session_answer(t->session, cmd->item, cmd->place, &seq);
    if (st == EPT_OK) {
        switch (ept_session_blueprint(t->session)->change) {
        case EPT_CHANGE_ALWAYS:
            break;
        case EPT_CHANGE_UNTIL_FIXED:
            st = ept_session_fix(t->session, &seq);
            break;
        case EPT_CHANGE_UNTIL_FEEDBACK:
            st = ept_session_feedback(t->session, &seq);
            break;
        }
    }
    if (st == EPT_OK) {
        take_feedback(t);
    }
    done(t, st, seq);
}

static void clear(command *cmd)
{
    take *t = cmd->t;
    int64_t seq = 0;
    if (!get_item(cmd)) {
        return;
    }
    if (!ept_session_blueprint(t->session)->clear) {
        no(t, "cli.no.clear", NULL, NULL);
    } else if (!may_change(cmd)) {
        return;
    } else if (!ept_sitting_response(sitting_of(t), cmd->item)->place) {
        no(t, "cli.no.nothing", NULL, NULL);
    } else {
        ept_status st = ept_session_clear(t->session, cmd->item, &seq);
        done(t, st, seq);
    }
}

static void flag(command *cmd)
{
    take *t = cmd->t;
    int64_t seq = 0;
    if (!get_item(cmd)) {
        return;
    }
    if (!ept_session_blueprint(t->session)->flag) {
        no(t, "cli.no.flag", NULL, NULL);
        return;
    }
    bool on = !ept_sitting_response(sitting_of(t), cmd->item)->flagged;
    ept_status st = ept_session_flag(t->session, cmd->item, on, &seq);
    if (st == EPT_OK) {
        reply_text(&t->out, "flagged", on ? "yes" : "no");
    }
    done(t, st, seq);
}

static void strike(command *cmd)
{
    take *t = cmd->t;
    int64_t seq = 0;
    if (!get_item(cmd) || !get_place(cmd)) {
        return;
    }
    const ept_response *r = ept_sitting_response(sitting_of(t), cmd->item);
    if (!ept_session_blueprint(t->session)->rule_out) {
        no(t, "cli.no.rule", NULL, NULL);
        return;
    }
    if (!may_change(cmd)) {
        return;
    }
    if (r->place == cmd->place) {
        no(t, "cli.no.rule-chosen", NULL, NULL);
        return;
    }
    bool on = !(r->ruled & (1u << (cmd->place - 1)));
    ept_status st = ept_session_rule(t->session, cmd->item, cmd->place, on, &seq);
    if (st == EPT_OK) {
        reply_text(&t->out, "ruled out", on ? "yes" : "no");
    }
    done(t, st, seq);
}

static void go_to(take *t, size_t item)
{
    int64_t seq = 0;
    bool listens_by_itself = rule_of(t)->move == EPT_MOVE_NONE;
    bool same = item == ept_sitting_item(sitting_of(t));
    if (!same && (listens_by_itself || !ept_sitting_may_go(sitting_of(t), item))) {
        no(t, listens_by_itself ? "cli.no.by-itself" : "cli.no.move", NULL, NULL);
        return;
    }
    ept_status st = ept_session_go(t->session, item, &seq);
    if (st == EPT_OK) {
        t->item = item;
        st = take_show(t);
        if (st != EPT_OK) {
            reply_text(&t->out, "why", cli_failure(t->c, CLI_THING_BANK, t->bank, st));
            st = EPT_OK;
        }
    }
    done(t, st, seq);
}

static void go_number(command *cmd)
{
    if (get_item(cmd)) {
        go_to(cmd->t, cmd->item);
    }
}

static void go_by(take *t, int by)
{
    size_t count = 0,
           first = ept_sitting_first(sitting_of(t), ept_sitting_section(sitting_of(t)), &count);
    size_t at = ept_sitting_item(sitting_of(t));
    if (by > 0 ? at + 1 >= first + count : at <= first) {
        no(t, by > 0 ? "cli.no.last" : "cli.no.first", NULL, NULL);
    } else {
        go_to(t, by > 0 ? at + 1 : at - 1);
    }
}

static void next(command *cmd)
{
    go_by(cmd->t, 1);
}

static void previous(command *cmd)
{
    go_by(cmd->t, -1);
}

/* Sound plays by itself; the command brings back what was lost, or plays again where that is free.
 */
static void play(command *cmd)
{
    take *t = cmd->t;
    int64_t seq = 0;
    if (rule_of(t)->section != EPT_SECTION_LISTENING) {
        no(t, "cli.no.silent", NULL, NULL);
    } else if (ept_session_sound_lost(t->session)) {
        ept_status st = ept_session_sound_back(t->session);
        t->lost_told = false; /* without a device it is told again */
        done(t, st, 0);
    } else if (ept_session_playlist(t->session)) {
        reply_ok(&t->out);
    } else if (ept_session_blueprint(t->session)->sound.free_replay) {
        ept_status st = ept_session_replay(t->session, &seq);
        done(t, st, seq);
    } else {
        no(t, "cli.no.heard", NULL, NULL);
    }
}

static void time_left(command *cmd)
{
    take_time(cmd->t);
    reply_ok(&cmd->t->out);
}

static void submit(command *cmd)
{
    take *t = cmd->t;
    int64_t seq = 0;
    if (!ept_session_blueprint(t->session)->submit) {
        no(t, "cli.no.submit", NULL, NULL);
        return;
    }
    ept_status st = ept_session_submit(t->session, &seq);
    done(t, st, seq);
}

static void quit(command *cmd)
{
    take *t = cmd->t;
    int64_t seq = 0;
    ept_status st = ept_session_leave(t->session, &seq);
    done(t, st, seq);
    t->over = st == EPT_OK;
}

static void tick(command *cmd)
{
    take *t = cmd->t;
    int64_t ms = 0;
    if (!t->is_manual) {
        no(t, "cli.no.tick", NULL, NULL);
    } else if (cmd->count < 2 || !ept_parse_int(&ms, cmd->words[1], 0, TICK_MAX_MS)) {
        no(t, "cli.no.tick-ms", cli_number(t->c, TICK_MAX_MS), NULL);
    } else {
        take_advance(t, (uint64_t)ms);
        reply_ok(&t->out);
    }
}

static const struct {
    const char *name;
    size_t words;
    void (*run)(command *cmd);
} commands[] = {
    {"show", 1, show},   {"answer", 3, answer},  {"clear", 2, clear},   {"flag", 2, flag},
    {"rule", 3, strike}, {"next", 1, next},      {"prev", 1, previous}, {"goto", 2, go_number},
    {"play", 1, play},   {"time", 1, time_left}, {"submit", 1, submit}, {"quit", 1, quit},
    {"tick", 2, tick},
};

/* Cuts the line into words; one more than a command has room for counts as one too many. */
static void split(command *cmd, char *line)
{
    while (*line) {
        line += strspn(line, " \t");
        if (!*line) {
            break;
        }
        if (cmd->count == WORDS_MAX) {
            cmd->count++;
            break;
        }
        cmd->words[cmd->count++] = line;
        line += strcspn(line, " \t");
        if (*line) {
            *line++ = '\0';
        }
    }
}

void take_command(take *t, char *line)
{
    command cmd = {.t = t};
    split(&cmd, line);
    if (cmd.count == 0) {
        reply_ok(&t->out);
        return;
    }
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (strcmp(cmd.words[0], commands[i].name) == 0) {
            if (cmd.count > commands[i].words) {
                no(t, "cli.no.words", commands[i].name, NULL);
            } else {
                commands[i].run(&cmd);
            }
            return;
        }
    }
    no(t, "cli.no.command", ept_utf8_valid(ept_str_of(cmd.words[0])) ? cmd.words[0] : "?", NULL);
}
