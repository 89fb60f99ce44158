/* SPDX-License-Identifier: MIT */
/* cmd_say.c - `ept say`: how a text is read, word by word with the rule of each change, in other
 * letters, and as sound. */
#include <inttypes.h>
#include <stdio.h>

#include "cli_priv.h"
#include "epstopik/path.h"
#include "epstopik/pronounce.h"
#include "epstopik/speech.h"
#include "epstopik/text.h"

enum { EXAM_RATE = 155 };

static int speak(const cli *c, const ept_reading *reading, const char *text, const char *out)
{
    ept_speech *speech = NULL;
    ept_samples samples = {0};
    ept_buf wav = {0};
    int code = CLI_DONE;
    ept_status st = ept_speech_open(&speech);
    if (st == EPT_OK) {
        st = ept_speech_say(&samples, speech, EPT_VOICE_WOMAN, EXAM_RATE, reading);
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
        code = cli_unwritten(c, out, st);
        goto done;
    }
    (void)printf("length: %" PRIu32 " ms\nfile: %s\n", ept_samples_ms(&samples), out);
done:
    ept_buf_clear(&wav);
    ept_samples_clear(&samples);
    ept_speech_close(speech);
    return code;
}

/* "작업이 -> 자거비" and under it each change with the article of the Standard Pronunciation. */
static void print_changes(const ept_reading *reading)
{
    for (size_t i = 0; i < reading->word_count; i++) {
        const ept_sound_word *word = &reading->words[i];
        if (word->change_count > 0) {
            (void)printf("%s -> %s%s\n", word->spelled, word->respelled, word->joined ? " +" : "");
        }
        for (size_t k = 0; k < word->change_count; k++) {
            const ept_sound_change *change = &word->changes[k];
            (void)printf("  %s -> %s (%d)\n", change->from, change->to, change->article);
        }
    }
}

/* A line only where it says something new. */
static ept_status print_read_out(const char *text)
{
    ept_buf words = {0};
    ept_status st = ept_text_read_out(&words, ept_str_of(text));
    if (st == EPT_OK && !ept_streq(words.p ? words.p : "", text)) {
        (void)printf("words: %s\n", words.p ? words.p : "");
    }
    ept_buf_clear(&words);
    return st;
}

static ept_status print_reading(const cli *c, const char *text, const ept_reading *reading)
{
    const char *latin = NULL, *russian = NULL, *kazakh = NULL;
    (void)printf("text: %s\n", text);
    ept_status st = print_read_out(text);
    if (st == EPT_OK) {
        st = ept_text_romanise(&latin, c->arena, reading);
    }
    if (st == EPT_OK) {
        st = ept_text_cyrillic(&russian, c->arena, EPT_LANG_RU, reading);
    }
    if (st == EPT_OK) {
        st = ept_text_cyrillic(&kazakh, c->arena, EPT_LANG_KK, reading);
    }
    if (st == EPT_OK) {
        (void)printf("sound: %s\nlatin: %s\nru: %s\nkk: %s\nsyllables: %zu\n", reading->respelled,
                     latin, russian, kazakh, ept_text_syllables(ept_str_of(text)));
        print_changes(reading);
    }
    return st;
}

int cmd_say(cli *c, int argc, char **argv)
{
    const char *text = NULL, *out = NULL;
    const cli_arg args[] = {{CLI_OPERAND, true, "TEXT", &text, 0, 0},
                            {CLI_TEXT, false, "-o", &out, 0, 0}};
    ept_buf nfc = {0};
    ept_lexicon *lexicon = NULL;
    const ept_reading *reading = NULL;
    int code = cli_args(c, argc, argv, args, sizeof args / sizeof *args);
    if (code != CLI_DONE) {
        return code;
    }
    if (!*text) {
        return cli_wrong(c, "cli.usage.missing", "TEXT", NULL, NULL);
    }
    if (ept_text_nfc(&nfc, ept_str_of(text)) != EPT_OK) {
        code = cli_sorry(c, "cli.say.text", NULL, NULL, NULL);
        goto done;
    }
    code = cli_lexicon(&lexicon, c, NULL);
    if (code != CLI_DONE) {
        goto done;
    }
    ept_status st =
        ept_text_pronounce(&reading, c->arena, lexicon, (ept_str){nfc.p ? nfc.p : "", nfc.n});
    if (st == EPT_OK) {
        st = print_reading(c, nfc.p ? nfc.p : "", reading);
    }
    if (st != EPT_OK) {
        code = cli_failed(c, CLI_THING_SPEECH, text, st);
    } else if (out) {
        code = speak(c, reading, text, out);
    }
done:
    ept_lexicon_free(lexicon);
    ept_buf_clear(&nfc);
    return code;
}
