/* SPDX-License-Identifier: MIT */
/* speech_priv.h - what the files of speech share: the steps from any sound to a levelled clip. */
#ifndef SPEECH_PRIV_H
#define SPEECH_PRIV_H
#include "epstopik/speech.h"

enum { SPEECH_SAMPLES_PER_MS = EPT_SPEECH_RATE_HZ / 1000, SPEECH_ALONE_MS = 3000 };

/* Room for `more` samples behind n. EPT_E_NOMEM. */
EPT_NODISCARD ept_status speech_reserve(ept_samples *samples, size_t more);

/* Appends `n` mono samples of any rate, 8..192 kHz, at 48 kHz. EPT_E_FORMAT: another rate. */
EPT_NODISCARD ept_status speech_resample(ept_samples *to, const float *from, size_t n,
                                         uint32_t rate_hz);

/* Cuts the silence at both ends but 20 ms, fades 5 ms, and fills up to a whole millisecond.
 * `what` names the sound in messages. EPT_E_FORMAT: all of it is silent. */
EPT_NODISCARD ept_status speech_trim(ept_samples *samples, const char *what);

/* Brings `samples` to the level. `joined` (NULL: the sound itself, repeated) is measured with a
 * sound under 3 s. EPT_E_FORMAT: too quiet to be measured; EPT_E_NOMEM. */
EPT_NODISCARD ept_status speech_level(ept_samples *samples, const ept_samples *joined,
                                      const char *what);

/* Integrated loudness in LUFS and true peak in dBTP (NULL: not wanted, it takes longest).
 * EPT_E_NOMEM. */
EPT_NODISCARD ept_status speech_measure(double *lufs, double *peak_db, const ept_samples *samples);

/* Reads a whole WAV file as mono 48 kHz into `out` (what it held is dropped). EPT_E_FORMAT,
 * EPT_E_NOMEM. */
EPT_NODISCARD ept_status speech_wav_read(ept_samples *out, ept_str file, const char *what);

/* Checks an Ogg Opus file page by page and tells its true length in samples of 48 kHz.
 * EPT_E_FORMAT: not one whole mono Opus stream. */
EPT_NODISCARD ept_status speech_ogg_length(uint64_t *samples, ept_str file, const char *what);

/* Appends names and versions of the encoding libraries, as they write them into a clip.
 * EPT_E_NOMEM, EPT_E_IO. */
EPT_NODISCARD ept_status speech_encoder_version(ept_buf *out);

/* Names of all phonemes that ept_speech_phonemes uses, one blank between. The synthesiser drops
 * what follows a name that it does not know without a word, so they are tried when it is opened. */
extern const char speech_sounds[];

/* ept_speech_open with another program than espeak-ng, for tests. */
EPT_NODISCARD ept_status speech_open_program(ept_speech **out, const char *program);

#endif
