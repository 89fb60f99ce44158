# The log in three shapes; a changed byte breaks the chain.
. "$LIB"
new_learner
"$EPT" learner add Bob --data d >/dev/null
printf '%s\n' 'answer 1 2' 'goto 3' 'flag 3' quit | take --exam law --number 1 >/dev/null
say text
ept log --data d | steady
say json
ept log --data d --json --learner Ana | steady
say csv
ept log --data d --csv | steady
say nothing of Bob
ept log --data d --learner Bob
ept log --data d --learner Nobody
say verify
ept log verify --data d | steady
say a byte of the third event changed
hex=$("$EPT" log --data d --csv | awk -F, '$1 == 3 {print substr($12, 1, 8)}')
pattern=$(echo "$hex" | sed 's/../\\x&/g')
at=$(LC_ALL=C grep -abo -m 1 -P "$pattern" d/user.db | head -n 1 | cut -d: -f1)
printf 'X' | dd of=d/user.db bs=1 seek=$((at + 9)) conv=notrunc 2>/dev/null
ept log verify --data d
ept log verify --data d --lang kk
