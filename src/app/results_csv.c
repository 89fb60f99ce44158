/* SPDX-License-Identifier: MIT */
/* Results as CSV (RFC 4180): quoted cells, CRLF. The file stands in the person's own data folder.
 */
#include "results_csv.h"

#include <SDL.h>
#include <inttypes.h>
#include <string.h>

#include "epstopik/path.h"
#include "epstopik/str.h"

static const char head[] = "sitting,started,exam,form,section,sector,state,points,full_score,"
                           "minimum_score,right,questions\r\n";

static void cell(ept_buf *out, const char *text, bool last)
{
    ept_buf_puts(out, "\"");
    if (text && strchr("=+-@\t", text[0]) && text[0])
        ept_buf_puts(out, "'");
    for (const char *p = text ? text : ""; *p; p++) {
        if (*p == '"')
            ept_buf_puts(out, "\"");
        ept_buf_add(out, p, 1);
    }
    ept_buf_puts(out, last ? "\"\r\n" : "\",");
}

static void number(ept_buf *out, bool known, int value, bool last)
{
    if (known)
        ept_buf_printf(out, "%d", value);
    ept_buf_puts(out, last ? "\r\n" : ",");
}

static const char *state_of(const ept_sitting_row *row)
{
    if (!row->ended)
        return "unfinished";
    switch (row->reason) {
    case EPT_CLOSE_DONE:
        return "finished";
    case EPT_CLOSE_BY_LEARNER:
        return "closed";
    case EPT_CLOSE_CHANGED:
        return "closed: questions changed";
    }
    return "finished";
}

static void line(ept_buf *out, const ept_sitting_row *row, const app *a)
{
    const ept_blueprint *bp = NULL;
    const ept_minimum *minimum = NULL;
    ept_civil t = ept_clock_civil(row->started_utc_ms, ept_clock_offset_min(row->started_utc_ms));

    if (ept_delivery_exam(&bp, a->delivery, row->exam) == EPT_OK)
        minimum = ept_blueprint_minimum(bp, row->sector);
    ept_buf_printf(out, "%" PRId64 ",%04d-%02d-%02d %02d:%02d,", row->id, t.year, t.month, t.day,
                   t.hour, t.minute);
    cell(out, row->exam, false);
    number(out, row->form_number > 0, row->form_number, false);
    cell(out, row->only >= 0 ? ept_section_name((ept_section)row->only) : "all", false);
    cell(out, row->sector, false);
    cell(out, state_of(row), false);
    number(out, row->has_result, row->points, false);
    number(out, row->has_result, row->scale, false);
    number(out, minimum != NULL, minimum ? minimum->score : 0, false);
    number(out, row->has_result, row->right, false);
    number(out, row->has_result, row->items, true);
}

ept_status results_csv(ept_buf *out, const ept_sitting_row *rows, size_t count, const app *a)
{
    ept_buf_reset(out);
    ept_buf_puts(out, "\xEF\xBB\xBF");
    ept_buf_puts(out, head);
    for (size_t i = 0; i < count; i++)
        line(out, &rows[i], a);
    return ept_buf_ok(out);
}

/* The name as part of a file's name: what some system forbids there becomes '_'. */
static char *file_name(ept_arena *arena, const ept_learner *who)
{
    char *safe = who->name ? ept_arena_strdup(arena, who->name)
                           : ept_arena_printf(arena, "%" PRId64, who->id);

    for (char *p = safe; p && *p; p++)
        if ((unsigned char)*p < ' ' || strchr("/\\:*?\"<>|", *p))
            *p = '_';
    return safe ? ept_arena_printf(arena, "results-%s.csv", safe) : NULL;
}

ept_status results_csv_save(char **path, ept_arena *arena, const ept_sitting_row *rows,
                            size_t count, const app *a)
{
    ept_buf table = {0};
    char *dir = NULL, *name = file_name(arena, &a->learner);
    ept_status status = a->options.data_dir ? EPT_OK : ept_path_data_dir(&dir, arena);

    *path = NULL;
    if (!status && name)
        *path = ept_path_join(arena, a->options.data_dir ? a->options.data_dir : dir, name);
    if (!status && !*path)
        status = ept_fail(EPT_E_NOMEM, "results: no memory");
    if (!status)
        status = results_csv(&table, rows, count, a);
    if (!status)
        status = ept_path_write(*path, table.p, table.n);
    ept_buf_clear(&table);
    return status;
}

/* "file:///..." of the folder that `path` lies in, with what a URL does not allow as %XX. */
static ept_status folder_url(ept_buf *out, const char *path)
{
    const char *end = path;

    for (const char *p = path; *p; p++)
        if (*p == '/' || *p == '\\')
            end = p;
    ept_buf_puts(out, *path == '/' ? "file://" : "file:///");
    for (const char *p = path; p < end; p++) {
        unsigned char c = (unsigned char)(*p == '\\' ? '/' : *p);
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                     strchr("/:-._~", c);

        ept_buf_printf(out, plain ? "%c" : "%%%02X", c);
    }
    return ept_buf_ok(out);
}

bool results_csv_showable(const char *path)
{
    return path[0] == '/' || (path[0] && path[1] == ':');
}

ept_status results_csv_show(const char *path, const app *a)
{
    ept_buf url = {0};
    ept_status status = folder_url(&url, path);

    if (!status && !a->script_mode && SDL_OpenURL(url.p))
        status = ept_fail(EPT_E_IO, "open %s: %s", url.p, SDL_GetError());
    ept_buf_clear(&url);
    return status;
}
