/* SPDX-License-Identifier: MIT */
/* recording.c - somebody's own recording becomes a clip like the synthesiser's. */
#include <string.h>

#include "speech_priv.h"

static ept_status take_opus(ept_buf *opus, uint32_t *ms, ept_str file)
{
    uint64_t samples = 0;
    ept_status st = speech_ogg_length(&samples, file, "recording");

    if (st == EPT_OK) {
        uint64_t whole = (samples + SPEECH_SAMPLES_PER_MS - 1) / SPEECH_SAMPLES_PER_MS;
        if (whole > UINT32_MAX) {
            return ept_fail(EPT_E_FORMAT, "recording: longer than 49 days");
        }
        *ms = (uint32_t)whole;
        ept_buf_add(opus, file.p, file.n);
        st = ept_buf_ok(opus);
    }
    return st;
}

ept_status ept_speech_recording(ept_buf *opus, uint32_t *ms, ept_str file)
{
    ept_samples samples = {0};

    *ms = 0;
    ept_buf_reset(opus);
    if (file.n >= 4 && memcmp(file.p, "OggS", 4) == 0) {
        return take_opus(opus, ms, file);
    }
    ept_status st = speech_wav_read(&samples, file, "recording");
    if (st == EPT_OK) {
        st = speech_trim(&samples, "recording");
    }
    if (st == EPT_OK) {
        st = speech_level(&samples, NULL, "recording");
    }
    if (st == EPT_OK) {
        st = ept_speech_encode(opus, &samples);
        *ms = st == EPT_OK ? ept_samples_ms(&samples) : 0;
    }
    ept_samples_clear(&samples);
    return st;
}
