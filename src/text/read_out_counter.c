/* SPDX-License-Identifier: MIT */
/* What numbers count: Korean counters with the kind of number that stands before them, and signs of
 * units with their words. A sense that letters cannot tell is the commoner one in a workplace: 분
 * is minutes, 자 syllables, 판 and 부 pieces. */
#include "read_out_priv.h"

#include <string.h>

#include "epstopik/text.h"

/* Native up to 99: things and people. From 21 hours (a length of time) are Sino-Korean, as in
 * 오십이 시간. */
enum { HOURS_NATIVE_TO = 20, CLOCK_NATIVE_TO = 12 };
#define NATIVE(word)                                                                               \
    {                                                                                              \
        word, NULL, NULL, TEXT_COUNT_NATIVE, TEXT_NATIVE_MAX, false                                \
    }
#define SINO(word)                                                                                 \
    {                                                                                              \
        word, NULL, NULL, TEXT_COUNT_SINO, 0, false                                                \
    }
#define SPAN(word)                                                                                 \
    {                                                                                              \
        word, NULL, NULL, TEXT_COUNT_SINO, 0, true                                                 \
    }
#define DATE(word)                                                                                 \
    {                                                                                              \
        word, NULL, NULL, TEXT_COUNT_CALENDAR, 0, true                                             \
    }
#define JOINED(word)                                                                               \
    {                                                                                              \
        word, NULL, NULL, TEXT_COUNT_JOINED, 0, false                                              \
    }
#define NONE(word)                                                                                 \
    {                                                                                              \
        word, NULL, NULL, TEXT_COUNT_NOTHING, 0, false                                             \
    }
#define UNIT(sign, word)                                                                           \
    {                                                                                              \
        sign, word, NULL, TEXT_COUNT_SINO, 0, false                                                \
    }

static const text_counter COUNTERS[] = {
    /* things, people, doings */
    NATIVE("개"),
    NATIVE("명"),
    NATIVE("사람"),
    NATIVE("살"),
    NATIVE("마리"),
    NATIVE("권"),
    NATIVE("병"),
    NATIVE("잔"),
    NATIVE("컵"),
    NATIVE("벌"),
    NATIVE("켤레"),
    NATIVE("장"),
    NATIVE("달"),
    NATIVE("가지"),
    NATIVE("곳"),
    NATIVE("군데"),
    NATIVE("그루"),
    NATIVE("송이"),
    NATIVE("채"),
    NATIVE("척"),
    NATIVE("자루"),
    NATIVE("배"),
    NATIVE("그릇"),
    NATIVE("줄"),
    NATIVE("칸"),
    NATIVE("쌍"),
    NATIVE("알"),
    NATIVE("조각"),
    NATIVE("봉지"),
    NATIVE("봉투"),
    NATIVE("상자"),
    NATIVE("박스"),
    NATIVE("통"),
    NATIVE("바퀴"),
    NATIVE("걸음"),
    NATIVE("끼"),
    NATIVE("차례"),
    NATIVE("종류"),
    NATIVE("건"),
    NATIVE("판"),
    NATIVE("부"),
    NATIVE("세트"),
    NATIVE("곡"),
    NATIVE("편"),
    NATIVE("가구"),
    NATIVE("집"),
    NATIVE("묶음"),
    NATIVE("다발"),
    NATIVE("숟가락"),
    NATIVE("방울"),
    NATIVE("모금"),
    NATIVE("포기"),
    NATIVE("단어"),
    NATIVE("마디"),
    NATIVE("글자"),
    NATIVE("팩"),
    NATIVE("캔"),
    NATIVE("포대"),
    NATIVE("나라"),
    NATIVE("회사"),
    NATIVE("자리"),
    {"시간", NULL, NULL, TEXT_COUNT_NATIVE, HOURS_NATIVE_TO, false},
    {"시", NULL, NULL, TEXT_COUNT_HOUR, CLOCK_NATIVE_TO, false},
    {"번", NULL, NULL, TEXT_COUNT_TIMES, TEXT_NATIVE_MAX, false},
    {"대", NULL, NULL, TEXT_COUNT_DECADE, TEXT_NATIVE_MAX, false},
    {"번째", NULL, NULL, TEXT_COUNT_ORDER, TEXT_NATIVE_MAX, false},
    /* three and four have forms of their own (Standard Language, article 17) */
    {"돈", NULL, NULL, TEXT_COUNT_SEO, TEXT_NATIVE_MAX, false},
    {"말", NULL, NULL, TEXT_COUNT_SEO, TEXT_NATIVE_MAX, false},
    {"발", NULL, NULL, TEXT_COUNT_SEO, TEXT_NATIVE_MAX, false},
    {"푼", NULL, NULL, TEXT_COUNT_SEO, TEXT_NATIVE_MAX, false},
    {"냥", NULL, NULL, TEXT_COUNT_SEOK, TEXT_NATIVE_MAX, false},
    {"되", NULL, NULL, TEXT_COUNT_SEOK, TEXT_NATIVE_MAX, false},
    {"섬", NULL, NULL, TEXT_COUNT_SEOK, TEXT_NATIVE_MAX, false},
    {"자", NULL, NULL, TEXT_COUNT_SEOK, TEXT_NATIVE_MAX, false},
    /* time */
    {"월", NULL, NULL, TEXT_COUNT_MONTH, 0, false},
    DATE("년"),
    DATE("일"),
    DATE("분"),
    DATE("초"),
    SPAN("개월"),
    SPAN("주"),
    SPAN("주일"),
    SPAN("주간"),
    SPAN("박"),
    SINO("분기"),
    SINO("주년"),
    SINO("교시"),
    SINO("학기"),
    SINO("학년"),
    SINO("세기"),
    JOINED("분의"),
    /* money */
    SINO("원"),
    SINO("달러"),
    SINO("유로"),
    SINO("위안"),
    SINO("엔"),
    SINO("텡게"),
    SINO("루블"),
    SINO("솜"),
    SINO("숨"),
    SINO("동"),
    /* places, order, groups */
    SINO("층"),
    SINO("호"),
    SINO("호선"),
    SINO("호실"),
    SINO("번길"),
    SINO("번지"),
    SINO("번 출구"),
    SINO("번 버스"),
    SINO("번 문제"),
    SINO("세"),
    SINO("인"),
    SPAN("인분"),
    SPAN("회"),
    SINO("차"),
    SINO("등"),
    SINO("등급"),
    SINO("위"),
    SINO("쪽"),
    SINO("면"),
    SINO("페이지"),
    SINO("조"),
    SINO("항"),
    SINO("반"),
    SINO("팀"),
    SINO("급"),
    SINO("단계"),
    SINO("점"),
    SINO("교대"),
    SINO("종"),
    SINO("형"),
    SINO("관"),
    SINO("라인"),
    SINO("공장"),
    SINO("실"),
    SINO("정"),
    SINO("열차"),
    SINO("창고"),
    SINO("구역"),
    SINO("개국"),
    SINO("개소"),
    SINO("개사"),
    SINO("대 보험"),
    SINO("대 의무"),
    SINO("대 원칙"),
    SINO("대 명절"),
    SINO("대 수칙"),
    SINO("대보험"),
    SINO("개년"),
    /* no counters, though they begin with one */
    NONE("부터"),
    NONE("동안"),
    NONE("인데"),
    NONE("인지"),
    NONE("대로"),
    NONE("도록"),
    /* measures in words */
    SINO("도"),
    SINO("퍼센트"),
    SINO("프로"),
    SINO("킬로그램"),
    SINO("킬로미터"),
    SINO("킬로"),
    SINO("그램"),
    SINO("밀리그램"),
    SINO("미터"),
    SINO("센티미터"),
    SINO("센티"),
    SINO("밀리미터"),
    SINO("밀리"),
    SINO("리터"),
    SINO("밀리리터"),
    SINO("톤"),
    SINO("평"),
    SINO("볼트"),
    SINO("와트"),
    SINO("암페어"),
    SINO("데시벨"),
    SINO("칼로리"),
    SINO("킬로칼로리"),
    SINO("제곱미터"),
    SINO("세제곱미터"),
    SINO("헥타르"),
    SINO("인치"),
    SINO("기가"),
    SINO("메가"),
    SINO("럭스"),
    /* signs */
    UNIT("%", "퍼센트"),
    UNIT("％", "퍼센트"),
    UNIT("%p", "퍼센트포인트"),
    UNIT("‰", "퍼밀"),
    UNIT("kg", "킬로그램"),
    UNIT("Kg", "킬로그램"),
    UNIT("KG", "킬로그램"),
    UNIT("㎏", "킬로그램"),
    UNIT("g", "그램"),
    UNIT("mg", "밀리그램"),
    UNIT("㎎", "밀리그램"),
    UNIT("t", "톤"),
    UNIT("km", "킬로미터"),
    UNIT("㎞", "킬로미터"),
    UNIT("m", "미터"),
    UNIT("cm", "센티미터"),
    UNIT("㎝", "센티미터"),
    UNIT("mm", "밀리미터"),
    UNIT("㎜", "밀리미터"),
    UNIT("㎛", "마이크로미터"),
    UNIT("L", "리터"),
    UNIT("l", "리터"),
    UNIT("ℓ", "리터"),
    UNIT("mL", "밀리리터"),
    UNIT("ml", "밀리리터"),
    UNIT("㎖", "밀리리터"),
    UNIT("㏄", "시시"),
    UNIT("cc", "시시"),
    UNIT("㎡", "제곱미터"),
    UNIT("m²", "제곱미터"),
    UNIT("m2", "제곱미터"),
    UNIT("㎢", "제곱킬로미터"),
    UNIT("km²", "제곱킬로미터"),
    UNIT("㎠", "제곱센티미터"),
    UNIT("cm²", "제곱센티미터"),
    UNIT("㎥", "세제곱미터"),
    UNIT("m³", "세제곱미터"),
    UNIT("m3", "세제곱미터"),
    UNIT("ha", "헥타르"),
    UNIT("㏊", "헥타르"),
    {"℃", "도", "섭씨", TEXT_COUNT_SINO, 0, false},
    {"°C", "도", "섭씨", TEXT_COUNT_SINO, 0, false},
    {"℉", "도", "화씨", TEXT_COUNT_SINO, 0, false},
    {"°F", "도", "화씨", TEXT_COUNT_SINO, 0, false},
    UNIT("°", "도"),
    UNIT("˚", "도"),
    {"km/h", "킬로미터", "시속", TEXT_COUNT_SINO, 0, false},
    {"㎞/h", "킬로미터", "시속", TEXT_COUNT_SINO, 0, false},
    {"m/s", "미터", "초속", TEXT_COUNT_SINO, 0, false},
    UNIT("V", "볼트"),
    UNIT("W", "와트"),
    UNIT("kW", "킬로와트"),
    UNIT("㎾", "킬로와트"),
    UNIT("kWh", "킬로와트시"),
    UNIT("A", "암페어"),
    UNIT("Hz", "헤르츠"),
    UNIT("kHz", "킬로헤르츠"),
    UNIT("MHz", "메가헤르츠"),
    UNIT("GHz", "기가헤르츠"),
    UNIT("GB", "기가바이트"),
    UNIT("MB", "메가바이트"),
    UNIT("KB", "킬로바이트"),
    UNIT("TB", "테라바이트"),
    UNIT("dB", "데시벨"),
    UNIT("Pa", "파스칼"),
    UNIT("hPa", "헥토파스칼"),
    UNIT("kPa", "킬로파스칼"),
    UNIT("MPa", "메가파스칼"),
    UNIT("bar", "바"),
    UNIT("cal", "칼로리"),
    UNIT("kcal", "킬로칼로리"),
    UNIT("lx", "럭스"),
    UNIT("rpm", "아르피엠"),
    UNIT("ppm", "피피엠"),
    UNIT("N", "뉴턴"),
    UNIT("kN", "킬로뉴턴"),
    UNIT("₸", "텡게"),
    UNIT("₽", "루블"),
    UNIT("€", "유로"),
    UNIT("$", "달러"),
    UNIT("₩", "원"),
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* What may follow a counter that a blank parts from its number: nothing of the word, or something
 * that is put behind nouns. It keeps 12 시장 from becoming twelve o'clock. */
static bool ends_word(ept_str text, size_t at)
{
    static const char *const endings[] = {"은",   "는",   "이",   "가",   "을",   "를",   "에",
                                          "의",   "도",   "로",   "만",   "간",   "과",   "와",
                                          "씩",   "당",   "째",   "입",   "인",   "으로", "까지",
                                          "부터", "마다", "동안", "정도", "미만", "초과"};
    size_t pos = at;

    if (!ept_text_is_hangul(ept_utf8_next(text, &pos))) {
        return true;
    }
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t n = strlen(endings[i]);
        if (text.n - at >= n && memcmp(text.p + at, endings[i], n) == 0) {
            return true;
        }
    }
    return false;
}

const text_counter *text_counter_at(ept_str text, size_t at, size_t *to)
{
    const text_counter *best = NULL;
    size_t from = at < text.n && text.p[at] == ' ' ? at + 1 : at, longest = 0;

    if (from == text.n) {
        return NULL;
    }
    for (size_t i = 0; i < sizeof COUNTERS / sizeof *COUNTERS; i++) {
        const char *sign = COUNTERS[i].sign;
        if (sign[0] != text.p[from]) {
            continue;
        }
        size_t n = strlen(sign), end = from + n;
        if (n <= longest || text.n - from < n || memcmp(text.p + from, sign, n) != 0) {
            continue;
        }
        bool capital = n == 1 && is_letter(sign[0]) && sign[0] < 'a'; /* 15A, but 101A동 */
        bool torn = is_letter(sign[n - 1]) && end < text.n && is_letter(text.p[end]);
        if (torn || ((capital || from > at) && !ends_word(text, end))) {
            continue;
        }
        best = &COUNTERS[i];
        longest = n;
    }
    if (best == NULL || best->counting == TEXT_COUNT_NOTHING) {
        return NULL;
    }
    *to = from + longest;
    return best;
}

const char *text_counter_word(const text_counter *counter)
{
    return counter->word != NULL ? counter->word : counter->sign;
}
