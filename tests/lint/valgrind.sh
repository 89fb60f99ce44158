#!/bin/sh
# Every unit test program under valgrind: sh tests/lint/valgrind.sh BUILD_FOLDER [PROGRAM...]
# A use of what is not there, or memory nobody points at any more, is a failure; so is a failing test.
# The last line is "N passed, N failed"; BUILD_FOLDER/valgrind holds what each one said.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
shift
logs=$build/valgrind
rm -rf "$logs"
mkdir -p "$logs"
export SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy LC_ALL=C.UTF-8 TZ=UTC
EPT_ASSETS=$(cd "$here/../../assets" && pwd)
export EPT_ASSETS

if [ $# = 0 ]; then
    # asset_probe is no test but what one starts.
    for program in "$build"/tests/test_*; do
        case $program in
        *_asset_probe) ;;
        *) set -- "$@" "$program" ;;
        esac
    done
fi

# Without a finding valgrind ends as the test does.
# shellcheck disable=SC2016
printf '%s\n' "$@" | xargs -P "$(nproc 2>/dev/null || echo 2)" -n 1 sh -c '
    name=${2##*/}
    if valgrind --quiet --error-exitcode=99 --leak-check=full --num-callers=25 \
        --suppressions="$0/valgrind.supp" "$2" >"$1/$name.log" 2>&1; then
        echo "passed $name"
    else
        echo "FAILED $name"
    fi' "$here" "$logs" >"$logs/result"
failed=$(grep -c '^FAILED' "$logs/result" || true)
passed=$(grep -c '^passed' "$logs/result" || true)
sed -n 's/^FAILED //p' "$logs/result" | while read -r name; do
    echo "$name:"
    grep -E '^==|FAILED|ERROR' "$logs/$name.log" | head -n 40
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
