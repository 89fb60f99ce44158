/* SPDX-License-Identifier: MIT */
/* log.h - what happened, for whoever looks for a fault. Never shown to the learner. Floor: core. */
#ifndef EPSTOPIK_LOG_H
#define EPSTOPIK_LOG_H
#include "epstopik/status.h"

typedef enum ept_log_level {
    EPT_LOG_DEBUG,
    EPT_LOG_INFO,
    EPT_LOG_WARN,
    EPT_LOG_ERROR
} ept_log_level;

/* Called for each line, already formatted, without line end. Default: warnings and errors to
 * stderr. Logging leaves ept_error() as it was; control characters become blanks. */
typedef void ept_log_sink(void *ctx, ept_log_level level, const char *module, const char *line);

void ept_log_to(ept_log_sink *sink, void *ctx); /* NULL = the default again */
void ept_log(ept_log_level level, const char *module, const char *fmt, ...) EPT_PRINTF(3, 4);

/* Appends lines "2026-11-22T04:00:00Z warn bank: ..." to a file; rotates at 1 MiB to NAME.1.
 * EPT_E_IO, EPT_E_READONLY: the sink is unchanged. Close with ept_log_close. */
EPT_NODISCARD ept_status ept_log_open(const char *path);
void ept_log_close(void);

#endif
