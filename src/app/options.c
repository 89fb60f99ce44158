/* SPDX-License-Identifier: MIT */
/* The command line: what may stand together, and the one sentence for what makes no sense. */
#include "options.h"

#include <stdio.h>
#include <string.h>

enum { CLOCK_MAX = 100, PX_MIN = 16, PX_MAX = 4096 };

static const char usage[] =
    "usage: eps-topik [--data DIR] [--bank FILE] [--lang ko|kk|ru|en]\n"
    "                 [--script FILE [--shots DIR]] [--clock xN]\n"
    "       eps-topik --render ID [--size PX] -o FILE.png [--bank FILE] [--lang ko|kk|ru|en]\n"
    "       eps-topik --sheet FILE.png [--bank FILE]\n"
    "       eps-topik --help | --version\n"
    "\n"
    "  --data DIR      where profiles, answers and results are kept\n"
    "  --bank FILE     the questions; otherwise the core.bank that came with the program\n"
    "  --lang CODE     language of the program\n"
    "  --script FILE   follow a script without a window; exit 1 at the first line that fails\n"
    "  --shots DIR     where the script's pictures of the screen go\n"
    "  --clock xN      the clock runs N times as fast, without sound, and says so on the screen\n"
    "  --render ID     a question or a picture of the bank as a PNG file, without a window\n"
    "  --sheet FILE    all pictures of the bank on pages\n";

typedef struct flag {
    const char *name;
    const char **text;
} flag;

static options_result wrong(ept_buf *text, const char *what, const char *arg)
{
    ept_buf_reset(text);
    ept_buf_printf(text, "eps-topik: %s%s%s; eps-topik --help lists the options\n", what,
                   arg ? ": " : "", arg ? arg : "");
    return OPTIONS_WRONG;
}

/* Numbers and words that are not taken as they stand. */
static options_result check(app_options *o, ept_buf *text, const char *clock, const char *size)
{
    int64_t n = 0;
    ept_lang lang;

    if (o->lang && !ept_lang_parse(&lang, o->lang))
        return wrong(text, "no such language (ko, kk, ru or en)", o->lang);
    if (clock && (clock[0] != 'x' || !ept_parse_int(&n, clock + 1, 1, CLOCK_MAX)))
        return wrong(text, "a clock is x1 to x100", clock);
    o->clock_factor = clock ? (uint32_t)n : 1;
    if (size && !ept_parse_int(&n, size, PX_MIN, PX_MAX))
        return wrong(text, "a size is 16 to 4096 pixels", size);
    o->size_px = size ? (int)n : 0;
    if (o->shots_dir && !o->script)
        return wrong(text, "--shots needs --script", NULL);
    if (o->render && !o->out)
        return wrong(text, "--render needs -o FILE.png", NULL);
    if ((o->out || size) && !o->render)
        return wrong(text, "-o and --size need --render", NULL);
    if ((o->render != NULL) + (o->sheet != NULL) + (o->script != NULL) + (clock != NULL) > 1)
        return wrong(text, "only one of --render, --sheet, --script and --clock", NULL);
    return OPTIONS_RUN;
}

options_result app_options_parse(app_options *out, ept_buf *text, int argc, char **argv)
{
    const char *clock = NULL, *size = NULL;
    const flag flags[] = {{"--data", &out->data_dir},
                          {"--bank", &out->bank_path},
                          {"--lang", &out->lang},
                          {"--script", &out->script},
                          {"--shots", &out->shots_dir},
                          {"--clock", &clock},
                          {"--render", &out->render},
                          {"--size", &size},
                          {"-o", &out->out},
                          {"--sheet", &out->sheet}};
    size_t n = sizeof flags / sizeof flags[0];

    memset(out, 0, sizeof *out);
    for (int i = 1; i < argc; i++) {
        size_t f = 0;

        if (ept_streq(argv[i], "--help") || ept_streq(argv[i], "-h")) {
            ept_buf_puts(text, usage);
            return OPTIONS_SAID;
        }
        if (ept_streq(argv[i], "--version")) {
            ept_buf_puts(text, "eps-topik " EPT_VERSION "\n");
            return OPTIONS_SAID;
        }
        while (f < n && !ept_streq(argv[i], flags[f].name))
            f++;
        if (f == n)
            return wrong(text, "no such option", argv[i]);
        if (*flags[f].text)
            return wrong(text, "given twice", argv[i]);
        if (i + 1 == argc || !argv[i + 1][0])
            return wrong(text, "a value is missing behind", argv[i]);
        *flags[f].text = argv[++i];
    }
    return check(out, text, clock, size);
}
