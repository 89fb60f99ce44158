#!/bin/sh
# SPDX-License-Identifier: MIT
# samples.sh CHECK - runs a check on the small trees in samples/CHECK and compares what it finds, line by
# line, with the file "expect" of each. A check that finds nothing where it should is worse than none.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
check=$1
status=0
seen=0

for sample in "$here/samples/$check"/*/; do
    code=0
    found=$(sh "$here/check.sh" "$check" "$sample") || code=$?
    expected=$(cat "${sample}expect")
    # A compiler words its faults as it likes: there the first words count.
    [ "$check" != headers ] || found=$(printf '%s\n' "$found" | sed 's/\(alone\):.*/\1/')
    case $(printf '%s\n' "$expected" | grep -v -c -e ': note: ' -e '^$') in
    0) expected_code=0 ;;
    *) expected_code=1 ;;
    esac
    if [ "$found" != "$expected" ] || [ "$code" != "$expected_code" ]; then
        printf '%s: exit %s, found:\n%s\nexpected exit %s:\n%s\n' \
            "$sample" "$code" "$found" "$expected_code" "$expected"
        status=1
    fi
    seen=$((seen + 1))
done
[ "$seen" -ge 2 ] || { echo "samples of $check: a good and a bad one are needed" && status=1; }
exit $status
