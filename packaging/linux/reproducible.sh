#!/bin/sh
# Builds once more in another folder and compares with the downloads that are there.    reproducible.sh [DIST]
set -eu
cd "$(dirname "$0")/../.."
dist=$(realpath "${1:-dist}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
OUT=$work/out DIST=$work/dist packaging/linux/package.sh >"$work/log" 2>&1 || { tail -n 20 "$work/log" >&2; exit 1; }
for file in "$work"/dist/*; do
    if cmp "$file" "$dist/$(basename "$file")"; then echo "the same: $(basename "$file")"; else wrong=yes; fi
done
[ -z "${wrong:-}" ]
