/* SPDX-License-Identifier: MIT */
/* Every refusal of the check: a folder without faults, one place changed, the fault that must be
 * told. */
#include "support/ept_test.h"

#include <stdio.h>
#include <string.h>

#include "bank/base_folder.h"

#include "epstopik/bank_build.h"
#include "epstopik/path.h"

#define READING "reading/base.yaml"
#define LISTENING "listening/base.yaml"
#define LEXICON "lexicon.yaml"
#define LAW "law/base.yaml"
#define FACTS "law/facts.yaml"
#define INDEX "pictures/index.yaml"
#define ROOMS "pictures/rooms.yaml"
#define HAMMER "pictures/tools/hammer.svg"

typedef struct refusal {
    const char *file, *find,
        *replace;     /* find "" = the whole file is replaced; replace NULL = the file is removed */
    const char *told; /* part of the fault */
    const char
        *line_of; /* text on whose line (after the change) it is told; NULL = not looked at */
} refusal;

static const refusal refusals[] = {
    /* broken YAML, and what YAML allows but the sources do not */
    {READING, "unit: 5", "unit: [5", "column", NULL},
    {READING, "    level: 1\n", "\tlevel: 1\n", "column 1", "\tlevel: 1"},
    {READING, "    level: 1\n", "    level: 1\n    level: 2\n", "the key level stands twice",
     "    level: 2"},
    {READING, "unit: 5", "unit: &a 5", "anchors and tags", "unit: &a 5"},
    {READING, "unit: 5", "unit: !x 5", "anchors and tags", NULL},
    {READING, "unit: 5", "---\nunit: 5\n---\na: 1", "second document", NULL},
    {READING, "", "# nothing\n", "the file is empty", NULL},
    {READING, "", "unit: \xff\xfe\n", "column", NULL},
    {READING, "", "- a\n", "a file of items must be written as key: value lines", NULL},
    {"slots.yaml", "", NULL, "this file is missing", NULL},
    /* keys of a file and an item */
    {READING, "sector: general", "sector: general\ncolour: red",
     "a file of items has no key \"colour\"", "colour: red"},
    {READING, "    picture: tools/hammer", "    pictures: tools/hammer",
     "an item has no key \"pictures\"", "    pictures: tools/hammer"},
    {READING, "unit: 5", "unit: 61", "\"unit\" (1 to 60)", NULL},
    {READING, "sector: general", "", "\"sector\" must stand at the top", NULL},
    {READING, "sector: general", "sector: space", "there is no sector \"space\"", "sector: space"},
    {READING, "r-tools-001\n    slot: picture-word\n    level: 1",
     "r-tools-001\n    slot: picture-word\n    level: 4", "\"level\" must be 1, 2 or 3", NULL},
    {READING, "slot: picture-word", "slot: picture-words", "there is no slot \"picture-words\"",
     "slot: picture-words"},
    {READING, "id: r-tools-001", "id: r-tools-1", "an id is like", "id: r-tools-1"},
    {READING, "id: r-tools-001", "id: l-tools-001", "does not begin like an id of reading/", NULL},
    {READING, "id: r-sign-001", "id: r-tools-001", "the id r-tools-001 is taken", NULL},
    {READING, "slot: picture-word", "slot: hear-word", "slot hear-word belongs into listening/",
     NULL},
    {READING, "    answer: 망치\n", "", "\"answer\" is missing", NULL},
    {READING, "wrong: [톱, 삽, 드라이버]", "wrong: [톱, 삽]", "exactly 3 options, it has 2",
     "wrong: [톱, 삽]"},
    {READING, "wrong: [톱, 삽, 드라이버]", "wrong: [톱, 삽, 낫, 드라이버]",
     "exactly 3 options, it has 4", NULL},
    {READING, "traps: [field, field, field]", "traps: [field, field]", "exactly 3 words",
     "traps: [field, field]"},
    {READING, "traps: [field, field, field]", "traps: [field, field, magic]",
     "there is no trap \"magic\"", NULL},
    {READING, "wrong: [톱, 삽, 드라이버]", "wrong: [톱, 톱, 드라이버]",
     "option \"톱\" stands twice", NULL},
    {READING, "wrong: [톱, 삽, 드라이버]", "wrong: [톱, 망치, 드라이버]",
     "stands twice (it is the answer)", NULL},
    {READING, "    picture: tools/hammer\n", "", "slot picture-word needs \"picture\"", NULL},
    {READING, "    picture: tools/hammer\n", "    picture: tools/hammer\n    passage: 글\n",
     "slot picture-word has no \"passage\"", "    passage: 글"},
    {READING, "    picture: tools/hammer\n", "    picture: tools/hammer\n    ask: 뭐예요?\n",
     "slot picture-word has no \"ask\"", NULL},
    {READING, "    picture: tools/hammer\n", "    picture: tools/hammer\n    spoken: true\n",
     "slot picture-word has no \"spoken\"", NULL},
    {READING, "    picture: tools/hammer\n", "    picture: tools/hammer\n    order: numeric\n",
     "slot picture-word has no \"order\"", NULL},
    {READING, "    picture: tools/hammer\n", "    picture: tools/hammer\n    tag: wage\n",
     "slot picture-word has no \"tag\"", NULL},
    {READING, "    picture: tools/hammer\n", "    picture: tools/hammer\n    use: exam\n",
     "\"use\" is warm-up or left out", NULL},
    {LISTENING, "    spoken: true\n", "", "slot picture-where needs \"spoken\"", NULL},
    {LISTENING, "    tag: how-long\n", "", "slot reply needs \"tag\"", NULL},
    {LISTENING, "tag: how-long", "tag: how-far", "slot reply has no tag \"how-far\"",
     "tag: how-far"},
    {LISTENING, "    contrast: [ㅍ, ㅂ, ㅃ, ㄱ]\n", "", "slot hear-word needs \"contrast\"", NULL},
    {LISTENING, "contrast: [ㅍ, ㅂ, ㅃ, ㄱ]", "contrast: [ㅍ, ㅂ, ㅃ]", "exactly 4 words", NULL},
    {READING, "    ask: 이 그래프의 내용과 같은 것은 무엇입니까?\n", "",
     "slot chart-info needs \"ask\"", NULL},
    /* translations and explanations */
    {READING, "      ru:\n        options: [слово one, слово two, слово three, слово four]\n", "",
     "the translation into \"ru\" is missing", NULL},
    {READING, "options: [сөз one, сөз two, сөз three, сөз four]",
     "options: [сөз one, сөз two, сөз three]", "exactly 4, key first, it has 3", NULL},
    {READING, "options: [сөз one, сөз two, сөз three, сөз four]",
     "options: [сөз one, сөз one, сөз three, сөз four]", "stands twice, tell them apart", NULL},
    {READING, "        text: сөз notice\n", "",
     "means.kk: \"text\" is missing, its Korean is there", NULL},
    {READING, "        ask: слово which?\n", "", "means.ru: \"ask\" is missing", NULL},
    {LISTENING, "        options: [word one, word two, word three, word four]",
     "        text: word\n        options: [word one, word two, word three, word four]",
     "means.en: \"text\" has no Korean beside it", NULL},
    {LISTENING, "        text: word time\n",
     "        text: word time\n        options: [a, b, c, d]\n",
     "means.en: \"options\" has no Korean beside it", NULL},
    {READING, "      en: The picture shows it.\n", "", "\"en\" is missing", NULL},
    {READING, "      kk: Суретке қарап білуге болады.\n",
     "      kk: "
     "그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림"
     "그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림"
     "그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림"
     "그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림"
     "그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림"
     "그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림그림\n",
     "why.kk has 266 letters, at most 260", NULL},
    {LAW, "    also:\n", "    means:\n      kk: {text: a}\n    also:\n",
     "slot law has no \"means\"", NULL},
    {LAW,
     "      ru: {ask: слово w-hours-001, answer: слово one, wrong: [слово two, слово three, слово "
     "four]}\n",
     "", "the item in \"ru\" is missing", NULL},
    {LAW, "wrong: [сөз two, сөз three, сөз four]}", "wrong: [сөз two, сөз three]}",
     "exactly 3 words", NULL},
    /* script */
    {LISTENING, "      - man: 손에서 피가 나요. 어떻게 된 거예요?\n",
     "      - {man: 손에서 피가 나요., woman: 어떻게 된 거예요?}\n",
     "a script line has exactly one key", "      - {man: 손에서"},
    {LISTENING, "      - man: 손에서", "      - boss: 손에서", "a voice is narrator", NULL},
    {LISTENING, "      - man: 손에서", "      - woman: 손에서", "between one man and one woman",
     NULL},
    {LISTENING, "      - man: 손에서", "      - man2: 손에서",
     "a second man speaks only in a story", NULL},
    {LISTENING, "회의는 세 시 이십 분에 시작합니다.", "회의는 3시 20분에 시작합니다.",
     "numbers of a script are written as they are read", NULL},
    {LISTENING, "answer: 책상 아래에 있습니다.", "answer: 책상 2개 아래에.",
     "numbers of a spoken option", NULL},
    {LISTENING, "      - woman: 칼에 조금 베였어요. 좀 아파요.\n", "",
     "the script has 1 lines, slot next-line takes 2 to 3", NULL},
    {LISTENING, "answer: 걸어서 십 분쯤이에요.",
     "answer: {text: 걸어서 십 분쯤이에요., as: 거러서}", "a printed option has no \"as\"", NULL},
    /* what is heard */
    {LISTENING, "wrong: [불, 뿔, 굴]", "wrong: [굴, 낫, 낮]",
     "\"낫\" and \"낮\" sound alike, [낟]: change one", "    wrong: [굴, 낫"},
    {LISTENING, "      - man: 손에서 피가", "      - man: 손에서 кровь가",
     "cannot be read aloud; write it in Hangul", NULL},
    {LISTENING, "answer: 책상 아래에 있습니다.",
     "answer: {text: 책상 아래에 있습니다., as: 책쌍 under}", "\"under\" cannot be read aloud",
     NULL},
    {LEXICON, "", "- 밭일\n", "write the lexicon as word: sound lines", NULL},
    {LEXICON, "밭일: 반닐", "밭일: 반니일", "syllable for syllable", "밭일"},
    {LEXICON, "밭일: 반닐", "밭일: [반닐]", "syllable for syllable", "밭일"},
    {LEXICON, "밭일: 반닐", "field: 반닐", "a word and its sound, both in Hangul", "field"},
    /* blanks, underlines, lengths */
    {READING, "나: 머리가 ( ) 기숙사에서", "나: 머리가 많이 기숙사에서",
     "exactly once, it stands 0 times", NULL},
    {READING, "나: 머리가 ( ) 기숙사에서", "나: 머리가 ( ) ( )에서",
     "exactly once, it stands 2 times", NULL},
    {READING, "\"( )\": 우즈베키스탄", "국적: 우즈베키스탄", "exactly once, it stands 0 times",
     NULL},
    {READING, "        - 늦지 마십시오.", "        - 늦지 ( ).",
     "a blank `( )` stands where slot notice-match has none", NULL},
    {READING, "나: 머리가 ( ) 기숙사에서", "나: 머리가 ( ) (  ) 기숙사에서",
     "a blank is written with one space", NULL},
    {READING, "answer: 저는 기숙사__에서__ 저녁을 먹습니다.",
     "answer: 저는 기숙사에서 저녁을 먹습니다.", "exactly one underlined part",
     "    answer: 저는 기숙사에서"},
    {READING, "answer: 망치", "answer: __망치__", "must have no underlined part", NULL},
    {READING, "방법이 __쉽습니다__.", "방법이 쉽습니다.",
     "the passage must have exactly one underlined part", NULL},
    {READING, "answer: 망치", "answer: 아주 무거운 망치",
     "has 7 syllables, slot picture-word takes 1 to 4", "    answer: 아주"},
    {READING, "passage: 이 기계는 사용 방법이 __쉽습니다__.", "passage: 이 일은 __쉽습니다__.",
     "the passage has 7 syllables, slot synonym takes 8 to 20", NULL},
    {LISTENING, "      - narrator: 풀\n", "      - narrator: 풀풀풀풀\n",
     "the script has 4 syllables", NULL},
    {LAW, "ask: 월급을 줄 때마다 사장님이 주어야 하는 것은 무엇입니까?", "ask: 무엇입니까?",
     "the question has 5 syllables", NULL},
    /* characters, spelling */
    {READING, "answer: 망치", "answer: \xe1\x84\x86\xe1\x85\xa1\xe1\x86\xbc\xec\xb9\x98",
     "not in normal form C", "    answer: "},
    {READING, "answer: 망치", "answer: 망치\xf0\x9f\x98\x80", "no font draws the character U+1F600",
     NULL},
    {READING, "사진을 찍으면 안 됩니다.", "사진을 찍으면 안됩니다.",
     "\"안됩니다\" is spelt \"안 됩니다\"", NULL},
    /* pictures */
    {READING, "picture: tools/hammer", "picture: tools/hamer",
     "there is no picture \"tools/hamer\"", "    picture: tools/hamer"},
    {READING, "picture: tools/hammer", "picture: signs/ppe-gloves",
     "is a pictogram, use it in {sign", NULL},
    {READING, "of: ppe/gloves", "of: ppe/socks", "there is no pictogram ppe/socks", NULL},
    {READING, "class: must", "class: may", "\"class\" is prohibit, must, warn, rescue or fire",
     NULL},
    {LISTENING, "clock: \"2:30\"", "clock: \"2:32\"", "a clock shows a time in fives of minutes",
     "clock: \"2:32\""},
    {LISTENING, "clock: \"3:10\"", "clock: \"3:25\"", "two clocks differ by less than 10 minutes",
     NULL},
    {LISTENING, "clock: \"3:10\"", "digital: \"24:00\"", "a digital clock shows 00:00 to 23:59",
     NULL},
    {LISTENING, "clock: \"3:10\"", "calendar: {month: \"2026-13\", day: 1}",
     "\"month\" must be like", NULL},
    {LISTENING, "clock: \"3:10\"", "calendar: {month: \"2026-06\", day: 31}",
     "this month has the days 1 to 30", NULL},
    {LISTENING, "clock: \"3:10\"", "price: {of: tools/saw, won: 1005}",
     "\"won\" must be a price in tens", NULL},
    {LISTENING, "clock: \"3:10\"", "money: [10000, 300]", "there is no such note or coin", NULL},
    {LISTENING, "clock: \"3:10\"", "count: {of: tools/saw, \"n\": 13}", "\"n\" must be 1 to 12",
     NULL},
    {LISTENING, "clock: \"3:10\"", "number: {text: \"3a\", on: door}",
     "digits with at most one hyphen", NULL},
    {LISTENING, "clock: \"3:10\"", "number: {text: \"3\", on: roof}", "\"on\" is door, bus", NULL},
    {LISTENING, "clock: \"3:10\"", "gauge: {kind: thermometer, value: 200, unit: \"℃\"}",
     "a thermometer shows", NULL},
    {LISTENING, "clock: \"3:10\"", "gauge: {kind: watch, value: 2, unit: \"℃\"}",
     "a gauge is a thermometer", NULL},
    {LISTENING, "clock: \"3:10\"", "weather: fog", "weather is sun, cloud", NULL},
    {LISTENING, "clock: \"3:10\"", "floor: 21", "a floor is 1 to 20", NULL},
    {LISTENING, "clock: \"3:10\"", "phone: \"12\"", "a phone shows digits", NULL},
    {LISTENING, "clock: \"3:10\"", "volume: 3", "a picture is a name or one of clock", NULL},
    {LISTENING, "at: under, ref: furniture/desk", "at: below, ref: furniture/desk",
     "\"at\" is on-top", NULL},
    {LISTENING, "{thing: tools/saw, at: on-top", "{thing: tools/hammer, at: on-top",
     "a thing stands in two places", NULL},
    {LISTENING, "picture: tools/pliers", "picture: tools/spade",
     "are too near to stand beside each other", NULL},
    {LISTENING, "answer: {picture: tools/saw}", "answer: 톱",
     "the options of slot hear-picture-object are pictures, all four", NULL},
    {READING, "answer: 망치", "answer: {picture: tools/saw}",
     "the options of slot picture-word are texts, all four", NULL},
    {INDEX, "tools/pliers: {ko: 펜치, kk: зат,", "tools/pliers: {ko: 펜치,", "\"kk\" is missing",
     "tools/pliers:"},
    {INDEX, "en: pliers, kind: thing", "en: pliers, kind: animal", "a picture is a thing, person",
     NULL},
    {ROOMS, "", "- a\n", "rooms must be written as", NULL},
    {ROOMS, "", "tools/spoon: {rest: [1, 1]}\n", "picture tools/spoon is not in the index", NULL},
    {ROOMS, "", "tools/pliers: {rest: [200]}\n", "\"rest\" is a list of 2 numbers", NULL},
    {ROOMS, "", "tools/pliers: {under: [20, 401, 90]}\n", "\"under\" is a list of 3 numbers", NULL},
    {INDEX, "near: [tools/spade]", "near: [tools/hoe]",
     "is near tools/hoe, which is not in the index", NULL},
    {INDEX, "tools/pliers: {ko: 펜치, kk: зат, ru: вещь, en: pliers, kind: thing}\n", "",
     "no index names this drawing", NULL},
    {"pictures/tools/pliers.svg", "", NULL, "there is no drawing pictures/tools/pliers.svg", NULL},
    /* drawings */
    {HAMMER, "<rect", "<text x=\"1\" y=\"1\">a</text><rect", "<text> is not drawn", NULL},
    {HAMMER, "<rect", "<use x=\"1\"/><rect", "<use> is not drawn", "<use"},
    {HAMMER, "<rect", "<style>a{}</style><rect", "<style> is not drawn", NULL},
    {HAMMER, "<rect", "<image x=\"1\"/><rect", "<image> is not drawn", NULL},
    {HAMMER, "<rect", "<defs/><rect", "<defs> is not drawn", NULL},
    {HAMMER, "<rect", "<rect class=\"a\"", "<rect class=...>: this attribute is not drawn", NULL},
    {HAMMER, "fill=\"#F0A81E\"", "fill=\"url(#a)\"", "gradients and references are not drawn",
     NULL},
    {HAMMER, "stroke-width=\"7\"", "stroke-width=\"\"", "an empty attribute", NULL},
    {HAMMER, "0 0 400 400", "0 0 100 100", "viewBox must be", NULL},
    {HAMMER, "/>\n</svg>", ">\n</svg>", "column", NULL},
    {HAMMER, "", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 400\"></svg>",
     "nothing is drawn", NULL},
    {HAMMER, "",
     "<!DOCTYPE svg><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 400\"/>",
     "a document type is not used", NULL},
    /* documents */
    {READING, "kind: notice", "kind: novel", "\"kind\" must be one of the kinds of document", NULL},
    {READING, "      from: 안전관리팀", "      colour: red", "a notice has no \"colour\"",
     "      colour: red"},
    {READING, "      title: 안전 교육 안내\n", "", "a notice needs \"title\"", NULL},
    {READING, "        시간: \"14:00~16:00\"\n        장소: 본관 회의실\n", "",
     "a notice has 3 to 7 lines, fields or rows, not 2", NULL},
    {READING, "kind: form", "kind: receipt", "slot blank-document has no document of kind receipt",
     NULL},
    {READING, "net: 2076890", "net: 2076880", "\"net\" must be pay - deduct = 2,076,890",
     "      net: 2076880"},
    {READING, "식대: 100000", "식대: 100005", "an amount is whole won, in tens", NULL},
    {READING, "month: \"2026-10\"", "month: 10월", "\"month\" must be like", NULL},
    {READING, "잠: 25", "잠: 26", "a pie adds up to 100", NULL},
    {READING, "points: {운동: 45, 공부: 30, 잠: 25}", "points: {운동: 60, 잠: 40}",
     "of 3 to 6 labels", NULL},
    {READING, "chart: pie", "chart: cake", "a chart is a bar, hbar, line or pie", NULL},
    /* dates, prices, numbers that might be somebody's */
    {READING, "2026년 6월 12일(금)", "2026년 6월 12일(목)", "2026-06-12 is a 금요일, not a 목요일",
     "        날짜: \"2026년 6월 12일(목)\""},
    {READING, "2026년 6월 12일(금)", "2026년 6월 12일 토요일", "is a 금요일, not a 토요일", NULL},
    {READING, "2026년 6월 12일(금)", "2026-06-12(토)", "is a 금요일, not a 토요일", NULL},
    {READING, "2026년 6월 12일(금)", "2026년 6월 31일", "there is no 2026-06-31", NULL},
    {READING, "날짜: 5월 2일", "날짜: 5월 32일", "there is no 5월 32일", NULL},
    {READING, "장소: 본관 회의실", "가격: \"3,505원\"", "a price ends in 0", NULL},
    {READING, "031-000-2416", "031-245-2416", "may be somebody's, use exchange 000", NULL},
    {READING, "장소: 본관 회의실", "번호: \"900101-1234567\"",
     "a registration number is 000000-0000000", NULL},
    {READING, "장소: 본관 회의실", "메일: a@naver.com", "a mail address ends in .example", NULL},
    /* order, yes and no */
    {LAW, "wrong: [\"15분\", \"30분\", \"2시간\"]", "wrong: [\"15분\", \"60분\", \"2시간\"]",
     "two options are the same quantity", NULL},
    {LAW, "wrong: [\"15분\", \"30분\", \"2시간\"]", "wrong: [\"15분\", 없음, \"2시간\"]",
     "needs four quantities of one kind", NULL},
    {LAW, "wrong: [\"15분\", \"30분\", \"2시간\"]", "wrong: [\"15분\", \"30회\", \"2시간\"]",
     "needs four quantities of one kind", NULL},
    {LAW, "answer: 임금명세서\n    wrong: [재직증명서, 근로계약서, 건강진단서]",
     "answer: \"네, 줍니다\"\n    wrong: [\"아니요, 몰라요\", \"아니요, 안 줘요\", \"아니요, "
     "없어요\"]",
     "yes and no stand 1 to 3", NULL},
    {LISTENING, "answer: 걸어서 십 분쯤이에요.", "answer: \"네, 십 분쯤이에요.\"",
     "only the answer begins with yes or no", NULL},
    {READING, "- 안전모를 써야 합니다.", "- 안전모를 쓰면 안 됩니다.",
     "the answer is the only \"must\"", NULL},
    /* facts */
    {LAW, "fact: LSA-1", "fact: LSA-9", "there is no fact \"LSA-9\"", "    fact: LSA-9"},
    {LAW, "    fact: LSA-1\n", "", "slot law needs \"fact\"", NULL},
    {FACTS, "grade: page", "grade: rumour", "\"grade\" is text, page or news", NULL},
    {FACTS, "since: \"2021-11-19\"", "since: \"2021-13-19\"", "\"since\" must be a date", NULL},
    {FACTS, "since: \"2021-11-19\"", "since: \"2027-01-01\"",
     "fact LSA-2 is not in force before 2027-01-01", NULL},
    {FACTS, "    grade: page", "    grade: page\n    switch: \"2026-12-10\"",
     "fact LSA-2 changes within 90 days", NULL},
    {FACTS, "not_for: [agriculture, fishery]", "not_for: [mining]", "\"not_for\" knows", NULL},
    {FACTS,
     "    says: {ko: 주어야 합니다., kk: Беру керек., ru: Нужно дать., en: It must be given.}\n",
     "    says: {ko: 주어야 합니다., kk: Беру керек., ru: Нужно дать.}\n", "\"en\" is missing",
     NULL},
    /* groups */
    {READING, "    group: g-room-001\n    answer: 없어서",
     "    group: g-room-002\n    answer: 없어서", "there is no group \"g-room-002\"", NULL},
    {READING, "    group: g-room-001\n    answer: 없어서",
     "    passage: 냉장고가 ( ) 불편합니다.\n    answer: 없어서", "slot pair-blank needs \"group\"",
     NULL},
    {READING, "    group: g-room-001\n    answer: 없어서",
     "    group: g-room-001\n    passage: 글\n    answer: 없어서",
     "the stimulus comes from the group, remove \"passage\"", "    passage: 글"},
    {READING, "    slot: pair-match\n    level: 1\n    group: g-room-001",
     "    slot: pair-match\n    level: 1", "group g-room-001 has 1 items", NULL},
    {READING, "- id: g-room-001", "- id: room-001", "the id of a group begins with g-", NULL},
    /* likeness */
    {READING, "    picture: {sign: {class: must, of: ppe/gloves}}", "    picture: tools/hammer",
     "r-sign-001 has the stimulus of r-tools-001", NULL},
    {LISTENING, "      - woman: 톱 좀 가져다주세요.",
     "      - man: 회의는 세 시 이십 분에 시작합니다.", "has the stimulus of l-time-001", NULL},
    {LAW, "ask: 월급을 줄 때마다 사장님이 주어야 하는 것은 무엇입니까?",
     "ask: 하루에 여덟 시간 일하는 사람의 휴게 시간은 얼마입니까요?",
     "w-pay-001 is more than nine tenths like w-hours-001", NULL},
    /* slots, patterns, exams, spellings */
    {"slots.yaml", "  section: reading\n  field: vocabulary",
     "  section: writing\n  field: vocabulary", "\"section\" has no such value", NULL},
    {"slots.yaml", "  option_syllables: [1, 4]", "  option_syllables: [4, 1]",
     "\"option_syllables\" must be [least, most]", NULL},
    {"patterns/2025.yaml", "slots: [picture-word]", "slots: [picture-wood]",
     "slot \"picture-wood\" is not in slots.yaml", NULL},
    {"patterns/2025.yaml", "numbers: \"29-32\"", "numbers: \"29-31\"",
     "number 32 is missing or out of order", NULL},
    {"patterns/2025.yaml", "numbers: \"29-32\"", "numbers: \"many\"",
     "\"numbers\" must be a number or a range", NULL},
    {"exams/law.yaml", "pattern: law", "pattern: lore", "there is no pattern \"lore\"",
     "pattern: lore"},
    {"spelling.yaml", "- {right: 임금명세서, wrong: [임금 명세서]}",
     "- {right: 임금명세서, bad: [임금 명세서]}", "a spelling has no key \"bad\"", NULL},
};

typedef struct told {
    ept_buf text;
    int want_line; /* 0 = any */
    const char *want;
    bool found;
} told;

static void hear(void *ctx, ept_fault_kind kind, const char *file, int line, const char *what)
{
    told *t = ctx;

    ept_buf_printf(&t->text, "%s%s:%d: %s\n", kind == EPT_FAULT_WARNING ? "warning: " : "", file,
                   line, what);
    if (t->want != NULL && strstr(what, t->want) != NULL &&
        (t->want_line == 0 || t->want_line == line)) {
        t->found = true;
    }
}

typedef struct place {
    ept_arena *arena;
    const char *dir;
    ept_buf coverage;
} place;

enum { TODAY_DAYS = 20779 }; /* 2026-11-22 */

static int setup_group(void **state)
{
    static place p;

    assert_ok(ept_arena_new(&p.arena));
    p.dir = base_folder(p.arena);
    assert_ok(ept_path_read(&p.coverage, EPT_SOURCE_DIR "/assets/fonts/coverage.txt"));
    *state = &p;
    return 0;
}

static int teardown_group(void **state)
{
    place *p = *state;
    ept_buf_clear(&p->coverage);
    assert_ok(ept_path_remove_tree(p->dir));
    ept_arena_free(p->arena);
    return 0;
}

static void run_check(place *p, told *t, size_t *errors, size_t *warnings)
{
    assert_ok(ept_bank_check(errors, warnings,
                             &(ept_bank_sources){.dir = p->dir,
                                                 .coverage = p->coverage.p,
                                                 .fault = hear,
                                                 .fault_ctx = t,
                                                 .today_utc_ms = (int64_t)TODAY_DAYS * 86400000}));
}

static int line_of(const ept_buf *text, const char *part)
{
    int line = 1;
    const char *at = strstr(text->p, part);

    assert_non_null(at);
    for (const char *c = text->p; c < at; c++) {
        line += *c == '\n';
    }
    return line;
}

/* The file with its first `find` replaced. */
static void change(ept_buf *out, const ept_buf *from, const refusal *r)
{
    const char *at = strstr(from->p, r->find);

    if (r->find[0] == '\0') {
        ept_buf_puts(out, r->replace);
        return;
    }
    if (at == NULL) {
        fail_msg("%s: \"%s\" is not in it", r->file, r->find);
        return;
    }
    ept_buf_add(out, from->p, (size_t)(at - from->p));
    ept_buf_puts(out, r->replace);
    ept_buf_puts(out, at + strlen(r->find));
}

static void try_refusal(place *p, const refusal *r)
{
    ept_buf good = {0}, bad = {0};
    told t = {.want = r->told};
    size_t errors = 0, warnings = 0;
    char *path = ept_path_join(p->arena, p->dir, r->file);

    assert_ok(ept_path_read(&good, path));
    if (r->replace == NULL) {
        assert_ok(ept_path_remove(path));
    } else {
        change(&bad, &good, r);
        assert_ok(ept_buf_ok(&bad));
        assert_ok(ept_path_write(path, bad.p, bad.n));
        t.want_line = r->line_of != NULL ? line_of(&bad, r->line_of) : 0;
    }
    run_check(p, &t, &errors, &warnings);
    assert_ok(ept_path_write(path, good.p, good.n));
    ept_buf_clear(&good);
    ept_buf_clear(&bad);
    if (!t.found || errors == 0) {
        fail_msg("%s with \"%.60s\": wanted \"%s\" at line %d, told:\n%s", r->file,
                 r->replace != NULL ? r->replace : "(removed)", r->told, t.want_line,
                 t.text.p != NULL ? t.text.p : "nothing");
    }
    assert_non_null(strstr(t.text.p, p->dir)); /* the file is named as the user gave the folder */
    ept_buf_clear(&t.text);
}

static void check__small_folder__has_no_faults(void **state)
{
    told t = {0};
    size_t errors = 9, warnings = 9;

    run_check(*state, &t, &errors, &warnings);
    assert_string_equal(t.text.p != NULL ? t.text.p : "", "");
    assert_int_equal(errors, 0);
    assert_int_equal(warnings, 0);
    ept_buf_clear(&t.text);
}

static void check__each_fault__is_told_with_its_line(void **state)
{
    for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
        try_refusal(*state, &refusals[i]);
    }
}

static void check__faults_of_several_files__come_in_one_run_in_order(void **state)
{
    place *p = *state;
    const refusal two[] = {{READING, "level: 1", "level: 7", "", NULL},
                           {LAW, "unit: 57", "unit: 99", "", NULL},
                           {LISTENING, "unit: 8", "unit: [8", "", NULL}};
    ept_buf good[3] = {{0}};
    told t = {0};
    size_t errors = 0, warnings = 0;

    for (size_t i = 0; i < 3; i++) {
        ept_buf bad = {0};
        char *path = ept_path_join(p->arena, p->dir, two[i].file);
        assert_ok(ept_path_read(&good[i], path));
        change(&bad, &good[i], &two[i]);
        assert_ok(ept_path_write(path, bad.p, bad.n));
        ept_buf_clear(&bad);
    }
    run_check(p, &t, &errors, &warnings);
    for (size_t i = 0; i < 3; i++) {
        assert_ok(
            ept_path_write(ept_path_join(p->arena, p->dir, two[i].file), good[i].p, good[i].n));
        ept_buf_clear(&good[i]);
    }
    assert_true(errors >= 3);
    const char *law = strstr(t.text.p, "law/base.yaml"),
               *listening = strstr(t.text.p, "listening/base.yaml");
    const char *reading = strstr(t.text.p, "reading/base.yaml");
    assert_true(law != NULL && listening != NULL && reading != NULL && law < listening &&
                listening < reading);
    ept_buf_clear(&t.text);
}

static void check__review_due_equal_points_cue_needless_word__are_warnings(void **state)
{
    place *p = *state;
    const refusal due = {FACTS, "review_by: \"2027-06-10\"", "review_by: \"2026-11-01\"",
                         "was to be read again by 2026-11-01", NULL};
    const refusal equal = {READING, "points: {운동: 45, 공부: 30, 잠: 25}",
                           "points: {운동: 50, 공부: 25, 잠: 25}",
                           "two points of a chart are equal", NULL};
    const refusal cue = {READING, "answer: 교육은 금요일 오후에 합니다.",
                         "answer: 회의실에서 본관 교육을 합니다.",
                         "the word \"본관\" of the answer stands in the stem", NULL};
    const refusal word = {LEXICON, "밭일: 반닐", "밭일: 반닐\n국물: 궁물",
                          "\"국물\" is said [궁물] anyway, remove it", "국물"};
    const refusal *const both[] = {&due, &equal, &cue, &word};

    for (size_t i = 0; i < sizeof both / sizeof *both; i++) {
        ept_buf good = {0}, bad = {0};
        told t = {.want = both[i]->told};
        size_t errors = 0, warnings = 0;
        char *path = ept_path_join(p->arena, p->dir, both[i]->file);
        assert_ok(ept_path_read(&good, path));
        change(&bad, &good, both[i]);
        assert_ok(ept_path_write(path, bad.p, bad.n));
        run_check(p, &t, &errors, &warnings);
        assert_ok(ept_path_write(path, good.p, good.n));
        assert_int_equal(errors, 0);
        assert_int_equal(warnings, 1);
        assert_true(t.found);
        ept_buf_clear(&good);
        ept_buf_clear(&bad);
        ept_buf_clear(&t.text);
    }
}

/* Twelve items of one kind, made alike but for the length or place of the key. */
static void many(ept_buf *out, const char *const *bodies, size_t body_count)
{
    ept_buf_puts(out, "unit: 57\nsector: general\nitems:\n");
    for (size_t i = 0; i < 12; i++) {
        ept_buf_printf(out,
                       "  - id: w-many-%03zu\n    slot: law\n    level: 1\n    tag: wage\n    "
                       "fact: LSA-1\n    ask: ",
                       i);
        for (size_t k = 0; k < 6; k++) { /* asks that are not alike */
            static const char *const words[] = {"회사에서", "오늘",   "기숙사를", "사람은",
                                                "급여가",   "나라로", "누구나",   "언제든지",
                                                "일하면",   "어떻게", "받습니까", "합니다"};
            ept_buf_printf(out, "%s ", words[(i * (k + 1) + k * 5) % 12]);
        }
        ept_buf_printf(out, "무엇?\n%s    traps: [number, number, number]\n    also:\n",
                       bodies[i % body_count]);
        for (size_t l = 0; l < 3; l++) {
            static const char *const langs[] = {"kk", "ru", "en"};
            ept_buf_printf(out, "      %s: {ask: a, answer: b, wrong: [c, d, e]}\n", langs[l]);
        }
        ept_buf_puts(out, "    why: {ko: 가, kk: a, ru: b, en: c}\n");
    }
}

static void assert_balance(place *p, const char *const *bodies, size_t body_count, const char *want)
{
    ept_buf text = {0};
    told t = {.want = want};
    size_t errors = 0, warnings = 0;
    char *path = ept_path_join(p->arena, p->dir, "law/many.yaml");

    many(&text, bodies, body_count);
    assert_ok(ept_buf_ok(&text));
    assert_ok(ept_path_write(path, text.p, text.n));
    run_check(p, &t, &errors, &warnings);
    assert_ok(ept_path_remove(path));
    if (!t.found) {
        fail_msg("wanted \"%s\", told:\n%s", want, t.text.p != NULL ? t.text.p : "nothing");
    }
    ept_buf_clear(&text);
    ept_buf_clear(&t.text);
}

static void check__balance__is_judged_from_twelve_items_on(void **state)
{
    const char *const longest[] = {
        "    answer: 임금명세서를 줍니다\n    wrong: [여권, 통장, 지갑]\n"};
    const char *const shortest[] = {
        "    answer: 여권\n    wrong: [임금명세서, 건강진단서, 근로계약서]\n"};
    const char *const first[] = {
        "    order: numeric\n    answer: \"1일\"\n    wrong: [\"2일\", \"3일\", \"4일\"]\n"};
    const char *const absolute[] = {"    answer: 여권을 보여 줍니다\n    wrong: [언제나 모두 "
                                    "줍니다, 여권을 안 줍니다, 여권을 버립니다]\n"};

    assert_balance(*state, longest, 1, "the key is the single longest option in 12 of 12 items");
    assert_balance(*state, shortest, 1, "the key is the single shortest option in 12 of 12 items");
    assert_balance(*state, first, 1, "of 12 items in rising order 12 have the key in place 1");
    assert_balance(*state, absolute, 1, "모두 or 항상 stands in 12 distractors and in no key");
}

static void check__one_trap_everywhere__is_a_warning(void **state)
{
    const char *const body[] = {"    answer: 여권\n    wrong: [통장, 지갑, 열쇠]\n"};

    assert_balance(*state, body, 1, "trap \"number\" makes 36 of 36");
}

static void check__recording_of_nothing__is_refused(void **state)
{
    place *p = *state;
    const char *const names[] = {"recordings/l-none-001.wav", "recordings/l-sound-001.0.wav",
                                 "recordings/r-tools-001.opus", "recordings/l-sound-001.mp3"};

    assert_ok(ept_path_mkdirs(ept_path_join(p->arena, p->dir, "recordings")));
    for (size_t i = 0; i < 4; i++) {
        told t = {.want = "no item has this recording"};
        size_t errors = 0, warnings = 0;
        char *path = ept_path_join(p->arena, p->dir, names[i]);
        assert_ok(ept_path_write(path, "x", 1));
        run_check(p, &t, &errors, &warnings);
        assert_ok(ept_path_remove(path));
        assert_true(t.found);
        ept_buf_clear(&t.text);
    }
}

static void check__no_such_folder__is_not_found(void **state)
{
    size_t errors = 0, warnings = 0;

    (void)state;
    assert_status(EPT_E_NOT_FOUND, ept_bank_check(&errors, &warnings,
                                                  &(ept_bank_sources){.dir = "/no/such/folder"}));
}

static void check__without_memory__fails_and_leaks_nothing(void **state)
{
    place *p = *state;

    for (size_t at = 1; at < 60000; at = at * 3 / 2 + 1) {
        size_t errors = 0, warnings = 0;
        told t = {0};
        ept_alloc_fail_at(at);
        ept_status st = ept_bank_check(
            &errors, &warnings,
            &(ept_bank_sources){
                .dir = p->dir, .coverage = p->coverage.p, .fault = hear, .fault_ctx = &t});
        ept_alloc_fail_at(0);
        ept_buf_clear(&t.text);
        if (st == EPT_OK) {
            assert_true(at > 100);
            return;
        }
        assert_status(EPT_E_NOMEM, st);
    }
}

static void check__real_questions__have_no_errors(void **state)
{
    place *p = *state;
    told t = {0};
    size_t errors = 0, warnings = 0;

    assert_ok(ept_bank_check(&errors, &warnings,
                             &(ept_bank_sources){.dir = EPT_SOURCE_DIR "/questions",
                                                 .coverage = p->coverage.p,
                                                 .fault = hear,
                                                 .fault_ctx = &t,
                                                 .today_utc_ms = (int64_t)TODAY_DAYS * 86400000}));
    if (errors > 0) {
        fail_msg("%s", t.text.p);
    }
    ept_buf_clear(&t.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check__small_folder__has_no_faults),
        cmocka_unit_test(check__each_fault__is_told_with_its_line),
        cmocka_unit_test(check__faults_of_several_files__come_in_one_run_in_order),
        cmocka_unit_test(check__review_due_equal_points_cue_needless_word__are_warnings),
        cmocka_unit_test(check__balance__is_judged_from_twelve_items_on),
        cmocka_unit_test(check__one_trap_everywhere__is_a_warning),
        cmocka_unit_test(check__recording_of_nothing__is_refused),
        cmocka_unit_test(check__no_such_folder__is_not_found),
        cmocka_unit_test(check__without_memory__fails_and_leaks_nothing),
        cmocka_unit_test(check__real_questions__have_no_errors),
    };
    return cmocka_run_group_tests(tests, setup_group, teardown_group);
}
