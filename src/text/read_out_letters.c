/* SPDX-License-Identifier: MIT */
/* Latin letters inside Korean: capitals by their names (CCTV), words that everybody reads in one
 * way from a table, a letter with one digit in English (A4, E-9), addresses letter by letter.
 * Foreign words and letters beside them stay. */
#include "read_out_priv.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Letters that are said by their names when they stand together, as most signs in capitals are. */
enum { NAMED_LETTERS = 8 };

static const char *const NAMES[26] = {"에이",   "비",     "시",   "디",   "이",   "에프", "지",
                                      "에이치", "아이",   "제이", "케이", "엘",   "엠",   "엔",
                                      "오",     "피",     "큐",   "아르", "에스", "티",   "유",
                                      "브이",   "더블유", "엑스", "와이", "제트"};

/* Longest first where one begins with another. */
static const struct {
    const char *sign, *word;
} WORDS[] = {
    {"OK", "오케이"},
    {"E-mail", "이메일"},
    {"Email", "이메일"},
    {"e-mail", "이메일"},
    {"email", "이메일"},
    {"ok", "오케이"},
    {"wifi", "와이파이"},
    {"Wifi", "와이파이"},
    {"A/S", "에이에스"},
    {"Wi-Fi", "와이파이"},
    {"WiFi", "와이파이"},
    {"TOPIK", "토픽"},
    {"MP3", "엠피스리"},
    {"MP4", "엠피포"},
    {"CO2", "시오투"},
    {"AM", "오전"},
    {"PM", "오후"},
    {"3D", "스리디"},
    {"4G", "포지"},
    {"5G", "파이브지"},
    {"VS", "대"},
    {"No.", "넘버"},
    {"NO.", "넘버"},
    {"SMART", "스마트"},
    {"STOP", "스톱"},
    {"EXIT", "엑시트"},
    {"VISA", "비자"},
    {"PIN", "핀"},
    {"X-ray", "엑스레이"},
    {"K-POP", "케이팝"},
    {"1주일", "일주일"},
    {"1자 드라이버", "일자 드라이버"},
    {"1자드라이버", "일자드라이버"},
    {"1+1 행사", "원 플러스 원 행사"},
    {"2+1 행사", "투 플러스 원 행사"},
    {"SIM", "심"},
    {"3·1절", "삼일절"},
    {"3.1절", "삼일절"},
    {"3·1", "삼일"},
    {"4·19", "사일구"},
    {"5·18", "오일팔"},
    {"6·25", "육이오"},
    {"6.25 전쟁", "육이오 전쟁"},
    {"8·15", "팔일오"},
};

static bool is_letter(ept_str text, size_t at)
{
    return at < text.n &&
           ((text.p[at] >= 'a' && text.p[at] <= 'z') || (text.p[at] >= 'A' && text.p[at] <= 'Z'));
}

static bool is_lower(ept_str text, size_t at)
{
    return is_letter(text, at) && text.p[at] >= 'a';
}

static bool is_digit(ept_str text, size_t at)
{
    return at < text.n && text.p[at] >= '0' && text.p[at] <= '9';
}

size_t text_letter_run(ept_str text, size_t at)
{
    size_t n = 0;

    while (is_letter(text, at + n)) {
        n++;
    }
    return n;
}

static void put_letter(ept_buf *out, char c)
{
    ept_buf_puts(out, NAMES[c >= 'a' ? c - 'a' : c - 'A']);
}

static void put_letters(ept_buf *out, ept_str text, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        put_letter(out, text.p[i]);
    }
}

/* --- addresses ----------------------------------------------------------------------------------
 */

static bool in_address(ept_str text, size_t at)
{
    return is_letter(text, at) || is_digit(text, at) ||
           (at < text.n && text.p[at] != '\0' && strchr("._+-", text.p[at]) != NULL);
}

/* End of the e-mail address that begins at `at`; `at` when there is none. */
static size_t address_end(ept_str text, size_t at)
{
    size_t pos = at, point = 0;

    if (at > 0 && in_address(text, at - 1)) {
        return at; /* looked at already */
    }
    while (in_address(text, pos)) {
        pos++;
    }
    if (pos == at || pos == text.n || text.p[pos] != '@') {
        return at;
    }
    size_t domain = pos + 1;
    for (pos = domain; in_address(text, pos); pos++) {
        point = text.p[pos] == '.' && pos > domain ? pos : point;
    }
    while (pos > domain && !is_letter(text, pos - 1)) {
        pos--; /* the sentence's full stop */
    }
    return point > domain && pos > point + 1 ? pos : at;
}

static size_t put_address_word(ept_buf *out, ept_str text, size_t at)
{
    static const struct {
        const char *sign, *word;
    } hosts[] = {{"naver", "네이버"}, {"daum", "다음"},    {"hanmail", "한메일"},
                 {"gmail", "지메일"}, {"kakao", "카카오"}, {"outlook", "아웃룩"},
                 {"com", "컴"},       {"net", "넷"}};
    size_t n = text_letter_run(text, at);

    for (size_t i = 0; i < COUNT(hosts); i++) {
        if (strlen(hosts[i].sign) == n && text_has(text, at, hosts[i].sign)) {
            ept_buf_puts(out, hosts[i].word);
            return at + n;
        }
    }
    put_letters(out, text, at, at + n);
    return at + n;
}

/* kim_7@naver.com: 케이아이엠 밑줄 칠 골뱅이 네이버 점 컴. */
static void put_address(ept_buf *out, ept_str text, size_t at, size_t end)
{
    static const struct {
        char sign;
        const char *word;
    } marks[] = {{'@', "골뱅이"}, {'.', "점"}, {'_', "밑줄"}, {'-', "하이픈"}, {'+', "플러스"}};

    while (at < end) {
        size_t run = text_digit_run(text, at);
        text_put_gap(out);
        if (is_letter(text, at)) {
            at = put_address_word(out, text, at);
        } else if (run > 0) {
            text_put_digits(out, (ept_str){text.p + at, run}, "공");
            at += run;
        } else {
            for (size_t i = 0; i < COUNT(marks); i++) {
                ept_buf_puts(out, marks[i].sign == text.p[at] ? marks[i].word : "");
            }
            at++;
        }
    }
}

/* --- words and letters --------------------------------------------------------------------------
 */

/* A letter that is neither Latin nor Hangul touches here: Қазақ, café. */
static bool is_foreign(int32_t c)
{
    return c >= 0xC0 && c < 0x530 && c != 0xD7 && c != 0xF7;
}

static bool foreign_before(ept_str text, size_t at)
{
    if (at >= 2 &&
        is_foreign((((unsigned char)text.p[at - 2] & 0x1F) << 6) |
                   ((unsigned char)text.p[at - 1] & 0x3F)) &&
        ((unsigned char)text.p[at - 2] & 0xE0) == 0xC0) {
        return true;
    }
    at -= at > 0 && text.p[at - 1] != '\0' && strchr(" '-", text.p[at - 1]) != NULL ? 1 : 0;
    return at > 0 && is_lower(text, at - 1);
}

/* The word behind is one in lower case, or this is the beginning of I'm. */
static bool foreign_behind(ept_str text, size_t at)
{
    size_t pos = at;

    if (is_foreign(ept_utf8_next(text, &pos))) {
        return true;
    }
    at += at < text.n && text.p[at] != '\0' && strchr(" '-", text.p[at]) != NULL ? 1 : 0;
    return is_lower(text, at) || (is_letter(text, at) && is_lower(text, at + 1));
}

static size_t put_word(ept_buf *out, ept_str text, size_t at)
{
    if (at > 0 && is_digit(text, at) && is_digit(text, at - 1)) {
        return at;
    }
    for (size_t i = 0; i < COUNT(WORDS); i++) {
        size_t end = at + strlen(WORDS[i].sign);
        if (WORDS[i].sign[0] != text.p[at] || !text_has(text, at, WORDS[i].sign)) {
            continue;
        }
        bool whole = !(is_letter(text, end - 1) && is_letter(text, end)) &&
                     !(is_digit(text, end - 1) && is_digit(text, end));
        if (whole && !foreign_behind(text, end)) {
            if (at > 0 && is_digit(text, at - 1)) {
                text_put_gap(out);
            }
            ept_buf_puts(out, WORDS[i].word);
            return end;
        }
    }
    return at;
}

/* A letter and single digits, no counter behind: E-9, F-2-7, A4. Their end; `at` when it is not. */
static size_t code_end(ept_str text, size_t at)
{
    size_t pos = at + 1, end = at, counted;

    for (;;) {
        size_t digits = pos < text.n && text.p[pos] == '-' ? pos + 1 : pos;
        size_t run = text_digit_run(text, digits);
        bool ten = run == 2 && text_has(text, digits, "10");
        if (run != 1 && !ten) {
            return run == 0 ? end : at;
        }
        end = pos = digits + run;
        if (text_counter_at(text, end, &counted) != NULL || text_has(text, end, ".")) {
            return at;
        }
    }
}

static void put_code(ept_buf *out, ept_str text, size_t at, size_t end)
{
    static const char *const english[11] = {"제로", "원",   "투",     "스리", "포", "파이브",
                                            "식스", "세븐", "에이트", "나인", "텐"};

    put_letter(out, text.p[at]);
    for (size_t i = at + 1; i < end; i++) {
        size_t run = text_digit_run(text, i);
        if (run > 0) {
            ept_buf_puts(out, english[run == 2 ? 10 : text.p[i] - '0']);
            i += run - 1;
        }
    }
}

/* Capitals, or one small letter that touches Hangul or a digit. */
static bool is_named(ept_str text, size_t at, size_t n)
{
    size_t pos = at + n;

    for (size_t i = at; i < at + n; i++) {
        if (is_lower(text, i) && n > 1) {
            return false;
        }
    }
    if (is_lower(text, at)) {
        int32_t behind = ept_utf8_next(text, &pos);
        return text_is_syllable(behind) || is_digit(text, at + n) ||
               (at > 0 && is_digit(text, at - 1));
    }
    return n <= NAMED_LETTERS;
}

static size_t put_names(ept_buf *out, ept_str text, size_t at, size_t n)
{
    size_t end = at + n, digits = end < text.n && text.p[end] == '-' ? end + 1 : end;
    size_t run = text_digit_run(text, digits);

    if (at > 0 && is_digit(text, at - 1)) {
        text_put_gap(out);
    }
    if (n == 1) {
        size_t code = code_end(text, at);
        if (code > at) {
            put_code(out, text, at, code);
            return code;
        }
        if (text.p[at] == 'B' && run > 0 && text_has(text, digits + run, "층")) {
            ept_buf_puts(out, "지하");
            return digits;
        }
    }
    put_letters(out, text, at, end);
    if (is_letter(text, digits)) {
        ept_buf_puts(out, digits > end ? " " : ""); /* EPS-TOPIK */
        return digits;
    }
    return run > 0 ? digits : end;
}

size_t text_read_letters(ept_buf *out, ept_str text, size_t at)
{
    if (!is_letter(text, at) && !is_digit(text, at)) {
        return at;
    }
    size_t end = address_end(text, at);
    if (end > at) {
        put_address(out, text, at, end);
        return end;
    }
    if (foreign_before(text, at)) {
        return at;
    }
    end = put_word(out, text, at);
    size_t n = text_letter_run(text, at);
    if (end > at || n == 0 || !is_named(text, at, n) || foreign_behind(text, at + n)) {
        return end;
    }
    return put_names(out, text, at, n);
}
