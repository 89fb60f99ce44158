/* SPDX-License-Identifier: MIT */
/* One line of text being typed: caret and selection move by letters as people see them. */
#include <string.h>

#include "epstopik/ui_focus.h"

static ept_str view(const ept_edit *e)
{
    return ept_str_of(e->text);
}

void ept_edit_set(ept_edit *e, const char *text)
{
    size_t n = text ? strlen(text) : 0;

    if (n >= sizeof e->text) {
        ept_str all = {text, n};

        n = ept_text_prev(all, sizeof e->text);
    }
    if (n)
        memcpy(e->text, text, n);
    e->text[n] = '\0';
    e->caret = e->anchor = n;
    e->compose[0] = '\0';
}

static void cut(ept_edit *e, size_t from, size_t to)
{
    size_t n = strlen(e->text);

    memmove(e->text + from, e->text + to, n - to + 1);
    e->caret = e->anchor = from;
}

static bool cut_selection(ept_edit *e)
{
    size_t from = e->anchor < e->caret ? e->anchor : e->caret;
    size_t to = e->anchor < e->caret ? e->caret : e->anchor;

    if (from == to)
        return false;
    cut(e, from, to);
    return true;
}

static bool welcome(const ept_edit *e, int32_t cp)
{
    if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
        return false;
    return !e->digits_only || (cp >= '0' && cp <= '9');
}

static bool insert_one(ept_edit *e, int32_t cp)
{
    char bytes[4], before[EPT_EDIT_MAX];
    size_t n = ept_utf8_put(bytes, cp), len = strlen(e->text), at = e->caret;

    if (n == 0 || len + n >= sizeof e->text)
        return false;
    memcpy(before, e->text, len + 1);
    memmove(e->text + at + n, e->text + at, len - at + 1);
    memcpy(e->text + at, bytes, n);
    if (e->max_graphemes && ept_text_graphemes(view(e)) > e->max_graphemes) {
        memcpy(e->text, before, len + 1);
        return false;
    }
    e->caret = e->anchor = at + n;
    return true;
}

static void insert(ept_edit *e, const char *text)
{
    ept_str s = ept_str_of(text);
    size_t pos = 0;
    int32_t cp;

    cut_selection(e);
    while ((cp = ept_utf8_next(s, &pos)) != -1) {
        if (welcome(e, cp) && !insert_one(e, cp))
            return;
    }
}

static void go(ept_edit *e, size_t to, unsigned mods)
{
    e->caret = to;
    if (!(mods & EPT_MOD_SHIFT))
        e->anchor = to;
}

static bool key(ept_edit *e, const ept_input *in)
{
    size_t n = strlen(e->text);

    if (in->key == EPT_KEY_BACKSPACE) {
        if (!cut_selection(e) && e->caret > 0)
            cut(e, ept_text_prev(view(e), e->caret), e->caret);
    } else if (in->key == EPT_KEY_DELETE) {
        if (!cut_selection(e) && e->caret < n)
            cut(e, e->caret, ept_text_next(view(e), e->caret));
    } else if (in->key == EPT_KEY_LEFT) {
        go(e, ept_text_prev(view(e), e->caret), in->mods);
    } else if (in->key == EPT_KEY_RIGHT) {
        go(e, ept_text_next(view(e), e->caret), in->mods);
    } else if (in->key == EPT_KEY_HOME) {
        go(e, 0, in->mods);
    } else if (in->key == EPT_KEY_END) {
        go(e, n, in->mods);
    } else if (in->key == EPT_KEY_A && (in->mods & EPT_MOD_CTRL)) {
        e->anchor = 0;
        e->caret = n;
    } else {
        return false;
    }
    return true;
}

bool ept_edit_input(ept_edit *e, const ept_input *in)
{
    if (in->kind == EPT_INPUT_TEXT) {
        e->compose[0] = '\0';
        insert(e, in->text);
        return true;
    }
    if (in->kind == EPT_INPUT_COMPOSE) {
        memcpy(e->compose, in->text, sizeof e->compose);
        e->compose[sizeof e->compose - 1] = '\0';
        return true;
    }
    /* While letters are being composed the input method owns the keys. */
    if (in->kind == EPT_INPUT_KEY)
        return e->compose[0] != '\0' ? in->key == EPT_KEY_BACKSPACE : key(e, in);
    return false;
}
