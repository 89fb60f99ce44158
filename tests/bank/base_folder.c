/* SPDX-License-Identifier: MIT */
/* Copies the folder and changes single places of it. */
#include "support/ept_test.h"

#include "bank/base_folder.h"

#include <string.h>

#include "epstopik/path.h"

static void copy(ept_arena *arena, const char *from, const char *dir, const char *name)
{
    char *to = ept_path_join(arena, dir, name);

    assert_ok(ept_path_mkdirs(ept_path_dir(arena, to)));
    assert_ok(ept_path_copy(ept_path_join(arena, from, name), to));
}

const char *base_folder(ept_arena *arena)
{
    static const char *const real[] = {"slots.yaml", "patterns/2025.yaml", "patterns/2023.yaml",
                                       "patterns/law.yaml", "exams/law.yaml"};
    const char *base = EPT_SOURCE_DIR "/tests/data/bank/base";
    const char **names = NULL;
    char *dir = NULL;
    size_t count = 0;

    assert_ok(ept_path_temp_dir(&dir, arena));
    assert_ok(ept_path_walk(&names, &count, arena, base));
    for (size_t i = 0; i < count; i++) {
        copy(arena, base, dir, names[i]);
    }
    for (size_t i = 0; i < sizeof real / sizeof real[0]; i++) {
        copy(arena, EPT_SOURCE_DIR "/questions", dir, real[i]);
    }
    return dir;
}

void base_change(ept_arena *arena, const char *dir, const char *file, const char *find,
                 const char *replace)
{
    ept_buf text = {0}, changed = {0};
    char *path = ept_path_join(arena, dir, file);

    assert_ok(ept_path_read(&text, path));
    const char *at = strstr(text.p, find);
    assert_non_null(at);
    ept_buf_add(&changed, text.p, (size_t)(at - text.p));
    ept_buf_puts(&changed, replace);
    ept_buf_puts(&changed, at + strlen(find));
    assert_ok(ept_buf_ok(&changed));
    assert_ok(ept_path_write(path, changed.p, changed.n));
    ept_buf_clear(&text);
    ept_buf_clear(&changed);
}
