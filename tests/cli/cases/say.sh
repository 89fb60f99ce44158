# Normal form and syllables; digits count as they are read.
. "$LIB"
ept say 망치
printf '\341\204\206\341\205\241\341\206\274\341\204\216\341\205\265' >nfd
ept say "$(cat nfd)"
ept say "2026년 12월"
ept say "$(printf '\377')"
ept say "" -o empty.wav 2>&1 | sed 's/([^)]*)/(WHY)/; s/ $//'
ls *.wav 2>/dev/null
:
