/* SPDX-License-Identifier: MIT */
/* proc_posix.c - runs a program by posix_spawn. Files are opened here and not in the child, so that
 * a missing input file is never taken for a missing program. */
/* NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
#define _POSIX_C_SOURCE 200809L
#include "epstopik/proc.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "epstopik/arena.h"
#include "epstopik/path.h"
#include "path_priv.h"

enum { STREAMS = 3, FILE_MODE = 0666 };

extern char **environ;

/* A descriptor above the three standard ones, closed in the child. */
static ept_status open_stream(int *out, const char *path, int stream)
{
    int flags = stream == STDIN_FILENO ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC;
    const char *name = path ? path : "/dev/null";
    int fd = open(name, flags | O_CLOEXEC, FILE_MODE);

    if (fd >= 0 && fd < STREAMS) {
        int low = fd;
        fd = fcntl(low, F_DUPFD_CLOEXEC, STREAMS);
        close(low);
    }
    *out = fd;
    return fd >= 0 ? EPT_OK : path_sys_fail("open", name);
}

/* posix_spawn wants pointers to plain char, which it does not write through. */
static char **plain_argv(ept_arena *arena, const char *const *argv)
{
    size_t n = 0;

    while (argv[n]) {
        n++;
    }
    char **plain = ept_arena_array(arena, n + 1, sizeof *plain);
    if (plain) {
        memcpy(plain, argv, n * sizeof *plain);
    }
    return plain;
}

static ept_status wait_for(int *exit_code, pid_t pid, const char *program)
{
    int how = 0;

    while (waitpid(pid, &how, 0) < 0) {
        if (errno != EINTR) {
            return ept_fail(EPT_E_IO, "wait for %s: %s", program, strerror(errno));
        }
    }
    *exit_code = WIFEXITED(how) ? WEXITSTATUS(how) : 128 + WTERMSIG(how);
    return EPT_OK;
}

static bool is_program(const char *path)
{
    path_sys_info info;
    return path && access(path, X_OK) == 0 && path_sys_stat(&info, path, true) &&
           info.kind == PATH_KIND_FILE;
}

/* The program's file: `name` itself when it holds a '/', else the first in PATH. Empty parts of
 * PATH, which mean the current folder, are left out. */
static ept_status find_program(const char **out, ept_arena *arena, const char *name)
{
    const char *part = ept_path_env("PATH");

    *out = name;
    if (strchr(name, '/')) {
        return is_program(name) ? EPT_OK : ept_fail(EPT_E_UNAVAILABLE, "run %s: no program", name);
    }
    part = part ? part : "/usr/bin:/bin";
    while (*part) {
        size_t n = strcspn(part, ":");
        char *file = ept_arena_printf(arena, "%.*s/%s", (int)n, part, name);
        if (!file) {
            return ept_fail(EPT_E_NOMEM, "run %s: no memory", name);
        }
        if (n > 0 && is_program(file)) {
            *out = file;
            return EPT_OK;
        }
        part += part[n] ? n + 1 : n;
    }
    return ept_fail(EPT_E_UNAVAILABLE, "run %s: no such program in PATH", name);
}

static ept_status spawn(pid_t *pid, const char *file, char *const *argv, const int fds[STREAMS])
{
    posix_spawn_file_actions_t actions;

    int code = posix_spawn_file_actions_init(&actions);
    if (code == 0) {
        for (int i = 0; i < STREAMS && code == 0; i++) {
            code = posix_spawn_file_actions_adddup2(&actions, fds[i], i);
        }
        if (code == 0) {
            code = posix_spawn(pid, file, &actions, NULL, argv, environ);
        }
        posix_spawn_file_actions_destroy(&actions);
    }
    bool absent = code == ENOENT || code == EACCES || code == ENOTDIR || code == ENOEXEC;
    return code == 0        ? EPT_OK
           : absent         ? ept_fail(EPT_E_UNAVAILABLE, "run %s: %s", argv[0], strerror(code))
           : code == ENOMEM ? ept_fail(EPT_E_NOMEM, "run %s: no memory", argv[0])
                            : ept_fail(EPT_E_IO, "run %s: %s", argv[0], strerror(code));
}

ept_status ept_proc_run(int *exit_code, const ept_proc_opts *opts)
{
    const char *const paths[STREAMS] = {opts->stdin_path, opts->stdout_path, opts->stderr_path};
    int fds[STREAMS] = {-1, -1, -1};
    ept_arena *arena = NULL;
    const char *file = NULL;
    char **argv = NULL;
    pid_t pid = 0;

    *exit_code = -1;
    if (!opts->argv || !opts->argv[0]) {
        return ept_fail(EPT_E_INVAL, "run a program: no name");
    }
    ept_status st = ept_arena_new(&arena);
    if (st != EPT_OK) {
        goto done;
    }
    st = find_program(&file, arena, opts->argv[0]);
    if (st != EPT_OK) {
        goto done;
    }
    for (int i = 0; i < STREAMS; i++) {
        st = open_stream(&fds[i], paths[i], i);
        if (st != EPT_OK) {
            goto done;
        }
    }
    argv = plain_argv(arena, opts->argv);
    if (!argv) {
        st = ept_fail(EPT_E_NOMEM, "run %s: no memory", opts->argv[0]);
        goto done;
    }
    st = spawn(&pid, file, argv, fds);
    if (st == EPT_OK) {
        st = wait_for(exit_code, pid, argv[0]);
    }
done:
    for (int i = 0; i < STREAMS; i++) {
        if (fds[i] >= 0) {
            close(fds[i]);
        }
    }
    ept_arena_free(arena);
    return st;
}
