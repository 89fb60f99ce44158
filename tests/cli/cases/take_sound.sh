# On the real clock: without a device the section waits and says so, again after each try; with one a play is heard
# while no command comes.
. "$LIB"
new_learner
wait_for() { # LINE TIMES
    while [ "$(grep -c "^$1\$" sitting)" -lt "$2" ]; do sleep 0.05; done
}
listen() { # DRIVER EXAM
    mkfifo commands
    : >sitting
    SDL_AUDIODRIVER=$1 "$EPT" take --exam "$2" --section listening --number 1 --bank "$BANK" --data d --learner Ana \
        <commands >sitting &
    exec 3>commands
    rm commands
}
say no device
listen nowhere eps-topik-ubt
wait_for 'sound lost' 1
echo play >&3
wait_for 'sound lost' 2
echo quit >&3
exec 3>&-
wait
grep -v -e '^option' -e '^instruction' sitting | sed 's|^saved .*|saved|'
"$EPT" log --data d --csv | cut -d, -f5 | grep -c play-start
say a device
listen dummy practice
wait_for 'play over' 1
exec 3>&-
wait
grep '^play' sitting
"$EPT" log --data d --csv | cut -d, -f5 | grep play
