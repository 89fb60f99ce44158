# Killed in the middle: answers, flags, struck options, place, plays and clock are as they were.
. "$LIB"
new_learner
mkfifo commands
: >first
"$EPT" take --exam eps-topik-ubt --number 9 --bank "$BANK" --data d --learner Ana --clock manual <commands >first &
program=$!
exec 3>commands
printf '%s\n' 'answer 1 2' 'flag 3' 'rule 4 1' 'goto 7' 'answer 7 4' 'tick 61234' submit 'goto 25' 'tick 7000' \
    'answer 25 3' time >&3
while [ "$(grep -c '^ok$' first)" -lt 3 ]; do sleep 0.05; done
kill -9 $program
exec 3>&-
wait $program 2>/dev/null
tail -n 8 first
say again
printf '%s\n' time show 'goto 21' quit | take --exam eps-topik-ubt --number 9
say the reading part was over, listening goes on
"$EPT" log --data d --csv | cut -d, -f5-9 | grep -v tick
say a third time, to the end
printf '%s\n' submit | take --exam eps-topik-ubt --number 9 | digest
say the same command now begins anew
printf '%s\n' quit | take --exam eps-topik-ubt --number 9 | sed -n '1,3p'
