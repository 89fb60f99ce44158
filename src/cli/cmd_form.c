/* SPDX-License-Identifier: MIT */
/* cmd_form.c - `ept form`: the items of a numbered form in order, with the place of each option. */
#include <stdio.h>

#include "cli_priv.h"
#include "epstopik/delivery.h"

static void print_text(const ept_form *form)
{
    for (size_t i = 0; i < form->count; i++) {
        const ept_form_item *item = &form->items[i];
        char hex[EPT_HASH_HEX];
        ept_hash_hex(&item->hash, hex);
        (void)printf("%d %s %s %.8s %d%d%d%d\n", item->number, item->slot, item->id, hex,
                     item->order[0], item->order[1], item->order[2], item->order[3]);
    }
}

static ept_status print_json(const ept_form *form)
{
    ept_buf line = {0};
    for (size_t i = 0; i < form->count; i++) {
        const ept_form_item *item = &form->items[i];
        char hex[EPT_HASH_HEX];
        ept_hash_hex(&item->hash, hex);
        ept_buf_printf(&line, "{\"number\":%d,\"section\":\"%s\",\"slot\":", item->number,
                       ept_section_name(item->section));
        ept_buf_json(&line, item->slot);
        ept_buf_puts(&line, ",\"item\":");
        ept_buf_json(&line, item->id);
        ept_buf_printf(&line, ",\"hash\":\"%.8s\",\"order\":[%d,%d,%d,%d]}\n", hex, item->order[0],
                       item->order[1], item->order[2], item->order[3]);
    }
    ept_status st = ept_buf_ok(&line);
    if (st == EPT_OK && line.p) {
        (void)fputs(line.p, stdout);
    }
    ept_buf_clear(&line);
    return st;
}

static int make(const cli *c, ept_bank *bank, const char *path, const char *exam, int number,
                bool json)
{
    const ept_delivery_opts opts = {.clock = ept_clock_system(), .bank = bank};
    ept_delivery *delivery = NULL;
    const ept_form *form = NULL;
    ept_shortage shortage = {0};
    int code = CLI_DONE;
    ept_status st = ept_delivery_new(&delivery, &opts);
    if (st == EPT_OK) {
        st = ept_delivery_form(&form, c->arena, delivery, exam, number, 0, &shortage);
    }
    if (st == EPT_OK && !json) {
        print_text(form);
    } else if (st == EPT_OK) {
        st = print_json(form);
    }
    if (st != EPT_OK) {
        code = cli_exam_failed(c, delivery, exam, path, st, &shortage);
    }
    ept_delivery_free(delivery);
    return code;
}

int cmd_form(cli *c, int argc, char **argv)
{
    const char *exam = NULL, *path = NULL;
    int64_t number = 0;
    bool json = false;
    const cli_arg args[] = {{CLI_TEXT, true, "--exam", &exam, 0, 0},
                            {CLI_NUMBER, true, "--number", &number, 1, EPT_FORM_NUMBER_MAX},
                            {CLI_TEXT, false, "--bank", &path, 0, 0},
                            {CLI_FLAG, false, "--json", &json, 0, 0}};
    ept_bank *bank = NULL;
    int code = cli_args(c, argc, argv, args, sizeof args / sizeof *args);
    if (code == CLI_DONE) {
        code = cli_open_bank(&bank, c, path);
    }
    if (code == CLI_DONE) {
        code = make(c, bank, path ? path : "core.bank", exam, (int)number, json);
    }
    ept_bank_close(bank);
    return code;
}
