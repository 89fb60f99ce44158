# SPDX-License-Identifier: MIT
# shape.awk - the outside of files: licence line, opening comment, lengths, blanks, guards.

function is_c()
{
    return FILENAME ~ /\.[ch]$/
}

function is_header()
{
    return FILENAME ~ /\.h$/
}

# The end of the file before this one (or of the last), whose name and length are kept.
function end_of_file(    most)
{
    if (last_name !~ /\.[ch]$/)
        return
    most = last_name ~ /\.h$/ ? 300 : 900
    if (last_lines > most)
        printf "%s:%d: the file is longer than %d lines\n", last_name, last_lines, most
    else if (last_lines > 600)
        printf "%s:%d: note: the file is longer than 600 lines\n", last_name, last_lines
    if (last_name ~ /^include\/epstopik\// && !guarded)
        printf "%s:1: the include guard is not EPSTOPIK_NAME_H\n", last_name
}

FNR == 1 {
    end_of_file()
    last_name = FILENAME
    guarded = 0
    start = 0
    guard = toupper(FILENAME)
    sub(/.*\//, "", guard)
    sub(/\.H$/, "_H", guard)
    if (is_c() && $0 != "/* SPDX-License-Identifier: MIT */")
        fault("the first line is not the licence line")
}

{ last_lines = FNR }

FNR == 2 && is_c() && index($0, "/* ") != 1 {
    fault("the second line does not begin to say what the file decides")
}

is_header() && $0 == "#ifndef EPSTOPIK_" guard { guarded = 1 }

/[ \t\r]$/ { fault("blank at the end of the line") }

is_c() && /\t/ { fault("a tab: four blanks instead") }

is_c() {
    wide = $0
    gsub(/[\200-\277]/, "", wide) # one byte a character is left
    if (length(wide) > 100)
        fault("longer than 100 columns")
    if ($0 ~ /(TODO|FIXME|XXX:|HACK)/)
        fault("unfinished work belongs into the tracker")
}

# A function's braces stand alone in the first column. The list of tests in main may be long.
is_c() && /^[a-z].*\)$/ { head = $0 }

is_c() && /^\{$/ { start = FNR }

is_c() && /^\}$/ {
    if (start && FNR - start - 1 > 60 && !(FILENAME ~ /^tests\// && head ~ /^int main\(/))
        fault("the function is longer than 60 lines: " FNR - start - 1)
    start = 0
}

END { end_of_file() }
