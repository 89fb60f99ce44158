/* SPDX-License-Identifier: MIT */
/* speech.h - a script line becomes samples, the samples a levelled Opus clip. Floor: speech.
 * The synthesiser is espeak-ng, run as a program; recordings replace it. Level means -18 LUFS
 * integrated (EBU R 128 / ITU-R BS.1770) with a true peak of at most -1 dBTP. */
#ifndef EPSTOPIK_SPEECH_H
#define EPSTOPIK_SPEECH_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "epstopik/pronounce.h"

enum { EPT_SPEECH_RATE_HZ = 48000 };

/* Mono samples at 48 kHz, full scale +-1. Zero-initialise; clear with ept_samples_clear. */
typedef struct ept_samples {
    float *p;
    size_t n, cap;
} ept_samples;
void ept_samples_clear(ept_samples *samples);
/* Appends; `to` is unchanged on EPT_E_NOMEM. `from` must be another one than `to`. */
EPT_NODISCARD ept_status ept_samples_add(ept_samples *to, const ept_samples *from);
EPT_NODISCARD ept_status ept_samples_silence(ept_samples *to, uint32_t ms);
/* Rounded up. What this module makes has a whole number of milliseconds. */
uint32_t ept_samples_ms(const ept_samples *samples);

typedef enum ept_voice {
    EPT_VOICE_NARRATOR,
    EPT_VOICE_MAN,
    EPT_VOICE_WOMAN,
    EPT_VOICE_MAN2,
    EPT_VOICE_WOMAN2,
} ept_voice;
enum { EPT_VOICE_COUNT = 5 };
/* False when `name` is none of narrator man woman man2 woman2. */
bool ept_voice_parse(ept_voice *out, const char *name);

/* Holds a temporary folder and a calibration sentence for each voice used. Not thread-safe. */
typedef struct ept_speech ept_speech;
/* Looks the synthesiser up. EPT_E_UNAVAILABLE: espeak-ng or one of its voices is missing or too
 * old; EPT_E_IO, EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_speech_open(ept_speech **out);
void ept_speech_close(ept_speech *speech); /* NULL is fine */
/* One string that changes whenever the same line would give another clip: versions of synthesiser
 * and encoder, revision of the settings here. Borrowed from `speech`. */
const char *ept_speech_version(const ept_speech *speech);

/* What the synthesiser gets for a reading, into `out` (reset first): a clause a line, its words as
 * phonemes in "[[...]]", at its end the mark that makes the melody and the pause behind: , . ! ?
 * EPT_E_FORMAT: there is nothing to say, or a word that is not Hangul, which is named; EPT_E_NOMEM.
 */
EPT_NODISCARD ept_status ept_speech_phonemes(ept_buf *out, const ept_reading *reading);

/* One line into `out` (what it held is dropped): its clauses as ept_speech_phonemes tells, with
 * pauses of 300 ms at commas and 600 ms between sentences at rate 150, longer in proportion when
 * slower; silence trimmed at both ends (20 ms kept); levelled. A line under 3 s is measured joined
 * with a fixed calibration sentence of the same voice, so that its level depends on itself only.
 * rate: espeak-ng words a minute, 80..450 (exam 150-160, slow 120-130). EPT_E_FORMAT: as
 * ept_speech_phonemes, or silence came out; EPT_E_INVAL: rate; EPT_E_UNAVAILABLE, EPT_E_IO,
 * EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_speech_say(ept_samples *out, ept_speech *speech, ept_voice voice,
                                        int rate, const ept_reading *reading);

/* A two-tone bell, 0.8 s, levelled, into `out` (what it held is dropped). EPT_E_NOMEM. */
EPT_NODISCARD ept_status ept_speech_bell(ept_samples *out);

/* Ogg Opus into `out` (reset first), 24 kbit/s mono, fixed serial and no comments: equal samples
 * give equal bytes with the same libraries. Its length is exactly that of the samples.
 * EPT_E_INVAL: no samples; EPT_E_NOMEM, EPT_E_IO. */
EPT_NODISCARD ept_status ept_speech_encode(ept_buf *out, const ept_samples *samples);
/* WAV 16 bit mono 48 kHz into `out` (reset first), for `ept say -o`. EPT_E_NOMEM; EPT_E_INVAL: too
 * long for the format (12 hours). */
EPT_NODISCARD ept_status ept_speech_wav(ept_buf *out, const ept_samples *samples);
/* A recording as a clip into `opus` (reset first). WAV (PCM of 16 or 24 bit, float of 32; mono or
 * stereo; 8-192 kHz) is mixed down, resampled, trimmed, levelled and encoded; below 3 s it is
 * measured as if said over and over. Ogg Opus, mono, is taken as it is. *ms: the true length,
 * rounded up. EPT_E_FORMAT: neither, damaged, cut short, or silent; EPT_E_NOMEM, EPT_E_IO. */
EPT_NODISCARD ept_status ept_speech_recording(ept_buf *opus, uint32_t *ms, ept_str file);

#endif
