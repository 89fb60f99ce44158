# A whole CBT sitting: answers are final, listening runs by itself, both sections end at 0:00.
. "$LIB"
new_learner
keys eps-topik-cbt 17 >keys
{
    echo "answer 2 1"
    echo "goto 3"
    awk '$1 <= 20 {print "answer " $1, $2; print "answer " $1, $2; print "next"}' keys
    printf '%s\n' "clear 20" "flag 20" "rule 20 1" submit "tick 1500000"
    echo "next"
    echo "answer 21 $(awk '$1 == 21 {print $2}' keys)"
    echo "tick 1500000"
} | take --exam eps-topik-cbt --number 17 | digest
