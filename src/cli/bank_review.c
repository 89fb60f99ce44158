/* SPDX-License-Identifier: MIT */
/* bank_review.c - `ept bank review`: REVIEW.md made anew from the records of looks and today's
 * items. */
#include <stdio.h>

#include "cli_priv.h"
#include "epstopik/path.h"
#include "review.h"

static int write_out(const cli *c, const review_sheet *sheet)
{
    const char *path = ept_path_join(c->arena, sheet->dir, "review/REVIEW.md");
    const char *folder = ept_path_join(c->arena, sheet->dir, "review");
    ept_buf text = {0};
    size_t counted = 0;
    ept_status st =
        path && folder ? review_write(&text, &counted, sheet) : ept_fail(EPT_E_NOMEM, "review");
    if (st == EPT_OK) {
        st = ept_path_mkdirs(folder);
    }
    if (st == EPT_OK) {
        st = ept_path_write(path, text.p, text.n);
    }
    int code =
        st == EPT_OK ? CLI_DONE : cli_failed(c, CLI_THING_FILE, path ? path : sheet->dir, st);
    if (code == CLI_DONE) {
        (void)printf("%s: items %zu, counted %zu, looks %zu\n", path, sheet->item_count, counted,
                     sheet->look_count);
    }
    ept_buf_clear(&text);
    return code;
}

static int run(const cli *c, const char *dir, const char *temp)
{
    review_sheet sheet = {.dir = dir, .arena = c->arena};
    const char *path = ept_path_join(c->arena, temp, "core.bank");
    int code =
        path ? cli_quick_bank(c, dir, path) : cli_failed(c, CLI_THING_FILE, temp, EPT_E_NOMEM);
    if (code == CLI_DONE) {
        code = cli_open_bank(&sheet.bank, c, path);
    }
    if (code == CLI_DONE) {
        ept_status st = review_load(&sheet);
        if (sheet.bad_line) {
            code = cli_sorry(c, "cli.review.line", sheet.bad_line, NULL, NULL);
        } else {
            code = st == EPT_OK ? write_out(c, &sheet) : cli_failed(c, CLI_THING_FILE, dir, st);
        }
    }
    review_clear(&sheet);
    ept_bank_close(sheet.bank);
    return code;
}

int bank_review(cli *c, int argc, char **argv)
{
    const char *dir = NULL;
    const cli_arg args[] = {{CLI_OPERAND, true, "DIR", &dir, 0, 0}};
    char *temp = NULL;
    int code = cli_args(c, argc, argv, args, sizeof args / sizeof *args);
    if (code == CLI_DONE) {
        code = cli_temp_dir(&temp, c);
    }
    if (code != CLI_DONE) {
        return code;
    }
    code = run(c, dir, temp);
    if (ept_path_remove_tree(temp) != EPT_OK && code == CLI_DONE) {
        code = cli_failed(c, CLI_THING_FILE, temp, EPT_E_IO);
    }
    return code;
}
