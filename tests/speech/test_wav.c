/* SPDX-License-Identifier: MIT */
/* test_wav.c - WAV out and in again, other people's WAV, broken WAV. */
#include <math.h>
#include <string.h>

#include "support/ept_test.h"

#include "hearing.h"
#include "speech_priv.h"
#include "wav_files.h"

static ept_str all_of(const ept_buf *buf)
{
    return (ept_str){buf->p, buf->n};
}

static void wav__write__reads_back_the_same(void **state)
{
    ept_samples out = {0};
    ept_samples in = {0};
    ept_buf file = {0};

    (void)state;
    hearing_add_tone(&out, 440.0, 500);
    assert_ok(ept_speech_wav(&file, &out));
    assert_int_equal(44 + 2 * out.n, file.n);
    assert_ok(speech_wav_read(&in, all_of(&file), "copy"));
    assert_int_equal(out.n, in.n);
    for (size_t i = 0; i < out.n; i++) {
        assert_true(fabsf(out.p[i] - in.p[i]) <= 1.0F / 65535.0F);
    }
    ept_samples_clear(&out);
    ept_samples_clear(&in);
    ept_buf_clear(&file);
}

static void wav__write__clips_at_full_scale(void **state)
{
    float loud[] = {1.5F, -1.5F, 1.0F, -1.0F};
    const ept_samples out = {loud, 4, 4};
    ept_samples in = {0};
    ept_buf file = {0};

    (void)state;
    assert_ok(ept_speech_wav(&file, &out));
    assert_ok(speech_wav_read(&in, all_of(&file), "copy"));
    assert_true(in.p[0] > 0.9999F && in.p[2] > 0.9999F);
    assert_true(in.p[1] == -1.0F && in.p[3] == -1.0F);
    ept_samples_clear(&in);
    ept_buf_clear(&file);
}

static void wav__read__every_kind(void **state)
{
    static const wav_kind kinds[] = {
        {1, 16, 1, 48000}, {1, 16, 2, 44100}, {1, 24, 1, 22050},      {1, 24, 2, 96000},
        {3, 32, 1, 16000}, {3, 32, 2, 48000}, {0xFFFE, 16, 1, 44100}, {0xFFFE, 24, 2, 8000},
    };
    ept_samples in = {0};
    ept_buf file = {0};

    (void)state;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        wav_tone(&file, kinds[i], 440.0, 1000);
        assert_ok(speech_wav_read(&in, all_of(&file), "tone"));
        assert_int_equal(1200, ept_samples_ms(&in));
        double tone = hearing_tone(&in, 440.0, 4800 + 2400, 4800 + 45600);
        if (fabs(tone - (kinds[i].channels == 2 ? 0.125 : 0.25)) > 0.001) {
            fail_msg("kind %zu: the tone has %f", i, tone);
        }
    }
    ept_samples_clear(&in);
    ept_buf_clear(&file);
}

static void assert_refused(ept_str file, const char *why)
{
    ept_samples in = {0};

    assert_status(EPT_E_FORMAT, speech_wav_read(&in, file, "yes.wav"));
    assert_non_null(strstr(ept_error(), "yes.wav"));
    if (!strstr(ept_error(), why)) {
        fail_msg("\"%s\" does not say \"%s\"", ept_error(), why);
    }
    assert_null(in.p);
}

static void wav__refuse__what_it_cannot_read(void **state)
{
    static const struct {
        wav_kind kind;
        const char *why;
    } cases[] = {
        {{1, 8, 1, 48000}, "8 bits"},      {{3, 64, 1, 48000}, "64 bits"},
        {{85, 16, 1, 48000}, "kind 85"},   {{1, 16, 3, 48000}, "3 channels"},
        {{1, 16, 0, 48000}, "0 channels"},
    };
    ept_buf file = {0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        wav_tone(&file, (wav_kind){1, 16, 1, 48000}, 440.0, 10);
        file.p[20] = (char)cases[i].kind.code;
        file.p[22] = (char)cases[i].kind.channels;
        file.p[34] = (char)cases[i].kind.bits;
        assert_refused(all_of(&file), cases[i].why);
    }
    assert_refused(ept_str_of("ID3 something else entirely"), "no WAV");
    assert_refused(ept_str_of(""), "no WAV");
    ept_buf_clear(&file);
}

static void wav__refuse__every_shortened_file(void **state)
{
    ept_samples in = {0};
    ept_buf file = {0};

    (void)state;
    wav_tone(&file, (wav_kind){1, 16, 1, 8000}, 440.0, 10);
    for (size_t n = 0; n < file.n; n++) {
        ept_str part = {file.p, n};
        assert_status(EPT_E_FORMAT, speech_wav_read(&in, part, "part"));
    }
    assert_ok(speech_wav_read(&in, all_of(&file), "whole"));
    ept_samples_clear(&in);
    ept_buf_clear(&file);
}

static void wav__read__float_that_is_no_number_as_silence(void **state)
{
    ept_samples in = {0};
    ept_buf file = {0};

    (void)state;
    wav_tone(&file, (wav_kind){3, 32, 1, 48000}, 440.0, 10);
    size_t at = file.n - 4;
    memcpy(file.p + at, "\x00\x00\xC0\x7F", 4);
    memcpy(file.p + at - 4, "\x00\x00\x80\x7F", 4);
    assert_ok(speech_wav_read(&in, all_of(&file), "odd"));
    assert_true(in.p[in.n - 1] == 0.0F && in.p[in.n - 2] == 0.0F);
    ept_samples_clear(&in);
    ept_buf_clear(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wav__write__reads_back_the_same),
        cmocka_unit_test(wav__write__clips_at_full_scale),
        cmocka_unit_test(wav__read__every_kind),
        cmocka_unit_test(wav__refuse__what_it_cannot_read),
        cmocka_unit_test(wav__refuse__every_shortened_file),
        cmocka_unit_test(wav__read__float_that_is_no_number_as_silence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
