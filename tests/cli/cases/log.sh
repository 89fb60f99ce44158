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
hash=$("$EPT" log --data d --csv | awk -F, '$1 == 3 {print $12}')
at=$(od -An -v -tx1 d/user.db | tr -d ' \n' | awk -v hash="$hash" '{print (index($0, substr(hash, 1, 16)) - 1) / 2}')
other=X
case $hash in ??????????????????58*) other=Y ;; esac # it is X already
printf '%s' "$other" | dd of=d/user.db bs=1 seek=$((at + 9)) conv=notrunc 2>/dev/null
ept log verify --data d
ept log verify --data d --lang kk
