/* SPDX-License-Identifier: MIT */
/* device.c - SDL_mixer with one channel. What went out is counted where the samples are taken: an
 * effect on the channel counts the clip's, the last step of mixing all of them. After its device is
 * gone SDL goes on asking in silence; the event of the removal is caught where it is made, so that
 * it counts even when nobody reads the queue. */
#include <SDL.h>

#include "mixer.h"
#include "sound_priv.h"

enum {
    RATE_HZ = SOUND_PER_MS * 1000,
    FRAME_BYTES = 2, /* one channel of 16 bit */
    CHUNK = 960,     /* 20 ms: whole milliseconds also for drivers that wait by them */
    CHANNEL = 0,
    SHORT_MS = 50 /* a clip may be decoded so much shorter than it should be */
};

/* Written by the audio thread but for the resets while nothing sounds. Frames, modulo 2^32. */
typedef struct meter {
    SDL_atomic_t taken, chunk; /* in all; at the last time */
    SDL_atomic_t fed, length;  /* of the clip */
    SDL_atomic_t all_fed, end; /* `taken` at the clip's last sample, once all_fed */
    SDL_atomic_t removed;
} meter;

struct sound_device {
    sound_mixer mix;
    meter meter;
};

struct sound_clip {
    const sound_mixer *mix; /* of its device */
    Mix_Chunk *chunk;
};

static uint32_t get(SDL_atomic_t *value)
{
    return (uint32_t)SDL_AtomicGet(value);
}

static void SDLCALL count_clip(int channel, void *stream, int bytes, void *user)
{
    meter *m = user;
    int frames = bytes / FRAME_BYTES;

    (void)channel;
    (void)stream;
    SDL_AtomicAdd(&m->fed, frames);
    if (get(&m->fed) >= get(&m->length) && get(&m->all_fed) == 0) {
        SDL_AtomicSet(&m->end, (int)(get(&m->taken) + (uint32_t)frames));
        SDL_AtomicSet(&m->all_fed, 1);
    }
}

/* NOLINTNEXTLINE(readability-non-const-parameter): SDL's type */
static void SDLCALL count_all(void *user, Uint8 *stream, int bytes)
{
    meter *m = user;

    (void)stream;
    SDL_AtomicSet(&m->chunk, bytes / FRAME_BYTES);
    SDL_AtomicAdd(&m->taken, bytes / FRAME_BYTES);
}

static int SDLCALL note_removal(void *user, SDL_Event *event)
{
    meter *m = user;

    /* which: 0 for a device that nobody has opened. */
    if (event->type == SDL_AUDIODEVICEREMOVED && !event->adevice.iscapture &&
        event->adevice.which != 0) {
        SDL_AtomicSet(&m->removed, 1);
    }
    return 0;
}

ept_status sound_device_open(sound_device **out, int volume)
{
    *out = NULL;
    sound_device *device = ept_calloc(1, sizeof *device);
    if (!device) {
        return ept_fail(EPT_E_NOMEM, "open sound device: no memory");
    }
    sound_mixer *mix = &device->mix;
    ept_status st = sound_mixer_load(mix, EPT_MIXER_LIBRARY);
    if (st != EPT_OK) {
        ept_free(device);
        return st;
    }
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        ept_free(device);
        return ept_fail(EPT_E_UNAVAILABLE, "open sound device: %s", SDL_GetError());
    }
    bool opus = (mix->init(MIX_INIT_OPUS) & MIX_INIT_OPUS) != 0;
    if (!opus || mix->open(RATE_HZ, AUDIO_S16SYS, 1, CHUNK, NULL, 0) != 0) {
        st = ept_fail(EPT_E_UNAVAILABLE, "open sound device: %s", SDL_GetError());
        mix->quit();
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        ept_free(device);
        return st;
    }
    mix->allocate(1);
    SDL_AddEventWatch(note_removal, &device->meter);
    mix->post_mix(count_all, &device->meter);
    sound_device_volume(device, volume);
    *out = device;
    return EPT_OK;
}

void sound_device_close(sound_device *device)
{
    if (!device) {
        return;
    }
    sound_device_hush(device);
    device->mix.post_mix(NULL, NULL);
    device->mix.close();
    device->mix.quit();
    SDL_DelEventWatch(note_removal, &device->meter);
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    ept_free(device);
}

ept_status sound_clip_load(sound_clip **out, sound_device *device, ept_str opus, uint32_t ms,
                           const char *name)
{
    *out = NULL;
    SDL_RWops *bytes = SDL_RWFromConstMem(opus.p, (int)opus.n);
    Mix_Chunk *chunk = bytes ? device->mix.load(bytes, 1) : NULL;
    if (!chunk) {
        return ept_fail(EPT_E_FORMAT, "clip %s: %s", name, SDL_GetError());
    }
    uint32_t decoded_ms = chunk->alen / FRAME_BYTES / SOUND_PER_MS;
    sound_clip *clip = ept_calloc(1, sizeof *clip);
    if (!clip || decoded_ms == 0 || (uint64_t)decoded_ms + SHORT_MS < ms) {
        device->mix.free(chunk);
        ept_free(clip);
        return clip ? ept_fail(EPT_E_FORMAT, "clip %s: %u ms of %u", name, (unsigned)decoded_ms,
                               (unsigned)ms)
                    : ept_fail(EPT_E_NOMEM, "clip %s: no memory", name);
    }
    clip->mix = &device->mix;
    clip->chunk = chunk;
    *out = clip;
    return EPT_OK;
}

void sound_clip_free(sound_clip *clip)
{
    if (clip) {
        clip->mix->free(clip->chunk);
        ept_free(clip);
    }
}

ept_status sound_device_play(sound_device *device, sound_clip *clip)
{
    meter *m = &device->meter;

    sound_device_hush(device);
    SDL_AtomicSet(&m->fed, 0);
    SDL_AtomicSet(&m->all_fed, 0);
    SDL_AtomicSet(&m->length, (int)(clip->chunk->alen / FRAME_BYTES));
    /* The effect first: it stays until the channel ends, and misses no sample. */
    if (device->mix.effect(CHANNEL, count_clip, NULL, m) == 0 ||
        device->mix.play(CHANNEL, clip->chunk, 0) != CHANNEL) {
        return ept_fail(EPT_E_UNAVAILABLE, "play: %s", SDL_GetError());
    }
    return EPT_OK;
}

void sound_device_hush(sound_device *device)
{
    device->mix.halt(CHANNEL);
    device->mix.no_effects(CHANNEL);
}

void sound_device_volume(sound_device *device, int volume)
{
    device->mix.volume(CHANNEL, volume * MIX_MAX_VOLUME / 100);
}

bool sound_device_removed(sound_device *device)
{
    /* With a window its loop pumps; without one nobody would. */
    if (SDL_WasInit(SDL_INIT_VIDEO) == 0) {
        SDL_PumpEvents();
        SDL_FlushEvents(SDL_AUDIODEVICEADDED, SDL_AUDIODEVICEREMOVED);
    }
    return SDL_AtomicSet(&device->meter.removed, 0) != 0;
}

uint32_t sound_device_taken(sound_device *device)
{
    return get(&device->meter.taken);
}

/* A sample has gone out when two more chunks than its own were asked for: one may wait in the
 * driver while the next is played. */
sound_progress sound_device_progress(sound_device *device)
{
    meter *m = &device->meter;
    bool fed = get(&m->all_fed) != 0;
    uint32_t since = fed ? get(&m->taken) - get(&m->end) : 0;
    uint32_t behind = 2 * get(&m->chunk);
    uint32_t done = get(&m->fed);
    uint32_t length = get(&m->length);
    /* The meter of all follows the effect by one step of the same call. */
    since = since > UINT32_MAX / 2 ? 0 : since;
    uint32_t left = (length > done ? length - done : 0) + (since < behind ? behind - since : 0);

    return (sound_progress){
        .fed_ms = done / SOUND_PER_MS,
        .left_ms = left / SOUND_PER_MS,
        .out = fed && since >= behind,
        .since = since,
    };
}
