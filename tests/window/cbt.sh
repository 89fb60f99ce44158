# SPDX-License-Identifier: MIT
# A CBT sitting by keyboard alone, the clock thirty times as fast: reading answered and waited for 0:00, listening
# running by itself, to the report.
. "$here/lib.sh"
. "$here/walk.sh"
. "$here/sitting.sh"
by=keys
who=Aida
plan eps-topik-cbt 7
display_open
app_open --clock x30 || exit 1
to_home
to_exam 0 "" 7

question=1
while [ $question -le 20 ]; do
    place=$(planned $question)
    if [ "$place" -ne 0 ]; then
        # Another one first for some: an answer may be changed until it is fixed.
        [ $((question % 4)) -ne 0 ] || press $((place % 4 + 1))
        press "$place"
        sleep 0.1
        [ $question -gt 2 ] || shot "10-pending-$question"
        press Return
        sleep 0.1
        [ $question -gt 2 ] || shot "11-fixed-$question"
        # Refused: it is fixed.
        [ $((question % 5)) -ne 0 ] || { press $((place % 4 + 1)); sleep 0.1; shot "12-refused-$question"; }
    fi
    shot "13-reading-$question"
    press Right
    sleep 0.1
    question=$((question + 1))
done
shot 14-waits-for-the-end
press Left Left Left a
sleep 0.2
shot 15-all-questions
press Escape
sleep 0.2
log_has ',tick,1[2-9][0-9]{5},' 60
shot 16-under-five-minutes
log_has ',section-over,' 60
shot 17-time-over
question=21
while [ $question -le 40 ]; do
    log_has ",play-start,[0-9]+,$question," 60 || break
    place=$(planned $question)
    if [ "$place" -ne 0 ]; then
        press "$place"
        press Return
    fi
    sleep 0.2
    shot "20-listening-$question"
    # Neither of these leads anywhere in CBT listening.
    press Left Right
    question=$((question + 1))
done
log_has ',section-over,' 60 2
sleep 2
still
shot 30-report
check_answers
check_plays 21 40
check_report "$(points 1 20)" "$(points 21 40)"
"$ept" log verify --data "$work/copy" >/dev/null || fault "log verify"
echo "score by the keys: $(points 1 20) + $(points 21 40); events $(wc -l <"$work/log.csv")"
key Tab
press Return
still
shot 31-from-the-report
app_stop
ended cbt
