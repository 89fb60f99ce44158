/* SPDX-License-Identifier: MIT */
/* bench_answer.c - an answer made durable, beside a bare write and fdatasync of the same number of
 * bytes in the same folder. Wall time, as the disk's share counts. With "stream N": N answers and
 * nothing else, for counting syncs from outside. */
#include "bench/bench.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "epstopik/journal.h"
#include "epstopik/path.h"

typedef struct bench {
    ept_journal *journal;
    int64_t sitting;
    uint64_t at;
    int fd;
    char bytes[4096 * 3];
} bench;

static void must(ept_status st)
{
    if (st != EPT_OK) {
        fprintf(stderr, "bench: %s: %s\n", ept_status_name(st), ept_error());
        exit(1);
    }
}

static void work_answer(void *ctx)
{
    bench *b = ctx;
    int64_t seq = 0;
    const ept_event answer = {.kind = EPT_EV_ANSWER, .at_ms = b->at++, .place = 1, .identity = 0};
    must(ept_journal_append(&seq, b->journal, b->sitting, &answer, 1790000000000, NULL));
}

static void work_bare(void *ctx)
{
    bench *b = ctx;
    if (write(b->fd, b->bytes, sizeof b->bytes) != (ssize_t)sizeof b->bytes ||
        fdatasync(b->fd) != 0) {
        perror("bench");
        exit(1);
    }
}

static void start(bench *b, const char *dir)
{
    static ept_form_item items[40];
    const ept_form form = {1, 1, 40, items};
    const ept_learner fields = {.lang = EPT_LANG_KK};
    const ept_sitting_row row = {
        .exam = "eps-topik-ubt", .bank = "x", .bank_version = "1", .sector = "general", .only = -1};
    ept_sitting_row own = row;
    for (size_t i = 0; i < 40; i++) {
        items[i] =
            (ept_form_item){.id = "x", .slot = "x", .number = (int)i + 1, .order = {0, 1, 2, 3}};
    }
    must(ept_journal_open(&b->journal, dir, NULL));
    must(ept_learner_add(&own.learner, b->journal, &fields, 1));
    must(ept_journal_start(&b->sitting, NULL, b->journal, &own, &form, 1));
}

int main(int argc, char **argv)
{
    static bench b;
    if (argc != 2 && argc != 4) {
        fprintf(stderr, "usage: bench_answer FOLDER [stream N]\n");
        return 2;
    }
    start(&b, argv[1]);
    if (argc == 4) {
        for (long n = strtol(argv[3], NULL, 10); n > 0; n--) {
            work_answer(&b);
        }
        ept_journal_close(b.journal);
        return 0;
    }
    ept_arena *arena = NULL;
    must(ept_arena_new(&arena));
    char *path = ept_path_join(arena, argv[1], "bare.bin");
    b.fd = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0600);
    double own = bench_time(work_answer, &b, bench_wall_ms);
    double bare = bench_time(work_bare, &b, bench_wall_ms);
    bench_line("an answer, times a bare write and fdatasync", own / bare, "x", 2);
    close(b.fd);
    must(ept_path_remove(path));
    ept_arena_free(arena);
    ept_journal_close(b.journal);
    return 0;
}
