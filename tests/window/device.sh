# SPDX-License-Identifier: MIT
# The sound's device goes away in the window: the output is a file on a full device (/dev/full), later a good one.
# The sound check says so; in listening the strip says so, the section's clock stands, Retry brings the sound back
# and the play that was broken is heard again from its start.
. "$here/lib.sh"
. "$here/walk.sh"
by=keys
who=Era
export SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE="$work/sound"
good() { ln -sf "$work/sound.raw" "$work/sound"; }
full() { ln -sf /dev/full "$work/sound"; }
rehearse 1
submit_at=$(middle_of "$rehearsed
key A" all.submit)
last_at=$(middle_of "$rehearsed
key A
click-id all.submit
click-id submit.go
click-id ready.start" exam.cell.40)
go_at=$(middle_of "$rehearsed
key A
click-id all.submit" submit.go)
display_open

# --- at the sound check: said, and "I hear it" stays shut ---
full
app_open || exit 1
to_home
use rail.exam
use setup.kind.1
use setup.start
use instructions.skip
press Return
sleep 2
shot 10-sound-check-no-device
good
press Return
sleep 8
shot 11-sound-check-again
lines="$lines
key Enter
wait 10000"
use sound_check.heard
use ready.start
use warm_up.skip
use ready.start
log_has ',section,' 5

# --- in listening ---
full
press 2 a
still
# shellcheck disable=SC2086
xdotool mousemove $submit_at click 1 sleep 0.5 mousemove $go_at click 1 mousemove 4 4
log_has ',submit,' 5
press Return # ready
sleep 6
shot 20-no-sound
log_now
cp "$work/log.csv" "$work/lost.csv"
sleep 6
log_now
# No time has run and nothing counts as played.
cmp -s "$work/lost.csv" "$work/log.csv" || fault "the section went on without sound: $(tail -n 1 "$work/log.csv")"
! grep -q ',play-' "$work/log.csv" || fault "a play was counted"

# --- still no device; then a good one ---
# Enter is Retry, each time.
press Return
sleep 1
shot 21-still-none
good
press Return
log_has ',play-end,[0-9]+,21,' 40 2
shot 22-sounds-again
app_kill

# --- the output fails in the middle of a play: the file cannot grow any more; then it can ---
limit=2048
app_open || exit 1
key Return
still
key Return
still
key Return
log_has ',return,' 5
# shellcheck disable=SC2086
xdotool mousemove $last_at click 1 mousemove 4 4
log_has ',play-start,[0-9]+,40,' 20
shot 30-plays
log_has ',play-broken,[0-9]+,40,' 20
sleep 1
shot 31-broken
log_now
cp "$work/log.csv" "$work/lost.csv"
broken=$(tail -n 1 "$work/log.csv" | cut -d, -f6)
sleep 12
log_now
cmp -s "$work/lost.csv" "$work/log.csv" || fault "the section went on without sound: $(tail -n 1 "$work/log.csv")"
prlimit --pid "$app" --fsize=unlimited:unlimited 2>/dev/null || prlimit --pid "$app" --fsize=unlimited
press Return
log_has ',play-end,[0-9]+,40,' 60 2
shot 32-heard-twice
awk -F, '$7 == 40 && $5 ~ /play/ { printf "%s at %d; ", $5, $6 } END { print "" }' "$work/log.csv"
next=$(awk -F, -v b="$broken" '$5 == "play-start" && $7 == 40 { at = $6; n++; if (n == 2) print at - b }' "$work/log.csv")
# Countdown, bell and number come again, six seconds; the twelve without sound do not count.
[ "${next:-9999}" -le 9000 ] || fault "the clock ran while there was no sound: $next ms to the next play"
app_kill
"$ept" log verify --data "$data" >/dev/null || fault "log verify"
ended device
