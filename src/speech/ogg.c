/* SPDX-License-Identifier: MIT */
/* ogg.c - is a file one whole mono Ogg Opus stream, and how long is it? Pages by RFC 3533, the
 * Opus header and granule positions by RFC 7845, packet durations by RFC 6716 section 3.1. */
#include <string.h>

#include "speech_priv.h"

enum {
    PAGE_HEAD = 27,
    CRC_AT = 22,
    OPUS_HEAD_BYTES = 19,
    FLAG_CONTINUED = 1,
    FLAG_FIRST = 2,
    FLAG_LAST = 4,
    LACE_FULL = 255,
    HEADER_PACKETS = 2 /* OpusHead, OpusTags */
};

typedef struct ogg_page {
    ept_str whole;
    unsigned flags, segments;
    uint64_t granule;
    uint32_t serial, sequence;
    const unsigned char *lacing, *body;
} ogg_page;

/* What is known of the stream so far. */
typedef struct ogg_stream {
    uint32_t serial, pages, packets;
    uint64_t granule, samples; /* last granule position; sum of the packets' durations */
    uint32_t pre_skip;
    bool inside, ended;     /* inside: a packet goes on in the next page */
    unsigned char start[2]; /* of the packet being read */
    size_t have;
} ogg_stream;

static uint64_t get(const unsigned char *p, size_t bytes)
{
    uint64_t value = 0;

    for (size_t i = bytes; i-- > 0;) {
        value = value << 8 | p[i];
    }
    return value;
}

/* CRC-32 of Ogg: polynomial 0x04C11DB7, not reflected, its own field taken as 0. */
static uint32_t page_crc(ept_str page)
{
    uint32_t crc = 0;

    for (size_t i = 0; i < page.n; i++) {
        uint32_t byte = i >= CRC_AT && i < CRC_AT + 4 ? 0 : (unsigned char)page.p[i];
        crc ^= byte << 24;
        for (int bit = 0; bit < 8; bit++) {
            crc = crc & 0x80000000U ? crc << 1 ^ 0x04C11DB7U : crc << 1;
        }
    }
    return crc;
}

static ept_status read_page(ogg_page *out, ept_str file, size_t at, const char *what)
{
    const unsigned char *p = (const unsigned char *)file.p + at;
    size_t left = file.n - at;
    size_t body = 0;

    if (left < PAGE_HEAD || memcmp(p, "OggS", 4) != 0 || p[4] != 0) {
        return ept_fail(EPT_E_FORMAT, "%s: no Ogg page at byte %zu", what, at);
    }
    out->segments = p[26];
    out->lacing = p + PAGE_HEAD;
    out->body = out->lacing + out->segments;
    if (left < PAGE_HEAD + out->segments) {
        return ept_fail(EPT_E_FORMAT, "%s: Ogg page at byte %zu cut short", what, at);
    }
    for (unsigned i = 0; i < out->segments; i++) {
        body += out->lacing[i];
    }
    out->whole = (ept_str){file.p + at, PAGE_HEAD + out->segments + body};
    if (left < out->whole.n) {
        return ept_fail(EPT_E_FORMAT, "%s: Ogg page at byte %zu cut short", what, at);
    }
    out->flags = p[5];
    out->granule = get(p + 6, 8);
    out->serial = (uint32_t)get(p + 14, 4);
    out->sequence = (uint32_t)get(p + 18, 4);
    if (page_crc(out->whole) != get(p + CRC_AT, 4)) {
        return ept_fail(EPT_E_FORMAT, "%s: Ogg page at byte %zu is damaged", what, at);
    }
    return EPT_OK;
}

/* Samples at 48 kHz of a packet, from its first byte and the count in its second. */
static uint32_t packet_samples(const unsigned char start[2], size_t n)
{
    unsigned config = start[0] >> 3;
    unsigned code = start[0] & 3;
    uint32_t frame = config < 12   ? (config % 4 == 3 ? 2880U : 480U << config % 4)
                     : config < 16 ? 480U << config % 2
                                   : 120U << config % 4;
    uint32_t frames = code == 0 ? 1 : code < 3 ? 2 : n > 1 ? start[1] & 63U : 0;

    return frame * frames;
}

static ept_status end_packet(ogg_stream *stream, const ogg_page *page, const char *what)
{
    stream->packets++;
    if (stream->packets == 1) {
        const unsigned char *head = page->body;
        size_t n = page->whole.n - PAGE_HEAD - page->segments;
        if (n < OPUS_HEAD_BYTES || memcmp(head, "OpusHead", 8) != 0 || head[8] >> 4 != 0) {
            return ept_fail(EPT_E_FORMAT, "%s: Ogg, but not Opus", what);
        }
        if (head[9] != 1) {
            return ept_fail(EPT_E_FORMAT, "%s: Opus with %u channels, not mono", what,
                            (unsigned)head[9]);
        }
        stream->pre_skip = (uint32_t)get(head + 10, 2);
    } else if (stream->packets > HEADER_PACKETS) {
        uint32_t samples = stream->have > 0 ? packet_samples(stream->start, stream->have) : 0;
        if (samples == 0) {
            return ept_fail(EPT_E_FORMAT, "%s: empty Opus packet", what);
        }
        stream->samples += samples;
    }
    return EPT_OK;
}

static ept_status take_page(ogg_stream *stream, const ogg_page *page, const char *what)
{
    const unsigned char *at = page->body;

    if (stream->pages == 0) {
        stream->serial = page->serial;
    }
    bool first = stream->pages == 0;
    bool fits = page->serial == stream->serial && page->sequence == stream->pages &&
                !stream->ended && first == ((page->flags & FLAG_FIRST) != 0) &&
                stream->inside == ((page->flags & FLAG_CONTINUED) != 0);
    if (!fits) {
        return ept_fail(EPT_E_FORMAT, "%s: Ogg page %u is missing or of another stream", what,
                        (unsigned)stream->pages);
    }
    for (unsigned i = 0; i < page->segments; i++) {
        size_t n = page->lacing[i];
        if (!stream->inside) {
            stream->have = 0;
        }
        for (size_t k = 0; k < n && stream->have < sizeof stream->start; k++) {
            stream->start[stream->have++] = at[k];
        }
        at += n;
        stream->inside = n == LACE_FULL;
        ept_status st = stream->inside ? EPT_OK : end_packet(stream, page, what);
        if (st != EPT_OK) {
            return st;
        }
    }
    if (page->granule != UINT64_MAX) { /* else no packet ends on this page */
        stream->granule = page->granule;
    }
    stream->ended = (page->flags & FLAG_LAST) != 0;
    stream->pages++;
    return EPT_OK;
}

ept_status speech_ogg_length(uint64_t *samples, ept_str file, const char *what)
{
    ogg_stream stream = {0};
    size_t at = 0;

    *samples = 0;
    while (at < file.n) {
        ogg_page page = {0};
        ept_status st = read_page(&page, file, at, what);
        if (st == EPT_OK) {
            st = take_page(&stream, &page, what);
        }
        if (st != EPT_OK) {
            return st;
        }
        at += page.whole.n;
    }
    if (!stream.ended || stream.inside) {
        return ept_fail(EPT_E_FORMAT, "%s: Opus cut short", what);
    }
    if (stream.granule > stream.samples || stream.granule <= stream.pre_skip) {
        return ept_fail(EPT_E_FORMAT, "%s: Opus whose positions do not fit its packets", what);
    }
    *samples = stream.granule - stream.pre_skip;
    return EPT_OK;
}
