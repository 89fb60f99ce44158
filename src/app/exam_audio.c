/* SPDX-License-Identifier: MIT */
/* The strip of a listening question: what the player says it does, in the words of the exam. */
#include "exam_view.h"

/* Length of one play, from the list that sounds now. */
static int64_t play_ms(const exam_now *n)
{
    const ept_playlist *list = ept_session_playlist(n->a->session);
    int64_t sum = 0;
    int play = 0;

    for (size_t i = 0; list && i < list->count; i++) {
        const ept_cue *cue = &list->cues[i];

        if (cue->play > 0 && play == 0) {
            play = cue->play;
        }
        sum += cue->play > 0 && cue->play == play ? cue->ms : 0;
    }
    return sum;
}

/* The same in whole seconds, so that a play that is over reads "0:04 / 0:04". */
static int64_t whole_ms(const exam_now *n)
{
    return (play_ms(n) + 999) / 1000 * 1000;
}

static double seconds(uint32_t elapsed, uint32_t total)
{
    return total > elapsed ? (total - elapsed + 999) / 1000 : 0;
}

static const char *ordinal(const exam_now *n, ept_draw_list *d, int play)
{
    return n->bp->sound.plays < 2
               ? NULL
               : app_msg(n->a, d, play < 2 ? "exam.first-time" : "exam.second-time");
}

/* Nothing sounds, or the pause for the answer runs. */
static void finished(const exam_now *n, ept_draw_list *d, ept_audio *strip,
                     const ept_player_now *now)
{
    bool counts = now && n->bp->sound.advance && n->item + 1 < n->first + n->count;
    bool skipped = n->response->used_up && n->response->plays < n->bp->sound.plays;

    strip->state = skipped ? EPT_AUDIO_SKIPPED : EPT_AUDIO_FINISHED;
    strip->word = app_msg(n->a, d, skipped ? "exam.sound-skipped" : "exam.sound-finished");
    strip->plays = n->response->plays;
    if (n->bp->sound.free_replay) {
        strip->button_id = "exam.replay";
        strip->button = app_msg(n->a, d, "exam.replay");
    } else if (counts) {
        strip->ordinal = APP_MSG1(n->a, d, "exam.answer-seconds",
                                  ept_arg_number(seconds(now->elapsed_ms, now->total_ms)));
    } else {
        strip->ordinal = app_msg(n->a, d, "exam.answer-now");
    }
}

static void lost(const exam_now *n, ept_draw_list *d, ept_audio *strip)
{
    bool bad = ept_session_sound_bad(n->a->session);

    *strip =
        (ept_audio){.state = EPT_AUDIO_NO_SOUND,
                    .compact = strip->compact,
                    .word = app_msg(n->a, d, "exam.no-sound"),
                    .ordinal = app_msg(n->a, d, bad ? "exam.bad-recording" : "exam.check-headset"),
                    .button_id = "exam.retry",
                    .button = app_msg(n->a, d, "exam.retry")};
}

/* The first time that leaving would cost the rest of a recording. */
static void leaving(const exam_now *n, ept_draw_list *d, ept_audio *strip)
{
    *strip = (ept_audio){.state = EPT_AUDIO_LEAVING,
                         .compact = strip->compact,
                         .word = app_msg(n->a, d, "exam.leaving"),
                         .ordinal = app_msg(n->a, d, "exam.leaving-again")};
}

static void sounding(const exam_now *n, ept_draw_list *d, ept_audio *strip,
                     const ept_player_now *now)
{
    int done = n->response->plays;

    switch (now->kind) {
    case EPT_CUE_COUNTDOWN:
        strip->state = EPT_AUDIO_STARTS;
        strip->word = APP_MSG1(n->a, d, "exam.starts-in",
                               ept_arg_number(seconds(now->elapsed_ms, now->total_ms)));
        strip->of_ms = play_ms(n);
        return;
    case EPT_CUE_BELL:
    case EPT_CUE_NUMBER:
    case EPT_CUE_GAP:
        strip->state = EPT_AUDIO_PLAYING;
        strip->word = app_msg(n->a, d, "exam.playing");
        strip->plays = done + 1;
        strip->of_ms = play_ms(n);
        strip->ordinal = ordinal(n, d, done + 1);
        return;
    case EPT_CUE_PLAY:
        strip->state = EPT_AUDIO_PLAYING;
        strip->word = app_msg(n->a, d, "exam.playing");
        strip->plays = now->play;
        strip->at_ms = now->elapsed_ms;
        strip->of_ms = now->total_ms;
        strip->ordinal = ordinal(n, d, now->play);
        return;
    case EPT_CUE_BETWEEN:
        strip->state = EPT_AUDIO_PAUSE;
        strip->word = APP_MSG1(n->a, d, "exam.pause",
                               ept_arg_number(seconds(now->elapsed_ms, now->total_ms)));
        strip->plays = done;
        strip->at_ms = strip->of_ms = whole_ms(n);
        strip->ordinal = app_msg(n->a, d, "exam.second-next");
        return;
    case EPT_CUE_PAUSE:
        break;
    }
    finished(n, d, strip, now);
    strip->at_ms = strip->of_ms = whole_ms(n);
}

int exam_audio(const exam_now *n, ept_draw_list *d, ept_rect box)
{
    ept_player_now now = ept_player_status(n->a->player);
    ept_audio strip = {.compact = !ept_draw_metrics(d)->key_hints,
                       .plays_max = n->bp->sound.free_replay ? 0 : n->bp->sound.plays};

    if (now.lost || ept_session_sound_lost(n->a->session)) {
        lost(n, d, &strip);
    } else if (n->v->leaving && !n->response->used_up && n->response->plays < n->bp->sound.plays) {
        leaving(n, d, &strip);
    } else if (now.active && ept_session_playlist(n->a->session)) {
        sounding(n, d, &strip, &now);
    } else {
        finished(n, d, &strip, NULL);
    }
    box.h = 0;
    return ept_ui_audio(d, box, &strip).h;
}
