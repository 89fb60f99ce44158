/* SPDX-License-Identifier: MIT */
/* test_recording.c - recordings of any make become clips. */
#include <string.h>

#include "support/ept_test.h"

#include "epstopik/arena.h"
#include "hearing.h"
#include "speech_priv.h"
#include "wav_files.h"

static ept_str all_of(const ept_buf *buf)
{
    return (ept_str){buf->p, buf->n};
}

static void recording__take__wav_of_any_rate(void **state)
{
    static const wav_kind kinds[] = {
        {1, 16, 1, 8000}, {1, 24, 2, 44100}, {3, 32, 1, 48000}, {1, 16, 2, 96000}};
    ept_buf file = {0};
    ept_buf clip = {0};
    uint32_t ms = 0;
    uint64_t n = 0;

    (void)state;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        wav_tone(&file, kinds[i], 440.0, 1000);
        assert_ok(ept_speech_recording(&clip, &ms, all_of(&file)));
        assert_in_range(ms, 1040, 1050); /* the ends are found to 5 ms each */
        assert_ok(speech_ogg_length(&n, all_of(&clip), "clip"));
        assert_int_equal(ms * 48U, n);
    }
    ept_buf_clear(&file);
    ept_buf_clear(&clip);
}

static void recording__take__opus_as_it_is(void **state)
{
    ept_samples tone = {0};
    ept_buf file = {0};
    ept_buf clip = {0};
    uint32_t ms = 0;

    (void)state;
    hearing_add_tone(&tone, 440.0, 1000);
    tone.n = 47990;
    assert_ok(ept_speech_encode(&file, &tone));
    assert_ok(ept_speech_recording(&clip, &ms, all_of(&file)));
    assert_int_equal(1000, ms);
    assert_int_equal(file.n, clip.n);
    assert_memory_equal(file.p, clip.p, clip.n);
    ept_samples_clear(&tone);
    ept_buf_clear(&file);
    ept_buf_clear(&clip);
}

static uint32_t ogg_crc(const char *p, size_t n)
{
    uint32_t crc = 0;

    for (size_t i = 0; i < n; i++) {
        crc ^= (uint32_t)(unsigned char)p[i] << 24;
        for (int bit = 0; bit < 8; bit++) {
            crc = crc >> 31 ? crc << 1 ^ 0x04C11DB7U : crc << 1;
        }
    }
    return crc;
}

/* The head of a clip (its first page, 47 bytes) with one byte changed and the checksum made right.
 */
static void change_head(ept_buf *clip, size_t at, char byte)
{
    clip->p[at] = byte;
    memset(clip->p + 22, 0, 4);
    uint32_t crc = ogg_crc(clip->p, 47);
    for (unsigned i = 0; i < 4; i++) {
        clip->p[22 + i] = (char)(unsigned char)(crc >> 8 * i & 0xFF);
    }
}

static void recording__refuse__opus_of_another_make(void **state)
{
    ept_samples tone = {0};
    ept_buf file = {0};
    ept_buf clip = {0};
    uint32_t ms = 1;

    (void)state;
    hearing_add_tone(&tone, 440.0, 100);
    assert_ok(ept_speech_encode(&file, &tone));
    change_head(&file, 28 + 9, 2);
    assert_status(EPT_E_FORMAT, ept_speech_recording(&clip, &ms, all_of(&file)));
    assert_non_null(strstr(ept_error(), "2 channels"));
    change_head(&file, 28 + 9, 1);
    assert_ok(ept_speech_recording(&clip, &ms, all_of(&file)));
    change_head(&file, 28 + 4, 'X');
    assert_status(EPT_E_FORMAT, ept_speech_recording(&clip, &ms, all_of(&file)));
    assert_non_null(strstr(ept_error(), "not Opus"));
    assert_int_equal(0, ms);
    assert_int_equal(0, clip.n);
    ept_samples_clear(&tone);
    ept_buf_clear(&file);
    ept_buf_clear(&clip);
}

static void recording__refuse__silence_and_other_files(void **state)
{
    ept_samples hush = {0};
    ept_buf file = {0};
    ept_buf clip = {0};
    uint32_t ms = 1;

    (void)state;
    assert_ok(ept_samples_silence(&hush, 2000));
    assert_ok(ept_speech_wav(&file, &hush));
    assert_status(EPT_E_FORMAT, ept_speech_recording(&clip, &ms, all_of(&file)));
    assert_non_null(strstr(ept_error(), "silence"));
    assert_status(EPT_E_FORMAT, ept_speech_recording(&clip, &ms, ept_str_of("ID3")));
    assert_status(EPT_E_FORMAT, ept_speech_recording(&clip, &ms, ept_str_of("")));
    assert_int_equal(0, ms);
    ept_samples_clear(&hush);
    ept_buf_clear(&file);
    ept_buf_clear(&clip);
}

static void recording__fail__at_each_allocation(void **state)
{
    ept_buf file = {0};
    ept_status st = EPT_E_NOMEM;
    size_t nth = 0;

    (void)state;
    wav_tone(&file, (wav_kind){1, 16, 1, 22050}, 440.0, 500);
    while (st == EPT_E_NOMEM) {
        ept_buf clip = {0};
        uint32_t ms = 1;
        ept_alloc_fail_at(++nth);
        st = ept_speech_recording(&clip, &ms, all_of(&file));
        ept_alloc_fail_at(0);
        assert_true((st == EPT_OK) == (ms > 0));
        ept_buf_clear(&clip);
    }
    assert_ok(st);
    assert_true(nth > 5);
    ept_buf_clear(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(recording__take__wav_of_any_rate),
        cmocka_unit_test(recording__take__opus_as_it_is),
        cmocka_unit_test(recording__refuse__opus_of_another_make),
        cmocka_unit_test(recording__refuse__silence_and_other_files),
        cmocka_unit_test(recording__fail__at_each_allocation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
