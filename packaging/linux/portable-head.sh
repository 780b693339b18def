#!/bin/sh
# jz_travel for Linux, in one file. Run it: the first time it unpacks itself, then it opens the window.
#   --unpack DIR   only unpack, into DIR/@NAME@      --where   say where it unpacks      --remove   remove what it unpacked
# Everything else goes to the program: `--version`, `open TRIP.jztrip`, `--help`.
set -eu
name=@NAME@
home=${JZ_TRAVEL_HOME:-${XDG_DATA_HOME:-$HOME/.local/share}/jz-travel-portable}

say() { echo "$@" >&2; }
fail() { say "$@"; exit 1; }
unpack() {
    have=$(getconf GNU_LIBC_VERSION 2>/dev/null | cut -d' ' -f2)
    [ -n "$have" ] || fail "This system has no GNU C library (glibc); jz_travel needs 2.36 or newer."
    case "$(printf '%s\n2.36\n' "$have" | sort -V | head -n 1)" in
    2.36) ;;
    *) fail "This system's C library (glibc $have) is too old; jz_travel needs 2.36 or newer (Debian 12, Ubuntu 24.04, Fedora 37)." ;;
    esac
    for tool in xz tar tail sha256sum; do command -v "$tool" >/dev/null || fail "The program “$tool” is missing; install it first."; done
    mkdir -p "$1" || fail "$1 cannot be written. Say where to unpack: JZ_TRAVEL_HOME=DIR $0"
    free=$(df -Pk "$1" | awk 'NR == 2 { print $4 }')
    [ "${free:-9999999}" -gt 600000 ] || fail "The disk is nearly full: $1 needs 600 MB."
    [ "$(tail -n +@LINES@ "$0" | sha256sum | cut -d' ' -f1)" = @SUM@ ] || fail "This file is damaged; download it again."
    part=$(mktemp -d "$1/.unpacking.XXXXXX")
    trap 'rm -rf "$part"' EXIT
    tail -n +@LINES@ "$0" | xz -dc | tar -C "$part" -xf - || fail "Unpacking into $1 failed; nothing was changed."
    # In one step: whoever comes at the same time finds all of it or nothing.
    [ -d "$1/$name" ] || mv "$part/$name" "$1/$name" 2>/dev/null || [ -d "$1/$name" ]
    rm -rf "$part"
    trap - EXIT
}

case ${1:-} in
--unpack) unpack "${2:?--unpack DIR}"; echo "$2/$name"; exit ;;
--where) echo "$home/$name"; exit ;;
--remove) rm -rf "${home:?}/$name"; rmdir "$home" 2>/dev/null || true; exit ;;
esac
[ -x "$home/$name/jz-travel" ] || { say "Unpacking once into $home …"; unpack "$home"; }
exec "$home/$name/jz-travel" "$@"
