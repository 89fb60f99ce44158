# CBT listening on its own: every question comes by itself, is heard twice, and the last sound ends by 24:30.
. "$LIB"
new_learner
{
    i=0
    while [ $i -lt 3000 ]; do
        echo "tick 500"
        i=$((i + 1))
    done
} | take --exam eps-topik-cbt --number 5 --section listening >sitting.txt
digest <sitting.txt
"$EPT" log --data d --csv >log.csv
say every play is over before 24:30
awk -F, '$5 == "play-end" {n++; last = $6} END {print n, last <= 24.5 * 60000 ? "in time" : "late"}' log.csv
say never two plays at once
awk -F, '$5 == "play-start" {if (on) bad++; on = 1} $5 == "play-end" {on = 0} END {print bad + 0}' log.csv
