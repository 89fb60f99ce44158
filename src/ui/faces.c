/* SPDX-License-Identifier: MIT */
/* Opens face files, each once, gives them the size that is wanted and draws runs of text into
 * coverage. Files are read through streams of core/path: a Korean face is 19 MB, of which a page
 * needs a few hundred kilobytes. */
#include "faces.h"

#include <SDL_ttf.h>
#include <limits.h>
#include <string.h>

#include "epstopik/log.h"
#include "epstopik/path.h"
#include "letters.h"

enum { FILES_MAX = 8, RUN_BYTES_MAX = 6 << 20, WORDS_MAX = 16, CJK_FILE_BYTES = 4 << 20 };
/* Advances are read once at this size and scaled: shaping a word only to learn its width costs ten
 * times as much, and kerning changes less than a pixel in five hundred. */
enum { RULER_PX = 1000, PAGE = 256, PAGES = 256, ADVANCE_UNKNOWN = UINT16_MAX };

typedef struct face_file {
    int face; /* index in the coverage chain */
    ept_weight weight;
    int index;
    const char *path;
    bool cjk;
    size_t bytes;
    void *whole;    /* the file, when it is no more than a few pictures large */
    TTF_Font *font; /* open once something was measured or drawn, at size_px */
    int size_px;
    uint16_t *pages[PAGES]; /* advances of the basic plane, in the faces' arena */
} face_file;

struct ui_faces {
    ept_arena *arena;
    ept_coverage *coverage;
    face_file files[FILES_MAX];
    size_t file_count;
    ui_cache *runs;
    ept_buf text; /* a run with its NUL */
    bool builtin, ttf;
};

/* --- a face file as an SDL stream --- */

static FILE *file_of(SDL_RWops *rw)
{
    return rw->hidden.unknown.data1;
}

static Sint64 stream_seek(SDL_RWops *rw, Sint64 offset, int whence)
{
    static const int whences[] = {SEEK_SET, SEEK_CUR, SEEK_END};

    if (offset > LONG_MAX || offset < LONG_MIN || fseek(file_of(rw), (long)offset, whences[whence]))
        return -1;
    return ftell(file_of(rw));
}

static Sint64 stream_size(SDL_RWops *rw)
{
    long at = ftell(file_of(rw)), end;

    if (at < 0 || fseek(file_of(rw), 0, SEEK_END))
        return -1;
    end = ftell(file_of(rw));
    return fseek(file_of(rw), at, SEEK_SET) ? -1 : end;
}

static size_t stream_read(SDL_RWops *rw, void *to, size_t size, size_t count)
{
    return fread(to, size, count, file_of(rw));
}

static size_t stream_write(SDL_RWops *rw, const void *from, size_t size, size_t count)
{
    (void)rw;
    (void)from;
    (void)size;
    (void)count;
    return 0;
}

static int stream_close(SDL_RWops *rw)
{
    int failed = fclose(file_of(rw));

    SDL_FreeRW(rw);
    return failed ? -1 : 0;
}

static SDL_RWops *stream_open(const char *path)
{
    SDL_RWops *rw;
    FILE *file;

    if (ept_path_open(&file, path, "rb"))
        return NULL;
    rw = SDL_AllocRW();
    if (!rw) {
        fclose(file);
        return NULL;
    }
    rw->seek = stream_seek;
    rw->size = stream_size;
    rw->read = stream_read;
    rw->write = stream_write;
    rw->close = stream_close;
    rw->type = SDL_RWOPS_UNKNOWN;
    rw->hidden.unknown.data1 = file;
    return rw;
}

/* --- fonts.txt --- */

/* Splits at spaces, in place. */
static size_t split(char *line, char *words[WORDS_MAX])
{
    size_t n = 0;

    while (*line && n < WORDS_MAX) {
        while (*line == ' ')
            line++;
        if (!*line)
            break;
        words[n++] = line;
        while (*line && *line != ' ')
            line++;
        if (*line)
            *line++ = '\0';
    }
    return n;
}

static int face_named(const ept_coverage *coverage, const char *name)
{
    for (size_t i = 0; i < ept_coverage_faces(coverage); i++) {
        if (ept_streq(ept_coverage_face_name(coverage, i), name))
            return (int)i;
    }
    return -1;
}

static const char *place(ui_faces *f, const char *dir, const char *word)
{
    const char *folder = ept_path_env("EPT_FONTS"), *path;

    if (strchr(word, '/'))
        return ept_path_is_file(word) ? word : NULL;
    if (folder) {
        path = ept_path_join(f->arena, folder, word);
        return path && ept_path_is_file(path) ? path : NULL;
    }
    path = ept_path_join(f->arena, dir, word);
    return path && ept_path_is_file(path) ? path : NULL;
}

static ept_status read_line(ui_faces *f, const char *dir, char *line)
{
    char *words[WORDS_MAX], *package;
    size_t n = split(line, words);
    face_file *file = &f->files[f->file_count];
    ept_path_info info;
    ept_status status;
    int64_t index;

    if (n == 0 || words[0][0] == '#')
        return EPT_OK;
    if (n < 5 || f->file_count == FILES_MAX || !ept_parse_int(&index, words[2], 0, 63))
        return ept_fail(EPT_E_FORMAT, "fonts.txt: line of %s", words[0]);
    package = words[3];
    package[strcspn(package, ":")] = '\0';
    file->face = face_named(f->coverage, words[0]);
    file->weight = ept_streq(words[1], "bold") ? EPT_WEIGHT_BOLD : EPT_WEIGHT_REGULAR;
    file->index = (int)index;
    if (file->face < 0)
        return ept_fail(EPT_E_FORMAT, "fonts.txt: no face %s in coverage.txt", words[0]);
    for (size_t i = 4; i < n && !file->path; i++)
        file->path = place(f, dir, words[i]);
    if (!file->path)
        return ept_fail(EPT_E_UNAVAILABLE, "face %s %s is missing: install %s", words[0], words[1],
                        package);
    status = ept_path_stat(&info, file->path);
    if (status)
        return status;
    file->bytes = (size_t)info.bytes;
    file->cjk = file->bytes > CJK_FILE_BYTES;
    f->file_count++;
    return EPT_OK;
}

static ept_status read_fonts(ui_faces *f, const char *dir, char *text)
{
    ept_status status = EPT_OK;

    while (!status && text && *text) {
        char *end = text + strcspn(text, "\r\n");
        char *next = *end ? end + 1 : NULL;

        *end = '\0';
        status = read_line(f, dir, text);
        text = next;
    }
    return status;
}

static ept_status load_files(ui_faces *f)
{
    ept_buf text = {0};
    char *dir, *path, *copy;
    ept_status status = ept_path_asset(&dir, f->arena, "fonts");

    if (status)
        return status;
    path = ept_path_join(f->arena, dir, "coverage.txt");
    status = path ? ept_path_read(&text, path) : ept_fail(EPT_E_NOMEM, "faces: no memory");
    if (!status)
        status = ept_coverage_parse(&f->coverage, (ept_str){text.p, text.n});
    if (status)
        goto done;
    path = ept_path_join(f->arena, dir, "fonts.txt");
    status = path ? ept_path_read(&text, path) : ept_fail(EPT_E_NOMEM, "faces: no memory");
    if (status)
        goto done;
    copy = ept_arena_strndup(f->arena, text.p, text.n);
    status = copy ? read_fonts(f, dir, copy) : ept_fail(EPT_E_NOMEM, "faces: no memory");
    if (!status && f->file_count < 2 * ept_coverage_faces(f->coverage))
        status = ept_fail(EPT_E_FORMAT, "fonts.txt: a face of coverage.txt has no file");
done:
    ept_buf_clear(&text);
    return status;
}

ept_status ui_faces_open(ui_faces **out, bool builtin)
{
    static const char plain[] = "chain plain: plain\nplain: 20-ffff\n";
    ui_faces *f = ept_calloc(1, sizeof *f);
    ept_status status;

    *out = NULL;
    if (!f)
        return ept_fail(EPT_E_NOMEM, "faces: no memory");
    f->builtin = builtin;
    status = ept_arena_new(&f->arena);
    if (!status)
        status = ui_cache_new(&f->runs, RUN_BYTES_MAX);
    if (!status && builtin)
        status = ept_coverage_parse(&f->coverage, ept_str_of(plain));
    if (!status && !builtin)
        status = load_files(f);
    if (!status && !builtin) {
        f->ttf = TTF_Init() == 0;
        status = f->ttf ? EPT_OK : ept_fail(EPT_E_UNAVAILABLE, "faces: %s", SDL_GetError());
    }
    if (status) {
        ui_faces_close(f);
        return status;
    }
    *out = f;
    return EPT_OK;
}

void ui_faces_close(ui_faces *f)
{
    if (!f)
        return;
    for (size_t i = 0; i < f->file_count; i++) {
        if (f->files[i].font)
            TTF_CloseFont(f->files[i].font);
        ept_free(f->files[i].whole);
    }
    if (f->ttf)
        TTF_Quit();
    ui_cache_free(f->runs);
    ept_coverage_free(f->coverage);
    ept_buf_clear(&f->text);
    ept_arena_free(f->arena);
    ept_free(f);
}

const ept_coverage *ui_faces_coverage(const ui_faces *f)
{
    return f->coverage;
}

/* --- open faces --- */

size_t ui_faces_count(const ui_faces *f, bool cjk_only)
{
    size_t n = 0;

    for (size_t i = 0; i < f->file_count; i++)
        n += f->files[i].font && (!cjk_only || f->files[i].cjk);
    return n;
}

static face_file *file_for(ui_faces *f, int face, ept_weight weight)
{
    for (size_t i = 0; i < f->file_count; i++) {
        if (f->files[i].face == face && f->files[i].weight == weight)
            return &f->files[i];
    }
    return NULL;
}

/* In one piece: letters are spread all over a file, and each costs some twenty seeks. */
static void *read_whole(const face_file *file)
{
    FILE *from;
    void *bytes = NULL;

    if (ept_path_open(&from, file->path, "rb"))
        return NULL;
    bytes = ept_calloc(file->bytes, 1);
    if (bytes && fread(bytes, 1, file->bytes, from) != file->bytes) {
        ept_free(bytes);
        bytes = NULL;
    }
    fclose(from);
    return bytes;
}

static SDL_RWops *letters_of(face_file *file)
{
    if (!file->cjk && !file->whole)
        file->whole = read_whole(file);
    return file->whole ? SDL_RWFromConstMem(file->whole, (int)file->bytes)
                       : stream_open(file->path);
}

static TTF_Font *open_file(face_file *file, int size_px)
{
    SDL_RWops *rw = letters_of(file);
    TTF_Font *font = rw ? TTF_OpenFontIndexRW(rw, 1, size_px, file->index) : NULL;

    if (!font) {
        ept_log(EPT_LOG_ERROR, "ui", "face %s: %s", file->path, SDL_GetError());
        return NULL;
    }
    /* No hinting: letters keep their shape and pictures stay comparable between systems. */
    TTF_SetFontHinting(font, TTF_HINTING_NONE);
    TTF_SetFontKerning(font, 1);
    if (file->cjk)
        TTF_SetFontScriptName(font, "Hang");
    TTF_SetFontDirection(font, TTF_DIRECTION_LTR);
    return font;
}

/* One open face a file: a Korean one costs 2 ms and 2.6 MB, any other 0.3 ms until it has shaped
 * its first word, and giving it another size 0.004 ms. */
static TTF_Font *font_for(ui_faces *f, int face, int size_px, ept_weight weight)
{
    face_file *file = file_for(f, face, weight);

    if (!file)
        return NULL;
    if (!file->font)
        file->font = open_file(file, size_px);
    else if (file->size_px != size_px && TTF_SetFontSize(file->font, size_px))
        return NULL;
    file->size_px = size_px;
    return file->font;
}

bool ui_faces_provides(ui_faces *f, int face, int32_t cp)
{
    TTF_Font *regular = font_for(f, face, 16, EPT_WEIGHT_REGULAR);
    TTF_Font *bold = font_for(f, face, 16, EPT_WEIGHT_BOLD);

    return regular && bold && TTF_GlyphIsProvided32(regular, (Uint32)cp) &&
           TTF_GlyphIsProvided32(bold, (Uint32)cp);
}

/* --- runs --- */

static const char *terminated(ui_faces *f, ept_str text)
{
    ept_buf_reset(&f->text);
    ept_buf_add(&f->text, text.p, text.n);
    return ept_buf_ok(&f->text) == EPT_OK ? f->text.p : NULL;
}

/* SDL_ttf shapes with one script a font: the Latin face serves two, told apart by the first letter.
 */
static void set_script(TTF_Font *font, bool cjk, ept_str text)
{
    size_t pos = 0;
    int32_t cp;

    if (cjk)
        return;
    while ((cp = ept_utf8_next(text, &pos)) != -1) {
        if (cp >= 0x400 && cp < 0x530) {
            TTF_SetFontScriptName(font, "Cyrl");
            return;
        }
        if ((cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z'))
            break;
    }
    TTF_SetFontScriptName(font, "Latn");
}

/* The advance of a code point in thousandths of an em; -1: not to be had this way. */
static int advance_of(ui_faces *f, face_file *file, int32_t cp)
{
    uint16_t **page = cp >= 0 && cp < PAGE * PAGES ? &file->pages[cp / PAGE] : NULL;
    int advance = 0;

    if (!page)
        return -1;
    if (!*page) {
        *page = ept_arena_array(f->arena, PAGE, sizeof **page);
        for (int i = 0; *page && i < PAGE; i++)
            (*page)[i] = ADVANCE_UNKNOWN;
    }
    if (!*page)
        return -1;
    if ((*page)[cp % PAGE] == ADVANCE_UNKNOWN) {
        TTF_Font *ruler = font_for(f, file->face, RULER_PX, file->weight);

        if (!ruler || TTF_GlyphMetrics32(ruler, (Uint32)cp, NULL, NULL, NULL, NULL, &advance) ||
            advance < 0 || advance >= ADVANCE_UNKNOWN)
            return -1;
        (*page)[cp % PAGE] = (uint16_t)advance;
    }
    return (*page)[cp % PAGE];
}

/* By shaping: for what has no advance of its own. */
static int shaped_width(ui_faces *f, int face, int size_px, ept_weight weight, ept_str text)
{
    TTF_Font *font = font_for(f, face, size_px, weight);
    const char *words = font ? terminated(f, text) : NULL;
    int w = 0;

    if (!words)
        return 0;
    set_script(font, file_for(f, face, weight)->cjk, text);
    return TTF_SizeUTF8(font, words, &w, NULL) ? 0 : w;
}

int ui_faces_measure(void *ctx, int face, int size_px, ept_weight weight, ept_str text)
{
    ui_faces *f = ctx;
    face_file *file;
    size_t pos = 0;
    int64_t sum = 0;
    int32_t cp;

    if (f->builtin)
        return ui_letters_width(size_px, text);
    file = file_for(f, face, weight);
    while (file && (cp = ept_utf8_next(text, &pos)) != -1) {
        int advance = advance_of(f, file, cp);

        if (advance < 0)
            return shaped_width(f, face, size_px, weight, text);
        sum += advance;
    }
    return (int)((sum * size_px + RULER_PX / 2) / RULER_PX);
}

/* The box of pixels that are not empty. */
static ept_rect ink_box(const SDL_Surface *s)
{
    int left = s->w, top = s->h, right = 0, bottom = 0;

    for (int y = 0; y < s->h; y++) {
        const Uint32 *row =
            (const Uint32 *)(const void *)((const char *)s->pixels + (long)y * s->pitch);

        for (int x = 0; x < s->w; x++) {
            if (row[x] >> 24 == 0)
                continue;
            left = x < left ? x : left;
            right = x + 1 > right ? x + 1 : right;
            top = y < top ? y : top;
            bottom = y + 1;
        }
    }
    return right > left ? (ept_rect){left, top, right - left, bottom - top}
                        : (ept_rect){0, 0, 0, 0};
}

static ept_status coverage_of(ui_kept *out, const SDL_Surface *s, int ascent)
{
    ept_rect ink = ink_box(s);
    uint8_t *a = ept_calloc((size_t)ink.w * (size_t)ink.h + 1, 1);

    if (!a)
        return ept_fail(EPT_E_NOMEM, "run: no memory");
    for (int y = 0; y < ink.h; y++) {
        const Uint32 *row =
            (const Uint32 *)(const void *)((const char *)s->pixels + (long)(ink.y + y) * s->pitch);

        for (int x = 0; x < ink.w; x++)
            a[(long)y * ink.w + x] = (uint8_t)(row[ink.x + x] >> 24);
    }
    *out = (ui_kept){a, (size_t)ink.w * (size_t)ink.h + 1, ink.w, ink.h, ink.x, ink.y - ascent};
    return EPT_OK;
}

static ept_status draw_run(ui_kept *out, ui_faces *f, int face, int size_px, ept_weight weight,
                           ept_str text)
{
    SDL_Color white = {255, 255, 255, 255};
    TTF_Font *font;
    SDL_Surface *s;
    const char *words;
    ept_status status;

    if (f->builtin)
        return ui_letters_run(out, size_px, weight, text);
    font = font_for(f, face, size_px, weight);
    words = font ? terminated(f, text) : NULL;
    if (!words)
        return EPT_E_UNAVAILABLE;
    set_script(font, file_for(f, face, weight)->cjk, text);
    s = TTF_RenderUTF8_Blended(font, words, white);
    if (!s)
        return ept_fail(EPT_E_FORMAT, "run: %s", SDL_GetError());
    status = coverage_of(out, s, TTF_FontAscent(font));
    SDL_FreeSurface(s);
    return status;
}

const ui_kept *ui_faces_run(ui_faces *f, int face, int size_px, ept_weight weight, ept_str text)
{
    int numbers[] = {face, size_px, (int)weight};
    uint64_t key = ui_hash(ui_hash_ints(UI_HASH_SEED, numbers, sizeof numbers / sizeof numbers[0]),
                           text.p, text.n);
    const ui_kept *kept = ui_cache_get(f->runs, key);
    ui_kept made;

    if (kept || text.n == 0)
        return kept;
    if (draw_run(&made, f, face, size_px, weight, text))
        return NULL;
    return ui_cache_put(&kept, f->runs, key, &made) == EPT_OK ? kept : NULL;
}

void ui_faces_forget_runs(ui_faces *f)
{
    ui_cache_clear(f->runs);
}

size_t ui_faces_run_bytes(const ui_faces *f)
{
    return ui_cache_bytes(f->runs);
}
