/* SPDX-License-Identifier: MIT */
/* Keys by scancode, so that letters work in every layout; keypad digits and Enter count as the
 * others. */
#include "input.h"

#include <string.h>

static ept_key keypad(SDL_Scancode code)
{
    if (code == SDL_SCANCODE_KP_0)
        return EPT_KEY_DIGIT_0;
    if (code >= SDL_SCANCODE_KP_1 && code <= SDL_SCANCODE_KP_9)
        return (ept_key)((int)EPT_KEY_DIGIT_1 + ((int)code - (int)SDL_SCANCODE_KP_1));
    if (code == SDL_SCANCODE_KP_ENTER)
        return EPT_KEY_ENTER;
    if (code == SDL_SCANCODE_KP_PLUS)
        return EPT_KEY_PLUS;
    return code == SDL_SCANCODE_KP_MINUS ? EPT_KEY_MINUS : EPT_KEY_NONE;
}

static void key_of(ept_input *out, const SDL_KeyboardEvent *key)
{
    SDL_Scancode code = key->keysym.scancode;

    out->kind = EPT_INPUT_KEY;
    out->key = keypad(code);
    if (out->key == EPT_KEY_NONE)
        out->key = ept_key_parse(SDL_GetScancodeName(code));
    out->repeat = key->repeat != 0;
    out->mods = ((key->keysym.mod & KMOD_SHIFT) ? EPT_MOD_SHIFT : 0) |
                ((key->keysym.mod & KMOD_CTRL) ? EPT_MOD_CTRL : 0) |
                ((key->keysym.mod & KMOD_ALT) ? EPT_MOD_ALT : 0);
    if (out->key == EPT_KEY_NONE)
        out->kind = EPT_INPUT_NONE;
}

static void copy_text(ept_input *out, const char *text)
{
    size_t n = strlen(text);

    if (n >= sizeof out->text)
        n = sizeof out->text - 1;
    memcpy(out->text, text, n);
    out->text[n] = '\0';
}

static void pointer_of(ept_input *out, ept_input_kind kind, int x, int y)
{
    out->kind = kind;
    out->x = x;
    out->y = y;
}

static void window_of(ept_input *out, const SDL_WindowEvent *window)
{
    if (window->event == SDL_WINDOWEVENT_SIZE_CHANGED) {
        out->kind = EPT_INPUT_RESIZE;
        out->x = window->data1;
        out->y = window->data2;
    } else if (window->event == SDL_WINDOWEVENT_LEAVE) {
        pointer_of(out, EPT_INPUT_MOVE, -1, -1); /* over nothing any more */
    } else if (window->event == SDL_WINDOWEVENT_EXPOSED) {
        out->kind = EPT_INPUT_EXPOSE;
    } else if (window->event == SDL_WINDOWEVENT_MINIMIZED ||
               window->event == SDL_WINDOWEVENT_HIDDEN) {
        out->kind = EPT_INPUT_HIDE;
    } else if (window->event == SDL_WINDOWEVENT_RESTORED ||
               window->event == SDL_WINDOWEVENT_SHOWN) {
        out->kind = EPT_INPUT_SHOW;
    }
}

bool ui_input_of(ept_input *out, const SDL_Event *e)
{
    memset(out, 0, sizeof *out);
    if (e->type == SDL_QUIT || e->type == SDL_APP_TERMINATING) {
        out->kind = EPT_INPUT_QUIT;
    } else if (e->type == SDL_KEYDOWN) {
        key_of(out, &e->key);
    } else if (e->type == SDL_TEXTINPUT) {
        out->kind = EPT_INPUT_TEXT;
        copy_text(out, e->text.text);
    } else if (e->type == SDL_TEXTEDITING) {
        out->kind = EPT_INPUT_COMPOSE;
        copy_text(out, e->edit.text);
    } else if (e->type == SDL_MOUSEMOTION) {
        pointer_of(out, EPT_INPUT_MOVE, e->motion.x, e->motion.y);
    } else if (e->type == SDL_MOUSEBUTTONDOWN && e->button.button == SDL_BUTTON_LEFT) {
        pointer_of(out, EPT_INPUT_DOWN, e->button.x, e->button.y);
    } else if (e->type == SDL_MOUSEBUTTONUP && e->button.button == SDL_BUTTON_LEFT) {
        pointer_of(out, EPT_INPUT_UP, e->button.x, e->button.y);
    } else if (e->type == SDL_MOUSEBUTTONDOWN && e->button.button == SDL_BUTTON_RIGHT) {
        pointer_of(out, EPT_INPUT_SECOND, e->button.x, e->button.y);
    } else if (e->type == SDL_MOUSEWHEEL) {
        pointer_of(out, EPT_INPUT_WHEEL, e->wheel.mouseX, e->wheel.mouseY);
        out->steps = e->wheel.direction == SDL_MOUSEWHEEL_FLIPPED ? e->wheel.y : -e->wheel.y;
    } else if (e->type == SDL_WINDOWEVENT) {
        window_of(out, &e->window);
    } else if (e->type == SDL_AUDIODEVICEREMOVED && !e->adevice.iscapture) {
        out->kind = EPT_INPUT_DEVICE_REMOVED;
    } else if (e->type == SDL_AUDIODEVICEADDED && !e->adevice.iscapture) {
        out->kind = EPT_INPUT_DEVICE_ADDED;
    }
    return out->kind != EPT_INPUT_NONE;
}
