# Sourced by src/run and tests/run: which Debian packages are needed, and getting those that are missing.

build_packages="gcc libc6-dev cmake ninja-build pkg-config libsdl2-dev libsdl2-ttf-dev libsdl2-image-dev
    libsdl2-mixer-dev libicu-dev libsqlite3-dev libyaml-dev libexpat1-dev libopusenc-dev libebur128-dev
    libsodium-dev espeak-ng fonts-noto-core fonts-noto-cjk"

# need PACKAGE...: installs what is missing, without questions; else says the one line to paste.
need() {
    command -v dpkg-query >/dev/null 2>&1 || {
        echo "This system has no apt: install what provides these Debian packages, then run this again:" "$@" >&2
        # They may well be there under other names: go on and let CMake name what is not found.
        return 0
    }
    missing=
    for package in "$@"; do
        case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
        *" installed") ;;
        *) missing="$missing $package" ;;
        esac
    done
    [ -n "$missing" ] || return 0
    install="apt-get install -y --no-install-recommends$missing"
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root=sudo
    else
        echo "Some packages are missing. As root, run:  apt-get update && $install" >&2
        return 1
    fi
    echo "installing:$missing"
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    # shellcheck disable=SC2086
    if ! { $as_root apt-get update -q && $as_root $install; } >"$log" 2>&1; then
        tail -n 5 "$log" >&2
        echo "The packages could not be installed: the lines above say why. Mend that and run this again." >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}
