# SPDX-License-Identifier: MIT
# walk.sh - the way from the picker of profiles to the first question, by keyboard alone or by mouse
# alone. The mirror (lib.sh) lives through the same steps in `lines` and tells where things are.
# Set by the caller: by = keys or mouse; who = the learner's name.

lines=
dry=

# Uses the control ID of the screen at hand, with $by = keys: as many Tabs as lead to it, then Enter;
# with $by = mouse: a click into its middle.
use() { # ID
    way "$1" && go
}

# The way to ID, looked for on the screen that `lines` lead to, which then lead on over it; `go` goes it. Where a clock
# runs at x30, ways are looked for before it begins, and gone in turn.
ways=
way() { # ID
    if [ "$by" = mouse ]; then
        step=$([ -n "$dry" ] || middle_of "$lines" "$1" | tr ' ' ,)
        [ -n "$step$dry" ] || { fault "$1 is not on the screen"; return 1; }
        lines="$lines
click-id $1"
    else
        step=$(tabs_to "$lines" "$1")
        [ -n "$step" ] || { fault "Tab never leads to $1"; return 1; }
        lines="$lines$(tabbed "$step")"
    fi
    ways="$ways $step"
}

go() {
    step=${ways# }
    step=${step%% *}
    ways=${ways# }
    ways=${ways#"$step"}
    [ -z "$dry" ] || return 0
    if [ "$by" = mouse ]; then
        click "${step%,*}" "${step#*,}"
    else
        tab "$step"
        [ -n "${hurry-}" ] || still
        key Return
    fi
    [ -n "${hurry-}" ] || still
}

# Lines of the mirror: so many Tabs, then Enter.
tabbed() { # COUNT
    awk -v n="$1" 'BEGIN { while (n-- > 0) printf "\nkey Tab"; printf "\nkey Enter" }'
}

tab() { # COUNT
    tabs=$1
    while [ "$tabs" -gt 0 ]; do
        press Tab
        tabs=$((tabs - 1))
    done
}

put() { [ -n "$dry" ] || xdotool type --delay 40 "$1"; }

# From the picker to home: by keyboard as a new person, by mouse as one who is there.
to_home() {
    shot 01-profiles
    if [ "$by" = mouse ]; then
        use profiles.card.0
    else
        [ -n "$dry" ] || key n
        put "$who"
        still
        shot 02-new-profile
        [ -n "$dry" ] || key Return
        lines="key N
type \"$who\"
key Enter"
    fi
    still
    shot 03-home
}

# From home over set-up, instructions and sound check to the exam, or to its warm-up when $2 = warm-up.
to_exam() { # KIND (0 CBT, 1 UBT, 3 law) [warm-up] [FORM NUMBER, by keyboard]
    use rail.exam
    [ "$1" -eq 0 ] || use "setup.kind.$1" # 0 is chosen already
    if [ -n "${3-}" ]; then
        use setup.form.1
        put "$3"
        still
        lines="$lines
type \"$3\""
    fi
    shot 04-set-up
    use setup.start
    shot 05-instructions
    use instructions.skip
    shot 06-sound-check
    use sound_check.play
    [ -n "$dry" ] || sleep "${hear:-1}"
    shot 07-sound-heard
    lines="$lines
wait 10000"
    use sound_check.heard
    shot 07-ready
    way ready.start
    [ "${2-}" = warm-up ] || way warm_up.skip
    go
    shot 08-warm-up
    if [ "${2-}" != warm-up ]; then
        hurry=1
        go
        hurry=
        still
        use ready.start
    fi
    [ -n "$dry" ] || log_has ',section,' 5
    shot 09-first-question
}

# The same steps without the window: `lines` then stand for the exam's first question.
rehearse() { # as to_exam
    dry=1
    lines=
    to_home
    to_exam "$@"
    dry=
    rehearsed=$lines
    lines=
}
