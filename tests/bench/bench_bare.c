/* SPDX-License-Identifier: MIT */
/* bench_bare.c - the least program to compare a start with: SDL2 and SDL_ttf, one line of text in a
 * window, with the same hints. Prints its CPU time to the first frame and ends. */
#include "bench/bench.h"

#include <SDL.h>
#include <SDL_ttf.h>

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: bench_bare FONT\n");
        return 2;
    }
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0) {
        fprintf(stderr, "bench_bare: %s\n", SDL_GetError());
        return 1;
    }
    SDL_Window *window = SDL_CreateWindow("bare", 0, 0, 1280, 800, 0);
    SDL_Renderer *renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
    TTF_Font *font = TTF_OpenFont(argv[1], 26);
    SDL_Surface *line =
        font ? TTF_RenderUTF8_Blended(font, "안전모를 꼭 쓰십시오.", (SDL_Color){0, 0, 0, 255})
             : NULL;
    if (!renderer || !line) {
        fprintf(stderr, "bench_bare: %s\n", SDL_GetError());
        return 1;
    }
    SDL_Texture *texture = SDL_CreateTextureFromSurface(renderer, line);
    const SDL_Rect at = {40, 40, line->w, line->h};
    SDL_SetRenderDrawColor(renderer, 255, 255, 255, 255);
    SDL_RenderClear(renderer);
    SDL_RenderCopy(renderer, texture, NULL, &at);
    SDL_RenderPresent(renderer);
    printf("%.3f\n", bench_cpu_ms());
    SDL_Quit();
    return 0;
}
