# A whole sitting of the older pattern, with its pairs and spoken options; all right.
. "$LIB"
new_learner
keys eps-topik-2023 1 >keys
"$EPT" form --exam eps-topik-2023 --number 1 --bank "$BANK" | awk '{print $1, $2}'
{
    awk '$1 <= 20 {print "goto " $1; print "answer " $1, $2}' keys
    echo submit
    awk '$1 > 20 {print "goto " $1; print "tick 70000"; print "answer " $1, $2}' keys
    echo submit
} | take --exam eps-topik-2023 --number 1 | digest
