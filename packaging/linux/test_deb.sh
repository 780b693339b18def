#!/bin/sh
# Installs the .deb and the portable archive on plain Debians, as somebody who downloads them does, and uses them there.
#   test_deb.sh [DIST [SUITE ...]]     as root; makes the Debians with debootstrap in build/plain and keeps them
# What is seen lies in build/plain/SUITE-pictures.
set -eu
cd "$(dirname "$0")/../.."
DIST=${1:-dist}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- bookworm trixie
plain=${PLAIN:-build/plain}
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
deb=$(ls "$DIST"/jz-travel_*_amd64.deb)
run=$(ls "$DIST"/jz-travel-*-linux-x86_64.run 2>/dev/null || true)
[ "$(id -u)" = 0 ] || { echo "This makes file systems and mounts: run it as root." >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "Missing: debootstrap" >&2; exit 1; }
mkdir -p "$plain"

older() { # the same package under a lower version, for upgrades
    work=$(mktemp -d)
    (cd "$work" && ar x "$deb" && mkdir control && tar -C control -xf control.tar.xz &&
        sed -i 's/^Version: .*/Version: 0.0.1/' control/control && tar -C control --owner=0 --group=0 -czf control.tar.gz . &&
        ar rc "$1" debian-binary control.tar.gz data.tar.*)
    rm -rf "$work"
}

deb=$(realpath "$deb")
for suite in "$@"; do
    echo "== $suite"
    base=$plain/$suite.tar
    if [ ! -s "$base" ]; then
        rm -rf "$plain/making"
        debootstrap --variant=minbase "$suite" "$plain/making" "$mirror" >"$plain/$suite.log" 2>&1 ||
            { tail -n 5 "$plain/$suite.log" >&2; exit 1; }
        tar -C "$plain/making" -cf "$base" .
        rm -rf "$plain/making"
    fi
    root=$plain/$suite pictures=$plain/$suite-pictures
    rm -rf "$root" "$pictures"
    mkdir -p "$root" "$pictures"
    tar -C "$root" -xf "$base"
    mkdir -p "$root/srv/new" "$root/srv/old"
    cp "$deb" "$root/srv/new/jz-travel.deb"
    [ -z "$run" ] || cp "$run" "$root/srv/jz-travel.run"
    older "$(realpath "$root")/srv/old/jz-travel.deb"
    cp packaging/linux/test_inside.sh packaging/linux/visitor.sh "$root/srv/"
    # Certificates of this machine, in case its way to the mirror needs them.
    [ ! -e /etc/ssl/certs/ca-certificates.crt ] || install -D /etc/ssl/certs/ca-certificates.crt \
        "$root/etc/ssl/certs/ca-certificates.crt"
    packaging/linux/inside.sh "$root" sh /srv/test_inside.sh
    cp "$root"/srv/pictures/* "$pictures/" 2>/dev/null || true
    [ -n "${KEEP_PLAIN:-}" ] || rm -rf "$root"
done
echo "The package installs, works, upgrades and goes on: $*"
