#!/bin/sh
# SPDX-License-Identifier: MIT
# kill_test.sh [KILLS]: kills the program again and again while answers stream through it, and looks whether
# every answer that it said was saved is in the log, once, and how far the clock went back.
# From the caller: EPT, BANK. A sitting lives through ten kills, then the next form begins.
kills=${1:-200}
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
export EPT BANK
. "$here/lib.sh"
new_learner

# The clock is asked for, then three answers and seven ticks of 40 ms in turn, in each round other answers. Every
# third round begins with three minutes in long ticks, where nothing but the time is there to be saved.
commands() { # ROUND
    awk -v round="$1" 'BEGIN {
        print "time"
        for (i = 0; i < 250 && round % 3 == 0; i++) print "tick 700"
        for (i = 0; i < 3000; i++) {
            if (i % 10 < 3) print "answer", (i * 7 + round) % 20 + 1, (i + round) % 4 + 1
            else print "tick 40"
        }
    }'
}

done=0
round=0
while [ $done -lt "$kills" ] && [ $round -lt $((kills * 2)) ]; do
    round=$((round + 1))
    commands $round >"in.$round"
    "$EPT" take --exam eps-topik-ubt --number $((done / 10 + 1)) --bank "$BANK" --data d --learner Ana \
        --clock manual <"in.$round" >"out.$round" 2>"err.$round" &
    program=$!
    # One in five dies while it starts, the others after their first answer or, in rounds of long ticks, before it.
    tries=0
    reply=saved
    [ $((round % 3)) -eq 0 ] && reply=ok
    while [ $((round % 5)) -ne 0 ] && [ $tries -lt 200 ] && ! grep -q "^$reply" "out.$round" 2>/dev/null; do
        tries=$((tries + 1))
        sleep 0.01
    done
    sleep "$(awk -v seed=$round 'BEGIN {srand(seed); printf "%.3f", 0.005 + rand() * 0.1}')"
    if kill -9 $program 2>/dev/null; then
        done=$((done + 1))
    fi
    wait $program 2>/dev/null
    echo "$round $((done > 0 ? (done - 1) / 10 + 1 : 1))" >>rounds
    if [ -s "err.$round" ]; then
        cat "err.$round"
        exit 1
    fi
done

"$EPT" log --data d --csv >log.csv || exit 1
"$EPT" log verify --data d >verify.txt || exit 1

# Replies in order belong to commands in order. saved.txt: SEQ QUESTION OPTION ROUND.
: >saved.txt
: >clock.txt
i=0
while [ $i -lt $round ]; do
    i=$((i + 1))
    awk -v round=$i '
        NR == FNR {line[FNR] = $0; next}
        /^used ms: / {used = $3; seen = 1}
        /^(ok$|saved [0-9]+$|no: )/ {
            n++
            split(line[n], word, " ")
            if ($1 == "saved" && word[1] == "answer") print $2, word[2], word[3], round >>"saved.txt"
            if ($1 == "ok" && word[1] == "tick") ticks += word[2]
        }
        END {print round, seen ? used : -1, ticks + 0, n + 0 >>"clock.txt"}
    ' "in.$i" "out.$i"
done

awk -F'[ ,]' -v kills="$done" '
    FILENAME == "saved.txt" {
        if ($1 in question) twice++
        question[$1] = $2; option[$1] = $3; round[$1] = $4; acknowledged++
        next
    }
    # A run of the program in the log begins where a section begins or goes on.
    $5 == "section" || $5 == "return" {part++; rows = 0; owner = 0; next}
    $5 == "answer" {
        logged++
        if ($1 in question) {
            found++
            if (question[$1] != $7 || option[$1] != $9) wrong++
            if (owner && owner != round[$1]) wrong++
            owner = round[$1]
        } else {
            extra[part]++
            if (extra[part] > 1) twice++
        }
    }
    END {
        lost = acknowledged - found
        printf "kills %d, answers acknowledged %d, in the log %d, lost %d, duplicated %d, wrong %d\n",
               kills, acknowledged, logged, lost, twice, wrong
        exit lost > 0 || twice > 0 || wrong > 0 || acknowledged < kills
    }' saved.txt log.csv
answers=$?

# The clock at the start of a round against the one before it and the ticks that were acknowledged since.
awk '
    NR == FNR {form[$1] = $2; next}
    $2 >= 0 && form[$1] == last_form && have {
        back = expected - $2
        if (back > worst) worst = back
        if (-back > ahead) ahead = -back
    }
    $2 >= 0 {expected = $2 + $3; have = 1; last_form = form[$1]}
    END {
        printf "clock back at most %d ms, ahead at most %d ms\n", worst, ahead
        exit worst > 5000 || ahead > 700
    }' rounds clock.txt
clock=$?
tail -n 1 verify.txt
[ $answers -eq 0 ] && [ $clock -eq 0 ]
