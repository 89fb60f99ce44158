/* SPDX-License-Identifier: MIT */
/* The build: check, draw, speak, write beside, replace. What a failed build has spoken is kept for
 * the next. */
#include <stdio.h>
#include <string.h>

#include "build_priv.h"

#include "epstopik/path.h"

/* "NAME.new" while it is written, "NAME.part" when a line failed: it only serves the next build. */
typedef struct names {
    char *new, *part;
} names;

static ept_status write_pictures(building *b)
{
    ept_status st = EPT_OK;

    for (size_t i = 0; i < b->src.picture_count && st == EPT_OK; i++) {
        const bank_src_picture *picture = &b->src.pictures[i];
        st = bank_writer_picture(b->writer, picture->id, picture->svg, picture->names);
    }
    return st;
}

static ept_status write_frame(building *b)
{
    ept_status st = write_pictures(b);

    if (st == EPT_OK) {
        st = bank_writer_lexicon(b->writer, b->src.said, b->src.said_count);
    }
    for (size_t i = 0; i < b->src.fact_count && st == EPT_OK; i++) {
        st = bank_writer_fact(b->writer, &b->src.facts[i].out);
    }
    for (size_t i = 0; i < b->src.slot_count && st == EPT_OK; i++) {
        st = bank_writer_slot(b->writer, &b->src.slots[i].out);
    }
    for (size_t i = 0; i < b->src.pattern_count && st == EPT_OK; i++) {
        st = bank_writer_pattern(b->writer, &b->src.patterns[i]);
    }
    for (size_t i = 0; i < b->src.exam_count && st == EPT_OK; i++) {
        st = bank_writer_exam(b->writer, &b->src.exams[i]);
    }
    for (size_t i = 0; i < b->src.group_count && st == EPT_OK; i++) {
        st = bank_writer_group(b->writer, &b->src.groups[i].item);
    }
    return st;
}

static ept_status write_items(building *b)
{
    uint32_t *play_ms = ept_arena_array(b->src.arena, b->src.item_count, sizeof *play_ms);
    ept_status st = play_ms != NULL ? EPT_OK : ept_fail(EPT_E_NOMEM, "build bank: out of memory");

    for (size_t i = 0; i < b->src.item_count && st == EPT_OK; i++) {
        bank_src_item *made = &b->src.items[i];
        st = clips_item(b, made, &play_ms[i]);
        if (st == EPT_OK) {
            st = bank_writer_item(b->writer, &made->item, made->rising, play_ms[i],
                                  &made->item.hash);
        }
    }
    if (st == EPT_OK) {
        clips_check_forms(b, play_ms);
    }
    return st;
}

/* Earlier banks may be missing, older in shape or damaged: then they simply give nothing. */
static void open_old(building *b, const names *n)
{
    const char *const files[BANK_OLD] = {b->opts->out, n->part};

    for (size_t i = 0; i < BANK_OLD; i++) {
        if (!ept_path_is_file(files[i]) || ept_bank_open(&b->old[i], files[i]) != EPT_OK) {
            b->old[i] = NULL;
        }
    }
}

static void close_all(building *b)
{
    for (size_t i = 0; i < BANK_OLD; i++) {
        ept_bank_close(b->old[i]);
        b->old[i] = NULL;
    }
    bank_writer_free(b->writer);
    b->writer = NULL;
}

static ept_status finish(building *b, ept_bank_built *built)
{
    ept_bank_head head = {.id = b->opts->id,
                          .title = b->opts->title,
                          .version = b->opts->version,
                          .licence = "CC BY 4.0"};

    if (b->opts->no_speech) {
        head.version = ept_arena_printf(b->src.arena, "%s (silent)", b->opts->version);
        if (head.version == NULL) {
            return ept_fail(EPT_E_NOMEM, "build bank: out of memory");
        }
    }
    ept_status st = bank_writer_finish(b->writer, &head);
    *built = (ept_bank_built){.items = head.items,
                              .pictures = head.pictures,
                              .clips = head.clips,
                              .clips_made = b->made,
                              .clips_kept = b->kept};
    return st;
}

static ept_status write_bank(building *b, const names *n, ept_bank_built *built)
{
    ept_path_info info = {0};
    ept_status st = bank_writer_open(&b->writer, n->new);

    if (st == EPT_OK) {
        st = write_frame(b);
    }
    if (st == EPT_OK) {
        b->total = clips_count(&b->src);
        st = clips_common(b);
    }
    if (st == EPT_OK) {
        st = write_items(b);
    }
    if (st == EPT_OK) {
        st = finish(b, built);
    }
    close_all(b); /* before the rename: an open file cannot be replaced everywhere */
    if (st == EPT_OK) {
        st = ept_path_rename(n->new, b->broken > 0 ? n->part : b->opts->out);
    }
    if (st != EPT_OK) {
        ept_status kept = st;
        if (ept_path_remove(n->new) != EPT_OK) {
            return ept_fail(kept, "build %s failed, and half a bank stayed beside it",
                            b->opts->out);
        }
        return kept;
    }
    if (b->broken > 0) {
        return ept_fail(EPT_E_FORMAT, "build %s: %zu lines failed", b->opts->out, b->broken);
    }
    st = ept_path_remove(n->part);
    if (st == EPT_OK && ept_path_stat(&info, b->opts->out) == EPT_OK) {
        built->bytes = info.bytes;
    }
    return st;
}

static ept_status load(building *b)
{
    ept_status st = bank_src_open(&b->src, &b->opts->sources);

    if (st == EPT_OK) {
        st = bank_src_load(&b->src);
    }
    if (st == EPT_OK && b->src.errors > 0) {
        bank_src_tell(&b->src);
        st = ept_fail(EPT_E_FORMAT, "%s: %zu faults", b->opts->sources.dir, b->src.errors);
    }
    return st;
}

ept_status ept_bank_build(ept_bank_built *out, const ept_bank_build_opts *opts)
{
    building b = {.opts = opts};
    names n = {0};

    *out = (ept_bank_built){0};
    ept_status st = ept_arena_new(&b.scratch);
    if (st == EPT_OK) {
        st = load(&b);
    }
    if (st == EPT_OK && !opts->no_speech) {
        st = ept_speech_open(&b.speech);
    }
    if (st == EPT_OK) {
        n.new = ept_arena_printf(b.src.arena, "%s.new", opts->out);
        n.part = ept_arena_printf(b.src.arena, "%s.part", opts->out);
        st = n.new != NULL &&n.part != NULL ? EPT_OK
                                            : ept_fail(EPT_E_NOMEM, "build bank: out of memory");
    }
    if (st == EPT_OK) {
        open_old(&b, &n);
        st = write_bank(&b, &n, out);
        bank_src_tell(&b.src);
    }
    close_all(&b);
    ept_speech_close(b.speech);
    ept_arena_free(b.scratch);
    bank_src_close(&b.src);
    return st;
}
