/* SPDX-License-Identifier: MIT */
/* Between session, player and bank: the player follows what the session wants to sound, the session
 * hears what became of it; outside a session, single clips. */
#include <string.h>

#include "epstopik/log.h"
#include "loop.h"

enum { CLIPS_MAX = 16 };
/* Playlists of clips are numbered far from those of sessions. */
static const uint32_t clip_serials = UINT32_C(0x80000000);

static ept_status load_clip(ept_str *out, void *ctx, const char *id)
{
    app *a = ctx;
    ept_clip clip;
    ept_status status;

    ept_arena_reset(a->stack->clip_arena);
    status = ept_bank_clip(&clip, a->stack->clip_arena, a->bank, id);
    if (status)
        ept_log(EPT_LOG_ERROR, "app", "clip %s: %s", id, ept_error());
    else
        *out = clip.opus;
    return status;
}

ept_status app_sound_open(app *a)
{
    bool real = !a->script_mode && a->options.clock_factor <= 1;
    ept_player_opts opts = {.clock = a->clock,
                            .device = real ? EPT_DEVICE_SDL : EPT_DEVICE_NONE,
                            .load = load_clip,
                            .load_ctx = a,
                            .volume = a->prefs.volume};
    ept_status status = ept_arena_new(&a->stack->clip_arena);

    if (!status)
        status = ept_arena_new(&a->stack->clip_list);
    if (!status)
        status = ept_player_new(&a->player, &opts);
    a->stack->clip_serial = clip_serials;
    return status;
}

void app_sound_stop(app *a)
{
    if (a->player)
        ept_player_stop(a->player);
    if (a->stack)
        a->stack->serial = 0;
}

/* Starts what the session wants, or stops what it does not want any more. */
static ept_status start_wanted(app *a, bool *changed)
{
    const ept_playlist *want = ept_session_playlist(a->session);
    struct app_stack *s = a->stack;
    ept_status status;

    if (!want || want->serial == s->serial) {
        if (!want && s->serial != 0)
            app_sound_stop(a);
        return EPT_OK;
    }
    s->serial = want->serial;
    *changed = true;
    status = ept_player_play(a->player, want, 0);
    /* Without a device the report LOST follows, and the strip says so. */
    return status == EPT_E_UNAVAILABLE ? EPT_OK : status;
}

ept_status app_sound_follow(app *a, bool *changed)
{
    ept_sounded report;
    ept_status status = a->session ? start_wanted(a, changed) : EPT_OK;

    while (!status && a->player && ept_player_poll(a->player, &report)) {
        *changed = true;
        if (a->session && report.serial < clip_serials)
            status = ept_session_sounded(a->session, &report);
    }
    return status;
}

ept_status app_sound_retry(app *a)
{
    ept_status status = ept_player_retry(a->player);

    if (!status && a->session)
        status = ept_session_sound_back(a->session);
    return status;
}

ept_status app_sound_clips(app *a, const char *const *clips)
{
    struct app_stack *s = a->stack;
    ept_playlist list = {.serial = s->clip_serial + 1};
    ept_cue *cues;
    ept_status status = EPT_OK;

    ept_arena_reset(s->clip_list);
    cues = ept_arena_array(s->clip_list, CLIPS_MAX, sizeof *cues);
    if (!cues)
        return ept_fail(EPT_E_NOMEM, "clips: no memory");
    for (; !status && clips[list.count] && list.count < CLIPS_MAX; list.count++) {
        ept_cue *cue = &cues[list.count];

        *cue = (ept_cue){.kind = EPT_CUE_PLAY, .clip = clips[list.count], .play = 1};
        cue->first = list.count == 0;
        cue->last = !clips[list.count + 1];
        status = ept_bank_clip_ms(&cue->ms, a->bank, cue->clip);
    }
    if (status)
        return status;
    list.cues = cues;
    s->clip_serial = s->serial = list.serial;
    return ept_player_play(a->player, &list, 0);
}

bool app_sound_busy(const app *a)
{
    return a->player && ept_player_status(a->player).active;
}
