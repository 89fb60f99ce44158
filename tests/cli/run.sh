#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh CASE: runs cases/CASE.sh in a folder of its own and compares what it prints with golden/CASE.txt.
# From the caller: EPT, the program; BANK, a generated bank; MAKE_BANK, what makes one; SOURCE, the tree.
# EPT_UPDATE_GOLDEN=1 writes the golden file instead; a missing one fails.
here=$(cd "$(dirname "$0")" && pwd)
case=$1
golden=$here/golden/$case.txt
export EPT BANK MAKE_BANK SOURCE
LIB=$here/lib.sh
export LIB
folder=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
cd "$folder" || exit 1
sh "$here/cases/$case.sh" >raw.txt 2>&1
code=$?
sed "s|$BANK|BANK|g; s|$SOURCE|SOURCE|g" raw.txt >out.txt
if [ $code -ne 0 ]; then
    cat out.txt
    echo "$case: its script ended with $code"
    exit 1
fi
if [ -n "$EPT_UPDATE_GOLDEN" ]; then
    cp out.txt "$golden"
    exit 0
fi
if [ ! -f "$golden" ]; then
    echo "$case: there is no $golden"
    exit 1
fi
diff -u "$golden" out.txt
