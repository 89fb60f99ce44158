/* SPDX-License-Identifier: MIT */
/* list.c - a playlist of the player's own, and the plays in it. */
#include <string.h>

#include "sound_priv.h"

ept_status sound_list_copy(ept_playlist *out, ept_arena *arena, const ept_playlist *list)
{
    ept_cue *cues = ept_arena_array(arena, list->count, sizeof *cues);
    bool all = cues != NULL;

    *out = (ept_playlist){0};
    for (size_t i = 0; all && i < list->count; i++) {
        cues[i] = list->cues[i];
        cues[i].clip = ept_arena_strdup(arena, list->cues[i].clip);
        all = cues[i].clip || !list->cues[i].clip;
    }
    if (!all) {
        return ept_fail(EPT_E_NOMEM, "copy playlist: no memory");
    }
    *out = (ept_playlist){list->serial, list->count, cues};
    return EPT_OK;
}

/* The cues first..last of the play around `cue`; just the cue when it lies outside plays. */
static void play_around(size_t *first, size_t *last, const ept_playlist *list, size_t cue)
{
    size_t from = cue;
    size_t to = cue;

    while (from > 0 && !list->cues[from].first && !list->cues[from - 1].last) {
        from--;
    }
    while (to + 1 < list->count && !list->cues[to].last && !list->cues[to + 1].first) {
        to++;
    }
    bool inside = list->cues[from].first && list->cues[to].last;
    *first = inside ? from : cue;
    *last = inside ? to : cue;
}

size_t sound_list_again(const ept_playlist *list, size_t cue)
{
    size_t first = cue;
    size_t last = cue;

    play_around(&first, &last, list, cue);
    return first;
}

bool sound_list_sounds(const ept_playlist *list, size_t from)
{
    for (size_t i = from; i < list->count; i++) {
        if (list->cues[i].clip) {
            return true;
        }
    }
    return false;
}

void sound_list_span(uint32_t *before_ms, uint32_t *total_ms, const ept_playlist *list, size_t cue)
{
    size_t first = cue;
    size_t last = cue;

    play_around(&first, &last, list, cue);
    *before_ms = 0;
    *total_ms = 0;
    for (size_t i = first; i <= last; i++) {
        *before_ms += i < cue ? list->cues[i].ms : 0;
        *total_ms += list->cues[i].ms;
    }
}
