/* SPDX-License-Identifier: MIT */
/* What any text of an item must keep to: dates that exist on the weekday they claim, prices that
 * end in 0, and telephones, addresses and numbers that are nobody's. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "load_priv.h"

#include "epstopik/clock.h"

static const char *const weekdays[] = {"일", "월", "화", "수", "목", "금", "토"};

/* The number before p, spaces skipped; -1 when there is none. *start: where it begins. */
static int number_before(const char *text, const char *p, const char **start)
{
    const char *end = p;

    while (end > text && end[-1] == ' ') {
        end--;
    }
    const char *from = end;
    while (from > text && isdigit((unsigned char)from[-1])) {
        from--;
    }
    *start = from;
    if (from == end || end - from > 4) {
        return -1;
    }
    int value = 0;
    for (const char *c = from; c < end; c++) {
        value = value * 10 + (*c - '0');
    }
    return value;
}

static void check_weekday(bank_src *src, bank_spot at, int year, int month, int day,
                          const char *behind)
{
    int weekday = ept_clock_weekday(year, month, day);

    if (weekday < 0) {
        bank_error(src, at, "there is no %d-%02d-%02d, correct the date", year, month, day);
        return;
    }
    behind += strspn(behind, " ");
    if (*behind == '(') {
        behind++;
    }
    for (int i = 0; i < 7; i++) {
        size_t n = strlen(weekdays[i]);
        bool named = strncmp(behind, weekdays[i], n) == 0 &&
                     (behind[n] == ')' || strncmp(behind + n, "요일", 6) == 0);
        if (named && i != weekday) {
            bank_error(src, at, "%d-%02d-%02d is a %s요일, not a %s요일, correct one of them", year,
                       month, day, weekdays[weekday], weekdays[i]);
        }
    }
}

/* "2026년 6월 12일(금)" and, in a text that has named a year, "6월 12일 금요일". */
static void check_korean_dates(bank_src *src, bank_spot at, const char *text)
{
    int year = 0;

    for (const char *month_mark = strstr(text, "월"); month_mark != NULL;
         month_mark = strstr(month_mark + 3, "월")) {
        const char *start = NULL, *before = NULL;
        int month = number_before(text, month_mark, &start);
        const char *p = month_mark + 3 + strspn(month_mark + 3, " ");
        int day = 0, used = 0;
        if (month < 0 || sscanf(p, "%2d%n", &day, &used) != 1 || strncmp(p + used, "일", 3) != 0) {
            continue;
        }
        size_t n = (size_t)(start - text);
        while (n > 0 && text[n - 1] == ' ') {
            n--;
        }
        if (n >= 3 && strncmp(text + n - 3, "년", 3) == 0) {
            int named = number_before(text, text + n - 3, &before);
            year = named > 1000 ? named : year;
        }
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            bank_error(src, at, "there is no %d월 %d일, correct the date", month, day);
        } else if (year > 0) {
            check_weekday(src, at, year, month, day, p + used + 3);
        }
    }
}

static void check_plain_dates(bank_src *src, bank_spot at, const char *text)
{
    for (const char *p = text; *p != '\0'; p++) {
        int year = 0, month = 0, day = 0, used = 0;
        bool start = p == text || !isalnum((unsigned char)p[-1]);
        if (start && isdigit((unsigned char)*p) &&
            sscanf(p, "%4d-%2d-%2d%n", &year, &month, &day, &used) == 3 && used == 10) {
            check_weekday(src, at, year, month, day, p + used);
            p += used - 1;
        }
    }
}

static void check_prices(bank_src *src, bank_spot at, const char *text)
{
    for (const char *won = strstr(text, "원"); won != NULL; won = strstr(won + 3, "원")) {
        if (won > text && isdigit((unsigned char)won[-1]) && won[-1] != '0') {
            bank_error(src, at, "a price ends in 0, correct the one in \"%.60s\"", text);
        }
    }
}

/* Groups of digits joined by hyphens: phones (2-3, 3-4, 4) with exchange 000, and 6-7 as a
 * registration number. */
static void check_numbers(bank_src *src, bank_spot at, const char *text)
{
    for (const char *p = text; *p != '\0';) {
        size_t a = strspn(p, "0123456789");
        const char *second = p + a + 1;
        size_t b = a > 0 && p[a] == '-' ? strspn(second, "0123456789") : 0;
        size_t c = b > 0 && second[b] == '-' ? strspn(second + b + 1, "0123456789") : 0;
        if ((a == 2 || a == 3) && p[0] == '0' && (b == 3 || b == 4) && c == 4 &&
            strncmp(second, "0000", b) != 0) {
            bank_error(src, at, "the telephone %.*s may be somebody's, use exchange 000",
                       (int)(a + b + c + 2), p);
        } else if (a == 6 && b == 7 && c == 0 && strncmp(p, "000000-0000000", 14) != 0) {
            bank_error(src, at, "a registration number is 000000-0000000 here, not %.14s", p);
        }
        p += a > 0 ? a + (b > 0 ? b + 1 : 0) + (c > 0 ? c + 1 : 0) : 1;
    }
}

static void check_mail(bank_src *src, bank_spot at, const char *text)
{
    for (const char *mark = strchr(text, '@'); mark != NULL; mark = strchr(mark + 1, '@')) {
        size_t n = strcspn(mark, " \n,)");
        if (n < 9 || strncmp(mark + n - 8, ".example", 8) != 0) {
            bank_error(src, at, "a mail address ends in .example, correct the one in \"%.60s\"",
                       text);
        }
    }
}

void bank_check_line(bank_src *src, bank_spot at, const char *text)
{
    check_korean_dates(src, at, text);
    check_plain_dates(src, at, text);
    check_prices(src, at, text);
    check_numbers(src, at, text);
    check_mail(src, at, text);
}
