# SPDX-License-Identifier: MIT
# A UBT sitting by keyboard alone, the clock thirty times as fast: answers by digits and by arrows, changed, cleared,
# ruled out, flagged; all questions, submit; listening in another order; to the report and its review.
. "$here/lib.sh"
. "$here/walk.sh"
. "$here/sitting.sh"
by=keys
who=Aigul
plan eps-topik-ubt 17
rehearse 1 "" 17
n=0
while [ $n -lt 20 ]; do # to the last question, then to all of them
    rehearsed="$rehearsed
key Right"
    n=$((n + 1))
done
to_submit=$(tabs_to "$rehearsed" all.submit)
to_go=$(tabs_to "$rehearsed$(tabbed "$to_submit")" submit.go)
display_open
app_open --clock x30 || exit 1
to_home
to_exam 1 "" 17

# Over the list of all questions and the dialog to the next section.
hand_in() {
    sleep 0.2
    shot "$1-all-questions"
    tab "$to_submit"
    sleep 0.1
    shot "$1-all-questions-focus"
    press Return
    sleep 0.2
    shot "$1-submit"
    tab "$to_go"
    press Return
    sleep 0.3
}

answer() { # QUESTION
    place=$(planned "$1")
    if [ "$place" -eq 0 ]; then
        press 2 BackSpace # an answer taken back
    elif [ $(($1 % 3)) -eq 0 ] && [ "$1" -le 20 ]; then # two by two the arrows go down the columns
        down=$place # focus stands on the first option
        while [ "$down" -gt 1 ]; do press Down; down=$((down - 1)); done
        press Return
    else
        [ $(($1 % 5)) -ne 0 ] || press "shift+$((place % 4 + 1))" "$((place % 4 + 1))" # ruled out, then chosen after all
        press "$place"
    fi
    [ $(($1 % 6)) -ne 0 ] || press f
}

question=1
while [ $question -le 20 ]; do
    answer $question
    sleep 0.1
    shot "13-reading-$question"
    # Enter leads on from a chosen option, the arrow from anywhere.
    if [ $((question % 3)) -eq 0 ] && [ "$(planned $question)" -ne 0 ]; then press Return; else press Right; fi
    question=$((question + 1))
done
hand_in 15
log_has ',submit,' 10
shot 16-ready
press Return # the clock of listening starts now
log_has ',section,' 10 2
shot 17-listening

# Backwards at first: the second question is heard to its end, the first is left early and not heard again.
on_to 22 press Right
log_has ',play-end,[0-9]+,22,' 20 2
shot 18-heard-twice
answer 22
on_to 21 press Left
sleep 0.2
shot 19-left-early
answer 21
on_to 22 press Right
on_to 23 press Right
question=23
while [ $question -le 40 ]; do
    [ $question -ne 30 ] || { press F1; sleep 0.3; shot 20-help; press Escape; sleep 0.2; }
    answer $question
    sleep 0.1
    shot "20-listening-$question"
    if [ $question -lt 40 ]; then on_to $((question + 1)) press Right; else press Right; fi
    question=$((question + 1))
done
hand_in 21
log_has ',submit,' 10 2
sleep 1
still
shot 30-report
check_answers
check_report "$(points 1 20)" "$(points 21 40)"
"$ept" log verify --data "$work/copy" >/dev/null || fault "log verify"
echo "score by the keys: $(points 1 20) + $(points 21 40); events $(wc -l <"$work/log.csv")"
awk -F, '$5 == "play-start" || $5 == "play-end" { print $5, $7 }' "$work/log.csv" | sort | uniq -c |
    awk '{ n[$2 " x" $1]++ } END { for (k in n) print "recordings with " k ": " n[k] }'
key Return
still
shot 31-review
press Right
still
shot 32-review-next
app_stop
ended ubt
