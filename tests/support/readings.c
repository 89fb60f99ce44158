/* SPDX-License-Identifier: MIT */
/* Tables of words with their sound. */
#include "support/readings.h"

#include "support/ept_test.h"

#include <string.h>

#include "epstopik/path.h"

ept_reading reading_of(ept_sound_word *word, const char *spelled, const char *respelled)
{
    *word = (ept_sound_word){
        .lead = "", .trail = "", .spelled = spelled, .respelled = respelled, .joined = false};
    return (ept_reading){.words = word, .word_count = 1, .respelled = respelled};
}

static void split_cells(reading_row *row, char *line)
{
    for (size_t i = 0; i < sizeof row->cells / sizeof *row->cells; i++) {
        size_t n = strcspn(line, "\t");
        row->cells[i] = line;
        line += n;
        if (*line == '\t') {
            *line++ = '\0';
        }
    }
}

size_t reading_rows(const reading_row **out, ept_arena *arena, const char *name)
{
    ept_buf file = {0};
    size_t count = 0, lines = 1;
    const char *path = ept_arena_printf(arena, "%s/tests/data/text/%s", EPT_SOURCE_DIR, name);

    assert_non_null(path);
    assert_ok(ept_path_read(&file, path));
    char *text = ept_arena_strndup(arena, file.p, file.n);
    ept_buf_clear(&file);
    assert_non_null(text);
    for (const char *p = text; *p != '\0'; p++) {
        lines += *p == '\n' ? 1 : 0;
    }
    reading_row *rows = ept_arena_array(arena, lines, sizeof *rows);
    assert_non_null(rows);
    while (*text != '\0') {
        size_t n = strcspn(text, "\n");
        char *next = text + n + (text[n] == '\n' ? 1 : 0);
        text[n] = '\0';
        if (n > 0 && !(text[0] == '#' && strchr(text, '\t') == NULL)) {
            split_cells(&rows[count++], text);
        }
        text = next;
    }
    *out = rows;
    return count;
}

void reading_lexicon(ept_lexicon *lexicon, ept_arena *arena)
{
    ept_buf text = {0};
    char *path = NULL;

    assert_ok(ept_path_asset(&path, arena, "pronounce/lexicon.txt"));
    assert_ok(ept_path_read(&text, path));
    assert_ok(ept_lexicon_read(lexicon, (ept_str){text.p, text.n}));
    ept_buf_clear(&text);
}
