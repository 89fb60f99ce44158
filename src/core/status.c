/* SPDX-License-Identifier: MIT */
/* status.c - keeps the sentence of the last failure, one a thread. The sentence is put together
 * beside the stored one, so that a caller may quote ept_error() in its own sentence. */
#include "epstopik/status.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#undef ept_fail /* what only an analyser sees */

enum { MESSAGE_BYTES = 1024 };

static _Thread_local char last_message[MESSAGE_BYTES];

ept_status ept_fail(ept_status status, const char *fmt, ...)
{
    char message[MESSAGE_BYTES];
    va_list args;

    va_start(args, fmt);
    int n = vsnprintf(message, sizeof message, fmt, args);
    va_end(args);
    if (n < 0) {
        message[0] = '\0';
    }
    memcpy(last_message, message, strlen(message) + 1);
    return status;
}

const char *ept_error(void)
{
    return last_message;
}

const char *ept_status_name(ept_status status)
{
    switch (status) {
    case EPT_OK:
        return "EPT_OK";
    case EPT_E_INVAL:
        return "EPT_E_INVAL";
    case EPT_E_NOMEM:
        return "EPT_E_NOMEM";
    case EPT_E_IO:
        return "EPT_E_IO";
    case EPT_E_NOT_FOUND:
        return "EPT_E_NOT_FOUND";
    case EPT_E_FORMAT:
        return "EPT_E_FORMAT";
    case EPT_E_VERSION:
        return "EPT_E_VERSION";
    case EPT_E_CORRUPT:
        return "EPT_E_CORRUPT";
    case EPT_E_CHANGED:
        return "EPT_E_CHANGED";
    case EPT_E_LOCKED:
        return "EPT_E_LOCKED";
    case EPT_E_READONLY:
        return "EPT_E_READONLY";
    case EPT_E_FULL:
        return "EPT_E_FULL";
    case EPT_E_REFUSED:
        return "EPT_E_REFUSED";
    case EPT_E_UNAVAILABLE:
        return "EPT_E_UNAVAILABLE";
    case EPT_E_SHORT:
        return "EPT_E_SHORT";
    case EPT_E_DB:
        return "EPT_E_DB";
    }
    return "EPT_?";
}
