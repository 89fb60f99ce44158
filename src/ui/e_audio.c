/* SPDX-License-Identifier: MIT */
/* The audio strip: what sounds now, how far it is, which play it is; and the bar of points. */
#include <inttypes.h>

#include "epstopik/ui_exam.h"
#include "widget_priv.h"

/* A compact strip shows a short bar, unless it is the wide one of larger text. */
enum { GAP = 12, COMPACT_BAR = 100, COMPACT_WIDE = 240 };

static const char *icon_of(ept_audio_state state)
{
    switch (state) {
    case EPT_AUDIO_STARTS:
        return "clock";
    case EPT_AUDIO_PLAYING:
        return "vol";
    case EPT_AUDIO_PAUSE:
        return "pause";
    case EPT_AUDIO_FINISHED:
        return "check";
    case EPT_AUDIO_SKIPPED:
        return "minus";
    case EPT_AUDIO_LEAVING:
    case EPT_AUDIO_NO_SOUND:
        return "warn";
    }
    return "vol";
}

static int play_bubbles(ept_draw_list *d, ept_rect row, const ept_audio *a, ept_colour colour)
{
    int side = w_scaled(d, a->compact ? 20 : 22), right = row.x + row.w;
    int w = a->plays_max * (side + 6) - 6;

    for (int i = 0; i < a->plays_max; i++) {
        ept_rect r = {right - w + i * (side + 6), row.y + (row.h - side) / 2, side, side};
        bool done = i < a->plays;
        char digit[2] = {(char)('1' + i), '\0'};

        ept_draw_bubble(d, r, digit, EPT_TYPE_TINY_BOLD,
                        (ept_box){done ? colour : EPT_COLOUR_SURFACE, colour, 2, 0, false, false},
                        done ? EPT_COLOUR_ON_ACCENT : colour);
    }
    return w;
}

static void track(ept_draw_list *d, ept_rect r, const ept_audio *a, ept_colour colour)
{
    int64_t at = a->at_ms < 0 ? 0 : a->at_ms > a->of_ms ? a->of_ms : a->at_ms;
    int w = (int)(r.w * at / a->of_ms);

    ept_draw_box(d, r, (ept_box){EPT_COLOUR_SURFACE, colour, 1, SMALL_RADIUS, false, false});
    if (w > 0)
        ept_draw_box(d, (ept_rect){r.x, r.y, w, r.h},
                     (ept_box){.fill = colour, .radius = w > 8 ? SMALL_RADIUS : 2});
    if (w > 8 && w < r.w - 4)
        ept_draw_fill(d, (ept_rect){r.x + w - 4, r.y, 4, r.h}, colour);
}

static const char *times(ept_draw_list *d, const ept_audio *a)
{
    int64_t at = a->at_ms / 1000, of = (a->of_ms + 999) / 1000;

    return ept_arena_printf(ept_draw_arena(d), "%" PRId64 ":%02" PRId64 " / %" PRId64 ":%02" PRId64,
                            at / 60, at % 60, of / 60, of % 60);
}

static void button(ept_draw_list *d, ept_rect *r, const ept_audio *a)
{
    ept_button b = {
        .id = a->button_id, .label = a->button, .size = EPT_BUTTON_SMALL, .look = a->look};
    int h = ept_draw_metrics(d)->button_small_h, w;

    if (!a->button_id)
        return;
    w = w_min(ept_ui_button_w(d, &b), r->w / 2);
    ept_ui_button(d, ept_rect_centre(ept_cut_right(r, w, GAP), w, h), &b);
}

/* What stands at the right end, from the outside in: ordinal, bubbles, elapsed time. */
static void right_end(ept_draw_list *d, ept_rect *r, const ept_audio *a, ept_colour colour)
{
    ept_type type = a->compact ? EPT_TYPE_SMALL : EPT_TYPE_BODY_BOLD;
    int w;

    if (a->ordinal) {
        w = w_width_in_lines(d, a->ordinal, type, w_word_w(d, a->ordinal, type) > r->w / 2 ? 2 : 1,
                             r->w * 2 / 3);
        ept_draw_text(d, ept_cut_right(r, w, GAP), a->ordinal,
                      (ept_text_opts){.type = type, .middle = true});
    }
    if (a->plays_max > 0)
        ept_cut_right(r, play_bubbles(d, *r, a, colour), 16);
    if (a->of_ms > 0 && !a->compact) {
        const char *time = times(d, a);

        w = w_word_w(d, time, EPT_TYPE_BODY);
        if (r->w - w > 200)
            w_word(d, ept_cut_right(r, w + 24, 16), time, EPT_TYPE_BODY, EPT_COLOUR_INK_2,
                   EPT_ALIGN_LEFT);
    }
}

static ept_type word_type(const ept_audio *a)
{
    return a->compact ? EPT_TYPE_BODY_BOLD : EPT_TYPE_LEAD_BOLD;
}

/* "No sound" and what to do: on one line when there is room, else one under the other. */
static int trouble(ept_draw_list *d, ept_rect r, const ept_audio *a, bool draw)
{
    ept_text_opts bold = {.type = word_type(a)}, small = {.type = EPT_TYPE_SMALL};
    int word = ept_draw_text_w(d, a->word, bold), hint = ept_draw_text_w(d, a->ordinal, small), h;

    if (word + 24 + hint <= r.w) {
        if (draw) {
            w_word(d, r, a->word, bold.type, EPT_COLOUR_INK, EPT_ALIGN_LEFT);
            w_word(d, r, a->ordinal, small.type, EPT_COLOUR_INK, EPT_ALIGN_RIGHT);
        }
        return w_line(d, bold.type);
    }
    h = ept_draw_text_h(d, r.w, a->word, bold) + ept_draw_text_h(d, r.w, a->ordinal, small);
    if (draw) {
        r.y += (r.h - h) / 2;
        r.h = 0;
        r.y += ept_draw_text(d, r, a->word, bold);
        ept_draw_text(d, r, a->ordinal, small);
    }
    return h;
}

static void playing(ept_draw_list *d, ept_rect in, const ept_audio *a, ept_colour colour)
{
    int most = in.w * 3 / 5;
    ept_type type = w_word_w(d, a->word, word_type(a)) <= most ? word_type(a) : EPT_TYPE_BODY_BOLD;
    int w = w_min(w_word_w(d, a->word, type), most);

    ept_draw_text(d, ept_cut_left(&in, w, 16), a->word,
                  (ept_text_opts){.type = type, .middle = true});
    right_end(d, &in, a, colour);
    if (a->of_ms > 0 && in.w >= 48) {
        int h = a->compact ? 12 : 16;

        if (a->compact && in.w < COMPACT_WIDE)
            in = ept_rect_centre(in, w_min(in.w, COMPACT_BAR), in.h);
        track(d, (ept_rect){in.x, in.y + (in.h - h) / 2, in.w, h}, a, colour);
    }
}

ept_rect ept_ui_audio(ept_draw_list *d, ept_rect box, const ept_audio *a)
{
    bool leaving = a->state == EPT_AUDIO_LEAVING, bad = leaving || a->state == EPT_AUDIO_NO_SOUND;
    ept_tone tone = leaving ? EPT_TONE_WARN : bad ? EPT_TONE_BAD : EPT_TONE_LISTEN;
    ept_colour colour = ept_tone_ink(tone);
    int disc = w_scaled(d, a->compact ? 28 : 40), icon = disc * 5 / 8, pad = a->compact ? 12 : 16;
    int least = w_max(w_max(a->compact ? 40 : 64, disc + 12), 2 * w_line(d, EPT_TYPE_SMALL));
    ept_rect in = {box.x + 2 * pad + disc, box.y, box.w - 3 * pad - disc, 0}, round = in;

    if (a->button_id) {
        ept_button b = {.label = a->button, .size = EPT_BUTTON_SMALL};

        least = w_max(least, ept_draw_metrics(d)->button_small_h + 8);
        ept_cut_right(&round, w_min(ept_ui_button_w(d, &b), in.w / 2), GAP);
    }
    if (bad)
        least = w_max(least, trouble(d, round, a, false) + 16);
    box.h = in.h = w_max(box.h, least);
    ept_draw_box(d, box, (ept_box){ept_tone_tint(tone), colour, bad ? 2 : 1, RADIUS, false, false});
    round = ept_rect_centre((ept_rect){box.x + pad, box.y, disc, box.h}, disc, disc);
    ept_draw_box(d, round, (ept_box){.fill = colour, .radius = disc / 2});
    ept_draw_icon(d, ept_rect_centre(round, icon, icon), icon_of(a->state), EPT_COLOUR_ON_ACCENT);
    button(d, &in, a);
    if (bad)
        trouble(d, in, a, true);
    else
        playing(d, in, a, colour);
    return box;
}

/* --- score --- */

typedef struct score_place {
    ept_rect track;
    int first_w, total_w;
} score_place;

/* The word of a section inside its part, clear of the line of the minimum score at `mark`; whether
 * it fits there. */
static bool section_word(ept_draw_list *d, ept_rect r, const char *word, int mark, bool draw)
{
    enum { INSET = 10, HALO = 4 };
    int w = word ? w_word_w(d, word, EPT_TYPE_SMALL_BOLD) + 2 * INSET : 0, end = r.x + r.w;

    if (mark > r.x && mark < end) {
        if (r.x + w - INSET + HALO > mark)
            r.x = mark;
        else
            end = w_min(end, mark + INSET);
    }
    r.w = end - r.x;
    if (!draw || w == 0 || w > r.w)
        return w <= r.w;
    w_word(d, ept_rect_inset(r, INSET, 0), word, EPT_TYPE_SMALL_BOLD, EPT_COLOUR_ON_ACCENT,
           EPT_ALIGN_LEFT);
    return true;
}

/* Both words above the bar at its left end, in the colours of their parts, clear of `mark`. */
static void words_above(ept_draw_list *d, const ept_score_bar *s, ept_rect track, int mark)
{
    int one = s->first_word ? w_word_w(d, s->first_word, EPT_TYPE_SMALL_BOLD) : 0;
    int two = s->second_word ? w_word_w(d, s->second_word, EPT_TYPE_SMALL_BOLD) : 0;
    int line = w_line(d, EPT_TYPE_SMALL_BOLD), gap = one && two ? PAD : 0;
    ept_rect r = {track.x, track.y - line - 4, one, line};

    if (one + gap + two + PAD > mark - track.x)
        return;
    if (one)
        w_word(d, r, s->first_word, EPT_TYPE_SMALL_BOLD, EPT_COLOUR_ACCENT, EPT_ALIGN_LEFT);
    r.x += one + gap;
    r.w = two;
    if (two)
        w_word(d, r, s->second_word, EPT_TYPE_SMALL_BOLD, EPT_COLOUR_LISTEN, EPT_ALIGN_LEFT);
}

static void sections(ept_draw_list *d, const ept_score_bar *s, const score_place *p, int mark)
{
    ept_rect t = p->track, one = {t.x, t.y, p->first_w, t.h};
    ept_rect two = {t.x + p->first_w + 2, t.y, w_max(0, p->total_w - p->first_w - 2), t.h};
    int label = s->minimum_word ? w_word_w(d, s->minimum_word, EPT_TYPE_BODY_BOLD) : 0;

    ept_draw_box(d, t,
                 (ept_box){EPT_COLOUR_SUNKEN, EPT_COLOUR_LINE_2, 1, SMALL_RADIUS, false, false});
    ept_draw_box(d, one, (ept_box){.fill = EPT_COLOUR_ACCENT, .radius = SMALL_RADIUS});
    if (one.w > 8 && two.w > 0) {
        ept_draw_fill(d, (ept_rect){one.x + one.w - 4, t.y, 4, t.h}, EPT_COLOUR_ACCENT);
        ept_draw_fill(d, (ept_rect){one.x + one.w, t.y, 2, t.h}, EPT_COLOUR_SURFACE);
    }
    ept_draw_fill(d, two, EPT_COLOUR_LISTEN);
    if (section_word(d, one, s->first_word, mark, false) &&
        section_word(d, two, s->second_word, mark, false)) {
        section_word(d, one, s->first_word, mark, true);
        section_word(d, two, s->second_word, mark, true);
    } else {
        words_above(d, s, t, s->minimum < 0 ? t.x + t.w : mark - label / 2);
    }
}

static void label_at(ept_draw_list *d, const ept_rect *track, int x, int y, const char *word,
                     ept_type type, ept_colour colour)
{
    int w = w_word_w(d, word, type);
    int left = w_max(track->x, w_min(x - w / 2, track->x + track->w - w));

    w_word(d, (ept_rect){left, y, w, w_line(d, type)}, word, type, colour, EPT_ALIGN_LEFT);
}

int ept_ui_score_bar(ept_draw_list *d, ept_rect box, const ept_score_bar *s)
{
    int line = w_line(d, EPT_TYPE_BODY), tiny = w_line(d, EPT_TYPE_SMALL), h = w_scaled(d, 34),
        max = w_max(1, s->max);
    score_place p = {{box.x, box.y + line + 20, box.w, h},
                     box.w * s->first / max,
                     box.w * (s->first + s->second) / max};
    int below = p.track.y + h + 4, you = box.x + p.total_w,
        mark = box.x + box.w * w_max(0, s->minimum) / max;

    sections(d, s, &p, mark);
    if (s->minimum >= 0) {
        ept_point dash[] = {{(float)mark, (float)(p.track.y - 18)},
                            {(float)mark, (float)(below + 12)}};

        ept_draw_fill(d, (ept_rect){mark - 3, p.track.y, 6, h}, EPT_COLOUR_SURFACE);
        ept_draw_polyline(d, dash, 2, (ept_stroke){EPT_COLOUR_INK, 3, true});
        if (s->minimum_word)
            label_at(d, &p.track, mark, box.y, s->minimum_word, EPT_TYPE_BODY_BOLD, EPT_COLOUR_INK);
    }
    label_at(d, &p.track, box.x, below + 4, "0", EPT_TYPE_SMALL, EPT_COLOUR_INK_3);
    label_at(d, &p.track, box.x + box.w, below + 4,
             ept_arena_printf(ept_draw_arena(d), "%d", s->max), EPT_TYPE_SMALL, EPT_COLOUR_INK_3);
    if (s->you) {
        float x = (float)you, y = (float)below + 2;
        ept_point tip[] = {{x, y}, {x + 8, y + 12}, {x - 8, y + 12}};

        ept_draw_polygon(d, tip, 3, EPT_COLOUR_INK, (ept_stroke){.width = 0});
        label_at(d, &p.track, you, below + tiny + 4, s->you, EPT_TYPE_BODY_BOLD, EPT_COLOUR_INK);
    }
    return below + tiny + 4 + line - box.y;
}
