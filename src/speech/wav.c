/* SPDX-License-Identifier: MIT */
/* wav.c - RIFF WAVE, read from any common recorder and written in one form. Chunks that are not
 * needed are passed over. */
#include <string.h>

#include "epstopik/arena.h"
#include "speech_priv.h"

enum {
    FORMAT_PCM = 1,
    FORMAT_FLOAT = 3,
    FORMAT_EXTENSIBLE = 0xFFFE,
    FMT_BYTES = 16,
    FMT_EXTENSIBLE_BYTES = 40,
    SUBFORMAT_AT = 24,
    HEADER_BYTES = 44,
    CHUNK_HEAD = 8,
    RIFF_HEAD = 12,
    BYTES_16 = 2
};

typedef struct wav_format {
    unsigned code, channels, bits;
    uint32_t rate_hz;
} wav_format;

static uint32_t get(const char *p, size_t bytes)
{
    uint32_t value = 0;

    for (size_t i = bytes; i-- > 0;) {
        value = value << 8 | (unsigned char)p[i];
    }
    return value;
}

static ept_status read_format(wav_format *out, ept_str chunk, const char *what)
{
    if (chunk.n < FMT_BYTES) {
        return ept_fail(EPT_E_FORMAT, "%s: WAV format chunk is too short", what);
    }
    out->code = get(chunk.p, 2);
    out->channels = get(chunk.p + 2, 2);
    out->rate_hz = get(chunk.p + 4, 4);
    out->bits = get(chunk.p + 14, 2);
    if (out->code == FORMAT_EXTENSIBLE && chunk.n >= FMT_EXTENSIBLE_BYTES) {
        out->code = get(chunk.p + SUBFORMAT_AT, 2);
    }
    bool known = (out->code == FORMAT_PCM && (out->bits == 16 || out->bits == 24)) ||
                 (out->code == FORMAT_FLOAT && out->bits == 32);
    if (!known) {
        return ept_fail(EPT_E_FORMAT,
                        "%s: WAV of kind %u with %u bits; readable are PCM 16, PCM 24 "
                        "and float 32",
                        what, out->code, out->bits);
    }
    if (out->channels < 1 || out->channels > 2) {
        return ept_fail(EPT_E_FORMAT, "%s: WAV with %u channels, not 1 or 2", what, out->channels);
    }
    return EPT_OK;
}

static float read_sample(const char *p, const wav_format *format)
{
    float value = 0.0F;

    if (format->code == FORMAT_FLOAT) {
        uint32_t bits = get(p, 4);
        memcpy(&value, &bits, sizeof value);
        return value > -16.0F && value < 16.0F ? value : 0.0F; /* also when it is no number */
    }
    uint32_t raw = get(p, format->bits / 8);
    uint32_t sign = (uint32_t)1 << (format->bits - 1);
    int64_t whole = (int64_t)raw - ((raw & sign) != 0 ? (int64_t)sign * 2 : 0);
    return (float)((double)whole / (double)sign);
}

static ept_status read_data(ept_samples *out, ept_str data, const wav_format *format,
                            const char *what)
{
    size_t bytes = format->bits / 8;
    size_t n = data.n / (bytes * format->channels);

    if (n == 0) {
        return ept_fail(EPT_E_FORMAT, "%s: WAV without samples", what);
    }
    float *mono = ept_calloc(n, sizeof *mono);
    if (!mono) {
        return ept_fail(EPT_E_NOMEM, "read %s: no memory", what);
    }
    for (size_t i = 0; i < n; i++) {
        const char *frame = data.p + i * bytes * format->channels;
        float left = read_sample(frame, format);
        float right = format->channels == 2 ? read_sample(frame + bytes, format) : left;
        mono[i] = (left + right) / 2.0F;
    }
    ept_status st = speech_resample(out, mono, n, format->rate_hz);
    ept_free(mono);
    return st;
}

ept_status speech_wav_read(ept_samples *out, ept_str file, const char *what)
{
    wav_format format = {0};
    size_t at = RIFF_HEAD;

    ept_samples_clear(out);
    if (file.n < RIFF_HEAD || memcmp(file.p, "RIFF", 4) != 0 ||
        memcmp(file.p + CHUNK_HEAD, "WAVE", 4) != 0) {
        return ept_fail(EPT_E_FORMAT, "%s: no WAV file", what);
    }
    while (at + CHUNK_HEAD <= file.n) {
        const char *head = file.p + at;
        size_t size = get(head + 4, 4);
        at += CHUNK_HEAD;
        if (size > file.n - at) {
            return ept_fail(EPT_E_FORMAT, "%s: WAV cut short: %zu of %zu bytes", what, file.n - at,
                            size);
        }
        const ept_str chunk = {file.p + at, size};
        if (memcmp(head, "fmt ", 4) == 0) {
            ept_status st = read_format(&format, chunk, what);
            if (st != EPT_OK) {
                return st;
            }
        } else if (memcmp(head, "data", 4) == 0) {
            return format.channels > 0
                       ? read_data(out, chunk, &format, what)
                       : ept_fail(EPT_E_FORMAT, "%s: WAV data before its format", what);
        }
        at += size + size % 2;
    }
    return ept_fail(EPT_E_FORMAT, "%s: WAV without data", what);
}

static void put(ept_buf *out, uint32_t value, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        char byte = (char)(unsigned char)(value >> 8 * i & 0xFF);
        ept_buf_add(out, &byte, 1);
    }
}

/* Rounded to the nearest step, clipped at full scale. */
static uint32_t to_16_bit(float value)
{
    double scaled = (double)value * 32768.0;
    double held = scaled > 32767.0 ? 32767.0 : scaled < -32768.0 ? -32768.0 : scaled;

    return (uint32_t)(int32_t)(held < 0.0 ? held - 0.5 : held + 0.5);
}

ept_status ept_speech_wav(ept_buf *out, const ept_samples *samples)
{
    ept_buf_reset(out);
    if (samples->n > (UINT32_MAX - HEADER_BYTES) / BYTES_16) {
        return ept_fail(EPT_E_INVAL, "write WAV: longer than the format holds");
    }
    uint32_t bytes = (uint32_t)samples->n * BYTES_16;
    ept_buf_puts(out, "RIFF");
    put(out, HEADER_BYTES - CHUNK_HEAD + bytes, 4);
    ept_buf_puts(out, "WAVEfmt ");
    put(out, FMT_BYTES, 4);
    put(out, FORMAT_PCM, 2);
    put(out, 1, 2);
    put(out, EPT_SPEECH_RATE_HZ, 4);
    put(out, EPT_SPEECH_RATE_HZ * BYTES_16, 4);
    put(out, BYTES_16, 2);
    put(out, 8 * BYTES_16, 2);
    ept_buf_puts(out, "data");
    put(out, bytes, 4);
    for (size_t i = 0; i < samples->n; i++) {
        put(out, to_16_bit(samples->p[i]), BYTES_16);
    }
    return ept_buf_ok(out);
}
