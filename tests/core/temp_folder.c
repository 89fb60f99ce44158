/* SPDX-License-Identifier: MIT */
/* temp_folder.c - the fixture of the tests that touch files. */
#include "support/ept_test.h"

#include <string.h>

#include "epstopik/path.h"
#include "temp_folder.h"

int temp_folder_setup(void **state)
{
    temp_folder *folder = ept_calloc(1, sizeof *folder);

    assert_non_null(folder);
    assert_ok(ept_arena_new(&folder->arena));
    assert_ok(ept_path_temp_dir(&folder->path, folder->arena));
    *state = folder;
    return 0;
}

int temp_folder_teardown(void **state)
{
    temp_folder *folder = *state;

    ept_alloc_fail_at(0);
    assert_ok(ept_path_remove_tree(folder->path));
    assert_false(ept_path_is_dir(folder->path));
    ept_arena_free(folder->arena);
    ept_free(folder);
    return 0;
}

const char *temp_folder_at(void **state, const char *name)
{
    const temp_folder *folder = *state;
    const char *path = ept_path_join(folder->arena, folder->path, name);

    assert_non_null(path);
    return path;
}

void temp_folder_write(void **state, const char *name, const char *text)
{
    assert_ok(ept_path_write(temp_folder_at(state, name), text, strlen(text)));
}

void temp_folder_expect(void **state, const char *name, const char *text)
{
    ept_buf got = {0};

    assert_ok(ept_path_read(&got, temp_folder_at(state, name)));
    assert_string_equal(text, got.p);
    assert_int_equal(strlen(text), got.n);
    ept_buf_clear(&got);
}
