/* SPDX-License-Identifier: MIT */
/* Silence as an Ogg Opus file, written by hand: for banks that are built without speech. One packet
 * is six frames of 20 ms, each the two bytes by which CELT says nothing (RFC 6716, 7845; Ogg: RFC
 * 3533). */
#include <string.h>

#include "bank_priv.h"

enum {
    FRAME_SAMPLES = 960, /* 20 ms at 48 kHz */
    PACKET_FRAMES = 6,
    PACKET_BYTES = 2 + 2 * PACKET_FRAMES,
    PAGE_PACKETS = 200, /* under 255 lacing values */
    SERIAL = 1,
};

static void put_le(unsigned char *to, uint64_t value, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        to[i] = (unsigned char)(value >> (8 * i) & 0xff);
    }
}

/* Ogg's checksum: polynomial 0x04c11db7, not reflected, start and end 0. */
static uint32_t ogg_crc(const unsigned char *bytes, size_t n)
{
    uint32_t crc = 0;

    for (size_t i = 0; i < n; i++) {
        crc ^= (uint32_t)bytes[i] << 24;
        for (int bit = 0; bit < 8; bit++) {
            crc = (crc & 0x80000000U) != 0 ? crc << 1 ^ 0x04c11db7U : crc << 1;
        }
    }
    return crc;
}

typedef struct ogg_page {
    unsigned flags; /* 2 first, 4 last */
    uint64_t samples;
    uint32_t number;
    const unsigned char *sizes; /* lacing values */
    size_t size_count;
} ogg_page;

static void put_page(ept_buf *out, const ogg_page *page, const void *body, size_t n)
{
    unsigned char head[27] = "OggS";
    size_t at = out->n;

    head[5] = (unsigned char)page->flags;
    put_le(head + 6, page->samples, 8);
    put_le(head + 14, SERIAL, 4);
    put_le(head + 18, page->number, 4);
    head[26] = (unsigned char)page->size_count;
    ept_buf_add(out, head, sizeof head);
    ept_buf_add(out, page->sizes, page->size_count);
    ept_buf_add(out, body, n);
    if (!out->failed) {
        unsigned char *start = (unsigned char *)out->p + at;
        put_le(start + 22, ogg_crc(start, out->n - at), 4);
    }
}

static void put_packet(unsigned char *to, size_t frames)
{
    to[0] = 0xfb; /* CELT, full band, 20 ms, mono; frame count follows */
    to[1] = (unsigned char)frames;
    for (size_t i = 0; i < frames; i++) {
        to[2 + 2 * i] = 0xff;
        to[3 + 2 * i] = 0xfe;
    }
}

ept_status bank_silence(ept_buf *out, uint32_t ms)
{
    static const unsigned char head[19] = "OpusHead\1\1\0\0\x80\xbb\0";
    static const unsigned char tags[] = "OpusTags\x0b\0\0\0eps-topik 1\0\0\0";
    unsigned char sizes[PAGE_PACKETS], body[PAGE_PACKETS * PACKET_BYTES];
    const unsigned char head_size = sizeof head, tags_size = sizeof tags;
    uint64_t left = ms / 20 + (ms % 20 != 0), done = 0;

    ept_buf_reset(out);
    put_page(out, &(ogg_page){.flags = 2, .sizes = &head_size, .size_count = 1}, head, sizeof head);
    put_page(out, &(ogg_page){.number = 1, .sizes = &tags_size, .size_count = 1}, tags,
             sizeof tags);
    for (uint32_t number = 2; left > 0; number++) {
        size_t packets = 0, bytes = 0;
        while (left > 0 && packets < PAGE_PACKETS) {
            size_t frames = left < PACKET_FRAMES ? (size_t)left : PACKET_FRAMES;
            put_packet(body + bytes, frames);
            sizes[packets++] = (unsigned char)(2 + 2 * frames);
            bytes += 2 + 2 * frames;
            left -= frames;
            done += frames;
        }
        put_page(out,
                 &(ogg_page){.flags = left == 0 ? 4 : 0,
                             .samples = done * FRAME_SAMPLES,
                             .number = number,
                             .sizes = sizes,
                             .size_count = packets},
                 body, bytes);
    }
    return ept_buf_ok(out);
}
