/* SPDX-License-Identifier: MIT */
/* The build: whole, the same from the same sources, only what changed made anew, the old bank kept
 * when it fails. Mostly without speech: that is tested where it is made. */
#define _POSIX_C_SOURCE 200809L /* setenv, symlink */
#include "support/ept_test.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bank/base_folder.h"
#include "bank_priv.h"

#include "epstopik/bank.h"
#include "epstopik/bank_build.h"
#include "epstopik/path.h"
#include "epstopik/speech.h"

typedef struct place {
    ept_arena *arena;
    const char *dir, *out;
    ept_buf told;
    size_t progress;
    bool speech;
} place;

static int setup(void **state)
{
    static place p;

    p = (place){0};
    assert_ok(ept_arena_new(&p.arena));
    p.dir = base_folder(p.arena);
    p.out = ept_arena_printf(p.arena, "%s/out.bank", p.dir);
    *state = &p;
    return 0;
}

static int teardown(void **state)
{
    place *p = *state;
    ept_buf_clear(&p->told);
    assert_ok(ept_path_remove_tree(p->dir));
    ept_arena_free(p->arena);
    return 0;
}

static void hear(void *ctx, ept_fault_kind kind, const char *file, int line, const char *what)
{
    place *p = ctx;
    (void)kind;
    ept_buf_printf(&p->told, "%s:%d: %s\n", file, line, what);
}

static void count_progress(void *ctx, size_t done, size_t total, const char *what)
{
    place *p = ctx;
    assert_int_equal(done, p->progress);
    assert_true(done < total);
    assert_non_null(what);
    p->progress++;
}

static ept_status build_at(place *p, const char *dir, const char *out, ept_bank_built *built)
{
    p->progress = 0;
    return ept_bank_build(
        built,
        &(ept_bank_build_opts){
            .sources = {.dir = dir, .fault = hear, .fault_ctx = p, .today_utc_ms = 1795305600000},
            .out = out,
            .id = "base",
            .title = "Base",
            .version = "1",
            .no_speech = !p->speech,
            .progress = count_progress,
            .progress_ctx = p});
}

static ept_bank_built build(place *p)
{
    ept_bank_built built;
    ept_status st = build_at(p, p->dir, p->out, &built);
    if (st != EPT_OK) {
        fail_msg("%s: %s", ept_error(), p->told.p != NULL ? p->told.p : "");
    }
    return built;
}

static ept_bank *open_out(place *p)
{
    ept_bank *bank = NULL;
    assert_ok(ept_bank_open(&bank, p->out));
    return bank;
}

static ept_hash manifest(place *p, const char *file)
{
    ept_bank *bank = NULL;
    assert_ok(ept_bank_open(&bank, file));
    ept_hash hash = ept_bank_head_of(bank)->manifest;
    ept_bank_close(bank);
    (void)p;
    return hash;
}

static void build__small_folder__gives_a_sound_bank(void **state)
{
    place *p = *state;
    ept_bank_built built = build(p);
    ept_bank *bank = open_out(p);
    size_t faults = 9;
    ept_path_info info;

    assert_int_equal(built.items, 19);
    assert_int_equal(built.clips, 46 + 2 * (6 + 4)); /* and slow ones */
    assert_int_equal(built.clips_made, built.clips);
    assert_int_equal(p->progress, built.clips);
    assert_ok(ept_path_stat(&info, p->out));
    assert_true(built.bytes == info.bytes);
    assert_ok(ept_bank_verify(&faults, bank, NULL, NULL));
    assert_int_equal(faults, 0);
    assert_string_equal(ept_bank_head_of(bank)->version, "1 (silent)");
    assert_string_equal(ept_bank_head_of(bank)->licence, "CC BY 4.0");
    ept_bank_close(bank);
}

static const ept_item *item_of(place *p, ept_bank *bank, const char *id)
{
    const ept_item *item = NULL;
    assert_ok(ept_bank_item(&item, p->arena, bank, id));
    return item;
}

static void build__pay_slip__has_computed_totals(void **state)
{
    place *p = *state;
    (void)build(p);
    ept_bank *bank = open_out(p);
    const ept_document *d = item_of(p, bank, "r-pay-001")->document;

    assert_string_equal(d->title, "임금명세서");
    assert_string_equal(d->right, "2026년 10월");
    assert_int_equal(d->part_count, 3);
    assert_int_equal(d->parts[0].columns, 4);
    const ept_part *table = &d->parts[1];
    assert_int_equal(table->rows, 4);
    assert_int_equal(table->columns, 4);
    assert_int_equal(table->head_rows, 1);
    assert_int_equal(table->foot_rows, 1);
    assert_int_equal(table->cells[0].span, 2);
    assert_int_equal(table->cells[1].span, 0);
    assert_string_equal(table->cells[5].text, "2,156,880");
    assert_int_equal(table->cells[5].align, EPT_DOC_RIGHT);
    assert_string_equal(table->cells[13].text, "2,256,880");
    assert_string_equal(table->cells[15].text, "179,990");
    assert_string_equal(d->parts[2].cells[1].text, "2,076,890원");
    ept_bank_close(bank);
}

static void build__items__carry_groups_orders_facts_pictures(void **state)
{
    place *p = *state;
    (void)build(p);
    ept_bank *bank = open_out(p);
    ept_bank_entry *e = NULL;
    size_t n = 0;
    uint32_t passage = 0, option = 0, number = 0;
    ept_str svg;

    const ept_item *a = item_of(p, bank, "o-room-001a"), *b = item_of(p, bank, "o-room-001b");
    assert_string_equal(a->passage, b->passage);
    assert_string_equal(a->means[EPT_LANG_RU].text, "Текст о комнате.");
    const ept_item *law = item_of(p, bank, "w-pay-001");
    assert_int_equal(law->fact_count, 2);
    assert_string_equal(law->facts[0], "LSA-2");
    assert_string_equal(law->means[EPT_LANG_EN].options[3], "word four");
    assert_null(law->means[EPT_LANG_KO].ask);
    const ept_item *talk = item_of(p, bank, "r-reason-001");
    assert_string_equal(talk->passage,
                        "가: 어제 회식에 왜 안 왔어요?\n나: 머리가 ( ) 기숙사에서 쉬었어요.");
    const ept_item *chart = item_of(p, bank, "r-chart-001");
    assert_int_equal(chart->document->parts[0].kind, EPT_PART_CHART);
    assert_true(chart->document->parts[0].chart->values[1] == 30.0);

    const ept_item *clock = item_of(p, bank, "l-time-001");
    assert_memory_equal(clock->options[0].picture, "p/clock-", 8);
    assert_ok(ept_bank_picture(&svg, p->arena, bank, clock->options[0].picture));
    assert_memory_equal(svg.p, "<svg ", 5);
    assert_ok(ept_bank_seek(&e, &n, p->arena, bank, "hear-picture-number", 0, 4));
    assert_int_equal(n, 1);
    const uint8_t rising[EPT_OPTIONS] = {2, 3, 0, 1}; /* 2:30 3:10 3:20 4:20 */
    assert_memory_equal(e[0].rising, rising, sizeof rising);

    assert_ok(ept_bank_seek(&e, &n, p->arena, bank, "picture-where", 0, 4));
    assert_ok(ept_bank_clip_ms(&passage, bank, "l-where-001"));
    uint32_t sum = passage;
    for (int i = 0; i < EPT_OPTIONS; i++) {
        assert_ok(ept_bank_clip_ms(&option, bank, ept_arena_printf(p->arena, "l-where-001.%d", i)));
        assert_ok(ept_bank_clip_ms(&number, bank, ept_arena_printf(p->arena, "option.%d", i + 1)));
        sum += 500 + number + option;
    }
    assert_int_equal(e[0].play_ms, sum);
    ept_bank_close(bank);
}

static void build__twice__makes_nothing_and_is_equal(void **state)
{
    place *p = *state;
    (void)build(p);
    ept_hash first = manifest(p, p->out);
    ept_bank_built again = build(p);
    ept_hash second = manifest(p, p->out);

    assert_int_equal(again.clips_made, 0);
    assert_int_equal(again.clips_kept, again.clips);
    assert_true(ept_hash_eq(&first, &second));
}

static void build__another_folder_touched__is_equal(void **state)
{
    place *p = *state;
    ept_bank_built built;
    const char *other = base_folder(p->arena);
    const char *out = ept_arena_printf(p->arena, "%s/other.bank", other);
    ept_buf text = {0};
    char *file = ept_path_join(p->arena, other, "reading/base.yaml");
    (void)build(p);
    assert_ok(ept_path_read(&text, file)); /* written anew: another time, the same bytes */
    assert_ok(ept_path_write(file, text.p, text.n));
    ept_buf_clear(&text);

    assert_ok(build_at(p, other, out, &built));
    ept_hash one = manifest(p, p->out), two = manifest(p, out);
    assert_true(ept_hash_eq(&one, &two));
    assert_ok(ept_path_remove_tree(other));
}

static void build__one_line_changed__makes_its_two_clips(void **state)
{
    place *p = *state;
    (void)build(p);
    ept_hash before = manifest(p, p->out);
    base_change(p->arena, p->dir, "listening/base.yaml", "회사까지 얼마나 걸려요?",
                "기숙사까지 얼마나 걸려요?");

    ept_bank_built built = build(p);
    ept_hash after = manifest(p, p->out);
    assert_int_equal(built.clips_made, 2);
    assert_int_equal(built.clips_kept, built.clips - 2);
    assert_false(ept_hash_eq(&before, &after));
}

/* What sounds the same is not made anew, whatever its spelling. */
static void build__spelling_changed__keeps_the_clip(void **state)
{
    place *p = *state;
    (void)build(p);
    base_change(p->arena, p->dir, "listening/base.yaml", "톱 좀 가져다주세요.",
                "톱 좀 가저다주세요.");

    assert_int_equal(build(p).clips_made, 0);
}

static void build__lexicon_changed__makes_the_lines_with_the_word_and_keeps_it(void **state)
{
    place *p = *state;
    static const char text[] = "밭일을 회의에서";
    const ept_reading *reading = NULL;
    ept_lexicon *lexicon = NULL;
    (void)build(p);
    base_change(p->arena, p->dir, "lexicon.yaml", "밭일: 반닐\n", "밭일: 반닐\n회의: 훼이\n");

    assert_int_equal(build(p).clips_made, 2);
    ept_bank *bank = open_out(p);
    assert_ok(ept_lexicon_new(&lexicon));
    assert_ok(ept_bank_lexicon(lexicon, bank));
    assert_int_equal(ept_lexicon_count(lexicon), 2);
    assert_ok(ept_text_pronounce(&reading, p->arena, lexicon, ept_str_of(text)));
    assert_string_equal(reading->respelled, "반니를 훼이에서");
    ept_lexicon_free(lexicon);
    ept_bank_close(bank);
}

static void name_it(void *ctx, const char *what)
{
    ept_buf_printf(ctx, "%s\n", what);
}

static void lexicon__changed_word__is_named_and_not_served(void **state)
{
    place *p = *state;
    ept_lexicon *lexicon = NULL;
    ept_buf bytes = {0}, told = {0};
    size_t faults = 0, at = 0;
    (void)build(p);
    assert_ok(ept_path_read(&bytes, p->out));
    while (memcmp(bytes.p + at, "밭일반닐", 12) != 0) { /* two columns side by side */
        at++;
        assert_true(at + 12 < bytes.n);
    }
    memcpy(bytes.p + at, "밭일바닐", 12);
    assert_ok(ept_path_write(p->out, bytes.p, bytes.n));
    ept_buf_clear(&bytes);

    ept_bank *bank = open_out(p);
    assert_ok(ept_lexicon_new(&lexicon));
    assert_status(EPT_E_CORRUPT, ept_bank_lexicon(lexicon, bank));
    assert_int_equal(ept_lexicon_count(lexicon), 0);
    assert_ok(ept_bank_verify(&faults, bank, name_it, &told));
    assert_int_equal(faults, 1);
    assert_string_equal(told.p, "lexicon words\n");
    ept_lexicon_free(lexicon);
    ept_buf_clear(&told);
    ept_bank_close(bank);
}

/* A bank of version 1 has no word in its manifest. */
static void lexicon__bank_of_version_1__has_no_words(void **state)
{
    enum { USER_VERSION = 60 }; /* where an SQLite file has it, 4 bytes, big endian */
    place *p = *state;
    ept_lexicon *lexicon = NULL;
    ept_buf bytes = {0};
    assert_ok(ept_path_remove(ept_path_join(p->arena, p->dir, "lexicon.yaml")));
    (void)build(p);
    assert_ok(ept_path_read(&bytes, p->out));
    assert_memory_equal(bytes.p + USER_VERSION, "\0\0\0\2", 4);
    bytes.p[USER_VERSION + 3] = 1;
    assert_ok(ept_path_write(p->out, bytes.p, bytes.n));
    ept_buf_clear(&bytes);

    ept_bank *bank = open_out(p);
    assert_ok(ept_lexicon_new(&lexicon));
    assert_ok(ept_bank_lexicon(lexicon, bank));
    assert_int_equal(ept_lexicon_count(lexicon), 0);
    assert_string_equal(item_of(p, bank, "l-reply-001")->slot, "reply");
    ept_lexicon_free(lexicon);
    ept_bank_close(bank);
}

static void build__slow_clips__take_longer(void **state)
{
    place *p = *state;
    static const char *const ids[] = {"l-reply-001", "l-where-001", "l-where-001.3"};
    (void)build(p);
    ept_bank *bank = open_out(p);

    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        uint32_t ms = 0, slow = 0;
        assert_ok(ept_bank_clip_ms(&ms, bank, ids[i]));
        assert_ok(ept_bank_clip_ms(&slow, bank, ept_arena_printf(p->arena, "%s.slow", ids[i])));
        assert_true(slow * 10 > ms * 11);
    }
    uint32_t none = 0;
    assert_status(EPT_E_NOT_FOUND, ept_bank_clip_ms(&none, bank, "bell.slow"));
    ept_bank_close(bank);
}

/* espeak-ng is what the first folder of the path has. */
static void put_fake_first(place *p, const char *fault)
{
    const char *bin = ept_path_join(p->arena, p->dir, "bin");
    const char *path = ept_arena_printf(p->arena, "%s:/usr/bin:/bin", bin);

    if (!ept_path_is_dir(bin)) {
        assert_ok(ept_path_mkdirs(bin));
        assert_int_equal(0, symlink(EPT_SOURCE_DIR "/tests/speech/espeak_fake.sh",
                                    ept_path_join(p->arena, bin, "espeak-ng")));
    }
    assert_int_equal(0, setenv("EPT_FAKE_ESPEAK", fault, 1));
    assert_int_equal(0, setenv("PATH", path, 1));
}

static void assert_no_clip_in(place *p, const char *file, const char *id)
{
    ept_bank *bank = NULL;
    uint32_t ms = 0;

    assert_ok(ept_bank_open(&bank, file));
    assert_status(EPT_E_NOT_FOUND, ept_bank_clip_ms(&ms, bank, id));
    assert_ok(ept_bank_clip_ms(&ms, bank, "bell"));
    ept_bank_close(bank);
    (void)p;
}

static void build__synthesiser_fails__names_each_line_and_stores_no_silence(void **state)
{
    static const struct {
        const char *fault, *why;
    } cases[] = {{"failing", "out of voice"},
                 {"silent", "nothing but silence"},
                 {"lazy", "wrote no sound"},
                 {"rubbish", "no WAV"}};
    place *p = *state;
    const char *path = ept_arena_strdup(p->arena, getenv("PATH"));
    const char *part = ept_arena_printf(p->arena, "%s.part", p->out);
    ept_bank_built built;
    (void)build(p);
    ept_hash before = manifest(p, p->out);

    p->speech = true;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        put_fake_first(p, cases[i].fault);
        ept_buf_reset(&p->told);
        assert_status(EPT_E_FORMAT, build_at(p, p->dir, p->out, &built));
        assert_non_null(strstr(p->told.p, "listening/base.yaml:"));
        assert_non_null(strstr(p->told.p, "clip l-reply-001 cannot be spoken: "));
        assert_non_null(strstr(p->told.p, cases[i].why));
        assert_no_clip_in(p, part, "l-reply-001");
        assert_no_clip_in(p, part, "l-where-001.2.slow");
        ept_hash after = manifest(p, p->out);
        assert_true(ept_hash_eq(&before, &after));
    }
    assert_int_equal(0, setenv("PATH", path, 1));
}

static void build__no_synthesiser_or_an_old_one__leaves_the_old_bank(void **state)
{
    place *p = *state;
    const char *path = ept_arena_strdup(p->arena, getenv("PATH"));
    ept_bank_built built;
    (void)build(p);
    ept_hash before = manifest(p, p->out);

    p->speech = true;
    put_fake_first(p, "old");
    assert_status(EPT_E_UNAVAILABLE, build_at(p, p->dir, p->out, &built));
    assert_non_null(strstr(ept_error(), "1.49"));
    assert_int_equal(0, setenv("PATH", p->dir, 1));
    assert_status(EPT_E_UNAVAILABLE, build_at(p, p->dir, p->out, &built));
    assert_non_null(strstr(ept_error(), "espeak-ng"));
    assert_int_equal(0, setenv("PATH", path, 1));
    ept_hash after = manifest(p, p->out);
    assert_true(ept_hash_eq(&before, &after));
}

static void build__picture_changed__changes_the_item_that_shows_it_only(void **state)
{
    place *p = *state;
    ept_hash hammer, sign, hammer2, sign2;
    (void)build(p);
    ept_bank *bank = open_out(p);
    assert_ok(ept_bank_item_hash(&hammer, bank, "r-tools-001"));
    assert_ok(ept_bank_item_hash(&sign, bank, "r-sign-001"));
    ept_bank_close(bank);
    base_change(p->arena, p->dir, "pictures/tools/hammer.svg", "height=\"280\"", "height=\"281\"");

    (void)build(p);
    bank = open_out(p);
    assert_ok(ept_bank_item_hash(&hammer2, bank, "r-tools-001"));
    assert_ok(ept_bank_item_hash(&sign2, bank, "r-sign-001"));
    ept_bank_close(bank);
    assert_false(ept_hash_eq(&hammer, &hammer2));
    assert_true(ept_hash_eq(&sign, &sign2));
}

static void assert_fails_and_keeps(place *p, const char *told)
{
    ept_bank_built built;
    ept_hash before = manifest(p, p->out);

    assert_status(EPT_E_FORMAT, build_at(p, p->dir, p->out, &built));
    assert_non_null(p->told.p);
    if (strstr(p->told.p, told) == NULL) {
        fail_msg("wanted \"%s\", told: %s", told, p->told.p);
    }
    ept_hash after = manifest(p, p->out);
    assert_true(ept_hash_eq(&before, &after));
    assert_false(ept_path_is_file(ept_arena_printf(p->arena, "%s.new", p->out)));
}

static void build__with_faults__leaves_the_old_bank(void **state)
{
    place *p = *state;
    (void)build(p);
    base_change(p->arena, p->dir, "reading/base.yaml", "level: 1", "level: 9");

    assert_fails_and_keeps(p, "\"level\" must be 1, 2 or 3");
}

static void build__bad_recording__is_named_and_the_rest_kept(void **state)
{
    place *p = *state;
    (void)build(p);
    char *file = ept_path_join(p->arena, p->dir, "recordings/l-reply-001.wav");
    assert_ok(ept_path_mkdirs(ept_path_join(p->arena, p->dir, "recordings")));
    assert_ok(ept_path_write(file, "no sound", 8));
    base_change(p->arena, p->dir, "listening/base.yaml", "톱 좀 가져다주세요.", "큰 톱을 주세요.");

    assert_fails_and_keeps(p, "recordings/l-reply-001.wav:1: this recording cannot be used");
    assert_true(ept_path_is_file(ept_arena_printf(p->arena, "%s.part", p->out)));
    assert_ok(ept_path_remove(file));
    ept_bank_built built = build(p);
    assert_int_equal(built.clips_made, 0); /* the changed line was kept by the build that failed */
    assert_false(ept_path_is_file(ept_arena_printf(p->arena, "%s.part", p->out)));
}

static void build__recording__wins_over_speech(void **state)
{
    place *p = *state;
    ept_samples bell = {0};
    ept_buf wav = {0};
    uint32_t spoken = 0, recorded = 0;
    (void)build(p);
    ept_bank *bank = open_out(p);
    assert_ok(ept_bank_clip_ms(&spoken, bank, "l-reply-001"));
    ept_bank_close(bank);
    assert_ok(ept_speech_bell(&bell));
    assert_ok(ept_speech_wav(&wav, &bell));
    assert_ok(ept_path_mkdirs(ept_path_join(p->arena, p->dir, "recordings")));
    assert_ok(ept_path_write(ept_path_join(p->arena, p->dir, "recordings/l-reply-001.wav"), wav.p,
                             wav.n));
    ept_samples_clear(&bell);
    ept_buf_clear(&wav);

    ept_bank_built built = build(p);
    assert_int_equal(built.clips_made, 1);
    bank = open_out(p);
    assert_ok(ept_bank_clip_ms(&recorded, bank, "l-reply-001"));
    assert_status(EPT_E_NOT_FOUND, ept_bank_clip_ms(&spoken, bank, "l-reply-001.slow"));
    ept_bank_close(bank);
    assert_true(recorded < 1000 && recorded != spoken);
    built = build(p);
    assert_int_equal(built.clips_made, 0);
}

static void build__play_too_long__is_refused(void **state)
{
    place *p = *state;
    (void)build(p);
    base_change(p->arena, p->dir, "slots.yaml", "longest: 20", "longest: 4"); /* next-line */

    assert_fails_and_keeps(p, "l-next-001: one play lasts");
}

static void build__form_that_ends_too_late__is_refused(void **state)
{
    place *p = *state;
    (void)build(p);
    char *exam = ept_path_join(p->arena, p->dir, "exams/eps-topik-cbt.yaml");
    assert_ok(ept_path_copy(EPT_SOURCE_DIR "/questions/exams/eps-topik-cbt.yaml", exam));
    base_change(p->arena, p->dir, "exams/eps-topik-cbt.yaml", "fill_to: \"24:30\"",
                "fill_to: \"1:00\"");

    assert_fails_and_keeps(p, "a form of the longest items would end at");
}

static void build__place_that_cannot_be_written__is_readonly(void **state)
{
    place *p = *state;
    ept_bank_built built;

    assert_status(EPT_E_READONLY, build_at(p, p->dir, "/proc/out.bank", &built));
}

static void build__over_a_damaged_bank__makes_all_anew(void **state)
{
    place *p = *state;
    assert_ok(ept_path_write(p->out, "rubbish", 7));

    ept_bank_built built = build(p);
    assert_int_equal(built.clips_kept, 0);
    assert_int_equal(built.clips_made, built.clips);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(build__small_folder__gives_a_sound_bank),
        TEST(build__pay_slip__has_computed_totals),
        TEST(build__items__carry_groups_orders_facts_pictures),
        TEST(build__twice__makes_nothing_and_is_equal),
        TEST(build__another_folder_touched__is_equal),
        TEST(build__one_line_changed__makes_its_two_clips),
        TEST(build__spelling_changed__keeps_the_clip),
        TEST(build__lexicon_changed__makes_the_lines_with_the_word_and_keeps_it),
        TEST(lexicon__changed_word__is_named_and_not_served),
        TEST(lexicon__bank_of_version_1__has_no_words),
        TEST(build__slow_clips__take_longer),
        TEST(build__synthesiser_fails__names_each_line_and_stores_no_silence),
        TEST(build__no_synthesiser_or_an_old_one__leaves_the_old_bank),
        TEST(build__picture_changed__changes_the_item_that_shows_it_only),
        TEST(build__with_faults__leaves_the_old_bank),
        TEST(build__bad_recording__is_named_and_the_rest_kept),
        TEST(build__recording__wins_over_speech),
        TEST(build__play_too_long__is_refused),
        TEST(build__form_that_ends_too_late__is_refused),
        TEST(build__place_that_cannot_be_written__is_readonly),
        TEST(build__over_a_damaged_bank__makes_all_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
