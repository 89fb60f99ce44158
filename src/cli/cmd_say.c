/* SPDX-License-Identifier: MIT */
/* cmd_say.c - `ept say`: a text in normal form, its syllables, and how long or as what it is
 * spoken. */
#include <inttypes.h>
#include <stdio.h>

#include "cli_priv.h"
#include "epstopik/path.h"
#include "epstopik/speech.h"
#include "epstopik/text.h"

enum { EXAM_RATE = 155 };

static int speak(const cli *c, const char *text, const char *out)
{
    ept_speech *speech = NULL;
    ept_samples samples = {0};
    ept_buf wav = {0};
    int code = CLI_DONE;
    ept_status st = ept_speech_open(&speech);
    if (st == EPT_OK) {
        st = ept_speech_say(&samples, speech, EPT_VOICE_WOMAN, EXAM_RATE, text);
    }
    if (st != EPT_OK) {
        code = cli_failed(c, CLI_THING_SPEECH, text, st);
        goto done;
    }
    st = ept_speech_wav(&wav, &samples);
    if (st == EPT_OK) {
        st = ept_path_write(out, wav.p, wav.n);
    }
    if (st != EPT_OK) {
        code = cli_failed(c, CLI_THING_FILE, out, st);
        goto done;
    }
    (void)printf("length: %" PRIu32 " ms\nfile: %s\n", ept_samples_ms(&samples), out);
done:
    ept_buf_clear(&wav);
    ept_samples_clear(&samples);
    ept_speech_close(speech);
    return code;
}

int cmd_say(cli *c, int argc, char **argv)
{
    const char *text = NULL, *out = NULL;
    const cli_arg args[] = {{CLI_OPERAND, true, "TEXT", &text, 0, 0},
                            {CLI_TEXT, false, "-o", &out, 0, 0}};
    ept_buf nfc = {0};
    int code = cli_args(c, argc, argv, args, sizeof args / sizeof *args);
    if (code != CLI_DONE) {
        return code;
    }
    if (ept_text_nfc(&nfc, ept_str_of(text)) != EPT_OK) {
        code = cli_sorry(c, "cli.say.text", NULL, NULL, NULL);
    } else {
        (void)printf("text: %s\nsyllables: %zu\n", nfc.p,
                     ept_text_syllables((ept_str){nfc.p, nfc.n}));
        code = out ? speak(c, nfc.p, out) : CLI_DONE;
    }
    ept_buf_clear(&nfc);
    return code;
}
