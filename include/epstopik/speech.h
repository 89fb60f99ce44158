/* SPDX-License-Identifier: MIT */
/* speech.h - a script line becomes samples, the samples a levelled Opus clip. Floor: speech.
 * The synthesiser is espeak-ng, run as a program; recordings replace it. */
#ifndef EPSTOPIK_SPEECH_H
#define EPSTOPIK_SPEECH_H
#include <stddef.h>
#include <stdint.h>

#include "epstopik/status.h"
#include "epstopik/str.h"

enum { EPT_SPEECH_RATE_HZ = 48000 };

/* Mono samples at 48 kHz. Clear with ept_samples_clear. */
typedef struct ept_samples {
    float *p;
    size_t n, cap;
} ept_samples;
void ept_samples_clear(ept_samples *samples);
EPT_NODISCARD ept_status ept_samples_add(ept_samples *to, const ept_samples *from);
EPT_NODISCARD ept_status ept_samples_silence(ept_samples *to, uint32_t ms);
uint32_t ept_samples_ms(const ept_samples *samples);

typedef enum ept_voice {
    EPT_VOICE_NARRATOR, EPT_VOICE_MAN, EPT_VOICE_WOMAN, EPT_VOICE_MAN2, EPT_VOICE_WOMAN2,
} ept_voice;
enum { EPT_VOICE_COUNT = 5 };
/* False when `name` is none of narrator man woman man2 woman2. */
int ept_voice_parse(ept_voice *out, const char *name);

typedef struct ept_speech ept_speech;
/* Looks the synthesiser up. EPT_E_UNAVAILABLE: espeak-ng or its Korean voice is missing or too old. */
EPT_NODISCARD ept_status ept_speech_open(ept_speech **out);
void ept_speech_close(ept_speech *speech);
/* One string that changes whenever the same line would sound different (program version, voices). */
const char *ept_speech_version(const ept_speech *speech);

/* One line: spoken, silence trimmed at both ends (20 ms kept), levelled to -18 LUFS with a true peak of at
 * most -1 dBTP; lines under 3 s are measured joined with a fixed calibration sentence of the same
 * voice. rate: espeak-ng words a minute (exam 150-160, slow 120-130). EPT_E_FORMAT: nothing to say or
 * silence came out; EPT_E_UNAVAILABLE, EPT_E_IO. */
EPT_NODISCARD ept_status ept_speech_say(ept_samples *out, ept_speech *speech, ept_voice voice, int rate,
                                        const char *text);

/* A two-tone bell, 0.8 s, levelled like speech. */
EPT_NODISCARD ept_status ept_speech_bell(ept_samples *out);

/* Ogg Opus, 24 kbit/s mono, fixed serial and vendor: equal samples give equal bytes. */
EPT_NODISCARD ept_status ept_speech_encode(ept_buf *out, const ept_samples *samples);
/* WAV 16 bit mono 48 kHz, for `ept say -o`. */
EPT_NODISCARD ept_status ept_speech_wav(ept_buf *out, const ept_samples *samples);
/* A recording (WAV by the program's own reader; Opus/Ogg taken as it is when it is 48 kHz mono Opus). */
EPT_NODISCARD ept_status ept_speech_recording(ept_buf *opus, uint32_t *ms, ept_str file);

#endif
