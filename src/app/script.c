/* SPDX-License-Identifier: MIT */
/* Runs a script over the program without a window: a frame in memory, a clock that only `wait`
 * moves, a sound output that is silent. Without --data a folder of its own, gone afterwards. */
#include "script.h"

#include <stdio.h>
#include <string.h>

#include "epstopik/path.h"

/* `start`, and Retry of the fault screen, start the program anew. */
static ept_status start_again(script_run *run, const app_options *options)
{
    app_options anew = *options;
    ept_status status;

    app_stop(run->a);
    if (run->bank[0])
        anew.bank_path = run->bank;
    status = app_start(run->a, &anew);
    return status ? status : app_draw(run->a);
}

/* Line by line; 0 = all went well, else the number of the line. */
static int run_lines(script_run *run, const app_options *options, char *text)
{
    int number = 0;

    for (char *line = text, *next; line; line = next) {
        char *end = strpbrk(line, "\r\n");

        next = strchr(line, '\n');
        next = next ? next + 1 : NULL;
        if (end)
            *end = '\0';
        number++;
        ept_arena_reset(run->arena);
        if (!script_do(run, line))
            return number;
        if (run->a->stack->quit && run->a->restart && start_again(run, options)) {
            snprintf(run->why, sizeof run->why, "starting again: %s", ept_error());
            return number;
        }
    }
    return 0;
}

static int run_script(script_run *run, const app_options *options)
{
    ept_buf text = {0};
    ept_status status = app_start(run->a, options), unread = EPT_OK;
    int line = 0;

    if (!status)
        status = app_draw(run->a);
    if (!status)
        unread = ept_path_read(&text, options->script);
    if (!status && !unread && !ept_utf8_valid((ept_str){text.p, text.n}))
        unread = ept_fail(EPT_E_FORMAT, "%s is not UTF-8", options->script);
    if (status)
        fprintf(stderr, "eps-topik: %s\n", ept_error());
    else if (unread)
        app_tell_failure(run->a, "file", options->script, unread);
    else
        line = run_lines(run, options, text.p);
    if (line)
        fprintf(stderr, "%s:%d: %s\n", ept_path_base(options->script), line, run->why);
    app_stop(run->a);
    ept_buf_clear(&text);
    return status || unread || line ? 1 : 0;
}

int app_script(const app_options *options)
{
    app_options own = *options;
    script_run run = {.a = ept_calloc(1, sizeof *run.a), .shots_dir = options->shots_dir};
    ept_arena *arena = NULL;
    char *dir = NULL;
    int code = 1;

    if (!run.a || ept_arena_new(&arena) || ept_arena_new(&run.arena)) {
        fprintf(stderr, "eps-topik: not enough memory\n");
    } else if (!own.data_dir && ept_path_temp_dir(&dir, arena)) {
        fprintf(stderr, "eps-topik: %s\n", ept_error());
    } else {
        own.data_dir = own.data_dir ? own.data_dir : dir;
        code = run_script(&run, &own);
        if (dir && ept_path_remove_tree(dir))
            fprintf(stderr, "eps-topik: %s\n", ept_error());
    }
    ept_arena_free(run.arena);
    ept_arena_free(arena);
    ept_free(run.a);
    return code;
}
