# A whole UBT sitting: all right, handed in early, each recording heard twice.
. "$LIB"
new_learner
keys eps-topik-ubt 17 >keys
{
    awk '$1 <= 20 {print "goto " $1; print "answer " $1, $2; print "tick 20000"}' keys
    echo submit
    awk '$1 > 20 {print "goto " $1; print "tick 70000"; print "answer " $1, $2}' keys
    echo submit
} | take --exam eps-topik-ubt --number 17 | digest
say log
"$EPT" log verify --data d | steady
"$EPT" log --data d --csv | cut -d, -f5 | sort | uniq -c | sed 's/^ *//' | grep -v -e tick -e event
