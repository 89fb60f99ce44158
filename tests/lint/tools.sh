#!/bin/sh
# clang-format, shellcheck, clang-tidy and cppcheck over the whole tree: sh tests/lint/tools.sh BUILD_FOLDER
# BUILD_FOLDER/lint.log holds all that they say.
set -u
build=$1
failed=0
log=$build/lint.log
: >"$log"

# tool NAME PATTERN COMMAND...: says which lines of its output match the pattern when the command fails.
tool()
{
    name=$1
    pattern=$2
    shift 2
    "$@" >"$log.part" 2>&1 || {
        failed=1
        echo "$name:"
        grep -E "$pattern" "$log.part" | sort -u | head -n 40
    }
    cat "$log.part" >>"$log"
    rm -f "$log.part"
}

# The compilers already warn (-Werror): clang-tidy's own findings are left, on all processors.
tidy()
{
    find src -name '*.c' -print | sort | xargs -P "$(nproc 2>/dev/null || echo 2)" -n 4 \
        clang-tidy --quiet -p "$build"
}

# shellcheck disable=SC2046
tool clang-format 'warning:|error:' clang-format --dry-run --Werror \
    $(find src include tests -name '*.[ch]' ! -path '*/samples/*' | sort)
# Sourced files set and use each other's variables; the shell is dash.
# shellcheck disable=SC2046
tool shellcheck 'SC[0-9]+ \((warning|error)\)|^In ' shellcheck -s sh -S warning -e SC1090,SC2010,SC2034,SC2154,SC3045 \
    src/run src/packages.sh tests/run .ci/run $(find tests -name '*.sh' -print -o -name run -type f -print | sort -u)
tool clang-tidy '(warning|error):' tidy
# Left out: unreadVariable and redundantAssignment lose sight of an array once its address is kept in a struct
# (clang-tidy looks for dead stores, too); legacyUninitvar takes a list of functions for uninitialised.
tool cppcheck '(warning|error|style|performance|portability):' cppcheck --quiet \
    --project="$build/compile_commands.json" --enable=warning,style,performance,portability --inline-suppr \
    --suppress=missingIncludeSystem --suppress=unreadVariable --suppress=redundantAssignment \
    --suppress=legacyUninitvar --error-exitcode=1 -j "$(nproc 2>/dev/null || echo 2)"
exit $failed
