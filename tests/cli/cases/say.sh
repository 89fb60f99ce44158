# How a text is read: numbers as words, the sound with the rule of each change, other letters.
. "$LIB"
ept say 망치
ept say "작업이 끝나면 전원을 꺼야 합니다."
ept say "오후 3:05에 못 와요."
printf '\341\204\206\341\205\241\341\206\274\341\204\216\341\205\265' >nfd
ept say "$(cat nfd)"
ept say "2026년 12월"
ept say "ㅋㅋ OK!"
ept say "$(printf '\377')"
ept say "Samsung" -o word.wav 2>&1 | sed 's/([^)]*)/(WHY)/; s/ $//'
ept say "" -o empty.wav 2>&1 | sed 's/([^)]*)/(WHY)/; s/ $//'
ls *.wav 2>/dev/null
:
