/* SPDX-License-Identifier: MIT */
/* test_encode.c - clips: same bytes, true length, damage found. */
#include <string.h>

#include "support/ept_test.h"

#include "epstopik/arena.h"
#include "hearing.h"
#include "speech_priv.h"

static ept_str all_of(const ept_buf *buf)
{
    return (ept_str){buf->p, buf->n};
}

static void encode__repeat__gives_the_same_bytes(void **state)
{
    ept_samples tone = {0};
    ept_buf first = {0};
    ept_buf second = {0};

    (void)state;
    hearing_add_tone(&tone, 440.0, 1500);
    assert_ok(ept_speech_encode(&first, &tone));
    assert_ok(ept_speech_encode(&second, &tone));
    assert_int_equal(first.n, second.n);
    assert_memory_equal(first.p, second.p, first.n);
    tone.p[tone.n / 2] += 0.5F;
    assert_ok(ept_speech_encode(&second, &tone));
    assert_false(first.n == second.n && memcmp(first.p, second.p, first.n) == 0);
    ept_samples_clear(&tone);
    ept_buf_clear(&first);
    ept_buf_clear(&second);
}

static void encode__keep__exact_number_of_samples(void **state)
{
    static const size_t lengths[] = {1,   47,  48,    647,   648,   959,
                                     960, 961, 47999, 48000, 48001, 480001};
    ept_samples tone = {0};
    ept_buf clip = {0};
    uint64_t n = 0;

    (void)state;
    hearing_add_tone(&tone, 440.0, 10001);
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        tone.n = lengths[i];
        assert_ok(ept_speech_encode(&clip, &tone));
        assert_ok(speech_ogg_length(&n, all_of(&clip), "clip"));
        assert_int_equal(lengths[i], n);
    }
    ept_samples_clear(&tone);
    ept_buf_clear(&clip);
}

static void encode__keep__about_24_kbit(void **state)
{
    ept_samples tone = {0};
    ept_buf clip = {0};

    (void)state;
    hearing_add_tone(&tone, 440.0, 10000);
    assert_ok(ept_speech_encode(&clip, &tone));
    assert_in_range(clip.n, 10 * 3000 / 2, 10 * 3000 * 3 / 2);
    ept_samples_clear(&tone);
    ept_buf_clear(&clip);
}

static void encode__refuse__nothing(void **state)
{
    const ept_samples none = {0};
    ept_buf clip = {0};

    (void)state;
    assert_status(EPT_E_INVAL, ept_speech_encode(&clip, &none));
    assert_int_equal(0, clip.n);
    ept_buf_clear(&clip);
}

static void encode__fail__without_memory(void **state)
{
    ept_samples tone = {0};
    ept_buf clip = {0};

    (void)state;
    hearing_add_tone(&tone, 440.0, 100);
    ept_alloc_fail_at(1);
    ept_status st = ept_speech_encode(&clip, &tone);
    ept_alloc_fail_at(0);
    assert_status(EPT_E_NOMEM, st);
    ept_samples_clear(&tone);
    ept_buf_clear(&clip);
}

static void encode__name__both_libraries(void **state)
{
    ept_buf version = {0};

    (void)state;
    assert_ok(speech_encoder_version(&version));
    assert_non_null(strstr(version.p, "libopus "));
    assert_non_null(strstr(version.p, "libopusenc "));
    ept_buf_clear(&version);
}

/* The checksum covers a page, the order of pages the file: any one byte changed, any byte of the
 * end missing, a page left out or doubled is found. */
static void ogg__refuse__any_damage(void **state)
{
    ept_samples tone = {0};
    ept_buf clip = {0};
    ept_buf bad = {0};
    uint64_t n = 0;

    (void)state;
    hearing_add_tone(&tone, 440.0, 300);
    assert_ok(ept_speech_encode(&clip, &tone));
    for (size_t i = 0; i < clip.n; i++) {
        clip.p[i] = (char)(clip.p[i] ^ 0x10);
        assert_status(EPT_E_FORMAT, speech_ogg_length(&n, all_of(&clip), "clip"));
        clip.p[i] = (char)(clip.p[i] ^ 0x10);
        assert_status(EPT_E_FORMAT, speech_ogg_length(&n, (ept_str){clip.p, i}, "clip"));
    }
    ept_buf_add(&bad, clip.p, clip.n);
    ept_buf_add(&bad, clip.p, clip.n);
    assert_status(EPT_E_FORMAT, speech_ogg_length(&n, all_of(&bad), "two clips"));
    assert_non_null(strstr(ept_error(), "two clips"));
    ept_samples_clear(&tone);
    ept_buf_clear(&clip);
    ept_buf_clear(&bad);
}

static void ogg__refuse__a_missing_page_in_the_middle(void **state)
{
    ept_samples tone = {0};
    ept_buf clip = {0};
    ept_buf bad = {0};
    size_t pages[64] = {0};
    size_t count = 0;
    uint64_t n = 0;

    (void)state;
    hearing_add_tone(&tone, 440.0, 5000);
    assert_ok(ept_speech_encode(&clip, &tone));
    for (size_t i = 0; i + 4 <= clip.n && count < 64; i++) {
        if (memcmp(clip.p + i, "OggS", 4) == 0) {
            pages[count++] = i;
        }
    }
    assert_true(count >= 4);
    ept_buf_add(&bad, clip.p, pages[2]);
    ept_buf_add(&bad, clip.p + pages[3], clip.n - pages[3]);
    assert_status(EPT_E_FORMAT, speech_ogg_length(&n, all_of(&bad), "clip"));
    assert_non_null(strstr(ept_error(), "missing"));
    assert_status(EPT_E_FORMAT, speech_ogg_length(&n, (ept_str){clip.p, pages[3]}, "clip"));
    assert_non_null(strstr(ept_error(), "cut short"));
    ept_samples_clear(&tone);
    ept_buf_clear(&clip);
    ept_buf_clear(&bad);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(encode__repeat__gives_the_same_bytes),
        cmocka_unit_test(encode__keep__exact_number_of_samples),
        cmocka_unit_test(encode__keep__about_24_kbit),
        cmocka_unit_test(encode__refuse__nothing),
        cmocka_unit_test(encode__fail__without_memory),
        cmocka_unit_test(encode__name__both_libraries),
        cmocka_unit_test(ogg__refuse__any_damage),
        cmocka_unit_test(ogg__refuse__a_missing_page_in_the_middle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
