/* SPDX-License-Identifier: MIT */
/* Keys as they are shown: the list of F1 and of the settings, the line of hints at a screen's foot.
 */
#include <stdio.h>
#include <string.h>

#include "epstopik/str.h"
#include "loop.h"

enum {
    ROW_PX = 36,
    ROW_AIR = 12,
    KEY_PX = 24,
    KEY_GAP = 6,
    HINT_GAP = 24,
    HINT_KEY_GAP = 8,
    FOOT_PX = 56,
    KEY_MAX = 24
};

const app_key_row app_keys_everywhere[] = {
    {.keys = "Tab", .says = "keys.tab"},
    {.keys = "Enter", .says = "keys.enter"},
    {.keys = "Esc", .says = "keys.esc"},
    {.keys = "Ctrl + \u2212 0", .says = "keys.text-size"},
    {.keys = "F11", .says = "keys.full-screen"},
    {.keys = "F1", .says = "keys.help"},
    {0},
};

/* The next word of `keys` from *at; false at the end. */
static bool next_key(char out[KEY_MAX], const char *keys, size_t *at)
{
    size_t n = strcspn(keys + *at, " ");

    if (n == 0)
        return false;
    snprintf(out, KEY_MAX, "%.*s", (int)n, keys + *at);
    *at += n;
    *at += strspn(keys + *at, " ");
    return true;
}

static int keys_w(ept_draw_list *d, const char *keys, int gap)
{
    char key[KEY_MAX];
    int w = 0;

    for (size_t at = 0; next_key(key, keys, &at);)
        w += ept_ui_key_w(d, key) + (w ? gap : 0);
    return w;
}

/* Returns the x behind the last one. */
static int draw_keys(ept_draw_list *d, ept_rect at, const char *keys, int gap)
{
    char key[KEY_MAX];

    for (size_t i = 0; next_key(key, keys, &i);)
        at.x += ept_ui_key(d, at.x, at.y, at.h, key, EPT_COLOUR_INK, EPT_COLOUR_LINE_2) + gap;
    return at.x;
}

static int draw_row(const app *a, ept_draw_list *d, ept_rect box, const app_key_row *row, bool line)
{
    const ept_metrics *m = ept_draw_metrics(d);
    int key_h = ept_ui_scale(KEY_PX, m->percent), w = keys_w(d, row->keys, KEY_GAP);
    ept_rect word = {box.x, box.y, box.w - w - 16, 0};
    const char *says = ept_text_capital(ept_draw_arena(d), app_msg(a, d, row->says));
    int h = ept_draw_text_h(d, word.w, says, (ept_text_opts){0}) + ROW_AIR;

    h = h > ept_ui_scale(ROW_PX, m->percent) ? h : ept_ui_scale(ROW_PX, m->percent);
    word.h = h;
    if (line)
        ept_draw_hline(d, box.x, box.y, box.w, EPT_COLOUR_LINE);
    ept_draw_text(d, word, says, (ept_text_opts){.middle = true});
    draw_keys(d, (ept_rect){box.x + box.w - w, box.y + (h - key_h) / 2, w, key_h}, row->keys,
              KEY_GAP);
    return h;
}

/* Whether a list already says what the keys do. */
static bool listed(const app *a, const app_key_row *rows, const char *keys)
{
    for (; rows && rows->keys; rows++)
        if (ept_streq(rows->keys, keys) && (!rows->works || rows->works(a)))
            return true;
    return false;
}

int app_key_list(const app *a, ept_draw_list *d, ept_rect box, const app_key_row *rows,
                 const app_key_row *but)
{
    int top = box.y;

    for (; rows && rows->keys; rows++)
        if ((!rows->works || rows->works(a)) && !listed(a, but, rows->keys))
            box.y += draw_row(a, d, box, rows, true);
    return box.y - top;
}

/* Keys and what they do, from x on, `h` high; the width. dry: only measures. */
static int hint(ept_draw_list *d, ept_rect at, const char *keys, const char *says, bool dry)
{
    ept_text_opts opts = {
        .type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_INK_2, .middle = true, .nowrap = true};
    int w = ept_draw_text_w(d, says, opts), used = keys_w(d, keys, HINT_KEY_GAP) + HINT_KEY_GAP;

    if (!dry) {
        draw_keys(d, at, keys, HINT_KEY_GAP);
        ept_draw_text(d, (ept_rect){at.x + used, at.y, w, at.h}, says, opts);
    }
    return used + w;
}

int app_key_footer(const app *a, ept_draw_list *d, int margin, const app_key_row *rows)
{
    const ept_metrics *m = ept_draw_metrics(d);
    int foot = ept_ui_scale(FOOT_PX, m->percent), key_h = ept_ui_scale(KEY_PX, m->percent);
    int top = m->h - foot, end;
    ept_rect at = {margin, top + (foot - key_h) / 2, 0, key_h}, last = at;
    const char *help = app_msg(a, d, "keys.footer-help");

    ept_ui_panel(d, (ept_rect){0, top, m->w, foot});
    ept_draw_hline(d, 0, top, m->w, EPT_COLOUR_LINE);
    end = last.x = m->w - margin - hint(d, at, "F1", help, true);
    hint(d, last, "F1", help, false);
    for (; rows && rows->keys; rows++) {
        const char *says = app_msg(a, d, rows->says);

        if (rows->works && !rows->works(a))
            continue;
        if (at.x + hint(d, at, rows->keys, says, true) + HINT_GAP > end)
            break;
        at.x += hint(d, at, rows->keys, says, false) + HINT_GAP;
    }
    return top;
}
