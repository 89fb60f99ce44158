/* SPDX-License-Identifier: MIT */
/* cli_priv.h - what all sub-commands of `ept` share: arguments, sentences for failures, opening a
 * bank and a person's file. Private to src/cli. Functions that return int return an exit code: 0
 * done, 1 failed (one sentence was printed), 2 called in a wrong way (one sentence was printed). */
#ifndef CLI_PRIV_H
#define CLI_PRIV_H
#include "epstopik/bank.h"
#include "epstopik/delivery.h"
#include "epstopik/journal.h"
#include "epstopik/messages.h"

/* CLI_HELPED: the usage was asked for and printed; the program then ends with 0. */
enum { CLI_HELPED = -1, CLI_DONE = 0, CLI_FAILED = 1, CLI_WRONG = 2 };

typedef struct cli {
    ept_arena *arena; /* lives as long as the program */
    ept_messages *messages;
    ept_lang lang; /* of sentences */
    bool lang_given;
    const char *usage; /* the sub-command's line of usage */
} cli;

typedef int cli_command(cli *c, int argc, char **argv);

/* One of several commands under a name, with its line of usage. */
typedef struct cli_sub {
    const char *name, *usage;
    cli_command *run;
} cli_sub;
/* Runs the one that argv[0] names, or prints all usages when it asks for help. */
int cli_run_sub(cli *c, int argc, char **argv, const cli_sub *subs, size_t count);
/* Whether an argument asks for help: --help or -h. */
bool cli_asks_help(const char *arg);

/* --- args.c --- */
typedef enum cli_arg_kind {
    CLI_FLAG,    /* --json: *(bool *)to */
    CLI_TEXT,    /* --data DIR: *(const char **)to */
    CLI_NUMBER,  /* --seed N: *(int64_t *)to, min..max */
    CLI_OPERAND, /* FILE: *(const char **)to, in the order of the table */
} cli_arg_kind;

typedef struct cli_arg {
    cli_arg_kind kind;
    bool needed;
    const char *name; /* "--data", "-o", "FILE" */
    void *to;
    int64_t min, max;
} cli_arg;

/* Takes argv[0..argc-1] apart; --lang was taken out before. What is not given stays as it was. */
int cli_args(const cli *c, int argc, char **argv, const cli_arg *args, size_t count);
/* Takes every `--lang CODE` out of argv. */
int cli_take_lang(cli *c, int *argc, char **argv);

/* --- words.c --- */
/* A sentence in the arena; texts up to the first NULL are its arguments {0}.. */
const char *cli_words(const cli *c, const char *key, const char *a, const char *b, const char *d);
/* Prints a sentence on the error stream and returns CLI_FAILED. */
int cli_sorry(const cli *c, const char *key, const char *a, const char *b, const char *d);
/* The same for a wrong call: the sentence ends with the line of usage; returns CLI_WRONG. */
int cli_wrong(const cli *c, const char *key, const char *a, const char *b, const char *d);

/* What failed, for the sentence. */
typedef enum cli_thing {
    CLI_THING_BANK,    /* a bank file */
    CLI_THING_DATA,    /* the person's folder */
    CLI_THING_SOURCES, /* the questions folder */
    CLI_THING_BUILD,   /* making a bank file */
    CLI_THING_FILE,    /* any other file or folder */
    CLI_THING_SPEECH,  /* the synthesiser */
} cli_thing;
/* The sentence of a status at a thing, with ept_error() as detail where it helps. Returns
 * CLI_FAILED. To be called right after the failing call. */
int cli_failed(const cli *c, cli_thing thing, const char *name, ept_status status);
/* The same of a file that was to be written: what is not found then is its folder. */
int cli_unwritten(const cli *c, const char *name, ept_status status);
/* The same sentence, not printed. */
const char *cli_failure(const cli *c, cli_thing thing, const char *name, ept_status status);

/* A text of the number, in the arena. */
const char *cli_number(const cli *c, int64_t number);

/* --- open.c --- */
/* path NULL: core.bank among the assets. */
int cli_open_bank(ept_bank **out, const cli *c, const char *path);
/* dir NULL: the person's data folder. must_exist: fails instead of making a new file. */
int cli_open_journal(ept_journal **out, const cli *c, const char *dir, bool must_exist);
/* Why an exam could not be opened: no such exam, a bank that is too small, or a failure of the
 * bank. */
int cli_exam_failed(const cli *c, const ept_delivery *delivery, const char *exam, const char *bank,
                    ept_status status, const ept_shortage *shortage);
/* The text in NFC, as names are kept; itself when it is not UTF-8. */
const char *cli_nfc(const cli *c, const char *text);
int cli_find_learner(ept_learner *out, const cli *c, ept_journal *journal, const char *who);
/* The text of assets/fonts/coverage.txt, in the arena. */
int cli_coverage(const char **out, const cli *c);
/* The text of assets/pronounce/lexicon.txt, in the arena. */
int cli_lexicon_text(const char **out, const cli *c);
/* The program's lexicon with the bank's words on top (bank may be NULL); the caller frees it, also
 * after a failure. */
int cli_lexicon(ept_lexicon **out, const cli *c, ept_bank *bank);
/* Builds a bank without speech from a questions folder into `out`; faults are counted, not told. */
int cli_quick_bank(const cli *c, const char *dir, const char *out);
/* A new temporary folder. */
int cli_temp_dir(char **out, const cli *c);

/* --- one file each --- */
cli_command cmd_bank, cmd_say, cmd_form, cmd_learner, cmd_take, cmd_log;
cli_command bank_check, bank_build, bank_verify, bank_stats, bank_show, bank_quiz, bank_review;

#endif
