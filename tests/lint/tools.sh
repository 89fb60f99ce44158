#!/bin/sh
# clang-format, clang-tidy and cppcheck over the whole tree: sh tests/lint/tools.sh BUILD_FOLDER
set -u
build=$1
failed=0
log=$build/lint.log
: >"$log"
sources=$(find src include tests -name '*.[ch]' ! -path '*/samples/*' | sort)
code=$(find src -name '*.c' | sort)
# shellcheck disable=SC2086
clang-format --dry-run --Werror $sources >>"$log" 2>&1 || { echo "clang-format: files are not in form: clang-format -i them"; failed=1; }
# shellcheck disable=SC2086
echo $code | tr ' ' '\n' | xargs -P 2 -n 4 clang-tidy --quiet -p "$build" >>"$log" 2>/dev/null ||
    { echo "clang-tidy:"; grep -E "(warning|error):" "$log" | sort -u | head -n 40; failed=1; }
cppcheck --quiet --project="$build/compile_commands.json" --enable=warning,style,performance,portability \
    --inline-suppr --suppress='*:*/tests/*' --suppress=missingIncludeSystem --error-exitcode=1 -j 2 >>"$log" 2>&1 ||
    { echo "cppcheck:"; grep -E "(warning|error|style|performance|portability):" "$log" | tail -n 40; failed=1; }
exit $failed
