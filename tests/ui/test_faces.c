/* SPDX-License-Identifier: MIT */
/* test_faces.c - the real faces: coverage.txt tells the truth, no missing boxes, few faces open,
 * and what is said when a file is missing. */
#define _POSIX_C_SOURCE 200809L
#include "support/ept_test.h"

#include <stdlib.h>
#include <string.h>

#include "epstopik/path.h"
#include "faces.h"

static const char letters[] =
    "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі ①②③④ · – — « » ≥ − ° ₩ 원 → ← ↑ ↓ … • 0123456789 가각힣";

static int setup(void **state)
{
    ui_faces *f = NULL;
    ept_status status = ui_faces_open(&f, false);

    if (status == EPT_E_UNAVAILABLE) {
        print_message("no faces here: %s\n", ept_error());
        f = NULL;
    } else {
        assert_ok(status);
    }
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    ui_faces_close(*state);
    return 0;
}

static ui_faces *faces_or_skip(void **state)
{
    if (!*state)
        skip();
    return *state;
}

static void coverage__txt__equals_the_faces(void **state)
{
    ui_faces *f = faces_or_skip(state);
    const ept_coverage *c = ui_faces_coverage(f);

    assert_int_equal(2, ept_coverage_faces(c));
    for (int32_t cp = 0x20; cp < 0xFFFF; cp++) {
        int first = -1;

        if ((cp >= 0x7F && cp < 0xA0) || (cp >= 0xD800 && cp < 0xE000))
            continue;
        for (int face = 0; face < 2 && first < 0; face++)
            first = ui_faces_provides(f, face, cp) ? face : -1;
        if (first != ept_coverage_face(c, cp, -1))
            fail_msg("U+%04X: face %d, coverage.txt says %d", (unsigned)cp, first,
                     ept_coverage_face(c, cp, -1));
    }
}

static void faces__check_string__has_no_missing_letter(void **state)
{
    ui_faces *f = faces_or_skip(state);
    ept_str s = {letters, strlen(letters)};
    size_t pos = 0;
    int32_t cp;

    while ((cp = ept_utf8_next(s, &pos)) != -1) {
        int face = ept_coverage_face(ui_faces_coverage(f), cp, -1);

        if (face < 0 || !ui_faces_provides(f, face, cp))
            fail_msg("U+%04X has no face", (unsigned)cp);
    }
}

static void faces__digits__are_tabular(void **state)
{
    ui_faces *f = faces_or_skip(state);

    for (int face = 0; face < 2; face++) {
        for (int w = EPT_WEIGHT_REGULAR; w <= EPT_WEIGHT_BOLD; w++) {
            int one = ui_faces_measure(f, face, 28, (ept_weight)w, ept_str_of("11:11"));

            assert_int_equal(one,
                             ui_faces_measure(f, face, 28, (ept_weight)w, ept_str_of("20:48")));
            assert_int_equal(one,
                             ui_faces_measure(f, face, 28, (ept_weight)w, ept_str_of("37:59")));
        }
    }
}

static void faces__many_sizes__keep_one_face_a_file_open(void **state)
{
    ui_faces *f = faces_or_skip(state);

    for (int size = 12; size < 70; size++) {
        for (int face = 0; face < 2; face++)
            assert_true(ui_faces_measure(f, face, size, EPT_WEIGHT_BOLD, ept_str_of("가나 abc")) >
                        0);
        assert_true(ui_faces_count(f, true) <= 2);
        assert_true(ui_faces_count(f, false) <= 4);
    }
}

/* A face that was given another size in between measures and draws as it did. */
static void faces__sizes_in_turn__give_the_same_runs(void **state)
{
    ui_faces *f = faces_or_skip(state);
    ept_str words = ept_str_of("안전모를 쓰십시오");
    int widths[40], total = 0;

    for (int i = 0; i < 40; i++) {
        widths[i] = ui_faces_measure(f, 1, 14 + i, EPT_WEIGHT_REGULAR, words);
        total += ui_faces_run(f, 1, 14 + i, EPT_WEIGHT_REGULAR, words)->w;
    }
    ui_faces_forget_runs(f);
    for (int i = 39; i >= 0; i--) {
        assert_int_equal(widths[i], ui_faces_measure(f, 1, 14 + i, EPT_WEIGHT_REGULAR, words));
        total -= ui_faces_run(f, 1, 14 + i, EPT_WEIGHT_REGULAR, words)->w;
        assert_true(i == 0 || widths[i] >= widths[i - 1]);
    }
    assert_int_equal(0, total);
}

static void faces__run__is_kept_and_bounded(void **state)
{
    ui_faces *f = faces_or_skip(state);
    const ui_kept *one = ui_faces_run(f, 0, 24, EPT_WEIGHT_REGULAR, ept_str_of("Қайырлы"));
    size_t bytes = ui_faces_run_bytes(f);
    char words[32];

    assert_non_null(one);
    assert_true(one->w > 40 && one->h >= 18 && one->y0 < 0);
    assert_ptr_equal(one, ui_faces_run(f, 0, 24, EPT_WEIGHT_REGULAR, ept_str_of("Қайырлы")));
    assert_int_equal(bytes, ui_faces_run_bytes(f));
    for (int i = 0; i < 400; i++) {
        snprintf(words, sizeof words, "number %d of many more", i);
        assert_non_null(ui_faces_run(f, 0, 120, EPT_WEIGHT_BOLD, ept_str_of(words)));
        assert_true(ui_faces_run_bytes(f) <= (6u << 20));
    }
    ui_faces_forget_runs(f);
    assert_int_equal(0, ui_faces_run_bytes(f));
}

static void faces__missing_file__names_the_package(void **state)
{
    ui_faces *f = NULL;
    ept_arena *arena = NULL;
    char *dir;
    const char *assets = ept_path_env("EPT_ASSETS");
    char *keep;
    static const char fonts[] =
        "sans regular 0 fonts-noto-core: NoSuchFace.ttf /no/such/place.ttf\n";

    (void)state;
    assert_ok(ept_arena_new(&arena));
    keep = ept_arena_strdup(arena, assets ? assets : EPT_SOURCE_DIR "/assets");
    assert_ok(ept_path_temp_dir(&dir, arena));
    assert_ok(ept_path_mkdirs(ept_path_join(arena, dir, "fonts")));
    assert_ok(ept_path_copy(EPT_SOURCE_DIR "/assets/fonts/coverage.txt",
                            ept_path_join(arena, dir, "fonts/coverage.txt")));
    assert_ok(
        ept_path_write(ept_path_join(arena, dir, "fonts/fonts.txt"), fonts, sizeof fonts - 1));
    assert_int_equal(0, setenv("EPT_ASSETS", dir, 1));
    assert_status(EPT_E_UNAVAILABLE, ui_faces_open(&f, false));
    assert_non_null(strstr(ept_error(), "fonts-noto-core"));
    assert_null(f);
    assert_ok(ui_faces_open(&f, true));
    assert_true(ui_faces_measure(f, 0, 16, EPT_WEIGHT_REGULAR, ept_str_of("Қате")) > 0);
    assert_int_equal(0, setenv("EPT_ASSETS", keep, 1));
    ui_faces_close(f);
    assert_ok(ept_path_remove_tree(dir));
    ept_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(coverage__txt__equals_the_faces),
        cmocka_unit_test(faces__check_string__has_no_missing_letter),
        cmocka_unit_test(faces__digits__are_tabular),
        cmocka_unit_test(faces__many_sizes__keep_one_face_a_file_open),
        cmocka_unit_test(faces__sizes_in_turn__give_the_same_runs),
        cmocka_unit_test(faces__run__is_kept_and_bounded),
        cmocka_unit_test(faces__missing_file__names_the_package),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
