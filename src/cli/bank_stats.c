/* SPDX-License-Identifier: MIT */
/* bank_stats.c - `ept bank stats`: what a bank holds and how far it reaches. Key places are counted
 * over the first numbered forms of each exam, because a place belongs to a form and not to an item.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cli_priv.h"
#include "disjoint.h"
#include "epstopik/path.h"
#include "tally.h"

enum { FORMS_LOOKED_AT = 20 };

typedef struct stats {
    const cli *c;
    ept_bank *bank;
    tally slots, units, sectors, levels, tags, sounds;
    size_t warm_up;
} stats;

static ept_status add(const stats *s, tally *to, const char *name, uint64_t value)
{
    const char *own = tally_find(to, name) ? name : ept_arena_strdup(s->c->arena, name);
    return own ? tally_add(to, own, value) : ept_fail(EPT_E_NOMEM, "statistics");
}

static ept_status count_item(stats *s, const ept_item *item)
{
    char unit[16], level[16];
    uint32_t ms = 0;
    (void)snprintf(unit, sizeof unit, "%d", item->unit);
    (void)snprintf(level, sizeof level, "%d", item->level);
    s->warm_up += item->warm_up;
    ept_status st = add(s, &s->slots, item->slot, 0);
    if (st == EPT_OK) {
        st = add(s, &s->units, unit, 0);
    }
    if (st == EPT_OK) {
        st = add(s, &s->sectors, item->sector, 0);
    }
    if (st == EPT_OK) {
        st = add(s, &s->levels, level, 0);
    }
    if (st == EPT_OK && item->tag) {
        st = add(s, &s->tags, item->tag, 0);
    }
    if (st == EPT_OK && item->turn_count > 0 &&
        ept_bank_clip_ms(&ms, s->bank, item->id) == EPT_OK) {
        st = add(s, &s->sounds, item->slot, ms);
    }
    return st;
}

static ept_status count_items(stats *s)
{
    const char **ids = NULL;
    size_t count = 0;
    ept_arena *arena = NULL;
    ept_status st = ept_bank_ids(&ids, &count, s->c->arena, s->bank);
    if (st == EPT_OK) {
        st = ept_arena_new(&arena);
    }
    for (size_t i = 0; i < count && st == EPT_OK; i++) {
        const ept_item *item = NULL;
        ept_arena_reset(arena);
        st = ept_bank_item(&item, arena, s->bank, ids[i]);
        if (st == EPT_OK) {
            st = count_item(s, item);
        }
    }
    ept_arena_free(arena);
    return st;
}

static void print_counts(const char *what, tally *t)
{
    tally_sort(t);
    for (size_t i = 0; i < t->count; i++) {
        (void)printf("%s %s: %zu\n", what, t->rows[i].name, t->rows[i].count);
    }
}

static void print_sounds(tally *t)
{
    uint64_t ms = 0;
    size_t count = 0;
    tally_sort(t);
    for (size_t i = 0; i < t->count; i++) {
        const tally_row *row = &t->rows[i];
        (void)printf("mean sound %s: %.1f s of %zu\n", row->name,
                     (double)row->sum / (double)row->count / 1000.0, row->count);
        ms += row->sum;
        count += row->count;
    }
    if (count > 0) {
        (void)printf("mean sound: %.1f s of %zu\n", (double)ms / (double)count / 1000.0, count);
    }
}

static ept_status print_keys(ept_delivery *delivery, const char *exam)
{
    size_t places[EPT_PLACES] = {0}, forms = 0;
    ept_arena *arena = NULL;
    ept_status st = ept_arena_new(&arena);
    for (int number = 1; st == EPT_OK && number <= FORMS_LOOKED_AT; number++) {
        const ept_form *form = NULL;
        ept_shortage shortage;
        ept_arena_reset(arena);
        st = ept_delivery_form(&form, arena, delivery, exam, number, 0, &shortage);
        for (size_t i = 0; st == EPT_OK && i < form->count; i++) {
            places[ept_form_place(&form->items[i], 0) - 1]++;
        }
        forms += st == EPT_OK;
    }
    ept_arena_free(arena);
    if (forms > 0) {
        (void)printf("key places %s: %zu %zu %zu %zu in forms 1-%zu\n", exam, places[0], places[1],
                     places[2], places[3], forms);
    }
    return st == EPT_E_SHORT ? EPT_OK : st;
}

static ept_status print_exams(const stats *s)
{
    const ept_delivery_opts opts = {.clock = ept_clock_system(), .bank = s->bank};
    ept_delivery *delivery = NULL;
    size_t count = 0;
    ept_status st = ept_delivery_new(&delivery, &opts);
    const ept_blueprint *const *exams = st == EPT_OK ? ept_delivery_exams(delivery, &count) : NULL;
    for (size_t i = 0; i < count && st == EPT_OK; i++) {
        size_t forms = 0;
        const char *lacks = NULL;
        st = disjoint_forms(&forms, &lacks, s->c->arena, s->bank, exams[i]);
        if (st == EPT_OK) {
            (void)printf("forms without overlap %s: %zu%s%s%s\n", exams[i]->id, forms,
                         lacks ? "" : " or more", lacks ? ", then lacks " : "", lacks ? lacks : "");
            st = print_keys(delivery, exams[i]->id);
        }
    }
    ept_delivery_free(delivery);
    return st;
}

static int run(const cli *c, const char *path, const char *shown)
{
    stats s = {.c = c};
    int code = cli_open_bank(&s.bank, c, path);
    if (code != CLI_DONE) {
        return code;
    }
    ept_status st = count_items(&s);
    if (st == EPT_OK) {
        const ept_bank_head *head = ept_bank_head_of(s.bank);
        (void)printf("items: %zu, warm-up %zu of them\npictures: %zu\nclips: %zu\n", head->items,
                     s.warm_up, head->pictures, head->clips);
        print_counts("slot", &s.slots);
        print_counts("unit", &s.units);
        print_counts("sector", &s.sectors);
        print_counts("level", &s.levels);
        print_counts("tag", &s.tags);
        print_sounds(&s.sounds);
        st = print_exams(&s);
    }
    if (st != EPT_OK) {
        code = cli_failed(c, CLI_THING_BANK, shown, st);
    }
    tally_clear(&s.slots);
    tally_clear(&s.units);
    tally_clear(&s.sectors);
    tally_clear(&s.levels);
    tally_clear(&s.tags);
    tally_clear(&s.sounds);
    ept_bank_close(s.bank);
    return code;
}

int bank_stats(cli *c, int argc, char **argv)
{
    const char *path = NULL;
    const cli_arg args[] = {{CLI_OPERAND, true, "FILE|DIR", &path, 0, 0}};
    char *temp = NULL;
    int code = cli_args(c, argc, argv, args, sizeof args / sizeof *args);
    if (code != CLI_DONE || !ept_path_is_dir(path)) {
        return code == CLI_DONE ? run(c, path, path) : code;
    }
    code = cli_temp_dir(&temp, c);
    if (code != CLI_DONE) {
        return code;
    }
    const char *bank = ept_path_join(c->arena, temp, "core.bank");
    code = bank ? cli_quick_bank(c, path, bank) : cli_failed(c, CLI_THING_FILE, temp, EPT_E_NOMEM);
    if (code == CLI_DONE) {
        code = run(c, bank, path);
    }
    if (ept_path_remove_tree(temp) != EPT_OK && code == CLI_DONE) {
        code = cli_failed(c, CLI_THING_FILE, temp, EPT_E_IO);
    }
    return code;
}
