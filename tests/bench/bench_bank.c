/* SPDX-License-Identifier: MIT */
/* bench_bank.c - a bank of 100,000 made-up items: opening it, a numbered form, one item. */
#include "bench/bench.h"

#include "epstopik/bank.h"
#include "epstopik/delivery.h"
#include "epstopik/path.h"
#include "support/gen_bank.h"

typedef struct bench {
    const char *path;
    ept_arena *arena;
    ept_bank *bank;
    ept_delivery *delivery;
    const ept_form *form;
    int number;
    size_t item;
} bench;

static void must(ept_status st)
{
    if (st != EPT_OK) {
        fprintf(stderr, "bench: %s: %s\n", ept_status_name(st), ept_error());
        exit(1);
    }
}

static void work_open(void *ctx)
{
    bench *b = ctx;
    ept_bank *bank = NULL;
    must(ept_bank_open(&bank, b->path));
    ept_bank_close(bank);
}

static void work_form(void *ctx)
{
    bench *b = ctx;
    ept_shortage shortage;
    ept_arena_reset(b->arena);
    must(ept_delivery_form(&b->form, b->arena, b->delivery, "eps-topik-cbt", 1 + b->number++ % 9999,
                           0, &shortage));
}

static void work_item(void *ctx)
{
    bench *b = ctx;
    const ept_item *item = NULL;
    must(ept_bank_item(&item, b->arena, b->bank, b->form->items[b->item++ % b->form->count].id));
}

int main(int argc, char **argv)
{
    bench b = {0};
    if (argc != 2) {
        fprintf(stderr, "usage: bench_bank FOLDER\n");
        return 2;
    }
    must(ept_arena_new(&b.arena));
    must(ept_path_mkdirs(argv[1]));
    b.path = ept_path_join(b.arena, argv[1], "big.bank");
    if (!ept_path_is_file(b.path)) {
        must(gen_bank(b.path, 100000, 5));
    }
    char *path = ept_arena_strdup(b.arena, b.path);
    ept_arena *forms = NULL;
    must(ept_arena_new(&forms));
    b.path = path;
    must(ept_bank_open(&b.bank, b.path));
    const ept_delivery_opts opts = {ept_clock_system(), b.bank, NULL};
    must(ept_delivery_new(&b.delivery, &opts));
    bench_line("bank of 100,000 items: open", bench_time(work_open, &b, bench_cpu_ms), "ms", 10);
    ept_arena *keep = b.arena;
    b.arena = forms;
    bench_line("bank of 100,000 items: numbered form", bench_time(work_form, &b, bench_cpu_ms),
               "ms", 10);
    b.arena = keep;
    bench_line("bank of 100,000 items: item", bench_time(work_item, &b, bench_cpu_ms), "ms", 2);
    ept_delivery_free(b.delivery);
    ept_bank_close(b.bank);
    ept_arena_free(forms);
    ept_arena_free(b.arena);
    return 0;
}
