/* SPDX-License-Identifier: MIT */
/* wav_files.c - writes what recorders write. */
#include "wav_files.h"

#include <math.h>
#include <string.h>

void wav_put(ept_buf *out, uint64_t value, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; i++) {
        char byte = (char)(unsigned char)(value >> 8 * i & 0xFF);
        ept_buf_add(out, &byte, 1);
    }
}

static void put_value(ept_buf *out, wav_kind kind, double value)
{
    if (kind.code == 3) {
        float f = (float)value;
        uint32_t bits = 0;
        memcpy(&bits, &f, sizeof bits);
        wav_put(out, bits, 4);
    } else {
        double full = (double)((uint32_t)1 << (kind.bits - 1));
        wav_put(out, (uint64_t)(int64_t)lround(value * full), kind.bits / 8);
    }
}

void wav_tone(ept_buf *out, wav_kind kind, double hz, uint32_t ms)
{
    uint32_t edge = kind.rate_hz / 10;
    uint32_t sounding = (uint32_t)((uint64_t)kind.rate_hz * ms / 1000);
    uint32_t frame = kind.channels * kind.bits / 8;
    uint32_t data = (sounding + 2 * edge) * frame;
    unsigned format = kind.code == 0xFFFE ? 40 : 16;

    ept_buf_reset(out);
    ept_buf_puts(out, "RIFF");
    wav_put(out, 4 + 8 + format + 8 + 4 + 8 + data, 4);
    ept_buf_puts(out, "WAVEfmt ");
    wav_put(out, format, 4);
    wav_put(out, kind.code, 2);
    wav_put(out, kind.channels, 2);
    wav_put(out, kind.rate_hz, 4);
    wav_put(out, (uint64_t)kind.rate_hz * frame, 4);
    wav_put(out, frame, 2);
    wav_put(out, kind.bits, 2);
    if (format == 40) {
        wav_put(out, 22, 2);
        wav_put(out, kind.bits, 2);
        wav_put(out, 0, 4);
        wav_put(out, 1, 2);
        wav_put(out, 0, 7);
        wav_put(out, 0, 7);
    }
    ept_buf_puts(out, "LIST");
    wav_put(out, 3, 4);
    ept_buf_add(out, "abc", 4);
    ept_buf_puts(out, "data");
    wav_put(out, data, 4);
    for (uint32_t i = 0; i < sounding + 2 * edge; i++) {
        double at = 6.28318530717958647692 * hz * i / kind.rate_hz;
        put_value(out, kind, i >= edge && i < edge + sounding ? 0.25 * sin(at) : 0.0);
        if (kind.channels == 2) {
            put_value(out, kind, 0.0);
        }
    }
}
