/* SPDX-License-Identifier: MIT */
/* lines.c - a thread that reads one line each time it is asked to, and then says so. It reads
 * nothing ahead: what the caller has not asked for stays in the input. */
#include "lines.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <SDL.h>

#include "epstopik/arena.h"

typedef enum lines_state {
    LINES_IDLE,
    LINES_READING,
    LINES_FULL, /* text and result hold */
    LINES_CLOSING,
} lines_state;

struct lines {
    SDL_mutex *mutex;
    SDL_cond *changed;
    SDL_Thread *thread;
    lines_state state;
    line_result result;
    char text[LINE_BYTES];
};

static line_result read_line(char text[LINE_BYTES])
{
    size_t n = 0;
    int c = getchar();
    if (c == EOF) {
        return LINE_END;
    }
    bool fits = true;
    while (c != EOF && c != '\n') {
        if (n + 1 < LINE_BYTES) {
            text[n++] = (char)c;
        } else {
            fits = false;
        }
        c = getchar();
    }
    if (n > 0 && text[n - 1] == '\r') {
        n--;
    }
    text[n] = '\0';
    return fits ? LINE_READY : LINE_TOO_LONG;
}

static int read_all(void *ctx)
{
    lines *l = ctx;
    char text[LINE_BYTES];
    SDL_LockMutex(l->mutex);
    while (l->state != LINES_CLOSING) {
        if (l->state != LINES_READING) {
            SDL_CondWait(l->changed, l->mutex);
            continue;
        }
        SDL_UnlockMutex(l->mutex);
        line_result result = read_line(text);
        SDL_LockMutex(l->mutex);
        if (l->state == LINES_CLOSING) {
            break;
        }
        memcpy(l->text, text, sizeof text);
        l->result = result;
        l->state = LINES_FULL;
        SDL_CondBroadcast(l->changed);
    }
    SDL_UnlockMutex(l->mutex);
    return 0;
}

ept_status lines_open(lines **out)
{
    lines *l = *out = ept_calloc(1, sizeof *l);
    if (!l) {
        return ept_fail(EPT_E_NOMEM, "input");
    }
    l->mutex = SDL_CreateMutex();
    l->changed = SDL_CreateCond();
    l->thread = l->mutex && l->changed ? SDL_CreateThread(read_all, "input", l) : NULL;
    if (!l->thread) {
        lines_close(l);
        *out = NULL;
        return ept_fail(EPT_E_UNAVAILABLE, "input: %s", SDL_GetError());
    }
    return EPT_OK;
}

line_result lines_next(lines *l, char text[LINE_BYTES], uint32_t wait_ms)
{
    line_result result = LINE_TIMEOUT;
    SDL_LockMutex(l->mutex);
    if (l->state == LINES_IDLE) {
        l->state = LINES_READING;
        SDL_CondBroadcast(l->changed);
    }
    while (l->state == LINES_READING) {
        int got = wait_ms == UINT32_MAX ? SDL_CondWait(l->changed, l->mutex)
                                        : SDL_CondWaitTimeout(l->changed, l->mutex, wait_ms);
        if (got != 0) {
            break;
        }
    }
    if (l->state == LINES_FULL) {
        memcpy(text, l->text, LINE_BYTES);
        result = l->result;
        l->state = LINES_IDLE;
    }
    SDL_UnlockMutex(l->mutex);
    return result;
}

void lines_close(lines *l)
{
    if (!l) {
        return;
    }
    bool reading = false;
    if (l->thread) {
        SDL_LockMutex(l->mutex);
        reading = l->state == LINES_READING;
        l->state = LINES_CLOSING;
        SDL_CondBroadcast(l->changed);
        SDL_UnlockMutex(l->mutex);
    }
    if (reading) {
        SDL_DetachThread(l->thread);
        return;
    }
    if (l->thread) {
        SDL_WaitThread(l->thread, NULL);
    }
    SDL_DestroyCond(l->changed);
    SDL_DestroyMutex(l->mutex);
    ept_free(l);
}
