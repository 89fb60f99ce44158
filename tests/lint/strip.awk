# SPDX-License-Identifier: MIT
# strip.awk - takes comments and the insides of literals out of C, line by line.

FNR == 1 { in_comment = 0 }

# The line without comments; with keep, literals stay as they are, else they become "" and ' '.
function code(line, keep,    out, i, c, two, n, quote)
{
    out = ""
    n = length(line)
    for (i = 1; i <= n; i++) {
        c = substr(line, i, 1)
        two = substr(line, i, 2)
        if (in_comment) {
            if (two == "*/") {
                in_comment = 0
                i++
            }
        } else if (two == "/*") {
            in_comment = 1
            i++
        } else if (two == "//") {
            break
        } else if (c == "\"" || c == "'") {
            quote = c
            out = out c
            for (i++; i <= n; i++) {
                c = substr(line, i, 1)
                if (keep)
                    out = out c
                if (c == "\\") {
                    i++
                    if (keep)
                        out = out substr(line, i, 1)
                } else if (c == quote) {
                    break
                }
            }
            if (!keep)
                out = out quote
        } else {
            out = out c
        }
    }
    return out
}

function fault(text)
{
    printf "%s:%d: %s\n", FILENAME, FNR, text
}
