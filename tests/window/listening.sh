# SPDX-License-Identifier: MIT
# A CBT whose reading runs by at x30; then the program is killed and started anew on the true clock, and the
# listening section is sat in its 25 minutes, the sound going into a file. Asked of the log: two plays of each of
# the twenty recordings, none into another. Asked of the file: sound in each play, silence between the plays.
. "$here/lib.sh"
. "$here/walk.sh"
. "$here/sitting.sh"
by=keys
who=Aida
raw=${RAW:-$work/sound.raw}
export SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE="$raw"
display_open

app_open --clock x30 || exit 1
to_home
to_exam 0
# Less than a minute of reading is left when the program dies.
press 2
log_has ',answer,' 2
log_has ',tick,14[4-9][0-9]{4},' 60
app_kill
log_now
echo "killed at: $(tail -n 1 "$work/log.csv")"

app_open || exit 1
shot 20-again
began=$(date +%s)
key Return
still
shot 21-home
key Return # home's next step is the unfinished sitting
still
shot 22-go-on
key Return
sleep 1
shot 23-reading
seldom=2 # the copies of the log must not hold up the program
question=21
while [ $question -le 40 ]; do
    log_has ",go,.*,$question,|,play-start,.*,$question," 120 || break
    # In the answer pause of most, while it plays of some.
    [ $((question % 3)) -eq 0 ] || log_has ",play-end,[0-9]*,$question,.*,2," 90
    press "$((question % 4 + 1))"
    sleep 0.5
    shot "30-listening-$question"
    press Return
    question=$((question + 1))
done
log_has ',section-over,' 200 2
sleep 4
shot 40-report
echo "seconds from start to report: $(($(date +%s) - began))"
log_now
cp "$work/log.csv" "${LOG:-$work/kept.csv}"
app_stop
"$ept" log verify --data "$data" >/dev/null || fault "log verify"
check_plays 21 40
awk -F, '$5 == "play-end" { last = $6 } $5 == "section-over" { end = $6 }
    END { printf "the last play ends at %.1f s, the section at %.1f s\n", last / 1000, end / 1000 }' "$work/log.csv"

# In the file: bell with number, then the play twice, three stretches an item, and nothing else. Both plays are as
# long as each other (within 50 ms: a play of several clips waits for the device at each), three seconds lie between
# them, and nearly a minute behind them but for the last.
od -An -v -td2 -w960 "$raw" | awk -f "$here/runs.awk" >"$work/runs.txt"
awk '{ begin[NR] = $1; long[NR] = $2 }
    END {
        for (i = 2; i <= NR; i += 3) {
            gap = begin[i + 1] - begin[i] - long[i]
            differ = long[i] - long[i + 1]
            if (differ < -50 || differ > 50) print "stretch " i ": plays of " long[i] " and " long[i + 1] " ms"
            if (gap < 2950 || gap > 3100) print "stretch " i ": " gap " ms between the plays"
            if (begin[i] - begin[i - 1] - long[i - 1] > 1100) print "stretch " i ": late behind the number"
            if (i > 2 && begin[i - 1] - begin[i - 2] - long[i - 2] < 30000) print "stretch " i ": early"
        }
        if (NR != 60) print NR " stretches of sound, not 60"
    }' "$work/runs.txt" >"$work/heard.txt"
[ ! -s "$work/heard.txt" ] || fault "$(cat "$work/heard.txt")"
echo "stretches of sound in the file: $(wc -l <"$work/runs.txt")"
ended listening
