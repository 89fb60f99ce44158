/* SPDX-License-Identifier: MIT */
/* base_folder.h - the small folder of sources without faults, copied to a place where a test may
 * change it. */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H
#include "epstopik/arena.h"

/* A new temporary folder with tests/data/bank/base and the real slots, patterns and law exam. */
const char *base_folder(ept_arena *arena);
/* Replaces the first `find` of a file below `dir`; the test fails when it is not there. */
void base_change(ept_arena *arena, const char *dir, const char *file, const char *find,
                 const char *replace);

#endif
