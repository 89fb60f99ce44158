# SPDX-License-Identifier: MIT
# What is wrong from the start: with the bank, with the folder of results, with the fonts, with the window's size.
# The window comes up all the same and says one sentence; the program without its window agrees which screen it is.
. "$here/lib.sh"
. "$here/walk.sh"
by=keys
who=Erlan
good=$bank
export SDL_AUDIODRIVER=dummy
display_open

# The window with whatever $bank, $data and the environment are now, and a picture of it.
case_shows() { # NAME SCREEN
    app_open || return
    kill -0 "$app" 2>/dev/null || fault "$1: the program has ended"
    shot "$1"
    app_stop
    ! grep -E 'Assertion|Segmentation|ERROR: Addr' "$work/app.err" || fault "$1"
    echo "expect-screen $2" >"$work/case.txt"
    "$build/eps-topik" --script "$work/case.txt" --data "$data" --bank "$bank" --lang "$lang" >"$work/case.out" 2>&1 ||
        fault "$1: $(tail -n 1 "$work/case.out")"
    app=
}

# --- the bank ---
bank=$work/missing.bank
case_shows 01-bank-missing fault
bank=$work/short.bank
head -c 100000 "$good" >"$bank"
case_shows 02-bank-truncated fault
bank=$work/text.bank
echo "This is not a bank." >"$bank"
case_shows 03-bank-not-sqlite fault
bank=$work/empty.bank
: >"$bank"
case_shows 04-bank-empty fault
bank=$work/newer.bank
cp "$good" "$bank"
printf '\377' | dd of="$bank" bs=1 seek=62 conv=notrunc 2>/dev/null # user_version
case_shows 05-bank-newer fault
bank=$work/flipped.bank
cp "$good" "$bank"
printf '\377' | dd of="$bank" bs=1 seek=28 conv=notrunc 2>/dev/null # size in pages
case_shows 06-bank-flipped-header fault
bank=$good

# --- the folder of results ---
data=/proc/eps-topik
case_shows 10-data-nowhere fault
data=$work/newer
mkdir "$data"
"$ept" learner add Aida --data "$data" >/dev/null
printf '\377' | dd of="$data/user.db" bs=1 seek=62 conv=notrunc 2>/dev/null
before=$(cksum <"$data/user.db")
case_shows 11-data-newer fault
[ "$(cksum <"$data/user.db")" = "$before" ] || fault "the newer file was changed"
data=$work/text
mkdir "$data"
echo "This is not a database." >"$data/user.db"
case_shows 12-data-not-sqlite fault
data=$work/held
"$ept" learner add Aida --data "$data" >/dev/null
app_open || exit 1
holder=$app
case_shows 13-data-held fault
kill -9 "$holder"
wait "$holder" 2>/dev/null
data=$work/mounted
mkdir "$data"
if mount -t tmpfs -o ro none "$data" 2>/dev/null; then
    case_shows 14-data-read-only-mount fault
    umount "$data"
    mount -t tmpfs -o size=64k none "$data"
    head -c 65536 /dev/zero >"$data/fill" 2>/dev/null
    case_shows 15-data-full fault
    umount "$data"
    # Room at first; full in the middle of an exam, then room again.
    mount -t tmpfs -o size=8m none "$data"
    app_open || exit 1
    hear=8
    to_home
    to_exam 1
    press 1
    log_has ',answer,' 5
    head -c 9000000 /dev/zero >"$data/fill" 2>/dev/null
    press Right
    sleep 0.5
    press 2
    sleep 1
    shot 16-full-in-the-exam
    sleep 6
    press 3
    sleep 1
    shot 17-still-full
    rm "$data/fill"
    sleep 2
    press 4
    log_has ',answer,.*,4,' 5
    shot 18-room-again
    app_kill
    log_now
    cut -d, -f5,6,7,9 "$work/log.csv" | tr '\n' ' '
    echo
    "$ept" log verify --data "$work/copy" >/dev/null || fault "log verify after a full disk"
    umount "$data"
else
    echo "left out: read-only and full folders (mounting is not allowed here)"
fi

# --- fonts ---
data=$work/data
cp -r "$here/../../assets" "$work/assets"
sed 's|/[^ ]*/|/nowhere/|' "$here/../../assets/fonts/fonts.txt" >"$work/assets/fonts/fonts.txt"
export EPT_ASSETS="$work/assets"
case_shows 20-no-fonts fault
unset EPT_ASSETS

# --- a small display ---
kill "$server"
wait "$server" 2>/dev/null
rm -f "$work/display"
display_open 800x600
shots=${shots:+$shots/small}
[ -z "$shots" ] || mkdir -p "$shots"
data=$work/small
lines=
app_open --clock x30 || exit 1
to_home
to_exam 1
press 2
sleep 0.2
shot 10-answered
press Right
sleep 0.2
shot 11-next
press a
sleep 0.2
shot 12-all-questions
app_kill
log_now
grep -q ',answer,.*,2,' "$work/log.csv" || fault "no answer was saved in the small window"
ended faults
