# SPDX-License-Identifier: MIT
# sitting.sh - the answers of a sitting that were planned, and whether log, score and report agree.

# plan EXAM NUMBER: lines "QUESTION PLACE KEY" into plan.txt; some answers are wrong, each tenth is left out.
plan() {
    "$ept" form --exam "$1" --number "$2" --bank "$bank" | awk '{
        key = index($5, "0")
        place = NR % 4 == 0 || (NR > 20 && NR % 5 == 1) ? key % 4 + 1 : key
        if (NR % 10 == 7) place = 0
        print $1, place, key }' >"$work/plan.txt"
}

planned() { # QUESTION
    awk -v q="$1" '$1 == q { print $2 }' "$work/plan.txt"
}

# The last answer to each question in the log against the plan; questions without a plan are not asked for.
check_answers() {
    log_now
    awk -F'[ ,]' 'FILENAME ~ /plan/ { want[$1] = $2; next }
        $5 == "answer" { got[$7] = $9; said[$7] = $10 }
        $5 == "clear" { got[$7] = 0 }
        END { for (q in want) if (got[q] + 0 != want[q])
            printf "question %d: planned %d, saved %d\n", q, want[q], got[q] }' \
        "$work/plan.txt" "$work/log.csv" >"$work/differs.txt"
    [ ! -s "$work/differs.txt" ] || fault "$(cat "$work/differs.txt")"
}

# Points of a section (first and last question) by the plan, at 5 each.
points() { # FIRST LAST
    awk -v first="$1" -v last="$2" '$1 >= first && $1 <= last && $2 == $3 { n++ } END { print n * 5 }' "$work/plan.txt"
}

# Exactly two plays of each question from FIRST to LAST, one inside no other.
check_plays() { # FIRST LAST
    awk -F, -v first="$1" -v last="$2" '
        $5 == "play-start" { if (open) print "question " $7 ": begins while " open " plays"; open = $7 }
        $5 == "play-end" { if (open != $7) print "question " $7 ": ends, playing is " open; open = 0; n[$7]++ }
        $5 == "play-broken" { open = 0 }
        END { for (q = first; q <= last; q++) if (n[q] != 2) print "question " q ": " n[q] + 0 " plays" }
    ' "$work/log.csv" >"$work/plays.txt"
    [ ! -s "$work/plays.txt" ] || fault "$(head -n 5 "$work/plays.txt")"
}

# The report of the newest sitting, read from a copy of the person's file by the program without its window.
# Says "total READING LISTENING" when it shows these.
check_report() { # READING LISTENING
    log_now
    rm -rf "$work/read"
    cp -r "$work/copy" "$work/read"
    {
        echo "lang $lang"
        printf 'click-id profiles.card.0\nclick-id rail.results\nclick-id results.row.0\nexpect-screen report\n'
        printf 'expect "%s"\nexpect "%s"\nexpect "%s"\nlist\n' "$(($1 + $2))" "$1" "$2"
    } >"$work/read.txt"
    "$build/eps-topik" --script "$work/read.txt" --data "$work/read" --bank "$bank" --lang "$lang" >"$work/read.out" 2>&1 ||
        fault "report: $(tail -n 1 "$work/read.out")"
}

# To another question: where the first try only warns that a recording is lost by it, a second one goes there.
on_to() { # QUESTION, then what leads there
    to=$1
    shift
    "$@"
    sleep 0.3
    log_now
    [ "$(awk -F, '$5 == "go" { at = $7 } END { print at + 0 }' "$work/log.csv")" -eq "$to" ] || "$@"
}
