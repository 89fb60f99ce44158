/* SPDX-License-Identifier: MIT */
/* encode.c - samples to Ogg Opus by libopusenc. What would differ from run to run is fixed: the
 * serial number, no comments, no padding for later comments. */
#include <opusenc.h>
#include <string.h>

#include "speech_priv.h"

enum { SERIAL = 0x455054, BITS_PER_SECOND = 24000, PIECE = EPT_SPEECH_RATE_HZ };

static int write_bytes(void *user_data, const unsigned char *bytes, opus_int32 n)
{
    ept_buf *out = user_data;

    ept_buf_add(out, bytes, (size_t)n);
    return out->failed ? 1 : 0;
}

static int close_nothing(void *user_data)
{
    (void)user_data;
    return 0;
}

static int set_up(OggOpusEnc *encoder)
{
    int code = ope_encoder_ctl(encoder, OPE_SET_SERIALNO(SERIAL));

    if (code == OPE_OK) {
        code = ope_encoder_ctl(encoder, OPE_SET_COMMENT_PADDING(0));
    }
    if (code == OPE_OK) {
        code = ope_encoder_ctl(encoder, OPUS_SET_BITRATE(BITS_PER_SECOND));
    }
    if (code == OPE_OK) {
        code = ope_encoder_ctl(encoder, OPUS_SET_SIGNAL(OPUS_SIGNAL_VOICE));
    }
    if (code == OPE_OK) {
        /* libopusenc 0.2.1 reads the frame size while draining even when none was set. */
        code = ope_encoder_ctl(encoder, OPUS_SET_EXPERT_FRAME_DURATION(OPUS_FRAMESIZE_20_MS));
    }
    return code;
}

ept_status ept_speech_encode(ept_buf *out, const ept_samples *samples)
{
    const OpusEncCallbacks callbacks = {.write = write_bytes, .close = close_nothing};
    OggOpusComments *comments = NULL;
    OggOpusEnc *encoder = NULL;
    int code = OPE_ALLOC_FAIL;

    ept_buf_reset(out);
    if (samples->n == 0) {
        return ept_fail(EPT_E_INVAL, "encode: no samples");
    }
    comments = ope_comments_create();
    if (comments) {
        encoder = ope_encoder_create_callbacks(&callbacks, out, comments, EPT_SPEECH_RATE_HZ, 1, 0,
                                               &code);
    }
    if (encoder) {
        code = set_up(encoder);
    }
    for (size_t at = 0; code == OPE_OK && at < samples->n; at += PIECE) {
        size_t n = samples->n - at < PIECE ? samples->n - at : PIECE;
        code = ope_encoder_write_float(encoder, samples->p + at, (int)n);
    }
    if (code == OPE_OK) {
        code = ope_encoder_drain(encoder);
    }
    if (encoder) {
        ope_encoder_destroy(encoder);
    }
    if (comments) {
        ope_comments_destroy(comments);
    }
    if (out->failed || code == OPE_ALLOC_FAIL) {
        return ept_fail(EPT_E_NOMEM, "encode: no memory");
    }
    return code == OPE_OK ? EPT_OK : ept_fail(EPT_E_IO, "encode: %s", ope_strerror(code));
}

/* The vendor field of a clip's OpusTags (RFC 7845 section 5.2): the only place that names both
 * libraries. */
ept_status speech_encoder_version(ept_buf *out)
{
    static const char mark[] = "OpusTags";
    float silence = 0.0F;
    const ept_samples one = {&silence, 1, 1};
    ept_buf clip = {0};

    ept_status st = ept_speech_encode(&clip, &one);
    size_t at = 0;
    while (st == EPT_OK && at + 12 <= clip.n && memcmp(clip.p + at, mark, 8) != 0) {
        at++;
    }
    if (st == EPT_OK && at + 12 <= clip.n) {
        size_t n = (unsigned char)clip.p[at + 8]; /* far below 256 */
        size_t left = clip.n - at - 12;
        ept_buf_add(out, clip.p + at + 12, n < left ? n : left);
        st = ept_buf_ok(out);
    }
    ept_buf_clear(&clip);
    return st;
}
