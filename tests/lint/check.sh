#!/bin/sh
# SPDX-License-Identifier: MIT
# check.sh CHECK ROOT - looks through the source tree at ROOT and prints "FILE:LINE: what is wrong" for
# each fault; exit 1 when there is one. Lines with "note:" are printed and do not count.
# CHECK is floors, calls, shape, mentions or headers.
set -eu
LC_ALL=C
export LC_ALL
here=$(cd "$(dirname "$0")" && pwd)
check=$1
cd "$2"

# Files below the given places that match the find expression, without other people's bytes.
files()
{
    places=
    while [ "$1" != -- ]; do
        [ ! -e "$1" ] || places="$places $1"
        shift
    done
    shift
    [ -z "$places" ] || find $places \( -path tests/lint/samples -o -path tests/golden \
        -o -path tests/data \) -prune -o -type f \( "$@" \) -print | sort
}

scan()
{
    xargs awk -v here="$here" -f "$here/strip.awk" -f "$here/$check.awk" /dev/null
}

each_header_alone()
{
    for header in include/epstopik/*.h; do
        echo "#include \"epstopik/${header##*/}\"" |
            "${CC:-cc}" -std=c11 -Wall -Wextra -Wpedantic -Werror -Iinclude -fsyntax-only -x c - 2>&1 |
            awk -v h="$header" 'NR == 1 { printf "%s:1: does not compile alone: %s\n", h, $0 }'
    done
}

case $check in
floors) faults=$(files src include -- -name '*.[ch]' | scan) ;;
calls) faults=$(files src include tests -- -name '*.[ch]' | scan) ;;
shape) faults=$(files src include tests assets questions CMakeLists.txt README.md -- -name '*.[ch]' \
    -o -name '*.txt' -o -name '*.cmake' -o -name '*.awk' -o -name '*.sh' -o -name '*.sql' \
    -o -name '*.yaml' -o -name '*.md' -o -name '*.svg' -o -name run | scan) ;;
mentions) faults=$(files src include tests assets questions CMakeLists.txt README.md LICENSE .ci \
    -- ! -name '*.png' ! -name '*.opus' ! -path 'tests/lint/*' | scan) ;;
headers) faults=$(each_header_alone) ;;
*)
    echo "check.sh: no such check: $check" >&2
    exit 2
    ;;
esac

[ -z "$faults" ] || printf '%s\n' "$faults"
! printf '%s\n' "$faults" | grep -v -e ': note: ' -e '^$' > /dev/null
