# SPDX-License-Identifier: MIT
# calls.awk - calls that calls.txt forbids, numbers printed as long.

BEGIN {
    file = here "/calls.txt"
    while ((getline < file) > 0) {
        if (NF < 3 || $1 == "#")
            continue
        name = $1
        where[name] = $2
        sub(/^[^ ]+ +[^ ]+ +/, "")
        instead[name] = $0
    }
    close(file)
}

function allowed(name,    n, i, places)
{
    n = split(where[name], places, ",")
    for (i = 1; i <= n; i++)
        if (index(FILENAME, places[i]) == 1)
            return 1
    return 0
}

{
    was_in_comment = in_comment
    line = code($0, 0)
    rest = line
    before = " "
    while (match(rest, /[A-Za-z_][A-Za-z0-9_]*/)) {
        name = substr(rest, RSTART, RLENGTH)
        if (RSTART > 1)
            before = substr(rest, RSTART - 1, 1)
        rest = substr(rest, RSTART + RLENGTH)
        if (name in where && rest ~ /^[ ]*\(/ && before !~ /[.>0-9]/ && !allowed(name))
            fault(name ": use " instead[name])
        before = " "
    }
    in_comment = was_in_comment
    line = code($0, 1)
    if (line ~ /%[-+ 0-9.*]*l+[diux]/)
        fault("long is 32 bits wide on Windows: use int64_t and PRId64")
}
