/* SPDX-License-Identifier: MIT */
/* Words whose sound the rules do not give: those of the assets, then those of the bank. Only
 * reviews want them, so they are read when the first one does. */
#include "app.h"

#include "epstopik/path.h"

static ept_status read_asset(ept_lexicon *lexicon)
{
    ept_arena *arena = NULL;
    ept_buf text = {0};
    char *path = NULL;
    ept_status status = ept_arena_new(&arena);

    if (!status)
        status = ept_path_asset(&path, arena, "pronounce/lexicon.txt");
    if (!status)
        status = ept_path_read(&text, path);
    if (!status)
        status = ept_lexicon_read(lexicon, (ept_str){text.p, text.n});
    ept_buf_clear(&text);
    ept_arena_free(arena);
    return status;
}

ept_status app_lexicon(const ept_lexicon **out, app *a)
{
    ept_lexicon *lexicon = NULL;
    ept_status status = EPT_OK;

    if (!a->lexicon) {
        status = ept_lexicon_new(&lexicon);
        if (!status)
            status = read_asset(lexicon);
        if (!status && a->bank)
            status = ept_bank_lexicon(lexicon, a->bank);
        if (status) {
            ept_lexicon_free(lexicon);
            return status;
        }
        a->lexicon = lexicon;
    }
    *out = a->lexicon;
    return EPT_OK;
}
