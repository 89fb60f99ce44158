/* SPDX-License-Identifier: MIT */
/* The window program: reads its options, then runs the loop, a script or a picture job. A fault's
 * Retry starts everything anew. */
#include <SDL.h>
#include <stdio.h>

#include "loop.h"
#include "options.h"

enum { EXIT_OK = 0, EXIT_FAILED = 1, EXIT_USAGE = 2 };

/* A program started by a click has no console: the system shows the sentence. */
static void say_fatal(ept_status status)
{
    const char *text = status == EPT_E_UNAVAILABLE
                           ? "eps-topik: there is no display to open a window on; start it from a "
                             "desktop, or sit an exam in the terminal with: ept take"
                           : "eps-topik: there is not enough memory to start";

    fprintf(stderr, "%s\n", text);
    if (status != EPT_E_UNAVAILABLE)
        SDL_ShowSimpleMessageBox(SDL_MESSAGEBOX_ERROR, "EPS-TOPIK", text, NULL);
}

static int run_window(const app_options *options)
{
    app *a = ept_calloc(1, sizeof *a);
    ept_status status = a ? EPT_OK : EPT_E_NOMEM;
    bool again = a != NULL;

    while (again) {
        status = app_start(a, options);
        if (!status)
            status = app_run(a);
        again = !status && a->restart;
        app_stop(a);
    }
    ept_free(a);
    if (status)
        say_fatal(status);
    SDL_Quit();
    return status ? EXIT_FAILED : EXIT_OK;
}

int main(int argc, char **argv)
{
    app_options options;
    ept_buf text = {0};
    options_result result = app_options_parse(&options, &text, argc, argv);
    int code;

    if (result != OPTIONS_RUN) {
        fputs(text.p ? text.p : "", result == OPTIONS_SAID ? stdout : stderr);
        code = result == OPTIONS_SAID ? EXIT_OK : EXIT_USAGE;
    } else if (options.render || options.sheet) {
        code = app_render(&options);
    } else if (options.script) {
        code = app_script(&options);
    } else {
        code = run_window(&options);
    }
    ept_buf_clear(&text);
    return code;
}
