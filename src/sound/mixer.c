/* SPDX-License-Identifier: MIT */
/* mixer.c - SDL_mixer brings some twenty libraries with it, and linking them takes as long as all
 * else before the first frame. A program that has not sounded yet does without. */
#include <SDL.h>
#include <stddef.h>
#include <string.h>

#include "mixer.h"

ept_status sound_mixer_load(sound_mixer *out, const char *name)
{
    static const struct {
        const char *name;
        size_t at;
    } functions[] = {
        {"Mix_Init", offsetof(sound_mixer, init)},
        {"Mix_Quit", offsetof(sound_mixer, quit)},
        {"Mix_OpenAudioDevice", offsetof(sound_mixer, open)},
        {"Mix_CloseAudio", offsetof(sound_mixer, close)},
        {"Mix_AllocateChannels", offsetof(sound_mixer, allocate)},
        {"Mix_LoadWAV_RW", offsetof(sound_mixer, load)},
        {"Mix_FreeChunk", offsetof(sound_mixer, free)},
        {"Mix_PlayChannel", offsetof(sound_mixer, play)},
        {"Mix_HaltChannel", offsetof(sound_mixer, halt)},
        {"Mix_Volume", offsetof(sound_mixer, volume)},
        {"Mix_RegisterEffect", offsetof(sound_mixer, effect)},
        {"Mix_UnregisterAllEffects", offsetof(sound_mixer, no_effects)},
        {"Mix_SetPostMix", offsetof(sound_mixer, post_mix)},
    };
    /* Never unloaded: what comes with it (GLib, OpenMP) is not made for that. */
    void *library = SDL_LoadObject(name);

    for (size_t i = 0; library && i < sizeof functions / sizeof *functions; i++) {
        /* C has no cast from an object to a function: the bytes are copied. */
        void *function = SDL_LoadFunction(library, functions[i].name);
        if (!function) {
            library = NULL;
        }
        memcpy((char *)out + functions[i].at, &function, sizeof function);
    }
    return library ? EPT_OK : ept_fail(EPT_E_UNAVAILABLE, "load SDL_mixer: %s", SDL_GetError());
}
