/* SPDX-License-Identifier: MIT */
/* temp_folder.h - a fresh folder for each test, gone afterwards; texts of its paths live as long.
 */
#ifndef CORE_TEMP_FOLDER_H
#define CORE_TEMP_FOLDER_H
#include "epstopik/arena.h"

typedef struct temp_folder {
    ept_arena *arena;
    char *path;
} temp_folder;

int temp_folder_setup(void **state);
int temp_folder_teardown(void **state);

/* A path in the folder of *state: borrowed. */
const char *temp_folder_at(void **state, const char *name);
void temp_folder_write(void **state, const char *name, const char *text);
void temp_folder_expect(void **state, const char *name, const char *text);

#endif
