/* SPDX-License-Identifier: MIT */
/* The quantity an option names, so that 30분 stands before 1시간; and syllables as rules count
 * them. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "load_priv.h"

size_t bank_times(const char *text, const char *part)
{
    size_t times = 0;

    for (const char *at = text != NULL ? strstr(text, part) : NULL; at != NULL;
         at = strstr(at + strlen(part), part)) {
        times++;
    }
    return times;
}

/* "가: " and the like at the start of a line is the speaker, not speech. */
static size_t speaker(const char *at, bool line_start)
{
    static const char *const names[] = {"가:", "나:", "다:"};

    for (size_t i = 0; i < 3 && line_start; i++) {
        if (strncmp(at, names[i], strlen(names[i])) == 0) {
            return strlen(names[i]);
        }
    }
    return 0;
}

/* Syllables of a unit behind digits (2m = 이 미터); 0 when none stands there. *bytes: its length.
 */
static size_t unit_syllables(const char *p, size_t *bytes)
{
    static const struct {
        const char *unit;
        size_t syllables;
    } read_as[] = {{"km", 4}, {"cm", 4}, {"mm", 4}, {"kg", 4},
                   {"m", 2},  {"g", 2},  {"%", 3},  {"℃", 1}};

    for (size_t i = 0; i < sizeof read_as / sizeof read_as[0]; i++) {
        *bytes = strlen(read_as[i].unit);
        if (strncmp(p, read_as[i].unit, *bytes) == 0 && !isalpha((unsigned char)p[*bytes])) {
            return read_as[i].syllables;
        }
    }
    *bytes = 0;
    return 0;
}

size_t bank_syllables(const char *text)
{
    ept_buf plain = {0};
    size_t count = 0, bytes = 0;

    for (const char *p = text; p != NULL && *p != '\0';) {
        size_t skip = speaker(p, p == text || p[-1] == '\n');
        if (skip == 0 && strncmp(p, "__", 2) == 0) {
            skip = 2;
        }
        if (skip > 0) {
            p += skip;
            continue;
        }
        bool digit = isdigit((unsigned char)*p);
        ept_buf_add(&plain, p++, 1);
        if (digit) {
            count += unit_syllables(p, &bytes);
            p += bytes;
        }
    }
    if (!plain.failed && plain.n > 0) {
        count += ept_text_syllables((ept_str){plain.p, plain.n});
    }
    ept_buf_clear(&plain);
    return count;
}

typedef struct word_value {
    const char *word;
    double value;
} word_value;

/* Native numbers stand before a counter, Sino-Korean ones are built of digits and powers of ten. */
static const word_value natives[] = {
    {"열한", 11},   {"열두", 12},   {"열세", 13},   {"열네", 14}, {"열다섯", 15}, {"열여섯", 16},
    {"열일곱", 17}, {"열여덟", 18}, {"열아홉", 19}, {"스무", 20}, {"서른", 30},   {"마흔", 40},
    {"쉰", 50},     {"다섯", 5},    {"여섯", 6},    {"일곱", 7},  {"여덟", 8},    {"아홉", 9},
    {"한", 1},      {"두", 2},      {"세", 3},      {"네", 4},    {"열", 10}};
static const word_value sinos[] = {{"일", 1}, {"이", 2}, {"삼", 3}, {"사", 4}, {"오", 5},
                                   {"육", 6}, {"칠", 7}, {"팔", 8}, {"구", 9}};
static const word_value powers[] = {{"십", 10}, {"백", 100}, {"천", 1000}};

/* Units of time in minutes; money; what is named by its own word. */
typedef struct unit_value {
    const char *unit;
    double value;
    const char *class;
} unit_value;
static const unit_value units[] = {
    {"초", 1.0 / 60, "time"}, {"분", 1, "time"},     {"시간", 60, "time"},
    {"개월", 43200, "time"},  {"달", 43200, "time"}, {"년", 525600, "time"},
    {"주일", 10080, "time"},  {"주", 10080, "time"}, {"일", 1440, "time"},
    {"시", 60, "time"},       {"원", 1, "won"}};

static const char *take_word(const char *p, const word_value *words, size_t count, double *value)
{
    for (size_t i = 0; i < count; i++) {
        if (strncmp(p, words[i].word, strlen(words[i].word)) == 0) {
            *value = words[i].value;
            return p + strlen(words[i].word);
        }
    }
    return NULL;
}

static const char *blanks(const char *p)
{
    return p + strspn(p, " ");
}

static const char *take_digits(const char *p, double *value)
{
    double number = 0, part = 1;
    bool point = false;

    if (!isdigit((unsigned char)*p)) {
        return NULL;
    }
    for (; isdigit((unsigned char)*p) || (*p == ',' && isdigit((unsigned char)p[1])) ||
           (*p == '.' && !point && isdigit((unsigned char)p[1]));
         p++) {
        if (*p == '.') {
            point = true;
        } else if (*p != ',' && point) {
            part /= 10;
            number += (*p - '0') * part;
        } else if (*p != ',') {
            number = number * 10 + (*p - '0');
        }
    }
    *value = number;
    return p;
}

/* 십오, 이백삼십, without 만. At least one sign. */
static const char *take_sino(const char *p, double *value)
{
    double sum = 0, digit = 0, power = 0;
    const char *start = p;

    for (;;) {
        const char *next = take_word(p, sinos, sizeof sinos / sizeof sinos[0], &digit);
        const char *at = take_word(next != NULL ? next : p, powers, 3, &power);
        if (at != NULL) {
            sum += (next != NULL ? digit : 1) * power;
            p = at;
        } else if (next != NULL) {
            sum += digit;
            p = next;
            break;
        } else {
            break;
        }
    }
    *value = sum;
    return p > start ? p : NULL;
}

/* A number with 만 and 억, in digits or words. */
static const char *take_number(const char *p, double *value)
{
    double sum = 0, part = 0;
    const char *end = NULL;

    for (;;) {
        const char *at = blanks(p);
        const char *next = take_digits(at, &part);
        if (next == NULL) {
            next = take_sino(at, &part);
        }
        if (next == NULL && strncmp(at, "만", 3) == 0 && end == NULL) {
            next = at;
            part = 1;
        }
        if (next == NULL || (end != NULL && sum < 10000)) {
            break;
        }
        bool ten_thousands = strncmp(next, "만", 3) == 0,
             hundred_millions = strncmp(next, "억", 3) == 0;
        end = ten_thousands || hundred_millions ? next + 3 : next;
        sum += part * (ten_thousands ? 1e4 : hundred_millions ? 1e8 : 1);
        if (!ten_thousands && !hundred_millions) {
            break;
        }
        p = end;
    }
    *value = sum;
    return end;
}

static const unit_value *unit_at(const char *p)
{
    const unit_value *found = NULL;

    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        size_t n = strlen(units[i].unit);
        if (strncmp(p, units[i].unit, n) == 0 && (found == NULL || n > strlen(found->unit))) {
            found = &units[i];
        }
    }
    return found;
}

/* One number with its unit at p; *class names the kind of unit, "" for a word of its own. */
static const char *take_measure(const char *p, double *value, const char **class)
{
    double number = 0;
    const char *end = take_number(p, &number);

    if (end == NULL || unit_at(blanks(end)) == NULL) {
        double native = 0;
        const char *other = take_word(p, natives, sizeof natives / sizeof natives[0], &native);
        if (other != NULL &&
            (end == NULL || unit_at(blanks(other)) != NULL || !isdigit((unsigned char)*p))) {
            end = end == NULL || unit_at(blanks(other)) != NULL ? other : end;
            number = end == other ? native : number;
        }
    }
    if (end == NULL) {
        return NULL;
    }
    const unit_value *unit = unit_at(blanks(end));
    *class = unit != NULL ? unit->class : "";
    *value = number * (unit != NULL ? unit->value : 1);
    return unit != NULL ? blanks(end) + strlen(unit->unit) : end;
}

bool bank_quantity(double *out, ept_buf *frame, const char *text)
{
    const char *first = NULL, *class = "";
    double value = 0;
    bool found = false;

    *out = 0;
    ept_buf_reset(frame);
    for (const char *p = text; *p != '\0';) {
        bool word_start = p == text || p[-1] == ' ';
        const char *end =
            (word_start || isdigit((unsigned char)*p)) && (!found || strcmp(first, "time") == 0)
                ? take_measure(p, &value, &class)
                : NULL;
        if (end != NULL && (!found || strcmp(class, first) == 0)) {
            *out += value;
            if (!found) {
                ept_buf_printf(frame, "#%s", class);
            }
            first = class;
            found = true;
            p = end;
            if (*p == ' ' && strcmp(first, "time") == 0 &&
                take_measure(p + 1, &value, &class) != NULL && strcmp(class, "time") == 0) {
                p++; /* 세 시 이십 분 is one quantity */
            }
        } else {
            ept_buf_add(frame, p++, 1);
        }
    }
    return found && !frame->failed;
}
