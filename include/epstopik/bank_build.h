/* SPDX-License-Identifier: MIT */
/* bank_build.h - from the sources in questions/ to a bank file: read, check everything, draw
 * pictures by parameters, speak, write. Floor: bank. It rejects, it never repairs silently. */
#ifndef EPSTOPIK_BANK_BUILD_H
#define EPSTOPIK_BANK_BUILD_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "epstopik/status.h"

typedef enum ept_fault_kind { EPT_FAULT_ERROR, EPT_FAULT_WARNING } ept_fault_kind;

/* Each fault as "file:line: what, what to do", in order of file and line. */
typedef void ept_fault_sink(void *ctx, ept_fault_kind kind, const char *file, int line,
                            const char *what);
/* Progress of what takes long: done of total, and the name of what is at hand. */
typedef void ept_progress_sink(void *ctx, size_t done, size_t total, const char *what);

typedef struct ept_bank_sources {
    const char *dir;      /* the questions folder */
    const char *coverage; /* text of assets/fonts/coverage.txt */
    const char *lexicon;  /* text of assets/pronounce/lexicon.txt; NULL: rules alone */
    int64_t today_utc_ms; /* for review dates */
    ept_fault_sink *fault;
    void *fault_ctx;
} ept_bank_sources;

/* Reads and checks all sources. EPT_OK with *errors > 0 means: read, but refused. EPT_E_NOT_FOUND:
 * no such folder. */
EPT_NODISCARD ept_status ept_bank_check(size_t *errors, size_t *warnings,
                                        const ept_bank_sources *sources);

typedef struct ept_bank_build_opts {
    ept_bank_sources sources;
    const char *out; /* the bank file; an older one there gives unchanged clips (incremental) */
    const char *id, *title, *version;
    bool no_speech; /* tests only: silent clips of the estimated length, marked in the manifest */
    ept_progress_sink *progress;
    void *progress_ctx;
} ept_bank_build_opts;

typedef struct ept_bank_built {
    size_t items, pictures, clips, clips_made, clips_kept;
    uint64_t bytes;
} ept_bank_built;

/* Checks, builds beside `out` and replaces it in one step: a failed build leaves the old file.
 * EPT_E_FORMAT: errors were reported through the sink. EPT_E_UNAVAILABLE: espeak-ng is not there or
 * too old. A line that cannot be spoken is told with item and line, and nothing of it is stored;
 * what was spoken serves the next build. EPT_E_FULL, EPT_E_READONLY, EPT_E_IO. */
EPT_NODISCARD ept_status ept_bank_build(ept_bank_built *out, const ept_bank_build_opts *opts);

#endif
