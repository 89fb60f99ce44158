/* SPDX-License-Identifier: MIT */
/* asset_probe.c - prints where an asset is found: copied to several places by test_path.c. */
#include <stdio.h>

#include "epstopik/path.h"

int main(int argc, char **argv)
{
    ept_arena *arena = NULL;
    char *found = NULL;

    if (argc != 2 || ept_arena_new(&arena) != EPT_OK) {
        return 2;
    }
    ept_status st = ept_path_asset(&found, arena, argv[1]);
    printf("%s", st == EPT_OK ? found : ept_error());
    ept_arena_free(arena);
    return st == EPT_OK ? 0 : 1;
}
