/* SPDX-License-Identifier: MIT */
/* proc.h - runs another program to its end. Floor: core. */
#ifndef EPSTOPIK_PROC_H
#define EPSTOPIK_PROC_H
#include "epstopik/status.h"

typedef struct ept_proc_opts {
    const char *const *argv; /* NULL-terminated; argv[0] is looked up in PATH unless it holds a '/';
                                never a shell */
    const char *stdin_path;  /* NULL = nothing to read */
    const char *stdout_path; /* NULL = thrown away; else created or truncated */
    const char *stderr_path;
} ept_proc_opts;

/* *exit_code: the program's, or 128 + signal. EPT_E_UNAVAILABLE: there is no such program;
 * EPT_E_IO. */
EPT_NODISCARD ept_status ept_proc_run(int *exit_code, const ept_proc_opts *opts);

#endif
