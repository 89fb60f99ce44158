/* SPDX-License-Identifier: MIT */
/* log.c - one line a message, to one sink: stderr (warnings and errors), the log file, or the
 * caller's. The sink is the program's one global; logging never changes what ept_error() says. */
#include "epstopik/log.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "epstopik/arena.h"
#include "epstopik/clock.h"
#include "epstopik/path.h"

enum { LINE_BYTES = 2048, ROTATE_BYTES = 1024 * 1024 };

typedef struct log_file {
    FILE *stream;
    char *path;
    char *old_path;
    uint64_t bytes;
} log_file;

static const char *level_name(ept_log_level level)
{
    switch (level) {
    case EPT_LOG_DEBUG:
        return "debug";
    case EPT_LOG_INFO:
        return "info";
    case EPT_LOG_WARN:
        return "warn";
    case EPT_LOG_ERROR:
        return "error";
    }
    return "?";
}

static void to_stderr(void *ctx, ept_log_level level, const char *module, const char *line)
{
    (void)ctx;
    if (level >= EPT_LOG_WARN) {
        fprintf(stderr, "%s %s: %s\n", level_name(level), module, line);
    }
}

static struct {
    ept_log_sink *sink;
    void *ctx;
    log_file file;
} out = {.sink = to_stderr};

void ept_log_to(ept_log_sink *sink, void *ctx)
{
    out.sink = sink ? sink : to_stderr;
    out.ctx = sink ? ctx : NULL;
}

/* Moves the full file aside and starts a new one. Whatever fails here, the message still goes
 * somewhere. */
static bool rotate(log_file *file)
{
    char error[LINE_BYTES];
    snprintf(error, sizeof error, "%s", ept_error());

    fclose(file->stream);
    file->stream = NULL;
    ept_status moved = ept_path_rename(file->path, file->old_path);
    ept_status opened = ept_path_open(&file->stream, file->path, moved == EPT_OK ? "wb" : "ab");
    file->bytes = 0;

    (void)ept_fail(EPT_OK, "%s", error);
    return opened == EPT_OK;
}

static void to_file(void *ctx, ept_log_level level, const char *module, const char *line)
{
    log_file *file = ctx;
    ept_clock clock = ept_clock_system();
    ept_civil t = ept_clock_civil(clock.utc_ms(clock.ctx), 0);

    if (file->bytes >= ROTATE_BYTES && !rotate(file)) {
        ept_log_close();
        to_stderr(NULL, level, module, line);
        return;
    }
    int n = fprintf(file->stream, "%04d-%02d-%02dT%02d:%02d:%02dZ %s %s: %s\n", t.year, t.month,
                    t.day, t.hour, t.minute, t.second, level_name(level), module, line);
    fflush(file->stream);
    file->bytes += n > 0 ? (uint64_t)n : 0;
}

ept_status ept_log_open(const char *path)
{
    log_file file = {0};
    ept_path_info info;
    size_t n = strlen(path);
    ept_status st = EPT_E_NOMEM;

    file.path = ept_calloc(n + 1, 1);
    file.old_path = ept_calloc(n + sizeof ".1", 1);
    if (!file.path || !file.old_path) {
        st = ept_fail(EPT_E_NOMEM, "open log %s: no memory", path);
        goto done;
    }
    memcpy(file.path, path, n);
    snprintf(file.old_path, n + sizeof ".1", "%s.1", path);
    st = ept_path_open(&file.stream, path, "ab");
    if (st != EPT_OK) {
        goto done;
    }
    file.bytes = ept_path_stat(&info, path) == EPT_OK ? info.bytes : 0;
    ept_log_close();
    out.file = file;
    ept_log_to(to_file, &out.file);
done:
    if (st != EPT_OK) {
        ept_free(file.path);
        ept_free(file.old_path);
    }
    return st;
}

void ept_log_close(void)
{
    if (out.sink == to_file) {
        ept_log_to(NULL, NULL);
    }
    if (out.file.stream) {
        fclose(out.file.stream);
    }
    ept_free(out.file.path);
    ept_free(out.file.old_path);
    out.file = (log_file){0};
}

void ept_log(ept_log_level level, const char *module, const char *fmt, ...)
{
    char line[LINE_BYTES];
    va_list args;

    va_start(args, fmt);
    int n = vsnprintf(line, sizeof line, fmt, args);
    va_end(args);
    if (n < 0) {
        return;
    }
    for (char *p = line; *p; p++) {
        if ((unsigned char)*p < 0x20) {
            *p = ' ';
        }
    }
    out.sink(out.ctx, level, module, line);
}
