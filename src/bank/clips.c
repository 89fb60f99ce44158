/* SPDX-License-Identifier: MIT */
/* From script lines to clips. A clip whose recipe (lines, voices, rate, synthesiser) is that of the
 * last build is taken from it; a recording wins over speech. */
#include <stdio.h>
#include <string.h>

#include "build_priv.h"

#include "epstopik/path.h"

/* What a clip is made of: lines with a gap between, or a recording. */
typedef struct line {
    ept_voice voice;
    const char *text, *as;
    const ept_reading *reading;
    const char *phonemes;
} line;

/* A clip that is spoken. */
typedef struct speaking {
    const char *id;
    line *lines;
    size_t count;
    bank_spot at;
    int rate;
} speaking;

const char *clips_number(char out[32], int number)
{
    static const char *const digits[] = {"", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"};
    int tens = number / 10 % 10;

    (void)snprintf(out, 32, "%s%s%s", tens > 1 ? digits[tens] : "", tens > 0 ? "십" : "",
                   digits[number % 10]);
    return out;
}

static void tell(building *b, const char *what)
{
    if (b->opts->progress != NULL) {
        b->opts->progress(b->opts->progress_ctx, b->done, b->total, what);
    }
    b->done++;
}

/* Between two turns: as long as the speaker is slow. */
static uint32_t gap_ms(int rate)
{
    return (uint32_t)(BANK_GAP_MS * BANK_RATE / rate);
}

/* Over what the synthesiser gets, so that a change of the lexicon or of a rule speaks those lines
 * anew that it changes. */
static void recipe_of_lines(ept_hash *out, const building *b, const speaking *s)
{
    ept_hasher h;

    ept_hasher_init(&h);
    ept_hasher_add_field(&h, b->speech != NULL ? ept_speech_version(b->speech) : "silent");
    ept_hasher_add_u64(&h, (uint64_t)s->rate);
    ept_hasher_add_u64(&h, gap_ms(s->rate));
    for (size_t i = 0; i < s->count; i++) {
        ept_hasher_add_u64(&h, (uint64_t)s->lines[i].voice);
        ept_hasher_add_field(&h, s->lines[i].phonemes);
    }
    ept_hasher_end(&h, out);
}

/* The clip of an earlier build with this recipe; false when there is none or it is damaged. */
static bool from_old(building *b, const char *id, const ept_hash *recipe, ept_clip *clip)
{
    for (size_t i = 0; i < BANK_OLD; i++) {
        ept_hash was;
        if (b->old[i] != NULL && bank_recipe(&was, b->old[i], id) == EPT_OK &&
            ept_hash_eq(&was, recipe) && ept_bank_clip(clip, b->scratch, b->old[i], id) == EPT_OK) {
            return true;
        }
    }
    return false;
}

static ept_status speak(building *b, const speaking *s, ept_buf *opus, uint32_t *ms)
{
    ept_samples all = {0}, one = {0};
    ept_status st = EPT_OK;

    for (size_t i = 0; i < s->count && st == EPT_OK; i++) {
        if (i > 0) {
            st = ept_samples_silence(&all, gap_ms(s->rate));
        }
        if (st == EPT_OK) {
            st = ept_speech_say(&one, b->speech, s->lines[i].voice, s->rate, s->lines[i].reading);
        }
        if (st == EPT_OK) {
            st = ept_samples_add(&all, &one);
        }
        ept_samples_clear(&one);
    }
    if (st == EPT_OK) {
        *ms = ept_samples_ms(&all);
        st = ept_speech_encode(opus, &all);
    }
    ept_samples_clear(&all);
    return st;
}

/* 0.24 s a syllable and 0.7 s a line, gaps included: fitted to trial scripts at this rate. */
static ept_status be_silent(const speaking *s, ept_buf *opus, uint32_t *ms)
{
    size_t syllables = 0;

    for (size_t i = 0; i < s->count; i++) {
        syllables += bank_syllables(s->lines[i].text);
    }
    *ms = (uint32_t)(syllables * 240 + s->count * 700) * BANK_RATE / (uint32_t)s->rate;
    *ms += (20 - *ms % 20) % 20;
    return bank_silence(opus, *ms);
}

/* The file of a recording, or NULL. */
static char *recording_of(building *b, const char *id)
{
    static const char *const ends[] = {"opus", "ogg", "wav"};

    for (size_t i = 0; i < 3; i++) {
        char *name = ept_arena_printf(b->scratch, "recordings/%s.%s", id, ends[i]);
        if (name != NULL && bank_src_has(&b->src, name)) {
            return ept_path_join(b->src.arena, b->opts->sources.dir,
                                 name); /* faults name it to the end */
        }
    }
    return NULL;
}

static ept_status recipe_of_recording(ept_hash *out, const building *b, const ept_buf *bytes)
{
    ept_hasher h;

    ept_hasher_init(&h);
    ept_hasher_add_field(&h, "recording");
    ept_hasher_add_field(&h, b->speech != NULL ? ept_speech_version(b->speech) : "silent");
    ept_hasher_add(&h, bytes->p, bytes->n);
    ept_hasher_end(&h, out);
    return ept_buf_ok(bytes);
}

/* Failures that are the recording's own fault; others stop the build. */
static bool is_fault(ept_status st)
{
    return st == EPT_E_FORMAT || st == EPT_E_CORRUPT || st == EPT_E_INVAL;
}

static ept_status put_recording(building *b, const char *file, const char *id, uint32_t *ms)
{
    ept_buf bytes = {0}, opus = {0};
    ept_hash recipe;
    ept_clip clip = {0};
    ept_status st = ept_path_read(&bytes, file);

    if (st == EPT_OK) {
        st = recipe_of_recording(&recipe, b, &bytes);
    }
    bool kept = st == EPT_OK && from_old(b, id, &recipe, &clip);
    if (st == EPT_OK && !kept) {
        st = ept_speech_recording(&opus, &clip.ms, (ept_str){bytes.p, bytes.n});
        clip.opus = (ept_str){opus.p, opus.n};
    }
    if (st == EPT_OK) {
        *ms = clip.ms;
        st = bank_writer_clip(b->writer, id, clip.ms, clip.opus, &recipe);
        b->kept += kept;
        b->made += !kept;
    } else if (is_fault(st)) {
        bank_error(&b->src, (bank_spot){file, 1}, "this recording cannot be used: %s", ept_error());
        b->broken++;
        st = EPT_OK;
    }
    ept_buf_clear(&bytes);
    ept_buf_clear(&opus);
    return st;
}

/* The clip, unless one of its lines cannot be spoken: that is told and counted. A synthesiser that
 * fails does so line by line, so that the others are kept for the next build. */
static ept_status put_lines(building *b, const speaking *s, uint32_t *ms)
{
    ept_buf opus = {0};
    ept_hash recipe;
    ept_clip clip = {0};
    ept_status st = EPT_OK;

    for (size_t i = 0; i < s->count && st == EPT_OK; i++) {
        line *l = &s->lines[i];
        st = bank_read_aloud(&l->reading, &l->phonemes, b->scratch, &b->src, l->text, l->as);
    }
    bool kept = false;
    if (st == EPT_OK) {
        recipe_of_lines(&recipe, b, s);
        kept = from_old(b, s->id, &recipe, &clip);
    }
    if (st == EPT_OK && !kept) {
        st = b->speech != NULL ? speak(b, s, &opus, &clip.ms) : be_silent(s, &opus, &clip.ms);
        clip.opus = (ept_str){opus.p, opus.n};
    }
    if (st != EPT_OK && st != EPT_E_NOMEM) {
        bank_error(&b->src, s->at, "clip %s cannot be spoken: %s", s->id, ept_error());
        b->broken++;
        st = EPT_OK;
    } else if (st == EPT_OK) {
        *ms = clip.ms;
        st = bank_writer_clip(b->writer, s->id, clip.ms, clip.opus, &recipe);
        b->kept += kept;
        b->made += !kept;
    }
    ept_buf_clear(&opus);
    return st;
}

static ept_status put_clip(building *b, const speaking *s, uint32_t *ms)
{
    ept_arena_reset(b->scratch);
    tell(b, s->id);
    *ms = 0;
    char *file = recording_of(b, s->id);
    return file != NULL ? put_recording(b, file, s->id, ms) : put_lines(b, s, ms);
}

/* The clip at the exam's pace, and unless it was recorded, one at the learners'. */
static ept_status put_both(building *b, const speaking *s, uint32_t *ms)
{
    char id[BANK_NAME_BYTES];
    uint32_t slow_ms = 0;
    size_t broken = b->broken;
    ept_status st = put_clip(b, s, ms);

    if (st != EPT_OK) {
        return st;
    }
    ept_arena_reset(b->scratch);
    (void)snprintf(id, sizeof id, "%s.slow", s->id);
    tell(b, id);
    speaking slow = *s;
    slow.id = id;
    slow.rate = BANK_SLOW_RATE;
    return b->broken > broken || recording_of(b, s->id) != NULL ? EPT_OK
                                                                : put_lines(b, &slow, &slow_ms);
}

static ept_status put_bell(building *b)
{
    ept_samples samples = {0};
    ept_buf opus = {0};
    ept_hash recipe;
    uint32_t ms = 800;
    ept_status st = EPT_OK;

    ept_arena_reset(b->scratch);
    tell(b, "bell");
    recipe_of_lines(
        &recipe, b,
        &(speaking){.lines = &(line){.phonemes = "bell"}, .count = 1, .rate = BANK_RATE});
    ept_clip clip = {0};
    bool kept = from_old(b, "bell", &recipe, &clip);
    if (!kept && b->speech != NULL) {
        st = ept_speech_bell(&samples);
        ms = ept_samples_ms(&samples);
        if (st == EPT_OK) {
            st = ept_speech_encode(&opus, &samples);
        }
    } else if (!kept) {
        st = bank_silence(&opus, ms);
    }
    if (!kept) {
        clip = (ept_clip){{opus.p, opus.n}, ms};
    }
    if (st == EPT_OK) {
        st = bank_writer_clip(b->writer, "bell", clip.ms, clip.opus, &recipe);
        b->kept += kept;
        b->made += !kept;
    }
    ept_samples_clear(&samples);
    ept_buf_clear(&opus);
    return st;
}

/* A line of the narrator that every bank has. */
static ept_status put_common(building *b, const char *id, const char *text, uint32_t *ms)
{
    line only = {.voice = EPT_VOICE_NARRATOR, .text = text};

    return put_clip(b,
                    &(speaking){.id = id,
                                .lines = &only,
                                .count = 1,
                                .at = {b->opts->sources.dir, 1},
                                .rate = BANK_RATE},
                    ms);
}

ept_status clips_common(building *b)
{
    uint32_t ms = 0;
    ept_status st = put_bell(b);

    for (int i = 1; i <= BANK_NUMBERS + EPT_OPTIONS && st == EPT_OK; i++) {
        int number = i <= BANK_NUMBERS ? i : i - BANK_NUMBERS;
        char id[16], word[32], text[48];
        (void)snprintf(id, sizeof id, i <= BANK_NUMBERS ? "number.%d" : "option.%d", number);
        (void)snprintf(text, sizeof text, "%s 번", clips_number(word, number));
        st = put_common(b, id, text, &ms);
        if (i > BANK_NUMBERS) {
            b->option_ms[number - 1] = ms;
        }
    }
    return st == EPT_OK
               ? put_common(b, "check", "소리가 잘 들립니까? 잘 들리면 시험을 시작하십시오.", &ms)
               : st;
}

/* Options are said by who did not ask. */
static ept_voice option_voice(const ept_item *item)
{
    return item->turn_count > 0 && ept_streq(item->script[0].voice, "woman") ? EPT_VOICE_MAN
                                                                             : EPT_VOICE_WOMAN;
}

static void check_length(building *b, const bank_src_item *made, uint32_t play_ms)
{
    int64_t most = made->slot->longest_s * 1000;

    if (most > 0 && play_ms > most) {
        bank_error(&b->src, made->at,
                   "%s: one play lasts %.1f s, slot %s takes at most %d s: shorten the script",
                   made->item.id, play_ms / 1000.0, made->item.slot, (int)made->slot->longest_s);
        b->broken++;
    }
}

ept_status clips_item(building *b, const bank_src_item *made, uint32_t *play_ms)
{
    const ept_item *item = &made->item;
    uint32_t ms = 0;

    *play_ms = 0;
    if (item->turn_count == 0) {
        return EPT_OK;
    }
    line *lines = ept_arena_array(b->src.arena, item->turn_count, sizeof *lines);
    if (lines == NULL) {
        return ept_fail(EPT_E_NOMEM, "build bank: out of memory");
    }
    for (size_t i = 0; i < item->turn_count; i++) {
        (void)ept_voice_parse(&lines[i].voice, item->script[i].voice);
        lines[i].text = item->script[i].text;
        lines[i].as = item->script[i].as;
    }
    speaking s = {item->id, lines, item->turn_count, made->at, BANK_RATE};
    ept_status st = put_both(b, &s, play_ms);
    for (size_t i = 0; i < EPT_OPTIONS && item->spoken && st == EPT_OK; i++) {
        char id[96];
        const ept_option *option = &item->options[i];
        (void)snprintf(id, sizeof id, "%s.%zu", item->id, i);
        line only = {.voice = option_voice(item), .text = option->text, .as = option->as};
        s = (speaking){id, &only, 1, made->at, BANK_RATE};
        st = put_both(b, &s, &ms);
        *play_ms += BANK_GAP_MS + b->option_ms[i] + ms;
    }
    if (st == EPT_OK) {
        check_length(b, made, *play_ms);
    }
    return st;
}

size_t clips_count(const bank_src *src)
{
    size_t count = 1 + BANK_NUMBERS + EPT_OPTIONS + 1;

    for (size_t i = 0; i < src->item_count; i++) {
        const ept_item *item = &src->items[i].item;
        size_t clips = item->turn_count > 0 ? 1 + (item->spoken ? (size_t)EPT_OPTIONS : 0) : 0;
        count += 2 * clips; /* and slow ones */
    }
    return count;
}

static bool records(const ept_item *item, const char *name, size_t n)
{
    size_t id = strlen(item->id);

    if (item->turn_count == 0 || n < id || strncmp(item->id, name, id) != 0) {
        return false;
    }
    return n == id || (item->spoken && n == id + 2 && name[id] == '.' && name[id + 1] >= '0' &&
                       name[id + 1] <= '3');
}

void clips_check_recordings(bank_src *src)
{
    for (size_t i = 0; i < src->file_count; i++) {
        const char *name =
            strncmp(src->files[i], "recordings/", 11) == 0 ? src->files[i] + 11 : NULL;
        const char *dot = name != NULL ? strrchr(name, '.') : NULL;
        bool known = false;
        if (name == NULL || name[0] == '.' || strcmp(name, "README.md") == 0) {
            continue;
        }
        for (size_t k = 0; k < src->item_count && dot != NULL && !known; k++) {
            known = records(&src->items[k].item, name, (size_t)(dot - name));
        }
        known = known &&
                (strcmp(dot, ".opus") == 0 || strcmp(dot, ".ogg") == 0 || strcmp(dot, ".wav") == 0);
        if (!known) {
            char *file = ept_path_join(src->arena, src->opts->dir, src->files[i]);
            bank_error(src, (bank_spot){file != NULL ? file : "recordings", 1},
                       "no item has this recording: name it after the item (.0 to .3 for spoken "
                       "options), .opus, .ogg or .wav");
        }
    }
}

/* --- a form must end in time
 * --------------------------------------------------------------------------------- */

static double seconds_of(const ept_bank_exam *exam, const char *path, double fallback)
{
    for (size_t i = 0; i < exam->setting_count; i++) {
        int minutes = 0;
        double value = 0;
        if (strcmp(exam->settings[i].path, path) == 0) {
            return sscanf(exam->settings[i].value, "%4d:%lf", &minutes, &value) == 2
                       ? minutes * 60 + value
                   : sscanf(exam->settings[i].value, "%lf", &value) == 1 ? value
                                                                         : fallback;
        }
    }
    return fallback;
}

/* The longest plays of a rule's slots, one for each of its numbers, in ms. */
static uint64_t longest_of(const building *b, const ept_bank_rule *rule, const uint32_t *play_ms)
{
    uint64_t sum = 0;
    uint32_t below = UINT32_MAX;
    size_t left = (size_t)(rule->last - rule->first) + 1;

    while (left > 0) {
        uint32_t longest = 0;
        size_t same = 0;
        for (size_t i = 0; i < b->src.item_count; i++) {
            const ept_item *item = &b->src.items[i].item;
            if (!item->warm_up && bank_word_in(item->slot, rule->slots, rule->slot_count) &&
                play_ms[i] < below) {
                same = play_ms[i] > longest ? 1 : same + (play_ms[i] == longest);
                longest = play_ms[i] > longest ? play_ms[i] : longest;
            }
        }
        if (same == 0 || longest == 0) {
            break;
        }
        size_t taken = same < left ? same : left;
        sum += (uint64_t)longest * taken;
        left -= taken;
        below = longest;
    }
    return sum;
}

void clips_check_forms(building *b, const uint32_t *play_ms)
{
    for (size_t e = 0; e < b->src.exam_count; e++) {
        const ept_bank_exam *exam = &b->src.exams[e];
        double fill_to = seconds_of(exam, "sound.fill_to", 0), total = 0;
        const char *pattern = NULL;
        for (size_t i = 0; i < exam->setting_count; i++) {
            pattern =
                strcmp(exam->settings[i].path, "pattern") == 0 ? exam->settings[i].value : pattern;
        }
        for (size_t p = 0; p < b->src.pattern_count && fill_to > 0; p++) {
            const ept_bank_pattern *one = &b->src.patterns[p];
            for (size_t r = 0; r < one->rule_count && ept_streq(one->id, pattern); r++) {
                uint64_t longest = longest_of(b, &one->rules[r], play_ms);
                double numbers = longest > 0 ? one->rules[r].last - one->rules[r].first + 1 : 0;
                total += seconds_of(exam, "sound.plays", 1) * (double)longest / 1000 +
                         numbers * (seconds_of(exam, "sound.countdown", 0) + 2.5 +
                                    seconds_of(exam, "sound.gap", 0) +
                                    seconds_of(exam, "sound.between", 0) +
                                    seconds_of(exam, "sound.pause_min", 0));
            }
        }
        if (fill_to > 0 && total > fill_to) {
            char *file =
                ept_arena_printf(b->src.arena, "%s/exams/%s.yaml", b->opts->sources.dir, exam->id);
            bank_error(
                &b->src, (bank_spot){file != NULL ? file : exam->id, 1},
                "a form of the longest items would end at %d:%02d, after %d:%02d: shorten scripts",
                (int)total / 60, (int)total % 60, (int)fill_to / 60, (int)fill_to % 60);
            b->broken++;
        }
    }
}
