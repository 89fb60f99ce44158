# SPDX-License-Identifier: MIT
# runs.awk - stretches of sound in a file of samples: a line "BEGIN LENGTH" in ms for each stretch that is parted
# from the next by 700 ms of silence. Input: od -An -v -td2 -w960, ten ms of 48 kHz a line.

{
    loud = 0
    for (i = 1; i <= NF; i += 4)
        if ($i > 60 || $i < -60) { loud = 1; break }
    if (loud) {
        if (!open) begin = NR
        open = 1
        last = NR
    } else if (open && NR - last > 70) {
        print begin * 10 - 10, (last - begin + 1) * 10
        open = 0
    }
}
END { if (open) print begin * 10 - 10, (last - begin + 1) * 10 }
