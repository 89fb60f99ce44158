# SPDX-License-Identifier: MIT
# A UBT sitting by mouse alone, the clock thirty times as fast: the next form for somebody new, answers, flags,
# jumps by the grid, volume, text size, submit; to the report and its review. No key is pressed.
. "$here/lib.sh"
. "$here/walk.sh"
. "$here/sitting.sh"
by=mouse
who=Bolat

# Where each step's control is, learnt before the exam from the mirror: lines "NAME X Y" into places.txt.
learn() { # LINES; lines "# NAME ID" in it ask for the middle of ID
    asked=$(printf '%s\n' "$1" | awk '$1 == "#" { print "list"; next } { print }')
    mirror "$asked" >"$work/learnt.txt"
    printf '%s\n' "$1" | awk '$1 == "#" { print $2, $3 }' >"$work/asked.txt"
    awk 'NR == FNR { name[NR] = $1; id[NR] = $2; next }
        /^screen/ { list++ }
        list in id && $1 == id[list] {
            split($2, at, ","); split($3, size, "x")
            print name[list], int(at[1] + size[1] / 2), int(at[2] + size[2] / 2) }' \
        "$work/asked.txt" "$work/learnt.txt" >"$work/places.txt"
}

at() { # NAME: a click there, without waiting for the picture: the clock changes it anyway
    where=$(awk -v name="$1" '$1 == name { print $2, $3; exit }' "$work/places.txt")
    # shellcheck disable=SC2086
    if [ -n "$where" ]; then xdotool mousemove $where sleep 0.03 click 1 sleep 0.05; else fault "no place for $1"; fi
}

# The whole exam in the mirror: for each question its option, the way on, then the hand-in.
section_lines() { # FIRST
    q=$1
    while [ "$q" -lt $(($1 + 20)) ]; do
        p=$(planned $q)
        printf '# answer-%d exam.option.%d\n# next-%d exam.next\n' "$q" "${p:-1}" "$q"
        [ "$q" -ne "$1" ] || printf '# flag-%d exam.flag\n# cell-%d exam.cell.%d\n' "$q" "$q" $((q + 4))
        [ "$p" -eq 0 ] || echo "click-id exam.option.$p"
        echo "click-id exam.next"
        q=$((q + 1))
    done
    printf '# submit-%d all.submit\nclick-id all.submit\n# go-%d submit.go\nclick-id submit.go\n' "$1" "$1"
}

# Places only: which of them is right is not known for a form without a number.
awk 'BEGIN { for (q = 1; q <= 40; q++) print q, q % 10 == 3 ? 0 : q % 4 + 1 }' >"$work/plan.txt"
rehearse 1
learn "$rehearsed
$(section_lines 1)
# ready ready.start
click-id ready.start
# volume exam.volume
$(section_lines 21)"
"$ept" learner add "$who" --lang "$lang" --data "$data" >/dev/null
display_open
app_open --clock x30 || exit 1
to_home
to_exam 1

sit() { # FIRST
    question=$1
    while [ "$question" -lt $(($1 + 20)) ]; do
        [ "$(planned "$question")" -eq 0 ] || at "answer-$question"
        [ "$question" -ne "$1" ] || { at "flag-$1"; sleep 0.1; shot "12-flagged-$1"; at "flag-$1"; }
        sleep 0.1
        shot "13-question-$question"
        if [ "$1" -eq 21 ] && [ "$question" -lt 40 ]; then
            on_to $((question + 1)) at "next-$question"
        else
            at "next-$question"
        fi
        question=$((question + 1))
    done
    sleep 0.2
    shot "14-all-$1"
    at "submit-$1"
    sleep 0.2
    shot "15-submit-$1"
    at "go-$1"
    sleep 0.3
}

sit 1
log_has ',submit,' 10
at ready
at volume
shot 16-volume
log_has ',play-end,[0-9]+,21,' 20 2
sit 21
log_has ',submit,' 10 2
sleep 1
still
shot 30-report
check_answers
right() { awk -F, -v first="$1" '$5 == "answer" && $7 >= first && $7 < first + 20 { got[$7] = $10 }
    END { for (q in got) n += got[q] == 0; print n * 5 }' "$work/log.csv"; }
check_report "$(right 1)" "$(right 21)"
echo "score by the keys: $(right 1) + $(right 21)"
"$ept" log verify --data "$work/copy" >/dev/null || fault "log verify"
lines="click-id profiles.card.0
click-id rail.results
click-id results.row.0"
rm -rf "$work/read"
cp -r "$work/copy" "$work/read"
at_review=$(printf '%s\nlist\n' "$lines" >"$work/r.txt"
    "$build/eps-topik" --script "$work/r.txt" --data "$work/read" --bank "$bank" --lang "$lang" |
        awk '$1 == "report.review" { split($2, a, ","); split($3, s, "x"); print int(a[1] + s[1] / 2), int(a[2] + s[2] / 2) }')
# shellcheck disable=SC2086
click $at_review
still
shot 31-review
app_stop
ended mouse
