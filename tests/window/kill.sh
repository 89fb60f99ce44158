# SPDX-License-Identifier: MIT
# Kills the program again and again at a random moment while answers are typed into a UBT sitting on the true clock.
# The program is first stopped in its tracks and looked at: what the grid then shows as answered must be in the log
# after the kill, once; what the log had before must still be there; the clock goes back five seconds at most.
. "$here/lib.sh"
. "$here/walk.sh"
by=keys
who=Dana
kills=${KILLS:-20}
export SDL_AUDIODRIVER=dummy
rehearse 1
submit_at=$(middle_of "$rehearsed
key A" all.submit)
go_at=$(middle_of "$rehearsed
key A
click-id all.submit" submit.go)
display_open
app_open || exit 1
hear=8
to_home
to_exam 1
log_now
cp "$work/log.csv" "$work/before.csv"
first=1 # question of the section
worst=0
lost=0
shown=0

# Keys as a hasty learner presses them, until the program is gone.
typist() { # ROUND
    awk -v seed="$1" 'BEGIN { srand(seed)
        for (i = 0; i < 400; i++) {
            r = rand()
            print r < 0.62 ? int(rand() * 4) + 1 : r < 0.79 ? "Right" : r < 0.93 ? "Left" : r < 0.97 ? "f" : "BackSpace"
        } }' | while read -r k; do
        kill -0 "$app" 2>/dev/null || break
        xdotool key "$k"
        sleep 0.02
    done
}

# Numbers of the questions whose cell is filled in the picture.
filled() { # PICTURE
    q=0
    while [ $q -lt 20 ]; do
        printf '%%[pixel:p{%d,%d}] %d\\n' $((968 + q % 5 * 56 + 6)) $((145 + q / 5 * 56 + 40)) $((first + q))
        q=$((q + 1))
    done >"$work/ask.txt"
    convert "$1" -format "$(cat "$work/ask.txt")" info: |
        awk '$1 ~ /\(29,75,158|\(11,102,109|1D4B9E|0B666D/ { print $2 }'
}

check_log() { # KILLED AT, UTC IN MS
    "$ept" log verify --data "$work/copy" >"$work/verify.txt" || fault "round $round: $(cat "$work/verify.txt")"
    # What was there is there: the old lines are the beginning of the new ones.
    head -n "$(wc -l <"$work/before.csv")" "$work/log.csv" | cmp -s - "$work/before.csv" ||
        fault "round $round: the log does not begin as it was"
    awk -F, '$5 == "answer" { if (at[$7] == $9) print "question " $7 " answered twice with " $9; at[$7] = $9 }
        $5 == "clear" { at[$7] = 0 }
        END { for (q in at) if (at[q]) print q >out }' out="$work/answered.txt" "$work/log.csv" >"$work/twice.txt"
    [ ! -s "$work/twice.txt" ] || fault "round $round: $(cat "$work/twice.txt")"
    for q in $(filled "$work/frozen.png"); do
        shown=$((shown + 1))
        # The grid may still show an answer whose clearing is saved.
        grep -q "^$q$" "$work/answered.txt" || {
            tail -n 1 "$work/log.csv" | grep -q ',clear,' || { fault "round $round: question $q was shown as saved"; lost=$((lost + 1)); }
        }
    done
}

round=1
while [ "$round" -le "$kills" ]; do
    typist "$round" &
    keys=$!
    sleep "$(awk -v seed="$round" 'BEGIN { srand(seed); printf "%.2f", 0.3 + rand() * 7 }')"
    kill -STOP "$app"
    at=$(date -u +%s%3N)
    import -window root "$work/frozen.png"
    [ "$round" -gt 3 ] || shot "10-frozen-$round"
    app_kill
    wait $keys
    log_now
    check_log
    tail -n 1 "$work/log.csv" | cut -d, -f2,6 | tr , ' ' >"$work/last.txt"
    read -r utc active <"$work/last.txt"
    then=$(date -u -d "$utc" +%s%3N)
    real=$((active + at - then))
    cp "$work/log.csv" "$work/before.csv"

    app_open || exit 1
    key Return # the profile that was here last
    still
    key Return # home: go on
    still
    key Return # yes
    log_has ',return,' 10 "$round"
    sleep 0.5
    [ "$round" -gt 3 ] || shot "11-resumed-$round"
    back=$((real - $(grep ',return,' "$work/log.csv" | tail -n 1 | cut -d, -f6)))
    [ "$back" -le "$worst" ] || worst=$back
    [ "$back" -le 5000 ] && [ "$back" -ge -50 ] || fault "round $round: the clock went back $back ms"
    import -window root "$work/resumed.png"
    # shellcheck disable=SC2046
    [ "$(printf '%s ' $(filled "$work/resumed.png") | wc -w)" -eq "$(wc -l <"$work/answered.txt" | tr -d ' ')" ] ||
        [ "$first" -ne 1 ] || fault "round $round: the grid shows other answers than the log"
    if [ "$round" -eq 14 ]; then # the rest of the kills in listening
        press a
        still
        # shellcheck disable=SC2086
        xdotool mousemove $submit_at click 1 sleep 0.5 mousemove $go_at click 1 sleep 0.5 mousemove 4 4
        log_has ',submit,' 5
        press Return # ready
        first=21
        shot 12-listening
    fi
    round=$((round + 1))
done
app_kill
log_now
check_log
echo "kills $kills, answers in the log $(grep -c ',answer,' "$work/log.csv"), seen as saved $shown, of these lost $lost," \
    "clock back at most $worst ms"
[ "$shown" -ge "$kills" ] || fault "too few answers were seen"
ended kill
