# The record of looks becomes REVIEW.md: counted, stale, sent back; answers as text, place or letter.
. "$LIB"
small_questions
cat >q/reading/verbs.yaml <<'END'
unit: 9
sector: general
items:
  - id: r-probe-003
    slot: underlined-verb
    level: 2
    answer: 어제 음악을 __들었습니다__.
    wrong: [친구에게 길을 __묻었습니다__., 차에 짐을 __싫었습니다__., 학교까지 __걷었습니다__.]
    traps: [form, form, form]
    means:
      kk: {options: [Кеше музыка тыңдадым., Досымнан жол сұрадым., Жүк тиедім., Мектепке дейін жаяу бардым.]}
      ru: {options: [Вчера я слушал музыку., Я спросил дорогу у друга., Я погрузил вещи., Я дошёл пешком до школы.]}
      en: {options: [Yesterday I listened to music., I asked a friend the way., I loaded the luggage., I walked to school.]}
    why:
      ko: "'듣다'의 'ㄷ'은 모음 앞에서 'ㄹ'이 됩니다. '묻다'도 '물었습니다'라고 씁니다."
      kk: "«듣다» (тыңдау) сөзінің «ㄷ» әрпі дауыстының алдында «ㄹ» болады. «묻다» (сұрау) да солай — «물었습니다»."
      ru: "В «듣다» (слушать) «ㄷ» перед гласной становится «ㄹ». «묻다» (спрашивать) так же — «물었습니다»."
      en: "The 'ㄷ' of '듣다' (listen) becomes 'ㄹ' before a vowel. '묻다' (ask) likewise: '물었습니다'."
END
"$EPT" bank build q -o small.bank --no-speech >/dev/null 2>&1
"$EPT" bank quiz small.bank --blind --all --seed 5 --out-key key.tsv >quiz.txt
field() { # ITEM COLUMN
    awk -F'\t' -v item="$1" -v column="$2" '$2 == item {print $column}' key.tsv
}
a=$(field r-probe-001 3)
b=$(field r-probe-002 3)
v=$(field r-probe-003 3)
c=$(field l-probe-001 3)
place=$(field r-probe-001 5)
letter=$(field l-probe-001 5 | tr 1234 ABCD)
mkdir q/review
look() {
    printf '%s\t%s\t%s\t%s\t2026-11-22\t%s\t%s\t%s\t%s\t%s\t%s\n' "$@" >>q/review/looks.tsv
}
printf 'item\thash\tkind\tby\twhen\tseed\tgot\tsure\tsecond\tsec\tnote\n' >q/review/looks.tsv
say looks
look r-probe-001 "$a" solve x1 5 "$place" 3 - 8 -
look r-probe-001 "$a" solve x2 5 의사 2 - 12 -
look r-probe-001 "$a" solve-noctx x3 5 우표 1 - 5 -
for lang in ko kk ru en; do look r-probe-001 "$a" read-$lang x4 - ok - - - -; done
look r-probe-002 "$b" solve x1 5 "일을 일찍 끝내고 가는 것" 3 - 20 'two-right both could be meant'
look r-probe-002 00000000 solve x2 5 "밤에 회사에서 일하는 것" 3 - 30 -
look r-probe-002 00000000 solve-noctx x3 5 "밤에 회사에서 일하는 것" 1 - 5 -
look r-probe-003 "$v" solve x1 5 "어제 음악을 __들었습니다__." 3 - 9 -
look r-probe-003 "$v" solve-noctx x3 5 "어제 음악을 __들었습니다__." 3 - 9 -
look r-probe-002 "$b" read-kk x4 - bad - - - 'translation the word is not used'
look r-probe-002 00000000 fix x5 - - - - - 'another distractor'
look l-probe-001 "$c" solve x1 5 "$letter" 1 - 9 'sound too fast'
look l-gone-001 12345678 solve x1 5 x 3 - 9 -
ept bank review q
sed "s/$a/HASH/" q/review/REVIEW.md
say made anew it is the same
cp q/review/REVIEW.md first.md
"$EPT" bank review q >/dev/null
cmp first.md q/review/REVIEW.md && echo same
say a line that is no look
echo 'r-probe-001 solve' >>q/review/looks.tsv
ept bank review q
cmp first.md q/review/REVIEW.md && echo as it was
say sources with faults
sed -i 's/answer: 의사/answer: 우표/' q/reading/words.yaml
ept bank review q
say no folder
ept bank review nowhere
