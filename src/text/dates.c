/* SPDX-License-Identifier: MIT */
/* Dates and times as a reader of each language writes them. The local hour comes from the
 * operating system, since ICU's zone table is older than Kazakhstan's change of 2024. Month
 * names stand here: the test compares them with ICU's, and a date costs no calendar object and
 * cannot fail. */
#include "text_priv.h"

#include "epstopik/clock.h"
#include "epstopik/messages.h"

/* The form that stands beside a day. */
static const char *const months[EPT_LANG_COUNT][12] = {
    [EPT_LANG_KO] = {"1월", "2월", "3월", "4월", "5월", "6월", "7월", "8월", "9월", "10월", "11월",
                     "12월"},
    [EPT_LANG_KK] = {"қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз",
                     "қыркүйек", "қазан", "қараша", "желтоқсан"},
    [EPT_LANG_RU] = {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
                     "сентября", "октября", "ноября", "декабря"},
    [EPT_LANG_EN] = {"January", "February", "March", "April", "May", "June", "July", "August",
                     "September", "October", "November", "December"},
};

static ept_civil local_time(int64_t utc_ms)
{
    return ept_clock_civil(utc_ms, ept_clock_offset_min(utc_ms));
}

const char *ept_msg_date(ept_lang lang, ept_arena *arena, int64_t utc_ms)
{
    ept_civil date = local_time(utc_ms);
    const char *month = months[lang][date.month - 1];
    const char *text = NULL;

    switch (lang) {
    case EPT_LANG_KO:
        text = ept_arena_printf(arena, "%d년 %s %d일", date.year, month, date.day);
        break;
    case EPT_LANG_KK:
        text = ept_arena_printf(arena, "%d ж. %d %s", date.year, date.day, month);
        break;
    case EPT_LANG_RU:
        text = ept_arena_printf(arena, "%d %s %d г.", date.day, month, date.year);
        break;
    case EPT_LANG_EN:
        text = ept_arena_printf(arena, "%d %s %d", date.day, month, date.year);
        break;
    }
    return text != NULL ? text : "";
}

const char *ept_msg_time(ept_arena *arena, int64_t utc_ms)
{
    ept_civil time = local_time(utc_ms);
    const char *text = ept_arena_printf(arena, "%02d:%02d", time.hour, time.minute);

    return text != NULL ? text : "";
}
