# SPDX-License-Identifier: MIT
# lib.sh - a display, the program's window on it, keys and pointer, the record as it stands on the disk.
# From the caller: build (folder), shots (folder or empty). POSIX sh, Xvfb, xdotool, ImageMagick.

ept=$build/ept
bank=$build/core.bank
work=$(mktemp -d) || exit 1
data=$work/data
server=
app=
window=
faults=0
lang=ru

cleanup() {
    [ -z "$app" ] || kill -9 "$app" 2>/dev/null
    [ -z "$server" ] || kill "$server" 2>/dev/null
    ! mountpoint -q "$work/mounted" 2>/dev/null || umount "$work/mounted"
    rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 1' INT TERM

fault() { # WHAT
    echo "FAULT: $*"
    faults=$((faults + 1))
}

ended() { # NAME OF THE TEST
    if [ "$faults" -eq 0 ]; then echo "passed: $1"; else echo "FAILED: $1, $faults faults"; fi
    [ "$faults" -eq 0 ]
}

display_open() { # SIZE
    mkfifo "$work/display"
    size=${1:-1280x800}
    Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset 3>"$work/display" >/dev/null 2>&1 &
    server=$!
    read -r screen <"$work/display"
    export DISPLAY=":$screen"
}

# --- the program ---

app_open() { # OPTION...
    (
        # With a limit (blocks of 512 bytes) no file grows beyond it, as on a full disk.
        [ -z "${limit-}" ] || { trap '' XFSZ; ulimit -S -f "$limit"; }
        exec "$build/eps-topik" --data "$data" --bank "$bank" --lang "$lang" "$@"
    ) 2>"$work/app.err" &
    app=$!
    window=
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        window=$(xdotool search --onlyvisible --pid "$app" 2>/dev/null | head -n 1)
        [ -z "$window" ] || break
        sleep 0.25
    done
    [ -n "$window" ] || { fault "no window: $(cat "$work/app.err")"; return 1; }
    xdotool windowfocus "$window" mousemove 4 4
    still
}

app_kill() {
    kill -9 "$app" 2>/dev/null
    wait "$app" 2>/dev/null
    app=
}

# Ends the program as the system does; in an exam it would ask, so it is not waited for.
app_stop() {
    kill -TERM "$app" 2>/dev/null
    sleep 1
    kill -9 "$app" 2>/dev/null
    wait "$app" 2>/dev/null
    app=
}

# --- the picture on the display ---

look() { import -window root rgb:- 2>/dev/null | cksum; }

# Waits until the picture does not change any more (exams: a second passes between changes).
still() {
    [ -z "${dry-}" ] || return 0
    was=
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        now=$(look)
        [ "$now" != "$was" ] || return 0
        was=$now
        sleep 0.1
    done
}

shot() { # NAME
    [ -z "$shots" ] || [ -n "${dry-}" ] || import -window root "$shots/$1.png"
}

# --- keys and pointer ---

press() { xdotool key --delay 30 "$@"; }

# A key, or a click at X Y, after which the screen must look otherwise.
key() { # KEY
    was=$(look)
    press "$1"
    changed "key $1"
}

click() { # X Y
    was=$(look)
    xdotool mousemove "$1" "$2" sleep 0.05 click 1
    changed "click at $1 $2"
}

changed() { # AFTER WHAT
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
        [ "$(look)" = "$was" ] || return 0
        sleep 0.1
    done
    fault "nothing changed after $1"
}

# --- the mirror: the same steps without a window tell the rectangles and the focus ---

# mirror LINES: the program's output for the lines of a script, over an empty folder.
mirror() {
    printf 'size %s\nlang %s\n%s\nlist\n' "${size:-1280x800}" "$lang" "$1" >"$work/mirror.txt"
    rm -rf "$work/mirror"
    [ "$by" = keys ] || "$ept" learner add "$who" --lang "$lang" --data "$work/mirror" >/dev/null
    "$build/eps-topik" --script "$work/mirror.txt" --data "$work/mirror" --bank "$bank" --lang "$lang"
}

# How many Tabs lead to ID on the screen that LINES lead to.
tabs_to() { # LINES ID
    n=0
    tabs=
    while [ "$n" -lt 40 ]; do
        tabs="$tabs
list
key Tab"
        n=$((n + 1))
    done
    mirror "$1$tabs" | awk -v id="$2" '/^screen/ { if ($NF == id) { print n + 0; exit } n++ }'
}

# The middle of ID on the screen that LINES lead to.
middle_of() { # LINES ID
    mirror "$1" | awk -v id="$2" '$1 == id {
        split($2, at, ","); split($3, size, "x"); print int(at[1] + size[1] / 2), int(at[2] + size[2] / 2) }'
}

# --- the record ---

# The log of the file as it stands on the disk, while the program runs: of a copy, for there is one holder only.
log_now() { # -> log.csv
    for _ in 1 2 3 4 5; do
        rm -rf "$work/copy"
        mkdir "$work/copy"
        cp "$data"/user.db* "$work/copy/" 2>/dev/null
        "$ept" log --data "$work/copy" --csv >"$work/log.csv" 2>/dev/null && return 0
        sleep 0.1
    done
    : >"$work/log.csv"
    return 1
}

# Waits until the log has a line that matches, or as many as COUNT; SECONDS at most.
log_has() { # PATTERN SECONDS [COUNT]
    tries=$(($2 * 5))
    [ -z "${seldom-}" ] || tries=$(($2 / 2))
    while [ "$tries" -gt 0 ]; do
        log_now
        [ "$(grep -c -E "$1" "$work/log.csv")" -lt "${3:-1}" ] || return 0
        tries=$((tries - 1))
        sleep "${seldom:-0.2}"
    done
    fault "no ${3-} event like $1 in $2 s"
    return 1
}
