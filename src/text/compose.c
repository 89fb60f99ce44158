/* SPDX-License-Identifier: MIT */
/* Spans become one text, and every character of it gets a face. Letters choose: a whole word
 * takes the first face that has all of it, so that a Kazakh word is never half in the Korean
 * face. Digits, punctuation and spaces follow what stands before them. */
#include "text_priv.h"

#include <string.h>

#include <unicode/uchar.h>

enum { BLANK_SPACES = 8, MAX_BRACKETS = 8, CJK_START = 0x2E80, NO_FACE = -1 };

static const char no_break_space[] = "\xC2\xA0";

/* --- bytes ------------------------------------------------------------------------------------ */

/* Length of "( )", any number of spaces, at p; 0 when it is none. */
static size_t blank_length(const char *p, size_t left)
{
    size_t n = 1;

    while (n < left && p[n] == ' ') {
        n++;
    }
    return *p == '(' && n > 1 && n < left && p[n] == ')' ? n + 1 : 0;
}

static ept_status add_blank(text_composed *out, size_t source_end)
{
    text_anchor *p = text_grow(out->anchors, &out->anchor_cap, out->anchor_count, sizeof *p);

    if (p == NULL) {
        return ept_fail(EPT_E_NOMEM, "layout: no memory for a blank");
    }
    out->anchors = p;
    ept_buf_puts(&out->bytes, "(");
    for (int i = 0; i < BLANK_SPACES; i++) {
        ept_buf_puts(&out->bytes, no_break_space);
    }
    ept_buf_puts(&out->bytes, ")");
    p[out->anchor_count++] = (text_anchor){out->bytes.n, source_end};
    return EPT_OK;
}

/* Bytes of a control character at p that is drawn as white space of the same length: C0 but line
 * ends, DEL, C1 but U+0085. */
static size_t control_length(const char *p, size_t left)
{
    unsigned char c = (unsigned char)*p;

    if ((c < ' ' && (c < '\n' || c > '\r')) || c == 0x7F) {
        return 1;
    }
    if (c == 0xC2 && left > 1) {
        unsigned char next = (unsigned char)p[1];
        return next >= 0x80 && next < 0xA0 && next != 0x85 ? 2 : 0;
    }
    return 0;
}

/* text is NFC and starts at `source` of the joined text. */
static ept_status append(text_composed *out, ept_str text, size_t source)
{
    size_t copied = 0;

    for (size_t i = 0; i < text.n;) {
        const char *p = text.p + i;
        size_t blank = *p == '(' ? blank_length(p, text.n - i) : 0;
        size_t control = blank > 0 ? 0 : control_length(p, text.n - i);
        if (blank == 0 && control == 0) {
            i++;
            continue;
        }
        ept_buf_add(&out->bytes, text.p + copied, i - copied);
        i += blank + control;
        copied = i;
        if (blank > 0) {
            ept_status status = add_blank(out, source + i);
            if (status != EPT_OK) {
                return status;
            }
        } else {
            ept_buf_puts(&out->bytes, control == 1 ? " " : no_break_space);
        }
    }
    ept_buf_add(&out->bytes, text.p + copied, text.n - copied);
    return ept_buf_ok(&out->bytes);
}

size_t text_source_offset(const text_composed *composed, size_t at)
{
    size_t low = 0, high = composed->anchor_count;

    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (composed->anchors[mid].composed <= at) {
            low = mid + 1;
        } else {
            high = mid;
        }
    }
    text_anchor base = low == 0 ? (text_anchor){0, 0} : composed->anchors[low - 1];
    size_t source = base.source + (at - base.composed);
    bool beyond = low < composed->anchor_count && source > composed->anchors[low].source;
    return beyond ? composed->anchors[low].source : source;
}

/* --- faces ------------------------------------------------------------------------------------ */

/* A walk through the composed text that writes one face for each character's first byte. */
typedef struct chooser {
    const ept_coverage *coverage;
    ept_str text;
    unsigned char *face_of;
    int korean;     /* the face tried first in a Korean-only line; NO_FACE otherwise */
    int before;     /* face of the last word; NO_FACE at the start of a paragraph */
    size_t waiting; /* first character that waits for a word to come */
    int brackets[MAX_BRACKETS];
    size_t depth; /* brackets open, deeper ones than MAX_BRACKETS only counted */
} chooser;

static bool is_mark(int32_t c)
{
    return c >= 0x300 && (U_GET_GC_MASK(c) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0;
}

static bool is_letter(int32_t c)
{
    return c < 0x80 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') : u_isalpha(c) != 0;
}

/* End of the word of letters and marks whose first letter ends at `at`. CJK letters stand alone. */
static size_t word_end(ept_str text, int32_t first, size_t at)
{
    if (first >= CJK_START || ept_text_is_hangul(first)) {
        return at;
    }
    for (size_t next = at;; at = next) {
        int32_t c = ept_utf8_next(text, &next);
        bool alone = c >= CJK_START || ept_text_is_hangul(c);
        if (c < 0 || alone || !(is_letter(c) || is_mark(c))) {
            return at;
        }
    }
}

static bool has_all(const chooser *ch, int face, size_t from, size_t to)
{
    ept_str word = {ch->text.p, to};

    while (from < to) {
        int32_t c = ept_utf8_next(word, &from);
        if (!is_mark(c) && !text_coverage_has(ch->coverage, (size_t)face, c)) {
            return false;
        }
    }
    return true;
}

static int word_face(const chooser *ch, size_t from, size_t to)
{
    if (ch->korean != NO_FACE && has_all(ch, ch->korean, from, to)) {
        return ch->korean;
    }
    for (int face = 0; face < (int)ept_coverage_faces(ch->coverage); face++) {
        if (has_all(ch, face, from, to)) {
            return face;
        }
    }
    return NO_FACE;
}

/* The face of the character before byte `at`; `none` at the start of the text. */
static int face_before(const chooser *ch, size_t at, int none)
{
    if (at == 0) {
        return none;
    }
    do {
        at--;
    } while (at > 0 && ((unsigned char)ch->text.p[at] & 0xC0) == 0x80);
    return ch->face_of[at];
}

/* A face for each character of [from, to) on its own, `prefer` first; marks stay with their
 * letter. */
static void choose_each(const chooser *ch, size_t from, size_t to, int prefer)
{
    ept_str part = {ch->text.p, to};

    while (from < to) {
        size_t at = from;
        int32_t c = ept_utf8_next(part, &from);
        int face =
            is_mark(c) ? face_before(ch, at, prefer) : ept_coverage_face(ch->coverage, c, prefer);
        ch->face_of[at] = (unsigned char)(face >= 0 ? face : prefer >= 0 ? prefer : 0);
    }
}

/* The first word of a paragraph is found: what stands before it takes its face. */
static void settle_start(chooser *ch, size_t to, int face)
{
    choose_each(ch, ch->waiting, to, face);
    for (size_t i = 0; i < ch->depth && i < MAX_BRACKETS; i++) {
        ch->brackets[i] = face;
    }
    ch->waiting = to;
}

static void choose_word(chooser *ch, size_t from, size_t to)
{
    int face = word_face(ch, from, to);

    if (ch->before == NO_FACE) {
        settle_start(ch, from, ch->korean != NO_FACE ? ch->korean : face);
    }
    if (face == NO_FACE) {
        choose_each(ch, from, to, ch->before);
        ch->before = ch->face_of[from];
        return;
    }
    memset(ch->face_of + from, face, to - from);
    ch->before = face;
}

static bool opens(int32_t c)
{
    return c == '(' || c == '[' || c == '{' || c == 0xAB || c == 0x201C;
}

static bool closes(int32_t c)
{
    return c == ')' || c == ']' || c == '}' || c == 0xBB || c == 0x201D;
}

static void choose_neutral(chooser *ch, int32_t c, size_t from, size_t to)
{
    int prefer = ch->korean != NO_FACE ? ch->korean : ch->before;

    if (opens(c)) {
        if (ch->depth < MAX_BRACKETS) {
            ch->brackets[ch->depth] = prefer;
        }
        ch->depth++;
    } else if (closes(c) && ch->depth > 0) {
        ch->depth--;
        if (ch->depth < MAX_BRACKETS && ch->brackets[ch->depth] != NO_FACE) {
            prefer = ch->brackets[ch->depth];
        }
    }
    if (ch->before != NO_FACE) {
        choose_each(ch, from, to, prefer);
        ch->before = closes(c) ? ch->face_of[from] : ch->before;
    }
}

static void start_paragraph(chooser *ch, size_t at)
{
    if (ch->before == NO_FACE) {
        choose_each(ch, ch->waiting, at, ch->korean);
    }
    ch->before = NO_FACE;
    ch->waiting = at;
    ch->depth = 0;
}

static void choose_faces(chooser *ch)
{
    size_t pos = 0;

    for (;;) {
        size_t at = pos;
        int32_t c = ept_utf8_next(ch->text, &pos);
        if (c < 0) {
            break;
        }
        if (text_line_end(ch->text, at) > 0) {
            start_paragraph(ch, at);
        } else if (is_letter(c)) {
            pos = word_end(ch->text, c, pos);
            choose_word(ch, at, pos);
        } else {
            choose_neutral(ch, c, at, pos);
        }
    }
    start_paragraph(ch, ch->text.n);
}

/* --- stretches -------------------------------------------------------------------------------- */

static ept_status add_stretch(text_composed *out, size_t from, size_t to, int face, size_t span)
{
    if (from == to) {
        return EPT_OK;
    }
    text_stretch *p = text_grow(out->stretches, &out->stretch_cap, out->stretch_count, sizeof *p);
    if (p == NULL) {
        return ept_fail(EPT_E_NOMEM, "layout: no memory for stretches");
    }
    out->stretches = p;
    p[out->stretch_count++] = (text_stretch){from, to, face, span};
    return EPT_OK;
}

/* Cuts [from, to), which is one span, where the face changes. */
static ept_status cut_span(text_composed *out, const unsigned char *face_of, size_t from, size_t to,
                           size_t span)
{
    ept_status status = EPT_OK;
    size_t start = from;
    int face = from < to ? face_of[from] : 0;

    for (size_t i = from; i < to && status == EPT_OK; i++) {
        bool lead = ((unsigned char)out->bytes.p[i] & 0xC0) != 0x80;
        if (lead && face_of[i] != face) {
            status = add_stretch(out, start, i, face, span);
            start = i;
            face = face_of[i];
        }
    }
    return status == EPT_OK ? add_stretch(out, start, to, face, span) : status;
}

static ept_status join(text_composed *out, const ept_span *spans, size_t span_count, size_t *ends)
{
    ept_buf scratch = {0};
    ept_status status = EPT_OK;
    size_t source = 0;

    for (size_t i = 0; i < span_count && status == EPT_OK; i++) {
        ept_str nfc;
        status = text_nfc_view(&nfc, &scratch, spans[i].text);
        if (status == EPT_OK) {
            status = append(out, nfc, source);
            source += nfc.n;
            ends[i] = out->bytes.n;
        }
    }
    ept_buf_clear(&scratch);
    return status;
}

ept_status text_compose(text_composed *out, const ept_span *spans, size_t span_count,
                        const ept_coverage *coverage, bool cjk_first)
{
    chooser ch = {.coverage = coverage, .before = NO_FACE, .korean = NO_FACE};
    size_t *ends = ept_calloc(span_count + 1, sizeof *ends);

    if (ends == NULL) {
        return ept_fail(EPT_E_NOMEM, "layout: no memory for spans");
    }
    ept_status status = join(out, spans, span_count, ends);
    if (status != EPT_OK) {
        goto done;
    }
    ch.face_of = ept_calloc(out->bytes.n + 1, 1);
    if (ch.face_of == NULL) {
        status = ept_fail(EPT_E_NOMEM, "layout: no memory for faces");
        goto done;
    }
    ch.text = (ept_str){out->bytes.p, out->bytes.n};
    ch.korean = cjk_first ? text_coverage_korean(coverage) : NO_FACE;
    choose_faces(&ch);
    for (size_t i = 0; i < span_count && status == EPT_OK; i++) {
        status = cut_span(out, ch.face_of, i == 0 ? 0 : ends[i - 1], ends[i], i);
    }
done:
    ept_free(ch.face_of);
    ept_free(ends);
    return status;
}

void text_composed_clear(text_composed *composed)
{
    ept_buf_clear(&composed->bytes);
    ept_free(composed->stretches);
    ept_free(composed->anchors);
    *composed = (text_composed){0};
}
