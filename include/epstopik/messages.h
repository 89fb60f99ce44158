/* SPDX-License-Identifier: MIT */
/* messages.h - the program's own words in four languages: `key = ICU MessageFormat pattern`
 * lines in assets/messages/ko.txt, kk.txt, ru.txt, en.txt. Floor: text. Arguments are numbered;
 * a comment above each message names them. A missing key falls back kk -> ru -> en -> the key
 * itself and is logged once; formatting never crashes. */
#ifndef EPSTOPIK_MESSAGES_H
#define EPSTOPIK_MESSAGES_H
#include "epstopik/arena.h"
#include "epstopik/lang.h"
#include "epstopik/str.h"

/* The files; what was read and opened formats are kept inside, so one thread at a time. */
typedef struct ept_messages ept_messages;

/* Finds the four files of a folder. Each is loaded when its language is first wanted; when it
 * cannot be, that is logged and the next language speaks. EPT_E_NOT_FOUND. */
EPT_NODISCARD ept_status ept_messages_open(ept_messages **out, const char *dir);
/* Loads the file of `lang` at once, to know whether it is sound. EPT_E_FORMAT (names file and line)
 * the first time. */
EPT_NODISCARD ept_status ept_messages_load(const ept_messages *messages, ept_lang lang);
void ept_messages_free(ept_messages *messages);

typedef enum ept_arg_kind { EPT_ARG_TEXT, EPT_ARG_NUMBER } ept_arg_kind;
typedef struct ept_arg {
    ept_arg_kind kind;
    const char *text; /* UTF-8 */
    double number;    /* whole numbers print without a fraction */
} ept_arg;
static inline ept_arg ept_arg_text(const char *text)
{
    return (ept_arg){EPT_ARG_TEXT, text, 0};
}
static inline ept_arg ept_arg_number(double number)
{
    return (ept_arg){EPT_ARG_NUMBER, NULL, number};
}

/* The finished sentence, in `arena`; never NULL (the key when all else fails). Up to 6
 * arguments. */
const char *ept_msg(const ept_messages *messages, ept_lang lang, ept_arena *arena, const char *key,
                    const ept_arg *args, size_t arg_count);

/* For tests: all keys of `lang`, sorted; the raw pattern or NULL; EPT_E_FORMAT when it does not
 * format. */
size_t ept_messages_count(const ept_messages *messages, ept_lang lang);
const char *ept_messages_key(const ept_messages *messages, ept_lang lang, size_t index);
const char *ept_messages_pattern(const ept_messages *messages, ept_lang lang, const char *key);
EPT_NODISCARD ept_status ept_messages_try(char **out, ept_arena *arena,
                                          const ept_messages *messages, ept_lang lang,
                                          const char *key, const ept_arg *args, size_t arg_count);

/* "21 November 2026", "2026년 11월 21일", "2026 ж. 21 қараша", "21 ноября 2026 г." and "09:14" of a
 * UTC moment in the operating system's zone. Never NULL. */
const char *ept_msg_date(ept_lang lang, ept_arena *arena, int64_t utc_ms);
const char *ept_msg_time(ept_arena *arena, int64_t utc_ms);

#endif
