/* SPDX-License-Identifier: MIT */
/* playlist.c - what sounds at one listening item, in order: countdown, bell, number, a short gap,
 * the plays with a silence between them, and the time to answer. A function of form, place and
 * blueprint. */
#include <string.h>

#include "delivery_priv.h"
#include "epstopik/str.h"

enum { CUES_MAX = 64 };

typedef struct writer {
    ept_cue cues[CUES_MAX];
    size_t count;
    ept_arena *arena;
    const delivery_list_opts *opts;
    ept_status status;
} writer;

static ept_cue *add(writer *w, ept_cue_kind kind, const char *clip, uint32_t ms, int play)
{
    if (w->count == CUES_MAX) {
        w->status = ept_fail(EPT_E_INVAL, "too many cues");
        return &w->cues[CUES_MAX - 1];
    }
    w->cues[w->count] = (ept_cue){.kind = kind, .clip = clip, .ms = ms, .play = play};
    return &w->cues[w->count++];
}

static void add_silence(writer *w, ept_cue_kind kind, uint32_t ms, int play)
{
    if (ms > 0) {
        (void)add(w, kind, NULL, ms, play);
    }
}

/* A clip that must be there; its length comes from the bank. */
static void add_clip(writer *w, ept_cue_kind kind, const char *clip, int play)
{
    uint32_t ms = 0;
    if (w->status == EPT_OK && !clip) {
        w->status = ept_fail(EPT_E_NOMEM, "clip name");
    }
    if (w->status == EPT_OK) {
        w->status = ept_bank_clip_ms(&ms, w->opts->bank, clip);
    }
    if (w->status == EPT_OK) {
        (void)add(w, kind, clip, ms, play);
    }
}

static ept_status has_clip(bool *out, ept_bank *bank, const char *clip)
{
    uint32_t ms = 0;
    ept_status st = clip ? ept_bank_clip_ms(&ms, bank, clip) : ept_fail(EPT_E_NOMEM, "clip name");
    *out = st == EPT_OK;
    return st == EPT_E_NOT_FOUND ? EPT_OK : st;
}

/* The passage, then the spoken options in the order of the form, each after its number. */
static void add_play(writer *w, int play)
{
    const ept_form_item *item = &w->opts->form->items[w->opts->item];
    size_t first = w->count;
    bool spoken = false;
    add_clip(w, EPT_CUE_PLAY, item->id, play);
    if (w->status == EPT_OK) {
        w->status = has_clip(&spoken, w->opts->bank, ept_arena_printf(w->arena, "%s.0", item->id));
    }
    for (int place = 1; spoken && w->status == EPT_OK && place <= EPT_PLACES; place++) {
        add_silence(w, EPT_CUE_PLAY, DELIVERY_OPTION_GAP_MS, play);
        add_clip(w, EPT_CUE_PLAY, ept_arena_printf(w->arena, "option.%d", place), play);
        add_clip(w, EPT_CUE_PLAY,
                 ept_arena_printf(w->arena, "%s.%d", item->id, item->order[place - 1]), play);
    }
    if (w->status == EPT_OK) {
        w->cues[first].first = true;
        w->cues[w->count - 1].last = true;
    }
}

static ept_status heads(uint32_t *out, ept_arena *arena, const delivery_list_opts *o)
{
    uint32_t bell = 0;
    ept_status st = o->blueprint->sound.bell ? ept_bank_clip_ms(&bell, o->bank, "bell") : EPT_OK;
    for (size_t i = 0; st == EPT_OK && i < o->form->count; i++) {
        out[i] = bell;
        if (o->blueprint->sound.number && o->form->items[i].section == EPT_SECTION_LISTENING) {
            uint32_t ms = 0;
            const char *clip = ept_arena_printf(arena, "number.%d", o->form->items[i].number);
            st = clip ? ept_bank_clip_ms(&ms, o->bank, clip) : ept_fail(EPT_E_NOMEM, "clip name");
            out[i] += ms;
        }
    }
    return st;
}

static void add_pause(writer *w)
{
    if (w->status == EPT_OK && w->opts->blueprint->sound.auto_pause) {
        uint32_t head_ms[EPT_NUMBERS_MAX] = {0};
        w->status = heads(head_ms, w->arena, w->opts);
        add_silence(w, EPT_CUE_PAUSE, ept_form_pause_ms(w->opts->form, w->opts->blueprint, head_ms),
                    0);
    }
}

static void write_all(writer *w)
{
    const delivery_list_opts *o = w->opts;
    const ept_sound_rule *sound = &o->blueprint->sound;
    if (o->replay) {
        add_play(w, 0);
        return;
    }
    if (o->from_play <= sound->plays) {
        add_silence(w, EPT_CUE_COUNTDOWN, sound->countdown_ms, 0);
        if (o->from_play == 1 && sound->bell) {
            add_clip(w, EPT_CUE_BELL, "bell", 0);
        }
        if (o->from_play == 1 && sound->number) {
            add_clip(w, EPT_CUE_NUMBER,
                     ept_arena_printf(w->arena, "number.%d", o->form->items[o->item].number), 0);
        }
        add_silence(w, EPT_CUE_GAP, sound->gap_ms, 0);
    }
    for (int play = o->from_play; w->status == EPT_OK && play <= sound->plays; play++) {
        if (play > o->from_play) {
            add_silence(w, EPT_CUE_BETWEEN, sound->between_ms, 0);
        }
        add_play(w, play);
    }
    add_pause(w);
}

ept_status delivery_playlist_make(const ept_playlist **out, ept_arena *arena,
                                  const delivery_list_opts *opts)
{
    writer w = {.arena = arena, .opts = opts};
    *out = NULL;
    write_all(&w);
    if (w.status != EPT_OK || w.count == 0) {
        return w.status;
    }
    ept_playlist *list = ept_arena_alloc(arena, sizeof *list);
    ept_cue *cues = ept_arena_array(arena, w.count, sizeof *cues);
    if (!list || !cues) {
        return ept_fail(EPT_E_NOMEM, "playlist");
    }
    memcpy(cues, w.cues, w.count * sizeof *cues);
    *list = (ept_playlist){opts->serial, w.count, cues};
    *out = list;
    return EPT_OK;
}

ept_status ept_delivery_playlist(const ept_playlist **out, ept_arena *arena, ept_bank *bank,
                                 const ept_form *form, const ept_blueprint *blueprint, size_t item,
                                 int from_play)
{
    const delivery_list_opts opts = {.bank = bank,
                                     .form = form,
                                     .blueprint = blueprint,
                                     .item = item,
                                     .from_play = from_play,
                                     .serial = 1};
    return delivery_playlist_make(out, arena, &opts);
}
