# SPDX-License-Identifier: MIT
# floors.awk - includes against the table of floors.txt.

function add_words(table, key,    i)
{
    for (i = (key == "" ? 2 : 3); i <= NF; i++)
        table[key, $i] = 1
}

BEGIN {
    file = here "/floors.txt"
    while ((getline < file) > 0) {
        if ($1 == "floor") {
            known[$2] = 1
            may[$2, $2] = 1
            add_words(may, $2)
        } else if ($1 == "third") {
            add_words(third, $2)
        } else if ($1 == "header") {
            for (i = 3; i <= NF; i++)
                owner[$i] = $2
        } else if ($1 == "libc") {
            for (i = 2; i <= NF; i++)
                libc[$i] = 1
        } else if ($1 == "system") {
            add_words(by_system, $2)
        }
    }
    close(file)
}

# The module that a public header belongs to, "" for one that the table does not name.
function module_of(header,    stem, pattern, star)
{
    stem = header
    sub(/\.h$/, "", stem)
    if (stem in owner)
        return owner[stem]
    for (pattern in owner) {
        star = index(pattern, "*")
        if (star && substr(stem, 1, star - 1) == substr(pattern, 1, star - 1))
            return owner[pattern]
    }
    return ""
}

function may_third(module, header,    at, key, parts, star)
{
    if ((module, header) in third)
        return 1
    for (key in third) {
        split(key, parts, SUBSEP)
        star = index(parts[2], "*")
        if (parts[1] == module && star && substr(header, 1, star - 1) == substr(parts[2], 1, star - 1))
            return 1
    }
    return 0
}

FNR == 1 {
    split(FILENAME, part, "/")
    public = part[1] == "include"
    module = public ? module_of(part[3]) : part[2]
    folder = FILENAME
    sub(/[^\/]*$/, "", folder)
    if (public && module == "")
        fault("no module of tests/lint/floors.txt owns this header")
    else if (!(module in known))
        fault("no floor of tests/lint/floors.txt has the name " module)
}

# "Floor: NAME." in a public header's first comment must be what the table says.
public && FNR <= 8 && match($0, /Floor: [a-z]+/) && substr($0, RSTART + 7, RLENGTH - 7) != module {
    fault("calls itself " substr($0, RSTART + 7, RLENGTH - 7) ", the table says " module)
}

{ line = code($0, 1) }

line ~ /^[ \t]*#[ \t]*include[ \t]*"/ {
    split(line, quoted, "\"")
    name = quoted[2]
    if (name ~ /^epstopik\//) {
        other = module_of(substr(name, 10))
        if (other == "")
            fault("\"" name "\" belongs to no module")
        else if (!((module, other) in may))
            fault(module " may not include \"" name "\" of " other)
    } else if (public) {
        fault("a public header includes only \"epstopik/...\", not \"" name "\"")
    } else if (name ~ /\//) {
        fault("\"" name "\" leads out of src/" module)
    } else if (name != module "_embedded.h" && (getline probe < (folder name)) < 0) {
        fault("\"" name "\" is not a header of src/" module)
    }
    close(folder name)
}

line ~ /^[ \t]*#[ \t]*include[ \t]*</ {
    name = line
    sub(/^[^<]*</, "", name)
    sub(/>.*/, "", name)
    if (!(name in libc) && !(!public && may_third(module, name)) && !((FILENAME, name) in by_system))
        fault((public ? "a public header" : module) " may not include <" name ">")
}
