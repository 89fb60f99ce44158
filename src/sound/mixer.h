/* SPDX-License-Identifier: MIT */
/* mixer.h - the functions of SDL_mixer that the device uses, found when sound is first wanted. */
#ifndef SOUND_MIXER_H
#define SOUND_MIXER_H
#include <SDL_mixer.h>

#include "epstopik/status.h"

typedef struct sound_mixer {
    int(SDLCALL *init)(int flags);
    void(SDLCALL *quit)(void);
    int(SDLCALL *open)(int rate, Uint16 format, int channels, int chunk, const char *device,
                       int changes);
    void(SDLCALL *close)(void);
    int(SDLCALL *allocate)(int channels);
    Mix_Chunk *(SDLCALL *load)(SDL_RWops *from, int free_it);
    void(SDLCALL *free)(Mix_Chunk *chunk);
    int(SDLCALL *play)(int channel, Mix_Chunk *chunk, int loops);
    int(SDLCALL *halt)(int channel);
    int(SDLCALL *volume)(int channel, int volume);
    int(SDLCALL *effect)(int channel, Mix_EffectFunc_t f, Mix_EffectDone_t done, void *user);
    int(SDLCALL *no_effects)(int channel);
    void(SDLCALL *post_mix)(void(SDLCALL *f)(void *user, Uint8 *stream, int bytes), void *user);
} sound_mixer;

/* name: the library's file, looked for where the system keeps them. It stays for the rest of the
 * program. EPT_E_UNAVAILABLE: it is not there, or lacks a function. */
EPT_NODISCARD ept_status sound_mixer_load(sound_mixer *out, const char *name);

#endif
