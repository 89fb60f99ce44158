/* SPDX-License-Identifier: MIT */
/* Strokes on a grid of 5 by 7 (columns 0-4, rows 0-6 from the top, 7-8 below the line); "|" lifts
 * the pen. Small letters are drawn as capitals. Coverage comes from the distance to the nearest
 * stroke. */
#include "letters.h"

#include <math.h>
#include <string.h>

#include "epstopik/str.h"

typedef struct letter {
    int32_t cp;
    const char *strokes;
} letter;

static const letter letters[] = {
    {'A', "0603204346|0444"},
    {'B', "00063645443303|003041423303"},
    {'C', "4130100105163645"},
    {'D', "00063645413000"},
    {'E', "40000646|0333"},
    {'F', "400006|0333"},
    {'G', "41301001051636454323"},
    {'H', "0006|4046|0343"},
    {'I', "1030|2026|1636"},
    {'J', "404536160504"},
    {'K', "0006|400346"},
    {'L', "000646"},
    {'M', "0600234046"},
    {'N', "06004640"},
    {'O', "103041453616050110"},
    {'P', "06003041423303"},
    {'Q', "103041453616050110|2446"},
    {'R', "06003041423303|2346"},
    {'S', "4130100102133445361605"},
    {'T', "0040|2026"},
    {'U', "000516364540"},
    {'V', "002640"},
    {'W', "0016233640"},
    {'X', "0046|4006"},
    {'Y', "002340|2326"},
    {'Z', "00400646"},
    {'0', "103041453616050110|0541"},
    {'1', "112026|1636"},
    {'2', "01103041420646"},
    {'3', "0110304142334445361605|1333"},
    {'4', "36300444"},
    {'5', "400003334445361605"},
    {'6', "4110010516364544331304"},
    {'7', "004016"},
    {'8', "13020110304142331304051636454433"},
    {'9', "4333130201103041453616"},
    {'.', "2526"},
    {',', "252617"},
    {':', "2122|2526"},
    {';', "2122|252617"},
    {'!', "2024|2626"},
    {'?', "01103041422324|2626"},
    {'-', "1333"},
    {0x2014, "0343"},
    {0x2013, "0343"},
    {'+', "0343|2125"},
    {'/', "0640"},
    {'\\', "0046"},
    {'(', "30212536"},
    {')', "10212516"},
    {'"', "1011|3031"},
    {'\'', "2021"},
    {0xAB, "210325|411345"},
    {0xBB, "012305|214325"},
    {'_', "0646"},
    {'%', "4006|0000|4646"},
    {'#', "1016|3036|0242|0444"},
    {'=', "0242|0444"},
    {'*', "2125|0143|0341"},
    {0xB7, "2323"},
    {0x2026, "0606|2626|4646"},
    {0x411, "4000063645443303"},
    {0x413, "400006"},
    {0x414, "08064648|16103036"},
    {0x416, "0006|2026|4046"},
    {0x417, "0110304142334445361605|1333"},
    {0x418, "00064046"},
    {0x419, "02064246|10113130"},
    {0x41B, "0610014046"},
    {0x41F, "06004046"},
    {0x423, "0023|4016"},
    {0x424, "2026|11314244331314040211"},
    {0x426, "000646|404648"},
    {0x427, "00021343|4046"},
    {0x428, "00064640|2026"},
    {0x429, "00064640|2026|4648"},
    {0x42A, "0010163645443313"},
    {0x42B, "00062635342303|4046"},
    {0x42C, "00063645443303"},
    {0x42D, "0110304145361605|2343"},
    {0x42E, "0006|0323|2030414536262120"},
    {0x42F, "46401001021343|2306"},
    {0x401, "41010646|0333|1010|3030"},
    {0x4D8, "01103041453616050444"},
    {0x492, "400006|0434"},
    {0x49A, "0006|40034648"},
    {0x4A2, "0006|404648|0343"},
    {0x4E8, "103041453616050110|0343"},
    {0x4B0, "002340|2326|1434"},
    {0x4AE, "002340|2326"},
    {0x4BA, "0006|03334446"},
};

/* Letters that look like another one. */
static const struct {
    int32_t cp, as;
} twins[] = {
    {0x410, 'A'}, {0x412, 'B'}, {0x415, 'E'},  {0x41A, 'K'},  {0x41C, 'M'},
    {0x41D, 'H'}, {0x41E, 'O'}, {0x420, 'P'},  {0x421, 'C'},  {0x422, 'T'},
    {0x425, 'X'}, {0x406, 'I'}, {0x201C, '"'}, {0x201D, '"'}, {0x2019, '\''},
};

static int32_t capital(int32_t cp)
{
    if (cp >= 'a' && cp <= 'z')
        return cp - 32;
    if (cp >= 0x430 && cp <= 0x44F)
        return cp - 32;
    if (cp >= 0x450 && cp <= 0x45F)
        return cp - 80;
    return cp >= 0x490 && cp <= 0x4E9 && cp % 2 != 0 ? cp - 1 : cp;
}

static const char *strokes_of(int32_t cp)
{
    cp = capital(cp);
    for (size_t i = 0; i < sizeof twins / sizeof twins[0]; i++) {
        if (twins[i].cp == cp)
            cp = twins[i].as;
    }
    for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++) {
        if (letters[i].cp == cp)
            return letters[i].strokes;
    }
    return NULL;
}

bool ui_letters_has(int32_t cp)
{
    return cp == ' ' || cp == 0xA0 || strokes_of(cp) != NULL;
}

/* Distance of a grid step: capitals are 0.7 of the size high. */
static float unit(int size_px)
{
    return (float)size_px * 0.7F / 6.0F;
}

int ui_letters_width(int size_px, ept_str text)
{
    size_t pos = 0;
    int n = 0;

    while (ept_utf8_next(text, &pos) != -1)
        n++;
    return (int)ceilf((float)n * unit(size_px) * 6.0F);
}

static float far_from(float px, float py, float ax, float ay, float bx, float by)
{
    float dx = bx - ax, dy = by - ay, len = dx * dx + dy * dy, t = 0;

    if (len > 0)
        t = ((px - ax) * dx + (py - ay) * dy) / len;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    return hypotf(px - (ax + t * dx), py - (ay + t * dy));
}

static void stroke(const ui_kept *k, float ax, float ay, float bx, float by, float half)
{
    int x0 = (int)(fminf(ax, bx) - half - 1), x1 = (int)(fmaxf(ax, bx) + half + 2);
    int y0 = (int)(fminf(ay, by) - half - 1), y1 = (int)(fmaxf(ay, by) + half + 2);
    uint8_t *a = k->bytes;

    for (int y = y0 < 0 ? 0 : y0; y < y1 && y < k->h; y++) {
        for (int x = x0 < 0 ? 0 : x0; x < x1 && x < k->w; x++) {
            float d = 0.5F + half - far_from((float)x + 0.5F, (float)y + 0.5F, ax, ay, bx, by);
            uint8_t c = d <= 0 ? 0 : d >= 1 ? 255 : (uint8_t)(d * 255.0F);
            uint8_t *to = &a[(long)y * k->w + x];

            if (c > *to)
                *to = c;
        }
    }
}

static void draw_letter(const ui_kept *k, const char *s, float left, float top, float u, float half)
{
    float px = 0, py = 0;
    bool down = false;

    while (*s) {
        float x, y;

        if (*s == '|' || *s == ' ') {
            down = down && *s == ' ';
            s++;
            continue;
        }
        x = left + (float)(s[0] - '0') * u;
        while (*++s == ' ')
            ;
        y = top + (float)(s[0] - '0') * u;
        s++;
        if (down)
            stroke(k, px, py, x, y, half);
        else
            stroke(k, x, y, x, y, half);
        px = x;
        py = y;
        down = true;
    }
}

ept_status ui_letters_run(ui_kept *out, int size_px, ept_weight weight, ept_str text)
{
    float u = unit(size_px), half = (float)size_px * (weight == EPT_WEIGHT_BOLD ? 0.075F : 0.045F);
    int w = ui_letters_width(size_px, text) + size_px / 4, h = size_px * 3 / 2;
    size_t pos = 0, n = 0;
    int32_t cp;

    *out = (ui_kept){NULL, (size_t)w * (size_t)h, w, h, 0, -size_px};
    out->bytes = ept_calloc((size_t)w, (size_t)h);
    if (!out->bytes)
        return ept_fail(EPT_E_NOMEM, "letters: no memory");
    while ((cp = ept_utf8_next(text, &pos)) != -1) {
        const char *s = cp > 0 ? strokes_of(cp) : NULL;

        if (s)
            draw_letter(out, s, ((float)n * 6.0F + 1.0F) * u, (float)size_px - 6.0F * u, u, half);
        n++;
    }
    return EPT_OK;
}
