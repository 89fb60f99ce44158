/* SPDX-License-Identifier: MIT */
/* espeak.c - the synthesiser, a program that reads a file and writes a file. It ends with 0 even
 * when it has written nothing or does not know a variant, so what came out is looked at. It speaks
 * clause by clause: its own pauses are too short for learners. */
#include <stdio.h>
#include <string.h>

#include "epstopik/arena.h"
#include "epstopik/log.h"
#include "epstopik/path.h"
#include "epstopik/proc.h"
#include "speech_priv.h"

enum {
    OLDEST_MAJOR = 1,
    OLDEST_MINOR = 51, /* on which the voices below were measured */
    SLOWEST = 80,
    FASTEST = 450,
    CALIBRATION_RATE = 150,
    PACE_RATE = 150, /* at which the pauses below are meant; slower speech has longer ones */
    COMMA_MS = 260,  /* with what trimming leaves, 300 ms are heard */
    SENTENCE_MS = 560,
    SETTINGS_REVISION = 2 /* one more with any change that is heard */
};

/* Told apart by pitch (medians of 97, 115, 200, 135, 242 Hz) and by the variants' formants. m3
 * reaches full scale above -a 90. All variants speak at the same pace for the same -s. */
typedef struct voice_settings {
    const char *name, *variant, *pitch, *loudness;
} voice_settings;

static const voice_settings voices[EPT_VOICE_COUNT] = {
    [EPT_VOICE_NARRATOR] = {"narrator", "m8", "62", "100"},
    [EPT_VOICE_MAN] = {"man", "m7", "58", "100"},
    [EPT_VOICE_WOMAN] = {"woman", "f2", "52", "100"},
    [EPT_VOICE_MAN2] = {"man2", "m3", "75", "90"},
    [EPT_VOICE_WOMAN2] = {"woman2", "linda", "55", "90"},
};

/* As it sounds. */
static const char calibration_text[] =
    "오느른 아침부터 비가 마니 내림니다. 그래서 바께서 하는 이른 오후에 시자카게씀니다.";

struct ept_speech {
    ept_arena *arena;
    const char *program;
    char *folder, *text_path, *wav_path, *words_path;
    char *version;
    ept_samples calibration[EPT_VOICE_COUNT]; /* empty until used */
};

bool ept_voice_parse(ept_voice *out, const char *name)
{
    for (int i = 0; i < EPT_VOICE_COUNT; i++) {
        if (ept_streq(voices[i].name, name)) {
            *out = (ept_voice)i;
            return true;
        }
    }
    return false;
}

/* Runs the program; what it says on either stream goes to words_path. */
static ept_status run(const ept_speech *speech, const char *const *argv, bool says_on_stderr)
{
    int exit_code = 0;
    ept_buf words = {0};
    const ept_proc_opts opts = {
        .argv = argv,
        .stdout_path = says_on_stderr ? NULL : speech->words_path,
        .stderr_path = says_on_stderr ? speech->words_path : NULL,
    };

    ept_status st = ept_proc_run(&exit_code, &opts);
    if (st == EPT_OK && exit_code != 0) {
        if (ept_path_read(&words, speech->words_path) != EPT_OK || !words.p) {
            ept_buf_puts(&words, "");
        }
        st = ept_fail(EPT_E_UNAVAILABLE, "%s: ended with %d: %.*s", speech->program, exit_code,
                      words.p ? (int)strcspn(words.p, "\r\n") : 0, words.p ? words.p : "");
    }
    ept_buf_clear(&words);
    return st;
}

/* "eSpeak NG text-to-speech: 1.51  Data at: ..." */
static ept_status read_version(ept_speech *speech)
{
    const char *const argv[] = {speech->program, "--version", NULL};
    ept_buf words = {0};
    ept_buf version = {0};
    int64_t numbers[2] = {0, 0};
    char part[2][8] = {"", ""};
    char rest = '\0';

    ept_status st = run(speech, argv, false);
    if (st == EPT_OK) {
        st = ept_path_read(&words, speech->words_path);
    }
    if (st != EPT_OK) {
        goto done;
    }
    const char *at = strstr(words.p, ": ");
    if (!at || sscanf(at, ": %7[0-9].%7[0-9]%c", part[0], part[1], &rest) < 2 ||
        !ept_parse_int(&numbers[0], part[0], 0, 9999) ||
        !ept_parse_int(&numbers[1], part[1], 0, 9999)) {
        st = ept_fail(EPT_E_UNAVAILABLE, "%s: tells no version", speech->program);
        goto done;
    }
    if (numbers[0] < OLDEST_MAJOR || (numbers[0] == OLDEST_MAJOR && numbers[1] < OLDEST_MINOR)) {
        st = ept_fail(EPT_E_UNAVAILABLE, "%s: version %s.%s, needed is 1.51", speech->program,
                      part[0], part[1]);
        goto done;
    }
    at += 2;
    ept_buf_printf(&version, "espeak-ng %.*s; ", (int)strcspn(at, " \r\n"), at);
    st = speech_encoder_version(&version);
    if (st == EPT_OK) {
        ept_buf_printf(&version, "; settings %d", SETTINGS_REVISION);
        speech->version = ept_arena_strdup(speech->arena, version.p);
        st = speech->version ? ept_buf_ok(&version)
                             : ept_fail(EPT_E_NOMEM, "open speech: no memory");
    }
done:
    ept_buf_clear(&words);
    ept_buf_clear(&version);
    return st;
}

/* True when a line of the program's list names this voice's file. */
static bool lists(const char *list, const char *file)
{
    size_t n = strlen(file);

    for (const char *at = strstr(list, file); at; at = strstr(at + 1, file)) {
        if (at > list && at[-1] == ' ' && (at[n] == ' ' || at[n] == '\n' || at[n] == '\r')) {
            return true;
        }
    }
    return false;
}

static ept_status check_list(ept_speech *speech, const char *option, const char *const *files)
{
    const char *const argv[] = {speech->program, option, NULL};
    ept_buf words = {0};

    ept_status st = run(speech, argv, false);
    if (st == EPT_OK) {
        st = ept_path_read(&words, speech->words_path);
    }
    for (size_t i = 0; st == EPT_OK && files[i]; i++) {
        if (!lists(words.p, files[i])) {
            st = ept_fail(EPT_E_UNAVAILABLE, "%s: has no voice %s", speech->program, files[i]);
        }
    }
    ept_buf_clear(&words);
    return st;
}

static ept_status check_voices(ept_speech *speech)
{
    static const char *const languages[] = {"ko", NULL};
    const char *variants[EPT_VOICE_COUNT + 1] = {NULL};

    for (int i = 0; i < EPT_VOICE_COUNT; i++) {
        variants[i] = ept_arena_printf(speech->arena, "!v/%s", voices[i].variant);
        if (!variants[i]) {
            return ept_fail(EPT_E_NOMEM, "open speech: no memory");
        }
    }
    ept_status st = check_list(speech, "--voices=ko", languages);
    return st == EPT_OK ? check_list(speech, "--voices=variant", variants) : st;
}

/* It says back the names of phonemes that it knows, one of them with a mark of stress. */
static ept_status check_sounds(ept_speech *speech)
{
    const char *const argv[] = {speech->program,   "-v", "ko", "-q", "-x", "-f",
                                speech->text_path, NULL};
    ept_buf words = {0};
    size_t same = 0;

    ept_buf_printf(&words, "[[%s]]\n", speech_sounds);
    ept_status st = ept_buf_ok(&words);
    if (st == EPT_OK) {
        st = ept_path_write(speech->text_path, words.p, words.n);
    }
    if (st == EPT_OK) {
        st = run(speech, argv, false);
    }
    if (st == EPT_OK) {
        st = ept_path_read(&words, speech->words_path);
    }
    for (size_t i = 0; st == EPT_OK && i < words.n && speech_sounds[same]; i++) {
        if (words.p[i] == speech_sounds[same]) {
            same++;
        } else if (words.p[i] != '\'') {
            break;
        }
    }
    if (st == EPT_OK && speech_sounds[same]) {
        const char *name = speech_sounds + same + (speech_sounds[same] == ' ');
        while (name > speech_sounds && name[-1] != ' ') {
            name--;
        }
        st = ept_fail(EPT_E_UNAVAILABLE, "%s: its Korean voice has no sound \"%.*s\"",
                      speech->program, (int)strcspn(name, " "), name);
    }
    ept_buf_clear(&words);
    return st;
}

static ept_status name_files(ept_speech *speech)
{
    ept_status st = ept_path_temp_dir(&speech->folder, speech->arena);

    if (st != EPT_OK) {
        return st;
    }
    speech->text_path = ept_path_join(speech->arena, speech->folder, "line.txt");
    speech->wav_path = ept_path_join(speech->arena, speech->folder, "line.wav");
    speech->words_path = ept_path_join(speech->arena, speech->folder, "words.txt");
    bool all = speech->text_path && speech->wav_path && speech->words_path;
    return all ? EPT_OK : ept_fail(EPT_E_NOMEM, "open speech: no memory");
}

ept_status speech_open_program(ept_speech **out, const char *program)
{
    *out = NULL;
    ept_speech *speech = ept_calloc(1, sizeof *speech);
    if (!speech) {
        return ept_fail(EPT_E_NOMEM, "open speech: no memory");
    }
    ept_status st = ept_arena_new(&speech->arena);
    if (st == EPT_OK) {
        speech->program = ept_arena_strdup(speech->arena, program);
        st = speech->program ? name_files(speech) : ept_fail(EPT_E_NOMEM, "open speech: no memory");
    }
    if (st == EPT_OK) {
        st = read_version(speech);
    }
    if (st == EPT_OK) {
        st = check_voices(speech);
    }
    if (st == EPT_OK) {
        st = check_sounds(speech);
    }
    if (st == EPT_OK) {
        *out = speech;
    } else {
        ept_speech_close(speech);
    }
    return st;
}

ept_status ept_speech_open(ept_speech **out)
{
    return speech_open_program(out, "espeak-ng");
}

void ept_speech_close(ept_speech *speech)
{
    if (!speech) {
        return;
    }
    if (speech->folder && ept_path_remove_tree(speech->folder) != EPT_OK) {
        ept_log(EPT_LOG_WARN, "speech", "%s", ept_error());
    }
    for (int i = 0; i < EPT_VOICE_COUNT; i++) {
        ept_samples_clear(&speech->calibration[i]);
    }
    ept_arena_free(speech->arena);
    ept_free(speech);
}

const char *ept_speech_version(const ept_speech *speech)
{
    return speech->version;
}

/* One clause as the program says it, at 48 kHz and trimmed. `what` names it in messages. */
static ept_status say_clause(ept_samples *out, ept_speech *speech, ept_voice voice, int rate,
                             ept_str clause, const char *what)
{
    const voice_settings *v = &voices[voice];
    char name[32];
    char speed[16];
    ept_buf buf = {0};

    (void)snprintf(name, sizeof name, "ko+%s", v->variant);
    (void)snprintf(speed, sizeof speed, "%d", rate);
    const char *const argv[] = {
        speech->program, "-v", name, "-p", v->pitch,          "-a", v->loudness,      "-s",
        speed,           "-b", "1",  "-f", speech->text_path, "-w", speech->wav_path, NULL};

    ept_status st = ept_path_write(speech->text_path, clause.p, clause.n);
    if (st == EPT_OK) {
        st = ept_path_remove(speech->wav_path);
    }
    if (st == EPT_OK) {
        st = run(speech, argv, true);
    }
    if (st == EPT_OK) {
        st = ept_path_is_file(speech->wav_path)
                 ? ept_path_read(&buf, speech->wav_path)
                 : ept_fail(EPT_E_IO, "%s: wrote no sound for \"%s\"", speech->program, what);
    }
    if (st == EPT_OK) {
        st = speech_wav_read(out, (ept_str){buf.p, buf.n}, what);
    }
    if (st == EPT_OK) {
        st = speech_trim(out, what);
    }
    ept_buf_clear(&buf);
    return st;
}

static uint32_t pause_ms(char mark, int rate)
{
    return (uint32_t)((mark == ',' ? COMMA_MS : SENTENCE_MS) * PACE_RATE / rate);
}

/* All clauses of a line with the pauses between them. */
static ept_status synthesise(ept_samples *out, ept_speech *speech, ept_voice voice, int rate,
                             const ept_reading *reading)
{
    ept_samples clause = {0};
    ept_buf text = {0};
    char mark = '\0';

    ept_status st = ept_speech_phonemes(&text, reading);
    for (size_t from = 0; st == EPT_OK && from < text.n;) {
        size_t n = strcspn(text.p + from, "\n");
        if (mark != '\0') {
            st = ept_samples_silence(out, pause_ms(mark, rate));
        }
        if (st == EPT_OK) {
            st = say_clause(&clause, speech, voice, rate, (ept_str){text.p + from, n + 1},
                            reading->respelled);
        }
        if (st == EPT_OK) {
            st = ept_samples_add(out, &clause);
        }
        mark = text.p[from + n - 1];
        from += n + 1;
    }
    ept_samples_clear(&clause);
    ept_buf_clear(&text);
    return st;
}

static ept_status calibrate(ept_speech *speech, ept_voice voice)
{
    ept_samples *calibration = &speech->calibration[voice];
    const ept_reading *reading = NULL;

    if (calibration->n > 0) {
        return EPT_OK;
    }
    ept_status st = ept_text_as_written(&reading, speech->arena, ept_str_of(calibration_text));
    if (st == EPT_OK) {
        st = synthesise(calibration, speech, voice, CALIBRATION_RATE, reading);
    }
    if (st != EPT_OK) {
        ept_samples_clear(calibration);
    }
    return st;
}

ept_status ept_speech_say(ept_samples *out, ept_speech *speech, ept_voice voice, int rate,
                          const ept_reading *reading)
{
    ept_samples said = {0};
    ept_samples *joined = NULL;

    ept_samples_clear(out);
    if (rate < SLOWEST || rate > FASTEST) {
        return ept_fail(EPT_E_INVAL, "say: rate %d is outside %d..%d", rate, SLOWEST, FASTEST);
    }
    ept_status st = synthesise(&said, speech, voice, rate, reading);
    if (st == EPT_OK && ept_samples_ms(&said) < SPEECH_ALONE_MS) {
        st = calibrate(speech, voice);
        joined = &speech->calibration[voice];
    }
    if (st == EPT_OK) {
        st = speech_level(&said, joined, reading->respelled);
    }
    if (st == EPT_OK) {
        *out = said;
    } else {
        ept_samples_clear(&said);
    }
    return st;
}
