#!/bin/sh
# SPDX-License-Identifier: MIT
# globals.sh LIBRARY... - prints every variable of the built libraries that can change while the program
# runs: there are none but the log's sink and what each thread keeps for itself. Exit 1 when there is one.
set -eu
found=$(for library; do
    [ ! -e "$library" ] || objdump -t "$library" | awk -v library="${library##*/}" '
        /: +file format/ { object = $1; sub(/:$/, "", object) }
        match($0, / O \.(data|bss)[^ \t]*/) {
            section = substr($0, RSTART + 3, RLENGTH - 3)
            if (section ~ /^\.data\.rel\.ro/ || (object == "log.c.o" && $NF == "out"))
                next
            print library ": " object ": " $NF
        }'
done | sort)
[ -z "$found" ] || { printf '%s\n' "$found" && exit 1; }
