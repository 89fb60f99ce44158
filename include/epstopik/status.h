/* SPDX-License-Identifier: MIT */
/* status.h - how a function says that it failed. Floor: core.
 * 0 is success, every failure is negative; the sentence for the log is kept per thread and is valid
 * only right after the failing call. What a user reads is made from the code, never from the
 * sentence. */
#ifndef EPSTOPIK_STATUS_H
#define EPSTOPIK_STATUS_H

#if defined(__GNUC__) || defined(__clang__)
#define EPT_NODISCARD __attribute__((warn_unused_result))
#define EPT_PRINTF(fmt, first) __attribute__((format(printf, fmt, first)))
#else
#define EPT_NODISCARD
#define EPT_PRINTF(fmt, first)
#endif

typedef enum ept_status {
    EPT_OK = 0,
    EPT_E_INVAL = -1,        /* the caller's argument is wrong */
    EPT_E_NOMEM = -2,        /* no memory */
    EPT_E_IO = -3,           /* reading or writing failed */
    EPT_E_NOT_FOUND = -4,    /* no such file, row, id */
    EPT_E_FORMAT = -5,       /* data is not in the form it claims */
    EPT_E_VERSION = -6,      /* made by a newer program */
    EPT_E_CORRUPT = -7,      /* a checksum does not match */
    EPT_E_LOCKED = -8,       /* held by another running program */
    EPT_E_READONLY = -9,     /* the place cannot be written */
    EPT_E_FULL = -10,        /* no room left on the disk */
    EPT_E_REFUSED = -11,     /* a rule of the exam forbids it; nothing changed */
    EPT_E_UNAVAILABLE = -12, /* a device, program or font that is needed is not there */
    EPT_E_SHORT = -13,       /* the bank cannot fill the form */
    EPT_E_CHANGED = -15,     /* what it was begun with is no longer the same */
    EPT_E_DB = -14,          /* any other failure of the database */
} ept_status;

/* Records a message for ept_error() and returns `status` unchanged. */
ept_status ept_fail(ept_status status, const char *fmt, ...) EPT_PRINTF(2, 3);
#ifdef __clang_analyzer__
/* An analyser reads one file at a time: it is shown that a failure is never taken for success. */
#define ept_fail(status, ...) (ept_fail(status, __VA_ARGS__), (status))
#endif

/* The message of the last failing call of this thread. Valid until the next failure. Never NULL. */
const char *ept_error(void);

/* "EPT_E_IO" and so on; "EPT_?" for a number that is no status. */
const char *ept_status_name(ept_status status);

#endif
