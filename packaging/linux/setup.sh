#!/bin/sh
# Makes .venv from uv.lock, and on Debian installs the system libraries that Qt needs. Run by `make`; safe to run again.
set -eu
cd "$(dirname "$0")/../.."
lists=packaging/linux/debian-packages.txt
groups=${GROUPS_WANTED---no-default-groups}
# Without a limit on the groups this is for the tests, which read what the program writes with other programs.
[ -n "$groups" ] || lists="$lists packaging/linux/debian-packages-test.txt"

have() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }
known() { apt-cache show "$1" >/dev/null 2>&1; }

missing=""
if command -v dpkg-query >/dev/null 2>&1; then
    for list in $lists; do
        while read -r first bar second; do
            case "$first" in '' | '#'*) continue ;; esac
            # On Debian 13 the second name is the real one, and the first is only a name that it provides.
            if have "$first" || { [ -n "$second" ] && have "$second"; }; then continue; fi
            missing="$missing $first${bar:+/$second}"
        done <"$list"
    done
else
    echo "This is not Debian: system libraries are not checked. If the window does not start, install what" >&2
    echo "packaging/linux/debian-packages.txt lists under your system's names." >&2
fi

if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ]; then as_root=""; elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo"
    elif command -v sudo >/dev/null 2>&1 && [ -t 0 ]; then as_root="sudo"
    else
        echo "These system packages are missing, and this user may not install them:" >&2
        for pair in $missing; do echo "  ${pair%%/*}" >&2; done
        echo "Ask an administrator to run: apt-get install <those packages>; then run make again." >&2
        exit 1
    fi
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    names=""
    for pair in $missing; do
        first=${pair%%/*}; second=${pair#*/}
        if [ "$second" != "$pair" ] && known "$second"; then names="$names $second"; else names="$names $first"; fi
    done
    # shellcheck disable=SC2086  # a list of names
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $names >/dev/null
fi

uv=$(command -v uv || true)
if [ -z "$uv" ]; then
    uv=build/uv/bin/uv
    [ -x "$uv" ] || { python3 -m venv build/uv && build/uv/bin/pip install --quiet 'uv>=0.8,<1'; }
fi
# shellcheck disable=SC2086  # options
"$uv" sync --quiet --frozen $groups
