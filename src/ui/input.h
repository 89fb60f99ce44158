/* SPDX-License-Identifier: MIT */
/* input.h - the one place where SDL events become ept_input. */
#ifndef UI_INPUT_H
#define UI_INPUT_H
#include <SDL.h>

#include "epstopik/ui_focus.h"

/* False: nothing of ours (out->kind is NONE). */
bool ui_input_of(ept_input *out, const SDL_Event *event);

#endif
